"""Blocks of sound: made apart they are the same as made at once, their borders cannot be heard, and an edit makes only
those anew in which it is heard.
"""

from dataclasses import replace

import numpy as np
import pytest

from engine.film import MIXES, RATE, Bed, Film, Line, Mix, Shot, SoundEffect, sound
from engine.film.aac import FRAME, coded, heard
from engine.film.cache import Cache
from engine.film.mastering import LEFT, RIGHT, analysed, heard_loudness, limited, step_peaks
from engine.film.memory import Files
from engine.film.mix import BLOCK, mixed
from engine.film.reels import Reels
from engine.film.tracks import Tracks
from tests.film.conftest import FPS, PUSH, SIZE, ebur128, speech

SECONDS = 33


def go_on():
    pass


@pytest.fixture(scope="module")
def talk(media, tmp_path_factory):
    """A film of a little over three blocks: five voices, music, and a bang at a block's border."""
    folder = tmp_path_factory.mktemp("talk")
    for n in range(5):
        sound.save_wav(folder / f"v{n}.wav", sound.to_loudness(speech(3.5, n), RATE, -16.0, -1.0))
    bang = np.random.default_rng(0).normal(0, 0.3, RATE // 2) * np.exp(-np.arange(RATE // 2) / 3000)
    sound.save_wav(folder / "bang.wav", bang.astype(np.float32))
    return Film(
        SIZE,
        FPS,
        (Shot("s", media / "p0.png", PUSH, SECONDS * FPS),),
        lines=tuple(Line(folder / f"v{n}.wav", round((1 + 6 * n) * RATE)) for n in range(5)),
        bed=Bed(media / "bed.wav", (1.0, 2.0)),
        sound_effects=(SoundEffect(folder / "bang.wav", BLOCK - 500), SoundEffect(folder / "bang.wav", 2 * BLOCK)),
    )


def tracks(film, folder):
    return Tracks(film, Reels(Cache(folder / "reels"), Files(), go_on))


def test_stretches_of_a_mix_are_the_mix(talk, tmp_path):
    all_of_it = tracks(talk, tmp_path)
    whole = all_of_it.stretch(0, talk.samples)
    parts = [all_of_it.stretch(at, min(77_777, talk.samples - at)) for at in range(0, talk.samples, 77_777)]
    assert np.abs(np.concatenate(parts) - whole).max() < 1e-6


@pytest.mark.parametrize("gain", [1.0, 2.5, 8.0])
def test_a_block_is_limited_as_it_would_be_within_the_whole_film(talk, tmp_path, gain):
    all_of_it = tracks(talk, tmp_path)
    whole = all_of_it.stretch(0, talk.samples)
    expected = limited(whole, step_peaks(whole), gain, 0.85)
    for first in range(0, talk.samples, BLOCK):
        before, count = min(LEFT, first), min(BLOCK, talk.samples - first)
        part = all_of_it.stretch(first - before, min(before + count + RIGHT, talk.samples - first + before))
        found = limited(part, step_peaks(part), gain, 0.85)[before : before + count]
        assert np.abs(found - expected[first : first + count]).max() < 1e-4
    assert sound.true_peak_db(expected) <= 20 * np.log10(0.85) + 0.01


@pytest.mark.parametrize("gain", [0.5, 3.0, 8.0])
def test_the_loudness_under_a_gain_is_known_before_it_is_applied(talk, tmp_path, gain):
    whole = tracks(talk, tmp_path).stretch(0, talk.samples)
    peaks = step_peaks(whole)
    told = heard_loudness([analysed(whole, peaks, 0, len(whole))], gain, 0.85)
    assert told == pytest.approx(sound.loudness(limited(whole, peaks, gain, 0.85)), abs=0.1)


def test_block_borders_cannot_be_heard_after_compression(talk, tmp_path):
    mix = replace(talk.mix, loudness=-23.0)
    film = replace(talk, mix=mix)
    cache = Cache(tmp_path / "cache")
    made = mixed(film, go_on, cache)
    (tmp_path / "a.m4a").write_bytes(made.m4a)
    in_blocks = sound.load(tmp_path / "a.m4a")[: film.samples]
    whole = tracks(film, tmp_path).stretch(0, film.samples)
    gain = np.sqrt(np.square(in_blocks).sum() / np.square(whole).sum())
    at_once = heard(coded(whole * np.float32(gain)))[: film.samples]
    wanted = whole * gain
    for border in range(BLOCK, film.samples, BLOCK):
        near = slice(border - 2 * FRAME, border + 2 * FRAME)
        errors = [np.sqrt(np.square(each[near] - wanted[near]).mean()) for each in (in_blocks, at_once)]
        assert errors[0] < 1.25 * errors[1] + 1e-4


def test_a_moved_line_makes_only_its_blocks_anew_and_nothing_makes_none(talk, tmp_path):
    cache = Cache(tmp_path)
    first = mixed(talk, go_on, cache)
    assert (first.made, first.blocks) == (4, 4)
    again = mixed(talk, go_on, cache)
    assert again.made == 0 and again.m4a == first.m4a
    line = talk.lines[-1]
    moved = replace(talk, lines=(*talk.lines[:-1], replace(line, start=line.start + 960)))
    edited = mixed(moved, go_on, cache)
    assert 1 <= edited.made <= 2
    assert edited.m4a == mixed(moved, go_on).m4a  # with nothing at hand


def test_a_block_that_was_swept_away_is_made_again(talk, tmp_path):
    cache = Cache(tmp_path)
    first = mixed(talk, go_on, cache)
    biggest = max(tmp_path.glob("*.piece"), key=lambda path: path.stat().st_size)
    biggest.unlink()
    assert mixed(talk, go_on, cache).m4a == first.m4a


@pytest.mark.parametrize("name", sorted(MIXES))
def test_presets_have_their_loudness_below_minus_one_as_ffmpeg_hears_it(talk, tmp_path, name):
    film = replace(talk, mix=MIXES[name])
    (tmp_path / "a.m4a").write_bytes(mixed(film, go_on).m4a)
    loudness, peak = ebur128(tmp_path / "a.m4a")
    assert loudness == pytest.approx(MIXES[name].loudness, abs=0.5) and peak <= -1.0


def test_a_mix_that_is_driven_hard_stays_below_its_peak(talk, tmp_path):
    (tmp_path / "a.m4a").write_bytes(mixed(replace(talk, mix=Mix(loudness=-9.0)), go_on).m4a)
    loudness, peak = ebur128(tmp_path / "a.m4a")
    assert loudness == pytest.approx(-9.0, abs=0.5) and peak <= -1.0


def test_long_sounds_are_read_in_slices_as_they_are(tmp_path):
    long = np.random.default_rng(0).normal(0, 0.1, (70 * RATE, 2)).astype(np.float32)
    sound.save_wav(tmp_path / "long.wav", long)
    whole = sound.load(tmp_path / "long.wav")
    cache = Cache(tmp_path / "cache")
    for reels in (Reels(cache, Files(), go_on), Reels(cache, Files(), go_on)):
        for first, end in ((0, 10), (29 * RATE, 31 * RATE), (59 * RATE + 7, 70 * RATE)):
            assert np.abs(reels.read(tmp_path / "long.wav", False, first, end) - whole[first:end]).max() < 1e-4
        assert reels.facts(tmp_path / "long.wav", False).loudness == pytest.approx(sound.loudness(whole), abs=0.05)


@pytest.fixture
def hiss(tmp_path):
    """A second of noise that goes round."""
    path = tmp_path / "hiss.wav"
    sound.save_wav(path, np.random.default_rng(4).normal(0, 0.1, (RATE, 2)).astype(np.float32))
    return path


def loud(samples):
    """The loudness of each tenth of a second, linear."""
    return np.sqrt(np.square(samples[: len(samples) // 4800 * 4800]).reshape(-1, 4800, 2).mean(axis=(1, 2)))


def test_a_sound_goes_round_until_it_fades_out(talk, hiss, tmp_path):
    effect = SoundEffect(hiss, 2 * RATE, end=9 * RATE, loop=True, fade_in=0.5, fade_out=1.0)
    film = replace(talk, sound_effects=(effect,))
    heard_there = tracks(film, tmp_path).stretch(0, 12 * RATE, ("effects",))
    levels = loud(heard_there)
    assert not heard_there[: 2 * RATE].any() and not heard_there[9 * RATE :].any()
    assert levels[26:79] == pytest.approx(0.1, rel=0.05), "no gap where it begins again"
    assert levels[20] < 0.02 < levels[23] < 0.08 and levels[82] > levels[85] > levels[88]
    parts = [tracks(film, tmp_path).stretch(at, 50_000, ("effects",)) for at in range(0, 12 * RATE - 50_000, 50_000)]
    assert np.abs(np.concatenate(parts) - heard_there[: sum(map(len, parts))]).max() < 1e-6


def test_a_sound_that_does_not_go_round_is_heard_once_and_ends_in_time(talk, hiss, tmp_path):
    once = replace(
        talk, sound_effects=(SoundEffect(hiss, 0, end=9 * RATE), SoundEffect(hiss, 12 * RATE, end=12 * RATE + 4800))
    )
    levels = loud(tracks(once, tmp_path).stretch(0, 14 * RATE, ("effects",)))
    assert levels[5] > 0.09 and not levels[10:120].any() and levels[120] > 0.05 and not levels[121:].any()


def test_a_sound_of_another_end_or_fade_is_another_sound(talk, hiss, tmp_path):
    def key(**shape):
        effect = SoundEffect(hiss, RATE, **shape)
        return tracks(replace(talk, sound_effects=(effect,)), tmp_path).key(0, 2 * RATE)

    shapes = ({}, {"end": 8 * RATE}, {"end": 8 * RATE, "loop": True}, {"end": 9 * RATE, "loop": True}, {"fade_in": 0.5})
    assert len({repr(key(**shape)) for shape in shapes}) == len(shapes)
