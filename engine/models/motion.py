"""Moving pictures from a still one by diffusers' own pipelines: LTX-Video, which can also end on a given picture, and Stable Video Diffusion.

Runs inside the device worker and imports torch there. Example: `Filmer.load(job, plan).film(job, request, scratch, tell).seconds`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from engine.models.catalogue import Card
from engine.models.memory import Plan
from engine.models.pictures import loaded, opened, stepping
from engine.models.place import placed
from engine.providers.contract import Progress, VideoRequest, VideoResult

LTX_STRIDE = 8
"""LTX makes frames in eights, and one to begin with."""
MOTION = 127
"""How much moves, as Stable Video Diffusion counts it (1 to 255)."""


@dataclass(frozen=True)
class Shoot:
    """How a moving picture is made."""

    card: Card
    folder: str
    steps: int
    guidance: float
    motion: int = MOTION

    @property
    def key(self) -> str:
        return f"{self.card.id}|{self.folder}"


def frames(seconds: float, card: Card) -> int:
    """How many frames a model makes for a wished length: LTX one more than a multiple of eight, SVD what it was made for at the most."""
    wanted = max(2, round(seconds * card.fps))
    if card.family == "ltx":
        return min(max(1, -(-(wanted - 1) // LTX_STRIDE)), (card.frames - 1) // LTX_STRIDE) * LTX_STRIDE + 1
    return min(wanted, card.frames)


def fitted(width: int, height: int, card: Card) -> tuple[int, int]:
    """The size that it is made in: the model's own number of pixels in the wanted shape, in steps of 32 (LTX) or 64."""
    step = (32 if card.family == "ltx" else 64) if min(card.size) >= 256 else 32
    scale = min(1.0, (card.size[0] * card.size[1] / (width * height)) ** 0.5)
    return max(step, round(width * scale / step) * step), max(step, round(height * scale / step) * step)


class Filmer:
    """One video model."""

    def __init__(self, pipe: Any) -> None:
        self._pipe = pipe

    @classmethod
    def load(cls, job: Shoot, plan: Plan) -> Filmer:
        """The model's parts from their folder, laid out as the plan says."""
        import diffusers

        name = "LTXConditionPipeline" if job.card.family == "ltx" else "StableVideoDiffusionPipeline"
        return cls(placed(loaded(getattr(diffusers, name), job.folder, plan, job.card.variant), plan))

    def film(self, job: Shoot, request: VideoRequest, plan: Plan, scratch: Path, tell: Progress) -> VideoResult:
        """An MP4 that begins with the request's picture; as long as the model can make, which may be less than was asked."""
        import torch

        card = job.card
        count, size = frames(request.seconds, card), fitted(request.width, request.height, card)
        how: dict[str, Any] = {
            "width": size[0],
            "height": size[1],
            "num_frames": count,
            "num_inference_steps": job.steps,
            "generator": torch.Generator("cpu").manual_seed(request.seed),
            "callback_on_step_end": stepping(tell, job.steps, 0.12, 0.9),
            "output_type": "np",
        }
        own = self._ltx(job, request, size, count) if card.family == "ltx" else self._svd(job, request, size, plan)
        with torch.inference_mode():
            made = self._pipe(**how, **own).frames[0]
        tell(0.93, "writing the clip")
        path = scratch / "clip.mp4"
        write_film(path, made, card.fps)
        return VideoResult(path, len(made) / card.fps)

    def _ltx(self, job: Shoot, request: VideoRequest, size: tuple[int, int], count: int) -> dict[str, Any]:
        from diffusers.pipelines.ltx.pipeline_ltx_condition import LTXVideoCondition

        ends = [LTXVideoCondition(image=opened(request.image, size), frame_index=0)]
        if request.last:
            ends.append(LTXVideoCondition(image=opened(request.last, size), frame_index=count - 1))
        return {
            "conditions": ends,
            "prompt": request.prompt,
            "negative_prompt": request.negative or "worst quality, inconsistent motion, blurry, jittery, distorted",
            "frame_rate": job.card.fps,
            "guidance_scale": job.guidance,
        }

    @staticmethod
    def _svd(job: Shoot, request: VideoRequest, size: tuple[int, int], plan: Plan) -> dict[str, Any]:
        return {
            "image": opened(request.image, size),
            "fps": job.card.fps,
            "max_guidance_scale": job.guidance,
            "motion_bucket_id": job.motion,
            "decode_chunk_size": 2 if plan.tiled or plan.device == "cpu" else 8,
        }


def write_film(path: Path, pictures: Any, fps: int) -> None:
    """Frames (float arrays from 0 to 1, or 8-bit) as an MP4 that is all but lossless; what is shown is encoded again with the film."""
    import av
    import numpy as np

    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=Fraction(fps), options={"crf": "10", "preset": "veryfast"})
        stream.height, stream.width = pictures[0].shape[0] // 2 * 2, pictures[0].shape[1] // 2 * 2
        stream.pix_fmt = "yuv420p"
        for picture in pictures:
            whole = picture if picture.dtype == np.uint8 else (np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8)
            frame = av.VideoFrame.from_ndarray(
                np.ascontiguousarray(whole[: stream.height, : stream.width]), format="rgb24"
            )
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
