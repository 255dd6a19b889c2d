"""Animals of the water: fish, shark, whale, dolphin, octopus, jellyfish, seahorse, seal, crab."""
# outlines are rows of points, tables rows of words: they read best as written
# fmt: off

from __future__ import annotations

import math
from dataclasses import replace

from engine.illustrate.kit.animals.beasts import black, eye, flat, shade
from engine.illustrate.kit.animals.herd import fur_colour
from engine.illustrate.kit.registry import Ask, Bounds, thing
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import Path, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour

_SWIM = "swim, dive, leap"
_TURN = {"dive": 26.0, "leap": -30.0, "sleep": 0.0}


def _set(pen: Pen, ask: Ask, y: float, size: float) -> Pen:
    return pen.at(0, y, size, _TURN.get(ask.pose, 0.0))


def _fish(
    name: str, metres: float, box: Bounds, words: str, colour: str, stripe: str, deep: float = 24.0, size: float = 1.0
) -> None:
    def draw(pen: Pen, ask: Ask) -> None:
        own = _set(pen, ask, -48, size)
        coat, mark = pen.slot("coat", fur_colour(pen, colour)), fur_colour(pen, stripe)
        fin = pen.mix(coat, mark, 0.55)
        bend = 5 if ask.pose in ("dive", "leap") else 0
        tail = smooth([(-36, 0), (-54, -20 + bend), (-66, -24 + bend), (-58, 0 + bend), (-66, 24 + bend), (-54,
            20 + bend)], curve=0.8)
        own.shape(tail, fin, form=0.3, form_width=4, wobble=0.4)
        own.shape(smooth([(16, -deep * 0.8), (4, -deep * 1.42), (-20, -deep * 1.36), (-30, -deep * 0.5)], curve=0.8),
            fin, form=0.25, wobble=0.4)
        own.shape(smooth([(4, deep * 0.8), (-8, deep * 1.36), (-20, deep * 1.2), (-18, deep * 0.6)], curve=0.8), fin,
            form=0.25, wobble=0.4)
        body = smooth([(50, 0), (38, -deep * 0.7), (8, -deep), (-24, -deep * 0.6), (-46, -4), (-46, 4), (-24,
            deep * 0.6), (8, deep), (38, deep * 0.66)])
        own.shape(body, coat, form=0.32, form_width=7, rim=True, rim_width=2, wobble=0.4)
        flat(own, smooth([(50, 3), (30, deep * 0.35), (-10, deep * 0.6), (-30, deep), (40, deep)]) & body,
            pen.mix(coat, pen.natural("feather"), 0.6))
        for x in (12, -8, -26):
            flat(own, smooth([(x, -deep * 1.2), (x + 6, -deep * 1.2), (x + 9, 0), (x + 5, deep * 1.2), (x - 1,
                deep * 1.2), (x + 3, 0)]) & body, mark)
        own.line([(25, -deep * 0.62), (20, 0), (25, deep * 0.55)], shade(pen, coat, 0.45), 1.5, ink=0.7)
        own.shape(smooth([(12, 3), (-4, 0), (-9, 10), (2, 12)]), fin, form=0.25, line=0.8, shadow=0.5, wobble=0.3)
        own.line([(49, 3), (44, 6), (39, 5)], shade(pen, coat, 0.6), 1.5, ink=0.6)
        eye(own, 35, -6, 4.2, ask.pose == "sleep", 0.5)

    draw.__doc__ = f"A {name}."
    thing(name, metres=metres, box=box, words=words, kinds="fish, animal" if name != "fish" else "animal",
        category="animal", contact="air", slots="coat",
          poses=_SWIM, motion="drift")(draw)


_fish("fish", 0.35, (-73, -100, 51, 8), "trout, salmon, carp, cod, tuna, herring, minnow, shoal", "teal", "navy", 22,
    1.0)
_fish("goldfish", 0.14, (-70, -100, 48, 8), "clownfish, tropical fish, koi", "orange", "feather", 25, 0.96)


@thing("shark", metres=2.2, box=(-83, -100, 77, 6), words="sharks", kinds="fish, animal", category="animal",
    contact="air", slots="coat", poses=_SWIM, motion="drift")
