"""Inside a lighthouse: the lantern room round its great lens, or the winding stair in the tower under it.

The gallery windows show sea and sky of the hour. Example: the setting "lantern room", option stair.
"""

from __future__ import annotations

import math

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import inside
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import Path, box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, across, down
from engine.illustrate.palette import mix
from engine.illustrate.stage import Stage
from engine.looks import Colour


@setting(
    "lantern room",
    words="inside of a lighthouse, lighthouse interior, watch room, top of the lighthouse, lamp gallery, tower stair",
    kinds="inside, tower, building",
    inside=True,
    horizon=0.72,
    light=(0.5, 0.36),
    options="stair (no, yes)",
    centre=True,
    places=(
        Place("floor", "ground", 0.62, 0.86, 0.79, 0.95, 330, 430, (0.06, 0.94)),
        Place("glass", "wall", 0.3, 0.34, 0.34, 0.36, 300, 310, (0.1, 0.9)),
    ),
)
def lantern_room(stage: Stage) -> None:
    """Glass all round with the sea below, the lens on its turning table, brass and iron; or the stair that winds up."""
    if stage.option("stair", "no") == "yes":
        _stair(stage)
    else:
        _gallery(stage)


# ---------------------------------------------------------------- the lamp


def _gallery(stage: Stage) -> None:
    low, frame, k = stage.y(0.5), stage.frame, backdrop.high(stage)
    backdrop.sky(stage, low, clouds=2)
    backdrop.water(stage, low, stage.y(0.66), 4, (0.1, 0.16), swell=3, name="sea below", shares=(0.0, 0.6))
    glints = stage.sheet("sea glints", 0.165, haze=0, light_motion="glint")
    backdrop.glints(glints, stage.x(0.2), low + 8, stage.y(0.64), 50, 40)
    iron = inside.piece(stage, stage.scheme.natural("iron"))
    _panes(stage, iron)
    if stage.scene.weather in ("rain", "storm"):
        _rain_on_glass(stage)
    boards = inside.piece(stage, stage.scheme.natural("wood"), 0.05 if not stage.scheme.dark else -0.1)
    inside.floor(stage, "planks", boards)
    _lens(stage, stage.x(0.5), stage.y(0.755), 470 * k)
    _shutters(stage, iron)
    _locker(stage, frame.x(0.93), stage.y(0.775), k)
    _front_rail(stage, iron)


def _panes(stage: Stage, iron: Colour) -> None:
    """The low painted wall and the iron bars of the glass, some upright, some slanting, as lanterns have them."""
    frame, sill, top = stage.frame, stage.y(0.6), stage.y(0.09)
    pen = stage.sheet("panes", 0.24, lift=10, haze=0, wobble=0.4)
    wide = frame.right - frame.left
    wall = inside.paint(stage, pen.mix(pen.G, pen.r(0.6), 0.3), 0.35)
    wall = pen.mix(wall, pen.mix(pen.B, pen.L, 0.4), 0.22) if pen.dark else wall  # the lamp burns
    foot = stage.y(stage.horizon) + 12
    pen.shape(
        box(frame.left, sill, wide, foot - sill),
        down(pen.lighter(wall, 0.03), pen.shaded(wall, 0.25), sill, foot),
        form=0.1,
    )
    step = frame.width / max(3, round(frame.width / 240))
    at = frame.left - (frame.left % step) - step
    while at < frame.right + step:
        pen.shape(
            box(at + 12, sill + 26, step - 24, foot - sill - 44, 3),
            pen.shaded(wall, 0.1),
            form=0.2,
            line=0.7,
            shadow=0.4,
        )
        for a, b in (
            ((at, top), (at, sill)),
            ((at, sill), (at + step, (top + sill) / 2)),
            ((at, top), (at + step, (top + sill) / 2)),
        ):
            pen.shape(tube([a, b], [4.5, 4.5]), iron, form=0.3, rim=pen.dark, rim_width=1.5, shadow=0.6)
        at += step
    pen.shape(
        box(frame.left, sill - 12, wide, 18, 4), pen.mix(pen.natural("brass"), iron, 0.25), form=0.35, rim=pen.dark
    )
    pen.shape(box(frame.left, (top + sill) / 2 - 4, wide, 8, 3), iron, form=0.3)
    dome = inside.piece(stage, pen.mix(pen.A, pen.r(0.2), 0.3))
    arch = smooth([(frame.left, frame.top), (frame.right, frame.top), (frame.right, top + 6), (frame.width * 0.75, top - 10),
                   (frame.width / 2, top - 16), (frame.width * 0.25, top - 10), (frame.left, top + 6)], curve=0.4)  # fmt: skip
    pen.shape(arch, pen.shaded(dome, 0.25), form=0.25)
    for i in range(9):
        edge = frame.width * i / 8
        pen.line(
            [(edge, top - 4), (frame.width / 2 + (edge - frame.width / 2) * 0.3, frame.top)],
            pen.shaded(dome, 0.45),
            3,
            curve=0,
            ink=0.5,
        )


