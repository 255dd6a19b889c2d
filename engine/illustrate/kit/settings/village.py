"""A village street: houses on both sides of a lane, trees, hills behind, a low wall before us."""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Ask, Place, found_thing, setting
from engine.illustrate.paint.forms import blob, ridge
from engine.illustrate.paint.path import box, oval, smooth
from engine.illustrate.paint.pen import down
from engine.illustrate.stage import Stage


@setting(
    "village",
    words="village street, hamlet, small town, street, lane, village square",
    kinds="settlement, outdoors, road",
    horizon=0.56,
    light=(0.66, 0.22),
    options="houses (many, few)",
    places=(
        Place("lane", "ground", 0.45, 0.88, 0.655, 0.87, 96, 250, (0.2, 0.86)),
        Place("sky", "sky", 0.1, 0.4, 0.14, 0.32, 80, 110),
        Place("wall", "wall", 0.5, 0.52, 0.52, 0.55, 110, 120, (0.05, 0.3)),
    ),
)
def village(stage: Stage) -> None:
    """Sky, hills, far roofs, two rows of houses, the lane, a wall and grass in front."""
    low = stage.y(stage.horizon)
    backdrop.sky(stage, low)
    backdrop.hills(stage, low - 12, 40, count=2)
    in_rows(stage, low)
    _lane(stage, low)
    _front(stage)
    backdrop.weather(stage)


def in_rows(stage: Stage, low: float) -> None:
    """The far roofs, the green and both rows of houses, without the lane."""
    _far_roofs(stage, low)
    _green(stage, low)
    _houses(stage, low)


def _ask(stage: Stage, seed: int) -> Ask:
    scene = stage.scene
    return Ask(lit=stage.night, wind=stage.wind, snow=scene.weather == "snow", season=scene.season, seed=seed)


def _far_roofs(stage: Stage, low: float) -> None:
    pen = stage.sheet("far roofs", 0.3, lift=6, wobble=0.6)
    rng = pen.rng("roofs")
    house = found_thing("house")
    count = max(3, round(stage.frame.width / 190))
    for i in range(count):
        x = stage.frame.width * (i + 0.5) / count + rng.uniform(-30, 30)
        own = pen.at(x, low + 12 + rng.uniform(-6, 8), rng.uniform(0.62, 0.92), flip=rng.random() < 0.5)
        house.draw(own, _ask(stage, i))
    for i in range(count + 2):
        x = stage.frame.width * i / (count + 1) + rng.uniform(-40, 40)
        green = pen.mix(stage.scheme.tone(0.35), pen.V, 0.4)
        pen.shape(blob(x, low + 2, rng.uniform(26, 46), rng.uniform(22, 36), seed=i), green, form=0.3)


def _green(stage: Stage, low: float) -> None:
    snow = stage.scene.weather == "snow"
    base = stage.scheme.tone(0.42)
    pen = stage.sheet("green", 0.4, lift=8)
    colour = pen.r(0.97) if snow else pen.mix(base, pen.V, 0.55)
    frame = stage.frame
    shape = ridge(frame.left, frame.right, low + 20, 10, frame.foot, seed=stage.seed("green") % 977, step=60)
    pen.shape(shape, down(pen.lighter(colour, 0.03), pen.lighter(colour, -0.06), low + 10, frame.height))


