"""One picture in the making: its sheets by depth, its colours and its light. Settings and compose draw on it.

Knows no kit. Example: `pen = stage.sheet("hills", 0.2, lift=8); pen.shape(ridge(...), pen.scheme.tone(0.2))`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

import numpy as np

from engine.illustrate.frame import MARGIN, Frame, seed_of
from engine.illustrate.paint.pen import Pen, pen_on
from engine.illustrate.paint.sheet import Sheet
from engine.illustrate.paint.style import Style
from engine.illustrate.palette import Scheme
from engine.illustrate.scene import Scene

ZOOM = {"wide": 1.0, "full": 1.12, "medium": 1.4, "close": 1.8, "insert": 2.2}


@dataclass(frozen=True)
class Motion:
    """How a sheet moves in a clip: `kind` is still, sway, bob, drift, twinkle, flicker, rain, snow, rise, wave,
    flutter, roll or walk; `anchor` (units) is what it turns about; `amount` 1 is usual."""

    kind: str = "still"
    amount: float = 1.0
    anchor: tuple[float, float] | None = None


@dataclass
class Cut:
    """A sheet with its place in the picture; `thing` is the id of the scene's thing on it."""

    name: str
    depth: float
    sheet: Sheet
    lights: Sheet
    lift: float
    texture: float
    motion: Motion
    light_motion: Motion
    thing: str = ""

    def release(self) -> None:
        """Give the pixels back once the sheet is finished: a stage is rendered once."""
        self.sheet, self.lights = Sheet(1, 1), Sheet(1, 1)


@dataclass(frozen=True)
class Mirror:
    """Water or a wet road that shows what lies above the line `y` (units), from `depth` on."""

    depth: float
    y: float
    strength: float = 0.7
    fade: float = 0.3
    blur: float = 13.0
    left: float = -100.0
    right: float = 2000.0


@dataclass
class Stage:
    """The picture while it is drawn. Coordinates are frame units; `light` is where the light is."""

    frame: Frame
    scene: Scene
    scheme: Scheme
    style: Style
    light: tuple[float, float]
    horizon: float
    inside: bool = False
    cuts: list[Cut] = field(default_factory=list)
    mirrors: list[Mirror] = field(default_factory=list)

    # ------------------------------------------------------------ what settings ask

    @property
    def night(self) -> bool:
        """Whether lamps burn."""
        return self.scene.time in ("night", "dusk") or self.style.neon

    @property
    def wind(self) -> float:
        """How hard it blows, to the right."""
        return {"wind": 0.8, "storm": 1.0, "rain": 0.35, "snow": 0.2}.get(self.scene.weather, 0.12)

    def y(self, share: float) -> float:
        """Units from the top for a share of the height; .6 means the same place relative to the horizon."""
        return self.frame.y(share)

    def x(self, share: float) -> float:
        """Units from the left for a share of the width."""
        return self.frame.x(share)

    def seed(self, *names: object) -> int:
        """A seed of this scene for these names."""
        return seed_of(self.scene.seed, self.scene.setting, *names)

    def option(self, name: str, default: str = "") -> str:
        """What the scene says about a part of its setting."""
        return self.scene.options.get(name, default)

    # ------------------------------------------------------------ sheets

    def sheet(
        self,
        name: str,
        depth: float,
        *,
        lift: float | None = None,
        haze: float = 1.0,
        texture: float = 1.0,
        wobble: float = 1.0,
        motion: str | Motion = "still",
        light_motion: str | Motion = "flicker",
        thing: str = "",
        zoomed: bool = True,
    ) -> Pen:
        """A new sheet at a depth (0 far, 1 near) and a pen for it. `lift`: how far it stands off those behind (paper
        shadow); `haze`: share of the usual air before it; its glows go to a sheet of light right over it."""
        width, height = self.frame.sheet
        lines = self.style.outline > 0
        cut = Cut(
            name, depth, Sheet(width, height, lines), Sheet(width, height),
            (5 + 11 * depth) if lift is None else lift, texture, _motion(motion), _motion(light_motion), thing,
        )  # fmt: skip
        self.cuts.append(cut)
        veil = min(0.85, self.scheme.haze_strength * (1 - depth) * haze)
        pen = pen_on(
            self.frame, cut.sheet, cut.lights, self.style, self.scheme, self.toward_light(depth), veil, self.seed(name)
        )
        near_light = self.scene.light is not None and self.scene.light.kind in ("lamp", "fire", "beam", "window")
        pen = replace(pen, wobble=wobble, lamplit=near_light)
        return self._zoomed(pen, depth) if zoomed else pen

    def mirror(self, depth: float, y: float, strength: float = 0.7, fade: float = 0.3, blur: float = 13.0) -> None:
        """Reflect all that is farther than `depth` below the line y (units)."""
        _, at = self.seen((0.0, y), depth)
        self.mirrors.append(Mirror(depth, at, strength, fade, blur))

    def toward_light(self, depth: float = 0.5) -> tuple[float, float]:
        """The way to the light from the picture's middle, mostly from above so that shade reads."""
        dx = self.light[0] - self.frame.width / 2
        dy = min(self.light[1] - self.frame.height * 0.6, -self.frame.height * 0.25)
        far = math.hypot(dx, dy) or 1.0
        return dx / far, dy / far

    # ------------------------------------------------------------ camera

    @property
    def zoom(self) -> float:
        """How much the setting is enlarged."""
        camera = self.scene.camera
        return camera.zoom if camera.zoom is not None else ZOOM[camera.framing]

    def growth(self, depth: float) -> float:
        """How much a sheet at this depth grows: near ones more, as in space."""
        return 1 + (self.zoom - 1) * (0.25 + 0.75 * depth)

    def seen(self, point: tuple[float, float], depth: float) -> tuple[float, float]:
        """Where the camera puts a point of the setting (units)."""
        s = self.growth(depth)
        camera = self.scene.camera
        fx, fy = self.x(camera.focus_x), self.y(camera.focus_y)
        return fx + (point[0] - fx) * s, fy + (point[1] - fy) * s

    def _zoomed(self, pen: Pen, depth: float) -> Pen:
        s = self.growth(depth)
        if s == 1:
            return pen
        fx, fy = self.x(self.scene.camera.focus_x), self.y(self.scene.camera.focus_y)
        inner = np.array([[s, 0.0, fx * (1 - s)], [0.0, s, fy * (1 - s)]])
        to = np.column_stack([pen.to[:, :2] @ inner[:, :2], pen.to[:, :2] @ inner[:, 2] + pen.to[:, 2]])
        return replace(pen, to=to)

    @property
    def margin(self) -> float:
        """Units that are drawn beyond each side."""
        return MARGIN


def _motion(motion: str | Motion) -> Motion:
    return motion if isinstance(motion, Motion) else Motion(motion)