def _rain_on_glass(stage: Stage) -> None:
    pen = stage.sheet("drops", 0.23, haze=0, light_motion="rain")
    rng = pen.rng("drops")
    for _ in range(130):
        x, y, long = rng.uniform(0, stage.frame.width), rng.uniform(stage.y(0.1), stage.y(0.56)), rng.uniform(12, 40)
        pen.ray((x, y), (x - long * 0.3, y + long), 1.6, pen.r(0.97), 0.4)


def _lens(stage: Stage, x: float, y: float, tall: float) -> None:
    """The beehive of glass rings with the flame in it, on an iron table with its clockwork; it burns from dusk on."""
    pen = stage.sheet("lens", 0.5, lift=12, haze=0, wobble=0.4)
    s, burns = tall / 100, stage.night or stage.scene.weather in ("storm", "fog")
    brass, iron = pen.natural("brass"), pen.mix(pen.natural("iron"), pen.r(0.1), 0.3)
    pen.contact(x, y, 27 * s, 0.5)
    pen.shape(
        polygon([(x - 20 * s, y), (x - 15 * s, y - 6 * s), (x + 15 * s, y - 6 * s), (x + 20 * s, y)]), iron, form=0.3
    )
    pen.shape(
        box(x - 9 * s, y - 24 * s, 18 * s, 19 * s, 2 * s),
        across(pen.lighter(iron, 0.06), iron, x - 9 * s, x + 9 * s),
        form=0.3,
    )
    for dx in (-4.2, 3.4):
        pen.shape(oval(x + dx * s, y - 14 * s, 3.4 * s), brass, form=0.3, line=0.8)
        pen.shape(oval(x + dx * s, y - 14 * s, 1.1 * s), iron, shadow=0, line=0.5)
    pen.shape(box(x - 22 * s, y - 29 * s, 44 * s, 5.4 * s, 2 * s), across(pen.lighter(brass, 0.05), pen.shaded(brass, 0.3),
              x - 22 * s, x + 22 * s), form=0.35, rim=pen.dark)  # fmt: skip
    glass = pen.mix(pen.lit, pen.L, 0.35) if burns else pen.mix(pen.natural("glass"), pen.r(0.9), 0.3)
    rows = [(-16, 29), (-20, 44), (-21, 54), (-18, 72), (-9, 86), (9, 86), (18, 72), (21, 54), (20, 44), (16, 29)]
    body = smooth([(x + a * s, y - b * s) for a, b in rows], curve=0.5)
    pen.shape(body, across(pen.lighter(glass, 0.03), pen.shaded(glass, 0.2), x - 21 * s, x + 21 * s), form=0.15)
    _rings_of_glass(pen, body, x, y, s, glass)
    if burns:
        pen.shape(oval(x, y - 53 * s, 7.5 * s, 9 * s), pen.mix(pen.L, pen.r(1.0), 0.6), line=0, shadow=0, edge=0)
    for a in (-20.5, -7.4, 7.4, 20.5):
        bow = [
            (x + a * 0.8 * s, y - 29 * s),
            (x + a * s, y - 52 * s),
            (x + a * 0.86 * s, y - 71 * s),
            (x + a * 0.42 * s, y - 87 * s),
        ]
        pen.line(bow, pen.shaded(brass, 0.1), 1.3 * s, ink=0.6)
    pen.shape(box(x - 11 * s, y - 89 * s, 22 * s, 4 * s, 1.5 * s), brass, form=0.35, rim=pen.dark)
    pen.shape(oval(x, y - 91 * s, 3 * s, 3.4 * s), brass, form=0.3)
    if burns:
        light = stage.sheet("lens light", 0.51, haze=0, light_motion="flicker")
        light.glow(x, y - 53 * s, 95 * s, light.B, 0.5)
        light.lamp(x, y - 53 * s, 44 * s, 0.9)
        for dx in (-1, 1):
            far = dx * stage.frame.width
            row = [
                (x + dx * 8 * s, y - 57 * s),
                (x + far, y - 84 * s),
                (x + far, y - 40 * s),
                (x + dx * 8 * s, y - 49 * s),
            ]
            light.beam(polygon(row), x, y - 53 * s, stage.frame.width * 0.62, strength=0.34)


