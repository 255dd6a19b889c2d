"""Things of streets and countryside: tree, house, bridge, bicycle."""

from __future__ import annotations

import math

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.paint.forms import blob, tube
from engine.illustrate.paint.path import Path, box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, across, down
from engine.looks import Colour


def _crown_colour(pen: Pen, ask: Ask) -> Colour:
    if ask.season == "autumn":
        return pen.mix(pen.B, pen.A, 0.3)
    return pen.mix(pen.V, pen.r(0.3), 0.2)


@thing("tree", metres=7, box=(-44, -100, 44, 2), words="oak, apple tree, leafy tree, maple", kinds="plant, nature",
       category="plant", slots="leaves, trunk", motion="flutter", poses="full, bare")  # fmt: skip
def tree(pen: Pen, ask: Ask) -> None:
    """A broad tree: trunk, boughs, three masses of leaves, or bare in winter."""
    wood = pen.slot("trunk", pen.natural("dark wood"))
    bare = ask.pose == "bare" or (ask.season == "winter" and ask.pose != "full")
    pen.shape(
        tube([(0, 2), (-1.5, -20), (1, -40), (0, -60)], [5.6, 3.9, 3.4, 2.4]),
        across(wood, pen.shaded(wood, 0.5), -5, 6),
        form=0.3,
    )
    for row, halves in (
        ([(0, -34), (-11, -48), (-21, -60)], [2.4, 1.9, 0.9]),
        ([(0.5, -40), (12, -54), (20, -68)], [2.4, 1.8, 0.8]),
        ([(0, -54), (-3, -70), (2, -86)], [2.2, 1.6, 0.7]),
    ):
        pen.shape(tube(row, halves), wood, form=0.2, shadow=0.6)
    if bare:
        for a, b in (
            ((-11, -48), (-30, -50)),
            ((-16, -55), (-17, -74)),
            ((12, -54), (33, -58)),
            ((16, -61), (12, -80)),
            ((-2, -68), (-13, -84)),
            ((0, -74), (12, -90)),
        ):
            pen.shape(tube([a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 - 3), b], [1.2, 0.9, 0.4]), wood, shadow=0.5)
        return
    leaves = pen.slot("leaves", _crown_colour(pen, ask))
    masses = ((-19, -56, 22, 18), (20, -60, 22, 19), (0, -80, 26, 19), (-2, -58, 20, 14))
    for i, (left, up, wide, tall) in enumerate(masses):
        tone = pen.lighter(leaves, (-0.05, -0.02, 0.03, 0.05)[i])
        pen.shape(
            blob(left, up, wide, tall, seed=ask.seed + i, points=16, jitter=0.09),
            tone,
            form=0.3,
            form_width=6,
            rim=pen.dark,
            rim_width=1.5,
        )
    rng = pen.rng("leaves", ask.seed)
    for _ in range(16):
        at, low = rng.uniform(-30, 30), rng.uniform(-92, -48)
        pen.line(
            [(at - 2.6, low), (at, low - 1.6), (at + 2.6, low)], pen.lighter(leaves, 0.09), 0.8, ink=0.5, alpha=0.8
        )
    if ask.snow:
        pen.shape(smooth([(-24, -88), (0, -101), (24, -88), (14, -86), (2, -91), (-12, -86)]), pen.r(1.0), shadow=0.5)


@thing("house", metres=6, box=(-62, -100, 62, 2), words="home, cottage, cabin, village house", kinds="building",
       category="building", slots="wall, roof, door", faces="right")  # fmt: skip
