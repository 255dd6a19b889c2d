"""How what a person's spec leaves open is filled from a seed, so that a person stays the same; cultures; crowds.

Example: `spec_of(Thing(id="a", kind="girl"))` is a child with her hair and clothes to be chosen by `filled(spec, "a")`.
"""

from __future__ import annotations

import random
from functools import lru_cache

from engine.illustrate.frame import seed_of
from engine.illustrate.kit.figures.garments import garment
from engine.illustrate.kit.figures.people import ARCHETYPES, WORDS
from engine.illustrate.scene import FigureSpec, Thing

__all__ = ["ARCHETYPES", "filled", "is_person", "names", "spec_of", "tallness", "varied"]

_TALL = {"child": 0.68, "young": 0.9, "adult": 1.0, "old": 0.94}

# culture: skins, hair colours, tops for women and men
_CULTURES: dict[str, tuple[str, str, str, str]] = {
    "": ("pale light tan brown dark", "black brown chestnut blond red black", "coat dress sweater striped jacket",
        "coat shirt sweater jacket waistcoat"),
    "india": ("tan brown dark", "black", "sari kurta salwar", "kurta shirt sherwani dhoti"),
    "africa": ("dark deep brown", "black", "wrapper dress dashiki", "dashiki agbada shirt"),
    "east asia": ("light pale tan", "black", "kimono dress coat qipao", "yukata shirt jacket"),
    "japan": ("light pale", "black", "kimono", "yukata"),
    "korea": ("light pale", "black", "hanbok", "sherwani"),
    "china": ("light pale tan", "black", "qipao", "sherwani shirt"),
    "arab": ("tan brown", "black brown", "abaya dress", "thobe robe tunic"),
    "europe": ("pale light", "brown blond chestnut red", "coat dress sweater", "coat shirt jacket"),
    "latin": ("tan brown light", "black brown", "dress poncho", "shirt poncho jacket"),
    "andes": ("tan brown", "black", "poncho", "poncho"),
    "medieval": ("pale light", "brown blond chestnut", "pinafore gown", "tunic cloak"),
    "ancient": ("light tan", "brown black", "toga", "toga tunic"),
    "victorian": ("pale light", "brown blond chestnut", "victorian", "tailcoat waistcoat"),
}  # fmt: skip
_WOMENS = ("bob", "long", "bun", "braid", "ponytail", "wavy", "fringe", "updo", "long", "wavy")
_GIRLS = ("bob", "pigtails", "braids", "ponytail", "long", "fringe")
_MENS = ("short", "short", "side_part", "curly", "spiky")
_OLD_MENS = ("grey_wisps", "grey_wisps", "bald", "short")
_SOBER = ("navy", "brown", "B")
"""The colours of what a man wears where women wear patterns."""


def is_person(kind: str) -> bool:
    """Whether a kind of thing is a person."""
    return kind in ARCHETYPES or kind in WORDS


def names() -> tuple[str, ...]:
    """All kinds of people."""
    return (*ARCHETYPES, *WORDS)


def spec_of(thing: Thing) -> FigureSpec:
    """What is known of a person: the thing's own spec over its kind's."""
    base = ARCHETYPES[WORDS.get(thing.kind, thing.kind)]
    if thing.figure is None:
        merged = base
    else:
        said = {name: getattr(thing.figure, name) for name in thing.figure.model_fields_set}
        merged = base.model_copy(update=said)
    if thing.colours:
        merged = merged.model_copy(update={"colours": {**merged.colours, **thing.colours}})
    return merged


def tallness(spec: FigureSpec) -> float:
    """How tall a person is beside a grown one."""
    return _TALL[spec.age]


