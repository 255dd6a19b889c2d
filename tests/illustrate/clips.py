"""A moving scene as the film library takes it, its sheets written as files."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from engine import film
from engine.illustrate.moving import Moving, Sheet
from engine.stages.layered import motion


def png(path: Path, pixels: np.ndarray) -> Path:
    cv2.imwrite(str(path), cv2.cvtColor(pixels, cv2.COLOR_RGBA2BGRA))
    return path


def layer(folder: Path, sheet: Sheet, number: int) -> film.Layer:
    others = tuple(png(folder / f"{number}-{k}.png", other) for k, other in enumerate(sheet.others))
    path = png(folder / f"{number}.png", sheet.pixels)
    own = motion(sheet.motion, others)
    return film.Layer(path, (sheet.x, sheet.y), sheet.scale, sheet.depth, sheet.blend, own, sheet.name)


def shown(made: Moving, folder: Path) -> film.Layers:
    layers = tuple(layer(folder, sheet, n) for n, sheet in enumerate(made.sheets))
    finish = (film.Overlay(png(folder / "surface.png", made.surface)),)
    return film.Layers((made.width, made.height), layers, made.subject, finish=finish)
