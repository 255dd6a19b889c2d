"""On the way, seen from the aisle: inside a bus, inside a train; the world goes by behind the windows.

The world outside follows the hour and the weather; rain runs down the glass. Example: the setting "bus inside".
"""

from __future__ import annotations

from itertools import pairwise

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import growth, inside, masonry
from engine.illustrate.paint.path import Path, box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, across, down
from engine.illustrate.palette import mix
from engine.illustrate.stage import Motion, Stage
from engine.looks import Colour

_TOP, _SILL = 0.17, 0.5
_WINDOW = Place("window", "wall", 0.3, 0.34, 0.34, 0.36, 300, 310, (0.1, 0.9))
_OUTSIDE = "outside (street, fields, river, sea)"


@setting(
    "bus inside",
    words="bus interior, inside of a bus, tram interior, inside of a tram, inside of a coach",
    kinds="inside, vehicle",
    inside=True,
    horizon=0.72,
    light=(0.5, 0.16),
    options=_OUTSIDE,
    places=(Place("aisle", "ground", 0.56, 0.86, 0.79, 0.95, 330, 430, (0.06, 0.94)), _WINDOW),
)
def bus_inside(stage: Stage) -> None:
    """The road behind a row of windows, a row of seats under them, yellow poles and straps, lamps along the ceiling."""
    outside(stage, stage.option("outside", "street"))
    pale = stage.scheme.r(0.94) if not stage.scheme.dark else stage.scheme.r(0.5)
    wall = inside.paint(stage, mix(stage.scheme.B, pale, 0.55), 0.4)
    wall = mix(wall, mix(stage.scheme.B, stage.scheme.L, 0.5), 0.3) if stage.scheme.dark else wall  # its lamps burn
    panes = _windows(stage, wall, 340, 26)
    _glass(stage, panes)
    grey = mix(stage.scheme.natural("stone"), stage.scheme.r(0.3), 0.25 if not stage.scheme.dark else 0.6)
    floor = inside.floor(stage, "planks", grey)
    y = stage.y(stage.horizon)
    floor.shape(box(stage.frame.left, y, stage.frame.right - stage.frame.left, 9), floor.shaded(grey, 0.4), line=0.5)
    _seat_row(stage, inside.piece(stage, mix(stage.scheme.G, stage.scheme.r(0.35), 0.2)))
    _ceiling(stage, wall)
    _poles(stage)
    _front_seats(stage)


@setting(
    "train inside",
    words="train compartment, railway carriage inside, inside of a train, sleeping car, dining car, compartment",
    kinds="inside, vehicle",
    inside=True,
    horizon=0.72,
    light=(0.5, 0.16),
    options="outside (fields, street, river, sea)",
    places=(Place("aisle", "ground", 0.56, 0.86, 0.79, 0.95, 330, 430, (0.06, 0.94)), _WINDOW),
)
def train_inside(stage: Stage) -> None:
    """The land behind curtained windows, panelled walls, facing benches, cases in the rack, brass lamps, a runner."""
    outside(stage, stage.option("outside", "fields"))
    wood = inside.piece(stage, mix(stage.scheme.natural("wood"), stage.scheme.natural("dark wood"), 0.35))
    panes = _windows(stage, wood, 430, 10)
    _glass(stage, panes)
    _drapes(stage, panes)
    inside.floor(stage, "boards", inside.piece(stage, stage.scheme.natural("dark wood"), 0.1))
    _runner(stage)
    _benches(stage, panes)
    _rack(stage, panes, wood)
    _front_seats(stage)


# ---------------------------------------------------------------- outside


def outside(stage: Stage, view: str, low: float = 0.38) -> None:
    """The world that goes by, drawn whole: what stands before it cuts its windows."""
    y, frame = stage.y(low), stage.frame
    backdrop.sky(stage, y, clouds=2)
    backdrop.hills(stage, y + 6, 40, count=1)
    if view == "sea":
        backdrop.water(stage, y, y + 130, 4, (0.14, 0.18), swell=4, name="passing sea")
        return
    if view == "street":
        masonry.town(stage, "passing town", 0.14, y + 66, 170 * backdrop.high(stage), 150,
                     lit=0.6 if stage.night else 0.0, seed=4)  # fmt: skip
    if view == "river":
        far = stage.sheet("far bank", 0.14, lift=6)
        growth.far_trees(far, frame.left, frame.right, y + 12, 62, backdrop.foliage(stage, 0.24), 5)
        backdrop.water(stage, y + 4, y + 76, 4, (0.142, 0.15), swell=4, name="passing river")
        glints = stage.sheet("river glints", 0.151, haze=0, light_motion="glint")
        backdrop.glints(glints, stage.light[0], y + 12, y + 80, 70, 40)
    if view == "fields":
        backdrop.ground(stage, "fields", 0.14, y + 12, 9, backdrop.turf(stage, 0.3, 0.55), lift=6)
        far = stage.sheet("passing trees", 0.145, lift=6)
        growth.far_trees(far, frame.left, frame.right, y + 44, 92, backdrop.foliage(stage, 0.3), 3)
    _roadside(stage, y + {"fields": 60, "river": 96}.get(view, 84), view)


