"""Motifs that are places: water, hills, mountains, streets and houses. Each draws one scene from far to near.

A motif is a function of a Scene. It keeps bright and busy things out of `scene.quiet`. Example:
`MOTIFS["river"](scene)`.
"""

from __future__ import annotations

import numpy as np

from engine.looks import Colour, mix
from engine.providers.image.typography.canvas import Points, ellipse, smooth
from engine.providers.image.typography.scene import Scene, clouds, hills, ridge, sea, sky


def waves(scene: Scene) -> None:
    """Open water under the sky."""
    sky(scene)
    clouds(scene, 2)
    sea(scene, 7)


def river(scene: Scene) -> None:
    """A river that winds from the hills to the viewer."""
    sky(scene)
    clouds(scene, 2)
    hills(scene, 3, 0.0, 30, scene.canvas.palette.leaf, 0.3)
    palette = scene.canvas.palette
    mouth = scene.standing(0.2 * scene.width)
    deep = scene.height * 1.05 - scene.ground
    down = np.linspace(0, 1, 40)
    middle = (
        mouth
        + (0.5 * scene.width - mouth) * 0.4 * down
        + 0.13 * scene.width * np.sin(2.4 * np.pi * down**0.8) * down**0.7
    )
    half = (4 + 300 * down**1.9) * scene.u
    y = scene.ground + 0.04 * deep + deep * down
    water = mix(palette.cool, palette.at(0.86 if not scene.dark else 0.5), 0.5)
    bed = np.vstack([np.column_stack([middle - half * 1.18, y]), np.column_stack([middle + half * 1.18, y])[::-1]])
    scene.canvas.cut(bed, scene.tone(0.5), lift=2)
    scene.canvas.cut(
        np.vstack([np.column_stack([middle - half, y]), np.column_stack([middle + half, y])[::-1]]),
        water,
        lift=3,
        gradient=2.0,
    )
    for place in (0.3, 0.48, 0.66, 0.84):
        i = int(place * 39)
        scene.canvas.cut(
            ellipse(middle[i] + scene.span(-0.4, 0.4) * half[i], y[i], half[i] * 0.3, 2.2 * scene.u, 24),
            palette.at(1.0),
            lift=0,
            alpha=0.5,
            outline=0.0,
            edge=0.0,
        )


def mountains(scene: Scene) -> None:
    """Peaks with a lit and a shaded side."""
    sky(scene)
    palette, canvas = scene.canvas.palette, scene.canvas
    for sheet in range(3):
        foot = scene.ground + 0.13 * sheet * (scene.height - scene.ground)
        count = 4 - (scene.zoom > 1.1) - (sheet == 2)
        for i in scene.rng.permutation(count):
            x = (float(i) + scene.span(0.15, 0.85)) / count * scene.width
            wide = scene.span(0.17, 0.27) * 960 * scene.u * scene.zoom**0.6 * (1 - 0.16 * sheet)
            tall = wide * scene.span(0.85, 1.25)
            if sheet or not scene.dark or scene.drawn_contours:
                tall = min(tall, max(scene.headroom(x, 0.35 * wide, foot), (0.3 - 0.08 * sheet) * wide))
            _peak(
                scene,
                x,
                foot + 0.04 * scene.height,
                wide,
                tall + 0.04 * scene.height,
                scene.tone(0.1 + 0.2 * sheet),
                snow=sheet < 2,
            )
        canvas.cut(ridge(scene, foot + 0.03 * scene.height, 9 * scene.u, 1.2), scene.tone(0.16 + 0.22 * sheet), lift=6)
    clouds(scene, 2)
    hills(scene, 2, 0.75, 24, palette.leaf, 0.15)


def _peak(scene: Scene, x: float, base: float, wide: float, tall: float, colour: Colour, snow: bool) -> None:
    canvas, palette = scene.canvas, scene.canvas.palette
    steps = np.linspace(0, 1, 9)
    jag = scene.rng.normal(0, 0.022, 9) * wide
    left = np.column_stack([x - wide * steps + jag, base - tall + tall * steps])
    right = np.column_stack([x + wide * 0.9 * steps - jag[::-1], base - tall + tall * steps])
    left[0] = right[0] = (x, base - tall)
    fold = np.column_stack(
        [x + wide * 0.13 * np.sin(steps * 7) * steps + 0.06 * wide * steps, base - tall + tall * steps]
    )
    canvas.cut(np.vstack([left, right[::-1]]), colour, lift=9, wobble=0.4)
    lit = mix(colour, palette.light, 0.2 if scene.dark else 0.34)
    canvas.cut(
        np.vstack([left, fold[::-1]]) if scene.focal[0] < x else np.vstack([right, fold[::-1]]),
        lit,
        lift=0,
        wobble=0.4,
        outline=0.0,
        edge=0.0,
    )
    if snow:
        between = [(left[2] + fold[2]) / 2, fold[2], (right[2] + fold[2]) / 2]
        teeth = np.array(between) + np.array([[0, -0.06], [0, 0.03], [0, -0.05]]) * tall
        cap = np.vstack([left[:3], teeth, right[2:0:-1]])
        canvas.cut(cap, mix(palette.at(0.97), colour, 0.45 if scene.dark else 0.12), lift=2, wobble=0.5, outline=0.0)


