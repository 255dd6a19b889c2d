"""Great rooms: hall, theatre stage."""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import growth, inside, masonry
from engine.illustrate.paint.forms import ridge
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import across, down
from engine.illustrate.stage import Motion, Stage


@setting(
    "hall",
    words="palace, great hall, ballroom, throne room, castle hall, church, cathedral, lobby, corridor, court, foyer, hallway, parliament",
    kinds="room, inside, building",
    inside=True,
    horizon=0.64,
    light=(0.5, 0.3),
    options="carpet (yes, no), chandelier (yes, no)",
    places=(
        Place("floor", "ground", 0.44, 0.88, 0.69, 0.86, 200, 340, (0.2, 0.8)),
        Place("steps", "shelf", 0.43, 0.435, 0.635, 0.64, 180, 184, (0.4, 0.6)),
        Place("wall", "wall", 0.3, 0.32, 0.3, 0.32, 200, 210, (0.08, 0.3)),
    ),
)
def hall(stage: Stage) -> None:
    """Tall arched windows, columns that come toward us, a chandelier, checked floor and a red carpet, a dark pillar."""
    k, s, tall, frame = backdrop.fit(stage), stage.scheme, backdrop.high(stage), stage.frame
    inside.wall(stage, inside.paint(stage, s.natural("sand"), 0.45), "panel")
    _arched_windows(stage)
    inside.floor(
        stage, "tiles", inside.piece(stage, s.natural("bone"), 0.06), inside.piece(stage, s.natural("stone"), 0.1)
    )
    if stage.option("carpet", "yes") == "yes":
        _carpet(stage)
    stone = inside.piece(stage, s.natural("bone"), 0.03)
    for i, (x, y, half, depth) in enumerate(((0.27, 0.675, 17, 0.46), (0.73, 0.675, 17, 0.46), (0.185, 0.71, 24, 0.54), (0.815, 0.71, 24, 0.55), (0.07, 0.77, 36, 0.66), (0.93, 0.77, 36, 0.67))):  # fmt: skip
        pen = stage.sheet(f"column{i}", depth, lift=12, haze=0.3, wobble=0.6)
        pen.contact(frame.x(x), stage.y(y), half * 2.2 * k, 0.5)
        height = stage.y(y) - stage.y(0.09 - 0.16 * (depth - 0.46))
        masonry.column(pen, frame.x(x), stage.y(y), height, half * k, pen.shaded(stone, 0.5 * (depth - 0.46)))
    ceiling = stage.sheet("beam", 0.64, lift=12, haze=0.2, wobble=0.6)
    beam = [(-0.1, -0.2), (1.1, -0.2), (1.1, 0.0), (0.82, 0.055), (0.18, 0.055), (-0.1, 0.0)]
    ceiling.shape(polygon([(frame.x(a), stage.y(b)) for a, b in beam]), ceiling.shaded(stone, 0.25), form=0.2)
    if stage.option("chandelier", "yes") == "yes":
        _chandelier(stage, frame.x(0.5), stage.y(0.2), k * tall)
    _front_pillar(stage, k)
    growth.corner_leaves(stage, "right", "front plant", 0.8, 0.3)


