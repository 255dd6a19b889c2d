"""What is over the legs or instead of them: a long garment's lap, a wound cloth, a mermaid's tail.

Units are the figure's. Example: `lap(pen, at, build, 0.6, colour, frontal=False)`.
"""

from __future__ import annotations

import math

from engine.illustrate.kit.figures.body import Joints, Proportions
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour


def dhoti(pen: Pen, at: Joints, build: Proportions, colour: Colour) -> None:
    """A cloth wound round the hips down to the shins."""
    (hx, hy), g = at.hip, build.girth
    knees = [at.near_leg[1], at.far_leg[1]]
    left, right = min(k[0] for k in knees), max(k[0] for k in knees)
    y = max(k[1] for k in knees)
    row = [
        (hx - 8 * g, hy - 2),
        (hx + 8 * g, hy - 2),
        (right + 5.4 * g, y + 6),
        (right - 2, y + 8),
        ((left + right) / 2, y - 4),
        (left + 2, y + 8),
        (left - 5.4 * g, y + 6),
    ]
    pen.shape(smooth(row, curve=0.6), colour, form=0.35, form_width=3, rim=True, rim_width=1.2, wobble=0.5)
    for dx in (-2.0, 1.5):
        pen.line([(hx + dx, hy), (hx + dx * 2.2, y)], pen.shaded(colour, 0.3), 0.7, ink=0.5)


def lap(pen: Pen, at: Joints, build: Proportions, long: float, colour: Colour, frontal: bool) -> None:
    """A long garment over the legs of someone who sits."""
    hip, near, far = at.hip, at.near_leg, at.far_leg
    g = build.girth
    if frontal:
        y = near[1][1] + (near[2][1] - near[1][1]) * min(long, 0.9)
        row = [
            (hip[0] - 8 * g, hip[1] - 4),
            (hip[0] + 8 * g, hip[1] - 4),
            (far[1][0] + 6 * g, far[1][1] + 1),
            (far[1][0] + 6.6 * g, y),
            (near[1][0] - 6.6 * g, y),
            (near[1][0] - 6 * g, near[1][1] + 1),
        ]
        pen.shape(smooth(row, curve=0.6), colour, form=0.4, form_width=3, rim=True, rim_width=1.2, wobble=0.5)
        return
    knee, foot = near[1], near[2]
    t = min(max(long, 0.45), 0.92)
    ex, ey = knee[0] + (foot[0] - knee[0]) * t, knee[1] + (foot[1] - knee[1]) * t
    row = [(hip[0] - 7 * g, hip[1] + 3), (hip[0] - 5 * g, hip[1] - 6), (knee[0] - 3, knee[1] - 5.4), (knee[0] + 4,
        knee[1] - 1.5),
           (ex + 5.4, ey), (ex - 5.4, ey + 1), (knee[0] - 7, knee[1] + 6)]  # fmt: skip
    pen.shape(smooth(row, curve=0.7), colour, form=0.4, form_width=3, rim=True, rim_width=1.2, wobble=0.5)


def tail(pen: Pen, at: Joints, build: Proportions, colour: Colour) -> None:
    """A mermaid's tail instead of legs, along the nearer one, with its fin."""
    hip, knee, foot = at.hip, at.near_leg[1], at.near_leg[2]
    g = build.girth
    dx, dy = foot[0] - knee[0], foot[1] - knee[1]
    turn = math.degrees(math.atan2(dy, dx))
    end = (foot[0], foot[1] - 1.0)
    fin = pen.at(*end, 1.0, turn)
    for side in (-1, 1):
        lobe = smooth([(-3, 0), (4, side * 3), (13, side * 11), (17, side * 14), (12, side * 3), (7, 0)], curve=0.7)
        fin.shape(
            lobe, pen.lighter(colour, 0.06), form=0.3, form_width=2, rim=True, rim_width=1.0, edge=0.4, wobble=0.3
        )
    row = [(hip[0], hip[1] - 3), ((hip[0] + knee[0]) / 2, (hip[1] + knee[1]) / 2), knee,
           ((knee[0] + foot[0]) / 2, (knee[1] + foot[1]) / 2), end]  # fmt: skip
    body = tube(row, [8.2 * g, 8.4 * g, 7.0 * g, 4.6 * g, 2.2 * g])
    pen.shape(body, colour, form=0.4, form_width=4, rim=True, rim_width=1.4, edge=0.4, wobble=0.4)
    scale = pen.shaded(colour, 0.28)
    for i, (x, y) in enumerate(row[1:4]):
        w = (5.0, 4.6, 2.6)[i] * g
        for k in (-1, 0, 1):
            pen.line(smooth_arc(x + k * w * 0.62, y, w * 0.34), scale, 0.5, ink=0.4, wobble=0)


def smooth_arc(x: float, y: float, r: float) -> list[tuple[float, float]]:
    """A scale of a fish: a small bow, open above."""
    return [(x + r * math.cos(math.pi * i / 6), y + r * math.sin(math.pi * i / 6)) for i in range(7)]
