"""Effects on shots: punches, shakes, ramps, freezes, looks, vignettes, grain, overlays and titles, on drawn frames."""

import os

import numpy as np
import pytest
from PIL import Image

from engine.errors import MediaError, UserError
from engine.film import Film, Move, Shot, Window, render
from engine.film.camera import Camera
from engine.film.effects import Freeze, Grain, Look, Overlay, Punch, Ramp, Shake, Title, Vignette
from engine.film.luts import YuvTable, applied, read_cube
from engine.film.painter import empty_planes
from engine.film.reading import to_planes
from engine.film.timeline import timeline
from engine.film.view import Span, View
from tests.film.conftest import FPS, PAN, SIZE, draw_picture, luma

STAY = Move(Window(), Window())


def view(path, *effects, move=STAY, frames=48, size=SIZE):
    return View(Shot("a", path, move, frames, effects=effects), size, FPS, Span(frames))


def drawn(made, number, size=SIZE):
    planes, spare = empty_planes(size), empty_planes(size)
    made.draw(number, planes, spare)
    return planes


def grey(folder, level=128, size=SIZE):
    path = folder / f"grey{level}.png"
    Image.new("RGB", size, (level,) * 3).save(path)
    return path


def test_a_punch_comes_near_at_its_moment_and_goes_back():
    looking = Camera(STAY, (Punch(1.0, 1.3, release=0.5),), (640, 360), SIZE)
    widths = {at: looking.window(0.5, at)[2] for at in (0.0, 0.99, 1.15, 1.5, 2.0)}
    assert widths[0.0] == widths[0.99] == widths[2.0] == 640
    assert widths[1.15] == pytest.approx(640 / 1.3) and 640 / 1.3 < widths[1.5] < 640


def test_a_shake_strays_both_ways_dies_away_and_shows_no_edge():
    looking = Camera(STAY, (Shake(0.5, 1.0, amount=0.02),), (640, 360), SIZE)
    middles = []
    for n in range(48):
        x, y, w, h = looking.window(0.5, n / 24)
        assert x >= 0 and y >= 0 and x + w <= 640 and y + h <= 360
        middles.append(x + w / 2 - 320)
    strayed = np.array(middles)
    assert not strayed[:12].any() and not strayed[37:].any()
    assert strayed.max() > 2 and strayed.min() < -2
    assert np.abs(strayed[13:22]).max() > 2 * np.abs(strayed[30:37]).max()


def test_a_freeze_holds_the_camera_of_a_still_and_a_ramp_bends_its_time(tmp_path):
    path = draw_picture(tmp_path / "a.png", 1)
    made = view(path, Freeze(0.5, 0.5), move=PAN)
    assert np.array_equal(drawn(made, 13)[0], drawn(made, 23)[0])
    assert not np.array_equal(drawn(made, 26)[0], drawn(made, 23)[0])
    slow = view(path, Ramp(((0.0, 0.2), (2.0, 2.0))), move=PAN)
    assert slow.moment(0).progress == 0 and slow.moment(47).progress == 1
    assert slow.moment(24).progress < 0.4
    with pytest.raises(UserError, match="cannot be below 0"):
        view(path, Ramp(((0.0, -1.0),)))


def cube(path, change, size=9, head=""):
    steps = np.linspace(0, 1, size)
    rows = [change(np.array([r, g, b])) for b in steps for g in steps for r in steps]
    path.write_text(
        f'# a look\nTITLE "x"\n{head}LUT_3D_SIZE {size}\n'
        + "\n".join(" ".join(f"{v:.6f}" for v in row) for row in rows)
    )
    return path


def smooth(size=(120, 80)):
    chance = np.random.default_rng(4).integers(0, 255, (5, 7, 3), dtype=np.uint8)
    return Image.fromarray(chance).resize(size, Image.Resampling.BICUBIC)


