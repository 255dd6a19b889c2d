"""Captions: what stands on the screen in which frames, and which word of it is lit.

Works on whole frames, so that a change of less than half a frame changes nothing. A cue is laid out when one of its
frames is first asked for: the cost of a frame or a segment does not grow with the film. Knows nothing of letters'
shapes. Example: `Captions(film).draw(frame, planes)`; `shown(first, last)` says what a range of frames shows (for
fingerprints).
"""

from __future__ import annotations

import math
import threading
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from engine.film.bitmap import Bitmap, Look
from engine.film.layout import safe_area
from engine.film.letters import Typeface, writable
from engine.film.picture import Planes
from engine.film.popping import SPRING, scale
from engine.film.types import Cue, Film, Word
from engine.film.wording import Fitter, Page, pages

HOLD = 0.4
"""Seconds for which a word stays lit in a pause after it, so that the light does not flicker between words."""
TYPED = 0.85
"""The share of a word's time in which its letters are written."""
KEPT_PAGES = 6
KEPT_CUES = 64
POP_SIZE = 1.62
"""Words that pop are so much larger than captions to read along."""


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
        self._rate = float(film.fps)
        self._faces: dict[int, Typeface] = {}
        self._lock = threading.RLock()
        self._laid: OrderedDict[int, list[Shown]] = OrderedDict()
        self._drawn: OrderedDict[tuple[int, int], Bitmap] = OrderedDict()
        self._cues = _wanted(film)
        self._starts = [self._frame(cue.start) for cue in self._cues]

    @property
    def pages(self) -> list[Shown]:
        """Every page of the film; lays all of them out."""
        return [shown for index in range(len(self._cues)) for shown in self._of(index)]

    def face(self, size: int) -> Typeface:
        if size not in self._faces:
            style = self._film.style
            self._faces[size] = Typeface(style.fonts, size, weight=style.weight, language=self._film.language)
        return self._faces[size]

    def _frame(self, seconds: float) -> int:
        return math.floor(seconds * self._rate + 0.5)

    def _on_frames(self, cue: Cue) -> Cue:
        """The cue with all its times on whole frames: all that is drawn follows from these."""

        def on(seconds: float) -> float:
            return self._frame(seconds) / self._rate

        words = tuple(Word(word.text, on(word.start), on(word.end)) for word in cue.words)
        return replace(cue, start=on(cue.start), end=on(cue.end), words=words)

    def _size(self) -> int:
        style, (width, height) = self._film.style, self._film.size
        usual = min(0.058 * height, 0.075 * width) * (POP_SIZE if style.mode == "pop" else 1.0)
        return max(8, round(style.size * height if style.size else usual))

    def _of(self, index: int) -> list[Shown]:
        """The pages of one cue on whole frames; the next cue takes their place when it begins."""
        with self._lock:
            if index not in self._laid:
                self._laid[index] = self._laid_out(index)
            self._laid.move_to_end(index)
            while len(self._laid) > KEPT_CUES:
                self._laid.popitem(last=False)
            return self._laid[index]

    def _laid_out(self, index: int) -> list[Shown]:
        film, style = self._film, self._film.style
        left, _, right, _ = safe_area(style, film.size)
        cue = self._on_frames(self._cues[index])
        limit = self._starts[index + 1] if index + 1 < len(self._cues) else film.frames
        found = []
        for page in pages(cue, Fitter(right - left, self._size(), self.face, style)):
            first, last = max(0, self._frame(page.start)), min(self._frame(page.end), film.frames, limit)
            if last > first:
                lit = self._lit(page, first, last) if style.mode in ("karaoke", "pop") else ()
                found.append(Shown(first, last, page, lit))
        return found

    def _lit(self, page: Page, first: int, last: int) -> tuple[tuple[int, int, int], ...]:
        """Each word of the page from its start to the next word's, but no longer than a short hold after its end."""
        words = {piece.word for row in page.rows for piece in row if piece.word >= 0}
        order = sorted(words, key=lambda w: page.words[w].start)
        spans = []
        for word, following in pairwise([*order, -1]):
            end = page.words[word].end + HOLD
            end = min(end, page.words[following].start) if following >= 0 else end
            a, b = max(first, self._frame(page.words[word].start)), min(last, self._frame(end))
            if b > a:
                spans.append((a, b, word))
        return tuple(spans)

    def shown(self, first: int, end: int) -> list[tuple[object, ...]]:
        """What frames `first` to `end` show, with frames counted from `first`; equal lists look equal.

        It is told from the cues' words and times: nothing is laid out for it.
        """
        result: list[tuple[object, ...]] = []
        for index in range(max(0, bisect_right(self._starts, first) - 1), len(self._cues)):
            cue, start = self._cues[index], self._starts[index]
            if start >= end:
                break
            last = self._frame(cue.end)
            if index + 1 < len(self._cues):
                last = min(last, self._starts[index + 1])
            if last > first:
                near, exact = self._clamped(first, end), self._on_frames(cue)
                words = [(w.text, near(w.start), near(w.end + HOLD), near(w.end)) for w in exact.words]
                # Without words a long cue turns its pages by shares of its whole time.
                whole = () if cue.words else (start - first, self._frame(cue.end) - first)
                result.append((near(cue.start), min(max(last, first), end) - first, cue.rows, words, whole))
        return result

    def _clamped(self, first: int, end: int) -> Callable[[float], int]:
        """Frames from `first` on. Where letters move, how long they have done so counts as well."""
        moving = self._film.style.mode in ("pop", "typewriter")
        low, high = (first - 10**6, end + 10**6) if moving else (first, end)
        return lambda seconds: min(max(self._frame(seconds), low), high) - first

    def at(self, frame: int) -> tuple[Page, int] | None:
        """The page and the lit word (-1 = none) of a frame."""
        found = self._at(frame)
        return (found[1].page, found[1].word(frame)) if found else None

    def _at(self, frame: int) -> tuple[tuple[int, int], Shown] | None:
        index = bisect_right(self._starts, frame) - 1
        if index < 0:
            return None
        for number, shown in enumerate(self._of(index)):
            if shown.first <= frame < shown.end:
                return (index, number), shown
        return None

    def draw(self, frame: int, planes: Planes) -> None:
        """Blend what stands on the screen in a frame of the film into its planes."""
        found = self._at(frame)
        if found:
            key, shown = found
            bitmap = self._bitmap(key, shown)
            bitmap.blend(self._look(shown, frame, bitmap), planes)

    def _look(self, shown: Shown, frame: int, bitmap: Bitmap) -> Look:
        mode = self._film.style.mode
        if mode == "pop":
            since = (frame - shown.first + 1) / self._rate
            return Look(shown.word(frame), scale(since) if since < SPRING else 1.0)
        if mode == "typewriter":
            return Look(letters=self._written(shown, frame, bitmap))
        return Look(shown.word(frame))

    def _written(self, shown: Shown, frame: int, bitmap: Bitmap) -> int:
        """How many letters of a page are written in a frame: those of a word one by one while it is heard."""
        letters = bitmap.letters
        counts: dict[int, int] = {}
        for word, _ in letters:
            counts[word] = counts.get(word, 0) + 1
        for n, (word, place) in enumerate(letters):
            if self._frame(struck(shown.page, word, place, counts[word])) > frame:
                return n
        return -1

    def _bitmap(self, key: tuple[int, int], shown: Shown) -> Bitmap:
        with self._lock:
            if key not in self._drawn:
                self._drawn[key] = Bitmap(shown.page, self._film, self.face(shown.page.size))
            self._drawn.move_to_end(key)
            while len(self._drawn) > KEPT_PAGES:
                self._drawn.popitem(last=False)
            return self._drawn[key]