def shark(pen: Pen, ask: Ask) -> None:
    """A shark with its fin and teeth."""
    own = _set(pen, ask, -48, 0.8)
    coat = pen.slot("coat", pen.natural("steel"))
    own.shape(polygon([(-66, -2), (-92, -34), (-80, -2), (-90, 22)]), shade(pen, coat, 0.2), form=0.3)
    own.shape(smooth([(14, -18), (-2, -46), (-18, -48), (-14, -18)], curve=0.6), shade(pen, coat, 0.15), form=0.3)
    body = smooth([(88, -8), (58, -22), (10, -26), (-40, -14), (-72, -4), (-72, 4), (-40, 12), (10, 22), (60, 14), (80,
        4)])
    own.shape(body, coat, form=0.3, form_width=6, rim=True, rim_width=2, wobble=0.4)
    flat(own, smooth([(84, 0), (50, 6), (0, 10), (-60, 4), (-30, 24), (40, 28), (80, 16)]) & body,
        pen.natural("feather"))
    own.shape(smooth([(20, 10), (0, 36), (-12, 40), (-4, 12)], curve=0.7), shade(pen, coat, 0.2), form=0.3)
    for x in (34, 40, 46):
        own.line([(x, -8), (x - 2.4, -1), (x, 6)], shade(pen, coat, 0.5), 1.4, ink=0.6)
    jaw = smooth([(78, 4), (64, 5), (54, 2), (60, 10), (72, 10)], curve=0.7)
    flat(own, jaw, shade(pen, pen.scheme.named("red", pen.A), 0.5), 0.6)
    for x in (58, 64, 70):
        flat(own, polygon([(x - 2, 3.4), (x + 2.6, 4.2), (x + 0.4, 8)]), pen.natural("feather"))
    eye(own, 62, -8, 3.2, False, 0.3)


@thing("whale", metres=9.0, box=(-101, -100, 104, 8), words="blue whale, sperm whale, orca, leviathan", kinds="animal",
    category="animal", contact="float", slots="coat",
       poses="swim, spout, dive, heart, tongue", motion="bob")
def whale(pen: Pen, ask: Ask) -> None:
    """A whale at the surface, with its spout, or showing its flukes as it dives."""
    coat = pen.slot("coat", pen.mix(pen.scheme.named("blue", pen.G), pen.natural("iron"), 0.35))
    water = pen.mix(pen.r(0.9), pen.G, 0.2)
    if ask.pose == "dive":
        stalk = smooth([(-24, 4), (-16, -26), (-6, -56), (6, -56), (16, -26), (30, 4)])
        flukes = smooth([(0, -54), (-20, -74), (-56, -84), (-72, -72), (-44, -58), (-12, -48), (12, -48), (44, -58),
            (72, -72), (56, -84), (20, -74)], curve=0.9)
        pen.shape(stalk | flukes, coat, form=0.34, form_width=9, rim=True, rim_width=2.4)
        back = smooth([(44, 4), (56, -14), (78, -20), (96, -8), (99, 4)])
        pen.shape(back, coat, form=0.3, rim=True)
        eye(pen, 88, -6, 2.6, False, 0.3)
        return
    pen.shape(smooth([(-62, -12), (-78, -36), (-100, -52), (-96, -34), (-80, -22), (-98, -16), (-84, -6), (-66, 0)],
        curve=0.9), shade(pen, coat, 0.15), form=0.3)
    body = smooth([(92, -26), (82, -54), (48, -66), (4, -58), (-38, -34), (-72, -14), (-70, 0), (-20, 2), (60, 2), (88,
        -6)])
    pen.shape(body, coat, form=0.32, form_width=9, rim=True, rim_width=2.4, wobble=0.5)
    belly = smooth([(96, -18), (60, -20), (20, -16), (-20, -6), (-40, 4), (96, 8)]) & body
    flat(pen, belly, pen.mix(coat, pen.natural("feather"), 0.75))
    for i in range(4):
        pen.line([(86 - i * 3, -13 + i * 4), (50, -13 + i * 4.4), (10 + i * 4, -9 + i * 3.4)], shade(pen, coat, 0.25),
            1.1, ink=0.5)
    pen.line([(92, -24), (74, -22), (62, -28)], shade(pen, coat, 0.6), 1.8, ink=0.7)
    pen.shape(smooth([(34, -14), (20, 2), (4, 8), (16, -10)]), shade(pen, coat, 0.2), form=0.3, line=0.8)
    eye(pen, 60, -36, 3.4, False, 0.35)
    if ask.pose in ("heart", "tongue"):
        _opened(pen, ask.pose, body, coat)
    if ask.pose == "spout":
        for turn in (-28, 26):
            pen.at(50, -64, 1.0, turn).shape(tube([(0, 0), (0, -18), (7 if turn > 0 else -7, -27),
                (15 if turn > 0 else -15, -20)], [3, 3.4, 4, 2]), water, form=0.2, alpha=0.92)


