"""In town: old town, city street."""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import growth, masonry
from engine.illustrate.paint.forms import blob
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, across, down
from engine.illustrate.palette import mix
from engine.illustrate.stage import Stage
from engine.looks import Colour

_SKY = Place("sky", "sky", 0.08, 0.3, 0.1, 0.24, 60, 90)


def _paint(stage: Stage, i: int, depth: float) -> Colour:
    """The colour of the i-th house in this light."""
    s = stage.scheme
    pick = (s.B, mix(s.r(0.95), s.L, 0.3), s.A, s.G, mix(s.A, s.r(0.95), 0.55), mix(s.V, s.r(0.9), 0.4))[i % 6]
    return mix(pick, s.r(0.2), 0.55) if s.dark else mix(pick, s.tone(depth, 0.3), 0.25)


def level(stage: Stage, name: str, depth: float, y: float, colour: Colour, lift: float = 8) -> Pen:
    """A level ground from the share y down."""
    pen, frame = stage.sheet(name, depth, lift=lift, wobble=0.7), stage.frame
    fill = down(pen.lighter(colour, 0.02), pen.shaded(colour, 0.34), stage.y(y), frame.height)
    pen.shape(box(frame.left, stage.y(y), frame.right - frame.left, frame.foot - stage.y(y)), fill, line=0.8)
    return pen


