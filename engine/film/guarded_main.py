"""The inside of the process that `guarded` starts: limits itself, decodes the beginning of one file, prints facts.

Not imported by the engine. Example: `main()` with PATH KIND MEMORY SECONDS as arguments prints one line of JSON.
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any

from engine.film.guarded import LONGEST_SIDE, MOST_HOURS, MOST_PIXELS

FRAMES = 3


class Fault(Exception):
    """Why a file cannot be used: (name of the sentence, detail)."""


def main() -> None:
    """Look at the file and print what was found."""
    path, kind, memory, seconds = sys.argv[1:5]
    _limit(int(memory), int(seconds))
    look = {"picture": _picture, "sound": _sound, "video": _video}[kind]
    try:
        answer = look(Path(path))
    except Fault as fault:
        answer = {"fault": fault.args[0], "why": fault.args[1]}
    except MemoryError:
        answer = {"fault": "large", "why": "it needs too much memory"}
    except Exception as error:  # whatever a codec raises is the file's fault
        answer = {"fault": "damaged", "why": str(error).split("\n")[0][:100] or type(error).__name__}
    print(json.dumps(answer))


def _limit(memory: int, seconds: int) -> None:
    """Memory and processor time; systems without such limits are left with the caller's time limit."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _sized(width: int, height: int) -> tuple[int, int]:
    if width < 1 or height < 1:
        raise Fault("empty", "")
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise Fault("large", f"{width}x{height} pixels")
    return width, height


def _picture(path: Path) -> dict[str, Any]:
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    with Image.open(path, formats=("PNG", "JPEG", "WEBP", "AVIF", "GIF", "BMP", "TIFF")) as image:
        size = _sized(*image.size)
        kind = image.format or ""
        image.load()
    return {"size": size, "seconds": 0.0, "rate": 0, "codec": kind.lower()}


def _opened(path: Path) -> Any:
    import av

    # Playlists and the like could name other files; a person's file is looked at alone.
    options = {"protocol_whitelist": "file", "probesize": "20000000", "analyzeduration": "5000000"}
    container = av.open(str(path), options=options)
    if set(container.format.name.split(",")) & {"hls", "dash", "concat", "concatf", "image2", "lavfi"}:
        raise Fault("damaged", "it only names other files")
    return container


def _length(container: Any) -> float:
    import av

    seconds = float(container.duration or 0) / av.time_base
    if not math.isfinite(seconds) or seconds > MOST_HOURS * 3600:
        raise Fault("long", f"{seconds / 3600:.0f} hours")
    return seconds


def _video(path: Path) -> dict[str, Any]:
    with _opened(path) as container:
        if not container.streams.video:
            raise Fault("empty", "")
        stream = container.streams.video[0]
        size = _sized(stream.codec_context.width, stream.codec_context.height)
        seconds = _length(container)
        frames = 0
        for frame in container.decode(stream):
            _sized(frame.width, frame.height)
            frames += 1
            if frames >= FRAMES:
                break
        if not frames:
            raise Fault("empty", "")
        return {"size": size, "seconds": seconds, "rate": 0, "codec": stream.codec_context.name}


def _sound(path: Path) -> dict[str, Any]:
    with _opened(path) as container:
        if not container.streams.audio:
            raise Fault("empty", "")
        stream = container.streams.audio[0]
        seconds = _length(container)
        if next((frame for frame in container.decode(stream) if frame.samples), None) is None:
            raise Fault("empty", "")
        rate, codec = stream.codec_context.sample_rate, stream.codec_context.name
        return {"size": (0, 0), "seconds": seconds, "rate": rate, "codec": codec}
