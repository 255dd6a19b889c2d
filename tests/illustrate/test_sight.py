"""What the words ask for is in sight: the setting's own posts, water and leaves, and the captions, do not hide it."""

from __future__ import annotations

import pytest

from engine.illustrate import covers
from engine.illustrate.frame import Frame
from engine.illustrate.layout import laid_out
from engine.illustrate.layout_cover import KEPT, Cover
from engine.illustrate.words import tell
from tests.illustrate.requests import request
from tests.illustrate.sight import SHAPES, sights

pytestmark = pytest.mark.models


@pytest.mark.parametrize(
    ("text", "framing", "shape"),
    [
        ("A caravan of camels leaves the city", "wide", "tall"),
        ("The last bus leaves, the city street", "wide", "tall"),
        ("A coin lies in the city street", "full", "tall"),
        ("Three bills lie in the city street", "wide", "square"),
        ("A girl stands on the stage and holds a wooden sword", "wide", "wide"),
        ("A woman sits down beside a ghost, the hall", "full", "tall"),
        ("Two hundred people have left their houses, the flooded village", "wide", "tall"),
        ("A dog and a ball in the forest", "wide", "square"),
    ],
)
def test_what_is_asked_for_is_in_sight(text, framing, shape):
    width, height = SHAPES[shape]
    asked = request(text, framing=framing, size=f"{width}x{height}")
    told = tell(asked)
    found = sights(told, laid_out(told, width, height, 0), width, height)
    assert found
    assert {each.kind: each.fault for each in found if each.fault} == {}


@pytest.mark.parametrize(("setting", "shape"), [("hall", "wide"), ("sea", "tall"), ("river bank", "square")])
def test_the_kept_maps_are_those_of_the_settings_as_they_are_drawn(setting, shape):
    kept = dict(block.split("\n", 1) for block in KEPT.read_text(encoding="ascii").strip().split("\n\n"))
    rows, now = kept[f"{setting}, {shape}"].split("\n"), covers.measured(setting, shape)
    same = sum(a == b for row, other in zip(rows, now, strict=True) for a, b in zip(row, other, strict=True))
    assert same / sum(map(len, rows)) > 0.97, "measure the settings anew: python -m engine.illustrate.covers"


def test_every_setting_has_a_map_for_each_shape():
    from engine.illustrate.kit import load, registry

    load()
    titles = {block.split("\n", 1)[0] for block in KEPT.read_text(encoding="ascii").strip().split("\n\n")}
    assert {f"{setting}, {shape}" for setting in registry.settings() for shape in ("wide", "square", "tall")} == titles


def test_a_near_view_brings_what_frames_the_picture_nearer():
    frame = Frame.of(1280, 720)
    post = (0.0, 600.0, 80.0, 720.0)
    far, near = (Cover.of("sea", frame, zoom, 0.5).hidden(post, 0.7) for zoom in (1.0, 1.6))
    assert far > 0.3 > near


@pytest.mark.parametrize("shape", SHAPES)
def test_cards_and_sums_do_not_cover_each_other(shape):
    width, height = SHAPES[shape]
    text = "Save ten euros every month; after one year you have 120 euros"
    told = tell(request(text, framing="wide", size=f"{width}x{height}"))
    found = sights(told, laid_out(told, width, height, 0), width, height)
    assert sum("number" in each.kind for each in found) == 2
    assert {each.thing: each.fault for each in found if each.fault} == {}
