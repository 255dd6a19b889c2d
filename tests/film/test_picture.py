"""Pictures become planes: right colours, smooth sub-pixel moves, no stretching, and any file that a person may
bring.
"""

import cv2
import numpy as np
import pytest
from PIL import Image

from engine.errors import MediaError
from engine.film.painter import empty_planes
from engine.film.picture import Source, fitted, load, to_yuv
from engine.film.types import Move, Window
from tests.film.conftest import PAN, PUSH, SIZE, draw_picture, moved

WHOLE = Window(0, 0, 1, 1)


def drawn(source, progress, size=SIZE):
    planes, spare = empty_planes(size), empty_planes(size)
    source.draw(progress, planes, spare)
    return planes


@pytest.mark.parametrize("colour", [(255, 255, 255), (0, 0, 0), (220, 40, 30), (20, 90, 200)])
def test_plain_colours_arrive_as_bt709_limited(tmp_path, colour):
    Image.new("RGB", (400, 300), colour).save(tmp_path / "a.png")
    planes = drawn(Source(tmp_path / "a.png", PUSH, SIZE), 0.5)
    for plane, value in zip(planes, to_yuv(colour), strict=True):
        assert np.abs(plane.astype(float) - value).max() <= 1


def test_colour_and_light_of_an_edge_lie_in_the_same_place(tmp_path):
    image = Image.new("RGB", (320, 180), (200, 40, 40))
    image.paste((40, 40, 200), (160, 0, 320, 180))
    image.save(tmp_path / "a.png")
    y, u, v = drawn(Source(tmp_path / "a.png", Move(WHOLE, WHOLE), SIZE), 0.0)
    # H.264 keeps colour at even pixels: the edge between pixels 159 and 160 lies between colour samples 79 and 80.
    jump = np.abs(np.diff(u[45].astype(float)))
    assert jump.argmax() == 79 and np.abs(np.diff(v[45].astype(float))).argmax() == 79
    assert np.abs(np.diff(y[90].astype(float))).argmax() == 159


def steps_of(source, count):
    """How far the picture is seen to move between neighbouring frames."""
    return moved([drawn(source, n / (count - 1))[0] for n in range(count)])


def test_a_slow_pan_moves_by_the_same_part_of_a_pixel_each_frame(tmp_path):
    pan = Move(Window(0.0, 0.05, 0.9, 0.9), Window(0.03, 0.05, 0.9, 0.9), "linear")
    steps = steps_of(Source(draw_picture(tmp_path / "a.png", 1), pan, SIZE), 40)
    assert steps[:, 0].sum() == pytest.approx(-0.03 / 0.9 * SIZE[0], rel=0.02)
    jitter = np.diff(steps, axis=0)
    assert np.sqrt((jitter**2).mean()) < 0.02 and np.abs(jitter).max() < 0.05


def test_a_slow_pan_stays_as_sharp_from_frame_to_frame(tmp_path):
    source = Source(
        draw_picture(tmp_path / "a.png", 2, (1280, 720)), Move(PAN.start, Window(0.02, 0.05, 0.9, 0.9)), (640, 360)
    )
    sharpness = [np.abs(cv2.Laplacian(drawn(source, n / 30, (640, 360))[0], cv2.CV_32F)).mean() for n in range(31)]
    # Grain is the hardest case; a picture kept at the film's own size would pulse by more than a half.
    assert np.ptp(sharpness) / np.mean(sharpness) < 0.15


def test_a_large_zoom_is_sharp_at_its_near_end_and_calm_at_its_wide_end(tmp_path):
    path = draw_picture(tmp_path / "a.png", 3, (1920, 1080))
    zoom = Source(path, Move(WHOLE, Window(0.3, 0.3, 0.25, 0.25)), SIZE)
    for progress, still in ((0.0, WHOLE), (1.0, Window(0.3, 0.3, 0.25, 0.25))):
        alone = Source(path, Move(still, still), SIZE)
        difference = drawn(zoom, progress)[0].astype(float) - drawn(alone, progress)[0]
        assert np.abs(difference).mean() < 1.0


def test_windows_of_another_shape_are_narrowed_and_nothing_is_stretched(tmp_path):
    assert fitted(WHOLE, (400, 400), (320, 180)) == pytest.approx((0, 87.5, 400, 225))
    Image.fromarray(cv2.circle(np.zeros((400, 400), np.uint8), (200, 200), 80, 255, -1)).save(tmp_path / "a.png")
    y = drawn(Source(tmp_path / "a.png", Move(WHOLE, WHOLE), SIZE), 0.5)[0] > 120
    assert y.any(axis=0).sum() == pytest.approx(y.any(axis=1).sum(), abs=2)


