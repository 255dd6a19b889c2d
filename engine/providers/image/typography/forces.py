"""Motifs that are forces and weather: clouds, ripples, rays, shards, rising bars, moon, sun, rain, snow. Each draws
one scene.

A motif is a function of a Scene. It keeps bright and busy things out of `scene.quiet`. Example:
`MOTIFS["rays"](scene)`.
"""

from __future__ import annotations

import numpy as np

from engine.looks import mix
from engine.providers.image.typography.canvas import ellipse, smooth
from engine.providers.image.typography.scene import Scene, cloud, clouds, drop, hills, ridge, sea, sky


def clouds_above(scene: Scene) -> None:
    """A sky full of clouds, some birds."""
    sky(scene)
    clouds(scene, 5, 0.2)
    palette, canvas = scene.canvas.palette, scene.canvas
    for _ in range(6):
        x, y = scene.span(0.06, 0.94) * scene.width, scene.span(0.08, 0.5) * scene.height
        wing = scene.span(9, 19) * scene.u * scene.zoom
        if scene.distance(x, y) > 2 * wing:
            bird = smooth(
                [
                    (x - wing, y - 0.35 * wing),
                    (x - 0.5 * wing, y - 0.6 * wing),
                    (x, y),
                    (x + 0.5 * wing, y - 0.6 * wing),
                    (x + wing, y - 0.35 * wing),
                ],
                closed=False,
            )
            canvas.line(bird, palette.at(0.1 if not scene.dark else 0.9), 2.4)
    deep = scene.height - scene.ground
    for bank in range(4):
        part = bank / 3
        for x in np.arange(-0.1, 1.2, 0.3):
            colour = scene.tone(0.0 + 0.75 * part, palette.at(0.98 if not scene.dark else 0.3), 0.62 - 0.5 * part)
            cloud(
                scene,
                (x + scene.span(-0.08, 0.08)) * scene.width,
                scene.ground + deep * (0.25 + 0.95 * part),
                scene.span(0.34, 0.46) * 960 * scene.u * scene.zoom**0.4,
                colour,
                9,
            )


def ripples(scene: Scene) -> None:
    """Rings that spread over still water."""
    sky(scene)
    palette, canvas = scene.canvas.palette, scene.canvas
    x = scene.standing(0.3 * scene.width)
    y = scene.ground + 0.42 * (scene.height - scene.ground)
    base = ridge(scene, scene.ground, 2.5 * scene.u, 0.8)
    canvas.cut(base, scene.tone(0.12, palette.cool, 0.25), lift=6)
    reach = 0.62 * max(scene.width, scene.height)
    for ring in range(7):
        radius = reach * (1 - ring / 7.4) ** 1.3
        outline = ellipse(x, y, radius, 0.27 * radius, 120)
        outline[:, 1] = np.maximum(outline[:, 1], scene.ground + (2 + 3 * ring) * scene.u)
        near = 0.2 + 0.1 * ring + (0.3 if ring % 2 else 0.0)
        canvas.cut(outline, scene.tone(near if scene.dark else near * 0.8, palette.cool, 0.3), lift=4, edge=1.4)
    canvas.cut(ellipse(x, y, 26 * scene.u, 7 * scene.u, 40), palette.light, lift=2, alpha=0.9)
    room = scene.headroom(x, 30 * scene.u, y)
    if room > 110 * scene.u:
        canvas.cut(
            drop(x, y - min(0.45 * room, 120 * scene.u), 13 * scene.u, 40 * scene.u),
            mix(palette.light, palette.at(1.0), 0.4),
            lift=4,
        )


def grid(scene: Scene) -> None:
    """Bars that rise over a field of dots."""
    sky(scene, core="none")
    palette, canvas = scene.canvas.palette, scene.canvas
    gap = 46 * scene.u
    speck = mix(scene.air(0.5), palette.at(0.9 if scene.dark else 0.35), 0.28)
    for x in np.arange(gap / 2, scene.width, gap):
        for y in np.arange(gap / 2, scene.height, gap):
            if scene.distance(x, y) > 6 * scene.u:
                canvas.cut(ellipse(x, y, 2.1 * scene.u, steps=12), speck, lift=0, wobble=0, outline=0.0, edge=0.0)
    count = 9 if scene.width > scene.height else 6
    wide = scene.width / (count + 0.6)
    rise = np.sort(scene.rng.uniform(0.1, 1.0, count)) * scene.span(0.9, 1.1)
    rise = rise if scene.focal[0] > scene.width / 2 else rise[::-1]
    for i in range(count):
        x = (i + 0.3) * wide + 0.14 * wide
        base = scene.height * 1.05
        crest = scene.ground + 0.5 * (scene.height - scene.ground)
        tall = min(
            rise[i] * 0.42 * scene.height, max(scene.headroom(x + 0.36 * wide, 0.36 * wide, crest), 0.02 * scene.height)
        )
        bright = i == int(np.argmax(rise))
        colour = palette.accent if bright else scene.tone(0.2 + 0.07 * (i % 5), palette.cool, 0.35)
        top = crest - tall
        corner = 0.16 * wide
        arc = [
            (x + corner - corner * np.cos(t), top + corner - corner * np.sin(t)) for t in np.linspace(0, np.pi / 2, 8)
        ]
        canvas.cut(
            [(x, base), *arc, *[(2 * x + 0.72 * wide - a, b) for a, b in reversed(arc)], (x + 0.72 * wide, base)],
            colour,
            lift=8,
            wobble=0.3,
            gradient=2,
        )
    canvas.cut(ridge(scene, scene.height * 0.94, 3 * scene.u, 0.7), scene.tone(1.0), lift=12)


