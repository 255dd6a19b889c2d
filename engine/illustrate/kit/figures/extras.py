"""What people wear besides clothes and hats: scarf, bag, cape, wings, glasses, beards, jewels, sword.

Body extras use the figure's units, head extras those of a head. Example: `scarf(pen, look)` with a `Look` of the person.
"""
# outlines are rows of points, tables rows of words: they read best as written
# fmt: off

from __future__ import annotations

from dataclasses import dataclass

from engine.illustrate.kit.figures.body import Joints
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour


@dataclass(frozen=True)
class Look:
    """What the extras must know of the person they are drawn on."""

    at: Joints
    girth: float
    view: str
    large: bool
    wind: float
    cloth: Colour
    hair: Colour
    metal: Colour


def scarf(pen: Pen, look: Look) -> None:
    """A scarf with an end in the wind."""
    x, y = look.at.chest
    own = pen.at(x, y, look.girth, look.at.lean * 0.7)
    wind, colour = look.wind, look.cloth
    if look.view == "side":
        blow = max(abs(wind), 0.12)
        tail = smooth([(-4, -1), (-10 - 8 * blow, 1 - 4 * blow), (-17 - 12 * blow, 5 - 11 * blow), (-16 - 12 * blow,
            11 - 11 * blow),
                       (-8 - 6 * blow, 7 - 5 * blow), (-3, 4)], curve=0.9)
    else:
        tail = smooth([(2, 2), (6, 2), (8 + wind * 3, 19), (3 + wind * 3, 20)], curve=0.4)
    own.shape(tail, pen.shaded(colour, 0.12), form=0.4, form_width=2, rim=True, rim_width=1, edge=0.4, wobble=0.4)
    wrap = smooth([(-7.6, -0.4), (-3, -3.4), (3.4, -3.6), (7.4, -0.6), (7.0, 3.6), (0.6, 5.6), (-6.4, 4.2)])
    own.shape(wrap, colour, form=0.42, form_width=2.6, rim=True, rim_width=1.1, edge=0.4, wobble=0.4)
    if look.large:
        own.line([(-6, 1), (0, 2.6), (6.4, 0.6)], pen.shaded(colour, 0.35), 0.5, ink=0.5, wobble=0.2)


def neckerchief(pen: Pen, look: Look) -> None:
    """A knotted kerchief."""
    x, y = look.at.chest
    own = pen.at(x, y, look.girth, look.at.lean * 0.7)
    dx = 2.4 if look.view == "side" else 0.0
    own.shape(tube([(-6, -1.4), (dx, 1.8), (6, -1.4)], [1.6, 2.4, 1.6]), look.cloth, form=0.3, edge=0.4, wobble=0.3)
    if look.view != "back":
        own.shape(polygon([(dx - 1, 2), (dx + 1, 2), (dx + 3.4, 8), (dx, 6), (dx - 3, 8)]), pen.shaded(look.cloth,
            0.12), edge=0.4, wobble=0.3)


def necklace(pen: Pen, look: Look) -> None:
    """Beads around the neck."""
    x, y = look.at.chest
    own = pen.at(x, y, look.girth, look.at.lean)
    if look.view == "back":
        return
    dx = 2.2 if look.view == "side" else 0.0
    for i in range(7):
        t = (i - 3) / 3
        own.shape(oval(dx + t * 5.6, 4.6 - t * t * 4.4, 1.15), look.metal if i % 2 else pen.A, shadow=0.4, edge=0,
            line=0.5, wobble=0)


def chain(pen: Pen, look: Look) -> None:
    """A golden chain of office over the shoulders, with its great medal."""
    x, y = look.at.chest
    own = pen.at(x, y, look.girth, look.at.lean)
    if look.view == "back":
        return
    dx, reach = (1.6, 5.2) if look.view == "side" else (0.0, 7.4)
    gold = pen.mix(pen.scheme.named("gold", pen.B), pen.L, 0.2)
    for i in range(9):
        t = (i - 4) / 4
        own.shape(oval(dx + t * reach, 13.4 - t * t * 13.0, 1.5, 1.25), pen.shaded(gold, 0.14 * (i % 2)), shadow=0.4, edge=0.3,
            line=0.5, wobble=0)
    own.shape(oval(dx, 17.0, 3.6), gold, form=0.3, form_width=1, rim=True, rim_width=0.8, edge=0.4, wobble=0.1)
    own.shape(oval(dx, 17.0, 1.5), pen.A, shadow=0.3, edge=0, line=0.4, wobble=0)


def bag(pen: Pen, look: Look) -> None:
    """A bag at the hip on a strap across the chest."""
    x, y = look.at.chest
    hx, hy = look.at.hip
    colour = pen.mix(pen.natural("dark wood"), pen.A, 0.25)
    shift = 0.0 if look.view == "side" else 3.0
    pen.line([(x + 5, y + 2), ((x + hx) / 2 - 3, (y + hy) / 2), (hx - 9 + shift, hy - 6)], pen.shaded(colour, 0.45),
        1.8)
    own = pen.at(hx + shift, hy)
    own.shape(box(-18, -8, 16, 14, 3), colour, form=0.4, form_width=3, wobble=0.4)
    flap = smooth([(-18.6, -8), (-1.4, -8), (-3, 0), (-10, 1.6), (-17, 0)], curve=0.5)
    own.shape(flap, pen.shaded(colour, 0.28), wobble=0.4)
    own.shape(oval(-10, 0.4, 1.2), look.metal, shadow=0.3, edge=0, line=0.4, wobble=0)


