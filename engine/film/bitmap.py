"""One page of caption as a bitmap in YUV planes: placed rows, outline, soft shadow, and a variant for each lit word.

A row is drawn word by word from shaped letters, so that lighting a word changes its colour and nothing else.
Knows nothing of time. Example: `Bitmap(page, film, face).blend(word, planes)`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.film.letters import Typeface, is_right_to_left
from engine.film.picture import Planes, to_yuv
from engine.film.types import CaptionStyle, Film
from engine.film.wording import Page, Piece, Row

Mask = NDArray[np.float32]

_SAFE = {"wide": (0.06, 0.06, 0.06, 0.075), "square": (0.06, 0.06, 0.06, 0.08), "tall": (0.08, 0.12, 0.08, 0.22)}
"""Kept clear at left, top, right and bottom: television's margins, and what phones lay over the lower part of tall
films.
"""


def safe_area(style: CaptionStyle, size: tuple[int, int]) -> tuple[float, float, float, float]:
    """The box in pixels (left, top, right, bottom) that captions stay in."""
    width, height = size
    shape = "wide" if width > 1.2 * height else "tall" if height > 1.2 * width else "square"
    left, top, right, bottom = style.safe or _SAFE[shape]
    return left * width, top * height, (1 - right) * width, (1 - bottom) * height


class Bitmap:
    """One page as premultiplied YUV and inverse alpha, cropped to its letters, with a variant for each lit word."""

    def __init__(self, page: Page, film: Film, face: Typeface) -> None:
        style = film.style
        self._style, self._size = style, film.size
        placed = list(_placed(page, film, face))
        self._box = _ink_box(placed, page, style, film.size, face)
        stroke = style.outline * page.size
        fill = self._mask(face, placed, 0.0)
        outline = self._mask(face, placed, stroke) if stroke > 0 else fill
        alpha, planes = self._composed(fill, outline, page.size)
        self._inverse = _byte_planes([1 - alpha] * 3, scale=255.0)
        self._base = planes
        self._lit: dict[int, Planes] = {-1: _byte_planes(planes)}
        words = sorted({spot.piece.word for spot in placed if spot.piece.word >= 0})
        for word in words if style.mode == "karaoke" else ():
            self._lit[word] = self._with_light(self._mask(face, [s for s in placed if s.piece.word == word], 0.0))

    def blend(self, word: int, planes: Planes) -> None:
        """Lay the page over a frame, with one word lit."""
        left, top, right, bottom = self._box
        ink = self._lit.get(word, self._lit[-1])
        for n, (pre, inverse) in enumerate(zip(ink, self._inverse, strict=True)):
            k = 1 if n == 0 else 2
            under = planes[n][top // k : bottom // k, left // k : right // k]
            cv2.add(pre, cv2.multiply(under, inverse, scale=1 / 255), dst=under)

    def _mask(self, face: Typeface, placed: list[Spot], stroke: float) -> Mask:
        left, top, right, bottom = self._box
        image = Image.new("L", (right - left, bottom - top), 0)
        for spot in placed:
            face.draw(image, spot.piece.text, (spot.x - left, spot.baseline - top), stroke)
        return np.asarray(image, dtype=np.float32) / np.float32(255)

    def _composed(self, fill: Mask, outline: Mask, size: int) -> tuple[Mask, list[Mask]]:
        """Fill over outline over a soft shadow: alpha, and the three planes premultiplied by it (all at full size)."""
        style = self._style
        shadow = _shadow(outline, style.shadow * size)
        under = shadow * (1 - outline)
        alpha = fill + (1 - fill) * (outline + under)
        inside, edge, dark = (to_yuv(c) for c in (style.colour, style.outline_colour, (0, 0, 0)))
        planes = [f * fill + (1 - fill) * (o * outline + d * under) for f, o, d in zip(inside, edge, dark, strict=True)]
        return alpha, planes

    def _with_light(self, mask: Mask) -> Planes:
        """The page with the letters of one word in the highlight colour: a change of colour under the same alpha."""
        change = [
            lit - plain for lit, plain in zip(to_yuv(self._style.highlight), to_yuv(self._style.colour), strict=True)
        ]
        return _byte_planes([plane + delta * mask for plane, delta in zip(self._base, change, strict=True)])


@dataclass(frozen=True)
class Spot:
    """A piece and where its baseline starts, in pixels of the film."""

    piece: Piece
    x: float
    baseline: float


def _placed(page: Page, film: Film, face: Typeface) -> Iterator[Spot]:
    """Every piece of a page: rows centred in the safe area, the last one on its lower edge (or as the style's place
    asks).
    """
    left, top, right, bottom = safe_area(film.style, film.size)
    up, down = face.height(page.text)
    up, down = min(up, round(1.2 * page.size)), min(down, round(0.45 * page.size))
    pitch = max(round(1.22 * page.size), round(0.98 * (up + down)))
    edge = film.style.outline * page.size
    tall = up + down + pitch * (len(page.rows) - 1) + 2 * edge
    start = {"bottom": bottom - tall, "middle": (top + bottom - tall) / 2, "top": top}[film.style.place]
    for n, row in enumerate(page.rows):
        baseline = round(max(start, 0.0) + edge + up + n * pitch)
        x = (left + right - _advance(row, face)) / 2
        for piece, gap in _in_sight_order(row, bool(is_right_to_left(page.text))):
            x += face.width(" ") if gap else 0.0
            yield Spot(piece, x, baseline)
            x += face.width(piece.text)


def _advance(row: Row, face: Typeface) -> float:
    return sum(face.width(piece.text) for piece in row) + sum(piece.gap for piece in row[1:]) * face.width(" ")


def _in_sight_order(row: Row, leftward: bool) -> Iterator[tuple[Piece, bool]]:
    """Pieces from left to right with the space before each: words of the other direction keep their own order."""
    ways = [is_right_to_left(piece.text) for piece in row]
    turned = [leftward if way is None else way for way in ways]
    for n, way in enumerate(ways):
        if way is None and 0 < n < len(row) - 1 and turned[n - 1] == turned[n + 1]:
            turned[n] = turned[n - 1]
    runs: list[list[int]] = []
    for n, way in enumerate(turned):
        if runs and turned[runs[-1][-1]] == way:
            runs[-1].append(n)
        else:
            runs.append([n])
    runs = [run[::-1] if turned[run[0]] else run for run in runs]
    order = [n for run in (runs[::-1] if leftward else runs) for n in run]
    yield row[order[0]], False
    for before, n in pairwise(order):
        yield row[n], row[max(before, n)].gap if abs(before - n) == 1 else True


def _ink_box(
    placed: list[Spot], page: Page, style: CaptionStyle, size: tuple[int, int], face: Typeface
) -> tuple[int, int, int, int]:
    """The even-sided box of the film that holds all letters with outline and shadow."""
    pad = (style.outline + 3 * style.shadow) * page.size + 0.35 * page.size
    up, down = face.height(page.text)
    left = min(spot.x for spot in placed) - pad
    right = max(spot.x + face.width(spot.piece.text) for spot in placed) + pad
    top = min(spot.baseline for spot in placed) - up - pad
    bottom = max(spot.baseline for spot in placed) + down + pad
    ends = [int(np.floor(at / 2)) * 2 for at in (left, top)] + [int(np.ceil(at / 2)) * 2 for at in (right, bottom)]
    limits = (size[0], size[1], size[0], size[1])
    a, b, c, d = (min(max(at, 0), limit) for at, limit in zip(ends, limits, strict=True))
    return a, b, c, d


def _shadow(outline: Mask, reach: float) -> Mask:
    """The outline blurred and let down a little, at 60%."""
    if reach <= 0:
        return np.zeros_like(outline)
    fallen = cv2.warpAffine(outline, np.array([[1.0, 0, 0], [0, 1.0, 0.5 * reach]]), outline.shape[::-1])
    soft: Mask = cv2.GaussianBlur(fallen, (0, 0), 0.6 * reach).astype(np.float32)
    return 0.6 * soft


def _byte_planes(planes: list[Mask], scale: float = 1.0) -> Planes:
    """Full-size planes as bytes, chroma halved to where H.264 puts it (level with the left pixel of each pair)."""
    luma, *chroma = planes
    return [_bytes(luma * scale), *(_bytes(_halved(plane) * scale) for plane in chroma)]


def _halved(plane: Mask) -> Mask:
    rows = (plane[0::2] + plane[1::2]) / 2
    wide = np.pad(rows, ((0, 0), (1, 1)), mode="edge")
    return np.asarray((wide[:, 0:-2:2] + 2 * wide[:, 1:-1:2] + wide[:, 2::2]) / 4, dtype=np.float32)


def _bytes(plane: Mask) -> NDArray[np.uint8]:
    return np.clip(np.rint(plane), 0, 255).astype(np.uint8)