def fields(scene: Scene) -> None:
    """Rolling fields with small round trees."""
    sky(scene)
    clouds(scene, 3)
    leaf = scene.canvas.palette.leaf
    deep = scene.height - scene.ground
    for sheet in range(4):
        part = sheet / 3
        y = scene.ground + deep * 0.84 * part**1.15
        tone = scene.tone(
            0.04 + 0.9 * part,
            mix(leaf, scene.canvas.palette.second, 0.55 if sheet % 2 else 0.0),
            0.42 if not scene.dark else 0.2,
        )
        land = ridge(scene, y, 34 * scene.u * (1 - 0.4 * part) * scene.zoom**0.5, scene.span(0.7, 1.3))
        scene.canvas.cut(land, tone, lift=6 + 8 * part)
        if sheet < 3:
            _trees(
                scene,
                land,
                5 - sheet,
                (15 + 13 * sheet) * scene.u * scene.zoom,
                scene.tone(0.3 + 0.3 * sheet, leaf, 0.4),
            )


def _trees(scene: Scene, land: Points, count: int, size: float, colour: Colour) -> None:
    """Round trees that stand on the edge of a sheet of land, in a loose group."""
    middle = scene.standing(6 * size) / scene.width
    for _ in range(count):
        x = float(np.clip(middle + scene.rng.normal(0, 0.07), 0, 1)) * scene.width
        y = float(np.interp(x, land[:160, 0], land[:160, 1]))
        tall = size * scene.span(0.8, 1.3)
        if scene.headroom(x, size, y) < 2.2 * tall:
            continue
        trunk = mix(colour, scene.canvas.palette.at(0.0), 0.5)
        scene.canvas.cut(
            [
                (x - 0.09 * size, y + 0.3 * size),
                (x - 0.05 * size, y - tall),
                (x + 0.05 * size, y - tall),
                (x + 0.09 * size, y + 0.3 * size),
            ],
            trunk,
            lift=2,
            wobble=0.2,
        )
        turn = np.linspace(0, 2 * np.pi, 9, endpoint=False)
        half = 0.62 * size * scene.rng.uniform(0.85, 1.1, turn.size)
        crown = smooth(np.column_stack([x + half * np.cos(turn), y - 1.35 * tall + 0.72 * tall * np.sin(turn)]))
        scene.canvas.cut(crown, colour, lift=4)


def city(scene: Scene) -> None:
    """Blocks of houses in three depths, windows lit after dark."""
    sky(scene)
    clouds(scene, 2)
    for rank in range(3):
        part = rank / 2
        base = scene.height * 1.04
        x = -scene.span(0, 60) * scene.u
        while x < scene.width:
            wide = scene.span(54, 116) * scene.u * (0.8 + 0.5 * part) * scene.zoom
            crest = scene.ground + (0.04 + 0.16 * rank) * (scene.height - scene.ground)
            tall = scene.span(0.2, 1.0) * (0.3 - 0.07 * rank) * scene.height * scene.zoom**0.5
            tall = min(tall, scene.headroom(x + wide / 2, wide / 2, crest) + (0.1 * scene.height if rank == 0 else 0))
            _block(
                scene,
                x,
                crest - tall,
                wide,
                base,
                scene.tone(0.14 + 0.42 * rank, scene.canvas.palette.accent, 0.1 if rank == 1 else 0.0),
                rank,
            )
            x += wide * scene.span(0.92, 1.1)
    scene.canvas.cut(ridge(scene, scene.height * 0.93, 4 * scene.u, 1.0), scene.tone(1.0), lift=10)


