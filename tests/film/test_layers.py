"""Layered scenes: each drawing where it belongs, moved by its depth and by itself, still where nothing moves."""

import random

import numpy as np
import pytest
from PIL import Image

from engine.errors import MediaError
from engine.film import Film, Shot, Window, cutouts, move, render
from engine.film.painter import empty_planes
from engine.film.reading import to_yuv
from engine.film.sources import (
    Flicker,
    Layer,
    Layers,
    Motion,
    Pose,
    Sprites,
    Twinkle,
    Wave,
    blink,
    cycle,
)
from engine.film.types import Move
from engine.film.view import Span, View
from tests.film.conftest import FPS, SIZE, frame_hashes

STAY = Move(Window(), Window())
PUSH = Move(Window(), Window(0.1, 0.1, 0.8, 0.8))
MARGIN = 20


def saved(path, rgba):
    Image.fromarray(np.asarray(rgba, np.uint8), "RGBA").save(path)
    return path


def ground(folder, colour=(40, 60, 90), name="ground", gradient=60):
    """A drawing that fills the drawn area, with a soft gradient."""
    rgba = np.zeros((SIZE[1] + 2 * MARGIN, SIZE[0] + 2 * MARGIN, 4), np.uint8)
    rgba[:] = (*colour, 255)
    rgba[:, :, 0] += np.linspace(0, gradient, rgba.shape[1]).astype(np.uint8)
    return Layer(saved(folder / f"{name}.png", rgba), (-MARGIN, -MARGIN), depth=0.0)


def spot(folder, at, depth=0.6, radius=8, colour=(255, 255, 255), name="spot", **wishes):
    """A disc about a point."""
    side = 2 * radius + 4
    down, across = np.mgrid[0:side, 0:side] + 0.5 - side / 2
    alpha = np.clip(radius - np.hypot(across, down) + 0.5, 0, 1)
    rgba = np.dstack([*(alpha * part for part in colour), alpha * 255]).round()
    path = saved(folder / f"{name}.png", rgba)
    return Layer(path, (at[0] - side / 2, at[1] - side / 2), depth=depth, **wishes)


def view(layers, move_=STAY, frames=48, size=SIZE, **wishes):
    scene = layers if isinstance(layers, Layers) else Layers(SIZE, tuple(layers), **wishes)
    return View(Shot("a", scene, move_, frames), size, FPS, Span(frames))


def drawn(made, number, size=SIZE):
    planes, spare = empty_planes(size), empty_planes(size)
    made.draw(number, planes, spare)
    return planes


def middle(luma, below=16.0):
    """The centre of what is bright."""
    weight = np.clip(luma.astype(float) - below, 0, None)
    rows, columns = np.indices(luma.shape)
    return (weight * (columns + 0.5)).sum() / weight.sum(), (weight * (rows + 0.5)).sum() / weight.sum()


def black(folder):
    return ground(folder, (0, 0, 0), "black", 0)


def test_a_drawing_lies_where_it_was_placed_in_its_own_colour(tmp_path):
    layers = (ground(tmp_path), spot(tmp_path, (120, 70), colour=(200, 40, 30)))
    y, u, v = drawn(view(layers), 0)
    for plane, value, at in zip((y, u, v), to_yuv((200, 40, 30)), ((70, 120), (35, 60), (35, 60)), strict=True):
        assert plane[at] == pytest.approx(value, abs=1.5)
    assert y[150, 160] == pytest.approx(to_yuv((70, 60, 90))[0], abs=2)


@pytest.mark.parametrize("size", [(640, 360), (180, 320), (200, 250), (1280, 720)])
def test_scenes_are_drawn_at_any_size_in_proportion(tmp_path, size):
    layers = (black(tmp_path), spot(tmp_path, (160, 90), radius=20))
    y = drawn(view(layers, size=size), 0, size)[0] > 120
    assert y.any(axis=0).sum() == pytest.approx(y.any(axis=1).sum(), abs=2)
    assert middle(y * 255.0) == pytest.approx((size[0] / 2, size[1] / 2), abs=0.6)