def _roadside(stage: Stage, y: float, view: str) -> None:
    """The near verge or the road's edge with its posts, which go by fastest."""
    frame, tall = stage.frame, backdrop.high(stage)
    base = backdrop.turf(stage, 0.5, 0.5) if view != "street" else masonry.city_tone(stage, 0.55)
    pen = backdrop.ground(stage, "roadside", 0.16, y, 5, base, lift=6)
    if view == "river":
        growth.reeds(pen, frame.left, frame.right, y + 14, 30, backdrop.foliage(stage, 0.5), 26)
    posts = stage.sheet("posts", 0.17, lift=5, wobble=0.5)
    iron = mix(posts.natural("iron"), stage.scheme.tone(0.4), 0.3)
    for share in (0.14, 0.47, 0.83):
        if view == "street":
            masonry.street_lamp(posts, frame.x(share), y + 24, 190 * tall, iron, stage.night)
        else:
            high = 220 * tall
            posts.shape(box(frame.x(share) - 4, y - high + 40, 8, high), iron, form=0.3)
            for i, half in enumerate((30, 22)):
                posts.shape(box(frame.x(share) - half, y - high + 54 + 18 * i, 2 * half, 5), iron, form=0.3)
    for dy in (56, 74) if view != "street" else ():
        rise = y - 220 * tall + dy
        spans = [frame.left, *(frame.x(share) for share in (0.14, 0.47, 0.83)), frame.right]
        for a, b in pairwise(spans):
            posts.line([(a, rise), ((a + b) / 2, rise + 20), (b, rise)], iron, 1.6, ink=0.4)


# ---------------------------------------------------------------- walls and windows


def _windows(stage: Stage, colour: Colour, wide: float, radius: float) -> tuple[tuple[float, float, float, float], ...]:
    """The wall with a row of holes; gives the windows as (x, y, wide, tall)."""
    frame = stage.frame
    count = max(2, round(frame.width / wide))
    step, top, tall = frame.width / count, stage.y(_TOP), stage.y(_SILL) - stage.y(_TOP)
    gap = 0.13 * step
    panes = tuple((i * step + gap / 2, top, step - gap, tall) for i in range(-1, count + 1))
    body: Path = box(frame.left, frame.top, frame.right - frame.left, stage.y(stage.horizon) + 20 - frame.top)
    for x, y, w, h in panes:
        body = body - box(x, y, w, h, radius)
    pen = stage.sheet("side wall", 0.24, lift=11, haze=0, wobble=0.5, texture=0.8)
    pen.shape(
        body, down(pen.lighter(colour, 0.03), pen.shaded(colour, 0.18), frame.top, stage.y(stage.horizon)), form=0
    )
    rubber = pen.mix(colour, pen.r(0.12), 0.72)
    for x, y, w, h in panes:
        pen.shape(
            box(x - 8, y - 8, w + 16, h + 16, radius + 7) - box(x, y, w, h, radius), rubber, form=0.25, shadow=0.6
        )
    low = stage.y(_SILL) + 44
    accent = inside.piece(stage, pen.mix(pen.A, pen.r(0.3), 0.12))
    pen.shape(box(frame.left, low, frame.right - frame.left, stage.y(stage.horizon) - low), accent, form=0.1, line=0.8)
    pen.shape(box(frame.left, low - 9, frame.right - frame.left, 12, 3), pen.mix(colour, pen.r(0.9), 0.35), form=0.35)
    return panes


