"""Which font file has the letters of a text, and how to load it. Knows no colours, layouts or captions.

Fonts are found by reading the files themselves (names, weights, variation axes, letters), never by file name. They
come from the font packs, then from the folders in REELWRIGHT_FONTS, and only for letters that neither has from the
system's own folders. Example: `fonts_for("पुल टूट गया", "display")[0]` is a font that can set these words.
"""

from __future__ import annotations

import contextlib
import os
import struct
import sys
import time
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import regex
from PIL import ImageFont

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

Role = Literal["display", "text", "italic"]
"""'display' is for large words (a serif where there is one), 'text' for small ones (a sans), 'italic' for asides."""

_SUFFIXES = {".ttf", ".otf", ".ttc", ".otc"}
_SERIF_NAMES = ("serif", "playfair", "fraunces", "lora", "garamond", "bodoni", "baskerville", "times", "georgia", "abril", "roman",
                "antiqua", "cormorant", "tiro", "rozha", "gloock")  # fmt: skip
_SCRIPT_NAMES = frozenset(
    """arabic armenian bengali cjk jp kr sc tc hk devanagari ethiopic georgian gujarati gurmukhi hebrew kannada khmer
    lao malayalam myanmar oriya sinhala tamil telugu thai tibetan""".split()  # noqa: SIM905
)
_ODD_NAMES = (
    "mono",
    "symbol",
    "emoji",
    "code",
    "math",
    "music",
    "icon",
    "dingbat",
    "blackletter",
    "condensed",
    "narrow",
)


@dataclass(frozen=True)
class Axis:
    """A way in which a variable font can be changed, such as 'wght' from 100 to 900."""

    tag: str
    low: float
    usual: float
    high: float


@dataclass(frozen=True)
class Face:
    """A font file as it describes itself; `letters` are the code points that it has shapes for."""

    path: Path
    index: int
    family: str
    style: str
    weight: int
    italic: bool
    serif: bool
    odd: bool
    axes: tuple[Axis, ...]
    letters: frozenset[int]

    def covers(self, text: str) -> bool:
        """Whether every visible character of the text has a shape here."""
        return all(ord(c) in self.letters for c in text if not _is_silent(c))


def _is_silent(character: str) -> bool:
    """Spaces, joiners and other characters that a font need not have."""
    return (
        character.isspace()
        or unicodedata.category(character) in ("Cf", "Cc", "Zs")
        or "\ufe00" <= character <= "\ufe0f"
    )


def clean(text: str) -> str:
    """The text without emoji, private and control characters, its spaces made single."""
    text = regex.sub(
        r"\p{Emoji_Presentation}|\p{Emoji}\uFE0F\u20E3?|[\p{Co}\p{Cn}\p{Cs}\U0001F1E6-\U0001F1FF\U0001F3FB-\U0001F3FF]",
        " ",
        text,
    )
    text = "".join(" " if unicodedata.category(c) == "Cc" else c for c in text)
    text = regex.sub(r"(?<![\p{L}\p{M}])[\u200c\u200d\ufe0e\ufe0f]+", "", text)
    return " ".join(unicodedata.normalize("NFC", text).split())


# ---------------------------------------------------------------- reading files


def _read(path: Path) -> list[Face]:
    """The faces of a font file, several where it is a collection; none where it is damaged or has no outlines."""
    from fontTools.ttLib import TTCollection, TTFont, TTLibError

    try:
        collection = path.suffix.lower() in (".ttc", ".otc")
        fonts = TTCollection(path, lazy=True).fonts if collection else [TTFont(path, lazy=True)]
        shared: dict[int, frozenset[int]] = {}
        return [face for i, font in enumerate(fonts) if (face := _face(path, i, font, shared))]
    except (TTLibError, OSError, KeyError, AssertionError, ValueError, struct.error):
        return []


