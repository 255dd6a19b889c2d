"""One page of caption as bitmaps in YUV planes: box, shadow, glow, outline and letters, with a variant for each lit
word.

A row is drawn word by word from shaped letters, so that lighting a word changes its colour and nothing else. Every
variant is made once, when it is first seen, and then only blended. Knows nothing of time. Example:
`Bitmap(page, film, face).blend(Look(word=2), planes)`.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.film.ink import FINE, Mask, coloured, letters_mask, outlined, rounded, shrunk, softened
from engine.film.layout import Laid, Spot, laid
from engine.film.letters import Shaped, Typeface
from engine.film.picture import Planes, to_yuv
from engine.film.rounding import halved, whole
from engine.film.types import Film
from engine.film.warp import lay, lay_all
from engine.film.wording import Page

RADIUS = 0.24
"""How round boxes are, in letter sizes."""
KEPT_SCALES = 8
Area = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels."""


@dataclass(frozen=True)
class Look:
    """What is special in a frame: the lit word (-1 = none), how large the page is, how many letters are written yet
    (-1 = all).
    """

    word: int = -1
    scale: float = 1.0
    letters: int = -1


@dataclass(frozen=True)
class Ink:
    """Premultiplied planes and what they let through: pixel = ink + pixel * through / 255."""

    ink: Planes
    through: Planes


@dataclass
class _Layers:
    """Premultiplied Y, U, V and coverage of an area, as more is laid over it."""

    planes: list[Mask]
    alpha: Mask

    def over(self, mask: Mask, colour: tuple[int, int, int]) -> None:
        clear = 1 - mask
        for plane, value in zip(self.planes, to_yuv(colour), strict=True):
            plane *= clear
            plane += np.float32(value) * mask
        self.alpha *= clear
        self.alpha += mask

    def over_picture(self, rgba: NDArray[np.float32]) -> None:
        """Premultiplied RGB and alpha (0 to 1) over what is there."""
        alpha = rgba[:, :, 3]
        clear = 1 - alpha
        zero, one = np.array(to_yuv((0, 0, 0))), [np.array(to_yuv(c)) for c in _PRIMARIES]
        for n, plane in enumerate(self.planes):
            plane *= clear
            plane += zero[n] * alpha + sum((one[c][n] - zero[n]) * rgba[:, :, c] for c in range(3))
        self.alpha *= clear
        self.alpha += alpha


_PRIMARIES = ((255, 0, 0), (0, 255, 0), (0, 0, 255))


