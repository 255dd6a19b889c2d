"""Which voice speaks for whom, by rule: the narrator has the best, every speaker another, fitting by gender where
that is clear; and whose lines the narrator reads, since nobody else can.

Knows voices as a list; asks no provider. Example: with two good voices and one speaker, the speaker gets the second.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from engine.artifacts import NARRATOR, BibleEntry, Line
from engine.language.word_lists import base_language
from engine.planning.script import speaker_unit
from engine.planning.script_plan import ScriptPlan
from engine.providers.contract import VoiceInfo

_PACES = (1.0, 0.93, 1.07, 0.88, 1.12)


@dataclass(frozen=True)
class Part:
    """A voice by name ('' = there is none for the language) and the pace that tells two speakers with the same voice
    apart."""

    voice: str
    pace: float = 1.0


def cast(speakers: Mapping[str, str], narrator: str, voices: Sequence[VoiceInfo], language: str) -> dict[str, Part]:
    """A part for `narrator` and each of `speakers` (unit -> 'female', 'male' or ''), in their order; the same input,
    the same cast."""
    offered = usable(voices, language)
    if not offered:
        return {unit: Part("") for unit in (narrator, *speakers)}
    used: dict[str, int] = {offered[0].name: 1}
    parts = {narrator: Part(offered[0].name)}
    for unit, gender in speakers.items():
        voice = min(offered, key=lambda voice: (used.get(voice.name, 0), _unlike(voice, gender), offered.index(voice)))
        fitting = [one for one in offered if not _unlike(one, gender)]
        if gender and _unlike(voice, gender) and fitting:
            # A wrong gender is worse than a voice heard twice, as long as the narrator's is not the one.
            voice = min(
                fitting, key=lambda one: (one.name == parts[narrator].voice, used.get(one.name, 0), offered.index(one))
            )
        pace = _PACES[min(used.get(voice.name, 0), len(_PACES) - 1)]
        parts[unit] = Part(voice.name, pace)
        used[voice.name] = used.get(voice.name, 0) + 1
    return parts


def stand_in(voice: str, gender: str, theirs: Sequence[VoiceInfo], offered: Sequence[VoiceInfo]) -> str:
    """Who of `offered` (the best first, not empty) speaks where `voice` of another maker was meant: one of its gender, as far down the
    list as it was in `theirs`, so that different voices are stood in for by different ones. `gender` is what the speaker's name tells."""
    known = next((one for one in theirs if one.name == voice), None)
    wanted = known.gender if known else gender
    like = [one.name for one in offered if wanted and one.gender == wanted] or [one.name for one in offered]
    peers = [one.name for one in theirs if known and one.gender == known.gender]
    place = peers.index(voice) if known else zlib.crc32(voice.encode())
    return like[place % len(like)]


def usable(voices: Sequence[VoiceInfo], language: str) -> list[VoiceInfo]:
    """The voices of a language, its own region first, then the best first; equals in the order of their names."""
    wanted, base = language.lower().replace("_", "-"), base_language(language)
    fitting = [voice for voice in voices if base_language(voice.language) == base]
    exact = [voice for voice in fitting if voice.language.lower().replace("_", "-") == wanted] if wanted != base else []
    return sorted(fitting, key=lambda voice: (voice not in exact, -voice.grade, voice.name))


def _unlike(voice: VoiceInfo, gender: str) -> bool:
    return bool(gender and voice.gender and voice.gender != gender)


def spoken_by(plan: ScriptPlan, entries: Mapping[str, BibleEntry], language: str) -> ScriptPlan:
    """The plan with units of `entries` for its speakers' names. Words of somebody who has no voice there are read by the
    narrator, in quotes, so that no line waits for a voice that never comes."""

    def given(line: Line) -> Line:
        unit = speaker_unit(line.speaker, entries, language)
        if unit == NARRATOR or (unit in entries and entries[unit].voice):
            return line.model_copy(update={"speaker": unit})
        quoted = line.text if any(mark in line.text for mark in '"“”„«') else f"“{line.text}”"
        return line.model_copy(update={"speaker": NARRATOR, "text": quoted})

    scenes = tuple(replace(scene, lines=tuple(given(line) for line in scene.lines)) for scene in plan.scenes)
    return replace(plan, scenes=scenes)
