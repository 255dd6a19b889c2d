"""Pictures as they are sent to a service and as they come back. Example: `light(png, (1280, 720), scratch / "first.jpg")`."""

from __future__ import annotations

from pathlib import Path

from engine.errors import MediaError

QUALITY = 92


def light(file: Path, size: tuple[int, int], out: Path) -> Path:
    """A picture as a JPEG of this size (its middle where its shape is another), so that a request stays small."""
    from PIL import Image, ImageOps

    with Image.open(file) as opened:
        whole = opened.convert("RGB")
    fitted = whole if whole.size == size else ImageOps.fit(whole, size, Image.Resampling.LANCZOS)
    fitted.save(out, "JPEG", quality=QUALITY, subsampling=0)
    return out


def received(file: Path, size: tuple[int, int], out: Path) -> Path:
    """What came, as a PNG of this size (its middle where its shape is another). MediaError where it is no picture."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    from engine.film.guarded import guarded

    guarded(file, "picture")
    try:
        with Image.open(file) as opened:
            whole = ImageOps.exif_transpose(opened).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError) as error:
        raise MediaError(f"{file.name} cannot be read; choose another file.") from error
    if whole.size != size:
        whole = ImageOps.fit(whole, size, Image.Resampling.LANCZOS)
    whole.save(out)
    return out
