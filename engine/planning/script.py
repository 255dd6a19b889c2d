"""A pasted story or a finished script as scenes and lines, by rule; every word of it is kept, in order, as it was
written.

Knows no model, no store and no voices. Example: `plan_script(Brief(text=story), {})` has one line per sentence, said
by the narrator.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from engine.artifacts import NARRATOR, BibleEntry, Brief, Line
from engine.errors import UserError
from engine.language.sentences import CLOSERS, sentences
from engine.language.word_lists import pairs
from engine.planning.blocks import Block, read_blocks
from engine.planning.breath import breaths, grouped
from engine.planning.naming import slug
from engine.planning.script_plan import PlannedScene, ScriptPlan
from engine.planning.speeches import ParsedScript, SceneHead, Speech, is_narrator, looks_like_script, read_script
from engine.planning.titles import title_for

SENTENCE_PAUSE, HALF_PAUSE, QUESTION_PAUSE, REPLY_PAUSE = 0.3, 0.15, 0.4, 0.4
PARAGRAPH_PAUSE, LAST_PARAGRAPH_PAUSE, BREAK_PAUSE = 0.7, 0.8, 1.0
STORY_BREATH, SCRIPT_BREATH = 45, 30


@dataclass(frozen=True)
class _Passage:
    """Words that become lines together: a paragraph, a verse or a speech, and what comes after them."""

    speaker: str
    text: str
    emotion: str = ""
    pause: float | None = None


@dataclass(frozen=True)
class _Scene:
    title: str
    passages: tuple[_Passage, ...]
    strong: bool = False


def plan_script(brief: Brief, entries: Mapping[str, BibleEntry]) -> ScriptPlan:
    """The lines of a brief in mode 'story' or 'script' (an 'idea' is read as a story); UserError where nothing is
    left to say.

    Lines hold at most 45 words (30 in a script), pauses are in seconds. Speakers are unit ids of `entries`, found by
    name or alias.
    """
    script = brief.mode == "script"
    heading, scenes = _script_scenes(brief, entries) if script else _story_scenes(brief)
    if not any(scene.passages for scene in scenes):
        raise UserError("There is nothing to say in this text; write words that a voice can speak.")
    planned = _planned(scenes, brief.language, script)
    title = (
        brief.title.strip()
        or heading
        or title_for(brief, entries, [line.text for scene in planned for line in scene.lines])
    )
    return ScriptPlan(title, planned)


def detect_mode(text: str, language: str = "en") -> Literal["story", "script"]:
    """'script' where names stand before the words ('ANNA: Hello.'), else 'story'."""
    return "script" if looks_like_script(text, language) else "story"


def joined(plan: ScriptPlan) -> str:
    """All the words of a plan, in order."""
    return " ".join(line.text for line in plan.lines)


def spoken_words(brief: Brief) -> str:
    """The words of a brief that are to be said: without its title, headings, names, directions and Markdown marks."""
    heading_and_scenes = _script_scenes(brief, {}) if brief.mode == "script" else _story_scenes(brief)
    return " ".join(passage.text for scene in heading_and_scenes[1] for passage in scene.passages)


def same_words(first: str, second: str) -> bool:
    """Whether two texts hold the same words in the same order; white space and the form of Unicode do not count."""
    return _bare(first) == _bare(second)


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


# ---------------------------------------------------------------- story


def _story_scenes(brief: Brief) -> tuple[str, list[_Scene]]:
    title = ""
    scenes: list[_Scene] = []
    heading, strong = "", False
    for block in read_blocks(brief.text, brief.language):
        if block.kind == "title":
            title = block.text
        elif block.kind == "words":
            _add(scenes, block, heading, strong)
            heading, strong = "", False
        else:
            heading, strong = block.text if block.kind == "heading" else heading, True
    return title, scenes


def _add(scenes: list[_Scene], block: Block, heading: str, strong: bool) -> None:
    """A paragraph opens a scene; a list item, a verse or a reply in a talk stays in the running one."""
    passage = _Passage(NARRATOR, block.text)
    before = scenes[-1] if scenes else None
    reply = before is not None and _is_speech(block.text) and _holds_speech(before.passages[-1].text)
    if before is not None and not strong and not heading and (block.tight or reply):
        scenes[-1] = _Scene(before.title, (*before.passages, passage), before.strong)
    else:
        scenes.append(_Scene(heading, (passage,), strong))


def _holds_speech(text: str) -> bool:
    return any(mark in text for mark in '"“„«「『') or text[:1] in ("—", "–")


def _is_speech(text: str) -> bool:
    return text[:1] in tuple('"“„«‘—–「『')


# ---------------------------------------------------------------- script


def _script_scenes(brief: Brief, entries: Mapping[str, BibleEntry]) -> tuple[str, list[_Scene]]:
    parsed = read_script(brief.text, brief.language)
    if not parsed.tagged:
        heading, scenes = _story_scenes(brief)
        return parsed.title or heading, scenes if not _has_directions(parsed) else _untagged(parsed)
    scenes = []
    for part in parsed.parts:
        if isinstance(part, SceneHead):
            scenes.append(_Scene(part.title, (), part.strong))
        else:
            _add_speech(scenes, part, speaker_unit(part.speaker, entries, brief.language))
    return parsed.title, _without_empty(scenes)


def _has_directions(parsed: ParsedScript) -> bool:
    directed = any(speech.emotion or speech.pause is not None for speech in parsed.speeches)
    return bool(parsed.title) or directed or any(isinstance(part, SceneHead) for part in parsed.parts)


def _untagged(parsed: ParsedScript) -> list[_Scene]:
    scenes: list[_Scene] = []
    for part in parsed.parts:
        if isinstance(part, SceneHead):
            scenes.append(_Scene(part.title, (), part.strong))
        else:
            _add_speech(scenes, part, NARRATOR)
    return _without_empty(scenes)


def _without_empty(scenes: list[_Scene]) -> list[_Scene]:
    return [scene for scene in scenes if scene.passages]


def _add_speech(scenes: list[_Scene], speech: Speech, speaker: str) -> None:
    if not any(letter.isalnum() for letter in speech.text):
        return
    passage = _Passage(speaker, speech.text, speech.emotion, speech.pause)
    before = scenes[-1] if scenes else _Scene("", ())
    scenes[-1:] = [_Scene(before.title, (*before.passages, passage), before.strong)]


def speaker_unit(name: str, entries: Mapping[str, BibleEntry], language: str) -> str:
    """The unit id of who a script calls `name`: the narrator, an entry by its name or alias, else the name's own
    slug."""
    if not name or is_narrator(name, language):
        return NARRATOR
    folded = name.casefold()
    people = {unit: entry for unit, entry in entries.items() if entry.kind == "character"}
    for unit, entry in people.items():
        if entry.name.casefold() == folded:
            return unit
    for unit, entry in people.items():
        if folded in (alias.casefold() for alias in entry.aliases):
            return unit
    return slug(name)


# ---------------------------------------------------------------- lines


def _planned(scenes: list[_Scene], language: str, script: bool) -> tuple[PlannedScene, ...]:
    planned: list[PlannedScene] = []
    for number, scene in enumerate(scenes):
        after = scenes[number + 1] if number + 1 < len(scenes) else None
        lines: list[Line] = []
        for i, passage in enumerate(scene.passages):
            last = i + 1 == len(scene.passages)
            closing = _pause_after(after, number + 2 == len(scenes)) if last else None if script else REPLY_PAUSE
            lines += _lines(passage, language, script, closing)
        planned.append(PlannedScene(scene.title, tuple(lines)))
    return tuple(planned)


def _pause_after(after: _Scene | None, ending: bool) -> float | None:
    if after is None:
        return None
    if after.strong:
        return BREAK_PAUSE
    return LAST_PARAGRAPH_PAUSE if ending else PARAGRAPH_PAUSE


def _lines(passage: _Passage, language: str, script: bool, closing: float | None) -> Iterable[Line]:
    """The lines of one passage; `closing` is the pause at its end where a scene ends with it."""
    found: list[Line] = []
    pieces = sentences(passage.text, language)
    for sentence in grouped(pieces) if script else pieces:
        halves = breaths(sentence, language, SCRIPT_BREATH if script else STORY_BREATH)
        for i, half in enumerate(halves):
            pause = HALF_PAUSE if i + 1 < len(halves) else sentence_pause(sentence)
            found.append(_line(passage, " ".join(half.split()), " ".join(sentence.split()), pause, language))
    wanted = passage.pause if passage.pause is not None else closing
    if wanted is not None and found:
        found[-1] = found[-1].model_copy(update={"pause": wanted})
    return found


def _line(passage: _Passage, text: str, source: str, pause: float, language: str) -> Line:
    emotion, pace = manner(passage.emotion, language)
    return Line(speaker=passage.speaker, text=text, emotion=emotion, pace=pace, pause=pause, source=source)


def sentence_pause(sentence: str) -> float:
    """Seconds of silence after a sentence: a little more after a question or a colon."""
    end = sentence.rstrip().rstrip(CLOSERS)[-1:]
    return QUESTION_PAUSE if end in ("?", "？", "؟", ":", "：") else SENTENCE_PAUSE


def manner(note: str, language: str) -> tuple[str, float]:
    """A direction as (emotion, pace): '(slowly)' -> ('calm', 0.85); a note that no list knows stays as it is
    written."""
    if not note:
        return "", 1.0
    known = {**pairs("en", "emotions"), **pairs(language, "emotions")}
    parts = [part.strip(",.;").lower() for part in note.split()]
    pace = 0.85 if "slowly" in parts else 1.15 if "quickly" in parts else 1.0
    return next((known[part] for part in parts if part in known), note[:60].strip()), pace
