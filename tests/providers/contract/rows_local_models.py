"""Rows of the contract suite: models on this machine, by their real classes with tiny random weights. They cost nothing and have no wire."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from engine.providers.contract import ImageRequest, MusicRequest, TextRequest, VideoRequest, VisionRequest
from engine.providers.image.diffusers import DiffusersImage
from engine.providers.music.musicgen import MusicGen
from engine.providers.text.transformers import TransformersText
from engine.providers.video.diffusers import DiffusersVideo
from engine.providers.vision.transformers import TransformersVision
from tests.providers.contract.cases import Case
from tests.providers.local_models import shelf, tiny


def _picture(folder: Path) -> Path:
    path = folder / "first.png"
    Image.radial_gradient("L").resize((96, 64)).convert("RGB").save(path)
    return path


def _drawn(request):
    tiny("sdxl")  # built now, where it was not
    return request


def _sized(result, server):
    with Image.open(result.path) as picture:
        return None if picture.size == (96, 64) else f"a picture of {picture.size}"


def _said(result, server):
    return None if result.data is None and result.tokens_out > 0 else "no words"


CASES = (
    Case(
        "image: diffusers",
        "image",
        f"diffusers:{shelf() / 'sdxl'},steps=2",
        lambda seconds: DiffusersImage(f"{shelf() / 'sdxl'},steps=2"),
        lambda folder: _drawn(ImageRequest("a boat in the fog", 96, 64, seed=3)),
        _sized,
    ),
    Case(
        "video: diffusers",
        "video",
        f"diffusers:{shelf() / 'ltx'},steps=2",
        lambda seconds: DiffusersVideo(f"{shelf() / 'ltx'},steps=2"),
        lambda folder: _drawn(VideoRequest("the boat rocks", _picture(folder), 96, 64, 0.3)),
        lambda result, server: None if result.seconds > 0.2 and result.path.stat().st_size > 500 else "no film",
    ),
    Case(
        "text: transformers",
        "text",
        f"transformers:{shelf() / 'qwen'}",
        lambda seconds: TransformersText(str(shelf() / "qwen")),
        lambda folder: _drawn(TextRequest("You write.", "Fog", max_tokens=400, seed=1)),
        _said,
    ),
    Case(
        "vision: transformers",
        "vision",
        f"transformers:{shelf() / 'llava'}",
        lambda seconds: TransformersVision(str(shelf() / "llava")),
        lambda folder: _drawn(VisionRequest((_picture(folder),), "What is seen?", max_tokens=12)),
        _said,
    ),
    Case(
        "music: musicgen",
        "music",
        f"musicgen:{shelf() / 'musicgen'}",
        lambda seconds: MusicGen(str(shelf() / "musicgen")),
        lambda folder: _drawn(MusicRequest("calm", 2.0, seed=1)),
        lambda result, server: None if 0.5 < result.loops[-1] < 2.1 else f"loops at {result.loops}",
    ),
)