def test_looks_change_colours_as_their_table_says(tmp_path):
    image = smooth()
    before = np.asarray(image).astype(float)
    same = cube(tmp_path / "same.cube", lambda c: c)
    assert np.abs(np.asarray(applied(image, Look(same))) - before).max() <= 1
    swap = cube(tmp_path / "swap.cube", lambda c: c[::-1], head="DOMAIN_MIN 0 0 0\nDOMAIN_MAX 1 1 1\n")
    assert np.abs(np.asarray(applied(image, Look(swap))) - before[:, :, ::-1]).max() <= 1
    half = np.asarray(applied(image, Look(swap, 0.5)))
    assert np.abs(half - (before + before[:, :, ::-1]) / 2).max() <= 1
    wide = cube(tmp_path / "wide.cube", lambda c: c, head="DOMAIN_MIN 0 0 0\nDOMAIN_MAX 2 2 2\n")
    assert np.abs(np.asarray(applied(image, Look(wide))) - before / 2).max() <= 1
    (tmp_path / "curve.cube").write_text("LUT_1D_SIZE 3\n1 1 1\n0.5 0.5 0.5\n0 0 0\n")
    assert np.abs(np.asarray(applied(image, Look(tmp_path / "curve.cube"))) - (255 - before)).max() <= 1


def test_moving_pictures_get_the_same_look_as_stills(tmp_path):
    warm = Look(cube(tmp_path / "warm.cube", lambda c: np.clip(c * [1.05, 0.97, 0.7] + [0.03, 0.01, 0.0], 0, 1)))
    image = smooth((160, 96))

    def halved(pixels):
        y, *colour = to_planes(np.asarray(pixels))
        return [y, *(plane.reshape(48, 2, 80, 2).mean(axis=(1, 3)).round().astype(np.uint8) for plane in colour)]

    planes = halved(image)
    YuvTable.of(warm).apply(planes)
    for plane, expected in zip(planes, halved(applied(image, warm)), strict=True):
        difference = np.abs(plane.astype(int) - expected)
        assert difference.mean() < 0.6 and difference.max() <= 4


BAD = {
    "names no size": "0 0 0\n1 1 1\n",
    "holds 2 colours instead of 8": "LUT_3D_SIZE 2\n0 0 0\n1 1 1\n",
    "a size of 5000 is not possible": "LUT_3D_SIZE 5000\n",
    "could not convert": "LUT_3D_SIZE 2\n1 2 .x\n",
    "its domain is empty": "LUT_3D_SIZE 2\nDOMAIN_MIN 1 1 1\n",
    "instead of 2": "LUT_1D_SIZE 2\nnan\n0 nan 0\n1 1 1\n",
}


@pytest.mark.parametrize("words", BAD)
def test_a_table_that_is_wrong_is_refused_in_a_sentence(tmp_path, words):
    (tmp_path / "bad.cube").write_text(BAD[words])
    with pytest.raises(MediaError, match=f"colour look bad.cube cannot be read .*{words}"):
        read_cube(tmp_path / "bad.cube")


def test_a_vignette_darkens_the_corners_alone_and_makes_no_bands(tmp_path):
    y = drawn(view(grey(tmp_path), Vignette(0.6)), 0)[0].astype(float)
    assert y[90, 160] == pytest.approx(126, abs=1) and y[1, 1] < 70
    row = np.abs(np.diff(y[5:9, :160].mean(axis=0)))
    assert row.max() < 4
    assert np.array_equal(drawn(view(grey(tmp_path), Vignette(0.6)), 30)[0], y)


def test_grain_is_new_in_each_frame_and_the_same_in_each_drawing(tmp_path):
    path = grey(tmp_path)
    made, again = view(path, Grain(0.03)), view(path, Grain(0.03))
    one, two = drawn(made, 3)[0], drawn(made, 4)[0]
    assert one.astype(float).std() == pytest.approx(0.03 * 219, rel=0.2) and one.mean() == pytest.approx(126, abs=0.5)
    assert not np.array_equal(one, two)
    assert np.array_equal(drawn(again, 4)[0], two) and np.array_equal(drawn(again, 3)[0], one)
    paper = view(path, Grain(0.03, moving=False))
    assert np.array_equal(drawn(paper, 3)[0], drawn(paper, 4)[0])


