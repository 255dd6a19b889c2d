"""Providers for the tests, real ones of their kind: painters whose picture shows the whole request, ones that fail, a speaker.

`Signs` paints a picture of its own for every difference in what it is asked, but for the motion of a shot's mood, which it
does not see; `Broken` refuses; `Flaky` fails for as long as a file named in REELWRIGHT_TEST_FAULT is there. `Hum` hums each
word in the pitch of its voice, at once, and knows no moods; `Reel` films: its picture grows brighter by one grey each frame, and a
patch at its upper left tells who was asked for what. `MAKERS` is how they are entered in the registry.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import numpy as np
import soundfile
from PIL import Image

from engine.errors import MissingDependency, Refused, Unavailable
from engine.providers.contract import (
    Abilities,
    ImageRequest,
    ImageResult,
    Progress,
    SpeechRequest,
    SpeechResult,
    VideoRequest,
    VideoResult,
    VoiceInfo,
    silent,
)
from engine.providers.speech.voices import offered
from engine.types import Word
from tests.film.footage_files import write

MAKERS = {
    "image": {
        "signs": "tests.build.makers:Signs",
        "broken": "tests.build.makers:Broken",
        "unready": "tests.build.makers:Unready",
        "flaky": "tests.build.makers:Flaky",
    },
    "speech": {"hum": "tests.build.makers:Hum"},
    "video": {
        "reel": "tests.build.makers:Reel",
        "short-reel": "tests.build.makers:ShortReel",
        "broken-reel": "tests.build.makers:BrokenReel",
        "shy-reel": "tests.build.makers:ShyReel",
    },
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


class Reel:
    """Begins with the grey of the picture it is given and brightens it by one grey a frame; costs a cent a second."""

    kind = "video"
    name = "reel"
    abilities = Abilities(seeds=True)
    asked: ClassVar[list[VideoRequest]] = []

    def ready(self) -> str | None:
        return None

    def price(self, request: VideoRequest) -> float:
        return round(request.seconds / 100, 4)

    def film(self, request: VideoRequest, scratch: Path, progress: Progress = silent) -> VideoResult:
        self.asked.append(request)
        with Image.open(request.image) as still:
            assert still.size == (request.width, request.height)
            middle = np.asarray(still.convert("L"))[request.height // 3 : -request.height // 3]
            grey = round(float(middle.mean()))
        told = hashlib.sha256(f"{self.name} {request.prompt} {request.seed}".encode()).digest()
        frames = []
        for number in range(round(request.seconds * 24)):
            frame = np.full((request.height, request.width, 3), min(grey + number, 255), np.uint8)
            frame[: request.height // 4, : request.width // 4] = tuple(60 + part // 2 for part in told[:3])
            frames.append(frame)
        path = write(scratch / "reel.mp4", frames)
        return VideoResult(path, request.seconds, self.price(request))


class ShortReel(Reel):
    """Cannot film more than a second at once."""

    name = "short-reel"
    abilities = Abilities(seeds=True, max_seconds=1.0)


class BrokenReel(Reel):
    """Breaks down."""

    name = "broken-reel"

    def film(self, request: VideoRequest, scratch: Path, progress: Progress = silent) -> VideoResult:
        raise Unavailable("The reel is torn; try again.", provider=self.name)


class ShyReel(Reel):
    """Declines everything."""

    name = "shy-reel"

    def film(self, request: VideoRequest, scratch: Path, progress: Progress = silent) -> VideoResult:
        raise Refused("The reel declined this; describe it otherwise.", provider=self.name)


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