def _block(scene: Scene, x: float, top: float, wide: float, base: float, colour: Colour, rank: int) -> None:
    canvas, u = scene.canvas, scene.u
    roof = scene.rng.choice(4)
    profiles = (
        ((0, 0), (1, 0)),
        ((0, 0), (0.5, -0.32), (1, 0)),
        ((0, 0), (1, -0.2)),
        ((0, 0), (0.3, 0), (0.3, -0.18), (0.7, -0.18), (0.7, 0), (1, 0)),
    )
    head = [(x + a * wide, top + b * wide) for a, b in profiles[roof]]
    canvas.cut([(x, base), *head, (x + wide, base)], colour, lift=5 + 3 * rank, wobble=0.3)
    if rank == 0:
        return
    pane, step = 9 * u * scene.zoom, 22 * u * scene.zoom
    lit = canvas.palette.light if scene.dark else mix(colour, canvas.palette.at(1.0), 0.5)
    for wx in np.arange(x + 0.6 * step, x + wide - pane - 0.2 * step, step):
        for wy in np.arange(top + 0.7 * step, min(base, scene.height), 1.25 * step):
            if scene.rng.random() < (0.42 if scene.dark else 0.6) and scene.distance(wx, wy) > 1.5 * pane:
                shine = mix(colour, lit, scene.span(0.45, 1.0))
                canvas.cut(
                    [(wx, wy), (wx + pane, wy), (wx + pane, wy + 1.35 * pane), (wx, wy + 1.35 * pane)],
                    shine,
                    lift=0,
                    wobble=0.1,
                    outline=0.0,
                    edge=0.0,
                    gradient=0,
                )


def home(scene: Scene) -> None:
    """A few gabled houses on a hill, a light in the window."""
    sky(scene)
    clouds(scene, 2)
    palette, canvas = scene.canvas.palette, scene.canvas
    hills(scene, 2, 0.05, 26, palette.leaf, 0.25)
    size = 128 * scene.u * scene.zoom
    middle = scene.standing(2.6 * size, 1.3 * size)
    base = scene.ground + 0.34 * (scene.height - scene.ground)
    for i in scene.rng.permutation([-1, 1, 0]):
        x = middle + float(i) * size * 0.95
        tall = min(size * (1.0 if i == 0 else 0.72), max(scene.headroom(x, 0.5 * size, base) / 1.25, 0.3 * size))
        wall = mix(scene.tone(0.5 if i else 0.3), palette.second if i == 0 else palette.cool, 0.3)
        _house(scene, x, base + 0.1 * size, tall, wall)
    canvas.cut(ridge(scene, base + 0.02 * size, 14 * scene.u, 1.0), scene.tone(0.72, palette.leaf, 0.3), lift=10)
    canvas.cut(ridge(scene, scene.height * 0.92, 16 * scene.u, 0.8), scene.tone(1.0, palette.leaf, 0.12), lift=14)


def _house(scene: Scene, x: float, base: float, tall: float, wall: Colour) -> None:
    canvas, palette = scene.canvas, scene.canvas.palette
    half = 0.4 * tall
    canvas.cut(
        [(x - half, base), (x - half, base - 0.62 * tall), (x + half, base - 0.62 * tall), (x + half, base)],
        wall,
        lift=6,
        wobble=0.3,
    )
    roof = mix(palette.accent, palette.at(0.15), 0.3 if scene.dark else 0.1)
    canvas.cut(
        [
            (x - 1.22 * half, base - 0.58 * tall),
            (x - 0.1 * half, base - 1.12 * tall),
            (x + 0.1 * half, base - 1.12 * tall),
            (x + 1.22 * half, base - 0.58 * tall),
        ],
        roof,
        lift=5,
        wobble=0.3,
    )
    pane = 0.17 * tall
    lit = palette.light if scene.dark else mix(palette.at(1.0), palette.light, 0.5)
    for dx in (-0.48, 0.48):
        wx, wy = x + dx * half - pane / 2, base - 0.44 * tall
        canvas.cut(
            [(wx, wy), (wx + pane, wy), (wx + pane, wy + 1.1 * pane), (wx, wy + 1.1 * pane)],
            lit,
            lift=1,
            wobble=0.1,
            outline=0.6,
            gradient=0,
        )
        if scene.dark:
            canvas.glow(wx + pane / 2, wy + pane / 2, 0.5 * tall, palette.light, 0.3)