def test_near_things_move_more_than_far_ones_and_the_subject_as_the_move_says(tmp_path):
    found = {}
    for depth in (0.0, 0.6, 1.0):
        layers = (black(tmp_path), spot(tmp_path, (240, 90), depth, name=f"d{depth}"))
        made = view(layers, PUSH, subject=0.6)
        found[depth] = middle(drawn(made, 47)[0])[0] - middle(drawn(made, 0)[0])[0]
    assert found[0.0] < 0.3 * found[0.6] and found[1.0] > 1.5 * found[0.6]
    assert found[0.6] == pytest.approx((240 - 160) * (1 / 0.8 - 1), abs=0.3)


def test_a_camera_that_only_turns_moves_all_depths_alike(tmp_path):
    turning = Move(Window(0, 0.05, 0.9, 0.9), Window(0.1, 0.05, 0.9, 0.9), depth=0.0)
    ways = []
    for depth in (0.1, 1.0):
        made = view((black(tmp_path), spot(tmp_path, (160, 90), depth, name=f"t{depth}")), turning)
        ways.append(middle(drawn(made, 47)[0])[0] - middle(drawn(made, 0)[0])[0])
    assert ways[0] == pytest.approx(ways[1], abs=0.05) == pytest.approx(-0.1 / 0.9 * SIZE[0], abs=0.3)


def test_moves_are_smooth_to_a_twentieth_of_a_pixel(tmp_path):
    chosen = move("truck_right", SIZE, SIZE, Window(0.4, 0.4, 0.2, 0.2), 1)
    made = view((black(tmp_path), spot(tmp_path, (160, 90), 0.9, radius=12)), chosen, frames=120)
    path = np.array([middle(drawn(made, n)[0]) for n in range(30, 90)])
    assert np.abs(np.diff(path, axis=0)).max() > 0.1
    assert np.abs(np.diff(path, 2, axis=0)).max() < 0.05


def test_what_does_not_move_is_the_same_in_every_frame(tmp_path):
    layers = (
        ground(tmp_path),
        spot(tmp_path, (90, 60)),
        spot(tmp_path, (200, 90), motion=Motion(sway=Wave(5, 1)), name="b"),
    )
    made = view(layers)
    first = drawn(made, 0)
    for number in (1, 17, 47):
        now = drawn(made, number)
        assert all(np.array_equal(a[:, :60], b[:, :60]) for a, b in zip(first, now, strict=True))
    assert not np.array_equal(first[0], drawn(made, 7)[0])


MOTIONS = {
    "bob": (Motion(bob=Wave(10, 4)), 24, (0, 10)),
    "sway": (Motion(sway=Wave(10, 4)), 24, (10, 0)),
    "drift": (Motion(drift=(12, -6)), 24, (12, -6)),
    "poses": (Motion(poses=(Pose(0), Pose(1, (20, 8)))), 24, (20, 8)),
    "half way between poses": (Motion(poses=(Pose(0), Pose(2, (20, 8)))), 24, (10, 4)),
    "a turn about an anchor": (Motion(anchor=(160, 60), spin=90), 24, (-30, -30)),
    "growing about an anchor": (Motion(anchor=(160, 60), poses=(Pose(0), Pose(1, scale=(1.5, 1.5)))), 24, (0, 15)),
}


@pytest.mark.parametrize("name", MOTIONS)
def test_each_motion_brings_a_drawing_where_it_says(tmp_path, name):
    motion, frame, way = MOTIONS[name]
    made = view((black(tmp_path), spot(tmp_path, (160, 90), radius=6, motion=motion)))
    start, end = middle(drawn(made, 0)[0]), middle(drawn(made, frame)[0])
    assert (end[0] - start[0], end[1] - start[1]) == pytest.approx(way, abs=0.35)


def test_what_leaves_on_one_side_comes_back_on_the_other(tmp_path):
    rain = spot(tmp_path, (300, 90), motion=Motion(drift=(60, 0), wrap=(SIZE[0] + 40, 0)))
    made = view((black(tmp_path), rain))
    assert middle(drawn(made, 36)[0])[0] == pytest.approx(300 + 90 - 360, abs=0.5)


