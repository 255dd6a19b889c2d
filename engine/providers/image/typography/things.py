"""Motifs that are things: cups, flames, lighthouses, letters, books, clocks. Each draws one scene.

A motif is a function of a Scene. It keeps bright and busy things out of `scene.quiet`. Example:
`MOTIFS["steam"](scene)`.
"""

from __future__ import annotations

import numpy as np

from engine.looks import mix
from engine.providers.image.typography.canvas import ellipse, smooth
from engine.providers.image.typography.scene import Scene, clouds, drop, hills, ridge, sea, sky, tube


def _ground(scene: Scene, share: float = 0.2) -> None:
    """A table or floor: one sheet with a lit edge, and a nearer one."""
    second = scene.canvas.palette.second
    scene.canvas.cut(
        ridge(scene, scene.ground + 0.22 * (scene.height - scene.ground), 3 * scene.u, 0.5),
        scene.tone(0.5, second, share),
        lift=9,
    )
    scene.canvas.cut(
        ridge(scene, scene.ground + 0.74 * (scene.height - scene.ground), 3 * scene.u, 0.6),
        scene.tone(0.85, second, share * 0.6),
        lift=12,
    )


def steam(scene: Scene) -> None:
    """A cup on a table, its steam curling up."""
    sky(scene)
    palette, canvas = scene.canvas.palette, scene.canvas
    wide = 215 * scene.u * scene.zoom
    x = scene.standing(1.2 * wide, 1.0 * wide)
    foot = scene.ground + 0.48 * (scene.height - scene.ground)
    room = scene.headroom(x, 0.62 * wide, foot)
    wide = min(wide, max(room * 1.25, 120 * scene.u))
    tall = 0.58 * wide
    _ground(scene)
    for i in range(3):
        _curl(
            scene,
            x + (i - 1) * 0.2 * wide,
            foot - tall * 0.98,
            0.11 * wide,
            scene.headroom(x, 0.4 * wide, foot) - tall * 1.05,
            i,
        )
    canvas.cut(
        ellipse(x, foot + 0.02 * wide, 0.72 * wide, 0.085 * wide),
        mix(palette.at(0.95), palette.cool, 0.25),
        lift=5,
        wobble=0.4,
    )
    body = mix(palette.cool, palette.at(0.5), 0.15) if not scene.dark else mix(palette.accent, palette.at(0.2), 0.15)
    handle = np.vstack(
        [
            ellipse(x + 0.5 * wide, foot - 0.55 * tall, 0.2 * wide, 0.27 * tall, 40),
            ellipse(x + 0.49 * wide, foot - 0.55 * tall, 0.115 * wide, 0.16 * tall, 40)[::-1],
        ]
    )
    canvas.cut(handle, body, lift=4, wobble=0.2)
    side = np.linspace(0, 1, 20)
    left = np.column_stack([x - 0.5 * wide * (1 - 0.5 * side**2.4), foot - tall * (1 - side)])
    canvas.cut(
        np.vstack([left, np.column_stack([2 * x - left[:, 0], left[:, 1]])[::-1]]), body, lift=6, wobble=0.4, gradient=2
    )
    canvas.cut(ellipse(x, foot - tall, 0.5 * wide, 0.085 * wide), mix(body, palette.at(0.95), 0.35), lift=1, wobble=0.3)
    canvas.cut(
        ellipse(x, foot - tall + 0.012 * wide, 0.43 * wide, 0.06 * wide),
        mix(palette.second, palette.at(0.0), 0.45),
        lift=0,
        wobble=0.3,
        outline=0.5,
    )
    band = 0.3
    dots = [(x + t * 0.44 * wide, foot - tall * 0.62 + 0.05 * wide * (1 - t * t)) for t in np.linspace(-0.85, 0.85, 7)]
    for dx, dy in dots:
        canvas.cut(
            ellipse(dx, dy, 0.022 * wide, steps=20),
            mix(palette.light, body, band),
            lift=0,
            wobble=0,
            outline=0.0,
            edge=0.0,
        )


