"""Where every word of a page of caption stands in the film: safe areas, rows, baselines and boxes, in pixels.

Knows no colours and no time. Example: `laid(page, film, face).spots[0].x`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from engine.film.caption_styles import safe_shares
from engine.film.letters import Shaped, Typeface, is_right_to_left
from engine.film.popping import OVER
from engine.film.reading_order import in_sight_order
from engine.film.types import CaptionStyle, Film
from engine.film.wording import BOX_PAD, Page, Row

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels of the film."""
WORD_PAD = 0.16
"""What the box of a lit word reaches beyond its letters at each side, in letter sizes."""
ROOM_ABOVE, ROOM_BELOW = 0.10, 0.06
"""What boxes leave above and below the letters' own heights, in letter sizes."""


@dataclass(frozen=True)
class Spot:
    """A stretch of letters of one word in one direction, and where its baseline starts. `order` is its place in
    reading order among all of its page.
    """

    word: int
    shaped: Shaped
    x: float
    baseline: float
    row: int
    order: tuple[int, int]
    leftward: bool


@dataclass(frozen=True)
class Laid:
    """A page in place: its spots from left to right and top to bottom, a box around each row, and the even-sided box
    that holds all of its ink.
    """

    spots: tuple[Spot, ...]
    rows: tuple[Box, ...]
    ink: tuple[int, int, int, int]
    up: float
    down: float

    def word_box(self, word: int, size: int) -> list[Box]:
        """Boxes around a word, one for each row that it stands in."""
        found = []
        for row, (_, top, _, bottom) in enumerate(self.rows):
            own = [spot for spot in self.spots if spot.word == word and spot.row == row]
            if own:
                left, right = min(s.x for s in own), max(s.x + s.shaped.width for s in own)
                found.append((left - WORD_PAD * size, top, right + WORD_PAD * size, bottom))
        return found


def safe_area(style: CaptionStyle, size: tuple[int, int]) -> Box:
    """The box in pixels that captions stay in."""
    width, height = size
    left, top, right, bottom = style.safe or safe_shares(size)
    return left * width, top * height, (1 - right) * width, (1 - bottom) * height


def laid(page: Page, film: Film, face: Typeface) -> Laid:
    """Rows centred in the safe area, the last one on its lower edge (or as the style's place asks)."""
    style, size = film.style, page.size
    up, down = _height(page, face)
    pad = BOX_PAD * size if style.box != "none" else 0.0
    room = (ROOM_ABOVE * size, ROOM_BELOW * size) if style.box != "none" else (style.outline * size,) * 2
    pitch = max(round(1.22 * size), round(0.98 * (up + down) if not pad else up + down + sum(room)))
    left, top, right, bottom = safe_area(style, film.size)
    tall = up + down + pitch * (len(page.rows) - 1) + sum(room)
    start = {"bottom": bottom - tall, "middle": (top + bottom - tall) / 2, "top": top}[style.place]
    start = max(start, 0.0) + room[0] + up
    spots: list[Spot] = []
    boxes: list[Box] = []
    for n, row in enumerate(page.rows):
        baseline = round(start + n * pitch)
        found = list(_row(row, n, baseline, bool(is_right_to_left(page.text)), face))
        wide = max((s.x + s.shaped.width for s in found), default=0.0)
        moved = (left + right - wide) / 2
        spots += [Spot(s.word, s.shaped, s.x + moved, s.baseline, n, s.order, s.leftward) for s in found]
        boxes.append((moved - pad, baseline - up - room[0], moved + wide + pad, baseline + down + room[1]))
    return Laid(tuple(spots), tuple(boxes), _ink(spots, boxes, film, page, face), up, down)


def _height(page: Page, face: Typeface) -> tuple[float, float]:
    up, down = face.height(page.text)
    if page.size and len(page.text) and face.height("x") == (up, down):
        # Latin fonts keep room for stacked accents; boxes and rows look right without it.
        return min(up, 1.0 * page.size), min(down, 0.3 * page.size)
    return min(up, 1.2 * page.size), min(down, 0.45 * page.size)


def _row(row: Row, number: int, baseline: float, leftward: bool, face: Typeface) -> Iterator[Spot]:
    """The stretches of a row from left to right, beginning at 0."""
    x = 0.0
    parts: dict[int, int] = {}
    for stretch in in_sight_order([piece.text for piece in row], [piece.gap for piece in row], leftward):
        shaped = face.shaped(stretch.text, stretch.leftward)
        if stretch.piece >= 0:
            part = parts[stretch.piece] = parts.get(stretch.piece, -1) + 1
            spot_order = (number * 1000 + stretch.piece, part)
            yield Spot(row[stretch.piece].word, shaped, x, baseline, number, spot_order, stretch.leftward)
        x += shaped.width


def _ink(spots: list[Spot], boxes: list[Box], film: Film, page: Page, face: Typeface) -> tuple[int, int, int, int]:
    """The even-sided box of the film that holds all letters with outline, box, glow and shadow."""
    style, size = film.style, page.size
    soft = max(2.4 * style.shadow, 3 * style.glow) * size
    pad = style.outline * size + soft + 2
    found = [(spot, face.bounds(spot.shaped)) for spot in spots]
    edges = [
        (spot.x + ink[0] - pad, spot.baseline - ink[1] - pad, spot.x + ink[2] + pad, spot.baseline + ink[3] + pad)
        for spot, ink in found
        if ink
    ]
    edges += boxes if style.box != "none" else boxes[:1] if not edges else []
    left, top = min(edge[0] for edge in edges), min(edge[1] for edge in edges)
    right, bottom = max(edge[2] for edge in edges), max(edge[3] for edge in edges)
    if style.mode == "pop":
        # Room for what springs beyond its size.
        across, down = (OVER - 1) / 2 * (right - left) + 2, (OVER - 1) / 2 * (bottom - top) + 2
        left, top, right, bottom = left - across, top - down, right + across, bottom + down
    ends = [math.floor(at / 2) * 2 for at in (left, top)] + [math.ceil(at / 2) * 2 for at in (right, bottom)]
    limits = (film.size[0], film.size[1], film.size[0], film.size[1])
    a, b, c, d = (min(max(at, 0), limit) for at, limit in zip(ends, limits, strict=True))
    return a, b, c, d
