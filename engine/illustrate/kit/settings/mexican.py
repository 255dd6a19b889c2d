"""A Mexican street: painted houses with flat tops and barred windows, arches, cut paper flags, pots with cactus."""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import masonry, town
from engine.illustrate.paint.forms import blob
from engine.illustrate.paint.path import Path, box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, across, down
from engine.illustrate.palette import mix
from engine.illustrate.stage import Stage
from engine.looks import Colour


@setting(
    "mexican street",
    words="mexican village, mexican town, mexican house, hacienda, pueblo, plaza in mexico, adobe houses",
    kinds="village, town, settlement, outdoors",
    horizon=0.57,
    light=(0.5, 0.2),
    options="flags (yes, no), church (yes, no)",
    places=(
        Place("street", "ground", 0.48, 0.88, 0.67, 0.87, 120, 250, (0.24, 0.78)),
        Place("sky", "sky", 0.1, 0.3, 0.1, 0.2, 60, 90, (0.34, 0.7)),
        Place("wall", "wall", 0.55, 0.56, 0.5, 0.54, 150, 160, (0.03, 0.16)),
    ),
)
def mexican_street(stage: Stage) -> None:
    """Bare hills, a white church with two towers, rows of painted houses, strings of cut paper, pots of cactus."""
    low, frame, k, tall = stage.y(stage.horizon), stage.frame, backdrop.fit(stage), backdrop.high(stage)
    backdrop.sky(stage, low, clouds=2)
    dry = mix(stage.scheme.natural("clay"), stage.scheme.natural("sand"), 0.5)
    for i, (depth, y, rise) in enumerate(((0.1, 0.42, 52.0), (0.16, 0.5, 40))):
        backdrop.ground(stage, f"dry hills{i}", depth, stage.y(y), rise, mix(dry, stage.scheme.tone(depth), 0.4), slope=(30, -40)[i], lift=8)  # fmt: skip
    if stage.option("church", "yes") == "yes":
        _church(stage, frame.x(0.5), low + 34, 250 * k * tall)
    sand = backdrop.earth(stage, mix(stage.scheme.natural("sand"), stage.scheme.natural("clay"), 0.3), 0.35)
    pave = town.level(stage, "street", 0.3, 0.615, sand, 5)
    masonry.paving(stage, pave, stage.y(0.64), frame.height, sand, 8, 14)
    rows = ((0.35, 0.36, 0.635, 130, 150, 0), (0.65, 0.37, 0.635, 130, 138, 1), (0.225, 0.45, 0.66, 190, 200, 2), (0.785, 0.46, 0.66, 190, 214, 3), (0.03, 0.53, 0.71, 290, 300, 4), (0.97, 0.54, 0.715, 300, 280, 5))  # fmt: skip
    for x, depth, y, wide, high, i in rows:
        _house(stage, i, frame.x(x), stage.y(y), wide * k, high * k * tall, depth)
    if stage.option("flags", "yes") == "yes":
        for n, (depth, y, sag) in enumerate(((0.44, 0.33, 20), (0.57, 0.2, 30))):
            _cut_paper(stage, n, depth, stage.y(y), sag * tall, k)
    _pots(stage, k)
    masonry.wet(stage, 0.57, stage.y(0.7))
    masonry.wall_in_front(stage, "right", 0.18, 3)
    backdrop.weather(stage)


def _paint(stage: Stage, i: int) -> Colour:
    s = stage.scheme
    tints = ("pink", "turquoise", "yellow", "orange", "blue", "crimson")
    tint = s.named(tints[i % 6], s.A)
    return mix(tint, s.r(0.2), 0.35) if s.dark else mix(tint, s.r(0.95), 0.12)


