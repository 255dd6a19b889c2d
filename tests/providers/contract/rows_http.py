"""Rows of the contract suite: configured services that are polled, in both shipped manners, and the camera of this machine."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from engine.providers.contract import ImageRequest, VideoRequest
from engine.providers.image.http import HttpImage
from engine.providers.video.camera import CameraMoves
from engine.providers.video.http import HttpVideo
from tests.fakes.http_server import json_reply
from tests.fakes.polled_server import KEY_NAME, NAME, PolledServer, accept, describe, png
from tests.film.footage_files import picture, write
from tests.providers.contract.cases import KEY, Case, Wire

SIZE = (160, 90)
SECONDS = 5.0


@cache
def _films() -> tempfile.TemporaryDirectory[str]:
    """Kept until the tests end."""
    return tempfile.TemporaryDirectory()


@cache
def film() -> bytes:
    """A second of film."""
    return write(Path(_films().name) / "film.mp4", [picture(n) for n in range(24)]).read_bytes()


def environ(like: str) -> Any:
    """A home folder of its own, with the service in it, and the key."""

    def given(url: str) -> Mapping[str, str]:
        home = Path(tempfile.mkdtemp(dir=_films().name))
        describe(home, url, like)
        return {"REELWRIGHT_HOME": str(home), KEY_NAME: KEY}

    return given


def fault(status: int, message: str, headers: Mapping[str, str]) -> Any:
    return json_reply({"detail": message}, status, **{name.replace("-", "_"): text for name, text in headers.items()})


def wire(like: str, content: bytes, kind: str) -> Wire:
    good = accept(content, kind=kind)
    broken = accept(content[: len(content) // 3], kind=kind)
    return Wire(
        environ=environ(like), key=KEY_NAME, good=good, fault=fault,
        malformed=(accept(content, kind=kind, names_job=False), accept(b"<html>sorry</html>", kind=kind), json_reply("yes", 201)),
        partial=(broken,),
        refused=(
            fault(422, "flagged: content policy violation", {}),
            accept(content, kind=kind, end="failed", words="NSFW content detected, content_policy_violation"),
        ),
        serve=lambda: PolledServer(style=like),
    )  # fmt: skip


def drawn(folder: Path) -> ImageRequest:
    return ImageRequest("a lamp in the fog", *SIZE, seed=7)


def filmed(folder: Path) -> VideoRequest:
    (folder / "first.png").write_bytes(png((320, 180)))
    return VideoRequest("the lamp flickers", folder / "first.png", *SIZE, SECONDS)


def a_picture(result: Any, server: Any) -> str | None:
    from PIL import Image

    with Image.open(result.path) as found:
        return None if (found.size, found.format) == (SIZE, "PNG") else f"{found.size} {found.format}"


def a_film(result: Any, server: Any) -> str | None:
    import av

    content = result.path.read_bytes()
    with av.open(io.BytesIO(content)) as container:
        frames = sum(1 for _ in container.decode(video=0))
        rate = float(container.streams.video[0].average_rate)
    return None if abs(result.seconds - frames / rate) < 0.1 else f"{frames} frames, {result.seconds} s"


CASES = (
    *(
        Case(
            name=f"image: like {like}", kind="image", provider=f"http:{NAME}",
            make=lambda seconds: HttpImage(NAME, timeout=seconds), request=drawn, check=a_picture,
            wire=wire(like, png(), "image/png"), cost=cost,
        )
        for like, cost in (("replicate", 0.003), ("fal", round(0.003 * 160 * 96 / 1e6, 6)))
    ),
    *(
        Case(
            name=f"video: like {like}", kind="video", provider=f"http:{NAME}",
            make=lambda seconds: HttpVideo(NAME, timeout=seconds), request=filmed, check=a_film,
            wire=wire(like, film(), "video/mp4"), cost=cost,
        )
        for like, cost in (("replicate", 0.35), ("fal", 0.21))
    ),
    Case(
        name="video: camera", kind="video", provider="camera", make=lambda seconds: CameraMoves(),
        request=lambda folder: VideoRequest("", filmed(folder).image, *SIZE, 1.0), check=a_film,
    ),
)  # fmt: skip