def _arched_windows(stage: Stage) -> None:
    pen = stage.sheet("windows", 0.2, lift=3, haze=0, wobble=0.5)
    top, bright = backdrop.sky_colours(pen, stage)
    stone = inside.piece(stage, pen.natural("bone"))
    for x in (0.355, 0.5, 0.645):
        a, y, wide, tall = stage.x(x), stage.y(0.56), stage.frame.width * 0.085, stage.y(0.42)
        pen.shape(masonry.arch(a, y + 8, wide + 24, tall + 20), stone, form=0.3)
        hole = masonry.arch(a, y, wide, tall)
        pen.shape(hole, down(top, bright, y - tall, y), shadow=0, line=0.7)
        hill = ridge(a - wide, a + wide, y - tall * 0.16, 8, y + 2, seed=int(x * 90), step=16) & hole
        pen.shape(hill, pen.mix(stage.scheme.tone(0.25), pen.V, 0.3), shadow=0.5)
        for dx in (-wide / 6, wide / 6):
            pen.line([(a + dx, y), (a + dx, y - tall * 0.94)], pen.shaded(stone, 0.3), 3, ink=0.5)
        for share in (0.3, 0.6):
            pen.line(
                [(a - wide / 2, y - tall * share), (a + wide / 2, y - tall * share)], pen.shaded(stone, 0.3), 3, ink=0.5
            )
        pen.shape(box(a - wide * 0.66, y, wide * 1.32, 12, 2), stone, form=0.3)
    light = stage.sheet("window light", 0.45, haze=0, light_motion="still")
    strength = {"day": 0.2, "dawn": 0.22, "dusk": 0.16, "night": 0.08}[stage.scene.time]
    for x in (0.42, 0.58):
        row = [
            (stage.x(x) - 36, stage.y(0.66)),
            (stage.x(x) + 36, stage.y(0.66)),
            (stage.x(x + (x - 0.5)) + 110, stage.y(0.9)),
            (stage.x(x + (x - 0.5)) - 60, stage.y(0.9)),
        ]
        light.shine(polygon(row), light.L, strength, soft=8)


def _carpet(stage: Stage) -> None:
    pen = stage.sheet("carpet", 0.43, lift=2, haze=0, wobble=0.5)
    red = inside.piece(stage, pen.mix(pen.A, pen.r(0.3), 0.12))
    for inset, colour in ((0.0, pen.mix(pen.B, pen.r(0.3), 0.1 if not pen.dark else 0.5)), (0.008, red)):
        row = [(0.45 + inset, 0.642), (0.55 - inset, 0.642), (0.72 - inset * 3, 1.1), (0.28 + inset * 3, 1.1)]
        pen.shape(
            polygon([(stage.x(a), stage.y(b)) for a, b in row]),
            down(pen.lighter(colour, 0.02), pen.shaded(colour, 0.25), stage.y(0.64), stage.frame.height),
            line=0.7,
            shadow=0.4,
        )
    stone = inside.piece(stage, pen.natural("bone"), 0.06)
    for i, (half, y) in enumerate(((0.16, 0.628), (0.2, 0.65))):
        a, b = stage.x(0.5 - half), stage.x(0.5 + half)
        pen.shape(box(a, stage.y(y), b - a, 17, 2), pen.lighter(stone, -0.02 * i), form=0.3)
        pen.shape(box(stage.x(0.45 - 0.004 * i), stage.y(y), stage.x(0.1 + 0.008 * i), 17), red, shadow=0, line=0.6)


def _chandelier(stage: Stage, x: float, y: float, k: float) -> None:
    pen = stage.sheet("chandelier", 0.6, lift=9, haze=0, wobble=0.5)
    brass = inside.piece(stage, pen.natural("brass"))
    pen.line([(x, stage.frame.top), (x, y)], brass, 4)
    pen.shape(oval(x, y, 12 * k, 16 * k), brass, form=0.35)
    for wide, drop in ((120, 30), (70, 8)):
        pen.line(
            smooth(
                [
                    (x - wide * k, y + (drop - 16) * k),
                    (x - wide * 0.5 * k, y + (drop + 20) * k),
                    (x, y + drop * k),
                    (x + wide * 0.5 * k, y + (drop + 20) * k),
                    (x + wide * k, y + (drop - 16) * k),
                ],
                closed=False,
            ),
            brass,
            5,
        )
        for side in (-1, -0.5, 0.5, 1):
            a, b = x + side * wide * k, y + (drop - 16 + (34 if abs(side) < 1 else 0)) * k
            pen.shape(box(a - 4 * k, b - 26 * k, 8 * k, 24 * k, 2), pen.r(0.97 if not pen.dark else 0.7), line=0.7)
            pen.shape(
                smooth([(a, b - 44 * k), (a + 5 * k, b - 32 * k), (a, b - 26 * k), (a - 5 * k, b - 32 * k)]),
                pen.lit,
                shadow=0,
                line=0.5,
            )
            pen.shape(oval(a, b, 11 * k, 4 * k), brass, form=0.3)
            pen.glow(a, b - 34 * k, (60 if stage.night else 26) * k, pen.L, 0.7)
    if stage.night:
        pen.glow(x, y, 420 * k, pen.B, 0.4)


