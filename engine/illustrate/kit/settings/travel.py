"""Places of coming and going: railway station, school yard."""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import growth, inside, masonry
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import across, down
from engine.illustrate.palette import mix
from engine.illustrate.stage import Stage

_SKY = Place("sky", "sky", 0.08, 0.3, 0.1, 0.24, 60, 90)


@setting(
    "railway station",
    words="train station, station, railway, platform, railroad, rails, depot, train stop, tracks, metro station, bus station, airport",
    kinds="town, outdoors, road",
    horizon=0.52,
    light=(0.3, 0.18),
    options="canopy (yes, no), signal (yes, no)",
    places=(
        Place("platform", "ground", 0.66, 0.88, 0.755, 0.86, 210, 280, (0.18, 0.94)),
        Place("track", "road", 0.5, 0.54, 0.685, 0.69, 170, 176, (0.04, 0.96)),
        Place("far platform", "ground", 0.42, 0.44, 0.61, 0.615, 110, 112, (0.04, 0.96)),
        _SKY,
    ),
)
def railway_station(stage: Stage) -> None:
    """Hills and roofs, the station house with its clock, the far platform, rails, our platform under a canopy."""
    low, frame, k, tall = stage.y(stage.horizon), stage.frame, backdrop.fit(stage), backdrop.high(stage)
    backdrop.sky(stage, low, clouds=2)
    backdrop.hills(stage, low - 10, 40, count=2)
    masonry.town(
        stage, "roofs", 0.25, low + 40, 96 * tall, 90 * k, lit=0.4 if stage.night else 0, seed=6, kinds=("gable", "hip")
    )
    _house(stage, frame.x(0.44), stage.y(0.61), k * tall)
    stone = backdrop.earth(stage, mix(stage.scheme.natural("stone"), stage.scheme.natural("sand"), 0.35), 0.4)
    far = stage.sheet("far platform", 0.4, lift=8, wobble=0.6)
    far.shape(box(frame.left, stage.y(0.6), frame.right - frame.left, 60), far.shaded(stone, 0.3), form=0.1)
    far.shape(box(frame.left, stage.y(0.6), frame.right - frame.left, 15, 2), far.lighter(stone, 0.03), form=0.3)
    lamps = stage.sheet("far lamps", 0.41, lift=6, wobble=0.6)
    for x in (0.1, 0.72, 0.92):
        masonry.street_lamp(lamps, frame.x(x), stage.y(0.605), 130 * k * tall, lamps.natural("iron"), stage.night)
    if stage.option("signal", "yes") == "yes":
        _signal(stage, frame.x(0.84), stage.y(0.65), k * tall)
    _rails(stage)
    _platform(stage, stone)
    if stage.option("canopy", "yes") == "yes":
        _canopy(stage, k)
    _trunks(stage, k * tall)
    backdrop.weather(stage)


def _house(stage: Stage, x: float, y: float, k: float) -> None:
    pen = stage.sheet("station house", 0.34, lift=10, wobble=0.6)
    wall = mix(pen.mix(pen.B, pen.r(0.9), 0.4), stage.scheme.r(0.2), 0.5 if pen.dark else 0.0)
    roof, lit = pen.mix(pen.natural("brick"), pen.r(0.2), 0.2 if not pen.dark else 0.5), 0.7 if stage.night else 0.0
    masonry.front(
        pen,
        x - 130 * k,
        y,
        170 * k,
        92 * k,
        wall,
        roof,
        kind="hip",
        rise=48 * k,
        columns=3,
        rows=1,
        lit=lit,
        seed=2,
        head="round",
    )
    masonry.front(
        pen,
        x + 130 * k,
        y,
        170 * k,
        92 * k,
        wall,
        roof,
        kind="hip",
        rise=48 * k,
        columns=3,
        rows=1,
        lit=lit,
        seed=4,
        head="round",
    )
    masonry.front(
        pen,
        x,
        y,
        124 * k,
        150 * k,
        pen.lighter(wall, 0.02),
        roof,
        rise=56 * k,
        columns=2,
        rows=1,
        lit=lit,
        seed=7,
        base=0.56,
        chimney=False,
    )
    masonry.door(pen, x, y, 42 * k, 60 * k, inside.piece(stage, pen.mix(pen.G, pen.r(0.2), 0.2)), True)
    pen.shape(oval(x, y - 170 * k, 17 * k), pen.r(0.97 if not pen.dark else 0.75), line=0.8)
    pen.line([(x, y - 181 * k), (x, y - 170 * k), (x + 7 * k, y - 167 * k)], pen.r(0.1), 2.4, curve=0)
    masonry.awning(pen, x - 130 * k, y - 62 * k, 150 * k, 17 * k, inside.piece(stage, pen.A), 5, 7)
    masonry.awning(pen, x + 130 * k, y - 62 * k, 150 * k, 17 * k, inside.piece(stage, pen.A), 5, 7)


