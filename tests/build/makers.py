"""Providers for the tests, real ones of their kind: painters whose picture shows the whole request, ones that fail, a speaker.

`Signs` paints a picture of its own for every difference in what it is asked, but for the motion of a shot's mood, which it
does not see; `Broken` refuses; `Flaky` fails for as long as a file named in REELWRIGHT_TEST_FAULT is there. `Hum` hums each
word in the pitch of its voice, at once, and knows no moods; `MAKERS` is how they are entered in the registry.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import soundfile
from PIL import Image

from engine.errors import MissingDependency, Refused, Unavailable
from engine.providers.contract import (
    ImageRequest,
    ImageResult,
    Progress,
    SpeechRequest,
    SpeechResult,
    VoiceInfo,
    silent,
)
from engine.providers.speech.voices import offered
from engine.types import Word

MAKERS = {
    "image": {
        "signs": "tests.build.makers:Signs",
        "broken": "tests.build.makers:Broken",
        "unready": "tests.build.makers:Unready",
        "flaky": "tests.build.makers:Flaky",
    },
    "speech": {"hum": "tests.build.makers:Hum"},
}
RATE = 24_000


class Signs:
    """A pattern of colours by the hash of all that was asked but the mood."""

    kind = "image"
    name = "signs"

    def ready(self) -> str | None:
        return None

    def draw(self, request: ImageRequest, scratch: Path, progress: Progress = silent) -> ImageResult:
        asked = repr(replace(request, shot={k: v for k, v in request.shot.items() if k != "mood"}, note=""))
        chance = np.random.default_rng(list(hashlib.sha256(asked.encode()).digest()))
        small = Image.fromarray(chance.integers(40, 216, (6, 8, 3), dtype=np.uint8))
        path = scratch / "sign.png"
        small.resize((request.width, request.height), Image.Resampling.BICUBIC).save(path)
        return ImageResult(path)


class Broken(Signs):
    """Declines everything."""

    name = "broken"

    def draw(self, request: ImageRequest, scratch: Path, progress: Progress = silent) -> ImageResult:
        raise Refused("The painter declined this picture; describe it otherwise.", provider=self.name, words="no")


class Unready(Signs):
    """Lacks something."""

    name = "unready"

    def ready(self) -> str | None:
        return "The brushes are not here; get them with: buy brushes"

    def draw(self, request: ImageRequest, scratch: Path, progress: Progress = silent) -> ImageResult:
        raise MissingDependency("This must not be reached.")


class Flaky(Signs):
    """Fails on pictures of rain for as long as the file named in the environment is there."""

    name = "flaky"

    def draw(self, request: ImageRequest, scratch: Path, progress: Progress = silent) -> ImageResult:
        if "rain" in request.prompt and Path(os.environ["REELWRIGHT_TEST_FAULT"]).exists():
            raise Unavailable("The painter does not answer; try again later.", provider=self.name)
        return super().draw(request, scratch, progress)


class Hum:
    """A tone for each word, as long as the word and in a pitch of its voice and sound. Each voice has a pace of its own."""

    kind = "speech"
    name = "hum"

    def ready(self) -> str | None:
        return None

    def voices(self, language: str) -> tuple[VoiceInfo, ...]:
        return offered(language)

    def speak(self, request: SpeechRequest, scratch: Path, progress: Progress = silent) -> SpeechResult:
        samples, words, at = [], [], 0.0
        slowness = 1 + hashlib.sha256(request.voice.encode()).digest()[0] % 8 / 20
        for token in request.tokens:
            seconds = round((0.09 + 0.009 * len(token.spoken)) / request.pace * slowness, 3)
            chance = hashlib.sha256(f"{request.voice} {token.spoken}".encode()).digest()
            tone = np.sin(2 * np.pi * (110 + 2 * chance[0]) * np.arange(int(seconds * RATE)) / RATE)
            samples.append(tone * np.hanning(len(tone)) * 0.5)
            words.append(Word(w=token.shown, start=round(at, 3), end=round(at + seconds, 3)))
            at += len(tone) / RATE
        path = scratch / "hum.wav"
        soundfile.write(path, np.concatenate(samples), RATE)
        return SpeechResult(path, tuple(words), at)
