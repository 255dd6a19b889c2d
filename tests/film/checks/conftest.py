"""A film that is as it should be, rendered once, and ways to spoil a copy of it."""

from dataclasses import replace
from fractions import Fraction

import av
import numpy as np
import pytest

from engine.film import RATE, Bed, Film, Line, Mix, Shot, sound
from engine.film.rendering import render
from tests.film.conftest import PAN, PUSH, SIZE, cue, speech

FPS = 24


@pytest.fixture(scope="session")
def good(media, style, tmp_path_factory):
    """The clean film and where it is."""
    folder = tmp_path_factory.mktemp("good")
    for n in range(3):
        voice = sound.to_loudness(speech(2.6, n), RATE, -16.0, -1.5)
        sound.save_wav(folder / f"v{n}.wav", voice)
    film = Film(
        SIZE,
        FPS,
        (
            Shot("s01", media / "p0.png", PUSH, 84),
            Shot("s02", media / "p1.png", PAN, 84),
            Shot("s03", media / "p2.png", PUSH, 96, "dissolve", 12),
        ),
        cues=(
            cue(0.5, 3.1, "The lamp is lit"),
            cue(4.0, 6.6, "and boats come home"),
            cue(7.5, 10.0, "across the bay"),
        ),
        style=style,
        lines=tuple(Line(folder / f"v{n}.wav", round((0.5 + 3.5 * n) * RATE)) for n in range(3)),
        bed=Bed(media / "bed.wav", loops=(1.0, 2.0)),
        mix=Mix(loudness=-16.0),
        title="The lamp",
        language="en",
        fade_out=12,
    )
    out = folder / "film.mp4"
    render(film, out, cache=folder / "cache")
    return film, out


def spoiled(good, to, pictures=None, samples=None, **changes):
    """A copy of the film whose frames (a list of planes, one array each) or samples went through a function."""
    film, source = good
    with av.open(str(source)) as container:
        frames = [frame.to_ndarray() for frame in container.decode(video=0)]
    heard = sound.load(source)[: film.samples]
    frames = pictures(frames) if pictures else frames
    heard = samples(heard.copy()) if samples else heard
    write(to, frames, heard, **changes)
    return replace(film), to


def write(path, frames, heard, *, options=None, colours=True, tracks=("video", "audio"), late=0, names=True):
    """Encode frames (yuv420p arrays) and stereo samples."""
    flags = {"movflags": "+faststart"} if options is None else options
    with av.open(str(path), "w", format="mp4", options=flags) as container:
        if names:
            container.metadata["title"] = "The lamp"
        if "video" in tracks:
            video = container.add_stream("libx264", rate=FPS)
            video.width, video.height = SIZE
            # Finely enough that a picture which stands still is still from its first frame on.
            video.codec_context.options = {"preset": "ultrafast", "crf": "4"}
            if colours:
                context = video.codec_context
                context.color_range, context.colorspace, context.color_primaries, context.color_trc = 1, 1, 1, 1
        if "audio" in tracks:
            audio = container.add_stream("aac", rate=RATE, layout="stereo")
            audio.bit_rate = 256_000
        if names:
            for stream in container.streams:
                stream.metadata["language"] = "eng"
        if "audio" in tracks:
            for at in range(0, len(heard), RATE):
                part = np.ascontiguousarray(heard[at : at + RATE].T)
                frame = av.AudioFrame.from_ndarray(part, format="fltp", layout="stereo")
                frame.sample_rate, frame.time_base, frame.pts = RATE, Fraction(1, RATE), at + late
                container.mux(audio.encode(frame))
            container.mux(audio.encode(None))
        if "video" in tracks:
            for n, planes in enumerate(frames):
                frame = av.VideoFrame.from_ndarray(planes, format="yuv420p")
                frame.pts, frame.time_base = n, Fraction(1, FPS)
                container.mux(video.encode(frame))
            container.mux(video.encode(None))
