"""The table: what a person does to a finished film, what is no longer fresh, and what a run makes.

The film 'lamp' has four lines (l01 to l04, all by the narrator) under two shots (s01: l01 l02, s02: l03 l04); 'talk' has three
lines by mara and tom under one shot. Each case starts from the finished film. What changes the order of things is in moves.py,
what is about footage in filmed.py, about sounds in sounding.py.
"""

from __future__ import annotations

from tests.build.filmed import FILMED
from tests.build.films import FILM, Case, deeds, edit, own_picture, run, settings
from tests.build.moves import ORDER
from tests.build.sounding import SOUNDING

LINE = "voice:l01 subtitles:l01"

FIELDS = (
    # ------------------------------------------------------------------ lines
    Case(
        "a line is reworded",
        edit("script:l01", "text", "The lamp had been dark for nine long years."),
        stale=LINE,
        unsettled="clip:s01 cut:*",
        made=f"{LINE} clip:s01 {FILM}",
        advice="shotlist:s01",
        cause=("voice:l01", "script:l01: words as spoken changed, take 1 -> 2"),
    ),
    Case(
        "a number is written in figures and said alike",
        edit("script:l01", "text", "The lamp was dark for 9 years."),
        stale="subtitles:l01",
        unsettled="cut:*",
        made=f"subtitles:l01 {FILM}",
        advice="shotlist:s01",
    ),
    Case(
        "a line is given to the other speaker",
        edit("script:l02", "speaker", "mara"),
        film="talk",
        stale="voice:l02",
        unsettled="subtitles:l02 clip:s01 cut:*",
        made=f"voice:l02 subtitles:l02 clip:s01 {FILM}",
    ),
    Case(
        "the pause after a line is longer",
        edit("script:l01", "pause", 1.0),
        stale="clip:s01 cut:*",
        made=f"clip:s01 {FILM}",
        cause=("clip:s01", "frames changed"),
    ),
    Case(
        "a line is said faster",
        edit("script:l03", "pace", 1.3),
        stale="voice:l03",
        unsettled="subtitles:l03 clip:s02 cut:*",
        made=f"voice:l03 subtitles:l03 clip:s02 {FILM}",
    ),
    Case(
        "a line is said in a mood that this speaker does not know",
        edit("script:l03", "emotion", "tense"),
        stale="voice:l03",
        unsettled="subtitles:l03 clip:s02 cut:*",
        same="voice:l03",
    ),
    Case("a line is no draft any more", edit("script:l01", "draft", True)),
    Case(
        "a line stands for another passage of the story",
        edit("script:l01", "source", "The storm had put the lamp out."),
        stale="shotlist:s01",
        unsettled="keyframe:s01 clip:s01 cut:*",
        same="shotlist:s01",
    ),
    # ------------------------------------------------------------------ captions
    Case(
        "a caption is corrected",
        lambda film: film.edit("subtitles:l02", {"cues": [{"start": 0.0, "end": 1.0, "rows": ["Mara went up."]}]}),
        stale="cut:*",
        made=FILM,
    ),
    # ------------------------------------------------------------------ shots
    Case(
        "a shot shows something else",
        edit("shotlist:s01", "picture", "A boat in a storm"),
        stale="keyframe:s01",
        unsettled="clip:s01 cut:*",
        made=f"keyframe:s01 clip:s01 {FILM}",
        cause=("keyframe:s01", "shotlist:s01: picture changed, take 1 -> 2"),
    ),
    Case(
        "a shot is framed closer",
        edit("shotlist:s01", "framing", "close"),
        stale="keyframe:s01",
        unsettled="clip:s01 cut:*",
        made=f"keyframe:s01 clip:s01 {FILM}",
    ),
    Case(
        "the camera moves otherwise",
        edit("shotlist:s01", "camera", "pan_left"),
        stale="clip:s01",
        unsettled="cut:*",
        made=f"clip:s01 {FILM}",
    ),
    Case(
        "a motion is described that a still cannot have",
        edit("shotlist:s01", "motion", "the flame trembles"),
        stale="clip:s01",
        unsettled="cut:*",
        same="clip:s01",
    ),
    Case(
        "a shot loses its character",
        edit("shotlist:s02", "characters", []),
        stale="keyframe:s02",
        unsettled="clip:s02 cut:*",
        made=f"keyframe:s02 clip:s02 {FILM}",
    ),
    Case(
        "a shot has other keywords",
        edit("shotlist:s02", "keywords", ["harbour", "lantern"]),
        stale="keyframe:s02",
        unsettled="clip:s02 cut:*",
        made=f"keyframe:s02 clip:s02 {FILM}",
    ),
    Case(
        "a shot has another mood, which this painter does not see",
        edit("shotlist:s02", "mood", "tense"),
        stale="keyframe:s02",
        unsettled="clip:s02 cut:*",
        same="keyframe:s02",
    ),
    Case(
        "a shot comes in with another transition",
        edit("shotlist:s02", "transition", "fade"),
        stale="cut:*",
        made=FILM,
    ),
    Case(
        "a shot leaves a line to another",
        edit("shotlist:s01", "spans", [{"line": "l01"}]),
        stale="shotlist:order clip:s01",
        unsettled="clip:s02 cut:*",
        made=f"shotlist:order shotlist:s01a keyframe:s01a clip:s01 clip:s01a {FILM}",
    ),
    Case(
        "a shot gets a place",
        edit("shotlist:s01", "place", "place-tower"),
        prepare=deeds(lambda film: film.edit("bible:place-tower", {"kind": "place", "name": "the tower"}), run),
        stale="keyframe:s01",
        unsettled="clip:s01 cut:*",
        made=f"keyframe:s01 clip:s01 {FILM}",
    ),
    Case(
        "a picture of the person's own",
        own_picture("keyframe:s01"),
        stale="clip:s01",
        unsettled="cut:*",
        made=f"clip:s01 {FILM}",
    ),
    # ------------------------------------------------------------------ the bible
    Case(
        "a place is added",
        lambda film: film.edit("bible:place-tower", {"kind": "place", "name": "the tower"}),
        stale="shotlist:s*",
        unsettled="keyframe:* clip:* cut:*",
        same="shotlist:s*",
    ),
    Case(
        "a character is called something else too",
        edit("bible:mara", "aliases", ["the keeper"]),
        stale="shotlist:s*",
        unsettled="keyframe:* clip:* cut:*",
        same="shotlist:s*",
    ),
    Case(
        "the film has other colours",
        edit("bible:style", "palette", "night"),
        stale="keyframe:*",
        unsettled="clip:* cut:*",
        made=f"keyframe:* clip:* {FILM}",
    ),
    Case(
        "a character looks otherwise",
        edit("bible:mara", "look", "an old woman in a red coat"),
        stale="keyframe:*",
        unsettled="clip:* cut:*",
        made=f"keyframe:* clip:* {FILM}",
    ),
    Case(
        "a thing that no shot shows looks otherwise",
        edit("bible:prop-lamp", "look", "brass"),
    ),
    Case(
        "a speaker has another voice",
        edit("bible:tom", "voice", "am_michael"),
        film="talk",
        stale="voice:l02",
        unsettled="subtitles:l02 clip:s01 cut:*",
        made=f"voice:l02 subtitles:l02 clip:s01 {FILM}",
        cause=("voice:l02", "bible:tom: voice changed"),
    ),
    Case(
        "a speaker speaks slower",
        edit("bible:tom", "pace", 0.9),
        film="talk",
        stale="voice:l02",
        unsettled="subtitles:l02 clip:s01 cut:*",
        made=f"voice:l02 subtitles:l02 clip:s01 {FILM}",
    ),
    Case(
        "a word is said otherwise",
        edit("bible:style", "lexicon", {"wick": "candle wick"}),
        stale="voice:l03",
        unsettled="subtitles:l03 clip:s02 cut:*",
        made=f"voice:l03 subtitles:l03 clip:s02 {FILM}",
        cause=("voice:l03", "script:l03: words as spoken changed"),
    ),
    Case(
        "the film has another mood",
        edit("bible:style", "mood", "tense"),
        stale="keyframe:* music",
        unsettled="clip:* cut:*",
        made=f"keyframe:* clip:* {FILM}",
        same="music",
    ),
    Case(
        "the film has another look by its style",
        edit("bible:style", "look", "ink"),
        stale="keyframe:*",
        unsettled="clip:* cut:*",
        made=f"keyframe:* clip:* {FILM}",
    ),
    Case(
        "a character gets another name",
        edit("bible:mara", "name", "Marta"),
        stale="shotlist:s* keyframe:*",
        unsettled="clip:* cut:*",
        made=f"shotlist:s* keyframe:* clip:* {FILM}",
    ),
    # ------------------------------------------------------------------ the brief
    Case(
        "the film gets another title",
        edit("brief", "title", "Nine Dark Years"),
        stale="cut:*",
        made=FILM,
    ),
    Case(
        "the film gets another look",
        edit("brief", "look", "ink"),
        stale="bible:style",
        unsettled="script:* voice:* subtitles:* shotlist:* keyframe:* clip:* music cut:*",
        made=f"bible:style keyframe:* clip:* {FILM}",
    ),
    Case(
        "the film is for somebody else, in a story that is kept to the letter",
        edit("brief", "audience", "children"),
    ),
    Case("the film should be longer, in a story that is kept to the letter", edit("brief", "target_seconds", 90.0)),
    Case(
        "the film has another tone",
        edit("brief", "tone", "solemn"),
        stale="bible:style",
        unsettled="script:* voice:* subtitles:* shotlist:* keyframe:* clip:* music cut:*",
        same="bible:style",
    ),
    Case(
        "the story is read as a script, which it is not",
        edit("brief", "mode", "script"),
        stale="bible:* script:*",
        unsettled="voice:* subtitles:* shotlist:* keyframe:* clip:* music cut:*",
        same="bible:*",
        made=f"script:* voice:* subtitles:* shotlist:* keyframe:s01a clip:* {FILM}",
    ),
    Case(
        "the film has 24 frames a second",
        edit("brief", "fps", 24),
        stale="clip:* cut:*",
        made=f"clip:* {FILM}",
    ),
    Case(
        "the film is wanted upright too",
        edit("brief", "sizes", ["320x180", "180x320"]),
        stale="keyframe:*",
        unsettled="clip:* cut:320x180",
        missing="cut:180x320",
        made="keyframe:* clip:* cut:180x320",
        same="",
    ),
    Case(
        "a sentence of the story is changed",
        edit(
            "brief",
            "text",
            "The lamp was dark for nine years. Mara ran up the stairs.\n\nShe lit the wick. A small boat turned for home.",
        ),
        stale="bible:* script:*",
        unsettled="voice:* subtitles:* shotlist:* keyframe:* clip:* music cut:*",
        same="bible:* script:l01 script:l03 script:l04 script:order",
        made=f"script:l02 voice:l02 subtitles:l02 shotlist:s01 keyframe:s01 clip:s01 {FILM}",
    ),
    Case(
        "a sentence is taken out of the story",
        edit("brief", "text", "The lamp was dark for nine years. Mara climbed the stairs.\n\nShe lit the wick."),
        stale="bible:* script:*",
        unsettled="voice:* subtitles:* shotlist:* keyframe:* clip:* music cut:*",
        same="bible:mara bible:narrator bible:prop-lamp bible:style script:l01 script:l02 script:l03 shotlist:s01 shotlist:order",
        made=f"script:order shotlist:s02 keyframe:s02 clip:s02 {FILM}",
    ),
    Case(
        "a sentence is added to the story",
        edit(
            "brief",
            "text",
            "The lamp was dark for nine years. Mara climbed the stairs.\n\nShe lit the wick. A small boat turned for home. It was late.",
        ),
        stale="bible:* script:*",
        unsettled="voice:* subtitles:* shotlist:* keyframe:* clip:* music cut:*",
        same="bible:* script:l01 script:l02 script:l03 script:l04",
        made=f"script:l05 script:order voice:l05 subtitles:l05 shotlist:order shotlist:s02a keyframe:s02a clip:s02 clip:s02a {FILM}",
    ),
    Case(
        "the text is told in British English",
        edit("brief", "language", "en-gb"),
        stale="bible:* voice:* cut:*",
        unsettled="script:* subtitles:* shotlist:* keyframe:* clip:* music",
        made=f"bible:narrator voice:* subtitles:* clip:* {FILM}",
        same="bible:mara bible:prop-* bible:style",
    ),
)

