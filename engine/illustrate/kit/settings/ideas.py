"""A quiet ground for ideas that have no place: sheets of paper, soft rings, a pattern, a low stand."""

from __future__ import annotations

import math

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.paint.forms import blob, grounded, leaf
from engine.illustrate.paint.path import box, oval, smooth
from engine.illustrate.paint.pen import down
from engine.illustrate.palette import mix
from engine.illustrate.stage import Stage
from engine.looks import Colour


@setting(
    "abstract",
    words="idea, nowhere, plain background, concept, thought, dream, mind, memory, explanation, diagram, empty space, pattern",
    kinds="abstract",
    horizon=0.7,
    light=(0.5, 0.36),
    options="pattern (dots, waves, leaves, none), rings (yes, no)",
    places=(
        Place("stand", "ground", 0.6, 0.84, 0.735, 0.82, 250, 330, (0.08, 0.92)),
        Place("board", "wall", 0.4, 0.5, 0.5, 0.52, 230, 240, (0.1, 0.9)),
        Place("air", "sky", 0.3, 0.5, 0.34, 0.46, 120, 180, (0.08, 0.92)),
    ),
)
def abstract(stage: Stage) -> None:
    """Nested pale rings about the middle, a faint pattern, waves of coloured paper below, leaves in the corners."""
    frame = stage.frame
    _ground(stage)
    if stage.option("rings", "yes") == "yes":
        for i, (share, t) in enumerate(((0.62, 0.3), (0.48, 0.52), (0.35, 0.74), (0.23, 0.94))):
            pen = stage.sheet(f"ring{i}", 0.02 + 0.02 * i, lift=9, haze=0)
            wide = max(frame.width, frame.height * 0.7) * share
            shape = blob(
                stage.light[0],
                stage.light[1],
                wide,
                min(wide * 0.8, frame.height * share * 1.1),
                seed=stage.seed("ring", i) % 99,
                points=18,
                jitter=0.035,
            )
            pen.shape(shape, _tone(stage, t), line=0, shadow=0)
    _pattern(stage)
    rows = ((0.3, 0.66, 30, 0.16), (0.42, 0.7, 22, 0.34), (0.56, 0.745, 14, 0.55), (0.86, 0.88, 10, 0.8))
    for i, (depth, y, rise, t) in enumerate(rows):
        pen = stage.sheet(f"wave{i}", depth, lift=10 + 3 * i, haze=0)
        row = [
            (x, stage.y(y) + rise * math.sin(x / 210 + i * 1.9) * backdrop.high(stage))
            for x in range(int(frame.left), int(frame.right) + 80, 70)
        ]
        colour = _wave(stage, t)
        pen.shape(
            grounded([(float(a), b) for a, b in row], frame.foot),
            down(pen.lighter(colour, 0.03), pen.lighter(colour, -0.04), stage.y(y), frame.height),
            rim=pen.dark,
            rim_width=2,
        )
    _corner(stage, "left")
    _corner(stage, "right")
    backdrop.weather(stage)


def _tone(stage: Stage, t: float) -> Colour:
    """The ground from its edge (0) to its lit middle (1)."""
    s = stage.scheme
    if s.dark:
        return mix(s.r(0.12), s.r(0.42), t)
    edge = (
        mix(mix(s.G, s.r(0.9), 0.62), s.B, 0.06)
        if stage.scene.time != "dusk"
        else mix(mix(s.B, s.A, 0.3), s.r(0.8), 0.4)
    )
    return mix(edge, mix(s.r(1.0), s.L, 0.35), t)


def _wave(stage: Stage, t: float) -> Colour:
    s = stage.scheme
    if s.dark:
        return mix(mix(s.r(0.34), s.G, 0.25), s.r(0.05), t)
    return mix(mix(s.G, s.r(0.85), 0.42), mix(s.G, s.r(0.12), 0.45), t)


def _ground(stage: Stage) -> None:
    pen, frame = stage.sheet("ground", 0.0, lift=0, haze=0, wobble=0.3), stage.frame
    area = box(frame.left, frame.top, frame.right - frame.left, frame.foot - frame.top)
    pen.shape(area, down(_tone(stage, 0.02), _tone(stage, 0.2), frame.top, frame.foot), line=0, shadow=0, edge=0)


def _pattern(stage: Stage) -> None:
    """Small marks that leave the middle free."""
    kind = stage.option("pattern", "dots")
    if kind == "none":
        return
    pen, frame = stage.sheet("pattern", 0.12, lift=2, haze=0, wobble=0.6), stage.frame
    lx, ly = stage.light
    for i in range(int(frame.width / 64) + 3):
        for j in range(int(frame.height * 0.66 / 64) + 2):
            x, y = i * 64 - 50 + (32 if j % 2 else 0), j * 64 - 40.0
            away = math.hypot((x - lx) / frame.width, (y - ly) / frame.height)
            if away < 0.3:
                continue
            colour = mix(_tone(stage, 0.5), stage.scheme.r(1.0 if not stage.scheme.dark else 0.6), 0.35)
            size = 3.0 + 5.0 * min(away - 0.3, 0.4)
            if kind == "waves":
                pen.line(
                    smooth([(x - 15, y), (x - 7, y - 5), (x, y), (x + 7, y + 5), (x + 15, y)], closed=False),
                    colour,
                    2.4,
                    ink=0.4,
                    alpha=0.8,
                )
            elif kind == "leaves":
                pen.shape(
                    leaf(24, 7).turned(-40 if (i + j) % 2 else -140).moved(x, y),
                    colour,
                    line=0.4,
                    shadow=0.3,
                    alpha=0.9,
                )
            else:
                pen.shape(oval(x, y, size), colour, line=0.4, shadow=0.3, alpha=0.92)


def _corner(stage: Stage, side: str) -> None:
    """Cut-out leaves close to us, dark and calm."""
    pen = stage.sheet(f"front {side}", 0.96, lift=16, haze=0, motion="sway")
    s, k = stage.scheme, backdrop.fit(stage) * backdrop.high(stage)
    dark = mix(s.r(0.04), s.G, 0.08) if s.dark else mix(s.r(0.06), s.G, 0.2)
    x, flip = (stage.frame.width + 20, 1) if side == "right" else (-20.0, -1)
    for i, (turn, long) in enumerate(((-160, 150), (-138, 190), (-114, 200), (-90, 150))):
        size = long * k * (1.0 if side == "left" else 0.8)
        shape = leaf(size, size * 0.17).turned(turn)
        shape = shape if flip > 0 else shape.scaled(-1, 1)
        colour = pen.lighter(dark, 0.025 * (i % 2))
        pen.shape(
            shape.moved(x, stage.frame.height + 40), colour, form=0.3, rim=pen.mix(dark, pen.r(0.9), 0.3), rim_width=2.5
        )