def _houses(stage: Stage, low: float) -> None:
    """Two rows that grow toward us at the sides, so that the lane runs between them."""
    house, tree = found_thing("house"), found_thing("tree")
    w = stage.frame.width
    few = stage.option("houses", "many") == "few"
    rows = [(0.06, 0.50, 2.5, False, 0), (0.94, 0.52, 2.7, True, 1)] if few else [
        (0.29, 0.42, 1.5, False, 2), (0.75, 0.43, 1.55, True, 3), (0.04, 0.50, 2.6, False, 0), (0.97, 0.52, 2.8, True, 1),
    ]  # fmt: skip
    paints = (
        {"wall": "B", "roof": "A"},
        {"wall": "G", "roof": "brown"},
        {"wall": "cream", "roof": "G"},
        {"wall": "pink", "roof": "brown"},
    )
    narrow = min(1.0, w / 1100)
    for x, depth, scale, flip, k in rows:
        pen = stage.sheet(f"house{k}", depth, lift=9, wobble=0.6, haze=0.7)
        from dataclasses import replace

        y = low + 34 + 46 * (depth - 0.4) / 0.12
        own = replace(pen.at(w * x, y, scale * (0.55 + 0.45 * narrow), flip=flip), seed=stage.seed("house", k))
        own = replace(own, slots={} if stage.scheme.dark else {"wall": paints[k]["wall"], "roof": paints[k]["roof"]})
        own.contact(0, 0, 58, 0.4)
        house.draw(own, _ask(stage, k))
    for x, depth, scale, k in ((0.17, 0.46, 2.1, 5), (0.85, 0.47, 2.3, 6)):
        pen = stage.sheet(f"tree{k}", depth, lift=8, motion="flutter", haze=0.7)
        own = pen.at(w * x, low + 52, scale * (0.6 + 0.4 * narrow))
        own.contact(0, 0, 22, 0.4)
        tree.draw(own, _ask(stage, k))


def _lane(stage: Stage, low: float) -> None:
    pen = stage.sheet("lane", 0.44, lift=3, wobble=0.9)
    w, h = stage.frame.width, stage.frame.height
    sand = pen.natural("sand") if stage.scene.weather != "snow" else pen.mix(pen.r(0.9), pen.G, 0.1)
    lane = smooth([(w * 0.50, low + 26), (w * 0.545, low + 26), (w * 0.57, low + 70), (w * 0.80, h * 0.86), (w * 1.12, h + 90), (w * -0.02, h + 90),
                   (w * 0.30, h * 0.84), (w * 0.50, low + 74)], curve=0.7)  # fmt: skip
    pen.shape(lane, down(pen.lighter(sand, 0.03), pen.shaded(sand, 0.3), low + 20, h), form=0.12, form_width=16)
    rng = pen.rng("stones")
    for _ in range(38):
        t = rng.random() ** 0.7
        y = low + 60 + t * (h - low - 60)
        half = (0.04 + 0.34 * t) * w * 0.7
        x = w * (0.52 + 0.03 * t) + rng.uniform(-half, half)
        pen.shape(
            oval(x, y, 4 + 13 * t, 1.6 + 4 * t),
            pen.mix(sand, pen.r(0.25 if rng.random() < 0.6 else 0.9), 0.25),
            line=0.5,
            shadow=0.4,
            alpha=0.95,
        )
    if stage.scene.weather in ("rain", "storm"):
        stage.mirror(0.52, low + 90, 0.24, 0.2, 16)


def _front(stage: Stage) -> None:
    """A low stone wall at the left and grass, dark, close to us."""
    pen = stage.sheet("front", 0.95, lift=15, haze=0)
    w, h = stage.frame.width, stage.frame.height
    stone = pen.r(0.045) if stage.scheme.dark else pen.mix(pen.natural("stone"), pen.r(0.05), 0.62)
    rng = pen.rng("wall")
    for row in range(3):
        x = stage.frame.left + rng.uniform(-20, 0)
        while x < w * (0.27 - 0.06 * row):
            long = rng.uniform(46, 78)
            y = h - 34 - row * 30 + 30
            pen.shape(box(x, y - 30, long, 29, 9), pen.lighter(stone, rng.uniform(-0.03, 0.03)), form=0.35, form_width=6,
                      rim=pen.mix(stone, pen.r(0.8), 0.35), rim_width=2)  # fmt: skip
            x += long + 1
    pen.shape(box(stage.frame.left, h - 2, w * 0.36, 90), stone, line=0.5)
    green = pen.r(0.04) if stage.scheme.dark else pen.mix(pen.r(0.1), pen.V, 0.45)
    backdrop.grass(pen, w * 0.74, stage.frame.right, h + 14, 92, green, 26, 0.25 * stage.wind)
    backdrop.grass(pen, stage.frame.left, w * 0.22, h + 14, 60, green, 12, 0.25 * stage.wind)
