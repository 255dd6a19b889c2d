"""Checks before delivery: a clean film has no flaw, and each defect that is put into a copy of it is found in its place."""

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import MediaError
from engine.film import RATE, Move, Window, Word, inspect
from engine.film.checks.container import container_flaws
from tests.film.checks.conftest import FPS, spoiled

SCRIPT = ("The lamp is lit", "and boats come home", "across the bay")


def rules(flaws):
    return {flaw.rule for flaw in flaws}


def one(flaws, rule):
    found = [flaw for flaw in flaws if flaw.rule == rule]
    assert len(found) == 1, flaws
    assert found[0].says.endswith(".") and found[0].fix.endswith(".")
    return found[0]


def said(*sentences):
    words = " ".join(sentences).split()
    return [Word(word, n * 0.4, n * 0.4 + 0.3) for n, word in enumerate(words)]


def black(frame):
    dark = frame.copy()
    dark[: dark.shape[0] * 2 // 3], dark[dark.shape[0] * 2 // 3 :] = 16, 128
    return dark


def test_a_clean_film_has_no_flaw(good, tmp_path):
    film, path = good
    assert inspect(path, film, script=SCRIPT, heard=said(*SCRIPT)) == ()
    assert inspect(path) == ()
    _, copy = spoiled(good, tmp_path / "copy.mp4")
    assert inspect(copy, film) == ()


def test_black_frames_in_the_middle_are_found_where_they_are(good, tmp_path):
    film, path = spoiled(good, tmp_path / "a.mp4", lambda f: [*f[:100], *map(black, f[100:120]), *f[120:]])
    for flaw in (one(inspect(path, film), "black"), one(inspect(path), "black")):
        assert flaw.start == pytest.approx(100 / FPS, abs=0.05) and flaw.end == pytest.approx(120 / FPS, abs=0.05)


def test_a_picture_that_stands_still_is_found_unless_its_camera_is_meant_to(good, tmp_path):
    film, path = spoiled(good, tmp_path / "a.mp4", lambda f: [*f[:100], *[f[100]] * 45, *f[145:]])
    flaw = one(inspect(path, film), "frozen")
    assert flaw.start == pytest.approx(100 / FPS, abs=0.1) and flaw.end == pytest.approx(145 / FPS, abs=0.1)
    hold = Move(Window(), Window())
    still = replace(film, shots=(film.shots[0], replace(film.shots[1], move=hold), film.shots[2]))
    assert "frozen" not in rules(inspect(path, still))


def test_frames_that_are_shown_twice_are_found(good, tmp_path):
    def doubled(frames):
        return [frames[n - 1] if n % 4 == 3 and 90 < n < 130 else frame for n, frame in enumerate(frames)]

    flaws = inspect(spoiled(good, tmp_path / "a.mp4", doubled)[1])
    assert rules(flaws) == {"repeated"} and 90 / FPS <= flaws[0].start <= 106 / FPS


def test_a_cut_that_comes_late_is_found(good, tmp_path):
    film, path = spoiled(good, tmp_path / "a.mp4", lambda f: [*f[:84], *[f[83]] * 3, *f[84:-3]])
    assert "3 frames late" in one(inspect(path, film), "drift").says


def test_a_voice_that_is_late_is_found_as_drift(good, tmp_path):
    late = round(0.12 * RATE)
    film, path = spoiled(good, tmp_path / "a.mp4", samples=lambda s: np.concatenate([s[:late] * 0, s[:-late]]))
    flaws = [flaw for flaw in inspect(path, film) if flaw.rule == "drift"]
    assert len(flaws) == 3 and all("0.12 s late" in flaw.says for flaw in flaws)


def test_silence_where_a_voice_should_be_is_found(good, tmp_path):
    def muted(samples):
        samples[4 * RATE : 7 * RATE] = 0
        return samples

    film, path = spoiled(good, tmp_path / "a.mp4", samples=muted)
    flaw = one(inspect(path, film), "silence")
    assert flaw.severity == "error" and flaw.start == pytest.approx(4.0, abs=0.15)
    nothing = spoiled(good, tmp_path / "b.mp4", samples=np.zeros_like)[1]
    assert one(inspect(nothing, film), "silence").end == pytest.approx(11.0, abs=0.1)


def test_clipping_and_a_peak_too_high_and_a_film_too_loud_are_found(good, tmp_path):
    def driven(samples):
        samples[4 * RATE : 6 * RATE] = np.clip(samples[4 * RATE : 6 * RATE] * 8, -1, 1)
        return samples

    film, path = spoiled(good, tmp_path / "a.mp4", samples=driven)
    flaws = inspect(path, film)
    assert rules(flaws) == {"clipping", "true_peak", "loudness"}
    assert 3.9 < one(flaws, "clipping").start < 4.7


def test_a_quiet_film_is_not_at_its_loudness(good, tmp_path):
    film, path = spoiled(good, tmp_path / "a.mp4", samples=lambda s: s * 0.5)
    assert "-22.0 LUFS instead of -16.0" in one(inspect(path, film), "loudness").says


def test_the_container_is_looked_at(good, tmp_path):
    def says(**changes):
        film, path = spoiled(good, tmp_path / "a.mp4", **changes)
        return " ".join(flaw.says for flaw in container_flaws(path, film))

    assert "index lies behind" in says(options={})
    assert "not tagged as BT.709" in says(colours=False)
    assert "1 pictures and 0 sounds" in says(tracks=("video",))
    assert "title" in says(names=False) and "language" in says(names=False)
    assert "starts +0.4" in says(late=RATE // 2)
    assert "200 frames instead of 264" in says(pictures=lambda f: f[:200])
    assert "the sound 9.00 s" in says(samples=lambda s: s[: 9 * RATE])


def test_captions_beyond_their_limits_and_over_cuts_are_told(good):
    film, path = good
    first = replace(film.cues[0], end=3.75)
    flaws = inspect(path, replace(film, cues=(first, *film.cues[1:])))
    assert one(flaws, "caption_near_cut").start == 0.5
    fast = replace(film.cues[0], rows=("The lamp is lit and all the many boats come home",) * 2, words=())
    assert "caption_too_fast" in rules(inspect(path, replace(film, cues=(fast, *film.cues[1:]))))


def test_a_file_that_is_no_film_is_a_sentence(tmp_path):
    for name, content in (("a.mp4", b"nonsense" * 100), ("b.mp4", b""), ("none.mp4", None)):
        if content is not None:
            (tmp_path / name).write_bytes(content)
        with pytest.raises(MediaError, match=name):
            inspect(tmp_path / name)


def test_a_film_that_breaks_off_is_told_or_refused(good, tmp_path):
    film, path = good
    content = path.read_bytes()
    (tmp_path / "a.mp4").write_bytes(content[: len(content) // 2])
    assert {"damaged", "container"} & rules(inspect(tmp_path / "a.mp4", film))
