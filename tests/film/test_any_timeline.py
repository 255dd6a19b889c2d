"""Whatever a film's lengths, transitions, rates and sizes: its segments are the film, to the frame and the sample."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from engine.film import RATE, Film, Shot, probe, render
from engine.film.rates import RATES
from engine.film.timeline import timeline
from engine.film.types import Line
from tests.film.conftest import PAN, PUSH, planes

TRANSITIONS = ("cut", "dissolve", "fade")


@st.composite
def films(draw, longest=400, most=12):
    """Shots of any length and transition at any rate; pictures are named, not there."""
    shots = tuple(
        Shot(
            f"s{n}",
            Path(f"p{n % 5}.png"),
            draw(st.sampled_from((PUSH, PAN))),
            draw(st.integers(1, longest)),
            draw(st.sampled_from(TRANSITIONS)),
            draw(st.sampled_from((0, 1, 2, 7, 24, 90))),
        )
        for n in range(draw(st.integers(1, most)))
    )
    size = draw(st.sampled_from(((64, 64), (96, 64), (64, 114), (66, 82))))
    return Film(size, draw(st.sampled_from(RATES)), shots, fade_out=draw(st.sampled_from((0, 1, 20))))


ENDS_EARLY_IN_A_PACKET = Film((64, 64), RATES[-2], tuple(Shot("s0", Path("p0.png"), PUSH, 55) for _ in range(1)))


@given(films())
@settings(max_examples=150, deadline=None)
def test_segments_follow_each_other_without_gap_or_overlap(film):
    line = timeline(film)
    assert line.segments[0].start == 0 and line.segments[-1].end == film.frames
    assert all(a.end == b.start for a, b in zip(line.segments, line.segments[1:], strict=False))
    assert all(segment.frames > 0 for segment in line.segments)
    for segment in line.segments:
        for shot in segment.shots:
            first, last = line.seen[shot]
            assert first <= segment.start and segment.end <= last


@given(films())
@settings(max_examples=60, deadline=None)
def test_the_length_in_samples_is_the_length_in_frames(film):
    exact = Fraction(film.frames * RATE) / Fraction(film.fps)
    assert abs(film.samples - exact) <= Fraction(1, 2)
    assert film.seconds == pytest.approx(float(exact / RATE))


@given(film=films(longest=40, most=4))
@example(ENDS_EARLY_IN_A_PACKET)
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_rendered_film_has_every_frame_and_sample(media, tmp_path_factory, film):
    folder = tmp_path_factory.mktemp("any")
    shots = tuple(
        Shot(s.id, media / s.picture, s.move, s.frames, s.transition, s.transition_frames) for s in film.shots
    )
    whole = Film(film.size, film.fps, shots, lines=(Line(media / "v0.wav", 0),), fade_out=film.fade_out)
    render(whole, folder / "out.mp4", cache=folder / "cache")
    assert len(planes(folder / "out.mp4")) == film.frames
    found = probe(folder / "out.mp4")
    assert found.frames == film.frames and found.fps == film.fps
    assert heard(folder / "out.mp4") == film.samples


def heard(path):
    """The samples that a player hears."""
    import av

    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        ends = [(f.pts * f.time_base, f.samples) for f in container.decode(stream)]
        # A player stops where the track says.
        return min(
            round(ends[-1][0] * RATE) + ends[-1][1],
            round(stream.duration * stream.time_base * RATE) if stream.duration else 2**62,
        ) - max(0, round(ends[0][0] * RATE))
