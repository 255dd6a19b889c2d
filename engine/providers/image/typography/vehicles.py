"""Motifs that travel: a paper boat, a bicycle, a bus. Each draws one scene.

A motif is a function of a Scene. It keeps bright and busy things out of `scene.quiet`. Example:
`MOTIFS["boat"](scene)`.
"""

from __future__ import annotations

import numpy as np

from engine.looks import mix
from engine.providers.image.typography.canvas import ellipse
from engine.providers.image.typography.scene import Scene, clouds, hills, ridge, sky, tube


def boat(scene: Scene) -> None:
    """A folded paper boat on the water."""
    sky(scene)
    clouds(scene, 2)
    palette, canvas = scene.canvas.palette, scene.canvas
    wide = 0.17 * scene.canvas.u * 960 * scene.zoom
    x = scene.standing(wide, 0.6 * wide)
    base = scene.ground + 0.34 * (scene.height - scene.ground)
    tall = min(0.6 * wide, max(scene.headroom(x, wide / 2, base), 0.3 * wide))
    wide = tall / 0.6
    for sheet in (0, 1, 2):
        _sheet(scene, sheet)
    canvas.glow(x, base - 0.4 * tall, 1.5 * wide, palette.light, 0.34 if scene.dark else 0.1)
    _paper_boat(scene, x, base, wide, tall)
    for sheet in (3, 4, 5, 6):
        _sheet(scene, sheet)


def _sheet(scene: Scene, number: int, count: int = 7) -> None:
    part = number / (count - 1)
    y = scene.ground + (scene.height - scene.ground) * 0.92 * part**1.25
    colour = scene.tone(0.05 + 0.95 * part, scene.canvas.palette.cool, 0.22 if scene.dark else 0.34)
    scene.canvas.cut(
        ridge(scene, y, (2.5 + 8 * part) * scene.u * scene.zoom**0.8, scene.span(2.2, 3.2)), colour, lift=3 + 9 * part
    )


def _paper_boat(scene: Scene, x: float, base: float, wide: float, tall: float) -> None:
    canvas = scene.canvas
    white = mix(canvas.palette.at(1.0), canvas.palette.light, 0.15)
    shade, deep = mix(white, canvas.palette.at(0.45), 0.2), mix(white, canvas.palette.at(0.4), 0.38)

    def at(u: float, v: float) -> tuple[float, float]:
        return x + u * wide, base - v * tall

    canvas.cut([at(-0.13, 0.36), at(0.02, 1.0), at(0.02, 0.3)], shade, lift=3, wobble=0.2)
    canvas.cut([at(0.02, 1.0), at(0.17, 0.36), at(0.02, 0.3)], white, lift=3, wobble=0.2)
    canvas.cut([at(-0.5, 0.55), at(0.02, 0.22), at(0.06, -0.12), at(-0.3, -0.12)], white, lift=4, wobble=0.2)
    canvas.cut([at(0.5, 0.55), at(0.02, 0.22), at(0.06, -0.12), at(0.32, -0.12)], shade, lift=4, wobble=0.2)
    canvas.cut([at(0.02, 0.22), at(-0.1, -0.12), at(0.14, -0.12)], deep, lift=0, wobble=0.2, outline=0.0)


def wheel(scene: Scene) -> None:
    """Two spoked wheels on a road, as of a bicycle that passes."""
    sky(scene)
    clouds(scene, 2)
    hills(scene, 2, 0.0, 26, scene.canvas.palette.leaf, 0.25)
    palette, canvas = scene.canvas.palette, scene.canvas
    foot = scene.ground + 0.5 * (scene.height - scene.ground)
    size = 118 * scene.u * scene.zoom
    x = scene.standing(4.5 * size, 2.5 * size)
    size = float(np.clip(scene.headroom(x, 2.25 * size, foot) / 2.5, 44 * scene.u, size))
    canvas.cut(ridge(scene, foot - 5 * scene.u, 2 * scene.u, 0.6), scene.tone(0.62, palette.second, 0.2), lift=8)
    dark = palette.at(0.06)
    frame = palette.accent
    hubs = ((x - 1.25 * size, foot - size), (x + 1.25 * size, foot - size))
    for hx, hy in hubs:
        for turn in np.arange(12) * np.pi / 6 + 0.2:
            canvas.line(
                np.array([[hx, hy], [hx + 0.9 * size * np.cos(turn), hy + 0.9 * size * np.sin(turn)]]),
                mix(dark, palette.at(0.9), 0.55),
                1.4,
            )
        canvas.cut(
            np.vstack([ellipse(hx, hy, size), ellipse(hx, hy, 0.88 * size)[::-1]]),
            dark if not scene.dark else mix(dark, palette.at(0.85), 0.6),
            lift=4,
            wobble=0.2,
        )
    (ax, ay), (bx, by) = hubs
    crank, seat, head = (
        (x - 0.2 * size, ay + 0.02 * size),
        (x - 0.62 * size, ay - 1.12 * size),
        (x + 0.86 * size, by - 1.08 * size),
    )
    for start, end in (
        ((ax, ay), crank),
        (crank, head),
        (crank, seat),
        (seat, (ax, ay)),
        ((seat[0] + 0.08 * size, seat[1] + 0.2 * size), (head[0] + 0.02 * size, head[1] + 0.14 * size)),
        (head, (bx, by)),
        (head, (head[0] - 0.06 * size, head[1] - 0.26 * size)),
    ):
        tube(scene, start, end, 0.05 * size, frame)
    tube(
        scene,
        (head[0] - 0.28 * size, head[1] - 0.3 * size),
        (head[0] + 0.1 * size, head[1] - 0.24 * size),
        0.045 * size,
        dark if not scene.dark else palette.at(0.8),
    )
    canvas.cut(
        ellipse(seat[0], seat[1] - 0.03 * size, 0.24 * size, 0.075 * size, 30),
        dark if not scene.dark else palette.at(0.8),
        lift=3,
        wobble=0.2,
    )
    canvas.cut(ridge(scene, scene.height * 0.93, 8 * scene.u, 0.9), scene.tone(1.0), lift=12)