def _house(stage: Stage, i: int, x: float, y: float, wide: float, tall: float, depth: float) -> None:
    """A painted house standing on y: a tiled edge, a white band, an arched door, a window with a grille and flowers."""
    pen = stage.sheet(f"house{i}", depth, lift=10, wobble=0.7, haze=0.6)
    wall, white, t = _paint(stage, i), pen.r(0.97 if not pen.dark else 0.45), wide / 100
    tile = pen.mix(pen.natural("brick"), pen.r(0.2), 0.1 if not pen.dark else 0.4)
    pen.contact(x, y, wide * 0.5, 0.4)
    pen.shape(box(x - wide / 2, y - tall, wide, tall), across(pen.lighter(wall, 0.02), pen.shaded(wall, 0.14), x - wide / 2, x + wide / 2), form=0.15)  # fmt: skip
    pen.shape(box(x - wide / 2, y - tall * 0.14, wide, tall * 0.14), pen.shaded(wall, 0.24), shadow=0.2, line=0.6)
    pen.shape(box(x - wide * 0.53, y - tall - 4 * t, wide * 1.06, 9 * t, 2), white, form=0.25)
    for j in range(9):
        a = x - wide * 0.5 + wide * j / 8
        pen.shape(box(a - 5 * t, y - tall - 11 * t, 10 * t, 9 * t, 4 * t), pen.lighter(tile, 0.02 * (j % 2)), form=0.3, line=0.7)  # fmt: skip
    side = 1 if x < stage.frame.width / 2 else -1
    d, half, high = x + side * wide * 0.2, 12 * t, min(tall * 0.4, 50 * t)
    arch = _arch(d, y, half, high)
    pen.shape(_arch(d, y, half + 4 * t, high + 4 * t), white, form=0.2)
    pen.shape(arch, pen.mix(_paint(stage, i + 3), pen.natural("dark wood"), 0.45), form=0.25)
    pen.line([(d, y - 2), (d, y - high)], pen.natural("dark wood"), 1.2 * t, ink=0.5)
    for n, row in enumerate((0.3, 0.7)[: 2 if tall > wide * 0.85 else 1]):
        for dx in (-0.22, 0.2)[: 1 if n == 0 else 2]:
            _window(pen, stage, x + side * dx * wide, y - tall * row, t, n == 1 or i % 2 == 0, white)


def _arch(x: float, y: float, half: float, high: float) -> Path:
    return box(x - half, y - high + half, 2 * half, high - half) | oval(x, y - high + half, half)


def _window(pen: Pen, stage: Stage, x: float, y: float, t: float, flowers: bool, white: Colour) -> None:
    glass = pen.mix(pen.lit, pen.B, 0.3) if stage.night else pen.mix(pen.r(0.3), pen.G, 0.3)
    pen.shape(box(x - 11 * t, y - 15 * t, 22 * t, 30 * t, 2), white, form=0.2)
    pen.shape(box(x - 8 * t, y - 12 * t, 16 * t, 24 * t), glass, shadow=0.3, line=0.7)
    for dx in (-4, 0, 4):
        pen.line([(x + dx * t, y - 12 * t), (x + dx * t, y + 12 * t)], pen.natural("iron"), 0.9 * t, ink=0.5)
    if stage.night:
        pen.glow(x, y, 34 * t, pen.B, 0.4)
    if flowers:
        pen.shape(box(x - 12 * t, y + 13 * t, 24 * t, 5 * t, 1), pen.natural("clay"), form=0.3)
        for j in range(5):
            red = pen.mix(pen.natural("fire"), pen.A, 0.5)
            pen.shape(blob(x + (j * 5 - 10) * t, y + 12 * t, 3.4 * t, 3 * t, seed=j, points=9), red if j % 2 else backdrop.foliage(stage, 0.5), shadow=0.4, line=0.5)  # fmt: skip