def _opened(pen: Pen, part: str, body: Path, coat: Colour) -> None:
    """The body cut open: the heart with its great vessels between the ribs, or the tongue in the open mouth."""
    flesh = pen.mix(pen.scheme.named("pink", pen.A), pen.natural("feather"), 0.35)
    red = pen.mix(pen.scheme.named("crimson", pen.A), pen.A, 0.35)
    if part == "tongue":
        mouth = smooth([(97, -30), (74, -33), (44, -25), (30, -14), (46, -6), (74, -5), (98, -12)]) & body
        pen.shape(mouth, shade(pen, red, 0.55), form=0.3, shadow=0.4)
        tongue = smooth([(38, -13), (56, -21), (78, -22), (92, -15), (80, -9), (54, -8)])
        pen.shape(tongue & mouth, flesh, form=0.3, form_width=4, rim=True, rim_width=1.5)
        pen.line([(50, -14), (68, -16), (84, -15)], shade(pen, flesh, 0.3), 1.2, ink=0.5)
        for i in range(8):
            pen.line([(48 + i * 6, -27 - i * 0.6), (49 + i * 6, -20 - i * 0.8)], pen.natural("bone"), 1.6, ink=0.3)
        return
    hole = smooth([(48, -50), (24, -56), (-6, -48), (-20, -32), (-8, -14), (24, -8), (48, -18), (54, -34)])
    pen.shape(hole & body, shade(pen, coat, 0.62), form=0.3, shadow=0.6, rim=True, rim_width=2)
    for x in (-6, 6, 36, 45):
        pen.line([(x, -50), (x - 6, -32), (x - 2, -14)], pen.natural("bone"), 2.2, ink=0.4)
    pen.shape(smooth([(14, -40), (10, -52), (17, -54), (22, -42)]), shade(pen, red, 0.15), form=0.3, line=0.7)
    pen.shape(smooth([(22, -40), (24, -53), (32, -51), (29, -39)]), pen.mix(pen.scheme.named("blue", pen.G), red, 0.3),
              form=0.3, line=0.7)
    heart = smooth([(19, -11), (4, -24), (1, -36), (9, -43), (19, -39), (28, -43), (37, -36), (34, -23)])
    pen.shape(heart, red, form=0.34, form_width=6, rim=True, rim_width=2)
    pen.line([(18, -38), (14, -28), (18, -18)], shade(pen, red, 0.35), 1.5, ink=0.5)
    pen.line([(28, -36), (26, -27)], shade(pen, red, 0.35), 1.2, ink=0.5)


@thing("whale calf", metres=4.2, box=(-101, -100, 104, 8), words="baby whale, young whale", kinds="whale, animal",
    category="animal", contact="float", slots="coat", poses="swim, spout, dive", motion="bob")
def whale_calf(pen: Pen, ask: Ask) -> None:
    """A young whale, paler than the grown ones."""
    coat = pen.slot("coat", pen.mix(pen.scheme.named("blue", pen.G), pen.natural("feather"), 0.3))
    flipped = {"coat": pen.slots["coat"]} if "coat" in pen.slots else {}
    whale(replace(pen, slots=flipped, stain=pen.stain or (coat, 0.35)), ask)


@thing("shrimp", metres=0.5, box=(-90, -100, 90, 2), words="krill, prawn, shrimps, prawns, plankton", kinds="crab, animal",
    category="animal", contact="air", slots="coat", poses="swim, drift, dive", motion="drift")
def shrimp(pen: Pen, ask: Ask) -> None:
    """A swarm of little shrimps, all on one way."""
    coat = pen.slot("coat", pen.mix(pen.scheme.named("orange", pen.A), pen.scheme.named("pink", pen.A), 0.4))
    rng = pen.rng("swarm", ask.seed)
    for row in range(4):
        for k in range(5 if row % 2 else 4):
            x = -66 + k * 33 + (0 if row % 2 else 16) + rng.uniform(-7, 7)
            y = -88 + row * 25 + rng.uniform(-6, 6)
            turn = rng.uniform(-16, 16) * (4 if ask.pose == "drift" else 1) + (26 if ask.pose == "dive" else 0)
            _one_shrimp(pen.at(x, y, rng.uniform(0.2, 0.27), turn), coat)


