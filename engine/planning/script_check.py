"""A model's script on its way to a plan: what can be mended without a model is mended, what cannot is named in sentences.

Pure functions; the sentences are written for the model that has to mend them. Knows no provider.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from engine.artifacts import NARRATOR, BibleEntry, Brief, Line
from engine.planning import facts
from engine.planning.answers import Script, SpokenLine
from engine.planning.repair import finished, foreign_letters, loops, meta_talk, split_long, tidy, words
from engine.planning.script_plan import PlannedScene, ScriptPlan

DEFAULT_WORDS = 360
PAUSES = {"short": 0.15, "normal": 0.3, "long": 0.9}
SCENE_PAUSE = 0.8

_WORDS_A_SECOND = {"en": 2.4, "hi": 2.2}
_SILENCE = 1.5  # seconds of a film in which nobody speaks: its head and tail
_LONGEST = 60  # words in a line that could not be split at its sentences
_MOST_FAULTS = 12
_MOST_SPEAKERS = 7
_EXPLAINS = regex.compile(
    r"^\W*(?:(?:how|why)\s+(?:do|does|did|is|are|was|were|can|to|come)\b|what\s+(?:is|are|was|were|do|does|makes|causes)\b(?!\s+if)"
    r"|explain|(?:an?\s+)?(?:explainer|introduction|guide)\b|(?:the\s+)?history\s+of\b|facts\b|क्यों\b|कैसे\b|समझा)",
    regex.I,
)
_KIND = regex.compile(
    r"\b(?:explainer|explanation|documentary|news|report|biograph\w+|tutorial|pitch|product|advert\w*|lesson)\b",
    regex.I,
)


@dataclass(frozen=True)
class Wanted:
    """What the script has to be: language, length, and what it may speak of."""

    language: str
    words: int
    explainer: bool
    source: str
    title: str
    names: tuple[str, ...]

    @classmethod
    def of(cls, brief: Brief, entries: Iterable[BibleEntry]) -> Wanted:
        cast = [entry for entry in entries if entry.kind == "character"]
        known = " ".join(part for entry in cast for part in (entry.name, *entry.aliases, entry.look))
        explainer = is_explainer(brief)
        return cls(
            language=brief.language,
            words=_target(brief, explainer),
            explainer=explainer,
            source=f"{brief.text} {brief.title} {known}",
            title=brief.title.strip(),
            names=tuple(entry.name for entry in cast if entry.name.casefold() != NARRATOR),
        )


def is_explainer(brief: Brief) -> bool:
    """Whether the idea asks for facts rather than for a story: then nothing may be added to it."""
    statements = [part for part in regex.split(r"[\n.;]+", brief.text) if regex.search(r"\p{Nd}{2}|%", part)]
    return bool(
        _EXPLAINS.search(brief.text) or _KIND.search(f"{brief.tone} {brief.text[:120]}") or len(statements) >= 3
    )


def is_thin(wanted: Wanted) -> bool:
    """Whether the idea of an explainer holds too little to keep a model to it, so that a person has to check the facts."""
    return wanted.explainer and len(words(wanted.source)) < 40


def planned(script: Script, wanted: Wanted) -> ScriptPlan:
    """The script with all that can be mended mended: labels and marks taken off, long lines split, speakers by their names."""
    scenes = [PlannedScene(_title(scene.title), tuple(_lines(scene.lines, wanted))) for scene in script.scenes]
    scenes = [scene for scene in scenes if scene.lines]
    return ScriptPlan(wanted.title or _title(script.title), tuple(scenes), draft=is_thin(wanted))


def script_faults(plan: ScriptPlan, wanted: Wanted, *, last: bool = False) -> list[str]:
    """What is still wrong with a plan, the worst first; [] where it can become a take. The `last` time its length may be further
    from what was asked: a film a little short is better than none."""
    texts = [line.text for line in plan.lines]
    if not texts:
        return ["There is no line in it."]
    every = " ".join(texts)
    found = [
        fault
        for number, line in enumerate(plan.lines, 1)
        if (fault := line_fault(line.text, wanted.language, f"Line {number}"))
    ]
    found += _length_faults(len(words(every)), wanted, 0.7 if last else 1.0)
    found += [f'"{run}" is said again and again; say it once.' for run in loops(texts)[:4]]
    if wanted.explainer:
        found += [
            f"The number {number} is not in the idea; take it out."
            for number in facts.added_numbers(every, wanted.source)
        ]
        found += [
            f"The name {name} is not in the idea; take it out." for name in facts.added_names(every, wanted.source)
        ]
    if len({line.speaker for line in plan.lines}) > _MOST_SPEAKERS:
        found.append(f"Too many speakers; use at most {_MOST_SPEAKERS - 1} and the narrator.")
    return found[:_MOST_FAULTS]


def line_fault(text: str, language: str, where: str = "It") -> str:
    """What is wrong with one line on its own; '' where nothing is."""
    if letters := foreign_letters(text, language):
        return f"{where} has letters of another language ({letters[:8]}): {_short(text)}"
    if what := meta_talk(text):
        return f"{where} has {what}, which is not spoken: {_short(text)}"
    if not finished(text):
        return f"{where} is not a whole sentence: {_short(text)}"
    if (count := len(words(text))) > _LONGEST:
        return f"{where} has {count} words in one breath; make sentences of it: {_short(text)}"
    return "" if count else f"{where} has no words."


def _target(brief: Brief, explainer: bool) -> int:
    """How many words to ask for: by the length that the person wants, else about two and a half minutes, and for an explainer
    no more than its facts can carry."""
    if brief.target_seconds:
        rate = _WORDS_A_SECOND.get(brief.language.lower().split("-")[0], 2.3)
        return max(20, round((brief.target_seconds - _SILENCE) * rate))
    said = len(words(brief.text))
    return min(DEFAULT_WORDS, max(60, round(said * 1.4 / 10) * 10)) if explainer and said >= 40 else DEFAULT_WORDS


def _length_faults(count: int, wanted: Wanted, narrow: float) -> list[str]:
    low, high = wanted.words * (0.4 if wanted.explainer else 0.7) * narrow, wanted.words * 1.35 / narrow
    if count < low:
        return [f"It has {count} words; write about {wanted.words}."]
    return [f"It has {count} words; cut it to about {wanted.words}."] if count > high else []


def _lines(spoken: Sequence[SpokenLine], wanted: Wanted) -> list[Line]:
    """The lines of a scene; the last of them is followed by the silence between scenes."""
    made: list[Line] = []
    for line in spoken:
        speaker, text = _speaker(line, wanted)
        pieces = [piece for piece in split_long(tidy(text)) if words(piece)]
        pauses = [PAUSES["normal"]] * (len(pieces) - 1) + [PAUSES[line.pause]]
        made += [
            Line(
                speaker=speaker,
                text=piece,
                emotion="" if line.emotion == "plain" else line.emotion,
                pause=pause,
                source=piece,
                draft=is_thin(wanted),
            )
            for piece, pause in zip(pieces, pauses, strict=True)
        ]
    if made:
        made[-1] = made[-1].model_copy(update={"pause": max(made[-1].pause, SCENE_PAUSE)})
    return made


def _speaker(line: SpokenLine, wanted: Wanted) -> tuple[str, str]:
    """Who says the line, by the name that the film knows, and its text without that name before it."""
    label = regex.match(r"\s*(\p{L}[\p{L}\p{M} .'-]{0,40}):\s+", line.text)
    asked = line.speaker.strip() or NARRATOR
    if label and label[1].casefold() in {asked.casefold(), NARRATOR, *(name.casefold() for name in wanted.names)}:
        asked, line = label[1], line.model_copy(update={"text": line.text[label.end() :]})
    bare = regex.sub(r"^(?:the|a|an)\s+", "", asked, flags=regex.I)
    if bare.casefold() in (NARRATOR, "voice", "voiceover", "voice-over", "narration", "कथावाचक", "सूत्रधार"):
        return NARRATOR, line.text
    known = next(
        (name for name in wanted.names if bare.casefold() in (name.casefold(), name.casefold().removeprefix("the "))),
        "",
    )
    return known or bare[:1].upper() + bare[1:], line.text


def _title(text: str) -> str:
    """A title as a title is written: no heading, no marks, no full stop."""
    bare = regex.sub(r"^(?:scene|act|title)\s*\d*\s*[:.\-—]\s*", "", text.strip().strip('*#_"“” '), flags=regex.I)
    return bare.rstrip(".").strip() or text.strip()


def _short(text: str) -> str:
    return f'"{text}"' if len(text) <= 90 else f'"{text[:87]}..."'
