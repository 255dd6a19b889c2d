"""Places under water: a flooded village, old town and city street; the water stands up to the doors.

Who wades stands below the water line, so that the strips of water before him hide his legs.
"""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import growth, town, village
from engine.illustrate.paint.forms import wave
from engine.illustrate.paint.path import box, oval, polygon
from engine.illustrate.paint.pen import Pen, down
from engine.illustrate.palette import mix
from engine.illustrate.stage import Stage
from engine.looks import Colour

_PLACES = (
    Place("shallows", "ground", 0.56, 0.82, 0.78, 0.97, 100, 240, (0.2, 0.84)),
    Place("water", "water", 0.57, 0.82, 0.69, 0.86, 95, 230, (0.1, 0.92)),
    Place("sky", "sky", 0.1, 0.4, 0.14, 0.32, 80, 110),
)


def _brown(stage: Stage, t: float) -> Colour:
    """Flood water far away (0) and close (1): grey brown, carrying earth."""
    s = stage.scheme
    far, near = backdrop.water_colours(stage)
    mud: Colour = (0.56, 0.50, 0.42)
    return mix(mix(far, near, 0.25 + 0.6 * t), mix(mud, s.r(0.12), 0.6 if s.dark else 0.3 * t), 0.72)


def _risen(stage: Stage, first: float, mirror: float) -> None:
    """Water from the share `first` down to us, in strips; what stands behind is mirrored in it."""
    frame = stage.frame
    rows = ((0.545, first), (0.6, 0.69), (0.66, 0.735), (0.72, 0.78), (0.78, 0.83), (0.84, 0.885))
    for i, (depth, share) in enumerate(rows):
        y, t = stage.y(share), i / 5
        pen = stage.sheet(f"flood{i}", depth, lift=3 + 6 * t, haze=0.2, motion="sway")
        colour = _brown(stage, t)
        shape = wave(frame.left, frame.right, y, 2 + 5 * t, 80 + 130 * t, frame.foot, seed=stage.seed("flood", i) % 97)
        pen.shape(shape, down(pen.lighter(colour, 0.05), pen.lighter(colour, -0.03), y, y + 90), line=0.8, alpha=0.97)
    stage.mirror(0.55, stage.y(mirror), 0.5, 0.3, 9)
    light = stage.sheet("flood glints", 0.62, haze=0, light_motion="glint")
    backdrop.glints(light, stage.light[0], stage.y(first + 0.02), stage.y(0.84), 46, 120, strength=0.4)


def _far(stage: Stage, depth: float, share: float) -> None:
    """Still water about the feet of what stands farther than this depth."""
    pen, y = stage.sheet(f"far flood{depth}", depth, lift=3, haze=0.4, motion="sway"), stage.y(share)
    shape = wave(stage.frame.left, stage.frame.right, y, 1.5, 60, stage.frame.foot, seed=4)
    pen.shape(shape, down(_brown(stage, 0.0), _brown(stage, 0.3), y, y + 90), line=0.8)


def _drifting(stage: Stage) -> None:
    """Planks, a barrel and a branch that drift by."""
    pen, k = stage.sheet("flotsam", 0.67, lift=6, motion="bob"), backdrop.fit(stage)
    wood = pen.natural("wood")
    for x, y, long in ((0.1, 0.76, 110), (0.2, 0.768, 64), (0.9, 0.762, 84)):
        a, b = stage.x(x), stage.y(y)
        pen.shape(polygon([(a, b), (a + long * k, b - 9 * k), (a + long * k + 8, b - 2 * k), (a + 10, b + 9 * k)]), wood, form=0.3)  # fmt: skip
    a, b, barrel = stage.x(0.8), stage.y(0.762), pen.natural("dark wood")
    cask = box(a - 30 * k, b - 30 * k, 60 * k, 36 * k, 14 * k)
    pen.shape(cask, barrel, form=0.35)
    for dx in (-16, 12):
        pen.shape(box(a + dx * k, b - 30 * k, 6 * k, 36 * k), pen.natural("iron"), form=0.2, line=0.5)
    for x, y, wide in ((0.14, 0.766, 120), (0.8, 0.766, 80), (0.93, 0.768, 90)):
        _ring(pen, stage.x(x), stage.y(y), wide * k, _brown(stage, 0.3))


def _ring(pen: Pen, x: float, y: float, wide: float, colour: Colour) -> None:
    ring = oval(x, y + 6, wide, 7) - oval(x, y + 6, wide - 8, 4)
    pen.shape(ring, pen.lighter(colour, 0.12), shadow=0, edge=0, line=0.4, alpha=0.8)


@setting(
    "flooded village",
    words="village under water, flooded houses, drowned village, village in the flood, flooded cottages",
    kinds="village, settlement, outdoors",
    horizon=0.56,
    light=(0.66, 0.22),
    options="houses (many, few)",
    places=_PLACES,
)
def flooded_village(stage: Stage) -> None:
    """The village with its lane under brown water up to the doors, roofs and trees mirrored in it, wreckage adrift."""
    low = stage.y(stage.horizon)
    backdrop.sky(stage, low)
    backdrop.hills(stage, low - 12, 40, count=2)
    village.in_rows(stage, low)
    _far(stage, 0.435, 0.588)
    _risen(stage, 0.622, 0.62)
    _drifting(stage)
    growth.front_grass(stage, 0.2, 0.84, 60)
    backdrop.weather(stage)


@setting(
    "flooded town",
    words="town under water, flooded old town, flooded lane, flooded city, drowned town, town in the flood",
    kinds="old town, town, settlement, outdoors",
    horizon=0.56,
    light=(0.52, 0.2),
    options="tower (yes, no)",
    places=_PLACES,
)
def flooded_town(stage: Stage) -> None:
    """The old town with water in its lane up to the door latches."""
    town.old_town(stage)
    _far(stage, 0.35, 0.607)
    _far(stage, 0.475, 0.63)
    _risen(stage, 0.662, 0.66)
    _drifting(stage)


@setting(
    "flooded street",
    words="street under water, flooded road, flooded avenue, flooded downtown, street in the flood",
    kinds="city street, town, settlement, outdoors",
    horizon=0.6,
    light=(0.3, 0.18),
    options="shop (yes, no), lamps (yes, no)",
    places=_PLACES,
)
def flooded_street(stage: Stage) -> None:
    """The city street with brown water from front to front, over the shop sills; lamps stand in it."""
    town.city_street(stage)
    _far(stage, 0.425, 0.625)
    _risen(stage, 0.668, 0.628)
    _drifting(stage)