def _one_shrimp(pen: Pen, coat: Colour) -> None:
    for x in (-14, 0, 14, 26):
        pen.line([(x, 8), (x - 5, 22), (x - 2, 30)], shade(pen, coat, 0.15), 4.0, ink=0.4)
    tail = smooth([(-42, 10), (-64, 26), (-72, 16), (-58, 4), (-74, -4), (-60, -10), (-42, 0)])
    pen.shape(tail, shade(pen, coat, 0.12), form=0.2, line=0.6)
    body = smooth([(46, -6), (30, -24), (0, -30), (-30, -20), (-48, 2), (-42, 12), (-20, 4), (4, 6), (30, 12)])
    pen.shape(body, coat, form=0.28, rim=True, rim_width=4, line=0.8)
    for x in (-28, -12, 4):
        pen.line([(x, -24), (x - 3, -8), (x + 1, 4)], shade(pen, coat, 0.22), 2.6, ink=0.4)
    for dy in (-14, -2):
        pen.line([(42, -10), (62, -16 + dy * 0.4), (84, -6 + dy)], shade(pen, coat, 0.2), 2.6, ink=0.4)
    pen.shape(oval(34, -12, 6.5), black(pen), shadow=0, edge=0, line=0)


@thing("dolphin", metres=2.4, box=(-90, -100, 84, 8), words="porpoise, dolphins", kinds="whale, animal",
    category="animal", contact="air", slots="coat", poses="leap, swim, dive", motion="bob")
def dolphin(pen: Pen, ask: Ask) -> None:
    """A dolphin in its bow through the air or water."""
    turn = {"swim": 8.0, "dive": 34.0}.get(ask.pose, -12.0)
    own = pen.at(0, -46, 0.98, turn)
    coat = pen.slot("coat", pen.mix(pen.natural("steel"), pen.scheme.named("blue", pen.G), 0.35))
    own.shape(smooth([(-58, 22), (-84, 14), (-78, 26), (-82, 42), (-66, 36)], curve=0.8), shade(pen, coat, 0.2),
        form=0.3)
    own.shape(smooth([(8, -26), (-6, -46), (-22, -46), (-18, -22)], curve=0.8), shade(pen, coat, 0.15), form=0.3)
    body = smooth([(86, 4), (70, -4), (56, -18), (24, -30), (-14, -24), (-46, 4), (-64, 26), (-60, 32), (-34, 20), (6,
        8), (46, 10), (70, 8)])
    own.shape(body, coat, form=0.3, form_width=6, rim=True, rim_width=2, wobble=0.4)
    flat(own, smooth([(84, 6), (56, 0), (20, -4), (-24, 12), (-20, 26), (40, 20), (76, 14)]) & body, pen.mix(coat,
        pen.natural("feather"), 0.8))
    own.shape(smooth([(24, 2), (12, 24), (0, 28), (6, 6)], curve=0.8), shade(pen, coat, 0.2), form=0.25)
    own.line([(84, 4.6), (70, 2), (60, 3), (54, -1)], shade(pen, coat, 0.55), 1.4, ink=0.6)
    eye(own, 54, -8, 3.0, False, 0.2)


@thing("octopus", metres=0.8, box=(-63, -100, 63, 4), words="squid, kraken, cuttlefish", kinds="animal",
    category="animal", slots="coat", poses="sit, swim, wave", motion="sway")
def octopus(pen: Pen, ask: Ask) -> None:
    """An octopus with curling arms."""
    coat = pen.slot("coat", pen.mix(pen.scheme.named("purple", pen.A), pen.A, 0.45))
    lift = {"swim": 12.0, "wave": 22.0}.get(ask.pose, 0.0)
    for i, x in enumerate((-52, 52, -34, 34, -16, 16)):
        far = i < 2
        side = 1 if x > 0 else -1
        up = lift * (1.6 if abs(x) > 40 else 0.5)
        row = [(x * 0.28, -34), (x * 0.62, -20), (x * 0.92, -6 - up * 0.5), (x * 1.12, -9 - up), (x * 1.08 + side * 3,
            -18 - up)]
        if ask.pose == "swim":
            row = [(x * 0.3, -34), (x * 0.5, -22), (x * 0.7, -10), (x * 0.85 - 4, 0), (x * 0.8 - 8, 2)]
        pen.shape(tube(row, [9, 7.4, 5.6, 4, 2]), shade(pen, coat, 0.3) if far else coat, form=0.3, form_width=3,
            wobble=0.4)
    head = smooth([(0, -98), (26, -90), (36, -66), (28, -40), (20, -26), (-20, -26), (-28, -40), (-36, -66), (-26,
        -90)])
    pen.shape(head, coat, form=0.32, form_width=8, rim=True, rim_width=2, wobble=0.4)
    for x in (-11, 13):
        eye(pen, x, -52, 5.0, False, 0.4)
    pen.line([(-6, -37), (1, -33), (8, -37)], shade(pen, coat, 0.6), 1.8, ink=0.7)
    for x, y, r in ((-16, -80, 5), (-2, -86, 3), (18, -78, 4)):
        flat(pen, oval(x, y, r, r * 0.8), pen.mix(coat, pen.natural("feather"), 0.3))


