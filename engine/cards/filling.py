"""From a filled card to a script: the shape's sentences with the person's words in them, the same for the same seed. No model.

Example: `fill(example_card("fable")).lines[0].text == "Across a wide brown river there was once a stone bridge, ..."`.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from engine.artifacts import NARRATOR, Line
from engine.cards import joining
from engine.cards.card import Card
from engine.cards.shapes import Form, LineForm, SceneForm
from engine.planning.naming import slug
from engine.planning.script_plan import PlannedScene, ScriptPlan


def fill(card: Card, seed: int = 0) -> ScriptPlan:
    """The card's script, a draft for a person to go through. Where a shape has several sentences for the same thing, `seed`
    chooses; lines that speak of a slot which is empty are left out."""
    form = card.form
    chance = random.Random(f"{form.id} {form.language} {seed}")
    scenes = tuple(scene for part in form.scenes if (scene := _scene(part, card, form, chance)).lines)
    title = card.title or _joined(form.title, card, form).rstrip("।").removesuffix(".")
    return ScriptPlan(title=title, scenes=scenes, draft=True)


def speakers(card: Card) -> dict[str, str]:
    """Who speaks in the card's script beside the narrator, in their order: unit id -> display name."""
    patterns = [line for scene in card.form.scenes for line in scene.lines if line.speaker != NARRATOR]
    names = [_joined(line.speaker, card, card.form) for line in patterns if _filled(line.speaker, card)]
    return {slug(name): name for name in names}


def _scene(part: SceneForm, card: Card, form: Form, chance: random.Random) -> PlannedScene:
    lines = [line for pattern in part.lines if (line := _line(pattern, card, form, chance))]
    title = _joined(part.title, card, form) if _filled(part.title, card) else ""
    return PlannedScene(title, tuple(lines))


def _line(pattern: LineForm, card: Card, form: Form, chance: random.Random) -> Line | None:
    say = _chosen([text for text in pattern.say if _filled(text, card)], chance)
    if say is None or not _filled(pattern.speaker, card) or (pattern.when and pattern.when not in card.slots):
        return None
    text = joining.sentence(_joined(say, card, form))
    return Line(
        speaker=slug(_joined(pattern.speaker, card, form)),
        text=text,
        emotion=pattern.emotion,
        pause=pattern.pause,
        source=text,
        draft=True,
    )


def _chosen(texts: Sequence[str], chance: random.Random) -> str | None:
    """One of the texts. The die is thrown even for one or none, so that filling a slot changes no other line."""
    number = chance.random()
    return texts[int(number * len(texts))] if texts else None


def _filled(pattern: str, card: Card) -> bool:
    return joining.fields(pattern) <= card.slots.keys()


def _joined(pattern: str, card: Card, form: Form) -> str:
    return joining.join(pattern, card.slots, form.choices)
