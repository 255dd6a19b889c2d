"""Moods are read from words, beds are chosen by mood and seed, and the loop points of real beds keep the beat."""

import numpy as np
import pytest

from engine import packs
from engine.errors import MissingDependency, UserError
from engine.providers.contract import MusicRequest
from engine.providers.music.beds import Beds, beds
from engine.providers.music.mood import MOODS, known_mood, mood_of
from engine.providers.music.rhythm import measure, onset_curve

RATE = 48_000
STORIES = [
    (
        "en",
        "calm",
        "The keeper lit the lamp each night. Waves whispered below, and the moon drifted over the quiet sea.",
    ),
    ("en", "energetic", "The dragon roared and Mia ran, jumping over the fire as the storm crashed around the castle."),
    ("en", "happy", "On her birthday the children laughed, sang a silly song and ate cake with all their friends."),
    (
        "en",
        "nostalgic",
        "He found the letter in a dusty box and wept, remembering his grandfather, who had died long ago.",
    ),
    ("en", "tender", "The mother wrapped her baby in a warm blanket, kissed him and promised to love him always."),
    ("hi", "calm", "रात शांत थी। नदी धीरे धीरे बह रही थी और चाँद आसमान में था।"),
    ("hi", "energetic", "वीर योद्धा तेज़ दौड़ा, तलवार उठाई और राक्षस पर हमला किया।"),
    ("hi", "happy", "मेले में सब हँस रहे थे, खेल रहे थे और गाना गा रहे थे। सब ख़ुश थे।"),
    ("hi-IN", "nostalgic", "उसे अपना बचपन याद आया। पुरानी तस्वीर देखकर वह उदास हो गया।"),
    ("hi", "tender", "माँ ने अपने बच्चे को गले लगाया और प्यार से लोरी सुनाई।"),
]


@pytest.mark.parametrize(("language", "mood", "story"), STORIES)
def test_the_words_of_a_story_tell_its_mood(language, mood, story):
    assert mood_of(story, language) == mood


@pytest.mark.parametrize(
    ("language", "story"), [("en", ""), ("en", "Revenue grew by four percent."), ("xx", "Love love")]
)
def test_a_story_that_tells_no_mood_is_calm(language, story):
    assert mood_of(story, language) == "calm"


def test_other_words_for_moods_are_understood():
    words = ("melancholy", "Suspenseful", "warm glow", "joyful, bright", "उदास", "dreamy")
    assert [known_mood(word) for word in words] == ["nostalgic", "energetic", "tender", "happy", "nostalgic", "calm"]
    assert known_mood("purple") is None


