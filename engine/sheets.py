"""A contact sheet: every shot's picture with its number, time and words, on pages of a PDF.

Example: `contact_sheet(view, blobs.path, "1280x720", Path("sheet.pdf"))`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.artifacts import Keyframe, Shot, parse_size
from engine.errors import UserError
from engine.graph import View
from engine.stages.clip import Find
from engine.types import Key

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

PAGE, MARGIN, GAP, LETTERS = (2480, 1754), 90, 48, 30
"""A4 across at 300 dots an inch."""
INK, QUIET = (24, 24, 27), (99, 99, 109)


@dataclass(frozen=True)
class _Tile:
    unit: str
    words: str
    picture: Path


def contact_sheet(view: View, find: Find, size: str, out: Path) -> Path:
    """Write the sheet; UserError while no shot has a picture."""
    tiles = list(_tiles(view, find, size))
    if not tiles:
        raise UserError("No shot has a picture yet; make keyframes first.")
    width, height = parse_size(size)
    columns = 4 if width > height else 6
    cell = (PAGE[0] - 2 * MARGIN - (columns - 1) * GAP) // columns
    high = round(cell * height / width) + 4 * LETTERS + GAP
    rows = max(1, (PAGE[1] - 2 * MARGIN) // high)
    each = columns * rows
    pages = [_page(tiles[n : n + each], columns, cell, high, (width, height)) for n in range(0, len(tiles), each)]
    aside = out.with_suffix(".part")
    pages[0].save(aside, "PDF", save_all=True, append_images=pages[1:], resolution=300)
    return aside.replace(out)


def _tiles(view: View, find: Find, size: str) -> list[_Tile]:
    found, order = [], view.content(Key("shotlist", "order"))
    for unit in order.shots if order else ():
        keyframe: Keyframe | None = view.content(Key("keyframe", unit))
        shot: Shot | None = view.content(Key("shotlist", unit))
        if keyframe and shot:
            found.append(_Tile(unit, _said(view, shot), find(keyframe.picture(size).image)))
    return found


def _said(view: View, shot: Shot) -> str:
    parts: list[str] = []
    for span in shot.spans:
        line = view.content(Key("script", span.line))
        parts += (line.text.split() if line else [])[span.first : span.last]
    return " ".join(parts)


def _page(tiles: Sequence[_Tile], columns: int, cell: int, high: int, shape: tuple[int, int]) -> Image.Image:
    from PIL import Image, ImageDraw, ImageOps

    page = Image.new("RGB", PAGE, "white")
    draw = ImageDraw.Draw(page)
    for n, tile in enumerate(tiles):
        x, y = MARGIN + n % columns * (cell + GAP), MARGIN + n // columns * high
        box = (cell, round(cell * shape[1] / shape[0]))
        with Image.open(tile.picture) as picture:
            page.paste(ImageOps.fit(picture.convert("RGB"), box), (x, y))
        _letters(draw, (x, y + box[1] + 10), tile.unit, INK, cell, 1)
        _letters(draw, (x, y + box[1] + 14 + LETTERS), tile.words, QUIET, cell, 2)
    return page


def _letters(
    draw: ImageDraw.ImageDraw, at: tuple[int, int], words: str, colour: tuple[int, int, int], width: int, most: int
) -> None:
    """Words in as many rows as there is room for, the last ending in an ellipsis where there are more."""
    from PIL import ImageFont

    from engine.fonts import fonts_for

    font = ImageFont.truetype(str(fonts_for(words or "a")[0]), LETTERS - 4)
    rows: list[str] = []
    left = words.split()
    while left and len(rows) < most:
        count = next((n for n in range(len(left), 1, -1) if font.getlength(" ".join(left[:n])) <= width), 1)
        rows.append(" ".join(left[:count]))
        left = left[count:]
    if left and rows:
        rows[-1] = rows[-1][: max(1, len(rows[-1]) - 2)].rstrip(" ,.;") + "…"
    for n, row in enumerate(rows):
        draw.text((at[0], at[1] + n * LETTERS), row, font=font, fill=colour)
