"""A PNG comes out the same whichever way it is decoded, and what is not plain goes the usual way."""

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image, ImageCms, PngImagePlugin

from engine.errors import MediaError
from engine.film import png
from engine.film.reading import load, pixels_of


def chance(channels):
    return np.random.default_rng(channels).integers(0, 256, (37, 53, channels), dtype=np.uint8)


def saved(pixels, **options):
    content = io.BytesIO()
    Image.fromarray(pixels).save(content, "PNG", **options)
    return content.getvalue()


def noted(key, text):
    notes = PngImagePlugin.PngInfo()
    notes.add_text(key, text)
    return {"pnginfo": notes}


@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("options", [{}, {"optimize": True}, {"dpi": (72, 72)}, noted("prompt", "a boat")])
def test_a_plain_picture_is_decoded_exactly(tmp_path, channels, options):
    pixels = chance(channels)
    (tmp_path / "a.png").write_bytes(saved(pixels, **options))
    np.testing.assert_array_equal(png.decoded(tmp_path / "a.png", channels), pixels)


def guess(kind, left, above, corner):
    """The standard's own words, one byte at a time."""
    whole = left + above - corner
    near = min((left, above, corner), key=lambda value: abs(whole - value))
    return (0, left, above, (left + above) // 2, near)[kind]


def filtered(pixels, kinds, lines=None):
    """A PNG whose rows have these filters in turn; `lines` are packed instead of its own."""
    height, width, step = pixels.shape
    rows, told = pixels.reshape(height, -1).astype(int), bytearray()
    for y in range(height):
        kind = kinds[y % len(kinds)]
        told.append(kind)
        for x in range(width * step):
            left, above = rows[y, x - step] if x >= step else 0, rows[y - 1, x] if y else 0
            corner = rows[y - 1, x - step] if y and x >= step else 0
            told.append((rows[y, x] - guess(min(kind, 4), left, above, corner)) % 256)
    head = struct.pack(">IIBBBBB", width, height, 8, {3: 2, 4: 6}[step], 0, 0, 0)
    packed = zlib.compress(bytes(told) if lines is None else lines)
    chunks = [(b"IHDR", head), (b"IDAT", packed[:50]), (b"IDAT", packed[50:]), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(part)) + name + part + struct.pack(">I", zlib.crc32(name + part)) for name, part in chunks
    )


@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("kinds", [(0,), (1,), (2,), (3,), (4,), (4, 3, 2, 1, 0), (3, 4, 1, 4)])
@pytest.mark.parametrize("shape", [(7, 19), (1, 5), (5, 1), (1, 1)], ids=str)
def test_every_filter_of_the_standard_is_undone(tmp_path, channels, kinds, shape):
    pixels = np.random.default_rng(5).integers(0, 256, (*shape, channels), dtype=np.uint8)
    (tmp_path / "a.png").write_bytes(filtered(pixels, kinds))
    np.testing.assert_array_equal(png.decoded(tmp_path / "a.png", channels), pixels)
    np.testing.assert_array_equal(np.asarray(Image.open(tmp_path / "a.png")), pixels)


def damaged(content):
    at = content.index(b"IDAT") + 20
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


@pytest.mark.parametrize(
    "content",
    [
        filtered(chance(3), (5,)),
        filtered(chance(3), (4,), lines=bytes(40_000_000)),
        filtered(chance(3), (4,), lines=bytes(100)),
        damaged(filtered(chance(3), (4,))),
    ],
    ids=["no such filter", "unfolds to far more", "unfolds to less", "a changed byte"],
)
def test_a_damaged_picture_is_left_to_the_usual_way(tmp_path, content):
    (tmp_path / "a.png").write_bytes(content)
    assert png.decoded(tmp_path / "a.png", 3) is None


def turned():
    exif = Image.Exif()
    exif[0x0112] = 6
    return {"exif": exif}


@pytest.mark.parametrize(
    "content",
    [
        saved(chance(3), **turned()),
        saved(chance(3), **noted("XML:com.adobe.xmp", '<x tiff:Orientation="6"/>')),
        saved(chance(3), icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()),
        saved(chance(3), transparency=(1, 2, 3)),
        saved(chance(3)[:, :, 0]),
        saved((chance(3)[:, :, 0] > 99).astype(np.uint16) * 40_000),
        saved(chance(4)),
    ],
    ids=["turned", "turned by a note", "profile", "transparent colour", "grey", "sixteen bits", "alpha"],
)
def test_what_is_not_plain_is_read_the_usual_way(tmp_path, content):
    (tmp_path / "a.png").write_bytes(content)
    assert png.decoded(tmp_path / "a.png", 3) is None
    np.testing.assert_array_equal(pixels_of(tmp_path / "a.png"), np.asarray(load(tmp_path / "a.png")))


def test_a_turned_picture_stands_upright(tmp_path):
    (tmp_path / "a.png").write_bytes(saved(chance(3), **turned()))
    np.testing.assert_array_equal(pixels_of(tmp_path / "a.png"), np.rot90(chance(3), -1))


@pytest.mark.parametrize("kept", [0, 7, 40, 900, -60])
def test_a_cut_off_picture_is_named_with_what_to_do(tmp_path, kept):
    (tmp_path / "a.png").write_bytes(saved(chance(3))[:kept])
    with pytest.raises(MediaError, match=r"a\.png cannot be read .*again"):
        pixels_of(tmp_path / "a.png")


def test_a_picture_that_is_not_there_is_named(tmp_path):
    with pytest.raises(MediaError, match="not there"):
        pixels_of(tmp_path / "none.png")
