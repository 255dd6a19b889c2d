"""The depths of a drawn scene: near is white, the sky is not, and what the shot is about stands out from what is behind it."""

import numpy as np

from engine.illustrate.depths import depth_map
from engine.illustrate.scene import Scene
from engine.providers.image.illustrator import Illustrator
from tests.illustrate.requests import request


def test_near_things_are_whiter_than_far_ones(tmp_path):
    made = Illustrator().draw(request("A boat on the sea under a wide sky.", size="320x180"), tmp_path)
    depths = depth_map(Scene.model_validate(made.scene), 320, 180).astype(float)
    assert depths.shape == (180, 320)
    sky, water = depths[:20].mean(), depths[-20:].mean()
    assert sky < 60 < water - 40
    assert len(np.unique(depths.round(-1))) >= 4


def test_a_scene_of_any_size_has_depths(tmp_path):
    made = Illustrator().draw(request("Two children stand in a kitchen.", size="180x320"), tmp_path)
    for size in ((180, 320), (96, 171)):
        assert depth_map(Scene.model_validate(made.scene), *size).max() > 100