@setting(
    "old town",
    words="medieval town, old city, alley, narrow street, town square, cobbled street, historic town, walled city, back street",
    kinds="town, settlement, village, outdoors, road",
    horizon=0.56,
    light=(0.52, 0.2),
    options="bunting (yes, no), tower (yes, no)",
    places=(
        Place("lane", "ground", 0.46, 0.88, 0.665, 0.86, 110, 250, (0.28, 0.76)),
        Place("sky", "sky", 0.1, 0.3, 0.1, 0.24, 60, 90, (0.36, 0.66)),
        Place("wall", "wall", 0.52, 0.54, 0.46, 0.5, 150, 160, (0.04, 0.2)),
    ),
)
def old_town(stage: Stage) -> None:
    """A church tower over roofs, gabled houses that lean together along a cobbled lane, lanterns, bunting."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage)
    tall = backdrop.high(stage)
    backdrop.sky(stage, low, clouds=2)
    masonry.town(
        stage,
        "far roofs",
        0.16,
        low + 24,
        150 * k * tall,
        80 * k,
        lit=0.3 if stage.night else 0,
        kinds=("gable", "hip", "step"),
    )
    if stage.option("tower", "yes") == "yes":
        _church(stage, frame.x(0.44), low + 30, 320 * k * tall)
    cobble = backdrop.earth(stage, mix(stage.scheme.natural("stone"), stage.scheme.natural("sand"), 0.3), 0.4)
    pen = level(stage, "cobbles", 0.3, 0.6, cobble, 5)
    masonry.paving(stage, pen, stage.y(0.62), frame.height, cobble, 10, 18)
    rows = ((0.36, 0.34, 0.62, 0.36, 0.64), (0.66, 0.34, 0.62, 0.36, 0.64), (0.255, 0.46, 0.645, 0.56, 0.8), (0.765, 0.46, 0.65, 0.54, 0.84), (0.09, 0.53, 0.7, 0.86, 1.0), (0.93, 0.54, 0.715, 0.84, 1.02))  # fmt: skip
    for i, (x, depth, y, high, size) in enumerate(rows):
        _gabled(
            stage,
            i,
            frame.x(x),
            stage.y(y),
            190 * size * k * (0.9 if frame.width < 800 else 1.0),
            380 * high * k * tall,
            depth,
        )
    if stage.option("bunting", "yes") == "yes":
        flags = stage.sheet("bunting", 0.56, lift=6, motion="flutter")
        masonry.flags(flags, (frame.x(0.13), low - 190 * k * tall), (frame.x(0.88), low - 214 * k * tall), 46, 16)
    lamps = stage.sheet("lantern", 0.62, lift=9, wobble=0.6)
    masonry.street_lamp(lamps, frame.x(0.86), stage.y(0.755), 300 * k * tall, lamps.natural("iron"), stage.night)
    masonry.wet(stage, 0.57, stage.y(0.7))
    _flower_tub(stage, k)
    masonry.wall_in_front(stage, "right", 0.2, 2)
    backdrop.weather(stage)


def _church(stage: Stage, x: float, y: float, tall: float) -> None:
    pen = stage.sheet("church", 0.2, lift=8, wobble=0.6)
    stone, w = pen.mix(pen.natural("stone"), stage.scheme.tone(0.2), 0.4), tall * 0.1
    pen.shape(
        box(x - w, y - tall * 0.66, 2 * w, tall * 0.66),
        across(pen.lighter(stone, 0.03), pen.shaded(stone, 0.2), x - w, x + w),
        form=0.2,
    )
    pen.shape(
        polygon([(x - w * 1.2, y - tall * 0.65), (x, y - tall), (x + w * 1.2, y - tall * 0.65)]),
        pen.mix(pen.A, stage.scheme.tone(0.3), 0.4),
        form=0.3,
    )
    pen.shape(oval(x, y - tall * 0.56, w * 0.5), pen.mix(pen.lit, pen.B, 0.2) if stage.night else pen.r(0.95), line=0.6)
    pen.line([(x, y - tall * 0.59), (x, y - tall * 0.56), (x + w * 0.3, y - tall * 0.55)], pen.r(0.15), 1.6, curve=0)
    pen.line([(x, y - tall), (x, y - tall * 1.05)], pen.r(0.3), 2)
    masonry.windows(pen, x - w * 0.5, y - tall * 0.48, w, tall * 0.2, 1, 1, 0, 3, True, "round")


def _gabled(stage: Stage, i: int, x: float, y: float, wide: float, tall: float, depth: float) -> None:
    """A painted house with a jutting gable, beams, a door and boxes of flowers."""
    pen = stage.sheet(f"house{i}", depth, lift=10, wobble=0.7, haze=0.7)
    wall, roof = _paint(stage, i + 1, depth), pen.mix(pen.natural("brick"), pen.r(0.2), 0.3 if not pen.dark else 0.55)
    pen.contact(x, y, wide * 0.5, 0.4)
    rise = wide * 0.46
    masonry.front(pen, x, y, wide, tall, wall, roof, rise=rise, columns=3 if wide > 150 else 2, rows=2, lit=0.6 if stage.night else 0, seed=i, base=0.4)  # fmt: skip
    beam = pen.mix(pen.natural("dark wood"), stage.scheme.tone(depth), 0.25)
    for share in (0.99, 0.42):
        pen.shape(box(x - wide * 0.52, y - tall * share - 5, wide * 1.04, 10, 2), beam, form=0.3)
    gable = polygon([(x - wide * 0.3, y - tall), (x, y - tall - rise * 0.72), (x + wide * 0.3, y - tall)])
    pen.shape(gable, wall, shadow=0.5)
    pen.line([(x, y - tall - rise * 0.7), (x, y - tall)], beam, 4, ink=0.6)
    for side in (-1, 1):
        pen.line([(x + side * wide * 0.26, y - tall - 2), (x, y - tall - rise * 0.4)], beam, 4, ink=0.6)
    masonry.door(
        pen, x + (wide * 0.2 if i % 2 else -wide * 0.2), y, wide * 0.22, tall * 0.3, _paint(stage, i + 4, depth), True
    )
    masonry.windows(
        pen,
        x + (-wide * 0.44 if i % 2 else wide * 0.04),
        y - tall * 0.36,
        wide * 0.42,
        tall * 0.26,
        1,
        1,
        0.8 if stage.night else 0,
        i + 30,
    )
    if not backdrop.snowy(stage):
        for dx in (-0.28, 0.0, 0.28)[: 3 if wide > 150 else 2]:
            for j in range(4):
                a = x + wide * (dx - 0.06 + 0.04 * j)
                pen.shape(blob(a, y - tall * 0.46 - 3, wide * 0.026, wide * 0.024, seed=j + i), (pen.mix(pen.A, pen.r(0.3), 0.3 if pen.dark else 0.0), backdrop.foliage(stage, 0.5))[j % 2], shadow=0.5, line=0.6)  # fmt: skip


def _flower_tub(stage: Stage, k: float) -> None:
    """A tub of flowers close to us on the left, dark."""
    pen = stage.sheet("front tub", 0.96, lift=16, haze=0, motion="sway")
    dark, h, w = backdrop.near_dark(stage, 0.35), stage.frame.height, 250 * k
    for i in range(9):
        x = -30 + w * i / 8
        growth.flower(
            pen,
            x,
            h - 60 * k,
            (60 + 40 * (i % 3)) * k * backdrop.high(stage),
            pen.mix((pen.A, pen.B)[i % 2], dark, 0.4 if not pen.dark else 0.72),
            pen.lighter(dark, 0.03),
        )
        pen.shape(
            blob(x, h - 66 * k, 30 * k, 22 * k, seed=i + 1, points=9, jitter=0.16),
            pen.lighter(dark, 0.02 * (i % 2)),
            form=0.3,
        )
    wood = pen.mix(pen.natural("dark wood"), dark, 0.55)
    tub = polygon([(-90, h - 62 * k), (w, h - 62 * k), (w - 26 * k, h + 90), (-90, h + 90)])
    pen.shape(tub, wood, form=0.4, rim=pen.mix(wood, pen.r(0.9), 0.3), rim_width=2.5)


@setting(
    "city street",
    words="city, downtown, avenue, sidewalk, pavement, boulevard, bus stop, traffic, road in town, kerb, block, high street, main street",
    kinds="town, settlement, outdoors, road",
    horizon=0.6,
    light=(0.3, 0.18),
    options="shop (yes, no), lamps (yes, no)",
    places=(
        Place("pavement", "ground", 0.44, 0.54, 0.675, 0.7, 170, 185, (0.04, 0.96)),
        Place("road", "road", 0.6, 0.69, 0.745, 0.815, 200, 240, (0.02, 0.98)),
        Place("near pavement", "ground", 0.84, 0.92, 0.885, 0.91, 270, 290, (0.06, 0.94)),
        _SKY,
    ),
)
def city_street(stage: Stage) -> None:
    """Towers far off, two rows of fronts, shops with awnings, pavement with lamps and a tree, the road."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage)
    tall, lit = backdrop.high(stage), 0.4 if stage.night or stage.scene.weather in ("rain", "storm") else 0.0
    backdrop.sky(stage, low, clouds=2)
    masonry.town(
        stage, "towers", 0.14, low + 30, 330 * tall, 92 * k, lit=lit * 0.6, seed=3, kinds=("flat", "flat", "gable")
    )
    masonry.town(stage, "blocks", 0.24, low + 40, 240 * tall, 130 * k, lit=lit, seed=5, kinds=("gable", "flat", "hip"))
    x, i = frame.left - 20, 0
    pen = stage.sheet("fronts", 0.36, lift=10, wobble=0.6)
    rng = pen.rng("fronts")
    while x < frame.right:
        wide, high = rng.uniform(170, 230) * k, rng.uniform(0.6, 1.0)
        away = abs((x + wide / 2) / frame.width - 0.5)
        _shop_house(
            stage, pen, i, x + wide / 2, stage.y(0.655), wide, 300 * tall * high * (0.5 + 1.05 * min(away, 0.5)), lit
        )
        x, i = x + wide, i + 1
    stone = backdrop.earth(
        stage, mix(stage.scheme.natural("stone"), stage.scheme.r(0.75 if not stage.scheme.dark else 0.3), 0.35), 0.3
    )
    pave = level(stage, "pavement", 0.42, 0.65, stone, 6)
    for j in range(-12, 26):
        pave.line(
            [(frame.x(0.5 + (j - 6) * 0.06), stage.y(0.652)), (frame.x(0.5 + (j - 6) * 0.075), stage.y(0.714))],
            pave.shaded(stone, 0.3),
            1.6,
            ink=0.4,
        )
    lamps = stage.sheet("lamps", 0.55, lift=8, wobble=0.6)
    if stage.option("lamps", "yes") == "yes":
        for share in (0.14, 0.5, 0.86):
            masonry.street_lamp(
                lamps, frame.x(share), stage.y(0.712), 270 * k * tall, lamps.natural("iron"), stage.night
            )
    tree = stage.sheet("street tree", 0.54, lift=9, motion="flutter")
    growth.tree(
        tree, frame.x(0.93), stage.y(0.71), 250 * k * tall, backdrop.foliage(stage, 0.45), 1, backdrop.snowy(stage)
    )
    _road(stage, stone)
    backdrop.weather(stage)