class Bitmap:
    """One page, cropped to its ink, with the variants that were asked for."""

    def __init__(self, page: Page, film: Film, face: Typeface) -> None:
        self._page, self._style, self._face = page, film.style, face
        self._laid: Laid = laid(page, film, face)
        self.area: Area = self._laid.ink
        self._drawn: dict[int, Ink] = {}
        self._scaled: OrderedDict[tuple[int, float], Ink] = OrderedDict()
        left, top, right, bottom = self.area
        self._size = (right - left, bottom - top)
        self._fine = letters_mask(face, self._sets(self._laid.spots), self._size, FINE)
        self._under, self._edge, self._fill = self._masks()
        self._base = self._layers()

    def _sets(self, spots: Iterable[Spot]) -> list[tuple[Shaped, float, float]]:
        left, top = self.area[:2]
        return [(spot.shaped, spot.x - left, spot.baseline - top) for spot in spots]

    def _masks(self) -> tuple[list[tuple[Mask, tuple[int, int, int]]], Mask | None, Mask]:
        """Shadow and glow with their colours, the outline, and the letters."""
        style, size = self._style, self._page.size
        fill = shrunk(self._fine)
        edge = outlined(self._fine, style.outline * size) if style.outline > 0 else None
        solid = fill if edge is None else edge
        under = []
        if style.shadow > 0:
            reach = style.shadow * size
            under.append((0.6 * softened(solid, 0.6 * reach, 0.5 * reach), (0, 0, 0)))
        if style.glow > 0:
            near, far = softened(solid, 0.35 * style.glow * size), softened(solid, style.glow * size)
            under.append((np.clip(0.95 * far + 0.55 * near, 0, 1), style.glow_colour))
        return under, edge, fill

    def _layers(self) -> _Layers:
        """The page with no word lit."""
        width, height = self._size
        layers = _Layers(
            [np.zeros((height, width), np.float32) for _ in range(3)], np.zeros((height, width), np.float32)
        )
        style = self._style
        if style.box == "rows":
            layers.over(style.box_opacity * self._rounded(self._laid.rows, (0, 0, width, height)), style.box_colour)
        self._write(layers, (0, 0, width, height), style.colour)
        picture = coloured(self._face, self._sets(self._laid.spots), self._size)
        if picture is not None:
            layers.over_picture(picture)
        return layers

    def _rounded(self, boxes: Iterable[tuple[float, float, float, float]], area: Area) -> Mask:
        """Boxes of the film with round corners, within an area of the bitmap."""
        left, top = self.area[0] + area[0], self.area[1] + area[1]
        moved = [(a - left, b - top, c - left, d - top) for a, b, c, d in boxes]
        return rounded(moved, RADIUS * self._page.size, (area[2] - area[0], area[3] - area[1]))

    def _write(self, layers: _Layers, area: Area, colour: tuple[int, int, int]) -> None:
        """Everything over the box, within an area."""
        a, b, c, d = area
        for mask, shade in self._under:
            layers.over(mask[b:d, a:c], shade)
        if self._edge is not None:
            layers.over(self._edge[b:d, a:c], self._style.outline_colour)
        layers.over(self._fill[b:d, a:c], colour)

    def ink(self, word: int) -> Ink:
        """The page with one word lit (-1 = none)."""
        if word not in self._drawn:
            if -1 not in self._drawn:
                self._drawn[-1] = _inked(self._base)
            if word != -1:
                self._drawn[word] = self._lit(word)
        return self._drawn[word]

    def _lit(self, word: int) -> Ink:
        """The page with the letters of one word in the highlight colour, on its own box where the style asks."""
        spots = [spot for spot in self._laid.spots if spot.word == word]
        plain = self._drawn[-1]
        if not spots:
            return plain
        boxes = self._laid.word_box(word, self._page.size)
        area = self._area_of(spots, boxes)
        a, b, c, d = area
        if self._style.box == "word":
            parts = self._on_box(boxes, area)
            self._colour(parts.planes, spots, area)
            patch = _inked(parts)
            return Ink(_patched(plain.ink, patch.ink, area), _patched(plain.through, patch.through, area))
        planes = [plane[b:d, a:c].copy() for plane in self._base.planes]
        self._colour(planes, spots, area)
        return Ink(_patched(plain.ink, _in_bytes(planes), area), plain.through)

    def _on_box(self, boxes: list[tuple[float, float, float, float]], area: Area) -> _Layers:
        a, b, c, d = area
        layers = _Layers([np.zeros((d - b, c - a), np.float32) for _ in range(3)], np.zeros((d - b, c - a), np.float32))
        layers.over(self._style.box_opacity * self._rounded(boxes, area), self._style.box_colour)
        self._write(layers, area, self._style.colour)
        return layers

    def _colour(self, planes: list[Mask], spots: list[Spot], area: Area) -> None:
        """Turn letters from the usual colour to the highlight: a change of colour under the same coverage."""
        a, b, c, d = area
        left, top = self.area[:2]
        sets = [(s.shaped, s.x - left - a, s.baseline - top - b) for s in spots]
        mask = letters_mask(self._face, sets, (c - a, d - b))
        lit, usual = to_yuv(self._style.highlight), to_yuv(self._style.colour)
        for plane, to, off in zip(planes, lit, usual, strict=True):
            plane += np.float32(to - off) * mask

    def _area_of(self, spots: list[Spot], boxes: list[tuple[float, float, float, float]]) -> Area:
        """The even-sided area of the bitmap that holds some spots and boxes."""
        left, top = self.area[:2]
        pad = 0.4 * self._page.size
        low = min(s.x for s in spots) - left - pad, min(box[1] for box in boxes) - top - pad
        high = max(s.x + s.shaped.width for s in spots) - left + pad, max(box[3] for box in boxes) - top + pad
        a, b = (max(0, int(at) // 2 * 2) for at in low)
        c, d = (min(most, (int(at) + 3) // 2 * 2) for at, most in zip(high, self._size, strict=True))
        return a, b, c, d

    def blend(self, look: Look, planes: Planes) -> None:
        """Lay the page over a frame."""
        ink = self.ink(look.word)
        if look.scale != 1.0:
            ink = self._resized(look, ink)
        if look.letters < 0:
            lay_all(ink.ink, ink.through, planes, self.area[1], self.area[0])
            return
        for part in self._written(look.letters):
            _blend(ink, planes, self.area, part)

    def _resized(self, look: Look, ink: Ink) -> Ink:
        key = (look.word, look.scale)
        if key not in self._scaled:
            self._scaled[key] = _scaled(ink, look.scale, self._middle())
            while len(self._scaled) > KEPT_SCALES:
                self._scaled.popitem(last=False)
        return self._scaled[key]

    def _middle(self) -> tuple[float, float]:
        rows, (left, top) = self._laid.rows, self.area[:2]
        across = (min(row[0] for row in rows) + max(row[2] for row in rows)) / 2
        return across - left, (rows[0][1] + rows[-1][3]) / 2 - top

    @property
    def letters(self) -> list[tuple[int, int]]:
        """Each letter of the page in reading order: the word it belongs to, and its place in the word."""
        found: list[tuple[int, int]] = []
        counts: dict[int, int] = {}
        for spot in self._in_order():
            for _ in spot.shaped.edges:
                found.append((spot.word, counts.get(spot.word, 0)))
                counts[spot.word] = counts.get(spot.word, 0) + 1
        return found

    def _in_order(self) -> list[Spot]:
        return sorted(self._laid.spots, key=lambda spot: spot.order)

    def _written(self, letters: int) -> list[Area]:
        """The parts of the bitmap in which the first letters stand; a row's margin goes with its outermost letters."""
        left, top = self.area[:2]
        width, height = self._size
        spans: dict[int, list[tuple[float, float]]] = {}
        for spot in self._in_order():
            count = min(letters, len(spot.shaped.edges))
            letters -= count
            if count:
                reach = spot.shaped.edges[count - 1]
                start = spot.x - left + (spot.shaped.width - reach if spot.leftward else 0)
                spans.setdefault(spot.row, []).append((start, start + reach))
        parts: list[Area] = []
        for row, found in spans.items():
            box = self._laid.rows[row]
            low, high = min(a for a, _ in found), max(b for _, b in found)
            pad = self._style.outline * self._page.size
            first = 0 if low <= self._inner(row)[0] - left + 1 else max(0, int(low - pad) // 2 * 2)
            last = width if high >= self._inner(row)[1] - left - 1 else min(width, int(high + pad) // 2 * 2)
            upper = 0 if row == 0 else _even((self._laid.rows[row - 1][3] + box[1]) / 2 - top)
            end = row + 1 >= len(self._laid.rows)
            lower = height if end else _even((box[3] + self._laid.rows[row + 1][1]) / 2 - top)
            parts.append((first, upper, last, lower))
        return parts

    def _inner(self, row: int) -> tuple[float, float]:
        own = [spot for spot in self._laid.spots if spot.row == row]
        return min(s.x for s in own), max(s.x + s.shaped.width for s in own)


def _even(at: float) -> int:
    return max(0, round(at / 2) * 2)


def _blend(ink: Ink, planes: Planes, area: Area, part: Area) -> None:
    """Lay a part of the ink (in its own pixels) over a frame in which it stands at `area`."""
    a, b, c, d = part
    if c <= a or d <= b:
        return
    for n, (over, through) in enumerate(zip(ink.ink, ink.through, strict=True)):
        k = 1 if n == 0 else 2
        own = np.s_[b // k : d // k, a // k : c // k]
        lay(over[own], through[own], planes[n], area[1] // k + b // k, area[0] // k + a // k)


def _patched(planes: Planes, patch: Planes, area: Area) -> Planes:
    """Copies of planes with another part in an area of the bitmap."""
    a, b, c, d = area
    made = [plane.copy() for plane in planes]
    for n, part in enumerate(patch):
        # The patch's first column of colour cannot know what stands left of it.
        k, skip = (1, 2) if n == 0 else (2, 1)
        made[n][b // k : d // k, a // k + skip : c // k] = part[:, skip:]
    return made


def _inked(layers: _Layers) -> Ink:
    """Full-size layers as bytes, chroma halved to where H.264 puts it (level with the left pixel of each pair)."""
    clear = 1 - layers.alpha
    half = halved(clear, 255)
    return Ink(_in_bytes(layers.planes), [whole(clear, 255), half, half])


def _in_bytes(planes: list[Mask]) -> Planes:
    luma, *chroma = planes
    return [whole(luma), *(halved(plane) for plane in chroma)]


def _scaled(ink: Ink, scale: float, middle: tuple[float, float]) -> Ink:
    """The ink made larger or smaller about a point, in the same area."""

    def turned(plane: NDArray[np.uint8], number: int, border: int) -> NDArray[np.uint8]:
        x, y = middle if number == 0 else (middle[0] / 2, (middle[1] - 0.5) / 2)
        matrix = np.array([[scale, 0, x - scale * x], [0, scale, y - scale * y]])
        size = (plane.shape[1], plane.shape[0])
        flags = cv2.INTER_AREA if scale < 0.5 else cv2.INTER_LINEAR
        made = cv2.warpAffine(plane, matrix, size, flags=flags, borderMode=cv2.BORDER_CONSTANT, borderValue=border)
        return np.asarray(made, dtype=np.uint8)

    return Ink(
        [turned(plane, n, 0) for n, plane in enumerate(ink.ink)],
        [turned(plane, n, 255) for n, plane in enumerate(ink.through)],
    )
