"""Nouns of a sentence that are no things of their own: what a vessel holds, what a photograph shows, a crowd told by its
faces or its village.

Knows one parse; draws nothing. Example: in "a cup of milk" the milk is what the cup holds.
"""

from __future__ import annotations

from engine.language.nlp import Parse
from engine.language.word_lists import words
from engine.planning.reading import SUBJECTS, category

_VESSELS = frozenset(
    [
        "cup",
        "mug",
        "glass",
        "bowl",
        "pot",
        "pan",
        "saucepan",
        "jug",
        "pitcher",
        "bottle",
        "jar",
        "bucket",
        "pail",
        "spoon",
        "ladle",
        "basket",
        "plate",
        "cauldron",
        "kettle",
        "teacup",
        "tumbler",
        "flask",
        "dish",
        "basin",
        "calabash",
        "gourd",
        "barrel",
    ]
)
SUBSTANCES = frozenset(
    [
        "water",
        "milk",
        "tea",
        "coffee",
        "soup",
        "broth",
        "stew",
        "juice",
        "wine",
        "beer",
        "oil",
        "honey",
        "batter",
        "dough",
        "flour",
        "sugar",
        "rice",
        "sand",
        "porridge",
        "lemonade",
        "cream",
        "sauce",
        "curry",
        "dal",
        "jam",
        "chocolate",
        "cocoa",
    ]
)
"""What is nothing to look at but in something."""
_HERDS = frozenset({"flock", "herd", "family", "pack", "swarm", "pride", "litter", "brood", "crowd", "group", "team", "gang", "shoal",
                    "colony", "couple", "pair", "handful", "army", "troop", "queue", "line"})  # fmt: skip
_PORTRAYING = frozenset({"photo", "photograph", "picture", "portrait", "painting", "snapshot", "drawing"})
_PICTURES = frozenset(
    [
        "photo",
        "photograph",
        "picture",
        "painting",
        "portrait",
        "drawing",
        "statue",
        "sketch",
        "story",
        "tale",
        "song",
        "smell",
        "scent",
        "sound",
        "dream",
        "thought",
        "memory",
        "map",
        "taste",
        "name",
    ]
)
_PEOPLED = frozenset(
    [
        "village",
        "town",
        "city",
        "street",
        "neighbourhood",
        "neighborhood",
        "school",
        "class",
        "court",
        "island",
        "nation",
    ]
)
_ON_FOOT = frozenset(
    [
        "walk",
        "run",
        "come",
        "gather",
        "dance",
        "sing",
        "cheer",
        "clap",
        "celebrate",
        "march",
        "follow",
        "watch",
        "laugh",
        "weep",
        "pray",
        "eat",
        "go",
        "meet",
        "wait",
        "sleep",
        "stand",
        "look",
        "shout",
        "help",
        "wake",
        "listen",
    ]
)
_BODILY = frozenset(
    (
        "sit",
        "read",
        "walk",
        "run",
        "swim",
        "climb",
        "dance",
        "relax",
        "stroll",
        "hike",
        "sleep",
        "drink",
        "ride",
        "cycle",
    )
)
_LOOKING = frozenset(["look", "watch", "stare", "smile", "turn", "gaze", "peer", "laugh"])


def contents(taken: Parse) -> dict[int, tuple[int, ...]]:
    """For each vessel what it holds: 'a cup of coffee', 'the water in the jug', 'fills a gourd with water', 'breaks the
    eggs into a bowl'; what is in it is nothing beside it."""
    found: dict[int, list[int]] = {}
    for i, token in enumerate(taken.tokens):
        if token.role != "pobj" or token.kind not in ("NOUN", "PROPN"):
            continue
        word, above = taken.tokens[token.head].text.lower(), taken.tokens[token.head].head
        if word == "of":
            above = max(token.head - 1, 0)
        head = taken.tokens[above]
        if word == "of" and head.lemma in _VESSELS and category(token.lemma, "en") not in ("people", "body"):
            found.setdefault(above, []).append(i)
        elif word == "with" and head.lemma == "fill":
            found.update({k: [i] for k in _objects(taken, above) if taken.tokens[k].lemma in _VESSELS})
        elif word in ("in", "into", "inside") and token.lemma in _VESSELS:
            found.setdefault(i, []).extend(_put(taken, above))
    return {vessel: tuple(inside) for vessel, inside in found.items() if inside}


