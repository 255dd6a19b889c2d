"""The mix: voices on their sample, music looped in time and ducked ahead of speech, the whole at its loudness and
below its peak.
"""

from dataclasses import replace

import numpy as np
import pytest

from engine.film import RATE, Bed, Film, Line, Mix, Shot, probe, sound
from engine.film.cache import Cache
from engine.film.memory import Files
from engine.film.mix import BLOCK, mixed
from engine.film.music import Score, ducking
from engine.film.reels import Reels
from engine.film.tracks import Tracks
from engine.film.types import SILENCE
from tests.film.conftest import FPS, PUSH, SIZE, ebur128, speech


def go_on():
    pass


def film(media, seconds, lines=(), bed=None, mix=None):
    shot = Shot("s", media / "p0.png", PUSH, round(seconds * FPS))
    return Film(SIZE, FPS, (shot,), lines=tuple(lines), bed=bed, mix=mix or Mix())


def whole(made, folder):
    return Tracks(made, reels(folder)).stretch(0, made.samples)


def reels(folder):
    return Reels(Cache(folder / "cache"), Files(), go_on)


def score(bed, seconds, folder):
    mix = Mix(fade_in=0.01, fade_out=0.01)
    return Score((bed,), mix, round(seconds * RATE), reels(folder), SILENCE)


def decoded(tmp_path, made):
    (tmp_path / "mix.m4a").write_bytes(made.m4a)
    return sound.load(tmp_path / "mix.m4a")


def energy_db(samples):
    return 10 * np.log10(np.mean(np.square(samples)) + 1e-12)


def test_the_finished_sound_has_its_loudness_and_peak_as_ffmpeg_hears_them(media, tmp_path):
    lines = [Line(media / "v0.wav", RATE), Line(media / "v1.wav", 4 * RATE)]
    made = mixed(film(media, 8, lines, Bed(media / "bed.wav", (1.0, 2.0))), go_on)
    (tmp_path / "mix.m4a").write_bytes(made.m4a)
    loudness, peak = ebur128(tmp_path / "mix.m4a")
    assert loudness == pytest.approx(-14.0, abs=0.3) and made.loudness == pytest.approx(loudness, abs=0.1)
    assert peak <= -1.0 and made.peak == pytest.approx(peak, abs=0.3)


@pytest.mark.parametrize("target", [-23.0, -10.0])
def test_other_targets_are_met_too(media, target):
    made = mixed(film(media, 4, [Line(media / "v0.wav", RATE)], mix=Mix(loudness=target)), go_on)
    assert made.loudness == pytest.approx(target, abs=0.3) and made.peak <= -1.0


def test_a_spiky_voice_is_limited_until_its_compressed_peak_is_below_the_ceiling(media, tmp_path):
    spikes = speech(3.0, level=0.05)
    spikes[::24_000] = 0.95
    sound.save_wav(tmp_path / "v.wav", spikes)
    made = mixed(film(media, 4, [Line(tmp_path / "v.wav", 0)]), go_on)
    assert made.peak <= -1.0 and made.loudness == pytest.approx(-14.0, abs=0.3)


def test_silence_and_single_parts_do_not_blow_up(media, tmp_path):
    silent = mixed(film(media, 2), go_on)
    assert silent.loudness == SILENCE and np.abs(decoded(tmp_path, silent)).max() < 1e-4
    sound.save_wav(tmp_path / "quiet.wav", np.zeros(RATE, np.float32))
    assert mixed(film(media, 2, [Line(tmp_path / "quiet.wav", 0)]), go_on).loudness == SILENCE
    music = mixed(film(media, 4, bed=Bed(media / "bed.wav")), go_on)
    assert music.loudness == pytest.approx(-14.0, abs=0.3) and music.peak <= -1.0


def test_the_sound_is_as_long_as_the_film_to_the_sample(media, tmp_path):
    for frames in (1, 37, 50):
        made = replace(film(media, 1), shots=(Shot("s", media / "p0.png", PUSH, frames),))
        heard = decoded(tmp_path, mixed(made, go_on))
        assert probe(tmp_path / "mix.m4a").duration == pytest.approx(frames / FPS, abs=1e-3)
        assert 0 <= len(heard) - frames * RATE // FPS < 1024  # AAC comes in packets of 1024


