"""The part of the table that is about order: lines and shots inserted, split, merged, moved and removed (see edits.py).

Shots follow their words: a verb on lines or shots changes, in the same change, which words the shots cover, so that every word is
seen once and in order. Until the order of shots is looked at again, any shot may turn out to be the first or the last.
"""

from __future__ import annotations

from tests.build.films import FILM, Case, deeds

ORDER = (
    Case(
        "a line is inserted inside a shot, which goes on over it",
        lambda film: film.insert("script", "l01", {"text": "Nobody came."}),
        stale="shotlist:order cut:*",
        unsettled="clip:*",
        missing="voice:l01a subtitles:l01a",
        made=f"voice:l01a subtitles:l01a clip:s01 {FILM}",
        same="shotlist:order",
    ),
    Case(
        "a line is inserted between two shots",
        lambda film: film.insert("script", "l02", {"text": "Nobody came."}),
        stale="shotlist:order cut:*",
        unsettled="clip:*",
        missing="voice:l02a subtitles:l02a",
        made=f"voice:l02a subtitles:l02a shotlist:order shotlist:s01a keyframe:s01a clip:s01a {FILM}",
    ),
    Case(
        "a line is inserted first",
        lambda film: film.insert("script", "", {"text": "It was winter."}),
        stale="shotlist:order cut:*",
        unsettled="clip:*",
        missing="voice:l01a subtitles:l01a",
        made=f"voice:l01a subtitles:l01a shotlist:order shotlist:s01a keyframe:s01a clip:s01 clip:s01a {FILM}",
    ),
    Case(
        "a line is split",
        lambda film: film.split("script:l01", 4),
        stale="voice:l01 subtitles:l01 shotlist:order cut:*",
        unsettled="clip:*",
        missing="voice:l01a subtitles:l01a",
        made=f"voice:l01* subtitles:l01* clip:s01 {FILM}",
        same="shotlist:order",
    ),
    Case(
        "two lines are merged",
        lambda film: film.merge("script:l03"),
        stale="voice:l03 subtitles:l03 shotlist:order clip:s02 cut:*",
        unsettled="clip:s01",
        made=f"voice:l03 subtitles:l03 clip:s02 {FILM}",
        same="shotlist:order",
    ),
    Case(
        "a line is moved inside its shot",
        lambda film: film.move("script:l01", "l02"),
        stale="shotlist:order cut:*",
        unsettled="clip:*",
        made=FILM,
        same="shotlist:order",
    ),
    Case(
        "a line is moved out of its shot and takes its picture along",
        lambda film: film.move("script:l01", "l04"),
        stale="clip:s01 clip:s02 cut:*",
        missing="keyframe:s01a clip:s01a",
        made=f"keyframe:s01a clip:* {FILM}",
    ),
    Case(
        "a line is removed",
        lambda film: film.remove("script:l04"),
        stale="shotlist:order clip:s02 cut:*",
        unsettled="clip:s01",
        made=f"clip:s02 {FILM}",
        same="shotlist:order",
    ),
    Case(
        "all lines of a shot are removed",
        deeds(lambda film: film.remove("script:l04"), lambda film: film.remove("script:l03")),
        changes=2,
        stale="clip:s01 cut:*",
        made=f"clip:s01 {FILM}",
    ),
    Case(
        "a shot is inserted and takes its words from another",
        lambda film: film.insert("shotlist", "s01", {"spans": [{"line": "l02"}], "picture": "A stair"}),
        missing="keyframe:s01a clip:s01a",
        stale="clip:s01 cut:*",
        made=f"keyframe:s01a clip:s01 clip:s01a {FILM}",
    ),
    Case(
        "a shot is split",
        lambda film: film.split("shotlist:s01"),
        missing="keyframe:s01a clip:s01a",
        stale="clip:s01 cut:*",
        made=f"keyframe:s01a clip:s01 clip:s01a {FILM}",
    ),
    Case(
        "two shots are merged",
        lambda film: film.merge("shotlist:s01"),
        stale="clip:s01 cut:*",
        made=f"clip:s01 {FILM}",
    ),
    Case(
        "a shot is moved first, to other words",
        lambda film: film.move("shotlist:s02", ""),
        stale="clip:* cut:*",
        made=f"clip:* {FILM}",
    ),
    Case(
        "a shot is removed and leaves its words to the one before",
        lambda film: film.remove("shotlist:s02"),
        stale="clip:s01 cut:*",
        made=f"clip:s01 {FILM}",
    ),
    Case(
        "a thing is removed from the bible",
        lambda film: film.remove("bible:prop-boat"),
        stale="shotlist:s*",
        unsettled="keyframe:* clip:* cut:*",
        same="shotlist:s*",
    ),
)
