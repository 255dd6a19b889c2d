"""The part of the table that is about sounds of shots (see edits.py). No shot of 'lamp' names one by itself.

A sound answers to its words alone; the film is mixed again, and no picture is encoded for it.
"""

from __future__ import annotations

from engine.project import Project
from tests.build.films import FILM, Case, Deed, deeds, edit, run, settings
from tests.film.sounds import own_file

SOUNDS = deeds(edit("shotlist:s01", "sound", "rain"), settings(sounds="ambience"), run)
"""The first shot is heard, the other is not."""


def own_sound(key: str) -> Deed:
    """A person's own sound for a shot."""

    def give(film: Project) -> None:
        film.edit(key, file=own_file(film.folder / "own.wav"))

    return give


SOUNDING = (
    Case("what is heard in a shot is told, in a film without sounds", edit("shotlist:s01", "sound", "rain")),
    Case(
        "shots are to be heard",
        settings(sounds="ambience"),
        prepare=edit("shotlist:s01", "sound", "rain"),
        missing="sounds:s01",
        stale="cut:*",
        made=f"sounds:s01 {FILM}",
    ),
    Case(
        "a shot sounds otherwise",
        edit("shotlist:s01", "sound", "wind"),
        prepare=SOUNDS,
        stale="sounds:s01",
        unsettled="cut:*",
        made=f"sounds:s01 {FILM}",
        cause=("sounds:s01", "shotlist:s01: sound changed"),
    ),
    Case(
        "another shot is to be heard too",
        edit("shotlist:s02", "sound", "sea"),
        prepare=SOUNDS,
        missing="sounds:s02",
        unsettled="cut:*",
        made=f"sounds:s02 {FILM}",
    ),
    Case(
        "a shot is silent again",
        edit("shotlist:s01", "sound", ""),
        prepare=SOUNDS,
        stale="cut:*",
        made="",
        cached="cut:*",
    ),
    Case(
        "a shot that is heard shows something else",
        edit("shotlist:s01", "picture", "A boat in a storm"),
        prepare=SOUNDS,
        stale="keyframe:s01",
        unsettled="clip:s01 cut:*",
        made=f"keyframe:s01 clip:s01 {FILM}",
    ),
    Case(
        "a shot that is heard is longer",
        edit("script:l01", "pause", 1.0),
        prepare=SOUNDS,
        stale="clip:s01 cut:*",
        made=f"clip:s01 {FILM}",
    ),
    Case("sounds are louder", settings(sounds_level=-8.0), prepare=SOUNDS, stale="cut:*", made=FILM),
    Case("sounds are louder where there are none", settings(sounds_level=-8.0)),
    Case(
        "a sound of the person's own, in a film without sounds",
        own_sound("sounds:s01"),
        prepare=edit("shotlist:s01", "sound", "a door"),
        stale="cut:*",
        made=FILM,
    ),
    Case(
        "a shot with a sound of the person's own is told otherwise",
        edit("shotlist:s01", "sound", "a gate"),
        prepare=deeds(edit("shotlist:s01", "sound", "a door"), own_sound("sounds:s01"), run),
        advice="sounds:s01",
    ),
)