def _signal(stage: Stage, x: float, y: float, k: float) -> None:
    pen = stage.sheet("signal", 0.46, lift=7, wobble=0.6)
    iron = pen.natural("iron")
    pen.shape(box(x - 4, y - 230 * k, 8, 232 * k), pen.mix(iron, stage.scheme.tone(0.5), 0.3), form=0.3, rim=pen.dark)
    arm = box(0, -9 * k, 74 * k, 18 * k, 3).turned(-24).moved(x, y - 214 * k)
    pen.shape(arm, pen.A, form=0.25)
    pen.shape(oval(x, y - 180 * k, 10 * k), pen.mix(pen.natural("fire"), pen.A, 0.3), line=0.8)
    if stage.night:
        pen.glow(x, y - 180 * k, 60 * k, pen.A, 0.8)


def _rails(stage: Stage) -> None:
    frame = stage.frame
    pen = stage.sheet("track bed", 0.48, lift=6, wobble=0.8)
    gravel = backdrop.earth(stage, mix(stage.scheme.natural("stone"), stage.scheme.natural("earth"), 0.45), 0.5)
    y0, y1 = stage.y(0.648), stage.y(0.75)
    pen.shape(
        box(frame.left, y0, frame.right - frame.left, y1 - y0 + 40),
        down(pen.lighter(gravel, 0.02), pen.shaded(gravel, 0.25), y0, y1),
    )
    rng, wood = pen.rng("sleepers"), pen.mix(pen.natural("dark wood"), gravel, 0.25)
    x = frame.left
    while x < frame.right:
        slant = (x - frame.width / 2) * 0.05
        pen.shape(
            polygon([(x, y0 + 9), (x + 26, y0 + 9), (x + 30 + slant, y1 - 12), (x - 2 + slant, y1 - 12)]),
            pen.lighter(wood, rng.uniform(-0.02, 0.03)),
            form=0.25,
            line=0.7,
        )
        x += 66
    steel = pen.mix(pen.natural("steel"), pen.natural("iron"), 0.3)
    for y, thick in ((y0 + 15, 7), (y1 - 30, 10)):
        pen.shape(box(frame.left, y, frame.right - frame.left, thick, 2), steel, form=0.35)
        pen.shape(box(frame.left, y, frame.right - frame.left, 2.4), pen.lighter(steel, 0.16), shadow=0, edge=0, line=0)


def _platform(stage: Stage, stone: tuple[float, float, float]) -> None:
    frame, y = stage.frame, stage.y(0.735)
    pen = stage.sheet("platform", 0.62, lift=13, wobble=0.6)
    wide = frame.right - frame.left
    pen.shape(
        box(frame.left, y, wide, frame.foot - y),
        down(pen.lighter(stone, 0.02), pen.shaded(stone, 0.34), y, frame.height),
    )
    pen.shape(box(frame.left, y - 6, wide, 15, 2), pen.lighter(stone, 0.06), form=0.3)
    stripe = pen.mix(pen.B, stone, 0.25 if not pen.dark else 0.6)
    pen.shape(box(frame.left, y + 20, wide, 9), stripe, shadow=0, line=0.5)
    for i in range(-9, 20):
        pen.line(
            [(frame.x(0.5 + (i - 5) * 0.09), y + 30), (frame.x(0.5 + (i - 5) * 0.15), frame.height + 60)],
            pen.shaded(stone, 0.24),
            1.8,
            ink=0.4,
            alpha=0.6,
        )
    for share in (0.79, 0.86, 0.95):
        pen.line(
            [(frame.left, stage.y(share)), (frame.right, stage.y(share))],
            pen.shaded(stone, 0.24),
            1.8,
            ink=0.4,
            alpha=0.6,
        )
    masonry.wet(stage, 0.63, y + 12)