def _near_pavement(stage: Stage, stone: Colour) -> None:
    """The slabs on our side of the road, with their kerb: people and things stand there, not among the traffic."""
    frame, paved = stage.frame, backdrop.earth(stage, stone, 0.5)
    near = level(stage, "near pavement", 0.7, 0.826, paved, 13)
    near.shape(box(frame.left, stage.y(0.82), frame.right - frame.left, 13, 2), near.lighter(paved, 0.09), form=0.3)
    for y in (0.868, 0.93):
        near.line([(frame.left, stage.y(y)), (frame.right, stage.y(y))], near.shaded(paved, 0.3), 1.8, ink=0.4)
    for j in range(-8, 20):
        for y0, y1, shift in ((0.84, 0.868, 0.0), (0.868, 0.93, 0.5), (0.93, 1.05, 0.0)):
            a, b = (0.5 + (j - 6 + shift) * (0.09 + 0.3 * (y - 0.84)) for y in (y0, y1))
            near.line([(frame.x(a), stage.y(y0)), (frame.x(b), stage.y(y1))], near.shaded(paved, 0.3), 1.6, ink=0.4)


def _shop_house(stage: Stage, pen: Pen, i: int, x: float, y: float, wide: float, tall: float, lit: float) -> None:
    wall = _paint(stage, i + 2, 0.4)
    shop = 96 * backdrop.fit(stage) * (0.7 + 0.3 * backdrop.high(stage))
    masonry.front(pen, x, y, wide * 0.98, tall + shop, wall, pen.mix(pen.natural("dark wood"), pen.r(0.3), 0.4), kind=("flat", "gable", "hip")[i % 3],
                  rise=wide * 0.28, columns=3, rows=max(2, round(tall / 90)), lit=lit * 1.2, seed=i + 11, base=shop / (tall + shop))  # fmt: skip
    glass = pen.mix(pen.lit, pen.B, 0.3) if lit else pen.mix(pen.r(0.55), pen.G, 0.3)
    frame_colour = pen.mix(_paint(stage, i + 5, 0.4), pen.r(0.15), 0.45)
    pen.shape(box(x - wide * 0.46, y - shop, wide * 0.92, shop), frame_colour, form=0.2)
    pen.shape(box(x - wide * 0.42, y - shop * 0.62, wide * 0.5, shop * 0.52, 2), glass, shadow=0.3, line=0.8)
    pen.shape(
        box(x + wide * 0.16, y - shop * 0.68, wide * 0.22, shop * 0.68, 2),
        pen.mix(glass, frame_colour, 0.45),
        shadow=0.3,
        line=0.8,
    )
    for j in range(3):
        a = x - wide * (0.36 - 0.15 * j)
        pen.shape(
            blob(a, y - shop * 0.16, wide * 0.05, shop * 0.1, seed=i + j, points=9),
            pen.mix((pen.A, pen.B, pen.G)[(i + j) % 3], pen.r(0.25), 0.35),
            shadow=0.3,
            line=0.6,
        )
    if stage.option("shop", "yes") == "yes":
        masonry.awning(
            pen,
            x,
            y - shop * 0.98,
            wide * 0.9,
            shop * 0.3,
            pen.mix((pen.A, pen.G, pen.B)[i % 3], pen.r(0.2), 0.1 if not pen.dark else 0.4),
        )
    if lit:
        pen.glow(x - wide * 0.15, y - shop * 0.3, wide * 0.6, pen.B, 0.35)


