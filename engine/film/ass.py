"""Writes captions as ASS that libass draws as the film has them burned: letters, places, boxes, light and times.

Each row is an event of its own with its place, since libass spaces rows by the font and ours do not; rows of one
caption after the first are named '+'. The letters that are used travel inside the file. Example:
`ass(film)` -> '[Script Info]...'.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from engine.film.ass_fonts import Embedded, embedded
from engine.film.ass_reading import DECORATION, NEXT_ROW
from engine.film.captions import Captions, Shown, struck
from engine.film.layout import Box, Laid, Spot, laid
from engine.film.letters import Typeface
from engine.film.popping import SPRING, START
from engine.film.srt import write_text
from engine.film.types import Colour, Film
from engine.film.wording import Page

if TYPE_CHECKING:
    from pysubs2 import SSAEvent, SSAFile

CURVE = 0.5523
"""How far the handles of a quarter circle reach, in radii."""
RADIUS = 0.24


def ass(film: Film, *, fonts: bool = True) -> str:
    """The film's captions in its style and size; `fonts` puts the letters that are used into the file.

    MediaError when no font can write a letter.
    """
    captions = Captions(film)
    file = _file(film)
    shown = captions.pages
    used = _letters(shown)
    known = embedded(film.style.fonts, film.style.weight, shown[0].page.size, used) if shown else []
    for page in shown:
        face = captions.face(page.page.size)
        file.events += _Writer(film, page, face, known).events()
    if fonts:
        file.fonts_opaque.update({font.file: font.lines() for font in known if font.data})
    return file.to_string("ass")


def write_ass(film: Film, out: Path, *, fonts: bool = True) -> None:
    """Write an .ass file (UTF-8), aside and renamed; MediaError when the disk does not take it."""
    write_text(ass(film, fonts=fonts), out)


def _letters(shown: Iterable[Shown]) -> str:
    return "".join(sorted({letter for page in shown for letter in page.page.text} | {" "}))


def _file(film: Film) -> SSAFile:
    from pysubs2 import Alignment, Color, SSAFile, SSAStyle

    file = SSAFile()
    file.info |= {
        "Title": film.title or "Captions", "PlayResX": str(film.size[0]), "PlayResY": str(film.size[1]),
        "ScaledBorderAndShadow": "yes", "Kerning": "yes", "WrapStyle": "2", "YCbCr Matrix": "TV.709",
    }  # fmt: skip
    file.styles.clear()
    style = film.style
    look = SSAStyle(fontname="Sans", fontsize=40, outline=0, shadow=0, alignment=Alignment.BOTTOM_LEFT, encoding=-1)
    look.primarycolor = look.secondarycolor = Color(*style.colour)
    look.outlinecolor, look.backcolor = Color(*style.outline_colour), Color(0, 0, 0, 128)
    file.styles["Caption"] = look
    return file


def _tag(colour: Colour) -> str:
    """A colour as ASS has it: blue, green, red."""
    return f"&H{colour[2]:02X}{colour[1]:02X}{colour[0]:02X}&"


def _opacity(share: float) -> str:
    return f"&H{round(255 * (1 - share)):02X}&"


class _Writer:
    """The events of one page."""

    def __init__(self, film: Film, shown: Shown, face: Typeface, fonts: list[Embedded]) -> None:
        self._film, self._style, self._shown, self._face, self._fonts = film, film.style, shown, face, fonts
        self._page: Page = shown.page
        self._laid: Laid = laid(shown.page, film, face)

    def events(self) -> Iterator[SSAEvent]:
        size, style = self._page.size, self._style
        if style.box == "rows":
            for n, row in enumerate(self._laid.rows):
                yield self._box(row, self._shown.first, self._shown.end, self._revealed(n))
        if style.box == "word":
            for first, end, word in self._shown.lit:
                yield from (self._box(box, first, end) for box in self._laid.word_box(word, size))
        if style.glow:
            yield from self._rows(2, rf"\bord{style.glow * size:.2f}\blur{style.glow * size:.2f}\1a&HFF&"
                                     rf"\3c{_tag(style.glow_colour)}\3a&H30&\shad0")  # fmt: skip
        if style.shadow:
            reach = style.shadow * size
            yield from self._rows(1, rf"\bord{style.outline * size:.2f}\blur{0.6 * reach:.2f}\1a&HFF&\3a&H66&\3c&H000000&",
                                  drop=0.5 * reach)  # fmt: skip
        yield from self._rows(3, rf"\bord{style.outline * size:.2f}\3c{_tag(style.outline_colour)}", timed=True)

    def _event(self, layer: int, first: int, end: int, text: str, name: str = "") -> SSAEvent:
        from pysubs2 import SSAEvent

        start, last = (1000 * frame / self._film.fps for frame in (first, end))
        return SSAEvent(start=round(start), end=round(last), layer=layer, style="Caption", text=text, name=name)

    def _rows(self, layer: int, look: str, *, drop: float = 0.0, timed: bool = False) -> Iterator[SSAEvent]:
        """An event for each row; the uppermost layer carries the words' times, the others are marked as decoration."""
        for row in range(len(self._page.rows)):
            spots = [spot for spot in self._laid.spots if spot.row == row]
            if spots:
                yield self._row(spots, row, layer, look, drop, timed)

    def _row(self, spots: list[Spot], row: int, layer: int, look: str, drop: float, timed: bool) -> SSAEvent:
        pieces = self._page.rows[row]
        used = {font for piece in pieces for font, _ in self._face.runs(piece.text)}
        below = max(self._fonts[font].below for font in used) * self._page.size
        left, bottom = min(spot.x for spot in spots), spots[0].baseline + below + drop
        place = rf"\pos({left:.2f},{bottom:.2f})" if self._style.mode != "pop" else self._springing(left, bottom)
        text = "{" + rf"\an1{place}{look}{self._revealed(row)}" + "}"
        before = 0
        for n, piece in enumerate(pieces):
            space = self._lettered(" ") if piece.gap and n else ""
            marks, before = self._timing(piece.word, before) if timed else ("", 0)
            text += space + (f"{{{marks}}}" if marks else "") + self._lettered(piece.text)
        name = ("" if row == 0 else NEXT_ROW) if timed else DECORATION
        return self._event(layer, self._shown.first, self._shown.end, text, name)

    def _lettered(self, text: str) -> str:
        """Letters with the font and size that each run needs."""
        made = ""
        for font, run in self._face.runs(text):
            own = self._fonts[font]
            size = self._page.size * (own.above + own.below)
            safe = run.replace("\\", "\\\u2060").replace("{", "\\{").replace("}", "\\}")
            made += rf"{{\fn{own.family}\fs{size:.2f}}}{safe}"
        return made

    def _timing(self, word: int, before: int) -> tuple[str, int]:
        """Karaoke tags of a word, given the hundredths that are spent already, and those spent after it."""
        style, start = self._style, self._shown.first
        if style.mode not in ("karaoke", "pop") or not 0 <= word < len(self._page.words):
            return "", before
        lit = next((span for span in self._shown.lit if span[2] == word), None)
        heard = self._page.words[word]
        first = lit[0] if lit else int(heard.start * self._film.fps + 0.5)
        at, until = (
            max(0, round(100 * (frame - start) / self._film.fps)) for frame in (first, lit[1] if lit else first)
        )
        spoken = max(at, min(until or 10**9, round(100 * (heard.end - start / self._film.fps)))) if lit else at
        gap = rf"\k{at - before}" if at > before else ""
        if not lit:
            return rf"{gap}\k0\1c{_tag(style.colour)}", at
        light = rf"\1c{_tag(style.highlight)}\t({until * 10},{until * 10 + 1},\1c{_tag(style.colour)})"
        return rf"{gap}\k{max(1, spoken - at)}{light}", max(at + 1, spoken)

    def _springing(self, left: float, bottom: float) -> str:
        """A row that springs to its size about the middle of its page."""
        rows = self._laid.rows
        across, down = (rows[0][0] + rows[0][2]) / 2, (rows[0][1] + rows[-1][3]) / 2
        low, high = round(100 * START), 106
        half, full = round(450 * SPRING), round(1000 * SPRING)
        x, y = across + (left - across) * START, down + (bottom - down) * START
        small = rf"\fscx{low}\fscy{low}"
        large = rf"\t(0,{half},\fscx{high}\fscy{high})\t({half},{full},\fscx100\fscy100)"
        return rf"\move({x:.2f},{y:.2f},{left:.2f},{bottom:.2f},0,{half}){small}{large}"

    def _revealed(self, row: int) -> str:
        """Where letters are written: what is seen of a row grows with its words."""
        if self._style.mode != "typewriter":
            return ""
        left, top, right, bottom = (round(at) for at in self._laid.rows[row])
        spots = sorted((spot for spot in self._laid.spots if spot.row == row), key=lambda spot: spot.order)
        if not spots:
            return ""
        leftward, begun = spots[0].leftward, self._shown.first / self._film.fps
        edge = right if leftward else left
        tags = rf"\clip({edge},{top},{edge},{bottom})"
        for n, spot in enumerate(spots):
            letters = len(spot.shaped.edges)
            from_, to = (struck(self._page, spot.word, at, letters) - begun for at in (0, letters))
            edge = round(spot.x if leftward else spot.x + spot.shaped.width)
            edge = (left if leftward else right) if n + 1 == len(spots) else edge
            area = f"{edge},{top},{right},{bottom}" if leftward else f"{left},{top},{edge},{bottom}"
            tags += rf"\t({max(0, round(1000 * from_))},{max(1, round(1000 * to))},\clip({area}))"
        return tags

    def _box(self, box: Box, first: int, end: int, more: str = "") -> SSAEvent:
        left, top, right, bottom = box
        width, height = right - left, bottom - top
        r = min(RADIUS * self._page.size, width / 2, height / 2)
        look = rf"\an7\pos({left:.2f},{top:.2f})\bord0\shad0\1c{_tag(self._style.box_colour)}"
        tags = rf"{look}\1a{_opacity(self._style.box_opacity)}{more}\p4"
        return self._event(0, first, end, "{" + tags + "}" + _round(width, height, r), DECORATION)


def _round(width: float, height: float, r: float) -> str:
    """A rectangle with round corners as an ASS drawing, in eighths of a pixel."""
    k = r * (1 - CURVE)
    corners = [
        ((width - r, 0), (width - k, 0), (width, k), (width, r)),
        ((width, height - r), (width, height - k), (width - k, height), (width - r, height)),
        ((r, height), (k, height), (0, height - k), (0, height - r)),
        ((0, r), (0, k), (k, 0), (r, 0)),
    ]
    path = f"m {round(8 * r)} 0"
    for start, one, two, end in corners:
        points = " ".join(f"{round(8 * x)} {round(8 * y)}" for x, y in (one, two, end))
        path += f" l {round(8 * start[0])} {round(8 * start[1])} b {points}"
    return path
