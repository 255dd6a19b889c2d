"""Music by sections: beds in turn, handed over where a bar ends, or melted into each other; and stems that sum up."""

import numpy as np
import pytest

from engine.errors import MediaError, UserError
from engine.film import RATE, Bed, Film, Line, Mix, Shot, SoundEffect, checked, sound, stems
from engine.film.cache import Cache
from engine.film.memory import Files
from engine.film.music import Score
from engine.film.reels import Reels
from engine.film.tracks import Tracks
from engine.film.types import SILENCE
from tests.film.conftest import FPS, PUSH, SIZE, speech


def go_on():
    pass


@pytest.fixture(scope="module")
def tones(tmp_path_factory):
    """Two beds of four seconds, each a tone of its own."""
    folder = tmp_path_factory.mktemp("tones")
    at = np.arange(4 * RATE) / RATE
    for name, hertz in (("low", 250.0), ("high", 2000.0)):
        sound.save_wav(folder / f"{name}.wav", (0.2 * np.sin(2 * np.pi * hertz * at)).astype(np.float32))
    return folder


def score(beds, seconds, folder, mix=None):
    quick = mix or Mix(fade_in=0.01, fade_out=0.01)
    return Score(beds, quick, seconds * RATE, Reels(Cache(folder), Files(), go_on), SILENCE)


def share(samples, hertz):
    """The level (dB) of a tone in every tenth of a second."""
    at = np.exp(-2j * np.pi * hertz * np.arange(RATE // 10) / RATE)
    rows = samples[: len(samples) // (RATE // 10) * (RATE // 10), 0].reshape(-1, RATE // 10)
    return 20 * np.log10(np.abs(rows @ at) / (RATE / 20) + 1e-6)


def test_the_next_bed_begins_where_a_bar_of_the_last_one_ends(tones, tmp_path):
    beds = (
        Bed(tones / "low.wav", (1.0, 2.0, 4.0), end=round(6.6 * RATE)),
        Bed(tones / "high.wav", (4.0,), start=round(6.6 * RATE)),
    )
    made = score(beds, 12, tmp_path)
    assert made.sections[1].start == pytest.approx(6 * RATE, abs=200)
    heard = made.block(0, 12 * RATE)
    low, high = share(heard, 250.0), share(heard, 2000.0)
    assert high[:59].max() < -60 and high[61:118].min() > high[70] - 1
    assert low[2:59].min() > low[30] - 1 and low[65:].max() < -60


def test_beds_without_bars_melt_into_each_other_at_steady_power(tmp_path):
    for n in range(2):
        noise = np.random.default_rng(n).normal(0, 0.1, (8 * RATE, 2)).astype(np.float32)
        sound.save_wav(tmp_path / f"n{n}.wav", noise)
    beds = (Bed(tmp_path / "n0.wav", end=5 * RATE), Bed(tmp_path / "n1.wav", start=5 * RATE))
    heard = score(beds, 10, tmp_path / "cache").block(0, 10 * RATE)
    levels = [10 * np.log10(np.square(heard[at : at + RATE // 4]).mean()) for at in range(RATE, 9 * RATE, RATE // 4)]
    assert np.ptp(levels) < 1.0


def test_a_pause_between_beds_is_silent_and_both_fade(tones, tmp_path):
    beds = (Bed(tones / "low.wav", end=3 * RATE), Bed(tones / "high.wav", start=5 * RATE, end=8 * RATE))
    heard = score(beds, 10, tmp_path, Mix(fade_in=0.5, fade_out=0.5)).block(0, 10 * RATE)
    assert not heard[3 * RATE : 5 * RATE].any() and not heard[8 * RATE :].any()
    for edge in (0, 3 * RATE - 1, 5 * RATE, 8 * RATE - 1):
        assert np.abs(heard[edge]).max() < 0.01


def test_loops_and_handovers_do_not_click(tones, tmp_path):
    beds = (Bed(tones / "low.wav", (1.0, 4.0), end=10 * RATE), Bed(tones / "low.wav", (4.0,), start=10 * RATE))
    heard = score(beds, 16, tmp_path).block(0, 16 * RATE)[RATE // 10 : -RATE // 10, 0]
    bends = np.abs(np.diff(heard, 2))
    assert bends.max() < 4 * np.percentile(bends, 99)


def film(media, **more):
    return Film(SIZE, FPS, (Shot("s", media / "p0.png", PUSH, 6 * FPS),), **more)


def test_stems_sum_to_the_mix_before_mastering(media, tmp_path):
    lines = (Line(media / "v0.wav", RATE), Line(media / "v1.wav", 3 * RATE, gain_db=-2.0))
    effects = (SoundEffect(media / "v1.wav", 2 * RATE, gain_db=-6.0),)
    made = film(media, lines=lines, bed=Bed(media / "bed.wav", (1.0,)), sound_effects=effects)
    whole = Tracks(made, Reels(Cache(tmp_path / "cache"), Files(), go_on)).stretch(0, made.samples)
    for kind, exact in (("wav", 1e-6), ("flac", 1e-6)):
        three = stems(made, tmp_path / kind, kind=kind)
        parts = [sound.load(path) for path in (three.voices, three.music, three.effects)]
        assert all(len(part) == made.samples and part.any() for part in parts)
        assert np.abs(sum(parts) - whole).max() < exact
    assert not list(tmp_path.rglob("*.part"))


def test_stems_that_cannot_be_written_are_a_sentence(media, tmp_path):
    sound.save_wav(tmp_path / "v.wav", speech(1.0, level=0.3))
    loud = film(media, lines=(Line(tmp_path / "v.wav", 0, gain_db=20.0),))
    with pytest.raises(MediaError, match="write the stems as WAV"):
        stems(loud, tmp_path / "stems", kind="flac")
    assert sound.load(stems(loud, tmp_path / "stems").voices).max() > 1.0


def test_sound_effects_are_heard_on_their_sample_at_their_level(media, tmp_path):
    made = film(media, sound_effects=(SoundEffect(media / "v0.wav", 12_345, gain_db=-6.0),))
    whole = Tracks(made, Reels(Cache(tmp_path), Files(), go_on)).stretch(0, made.samples)
    voice = sound.load(media / "v0.wav")
    expected = voice * np.sqrt(0.5) * 10 ** (-6 / 20)
    assert np.allclose(whole[12_345 + 200 : 12_345 + len(voice) - 200, 1], expected[200:-200], atol=1e-5)
    assert not whole[:12_345].any()


def test_music_that_was_asked_for_wrongly_is_a_sentence(media):
    bed = Bed(media / "bed.wav")
    for wrong, says in (
        ({"bed": bed, "beds": (bed,)}, "either one bed or several"),
        ({"beds": (Bed(media / "bed.wav", start=9, end=9),)}, "ends before it starts"),
        ({"sound_effects": (SoundEffect(media / "v0.wav", 10**9),)}, "starts outside the film"),
        ({"sound_effects": (SoundEffect(media / "v0.wav", 500, end=500),)}, "ends before it starts"),
        ({"sound_effects": (SoundEffect(media / "v0.wav", 0, fade_in=-1.0),)}, "out of reach"),
        ({"lines": (Line(media / "v0.wav", 0, gain_db=float("nan")),)}, "out of reach"),
        ({"mix": Mix(attack=float("inf"))}, "out of reach"),
    ):
        with pytest.raises(UserError, match=says):
            checked(film(media, **wrong))
    with pytest.raises(MediaError, match=r"none\.wav is not there"):
        checked(film(media, sound_effects=(SoundEffect(media / "none.wav", 0),)))
