"""Sound files as they should not be: each gives a sentence or a sensible sound, soon and in little memory."""

import os
import struct

import av
import numpy as np
import pytest

from engine.errors import MediaError
from engine.film import RATE, sound

CHANCE = np.random.default_rng(0)


def wav(path, samples, rate, channels, *, size=None, floats=True):
    """A WAV with a header that says what it likes."""
    data = samples.astype("<f4" if floats else "<i2").tobytes()
    width = 4 if floats else 2
    told = len(data) if size is None else size
    head = struct.pack(
        "<IHHIIHH",
        16,
        3 if floats else 1,
        channels,
        rate,
        min(rate * channels * width, 2**32 - 1),
        channels * width & 0xFFFF,
        8 * width,
    )
    path.write_bytes(
        b"RIFF"
        + struct.pack("<I", min(told + 36, 2**32 - 1))
        + b"WAVEfmt "
        + head
        + b"data"
        + struct.pack("<I", told)
        + data
    )
    return path


def noise(count):
    return CHANCE.normal(0, 0.1, count).clip(-1, 1)


def compressed(path, form, codec, *, cover=False):
    with av.open(str(path), "w", format=form) as container:
        picture = container.add_stream("mjpeg", rate=1) if cover else None
        stream = container.add_stream(codec, rate=44_100, layout="stereo")
        if picture:
            picture.width, picture.height, picture.pix_fmt = 64, 64, "yuvj420p"
            frame = av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8)).reformat(format="yuvj420p")
            frame.pts = 0
            container.mux(picture.encode(frame))
            container.mux(picture.encode(None))
        frame = av.AudioFrame.from_ndarray(noise((2, 44_100 * 4)).astype(np.float32), format="fltp", layout="stereo")
        frame.sample_rate, frame.pts = 44_100, 0
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def test_odd_rates_and_channels_are_heard(tmp_path):
    fast = sound.load(wav(tmp_path / "fast.wav", noise(768_000), 768_000, 1))
    assert fast.shape == (RATE,)
    for channels in (3, 6, 64, 255):
        many = sound.load(wav(tmp_path / "many.wav", noise(4800 * channels), RATE, channels))
        assert len(many) == 4800 and 0.001 < np.abs(many).max() < 1
    whole = sound.load(wav(tmp_path / "whole.wav", noise(4800 * 64) * 32767, RATE, 64, floats=False))
    assert len(whole) == 4800 and np.abs(whole).max() < 0.1


def test_numbers_that_are_none_are_silence_and_do_not_spread(tmp_path):
    broken = noise(RATE)
    broken[::700], broken[5], broken[9], broken[11] = np.nan, np.inf, -np.inf, 1e30
    for rate in (RATE, 44_100):
        heard = sound.load(wav(tmp_path / "nan.wav", broken, rate, 1))
        assert np.isfinite(heard).all() and np.abs(heard).max() <= 8
        assert np.std(heard[10_000:]) == pytest.approx(0.1, rel=0.1)


@pytest.mark.parametrize("size", [0xFFFFFFFF, 10**6])
def test_a_header_that_promises_more_than_there_is_ends_with_the_file(tmp_path, size):
    assert len(sound.load(wav(tmp_path / "endless.wav", noise(RATE), RATE, 1, size=size))) == RATE


def test_covers_and_damage_inside_a_file_are_passed_over(tmp_path):
    assert len(sound.load(compressed(tmp_path / "cover.mp3", "mp3", "mp3", cover=True))) == pytest.approx(
        4 * RATE, abs=3000
    )
    content = bytearray(compressed(tmp_path / "a.mp3", "mp3", "mp3").read_bytes())
    (tmp_path / "half.mp3").write_bytes(content[: len(content) // 2 + 7])
    assert len(sound.load(tmp_path / "half.mp3")) == pytest.approx(2 * RATE, abs=0.2 * RATE)
    for at in range(8000, len(content), 12_000):
        content[at : at + 300] = CHANCE.bytes(300)
    (tmp_path / "a.mp3").write_bytes(content)
    assert len(sound.load(tmp_path / "a.mp3")) > 2.5 * RATE


def test_what_cannot_be_heard_is_a_sentence(tmp_path):
    content = compressed(tmp_path / "a.m4a", "mp4", "aac").read_bytes()
    for name, bad in (
        ("cut.m4a", content[: len(content) // 2]),
        ("noise.mp3", CHANCE.bytes(100_000)),
        ("none.wav", b""),
    ):
        (tmp_path / name).write_bytes(bad)
    wav(tmp_path / "slow.wav", noise(100_000), 1, 1)
    wav(tmp_path / "no_rate.wav", noise(100), 0, 1)
    wav(tmp_path / "no_channel.wav", noise(100), RATE, 0)
    (tmp_path / "list.wav").write_text("ffconcat version 1.0\nfile a.m4a\n")
    (tmp_path / "folder.wav").mkdir()
    os.mkfifo(tmp_path / "pipe.wav")
    with av.open(str(tmp_path / "mute.mp4"), "w") as container:
        stream = container.add_stream("libx264", rate=24)
        stream.width = stream.height = 64
        container.mux(stream.encode(av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8))))
        container.mux(stream.encode(None))
    names = "cut.m4a noise.mp3 none.wav slow.wav no_rate.wav no_channel.wav list.wav folder.wav pipe.wav mute.mp4"
    for name in names.split():
        with pytest.raises(MediaError, match=name.replace(".", r"\.")):
            sound.load(tmp_path / name)