def _curl(scene: Scene, x: float, y: float, wide: float, tall: float, number: int) -> None:
    """A ribbon of steam that sways more the higher it is."""
    if tall < wide:
        return
    tall = min(tall, 300 * scene.u * scene.zoom) * (0.78 + 0.11 * number)
    t = np.linspace(0, 1, 40)
    middle = x + wide * (0.35 + 0.9 * t) * np.sin(2 * np.pi * (1.2 * t + 0.31 * number))
    half = wide * 0.3 * np.sin(np.pi * t**0.8) ** 0.8 + 0.5 * scene.u
    up = y - tall * t
    body = np.vstack([np.column_stack([middle - half, up]), np.column_stack([middle + half, up])[::-1]])
    colour = (
        mix(scene.canvas.palette.at(1.0), scene.air(1.0), 0.35)
        if scene.dark
        else mix(scene.canvas.palette.at(1.0), scene.canvas.palette.cool, 0.22)
    )
    scene.canvas.cut(body, colour, lift=4, alpha=0.6 if scene.dark else 0.85, outline=0.6)


def flame(scene: Scene) -> None:
    """A candle flame with its halo."""
    low = scene.ground + 0.2 * (scene.height - scene.ground)
    size = 190 * scene.u * scene.zoom
    x = scene.standing(0.7 * size, 1.3 * size)
    room = scene.headroom(x, 0.35 * size, low)
    size = float(np.clip(room / 1.6, 80 * scene.u, size))
    scene.focal = (x, low - 0.9 * size)
    sky(scene, 5, core="none")
    canvas, palette = scene.canvas, scene.canvas.palette
    canvas.glow(x, low - 0.8 * size, 2.6 * size, palette.second, 0.5 if scene.dark else 0.25)
    _ground(scene, 0.25)
    canvas.cut(ellipse(x, low + 0.66 * size, 0.42 * size, 0.07 * size), scene.tone(0.7, palette.accent, 0.3), lift=6)
    wax = mix(palette.at(0.95), palette.second, 0.2)
    canvas.cut(
        [
            (x - 0.17 * size, low + 0.64 * size),
            (x - 0.16 * size, low - 0.08 * size),
            (x + 0.16 * size, low - 0.1 * size),
            (x + 0.17 * size, low + 0.64 * size),
        ],
        wax,
        lift=5,
        gradient=2.5,
    )
    canvas.line(np.array([[x, low - 0.08 * size], [x + 0.01 * size, low - 0.24 * size]]), palette.at(0.05), 4.0)
    for share, colour in (
        (1.0, palette.accent),
        (0.72, palette.second),
        (0.44, palette.light),
        (0.22, mix(palette.light, palette.at(1.0), 0.8)),
    ):
        canvas.cut(
            drop(x, low - 0.2 * size, 0.3 * size * share, 1.02 * size * share),
            colour,
            lift=2,
            wobble=0.4,
            outline=0.6 if share == 1 else 0.0,
        )
    canvas.glow(x, low - 0.5 * size, 1.2 * size, palette.light, 0.4 if scene.dark else 0.15)


def beam(scene: Scene) -> None:
    """A lighthouse and its beam over the sea."""
    tall = 0.5 * min(scene.height, scene.width) * scene.zoom**0.4
    x = scene.standing(0.42 * tall, 0.75 * tall)
    base = scene.ground + 0.3 * (scene.height - scene.ground)
    clear = scene.quiet is None or x + 0.15 * tall < scene.quiet[0] or x - 0.15 * tall > scene.quiet[2]
    tall = tall if clear else max(scene.headroom(x, 0.15 * tall, base), 0.2 * tall)
    lamp = (x, base - 0.86 * tall)
    scene.focal = lamp
    sky(scene, 5, core="none")
    canvas, palette = scene.canvas, scene.canvas.palette
    for way in (-1, 1):
        far = x + way * 1.4 * max(scene.width, scene.height)
        lean = scene.span(-0.05, 0.1) * scene.height
        cone = np.array(
            [
                [x, lamp[1] - 5 * scene.u],
                [far, lamp[1] - 0.2 * scene.height - lean],
                [far, lamp[1] + 0.08 * scene.height - lean],
                [x, lamp[1] + 5 * scene.u],
            ]
        )
        canvas.shine(cone, palette.light, 0.2 if scene.dark else 0.5, 2.0)
    clouds(scene, 2)
    sea(scene, 7, 0.05)
    canvas.cut(
        smooth(
            [
                (x - 0.5 * tall, base + 0.16 * tall),
                (x - 0.3 * tall, base - 0.02 * tall),
                (x - 0.1 * tall, base - 0.06 * tall),
                (x + 0.12 * tall, base - 0.05 * tall),
                (x + 0.34 * tall, base),
                (x + 0.55 * tall, base + 0.16 * tall),
                (x, base + 0.2 * tall),
            ]
        ),
        scene.tone(0.72),
        lift=8,
    )
    _tower(scene, x, base, tall)
    sea(scene, 7, 0.05, first=4)
    canvas.glow(*lamp, 0.55 * tall, palette.light, 0.75)
    canvas.glow(*lamp, 0.13 * tall, (1.0, 1.0, 0.97), 0.9)