def _front_pillar(stage: Stage, k: float) -> None:
    pen = stage.sheet("front pillar", 0.95, lift=17, haze=0, wobble=0.6)
    frame, dark = (
        stage.frame,
        pen.r(0.04) if stage.scheme.dark else pen.mix(pen.r(0.07), pen.natural("dark wood"), 0.35),
    )
    rim = pen.mix(dark, pen.r(0.9), 0.3)
    for y, wide, tall in ((frame.height - 118 * k, 150, 150), (frame.height - 60 * k, 214, 120)):
        pen.shape(box(-90, y, wide * k + 90, tall * k + 60, 6), dark, form=0.35, rim=rim, rim_width=2.5)
    urn = smooth(
        [
            (20 * k, frame.height - 116 * k),
            (6 * k, frame.height - 190 * k),
            (34 * k, frame.height - 236 * k),
            (92 * k, frame.height - 236 * k),
            (120 * k, frame.height - 190 * k),
            (104 * k, frame.height - 116 * k),
        ],
        curve=0.7,
    )
    pen.shape(urn, pen.lighter(dark, 0.02), form=0.4, rim=rim, rim_width=2.5)


@setting(
    "stage",
    words="theatre, theater, concert, opera, on stage, show, performance, auditorium, cinema, puppet theatre, circus, podium",
    kinds="inside, building, hall",
    inside=True,
    horizon=0.66,
    light=(0.5, 0.36),
    options="scenery (hills, town, plain), audience (yes, no), wing (no, yes)",
    places=(
        Place("boards", "ground", 0.5, 0.7, 0.72, 0.79, 260, 320, (0.24, 0.76)),
        Place("sky", "sky", 0.2, 0.3, 0.2, 0.3, 120, 150, (0.32, 0.68)),
    ),
)
def theatre(stage: Stage) -> None:
    """Painted scenery, red curtains and valance, beams of spotlights, the boards with footlights, heads before us."""
    k, s, frame = backdrop.fit(stage), stage.scheme, stage.frame
    _scenery(stage)
    inside.floor(stage, "planks", inside.piece(stage, s.natural("wood")))
    red = inside.piece(stage, stage.scheme.A, 0.02)
    for i, (reach, depth, dim) in enumerate(((0.26, 0.46, 0.3), (0.17, 0.72, 0.0))):
        cloth = stage.sheet(f"curtain{i}", depth, lift=14, haze=0, motion=Motion("flutter", 0.4))
        foot = stage.y(0.735 + 0.065 * i)
        for side in (0, 1):
            folds = 5
            for j in range(folds):
                a = -0.08 + (reach + 0.08) * j / folds
                b = -0.08 + (reach + 0.08) * (j + 1) / folds + 0.012
                x0, x1 = (frame.x(a), frame.x(b)) if side == 0 else (frame.x(1 - b), frame.x(1 - a))
                tone = cloth.shaded(red, dim + 0.1 * (j % 2))
                row = [
                    (x0, frame.top),
                    (x1, frame.top),
                    (x1 + 4, foot * 0.6),
                    (x1, foot - 6 * (j % 2)),
                    ((x0 + x1) / 2, foot + 7),
                    (x0, foot - 6 * (j % 2)),
                    (x0 - 4, foot * 0.6),
                ]
                cloth.shape(
                    smooth(row, curve=0.4),
                    across(cloth.lighter(tone, 0.04), cloth.shaded(tone, 0.3), x0, x1),
                    form=0.25,
                    form_width=(x1 - x0) * 0.4,
                    rim=cloth.dark,
                )
            x = frame.x(reach - 0.05) if side == 0 else frame.x(1 - reach + 0.05)
            if i == 1:
                cloth.shape(
                    box(x - 60 * k, foot * 0.66, 120 * k, 16, 7), cloth.mix(cloth.B, cloth.r(0.3), 0.15), form=0.3
                )
    if stage.option("wing", "no") == "yes":
        _fold_before(stage, red)
    _valance(stage, red)
    _spots(stage, k)
    if stage.scene.camera.framing in ("medium", "close", "insert"):
        return  # we stand on the boards ourselves: no edge before those who are near
    _footlights(stage, k)
    if stage.option("audience", "yes") == "yes":
        _audience(stage, k)