def _rings_of_glass(pen: Pen, body: Path, x: float, y: float, s: float, glass: Colour) -> None:
    """The prisms: bands above and below, round ones about the bull's eye."""
    dim = pen.shaded(glass, 0.3)
    for up in (33, 37, 41, 66, 70, 74, 78, 82):
        band = box(x - 22 * s, y - up * s, 44 * s, 1.3 * s) & body
        if band.contours:
            pen.shape(band, dim, shadow=0, edge=0, line=0.5, alpha=0.7)
    for r in (5.0, 8.4, 11.6):
        pen.shape(
            oval(x, y - 53 * s, r * s) - oval(x, y - 53 * s, (r - 1.1) * s), dim, shadow=0, edge=0, line=0.5, alpha=0.7
        )


def _shutters(stage: Stage, iron: Colour) -> None:
    """Iron shutters, raised, that hang on chains before the glass, whole also in a near view."""
    pen = stage.sheet("shutters", 0.3, lift=9, haze=0, wobble=0.4)
    frame, top, low = stage.frame, stage.y(0.13), stage.y(0.25)
    tone = pen.mix(iron, pen.mix(pen.G, pen.r(0.3), 0.3), 0.5)
    half = min(130.0, frame.width * 0.1)
    for x in (frame.x(0.25), frame.x(0.75)):
        for dx in (-0.7, 0.7):
            pen.line([(x + dx * half, stage.y(0.02)), (x + dx * half, top)], pen.shaded(tone, 0.3), 3.4, curve=0)
        pen.shape(
            box(x - half, top, 2 * half, low - top, 4),
            down(pen.lighter(tone, 0.05), pen.shaded(tone, 0.2), top, low),
            form=0.2,
        )
        for i in range(4):
            y = top + (low - top) * (i + 0.6) / 4.4
            pen.line([(x - half, y), (x + half, y)], pen.shaded(tone, 0.4), 2.4, curve=0, ink=0.5)
        pen.shape(box(x - half, low - 5, 2 * half, 9, 3), pen.natural("brass"), form=0.3)


