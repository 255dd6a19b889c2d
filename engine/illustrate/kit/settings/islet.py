"""A rock in the sea with surf about it, and on it, where there is one, a lighthouse many times as tall as a person.

No sand: black and grey rock, cut steps, an iron rail, gulls' ledges. Example: the setting "islet", option lighthouse.
"""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.paint.path import Path, box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, across, down
from engine.illustrate.palette import mix
from engine.illustrate.stage import Motion, Stage
from engine.looks import Colour


@setting(
    "islet",
    words="rocky islet, skerry, rock in the sea, sea rock, lighthouse rock, lighthouse island, crag in the sea",
    kinds="island, water, outdoors",
    horizon=0.56,
    light=(0.24, 0.22),
    options="lighthouse (no, yes)",
    places=(
        Place("rock", "ground", 0.62, 0.84, 0.775, 0.86, 150, 230, (0.3, 0.9)),
        Place("water", "water", 0.3, 0.56, 0.6, 0.7, 44, 110, (0.02, 0.42)),
        Place("sky", "sky", 0.08, 0.3, 0.1, 0.24, 60, 90),
    ),
)
def islet(stage: Stage) -> None:
    """Sky, the sea in strips, far skerries, the rock with its surf, the tower, our ledge with a rail, dark rocks."""
    low, k = stage.y(stage.horizon), backdrop.high(stage)
    backdrop.sky(stage, low, clouds=3)
    backdrop.water(stage, low, low + 70, 4, (0.26, 0.4), swell=4, name="far water", shares=(0.0, 0.5))
    _skerries(stage, low)
    glints = stage.sheet("glints", 0.41, haze=0, light_motion="glint")
    backdrop.glints(glints, stage.light[0], low + 10, low + 120, 60, 50)
    backdrop.water(
        stage, stage.y(0.66), stage.y(0.84), 4, (0.415, 0.435), swell=7, name="near water", shares=(0.5, 0.95)
    )
    stone = _stone(stage, 0.5)
    _mound(stage, stone, k)
    if stage.option("lighthouse", "no") == "yes":
        tower(stage, stage.x(0.7), stage.y(0.655), 455 * k)
    _ledge(stage, _stone(stage, 0.72))
    backdrop.rocks_in_front(stage)
    backdrop.weather(stage)


def _stone(stage: Stage, depth: float) -> Colour:
    """Bare rock at a depth, cool and grey; pale under snow."""
    s = stage.scheme
    grey = mix(s.natural("stone"), s.r(0.2), 0.3 if not s.dark else 0.66)
    return mix(backdrop.earth(stage, grey, depth), s.tone(depth), 0.2)


def _skerries(stage: Stage, low: float) -> None:
    pen = stage.sheet("skerries", 0.33, lift=7)
    colour = stage.scheme.tone(0.34)
    for share, wide, tall in ((0.08, 120, 26), (0.17, 70, 16), (0.93, 150, 30)):
        x, y = stage.x(share), low + 26
        row = [(-0.5, 0), (-0.36, -0.5), (-0.12, -0.9), (0.06, -1), (0.3, -0.5), (0.5, 0)]
        pen.shape(smooth([(x + a * wide, y + b * tall) for a, b in row], curve=0.5), colour, form=0.3)
        _foam(pen, x - wide * 0.6, x + wide * 0.6, y, 4)


def _foam(pen: Pen, x0: float, x1: float, y: float, high: float) -> None:
    """A broken white edge along the water."""
    white, rng, x = pen.r(0.98) if not pen.dark else pen.r(0.66), pen.rng("foam", x0), x0
    while x < x1:
        w = rng.uniform(18, 54)
        pen.shape(oval(x + w / 2, y + rng.uniform(-high * 0.4, high * 0.4), w * 0.6, high * rng.uniform(0.5, 1)), white,
                  line=0.4, shadow=0.3, edge=0, alpha=0.9)  # fmt: skip
        x += w * 0.8


