"""Volcanoes as broad mountains: quiet, erupting, under a column of ash, and cut open; and the ash by itself.

Example: `found_thing("volcano").poses` has 'cut', with the vent and the chamber below it.
"""

from __future__ import annotations

import math

from engine.illustrate.kit.registry import Ask, Point, thing
from engine.illustrate.kit.things.parts import mark, mass
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import Path, box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, down
from engine.looks import Colour

# fmt: off

_CONE: tuple[Point, ...] = ((-116, 2), (-90, -7), (-60, -22), (-37, -41), (-22, -57), (-14, -66), (14, -66), (24, -55), (40, -38),
         (64, -20), (92, -6), (116, 2))


def _ash_tone(pen: Pen, share: float) -> Colour:
    return pen.mix(pen.natural("stone"), pen.natural("iron"), 0.25 + 0.45 * share)


def _puff(x: float, y: float, r: float, i: int) -> Path:
    """A round billow with smaller ones on its edge."""
    form: Path = oval(x, y, r * 0.8, r * 0.68)
    for k in range(7):
        turn = math.tau * k / 7 + i
        size = r * (0.36 + 0.08 * math.sin(k * 2.3 + i))
        form = form | oval(x + math.cos(turn) * r * 0.62, y + math.sin(turn) * r * 0.5, size)
    return form


def _column(pen: Pen, rows: tuple[tuple[float, float, float], ...], glow: bool) -> None:
    """Clouds of ash over each other, the near ones lighter."""
    for i, (x, y, r) in enumerate(rows):
        tone = pen.lighter(_ash_tone(pen, i % 3 / 3), 0.03 * (i % 2))
        mass(pen, _puff(x, y, r, i), tone, 0.3, 0.16, rim=1.4)
    if glow:
        pen.glow(rows[-1][0], rows[-1][1] + 4, 34, pen.natural("fire"), 0.5)


def _mountain(pen: Pen, rows: tuple[Point, ...], stone: Colour, crater: float) -> Path:
    """A broad cone with gullies, darker toward its top."""
    body = smooth(list(rows), curve=0.35)
    top = min(y for _, y in rows)
    pen.shape(body, down(pen.shaded(stone, 0.3), stone, top, 0), form=0.3, form_width=16, rim=True, rim_width=2)
    for x0, x1, x2, y in ((-8, -24, -52, -10), (-3, -8, -18, -6), (9, 27, 58, -8), (5, 13, 32, -4), (-10, -38, -82, -6)):
        row = [(x0, top + 4), (x1, top * 0.5), (x2, y)]
        mark(pen, tube(row, [1.0, 2.4, 0.6]) & body, pen.shaded(stone, 0.42), 0.4)
    mark(pen, oval(0, top + 0.6, crater, 3.2), pen.r(0.04))
    return body


_STREAMS: tuple[tuple[tuple[Point, ...], tuple[float, ...]], ...] = (
    (((0, -66), (6, -48), (-2, -30), (8, -15), (2, 0)), (7, 4.4, 5, 6.4, 11)),
    (((-8, -65), (-18, -48), (-25, -30), (-44, -15), (-56, -2)), (4, 3.4, 3.6, 4.4, 8)),
    (((9, -65), (20, -46), (25, -28), (45, -14), (50, -4)), (4, 3.0, 3.6, 3.6, 6)),
)


def _lava(pen: Pen, body: Path) -> None:
    """Streams from the crater's lip to the mountain's foot, with hot cores."""
    fire, hot = pen.natural("fire"), pen.mix(pen.L, pen.B, 0.3)
    for row, halves in _STREAMS:
        mark(pen, tube(list(row), list(halves)) & (body | box(-90, -4, 180, 8)), fire, 0.7)
        mark(pen, tube(list(row), [half * 0.42 for half in halves]) & body, hot, 0)
        for x, y in row[1::2]:
            pen.glow(x, y, 20, fire, 0.32)


def _fountain(pen: Pen, y: float) -> None:
    fire, hot = pen.natural("fire"), pen.mix(pen.L, pen.B, 0.3)
    mark(pen, smooth([(-12, y), (-14, y - 12), (-6, y - 9), (-2, y - 22), (4, y - 10), (13, y - 14), (12, y)], curve=0.6), fire)
    mark(pen, smooth([(-7, y), (-5, y - 7), (-1, y - 13), (4, y - 6), (7, y)], curve=0.6), hot, 0)
    for x, dy, r in ((-22, -14, 2.2), (-16, -22, 1.7), (18, -19, 2.2), (25, -10, 1.7), (9, -26, 1.6), (-9, -28, 1.4)):
        mark(pen, oval(x, y + dy, r), hot, 0.4)
    pen.glow(0, y - 6, 60, pen.natural("fire"), 0.65)


@thing("volcano", metres=60, box=(-118, -100, 118, 2), words="volcanoes, eruption, lava, crater, magma, magma chamber",
       kinds="mountain, nature", category="nature", slots="rock", light_motion="flicker", faces="none",
       poses="erupting, quiet, ash, cut")
