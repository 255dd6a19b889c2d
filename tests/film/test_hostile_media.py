"""Files that are damaged, absurd or meant to do harm end in one sentence, soon, and without taking the engine along."""

import struct
import zlib

import pytest
from PIL import Image

from engine.errors import MediaError
from engine.film import render
from engine.film.guarded import guarded
from tests.film.conftest import still_film


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width, height, rows=b""):
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


@pytest.fixture(scope="module")
def good(media, tmp_path_factory):
    """A small film of ours to be spoilt."""
    folder = tmp_path_factory.mktemp("good")
    render(still_film(media, 24), folder / "good.mp4", cache=folder / "cache")
    return (folder / "good.mp4").read_bytes()


def huge_wav():
    return b"RIFF\xff\xff\xff\xffWAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 0, 0, 0, 0, 0) + b"data\xff\xff\xff\xff"


HOSTILE = {
    "empty": ("video", lambda good: b""),
    "nonsense": ("video", lambda good: bytes(range(256)) * 400),
    "truncated head": ("video", lambda good: good[:200]),
    "truncated index": ("video", lambda good: good[: len(good) // 8]),
    "a sound called a film": ("video", lambda good: huge_wav()),
    "a playlist of other files": ("video", lambda good: b"#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n"),
    "a list of other files": ("video", lambda good: b"ffconcat version 1.0\nfile /etc/hostname\n"),
    "absurd width": ("picture", lambda good: png(2_000_000_000, 3)),
    "a bomb of zeros": ("picture", lambda good: png(60_000, 60_000, bytes(10_000_000))),
    "truncated picture": ("picture", lambda good: png(400, 400, bytes(400))),
    "a film called a picture": ("picture", lambda good: good),
    "a sound of no rate": ("sound", lambda good: huge_wav()),
    "no sound at all": ("sound", lambda good: b"ID3" + bytes(5000)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_one_sentence(good, tmp_path, name):
    kind, made = HOSTILE[name]
    path = tmp_path / "upload.bin"
    path.write_bytes(made(good))
    with pytest.raises(MediaError) as refused:
        guarded(path, kind)
    sentence = str(refused.value)
    assert sentence.startswith("upload.bin ") and sentence.endswith(".") and "\n" not in sentence


def test_what_is_whole_is_told(good, media, tmp_path):
    (tmp_path / "film.mp4").write_bytes(good)
    assert guarded(tmp_path / "film.mp4", "video").size == (320, 180)
    assert guarded(tmp_path / "film.mp4", "video").seconds == pytest.approx(1.0, abs=0.01)
    assert guarded(media / "v0.wav", "sound").rate == 48_000
    assert guarded(media / "p0.png", "picture").size == (480, 270)


def test_a_file_that_takes_forever_is_given_up(tmp_path):
    import os

    os.mkfifo(tmp_path / "endless")
    with pytest.raises(MediaError, match="is not there"):
        guarded(tmp_path / "endless", "video")
    Image.effect_noise((4000, 4000), 90).save(tmp_path / "slow.png")
    with pytest.raises(MediaError, match=r"takes too long|safe limits"):
        guarded(tmp_path / "slow.png", "picture", seconds=0.05)


def test_a_file_that_needs_too_much_memory_is_refused(tmp_path):
    Image.new("RGB", (9000, 9000)).save(tmp_path / "large.png")
    with pytest.raises(MediaError):
        guarded(tmp_path / "large.png", "picture", memory=260 * 1024**2)
