"""Picks a bed from the music pack by mood, and says where it can be looped. Composes nothing and mixes nothing.

The same mood, choice and seed give the same bed. Example: `Beds().compose(MusicRequest("sad", 90, seed=3), scratch).bed`.
"""

from __future__ import annotations

import re
import shutil
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from engine import packs
from engine.errors import MediaError, UserError
from engine.providers.contract import MusicRequest, MusicResult, Progress, silent
from engine.providers.music.mood import MOODS, known_mood
from engine.providers.music.rhythm import Rhythm, Samples, measure

_PACK = "music-beds"
_FACTS = "LICENSE-MUSIC"
_ROW = re.compile(
    r"^\s+(?P<name>\S+)\.opus\s+(?P<bpm>\d+) bpm\s+(?P<key>\S+ \S+)\s+seed \d+\s+\[(?P<style>\w+)\]", re.MULTILINE
)
_RATE = 48_000


class Bed(NamedTuple):
    """A bed of the pack, as its licence file describes it. `bpm` is what was asked of its maker: near, but not exact."""

    name: str
    mood: str
    path: Path
    bpm: float
    key: str
    style: str


def beds() -> tuple[Bed, ...]:
    """All beds of the pack, by mood and name; MissingDependency when the pack is not on this machine."""
    folder = packs.folder(_PACK)
    found = []
    for row in _ROW.finditer((folder / _FACTS).read_text(encoding="utf-8")):
        mood = row["name"].split("_")[0]
        path = folder / mood / f"{row['name']}.opus"
        if path.is_file():
            found.append(Bed(row["name"], mood, path, float(row["bpm"]), row["key"], row["style"]))
    return tuple(sorted(found))


class Beds:
    """The offline maker of music: a shelf of 28 machine-made beds."""

    kind = "music"
    name = "beds"

    def ready(self) -> str | None:
        return packs.missing_note(_PACK)

    def compose(self, request: MusicRequest, scratch: Path, progress: Progress = silent) -> MusicResult:
        """A bed in `scratch` with its tempo and loop points; UserError when `choice` is neither 'auto', a mood nor a bed."""
        bed = choose(beds(), request.mood, request.choice, request.seed)
        progress(0.1, f"listening to {bed.name}")
        rhythm = _rhythm(bed.path, bed.bpm)
        progress(0.9, f"keeping {bed.name}")
        path = Path(shutil.copyfile(bed.path, scratch / bed.path.name))
        return MusicResult(path, bed.name, bed.mood, rhythm.bpm, rhythm.loops, credit=_credit(bed))


def choose(offered: tuple[Bed, ...], mood: str, choice: str, seed: int) -> Bed:
    """The bed for a wish. 'auto' follows the mood; seeds that follow each other give different beds of a mood."""
    wish = choice.strip().lower()
    for bed in offered:
        if bed.name == wish:
            return bed
    followed = wish in ("", "auto")
    wanted = known_mood(mood if followed else wish) or ("calm" if followed else "")
    fitting = [bed for bed in offered if bed.mood == wanted]
    if not fitting:
        names = ", ".join(bed.name for bed in offered)
        raise UserError(
            f"There is no bed or mood '{choice}'. Choose auto, a mood ({', '.join(MOODS)}) or a bed: {names}."
        )
    return fitting[seed % len(fitting)]


@lru_cache(maxsize=32)
def _rhythm(path: Path, near: float) -> Rhythm:
    """Tempo and loops of a bed; listening to one costs some tenths of a second, so a process does it once."""
    return measure(_heard(path), _RATE, near)


def _heard(path: Path) -> Samples:
    """The sound as one channel of 48,000 samples a second, from -1 to 1."""
    import av
    import numpy as np

    pieces = []
    try:
        with av.open(str(path)) as container:
            resampler = av.AudioResampler("flt", "mono", _RATE)
            for frame in (*container.decode(audio=0), None):
                pieces += [part.to_ndarray()[0] for part in resampler.resample(frame)]
    except av.FFmpegError as error:
        raise MediaError(
            f"The bed {path.name} cannot be read ({error}). Check the pack with `python -m engine packs verify {_PACK}` "
            f"and then mend it with `{packs.pack(_PACK).step}`."
        ) from error
    return np.concatenate(pieces)


def _credit(bed: Bed) -> str:
    """Who made the bed, as the licence file of the pack says it."""
    facts = (packs.folder(_PACK) / _FACTS).read_text(encoding="utf-8")
    made = re.search(r"with (ACE-Step [\d.]+\d)", facts)
    licence = re.search(r"\b(MIT|Apache-2\.0|CC0|CC-BY)\b", facts)
    by = f" with {made[1]}" if made else ""
    under = f", {licence[1]} licence" if licence else ""
    return f'Music "{bed.name}": machine-made{by}, from the Immich Memories project{under}'
