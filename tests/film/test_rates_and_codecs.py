"""Every frame rate is exact to the frame and the sample, and every codec here makes segments that join, or is refused."""

import os
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from engine.errors import UserError
from engine.film import RATE, probe, proxy, render, stream
from engine.film.codecs import CODECS, available, encoder
from engine.film.rates import RATES, clock, samples
from tests.film.conftest import PAN, ffmpeg, frame_hashes, planes, with_shot


@pytest.mark.parametrize("fps", RATES, ids=str)
def test_a_rate_keeps_its_clock_for_an_hour(fps):
    time = clock(fps)
    assert Fraction(time.scale, time.ticks) == fps and time.scale < 2**31
    hour = int(3600 * fps)
    assert abs(Fraction(samples(hour, fps), RATE) - Fraction(hour) / fps) <= Fraction(1, 2 * RATE)


@pytest.mark.parametrize("fps", [Fraction(24000, 1001), Fraction(30000, 1001), 50, Fraction(60000, 1001), 60], ids=str)
def test_frames_of_every_rate_stand_at_exact_times(film, tmp_path, fps):
    import av

    made = replace(film, size=(160, 90), fps=fps, lines=(), bed=None, cues=film.cues[:1])
    render(made, tmp_path / "out.mp4", cache=tmp_path / "cache")
    with av.open(str(tmp_path / "out.mp4")) as container:
        times = [frame.pts * frame.time_base for frame in container.decode(video=0)]
        assert container.streams.video[0].average_rate == fps
    assert times == [n / Fraction(fps) for n in range(96)]
    assert probe(tmp_path / "out.mp4").duration == pytest.approx(float(96 / Fraction(fps)), abs=0.002)


@pytest.mark.parametrize("codec", [codec for codec in CODECS if codec != "h264"])
def test_other_codecs_join_as_cleanly(film, tmp_path, codec):
    if (codec, False) not in available():
        pytest.skip(f"no {codec} encoder here")
    small = replace(film, size=(192, 108))
    render(small, tmp_path / "first.mp4", cache=tmp_path / "a", codec=codec)
    edited = with_shot(small, 2, picture=film.shots[0].picture, move=PAN)
    report = render(edited, tmp_path / "edited.mp4", cache=tmp_path / "a", codec=codec)
    assert 0 < report.encoded_segments < report.encoded_segments + report.reused_segments
    render(edited, tmp_path / "whole.mp4", cache=tmp_path / "b", codec=codec, workers=1)
    assert frame_hashes(tmp_path / "edited.mp4") == frame_hashes(tmp_path / "whole.mp4")
    assert len(planes(tmp_path / "whole.mp4")) == 96
    checked = ffmpeg("-v", "error", "-xerror", "-i", str(tmp_path / "whole.mp4"), "-f", "null", "-")
    assert checked.returncode == 0 and checked.stderr == ""


def test_a_codec_that_is_not_here_is_refused_and_those_that_are_are_named(film, tmp_path):
    with pytest.raises(UserError, match="choose one of h264, hevc, av1"):
        render(film, tmp_path / "out.mp4", cache=tmp_path / "cache", codec="vp8")
    for codec in CODECS:
        if (codec, True) not in available():
            with pytest.raises(UserError, match=r"in hardware that works; choose .*h264 in software"):
                encoder(codec, hardware=True)
    assert not (tmp_path / "out.mp4").exists()


def test_codecs_do_not_share_segments(film, tmp_path):
    if ("hevc", False) not in available():
        pytest.skip("no second encoder here")
    small = replace(film, size=(96, 64), shots=film.shots[:1], lines=(), bed=None, cues=())
    render(small, tmp_path / "a.mp4", cache=tmp_path / "cache")
    assert render(small, tmp_path / "a.mp4", cache=tmp_path / "cache", codec="hevc").reused_segments == 0


def test_a_range_of_a_film_is_looked_at_with_its_own_sound(film, tmp_path):
    from engine.film.mix import mixed

    sound = mixed(film, lambda: None).m4a
    proxy(film, tmp_path / "look.mp4", size=(214, 120), start=24, end=72, sound=sound)
    found = probe(tmp_path / "look.mp4")
    assert (found.size, found.frames, found.has_audio) == ((214, 120), 48, True)
    assert found.duration == pytest.approx(2.0, abs=0.03)
    proxy(film, tmp_path / "whole.mp4", size=(214, 120))
    whole = planes(tmp_path / "whole.mp4")
    part = planes(tmp_path / "look.mp4")
    assert max(abs(a.astype(int) - b.astype(int)).mean() for a, b in zip(whole[24:72], part, strict=True)) < 2.5


def test_fragments_of_a_preview_play_from_the_first_one_on(film, tmp_path):
    from engine.film.mix import mixed

    for sound in (None, mixed(film, lambda: None).m4a):
        fragments = list(stream(film, size=(214, 120), sound=sound))
        assert len(fragments) > 2
        (tmp_path / "first.mp4").write_bytes(fragments[0])
        assert len(planes(tmp_path / "first.mp4")) == 12
        (tmp_path / "all.mp4").write_bytes(b"".join(fragments))
        assert len(planes(tmp_path / "all.mp4")) == 96
        checked = ffmpeg("-v", "error", "-xerror", "-i", str(tmp_path / "all.mp4"), "-f", "null", "-")
        assert checked.stderr == ""


def test_a_range_outside_the_film_is_refused(film, tmp_path):
    with pytest.raises(UserError, match="choose a range inside"):
        proxy(film, tmp_path / "look.mp4", start=96)


@pytest.mark.skipif(not hasattr(os, "sched_getscheduler"), reason="this system has no such classes of urgency")
@pytest.mark.parametrize("codec", CODECS)
def test_no_thread_gets_more_urgent_than_the_rest_of_the_machine(film, tmp_path, codec):
    if (codec, False) not in available():
        pytest.skip(f"no {codec} encoder here")
    urgent = []

    def look(share, words):
        found = set()
        for task in Path("/proc/self/task").iterdir():
            with suppress(OSError):
                if os.sched_getscheduler(int(task.name)) != os.SCHED_OTHER:
                    found.add(task.name)
        urgent.append(found)

    render(replace(film, size=(192, 108)), tmp_path / "out.mp4", cache=tmp_path / "cache", codec=codec, progress=look)
    look(1.0, "after it")
    # An encoder's own are so for the milliseconds in which it opens: none is found so twice, and none in the end.
    assert not any(one & next_ for one, next_ in pairwise(urgent)) and not urgent[-1]
