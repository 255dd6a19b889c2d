"""Fits the words of a cue into the film: which word stands in which row, at which letter size, on how many pages.

The rows that were asked for are kept while they fit; else they are wrapped anew, set smaller, and at last shown page
by page in the time of their words. Knows nothing of bitmaps. Example: `pages(cue, fitter)` -> one `Page` for an
ordinary cue.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from engine.film.letters import Typeface, is_right_to_left, writable
from engine.film.popping import Piece, groups
from engine.film.types import CaptionStyle, Cue, Word

BOX_PAD = 0.30
"""What a box reaches beyond its letters at each side, in letter sizes."""

MOST_ROWS = 2
_NO_SPACES = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}、。，！？「」『』：；]"
)
SHRINK = (1.0, 0.92, 0.85)
"""Letter sizes that are tried before a cue is cut into pages: below this share captions get hard to read."""
SMALLEST = 0.3
"""What a single word that is wider than the film may shrink to."""

Faces = Callable[[int], Typeface]


Row = tuple[Piece, ...]


@dataclass(frozen=True)
class Page:
    """What stands on the screen at one time: seconds of the film, rows of pieces in reading order, the letter size in
    pixels.
    """

    start: float
    end: float
    rows: tuple[Row, ...]
    size: int
    words: tuple[Word, ...] = ()

    @property
    def text(self) -> str:
        return " ".join(piece.text for row in self.rows for piece in row)


@dataclass(frozen=True)
class Fitter:
    """What rows must fit into: the widest row in pixels, the letter size that is wished for, and fonts by size."""

    width: float
    size: int
    faces: Faces
    style: CaptionStyle

    def row_width(self, row: Sequence[Piece], size: int) -> float:
        """The width of a row with its outline or box."""
        face = self.faces(size)
        gaps = sum(piece.gap for piece in row[1:])
        edge = max(self.style.outline, BOX_PAD if self.style.box != "none" else 0.0)
        return sum(face.width(p.text) for p in row) + gaps * face.width(" ") + 2 * edge * size

    def fits(self, rows: Sequence[Sequence[Piece]], size: int) -> bool:
        return len(rows) <= MOST_ROWS and all(self.row_width(row, size) <= self.width for row in rows)


def pages(cue: Cue, fitter: Fitter) -> list[Page]:
    """Lay out one cue. MediaError when no font can write one of its letters; an empty list when nothing of it can be
    shown.
    """
    given = _pieces(cue, fitter.style)
    flat = [piece for row in given for piece in row]
    if not flat:
        return []
    if fitter.style.mode == "pop":
        return _popped(cue, flat, fitter)
    for share in SHRINK:
        size = round(fitter.size * share)
        rows = given if share == 1.0 and fitter.fits(given, size) else _wrapped(flat, fitter, size)
        if rows:
            return [_page(cue, cue.start, cue.end, rows, size)]
    return _turned(cue, flat, fitter)


def _popped(cue: Cue, pieces: list[Piece], fitter: Fitter) -> list[Page]:
    """A page for every few words; it stays until the next one springs up."""
    parts = groups(pieces, cue.words, fitter.style.words)
    times = [cue.start, *(min(max(at, cue.start), cue.end) for at in _turns(cue, parts)), cue.end]
    return [
        _page(cue, start, end, *_set(part, fitter))
        for part, (start, end) in zip(parts, pairwise(times), strict=True)
        if end > start
    ]


def _page(cue: Cue, start: float, end: float, rows: Sequence[Sequence[Piece]], size: int) -> Page:
    return Page(start, end, tuple(tuple(row) for row in rows), size, cue.words)


def _pieces(cue: Cue, style: CaptionStyle) -> list[list[Piece]]:
    """The rows of a cue as pieces, each knowing which word is heard while it is lit."""
    rows = [writable(row, style.fonts).split() for row in cue.rows]
    words = ["".join(writable(word.text, style.fonts).split()) for word in cue.words]
    shown = [(text, n, r) for r, row in enumerate(rows) for n, text in enumerate(row)]
    if "".join(text for text, _, _ in shown) == "".join(words):
        letters = [index for index, word in enumerate(words) for _ in word]
    else:
        letters = _spread([text for text, _, _ in shown], words)
    result: list[list[Piece]] = [[] for _ in rows]
    at, before = 0, ""
    for text, place, row in shown:
        spaced = place > 0 or not (before and _writes_no_spaces(before) and _writes_no_spaces(text[0]))
        result[row].extend(_cut(text, letters[at : at + len(text)], spaced))
        at, before = at + len(text), text[-1]
    return [row for row in result if row]


def _cut(text: str, words: Sequence[int], spaced: bool) -> list[Piece]:
    """One token of a row; it is cut where it holds several words (scripts that write no spaces)."""
    edges = [0, *(i for i in range(1, len(text)) if words[i] != words[i - 1]), len(text)]
    return [Piece(text[a:b], words[a], spaced and a == 0) for a, b in pairwise(edges)]


def _writes_no_spaces(letter: str) -> bool:
    """Of Chinese, Japanese, Thai and their like: rows end there without a space having stood between words."""
    return bool(_NO_SPACES.match(letter))


def _spread(shown: list[str], words: list[str]) -> list[int]:
    """Where captions and heard words differ: each shown token gets the word that lies at the same share of the text."""
    total, heard = sum(map(len, shown)), sum(map(len, words))
    if not heard:
        return [-1] * total
    owners = [index for index, word in enumerate(words) for _ in word]
    result: list[int] = []
    for text in shown:
        middle = (len(result) + len(text) / 2) / total
        result += [owners[min(int(middle * heard), heard - 1)]] * len(text)
    return result


def _wrapped(pieces: list[Piece], fitter: Fitter, size: int) -> list[list[Piece]] | None:
    """One row, else the most even two rows that fit; a break after punctuation is worth a little unevenness."""
    if fitter.fits([pieces], size):
        return [pieces]
    breaks = [at for at in range(1, len(pieces)) if pieces[at].gap or _may_break(pieces[at])]
    ways = [[pieces[:at], pieces[at:]] for at in breaks]
    return min(
        (rows for rows in ways if fitter.fits(rows, size)), key=lambda rows: _cost(rows, fitter, size), default=None
    )


def _cost(rows: list[list[Piece]], fitter: Fitter, size: int) -> float:
    first, second = (fitter.row_width(row, size) for row in rows)
    return abs(first - second) - (4.0 * size if _ends_phrase(rows[0][-1]) else 0.0)


def _ends_phrase(piece: Piece) -> bool:
    return piece.text[-1:] in ",.;:!?…—–।॥،؛؟、。"


def _may_break(piece: Piece) -> bool:
    """Scripts without spaces may break before any letter."""
    return unicodedata.category(piece.text[0]) == "Lo" and is_right_to_left(piece.text) is False


def _turned(cue: Cue, pieces: list[Piece], fitter: Fitter) -> list[Page]:
    """The fewest pages on which all pieces fit; a page turns when its first word is heard."""
    parts = _parts([part for piece in pieces for part in _broken(piece, fitter)], fitter)
    times = [cue.start, *_turns(cue, parts), cue.end]
    times = [min(max(at, cue.start), cue.end) for at in times]
    return [
        _page(cue, start, end, *_set(part, fitter))
        for part, (start, end) in zip(parts, pairwise(times), strict=True)
        if end > start
    ]


def _turns(cue: Cue, parts: list[list[Piece]]) -> Iterator[float]:
    """When each page but the first begins; without word times, by its share of the letters."""
    letters = [sum(len(piece.text) for piece in part) for part in parts]
    for n, part in enumerate(parts[1:], start=1):
        if cue.words and part[0].word >= 0:
            yield cue.words[part[0].word].start
        else:
            yield cue.start + (cue.end - cue.start) * sum(letters[:n]) / sum(letters)


def _broken(piece: Piece, fitter: Fitter) -> list[Piece]:
    """A piece that is too wide for a row and written without spaces (Chinese, Japanese, Thai) may be cut between
    letters.
    """
    if fitter.row_width([piece], fitter.size) <= fitter.width or not _may_break(piece):
        return [piece]
    cuts = [i for i, letter in enumerate(piece.text) if unicodedata.category(letter)[0] != "M"] + [len(piece.text)]
    letters = [piece.text[a:b] for a, b in pairwise(cuts)]
    return [replace(piece, text=text, gap=piece.gap and n == 0) for n, text in enumerate(letters)]


def _parts(pieces: list[Piece], fitter: Fitter) -> list[list[Piece]]:
    """The fewest pages that can be wrapped, filled as evenly as they go."""
    widths = [fitter.row_width([piece], fitter.size) for piece in pieces]
    best = _filled(pieces, fitter, math.inf)
    low, high = sum(widths) / len(best), sum(widths)
    for _ in range(6):
        middle = (low + high) / 2
        tried = _filled(pieces, fitter, middle)
        if len(tried) <= len(best):
            best, high = tried, middle
        else:
            low = middle
    return best


def _filled(pieces: list[Piece], fitter: Fitter, most: float) -> list[list[Piece]]:
    """Pages filled one after the other, each with pieces of at most `most` pixels together; every page gets at least
    one.
    """
    pages_: list[list[Piece]] = [[]]
    room = most
    for piece in pieces:
        width = fitter.row_width([piece], fitter.size)
        if pages_[-1] and (width > room or not _wrapped([*pages_[-1], piece], fitter, fitter.size)):
            pages_.append([])
            room = most
        pages_[-1].append(piece)
        room -= width
    return pages_


def _set(part: list[Piece], fitter: Fitter) -> tuple[list[list[Piece]], int]:
    """The rows of one page; what is wider than the film is set smaller until it fits."""
    for share in SHRINK:
        rows = _wrapped(part, fitter, round(fitter.size * share))
        if rows:
            return rows, round(fitter.size * share)
    wide = fitter.row_width(part, fitter.size)
    size = max(8, round(fitter.size * SMALLEST), int(fitter.size * fitter.width / wide))
    while size > 8 and not fitter.fits([part], size):
        size -= 1
    return [part], size
