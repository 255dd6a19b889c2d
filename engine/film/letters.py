"""Letters: which font can write which of them, and how a word is shaped into glyphs, at which width.

Words are shaped whole by HarfBuzz, so that Devanagari conjuncts and Arabic joins come out right; where a font lacks a
letter the next one takes over. Knows nothing of captions, pixels or time. Example:
`Typeface(fonts, 48).shaped("स्त्री").width`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import regex
import uharfbuzz as hb

from engine.errors import MediaError

UNITS = 64
"""Font units a pixel: fine enough that no rounding of an advance is ever seen."""
_JOINERS = {0x200C, 0x200D, *range(0xFE00, 0xFE10)}
_COLOUR_TABLES = ("COLR", "CBDT", "sbix", "SVG ")


@dataclass(frozen=True)
class Glyph:
    """A shape of one font and where its origin lies: pixels right of and above the start of the baseline."""

    font: int
    number: int
    x: float
    y: float


@dataclass(frozen=True)
class Shaped:
    """A word as glyphs in pixels. `edges` tells how far from its first letter's side each letter reaches, in reading
    order.
    """

    glyphs: tuple[Glyph, ...]
    width: float
    edges: tuple[float, ...]


@lru_cache(maxsize=64)
def _face(path: str, stamp: int) -> hb.Face:
    face = hb.Face(hb.Blob.from_file_path(path))
    if face.glyph_count == 0 or not len(face.unicodes):
        raise MediaError(f"The caption font {Path(path).name} cannot be read; choose another font.")
    return face


@lru_cache(maxsize=64)
def _coverage(path: str, stamp: int) -> frozenset[int]:
    return frozenset(_face(path, stamp).unicodes)


def _stamped(path: Path) -> tuple[str, int]:
    try:
        return str(path), path.stat().st_mtime_ns
    except OSError as error:
        raise MediaError(f"The caption font {path.name} is not there; fetch the fonts or choose another.") from error


def coverage(path: Path) -> frozenset[int]:
    """The code points that a font file can write; MediaError when it is not there or is no font."""
    return _coverage(*_stamped(path))


@lru_cache(maxsize=16)
def _together(fonts: tuple[tuple[str, int], ...]) -> frozenset[int]:
    return frozenset().union(*(_coverage(path, stamp) for path, stamp in fonts))


def unwritable(text: str, fonts: tuple[Path, ...]) -> str:
    """The letters and digits of a text that none of the fonts can write (symbols such as emoji are left out of
    captions instead).
    """
    known = _together(tuple(_stamped(path) for path in fonts))
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
    known = _together(tuple(_stamped(path) for path in fonts))
    kept = "".join(c for c in text if ord(c) in known or ord(c) in _JOINERS or c.isspace())
    return regex.sub(r"(?<![\p{L}\p{M}\p{N}\p{S}\p{P}])[\u200c\u200d\ufe00-\ufe0f]+", "", kept)


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
        self._language = language.replace("_", "-")
        faces = [_face(*_stamped(path)) for path in fonts]
        self._known = [coverage(path) for path in fonts]
        self.fonts = [_sized(face, size, weight) for face in faces]
        self.coloured = [any(tag in face.table_tags for tag in _COLOUR_TABLES) for face in faces]
        self._shapes: dict[tuple[str, bool], Shaped] = {}

    def runs(self, word: str) -> list[tuple[int, str]]:
        """A word cut where the font or the script must change: (index of the font, text), in reading order. Marks stay
        with their letter.
        """
        runs: list[tuple[int, str]] = []
        script = ""
        for cluster in _clusters(word):
            last = runs[-1][0] if runs else None
            best, own = self._font_of(cluster, last), _script(cluster)
            if best == last and (not own or not script or own == script):
                runs[-1] = (best, runs[-1][1] + cluster)
            else:
                runs.append((best, cluster))
                script = ""
            script = own or script
        return runs

    def _font_of(self, cluster: str, current: int | None) -> int:
        points = {ord(letter) for letter in cluster} - _JOINERS
        order = [*([] if current is None else [current]), *range(len(self.fonts))]
        return next((i for i in order if points <= self._known[i]), order[0])

    def width(self, word: str) -> float:
        """The advance of a word in pixels."""
        return self.shaped(word).width

    def shaped(self, word: str, leftward: bool | None = None) -> Shaped:
        """A word, or a part of one that runs in one direction, as glyphs from left to right."""
        key = (word, bool(is_right_to_left(word) if leftward is None else leftward))
        if key not in self._shapes:
            self._shapes[key] = self._shape(*key)
        return self._shapes[key]

    def _shape(self, word: str, leftward: bool) -> Shaped:
        runs = self.runs(word)
        parts = [(font, *self._run(font, text, leftward)) for font, text in runs]
        glyphs: list[Glyph] = []
        x = 0.0
        for font, found, width, _ in reversed(parts) if leftward else parts:
            glyphs += [Glyph(font, number, x + at, y) for number, at, y in found]
            x += width
        before, edges = 0.0, []
        for _, _, width, ends in parts:
            edges += [before + end for end in ends]
            before += width
        return Shaped(tuple(glyphs), x, tuple(edges))

    def _run(self, font: int, text: str, leftward: bool) -> tuple[list[tuple[int, float, float]], float, list[float]]:
        """Glyphs (number, x, y), the width and the letters' edges of a run in one font, script and direction."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if leftward else "ltr"
        if self._language:
            buffer.language = self._language
        hb.shape(self.fonts[font], buffer)
        glyphs, pen, advances = [], 0, dict[int, int]()
        for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            glyphs.append((glyph.codepoint, (pen + place.x_offset) / UNITS, place.y_offset / UNITS))
            advances[glyph.cluster] = advances.get(glyph.cluster, 0) + place.x_advance
            pen += place.x_advance
        edges, reached = [], 0
        for cluster in sorted(advances):
            reached += advances[cluster]
            edges.append(reached / UNITS)
        return glyphs, pen / UNITS, edges

    def bounds(self, shaped: Shaped) -> tuple[float, float, float, float] | None:
        """How far ink reaches (left, up, right, down) from the start of the baseline; None for what has no ink."""
        boxes = []
        for glyph in shaped.glyphs:
            ink = self.fonts[glyph.font].get_glyph_extents(glyph.number)
            if ink and ink.width and ink.height:
                left, top = glyph.x + ink.x_bearing / UNITS, glyph.y + ink.y_bearing / UNITS
                boxes.append((left, top, left + ink.width / UNITS, -top - ink.height / UNITS))
        if not boxes:
            return None
        return min(b[0] for b in boxes), max(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)

    def height(self, words: str) -> tuple[float, float]:
        """Pixels above and below the baseline that the fonts of these words ask for."""
        used = {index for index, _ in self.runs(words)} or {0}
        metrics = [self.fonts[index].get_font_extents("ltr") for index in used]
        return max(m.ascender for m in metrics) / UNITS, max(-m.descender for m in metrics) / UNITS


def _sized(face: hb.Face, size: int, weight: int) -> hb.Font:
    font = hb.Font(face)
    font.scale = (size * UNITS, size * UNITS)
    font.set_variations({"wght": float(weight), "opsz": 0.75 * size})
    return font


def _script(cluster: str) -> str:
    """How Unicode calls the script of a cluster's letter; '' for signs and digits, which go with any."""
    if unicodedata.category(cluster[0])[0] != "L":
        return ""
    return unicodedata.name(cluster[0], "").split(" ")[0]


def _clusters(word: str) -> Iterator[str]:
    """A word cut before each letter that starts something new: marks, joiners, parts of one emoji and what follows a
    virama stay together.
    """
    held = ""
    for cluster in regex.findall(r"\X", word):
        if held and unicodedata.combining(held[-1]) != 9 and ord(held[-1]) != 0x200D:
            yield held
            held = ""
        held += cluster
    if held:
        yield held
