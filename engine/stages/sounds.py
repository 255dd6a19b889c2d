"""The sounds: what is heard in a shot beside voices and music (rain, a crowd), one piece for each shot whose `sound` says something.

The setting `sounds` is 'none', or a maker by its name; a person's own file is heard whatever it is. A sound does not depend on how long its
shot is: it goes round, or ends with it, when the film is mixed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from engine.artifacts import Shot, Sound
from engine.costing import priced
from engine.errors import BadEdit, MediaError, UserError
from engine.graph import Made, Need, Result, View, Work
from engine.hashing import digest
from engine.providers.calling import paid
from engine.providers.contract import SoundRequest
from engine.providers.registry import NOBODY, ready_provider
from engine.providers.sounds.naming import happens_once
from engine.stages.base import BaseStage
from engine.types import Blob, Frozen, Key

if TYPE_CHECKING:
    from engine import film

NONE = NOBODY["sounds"]
SECONDS, ONCE_SECONDS, LONGEST_OWN = 12.0, 4.0, 300.0
"""How long what goes on is made, and what happens once; and how much of a person's own file is taken."""
FADE_IN, FADE_OUT = 0.4, 0.8
"""Seconds; a sound fades out past the end of its shot, so that it melts into the next one's."""
SPEECH = -16.0
"""LUFS of the voices, beside which the setting `sounds_level` counts."""
MOST_GAIN = 24.0


class SoundsStage(BaseStage):
    """One piece a shot that is to be heard."""

    name = "sounds"
    gate = False

    def model(self, unit: str) -> type[Frozen]:
        return Sound

    def units(self, view: View) -> tuple[str, ...]:
        return tuple(unit for unit in view.units("keyframe") if _words(view, unit) and self._wanted(view, unit))

    def _wanted(self, view: View, unit: str) -> bool:
        return self.provider(view, unit) != NONE or _is_own(view, unit)

    def bringable(self, view: View) -> tuple[str, ...]:
        """Every shot: a person's own file needs no maker, and one shot may have one of its own."""
        return view.units("keyframe")

    def needs(self, view: View, unit: str) -> tuple[Need, ...]:
        return (view.pick(Key("shotlist", unit), "sound", name="shot.sound", advise=_is_own(view, unit)),)

    def provider(self, view: View, unit: str) -> str:
        return str(view.setting("sounds", Key("sounds", unit)))

    def size(self, view: View, unit: str) -> float:
        return SECONDS

    def cost(self, view: View, unit: str) -> float | None:
        maker = self.provider(view, unit)
        return 0.0 if maker == NONE else priced("sounds", maker, _request(_words(view, unit) if unit else "rain", 0))

    def make(self, work: Work) -> Result:
        words = _words(work.view, work.unit)
        if work.provider == NONE:
            raise UserError(
                "No maker of sounds is chosen; set sounds to 'ambience' or another, or bring a file of your own."
            )
        seed = (int(digest("seed", work.unit)[:8], 16) + work.seed) % 2**31
        maker = ready_provider("sounds", work.provider)
        made = maker.sound(_request(words, seed), work.scratch, work.progress)
        with paid(made.cost):
            blob, seconds, loudness = _kept(work, made.path)
        content = Sound(
            words=words, audio=blob, duration=seconds, loops=made.loops, loudness=loudness, shows=made.shows,
            missing=made.missing, credit=made.credit,
        )  # fmt: skip
        notes = (f"Of '{words}', {', '.join(made.shows)} is heard; not made: {', '.join(made.missing)}.",)
        return Result((Made(work.unit, content),), work.provider, made.cost, SECONDS, notes if made.missing else ())

    def adopt(self, work: Work, file: Path) -> tuple[Frozen, tuple[str, ...]]:
        """A person's own sound, any format that can be decoded: heard once from the start of its shot, as far as that goes."""
        words = _words(work.view, work.unit)
        if not words:
            raise BadEdit(
                f"Say first what is heard in {work.unit}: a few words in the field 'sound' of shotlist:{work.unit}."
            )
        blob, seconds, loudness = _kept(work, file)
        return Sound(words=words, audio=blob, duration=seconds, loops=False, loudness=loudness, own=True), ()


def _words(view: View, unit: str) -> str:
    """What is to be heard in a shot."""
    shot: Shot | None = view.content(Key("shotlist", unit))
    return shot.sound.strip() if shot else ""


def _is_own(view: View, unit: str) -> bool:
    sound: Sound | None = view.content(Key("sounds", unit))
    return sound is not None and sound.own


def _request(words: str, seed: int) -> SoundRequest:
    once = happens_once(words)
    return SoundRequest(words, ONCE_SECONDS if once else SECONDS, loop=not once, seed=seed)


def _kept(work: Work, file: Path) -> tuple[Blob, float, float]:
    """A sound as the film keeps it (48 kHz WAV), its seconds and its loudness; MediaError where nothing is heard in it."""
    from engine.film import sound

    samples = sound.load(file, seconds=LONGEST_OWN)
    if not samples.any():
        raise MediaError(f"Nothing is heard in {file.name}; choose another file.")
    path = work.scratch / "kept.wav"
    sound.save_wav(path, samples)
    return work.keep(path, "audio/wav"), round(len(samples) / 48_000, 3), round(sound.loudness(samples), 2)


def heard(sound: Sound) -> dict[str, object]:
    """What the film needs to know of a sound."""
    return {"audio": sound.audio.sha256, "loops": sound.loops}


def sound_effects(
    view: View, find: Callable[[Blob], Path], shots: Sequence[film.Shot], rate: int
) -> tuple[film.SoundEffect, ...]:
    """The sounds of a film's shots where they are heard; those that are not made yet are left out."""
    from engine import film

    found, at, wanted = [], 0, set(view.units("sounds"))
    total = sum(shot.frames for shot in shots) * film.RATE // rate
    for shot in shots:
        begin, at = at * film.RATE // rate, at + shot.frames
        sound: Sound | None = view.content(Key("sounds", shot.id)) if shot.id in wanted else None
        if sound:
            end = min(total, at * film.RATE // rate + round(FADE_OUT * film.RATE))
            gain = min(MOST_GAIN, SPEECH + float(view.setting("sounds_level")) - sound.loudness)
            found.append(
                film.SoundEffect(find(sound.audio), begin, round(gain, 2), end, sound.loops, FADE_IN, FADE_OUT)
            )
    return tuple(found)