def _tower(scene: Scene, x: float, base: float, tall: float) -> None:
    canvas, palette = scene.canvas, scene.canvas.palette
    white, red = (
        mix(palette.at(0.95), palette.at(0.4), 0.22 if scene.dark else 0.14),
        mix(palette.accent, palette.at(0.2), 0.2 if scene.dark else 0.0),
    )

    def half(v: float) -> float:
        return (0.1 - 0.04 * v) * tall

    for i in range(5):
        a, b = 0.75 * i / 5, 0.75 * (i + 1) / 5
        canvas.cut(
            [
                (x - half(a), base - a * tall),
                (x - half(b), base - b * tall),
                (x + half(b), base - b * tall),
                (x + half(a), base - a * tall),
            ],
            red if i % 2 == 0 else white,
            lift=4 if i == 0 else 1,
            wobble=0.2,
            gradient=0.4,
        )
    canvas.cut(
        [
            (x - 0.085 * tall, base - 0.75 * tall),
            (x - 0.085 * tall, base - 0.775 * tall),
            (x + 0.085 * tall, base - 0.775 * tall),
            (x + 0.085 * tall, base - 0.75 * tall),
        ],
        scene.tone(0.95),
        lift=3,
        wobble=0.1,
    )
    canvas.cut(
        [
            (x - 0.048 * tall, base - 0.775 * tall),
            (x - 0.048 * tall, base - 0.9 * tall),
            (x + 0.048 * tall, base - 0.9 * tall),
            (x + 0.048 * tall, base - 0.775 * tall),
        ],
        mix(palette.light, (1, 1, 1), 0.4),
        lift=2,
        wobble=0.1,
    )
    canvas.cut(
        [(x - 0.07 * tall, base - 0.895 * tall), (x, base - 1.0 * tall), (x + 0.07 * tall, base - 0.895 * tall)],
        red,
        lift=2,
        wobble=0.1,
    )


def letter(scene: Scene) -> None:
    """An envelope, half out of the frame, a sheet sliding from it."""
    sky(scene)
    palette, canvas = scene.canvas.palette, scene.canvas
    _ground(scene, 0.1)
    wide = 400 * scene.u * scene.zoom
    x = scene.standing(wide, 0.6 * wide)
    y = scene.height * 0.9
    lean = scene.span(-0.16, 0.16)
    tall = min(0.62 * wide, max(scene.headroom(x, 0.5 * wide, y) * 0.8, 0.26 * wide))
    wide = tall / 0.62 if tall < 0.4 * wide else wide
    cos, sin = np.cos(lean), np.sin(lean)

    def at(u: float, v: float) -> tuple[float, float]:
        return x + u * wide * cos - v * tall * sin, y + u * wide * sin + v * tall * cos

    cream = mix(palette.at(0.97), palette.light, 0.2)
    if scene.dark:
        cream = mix(cream, palette.at(0.4), 0.12)
    back, flap = mix(cream, palette.at(0.5), 0.3), mix(cream, palette.at(0.5), 0.16)
    canvas.cut([at(-0.5, -0.42), at(0.5, -0.42), at(0.5, 0.5), at(-0.5, 0.5)], back, lift=12, wobble=0.2)
    canvas.cut([at(-0.44, -0.86), at(0.42, -0.9), at(0.44, 0.3), at(-0.44, 0.3)], cream, lift=5, wobble=0.2)
    for line in range(4):
        canvas.cut(
            [
                at(-0.36, -0.74 + 0.13 * line),
                at(0.34 - 0.2 * (line == 3), -0.765 + 0.13 * line),
                at(0.34 - 0.2 * (line == 3), -0.745 + 0.13 * line),
                at(-0.36, -0.72 + 0.13 * line),
            ],
            mix(cream, palette.at(0.3), 0.4),
            lift=0,
            wobble=0.2,
            outline=0.0,
            edge=0.0,
        )
    canvas.cut([at(-0.5, -0.42), at(0.0, 0.12), at(-0.5, 0.5)], flap, lift=4, wobble=0.2)
    canvas.cut([at(0.5, -0.42), at(0.0, 0.12), at(0.5, 0.5)], flap, lift=4, wobble=0.2)
    canvas.cut([at(-0.5, 0.5), at(0.0, -0.02), at(0.5, 0.5)], cream, lift=5, wobble=0.2)
    canvas.cut(ellipse(*at(0.0, 0.06), 0.07 * wide, steps=40), palette.accent, lift=3, wobble=0.8)