def _face(path: Path, index: int, font: TTFont, shared: dict[int, frozenset[int]]) -> Face | None:
    """What one font says of itself. Fonts of a collection share their table of letters: it is read once."""
    if not any(tag in font for tag in ("glyf", "CFF ", "CFF2")):
        return None
    names, metrics = font["name"], font["OS/2"]
    family, style = names.getBestFamilyName() or path.stem, names.getBestSubFamilyName() or ""
    axes = (
        tuple(Axis(a.axisTag, a.minValue, a.defaultValue, a.maxValue) for a in font["fvar"].axes)
        if "fvar" in font
        else ()
    )
    place = font.reader.tables["cmap"].offset
    if place not in shared:
        shared[place] = frozenset(font.getBestCmap() or ())
    low = family.lower()
    serif = ("sans" not in low and any(name in low for name in _SERIF_NAMES)) or 2 <= metrics.panose.bSerifStyle <= 10
    odd = any(name in f"{low} {style.lower()}" for name in _ODD_NAMES)
    italic = "italic" in style.lower() or "oblique" in style.lower()
    return Face(path, index, family, style, metrics.usWeightClass, italic, serif, odd, axes, shared[place])


@lru_cache(maxsize=64)
def _faces_in(folder: str, changed: int) -> tuple[Face, ...]:
    """Every usable font below a folder; `changed` is the folder's time, so that a new font is seen."""
    files = sorted(p for p in Path(folder).rglob("*") if p.suffix.lower() in _SUFFIXES and p.is_file())
    return tuple(face for path in files for face in _read(path))


def _faces(folders: list[Path]) -> list[Face]:
    return [face for f in folders if f.is_dir() for face in _faces_in(str(f), f.stat().st_mtime_ns)]


def _own_folders() -> tuple[str, ...]:
    """The main font pack, the person's own folders, then the large pack for Chinese, Japanese and Korean: what is
    here of them."""
    variables = tuple(os.environ.get(f"REELWRIGHT_{name}", "") for name in ("HOME", "PACKS", "FONTS"))
    return _look_for_folders(variables, int(time.monotonic()))


@lru_cache(maxsize=4)
def _look_for_folders(variables: tuple[str, ...], second: int) -> tuple[str, ...]:
    """Asked hundreds of times for a picture, so it looks at the disk once a second at most."""
    from engine.errors import ProviderError
    from engine.packs import folder

    own = [Path(part) for part in variables[-1].split(os.pathsep) if part]
    found: list[Path] = []
    for pack, after in (("fonts", own), ("fonts-cjk", [])):
        with contextlib.suppress(ProviderError):
            found.append(folder(pack))
        found += after
    return tuple(str(path) for path in found if path.is_dir())


def stamp() -> tuple[tuple[str, int], ...]:
    """Changes when fonts come or go: for those who remember what they measured."""
    return tuple((name, Path(name).stat().st_mtime_ns) for name in _own_folders())


