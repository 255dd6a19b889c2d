"""Waveforms and film strips: what is drawn is what is there, and the second time it comes from the cache."""

import io
import json

import numpy as np
import pytest
from PIL import Image

from engine.errors import MediaError, UserError
from engine.film import RATE, filmstrip, peaks, render, sound
from engine.film.cache import Cache
from tests.film.conftest import SIZE, still_film


def test_a_waveform_holds_the_lowest_and_highest_of_each_stretch(tmp_path):
    samples = np.zeros(RATE * 2 + 100, np.float32)
    samples[RATE // 2], samples[RATE] = 0.5, -0.25
    sound.save_wav(tmp_path / "a.wav", samples)
    made = peaks(tmp_path / "a.wav", 50)
    assert made.values.shape == (101, 2) and made.seconds == pytest.approx(2.002, abs=0.001)
    assert made.values[25].tolist() == [0, 64] and made.values[50].tolist() == [-32, 0]
    assert np.flatnonzero(made.values.any(axis=1)).tolist() == [25, 50]
    data = json.loads(json.dumps(made.data()))
    assert data["length"] * 2 == len(data["data"]) and data["samples_per_pixel"] == 960


def test_waveforms_and_strips_come_from_the_cache_the_second_time(media, tmp_path):
    cache = Cache(tmp_path / "cache")
    film = tmp_path / "film.mp4"
    render(still_film(media, 30), film, cache=tmp_path / "cache")
    before = set((tmp_path / "cache").iterdir())
    first = peaks(media / "v0.wav", 20, cache=cache), filmstrip(film, 3, 32, cache=cache)
    assert len(set((tmp_path / "cache").iterdir()) - before) == 2
    again = peaks(media / "v0.wav", 20, cache=cache), filmstrip(film, 3, 32, cache=cache)
    assert (again[0].values == first[0].values).all() and again[1] == first[1]


@pytest.mark.parametrize("per_second", [0, 7, 100_000])
def test_a_waveform_that_cannot_be_drawn_is_a_sentence(media, per_second):
    with pytest.raises(UserError, match="cannot be drawn"):
        peaks(media / "v0.wav", per_second)


def test_a_strip_shows_each_share_of_the_film(film, tmp_path):
    render(film, tmp_path / "film.mp4", cache=tmp_path / "cache")
    strip = Image.open(io.BytesIO(filmstrip(tmp_path / "film.mp4", 4, 72)))
    assert strip.size == (4 * 128, 72)
    shots = [np.asarray(strip)[:, n * 128 : n * 128 + 128].astype(float).mean(axis=(0, 1)) for n in range(4)]
    from tests.film.conftest import planes

    frames = planes(tmp_path / "film.mp4")
    for n, shown in enumerate(shots):
        luma = frames[int((n + 0.5) * len(frames) / 4)][: SIZE[1]].mean()
        assert shown @ [0.2126, 0.7152, 0.0722] * 219 / 255 + 16 == pytest.approx(luma, abs=4)


def test_a_strip_that_cannot_be_made_is_a_sentence(media, tmp_path):
    (tmp_path / "a.mp4").write_bytes(b"nonsense" * 50)
    for path in (tmp_path / "a.mp4", media / "v0.wav"):
        with pytest.raises(MediaError, match=path.name):
            filmstrip(path, 3, 40)
    with pytest.raises(UserError, match="1 to 400 pictures"):
        filmstrip(tmp_path / "a.mp4", 0, 40)
