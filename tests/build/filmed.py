"""The part of the table that is about footage: clips by a maker of moving pictures, and a person's own films (see edits.py).

What a maker filmed is fitted to its shot when it is shown, so that only what it was asked makes it stale: half seconds, not frames.
"""

from __future__ import annotations

from engine.project import Project
from tests.build.films import FILM, Case, Deed, deeds, drain, edit, run, settings
from tests.film.footage_files import picture, write

REELS = deeds(settings(video="reel"), run)
"""All clips are by the reel."""


def own_film(key: str, frames: int = 30) -> Deed:
    """A person's own film for a shot."""

    def give(film: Project) -> None:
        file = write(film.folder / "own.mp4", [picture(n % 30, (128, 96)) for n in range(frames)])
        film.edit(key, file=file)
        file.unlink()

    return give


def by(maker: str) -> Deed:
    """Another take of the first clip, by this maker."""
    return lambda film: drain(film.regenerate("clip:s01", provider=maker))


FILMED = (
    Case(
        "all clips are to be filmed",
        settings(video="reel"),
        stale="clip:*",
        unsettled="cut:*",
        made=f"clip:* {FILM}",
        cause=("clip:s01", "the maker changed: camera -> reel"),
    ),
    Case(
        "one clip is filmed",
        by("reel"),
        stale="cut:*",
        made=FILM,
        cause=("cut:320x180", "clip:s01: picture and length changed, take 1 -> 2"),
    ),
    Case(
        "one clip is filmed in several parts",
        by("short-reel"),
        stale="cut:*",
        made=FILM,
    ),
    Case(
        "a filmed clip is a camera move again",
        by("camera"),
        prepare=REELS,
        stale="cut:*",
        made=FILM,
    ),
    Case(
        "all filmed clips are to be camera moves again",
        settings(video="camera"),
        prepare=REELS,
        stale="clip:*",
        unsettled="cut:*",
        cached="clip:* cut:*",
    ),
    Case(
        "a pause in a filmed shot is a little longer",
        edit("script:l01", "pause", 0.5),
        prepare=REELS,
        stale="cut:*",
        made=FILM,
    ),
    Case(
        "a pause in a filmed shot is much longer",
        edit("script:l01", "pause", 1.0),
        prepare=REELS,
        stale="clip:s01 cut:*",
        made=f"clip:s01 {FILM}",
        cause=("clip:s01", "seconds changed"),
    ),
    Case(
        "a filmed shot shows something else",
        edit("shotlist:s01", "picture", "A boat in a storm"),
        prepare=REELS,
        stale="keyframe:s01 clip:s01",
        unsettled="cut:*",
        made=f"keyframe:s01 clip:s01 {FILM}",
    ),
    Case(
        "a filmed shot moves otherwise",
        edit("shotlist:s01", "motion", "the flame trembles"),
        prepare=REELS,
        stale="clip:s01",
        unsettled="cut:*",
        made=f"clip:s01 {FILM}",
    ),
    Case(
        "a filmed film has 24 frames a second",
        edit("brief", "fps", 24),
        prepare=REELS,
        stale="cut:*",
        made=FILM,
    ),
    Case(
        "a film of the person's own",
        own_film("clip:s01"),
        stale="cut:*",
        made=FILM,
    ),
    Case(
        "a shot with a film of the person's own shows something else",
        edit("shotlist:s01", "picture", "A boat in a storm"),
        prepare=deeds(own_film("clip:s01"), run),
        stale="keyframe:s01",
        plan="",
        advice="clip:s01",
        left="keyframe:s01",
    ),
    Case(
        "a shot with a film of the person's own is longer",
        edit("script:l01", "pause", 1.0),
        prepare=deeds(own_film("clip:s01"), run),
        stale="cut:*",
        made=FILM,
    ),
    Case(
        "a film with a film of the person's own has 24 frames a second",
        edit("brief", "fps", 24),
        prepare=deeds(own_film("clip:s01"), run),
        stale="clip:s02 cut:*",
        made=f"clip:s02 {FILM}",
    ),
    Case(
        "clips are to be filmed, but for the person's own",
        settings(video="reel"),
        prepare=deeds(own_film("clip:s01"), run),
        stale="clip:s02",
        unsettled="cut:*",
        made=f"clip:s02 {FILM}",
    ),
    Case(
        "a film of the person's own gives way to a camera move",
        by("camera"),
        prepare=deeds(own_film("clip:s01"), run),
        stale="cut:*",
        made=FILM,
    ),
)
