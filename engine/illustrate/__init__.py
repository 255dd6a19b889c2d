"""The offline illustrator: a scene as data becomes a layered picture in the look of the film. Needs no network, no model.

Example: `compose(Scene(setting="sea", time="night"), "paper", 1280, 720).picture()` is an RGB array.
"""

from __future__ import annotations

from engine.illustrate.compose import Drawn, Layer, compose
from engine.illustrate.scene import Camera, FigureSpec, Light, Relation, Scene, Thing

__all__ = ["Camera", "Drawn", "FigureSpec", "Layer", "Light", "Relation", "Scene", "Thing", "compose"]