def _put(taken: Parse, above: int) -> list[int]:
    """What a preposition puts into a vessel: the noun it hangs on, or what its verb is done to."""
    if taken.tokens[above].kind == "NOUN":
        return [above] if taken.tokens[above].lemma in SUBSTANCES else []
    broken = taken.tokens[above].lemma in ("break", "crack", "melt", "pour", "beat", "whisk", "stir", "mix")
    objects = _objects(taken, above)
    return [
        k for k in objects if taken.tokens[k].lemma in SUBSTANCES or (broken and taken.tokens[k].lemma not in _VESSELS)
    ]


def _objects(taken: Parse, verb: int) -> list[int]:
    return [k for k in taken.children[verb] if taken.tokens[k].role in ("dobj", "nsubjpass")]


def depicted(taken: Parse, i: int) -> bool:
    """'a photo of grandfather', 'the smell of bread': a noun that is only shown, told or smelled."""
    for k in _upward(taken, i):
        of = taken.tokens[taken.tokens[k].head]
        led = taken.tokens[k].role == "pobj" and taken.tokens[of.head].lemma in _PICTURES
        worn = of.text.lower() == "in" and taken.tokens[k].lemma in words("en", "garments")
        if led and (of.text.lower() == "of" or worn):
            return True
    return False


def _upward(taken: Parse, i: int) -> list[int]:
    """A noun and those that it describes: the dress, and the girl who has it on."""
    found = [i]
    while taken.tokens[i].role in ("pobj", "conj", "compound", "poss", "dobj") and len(found) < 5:
        head = taken.tokens[i].head
        i = taken.tokens[head].head if taken.tokens[i].role == "pobj" else head
        if i in found or taken.tokens[i].kind not in ("NOUN", "PROPN"):
            break
        found.append(i)
    return found


def portrayed(taken: Parse) -> dict[int, tuple[int, ...]]:
    """For each photo, portrait or painting whom or what it shows."""
    found: dict[int, tuple[int, ...]] = {}
    for i, token in enumerate(taken.tokens):
        of = taken.tokens[token.head]
        if depicted(taken, i) and of.text.lower() == "of" and (picture := of.head) >= 0:
            found |= {picture: (i,)} if taken.tokens[picture].lemma in _PORTRAYING else {}
    return found


def crowd(taken: Parse, i: int) -> str:
    """The plain noun for those whom a word means that names no people: 'people' for faces that look and a village that
    walks."""
    token = taken.tokens[i]
    if token.role not in SUBJECTS:
        return ""
    verb = taken.tokens[token.head].lemma
    if token.lemma == "face" and token.tag == "NNS" and verb in _LOOKING:
        return "people"
    return "people" if token.lemma in _PEOPLED and verb in _ON_FOOT else ""


def is_many_of(taken: Parse, i: int) -> bool:
    """'A flock of birds', 'a family of mice': how many, and no sheep and no people beside them."""
    if taken.tokens[i].lemma not in _HERDS:
        return False
    of = (k for k in taken.children[i] if taken.tokens[k].text.lower() == "of")
    kinds = (category(taken.tokens[n].lemma, "en") for k in of for n in taken.children[k])
    return any(kind in ("people", "animals") for kind in kinds)


def somebody_asked(taken: Parse, i: int) -> bool:
    """'Sit by the window', 'Walk through the park': a request to do what only a body can do shows somebody who does it."""
    token = taken.tokens[i]
    alone = not any(taken.tokens[k].role in (*SUBJECTS, "aux", "neg") for k in taken.children[i])
    return token.role == "ROOT" and token.tag == "VB" and i == 0 and alone and token.lemma in _BODILY