@thing("jellyfish", metres=0.5, box=(-43, -100, 43, 2), words="medusa, jellyfishes", kinds="octopus, animal",
    category="animal", contact="air", slots="coat", poses="drift, swim, glow", motion="drift")
def jellyfish(pen: Pen, ask: Ask) -> None:
    """A jellyfish, its bell and its threads."""
    coat = pen.slot("coat", pen.mix(pen.scheme.named("pink", pen.A), pen.r(0.95), 0.35))
    sway = 8 if ask.pose == "swim" else 4
    for i, x in enumerate((-28, -16, -4, 8, 20, 30)):
        row = [(x, -56), (x + sway, -40), (x - sway, -22), (x + sway * 0.6, -6 + (i % 2) * 3)]
        pen.line(row, shade(pen, coat, 0.2) if i % 2 else coat, 3.2 if i % 2 else 2.0, ink=0.5)
    bell = smooth([(0, -98), (26, -90), (42, -64), (34, -56), (24, -60), (12, -54), (0, -60), (-12, -54), (-24, -60),
        (-34, -56), (-42, -64), (-26, -90)], curve=0.95)
    pen.shape(bell, coat, form=0.3, form_width=8, rim=True, rim_width=2, wobble=0.4)
    flat(pen, smooth([(-20, -84), (-6, -92), (4, -90), (-10, -80), (-22, -70)]), pen.mix(coat, pen.natural("feather"),
        0.6))
    for x in (-9, 10):
        eye(pen, x, -71, 3.2, False)
    if ask.pose == "glow" or ask.lit:
        flat(pen, oval(2, -64, 20, 5), pen.lit)
        pen.glow(0, -72, 70, pen.L, 0.3)


@thing("seahorse", metres=0.25, box=(-36, -100, 44, 3), words="sea horse", kinds="fish, animal", category="animal",
    contact="air", slots="coat", poses="swim, rest, look up", motion="bob")
def seahorse(pen: Pen, ask: Ask) -> None:
    """A seahorse with its curled tail."""
    coat = pen.slot("coat", pen.scheme.named("orange", pen.B))
    own = pen.at(0, 0, 0.98, {"look up": -6.0, "rest": 5.0}.get(ask.pose, 0.0))
    fin = pen.mix(coat, pen.natural("feather"), 0.5)
    own.shape(smooth([(-10, -66), (-28, -60), (-26, -44), (-8, -46)]), fin, form=0.25)
    tail = tube([(4, -34), (2, -16), (10, -4), (20, -6), (20, -16), (13, -15)], [9, 6.4, 5, 4, 3, 1.6])
    body = tube([(-2, -84), (4, -70), (8, -52), (5, -32)], [10, 9, 12, 8.6])
    head = smooth([(-12, -84), (-6, -96), (6, -97), (14, -90), (34, -84), (35, -79), (14, -77), (2, -74), (-9, -76)])
    own.shape(tail | body | head, coat, form=0.32, form_width=5, rim=True, rim_width=1.8, wobble=0.4)
    for y in range(-66, -14, 8):
        own.line([(y * 0.02 - 2, y), (8, y + 2), (15 + (y + 40) * 0.05, y)], shade(pen, coat, 0.3), 1.2, ink=0.5)
    for i in range(4):
        own.shape(polygon([(-10 - i, -92 + i * 7), (-17 - i, -93 + i * 7), (-9 - i, -86 + i * 7)]), fin, line=0.5,
            shadow=0.3)
    eye(own, 6, -88, 3.4, ask.pose == "rest", 0.3)


@thing("seal", metres=0.7, box=(-81, -100, 67, 4), words="sea lion, walrus, seals", kinds="animal", category="animal",
    slots="coat", poses="sit, sleep, look up", motion="breathe")
