"""The voices of Kokoro-82M as data: who they are, what they speak, how good their makers grade them. Loads nothing.

Grades are those of the model's own card (A best); 'U' where it gives none. Example: `offered("en-gb")[0].name == "bf_emma"`.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.errors import UserError
from engine.providers.contract import VoiceInfo


@dataclass(frozen=True)
class Accent:
    """What the first letter of a voice's name says: a language tag, its name, and espeak's dialect ('' = cannot be spoken here)."""

    language: str
    label: str
    dialect: str


ACCENTS = {
    "a": Accent("en-us", "American English", "en-us"),
    "b": Accent("en-gb", "British English", "en-gb-x-rp"),
    "e": Accent("es", "Spanish", "es"),
    "f": Accent("fr", "French", "fr"),
    "h": Accent("hi", "Hindi", "hi"),
    "i": Accent("it", "Italian", "it"),
    "p": Accent("pt-br", "Brazilian Portuguese", "pt-br"),
    # Japanese and Chinese are written in characters whose sounds espeak does not know well enough to be offered.
    "j": Accent("ja", "Japanese", ""),
    "z": Accent("zh", "Mandarin Chinese", ""),
}

_BY_GRADE = {
    "A": ("af_heart",),
    "A-": ("af_bella",),
    "B-": ("af_nicole", "bf_emma", "ff_siwis"),
    "C+": ("af_aoede", "af_kore", "af_sarah", "am_fenrir", "am_michael", "am_puck", "jf_alpha"),
    "C": (
        *("af_alloy", "af_nova", "bf_isabella", "bm_fable", "bm_george", "hf_alpha", "hf_beta", "hm_omega", "hm_psi"),
        *("if_sara", "im_nicola", "jf_gongitsune", "jf_tebukuro"),
    ),
    "C-": ("af_sky", "jf_nezumi", "jm_kumo"),
    "D+": ("bm_lewis",),
    "D": (
        *("af_jessica", "af_river", "am_echo", "am_eric", "am_liam", "am_onyx", "bf_alice", "bf_lily", "bm_daniel"),
        *("zf_xiaobei", "zf_xiaoni", "zf_xiaoxiao", "zf_xiaoyi", "zm_yunjian", "zm_yunxi", "zm_yunxia", "zm_yunyang"),
    ),
    "D-": ("am_santa",),
    "F+": ("am_adam",),
    "U": ("ef_dora", "em_alex", "em_santa", "pf_dora", "pm_alex", "pm_santa"),
}
GRADES = {voice: grade for grade, voices in _BY_GRADE.items() for voice in voices}
_WORTH = {"A": 0.95, "B": 0.8, "C": 0.6, "D": 0.4, "F": 0.15, "U": 0.5}
_STEP = {"+": 0.05, "-": -0.05, "": 0.0}


def accent(voice: str) -> Accent:
    """The accent of a voice by its name."""
    return ACCENTS[voice[0]]


def _info(voice: str) -> VoiceInfo:
    grade, mine = GRADES[voice], accent(voice)
    worth = round(_WORTH[grade[0]] + _STEP[grade[1:]], 2)
    gender = "female" if voice[1] == "f" else "male"
    return VoiceInfo(voice, mine.language, gender, worth, f"{voice[3:].capitalize()} ({mine.label}, {gender})")


VOICES = tuple(sorted((_info(voice) for voice in GRADES), key=lambda voice: (-voice.grade, voice.name)))
"""All 54, best first, those of languages that are not offered among them."""


def offered(language: str) -> tuple[VoiceInfo, ...]:
    """Voices that can speak `language` ('en' has both accents, 'en-gb' one; '' all), best first; none for other languages."""
    asked = language.replace("_", "-").casefold()
    able = tuple(voice for voice in VOICES if accent(voice.name).dialect)
    exact = tuple(voice for voice in able if voice.language == asked)
    kin = tuple(voice for voice in able if voice.language.split("-")[0] == asked.split("-")[0])
    return exact or (kin if asked else able)


def dialect_for(voice: str, language: str) -> str:
    """espeak's dialect for that voice; UserError, with a list of what there is, where the two do not go together."""
    able = offered(language)
    if not able:
        spoken = ", ".join(sorted({f"{a.label} ({a.language})" for a in ACCENTS.values() if a.dialect}))
        raise UserError(
            f"Kokoro does not speak '{language}'. It speaks {spoken}; choose one of these or another provider."
        )
    kin = language.replace("_", "-").casefold().split("-")[0]
    if voice not in GRADES or accent(voice).language.split("-")[0] != kin:
        names = ", ".join(info.name for info in offered(kin))
        what = f"speaks {accent(voice).label}" if voice in GRADES else "is none of Kokoro's voices"
        raise UserError(f"'{voice}' {what}. For '{language}' choose one of: {names}.")
    return accent(voice).dialect