def _style(rng: random.Random, spec: FigureSpec, woman: bool) -> str:
    if spec.culture.lower() == "africa":
        return rng.choice(("afro", "curly", "braids") if woman else ("short", "curly", "bald"))
    if woman:
        return rng.choice(_GIRLS if spec.age == "child" else _WOMENS)
    if spec.culture.lower() == "japan" and spec.age != "old":
        return rng.choice(("short", "topknot"))
    return rng.choice(_OLD_MENS if spec.age == "old" else _MENS)


@lru_cache(maxsize=512)
def _filled(text: str, key: str) -> FigureSpec:
    spec = FigureSpec.model_validate_json(text)
    rng = random.Random(seed_of("person", key))
    woman = rng.random() < 0.5 if spec.woman is None else spec.woman
    skins, hairs, for_women, for_men = _CULTURES.get(spec.culture.lower(), _CULTURES[""])
    skin, shade = rng.choice(skins.split()), rng.choice(hairs.split())
    if spec.age == "old":
        shade = rng.choice(("grey", "white"))
    if (spec.skin or skin) in ("dark", "deep") and not spec.hair_colour and spec.age != "old":
        shade = "black"
    style = _style(rng, spec, woman)
    top = rng.choice((for_women if woman else for_men).split())
    colour, lower = rng.choice(("A", "B", "G", "B")), rng.choice(("G", "navy", "brown"))
    colour = rng.choice(_SOBER) if (spec.top or top) == "yukata" else colour
    detail = rng.choice(("B", "L", "gold")) if colour != "B" else rng.choice(("A", "G", "crimson"))
    return spec.model_copy(
        update={
            "woman": woman,
            "skin": spec.skin or skin,
            "hair_colour": spec.hair_colour or shade,
            "hair": spec.hair or style,
            "top": spec.top or top,
            "bottom": spec.bottom or garment(spec.top or top).lower or "trousers",
            "colours": {"top": colour, "bottom": lower, "detail": detail, **spec.colours},
        }
    )


def filled(spec: FigureSpec, key: str) -> FigureSpec:
    """The spec with all that it leaves open chosen, the same for the same key."""
    return _filled(spec.model_dump_json(), key)


def varied(spec: FigureSpec, seed: int) -> FigureSpec:
    """Another person like this one, for a crowd: other hair, skin, age and colours. Grandmothers stay old women, and
    girls girls."""
    rng = random.Random(seed)
    kept = spec.age in ("old", "child")
    ages = (spec.age, spec.age, "adult", "young", "old") if not kept else (spec.age,)
    # Who wears what a land or an old time wears has no modern cap or bag beside it.
    hats = ("", spec.hat, spec.hat) if spec.culture else ("", "", "", "cap", "brim", "beret", "headscarf")
    more = ("scarf", "beard") if spec.culture else ("glasses", "scarf", "beard", "bag")
    update: dict[str, object] = {
        "skin": "",
        "hair": "",
        "hair_colour": "",
        "woman": spec.woman if rng.random() < 0.5 or kept else None,
        "body": rng.choice(("slim", "usual", "usual", "broad")),
        "top": spec.top if rng.random() < 0.3 else "",
        "age": rng.choice(ages),
        "colours": {},
        "hat": spec.hat if rng.random() < 0.6 else rng.choice(hats),
        "extras": tuple(rng.sample(more, 1)) if rng.random() < 0.4 else (),
    }
    if spec.top in (
        "soldier",
        "school",
        "uniform",
        "kimono",
        "yukata",
        "sari",
        "hanbok",
        "habit",
        "stole_robe",
        "toga",
        "armour",
        "tunic",
        "gown",
        "vest",
        "chef",
        "scrubs",
        "doctor",
        "lab_coat",
        "space",
    ):
        update |= {
            "top": spec.top,
            "hat": spec.hat,
            "colours": spec.colours,
            "extras": spec.extras,
            "woman": spec.woman,
        }
    one = spec.model_copy(update=update)
    if "beard" in one.extras and (one.woman is not False or one.age == "child"):
        one = one.model_copy(update={"extras": ()})
    return _filled(one.model_dump_json(), str(seed))
