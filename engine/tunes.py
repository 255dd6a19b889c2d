"""The music beds that come with the packs, to choose from and to listen to.

Example: `tunes()[0]` -> Tune(name='calm_01', mood='calm', label='Calm 1', bpm=70).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engine.errors import MissingDependency, UserError


@dataclass(frozen=True)
class Tune:
    """A bed: its name, mood, what it is called on a page, its tempo and style."""

    name: str
    mood: str
    label: str
    bpm: float
    style: str


def tunes() -> tuple[Tune, ...]:
    """All beds by mood; none while their pack is not on this machine."""
    from engine.providers.music.beds import beds

    try:
        found = beds()
    except MissingDependency:
        return ()
    return tuple(Tune(bed.name, bed.mood, _label(bed.name), bed.bpm, bed.style) for bed in found)


def _label(name: str) -> str:
    return " ".join(part.lstrip("0") or "0" if part.isdigit() else part for part in name.split("_")).capitalize()


def tune_file(name: str) -> Path:
    """Where a bed lies; UserError for a name that there is not."""
    from engine.providers.music.beds import beds

    try:
        found = next((bed.path for bed in beds() if bed.name == name), None)
    except MissingDependency:
        found = None
    if found is None:
        raise UserError("There is no such bed.")
    return found
