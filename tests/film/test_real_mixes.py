"""Mixes with the beds that are shipped: speech stands 9 to 14 dB above the music while somebody speaks."""

import numpy as np
import pytest

from engine.film import RATE, Bed, Film, Line, Shot, sound
from engine.film.cache import Cache
from engine.film.memory import Files
from engine.film.reels import Reels
from engine.film.tracks import Tracks
from engine.providers.music.beds import beds
from tests.film.conftest import FPS, PUSH, SIZE, speech


@pytest.mark.models
@pytest.mark.parametrize("number", range(0, 28, 4))
def test_speech_stands_9_to_14_db_above_ducked_music_while_somebody_speaks(media, tmp_path, number):
    for n in range(3):
        sound.save_wav(tmp_path / f"v{n}.wav", sound.to_loudness(speech(4.0, n), RATE, -16.0, -1.0))
    lines = tuple(Line(tmp_path / f"v{n}.wav", (2 + 8 * n) * RATE) for n in range(3))
    shot = Shot("s", media / "p0.png", PUSH, 26 * FPS)
    film = Film(SIZE, FPS, (shot,), lines=lines, bed=Bed(beds()[number].path, (16.0,)))
    tracks = Tracks(film, Reels(Cache(tmp_path / "cache"), Files(), lambda: None))
    speaking = np.zeros(film.samples, bool)
    for line in lines:
        heard = sound.activity(sound.load(line.path))
        speaking[line.start + heard[0][0] : line.start + heard[-1][1]] = True
    voices, music = (tracks.stretch(0, film.samples, (part,))[speaking] for part in ("voices", "music"))
    assert 9 <= sound.loudness(voices) - sound.loudness(music) <= 14