def rays(scene: Scene) -> None:
    """Broad rays from the light."""
    scene.canvas.fill(scene.air(0.1), scene.air(0.7))
    palette, canvas = scene.canvas.palette, scene.canvas
    x, y = scene.focal
    far = 1.3 * (scene.width + scene.height)
    count = 15
    start = scene.span(0, 1)
    for i in range(count):
        turn = start + i * 2 * np.pi / count
        half = np.pi / count * 0.52
        colour = mix(scene.air(0.85), palette.second, 0.16 if scene.dark else 0.22)
        wedge = [
            (x, y),
            (x + far * np.cos(turn - half), y + far * np.sin(turn - half)),
            (x + far * np.cos(turn + half), y + far * np.sin(turn + half)),
        ]
        canvas.cut(wedge, colour, lift=4, wobble=0.3, outline=0.0, gradient=0)
    radius = min(0.15 * scene.height, scene.distance(x, y) - 24 * scene.u)
    if radius > 26 * scene.u:
        scene.core = True
        for share, tint in ((1.35, 0.35), (1.15, 0.15), (1.0, 0.0)):
            if share * radius < scene.distance(x, y) - 6 * scene.u:
                canvas.cut(
                    ellipse(x, y, share * radius),
                    mix(mix(palette.light, palette.second, 0.5), scene.air(0.9), tint * 2),
                    lift=5,
                )
    hills(scene, 3, 0.3, 26, palette.accent, 0.22)


def shards(scene: Scene) -> None:
    """Sharp sheets that break in from the edges."""
    sky(scene, core="none")
    palette, canvas = scene.canvas.palette, scene.canvas
    middle = np.array([scene.width, scene.height]) / 2
    aim = np.array(scene.focal) * 0.5 + middle * 0.5
    for i in range(13):
        turn = i * 2 * np.pi / 13 + scene.span(-0.15, 0.15)
        rim = middle + 0.85 * np.array([scene.width * np.cos(turn), scene.height * np.sin(turn)])
        way = aim - rim
        reach = scene.span(0.34, 0.6)
        for shorter in np.linspace(reach, 0.14, 8):
            tip = rim + way * shorter
            reach = float(shorter)
            if scene.distance(*tip) > 18 * scene.u:
                break
        tip = rim + way * reach
        side = np.array([-way[1], way[0]]) * scene.span(0.1, 0.2)
        near = scene.span(0.2, 0.95) if rim[1] > 0.5 * scene.height else scene.span(0.05, 0.5)
        colour = scene.tone(near, palette.accent, 0.75 if i % 6 == 2 else 0.08)
        canvas.cut(np.array([rim + side, tip, rim - side * scene.span(0.6, 1.2)]), colour, lift=11, wobble=0.2)
    canvas.cut(ridge(scene, scene.height * 0.95, 4 * scene.u, 0.8, 9 * scene.u), scene.tone(1.0), lift=12)


def moon(scene: Scene) -> None:
    """The moon over hills."""
    sky(scene, 5, core="moon" if scene.dark else "sun")
    clouds(scene, 2)
    hills(scene, 4, 0.05, 30, scene.canvas.palette.cool, 0.12)


def sun(scene: Scene) -> None:
    """The sun over hills."""
    sky(scene, 5, core="sun")
    clouds(scene, 2)
    hills(scene, 4, 0.05, 36, scene.canvas.palette.leaf, 0.3)


def rain(scene: Scene) -> None:
    """Heavy clouds and rain over wet ground."""
    scene.falling = "rain"
    sky(scene, core="none")
    for _ in range(5):
        x = scene.span(0, 1) * scene.width
        wide = scene.span(0.26, 0.42) * 960 * scene.u * scene.zoom**0.4
        cloud(
            scene,
            x,
            scene.span(0.05, 0.17) * scene.height,
            wide,
            mix(scene.air(0.3), scene.canvas.palette.at(0.3 if scene.dark else 0.68), 0.6),
            8,
        )
    hills(scene, 2, 0.1, 22)
    sea(scene, 6, 0.3, first=1)


def snow(scene: Scene) -> None:
    """Snow over white hills."""
    scene.falling = "snow"
    sky(scene)
    pale = scene.canvas.palette.at(0.96)
    hills(scene, 4, 0.0, 34, mix(pale, scene.canvas.palette.cool, 0.15), 0.55 if not scene.dark else 0.3)


MOTIFS = {
    "clouds": clouds_above,
    "ripples": ripples,
    "grid": grid,
    "rays": rays,
    "shards": shards,
    "moon": moon,
    "sun": sun,
    "rain": rain,
    "snow": snow,
}
