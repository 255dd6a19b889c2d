"""The texts of the tests as films: read, cast and cut the way a project would."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from engine.artifacts import BibleEntry, Brief, Line, Shot
from engine.language.text import read_text
from engine.planning.bible import plan_bible
from engine.planning.script import detect_mode, plan_script
from engine.planning.script_plan import ScriptPlan
from engine.planning.shots import plan_shots
from engine.providers.contract import VoiceInfo

TEXTS = Path(__file__).parent / "texts"
VOICES = (
    VoiceInfo("amber", "en-us", "female", 0.95),
    VoiceInfo("bruno", "en-us", "male", 0.8),
    VoiceInfo("clara", "en-gb", "female", 0.85),
    VoiceInfo("dalal", "hi", "female", 0.6),
    VoiceInfo("eshan", "hi", "male", 0.5),
)


@dataclass(frozen=True)
class Film:
    brief: Brief
    entries: dict[str, BibleEntry]
    plan: ScriptPlan
    lines: tuple[tuple[str, Line], ...]
    shots: tuple[Shot, ...]

    def words(self, shot: Shot) -> str:
        lines = dict(self.lines)
        return " ".join(" ".join(lines[span.line].text.split()[span.first : span.last]) for span in shot.spans)

    @property
    def pictures(self) -> str:
        return "\n".join(shot.picture for shot in self.shots)


def names() -> list[str]:
    return sorted(path.stem for path in TEXTS.glob("*.txt"))


@lru_cache(maxsize=64)
def film(name: str) -> Film:
    text = read_text((TEXTS / f"{name}.txt").read_bytes())
    return film_of(text, "hi" if name.startswith("hindi") else "en")


def film_of(text: str, language: str = "en", mode: str = "") -> Film:
    brief = Brief.model_validate({"text": text, "mode": mode or detect_mode(text, language), "language": language})
    entries = plan_bible(brief, VOICES)
    plan = plan_script(brief, entries)
    lines = tuple((f"l{number:02d}", line) for number, line in enumerate(plan.lines, 1))
    return Film(brief, entries, plan, lines, plan_shots(lines, entries, brief))