def bus(scene: Scene) -> None:
    """A bus on a wet or sunny street, its windows lit after dark."""
    sky(scene)
    clouds(scene, 2)
    palette, canvas = scene.canvas.palette, scene.canvas
    hills(scene, 2, 0.0, 20, palette.cool, 0.2)
    foot = scene.ground + 0.46 * (scene.height - scene.ground)
    long = 400 * scene.u * scene.zoom
    x = scene.standing(1.05 * long, 0.42 * long)
    tall = min(0.42 * long, max(scene.headroom(x, 0.5 * long, foot), 62 * scene.u))
    long = tall / 0.42
    canvas.cut(ridge(scene, foot - 4 * scene.u, 2 * scene.u, 0.6), scene.tone(0.62, palette.cool, 0.15), lift=8)
    left, right, top = x - long / 2, x + long / 2, foot - tall
    body = mix(palette.accent, palette.at(0.2), 0.15 if scene.dark else 0.0)
    if scene.dark:
        cone = np.array(
            [
                [right, foot - 0.3 * tall],
                [scene.width + 9, foot - 0.06 * tall - 0.1 * (scene.width - right)],
                [scene.width + 9, foot - 0.16 * tall + 0.16 * (scene.width - right)],
                [right, foot - 0.16 * tall],
            ]
        )
        canvas.shine(cone, palette.light, 0.2, 3.0)
    canvas.cut(_shell(left, top, right, foot - 0.17 * tall, 0.13 * tall), body, lift=9, wobble=0.2, gradient=1.5)
    band = [
        (left + 0.01 * long, foot - 0.42 * tall),
        (right - 0.01 * long, foot - 0.42 * tall),
        (right - 0.01 * long, foot - 0.36 * tall),
        (left + 0.01 * long, foot - 0.36 * tall),
    ]
    canvas.cut(band, mix(palette.at(0.97), body, 0.15), lift=0, wobble=0.1, outline=0.0, edge=0.0)
    glass = palette.light if scene.dark else mix(palette.cool, palette.at(1.0), 0.6)
    for i in range(6):
        a, b = left + (0.04 + 0.155 * i) * long, left + (0.165 + 0.155 * i) * long
        deep = 0.18 if i == 5 else 0.48
        pane = [(a, top + 0.14 * tall), (b, top + 0.14 * tall), (b, foot - deep * tall), (a, foot - deep * tall)]
        canvas.cut(
            pane, mix(glass, palette.second, 0.1 * (i % 3)), lift=0, wobble=0.15, outline=0.7, edge=0.0, gradient=0.4
        )
    for wx in (left + 0.2 * long, right - 0.24 * long):
        canvas.cut(ellipse(wx, foot - 0.13 * tall, 0.15 * tall, steps=48), palette.at(0.03), lift=3, wobble=0.2)
        canvas.cut(
            ellipse(wx, foot - 0.13 * tall, 0.07 * tall, steps=36),
            mix(palette.at(0.6), palette.at(0.2), 0.3),
            lift=1,
            wobble=0.1,
        )
    canvas.glow(right - 0.01 * long, foot - 0.25 * tall, 0.35 * tall, palette.light, 0.7 if scene.dark else 0.2)
    canvas.cut(ridge(scene, scene.height * 0.93, 5 * scene.u, 0.9), scene.tone(1.0), lift=12)


def _shell(left: float, top: float, right: float, foot: float, round_by: float) -> list[tuple[float, float]]:
    """A box whose corners are round, the upper ones more."""
    low = 0.6 * round_by
    corners = (
        (right - round_by, top + round_by, round_by, -np.pi / 2),
        (right - low, foot - low, low, 0.0),
        (left + low, foot - low, low, np.pi / 2),
        (left + round_by, top + round_by, round_by, np.pi),
    )
    turns = np.linspace(0, np.pi / 2, 7)
    return [(x + r * np.cos(start + t), y + r * np.sin(start + t)) for x, y, r, start in corners for t in turns]


MOTIFS = {"boat": boat, "wheel": wheel, "bus": bus}
