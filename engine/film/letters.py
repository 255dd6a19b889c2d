"""Letters: which font can write which of them, how wide a word is, and drawing it as a mask.

Words are shaped whole (HarfBuzz through Pillow's raqm), so that Devanagari conjuncts and Arabic joins come out right;
where a font lacks a letter the next one takes over. Knows nothing of captions or time. Example: `Typeface(fonts,
48).width("स्त्री")`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, features

from engine.errors import MediaError

_JOINERS = {0x200C, 0x200D, *range(0xFE00, 0xFE10)}
_SHAPED = (range(0x0590, 0x0900), range(0x0900, 0x0E00), range(0x0E00, 0x1100), range(0x1780, 0x1800))
"""Hebrew to Arabic, the Indic scripts, Thai to Burmese, Khmer: letters that may not be drawn one by one."""


@lru_cache(maxsize=64)
def _coverage(path: str, stamp: float) -> frozenset[int]:
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(path, lazy=True, fontNumber=0) as font:
            return frozenset(font.getBestCmap() or ())
    except (TTLibError, OSError, KeyError, ValueError) as error:
        raise MediaError(f"The caption font {Path(path).name} cannot be read; choose another font.") from error


def coverage(path: Path) -> frozenset[int]:
    """The code points that a font file can write."""
    try:
        return _coverage(str(path), path.stat().st_mtime)
    except OSError as error:
        raise MediaError(f"The caption font {path.name} is not there; fetch the fonts or choose another.") from error


def unwritable(text: str, fonts: tuple[Path, ...]) -> str:
    """The letters and digits of a text that none of the fonts can write (symbols such as emoji are left out of
    captions instead).
    """
    known = frozenset().union(*(coverage(path) for path in fonts))
    return "".join(sorted({c for c in text if ord(c) not in known and unicodedata.category(c)[0] in "LMN"}))


def writable(text: str, fonts: tuple[Path, ...]) -> str:
    """The text without symbols that no font has and without control characters; MediaError for a letter that none
    has.
    """
    lacking = unwritable(text, fonts)
    if lacking:
        name = unicodedata.name(lacking[0], "an unnamed letter").lower()
        raise MediaError(
            f"No caption font can write '{lacking[0]}' ({name}); add a font for that script to the caption style."
        )
    known = frozenset().union(*(coverage(path) for path in fonts))
    return "".join(c for c in text if ord(c) in known or ord(c) in _JOINERS or c.isspace())


def is_right_to_left(text: str) -> bool | None:
    """The direction of the first letter that has one; None for digits and signs alone."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return None


class Typeface:
    """Fonts in order of preference at one letter size in pixels. `weight` applies to variable fonts."""

    def __init__(self, fonts: tuple[Path, ...], size: int, *, weight: int = 700, language: str = "") -> None:
        if not fonts:
            raise MediaError("Captions need a font; give the caption style at least one font file.")
        self.size = size
        self._paths = fonts
        self._shapes = features.check("raqm")
        self._language = (language or None) if self._shapes else None
        self._fonts = [self._open(path, weight) for path in fonts]
        self._known = [coverage(path) for path in fonts]
        self._widths: dict[str, float] = {}

    def _open(self, path: Path, weight: int) -> ImageFont.FreeTypeFont:
        engine = ImageFont.Layout.RAQM if self._shapes else ImageFont.Layout.BASIC
        try:
            font = ImageFont.truetype(str(path), self.size, layout_engine=engine)
        except OSError as error:
            raise MediaError(f"The caption font {path.name} cannot be read; choose another font.") from error
        try:
            axes = font.get_variation_axes()
        except (OSError, NotImplementedError):
            return font
        font.set_variation_by_axes([_axis(axis, weight) for axis in axes])
        return font

    def runs(self, word: str) -> list[tuple[int, str]]:
        """A word cut where the font must change: (index of the font, text), in reading order. Marks stay with their
        letter.
        """
        runs: list[tuple[int, str]] = []
        for cluster in _clusters(word):
            last = runs[-1][0] if runs else None
            best = self._font_of(cluster, last)
            if best == last:
                runs[-1] = (best, runs[-1][1] + cluster)
            else:
                runs.append((best, cluster))
        return runs

    def _font_of(self, cluster: str, current: int | None) -> int:
        points = {ord(letter) for letter in cluster} - _JOINERS
        order = [*([] if current is None else [current]), *range(len(self._fonts))]
        return next((i for i in order if points <= self._known[i]), order[0])

    def width(self, word: str) -> float:
        """The advance of a word in pixels."""
        if word not in self._widths:
            self._widths[word] = sum(self._advance(font, text) for font, text in self._shaped(word))
        return self._widths[word]

    def draw(self, onto: Image.Image, word: str, at: tuple[float, float], stroke: float = 0.0) -> None:
        """Draw a word into a mask (mode 'L') with its baseline starting at `at`; `stroke` is the outline's width in
        pixels.
        """
        x, baseline = at
        pen = ImageDraw.Draw(onto)
        parts = list(self._shaped(word))
        for font, text in reversed(parts) if is_right_to_left(word) else parts:
            at = (x, baseline)
            pen.text(at, text, fill=255, font=font, anchor="ls", stroke_width=stroke, language=self._language)
            x += self._advance(font, text)

    def height(self, words: str) -> tuple[int, int]:
        """Pixels above and below the baseline that the fonts of these words ask for."""
        used = {index for index, _ in self.runs(words)} or {0}
        metrics = [self._fonts[index].getmetrics() for index in used]
        return max(up for up, _ in metrics), max(down for _, down in metrics)

    def _shaped(self, word: str) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
        if not self._shapes and any(ord(letter) in block for letter in word for block in _SHAPED):
            raise MediaError(
                "Captions in this script need the FriBiDi library, which this machine lacks; "
                "install it (libfribidi0) and try again."
            )
        for index, text in self.runs(word):
            yield self._fonts[index], text

    def _advance(self, font: ImageFont.FreeTypeFont, text: str) -> float:
        return font.getlength(text, language=self._language)


def _axis(axis: ImageFont.Axis, weight: int) -> float:
    name = axis["name"] or b""
    if name == b"Weight":
        return min(max(weight, axis["minimum"] or 1), axis["maximum"] or 1000)
    return axis["default"] or 0


def _clusters(word: str) -> Iterator[str]:
    """A word cut before each letter that starts something new: marks, joiners and what follows a virama stay
    together.
    """
    cluster = ""
    for letter in word:
        joined = cluster and (
            unicodedata.category(letter)[0] == "M"
            or ord(letter) in _JOINERS
            or unicodedata.combining(cluster[-1]) == 9
            or ord(cluster[-1]) == 0x200D
        )
        if cluster and not joined:
            yield cluster
            cluster = ""
        cluster += letter
    if cluster:
        yield cluster