def test_light_adds_without_overshooting_and_colours_only_what_is_dark(tmp_path):
    lamp = spot(tmp_path, (160, 90), radius=30, colour=(255, 180, 60), blend="screen", name="lamp")
    over_white = drawn(view((ground(tmp_path, (195, 255, 255), "white"), lamp)), 0)
    assert over_white[0].max() <= 236 and abs(int(over_white[2][45, 80]) - 128) < 8
    over_black = drawn(view((black(tmp_path), lamp)), 0)
    for plane, value, at in zip(over_black, to_yuv((255, 180, 60)), ((90, 160), (45, 80), (45, 80)), strict=True):
        assert plane[at] == pytest.approx(value, abs=12)
    grey = drawn(
        view(
            (
                ground(tmp_path, (128, 128, 128), "grey"),
                spot(tmp_path, (40, 90), radius=30, colour=(128,) * 3, blend="screen", name="pale"),
            )
        ),
        0,
    )
    under = 128 + 60 * (40 + MARGIN) / (SIZE[0] + 2 * MARGIN) * 0.2126
    assert grey[0][90, 40] == pytest.approx(16 + 219 * (1 - (1 - under / 255) * (1 - 128 / 255)), abs=2)


def test_flames_flicker_stars_twinkle_and_things_come_and_go(tmp_path):
    lamp = spot(tmp_path, (80, 90), radius=20, blend="screen", motion=Motion(flicker=Flicker(0.5, ((0.5, 1.0, 0.0),))))
    made = view((black(tmp_path), lamp))
    assert drawn(made, 6)[0][90, 80] > 230 and drawn(made, 18)[0][90, 80] < 20
    stars = spot(tmp_path, (160, 90), radius=60, blend="screen", name="s", motion=Motion(twinkle=Twinkle(0.8, 2.0, 10)))
    one, other = (drawn(view((black(tmp_path), stars)), n)[0][60:120, 130:190].astype(int) for n in (0, 12))
    assert np.ptp(one) > 80 and np.abs(one - other).mean() > 20
    guest = spot(tmp_path, (240, 90), name="g", motion=Motion(seen=(0.5, 1.5), fade=0.25))
    made = view((black(tmp_path), guest))
    bright = [drawn(made, n)[0][90, 240] for n in (0, 13, 24, 35, 40)]
    assert bright[0] == bright[4] == 16 and bright[2] == 235 and 16 < bright[1] < 235


def test_sprites_take_turns(tmp_path):
    others = [spot(tmp_path, (160, 90), radius=r, name=f"r{r}").path for r in (4, 2)]
    walker = spot(tmp_path, (160, 90), radius=8, motion=Motion(sprites=cycle(tuple(others), rate=4.0)))
    made = view((black(tmp_path), walker))
    areas = [int((drawn(made, n)[0] > 120).sum()) for n in (0, 6, 12, 18)]
    assert areas[0] == areas[3] > areas[1] > areas[2]
    eyes = blink(others[0], every=1.0, shut=0.25)
    assert isinstance(eyes, Sprites) and eyes.turns == ((0.0, 0), (0.75, 1))


def test_frames_drawn_in_any_order_by_any_view_are_the_same(tmp_path):
    layers = (
        ground(tmp_path),
        spot(tmp_path, (120, 60), 0.3, motion=Motion(drift=(9, 2), roll=Wave(9, 2)), name="a"),
        spot(tmp_path, (200, 90), 0.9, blend="screen", motion=Motion(twinkle=Twinkle()), name="b"),
    )
    forward = [drawn(view(layers, PUSH), n) for n in range(0, 48, 6)]
    order = list(range(8))
    random.Random(3).shuffle(order)
    again = view(layers, PUSH)
    for n in order:
        assert all(np.array_equal(a, b) for a, b in zip(drawn(again, 6 * n), forward[n], strict=True))


def test_hidden_rows_and_flattened_neighbours_change_nothing_that_is_seen(tmp_path, monkeypatch):
    from engine.film import scene

    floor = np.zeros((80, SIZE[0] + 2 * MARGIN, 4), np.uint8)
    floor[:] = (90, 70, 50, 255)
    front = Layer(saved(tmp_path / "floor.png", floor), (-MARGIN, 120), depth=0.8)
    layers = (
        ground(tmp_path),
        spot(tmp_path, (100, 130), 0.0, radius=30),
        spot(tmp_path, (200, 60), 0.5, name="x"),
        front,
    )
    clever = [drawn(view(layers, PUSH), n) for n in (0, 30)]
    monkeypatch.setattr(scene, "hidden_rows", lambda *_: (0, 0))
    for n, frame in zip((0, 30), clever, strict=True):
        plain = drawn(view(layers, PUSH), n)
        assert max(int(np.abs(a.astype(int) - b).max()) for a, b in zip(frame, plain, strict=True)) <= 1
    monkeypatch.setattr(scene, "joined", lambda own, pictures: (list(own), list(pictures)))
    for one, other in zip(drawn(view(layers, PUSH), 30), clever[1], strict=True):
        assert np.abs(one.astype(int) - other).mean() < 0.05