def _glass(stage: Stage, panes: tuple[tuple[float, float, float, float], ...]) -> None:
    """A gleam on each pane; drops and runnels where it rains, frost where it snows."""
    wet = stage.scene.weather in ("rain", "storm")
    pen = stage.sheet("glass", 0.23, lift=0, haze=0, texture=0)
    drops = stage.sheet("drops", 0.235, haze=0, light_motion="rain" if wet else "still")
    rng = pen.rng("drops")
    for x, y, w, h in panes:
        hole = box(x, y, w, h, 20)
        gleam = (
            polygon([(x + w * 0.62, y - 4), (x + w * 0.78, y - 4), (x + w * 0.46, y + h), (x + w * 0.3, y + h)]) & hole
        )
        pen.shape(gleam, pen.r(1.0), line=0, shadow=0, edge=0, alpha=0.1)
        for _ in range(34 if wet else 0):
            a, b, long = x + rng.uniform(8, w - 8), y + rng.uniform(6, h - 40), rng.uniform(12, 40)
            drops.ray((a, b), (a - long * 0.35, b + long), 1.6, pen.r(0.97), 0.42)
            if rng.random() < 0.5:
                pen.shape(oval(a - long * 0.35, b + long, 2.6, 3.6), pen.r(0.96), line=0, shadow=0, edge=0, alpha=0.6)
        if stage.scene.weather == "snow":
            frost = smooth([(x, y + h), (x, y + h * 0.7), (x + w * 0.3, y + h * 0.9), (x + w * 0.7, y + h * 0.92),
                            (x + w, y + h * 0.74), (x + w, y + h)], curve=0.5) & hole  # fmt: skip
            pen.shape(frost, pen.r(1.0), line=0, shadow=0, edge=0, alpha=0.55)


# ---------------------------------------------------------------- the bus


def _seat_row(stage: Stage, cloth: Colour) -> None:
    """Seats under the windows, one behind the other, all looking the way the bus goes."""
    pen = stage.sheet("seats", 0.46, lift=10, haze=0, wobble=0.6)
    k, frame, foot = backdrop.high(stage), stage.frame, stage.y(0.765)
    step = 200 * k
    for i in range(-1, round(frame.width / step) + 2):
        seat(pen, i * step + 40, foot, 210 * k, pen.lighter(cloth, 0.015 * (i % 2)), pen.natural("iron"))


def seat(pen: Pen, x: float, y: float, tall: float, cloth: Colour, metal: Colour) -> None:
    """A padded seat seen from the side, looking right, with a handle on its back."""
    s = tall / 100
    pen.shape(box(x - 12 * s, y - 34 * s, 24 * s, 34 * s), pen.mix(metal, pen.r(0.2), 0.4), form=0.3)
    pen.shape(box(x - 24 * s, y - 5 * s, 48 * s, 6 * s, 2), metal, form=0.3)
    back = smooth([(x - 26 * s, y - 34 * s), (x - 37 * s, y - 92 * s), (x - 30 * s, y - 100 * s), (x - 18 * s, y - 96 * s),
                   (x - 8 * s, y - 36 * s)], curve=0.5)  # fmt: skip
    pen.shape(back, across(pen.shaded(cloth, 0.25), cloth, x - 37 * s, x - 8 * s), form=0.35, rim=pen.dark, rim_width=2)
    base = smooth([(x - 28 * s, y - 40 * s), (x + 26 * s, y - 43 * s), (x + 34 * s, y - 37 * s), (x + 28 * s, y - 29 * s),
                   (x - 26 * s, y - 28 * s)], curve=0.5)  # fmt: skip
    pen.shape(base, down(pen.lighter(cloth, 0.03), pen.shaded(cloth, 0.25), y - 43 * s, y - 28 * s), form=0.3)
    pen.line([(x - 36 * s, y - 84 * s), (x - 43 * s, y - 96 * s), (x - 32 * s, y - 102 * s)], pen.mix(pen.B, metal, 0.3),
             4 * s, ink=0.5)  # fmt: skip


def _ceiling(stage: Stage, wall: Colour) -> None:
    """The ceiling's curve with its lamps; they burn by night."""
    frame, edge = stage.frame, stage.y(0.105)
    pen = stage.sheet("ceiling", 0.3, lift=9, haze=0, wobble=0.5)
    wide = frame.right - frame.left
    tone = pen.mix(wall, pen.r(0.95 if not pen.dark else 0.4), 0.3)
    pen.shape(box(frame.left, frame.top, wide, edge - frame.top), down(pen.lighter(tone, 0.03), tone, frame.top, edge),
              form=0.2)  # fmt: skip
    pen.shape(box(frame.left, edge - 10, wide, 12, 3), pen.shaded(tone, 0.22), form=0.3)
    count = max(2, round(frame.width / 420))
    for i in range(count):
        x = frame.width * (i + 0.5) / count
        pen.shape(box(x - 92, edge - 34, 184, 17, 8), pen.lit if stage.night else pen.r(0.98), form=0.1, line=0.7)
        if stage.night:
            pen.glow(x, edge - 18, 330, pen.B, 0.32)
            pen.glow(x, edge - 24, 110, pen.L, 0.5)