def _canopy(stage: Stage, k: float) -> None:
    """The roof over our platform, its iron posts and toothed edge, a lamp under it."""
    frame = stage.frame
    pen = stage.sheet("canopy", 0.84, lift=15, haze=0.1, wobble=0.6)
    iron = pen.mix(pen.mix(pen.G, pen.r(0.1), 0.5), pen.natural("iron"), 0.5)
    edge = stage.y(0.1)
    teeth = [(frame.left, frame.top), (frame.right, frame.top), (frame.right, edge)]
    count = round((frame.right - frame.left) / 34)
    for i in range(count + 1):
        x = frame.right - (frame.right - frame.left) * i / count
        teeth += [(x, edge), (x - 8, edge + 22), (x - 17, edge + 22), (x - 25, edge)]
    pen.shape(polygon(teeth), iron, form=0.2, rim=pen.mix(iron, pen.r(0.9), 0.4), rim_width=2.5)
    pen.shape(box(frame.left, edge - 16, frame.right - frame.left, 11), pen.lighter(iron, 0.06), form=0.3)
    x = frame.x(0.945)
    pen.shape(
        box(x - 11 * k, edge, 22 * k, stage.y(0.86) - edge, 3),
        across(pen.lighter(iron, 0.05), iron, x - 10, x + 10),
        form=0.3,
        rim=pen.dark,
    )
    pen.shape(box(x - 24 * k, stage.y(0.83), 48 * k, stage.y(0.04), 4), iron, form=0.35)
    for side in (-1, 1):
        curl = tube(
            [(x, edge + 104 * k), (x + side * 26 * k, edge + 56 * k), (x + side * 92 * k, edge + 20)],
            [7 * k, 6 * k, 5 * k],
        )
        pen.shape(curl, iron, form=0.3)
    inside.pendant(stage, frame.x(0.2), stage.y(0.19), 46 * k, pen.lighter(iron, 0.05), 0.845)


def _trunks(stage: Stage, k: float) -> None:
    """Suitcases close to us in the left corner, dark."""
    pen = stage.sheet("front cases", 0.96, lift=16, haze=0, wobble=0.6)
    h, brown = stage.frame.height, pen.mix(pen.natural("dark wood"), pen.r(0.03), 0.45 if not pen.dark else 0.8)
    red = pen.mix(pen.mix(pen.A, pen.r(0.1), 0.5), pen.r(0.03), 0.4 if not pen.dark else 0.82)
    for x, top, wide, colour in ((-70, 92, 290, brown), (-40, 158, 170, red)):
        a, b = x * k, h - top * k
        tall = 76 * k if colour is red else h
        pen.line(
            smooth(
                [(a + wide * k * 0.5 - 30 * k, b), (a + wide * k * 0.5, b - 22 * k), (a + wide * k * 0.5 + 30 * k, b)],
                closed=False,
            ),
            colour,
            8 * k,
        )
        pen.shape(
            box(a, b, wide * k, tall, 10), colour, form=0.35, rim=pen.mix(colour, pen.r(0.9), 0.35), rim_width=2.5
        )
        for dx in (0.2, 0.76):
            pen.shape(box(a + wide * k * dx, b, 15 * k, tall), pen.lighter(colour, 0.05), form=0.3, shadow=0.5)


