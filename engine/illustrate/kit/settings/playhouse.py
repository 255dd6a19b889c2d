"""A full house seen from the back of the stage: rows of turned faces beyond the footlights.

Example: the setting "full house", which the words of faces or rows make of a stage.
"""

from __future__ import annotations

import random

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import inside
from engine.illustrate.paint.path import box, oval, smooth
from engine.illustrate.paint.pen import Pen, across, down
from engine.illustrate.stage import Motion, Stage
from engine.looks import Colour

_ROWS = ((0.255, 0.52), (0.325, 0.62), (0.4, 0.74), (0.485, 0.88), (0.58, 1.05))
"""Of each row the height of its heads and its size, the farthest first."""


@setting(
    "full house",
    words="faces of the audience, crowded theatre, full theatre, rows of seats, rows of faces, seen from the stage",
    kinds="inside, building, hall",
    inside=True,
    horizon=0.68,
    light=(0.5, 0.1),
    options="balcony (yes, no)",
    places=(
        Place("boards", "ground", 0.66, 0.8, 0.79, 0.88, 300, 360, (0.2, 0.8)),
        Place("row", "table", 0.385, 0.387, 0.484, 0.485, 226, 228, (0.3, 0.7)),
        Place("air", "sky", 0.2, 0.3, 0.1, 0.2, 120, 150, (0.3, 0.7)),
    ),
)
def full_house(stage: Stage) -> None:
    """The dark hall with its balcony, five rows of faces that look up, footlights, and the boards at our feet."""
    k, frame, s = backdrop.fit(stage), stage.frame, stage.scheme
    wall = stage.sheet("hall wall", 0.02, lift=0, haze=0)
    dim = wall.shaded(inside.piece(stage, s.A), 0.62)
    area = box(frame.left, frame.top, frame.right - frame.left, frame.foot - frame.top)
    wall.shape(area, down(wall.shaded(dim, 0.3), dim, frame.top, stage.y(0.5)), line=0, shadow=0, edge=0)
    if stage.option("balcony", "yes") == "yes":
        _balcony(stage, k, dim)
    for i, (share, size) in enumerate(_ROWS):
        _row(stage, i, stage.y(share), size * k)
    _boards(stage, k)
    _wings(stage, inside.piece(stage, s.A, 0.02))


def _balcony(stage: Stage, k: float, dim: Colour) -> None:
    """A bowed balcony with a gilt edge, and two spotlights on it that shine towards us."""
    pen, frame = stage.sheet("balcony", 0.06, lift=10, haze=0), stage.frame
    top, low, gold = stage.y(0.085), stage.y(0.175), pen.shaded(inside.piece(stage, pen.natural("brass")), 0.3)
    bow = [(frame.left, top + 26), (stage.x(0.5), top), (frame.right, top + 26), (frame.right, low + 22), (stage.x(0.5), low), (frame.left, low + 22)]  # fmt: skip
    pen.shape(smooth(bow, curve=0.5), down(pen.lighter(dim, 0.08), pen.shaded(dim, 0.2), top, low + 22), form=0.2)
    edge = [(frame.left, top + 22), (stage.x(0.5), top - 4), (frame.right, top + 22), (frame.right, top + 32), (stage.x(0.5), top + 7), (frame.left, top + 32)]  # fmt: skip
    pen.shape(smooth(edge, curve=0.5), gold, form=0.3)
    for share in (0.33, 0.67):
        x, y = stage.x(share), stage.y(0.05)
        pen.shape(oval(x, y, 17 * k), pen.natural("iron"), form=0.35)
        pen.shape(oval(x, y, 11 * k), pen.mix(pen.L, pen.r(1.0), 0.4), line=0.5)
        pen.glow(x, y, 190 * k, pen.L, 0.6)


def _row(stage: Stage, i: int, y: float, size: float) -> None:
    """One row: those who sit in it, and over their laps the backs of the seats before them."""
    depth, frame, step = 0.12 + 0.085 * i, stage.frame, 60 * size
    pen = stage.sheet(f"row{i}", depth, lift=8, haze=0.15, motion="breathe" if i > 2 else "still")
    rng, x, shade = pen.rng("faces"), frame.left + (step / 2 if i % 2 else 0.0), 0.34 - 0.075 * i
    while x < frame.right + step:
        if rng.random() < 0.95:
            _watcher(pen.at(x + rng.uniform(-4, 4) * size, y + rng.uniform(-4, 4) * size, size), rng, shade)
        x += step
    seats = stage.sheet(f"seats{i}", depth + 0.02, lift=7, haze=0.15, wobble=0.6)
    plush = seats.shaded(inside.piece(stage, seats.A), 0.42 - 0.05 * i)
    x = frame.left
    while x < frame.right + step:
        seats.shape(box(x - step * 0.47, y + 40 * size, step * 0.94, 110 * size, 15 * size), plush, form=0.3)
        x += step