def house(pen: Pen, ask: Ask) -> None:
    """A small house with a gable, a door, two windows that light up, and a chimney."""
    wall = pen.slot("wall", pen.mix(pen.natural("bone"), pen.B, 0.16))
    roof = pen.slot("roof", pen.mix(pen.A, pen.r(0.1), 0.15 if not pen.dark else 0.4))
    pen.shape(box(24, -96, 12, 34), pen.mix(roof, pen.r(0.2), 0.5), form=0.35)
    pen.shape(box(22.5, -99, 15, 5), pen.mix(roof, pen.r(0.2), 0.6), form=0.2)
    pen.shape(
        polygon([(-50, 0), (-50, -52), (50, -52), (50, 0)]),
        across(wall, pen.shaded(wall, 0.22), -40, 52),
        form=0.2,
        form_width=5,
    )
    pen.shape(
        polygon([(-60, -49), (-40, -88), (42, -88), (61, -49)]),
        down(roof, pen.shaded(roof, 0.25), -88, -49),
        form=0.3,
        form_width=5,
        rim=pen.dark,
        rim_width=1.5,
    )
    for i in range(2):
        y = -76 + i * 13
        wide = 44 + i * 7
        row = [(-wide + k * wide / 4, y + (2.4 if k % 2 else 0)) for k in range(9)]
        pen.line(row, pen.shaded(roof, 0.35), 1.2, ink=0.5, alpha=0.8)
    door = pen.slot("door", pen.mix(pen.G, pen.r(0.1), 0.15))
    pen.shape(box(-9, -33, 19, 33, 3), door, form=0.3, form_width=3, line=0.9)
    pen.shape(oval(6, -16, 1.3), pen.mix(pen.B, pen.L, 0.4), line=0.4, shadow=0)
    if ask.options.get("door") == "open":
        pen.shape(box(-8, -32, 17, 32, 2), pen.mix(pen.lit, pen.B, 0.2) if ask.lit else pen.r(0.1), shadow=0, line=0.6)
        pen.shape(polygon([(9, -32), (21, -29), (21, 4), (9, 0)]), door, form=0.25, form_width=3, line=0.9)
        if ask.lit:
            pen.glow(0, -14, 34, pen.B, 0.6)
    told = ask.options.get("windows", "")
    for x in (-36, 22):
        _window(pen, x, -41, 17, 18, x > 0 or told == "all" if told else ask.lit)
    if ask.snow:
        pen.shape(
            smooth(
                [(-61, -50), (-40, -91), (42, -91), (62, -50), (44, -66), (20, -62), (-10, -68), (-36, -62)], curve=0.5
            ),
            pen.r(1.0),
            form=0.15,
        )


def _window(pen: Pen, x: float, y: float, wide: float, tall: float, lit: bool) -> None:
    glass = pen.mix(pen.lit, pen.B, 0.3) if lit else pen.mix(pen.r(0.35), pen.G, 0.35)
    pen.shape(box(x - 1.8, y - 1.8, wide + 3.6, tall + 3.6, 1), pen.mix(pen.r(0.95), pen.B, 0.08), line=0.8, shadow=0.6)
    pen.shape(box(x, y, wide, tall, 0.6), glass, line=0.6, shadow=0, edge=0)
    pen.line([(x + wide / 2, y), (x + wide / 2, y + tall)], pen.mix(pen.r(0.8), pen.B, 0.1), 1.3, ink=0.6)
    pen.line([(x, y + tall * 0.48), (x + wide, y + tall * 0.48)], pen.mix(pen.r(0.8), pen.B, 0.1), 1.3, ink=0.6)
    if lit:
        pen.glow(x + wide / 2, y + tall / 2, wide * 1.9, pen.B, 0.4)


@thing("bridge", metres=4.5, box=(-210, -100, 210, 4), words="stone bridge, arch, crossing, viaduct", kinds="building, road",
       category="building", contact="float", slots="stone", faces="none", tops=((0.0, -64.0),))  # fmt: skip
def bridge(pen: Pen, ask: Ask) -> None:
    """A stone bridge of three arches with a low wall; one can stand on it."""
    stone = pen.slot("stone", pen.mix(pen.natural("stone"), pen.A, 0.12))
    deck = smooth([(-212, -58), (-100, -72), (0, -78), (100, -72), (212, -58), (212, 4), (-212, 4)], curve=0.35)
    for x, wide, tall in ((-118, 40, 46), (0, 46, 58), (118, 40, 46)):
        deck = deck - (
            oval(x, -tall + wide * 0.9, wide, wide * 0.95) | box(x - wide, -tall + wide * 0.9, 2 * wide, tall + 10)
        )
    pen.shape(deck, down(pen.lighter(stone, 0.03), pen.shaded(stone, 0.5), -78, 4), form=0.35, form_width=6)
    rng = pen.rng("stones", ask.seed)
    for _ in range(26):
        left, top = rng.uniform(-196, 196), rng.uniform(-60, -12)
        mark = deck & box(left, top, rng.uniform(9, 15), 5, 1.2)
        if mark.contours:
            pen.shape(mark, pen.mix(stone, pen.r(0.8 if rng.random() < 0.45 else 0.1), 0.2), shadow=0, edge=0, line=0.6)
    wall = smooth(
        [
            (-214, -62),
            (-100, -76),
            (0, -82),
            (100, -76),
            (214, -62),
            (214, -72),
            (100, -88),
            (0, -94),
            (-100, -88),
            (-214, -72),
        ],
        curve=0.4,
    )
    pen.shape(wall, pen.mix(stone, pen.r(0.9), 0.22), form=0.3, form_width=3, rim=pen.dark, rim_width=1.5)
    pen.line(
        [(-214, -73), (-100, -89), (0, -95), (100, -89), (214, -73)], pen.mix(stone, pen.r(1.0), 0.4), 3.2, ink=0.6
    )
    for x in (-66, 66):
        pen.shape(
            polygon([(x - 11, 4), (x - 8, -30), (x + 8, -30), (x + 11, 4)]),
            pen.shaded(stone, 0.2),
            form=0.35,
            form_width=5,
        )