def _road(stage: Stage, stone: Colour) -> None:
    frame = stage.frame
    kerb = level(stage, "kerb", 0.56, 0.714, mix(stone, stage.scheme.r(0.9 if not stage.scheme.dark else 0.4), 0.2), 6)
    dark = mix(mix(stage.scheme.natural("iron"), stage.scheme.natural("stone"), 0.42), stage.scheme.r(0.3), 0.3)
    dark = backdrop.earth(stage, dark, 0.5) if backdrop.snowy(stage) else dark
    pen = level(stage, "road", 0.58, 0.73, dark, 3)
    stripe = pen.r(0.9 if not pen.dark else 0.5)
    for j in range(-1, 8):
        x = frame.width * j / 6
        pen.shape(polygon([(x, stage.y(0.79)), (x + 84, stage.y(0.79)), (x + 78, stage.y(0.803)), (x - 10, stage.y(0.803))]), stripe, shadow=0, line=0.5, alpha=0.85)  # fmt: skip
    masonry.wet(stage, 0.59, stage.y(0.735))
    if stage.scene.weather in ("rain", "storm"):
        glints = stage.sheet("puddles", 0.6, haze=0, light_motion="glint")
        rng = glints.rng("puddles")
        for _ in range(26):
            glints.shine(
                oval(rng.uniform(0, frame.width), stage.y(rng.uniform(0.75, 0.86)), rng.uniform(14, 40), 1.8),
                kerb.mix(kerb.L, kerb.r(0.7), 0.4),
                0.3,
            )
    _near_pavement(stage, mix(stone, _near_stone(stage), 0.45))
    front = stage.sheet("front post", 0.96, lift=16, haze=0, wobble=0.6)
    iron, k = front.mix(front.natural("iron"), front.r(0.03), 0.6), backdrop.fit(stage)
    rim = front.mix(iron, front.r(0.9), 0.35)
    for x in (0.03, 0.12):
        a = frame.x(x)
        front.shape(smooth([(a - 14 * k, frame.foot), (a - 12 * k, frame.height - 110 * k), (a, frame.height - 132 * k), (a + 12 * k, frame.height - 110 * k), (a + 14 * k, frame.foot)], curve=0.4), iron, form=0.4, rim=rim, rim_width=2.5)  # fmt: skip
        front.shape(box(a - 17 * k, frame.height - 92 * k, 34 * k, 9, 3), iron, rim=rim, rim_width=2)
    front.line(
        [
            (frame.x(-0.04), frame.height - 66 * k),
            (frame.x(0.075), frame.height - 44 * k),
            (frame.x(0.12), frame.height - 84 * k),
        ],
        iron,
        7,
    )


def _near_stone(stage: Stage) -> Colour:
    """The paving close to us: darker than that across the road."""
    return mix(stage.scheme.natural("stone"), mix(stage.scheme.natural("iron"), stage.scheme.r(0.08), 0.3), 0.6)
