"""What is in a vessel: milk, tea, soup, flour, broken eggs. A vessel asks by its option `holds`; declares nothing.

Example: `fill(pen, "milk", (0, -62), 52, 9)` draws a white surface in a bowl's mouth.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from engine.illustrate.kit import registry
from engine.illustrate.kit.registry import Ask, Point
from engine.illustrate.kit.things.parts import hue, mark, mass, steam, white
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour

# fmt: off

_FORMS = {
    "liquid": "milk cream yogurt water rain tea chai coffee cocoa chocolate juice lemonade wine beer cider oil honey syrup "
              "jam marmalade soda ink paint potion brew nectar broth medicine blood drink",
    "soup": "soup stew curry dal sauce porridge gruel",
    "batter": "batter dough custard pudding",
    "heap": "flour sugar salt rice sand cement powder soil earth ash ashes snow grain spice oats "
            "ore coal gravel",
    "eggs": "egg yolk",
    "pat": "butter margarine lard",
    "pieces": "berry strawberry apple orange mango banana grape cherry plum tomato carrot potato nut bean coin gold fish "
              "flower cookie bread roll sweet candy fruit vegetable mushroom shell pancake cake",
}
FORM_OF = {word: form for form, words in _FORMS.items() for word in words.split()}
"""Plain nouns of contents -> how they lie in a vessel."""

LUMPS = frozenset({"ore", "coal", "gravel"})
"""What lies in broken pieces of stone."""
_HOT = frozenset(["tea", "chai", "coffee", "cocoa", "soup", "stew", "curry", "dal", "broth", "porridge", "gruel", "brew"])

_TONES: dict[str, Callable[[Pen], Colour]] = {
    "milk": lambda pen: pen.mix(pen.r(1.0), (1.0, 1.0, 1.0), 0.6),
    "water": lambda pen: pen.mix(pen.natural("glass"), pen.G, 0.5),
    "tea": lambda pen: pen.mix(pen.natural("copper"), pen.B, 0.35),
    "coffee": lambda pen: pen.mix(pen.natural("dark wood"), (0.13, 0.07, 0.04), 0.55),
    "juice": lambda pen: hue(pen, "orange"),
    "wine": lambda pen: hue(pen, "crimson"),
    "beer": lambda pen: pen.mix(hue(pen, "gold"), pen.B, 0.3),
    "honey": lambda pen: pen.mix(hue(pen, "gold"), pen.natural("copper"), 0.35),
    "jam": lambda pen: hue(pen, "red"),
    "potion": lambda pen: pen.mix(pen.V, pen.L, 0.25),
    "ink": lambda pen: pen.mix(pen.r(0.08), pen.G, 0.2),
    "soup": lambda pen: pen.mix(pen.B, pen.A, 0.25),
    "batter": lambda pen: pen.mix(white(pen, 0.3), hue(pen, "yellow"), 0.3),
    "heap": lambda pen: white(pen, 0.1),
    "sand": lambda pen: pen.natural("sand"),
    "earth": lambda pen: pen.natural("earth"),
    "ash": lambda pen: pen.natural("stone"),
    "ore": lambda pen: pen.mix(pen.r(0.04), pen.G, 0.12),
    "porridge": lambda pen: pen.mix(white(pen, 0.3), pen.natural("sand"), 0.45),
    "eggs": lambda pen: pen.mix(white(pen, 0.05), hue(pen, "yellow"), 0.12),
    "pat": lambda pen: hue(pen, "yellow", 0.1),
}
_LIKE = {"cream": "milk", "yogurt": "milk", "rain": "water", "chai": "tea", "broth": "tea", "cocoa": "coffee",
         "chocolate": "coffee", "lemonade": "juice", "drink": "juice", "nectar": "honey", "syrup": "honey", "oil": "honey",
         "cider": "beer", "medicine": "wine", "blood": "wine", "soda": "coffee", "marmalade": "jam", "brew": "potion",
         "paint": "jam", "soil": "earth", "cement": "ash", "ashes": "ash", "powder": "ash", "gruel": "porridge",
         "oats": "porridge", "grain": "sand", "spice": "earth", "coal": "ore", "gravel": "ash"}

# fmt: on
_KINDS = {
    "berry": "strawberry",
    "cherry": "strawberry",
    "plum": "apple",
    "potato": "stone",
    "nut": "seed",
    "bean": "seed",
    "grape": "grapes",
    "gold": "coin",
    "cookie": "roti",
    "roll": "bread",
    "sweet": "sweets",
    "candy": "sweets",
    "fruit": "apple",
    "vegetable": "carrot",
    "shell": "snail",
    "pancake": "roti",
}  # fmt: skip


def form_of(word: str) -> str:
    """How contents lie: liquid, soup, batter, heap, eggs, pat or pieces; '' for what no vessel is drawn with."""
    return FORM_OF.get(word) or FORM_OF.get(word.removesuffix("s"), "")


def holds(ask: Ask, otherwise: str = "") -> str:
    """What the words put into a vessel, or what is usually in it; '' for an empty one."""
    told = ask.options.get("holds", otherwise)
    return told if form_of(told) else ""


def hot(word: str) -> bool:
    """Whether it steams."""
    return word in _HOT


def tone(pen: Pen, word: str) -> Colour:
    """The colour of contents in this light."""
    plain = word if word in FORM_OF else word.removesuffix("s")
    found = _TONES.get(plain) or _TONES.get(_LIKE.get(plain, "")) or _TONES.get(form_of(word)) or _TONES["soup"]
    return found(pen)


def fill(pen: Pen, word: str, at: Point, half: float, down: float) -> None:
    """Contents seen in a mouth of these half widths around a point, drawn after the vessel."""
    form, colour = form_of(word), tone(pen, word)
    if form == "pieces":
        _pieces(pen, word, at, half)
        return
    if form == "heap":
        _heap(pen, at, half, down, colour)
        return
    x, y = at
    if form == "pat":
        _pat(pen, at, half, down, colour)
        return
    mark(pen, oval(x, y, half, down), colour)
    mark(pen, oval(x - half * 0.24, y + down * 0.34, half * 0.44, down * 0.3), pen.lighter(colour, 0.05), 0)
    if form == "soup" and word not in ("porridge", "gruel"):
        for dx, dy in ((-0.42, -0.2), (0.16, 0.22), (0.5, -0.3)):
            mark(pen, oval(x + half * dx, y + down * dy, half * 0.11, down * 0.24), pen.V, 0.4)
    if form == "eggs":
        _yolks(pen, at, half, down)
    if hot(word):
        steam(pen, x, y - 2, half * 0.62, 3, half * 0.36)


def _yolks(pen: Pen, at: Point, half: float, down: float) -> None:
    """Two yolks in their whites; their broken shells lie on the rim."""
    x, y = at
    r = min(half * 0.24, down * 1.3)
    for dx, dy in ((-0.36, 0.1), (0.26, -0.05)):
        mass(pen, oval(x + half * dx, y + down * dy - r * 0.2, r, r * 0.66), hue(pen, "orange", 0.06), 0.25, rim=0)
        mark(pen, oval(x + half * dx - r * 0.3, y + down * dy - r * 0.46, r * 0.24, r * 0.13), pen.r(1.0), 0, 0.85)


def shells(pen: Pen, x: float, y: float, size: float) -> None:
    """The two halves of a broken egg, lying at (x, y)."""
    pale = pen.mix(white(pen, 0.2), pen.natural("sand"), 0.25)
    for dx, turn in ((0.0, -12.0), (size * 1.5, 24.0)):
        own = pen.at(x + dx, y, size / 20, turn)
        mark(own, oval(0, -13, 14, 4.4), pen.shaded(pale, 0.3))
        cup = [(-14, -13), (-9, -9), (-5, -14), (0, -8), (5, -13), (10, -9), (14, -13)]
        mass(own, smooth([*cup, (12, -4), (0, 0), (-12, -4)], curve=0.35), pale, 0.3, rim=1)


def _heap(pen: Pen, at: Point, half: float, down: float, colour: Colour) -> None:
    x, y = at
    rise = half * 0.42
    row = [(x - half, y), (x - half * 0.5, y - rise * 0.72), (x, y - rise), (x + half * 0.52, y - rise * 0.66),
           (x + half, y), (x + half * 0.6, y + down * 0.8), (x, y + down), (x - half * 0.6, y + down * 0.8)]  # fmt: skip
    mass(pen, smooth(row, curve=0.7), colour, 0.2, 0.1, shadow=0.4)


def _pat(pen: Pen, at: Point, half: float, down: float, colour: Colour) -> None:
    """A pat of butter that melts into a shine."""
    x, y = at
    mark(pen, oval(x, y + down * 0.1, half * 0.66, down * 0.62), pen.lighter(colour, 0.06), 0.4, 0.85)
    w, h = half * 0.22, half * 0.2
    mass(pen, box(x - w, y - h, 2 * w, h * 1.1, 1.5), colour, 0.2, rim=1, shadow=0.6)
    top = polygon([(x - w, y - h), (x - w * 0.55, y - h * 1.6), (x + w * 1.45, y - h * 1.6), (x + w, y - h)])
    mass(pen, top, pen.lighter(colour, 0.06), 0.1, rim=0, shadow=0)


def _pieces(pen: Pen, word: str, at: Point, half: float) -> None:
    """Some of the kit's own things, heaped."""
    plain = word if word in FORM_OF else word.removesuffix("s")
    info = registry.found_thing(_KINDS.get(plain, plain))
    left, top, right, foot = info.box
    size = half * 0.62 / max(right - left, foot - top)
    x, y = at
    for i, (dx, dy) in enumerate(((-0.3, -0.26), (0.3, -0.28), (-0.62, 0.0), (0.62, 0.0), (0.02, 0.02))):
        spot = (x + half * dx - size * (left + right) / 2, y + half * (dy + 0.14) - size * foot)
        own = replace(pen.at(*spot, size), seed=pen.seed + i, slots={})
        info.draw(own, Ask(seed=i))
