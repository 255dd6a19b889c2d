"""What lies on the screen after a shot is drawn: looks of moving pictures, vignette, grain, overlays and titles.

Example: `Finish(effects, (1280, 720), 5.0, is_still=False).apply(moment, planes)`.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.errors import MediaError
from engine.film.camera import Moment
from engine.film.cutouts import Drawing, Picture, prepared
from engine.film.effects import Effect, Grain, Look, Overlay, Title, Vignette
from engine.film.luts import YuvTable
from engine.film.placing import AS_DRAWN, BLACK, Planes, put
from engine.film.reading import load_with_alpha
from engine.film.titles import Words

Apply = Callable[[Moment, Planes], None]

GRAIN_ROOM = 64
"""Pixels by which a field of grain is larger than the film, so that each frame can show another part of it."""

KEPT_OVERLAYS = 2
"""How many pictures that lie over frames stay ready: each takes some three bytes for a pixel of the film, for
as long as the program runs."""


class Finish:
    """The effects of a shot that lie on the screen, in the order given (looks first, words last)."""

    def __init__(self, effects: Sequence[Effect], size: tuple[int, int], seconds: float, *, looks: bool) -> None:
        self._steps: list[Apply] = []
        if looks:
            self._steps += [_look(effect) for effect in effects if isinstance(effect, Look) and effect.strength > 0]
        for effect in effects:
            if isinstance(effect, Vignette) and effect.strength > 0:
                self._steps.append(_vignette(effect, size))
            elif isinstance(effect, Grain) and effect.strength > 0:
                self._steps.append(_grain(effect, size))
            elif isinstance(effect, Overlay) and effect.opacity > 0:
                self._steps.append(_overlay(effect, size))
        self._steps += [_words(effect, size, seconds) for effect in effects if isinstance(effect, Title)]

    def __bool__(self) -> bool:
        return bool(self._steps)

    def apply(self, moment: Moment, planes: Planes) -> None:
        """Change a drawn frame in place."""
        for step in self._steps:
            step(moment, planes)


def _look(look: Look) -> Apply:
    table = YuvTable.of(look)
    return lambda moment, planes: table.apply(planes)


def _vignette(vignette: Vignette, size: tuple[int, int]) -> Apply:
    """Towards black at the corners. The rounding is scattered, or bands would show in dark skies."""
    parts = []
    chance = np.random.default_rng(0)
    for n, zero in enumerate(BLACK):
        w, h = (size[0] // 2, size[1] // 2) if n else size
        across = (np.arange(w, dtype=np.float32) + np.float32(0.5)) / w * 2 - 1
        down = (np.arange(h, dtype=np.float32) + np.float32(0.5)) / h * 2 - 1
        far = np.sqrt(across[None, :] ** 2 + down[:, None] ** 2) / np.float32(np.sqrt(2))
        part = np.clip((far - vignette.start) / max(1e-3, 1 - vignette.start), 0, 1)
        kept = (1 - np.float32(min(vignette.strength, 1.0)) * part * part * (3 - 2 * part)).astype(np.float32)
        scatter = chance.random((h, w), np.float32) - np.float32(0.5) if n == 0 else np.float32(0)
        added = zero * (1 - kept) + np.where(kept < 1, scatter, 0)
        parts.append((kept, np.clip(np.rint(added), 0, 255).astype(np.uint8)))
    return partial(_shaded, parts)


def _shaded(parts: list[tuple[NDArray[np.float32], NDArray[np.uint8]]], moment: Moment, planes: Planes) -> None:
    for plane, (kept, added) in zip(planes, parts, strict=True):
        cv2.multiply(plane, kept, dst=plane, dtype=cv2.CV_8U)
        cv2.add(plane, added, dst=plane)


def _grain(grain: Grain, size: tuple[int, int]) -> Apply:
    """Soft chance that is added to the light; each frame shows another part of one field, told by its number."""
    chance = np.random.default_rng(grain.seed)
    field = chance.standard_normal((size[1] + GRAIN_ROOM, size[0] + GRAIN_ROOM), np.float32)
    reach = 0.42 * grain.size * min(size) / 720
    if reach > 0.3:
        field = np.asarray(cv2.GaussianBlur(field, (0, 0), reach), np.float32)
    field *= np.float32(grain.strength * 219) / field.std()
    more, less = (np.clip(np.rint(side), 0, 255).astype(np.uint8) for side in (field, -field))
    return partial(_grained, grain, more, less)


def _grained(grain: Grain, more: NDArray[np.uint8], less: NDArray[np.uint8], moment: Moment, planes: Planes) -> None:
    luma = planes[0]
    place = random.Random(f"grain {grain.seed} {moment.number if grain.moving else 0}")
    x, y = place.randrange(GRAIN_ROOM), place.randrange(GRAIN_ROOM)
    height, width = luma.shape
    cv2.add(luma, more[y : y + height, x : x + width], dst=luma)
    cv2.subtract(luma, less[y : y + height, x : x + width], dst=luma)


def _overlay(overlay: Overlay, size: tuple[int, int]) -> Apply:
    drawing = _laid_over(overlay.path, _version(overlay.path), size, overlay.blend == "screen")
    gains = np.array([min(overlay.opacity, 1.0)], np.float32)
    window = (0.0, 0.0, float(size[0]), float(size[1]))
    return lambda moment, planes: put(drawing, window, AS_DRAWN, planes, gains, size)


def _version(path: Path) -> tuple[int, int]:
    """What changes when a file does."""
    try:
        told = path.stat()
    except OSError:  # which reading it puts into words
        return 0, 0
    return told.st_mtime_ns, told.st_size


@lru_cache(maxsize=KEPT_OVERLAYS)
def _laid_over(path: Path, version: tuple[int, int], size: tuple[int, int], light: bool) -> Drawing:
    """A picture made ready to lie over frames: all shots of a film often have the same, such as the grain of paper."""
    image = load_with_alpha(path)
    if image.size != size:
        image = image.resize(size)
    rgba = np.asarray(image).astype(np.float32)
    rgba[:, :, :3] *= rgba[:, :, 3:] / 255
    return prepared(Picture(np.rint(rgba).astype(np.uint8), (0.0, 0.0), 1.0), light, 1.0, None)


def _words(title: Title, size: tuple[int, int], seconds: float) -> Apply:
    if not title.fonts:
        raise MediaError("A title needs a font; give it at least one font file.")
    words = Words(title, size, seconds)
    return lambda moment, planes: words.draw(moment.seconds, planes)