def test_an_overlay_stays_on_the_screen_while_the_camera_moves(tmp_path):
    rgba = np.zeros((90, 160, 4), np.uint8)
    rgba[:10] = (255, 0, 0, 255)
    Image.fromarray(rgba, "RGBA").save(tmp_path / "border.png")
    made = view(draw_picture(tmp_path / "a.png", 2), Overlay(tmp_path / "border.png"), move=PAN)
    for number in (0, 40):
        y, _, v = drawn(made, number)
        assert np.ptp(y[:17].astype(int)) <= 1 and v[3, 80] == pytest.approx(240, abs=2)
    assert np.array_equal(drawn(made, 9)[0][30:], drawn(view(tmp_path / "a.png", move=PAN), 9)[0][30:])


def test_an_overlay_that_was_made_anew_is_seen_anew(tmp_path):
    for level, told in ((255, 235), (0, 16)):
        Image.fromarray(np.full((90, 160, 4), (level, level, level, 255), np.uint8), "RGBA").save(tmp_path / "o.png")
        os.utime(tmp_path / "o.png", ns=(level, level))
        made = view(grey(tmp_path), Overlay(tmp_path / "o.png"))
        assert abs(drawn(made, 0)[0].astype(int) - told).max() <= 1


@pytest.mark.parametrize("kind", ["card", "plain", "lower_third"])
def test_titles_come_and_go_inside_the_frame(tmp_path, style, kind):
    title = Title(("The lamp", "a story"), style.fonts, kind, start=0.5, end=1.5, fade=0.25)
    made, bare = view(grey(tmp_path), title), drawn(view(grey(tmp_path)), 0)[0].astype(int)
    change = {n: np.abs(drawn(made, n)[0].astype(int) - bare) for n in (0, 14, 24, 40)}
    assert not change[0].any() and not change[40].any()
    assert 0 < change[14].mean() < change[24].mean()
    written = drawn(made, 24)[0] > 225
    rows, columns = np.flatnonzero(written.any(axis=1)), np.flatnonzero(written.any(axis=0))
    assert len(rows) and rows[0] > 4 and rows[-1] < SIZE[1] - 5 and columns[0] > 4 and columns[-1] < SIZE[0] - 5
    if kind == "lower_third":
        assert rows[0] > SIZE[1] / 2 and columns[-1] < SIZE[0] * 0.7
    else:
        assert (columns[0] + columns[-1]) / 2 == pytest.approx(SIZE[0] / 2, abs=4)


def test_a_title_that_is_too_long_is_made_to_fit(tmp_path, style):
    title = Title(("A title that goes on and on and never seems to come to any end at all",), style.fonts)
    written = drawn(view(grey(tmp_path), title), 24)[0] > 200
    columns = np.flatnonzero(written.any(axis=0))
    assert columns[0] > 8 and columns[-1] < SIZE[0] - 9


def test_an_effect_re_encodes_its_shot_alone_and_plays_on_over_segments(tmp_path, media):
    from dataclasses import replace

    shots = (Shot("a", media / "p0.png", STAY, 30), Shot("b", media / "p1.png", STAY, 30))
    film = Film(SIZE, FPS, shots)
    render(film, tmp_path / "out.mp4", cache=tmp_path / "cache")
    dark = replace(film, shots=(shots[0], replace(shots[1], effects=(Vignette(0.9, 0.0),))))
    assert render(dark, tmp_path / "out.mp4", cache=tmp_path / "cache").encoded_segments == 1
    light = luma(tmp_path / "out.mp4").mean(axis=(1, 2))
    assert light[40] < 0.85 * light[20] or light[40] < light[20] - 15
    assert np.ptp(light[32:58]) < 1.0


def test_no_frame_is_brighter_than_its_neighbours_where_segments_meet(tmp_path, media):
    made = Film(
        SIZE, FPS, (Shot("a", media / "p0.png", Move(PAN.start, PAN.start), 13 * FPS, effects=(Vignette(0.4),)),)
    )
    line = timeline(made)
    assert len(line.segments) > 1
    render(made, tmp_path / "out.mp4", cache=tmp_path / "cache")
    light = luma(tmp_path / "out.mp4").astype(np.float32).mean(axis=(1, 2))
    for segment in line.segments[1:]:
        assert abs(light[segment.start] - light[segment.start - 1]) < 0.2