def test_a_voice_starts_on_its_sample_across_block_borders(media, tmp_path):
    voice = sound.load(media / "v0.wav")
    for start in (0, 12_345, BLOCK - 20_000):
        made = whole(film(media, start / RATE + 2, [Line(media / "v0.wav", start)]), tmp_path)
        heard = made[start + 200 : start + len(voice) - 200, 0]
        assert np.allclose(heard, voice[200:-200] * np.sqrt(0.5), atol=1e-5)
        assert not made[:start].any()


def test_speech_stands_9_to_14_db_above_ducked_music_and_music_rises_without_it(media, tmp_path):
    sound.save_wav(tmp_path / "v.wav", sound.to_loudness(speech(4.0), RATE, -16.0, -1.5))
    sound.save_wav(tmp_path / "sea.wav", np.random.default_rng(0).normal(0, 0.1, (15 * RATE, 2)).astype(np.float32))
    made = film(media, 14, [Line(tmp_path / "v.wav", 4 * RATE)], Bed(tmp_path / "sea.wav"))
    voice = whole(replace(made, bed=None), tmp_path)
    music = whole(made, tmp_path) - voice
    under, alone = music[round(5.0 * RATE) : 7 * RATE], music[10 * RATE : 11 * RATE]
    above = sound.loudness(voice[5 * RATE : 7 * RATE]) - sound.loudness(under)
    assert 9 <= above <= 14
    assert energy_db(alone) - energy_db(under) == pytest.approx(Mix().duck_db, abs=0.5)


def test_ducking_is_complete_before_the_first_word_and_bridges_short_pauses():
    mix = Mix()
    gains = ducking([(3 * RATE, 4 * RATE), (round(4.6 * RATE), 6 * RATE)], mix, 10 * RATE)
    low = 10 ** (-mix.duck_db / 20)
    assert gains[0] == gains[200] == 1.0
    assert gains[round((3 - mix.lookahead) * 100) + 1 : 600] == pytest.approx(low)
    assert gains[-1] == 1.0 and np.abs(np.diff(gains)).max() < 0.05


def test_music_loops_on_its_bars_without_gaps_or_bumps(media, tmp_path):
    at = np.arange(3 * RATE) / RATE
    clicks = (np.exp(-60 * (at % 0.5)) * np.sin(2 * np.pi * 500 * at) * 0.5).astype(np.float32)
    sound.save_wav(tmp_path / "beat.wav", clicks)
    music = score(Bed(tmp_path / "beat.wav", (1.0, 2.0)), 9, tmp_path)
    made = np.concatenate([music.block(first, RATE) for first in range(0, 9 * RATE, RATE)])[:, 0]
    starts = [np.abs(made[n : n + 2400]).max() for n in range(RATE // 2, 8 * RATE, RATE // 2)]
    between = [np.abs(made[n + 12_000 : n + 20_000]).max() for n in range(RATE // 2, 8 * RATE, RATE // 2)]
    assert min(starts) > 0.8 * max(starts) and max(between) < 0.1 * min(starts)


def test_a_bed_without_loop_points_melts_into_its_beginning_at_steady_power(media, tmp_path):
    noise = np.random.default_rng(0).normal(0, 0.1, (6 * RATE, 2)).astype(np.float32)
    sound.save_wav(tmp_path / "sea.wav", noise)
    made = score(Bed(tmp_path / "sea.wav"), 20, tmp_path).block(0, 20 * RATE)
    levels = [energy_db(made[n : n + RATE // 4]) for n in range(RATE, 19 * RATE, RATE // 4)]
    assert np.ptp(levels) < 1.0


def test_music_fades_in_and_out(media, tmp_path):
    made = whole(film(media, 8, bed=Bed(media / "bed.wav", (1.0,))), tmp_path)
    first, last = made[: RATE // 20], made[-RATE // 20 :]
    assert max(np.abs(first).max(), np.abs(last).max()) < 0.15 * np.abs(made).max()


def test_mixing_stops_when_it_is_told_to(media):
    class Told(Exception):
        pass

    def stop():
        raise Told

    with pytest.raises(Told):
        mixed(film(media, 4, bed=Bed(media / "bed.wav")), stop)
