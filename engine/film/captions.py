"""Captions: what stands on the screen in which frames, and which word of it is lit.

Works on whole frames, so that a change of less than half a frame changes nothing. Knows nothing of letters' shapes.
Example: `Captions(film).draw(frame, planes)`; `shown(first, last)` says what a range of frames shows (for
fingerprints).
"""

from __future__ import annotations

import math
import threading
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from engine.film.bitmap import Bitmap, safe_area
from engine.film.letters import Typeface
from engine.film.picture import Planes
from engine.film.types import Film
from engine.film.wording import Fitter, Page, pages

HOLD = 0.4
"""Seconds for which a word stays lit in a pause after it, so that the light does not flicker between words."""
KEPT_PAGES = 6


@dataclass(frozen=True)
class Shown:
    """A page in frames: `lit` lists (first frame, end, word) for each highlight."""

    first: int
    end: int
    page: Page
    lit: tuple[tuple[int, int, int], ...]

    def word(self, frame: int) -> int:
        """The word that is lit in a frame; -1 for none."""
        return next((word for first, end, word in self.lit if first <= frame < end), -1)


class Captions:
    """All captions of a film. Drawing is safe from several threads; only a few pages are kept as bitmaps."""

    def __init__(self, film: Film) -> None:
        self._film = film
        self._faces: dict[int, Typeface] = {}
        self._lock = threading.Lock()
        self._drawn: OrderedDict[int, Bitmap] = OrderedDict()
        wanted = film.style.mode != "none" and film.cues
        self.pages: list[Shown] = list(_on_frames(self._pages(), film)) if wanted else []
        self._firsts = [shown.first for shown in self.pages]

    def face(self, size: int) -> Typeface:
        if size not in self._faces:
            style = self._film.style
            self._faces[size] = Typeface(style.fonts, size, weight=style.weight, language=self._film.language)
        return self._faces[size]

    def _pages(self) -> Iterator[Page]:
        style, (width, height) = self._film.style, self._film.size
        left, _, right, _ = safe_area(style, self._film.size)
        size = style.size * height if style.size else min(0.058 * height, 0.075 * width)
        fitter = Fitter(right - left, max(8, round(size)), self.face, style)
        for cue in sorted(self._film.cues, key=lambda cue: cue.start):
            yield from pages(cue, fitter)

    def shown(self, first: int, end: int) -> list[tuple[object, ...]]:
        """What frames `first` to `end` show, with frames counted from `first`; equal lists look equal."""
        result: list[tuple[object, ...]] = []
        for shown in self.pages[max(0, bisect_right(self._firsts, first) - 1) :]:
            if shown.first >= end:
                break
            if shown.end > first:
                texts = [[(piece.text, piece.word, piece.gap) for piece in row] for row in shown.page.rows]
                lit = [
                    (max(a, first) - first, min(b, end) - first, w) for a, b, w in shown.lit if a < end and b > first
                ]
                span = (max(shown.first, first) - first, min(shown.end, end) - first)
                result.append((*span, shown.page.size, texts, lit))
        return result

    def at(self, frame: int) -> tuple[Page, int] | None:
        """The page and the lit word (-1 = none) of a frame."""
        index = bisect_right(self._firsts, frame) - 1
        if index < 0 or frame >= self.pages[index].end:
            return None
        return self.pages[index].page, self.pages[index].word(frame)

    def draw(self, frame: int, planes: Planes) -> None:
        """Blend what stands on the screen in a frame of the film into its planes."""
        index = bisect_right(self._firsts, frame) - 1
        if index >= 0 and frame < self.pages[index].end:
            self._bitmap(index).blend(self.pages[index].word(frame), planes)

    def _bitmap(self, index: int) -> Bitmap:
        with self._lock:
            if index not in self._drawn:
                self._drawn[index] = Bitmap(self.pages[index].page, self._film, self.face(self.pages[index].page.size))
            self._drawn.move_to_end(index)
            while len(self._drawn) > KEPT_PAGES:
                self._drawn.popitem(last=False)
            return self._drawn[index]


def _on_frames(pages_: Iterator[Page], film: Film) -> Iterator[Shown]:
    """Pages on whole frames. One that begins before another has ended takes its place."""
    listed = sorted(pages_, key=lambda page: page.start)
    for page, following in pairwise([*listed, None]):
        assert page is not None
        end = min(page.end, following.start) if following else page.end
        first, last = _frame(page.start, film), min(_frame(end, film), film.frames)
        if last > max(first, 0):
            lit = _lit(page, first, last, film) if film.style.mode == "karaoke" else ()
            yield Shown(max(first, 0), last, page, lit)


def _frame(seconds: float, film: Film) -> int:
    return math.floor(seconds * film.fps + 0.5)


def _lit(page: Page, first: int, last: int, film: Film) -> tuple[tuple[int, int, int], ...]:
    """Each word of the page from its start to the next word's, but no longer than a short hold after its end."""
    order = sorted(
        {piece.word for row in page.rows for piece in row if piece.word >= 0}, key=lambda w: page.words[w].start
    )
    spans = []
    for word, following in pairwise([*order, -1]):
        end = page.words[word].end + HOLD
        end = min(end, page.words[following].start) if following >= 0 else end
        a, b = max(first, _frame(page.words[word].start, film)), min(last, _frame(end, film))
        if b > a:
            spans.append((a, b, word))
    return tuple(spans)
