"""A crowd as one thing: rows of different people, the far ones small and in the tone of the air, the near ones whole.

Example: the thing "crowd" with `options={"people": "12", "kind": "soldier"}`; poses stand, cheer, walk, look up.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from engine.illustrate.kit.figures import archetypes, figure
from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.paint.path import Path, box, oval, smooth
from engine.illustrate.paint.pen import Pen
from engine.illustrate.scene import FigureSpec, Thing

_GESTURES = {
    "cheer": ("cheer", "wave", "cheer", "stand"),
    "walk": ("walk",),
    "look up": ("look_up", "look_up", "point", "stand"),
}


@dataclass(frozen=True)
class _Place:
    x: float
    y: float
    scale: float
    far: bool


def _places(rng: random.Random, count: int) -> list[_Place]:
    """Where they stand: about half far, in rows that overlap."""
    far = round(count * 0.45) if count > 5 else 0
    middle = (count - far) // 2
    rows = ((far, -25.0, 0.76, True), (middle, -11.0, 0.84, False), (count - far - middle, 0.0, 0.92, False))
    step = min(27.0, 208.0 / max(count - far - middle, 1))
    made = []
    for row, (people, y, scale, is_far) in enumerate(rows):
        spread = min(step * 0.9, 208.0 / max(people, 1)) if is_far else step
        for i in range(people):
            x = (i - (people - 1) / 2) * spread + (step * 0.25 if row == 1 else 0.0) + rng.uniform(-3, 3)
            made.append(_Place(x, y + rng.uniform(-3.0, 0.0), scale * rng.uniform(0.95, 1.03), is_far))
    return made


def _silhouette(pen: Pen, rng: random.Random, raised: bool) -> None:
    """A far person: head and shoulders in the tone of the distance, the face hinted."""
    air = pen.mix(pen.scheme.tone(0.3), pen.scheme.haze, 0.4)
    tone = pen.mix(rng.choice((pen.A, pen.B, pen.G, pen.natural("fur"), pen.natural("iron"))), air, 0.5)
    legs = pen.mix(pen.natural("iron"), air, 0.5)
    pen.shape(box(-7.5, -40, 6.6, 40, 2) | box(1, -40, 6.6, 40, 2), legs, line=0.6, wobble=0.4)
    body: Path = smooth([(-10, -28), (-12, -60), (-8, -76), (0, -80), (8, -76), (12, -60), (10, -28)], curve=0.7)
    if raised:
        for s in rng.choice(((-1,), (1,), (-1, 1))):
            body = body | smooth(
                [(s * 8, -70), (s * 17, -92), (s * 14, -112), (s * 19, -113), (s * 22, -90), (s * 12, -62)], curve=0.7
            )
    pen.shape(body, tone, form=0.25, form_width=3, line=0.7, wobble=0.4)
    skin = pen.mix(pen.scheme.skin(rng.choice(("pale", "light", "tan", "brown", "dark"))), air, 0.28)
    pen.shape(oval(0, -89, 8.4, 10), skin, form=0.2, line=0.6, shadow=0.5, wobble=0.2)
    hair = pen.mix(pen.scheme.hair(rng.choice(("black", "brown", "chestnut", "grey", "blond"))), air, 0.34)
    cap = smooth([(-9, -86), (-9.6, -95), (-4, -101), (5, -101), (9.6, -94), (9, -88), (4, -95), (-4, -95)])
    pen.shape(cap, hair, line=0.5, shadow=0.3, edge=0.3, wobble=0.4)
    dark = pen.shaded(skin, 0.75)
    for x in (-3.0, 3.4):
        pen.shape(oval(x, -88, 1.0, 1.3), dark, shadow=0, edge=0, line=0, wobble=0)
    pen.line([(-2.2, -83.6), (0.2, -82.6), (2.6, -83.6)], dark, 0.8, ink=0.3, wobble=0)


@thing("crowd", metres=1.9, box=(-124, -100, 124, 3),
    words="crowd of people, audience, throng, group of people, mob, gathering, spectators", kinds="people, person",
        category="people",
       poses="stand, cheer, walk, look up", motion="breathe", faces="none")  # fmt: skip
def crowd(pen: Pen, ask: Ask) -> None:
    """Five to twenty people, all different."""
    count = min(max(int(ask.options.get("people", "11")) if ask.options.get("people", "11").isdigit() else 11, 3), 24)
    rng = random.Random(ask.seed * 31 + 7)
    kind = ask.options.get("kind", "person")
    base = archetypes.spec_of(Thing(id="crowd", kind=kind)) if archetypes.is_person(kind) else FigureSpec()
    base = base.model_copy(update={"culture": ask.options.get("culture", base.culture)})
    for i, place in enumerate(_places(rng, count)):
        own = pen.at(place.x, place.y, place.scale * 0.83)
        if place.far:
            _silhouette(own, rng, ask.pose == "cheer" and rng.random() < 0.6)
            continue
        spec = archetypes.varied(base, ask.seed * 97 + i)
        gesture = rng.choice(_GESTURES.get(ask.pose, ("stand", "stand", "arms_crossed", "hands_on_hips", "think")))
        feeling = ask.feeling or rng.choice(("", "happy", "", "thoughtful", "calm" if ask.pose != "cheer" else "happy"))
        front = rng.random() < 0.6
        at = own.at(0, 0, archetypes.tallness(spec), 0, not front and rng.random() < 0.5)
        figure.draw(at, spec, replace(ask, pose=gesture, feeling=feeling, front=front, back=False))


_FAMILY = (
    ("man", -26.0, 1.0, False),
    ("woman", 26.0, 1.0, True),
    ("boy", -5.0, 0.98, False),
    ("girl", 10.0, 0.92, True),
)


@thing("family", metres=1.75, box=(-46, -100, 46, 3), words="household, families, parents and children", kinds="people",
    category="people", poses="stand, walk, look up", motion="breathe", faces="none")  # fmt: skip
def family(pen: Pen, ask: Ask) -> None:
    """Two grown people with their two children before them, alike in skin and hair."""
    rng = random.Random(ask.seed * 17 + 5)
    skin = rng.choice(("pale", "light", "tan", "brown", "dark"))
    shade = "black" if skin in ("brown", "dark") else rng.choice(("brown", "chestnut", "blond", "black"))
    gesture = {"walk": "walk", "look up": "look_up"}.get(ask.pose, "stand")
    for i, (kind, x, scale, flip) in enumerate(_FAMILY):
        base = archetypes.spec_of(Thing(id=kind, kind=kind))
        told = {"skin": skin, "hair_colour": shade, "culture": ask.options.get("culture", "")}
        spec = archetypes.filled(base.model_copy(update=told), f"{ask.seed}|{kind}")
        own = pen.at(x, 0, scale * archetypes.tallness(spec), 0, flip)
        own.contact(0, 0.5, 13, 0.5)
        figure.draw(own, spec, replace(ask, pose=gesture, front=i > 1 and gesture == "stand", back=False))