def _church(stage: Stage, x: float, y: float, tall: float) -> None:
    pen, t = stage.sheet("white church", 0.22, lift=9, wobble=0.6), tall / 100
    wall = pen.mix(pen.r(0.95 if not pen.dark else 0.4), pen.natural("bone"), 0.4)
    dome = pen.mix(stage.scheme.named("orange", pen.A), pen.r(0.5), 0.15)
    pen.shape(oval(x, y - 62 * t, 17 * t, 19 * t), dome, form=0.3)
    pen.shape(smooth([(x - 24 * t, y), (x - 24 * t, y - 52 * t), (x - 12 * t, y - 60 * t), (x, y - 70 * t), (x + 12 * t, y - 60 * t), (x + 24 * t, y - 52 * t), (x + 24 * t, y)], curve=0.25), wall, form=0.15)  # fmt: skip
    for side in (-1, 1):
        a = x + side * 27 * t
        pen.shape(box(a - 10 * t, y - 78 * t, 20 * t, 78 * t), pen.lighter(wall, 0.02), form=0.25)
        pen.shape(_arch(a, y - 58 * t, 5 * t, 14 * t), pen.shaded(wall, 0.5), shadow=0.2, line=0.6)
        pen.shape(oval(a, y - 79 * t, 10 * t, 9 * t), dome, form=0.3)
        pen.line([(a, y - 98 * t), (a, y - 87 * t)], pen.natural("iron"), 1.4 * t)
        pen.line([(a - 3 * t, y - 95 * t), (a + 3 * t, y - 95 * t)], pen.natural("iron"), 1.4 * t)
    pen.shape(_arch(x, y, 9 * t, 26 * t), pen.mix(pen.natural("dark wood"), pen.r(0.2), 0.2), shadow=0.3)
    pen.shape(oval(x, y - 44 * t, 6 * t), pen.lit if stage.night else pen.shaded(wall, 0.35), shadow=0.2, line=0.6)


def _cut_paper(stage: Stage, n: int, depth: float, y: float, sag: float, k: float) -> None:
    """A string of cut paper flags with a zigzag foot and holes."""
    pen, frame = stage.sheet(f"cut paper{n}", depth, lift=6, motion="flutter"), stage.frame
    x0, x1, size = frame.x(0.14 - 0.14 * n), frame.x(0.86 + 0.14 * n), (30 + 16 * n) * k
    count = max(5, round((x1 - x0) / (size * 1.5)))

    def hung(share: float) -> tuple[float, float]:
        return x0 + (x1 - x0) * share, y + sag * 4 * share * (1 - share)

    pen.line([hung(j / 12) for j in range(13)], pen.natural("dark wood"), 2, ink=0.5)
    for j in range(count):
        a, b = hung((j + 0.5) / count)
        tint = _paint(stage, j * 5 + n)
        hem = [(a + size * (0.5 - c / 6), b + size * (1.0 if c % 2 else 0.84)) for c in range(7)]
        flag = polygon([(a - size * 0.5, b), (a + size * 0.5, b), *hem])
        holes = oval(a, b + size * 0.45, size * 0.13)
        for dx in (-0.28, 0.28):
            holes = holes | oval(a + dx * size, b + size * 0.28, size * 0.07) | oval(a + dx * size, b + size * 0.62, size * 0.07)  # fmt: skip
        pen.shape(flag - holes, tint, shadow=0.6, line=0.7)


def _pots(stage: Stage, k: float) -> None:
    """Clay pots with cactus and marigolds close to us at the left."""
    pen, frame = stage.sheet("front pots", 0.95, lift=15, haze=0), stage.frame
    dark = mix(pen.natural("clay"), pen.r(0.06), 0.5 if not pen.dark else 0.75)
    green, orange = (
        backdrop.near_dark(stage, 0.5),
        pen.mix(pen.natural("fire"), pen.r(0.06), 0.25 if not pen.dark else 0.6),
    )
    for x, size, cactus in ((0.02, 1.25, True), (0.13, 0.9, False)):
        own = pen.at(frame.x(x), frame.height + 26, k * size)
        if cactus:
            for dx, dy, w, h in ((0, -172, 34, 90), (-42, -150, 24, 56), (44, -164, 24, 62)):
                own.shape(oval(dx, dy, w, h), own.lighter(green, 0.03), form=0.3, rim=True, rim_width=2)
        else:
            for j, (dx, dy) in enumerate(((-44, -112), (-16, -134), (16, -124), (44, -110), (0, -104))):
                own.shape(blob(dx, dy, 26, 22, seed=j, points=13, jitter=0.14), own.lighter(orange, 0.02 * j), form=0.3)
        own.shape(polygon([(-64, -96), (64, -96), (46, 60), (-46, 60)]), down(own.lighter(dark, 0.03), dark, -96, 30), form=0.35)  # fmt: skip
        own.shape(box(-72, -108, 144, 22, 4), own.lighter(dark, 0.04), form=0.3)