def _scenery(stage: Stage) -> None:
    frame, s = stage.frame, stage.scheme
    backdrop.sky(stage, stage.y(0.62), stars=50, clouds=2)
    what = stage.option("scenery", "hills")
    if what == "town":
        masonry.town(stage, "painted town", 0.16, stage.y(0.67), 190, 90, lit=0.4 if stage.night else 0)
    elif what == "hills":
        for i, (y, t) in enumerate(((0.54, 0.16), (0.6, 0.3))):
            pen = stage.sheet(f"painted hill{i}", t, lift=8)
            colour = pen.mix(pen.mix(s.G, s.V, 0.5 * i + 0.2), s.r(0.6 if not s.dark else 0.25), 0.35)
            pen.shape(ridge(frame.left, frame.right, stage.y(y), 26, frame.foot, seed=i + 12), colour)
            growth.far_trees(
                pen,
                frame.x(0.3),
                frame.x(0.46) if i else frame.x(0.7),
                stage.y(y) + 8,
                46 + 20 * i,
                pen.lighter(colour, -0.04),
                i,
            )


def _fold_before(stage: Stage, red: tuple[float, float, float]) -> None:
    """A fold of the curtain, drawn out so far that it covers half of who stands behind it."""
    who = next((thing for thing in stage.scene.things if thing.figure is not None), None)
    if who is None:
        return
    pen, frame, foot = (
        stage.sheet("fold", 0.745, lift=15, haze=0, motion=Motion("flutter", 0.4)),
        stage.frame,
        stage.y(0.81),
    )
    at = frame.x(who.x)
    left = who.x < 0.5
    inner, side = at + (-26 if left else 26) * backdrop.fit(stage), frame.x(0.1 if left else 0.9)
    for j in range(4):
        a, b = (side + (inner - side) * t / 4 for t in (j, j + 1.08))
        x0, x1 = min(a, b), max(a, b)
        tone = pen.shaded(red, 0.04 + 0.1 * (j % 2))
        rows = [(x0, frame.top), (x1, frame.top), (x1 + 4, foot * 0.6), (x1, foot - 6), ((x0 + x1) / 2, foot + 7), (x0, foot - 6), (x0 - 4, foot * 0.6)]  # fmt: skip
        pen.shape(smooth(rows, curve=0.4), across(pen.lighter(tone, 0.04), pen.shaded(tone, 0.3), x0, x1), form=0.25, rim=pen.dark)  # fmt: skip


def _valance(stage: Stage, red: tuple[float, float, float]) -> None:
    pen, frame = stage.sheet("valance", 0.76, lift=14, haze=0), stage.frame
    count = max(4, round(frame.width / 190))
    wide = (frame.right - frame.left) / count
    gold = inside.piece(stage, pen.mix(pen.natural("brass"), pen.B, 0.4))
    for i in range(count):
        x = frame.left + wide * (i + 0.5)
        for inset, colour in ((0.0, gold), (11.0, red)):
            drop = stage.y(0.135) - inset
            row = [
                (x - wide * 0.52, frame.top),
                (x + wide * 0.52, frame.top),
                (x + wide * 0.5, drop * 0.45),
                (x + wide * 0.3, drop * 0.86),
                (x, drop),
                (x - wide * 0.3, drop * 0.86),
                (x - wide * 0.5, drop * 0.45),
            ]
            pen.shape(
                smooth(row, curve=0.5),
                down(pen.lighter(colour, 0.02), pen.shaded(colour, 0.2), 0, drop),
                form=0.15,
                shadow=0.8 if inset == 0 else 0.2,
            )
        for dx in (-0.2, 0.0, 0.2):
            pen.line(
                [(x + dx * wide * 0.6, 0), (x + dx * wide, stage.y(0.1) - abs(dx) * 60)],
                pen.shaded(red, 0.35),
                2.6,
                ink=0.4,
                alpha=0.7,
            )