def _poles(stage: Stage) -> None:
    """Yellow poles from the floor to the ceiling, a rail along it, and straps to hold on to."""
    frame, top = stage.frame, stage.y(0.075)
    pen = stage.sheet("poles", 0.5, lift=8, haze=0, wobble=0.4)
    yellow = inside.piece(stage, pen.mix(pen.B, pen.natural("brass"), 0.35))
    rail = stage.y(0.135)
    pen.shape(box(frame.left, rail, frame.right - frame.left, 8, 4), yellow, form=0.35, rim=pen.dark)
    for share in (0.335, 0.69) if frame.width > 900 else (0.5,):
        x = frame.x(share)
        pen.shape(box(x - 6, top, 12, stage.y(0.785) - top, 5), across(pen.lighter(yellow, 0.05), pen.shaded(yellow, 0.25),
                  x - 6, x + 6), form=0.3, rim=pen.dark)  # fmt: skip
        pen.shape(oval(x, stage.y(0.785), 19, 5.5), pen.natural("iron"), form=0.3)
    straps = stage.sheet("straps", 0.505, lift=6, haze=0, wobble=0.4, motion=Motion("sway", 0.6))
    leather = straps.mix(straps.natural("dark wood"), straps.r(0.1), 0.3)
    count = round(frame.width / 150)
    for i in range(count):
        x = frame.width * (i + 0.5) / count
        straps.line([(x, rail + 3), (x, rail + 46)], leather, 6, ink=0.5)
        straps.shape(oval(x, rail + 58, 15, 17) - oval(x, rail + 58, 9, 11), yellow, form=0.2, line=0.7)


def _front_seats(stage: Stage) -> None:
    """Seat backs close to us in the lower corners, dark."""
    pen = stage.sheet("front seats", 0.96, lift=16, haze=0, wobble=0.6)
    k, frame = backdrop.fit(stage), stage.frame
    dark = pen.r(0.04) if pen.dark else pen.mix(pen.r(0.06), pen.mix(pen.G, pen.r(0.1), 0.4), 0.45)
    rim = pen.mix(dark, pen.r(0.9), 0.32)
    for x, tall in ((0.0, 118), (1.0, 96)):
        a, y, half = frame.x(x), frame.height - tall * k, 128 * k
        back = smooth([(a - half, frame.foot), (a - half * 0.96, y + 30), (a - half * 0.7, y), (a + half * 0.7, y),
                       (a + half * 0.96, y + 30), (a + half, frame.foot)], curve=0.5)  # fmt: skip
        pen.shape(back, dark, form=0.35, rim=rim, rim_width=2.5)


# ---------------------------------------------------------------- the train


def _drapes(stage: Stage, panes: tuple[tuple[float, float, float, float], ...]) -> None:
    """A short curtain at either side of each window, tied."""
    pen = stage.sheet("drapes", 0.28, lift=7, haze=0, motion=Motion("sway", 0.5))
    cloth = inside.piece(stage, pen.mix(pen.A, pen.r(0.25), 0.15))
    for x, y, w, h in panes:
        pen.shape(box(x - 14, y - 16, w + 28, 8, 4), pen.natural("brass"), form=0.3, line=0.7)
        for side, base in ((1, x - 6), (-1, x + w + 6)):
            row = [(base, y - 10), (base + side * w * 0.2, y - 10), (base + side * w * 0.16, y + h * 0.4),
                   (base + side * 12, y + h * 0.62), (base + side * 22, y + h * 0.96), (base, y + h * 0.96)]  # fmt: skip
            pen.shape(
                smooth(row, curve=0.6), across(cloth, pen.shaded(cloth, 0.25), base, base + side * w * 0.2), form=0.25
            )
            for t in (0.06, 0.12):
                fold = [
                    (base + side * w * t, y - 6),
                    (base + side * w * t * 0.8, y + h * 0.36),
                    (base + side * 7, y + h * 0.6),
                ]
                pen.line(fold, pen.shaded(cloth, 0.35), 2.4, ink=0.4, alpha=0.7)


