"""The gallery of caption styles, and the parts of a picture that each platform leaves free: both kept as data.

Knows which kind of letters a style wants, not where fonts are. Example:
`styled("storybook", fonts, platform="reels", size=(1080, 1920))`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal

from engine.errors import UserError
from engine.film.types import CaptionStyle

DATA = Path(__file__).with_name("data") / "caption_styles.toml"
Letters = Literal["text", "display", "italic"]


@dataclass(frozen=True)
class Preset:
    """A named style: what it is for, the kind of letters that it wants, and the style without its fonts."""

    name: str
    about: str
    letters: Letters
    style: CaptionStyle


@dataclass(frozen=True)
class SafeArea:
    """Shares of a picture kept clear at left, top, right and bottom, and who says so."""

    shares: tuple[float, float, float, float]
    source: str


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


@cache
def gallery() -> dict[str, Preset]:
    """Every style by its name, in the order in which a page shows them; 'none' draws nothing."""
    found = {name: _preset(name, dict(entry)) for name, entry in _data()["styles"].items()}
    return {**found, "none": Preset("none", "no captions in the picture", "text", CaptionStyle(mode="none"))}


def _preset(name: str, entry: dict[str, Any]) -> Preset:
    about, letters = entry.pop("about"), entry.pop("fonts", "text")
    return Preset(name, about, letters, CaptionStyle(**{key: _frozen(value) for key, value in entry.items()}))


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


@cache
def safe_areas() -> dict[str, SafeArea]:
    """What platforms and shapes leave free, by name: tv, youtube, shorts, reels, tiktok, feed, wide, square, tall."""
    return {name: SafeArea(tuple(e["shares"]), e["source"]) for name, e in _data()["safe"].items()}


def safe_shares(size: tuple[int, int], platform: str = "") -> tuple[float, float, float, float]:
    """Shares kept clear in a picture of this size: those of the platform, else those of its shape."""
    if platform:
        if platform not in safe_areas():
            raise UserError(f"There is no safe area '{platform}'; choose one of: {', '.join(safe_areas())}.")
        return safe_areas()[platform].shares
    width, height = size
    shape = "wide" if width > 1.2 * height else "tall" if height > 1.2 * width else "square"
    return safe_areas()[shape].shares


def preset(name: str) -> Preset:
    """The style of a name; UserError with the names that there are."""
    if name not in gallery():
        raise UserError(f"There is no caption style '{name}'; choose one of: {', '.join(gallery())}.")
    return gallery()[name]


def styled(
    name: str, fonts: tuple[Path, ...], *, size: tuple[int, int] = (1280, 720), platform: str = "", **changes: Any
) -> CaptionStyle:
    """The style of a name with fonts, a platform's safe area and a person's own `changes` (fields of CaptionStyle).

    UserError for a name, a platform or a field that is not known.
    """
    known = {each.name for each in fields(CaptionStyle)} - {"fonts"}
    strange = sorted(set(changes) - known)
    if strange:
        raise UserError(f"A caption style has no '{strange[0]}'; it has: {', '.join(sorted(known))}.")
    safe = safe_shares(size, platform) if platform else None
    wanted = {key: _frozen(value) for key, value in changes.items()}
    return replace(preset(name).style, **{"fonts": fonts, "safe": safe, **wanted})
