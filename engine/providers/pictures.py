"""Pictures as a service is sent them inside a request. Knows no service. Example: `data_url(Path("shot.png"), longest=1024)`."""

from __future__ import annotations

import base64
import io
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import MediaError

if TYPE_CHECKING:
    from PIL import Image

QUALITY = 90


def opened(path: Path) -> Image.Image:
    """A picture, turned upright, in RGB; MediaError where it is none."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(path) as found:
            return ImageOps.exif_transpose(found).convert("RGB")
    except (OSError, UnidentifiedImageError, ValueError, Image.DecompressionBombError) as error:
        raise MediaError(f"{path.name} cannot be read as a picture; save it as PNG or JPEG and try again.") from error


def smaller(path: Path, longest: int) -> Image.Image:
    """The picture with no side above `longest` pixels."""
    found = opened(path)
    found.thumbnail((longest, longest))
    return found


def data_url(path: Path, longest: int = 1568) -> str:
    """The picture as a JPEG written into a URL."""
    file = io.BytesIO()
    smaller(path, longest).save(file, "JPEG", quality=QUALITY)
    return f"data:image/jpeg;base64,{base64.b64encode(file.getvalue()).decode('ascii')}"


def png(picture: Image.Image) -> bytes:
    """The picture as a PNG."""
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