def _mound(stage: Stage, stone: Colour, k: float) -> None:
    """The body of the rock: a level top for a tower, crags beside it, facets, and surf that breaks against its foot."""
    pen = stage.sheet("mound", 0.44, lift=12, wobble=0.8)
    frame, foot, top = stage.frame, stage.y(0.8), stage.y(0.64)
    rows = ((0.27, 112), (0.3, 70), (0.325, 64), (0.35, 22), (0.385, 14), (0.41, -16), (0.44, -26), (0.465, 6), (0.5, 0),
            (0.56, 6), (0.63, 2), (0.7, 4), (0.78, 0), (0.81, -24), (0.84, -62), (0.87, -74), (0.9, -30), (0.93, -46), (0.97, -92),
            (1.01, -110), (1.06, -60), (1.06, 200), (0.27, 200))  # fmt: skip
    body = polygon([(frame.x(share), top + dy * k) for share, dy in rows])
    rim = pen.mix(stone, pen.r(0.98), 0.35)
    fill = down(pen.lighter(stone, 0.05), pen.shaded(stone, 0.34), top - 90 * k, foot)
    pen.shape(body, fill, form=0.4, form_width=16, rim=rim, rim_width=3)
    for share, dy, wide, tall in ((0.33, 84, 60, 60), (0.4, 40, 74, 84), (0.5, 52, 90, 46), (0.6, 64, 110, 50), (0.72, 54, 96, 44),
                                  (0.83, 6, 70, 96), (0.9, 44, 84, 70), (0.97, -10, 80, 120)):  # fmt: skip
        _facet(pen, body, frame.x(share), top + dy * k, wide, tall * k, stone)
    surf = stage.sheet("surf", 0.47, lift=6, haze=0.2, motion=Motion("sway", 0.8))
    _foam(surf, frame.x(0.2), frame.x(0.38), stage.y(0.775), 12)
    _spray(surf, frame.x(0.285), stage.y(0.775), 92 * k)


def _facet(pen: Pen, body: Path, x: float, y: float, wide: float, tall: float, stone: Colour) -> None:
    """A plane of the rock turned from the light, and the lit one beside it."""
    ridge_ = [(x - 0.06 * wide, y - 0.5 * tall), (x + 0.1 * wide, y - 0.05 * tall), (x - 0.04 * wide, y + 0.55 * tall)]
    dark = polygon([*ridge_, (x + 0.46 * wide, y + 0.42 * tall), (x + 0.34 * wide, y - 0.24 * tall)]) & body
    lit = polygon([*ridge_, (x - 0.46 * wide, y + 0.36 * tall), (x - 0.38 * wide, y - 0.12 * tall)]) & body
    if dark.contours:
        pen.shape(dark, pen.shaded(stone, 0.26), line=0.6, shadow=0.4, edge=0.4)
    if lit.contours:
        pen.shape(lit, pen.lighter(stone, 0.055), line=0.6, shadow=0.4, edge=0.4)


def _spray(pen: Pen, x: float, y: float, tall: float) -> None:
    """A breaker thrown up at the rock's foot."""
    white = pen.r(0.99) if not pen.dark else pen.r(0.7)
    rng = pen.rng("spray")
    plume: Path = oval(x - tall * 0.1, y - tall * 0.1, tall * 0.72, tall * 0.2)
    for dx, up, r in ((-0.56, 0.2, 0.2), (-0.34, 0.42, 0.22), (-0.12, 0.66, 0.2), (0.04, 0.92, 0.13), (0.2, 0.5, 0.2), (0.42, 0.2, 0.18),
                      (-0.46, 0.62, 0.1), (-0.02, 0.3, 0.34)):  # fmt: skip
        plume = plume | oval(x + dx * tall, y - up * tall, r * tall)
    pen.shape(plume, white, form=0.2, alpha=0.95)
    for _ in range(16):
        pen.shape(oval(x + rng.uniform(-0.9, 0.5) * tall, y - rng.uniform(0.5, 1.25) * tall, rng.uniform(1.6, 4)), white,
                  line=0.4, shadow=0.3, edge=0)  # fmt: skip