def seal(pen: Pen, ask: Ask) -> None:
    """A seal on the shore."""
    coat = pen.slot("coat", pen.natural("grey fur"))
    pen.shape(smooth([(-60, -8), (-78, -18), (-76, -6), (-79, 2), (-58, 2)], curve=0.8), shade(pen, coat, 0.2),
        form=0.3)
    if ask.pose == "sleep":
        body = smooth([(54, -10), (44, -26), (20, -32), (-20, -34), (-54, -18), (-66, -4), (-40, 2), (40, 2), (54, -2)])
        hx, hy, turn = 40.0, -16.0, 6.0
    else:
        body = smooth([(34, -84), (42, -70), (32, -44), (30, -12), (16, 2), (-40, 2), (-66, -4), (-52, -18), (-18,
            -32), (2, -54), (8, -82), (22, -94)])
        hx, hy, turn = 24.0, -80.0, -24.0 if ask.pose == "look up" else 0.0
    own = pen.at(hx, hy, 1.0, turn)
    skull = smooth([(-14, -2), (-6, -15), (8, -16), (22, -6), (26, 2), (18, 10), (0, 12), (-12,
        8)]).turned(turn).moved(hx, hy)
    pen.shape(body | skull, coat, form=0.34, form_width=8, rim=True, rim_width=2)
    pen.shape(smooth([(10, -16), (28, -6), (40, 0), (34, 3), (10, 2)], curve=0.8), shade(pen, coat, 0.22), form=0.25,
        line=0.8)
    muzzle = oval(17, 1, 8.6, 6)
    own.shape(muzzle, pen.mix(coat, pen.natural("feather"), 0.55), shadow=0.3, edge=0.3, line=0.6, wobble=0.2)
    flat(own, oval(23, -3, 3.4, 2.6), black(pen))
    own.line([(23, 0), (19, 4), (14, 3)], shade(pen, coat, 0.6), 1.1, ink=0.5)
    eye(own, 8, -6, 3.4, ask.pose == "sleep")


@thing("crab", metres=0.18, box=(-66, -100, 66, 2), words="lobster, crayfish, hermit crab", kinds="animal",
    category="animal", slots="coat", poses="stand, walk, wave", faces="none", motion="walk")
def crab(pen: Pen, ask: Ask) -> None:
    """A crab with its claws."""
    pen = pen.at(0, 0, 0.9)
    coat = pen.slot("coat", pen.scheme.named("red", pen.A))
    for side in (-1, 1):
        _claw(pen, side, coat, -18.0 if ask.pose == "wave" and side > 0 else 0.0)
        for i in range(3):
            lift = 5 if ask.pose == "walk" and (i + (side > 0)) % 2 else 0
            row = [(side * 26, -34 + i * 6), (side * (50 - i * 5), -36 + i * 8 - lift), (side * (62 - i * 8),
                -2 - lift * 0.5)]
            pen.line(row, shade(pen, coat, 0.15), 4.6, ink=0.7)
    shell = smooth([(0, -58), (28, -54), (44, -38), (34, -16), (0, -8), (-34, -16), (-44, -38), (-28, -54)])
    for x in (-11, 11):
        pen.line([(x, -54), (x * 1.15, -70)], coat, 4.0, ink=0.6)
        eye(pen, x * 1.15, -73, 4.4, False, 0.5)
    pen.shape(shell, coat, form=0.34, form_width=8, rim=True, rim_width=2, wobble=0.4)
    pen.line([(-9, -25), (0, -20), (9, -25)], shade(pen, coat, 0.6), 2.0, ink=0.7)
    for x, y in ((-18, -44), (0, -48), (16, -42)):
        flat(pen, oval(x, y, 4, 2.6), pen.mix(coat, pen.natural("feather"), 0.35))


def _claw(pen: Pen, side: int, coat: Colour, lift: float) -> None:
    pen.line([(side * 34, -44), (side * 54, -54 + lift * 0.4), (side * 56, -70 + lift)], shade(pen, coat, 0.1), 6.0,
        ink=0.7)
    claw: Path = oval(0, -10, 13, 15) - polygon([(-3.4, -30), (0, -9), (6, -30)])
    own = pen.at(side * 57, -68 + lift, 0.95, side * (12 + math.copysign(4, lift)))
    own.shape(claw, coat, form=0.3, form_width=4, rim=True, rim_width=1.6, wobble=0.3)