def _runner(stage: Stage) -> None:
    """The carpet along the aisle."""
    frame, y0, y1 = stage.frame, stage.y(0.81), stage.y(0.93)
    pen = stage.sheet("runner", 0.44, lift=3, haze=0)
    red = inside.piece(stage, pen.mix(pen.A, pen.r(0.15), 0.4))
    pen.shape(
        box(frame.left, y0, frame.right - frame.left, y1 - y0), down(pen.lighter(red, 0.02), red, y0, y1), line=0.6
    )
    for y in (y0 + 9, y1 - 15):
        pen.shape(box(frame.left, y, frame.right - frame.left, 5), pen.mix(red, pen.B, 0.5), shadow=0, edge=0, line=0.3)


def _benches(stage: Stage, panes: tuple[tuple[float, float, float, float], ...]) -> None:
    """Between two windows two benches back to back; under each window a small table with a lamp."""
    pen = stage.sheet("benches", 0.46, lift=10, haze=0, wobble=0.6)
    foot, k = stage.y(0.765), backdrop.high(stage)
    cloth = inside.piece(stage, pen.mix(pen.V, pen.r(0.2), 0.3))
    wood, tall = inside.piece(stage, pen.natural("dark wood")), 226 * k
    for x, _y, w, _h in panes:
        middle = x + w / 2
        pen.shape(box(middle - 6, foot - tall * 0.5, 12, tall * 0.5), wood, form=0.3)
        pen.shape(box(middle - 62 * k, foot - tall * 0.52, 124 * k, 11, 3), pen.lighter(wood, 0.04), form=0.35)
        lamp = pen.lit if stage.night else pen.mix(pen.r(0.95), pen.B, 0.3)
        pen.shape(box(middle - 3, foot - tall * 0.66, 6, tall * 0.15), pen.natural("brass"), form=0.3)
        hood = [(-10, -0.82), (10, -0.82), (21, -0.66), (-21, -0.66)]
        pen.shape(polygon([(middle + a * k, foot + b * tall) for a, b in hood]), lamp, form=0.2)
        if stage.night:
            pen.glow(middle, foot - tall * 0.7, 210, pen.B, 0.5)
    for x, _y, w, _h in panes:
        seat(pen, x - 0.012 * w + 40 * k, foot, tall, cloth, wood)
        seat(pen.at(x + w * 1.012 - 40 * k, foot, flip=True), 0, 0, tall, pen.lighter(cloth, 0.01), wood)


def _rack(stage: Stage, panes: tuple[tuple[float, float, float, float], ...], wood: Colour) -> None:
    """The brass rack over the windows with cases on it, and lamps between."""
    pen = stage.sheet("rack", 0.32, lift=9, haze=0, wobble=0.5)
    frame, y = stage.frame, stage.y(0.115)
    rng = pen.rng("cases")
    for x, _y, w, _h in panes:
        for share in (0.1, 0.5):
            if rng.random() < 0.78:
                tone = pen.mix(rng.choice((pen.A, pen.B, pen.G, pen.natural("wood"))), pen.r(0.2), 0.35)
                wide, tall = rng.uniform(0.24, 0.36) * w, rng.uniform(34, 54)
                tone = inside.piece(stage, tone)
                pen.shape(box(x + share * w, y - tall, wide, tall, 5), tone, form=0.3)
                for t in (0.2, 0.74):
                    pen.shape(
                        box(x + share * w + wide * t, y - tall, 7, tall), pen.shaded(tone, 0.3), shadow=0, line=0.4
                    )
    brass = pen.natural("brass")
    pen.shape(box(frame.left, y, frame.right - frame.left, 8, 3), brass, form=0.35, rim=pen.dark)
    pen.shape(box(frame.left, y - 26, frame.right - frame.left, 5, 2), brass, form=0.35)
    for x, _y, w, _h in panes:
        pen.shape(box(x - 0.08 * w, y - 30, 6, 44), brass, form=0.3)
        if stage.night:
            pen.glow(x - 0.06 * w, y - 40, 240, pen.B, 0.3)
    pen.shape(box(frame.left, frame.top, frame.right - frame.left, 22 - frame.top), pen.shaded(wood, 0.2), form=0.2)
