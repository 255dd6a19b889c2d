"""The music: one bed under the film, chosen by its mood, by name, none, made by another maker, or a person's own file.

The setting `music` is one of these words, or a maker of music by its name ('elevenlabs'), which then follows the film's mood.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.artifacts import Music
from engine.costing import priced
from engine.graph import Made, Need, Result, View, Work
from engine.providers.contract import MusicRequest
from engine.providers.registry import PROVIDERS, ready_provider
from engine.stages.base import BaseStage
from engine.types import Frozen, Key

SECONDS = 60.0
"""How long a bed is that is made for the film; it is repeated as often as the film needs."""
_MEDIA = {".mp3": "audio/mpeg", ".wav": "audio/wav"}


def maker_of(setting: str) -> str:
    """Who makes the music that a setting asks for: 'none', a maker by its name, or the shelf of beds."""
    if setting == "none" or (setting.partition(":")[0] in PROVIDERS["music"] and setting != "beds"):
        return setting
    return "beds"


class MusicStage(BaseStage):
    """One piece."""

    name = "music"
    kind = "music"
    gate = False

    def model(self, unit: str) -> type[Frozen]:
        return Music

    def units(self, view: View) -> tuple[str, ...]:
        return ("",)

    def needs(self, view: View, unit: str) -> tuple[Need, ...]:
        return (view.pick(Key("bible", "style"), "mood"),)

    def provider(self, view: View, unit: str) -> str:
        return maker_of(str(view.setting("music")))

    def params(self, view: View, unit: str) -> dict[str, Any]:
        return super().params(view, unit) | {"music": view.setting("music")}

    def cost(self, view: View, unit: str) -> float | None:
        maker = self.provider(view, unit)
        return 0.0 if maker == "none" else priced("music", maker, MusicRequest("calm", SECONDS))

    def make(self, work: Work) -> Result:
        choice = str(work.view.setting("music"))
        if work.provider == "none":
            return Result((Made("", Music(bed="none")),), "none")
        mood = work.view.content(Key("bible", "style")).mood or "calm"
        request = MusicRequest(mood, SECONDS, choice if work.provider == "beds" else "auto", work.seed)
        bed = ready_provider("music", work.provider).compose(request, work.scratch, work.progress)
        blob = work.keep(bed.path, _MEDIA.get(bed.path.suffix, "audio/ogg"))
        music = Music(bed=bed.bed, mood=bed.mood, audio=blob, bpm=bed.bpm, loops=bed.loops, credit=bed.credit)
        return Result((Made("", music),), work.provider, bed.cost)

    def adopt(self, work: Work, file: Path) -> tuple[Frozen, tuple[str, ...]]:
        """A person's own music, any format that can be decoded; looped from its end where it is too short."""
        from engine.film import sound

        samples = sound.load(file, 48_000, seconds=1200)
        path = work.scratch / "music.wav"
        sound.save_wav(path, samples)
        length = len(samples) / 48_000
        return Music(bed=file.stem[:60] or "own", audio=work.keep(path, "audio/wav"), loops=(round(length, 3),)), ()
