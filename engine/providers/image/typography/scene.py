"""What all motifs share: the tones from far to near, the sky with its light and weather, room beside the words, and
outlines of land.

Knows no words and no single motif. Lengths are pixels; `u` is one pixel of a 1280x720 picture.
Example: `sky(scene)`, then motifs from far to near, then `weather(scene)`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from engine.looks import Colour, Key, mix
from engine.providers.image.typography.canvas import Canvas, Points, ellipse, smooth

Box = tuple[float, float, float, float]


@dataclass
class Scene:
    """A canvas and the decisions about it. `quiet` is where words stand (None = nowhere), `focal` where the light is,
    `ground` the height of the horizon, `zoom` how near the camera is (1 = medium)."""

    canvas: Canvas
    key: Key
    time: str = ""
    falling: str = ""
    quiet: Box | None = None
    focal: tuple[float, float] = (0.0, 0.0)
    ground: float = 0.0
    zoom: float = 1.0
    core: bool = field(default=False)

    @property
    def rng(self) -> np.random.Generator:
        return self.canvas.rng

    @property
    def u(self) -> float:
        return self.canvas.u

    @property
    def width(self) -> float:
        return float(self.canvas.width)

    @property
    def height(self) -> float:
        return float(self.canvas.height)

    @property
    def dark(self) -> bool:
        return self.key == "dark"

    def tone(self, near: float, toward: Colour | None = None, share: float = 0.0) -> Colour:
        """The land at a nearness from 0 (horizon) to 1 (at the lens), mixed with another colour by a share."""
        place = 0.4 - 0.37 * near if self.dark else 0.7 - 0.56 * near**0.9
        colour = self.canvas.palette.at(place)
        return mix(colour, toward, share) if toward else colour

    def air(self, inward: float) -> Colour:
        """The sky from its rim (0) to the light (1)."""
        if self.dark:
            return self.canvas.palette.at(0.12 + 0.26 * inward)
        late = self.time in ("night", "dusk") or self.falling in ("snow", "rain")
        return self.canvas.palette.at((0.66 if late else 0.8) + (0.28 if late else 0.2) * inward)

    def span(self, low: float, high: float) -> float:
        """A number by chance between two."""
        return float(self.rng.uniform(low, high))

    def distance(self, x: float, y: float) -> float:
        """How far a point is from the words, in pixels; 0 within them."""
        if self.quiet is None:
            return float(np.hypot(self.width, self.height))
        left, top, right, bottom = self.quiet
        return float(np.hypot(max(left - x, 0, x - right), max(top - y, 0, y - bottom)))

    def headroom(self, x: float, half: float, base: float) -> float:
        """How high something that stands on `base` about x may rise before it comes near the words."""
        if self.quiet is None or x + half < self.quiet[0] or x - half > self.quiet[2]:
            return base - 0.08 * self.height
        return max(base - self.quiet[3] - 10 * self.u, 0.0)

    def standing(self, wide: float, tall: float = 0.0) -> float:
        """An x at which something `wide` by `tall` pixels can stand clear of the words, near a third of the frame
        where it can."""
        thirds = [0.24, 0.32, 0.68, 0.76, 0.5, 0.14, 0.86]
        order = [*self.rng.permutation(4).tolist(), 4, 5, 6]
        places = [thirds[i] * self.width for i in order]
        if self.core and self.focal[1] > 0.34 * self.height:
            # Not in front of the sun or moon, where anything would lose its outline.
            places.sort(key=lambda x: abs(x - self.focal[0]) < 0.14 * self.width)
        if self.quiet is None:
            return places[0]
        left, _, right, foot = self.quiet
        if tall and self.ground + 0.3 * (self.height - self.ground) - foot > tall:
            return places[0]
        for x in places:
            if x + wide / 2 < left or x - wide / 2 > right:
                return x
        return 0.5 * wide if left > self.width - right else self.width - 0.5 * wide

    @property
    def drawn_contours(self) -> bool:
        """Whether shapes have outlines, which would be read among words."""
        return self.canvas.texture.outline > 0


# ---------------------------------------------------------------- sky


def choose_focal(scene: Scene, low: float = 0.37) -> tuple[float, float]:
    """A place for the light: on a third of the frame, in the upper part, as far from the words as chance allows."""
    places = [(x, y) for x in (0.16, 0.3, 0.5, 0.7, 0.84) for y in (0.16, 0.28, low)]
    far = np.array([min(scene.distance(x * scene.width, y * scene.height) / scene.height, 0.5) for x, y in places])
    taste = np.array([0.05 if x == 0.5 else 0.14 if x in (0.3, 0.7) else 0.08 for x, _ in places])
    best = int(np.argmax(far + taste + scene.rng.uniform(0, 0.12, len(places))))
    return places[best][0] * scene.width, places[best][1] * scene.height


def sky(scene: Scene, rings: int = 4, core: str = "") -> None:
    """The air: a gradient, rings of paper around the light, then the sun, moon or stars."""
    canvas = scene.canvas
    x, y = scene.focal
    canvas.fill(scene.air(-0.25), scene.air(0.45))
    reach = 0.62 * max(scene.width, scene.height) * scene.span(0.92, 1.1)
    for ring in range(rings):
        share = (ring + 1) / rings
        radius = reach * (1 - 0.8 * ring / rings)
        canvas.cut(
            _blob(scene, x, y, radius),
            scene.air(share),
            lift=7,
            gradient=0.3,
            outline=0.0,
            edge=0.55 if scene.dark else 0.9,
        )
    if scene.dark and canvas.look.texture.glow:
        canvas.glow(x, y, 0.42 * max(scene.width, scene.height), canvas.palette.light, 0.2)
    wanted = core or {"night": "moon", "dawn": "sun", "day": "sun", "dusk": "sun"}.get(scene.time, "")
    if scene.dark and scene.time == "night" and scene.falling not in ("rain", "snow"):
        stars(scene)
    if wanted == "moon" or (wanted == "sun" and scene.falling != "rain"):
        disc(scene, wanted)


def _blob(scene: Scene, x: float, y: float, radius: float) -> Points:
    """A circle cut by hand: a little lopsided."""
    turn = np.linspace(0, 2 * np.pi, 14, endpoint=False) + scene.span(0, 1)
    far = radius * (1 + scene.rng.normal(0, 0.035, turn.size))
    return smooth(np.column_stack([x + far * np.cos(turn), y + 0.94 * far * np.sin(turn)]), steps=10)


def disc(scene: Scene, kind: str) -> None:
    """The sun or moon, no larger than the words leave room for; left out where there is none."""
    canvas, palette = scene.canvas, scene.canvas.palette
    x, y = scene.focal
    radius = min(
        0.13 * scene.height * scene.zoom**0.7 if scene.width > scene.height else 0.1 * scene.height,
        150 * scene.u,
        scene.distance(x, y) - 26 * scene.u,
    )
    if radius < 26 * scene.u:
        return
    scene.core = True
    warm = mix(palette.light, palette.second, 0.6) if kind == "sun" and not scene.dark else palette.light
    pale = mix(warm, palette.at(1.0), 0.5 if kind == "moon" else 0.15)
    canvas.glow(x, y, radius * 3.2, warm, 0.35 if scene.dark else 0.1)
    canvas.cut(ellipse(x, y, radius), pale, lift=5, wobble=0.6, gradient=0.4)
    if kind == "moon":
        for dx, dy, size in ((-0.3, -0.2, 0.2), (0.25, 0.3, 0.26), (0.3, -0.35, 0.12), (-0.2, 0.45, 0.1)):
            canvas.cut(
                ellipse(x + dx * radius, y + dy * radius, size * radius),
                mix(pale, palette.at(0.5), 0.16),
                lift=0,
                outline=0.0,
                edge=0.0,
                gradient=0,
            )
    canvas.glow(x, y, radius * 1.5, warm, 0.12 if scene.dark else 0.0)


def stars(scene: Scene) -> None:
    """Small stars, fewer near the horizon, none among the words."""
    canvas = scene.canvas
    colour = mix(canvas.palette.light, canvas.palette.at(1.0), 0.6)
    for _ in range(int(58 * scene.width * scene.height / (960 * scene.u) ** 2)):
        x, y = scene.span(0, scene.width), scene.span(0, max(scene.ground * 0.95, 1)) * scene.span(0.4, 1)
        if scene.distance(x, y) < 9 * scene.u:
            continue
        size = scene.span(0.9, 2.1) * scene.u
        if scene.rng.random() < 0.16:
            size *= 2.6
            turn = np.arange(10) * np.pi / 5 + scene.span(0, 1)
            canvas.cut(
                np.column_stack(
                    [
                        x + size * np.where(np.arange(10) % 2, 0.42, 1) * np.cos(turn),
                        y + size * np.where(np.arange(10) % 2, 0.42, 1) * np.sin(turn),
                    ]
                ),
                colour,
                lift=0,
                wobble=0,
                outline=0.0,
                edge=0.0,
            )
        else:
            canvas.cut(
                ellipse(x, y, size, steps=10),
                colour,
                lift=0,
                wobble=0,
                alpha=scene.span(0.5, 0.95),
                outline=0.0,
                edge=0.0,
            )


def cloud(scene: Scene, x: float, y: float, wide: float, colour: Colour, lift: float = 6.0) -> None:
    """A cloud with a flat foot and a scalloped top, centred on x, its foot at y."""
    count = int(scene.rng.integers(3, 6))
    across = np.linspace(-0.5, 0.5, 70)
    top = np.zeros(across.shape)
    for puff in range(count):
        middle = -0.36 + 0.72 * puff / (count - 1)
        radius = 0.14 + 0.1 * np.cos(middle * 3.2) * scene.span(0.75, 1.25) if abs(middle) < 0.3 else 0.14
        top = np.maximum(top, 0.92 * np.sqrt(np.clip(radius**2 - (across - middle) ** 2, 0, None)))
    outline = np.vstack(
        [
            np.column_stack([x + across * wide, y - top * wide]),
            [[x + 0.49 * wide, y + 0.012 * wide], [x - 0.49 * wide, y + 0.012 * wide]],
        ]
    )
    scene.canvas.cut(outline, colour, lift=lift, wobble=0.5)


def clouds(scene: Scene, count: int = 3, near: float = 0.25) -> None:
    """Some clouds in the upper part, clear of the words and of the sun or moon."""
    placed: list[tuple[float, float]] = []
    for _ in range(count):
        wide = scene.span(0.16, 0.3) * max(scene.width, scene.height * 0.7) * scene.zoom**0.5
        for _ in range(8):
            x, y = scene.span(0.0, 1.0) * scene.width, scene.span(0.12, 0.5) * min(scene.ground, scene.height)
            free = all(
                scene.distance(x + dx * wide, y - dy * wide) > 12 * scene.u
                for dx, dy in ((-0.5, 0), (0, 0), (0.5, 0), (0, 0.24))
            )
            free = free and all(abs(x - a) > 0.9 * wide or abs(y - b) > 0.3 * wide for a, b in placed)
            if free and np.hypot(x - scene.focal[0], y - scene.focal[1]) > 0.5 * wide + 0.1 * scene.height:
                colour = (
                    scene.canvas.palette.at(0.4)
                    if scene.dark
                    else mix(scene.air(0.6), scene.canvas.palette.at(1.0), 0.8)
                )
                cloud(scene, x, y, wide, mix(colour, scene.air(0.8), near))
                placed.append((x, y))
                break


def weather(scene: Scene) -> None:
    """Rain or snow in front of all but the words."""
    canvas = scene.canvas
    if scene.falling == "rain":
        colour = mix(canvas.palette.at(0.85 if scene.dark else 0.3), canvas.palette.cool, 0.25)
        for _ in range(int(150 * scene.width * scene.height / (960 * scene.u) ** 2)):
            x, y, long = (
                scene.span(-0.05, 1.05) * scene.width,
                scene.span(-0.05, 0.95) * scene.height,
                scene.span(16, 44) * scene.u,
            )
            quiet = scene.distance(x, y) < 14 * scene.u or scene.distance(x - 0.25 * long, y + long) < 14 * scene.u
            canvas.line(
                np.array([[x, y], [x - 0.25 * long, y + long]]),
                colour,
                1.5,
                alpha=0.1 if quiet else scene.span(0.25, 0.6),
            )
    if scene.falling == "snow":
        for _ in range(int(130 * scene.width * scene.height / (960 * scene.u) ** 2)):
            x, y, size = scene.span(0, 1) * scene.width, scene.span(0, 1) * scene.height, scene.span(1.6, 5.2) * scene.u
            if scene.distance(x, y) > 12 * scene.u:
                canvas.cut(
                    ellipse(x, y, size, steps=18),
                    canvas.palette.at(1.0),
                    lift=2,
                    wobble=0.3,
                    alpha=scene.span(0.6, 0.95),
                    outline=0.0,
                )


# ---------------------------------------------------------------- land


def ridge(scene: Scene, y: float, rise: float, waves: float = 1.4, rough: float = 0.0) -> Points:
    """The outline of land from its uneven top edge at y down past the foot of the frame; `rise` and `rough` in
    pixels."""
    x = np.linspace(-0.06, 1.06, 160)
    top = np.zeros_like(x)
    for harmonic, share in ((1.0, 0.6), (2.1, 0.28), (4.3, 0.12)):
        top += share * np.sin(2 * np.pi * (waves * harmonic * x * scene.width / (960 * scene.u) + scene.span(0, 1)))
    line = y - rise * top
    if rough:
        line -= rough * np.interp(x, np.linspace(-0.06, 1.06, 36), scene.rng.normal(0, 1, 36))
    edge = np.column_stack([x * scene.width, line])
    foot = scene.height * 1.06
    return np.vstack([edge, [[1.08 * scene.width, foot], [-0.08 * scene.width, foot]]])


def hills(
    scene: Scene,
    count: int = 4,
    start: float = 0.0,
    rise: float = 34.0,
    toward: Colour | None = None,
    share: float = 0.0,
) -> None:
    """Rolling land in `count` sheets from the horizon to the foot of the frame; `start` is the nearness of the
    first."""
    deep = scene.height * 1.0 - scene.ground
    for sheet in range(count):
        part = sheet / max(count - 1, 1)
        y = scene.ground + deep * (0.86 * part**1.15)
        canvas_rise = rise * scene.u * scene.zoom**0.6 * (1 - 0.35 * part)
        scene.canvas.cut(
            ridge(scene, y, canvas_rise, scene.span(0.7, 1.5)),
            scene.tone(start + (1 - start) * part, toward, share),
            lift=5 + 10 * part,
        )


def sea(scene: Scene, count: int = 6, start: float = 0.05, first: int = 0) -> None:
    """Water in `count` sheets with small waves, from `first` on; the light glitters on it."""
    canvas = scene.canvas
    deep = scene.height - scene.ground
    for sheet in range(first, count):
        part = sheet / max(count - 1, 1)
        y = scene.ground + deep * 0.92 * part**1.25
        tint = 0.22 if scene.dark else 0.34
        points = ridge(
            scene, y, (2.5 + 8 * part) * scene.u * scene.zoom**0.8, scene.span(2.2, 3.4) * (1.3 - 0.5 * part)
        )
        canvas.cut(points, scene.tone(start + (1 - start) * part, canvas.palette.cool, tint), lift=3 + 9 * part)
        if scene.core and part < 0.7:
            _glitter(scene, y, deep * 0.17, part)


def _glitter(scene: Scene, y: float, deep: float, part: float) -> None:
    """Flat flecks of light on the water under the sun or moon."""
    canvas = scene.canvas
    for _ in range(9):
        x = scene.focal[0] + scene.rng.normal(0, (22 + 60 * part) * scene.u)
        down = y + scene.span(0.25, 1.0) * deep
        half = scene.span(6, 20) * scene.u * (0.6 + part)
        if scene.distance(x, down) > half:
            canvas.cut(
                ellipse(x, down, half, 1.7 * scene.u, 20),
                canvas.palette.light,
                lift=0,
                wobble=0,
                alpha=0.55 if scene.dark else 0.75,
                outline=0.0,
                edge=0.0,
            )


def drop(x: float, foot: float, wide: float, tall: float) -> Points:
    """The outline of a flame or drop: round below, a tip that leans a little."""
    return smooth(
        [
            (x, foot + 0.04 * tall),
            (x + 0.75 * wide, foot - 0.12 * tall),
            (x + 0.82 * wide, foot - 0.4 * tall),
            (x + 0.32 * wide, foot - 0.72 * tall),
            (x + 0.14 * wide, foot - 1.0 * tall),
            (x - 0.3 * wide, foot - 0.68 * tall),
            (x - 0.85 * wide, foot - 0.36 * tall),
            (x - 0.72 * wide, foot - 0.1 * tall),
        ]
    )


def tube(scene: Scene, start: tuple[float, float], end: tuple[float, float], half: float, colour: Colour) -> None:
    """A straight bar between two points, `half` pixels to each side."""
    a, b = np.array(start), np.array(end)
    along = (b - a) / max(float(np.hypot(*(b - a))), 1e-6)
    side = half * np.array([-along[1], along[0]])
    scene.canvas.cut(np.array([a + side, b + side, b - side, a - side]), colour, lift=2, wobble=0.1, outline=0.7)
