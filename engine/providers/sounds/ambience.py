"""Ambience: a few sounds made by code on this machine, free and without a network. What it cannot make it says, and makes nothing else.

Several that are named together are laid over each other ('rain and thunder'). Example:
`Ambience().sound(SoundRequest("wind over the sea", 12.0), scratch).shows == ("wind", "sea")`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import Refused, UserError
from engine.providers.contract import Abilities, Progress, SoundRequest, SoundResult, silent
from engine.providers.sounds.naming import named

if TYPE_CHECKING:
    from engine.film.levels import Samples
    from engine.providers.sounds.noise import Chance, Wave

NAMES = (
    "rain",
    "wind",
    "thunder",
    "sea",
    "stream",
    "fire",
    "crickets",
    "birds",
    "crowd",
    "bells",
    "footsteps",
    "heartbeat",
    "clock",
)
"""All that it can make."""
SHORTEST, LONGEST = 4.0, 60.0
LOUDNESS, PEAK = -20.0, -1.5
"""In LUFS and dBTP."""
MOST = 3
"""Sounds at once."""
_LIVING = NAMES[6:]
_BEHIND = {"thunder": 4.0, "bells": -3.0, "footsteps": -2.0}
"""How much louder, in dB, one is where several are laid over each other."""


class Ambience:
    """The offline maker of sounds. The same words and seed give the same file."""

    kind = "sounds"
    name = "ambience"
    abilities = Abilities(max_seconds=LONGEST, seeds=True)

    def ready(self) -> str | None:
        """None: nothing is needed."""
        return None

    def sound(self, request: SoundRequest, scratch: Path, progress: Progress = silent) -> SoundResult:
        """A stereo WAV at 48 kHz that goes round without a seam; Refused, with what there is, where its words name nothing of that."""
        from engine.film import sound

        if not request.prompt.strip():
            raise UserError("Say what is to be heard.")
        shows, missing = named(request.prompt)
        if not shows:
            raise Refused(
                f"'{request.prompt}' cannot be made on this machine, which makes only: {', '.join(NAMES)}. Name one of these, "
                "choose another maker of sounds (elevenlabs), or bring a file of your own.",
                provider=self.name,
            )
        shows, left = shows[:MOST], shows[MOST:]
        seconds = round(min(LONGEST, max(SHORTEST, request.seconds)))
        whole = _mixed(shows, seconds, request.seed, progress)
        progress(0.9, "measuring it")
        path = scratch / "ambience.wav"
        sound.save_wav(path, sound.to_loudness(whole, target=LOUDNESS, peak=PEAK))
        return SoundResult(path, float(seconds), True, shows, (*left, *missing))


def _mixed(shows: tuple[str, ...], seconds: int, seed: int, progress: Progress) -> Samples:
    import numpy as np

    from engine.providers.sounds.noise import RATE, level

    whole = np.zeros((seconds * RATE, 2))
    for number, kind in enumerate(shows):
        progress(0.8 * number / len(shows), f"making {kind}")
        made = level(_maker(kind)(np.random.default_rng([seed, NAMES.index(kind)]), len(whole)))
        whole += made * 10 ** (_BEHIND.get(kind, 0.0) / 20)
    return (0.05 * whole).astype(np.float32)


def _maker(kind: str) -> Callable[[Chance, int], Wave]:
    from engine.providers.sounds import living, weather

    found: Callable[[Chance, int], Wave] = getattr(living if kind in _LIVING else weather, kind)
    return found
