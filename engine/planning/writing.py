"""The writer: an idea becomes a script, by a model that is held to a form, checked, given one chance to mend, and believed no further.

Only ideas go through here: a story or a script that a person wrote keeps its words. Knows providers by their contract only.
Example: `write_script(brief, entries, OpenAIText("gpt-4.1-mini"))` -> a ScriptPlan, or BadOutput with the model's words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError

from engine.artifacts import BibleEntry, Brief
from engine.cards import IDEA_NEEDS_A_WRITER
from engine.errors import BadOutput, UserError
from engine.planning.answers import Script
from engine.planning.casting import spoken_by
from engine.planning.naming import slug
from engine.planning.repair import is_latin, words
from engine.planning.script_check import Wanted, planned, script_faults
from engine.planning.script_plan import ScriptPlan
from engine.prompts import language_name, prompt
from engine.providers.contract import Progress, TextProvider, TextRequest, silent

PROMPTS = ("script/write_story", "script/write_script_repair")


@dataclass(frozen=True)
class _Attempt:
    """An answer and what is wrong with it."""

    plan: ScriptPlan | None
    faults: tuple[str, ...]
    words: str


def writes_scripts(provider: TextProvider) -> bool:
    """Whether a provider may write a whole script; the small models that come with the film studio may only propose words."""
    return not getattr(provider, "drafts_only", False)


def write_script(
    brief: Brief,
    entries: Sequence[BibleEntry],
    provider: TextProvider,
    progress: Progress = silent,
    *,
    seed: int = 0,
    prompts: Path | None = None,
) -> ScriptPlan:
    """A script from an idea: about 360 spoken words, or as many as `brief.target_seconds` holds.

    `entries` are the settled facts of the film: who has a voice there speaks, and the narrator reads what others say. `prompts` is a folder with the film's own templates. Where the idea is about facts
    the script holds no number and no name that the idea does not, and is marked a draft if the idea says little. Raises UserError
    (not an idea, or the provider cannot write), BadOutput after one repair in vain, and whatever the provider raises.
    """
    _must_be_an_idea(brief)
    if not writes_scripts(provider):
        raise UserError(IDEA_NEEDS_A_WRITER)
    wanted = Wanted.of(brief, entries)
    attempt = _attempt(_request(brief, entries, wanted, seed, prompts), wanted, provider, _part(progress, 0.0, 0.6))
    if attempt.faults:
        progress(0.6, f"mending: {attempt.faults[0]}"[:120])
        attempt = _attempt(
            _repair(brief, wanted, attempt, seed, prompts), wanted, provider, _part(progress, 0.6, 0.99), last=True
        )
    if attempt.plan is None or attempt.faults:
        more = f" (and {len(attempt.faults) - 1} more)" if len(attempt.faults) > 1 else ""
        message = f"The script was still not right after one repair: {attempt.faults[0]}{more} Try another seed or another model."
        raise BadOutput(message, provider=provider.name, words=attempt.words)
    progress(1.0, f"{len(words(' '.join(line.text for line in attempt.plan.lines)))} words")
    return spoken_by(attempt.plan, {slug(entry.name): entry for entry in entries}, brief.language)


def asked_for(brief: Brief, entries: Sequence[BibleEntry]) -> TextRequest:
    """What the writer would be asked first, to know its price."""
    return _request(brief, entries, Wanted.of(brief, entries), 0, None)


def _must_be_an_idea(brief: Brief) -> None:
    if brief.mode != "idea":
        raise UserError(
            f"A {brief.mode} keeps its own words and is not written anew; set the mode to 'idea' to have a script written."
        )
    if len(words(brief.text)) < 2:
        raise UserError("The idea is empty; say in a sentence what the film is about.")


def _request(
    brief: Brief, entries: Sequence[BibleEntry], wanted: Wanted, seed: int, folder: Path | None
) -> TextRequest:
    characters = [f"{entry.name}: {entry.look}".rstrip(": ") for entry in entries if entry.kind == "character"]
    request = prompt("script/write_story", folder).render(
        seed=seed,
        idea=brief.text,
        title=brief.title,
        language=language_name(brief.language),
        words=wanted.words,
        tone=brief.tone,
        audience=brief.audience,
        characters=characters,
        explainer=wanted.explainer,
    )
    return _with_room(request, wanted)


def _repair(brief: Brief, wanted: Wanted, attempt: _Attempt, seed: int, folder: Path | None) -> TextRequest:
    request = prompt("script/write_script_repair", folder).render(
        seed=seed + 1,
        idea=brief.text,
        language=language_name(brief.language),
        words=wanted.words,
        answer=attempt.words,
        faults=attempt.faults,
    )
    return _with_room(request, wanted)


def _with_room(request: TextRequest, wanted: Wanted) -> TextRequest:
    """The request with a cap on tokens well above what the words and their form need, so that nothing is cut."""
    tokens_a_word = 4 if is_latin(wanted.language) else 9
    return replace(request, max_tokens=max(request.max_tokens, wanted.words * tokens_a_word + 800))


def _attempt(
    request: TextRequest, wanted: Wanted, provider: TextProvider, progress: Progress, *, last: bool = False
) -> _Attempt:
    """One call, its answer mended by rule and checked."""
    try:
        result = provider.write(request, progress)
    except BadOutput as error:
        if not error.words.strip():
            raise
        return _Attempt(None, (str(error),), error.words)
    try:
        plan = planned(Script.model_validate(result.data), wanted)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        return _Attempt(None, (f"The form is wrong at {where}: {first['msg']}.",), result.text)
    return _Attempt(plan, tuple(script_faults(plan, wanted, last=last)), result.text)


def _part(progress: Progress, start: float, end: float) -> Progress:
    """A progress that fills only the stretch from `start` to `end` of another."""

    def told(share: float, message: str = "") -> None:
        progress(start + (end - start) * share, message)

    return told