def tower(stage: Stage, x: float, y: float, tall: float) -> None:
    """The lighthouse: a round tapering tower with bands, a door as high as a person, windows, gallery, lantern."""
    pen = stage.sheet("tower", 0.5, lift=13, wobble=0.45)
    s = tall / 100
    wall = inside_light(stage, pen.r(0.97), 0.5)
    red = inside_light(stage, pen.A, 0.24)
    iron = pen.mix(pen.natural("iron"), pen.r(0.1), 0.3)

    def half(up: float) -> float:
        return (14.5 - 6.4 * up / 80 + 1.6 * max(0.0, 1 - up / 14) ** 2) * s

    def band(a: float, b: float) -> Path:
        return smooth(
            [(x - half(a), y - a * s), (x - half(b), y - b * s), (x + half(b), y - b * s), (x + half(a), y - a * s)],
            curve=0,
        )

    pen.contact(x, y, 18 * s, 0.4)
    pen.shape(band(0, 80), across(pen.lighter(wall, 0.02), pen.shaded(wall, 0.3), x - 15 * s, x + 15 * s), form=0.3,
              rim=pen.dark, rim_width=3)  # fmt: skip
    for a, b in ((15, 31), (47, 63)):
        pen.shape(
            band(a, b),
            across(pen.lighter(red, 0.02), pen.shaded(red, 0.3), x - 15 * s, x + 15 * s),
            form=0.2,
            shadow=0.3,
        )
    for up, dx in ((36, -2.2), (54, 2.4), (69, -1.4)):
        pane = smooth([(x + (dx - 1.7) * s, y - up * s), (x + (dx - 1.7) * s, y - (up + 4.4) * s), (x + dx * s, y - (up + 6) * s),
                       (x + (dx + 1.7) * s, y - (up + 4.4) * s), (x + (dx + 1.7) * s, y - up * s)], curve=0.3)  # fmt: skip
        pen.shape(pane, pen.lit if stage.night else pen.r(0.2), form=0.2, shadow=0.4, line=0.8)
    door = box(x - 3.4 * s, y - 12.5 * s, 6.8 * s, 12.5 * s, 2.6 * s)
    pen.shape(door, inside_light(stage, pen.mix(pen.G, pen.r(0.15), 0.35), 0.2), form=0.3, line=0.9)
    for i in range(3):
        pen.shape(
            box(x - (5 + 1.2 * i) * s, y - 1.6 * s + 1.6 * s * i, (10 + 2.4 * i) * s, 2 * s, 1),
            pen.natural("stone"),
            form=0.3,
        )
    _lantern(stage, pen, x, y - 80 * s, s, red, iron)


def inside_light(stage: Stage, colour: Colour, dim: float) -> Colour:
    """A painted colour in the light of the hour."""
    return mix(colour, stage.scheme.r(0.3), dim) if stage.scheme.dark else colour


def _lantern(stage: Stage, pen: Pen, x: float, y: float, s: float, roof: Colour, iron: Colour) -> None:
    """Gallery, glass room and dome; the lamp burns from dusk on and throws its beams."""
    burns = stage.night or stage.scene.weather in ("fog", "storm")
    pen.shape(
        polygon([(x - 7.5 * s, y), (x - 11 * s, y - 3 * s), (x + 11 * s, y - 3 * s), (x + 7.5 * s, y)]), iron, form=0.3
    )
    glass = pen.mix(pen.lit, pen.L, 0.4) if burns else pen.mix(pen.natural("glass"), pen.r(0.85), 0.3)
    pen.shape(box(x - 6 * s, y - 14 * s, 12 * s, 11 * s), glass, form=0.1)
    if burns:
        pen.shape(oval(x, y - 8.5 * s, 2.6 * s, 3.6 * s), pen.r(1.0), line=0, shadow=0, edge=0)
    for dx in (-6, -2, 2, 6):
        pen.line([(x + dx * s, y - 14 * s), (x + dx * s, y - 3 * s)], iron, 0.6 * s, curve=0, ink=0.5)
    for dx in range(-10, 11, 4):
        pen.line([(x + dx * s, y - 7.4 * s), (x + dx * s, y - 3 * s)], iron, 0.45 * s, curve=0, ink=0.4)
    pen.line([(x - 10.6 * s, y - 7.4 * s), (x + 10.6 * s, y - 7.4 * s)], iron, 0.7 * s, curve=0, ink=0.5)
    dome = smooth(
        [
            (x - 7.4 * s, y - 14 * s),
            (x - 5 * s, y - 18 * s),
            (x, y - 20.5 * s),
            (x + 5 * s, y - 18 * s),
            (x + 7.4 * s, y - 14 * s),
        ],
        curve=0.6,
    )
    pen.shape(dome, roof, form=0.35, rim=pen.dark)
    pen.shape(oval(x, y - 21 * s, 0.9 * s, 1.1 * s), iron, line=0.6)
    if not burns:
        return
    light = stage.sheet("beams", 0.505, haze=0, light_motion="beam")
    a, far = (x, y - 8.5 * s), float(stage.frame.width)
    for reach, spread in ((-far, 0.1), (far * 0.7, 0.08)):
        row = [
            (a[0], a[1] - 8),
            (a[0] + reach, a[1] - abs(reach) * spread),
            (a[0] + reach, a[1] + abs(reach) * spread * 0.7),
            (a[0], a[1] + 8),
        ]
        light.beam(polygon(row), *a, abs(reach), strength=0.42)
    light.lamp(*a, 120, 0.9)


