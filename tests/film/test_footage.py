"""Footage of every kind comes out in the film's size, colours and rate, cut to the frame, whatever the order of drawing."""

import random

import numpy as np
import pytest

from engine.errors import MediaError
from engine.film.camera import Moment
from engine.film.effects import Freeze, Look, Ramp
from engine.film.footage import Filmed
from engine.film.placing import empty_planes
from engine.film.reading import to_yuv
from engine.film.sources import Footage
from engine.film.timemap import time_map
from engine.film.types import Film, Move, Shot, Window
from tests.film.conftest import planes as decoded
from tests.film.footage_files import level, picture, told, turned, write

STAY = Move(Window(), Window())
SIZE = (96, 64)
RED = to_yuv((220, 30, 30))
FRAMES = [picture(n) for n in range(30)]
QUIET = {"x265-params": "log-level=none"}
OPEN_GROUPS = {"x265-params": "keyint=8:open-gop=1:bframes=3:log-level=none"}


def filmed(path, size=SIZE, **wishes):
    return Filmed(Footage(path, **wishes), STAY, size)


def drawn(source, seconds, size=SIZE):
    planes, spare = empty_planes(size), empty_planes(size)
    source.draw(Moment(source=seconds), planes, spare)
    return planes


KINDS = {
    "frames that look ahead": ("a.mp4", {"options": {"bf": "3", "g": "7"}}),
    "open groups": ("a.mp4", {"codec": "libx265", "options": OPEN_GROUPS}),
    "ten bits": ("a.mp4", {"codec": "libx265", "layout": "yuv420p10le", "options": QUIET}),
    "full colour": ("a.mp4", {"layout": "yuv444p"}),
    "no stamps": ("a.avi", {"codec": "mpeg4", "options": {"bf": "2", "qmin": "1", "qmax": "1"}}),
    "stamps in milliseconds": ("a.mkv", {}),
    "vp9": ("a.webm", {"codec": "libvpx-vp9", "options": {"b:v": "300k"}}),
    "RGB": ("a.mov", {"codec": "png", "layout": "rgb24"}),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_shows_the_right_frame_in_the_right_colour(tmp_path, kind):
    name, how = KINDS[kind]
    source = filmed(write(tmp_path / name, FRAMES, **how))
    for number in (0, 29, 7, 8, 16, 15, 1):
        planes = drawn(source, number / 24)
        assert told(planes[0]) == pytest.approx(number, abs=0.5)
    for plane, value in zip(drawn(source, 0.0), RED, strict=True):
        assert plane[3, 3] == pytest.approx(value, abs=4)


def test_odd_sides_are_kept_in_proportion(tmp_path):
    frames = [picture(n, (97, 63)) for n in range(3)]
    source = filmed(write(tmp_path / "odd.mkv", frames, codec="ffv1", layout="yuv444p"))
    y = drawn(source, 0.0)[0]
    assert told(y) == pytest.approx(0, abs=0.5)
    assert abs(int((y[2] > 60).sum()) - 24) <= 1 and y[3, 3] == pytest.approx(RED[0], abs=4)


@pytest.mark.parametrize(("degrees", "corner"), [(90, (-4, 3)), (180, (-4, -4)), (270, (3, -4))])
def test_what_a_phone_filmed_on_its_side_stands_upright(tmp_path, degrees, corner):
    path = turned(write(tmp_path / "a.mp4", FRAMES[:3]), degrees)
    size = SIZE if degrees == 180 else SIZE[::-1]
    _, _, v = drawn(filmed(path, size), 0.0, size)
    assert v[corner] == pytest.approx(RED[2], abs=6)
    assert v[3, 3] == pytest.approx(128, abs=4)


def test_a_rate_that_varies_is_followed_by_the_clock(tmp_path):
    path = write(tmp_path / "vfr.mp4", FRAMES[:4], times=[0, 100, 500, 900])
    source = filmed(path)
    seen = [round(told(drawn(source, at)[0])) for at in (0, 0.05, 0.11, 0.45, 0.51, 0.85, 0.95, 30.0)]
    assert seen == [0, 0, 1, 1, 2, 2, 3, 3]


@pytest.mark.parametrize(("name", "how"), [("a.mov", {"codec": "png", "layout": "rgba"}), ("a.webm", {})])
def test_what_is_clear_shows_the_colour_behind(tmp_path, name, how):
    if name.endswith("webm"):
        how = {"codec": "libvpx-vp9", "layout": "yuva420p", "options": {"auto-alt-ref": "0", "b:v": "500k"}}
    frames = [np.dstack([frame, np.full(frame.shape[:2], 128, np.uint8)]) for frame in FRAMES[:3]]
    path = write(tmp_path / name, frames, **how)
    for behind in (0, 255):
        y = drawn(filmed(path, behind=(behind,) * 3), 0.0)[0]
        expected = 16 + (level(0) * 128 + behind * 127) / 255 * 219 / 255
        assert y[32, 48] == pytest.approx(expected, abs=3)


def test_footage_of_another_shape_fills_the_frame_or_lies_whole_in_it(tmp_path):
    path = write(tmp_path / "a.mp4", FRAMES[:2])
    filled = drawn(filmed(path, (120, 120)), 0.0, (120, 120))[0]
    assert np.ptp(filled[60:, 60:].astype(int)) <= 3
    whole = drawn(filmed(path, (120, 120), fit="fit", behind=(0, 0, 255)), 0.0, (120, 120))
    for plane, value in zip(whole, to_yuv((0, 0, 255)), strict=True):
        assert plane[2, 30] == pytest.approx(value, abs=1)
    assert told(whole[0]) == pytest.approx(0, abs=0.5)


def test_frames_drawn_in_any_order_are_the_same_frames(tmp_path):
    path = write(tmp_path / "a.mp4", FRAMES, codec="libx265", options=OPEN_GROUPS)
    source, order = filmed(path), list(range(30))
    forward = [drawn(source, n / 24) for n in order]
    random.Random(5).shuffle(order)
    again = filmed(path)
    for n in order:
        assert all(np.array_equal(a, b) for a, b in zip(drawn(again, n / 24), forward[n], strict=True))


def test_an_early_end_is_held_or_begins_again(tmp_path):
    path = write(tmp_path / "a.mp4", FRAMES[:12])
    assert round(told(drawn(filmed(path), 9.0)[0])) == 11
    assert round(told(drawn(filmed(path, ending="loop"), 0.5 + 3 / 24)[0])) == 3


def test_a_film_of_footage_is_cut_to_the_frame_and_keeps_its_place_through_edits(tmp_path):
    from engine.film import render

    path = write(tmp_path / "a.mp4", FRAMES)
    shots = (Shot("a", Footage(path, start=0.5), STAY, 8), Shot("b", Footage(path, speed=2.0), STAY, 10, "dissolve", 4))
    film = Film(SIZE, 24, shots)
    render(film, tmp_path / "out.mp4", cache=tmp_path / "cache")
    seen = [told(frame[: SIZE[1]]) for frame in decoded(tmp_path / "out.mp4")]
    assert [round(at) for at in seen[:6]] == [12, 13, 14, 15, 16, 17]
    assert [round(at) for at in seen[10:]] == [4, 6, 8, 10, 12, 14, 16, 18]
    assert render(film, tmp_path / "out.mp4", cache=tmp_path / "cache").encoded_segments == 0


def test_a_ramp_and_a_freeze_are_one_map_that_leads_both_ways(tmp_path):
    path = write(tmp_path / "a.mp4", FRAMES)
    effects = (Ramp(((1.0, 1.0), (2.0, 3.0))), Freeze(0.5, 0.25))
    line = time_map(Shot("a", Footage(path, start=2.0), STAY, 100, effects=effects))
    assert line.source(0.25) == pytest.approx(2.25)
    assert line.source(0.5) == pytest.approx(2.5) and line.source(0.74) == pytest.approx(2.5, abs=1e-4)
    assert line.source(1.25) == pytest.approx(3.0, abs=1e-4)
    assert line.source(2.25) == pytest.approx(5.0, abs=1e-3) and line.source(3.25) == pytest.approx(8.0, abs=1e-3)
    for at in (0.1, 0.4, 1.0, 1.7, 2.2, 4.0):
        assert line.shown(line.source(at)) == pytest.approx(at, abs=1e-3)


BROKEN = {
    "no video": (b"this is no film at all" * 99, "cannot be used"),
    "nothing": (b"", "cannot be used"),
    "a list of other files": (b"#EXTM3U\n#EXTINF:1,\n/etc/hostname\n#EXT-X-ENDLIST\n", "cannot be used"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_file_that_is_no_footage_is_refused_in_a_sentence(tmp_path, kind):
    content, words = BROKEN[kind]
    (tmp_path / "a.mp4").write_bytes(content)
    with pytest.raises(MediaError, match=words):
        filmed(tmp_path / "a.mp4")


def test_a_file_cut_short_shows_what_is_left_of_it(tmp_path):
    whole = write(tmp_path / "a.mkv", FRAMES, options={"g": "5"}).read_bytes()
    (tmp_path / "cut.mkv").write_bytes(whole[: len(whole) * 2 // 3])
    source = filmed(tmp_path / "cut.mkv")
    assert told(drawn(source, 0.25)[0]) == pytest.approx(6, abs=0.5)
    assert told(drawn(source, 9.0)[0]) > 10


def test_a_look_colours_footage_as_it_colours_stills(tmp_path):
    from engine.film.view import Span, View

    rows = [f"{1 - b} {g} {r}" for b in (0, 1) for g in (0, 1) for r in (0, 1)]
    (tmp_path / "swap.cube").write_text("LUT_3D_SIZE 2\n" + "\n".join(rows))
    path = write(tmp_path / "a.mov", FRAMES[:2], codec="png", layout="rgb24")
    shot = Shot("a", Footage(path), STAY, 2, effects=(Look(tmp_path / "swap.cube"),))
    planes, spare = empty_planes(SIZE), empty_planes(SIZE)
    View(shot, SIZE, 24, Span(2)).draw(0, planes, spare)
    for plane, value in zip(planes, to_yuv((255 - 30, 30, 220)), strict=True):
        assert plane[3, 3] == pytest.approx(value, abs=4)


@pytest.mark.parametrize(("curve", "paper"), [(16, 0.581), (18, 0.75)])
def test_footage_of_a_high_range_shows_white_paper_as_white_and_grey_as_grey(tmp_path, curve, paper):
    import av

    path = tmp_path / "hdr.mkv"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("ffv1", rate=24)
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p10le"
        context = stream.codec_context
        context.color_range, context.colorspace, context.color_primaries, context.color_trc = 1, 9, 9, curve
        frame = av.VideoFrame(*SIZE, "yuv420p10le")
        for n, plane in enumerate(frame.planes):
            value = round((16 + 219 * paper) * 4) if n == 0 else 512
            plane.update(np.full(plane.buffer_size // 2, value, np.uint16).tobytes())
        frame.color_range, frame.colorspace, frame.color_trc = 1, 9, curve
        frame.pts = 0
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    y, u, v = drawn(filmed(path), 0.0)
    assert 205 <= y[32, 48] <= 235
    assert abs(int(u[16, 24]) - 128) <= 1 and abs(int(v[16, 24]) - 128) <= 1
