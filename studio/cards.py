"""Story cards on the start page: from an idea to a draft without a writer. A shape, its words, its lines as they come, then a film.

The page keeps what is typed; each answer fills only the panel (or, while somebody types, only the lines). Example: `ACTIONS["cards"]`.
"""

from __future__ import annotations

from engine import makers
from engine.artifacts import NARRATOR, Brief
from engine.cards import Card, Form, Shape, Slot, card_from, fill, shape, shapes, speakers
from engine.errors import UserError
from studio import show
from studio.allowed import may_choose
from studio.moment import Moment
from studio.words import Words
from ui_components import story_cards
from ui_components.markup import button, tool
from ui_components.story_cards import ShapeTile, SlotBox

LONG = ("sentence", "spoken")


def language(moment: Moment) -> str:
    """Hindi cards where the idea or the page is in Hindi."""
    typed = moment.asked.values().get("text", "")
    hindi = sum("\u0900" <= c <= "\u097f" for c in typed) > len(typed) / 3 if typed else moment.t.language == "hi"
    return "hi" if hindi else "en"


def offer(moment: Moment, *, needed: bool = False) -> dict[str, str]:
    """The panel with all shapes; `needed` says first why: nobody is here to write."""
    t, code = moment.t, language(moment)
    listed = sorted(shapes(), key=lambda one: code not in one.languages)
    groups = [
        (t("cards.stories"), [_tile(t, one, code) for one in listed if not one.facts]),
        (t("cards.facts"), [_tile(t, one, code) for one in listed if one.facts]),
    ]
    there = _writers(moment) if needed else ""
    asked = (t("cards.chosen"), t("cards.or")) if there else (t("cards.why"), t("cards.ways"))
    lines = asked if needed else (t("cards.how"),)
    return {
        "start-cards": story_cards.panel(t("cards.title"), lines, there + story_cards.shapes(groups), _close(t)),
        "start-draft": "",
    }


def writers(moment: Moment) -> dict[str, makers.Maker]:
    """Who is here and can write a film. The small models of the packs only propose words; on a server where strangers have
    films of their own nobody is offered whom they may not choose."""
    there = (maker for maker in makers.makers("text") if maker.ready and maker.need != "pack")
    return {maker.name: maker for maker in there if may_choose(maker.name, shared=moment.desk.config.each_own)}


def _writers(moment: Moment) -> str:
    """A button for each of them, with what it takes; nothing is sent to one before it is pressed."""
    t, buttons = moment.t, []
    for maker in writers(moment).values():
        words = t("cards.write", who=show.maker(t, maker.name) if maker.away else maker.label)
        price = t("cards.write.cost", cost=show.cost(t, maker.cost)) if maker.away else ""
        buttons.append(button(f"{words} {price}".strip(), "write-with", kind="primary", id=maker.name))
    return f'<div class="compose-bar">{"".join(buttons)}</div>' if buttons else ""


def _tile(t: Words, one: Shape, code: str) -> ShapeTile:
    known = one.form(code if code in one.languages else "en")
    return ShapeTile(one.id, known.name, known.about, t("cards.in.english") if known.language != code else "")


def _close(t: Words) -> str:
    return tool("close", t("cards.close"), "cards-close")


def form(moment: Moment, values: dict[str, str] | None = None) -> dict[str, str]:
    """The panel with one card to fill in."""
    t, known = moment.t, _form(moment)
    words = _typed(moment, known) if values is None else values
    slots = [_box(t, name, slot, words.get(name, "")) for name, slot in known.slots.items()]
    slots.append(SlotBox("title", t("cards.titled"), words.get("title", ""), "", 120))
    foot = story_cards.go(t("cards.begin"), "card-begin", t("cards.back"), t("cards.example"), known.id, off=False)
    along = {"card": known.id, "card-language": known.language}
    panel = story_cards.panel(known.name, (known.about,), story_cards.form(known.id, slots, along, foot), _close(t))
    return {"start-cards": panel, "start-draft": _draft(t, known, words)}


def _form(moment: Moment) -> Form:
    """The shape that was pressed or is open, in the language of the card."""
    values = moment.asked.values()
    known = shape(moment.asked.id or values.get("card", ""))
    code = values.get("card-language") or language(moment)
    return known.form(code if code in known.languages else known.languages[0])


def _box(t: Words, name: str, slot: Slot, value: str) -> SlotBox:
    label = slot.what[:1].upper() + slot.what[1:]
    example = t("cards.such", example=slot.example)
    note = "" if slot.required else t("cards.optional")
    return SlotBox(name, label, value, example, slot.limit, note, slot.options, slot.kind in LONG)


def _typed(moment: Moment, known: Form) -> dict[str, str]:
    """What is in the boxes, by slot."""
    values = moment.asked.values()
    return {name: values.get(f"slot-{name}", "").strip() for name in (*known.slots, "title")}


def _partly(known: Form, words: dict[str, str]) -> Card:
    """A card of what fits so far: what does not is left out, as the empty ones are. Its title is not shown, and may lack words."""
    kept: dict[str, str] = {}
    for name, slot in known.slots.items():
        text = " ".join(words.get(name, "").split())
        fits = text and len(text) <= slot.limit and (not slot.options or text in slot.options)
        if fits and text.count('"') % 2 == 0:
            kept[name] = text if slot.kind in LONG else text.rstrip(" .,;:।")
    return Card(shape=known.id, language=known.language, title="-", slots=kept)


def _draft(t: Words, known: Form, words: dict[str, str]) -> str:
    """The lines that come of what is there, and what is still needed."""
    card = _partly(known, words)
    plan, names = fill(card), speakers(card)
    scenes = [
        (
            scene.title,
            [
                ("" if line.speaker == NARRATOR else names.get(line.speaker, line.speaker), line.text)
                for line in scene.lines
            ],
        )
        for scene in plan.scenes
    ]
    if not card.slots:
        scenes = []
    count = sum(len(line.text.split()) for line in plan.lines)
    missing = [slot.what for name, slot in known.slots.items() if slot.required and name not in card.slots]
    more = t("cards.still", what="; ".join(missing[:3])) if missing else ""
    said = (
        t("cards.count", n=len(plan.lines), time=f"{int(count / 2.5) // 60}:{int(count / 2.5) % 60:02d}")
        if scenes
        else ""
    )
    return story_cards.draft(t("cards.lines"), said, scenes, t("cards.none"), more)


def lines(moment: Moment) -> dict[str, str]:
    """Only the lines, while somebody types."""
    known = _form(moment)
    return {"start-draft": _draft(moment.t, known, _typed(moment, known))}


def example(moment: Moment) -> dict[str, str]:
    """The card with the shape's own example in it."""
    return form(moment, {**_form(moment).example})


def brief(moment: Moment, wishes: Brief) -> Brief:
    """A filled card as the beginning of a film; UserError with what is missing."""
    known = _form(moment)
    words = {name: value for name, value in _typed(moment, known).items() if value}
    card = card_from({"shape": known.id, "language": known.language, **words})
    text = "\n".join(line.text for line in fill(card).lines)
    if not text:
        raise UserError(moment.t("cards.none"))
    made = {"text": text, "mode": "idea", "card": card.flat(), "language": card.language, "title": card.title}
    return wishes.model_copy(update=made)


__all__ = ["brief", "example", "form", "lines", "offer"]
