"""The music: one bed under the film, chosen by its mood, by name, none, or a person's own file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.artifacts import Music
from engine.graph import Made, Need, Result, View, Work
from engine.providers.contract import MusicRequest
from engine.providers.registry import ready_provider
from engine.stages.base import BaseStage
from engine.types import Frozen, Key


class MusicStage(BaseStage):
    """One piece."""

    name = "music"
    gate = False

    def model(self, unit: str) -> type[Frozen]:
        return Music

    def units(self, view: View) -> tuple[str, ...]:
        return ("",)

    def needs(self, view: View, unit: str) -> tuple[Need, ...]:
        return (view.pick(Key("bible", "style"), "mood"),)

    def provider(self, view: View, unit: str) -> str:
        return "none" if view.setting("music") == "none" else "beds"

    def params(self, view: View, unit: str) -> dict[str, Any]:
        return {"music": view.setting("music")}

    def make(self, work: Work) -> Result:
        choice = str(work.view.setting("music"))
        if choice == "none":
            return Result((Made("", Music(bed="none")),), "none")
        mood = work.view.content(Key("bible", "style")).mood or "calm"
        request = MusicRequest(mood, 60.0, choice, work.seed)
        bed = ready_provider("music", "beds").compose(request, work.scratch, work.progress)
        blob = work.keep(bed.path, "audio/ogg")
        music = Music(bed=bed.bed, mood=bed.mood, audio=blob, bpm=bed.bpm, loops=bed.loops, credit=bed.credit)
        return Result((Made("", music),), "beds", bed.cost)

    def adopt(self, work: Work, file: Path) -> tuple[Frozen, tuple[str, ...]]:
        """A person's own music, any format that can be decoded; looped from its end where it is too short."""
        from engine.film import sound

        samples = sound.load(file, 48_000, seconds=1200)
        path = work.scratch / "music.wav"
        sound.save_wav(path, samples)
        length = len(samples) / 48_000
        return Music(bed=file.stem[:60] or "own", audio=work.keep(path, "audio/wav"), loops=(round(length, 3),)), ()
