"""Setting type: measuring a line as ink, breaking words into balanced lines, and drawing a line into a mask.

Knows no colours and no layout. Lengths are in ems where said, else pixels. Words are never hyphenated.
Example: `break_lines("the last bus to Northgate", face, 2)` is ['the last bus', 'to Northgate'].
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import regex
from PIL import Image, ImageDraw

from engine.fonts import Role, load, runs, stamp
from engine.looks import Lettering

_REFERENCE = 200.0
_JOINED = regex.compile(r"[\p{Arabic}\p{Syriac}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Mongolian}\p{Nko}]")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
_CLOSING = "、。，．・：；？！」』）】〉》ー」々,.!?;:%)]”’"
_LEANS_FORWARD = frozenset(["a", "an", "the", "le", "la", "les", "der", "die", "das", "el", "los"])
_LEANS_BACK = frozenset(
    ["का", "की", "के", "को", "से", "में", "ने", "पर", "भी", "ही", "तक", "है", "हैं", "था", "थी", "थे", "गया", "गई", "गए"]
)
_RIGHT_TO_LEFT = regex.compile(r"[\p{Hebrew}\p{Arabic}\p{Syriac}\p{Thaana}\p{Nko}]")


@dataclass(frozen=True)
class Face:
    """How a run of words looks, apart from its size and colour."""

    role: Role = "display"
    weight: int = 700
    width: int = 100
    tracking: float = 0.0
    capitals: bool = False

    def cased(self, text: str) -> str:
        """The text as it is set: in capitals where the face asks for them and the script has any."""
        return text.replace("ß", "ẞ").upper() if self.capitals else text


def large(lettering: Lettering) -> Face:
    """The face of a look's large words."""
    return Face(lettering.role, lettering.weight, lettering.width, lettering.tracking, lettering.capitals)


@dataclass(frozen=True)
class Ink:
    """A line at one pixel an em: how far the pen moves, and the box of what is black, from the pen's start on the
    baseline."""

    advance: float
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left


@lru_cache(maxsize=4096)
def _pieces(text: str, face: Face, size: float, fonts: object) -> tuple[tuple[str, object, float], ...]:
    """(string, font, x) of a line's parts from left to right: one for each font, or each letter where letters are
    spaced."""
    found = [(part, load(f, size, face.weight, face.width)) for part, f in runs(text, face.role)]
    if _RIGHT_TO_LEFT.search(text) and len(found) > 1:
        found.reverse()
    spaced = face.tracking and not _JOINED.search(text) and not _RIGHT_TO_LEFT.search(text)
    pieces: list[tuple[str, object, float]] = []
    x = 0.0
    for part, font in found:
        if not spaced:
            pieces.append((part, font, x))
        else:
            clusters = regex.findall(r"\X", part)
            for i, cluster in enumerate(clusters):
                # The advance of all that comes before keeps the kerning between letters.
                before = font.getlength("".join(clusters[: i + 1])) - font.getlength(cluster)
                pieces.append((cluster, font, x + before + i * face.tracking * size))
            x += len(clusters) * face.tracking * size
        x += font.getlength(part)
    return tuple(pieces)


def ink_of(text: str, face: Face) -> Ink:
    """The extent of a line per em."""
    return _measured(face.cased(text), face, stamp())


@lru_cache(maxsize=4096)
def _measured(text: str, face: Face, fonts: object) -> Ink:
    boxes, end = [], 0.0
    for part, font, x in _pieces(text, face, _REFERENCE, fonts):
        left, top, right, bottom = font.getbbox(part, anchor="ls")  # type: ignore[attr-defined]
        boxes.append((x + left, top, x + right, bottom))
        end = max(end, x + font.getlength(part))  # type: ignore[attr-defined]
    if not boxes:
        return Ink(0.0, 0.0, 0.0, 0.0, 0.0)
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    unit = 1 / _REFERENCE
    return Ink(end * unit, min(lefts) * unit, min(tops) * unit, max(rights) * unit, max(bottoms) * unit)


def draw_line(mask: Image.Image, x: float, baseline: float, text: str, face: Face, size: float) -> None:
    """Draw a line into a mask (mode 'L') with the pen at x on the baseline, in pixels."""
    pen = ImageDraw.Draw(mask)
    for part, font, offset in _pieces(face.cased(text), face, round(size, 2), stamp()):
        pen.text((x + offset, baseline), part, font=font, fill=255, anchor="ls")  # type: ignore[arg-type]


