"""A character looks the same in every shot of a film, and a place does: by what is drawn, and by measured colours."""

from dataclasses import dataclass, replace
from functools import cache

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from engine.illustrate.compose import drawn_stage, staged
from engine.illustrate.layout import laid_out
from engine.illustrate.story import requests
from engine.illustrate.words import tell

pytestmark = pytest.mark.models

SIZE = (640, 360)
CHARACTER = """Mara is a girl in a red coat who lives in an old town by the northern sea.
Mara walks along the harbour with a basket of fresh bread on her arm.
Mara waves to a fisherman who stands at the harbour and mends his torn nets.
Mara sits on a barrel at the harbour and eats a piece of the warm bread.
Mara points at a boat with a white sail that comes into the harbour.
Mara holds a lantern and looks for her little cat between the boxes.
Mara runs across a field to the market where her grandmother sells apples.
Mara stands in the market and gives an apple to a hungry boy.
Mara looks up at a tree in the garden where her cat sits."""
PLACE = """The lighthouse keeper walks along the stony shore in the morning and picks up driftwood.
A dog runs along the stony shore and barks at the waves of the sea.
An old woman sits on the stony shore and paints a picture of a boat.
Two children build a castle on the stony shore with buckets and spades.
A gull stands on the stony shore beside a net and a basket."""


@dataclass(frozen=True)
class Sheet:
    """One sheet of a picture before its finish: the part that is in the picture, RGBA."""

    thing: str
    name: str
    depth: float
    pixels: NDArray[np.uint8]


@cache
def planned(text):
    """The film's requests for pictures; a look changes nothing of them but its own name."""
    return requests(text, "paper", *SIZE)


def shots(text, look):
    """(scene, sheets from far to near, picture) of each shot. A film's hours and moods tint its pictures as its plan says;
    here both stay as they begin."""
    given = planned(text)
    plan = given[0].style["course"]
    for request in given:
        steady = {name: plan[name] for name in ("hour", "mood") if name in plan}
        style = {**request.style, "look": look, "course": {**request.style["course"], **steady}}
        scene = laid_out(tell(replace(request, style=style)), *SIZE, request.seed).scene
        stage = staged(scene, look, *SIZE)
        sheets = [Sheet(cut.thing, cut.name, cut.depth, inside(stage, cut)) for cut in stage.cuts]
        yield scene, sorted(sheets, key=lambda sheet: sheet.depth), drawn_stage(stage).picture()


def lab(pixels):
    """CIELAB of RGB bytes (n, 3)."""
    return cv2.cvtColor(pixels[None].astype(np.float32) / 255, cv2.COLOR_RGB2LAB)[0]


def inside(stage, cut):
    margin = stage.frame.margin
    return cut.sheet.pixels[margin : margin + SIZE[1], margin : margin + SIZE[0]].copy()


def coat(sheets, picture):
    """The colour of Mara's red coat as it is seen, in front of everything else: the median, which outlines do not darken."""
    at = next(i for i, sheet in enumerate(sheets) if sheet.thing.startswith("mara"))
    own = sheets[at].pixels.astype(float)
    red = (own[..., 3] > 250) & (own[..., 0] > 1.6 * own[..., 1]) & (own[..., 0] > 1.6 * own[..., 2])
    for sheet in sheets[at + 1 :]:
        red &= sheet.pixels[..., 3] < 8
    assert red.sum() > 150, "the coat is not to be seen"
    return np.median(lab(picture[red]), axis=0)


def spread(colours):
    """The largest distance (Delta E, CIE 1976) from the mean."""
    colours = np.array(colours)
    return float(np.linalg.norm(colours - colours.mean(axis=0), axis=1).max())


@pytest.mark.parametrize(
    ("look", "most"), [("paper", 5), ("paint", 5), ("ink", 9)]
)  # outlines are a part of small coats
def test_a_character_is_the_same_in_eight_shots(look, most):
    found = [
        (next(t for t in scene.things if t.id.startswith("mara")).figure, coat(sheets, picture))
        for scene, sheets, picture in shots(CHARACTER, look)
    ]
    assert len(found) >= 8
    assert len({figure.model_dump_json() for figure, _ in found}) == 1
    assert spread([colour for _, colour in found]) < most


@pytest.mark.parametrize("look", ["paper", "paint", "ink"])
def test_a_place_is_the_same_in_five_shots(look):
    seen, colours = [], {}
    for scene, sheets, _ in shots(PLACE, look):
        seen.append((scene.setting, scene.time, scene.weather, tuple(scene.palette) if scene.palette else ()))
        for sheet in sheets:
            if not sheet.thing and (whole := sheet.pixels[..., 3] > 250).sum() > 2000:
                colours.setdefault(sheet.name, []).append(lab(sheet.pixels[whole][:, :3]).mean(axis=0))
    assert len(seen) >= 5 and len(set(seen)) == 1
    everywhere = {name: found for name, found in colours.items() if len(found) == len(seen)}
    assert len(everywhere) >= 3
    assert max(spread(found) for found in everywhere.values()) < 2