def _ledge(stage: Stage, stone: Colour) -> None:
    """The flat rock that we stand on, with cut steps, pools and weed, and an iron rail at its edge."""
    frame, y = stage.frame, stage.y(0.765)
    pen = stage.sheet("ledge", 0.6, lift=14, wobble=0.8)
    left = frame.x(0.16)
    row = [(left, frame.foot), (left + 14, y + 96), (left + 52, y + 58), (left + 110, y + 40), (frame.x(0.3), y + 16), (frame.x(0.4), y + 4),
           (frame.x(0.55), y - 6), (frame.x(0.72), y), (frame.x(0.9), y - 8), (frame.right + 20, y - 4), (frame.right + 20, frame.foot)]  # fmt: skip
    rim = pen.mix(stone, pen.r(0.98), 0.32)
    body = polygon(row)
    pen.shape(
        body,
        down(pen.lighter(stone, 0.03), pen.shaded(stone, 0.3), y, frame.height),
        form=0.3,
        form_width=14,
        rim=rim,
        rim_width=3,
    )
    rng = pen.rng("cracks")
    for _ in range(9):
        x, t = rng.uniform(frame.x(0.34), frame.x(0.98)), rng.random()
        at = y + 16 + t * (frame.height - y - 30)
        pen.line([(x, at), (x + rng.uniform(20, 60), at + rng.uniform(-4, 10)), (x + rng.uniform(60, 110), at + rng.uniform(0, 14))],
                 pen.shaded(stone, 0.35), 1.6 + t, curve=0, ink=0.4, alpha=0.7)  # fmt: skip
    far, _near = backdrop.water_colours(stage)
    for share, dy, wide in ((0.47, 60, 64), (0.83, 44, 50)):
        pool = pen.mix(far, stone, 0.25)
        pen.shape(
            oval(frame.x(share), y + dy, wide * 1.08, wide * 0.2), pen.shaded(stone, 0.3), line=0, shadow=0, edge=0
        )
        pen.shape(oval(frame.x(share), y + dy + 2, wide, wide * 0.16), pool, line=0.7, shadow=0, edge=0.5)
    for share, down_by, across_by, tall in (
        (0.36, 50, 90, 40),
        (0.62, 34, 120, 34),
        (0.94, 66, 110, 50),
        (0.24, 92, 70, 40),
    ):
        _facet(pen, body, frame.x(share), y + down_by, across_by, tall, stone)
    surf = stage.sheet("ledge surf", 0.605, lift=5, haze=0.1, motion=Motion("sway", 0.8))
    white = surf.r(0.98) if not surf.dark else surf.r(0.6)
    rng = surf.rng("ledge foam")
    for i in range(46):
        t = i / 45
        x, half = left - 30 + 215 * t**1.6 + rng.uniform(-10, 6), (46 - 34 * t) * rng.uniform(0.6, 1.1)
        at = y + 205 - 184 * t**0.62 + rng.uniform(-8, 8)
        surf.shape(oval(x - half * 0.5, at, half, half * 0.46), white, line=0, shadow=0.25, edge=0, alpha=0.9)
