"""In town, from above and in the crowd: skyline, market."""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import growth, masonry
from engine.illustrate.kit.settings.town import level
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import across, down
from engine.illustrate.palette import mix
from engine.illustrate.stage import Stage

_SKY = Place("sky", "sky", 0.08, 0.3, 0.1, 0.24, 60, 90)


@setting(
    "skyline",
    words="city skyline, rooftops, roof terrace, rooftop, big city, metropolis, above the city, skyscrapers, balcony, town by night, high-rise",
    kinds="city street, town, outdoors",
    horizon=0.62,
    light=(0.64, 0.22),
    options="tank (yes, no)",
    places=(
        Place("roof", "ground", 0.76, 0.92, 0.78, 0.88, 200, 280, (0.14, 0.86)),
        Place("parapet", "shelf", 0.72, 0.74, 0.7, 0.705, 190, 194, (0.1, 0.7)),
        Place("sky", "sky", 0.08, 0.3, 0.12, 0.3, 60, 90),
    ),
)
def skyline(stage: Stage) -> None:
    """Four rows of towers from pale to dark, a water tank, chimneys, the parapet of our roof with plants."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage)
    tall, lit = backdrop.high(stage), {"night": 0.45, "dusk": 0.3}.get(stage.scene.time, 0.0)
    backdrop.sky(stage, low, clouds=3)
    masonry.town(stage, "far towers", 0.12, low + 60, 300 * tall, 74 * k, lit=lit * 0.5, seed=1, kinds=("flat",))
    _spires(stage, low, k * tall)
    masonry.town(stage, "towers", 0.24, low + 80, 240 * tall, 100 * k, lit=lit, seed=2, kinds=("flat", "flat", "gable"))
    masonry.town(stage, "blocks", 0.38, low + 100, 170 * tall, 140 * k, lit=lit, seed=7, kinds=("flat", "hip"))
    masonry.town(
        stage, "near roofs", 0.54, low + 170, 150 * tall, 210 * k, lit=lit, seed=9, kinds=("gable", "flat", "hip")
    )
    if stage.option("tank", "yes") == "yes":
        _water_tank(stage, frame.x(0.86), stage.y(0.66), k * tall)
    _roof(stage, k)
    growth.corner_leaves(stage, "right", "leaves", 0.8, 0.35)
    backdrop.weather(stage)


def _spires(stage: Stage, low: float, k: float) -> None:
    """Two landmarks that rise over the rest."""
    pen = stage.sheet("landmarks", 0.18, lift=8, wobble=0.6)
    tone = masonry.city_tone(stage, 0.2)
    x = stage.x(0.3)
    row = [(-34, 60), (-34, -230), (-26, -230), (-26, -290), (-16, -290), (-16, -330), (-3, -340), (0, -410), (3, -340), (16, -330), (16, -290), (26, -290), (26, -230), (34, -230), (34, 60)]  # fmt: skip
    pen.shape(
        polygon([(x + a * k, low + b * k) for a, b in row]),
        across(pen.lighter(tone, 0.03), pen.shaded(tone, 0.2), x - 30, x + 34),
        form=0.2,
    )
    masonry.windows(pen, x - 26 * k, low - 220 * k, 52 * k, 220 * k, 4, 12, 0.5 if stage.night else 0, 4, False)
    x = stage.x(0.52)
    pen.shape(
        smooth(
            [
                (x - 40 * k, low + 60),
                (x - 36 * k, low - 190 * k),
                (x, low - 262 * k),
                (x + 36 * k, low - 190 * k),
                (x + 40 * k, low + 60),
            ],
            curve=0.6,
        ),
        pen.lighter(tone, -0.02),
        form=0.25,
    )
    masonry.windows(pen, x - 26 * k, low - 180 * k, 52 * k, 180 * k, 3, 9, 0.5 if stage.night else 0, 8, False)


def _water_tank(stage: Stage, x: float, y: float, k: float) -> None:
    pen = stage.sheet("water tank", 0.6, lift=10, wobble=0.6)
    wood = pen.mix(pen.natural("dark wood"), stage.scheme.tone(0.6), 0.4)
    for dx in (-36, -12, 12, 36):
        pen.shape(box(x + dx * k - 4, y - 60 * k, 8, 90 * k), pen.shaded(wood, 0.3), form=0.3)
    pen.shape(
        box(x - 48 * k, y - 150 * k, 96 * k, 94 * k, 5),
        across(pen.lighter(wood, 0.04), pen.shaded(wood, 0.3), x - 48 * k, x + 48 * k),
        form=0.3,
        rim=pen.dark,
        rim_width=2,
    )
    for dy in (-128, -82):
        pen.shape(box(x - 49 * k, y + dy * k, 98 * k, 6), pen.shaded(wood, 0.4), shadow=0)
    pen.shape(
        polygon([(x - 56 * k, y - 148 * k), (x, y - 196 * k), (x + 56 * k, y - 148 * k)]),
        pen.shaded(wood, 0.25),
        form=0.3,
        rim=pen.dark,
    )


def _roof(stage: Stage, k: float) -> None:
    """The roof on which we stand and its low wall."""
    frame = stage.frame
    brick = mix(stage.scheme.natural("brick"), stage.scheme.tone(0.7), 0.35)
    wall = stage.sheet("parapet", 0.7, lift=13, wobble=0.7)
    y = stage.y(0.705)
    wall.shape(
        box(frame.left, y, frame.right - frame.left, stage.y(0.2)),
        down(brick, wall.shaded(brick, 0.3), y, stage.y(0.8)),
    )
    rng = wall.rng("bricks")
    for _ in range(44):
        a, b = rng.uniform(frame.left, frame.right), y + 22 + 15 * rng.randint(0, 3)
        wall.shape(box(a, b, 34, 12, 2), wall.lighter(brick, rng.choice((-0.04, 0.035))), shadow=0, line=0.5, alpha=0.9)
    cap = backdrop.earth(stage, wall.mix(wall.natural("stone"), brick, 0.3), 0.3)
    wall.shape(box(frame.left, y - 12, frame.right - frame.left, 20, 3), cap, form=0.3, form_width=6)
    floor = backdrop.earth(stage, mix(wall.natural("stone"), wall.natural("clay"), 0.22 if not wall.dark else 0.0), 0.4)
    pen = level(stage, "roof", 0.74, 0.785, floor, 5)
    for i in range(-6, 14):
        pen.line(
            [(frame.x(0.5 + (i - 4) * 0.09), stage.y(0.787)), (frame.x(0.5 + (i - 4) * 0.16), stage.y(1.08))],
            pen.shaded(floor, 0.22),
            2,
            ink=0.4,
            alpha=0.7,
        )
    pots = stage.sheet("pots", 0.73, lift=9, wobble=0.7)
    for x, size in ((0.07, 1.15), (0.16, 0.85)):
        a, b = frame.x(x), stage.y(0.815)
        pots.contact(a, b, 40 * k * size, 0.5)
        for turn in (-140, -115, -90, -65, -40):
            pots.shape(
                smooth([(0, 0), (40, -12), (92, 0), (40, 12)])
                .scaled(size * k)
                .turned(turn)
                .moved(a, b - 48 * k * size),
                backdrop.foliage(stage, 0.55, 0.02 * (turn % 2)),
                form=0.3,
            )
        clay = pots.mix(pots.natural("clay"), stage.scheme.tone(0.6), 0.2)
        pots.shape(
            polygon(
                [
                    (a - 34 * k * size, b - 56 * k * size),
                    (a + 34 * k * size, b - 56 * k * size),
                    (a + 25 * k * size, b),
                    (a - 25 * k * size, b),
                ]
            ),
            clay,
            form=0.35,
        )
        pots.shape(
            box(a - 38 * k * size, b - 62 * k * size, 76 * k * size, 13 * k * size, 3),
            pots.lighter(clay, 0.03),
            form=0.3,
        )


@setting(
    "market",
    words="bazaar, marketplace, market square, street market, fair, stalls, farmers market, souk, fruit stand, festival, trade",
    kinds="town, settlement, outdoors, shop",
    horizon=0.54,
    light=(0.5, 0.16),
    options="bunting (yes, no)",
    places=(
        Place("square", "ground", 0.6, 0.88, 0.71, 0.86, 170, 260, (0.1, 0.9)),
        Place("counter", "table", 0.49, 0.5, 0.6, 0.605, 150, 152, (0.1, 0.34)),
        Place("counter right", "table", 0.49, 0.5, 0.6, 0.605, 150, 152, (0.64, 0.9)),
        _SKY,
    ),
)
def market(stage: Stage) -> None:
    """Old fronts, a far row of stalls, two great stalls with striped roofs and heaps of fruit, crates before us."""
    low, frame, k = stage.y(stage.horizon), stage.frame, backdrop.fit(stage)
    tall = backdrop.high(stage)
    backdrop.sky(stage, low, clouds=2)
    masonry.town(
        stage,
        "fronts",
        0.2,
        low + 40,
        230 * tall,
        116 * k,
        lit=0.4 if stage.night else 0,
        seed=4,
        kinds=("gable", "step", "hip"),
    )
    stone = backdrop.earth(stage, mix(stage.scheme.natural("sand"), stage.scheme.natural("stone"), 0.45), 0.3)
    pen = level(stage, "square", 0.3, 0.595, stone, 6)
    masonry.paving(stage, pen, stage.y(0.62), frame.height, stone, 8, 9)
    for i, x in enumerate((0.36, 0.5, 0.64)):
        _stall(stage, f"far stall{i}", frame.x(x), stage.y(0.635), 0.52 * k * tall, 0.36, i + 2)
    for i, x in enumerate((0.17, 0.83)):
        _stall(stage, f"stall{i}", frame.x(x), stage.y(0.695), 1.12 * k * (0.6 + 0.4 * tall), 0.48, i)
    if stage.option("bunting", "yes") == "yes":
        flags = stage.sheet("bunting", 0.56, lift=6, motion="flutter")
        masonry.flags(flags, (frame.left, stage.y(0.1)), (frame.x(0.52), stage.y(0.05)), 70, 14)
        masonry.flags(flags, (frame.x(0.48), stage.y(0.04)), (frame.right, stage.y(0.12)), 66, 14)
    masonry.wet(stage, 0.57, stage.y(0.71))
    _front_crates(stage, k)
    backdrop.weather(stage)


def _stall(stage: Stage, name: str, x: float, y: float, k: float, depth: float, i: int) -> None:
    pen = stage.sheet(name, depth, lift=11, wobble=0.6)
    own, wood = pen.at(x, y, k), pen.natural("wood")
    colour = pen.mix((pen.A, pen.G, pen.B)[i % 3], stage.scheme.tone(depth), 0.12 if not pen.dark else 0.45)
    own.contact(0, 0, 150, 0.5)
    own.shape(box(-128, -190, 256, 186), pen.shaded(wood, 0.62), line=0.6)
    if stage.night:
        own.glow(0, -150, 190, pen.B, 0.6)
        own.shape(oval(0, -158, 11, 14), pen.lit, shadow=0)
        own.glow(0, -158, 60, pen.L, 0.8)
    for dx in (-132, 124):
        own.shape(box(dx, -200, 9, 202), wood, form=0.3)
    for j in range(4):
        own.shape(
            box(-110 + 58 * j, -140, 46, 26, 3),
            pen.mix((pen.B, pen.A, pen.r(0.8), pen.V)[(i + j) % 4], pen.r(0.25), 0.4),
            form=0.25,
            line=0.7,
        )
    own.shape(box(-120, -116, 240, 7), pen.shaded(wood, 0.3))
    for j in range(5):
        fruit = pen.mix(
            (pen.A, pen.B, pen.V, pen.mix(pen.A, pen.L, 0.5), pen.G)[(i * 2 + j) % 5],
            stage.scheme.tone(depth),
            0.14 if not pen.dark else 0.4,
        )
        for row in range(3):
            for m in range(4 - row):
                own.shape(
                    oval(-112 + 52 * j + m * 12 + row * 6, -84 - 9 * row, 7.4),
                    pen.lighter(fruit, 0.02 * ((m + row) % 2)),
                    form=0.3,
                    shadow=0.5,
                    line=0.7,
                )
    own.shape(polygon([(-138, -82), (138, -82), (132, -60), (-132, -60)]), wood, form=0.25)
    own.shape(box(-132, -62, 264, 64), down(pen.mix(wood, pen.r(0.5), 0.2), pen.shaded(wood, 0.3), -62, 0), form=0.2)
    for j in range(1, 6):
        own.line([(-132 + 44 * j, -58), (-132 + 44 * j, -3)], pen.shaded(wood, 0.4), 2, ink=0.5)
    masonry.awning(own, 0, -232, 262, 62, colour, 22, 9)
    own.shape(box(-134, -238, 268, 10, 4), wood, form=0.3)


def _front_crates(stage: Stage, k: float) -> None:
    """Baskets with fruit close to us, dark, in both corners."""
    pen = stage.sheet("front baskets", 0.96, lift=16, haze=0, wobble=0.7)
    dark, h = pen.mix(pen.natural("dark wood"), pen.r(0.04), 0.5 if not pen.dark else 0.75), stage.frame.height
    for x, size, i in ((0.03, 1.2, 0), (0.99, 1.1, 1), (0.145, 0.75, 2)):
        a, w = stage.x(x), 110 * size * k
        top = h - 62 * size * k * backdrop.high(stage)
        fruit = pen.mix((pen.A, pen.B, pen.V)[i], dark, 0.45 if not pen.dark else 0.75)
        for j in range(7):
            pen.shape(
                oval(a - w * 0.78 + w * 0.26 * j, top - (12 if j % 2 else 3) * size, 22 * size * k),
                pen.lighter(fruit, 0.02 * (j % 2)),
                form=0.35,
                rim=pen.dark,
            )
        basket = smooth([(a - w, top), (a - w * 0.8, h + 60), (a + w * 0.8, h + 60), (a + w, top)], curve=0.3)
        pen.shape(basket, dark, form=0.35, rim=pen.mix(dark, pen.r(0.9), 0.3), rim_width=2.5)
        pen.shape(box(a - w * 1.06, top - 7, w * 2.12, 17 * size, 7), pen.lighter(dark, 0.04), form=0.3)
        for j in range(1, 4):
            pen.line(
                [(a - w, top + 19 * j * size), (a + w, top + 19 * j * size)],
                pen.lighter(dark, 0.05),
                2.6,
                ink=0.4,
                alpha=0.7,
            )
