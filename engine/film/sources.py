"""What a shot can show besides a still picture: footage, and scenes in layers that move apart with depth. Plain data.

A scene's own length is a unit called 'point': `Layers.size` says how many points wide and high it is as composed; a
layer lies `at` a place in points and holds `scale` pixels for each. Times are seconds of the shot.

    Layers((1280, 720), (Layer(sky, (-64, -64), 1.4, depth=0.0), Layer(boat, (520, 380), 1.4, depth=0.6, motion=Motion(
        anchor=(600, 470), bob=Wave(3.2, 2.4), roll=Wave(1.7, 3.0)))), subject=0.6)
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from engine.film.effects import Blend, Colour, Finish, files_of

Point = tuple[float, float]


@dataclass(frozen=True)
class Footage:
    """A video file from `start` seconds on, `speed` times as fast.

    Rate, size, rotation, colour and transparency (over `behind`) are brought to the film's. 'fill' shows a part of
    the film's shape as the move says; 'fit' shows all of it with `behind` beside it. Where the file ends early its
    last frame is held, or it begins again ('loop'), or it goes back to its start and forth again ('bounce').
    """

    path: Path
    start: float = 0.0
    speed: float = 1.0
    fit: Literal["fill", "fit"] = "fill"
    ending: Literal["hold", "loop", "bounce"] = "hold"
    behind: Colour = (0, 0, 0)

    def files(self) -> tuple[Path, ...]:
        return (self.path,)


@dataclass(frozen=True)
class Wave:
    """To and fro: `reach` each way, once every `period` seconds, `phase` (0 to 1) of it gone at the shot's start."""

    reach: float = 0.0
    period: float = 3.0
    phase: float = 0.0


@dataclass(frozen=True)
class Pose:
    """Where a layer is at a moment: moved by `shift` points, `scale` times as wide and high, turned by degrees
    (clockwise) about its anchor, `opacity` of it seen.
    """

    at: float
    shift: Point = (0.0, 0.0)
    scale: Point = (1.0, 1.0)
    turn: float = 0.0
    opacity: float = 1.0


@dataclass(frozen=True)
class Flicker:
    """How bright a light is: `base`, and waves around it. Candle: base .82, (.10, 1.8 Hz), (.06, 3.7 Hz)."""

    base: float = 1.0
    waves: tuple[tuple[float, float, float], ...] = ()
    """(reach, times a second, phase from 0 to 1) of each."""


@dataclass(frozen=True)
class Twinkle:
    """Every spot of a layer brightens and dims by itself, down to 1 - `depth`, about every `period` seconds; spots are
    some `grain` points apart.
    """

    depth: float = 0.4
    period: float = 2.0
    grain: float = 18.0
    seed: int = 0


@dataclass(frozen=True)
class Sprites:
    """Other drawings that take a layer's place (same size, same place): a walk's steps, closed eyes, an open door.

    `turns` says from when on (seconds) which drawing is seen: 0 is the layer's own, 1 the first of `paths`. With
    `period` it begins again after so many seconds; `phase` seconds of it are gone at the shot's start.
    """

    paths: tuple[Path, ...]
    turns: tuple[tuple[float, int], ...]
    period: float = 0.0
    phase: float = 0.0


def cycle(paths: tuple[Path, ...], rate: float, phase: float = 0.0) -> Sprites:
    """A layer's own drawing and then `paths`, over and over, `rate` drawings a second."""
    count = len(paths) + 1
    return Sprites(paths, tuple((n / rate, n) for n in range(count)), count / rate, phase)


def blink(closed: Path, every: float = 3.4, shut: float = 0.12, phase: float = 0.0) -> Sprites:
    """Eyes that close for a moment `every` so many seconds."""
    return Sprites((closed,), ((0.0, 0), (every - shut, 1)), every, phase)


@dataclass(frozen=True)
class Motion:
    """How a layer moves by itself, in points and seconds; the camera's parallax comes on top.

    It turns and grows about its `anchor` (None = the middle of its box). `poses` are passed one after the other with
    ease; `sway` goes across, `bob` up and down, `roll` turns by degrees, `swell` grows by a share. `drift` is points
    a second for ever; with `wrap` (points across and down, 0 = not) what leaves on one side comes back on the other.
    `spin` is degrees a second. `seen` is from when until when it is there, fading for `fade` seconds.
    """

    anchor: Point | None = None
    poses: tuple[Pose, ...] = ()
    sway: Wave | None = None
    bob: Wave | None = None
    roll: Wave | None = None
    swell: Wave | None = None
    drift: Point = (0.0, 0.0)
    wrap: Point = (0.0, 0.0)
    spin: float = 0.0
    flicker: Flicker | None = None
    twinkle: Twinkle | None = None
    sprites: Sprites | None = None
    seen: tuple[float, float] | None = None
    fade: float = 0.0


@dataclass(frozen=True)
class Layer:
    """One drawing of a scene: PNG, or NPZ with an array `rgba` (height, width, 4 bytes); colour PREMULTIPLIED by alpha.

    A shadow is black (or dark) with alpha: let s be a shadow's darkness under a shape of alpha a, then the alpha to
    write is 1-(1-s)(1-a) and the colour stays the shape's. 'screen' is light: its colour is added without
    overshooting and alpha is not read. `depth` is 0 (far) to 1 (near). What reaches the edge of the drawn area is
    continued beyond it.
    """

    path: Path
    at: Point = (0.0, 0.0)
    scale: float = 1.0
    depth: float = 0.5
    blend: Blend = "over"
    motion: Motion | None = None
    name: str = ""


@dataclass(frozen=True)
class Layers:
    """A scene from back to front, `size` points large as composed. The shot's move is what the layer of depth
    `subject` goes through; others move less (far) or more (near), `parallax` times as much apart as in the world.

    `finish` lies on the screen, whatever the camera does.
    """

    size: tuple[int, int]
    layers: tuple[Layer, ...]
    subject: float = 0.6
    parallax: float = 1.0
    finish: tuple[Finish, ...] = field(default=())

    def files(self) -> tuple[Path, ...]:
        own = [path for layer in self.layers for path in (layer.path, *_sprites(layer))]
        return (*own, *files_of(self.finish))


def _sprites(layer: Layer) -> tuple[Path, ...]:
    return layer.motion.sprites.paths if layer.motion and layer.motion.sprites else ()
