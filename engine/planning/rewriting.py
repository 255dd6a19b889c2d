"""One line or one note at a time, said by a model and checked against what a person wrote: nothing lost, nothing added.

Where no answer passes, a rewrite fails with the model's words, and a note is spoken as it stands. Knows providers by their contract.
Example: `rewrite_line("For many years he had wound the clocks.", "shorter", provider)` -> "For years he wound the clocks."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import regex

from engine.errors import BadOutput, UserError
from engine.planning import facts
from engine.planning.repair import folded, shared_runs, tidy, words
from engine.planning.script_check import line_fault
from engine.prompts import language_name, prompt
from engine.providers.contract import Progress, TextProvider, TextRequest, silent

PROMPTS = ("script/rewrite_line", "script/say_notes")
TRIES = 3

_OWN_WISH = 200  # characters
_TIMES = ("day", "night", "morning", "evening", "noon", "midnight", "before", "after", "yesterday", "tomorrow")
_QUOTED = regex.compile(r"[\"“]([^\"“”]+)[\"”]")


@dataclass(frozen=True)
class Said:
    """A note as it is spoken; `by_model` is False where the person's own words are."""

    text: str
    by_model: bool


def rewrites(provider: TextProvider) -> tuple[str, ...]:
    """What a provider may be asked to do with a line: 'shorter', 'simpler', 'own' (the person's wish in words)."""
    return ("shorter",) if getattr(provider, "drafts_only", False) else ("shorter", "simpler", "own")


def rewrite_line(
    line: str,
    how: str,
    provider: TextProvider,
    progress: Progress = silent,
    *,
    language: str = "en",
    before: str = "",
    after: str = "",
    seed: int = 0,
    prompts: Path | None = None,
) -> str:
    """The line 'shorter', 'simpler' or by the person's own wish, after at most three tries.

    Shorter and simpler keep every number, name and quote; a wish may change only what it names. UserError where the provider
    cannot do it, BadOutput with the model's last words where nothing passed.
    """
    wish = _wish(line, how, provider, language)
    template = prompt("script/rewrite_line", prompts)
    request = template.render(
        seed=seed, line=line, before=before, after=after, wish=wish, language=language_name(language)
    )
    fault, answer = "", ""
    for answer in _candidates(request, provider, progress):
        fault = rewrite_fault(answer, line, how, language, template.system)
        if not fault:
            return answer
    raise BadOutput(
        f"No rewrite could be used: {fault} Keep the line, or change it by hand.", provider=provider.name, words=answer
    )


def rewrite_fault(new: str, line: str, how: str, language: str = "en", example: str = "") -> str:
    """Why `new` may not stand for `line`; '' where it may. `example` is our own text, whose words may not come back."""
    if fault := line_fault(new, language):
        return fault
    if [word.casefold() for word in words(new)] == [word.casefold() for word in words(line)]:
        return "It is the same line."
    if leaked := [run for run in shared_runs(new, example) if run not in shared_runs(line, example)]:
        return f'"{leaked[0]}" comes from the example.'
    free = how not in ("shorter", "simpler")
    source = f"{line} {how}" if free else line
    if added := (facts.added_numbers(new, source) or facts.added_names(new, source)):
        return f"It adds {added[0]}."
    if not free and (lost := facts.lost_numbers(new, line) or facts.lost_names(new, line) or _lost_quotes(new, line)):
        return f"It loses {lost[0]}."
    count, had = len(words(new)), len(words(line))
    if how == "shorter" and count >= had:
        return "It is not shorter."
    most = 2 * had + 15 if free else had + 8
    return f"It has {count} words instead of {had}." if count > most else ""


def say_notes(
    notes: Sequence[str],
    provider: TextProvider,
    progress: Progress = silent,
    *,
    language: str = "en",
    seed: int = 0,
    prompts: Path | None = None,
) -> tuple[Said, ...]:
    """Each note as one or two spoken sentences, the best of three answers; the note itself where none passes.

    UserError for another language than English by a small local model: it cannot write one.
    """
    _speaks(provider, language)
    template = prompt("script/say_notes", prompts)
    said: list[Said] = []
    for number, note in enumerate(notes):
        progress(number / max(1, len(notes)), f"note {number + 1} of {len(notes)}")
        before = [earlier.text for earlier in said]
        request = template.render(
            seed=seed + 10 * number, before=before[-6:], note=note, language=language_name(language)
        )
        passing = [
            (note_score(answer, note, before), answer)
            for answer in _candidates(request, provider, silent)
            if not note_fault(answer, note, before, template.system, language)
        ]
        said.append(Said(max(passing)[1], True) if passing else Said(_as_sentence(note), False))
    progress(1.0, f"{sum(line.by_model for line in said)} of {len(said)} said by the model")
    return tuple(said)


