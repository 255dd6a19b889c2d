"""What a piece is for a page: its words, picture, sound, length and place in the film; read from a snapshot, nothing is asked.

Lengths are known once the voices are. Example: `Pieces(snapshot).picture("keyframe", "s06")` -> a blob's hash.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from engine.artifacts import Clip, Keyframe, Line, Shot, Voice
from engine.graph import View
from engine.timeline import HEAD, fps, shot_frames, slots
from engine.types import Key

TABS = ("project", "script", "voice", "subtitles", "shotlist", "keyframe", "clip", "cut")
"""The tabs, in order; all but the first and the last are a stage of the engine."""
STAGES_OF = {"project": ("brief", "bible"), "cut": ("sounds", "music", "cut")}
OF_LINES = ("script", "voice", "subtitles")
OF_SHOTS = ("shotlist", "keyframe", "clip", "sounds")


def stages_of(tab: str) -> tuple[str, ...]:
    """The engine's stages behind a tab."""
    return STAGES_OF.get(tab, (tab,))


def tab_of(stage: str) -> str:
    """The tab that shows a stage."""
    return next((tab for tab, stages in STAGES_OF.items() if stage in stages), stage)


@dataclass(frozen=True)
class Pieces:
    """Readings of one view of a film."""

    view: View

    def units(self, stage: str) -> list[str]:
        """The pieces of a stage that have a card of their own."""
        return [unit for unit in self.view.units(stage) if unit != "order"]

    def words(self, stage: str, unit: str) -> str:
        """What is said in a line or a shot; for others what they are about."""
        if stage in OF_LINES:
            line: Line | None = self.view.content(Key("script", unit))
            return line.text if line else ""
        shot: Shot | None = self.view.content(Key("shotlist", unit)) if stage in OF_SHOTS else None
        return self._covered(shot) if shot else ""

    def _covered(self, shot: Shot) -> str:
        parts = []
        for span in shot.spans:
            line: Line | None = self.view.content(Key("script", span.line))
            parts.append(" ".join((line.text.split() if line else [])[span.first : span.last]))
        return " ".join(parts)

    def speaker(self, unit: str) -> str:
        """Who says a line, by name."""
        line: Line | None = self.view.content(Key("script", unit))
        return self.name(line.speaker) if line else ""

    def name(self, entry: str) -> str:
        """A bible entry by its name."""
        found = self.view.content(Key("bible", entry)) if entry in self.view.units("bible") else None
        return found.name or entry if found else entry

    def scene(self, unit: str) -> str:
        """The title of the scene that a line begins, or ''."""
        order = self.view.content(Key("script", "order"))
        return next((s.title for s in order.scenes if s.lines and s.lines[0] == unit), "") if order else ""

    def picture(self, stage: str, unit: str) -> str:
        """The hash of what a shot looks like now: its keyframe, or what its clip was made of."""
        clip: Clip | None = self.view.content(Key("clip", unit)) if stage == "clip" else None
        keyframe: Keyframe | None = clip.keyframe if clip else self.view.content(Key("keyframe", unit))
        return keyframe.pictures[0].image.sha256 if keyframe and keyframe.pictures else ""

    def proxy(self, unit: str) -> str:
        """The hash of a shot's moving proxy, or ''."""
        clip: Clip | None = self.view.content(Key("clip", unit))
        return clip.proxy.sha256 if clip and clip.proxy else ""

    def voice(self, unit: str) -> Voice | None:
        """A line's voice, where it is made."""
        return self.view.content(Key("voice", unit))

    @cached_property
    def spoken(self) -> bool:
        """Whether every line has a voice, so that times are known."""
        units = self.view.units("voice")
        return bool(units) and all(self.voice(unit) for unit in units)

    @cached_property
    def times(self) -> dict[str, tuple[float, float]]:
        """Start and length in seconds of every line and shot; empty while a voice is missing."""
        if not self.spoken:
            return {}
        rate = fps(self.view)
        found = {slot.line: (slot.start / rate, slot.frames / rate) for slot in slots(self.view)}
        order, at = self.view.content(Key("shotlist", "order")), 0
        for unit in order.shots if order else ():
            if self._timed(unit):
                frames = shot_frames(self.view, unit)
                found[unit] = (at / rate, frames / rate)
                at += frames
        return found

    def _timed(self, unit: str) -> bool:
        shot: Shot | None = self.view.content(Key("shotlist", unit))
        return shot is not None and all(span.line in self.view.units("voice") for span in shot.spans)

    def length(self, unit: str) -> float | None:
        """Seconds of a line's voice or of a shot."""
        if unit in self.times:
            return self.times[unit][1]
        voice = self.voice(unit) if unit in self.view.units("voice") else None
        return voice.duration if voice else None

    def spoken_at(self, stage: str, unit: str) -> tuple[float, float] | None:
        """From when to when the words of a piece are heard, in seconds of the film."""
        if unit not in self.times:
            return None
        start, length = self.times[unit]
        first = stage in OF_SHOTS and start == 0
        return (start + HEAD if first else start), start + length


def picture_of(content: dict[str, Any]) -> str:
    """The hash of the picture in any take's content, or ''."""
    pictures = content.get("pictures") or (content.get("keyframe") or {}).get("pictures") or []
    return str(pictures[0]["image"]["sha256"]) if pictures else ""


def words_of(content: dict[str, Any]) -> str:
    """A few words of any take's content, for its tile."""
    for name in ("text", "picture", "look", "name", "title"):
        if content.get(name):
            return str(content[name])[:90]
    cues = content.get("cues") or []
    return " ".join(" ".join(cue["rows"]) for cue in cues)[:90]