def struck(page: Page, word: int, place: int, letters: int) -> float:
    """When a letter is written, in seconds of the film."""
    if 0 <= word < len(page.words):
        heard = page.words[word]
        return heard.start + TYPED * (heard.end - heard.start) * place / letters
    return page.start + 0.6 * (page.end - page.start) * place / letters


def _wanted(film: Film) -> list[Cue]:
    """The cues that show something, in order of time; MediaError when no font can write one of their letters."""
    style = film.style
    if style.mode == "none" or not film.cues:
        return []
    known: dict[str, bool] = {}
    letters = "".join(sorted({letter for cue in film.cues for row in cue.rows for letter in row}))
    for letter in letters if not style.capitals else letters + capitals(letters, film.language):
        known[letter] = bool(writable(letter, style.fonts).strip())
    found = (_in_capitals(cue, film.language) if style.capitals else cue for cue in film.cues)
    return sorted(
        (cue for cue in found if any(known.get(letter) for row in cue.rows for letter in row)),
        key=lambda cue: cue.start,
    )


def capitals(text: str, language: str) -> str:
    """The text in capital letters; Turkish and Azeri keep the dot of their i."""
    return (text.replace("i", "İ") if language.lower()[:2] in ("tr", "az") else text).upper()


def _in_capitals(cue: Cue, language: str) -> Cue:
    words = tuple(Word(capitals(word.text, language), word.start, word.end) for word in cue.words)
    return replace(cue, rows=tuple(capitals(row, language) for row in cue.rows), words=words)
