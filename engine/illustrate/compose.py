"""A scene to its rendered sheets and to a finished picture: settings and things are drawn, finished, laid together.

Example: `drawn = compose(scene, "paper", 1280, 720); picture = drawn.picture()` is (720, 1280, 3) RGB bytes.
The sheets stay, with hints how they move, for clips with depth.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from engine import looks
from engine.illustrate import kit
from engine.illustrate.frame import Frame
from engine.illustrate.kit.registry import SettingInfo
from engine.illustrate.paint import noise
from engine.illustrate.paint.finish import finished
from engine.illustrate.paint.screen import Surface
from engine.illustrate.paint.style import style as style_of
from engine.illustrate.palette import Scheme
from engine.illustrate.placing import draw_thing, draw_things
from engine.illustrate.scene import Scene
from engine.illustrate.stage import Cut, Mirror, Motion, Stage

Bytes = NDArray[np.uint8]
_BAND = 64


@dataclass(frozen=True)
class Layer:
    """One rendered sheet. `pixels` are premultiplied RGBA bytes; their top left corner lies at (x, y) pixels of the
    picture, negative within the margin. `blend`: 'over', or 'screen' for light (alpha 0). `thing` is the scene's id."""

    name: str
    depth: float
    blend: str
    x: int
    y: int
    pixels: Bytes
    motion: Motion
    thing: str = ""


@dataclass(frozen=True)
class Drawn:
    """A drawn scene: its layers from far to near, and the surface that is applied once over all. `margin` is how many
    pixels the layers reach beyond the picture on each side."""

    width: int
    height: int
    margin: int
    layers: tuple[Layer, ...]
    surface: Surface

    def flat(self) -> Bytes:
        """All layers laid together, without the surface: (height, width, 3)."""
        canvas = np.zeros((self.height, self.width, 3), np.uint8)
        for layer in self.layers:
            lay(canvas, layer.pixels, layer.x, layer.y, layer.blend)
        return canvas

    def picture(self) -> Bytes:
        """The finished picture: (height, width, 3) RGB bytes."""
        return self.surface.finish(self.flat())


def compose(scene: Scene, look: str = "paper", width: int = 1280, height: int = 720) -> Drawn:
    """Draw a scene in a look (a name of `engine.looks`) at a size in pixels. UserError when the scene names what the
    kit does not have, or the size cannot be drawn."""
    return drawn_stage(staged(scene, look, width, height))


def painted(scene: Scene, look: str = "paper", width: int = 1280, height: int = 720) -> Bytes:
    """The same picture as `compose(...).picture()`, with each thing drawn when its turn comes and each layer let go
    once it is laid: for large pictures."""
    stage, info = bare(scene, look, width, height)
    info.draw(stage)
    across, down = stage.frame.size
    canvas = np.zeros((down, across, 3), np.uint8)
    for layer in _layers(stage, _in_turn(stage, info)):
        lay(canvas, layer.pixels, layer.x, layer.y, layer.blend)
    return Surface.of(stage.frame, stage.style, stage.scheme).finish(canvas)


def _in_turn(stage: Stage, info: SettingInfo) -> Iterator[Cut]:
    """The setting's sheets and the scene's things from far to near; a thing is drawn when its turn comes."""
    order = deque(sorted(stage.cuts, key=lambda cut: cut.depth))
    stage.cuts.clear()
    for thing in sorted(stage.scene.things, key=lambda thing: thing.depth):
        while order and order[0].depth <= thing.depth:
            yield order.popleft()
        draw_thing(stage, info, thing)
        yield from stage.cuts
        stage.cuts.clear()
    while order:
        yield order.popleft()


def drawn_stage(stage: Stage) -> Drawn:
    """A stage's sheets finished, with the picture's surface. A stage is rendered once."""
    surface = Surface.of(stage.frame, stage.style, stage.scheme)
    return Drawn(*stage.frame.size, stage.frame.margin, tuple(rendered(stage)), surface)


def staged(scene: Scene, look: str, width: int, height: int) -> Stage:
    """The scene drawn on its sheets, before they are finished."""
    stage, info = bare(scene, look, width, height)
    info.draw(stage)
    draw_things(stage, info)
    return stage


def bare(scene: Scene, look: str, width: int, height: int) -> tuple[Stage, SettingInfo]:
    """The scene's stage with nothing drawn on it yet, and its setting."""
    kit.load()
    info = kit.registry.found_setting(scene.setting)
    found = looks.look(look)
    frame = Frame.of(width, height)
    scheme = Scheme.plan(found, scene.time, scene.weather, scene.mood, scene.palette, info.inside, scene.season)
    light = (scene.light.x, scene.light.y) if scene.light else info.light
    horizon = scene.camera.horizon if scene.camera.horizon is not None else info.horizon
    at = (frame.x(light[0]), frame.y(light[1]))
    return Stage(frame, scene, scheme, style_of(found.name), at, horizon, info.inside), info


def rendered(stage: Stage) -> list[Layer]:
    """The stage's sheets as layers from far to near, reflections included."""
    return list(_layers(stage, iter(sorted(stage.cuts, key=lambda cut: cut.depth))))