def drums(bpm, seconds, meter=4):
    """A drum machine: a low hit on the first beat, a high hit on every beat, a soft one between."""
    samples = np.zeros(int(seconds * RATE), np.float32)
    hit = np.exp(-np.arange(RATE // 8) / (RATE / 60)).astype(np.float32)
    noise = np.random.default_rng(1).standard_normal(len(hit)).astype(np.float32)
    low = np.sin(2 * np.pi * 80 * np.arange(len(hit)) / RATE).astype(np.float32)
    half = 30 / bpm
    for number in range(int(seconds / half)):
        start = int(number * half * RATE)
        sound = hit * (noise * (0.3 if number % 2 else 0.6) + (low if number % (2 * meter) == 0 else 0))
        samples[start : start + len(hit)] += 0.4 * sound[: len(samples) - start]
    return samples


@pytest.mark.parametrize("bpm", [68.4, 97.3, 133.2])
def test_tempo_and_bar_lines_are_found_though_the_nominal_tempo_is_off(bpm):
    found = measure(drums(bpm, 31.0), RATE, near=bpm * 1.03)
    assert found.bpm == pytest.approx(bpm, abs=0.05)
    bars = np.array(found.loops) * bpm / 240
    assert len(bars) and np.allclose(bars, np.round(bars), atol=0.005)
    assert found.loops[-1] > 18


def test_a_piece_that_fades_out_is_not_looped_in_its_fade():
    samples = drums(120, 32.0)
    samples[-8 * RATE :] *= np.linspace(1, 0, 8 * RATE, dtype=np.float32) ** 2
    assert measure(samples, RATE, near=120).loops[-1] < 28


def test_a_piece_shorter_than_four_bars_still_has_a_loop_point():
    assert measure(drums(100, 5.2), RATE, near=100).loops == pytest.approx((4.8,), abs=0.01)


def test_without_the_pack_the_step_that_gets_it_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("REELWRIGHT_HOME", str(tmp_path))
    assert "python -m engine packs fetch music-beds" in (Beds().ready() or "")
    with pytest.raises(MissingDependency, match="music-beds"):
        Beds().compose(MusicRequest("calm", 60), tmp_path)


@pytest.fixture
def shelf():
    if packs.state("music-beds") != "ready":
        pytest.skip(packs.missing_note("music-beds"))
    return beds()


def heard(path):
    import av

    with av.open(str(path)) as container:
        resampler = av.AudioResampler("flt", "mono", RATE)
        parts = [part for frame in (*container.decode(audio=0), None) for part in resampler.resample(frame)]
    return np.concatenate([part.to_ndarray()[0] for part in parts])


def regularity(samples, bpm):
    """How well all that begins falls on a grid of eighth notes: 0 (anywhere) to 1 (always on it)."""
    onsets = onset_curve(samples, RATE)
    turns = np.exp(-2j * np.pi * bpm / 30 * np.arange(len(onsets)) * 0.005)
    return abs(turns @ onsets) / onsets.sum()


@pytest.mark.models
def test_every_mood_has_beds_and_every_bed_its_facts(shelf):
    assert len(shelf) == 28 and {bed.mood for bed in shelf} == set(MOODS)
    assert all(60 < bed.bpm < 160 and bed.key and bed.style for bed in shelf)


@pytest.mark.models
@pytest.mark.parametrize("mood", MOODS)
def test_a_bed_played_through_its_loop_keeps_the_beat_and_does_not_click(shelf, mood, tmp_path):
    made = Beds().compose(MusicRequest(mood, seconds=120, seed=1), tmp_path)
    assert made.mood == mood and made.path.parent == tmp_path
    samples = heard(made.path)
    usual = np.quantile(np.abs(np.diff(samples)), 0.999)
    for loop in made.loops:
        at = round(loop * RATE)
        once, twice = samples[:at], np.concatenate([samples[:at], samples[:at]])
        assert regularity(twice, made.bpm) > 0.9 * regularity(once, made.bpm)
        assert abs(float(samples[at - 1] - samples[0])) < max(usual, 0.05)
        bars = loop * made.bpm / 240
        assert abs(bars - round(bars)) * 240 / made.bpm < 0.04


@pytest.mark.models
def test_a_jump_off_the_bar_line_would_be_heard_by_the_same_measure(shelf, tmp_path):
    made = Beds().compose(MusicRequest("tender", seconds=120, choice="tender_acoustic_2"), tmp_path)
    samples, late = heard(made.path), round((made.loops[-1] - 0.25 * 60 / made.bpm) * RATE)
    twice = np.concatenate([samples[:late], samples[:late]])
    assert regularity(twice, made.bpm) < 0.5 * regularity(samples[:late], made.bpm)


@pytest.mark.models
def test_the_same_wish_gives_the_same_bed_and_the_next_seed_another(shelf, tmp_path):
    def bed(**wish):
        return Beds().compose(MusicRequest(**{"mood": "sad", "seconds": 60} | wish), tmp_path)

    assert bed(seed=2) == bed(seed=2)
    assert bed(seed=2).bed != bed(seed=3).bed
    assert bed(seed=2).mood == "nostalgic" and bed(choice="happy").mood == "happy"
    assert bed(choice="calm_acoustic_1").bed == "calm_acoustic_1"
    assert bed(mood="purple").mood == "calm"
    credit = bed(seed=2).credit
    assert "machine-made" in credit and "ACE-Step 1.5" in credit and "MIT" in credit


@pytest.mark.models
def test_a_choice_that_does_not_exist_is_answered_with_those_that_do(shelf, tmp_path):
    with pytest.raises(UserError, match="calm_acoustic_1"):
        Beds().compose(MusicRequest("calm", 60, choice="polka"), tmp_path)