def _locker(stage: Stage, x: float, y: float, k: float) -> None:
    """A small cupboard with an oil can and rags, at the wall."""
    pen = stage.sheet("locker", 0.46, lift=9, haze=0, wobble=0.5)
    wood, brass = inside.piece(stage, pen.natural("wood")), pen.natural("brass")
    wide, tall = 170 * k, 150 * k
    pen.contact(x, y, wide * 0.5, 0.4)
    pen.shape(box(x - wide / 2, y - tall, wide, tall, 3), pen.shaded(wood, 0.1), form=0.25)
    for side in (-1, 1):
        pen.shape(
            box(x + side * wide * 0.24 - wide * 0.2, y - tall * 0.84, wide * 0.4, tall * 0.7, 2),
            wood,
            form=0.25,
            line=0.8,
        )
        pen.shape(oval(x + side * wide * 0.08, y - tall * 0.5, 4), brass, line=0.6)
    pen.shape(box(x - wide * 0.56, y - tall - 9, wide * 1.12, 12, 3), pen.lighter(wood, 0.05), form=0.35)
    can = polygon([(x - 50 * k, y - tall - 8), (x - 46 * k, y - tall - 46 * k), (x - 36 * k, y - tall - 58 * k),
                   (x - 24 * k, y - tall - 46 * k), (x - 20 * k, y - tall - 8)])  # fmt: skip
    pen.shape(can, brass, form=0.35)
    pen.line([(x - 24 * k, y - tall - 40 * k), (x - 6 * k, y - tall - 66 * k)], pen.shaded(brass, 0.2), 4 * k, ink=0.5)


def _front_rail(stage: Stage, iron: Colour) -> None:
    """The dark rail of the hatch close to us, low in the corners."""
    pen = stage.sheet("front rail", 0.96, lift=16, haze=0, wobble=0.5)
    frame, k = stage.frame, backdrop.fit(stage)
    dark = pen.r(0.04) if pen.dark else pen.mix(iron, pen.r(0.05), 0.6)
    rim = pen.mix(dark, pen.r(0.9), 0.35)
    for x, side in ((0.0, 1), (1.0, -1)):
        a = frame.x(x)
        rail = [(a - side * 70, frame.height - 128 * k), (a + side * 90 * k, frame.height - 110 * k), (a + side * 190 * k, frame.height - 40 * k),
                (a + side * 220 * k, frame.foot)]  # fmt: skip
        pen.shape(tube(rail, [9 * k] * 4), dark, form=0.3, rim=rim, rim_width=2)
        for dx, top in ((20, -118), (100, -104), (170, -56)):
            pen.shape(box(a + side * dx * k - 4, frame.height + top * k, 8, 240), dark, form=0.3)


# ---------------------------------------------------------------- the stair


def _stair(stage: Stage) -> None:
    """Inside the tower: whitewashed stone, a slit of sky, the stair that winds up round the wall on its iron rail."""
    frame, k = stage.frame, backdrop.high(stage)
    backdrop.sky(stage, stage.y(0.5), clouds=1)
    backdrop.water(stage, stage.y(0.36), stage.y(0.5), 3, (0.1, 0.14), swell=3, name="sea below", shares=(0.0, 0.5))
    pen = stage.sheet("tower wall", 0.2, lift=10, haze=0, wobble=0.6, texture=0.9)
    pale = stage.scheme.r(0.9) if not stage.scheme.dark else stage.scheme.r(0.4)
    wall = inside.paint(stage, mix(stage.scheme.natural("stone"), pale, 0.5), 0.3)
    hole: Path = _slit(frame.x(0.2), stage.y(0.4), 62 * k, 170 * k) | _slit(
        frame.x(0.79), stage.y(0.27), 54 * k, 140 * k
    )
    body = box(frame.left, frame.top, frame.right - frame.left, stage.y(stage.horizon) + 20 - frame.top) - hole
    pen.shape(body, across(pen.lighter(wall, 0.04), pen.shaded(wall, 0.34), frame.width * 0.3, frame.right), form=0)
    _courses(stage, pen, wall)
    for x, y, wide, tall in (
        (frame.x(0.2), stage.y(0.4), 62 * k, 170 * k),
        (frame.x(0.79), stage.y(0.27), 54 * k, 140 * k),
    ):
        edge = _slit(x, y + 9, wide + 26, tall + 22) - _slit(x, y, wide, tall)
        pen.shape(edge, pen.shaded(wall, 0.18), form=0.3)
    inside.floor(stage, "tiles", inside.piece(stage, pen.mix(pen.natural("stone"), pen.r(0.7), 0.2)))
    _winding(stage, wall, k)
    inside.pendant(stage, frame.x(0.46), stage.y(0.18), 44, pen.natural("iron"), 0.5)
    _front_rail(stage, stage.scheme.natural("iron"))