def test_without_compiled_loops_the_same_picture_is_drawn(tmp_path, monkeypatch):
    from engine.film import composite

    layers = (
        ground(tmp_path),
        spot(tmp_path, (120, 60), 0.3, colour=(200, 60, 20)),
        spot(tmp_path, (200, 90), 0.9, 30, (255, 200, 90), "b", blend="screen", motion=Motion(roll=Wave(20, 1))),
    )
    fast = drawn(view(layers, PUSH), 20)
    monkeypatch.setattr(composite, "laying", None)
    for one, other in zip(fast, drawn(view(layers, PUSH), 20), strict=True):
        assert np.abs(one.astype(int) - other).mean() < 0.1


def test_an_edge_of_the_drawn_area_goes_on_beyond_it(tmp_path):
    made = view(
        (ground(tmp_path, (120, 120, 120)), spot(tmp_path, (160, 90))),
        Move(Window(0.4, 0.4, 0.6, 0.6), Window()),
        parallax=2.0,
    )
    assert all(drawn(made, n)[0].min() > 100 for n in range(0, 48, 5))


def test_arrays_are_read_as_pictures_are_and_what_is_broken_is_named(tmp_path):
    layer = spot(tmp_path, (160, 90))
    np.savez(tmp_path / "spot.npz", rgba=np.asarray(Image.open(layer.path)))
    twin = Layer(tmp_path / "spot.npz", layer.at, depth=0.6)
    one, other = drawn(view((black(tmp_path), layer)), 0), drawn(view((black(tmp_path), twin)), 0)
    assert all(np.array_equal(a, b) for a, b in zip(one, other, strict=True))
    (tmp_path / "bad.png").write_bytes(b"no picture")
    np.savez(tmp_path / "bad.npz", other=np.zeros(3))
    for name in ("bad.png", "bad.npz", "missing.png"):
        with pytest.raises(MediaError, match=rf"layer {name} cannot be read"):
            view((black(tmp_path), Layer(tmp_path / name)))


def test_a_film_of_a_scene_is_the_same_in_one_piece_and_in_parts(tmp_path):
    layers = Layers(SIZE, (ground(tmp_path), spot(tmp_path, (120, 60), motion=Motion(bob=Wave(4, 1)))))
    shots = (Shot("a", layers, PUSH, 30), Shot("b", layers, STAY, 30, "wipe_left", 8))
    render(Film(SIZE, FPS, shots), tmp_path / "one.mp4", cache=tmp_path / "a", workers=1)
    render(Film(SIZE, FPS, shots[:1]), tmp_path / "part.mp4", cache=tmp_path / "b")
    render(Film(SIZE, FPS, shots), tmp_path / "two.mp4", cache=tmp_path / "b")
    assert frame_hashes(tmp_path / "one.mp4") == frame_hashes(tmp_path / "two.mp4")
    spot(tmp_path, (120, 60), radius=9)  # the same file, drawn anew
    assert render(Film(SIZE, FPS, shots), tmp_path / "two.mp4", cache=tmp_path / "b").reused_segments == 0


@pytest.mark.skipif(cutouts.halved is None, reason="numba is not installed here: OpenCV converts")
@pytest.mark.parametrize("light", [False, True])
def test_compiled_planes_are_those_of_opencv_to_a_level(monkeypatch, light):
    chance = np.random.default_rng(3)
    alpha = chance.integers(0, 256, (61, 83, 1))
    rgba = np.concatenate([chance.random((61, 83, 3)) * alpha, alpha], axis=2).astype(np.uint8)
    picture = cutouts.Picture(rgba, (0.0, 0.0), 1.0)
    compiled = cutouts.prepared(picture, light, 1.0, None)
    monkeypatch.setattr(cutouts, "halved", None)
    plain = cutouts.prepared(picture, light, 1.0, None)
    for one, other in zip((compiled.luma, *compiled.colour), (plain.luma, *plain.colour), strict=True):
        for a, b in zip(one.paint, other.paint, strict=True):
            assert np.abs(a.astype(int) - b).max() <= 1 and (a != b).mean() < 0.01
        assert one.cover is None or np.array_equal(one.cover, other.cover)
        np.testing.assert_array_equal(one.spans, other.spans)