SETTINGS = (
    Case(
        "the narrator gets another voice",
        settings(voice="am_michael"),
        stale="bible:narrator",
        unsettled="script:* voice:* subtitles:* shotlist:* keyframe:* clip:* cut:*",
        made=f"bible:narrator voice:* subtitles:* clip:* {FILM}",
        cause=("bible:narrator", "the settings changed: voice"),
    ),
    Case(
        "there is another painter",
        settings(image="typographic"),
        stale="keyframe:*",
        unsettled="clip:* cut:*",
        made=f"keyframe:* clip:* {FILM}",
        cause=("keyframe:s01", "the maker changed: signs -> typographic"),
    ),
    Case("captions are plain", settings(captions="plain"), stale="cut:*", made=FILM),
    Case("there are no captions", settings(captions="none"), stale="cut:*", made=FILM),
    Case("the film is louder", settings(loudness=-16), stale="cut:*", made=FILM),
    Case("the film is encoded better", settings(quality="medium"), stale="cut:*", made=FILM),
    Case("there is music", settings(music="auto"), stale="music", unsettled="cut:*", made=f"music {FILM}"),
    Case(
        "two settings at once are one change",
        settings(captions="plain", loudness=-16),
        stale="cut:*",
        made=FILM,
        cause=("cut:320x180", "captions, loudness"),
    ),
)

CASES = (*FIELDS, *SETTINGS, *ORDER, *FILMED, *SOUNDING)
