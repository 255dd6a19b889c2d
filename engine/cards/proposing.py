"""A model proposes words for a story card; the person edits them. Only stories: facts come from the person, never from a model.

What is proposed is checked slot by slot, and what does not pass is left empty. Example: `propose_slots("fable", "an oak and a reed", provider)`.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import regex

from engine.cards.shapes import Form, Shape, Slot, shape
from engine.errors import BadOutput, UserError
from engine.planning.facts import names
from engine.planning.repair import finished, foreign_letters, loops, meta_talk, shared_runs, whole_sentences, words
from engine.prompts import language_name, prompt
from engine.providers.contract import Progress, TextProvider, silent

PROMPTS = ("cards/fill",)
CANDIDATES = 3
ENOUGH = 0.9

_ALIKE = 0.45  # share of words in the same order from which on a text is the example with other nouns
_REPORTED = regex.compile(r"\b(?:said|says|asked|asks|replied|answered|told)\b", regex.I)


def propose_slots(
    shape_or_id: Shape | str,
    idea: str,
    provider: TextProvider,
    seed: int = 0,
    progress: Progress = silent,
    *,
    language: str = "en",
    prompts: Path | None = None,
) -> dict[str, str]:
    """Words for the slots of a shape, from an idea: the best of up to three answers (the first that fills most of the card is
    enough), without those slots that did not pass the checks.

    A draft for a person to edit, never a story by itself. UserError for a shape of facts, or for another language than English from
    a small model on this machine; BadOutput, with the last words, where no answer could be used.
    """
    form = _form(shape_or_id, idea, provider, language)
    request = prompt("cards/fill", prompts).render(
        seed=seed,
        schema=_schema(form),
        idea=idea,
        example_idea=form.idea,
        example=form.example,
        slots="\n".join(f"- {name}: {slot.what}" for name, slot in form.slots.items()),
        language=language_name(form.language),
    )
    best: dict[str, str] = {}
    answer = ""
    for number in range(CANDIDATES):
        progress(number / CANDIDATES, f"proposal {number + 1} of {CANDIDATES}")
        try:
            result = provider.write(replace(request, seed=seed + number))
        except BadOutput as error:
            answer = error.words
            continue
        answer = result.text
        best = max(best, _kept(result.data, form, idea), key=lambda slots: _score(slots, idea))
        if len(best) >= ENOUGH * len(form.slots):
            break
    if not best:
        raise BadOutput(
            "No proposal could be used; fill in the card by hand, or say more in the idea.",
            provider=provider.name,
            words=answer,
        )
    progress(1.0, f"{len(best)} of {len(form.slots)} slots proposed")
    return best


def slot_fault(text: str, slot: Slot, form: Form, idea: str) -> str:
    """Why words may not be proposed for a slot; '' where they may."""
    if slot.kind == "choice":
        return "" if text in slot.options else "It is none of the choices."
    example = " ".join(form.example.values())
    borrowed = [run for run in shared_runs(text, f"{example} {form.idea}") if run not in shared_runs(text, idea)]
    known = set(names(f"x {example} x {form.idea}")) - set(words(idea))
    if not words(text) or foreign_letters(text, form.language) or meta_talk(text) or loops([text]):
        return "It is not plain words."
    alike = SequenceMatcher(None, words(text.casefold()), words(slot.example.casefold()), autojunk=False).ratio()
    if borrowed or known & set(words(text)) or (alike > _ALIKE and len(words(text)) > 5):
        return "It comes from the example."
    if slot.kind == "spoken" and _REPORTED.search(text):
        return "It tells what was said instead of saying it."
    if len(text) > slot.limit or text.count('"') % 2:
        return "It does not fit the slot."
    return "It is not a whole sentence." if slot.kind == "sentence" and not finished(text) else ""


def _form(shape_or_id: Shape | str, idea: str, provider: TextProvider, language: str) -> Form:
    """The form to fill; UserError where a model may not fill it."""
    chosen = shape(shape_or_id) if isinstance(shape_or_id, str) else shape_or_id
    if chosen.facts:
        raise UserError(f"A model may not fill the {chosen.name} card: its facts have to come from you.")
    if getattr(provider, "drafts_only", False) and not language.lower().startswith("en"):
        raise UserError(
            "The small model on this machine writes only English; fill in the card by hand, or choose a bigger one or a key."
        )
    if len(words(idea)) < 2:
        raise UserError("The idea is empty; say in a few words what the story is about.")
    return chosen.form(language)


def _schema(form: Form) -> dict[str, Any]:
    """The card as a JSON schema: a short text for each slot."""
    fields: dict[str, Any] = {
        name: {"enum": list(slot.options)}
        if slot.kind == "choice"
        else {"type": "string", "minLength": 3, "maxLength": slot.limit}
        for name, slot in form.slots.items()
    }
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def _kept(data: dict[str, Any], form: Form, idea: str) -> dict[str, str]:
    """Those slots of an answer that pass, tidied; the same words in two slots pass once."""
    kept: dict[str, str] = {}
    for name, slot in form.slots.items():
        text = _tidy(str(data.get(name, "")), slot)
        twice = slot.kind != "choice" and text.casefold() in (other.casefold() for other in kept.values())
        if text and not twice and not slot_fault(text, slot, form, idea):
            kept[name] = text
    return kept


def _tidy(text: str, slot: Slot) -> str:
    text = regex.sub(r"\s+", " ", text).strip().strip("*_")
    if slot.kind == "spoken":
        return whole_sentences(text.strip('"“”'))
    return whole_sentences(text) if slot.kind == "sentence" else text.rstrip(" .,;:")


def _score(slots: dict[str, str], idea: str) -> float:
    """How much of the card is filled, with the idea's own words counting for it."""
    held = {word.casefold() for word in words(idea) if len(word) > 3}
    used = {word.casefold() for text in slots.values() for word in words(text)}
    return len(slots) + 3 * len(held & used) / max(1, len(held))
