"""When each caption is on screen: the captions of all lines on the film's clock, in order, closed up where lines meet.

A line's captions are timed by its own voice, so that nothing after it makes them stale. How long the last of them stays is
settled here, from the pause that there is now: two captions touch, or lie two frames apart, or at least half a second (less
flickers; Netflix, Timed Text Style Guide, General Requirements, "Frame Gap"). Example: `placed(view)[3].end` -> 12.42.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.artifacts import Cue, Subtitles
from engine.graph import View
from engine.timeline import fps, slots
from engine.types import Key

GAP, FLICKER, LONGEST = 2 / 24, 0.5, 7.0
"""Seconds: two frames of 24 a second, as captions within a line are apart; a pause that is none; the longest that one stays."""


@dataclass(frozen=True)
class Placed:
    """One caption of the film: its line, its place among the line's, and its times in seconds of the film."""

    unit: str
    index: int
    start: float
    end: float
    cue: Cue


def starts(view: View) -> dict[str, tuple[float, float]]:
    """Start and length of each line in seconds of the film; nothing while a voice or a line is missing."""
    units = view.units("voice")
    if not units or not all(view.content(Key("voice", unit)) for unit in units):
        return {}
    rate = fps(view)
    return {slot.line: (slot.start / rate, slot.frames / rate) for slot in slots(view)}


def placed(view: View) -> list[Placed]:
    """All captions in order. One that lingers ends where the next begins, and one that nearly reaches it is held until then."""
    found: list[Placed] = []
    for unit, (at, _) in starts(view).items():
        subtitles: Subtitles | None = view.content(Key("subtitles", unit))
        for index, cue in enumerate(subtitles.cues if subtitles else ()):
            if found:
                found[-1] = _until(view, found[-1], at + cue.start)
            found.append(Placed(unit, index, at + cue.start, at + cue.end, cue))
    return found


def _until(view: View, last: Placed, following: float) -> Placed:
    """A caption when the next one is known. A person's own times are kept, but for an overlap."""
    pause = following - last.end
    if pause < 0:
        return Placed(last.unit, last.index, last.start, following, last.cue)
    take = view.take(Key("subtitles", last.unit))
    held = following - GAP
    mine = take is not None and take.origin != "made"
    if mine or pause >= FLICKER or held <= last.end or held - last.start > LONGEST:
        return last
    return Placed(last.unit, last.index, last.start, held, last.cue)