def cape(pen: Pen, look: Look, colour: Colour) -> None:
    """A cape down the back, wide behind one who faces us."""
    x, y = look.at.chest
    foot = -6.0
    blow = 8 + 14 * abs(look.wind)
    if look.view == "side":
        row = [(x + 3, y - 1), (x - 6, y - 1), (x - 12 - blow * 0.4, y + 22), (x - 15 - blow, foot), (x - 2, foot + 2),
            (x + 2, y + 20)]
    else:
        row = [(x - 9, y - 1), (x + 9, y - 1), (x + 16, y + 26), (x + 20, foot), (x, foot + 2), (x - 20, foot),
            (x - 16, y + 26)]
    pen.shape(smooth(row, curve=0.6), colour, form=0.35, form_width=5, rim=True, rim_width=1.4, wobble=0.5)


def wings(pen: Pen, look: Look) -> None:
    """A fairy's or an angel's wings."""
    x, y = look.at.chest
    white = pen.mix(pen.natural("feather"), pen.natural("glass"), 0.3)
    sides = (-1,) if look.view == "side" else (-1, 1)
    for s in sides:
        upper = smooth([(x + s * 2, y + 12), (x + s * 14, y - 12), (x + s * 34, y - 18), (x + s * 36, y + 2),
            (x + s * 16, y + 16)])
        lower = smooth([(x + s * 2, y + 14), (x + s * 20, y + 14), (x + s * 27, y + 28), (x + s * 16, y + 34),
            (x + s * 5, y + 24)])
        for part in (lower, upper):
            pen.shape(part, white, form=0.2, form_width=3, rim=True, rim_width=1.2, wobble=0.4)


def sword(pen: Pen, look: Look) -> None:
    """A sheathed sword at the hip."""
    hx, hy = look.at.hip
    dark = pen.natural("rubber")
    pen.shape(tube([(hx + 8, hy - 6), (hx - 8, hy + 4), (hx - 30, hy + 12)], [1.2, 1.2, 0.9]), dark, line=0.7,
        wobble=0.2)
    pen.shape(tube([(hx + 8, hy - 6), (hx + 15, hy - 9)], [1.1, 1.1]), look.metal, line=0.6, wobble=0.2)


# ---------------------------------------------------------------- on the head


def beard(pen: Pen, look: Look, long: bool) -> None:
    """A beard, short or down to the chest."""
    deep = 34 if long else 0
    side = [(43, -22), (40, -6), (30, 10 + deep), (10, 12 + deep * 1.2), (-8, 2 + deep * 0.4), (-24, -16), (-26, -44),
        (-16, -36), (2, -22), (22, -24)]
    front = [(36, -38), (33, -8), (17, 12 + deep * 0.7), (0, 17 + deep * 1.2), (-17, 12 + deep * 0.7), (-33, -8), (-36,
        -38), (-22, -22), (0, -25), (22, -22)]
    pen.shape(smooth(side if look.view == "side" else front), look.hair, form=0.25, form_width=6, rim=True,
        rim_width=2.4, wobble=0.7)
    x = 31 if look.view == "side" else 0
    pen.line([(x - 8, -14), (x, -11.5), (x + 7, -15)], pen.mix(pen.A, pen.r(0.0), 0.4), 3, ink=0.5, wobble=0.1)
    moustache(pen, look)


def moustache(pen: Pen, look: Look) -> None:
    """A moustache under the nose."""
    x = 33 if look.view == "side" else 0
    row = [(x - 14, -17), (x - 7, -25), (x, -22), (x + 7, -25), (x + 12, -18), (x + 6, -20), (x, -18), (x - 7, -19)]
    pen.shape(smooth(row, curve=0.8), look.hair, form=0.2, form_width=2, line=0.6, shadow=0.4, edge=0.4, wobble=0.3)


def glasses(pen: Pen, look: Look) -> None:
    """Round glasses."""
    dark, side = pen.natural("rubber"), look.view == "side"
    for x in (28.5, 1.5) if side else (17.0, -17.0):
        pen.line(oval(x, -46, 10.5, 11), dark, 2.4, ink=0.8, wobble=0.1)
    if side:
        pen.line([(-9, -47), (-24, -50)], dark, 2.2, wobble=0.1)
    pen.line([(11, -47), (18, -47)] if side else [(-6, -47), (6, -47)], dark, 2.2, wobble=0.1)


def eyepatch(pen: Pen, look: Look) -> None:
    """A patch over one eye."""
    dark, x = pen.natural("rubber"), 28 if look.view == "side" else 17
    pen.line([(x + 10, -56), (x - 20, -72), (-40, -74)], dark, 2.4, ink=0.6, wobble=0.1)
    pen.shape(oval(x, -46, 9, 9), dark, shadow=0.4, edge=0, line=0.6, wobble=0.2)


def bindi(pen: Pen, look: Look) -> None:
    """A red dot on the forehead, and an earring."""
    pen.shape(oval(18 if look.view == "side" else 0, -66, 2.6), pen.scheme.named("red", pen.A), shadow=0, edge=0,
        line=0, wobble=0)
    for x in (-16,) if look.view == "side" else (-36, 36):
        pen.shape(oval(x, -26, 3.6, 4.4), look.metal, shadow=0.4, edge=0, line=0.5, wobble=0)