def _watcher(pen: Pen, rng: random.Random, shade: float) -> None:
    """Head and shoulders from the front; looks up at the stage."""
    skin = pen.shaded(pen.scheme.skin(rng.choice(("pale", "light", "tan", "brown", "dark"))), shade)
    hair = pen.shaded(pen.scheme.hair(rng.choice(("black", "brown", "chestnut", "grey", "blond"))), shade)
    coat = pen.shaded(pen.mix(rng.choice((pen.A, pen.B, pen.G, pen.natural("fur"), pen.natural("iron"))), pen.r(0.5), 0.25), shade)  # fmt: skip
    long = rng.random() < 0.45
    if long:
        pen.shape(smooth([(-23, -14), (-25, 24), (0, 30), (25, 24), (23, -14), (0, -28)], curve=0.8), hair, form=0.2)
    pen.shape(smooth([(-30, 70), (-29, 40), (-14, 27), (14, 27), (29, 40), (30, 70)], curve=0.6), coat, form=0.25)
    pen.shape(smooth([(0, -24), (17, -14), (17, 6), (9, 20), (0, 24), (-9, 20), (-17, 6), (-17, -14)]), skin, form=0.22, form_width=6)  # fmt: skip
    brow = rng.uniform(-15, -10)
    cap = [(-19, 0), (-20, -16), (-10, -30), (10, -30), (20, -16), (19, 0), (14, brow), (-14 + rng.uniform(0, 10), brow - 2)]  # fmt: skip
    if long or rng.random() < 0.85:
        pen.shape(smooth(cap, curve=0.6), hair, form=0.2, shadow=0.4)
    dark = pen.shaded(skin, 0.82)
    for x in (-7.0, 7.0):
        pen.shape(oval(x, -2, 2.3, 3.2), dark, shadow=0, edge=0, line=0, wobble=0)
    if rng.random() < 0.3:
        pen.shape(oval(0, 12, 4, 4.6), dark, shadow=0, edge=0, line=0, wobble=0)
    else:
        pen.line([(-6, 10), (0, 10 + rng.choice((4.0, 3.0, 1.0))), (6, 10)], dark, 2.2, ink=0.4, wobble=0)


def _boards(stage: Stage, k: float) -> None:
    """The stage under us with its planks, and the footlights along its edge, which shine back at who stands there."""
    pen, frame = stage.sheet("boards", 0.62, lift=12, haze=0, wobble=0.6), stage.frame
    y, wood = stage.y(0.715), inside.piece(stage, stage.scheme.natural("wood"))
    pen.shape(box(frame.left, y, frame.right - frame.left, frame.foot - y), down(pen.lighter(wood, 0.05), pen.shaded(wood, 0.35), y, frame.height), form=0.1)  # fmt: skip
    for j in range(-10, 21):
        share = 0.5 + (j - 5) * 0.075
        pen.line([(stage.x(share), y), (stage.x(0.5 + (j - 5) * 0.12), frame.foot)], pen.shaded(wood, 0.4), 1.8, ink=0.4)  # fmt: skip
    pen.shape(box(frame.left, y - 5, frame.right - frame.left, 11, 2), pen.shaded(wood, 0.2), form=0.3)
    count = max(6, round(frame.width / 130))
    for i in range(count):
        x = frame.width * (i + 0.5) / count
        hood = smooth([(x - 15 * k, y), (x - 13 * k, y - 14 * k), (x, y - 20 * k), (x + 13 * k, y - 14 * k), (x + 15 * k, y)])  # fmt: skip
        pen.shape(hood, pen.shaded(pen.natural("brass"), 0.4), form=0.3)
        pen.glow(x, y + 6 * k, 60 * k, pen.L, 0.55)
    pen.shine(oval(stage.x(0.5), stage.y(0.86), 330 * k, 44), pen.L, 0.16)


def _wings(stage: Stage, red: Colour) -> None:
    """The curtain drawn to both sides, seen from behind."""
    pen, frame = stage.sheet("wings", 0.84, lift=15, haze=0, motion=Motion("flutter", 0.4)), stage.frame
    foot, folds = stage.y(0.93), 4
    for side in (0, 1):
        for j in range(folds):
            a, b = -0.08 + 0.2 * j / folds, -0.08 + 0.2 * (j + 1) / folds + 0.012
            x0, x1 = (frame.x(a), frame.x(b)) if side == 0 else (frame.x(1 - b), frame.x(1 - a))
            tone = pen.shaded(red, 0.25 + 0.1 * (j % 2))
            fold = [(x0, frame.top), (x1, frame.top), (x1 + 4, foot * 0.6), (x1, foot - 6), ((x0 + x1) / 2, foot + 7), (x0, foot - 6), (x0 - 4, foot * 0.6)]  # fmt: skip
            pen.shape(smooth(fold, curve=0.4), across(pen.lighter(tone, 0.04), pen.shaded(tone, 0.3), x0, x1), form=0.25, rim=pen.dark)  # fmt: skip