@setting(
    "school yard",
    words="schoolyard, playground at school, school building, campus, schoolhouse, in front of the school, break time, playing field",
    kinds="town, outdoors, garden",
    horizon=0.54,
    light=(0.74, 0.18),
    options="swing (yes, no), flag (yes, no)",
    places=(Place("yard", "ground", 0.54, 0.88, 0.69, 0.86, 150, 250, (0.12, 0.88)), _SKY),
)
def school_yard(stage: Stage) -> None:
    """The schoolhouse with its bell tower, a fence and trees, a hopscotch court, a swing, dark bushes."""
    low, frame, k, tall = stage.y(stage.horizon), stage.frame, backdrop.fit(stage), backdrop.high(stage)
    backdrop.sky(stage, low, clouds=3)
    backdrop.hills(stage, low - 8, 36, count=2)
    far = stage.sheet("far trees", 0.28, lift=7)
    growth.far_trees(far, frame.left, frame.right, low + 34, 110 * k, backdrop.foliage(stage, 0.22), 3)
    backdrop.ground(stage, "lawn", 0.32, low + 34, 5, backdrop.turf(stage, 0.32, 0.55))
    _school(stage, frame.x(0.42), stage.y(0.635), k * (0.6 + 0.4 * tall))
    trees = stage.sheet("trees", 0.42, lift=9, motion="flutter")
    for x, y, size, seed in ((0.05, 0.65, 260, 1), (0.93, 0.655, 300, 4)):
        growth.tree(
            trees, frame.x(x), stage.y(y), size * k * tall, backdrop.foliage(stage, 0.4), seed, backdrop.snowy(stage)
        )
    sand = backdrop.earth(stage, mix(stage.scheme.natural("sand"), stage.scheme.natural("clay"), 0.2), 0.4)
    yard = backdrop.ground(stage, "yard", 0.46, stage.y(0.645), 4, sand, lift=6, fade=0.1)
    _hopscotch(stage)
    if stage.option("swing", "yes") == "yes":
        _swing(stage, frame.x(0.79), stage.y(0.74), k * tall)
    rng = yard.rng("pebbles")
    for _ in range(30):
        t = rng.random()
        yard.shape(
            oval(rng.uniform(0, frame.width), stage.y(0.68 + 0.28 * t), 4 + 8 * t, 1.6 + 3 * t),
            yard.lighter(sand, rng.choice((-0.06, 0.05))),
            line=0.4,
            shadow=0.3,
        )
    masonry.wet(stage, 0.47, stage.y(0.68))
    bushes = stage.sheet("bushes", 0.74, lift=11)
    growth.bush(bushes, frame.x(0.02), stage.y(0.85), 230 * k, backdrop.foliage(stage, 0.7), 5)
    masonry.wall_in_front(stage, "left", 0.2, 2)
    growth.front_grass(stage, 0.0, 0.78, 84)
    backdrop.weather(stage)