def odd_pictures(folder):
    grain = np.random.default_rng(0).integers(0, 255, (60, 80), dtype=np.uint8)
    grey = Image.fromarray(grain)
    yield "grey.png", grey
    yield "palette.gif", grey.convert("P")
    yield "clear.png", Image.merge("LA", (grey, Image.new("L", grey.size, 128)))
    yield "ink.jpg", Image.merge("CMYK", [grey] * 4)
    yield "deep.png", Image.fromarray(grain.astype(np.uint16) * 257)
    yield "tiny.webp", grey.convert("RGB").resize((3, 2))
    yield "line.png", grey.convert("RGB").resize((2000, 1))


def test_every_kind_of_picture_can_be_filmed(tmp_path):
    for name, image in odd_pictures(tmp_path):
        image.save(tmp_path / name)
        planes = drawn(Source(tmp_path / name, PUSH, SIZE), 0.3)
        assert planes[0].shape == (180, 320), name


def test_a_sixteen_bit_picture_is_as_bright_as_its_eight_bit_twin(tmp_path):
    grain = np.full((40, 40), 200, np.uint8)
    Image.fromarray(grain.astype(np.uint16) * 257).save(tmp_path / "deep.png")
    assert np.asarray(load(tmp_path / "deep.png")).mean() == pytest.approx(200, abs=1)


def test_a_photo_held_upright_is_turned_upright(tmp_path):
    image = Image.new("RGB", (60, 40))
    exif = image.getexif()
    exif[0x0112] = 6
    image.save(tmp_path / "a.jpg", exif=exif)
    assert load(tmp_path / "a.jpg").size == (40, 60)


@pytest.mark.parametrize("content", [b"", b"not a picture", None])
def test_a_broken_picture_is_a_sentence_and_not_a_traceback(tmp_path, content):
    path = tmp_path / "broken.png"
    whole = draw_picture(tmp_path / "whole.png", 1).read_bytes()
    path.write_bytes(whole[: len(whole) // 2] if content is None else content)
    with pytest.raises(MediaError, match=r"The picture broken.png cannot be read .*; make or choose it again"):
        load(path)


def test_small_bright_lights_do_not_fade_when_a_picture_is_made_much_smaller(tmp_path):
    sky = np.zeros((1080, 1920, 3), np.uint8)
    chance = np.random.default_rng(1)
    sky[chance.integers(4, 1076, 900), chance.integers(4, 1916, 900)] = 255
    Image.fromarray(sky).save(tmp_path / "stars_keep.png")
    y = drawn(Source(tmp_path / "stars_keep.png", Move(WHOLE, WHOLE), SIZE), 0.0)[0]

    def light(values):
        return (np.clip(values.astype(float), 0, 1) ** 2.2).mean()

    kept = light((y.astype(float) - 16) / 219) / light(sky[:, :, 0] / 255.0)
    assert 0.4 < kept < 1.35  # made smaller in sRGB alone, less than a tenth of the light would be left


def test_a_picture_without_small_lights_is_made_smaller_as_before(tmp_path):
    path = draw_picture(tmp_path / "a.png", 5, (1280, 720))
    y = drawn(Source(path, Move(WHOLE, WHOLE), SIZE), 0.0)[0].astype(float)
    plain = np.asarray(Image.open(path).resize(SIZE, Image.Resampling.LANCZOS))
    expected = plain @ np.array([0.2126, 0.7152, 0.0722]) * 219 / 255 + 16
    assert np.abs(y - expected)[4:-4, 4:-4].mean() < 1.0


def test_a_palette_with_a_colour_profile_is_read(tmp_path):
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = Image.new("RGB", (40, 30), (180, 90, 40)).quantize(4)
    image.save(tmp_path / "a.png", icc_profile=profile)
    assert np.abs(np.asarray(load(tmp_path / "a.png"), int) - (180, 90, 40)).max() <= 2


@pytest.mark.parametrize("size", [(864, 1080), (3840, 2160)])
def test_tall_and_very_large_films_are_drawn(tmp_path, size):
    y, u, _ = drawn(Source(draw_picture(tmp_path / "a.png", 1), PUSH, size), 0.5, size)
    assert y.shape == size[::-1] and u.shape == (size[1] // 2, size[0] // 2) and y.std() > 10


def test_any_frame_of_a_still_is_the_same_frame_in_any_order(tmp_path):
    path = draw_picture(tmp_path / "a.png", 1)
    forward = [drawn(Source(path, PUSH, SIZE), n / 9) for n in range(10)]
    again = Source(path, PUSH, SIZE)
    for n in (7, 2, 9, 0, 5):
        assert all(np.array_equal(a, b) for a, b in zip(drawn(again, n / 9), forward[n], strict=True))