def _slit(x: float, foot: float, wide: float, tall: float) -> Path:
    """A tall window with a round head whose sill is at `foot`."""
    return box(x - wide / 2, foot - tall + wide / 2, wide, tall - wide / 2) | oval(x, foot - tall + wide / 2, wide / 2)


def _courses(stage: Stage, pen: Pen, wall: Colour) -> None:
    """The courses of stone, bent as a round wall bends them."""
    frame, low = stage.frame, stage.y(stage.horizon)
    dim, rng = pen.shaded(wall, 0.2), pen.rng("stones")
    for j in range(1, int(low / 64) + 3):
        y = low - 64 * j
        sag = 22 * (0.42 - y / frame.height)
        pen.line(
            [(frame.left, y + sag), (frame.width / 2, y - sag), (frame.right, y + sag)], dim, 2, ink=0.3, alpha=0.6
        )
        for i in range(int(frame.width / 130) + 2):
            x = i * 130 + (65 if j % 2 else 0) - 40 + rng.uniform(-8, 8)
            pen.line([(x, y - 2), (x, y + 60)], dim, 2, curve=0, ink=0.3, alpha=0.5)


def _winding(stage: Stage, wall: Colour, k: float) -> None:
    """Two flights: one rises to the right before us, the next goes on to the left above it, with posts and rail."""
    frame = stage.frame
    stone = mix(wall, stage.scheme.natural("stone"), 0.45)
    far = stage.sheet("upper flight", 0.36, lift=10, haze=0, wobble=0.5)
    _flight(far, (frame.x(0.98), stage.y(0.36)), (frame.x(0.3), stage.y(0.02)), 12, 15 * k, far.shaded(stone, 0.2))
    near = stage.sheet("lower flight", 0.48, lift=13, haze=0, wobble=0.5)
    _flight(near, (frame.x(0.42), stage.y(0.765)), (frame.x(1.04), stage.y(0.36)), 11, 26 * k, stone)


def _flight(pen: Pen, a: tuple[float, float], b: tuple[float, float], count: int, thick: float, stone: Colour) -> None:
    """Steps from the foot `a` to the head `b` on a slanting underside, an iron rail on posts along them."""
    iron = pen.mix(pen.natural("iron"), pen.r(0.1), 0.3)
    dx, dy = (b[0] - a[0]) / count, (b[1] - a[1]) / count
    row = [a]
    for i in range(count):
        row += [(a[0] + i * dx, a[1] + (i + 1) * dy), (a[0] + (i + 1) * dx, a[1] + (i + 1) * dy)]
    drop = thick * 2.2
    pen.shape(
        polygon([*row, (b[0], b[1] + drop), (a[0] + dx * 1.2, a[1])]),
        down(stone, pen.shaded(stone, 0.3), b[1], a[1]),
        form=0.2,
    )
    for i in range(count):
        left = min(a[0] + i * dx, a[0] + (i + 1) * dx)
        pen.shape(
            box(left - 4, a[1] + (i + 1) * dy - 3, abs(dx) + 8, 8, 2),
            pen.lighter(stone, 0.06),
            form=0.3,
            line=0.8,
            shadow=0.5,
        )
    tall = thick * 4.6
    rail = [(a[0] + dx * t, a[1] + dy * (t + 0.6) - tall) for t in (0.0, count / 2, float(count))]
    for i in range(0, count + 1, 1):
        x, y = a[0] + dx * (i + 0.4), a[1] + dy * (i + 1)
        pen.line([(x, y), (x, a[1] + dy * (i + 1.0) - tall)], iron, thick * 0.16, curve=0, ink=0.5)
    pen.shape(
        tube(rail, [thick * 0.22] * 3), pen.mix(pen.natural("brass"), iron, 0.35), form=0.3, rim=pen.dark, rim_width=1.5
    )
    pen.shape(oval(rail[0][0] - math.copysign(3, dx), rail[0][1], thick * 0.4), pen.natural("brass"), form=0.3)
