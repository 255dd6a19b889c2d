"""Motifs that grow: leaves, flowers, a forest. Each draws one scene.

A motif is a function of a Scene. It keeps bright and busy things out of `scene.quiet`. Example:
`MOTIFS["leaves"](scene)`.
"""

from __future__ import annotations

import numpy as np

from engine.looks import Colour, mix
from engine.providers.image.typography.canvas import Points, ellipse
from engine.providers.image.typography.scene import Scene, hills, ridge, sky


def _leaf(x: float, y: float, long: float, wide: float, turn: float) -> Points:
    """A leaf that starts at (x, y) and points along `turn` (radians)."""
    t = np.linspace(0, 1, 16)
    side = wide * np.sin(np.pi * t**0.82) * (1 - 0.12 * t)
    shape = np.vstack([np.column_stack([long * t, side]), np.column_stack([long * t, -side])[::-1]])
    cos, sin = np.cos(turn), np.sin(turn)
    return np.column_stack([x + shape[:, 0] * cos - shape[:, 1] * sin, y + shape[:, 0] * sin + shape[:, 1] * cos])


def leaves(scene: Scene) -> None:
    """Sprigs that grow into the frame from its lower corners."""
    sky(scene)
    palette = scene.canvas.palette
    hills(scene, 2, 0.3, 22, palette.leaf, 0.25)
    for corner in scene.rng.permutation([0, 1]):
        for sprig in range(3):
            x = (0.02 + 0.1 * sprig) * scene.width if corner == 0 else (0.98 - 0.1 * sprig) * scene.width
            long = scene.span(0.36, 0.62) * min(scene.height, scene.width) * scene.zoom**0.6
            lean = scene.span(0.05, 0.5) * (1 if corner == 0 else -1)
            long = _room_along(scene, x, scene.height * 1.02, lean, long)
            colour = mix(scene.tone(0.35 + 0.25 * sprig), palette.leaf, 0.5 if not scene.dark else 0.35)
            _sprig(scene, x, scene.height * 1.03, long, lean, mix(colour, palette.second, 0.25 if sprig == 1 else 0.0))


def _room_along(scene: Scene, x: float, y: float, lean: float, long: float) -> float:
    """How far a sprig may grow before its leaves come among the words."""
    for reach in np.linspace(long, 0.2 * long, 9):
        if scene.distance(x + reach * np.sin(lean), y - reach * np.cos(lean)) > 0.16 * reach:
            return float(reach)
    return 0.2 * long


def _sprig(scene: Scene, x: float, y: float, long: float, lean: float, colour: Colour) -> None:
    canvas, palette = scene.canvas, scene.canvas.palette
    t = np.linspace(0, 1, 12)
    bend = lean * (0.4 + 0.6 * t)
    stem = np.column_stack([x + long * t * np.sin(bend), y - long * t * np.cos(bend)])
    canvas.line(stem, mix(colour, palette.at(0.05), 0.4), 3.2)
    for i in range(2, 12):
        heading = np.arctan2(*(stem[i] - stem[i - 1])[::-1])
        size = long * 0.3 * (1 - 0.55 * t[i])
        for side in (-1, 1):
            shade = mix(colour, palette.at(0.95 if side == 1 else 0.1), 0.1)
            canvas.cut(
                _leaf(stem[i, 0], stem[i, 1], size, size * 0.2, heading + side * (0.85 - 0.3 * t[i])),
                shade,
                lift=5,
                wobble=0.4,
                gradient=0.5,
            )
    canvas.cut(
        _leaf(stem[-1, 0], stem[-1, 1], long * 0.2, long * 0.045, np.arctan2(*(stem[-1] - stem[-2])[::-1])),
        colour,
        lift=4,
        wobble=0.4,
    )


def bloom(scene: Scene) -> None:
    """Large flowers at the edge of the frame, leaves between them."""
    sky(scene)
    palette = scene.canvas.palette
    hills(scene, 2, 0.25, 22, palette.leaf, 0.3)
    places = [(0.06, 0.97), (0.94, 0.93), (0.24, 1.03), (0.77, 1.04), (0.02, 0.66), (0.98, 0.6)]
    tints = [
        palette.accent,
        palette.second,
        mix(palette.accent, palette.at(1.0), 0.45),
        mix(palette.cool, palette.at(0.9), 0.2),
    ]
    for i in scene.rng.permutation(len(places)):
        x, y = places[i][0] * scene.width, places[i][1] * scene.height
        radius = min(scene.span(80, 130) * scene.u * scene.zoom, scene.distance(x, y) * 0.9)
        if radius < 30 * scene.u:
            continue
        for turn in np.arange(5) * 1.26 + scene.span(0, 1):
            scene.canvas.cut(
                _leaf(x, y, 1.45 * radius, 0.26 * radius, turn), scene.tone(0.6, palette.leaf, 0.5), lift=5, wobble=0.4
            )
        _flower(scene, x, y, radius, tints[int(i) % 4])


def _flower(scene: Scene, x: float, y: float, radius: float, colour: Colour) -> None:
    canvas, palette = scene.canvas, scene.canvas.palette
    colour = mix(colour, palette.at(0.25), 0.2) if scene.dark else colour
    for ring, (size, count) in enumerate(((1.0, 9), (0.7, 7), (0.42, 5))):
        shade = mix(colour, palette.at(0.97), 0.17 * ring)
        for turn in np.arange(count) * 2 * np.pi / count + 0.4 * ring + scene.span(0, 0.3):
            canvas.cut(_leaf(x, y, radius * size, radius * size * 0.3, turn), shade, lift=4, wobble=0.5, gradient=0.6)
    canvas.cut(ellipse(x, y, 0.15 * radius, steps=40), palette.light, lift=3, wobble=0.6)


def forest(scene: Scene) -> None:
    """Conifers in ranks, paler the farther they are."""
    sky(scene)
    palette = scene.canvas.palette
    for rank in range(4):
        part = rank / 3
        base = scene.ground + (scene.height - scene.ground) * (0.1 + 0.85 * part)
        colour = scene.tone(0.08 + 0.9 * part, palette.leaf, 0.34)
        gap = (46 + 62 * part) * scene.u * scene.zoom
        for x in np.arange(-gap * scene.span(0, 1), scene.width + gap, gap):
            x += scene.span(-0.3, 0.3) * gap
            tall = min(
                (150 + 150 * part) * scene.u * scene.span(0.6, 1.15) * scene.zoom,
                scene.headroom(x, 0.3 * gap, base) + (0.1 - 0.1 * part) * scene.height * (not scene.drawn_contours),
            )
            if tall > 0.5 * gap:
                _conifer(scene, x, base, tall, min(0.42 * tall, 1.5 * gap), colour)
        scene.canvas.cut(ridge(scene, base - 4 * scene.u, 8 * scene.u, 1.5), colour, lift=5 + 6 * part)


def _conifer(scene: Scene, x: float, base: float, tall: float, wide: float, colour: Colour) -> None:
    tiers = 4
    points = [(x, base - tall)]
    for i in range(1, tiers + 1):
        down, half = i / tiers, 0.5 * wide * (0.25 + 0.75 * i / tiers)
        points += [(x + half, base - tall * (1 - down)), (x + half * 0.5, base - tall * (1 - down) - 0.015 * tall)]
    mirrored = [(2 * x - a, b) for a, b in reversed(points[1:])]
    scene.canvas.cut([*points, *mirrored], colour, lift=5, wobble=0.8)


MOTIFS = {"leaves": leaves, "bloom": bloom, "forest": forest}