def _layers(stage: Stage, cuts: Iterator[Cut]) -> Iterator[Layer]:
    """One layer after another; a sheet is let go when its layers are made. Reflections need what lies behind them laid together."""
    mirrors = deque(sorted(stage.mirrors, key=lambda mirror: mirror.depth))
    width, height = stage.frame.sheet
    margin = stage.frame.margin
    behind = np.zeros((height, width, 3), np.uint8) if mirrors else None
    for depth, made in _finished(stage, cuts):
        while mirrors and behind is not None and mirrors[0].depth < depth:
            layer = _reflected(stage, behind, mirrors.popleft())
            lay(behind, layer.pixels, layer.x + margin, layer.y + margin, "over")
            yield layer
        for layer in made:
            if mirrors and behind is not None:
                lay(behind, layer.pixels, layer.x + margin, layer.y + margin, layer.blend)
            yield layer


def _finished(stage: Stage, cuts: Iterator[Cut]) -> Iterator[tuple[float, list[Layer]]]:
    """Each sheet's depth and layers in their order, made by two threads that run a little ahead and no more."""
    made, ahead = _layers_of(stage), deque[tuple[float, Future[list[Layer]]]]()
    with ThreadPoolExecutor(max_workers=2) as pool:
        for cut in cuts:
            ahead.append((cut.depth, pool.submit(made, cut)))
            if len(ahead) > 2:
                yield _done(*ahead.popleft())
        while ahead:
            yield _done(*ahead.popleft())


def _done(depth: float, layers: Future[list[Layer]]) -> tuple[float, list[Layer]]:
    return depth, layers.result()


def _layers_of(stage: Stage) -> Callable[[Cut], list[Layer]]:
    margin, u = stage.frame.margin, stage.frame.pixels

    def made(cut: Cut) -> list[Layer]:
        layers = []
        light = stage.toward_light(cut.depth)
        done = finished(cut.sheet, stage.style, stage.scheme, light, cut.lift, u, stage.seed(cut.name), cut.texture)
        if done is not None:
            pixels, box = done
            layers.append(
                Layer(cut.name, cut.depth, "over", box[0] - margin, box[1] - margin, pixels, cut.motion, cut.thing)
            )
        if cut.lights.dirty is not None:
            x0, y0, x1, y1 = cut.lights.dirty
            part = np.ascontiguousarray(cut.lights.pixels[y0:y1, x0:x1])
            motion = cut.light_motion
            layers.append(
                Layer(f"{cut.name} light", cut.depth, "screen", x0 - margin, y0 - margin, part, motion, cut.thing)
            )
        cut.release()
        return layers

    return made


def _reflected(stage: Stage, canvas: Bytes, mirror: Mirror) -> Layer:
    """What lies above a line, upside down below it, blurred and shaken by waves."""
    u, margin = stage.frame.pixels, stage.frame.margin
    line = min(max(round(mirror.y * u) + margin, 2), canvas.shape[0] - 2)
    count = canvas.shape[0] - line
    above = np.ascontiguousarray(canvas[max(0, line - count) : line][::-1])
    count = above.shape[0]
    above = np.asarray(cv2.blur(above, (3, max(1, round(mirror.blur * u)))), np.uint8)
    width = canvas.shape[1]
    every, columns = np.arange(count, dtype=np.float32)[:, None], np.arange(width, dtype=np.float32)[None, :]
    fade = np.linspace(1, mirror.fade, count, dtype=np.float32)[:, None] * np.float32(mirror.strength)
    pixels = np.empty((count, width, 4), np.uint8)
    for top in range(0, count, _BAND):
        rows, share, part = every[top : top + _BAND], fade[top : top + _BAND], pixels[top : top + _BAND]
        sway = noise.plane("bristle", width, len(rows), 1.4 * u, (0, top)).astype(np.float32) * np.float32(9 * u / 127)
        sway *= 0.3 + rows / max(count, 1)
        shaken = cv2.remap(
            above, columns + sway, np.repeat(rows, width, axis=1), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
        )
        part[..., :3] = shaken * share[..., None]
        part[..., 3] = share * np.float32(0.62 * 255)
    return Layer("reflection", mirror.depth, "over", -margin, line - margin, pixels, Motion("sway"))


def lay(canvas: Bytes, pixels: Bytes, x: int, y: int, blend: str) -> None:
    """Lay premultiplied pixels on a picture (height, width, 3), in place; (x, y) is where their corner goes."""
    x0, y0 = max(x, 0), max(y, 0)
    x1, y1 = min(x + pixels.shape[1], canvas.shape[1]), min(y + pixels.shape[0], canvas.shape[0])
    if x1 <= x0 or y1 <= y0:
        return
    for top in range(y0, y1, _BAND):
        foot = min(top + _BAND, y1)
        _lay_rows(canvas[top:foot, x0:x1], pixels[top - y : foot - y, x0 - x : x1 - x], blend)


def _lay_rows(below: Bytes, part: Bytes, blend: str) -> None:
    colour = cv2.cvtColor(part, cv2.COLOR_RGBA2RGB)
    if blend == "screen":
        below[:] = cv2.bitwise_not(cv2.multiply(cv2.bitwise_not(below), cv2.bitwise_not(colour), scale=1 / 255))
        return
    keep = cv2.bitwise_not(cv2.extractChannel(part, 3))
    below[:] = cv2.add(cv2.multiply(below, cv2.merge([keep, keep, keep]), scale=1 / 255), colour)


def moved(layer: Layer, dx: int, dy: int) -> Layer:
    """The same layer elsewhere."""
    return replace(layer, x=layer.x + dx, y=layer.y + dy)