def road(scene: Scene) -> None:
    """A road that winds over hills to the horizon."""
    sky(scene)
    clouds(scene, 2)
    hills(scene, 3, 0.0, 26, scene.canvas.palette.leaf, 0.28)
    palette, canvas = scene.canvas.palette, scene.canvas
    far = scene.standing(0.2 * scene.width)
    deep = scene.height * 1.06 - scene.ground
    down = np.linspace(0, 1, 50)
    middle = (
        far
        + (0.5 * scene.width - far) * 0.5 * down
        + 0.12 * scene.width * np.sin(2.0 * np.pi * down**0.7) * (1 - down) ** 0.4 * down**0.4
    )
    half = (3 + 250 * down**1.7) * scene.u
    y = scene.ground + 0.03 * deep + deep * down
    body = mix(palette.at(0.22 if scene.dark else 0.34), palette.at(0.5), 0.2)
    canvas.cut(
        np.vstack([np.column_stack([middle - half * 1.12, y]), np.column_stack([middle + half * 1.12, y])[::-1]]),
        mix(body, palette.at(0.9), 0.4),
        lift=3,
    )
    canvas.cut(
        np.vstack([np.column_stack([middle - half, y]), np.column_stack([middle + half, y])[::-1]]),
        body,
        lift=0,
        gradient=1.5,
    )
    for a in np.arange(0.08, 1.0, 0.09):
        i, j = int(a * 49), min(int((a + 0.045) * 49) + 1, 49)
        thin = 0.035
        dash = [
            (middle[i] - thin * half[i], y[i]),
            (middle[i] + thin * half[i], y[i]),
            (middle[j] + thin * half[j], y[j]),
            (middle[j] - thin * half[j], y[j]),
        ]
        canvas.cut(dash, mix(palette.light, body, 0.15), lift=0, wobble=0.1, outline=0.0, edge=0.0)


def bridge(scene: Scene) -> None:
    """A bridge of arches over water."""
    sky(scene)
    clouds(scene, 2)
    palette, canvas = scene.canvas.palette, scene.canvas
    hills(scene, 2, 0.0, 24, palette.leaf, 0.25)
    sea(scene, 5, 0.2)
    clear = scene.quiet[3] + 14 * scene.u if scene.quiet else 0.0
    deck = max(scene.ground - 0.11 * scene.height * scene.zoom**0.5, clear)
    foot = max(scene.ground + 0.34 * (scene.height - scene.ground), deck + 0.13 * scene.height)
    stone = mix(scene.tone(0.55), palette.accent, 0.2)
    span = (foot - deck) * 1.9
    shape: list[tuple[float, float]] = [
        (-0.1 * scene.width, deck),
        (1.1 * scene.width, deck - 4 * scene.u),
        (1.1 * scene.width, foot),
    ]
    for x in np.arange(scene.width + 0.3 * span, -span, -span):
        shape += [
            (x, foot),
            *[
                (x - 0.41 * span + 0.41 * span * np.cos(t), foot - 0.78 * (foot - deck) * np.sin(t))
                for t in np.linspace(0, np.pi, 22)
            ],
        ]
    canvas.cut([*shape, (-0.1 * scene.width, foot)], stone, lift=9, wobble=0.4)
    canvas.cut(
        [
            (-9, deck),
            (scene.width + 9, deck - 4 * scene.u),
            (scene.width + 9, deck + 9 * scene.u),
            (-9, deck + 13 * scene.u),
        ],
        mix(stone, palette.at(0.95), 0.22),
        lift=3,
        wobble=0.3,
    )
    sea(scene, 7, 0.3, first=4)


def steps(scene: Scene) -> None:
    """A flight of steps that rises toward the light."""
    sky(scene)
    palette, canvas = scene.canvas.palette, scene.canvas
    rising = scene.focal[0] > 0.5 * scene.width
    count = 9 if scene.zoom < 1.2 else 6
    deep = scene.height - scene.ground
    for i in range(count):
        part = (i + 1) / count
        left = scene.width * (1.04 - 1.16 * part)
        x = left if rising else scene.width - left
        top = scene.ground - 0.1 * scene.height + (deep + 0.08 * scene.height) * part
        edge = 1.1 * scene.width if rising else -0.1 * scene.width
        if scene.quiet and min(x, edge) < scene.quiet[2] and max(x, edge) > scene.quiet[0]:
            top = max(top, scene.quiet[3] + 8 * scene.u + (scene.height - scene.quiet[3]) * 0.9 * part**1.6)
        colour = scene.tone(0.06 + 0.92 * part, palette.second, 0.14)
        canvas.cut(
            [(x, top), (edge, top), (edge, scene.height * 1.1), (x, scene.height * 1.1)],
            colour,
            lift=11,
            wobble=0.4,
            edge=1.6,
        )


MOTIFS = {
    "waves": waves,
    "river": river,
    "mountains": mountains,
    "fields": fields,
    "city": city,
    "home": home,
    "road": road,
    "bridge": bridge,
    "steps": steps,
}