def _school(stage: Stage, x: float, y: float, k: float) -> None:
    pen = stage.sheet("school", 0.38, lift=11, wobble=0.6)
    wall = mix(pen.mix(pen.natural("brick"), pen.r(0.9), 0.28), stage.scheme.r(0.2), 0.5 if pen.dark else 0.0)
    roof, lit = pen.mix(pen.natural("dark wood"), pen.r(0.3), 0.3), 0.6 if stage.night else 0.0
    pen.contact(x, y, 260 * k, 0.4)
    for dx, seed in ((-165, 3), (165, 8)):
        masonry.front(
            pen,
            x + dx * k,
            y,
            200 * k,
            138 * k,
            wall,
            roof,
            kind="hip",
            rise=52 * k,
            columns=3,
            rows=2,
            lit=lit,
            seed=seed,
            chimney=seed == 8,
        )
    pen.shape(box(x - 26 * k, y - 296 * k, 52 * k, 110 * k), pen.lighter(wall, 0.03), form=0.2)
    pen.shape(masonry.arch(x, y - 222 * k, 28 * k, 48 * k), pen.r(0.2), shadow=0.3)
    pen.shape(
        smooth(
            [
                (x - 10 * k, y - 230 * k),
                (x - 6 * k, y - 250 * k),
                (x, y - 256 * k),
                (x + 6 * k, y - 250 * k),
                (x + 10 * k, y - 230 * k),
            ],
            curve=0.6,
        ),
        pen.natural("brass"),
        form=0.3,
    )
    pen.shape(
        polygon([(x - 38 * k, y - 292 * k), (x, y - 352 * k), (x + 38 * k, y - 292 * k)]), roof, form=0.3, rim=pen.dark
    )
    masonry.front(
        pen,
        x,
        y,
        160 * k,
        172 * k,
        pen.lighter(wall, 0.03),
        roof,
        rise=62 * k,
        columns=2,
        rows=1,
        lit=lit,
        seed=5,
        base=0.56,
        chimney=False,
    )
    pen.shape(oval(x, y - 194 * k, 17 * k), pen.r(0.97 if not pen.dark else 0.7), line=0.8)
    pen.line([(x, y - 204 * k), (x, y - 194 * k), (x + 8 * k, y - 190 * k)], pen.r(0.1), 2.4, curve=0)
    masonry.door(pen, x, y, 62 * k, 80 * k, inside.piece(stage, pen.mix(pen.G, pen.r(0.2), 0.15)), True)
    for i in range(3):
        pen.shape(box(x - (50 + 12 * i) * k, y - 6 + 7 * i, (100 + 24 * i) * k, 9, 2), pen.natural("stone"), form=0.3)
    if stage.option("flag", "yes") == "yes":
        a = x + 296 * k
        pen.shape(box(a - 3, y - 250 * k, 6, 254 * k), pen.natural("steel"), form=0.3)
        pen.shape(
            smooth(
                [
                    (a + 3, y - 246 * k),
                    (a + 44 * k, y - 254 * k),
                    (a + 92 * k, y - 240 * k),
                    (a + 90 * k, y - 192 * k),
                    (a + 46 * k, y - 204 * k),
                    (a + 3, y - 196 * k),
                ],
                curve=0.6,
            ),
            inside.piece(stage, pen.A),
            form=0.25,
        )


def _hopscotch(stage: Stage) -> None:
    pen = stage.sheet("hopscotch", 0.47, lift=0, wobble=1.2)
    chalk = pen.r(0.98) if not pen.dark else pen.r(0.6)

    def at(a: float, b: float) -> tuple[float, float]:
        return stage.x(0.42 + (0.02 + 0.055 * b) * (a - 0.5) * 2.4 - 0.06 * b), stage.y(0.69 + 0.15 * b)

    for i, double in enumerate((False, True, False, True, False)):
        b0, b1 = i / 5, (i + 1) / 5
        for a0, a1 in ((0.0, 0.5), (0.5, 1.0)) if double else ((0.25, 0.75),):
            pen.line(
                [at(a0, b0), at(a1, b0), at(a1, b1), at(a0, b1), at(a0, b0)],
                chalk,
                2.6 + i,
                curve=0,
                ink=0.4,
                alpha=0.85,
            )


def _swing(stage: Stage, x: float, y: float, k: float) -> None:
    pen = stage.sheet("swing", 0.58, lift=9, wobble=0.6)
    wood, red = inside.piece(stage, pen.natural("wood")), inside.piece(stage, pen.A)
    for side in (-1, 1):
        for lean in (-16, 16):
            pen.shape(
                tube([(x + side * 92 * k + lean * k, y), (x + side * 80 * k, y - 170 * k)], [5 * k, 4 * k]),
                red,
                form=0.3,
                rim=pen.dark,
            )
    pen.shape(box(x - 92 * k, y - 176 * k, 184 * k, 11 * k, 4), red, form=0.3)
    for dx in (-40, 34):
        for side in (-14, 14):
            pen.line([(x + (dx + side) * k, y - 168 * k), (x + (dx + side) * k, y - 48 * k)], pen.natural("iron"), 2.4)
        pen.shape(box(x + (dx - 19) * k, y - 50 * k, 38 * k, 9 * k, 3), wood, form=0.3)