def volcano(pen: Pen, ask: Ask) -> None:
    """A broad volcano: quiet, with lava down to its foot, under a high column of ash, or cut open."""
    stone = pen.slot("rock", pen.mix(pen.natural("earth"), pen.natural("iron"), 0.4))
    if ask.pose == "cut":
        _cut(pen, stone)
        return
    if ask.pose == "ash":
        low = pen.at(0, 0, 0.72)
        _column(pen, ((-30, -93, 17), (32, -92, 18), (-54, -86, 11), (56, -85, 12), (0, -92, 20), (-14, -82, 15), (15, -80, 15),
                      (-4, -70, 13), (7, -62, 11), (-5, -55, 10), (2, -48, 8.5)), True)
        _lava(low, _mountain(low, _CONE, stone, 14))
        _fountain(low, -66)
        return
    if ask.pose == "quiet":
        _column(pen, ((12, -92, 8), (5, -82, 6.4), (-1, -73, 5)), False)
        _mountain(pen, _CONE, stone, 14)
        return
    _column(pen, ((-30, -91, 13), (32, -92, 13), (-10, -94, 14), (14, -88, 13), (-14, -84, 12), (3, -78, 11)), True)
    body = _mountain(pen, _CONE, stone, 14)
    _lava(pen, body)
    _fountain(pen, -66)


def _cut(pen: Pen, stone: Colour) -> None:
    """The mountain cut down its middle: layers of rock, the vent, and the chamber deep below with gas that rises."""
    ground, fire, hot = -46.0, pen.natural("fire"), pen.mix(pen.L, pen.B, 0.3)
    _column(pen, ((12, -97, 5), (4, -94, 5), (-2, -90, 4)), False)
    block = box(-116, ground, 232, 48, 2)
    pen.shape(block, down(pen.natural("earth"), pen.mix(pen.natural("dark wood"), pen.r(0.1), 0.4), ground, 0), form=0.2)
    for i, y in enumerate((-38, -28, -17, -7)):
        row = [(-150, y), (-80, y + 3), (-10, y - 2), (70, y + 3), (150, y), (150, y + 4.4), (0, y + 5), (-150, y + 4)]
        mark(pen, smooth(row, curve=0.8) & block, pen.mix(pen.natural("clay"), pen.natural("earth"), 0.25 * i), 0.3)
    mark(pen, box(-116, ground - 1.4, 232, 3.4), pen.mix(pen.V, pen.natural("moss"), 0.5), 0.4)
    cone = polygon([(-96, ground), (-52, -62), (-18, -84), (-10, -88), (10, -88), (18, -84), (52, -62), (96, ground)])
    pen.shape(cone, down(pen.shaded(stone, 0.25), stone, -88, ground), form=0.25, form_width=10, rim=True, rim_width=2)
    for k in (0.3, 0.55, 0.8):
        layer = [(-96 * k, ground), (-48 * k, -64 + 6 * (1 - k)), (-7, -84), (7, -84), (48 * k, -64 + 6 * (1 - k)), (96 * k, ground)]
        pen.line(layer, pen.shaded(stone, 0.5) if k != 0.55 else pen.lighter(stone, 0.1), 1.8, curve=0.3, ink=0.4)
    rim = pen.mix(fire, pen.r(0.05), 0.55)
    room = smooth([(-46, -20), (-30, -31), (-6, -34), (20, -32), (46, -22), (48, -11), (24, -4), (-16, -3), (-44, -9)])
    vent: list[Point] = [(0, -26), (2, -44), (-3, -60), (1, -76), (0, -89)]
    mark(pen, tube(vent, [11, 6.6, 5.6, 5.4, 8]), rim)
    mass(pen, room, rim, 0.2, rim=0)
    inner = smooth([(x * 0.9, y * 0.9 - 1.9) for x, y in ((-46, -20), (-30, -31), (-6, -34), (20, -32), (46, -22), (48, -11),
                                                          (24, -4), (-16, -3), (-44, -9))])
    pen.shape(inner, down(hot, fire, -33, -4), line=0.5, shadow=0, edge=0)
    mark(pen, tube(vent, [8.4, 4.6, 3.8, 3.6, 5.6]), fire, 0.4)
    mark(pen, tube(vent, [4, 2, 1.6, 1.6, 2.6]), hot, 0)
    for x, y, r in ((-22, -16, 3.6), (-4, -22, 2.6), (18, -15, 4), (4, -11, 2.8), (30, -20, 2.2), (1, -36, 2.2), (0, -47, 2.4),
                    (-2, -58, 2), (1, -69, 2.2), (0, -80, 2)):
        mark(pen, oval(x, y, r), pen.mix(hot, pen.r(1.0), 0.55), 0.6)
    pen.glow(0, -18, 70, fire, 0.6)
    pen.glow(0, -86, 26, fire, 0.5)


@thing("ash cloud", metres=50, box=(-70, -100, 70, 2), words="ash column, column of ash, cloud of ash, ash, plume, ashes",
       kinds="cloud, nature", category="nature", faces="none", motion="sway")
def ash_cloud(pen: Pen, ask: Ask) -> None:
    """A column of ash that widens as it rises."""
    _column(pen, ((-34, -80, 20), (36, -78, 20), (0, -82, 25), (-18, -64, 19), (20, -62, 19), (-8, -48, 16), (12, -42, 14),
                  (-2, -30, 12), (5, -20, 10), (-1, -9, 8)), False)