def _system_folders() -> list[Path]:
    if sys.platform == "win32":
        return [Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"]
    home = Path.home()
    mac = [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    return (
        mac
        if sys.platform == "darwin"
        else [home / ".local/share/fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")]
    )


# ---------------------------------------------------------------- choosing


def _script_names(letters: str) -> set[str]:
    """How the names of fonts call the scripts of some letters ('devanagari', 'kr')."""
    found = {unicodedata.name(c, "").split(" ")[0].lower() for c in letters if unicodedata.category(c)[0] == "L"}
    if found & {"hiragana", "katakana"}:
        return {*found, "jp"}
    return {*found, "kr"} if "hangul" in found else {*found, "sc"} if "cjk" in found else found


def _fitness(face: Face, role: Role, scripts: set[str]) -> float:
    """How well a face suits a role and a script, before its letters are considered."""
    named = face.family.lower()
    score = -8.0 * face.odd - 6.0 * (face.italic != (role == "italic"))
    score += 4.0 if face.serif == (role != "text") else 0.0
    score += 1.5 if role == "display" and "display" in named else 0.0
    score += 1.0 if any(axis.tag == "wght" for axis in face.axes) else -abs(face.weight - 500) / 400
    words = set(named.split())
    score += 0.8 * bool(words & scripts) - 1.0 * bool(words & _SCRIPT_NAMES and not words & scripts)
    return score - 0.3 * ("noto" in named and role == "display")


def _letters(text: str) -> str:
    return "".join(c for c in text if not _is_silent(c))


@lru_cache(maxsize=2048)
def _ranked(letters: str, role: Role, fonts: tuple[tuple[str, int], ...]) -> tuple[Face, ...]:
    """Faces that together cover as many of these letters as can be: each adds at least one, the best first."""
    left = dict.fromkeys(letters)
    # Letters choose a face; digits and marks that most faces have must not.
    strong = [c for c in left if unicodedata.category(c)[0] in "LM"] or list(left)
    scripts = _script_names(letters)
    chosen: list[Face] = []
    # Folders are asked one after the other: the later ones are large, and slow to read.
    for folders in (*([Path(name)] for name, _ in fonts), _system_folders()):
        if not left:
            break
        pool = sorted(_faces(folders), key=lambda f: (-_fitness(f, role, scripts), str(f.path), f.index))
        while left:
            best = max(
                pool,
                key=lambda f: (
                    sum(ord(c) in f.letters for c in strong if c in left),
                    sum(ord(c) in f.letters for c in left),
                    _fitness(f, role, scripts),
                ),
                default=None,
            )
            if best is None or not any(ord(c) in best.letters for c in left):
                break
            chosen.append(best)
            left = {c: None for c in left if ord(c) not in best.letters}
    return tuple(chosen)


def faces_for(text: str, role: Role = "text") -> tuple[Face, ...]:
    """Like `fonts_for`, but with what each font says of itself."""
    letters = "".join(dict.fromkeys(_letters(text))) or "x"
    return _ranked(letters, role, stamp())


def fonts_for(text: str, role: Role = "text") -> list[Path]:
    """Font files that together have the letters of the text, the best first; empty when none here has any of them."""
    return [face.path for face in faces_for(text, role)]


def uncovered(text: str) -> str:
    """The characters of the text that no font here can show, each once."""
    faces = faces_for(text)
    return "".join(dict.fromkeys(c for c in _letters(text) if not any(ord(c) in face.letters for face in faces)))


def runs(text: str, role: Role = "text") -> list[tuple[str, Face]]:
    """The text cut where the font has to change, in reading order; characters that no font has are left out."""
    faces = faces_for(text, role)
    found: list[tuple[str, Face]] = []
    for cluster in regex.findall(r"\X", text):
        current = found[-1][1] if found else None
        fits = [face for face in faces if face.covers(cluster)]
        if not fits:
            continue
        face = current if current in fits and (current is faces[0] or not cluster.strip().isalpha()) else fits[0]
        if face is None or (cluster.isspace() and current):
            face = current or fits[0]
        if current is face:
            found[-1] = (found[-1][0] + cluster, face)
        else:
            found.append((cluster, face))
    return found


# ---------------------------------------------------------------- loading


@lru_cache(maxsize=192)
def load(face: Face, size: float, weight: int = 400, width: int = 100) -> ImageFont.FreeTypeFont:
    """The font at `size` pixels an em, with the weight (100 to 900) and width (62 to 100) nearest to those asked that
    it has."""
    font = ImageFont.truetype(face.path, size, index=face.index, layout_engine=ImageFont.Layout.RAQM)
    if face.axes:
        wanted = {"wght": weight, "wdth": width, "opsz": size * 0.75}
        font.set_variation_by_axes(
            [min(max(wanted.get(a.tag, a.usual if a.tag != "WONK" else 0), a.low), a.high) for a in face.axes]
        )
    return font
