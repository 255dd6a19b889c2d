"""Frames are laid out exactly: transitions are centred, change no duration, and leave no gap."""

from dataclasses import replace
from pathlib import Path

import pytest

from engine.film.timeline import PIECE_SECONDS, timeline
from engine.film.types import CaptionStyle, Cue, Film, Move, Shot, Window

STILL = Move(Window(), Window())


def film(*shots: tuple[int, str, int], fps: int = 24) -> Film:
    made = (Shot(f"s{n}", Path("a.png"), STILL, frames, kind, t) for n, (frames, kind, t) in enumerate(shots))
    return Film((320, 180), fps, tuple(made))


CASES = {
    "cuts": film((30, "cut", 0), (40, "cut", 0)),
    "dissolves": film((30, "cut", 0), (40, "dissolve", 11), (20, "dissolve", 12)),
    "a fade in the middle and one out of black": film((30, "fade", 10), (40, "fade", 9)),
    "transitions longer than their shots": film(
        (6, "cut", 0), (5, "dissolve", 90), (3, "dissolve", 90), (7, "fade", 90)
    ),
    "shots of one frame": film((1, "cut", 0), (1, "dissolve", 12), (1, "fade", 4), (1, "cut", 0)),
    "a long shot": film((24 * 30, "cut", 0), (50, "dissolve", 0)),
    "a fade out at the end": replace(film((30, "cut", 0), (30, "cut", 0)), fade_out=12),
}


@pytest.mark.parametrize("name", CASES)
def test_segments_cover_every_frame_once_and_in_order(name):
    made = timeline(CASES[name])
    assert [s.start for s in made.segments] == [0, *(s.end for s in made.segments[:-1])]
    assert made.segments[-1].end == CASES[name].frames
    assert all(0 < s.frames <= PIECE_SECONDS * CASES[name].fps for s in made.segments)


def test_a_body_is_cut_where_captions_begin():
    long = film((24 * 9, "cut", 0), (24 * 4, "cut", 0))
    cues = tuple(Cue(start, start + 1.5, ("words",)) for start in (0.1, 1.0, 2.5, 8.9, 9.5, 11.0))
    spoken = replace(long, cues=cues, style=CaptionStyle(fonts=(Path("a.ttf"),)))
    starts = [segment.start / 24 for segment in timeline(spoken).segments]
    # Neither a sliver at a shot's edge nor a piece of more than three seconds.
    assert [start for start in starts if start in (1.0, 2.5, 9.5, 11.0)] == [1.0, 2.5, 9.5, 11.0]
    assert not {2 / 24, 214 / 24} & set(starts) and len(starts) == 8
    plain = replace(spoken, style=CaptionStyle(mode="none"))
    assert timeline(plain).segments == timeline(long).segments == timeline(spoken, by_captions=False).segments


@pytest.mark.parametrize("name", CASES)
def test_a_shot_is_only_shown_while_its_move_runs(name):
    made = timeline(CASES[name])
    for segment in made.segments:
        for shot in segment.shots:
            assert made.seen[shot][0] <= segment.start and segment.end <= made.seen[shot][1]
            assert 0 <= made.progress(shot, segment.start) <= made.progress(shot, segment.end - 1) <= 1


def test_a_dissolve_is_centred_on_its_boundary_and_both_moves_run_through_it():
    made = timeline(film((30, "cut", 0), (40, "dissolve", 12)))
    dissolve = next(s for s in made.segments if len(s.shots) == 2)
    assert (dissolve.start, dissolve.end) == (24, 36)
    assert made.seen == ((0, 36), (24, 70))
    assert dissolve.share(24) + dissolve.share(35) == pytest.approx(1)


def test_a_fade_is_darkest_at_its_boundary_and_shows_one_shot_at_a_time():
    made = timeline(film((30, "cut", 0), (40, "fade", 8)))
    dark = [s for s in made.segments if s.dim != (1.0, 1.0)]
    assert [(s.start, s.end, s.shots) for s in dark] == [(26, 30, (0,)), (30, 34, (1,))]
    assert dark[0].level(29) == dark[1].level(30) == 0.125
    assert dark[0].level(26) == dark[1].level(33) == 0.875


def test_a_transition_takes_at_most_half_of_each_shot():
    made = timeline(film((10, "cut", 0), (10, "dissolve", 100), (10, "dissolve", 100)))
    assert [(s.start, s.end) for s in made.segments if len(s.shots) == 2] == [(5, 15), (15, 25)]