def note_fault(new: str, note: str, before: Sequence[str], example: str, language: str = "en") -> str:
    """Why `new` may not be spoken for `note`; '' where it may. `example` is our own text, whose words may not come back."""
    if fault := line_fault(new, language):
        return fault
    if not 4 <= len(words(new)) <= max(45, 2 * len(words(note))):
        return "It is too short or too long."
    for added, lost in ((facts.added_numbers, facts.lost_numbers), (facts.added_names, facts.lost_names)):
        if wrong := added(new, " ".join((note, *before))) or lost(new, note):
            return f"{wrong[0]} is not in both."
    spoken, noted = folded([new]), folded([note])
    if changed := [time for time in _TIMES if (time in spoken) != (time in noted)]:
        return f"'{changed[0]}' is not in both."
    if leaked := [run for run in shared_runs(new, example) if run not in shared_runs(note, example)]:
        return f'"{leaked[0]}" comes from the example.'
    repeated = [
        run for run in shared_runs(new, " ".join(before), 5) if run not in shared_runs(note, " ".join(before), 5)
    ]
    return f'"{repeated[0]}" has been said.' if repeated else ""


def note_score(new: str, note: str, before: Sequence[str]) -> float:
    """How well `new` says the note, among answers that pass: its content kept, a speakable length, little said before."""
    spoken, noted = folded([new]), {word for word in folded([note]) if len(word) > 3}
    kept = len(spoken & noted) / max(1, len(noted))
    count = len(words(new))
    return (
        3 * kept - 0.2 * max(0, 8 - count) - 0.1 * max(0, count - 35) - 0.4 * len(shared_runs(new, " ".join(before), 3))
    )


def _wish(line: str, how: str, provider: TextProvider, language: str) -> str:
    """What the model is asked for; UserError where this provider is not to be asked."""
    _speaks(provider, language)
    if how not in rewrites(provider) and "own" not in rewrites(provider):
        raise UserError(
            "The small model on this machine can only shorten a line; for more, choose a bigger one or a key."
        )
    if how == "shorter":
        return f"Shorter: at most {max(3, round(len(words(line)) * 0.7))} words."
    if how == "simpler":
        return "Simpler: short everyday words and short sentences, the same meaning."
    if not how.strip() or len(how) > _OWN_WISH:
        raise UserError(
            f"Say in at most {_OWN_WISH} characters how the line should change, or choose 'shorter' or 'simpler'."
        )
    return how


def _speaks(provider: TextProvider, language: str) -> None:
    if getattr(provider, "drafts_only", False) and not language.lower().startswith("en"):
        raise UserError(
            "The small model on this machine writes only English; for another language choose a bigger one or a key."
        )


def _candidates(request: TextRequest, provider: TextProvider, progress: Progress) -> Iterator[str]:
    """Answers with different seeds, tidied, each asked for only when it is wanted; what cannot be read comes as it is."""
    for number in range(TRIES):
        progress(number / TRIES, f"try {number + 1}")
        try:
            result = provider.write(replace(request, seed=request.seed + number))
        except BadOutput as error:
            yield error.words
        else:
            yield tidy(str(result.data["text"]))


def _lost_quotes(new: str, line: str) -> list[str]:
    held = " ".join(word.casefold() for word in words(new))
    return [quote for quote in _QUOTED.findall(line) if " ".join(word.casefold() for word in words(quote)) not in held]


def _as_sentence(note: str) -> str:
    """A note as it can be spoken: its own words, with a capital and an end."""
    text = " ".join(note.split())
    text = text[:1].upper() + text[1:]
    if regex.search(r"[.!?…।]['\"”’]*$", text):
        return text
    return f"{text}।" if regex.search(r"\p{Devanagari}\W*$", text) else f"{text}."