def _spots(stage: Stage, k: float) -> None:
    pen = stage.sheet("spotlights", 0.71, haze=0, light_motion="beam")
    strength = 0.34 if stage.night else 0.26
    for a, b in ((0.16, 0.4), (0.84, 0.6)):
        x, y = stage.x(a), stage.y(-0.02)
        foot = stage.y(0.76)
        pen.beam(
            polygon([(x - 9, y), (x + 9, y), (stage.x(b) + 120 * k, foot), (stage.x(b) - 120 * k, foot)]),
            x,
            y,
            foot * 1.5,
            pen.L,
            strength,
        )
        pen.shine(oval(stage.x(b), foot, 128 * k, 24), pen.L, strength * 0.9)


def _footlights(stage: Stage, k: float) -> None:
    pen, frame = stage.sheet("stage edge", 0.78, lift=13, haze=0, wobble=0.6), stage.frame
    y, wood = stage.y(0.825), inside.piece(stage, stage.scheme.natural("dark wood"), 0.05)
    pen.shape(
        box(frame.left, y, frame.right - frame.left, frame.foot - y),
        down(wood, pen.shaded(wood, 0.5), y, frame.height),
        form=0.1,
    )
    pen.shape(box(frame.left, y - 6, frame.right - frame.left, 14, 2), pen.lighter(wood, 0.07), form=0.3)
    count = max(6, round(frame.width / 130))
    for i in range(count):
        x = frame.width * (i + 0.5) / count
        pen.shape(
            smooth(
                [(x - 17 * k, y), (x - 15 * k, y - 17 * k), (x, y - 25 * k), (x + 15 * k, y - 17 * k), (x + 17 * k, y)]
            ),
            pen.mix(pen.natural("brass"), wood, 0.2),
            form=0.35,
        )
        pen.glow(x, y - 20 * k, 46 * k, pen.L, 0.55)


def _audience(stage: Stage, k: float) -> None:
    """The heads of those who look on, dark, along the foot."""
    pen = stage.sheet("audience", 0.95, lift=15, haze=0)
    dark, h = pen.r(0.02 if stage.scheme.dark else 0.04), stage.frame.height
    rim = pen.mix(dark, pen.L, 0.4)
    rng, x = pen.rng("heads"), stage.frame.left
    while x < stage.frame.right:
        away = abs(x / stage.frame.width - 0.5)
        y, r = h - (50 + 46 * away) * backdrop.high(stage), 25 * k * rng.uniform(0.9, 1.15)
        pen.shape(
            smooth(
                [
                    (x - r * 2.1, h + 90),
                    (x - r * 1.9, y + r * 1.6),
                    (x - r * 0.6, y + r),
                    (x + r * 0.6, y + r),
                    (x + r * 1.9, y + r * 1.6),
                    (x + r * 2.1, h + 90),
                ],
                curve=0.7,
            ),
            dark,
            rim=rim,
            rim_width=2,
        )
        pen.shape(oval(x, y, r, r * 1.12), dark, rim=rim, rim_width=2.5)
        if rng.random() < 0.4:
            pen.shape(oval(x + r * 0.1, y - r * 1.1, r * 0.4), dark, rim=rim, rim_width=2)
        x += r * rng.uniform(3.0, 3.7)