def book(scene: Scene) -> None:
    """An open book whose pages fan out."""
    sky(scene)
    palette, canvas = scene.canvas.palette, scene.canvas
    _ground(scene, 0.15)
    wide = 240 * scene.u * scene.zoom
    x = scene.standing(2.1 * wide, 0.7 * wide)
    foot = scene.height * 0.93
    tall = min(0.5 * wide, max(scene.headroom(x, wide, foot) * 0.55, 0.2 * wide))
    cover = mix(palette.accent, palette.at(0.15), 0.25)
    canvas.cut(
        [
            (x - 1.03 * wide, foot + 0.04 * tall),
            (x - 1.0 * wide, foot - 0.3 * tall),
            (x + 1.0 * wide, foot - 0.3 * tall),
            (x + 1.03 * wide, foot + 0.04 * tall),
        ],
        cover,
        lift=9,
        wobble=0.3,
    )
    pages = 6
    for page in range(pages):
        part = page / (pages - 1)
        for way in (-1, 1):
            t = np.linspace(0, 1, 20)
            end = 1.0 - 0.2 * part
            arch = tall * (0.35 + 0.75 * part) * np.sin(np.pi * t**0.75) * 0.55
            upper = np.column_stack([x + way * wide * end * t, foot - 0.22 * tall - arch - 0.55 * tall * part * t])
            lower = np.column_stack([x + way * wide * end * t, foot - 0.1 * tall * t])
            shade = mix(
                palette.at(0.97),
                palette.at(0.45),
                0.3 - 0.26 * part + (0.05 if way > 0 else 0.0) + (0.1 if scene.dark else 0.0),
            )
            canvas.cut(np.vstack([upper, lower[::-1]]), shade, lift=3, wobble=0.3)


def clock(scene: Scene) -> None:
    """A large dial, partly out of the frame, with its hands."""
    sky(scene, core="none")
    palette, canvas = scene.canvas.palette, scene.canvas
    hills(scene, 2, 0.55, 16)
    x, y = scene.focal
    most = 0.34 * min(scene.width, scene.height) * scene.zoom**0.5
    radius = min(most, max(scene.distance(x, y) - 20 * scene.u, 0))
    if radius < 0.5 * most:
        # No room in the sky: it rises from the foot of the frame instead.
        x, y = scene.standing(most), 0.98 * scene.height
        radius = min(most, max(scene.distance(x, y) / 1.1 - 12 * scene.u, 0.2 * most))
    face, mark = mix(palette.at(0.97), palette.at(0.5), 0.12 if scene.dark else 0.0), palette.at(0.12)
    canvas.cut(ellipse(x, y, 1.1 * radius), mix(palette.accent, palette.at(0.2), 0.25), lift=9, wobble=0.4)
    canvas.cut(ellipse(x, y, radius), face, lift=3, wobble=0.4)
    for hour in range(60):
        turn = hour * np.pi / 30
        inner, thick = (0.82, 4.0) if hour % 5 == 0 else (0.9, 1.6)
        ends = np.array([[x + r * radius * np.cos(turn), y + r * radius * np.sin(turn)] for r in (inner, 0.95)])
        canvas.line(ends, mark, thick, alpha=0.8)
    start = scene.span(0, 6.28)
    canvas.cut(
        np.vstack(
            [
                [(x, y)],
                [
                    (x + 0.78 * radius * np.cos(t), y + 0.78 * radius * np.sin(t))
                    for t in np.linspace(start, start + 1.4, 20)
                ],
            ]
        ),
        mix(palette.second, face, 0.25),
        lift=0,
        outline=0.0,
        edge=0.0,
        gradient=0,
    )
    for turn, long, half in ((start, 0.76, 0.022), (start + 1.4, 0.54, 0.034)):
        tube(
            scene,
            (x - 0.1 * radius * np.cos(turn), y - 0.1 * radius * np.sin(turn)),
            (x + long * radius * np.cos(turn), y + long * radius * np.sin(turn)),
            half * radius,
            mark,
        )
    canvas.cut(ellipse(x, y, 0.055 * radius, steps=30), palette.accent, lift=2, wobble=0.2)


MOTIFS = {"steam": steam, "flame": flame, "beam": beam, "letter": letter, "book": book, "clock": clock}