# ---------------------------------------------------------------- breaking lines


def _atoms(text: str, anywhere: bool) -> list[str]:
    """The smallest parts between which a line may end; each keeps the space that follows it."""
    atoms: list[str] = []
    for word in regex.findall(r"\S+\s*", text):
        if not (anywhere or _UNSPACED.search(word)):
            # A long address may end a line after its own marks.
            atoms += regex.findall(r".+?[/_.&=?-]+(?=\w)|.+$", word.rstrip("\n")) if len(word) > 26 else [word]
            continue
        for cluster in regex.findall(r"\X", word):
            if atoms and (cluster in _CLOSING or cluster.isspace()):
                atoms[-1] += cluster
            else:
                atoms.append(cluster)
    return _kept_together(atoms) if not anywhere else atoms


def _kept_together(atoms: list[str]) -> list[str]:
    """A number stays with its unit, an article with its noun, a Hindi postposition with the word before it, a short
    last word with its neighbour."""
    joined: list[str] = []
    for i, atom in enumerate(atoms):
        word = atom.strip().lower()
        last = i == len(atoms) - 1 and len(atoms) > 3 and len(word) <= 2
        before = joined[-1].strip().lower() if joined and joined[-1].endswith(" ") else ""
        if before and (
            last
            or word in _LEANS_BACK
            or before.split()[-1] in _LEANS_FORWARD
            or regex.fullmatch(r"[\p{N}.,½]+", before)
        ):
            joined[-1] += atom
        else:
            joined.append(atom)
    return joined


def break_lines(text: str, face: Face, count: int, anywhere: bool = False) -> tuple[str, ...]:
    """The text in at most `count` lines, the longest of them as short as can be, the others as even as can be."""
    atoms = _atoms(text, anywhere)
    count = min(count, len(atoms))
    if count <= 1:
        return (text.strip(),) if text.strip() else ()
    widths = [ink_of(atom.rstrip(), face).advance for atom in atoms]
    space = 0.25
    prefix = [0.0]
    for atom, width in zip(atoms, widths, strict=True):
        prefix.append(prefix[-1] + width + (space if atom.endswith(" ") else 0.0))
    ends = _best_ends(prefix, count, [space if atom.endswith(" ") else 0.0 for atom in atoms])
    return tuple("".join(atoms[a:b]).strip() for a, b in pairwise([0, *ends]))


def _best_ends(prefix: list[float], count: int, tails: list[float]) -> list[int]:
    """Where lines end so that the sum of the cubes of their widths is least, which evens them and shortens the
    longest."""
    size = len(prefix) - 1
    best: list[list[tuple[float, int]]] = [[(0.0, 0)] + [(float("inf"), 0)] * size]
    for _ in range(count):
        row = [(float("inf"), 0)]
        for end in range(1, size + 1):
            row.append(
                min(
                    (best[-1][start][0] + (prefix[end] - prefix[start] - tails[end - 1]) ** 3, start)
                    for start in range(end)
                )
            )
        best.append(row)
    ends, end = [], size
    for row in reversed(best[1:]):
        ends.append(end)
        end = row[end][1]
    return ends[::-1]


@dataclass(frozen=True)
class Fit:
    """Lines and the size in pixels at which they fit."""

    lines: tuple[str, ...]
    size: float


def fit(text: str, face: Face, size: float, width: float, most: int, height: float = 1e9, leading: float = 1.05) -> Fit:
    """The largest size up to `size` at which the text fits a width (and height) in at most `most` lines; prefers few
    lines."""
    options: list[Fit] = []
    for count in range(1, most + 1):
        lines = break_lines(text, face, count)
        widest = max((ink_of(line, face).width for line in lines), default=0.0) or 1e-6
        options.append(Fit(lines, min(size, 0.995 * width / widest, height / (leading * max(len(lines), 1)))))
        if len(lines) < count:
            break
    top = max(option.size for option in options)
    return next(option for option in options if option.size >= 0.97 * top)


def fit_anyhow(text: str, face: Face, least: float, width: float) -> Fit:
    """Lines at the size `least`, words that are wider than the width being cut between letters (as a long address
    must be)."""
    for count in range(1, 60):
        lines = break_lines(text, face, count, anywhere=True)
        if max(ink_of(line, face).width for line in lines) * least <= width or len(lines) < count:
            return Fit(lines, least)
    return Fit(lines, least)
