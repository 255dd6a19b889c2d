"""Words over a shot: title cards and lower thirds, drawn once with the caption letters, faded and settled into place.

Example: `Words(Title(("The lamp", "a story"), fonts), (1280, 720), 5.0).draw(1.2, planes)`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.film.cutouts import Picture, prepared
from engine.film.effects import Colour, Title
from engine.film.ink import Mask, letters_mask, rounded, softened
from engine.film.letters import Typeface, is_right_to_left, writable
from engine.film.placing import Planes, dim, put

FIRST, THIRD = 0.115, 0.062
"""Letter size of a card's and a lower third's first row, as a share of the film's shorter side."""
SECOND = 0.5
WIDEST = 0.84
RISE = 0.35
"""How far words rise while they fade in, in letter sizes."""
VEIL = 0.42
LOWER_EDGE = 0.78
"""Where a lower third's panel ends, as a share of the height: above the captions."""


@dataclass(frozen=True)
class _Row:
    """One row: `number` is that of the title's row that it belongs to."""

    number: int
    text: str
    face: Typeface
    size: int
    width: float


class Words:
    """A title ready to be drawn over frames of one size. `seconds` is how long the shot is."""

    def __init__(self, title: Title, size: tuple[int, int], seconds: float) -> None:
        self._title, self._size = title, size
        self._end = seconds if title.end is None else title.end
        rows = list(_rows(title, size))
        self._letter = rows[0].size if rows else 0
        paint = _third(title, rows, size) if title.kind == "lower_third" else _card(title, rows, size)
        self._drawing = prepared(Picture(paint, (0.0, 0.0), 1.0), False, 1.0, None) if rows else None

    def draw(self, at: float, planes: Planes) -> None:
        """Lay the words over a frame at a second of the shot."""
        share = self._share(at)
        if share <= 0 or self._drawing is None:
            return
        if self._title.kind == "card":
            dim(planes, 1 - VEIL * share)
        settled = 1 - (1 - share) ** 3
        low = RISE * self._letter * (1 - settled) if at < (self._title.start + self._end) / 2 else 0.0
        place = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, low]])
        window = (0.0, 0.0, float(self._size[0]), float(self._size[1]))
        put(self._drawing, window, place, planes, np.array([share], np.float32), self._size)

    def _share(self, at: float) -> float:
        """How much of the words is seen."""
        start, fade = self._title.start, self._title.fade
        if not start <= at <= self._end:
            return 0.0
        part = min(1.0, (at - start) / fade, (self._end - at) / fade) if fade > 0 else 1.0
        return part * part * (3 - 2 * part)


def _rows(title: Title, size: tuple[int, int]) -> list[_Row]:
    """The rows with letters that fit the film's width."""
    share = title.size or (THIRD if title.kind == "lower_third" else FIRST)
    rows = []
    given = [(n, writable(row, title.fonts).strip()) for n, row in enumerate(title.rows)]
    parts = [(number, part) for number, row in given for part in _parted(row, share * min(size), size, number, title)]
    for n, text in parts:
        wanted = max(8.0, share * min(size) * (1.0 if n == 0 else SECOND if title.kind != "lower_third" else 0.68))
        face = _face(title, wanted, n)
        most = WIDEST * size[0]
        if face.width(text) > most:
            wanted *= most / face.width(text)
            face = _face(title, wanted, n)
        rows.append(_Row(n, text, face, max(8, round(wanted)), face.width(text)))
    return rows


def _parted(text: str, letter: float, size: tuple[int, int], row: int, title: Title) -> list[str]:
    """A row that is far too long for the film becomes two."""
    spaces = [n for n, sign in enumerate(text) if sign == " "]
    scale = 1.0 if row == 0 else SECOND
    if not spaces or _face(title, letter * scale, row).width(text) <= 1.25 * WIDEST * size[0]:
        return [text] if text else []
    middle = min(spaces, key=lambda n: abs(n - len(text) / 2))
    return [text[:middle], text[middle + 1 :]]


def _face(title: Title, size: float, row: int) -> Typeface:
    weight = title.weight if row == 0 else max(400, title.weight - 250)
    return Typeface(title.fonts, max(8, round(size)), weight=weight, language=title.language)


def _card(title: Title, rows: list[_Row], size: tuple[int, int]) -> NDArray[np.uint8]:
    """Rows in the middle, a short bar under the first, a soft shadow under all."""
    width, height = size
    last = max((n for n, row in enumerate(rows) if row.number == 0), default=-1)
    barred = last if len(rows) > last + 1 else -1
    heights = [1.18 * row.size + (0.55 * row.size if n == barred else 0) for n, row in enumerate(rows)]
    top = (height - sum(heights)) / 2
    letters = np.zeros((height, width), np.float32)
    bar = np.zeros_like(letters)
    for n, (row, tall) in enumerate(zip(rows, heights, strict=True)):
        baseline = top + 0.92 * row.size
        letters = np.maximum(letters, _written(row, (width - row.width) / 2, baseline, size))
        if n == barred:
            y, half = baseline + 0.5 * row.size, 0.09 * min(size)
            thick = max(2.0, 0.035 * row.size)
            bar = rounded([(width / 2 - half, y, width / 2 + half, y + thick)], thick, size)
        top += tall
    reach = 0.05 * (rows[0].size if rows else 20)
    shadow = 0.55 * softened(np.maximum(letters, bar), 2.2 * reach, reach)
    return _composed([(shadow, (0, 0, 0)), (bar, title.accent), (letters, title.colour)])


def _third(title: Title, rows: list[_Row], size: tuple[int, int]) -> NDArray[np.uint8]:
    """Rows on a panel at the lower left (lower right for scripts that run leftward), with a bar of the accent."""
    width, height = size
    letter = rows[0].size if rows else 20
    pad, bar = 0.62 * letter, max(3.0, 0.14 * letter)
    tall = sum(1.28 * row.size for row in rows)
    left, bottom = 0.06 * width, LOWER_EDGE * height
    wide, top = max((row.width for row in rows), default=0.0) + 2 * pad + bar, bottom - tall - 1.1 * pad
    leftward = bool(rows and is_right_to_left(rows[0].text))
    if leftward:
        left = width - left - wide
    panel = rounded([(left, top, left + wide, bottom)], 0.16 * letter, size)
    edge = left + wide - bar if leftward else left
    accent = np.minimum(rounded([(edge, top, edge + bar, bottom)], 0.0, size), panel)
    letters = np.zeros((height, width), np.float32)
    y = top + 0.55 * pad
    for row in rows:
        x = left + wide - bar - pad - row.width if leftward else left + bar + pad
        letters = np.maximum(letters, _written(row, x, y + 0.98 * row.size, size))
        y += 1.28 * row.size
    shadow = 0.35 * softened(panel, 0.22 * letter, 0.08 * letter) * (1 - panel)
    return _composed(
        [(shadow, (0, 0, 0)), (0.86 * panel, title.panel), (accent, title.accent), (letters, title.colour)]
    )


def _written(row: _Row, x: float, baseline: float, size: tuple[int, int]) -> Mask:
    return letters_mask(row.face, [(row.face.shaped(row.text), x, baseline)], size)


def _composed(parts: list[tuple[Mask, Colour]]) -> NDArray[np.uint8]:
    """Masks of one colour each, laid over each other: premultiplied RGBA."""
    whole = np.zeros((*parts[0][0].shape, 4), np.float32)
    for mask, colour in parts:
        whole *= (1 - mask)[..., None]
        whole += mask[..., None] * np.array([*colour, 255], np.float32)
    return np.clip(np.rint(whole), 0, 255).astype(np.uint8)
