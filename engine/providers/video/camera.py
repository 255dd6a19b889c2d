"""The camera of this machine: a slow move over the still, drawn here, at no cost. What clips are made by unless another maker is chosen.

Inside a film its moves stay plans that are drawn when the film is cut; as a maker of its own it writes one as a file.
Example: `CameraMoves().film(VideoRequest("", png, 640, 360, 2.0), scratch).path`.
"""

from __future__ import annotations

from pathlib import Path

from engine.errors import MediaError
from engine.providers.contract import Abilities, Progress, VideoRequest, VideoResult, silent

NAME = "camera"


class CameraMoves:
    """Pushes in on the middle of a picture."""

    kind = "video"
    name = NAME
    abilities = Abilities(seeds=True)

    def ready(self) -> str | None:
        """None: nothing is needed."""
        return None

    def film(self, request: VideoRequest, scratch: Path, progress: Progress = silent) -> VideoResult:
        """An MP4 of `request.seconds` at the next whole rate that films have. The prompt is not read."""
        from PIL import Image, UnidentifiedImageError

        from engine import film

        progress(0.0, "planning the move")
        try:
            with Image.open(request.image) as opened:
                size = opened.size
        except (UnidentifiedImageError, OSError) as error:
            raise MediaError(f"{request.image.name} is no picture that can be read; choose another.") from error
        rate = min((24, 25, 30), key=lambda each: abs(each - request.fps))
        frames = max(1, round(request.seconds * rate))
        move = film.move("push", size, (request.width, request.height), None, request.seed, request.seconds)
        out = scratch / "camera.mp4"
        shot = film.Shot("camera", request.image, move, frames)
        film.proxy(shot, out, fps=rate, size=(request.width, request.height), quality="fast")
        progress(1.0, "filmed")
        return VideoResult(out, frames / rate)