@thing("bicycle", metres=1.05, box=(-84, -100, 86, 2), words="bike, cycle", kinds="vehicle", category="vehicle", slots="frame",
       motion="roll", seat=(-20.0, -78.0), grip=(28.0, -94.0))  # fmt: skip
def bicycle(pen: Pen, ask: Ask) -> None:
    """A city bicycle, facing right: its lamp on a bracket, a bell on the bar, its pedals where a rider's feet are."""
    frame, dark = pen.slot("frame", pen.mix(pen.G, pen.r(0.1), 0.15)), pen.r(0.06)
    steel = pen.mix(pen.natural("steel"), pen.r(0.7), 0.2)
    for x in (-50, 52):
        pen.contact(x, 0.4, 24, 0.5)
        _wheel(pen, x, -32, 31, dark, frame)
    crank, head = (-4.0, -31.0), (36.0, -80.0)
    for a, b, width in (
        ((-50, -32), crank, 4.2), ((-50, -32), (-17, -63), 3.6), (crank, (-20, -74), 4.8), (crank, head, 5.4), ((-16, -62), (36, -72), 4.8),
        ((52, -32), (35, -92), 4.8),
    ):  # fmt: skip
        pen.line([a, b], frame, width, ink=0.5, wobble=0.3)
    pen.shape(oval(*crank, 7.5), pen.mix(frame, pen.r(0.7), 0.4), shadow=0.5, line=0.8)
    pen.line([(4, -20), (-12, -42)], dark, 3.2, ink=0.5)
    for x, y in ((4, -20), (-12, -42)):
        pen.line([(x - 6, y), (x + 6, y)], dark, 4, ink=0.5)
    pen.shape(
        smooth([(-37, -77), (-21, -80), (-5, -76), (-13, -72), (-33, -70)]),
        pen.mix(pen.A, pen.r(0.1), 0.4),
        form=0.3,
        line=0.8,
    )
    for guard in (
        [(-83, -46), (-70, -62), (-50, -67.5), (-30, -62), (-19, -50)],
        [(28, -58), (44, -66.5), (62, -66), (78, -56)],
    ):
        pen.line(guard, pen.mix(frame, pen.r(0.4), 0.2), 3.2, ink=0.5)
    pen.line([(35, -88), (37, -94), (44, -97), (37, -97), (22, -93)], dark, 4.2, ink=0.5)
    if ask.options.get("bell"):
        _bell(pen, 27, -97, ask.options["bell"] == "rings")
    else:
        pen.shape(oval(36, -97, 3), steel, form=0.3, shadow=0.4, line=0.7)
    pen.line([(37, -88), (47, -84)], dark, 2.6, ink=0.5)
    pen.shape(smooth([(44, -89), (51, -90), (54, -84), (51, -78), (44, -80)], curve=0.6), steel, form=0.3, line=0.8)
    pen.shape(oval(53, -84, 2.6, 5.6), pen.lit if ask.lit else pen.r(0.95), shadow=0.3, line=0.7)
    if ask.lit:
        pen.lamp(56, -84, 46, 0.8)


def _bell(pen: Pen, x: float, y: float, rings: bool) -> None:
    """A round bell on the bar, large enough to be seen; arcs tell that it rings."""
    brass = pen.mix(pen.natural("brass"), pen.B, 0.3)
    dome = smooth([(x - 9, y + 2), (x - 8, y - 6), (x, y - 10.5), (x + 8, y - 6), (x + 9, y + 2)], curve=0.9)
    pen.shape(dome, brass, form=0.35, rim=True, rim_width=1.4)
    pen.shape(oval(x, y - 11, 1.8), pen.natural("steel"), shadow=0.3, line=0.5)
    for r in (17.0, 24.0) if rings else ():
        for side in (-1, 1):
            turns = [side * math.radians(angle) for angle in (28, 52, 76)]
            arc = [(x + r * math.sin(turn), y - 4 - r * math.cos(turn)) for turn in turns]
            pen.line(arc, pen.mix(pen.L, pen.B, 0.3), 2.2, ink=0.5)


def _wheel(pen: Pen, x: float, y: float, r: float, dark: Colour, metal: Colour) -> None:
    rim: Path = oval(x, y, r) - oval(x, y, r - 4.6)
    pen.shape(rim, dark, shadow=0.4, edge=0.6, line=0.7, wobble=0.25)
    for i in range(8):
        turn = i * math.pi / 8 + 0.2
        dx, dy = math.cos(turn) * (r - 4), math.sin(turn) * (r - 4)
        pen.line([(x - dx, y - dy), (x + dx, y + dy)], pen.mix(metal, pen.r(0.75), 0.55), 0.8, ink=0.0, wobble=0.2)
    pen.shape(oval(x, y, 3.4), pen.mix(metal, pen.r(0.7), 0.4), shadow=0, line=0.6)
