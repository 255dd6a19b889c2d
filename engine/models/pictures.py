"""Pictures by diffusers' own pipelines: SDXL with refiner, LoRAs, ControlNet, references, img2img and inpainting; few-step models; FLUX.

Runs inside the device worker and imports torch there. A `Job` says everything about how; a request says what. Example:
`Painter.load(job, plan).draw(job, requests, plan, scratch, tell)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine.errors import BadOutput, MissingDependency
from engine.models.catalogue import Card
from engine.models.memory import Need, Plan
from engine.models.place import compiled, kind, placed
from engine.models.structure import structure
from engine.models.wording import read
from engine.providers.contract import ImageRequest, ImageResult, Progress

REFINED = 0.2
"""The share of the steps that the refiner takes over at the end."""

SCHEDULERS: dict[str, tuple[str, dict[str, Any]]] = {
    "own": ("", {}),
    "dpm": ("DPMSolverMultistepScheduler", {"use_karras_sigmas": True, "algorithm_type": "dpmsolver++"}),
    "dpm-sde": ("DPMSolverMultistepScheduler", {"use_karras_sigmas": True, "algorithm_type": "sde-dpmsolver++"}),
    "euler": ("EulerDiscreteScheduler", {}),
    "euler-a": ("EulerAncestralDiscreteScheduler", {}),
    "unipc": ("UniPCMultistepScheduler", {}),
    "ddim": ("DDIMScheduler", {}),
    "heun": ("HeunDiscreteScheduler", {}),
}


@dataclass(frozen=True)
class Control:
    """A structure to keep: which kind, the folder of its ControlNet, the picture that it is taken from, and how strongly."""

    kind: str
    folder: str
    picture: Path
    strength: float = 0.7


@dataclass(frozen=True)
class Job:
    """How pictures are made. `refiner`, `vae` and `adapter` are folders ('' for none); `loras` are (name, file, weight)."""

    card: Card
    folder: str
    steps: int
    guidance: float
    scheduler: str = "own"
    refiner: str = ""
    vae: str = ""
    loras: tuple[tuple[str, str, float], ...] = ()
    control: Control | None = None
    adapter: str = ""
    adapter_strength: float = 0.6
    need: Need = field(default_factory=lambda: Need(7.0, 5.1, 4.0))

    @property
    def key(self) -> str:
        """What is held in memory for it."""
        return "|".join(
            part
            for part in (self.card.id, self.folder, self.refiner, self.control.folder if self.control else "")
            if part
        )


def fitted(width: int, height: int, card: Card) -> tuple[int, int]:
    """The size that a model draws for a wanted one: its own number of pixels, in the wanted shape, in steps that its network allows."""
    step = 64 if min(card.size) >= 512 else 8
    area = card.size[0] * card.size[1]
    scale = (area / (width * height)) ** 0.5
    return max(step, round(width * scale / step) * step), max(step, round(height * scale / step) * step)


class Painter:
    """One model with what it was loaded with; shapes itself for each kind of job without loading anything twice."""

    def __init__(self, pipe: Any, refiner: Any, control: Any, plan: Plan) -> None:
        self._base, self._refiner, self._control, self._plan = pipe, refiner, control, plan
        self._shape = ("Text2Image", False)
        self._pipe = pipe
        self._scheduler = pipe.scheduler
        self._loras: tuple[tuple[str, str, float], ...] = ()
        self._adapter = ""
        self._compiled = False

    @classmethod
    def load(cls, job: Job, plan: Plan) -> Painter:
        """The model's parts from their folders, laid out as the plan says. MissingDependency where a folder is damaged."""
        import diffusers

        parts: dict[str, Any] = {}
        if job.vae and plan.dtype == "float16":
            parts["vae"] = diffusers.AutoencoderKL.from_pretrained(job.vae, dtype=kind(plan), local_files_only=True)
        pipe = loaded(diffusers.DiffusionPipeline, job.folder, plan, job.card.variant, **parts)
        control = loaded(diffusers.ControlNetModel, job.control.folder, plan, "") if job.control else None
        if (
            control is not None and plan.placement != "parts"
        ):  # in parts, the shaped pipeline moves it like any other part
            control.to(plan.device)
        refiner = cls._refined(job, plan, pipe) if job.refiner else None
        return cls(placed(pipe, plan), refiner, control, plan)

    @staticmethod
    def _refined(job: Job, plan: Plan, pipe: Any) -> Any:
        """The refiner; where all stays in memory it shares the base's encoder and decoder."""
        import diffusers

        shared = {"text_encoder_2": pipe.text_encoder_2, "vae": pipe.vae} if plan.placement == "whole" else {}
        return placed(
            loaded(diffusers.StableDiffusionXLImg2ImgPipeline, job.refiner, plan, job.card.variant, **shared), plan
        )

    def draw(
        self, job: Job, requests: Sequence[ImageRequest], plan: Plan, scratch: Path, tell: Progress
    ) -> tuple[ImageResult, ...]:
        """Pictures of requests that differ in words and seeds alone, worked on together; each a PNG of the size that was asked."""
        first = requests[0]
        mode = "Inpainting" if first.mask else "Image2Image" if first.init else "Text2Image"
        self._dress(job)
        pipe = self._shaped(mode, job)
        self._schedule(pipe, job)
        if plan.compile and not (job.loras or job.adapter or self._compiled):
            self._compiled = True
            compiled(getattr(pipe, "unet", None) or pipe.transformer)
        pictures = self._made(pipe, job, requests, mode, tell)
        found = []
        for number, (request, picture) in enumerate(zip(requests, pictures, strict=True)):
            path = scratch / f"picture-{number}.png"
            finished(picture, request).save(path)
            found.append(ImageResult(path))
        return tuple(found)

    def _dress(self, job: Job) -> None:
        """LoRAs and references as the job wants them; all shapes share them."""
        if job.loras != self._loras:
            self._wear(job)
        if job.adapter != self._adapter:
            self._refer(job)
            self._shape = ("", False)
        if job.adapter:
            self._base.set_ip_adapter_scale(job.adapter_strength)

    def _shaped(self, mode: str, job: Job) -> Any:
        """The pipeline for a mode, of the same parts."""
        import diffusers

        shape = (mode, job.control is not None)
        if shape != self._shape:
            extra = {"controlnet": self._control} if job.control else {}
            plain = mode == "Text2Image" and not extra
            self._pipe = (
                self._base if plain else getattr(diffusers, f"AutoPipelineFor{mode}").from_pipe(self._base, **extra)
            )
            self._pipe.set_progress_bar_config(disable=True)
            if self._plan.placement == "parts":
                placed(self._pipe, self._plan)
            self._shape = shape
        return self._pipe

    def _schedule(self, pipe: Any, job: Job) -> None:
        import diffusers

        name, extra = SCHEDULERS[job.scheduler]
        pipe.scheduler = (
            getattr(diffusers, name).from_config(self._scheduler.config, **extra) if name else self._scheduler
        )
        if self._refiner is not None and name:
            self._refiner.scheduler = getattr(diffusers, name).from_config(self._refiner.scheduler.config, **extra)

    def _wear(self, job: Job) -> None:
        pipe = self._base
        if self._loras:
            pipe.unload_lora_weights()
        self._loras = ()
        for name, file, _ in job.loras:
            try:
                pipe.load_lora_weights(str(Path(file).parent), weight_name=Path(file).name, adapter_name=name)
            except (ValueError, KeyError, IndexError, TypeError, RuntimeError, OSError) as error:
                pipe.unload_lora_weights()
                message = f"The LoRA {Path(file).name} does not fit {job.card.label}; choose one that was made for it."
                raise MissingDependency(message, words=str(error)[:400]) from error
        if job.loras:
            pipe.set_adapters([name for name, _, _ in job.loras], [weight for _, _, weight in job.loras])
        self._loras = job.loras

    def _refer(self, job: Job) -> None:
        pipe = self._base
        if self._adapter:
            pipe.unload_ip_adapter()
        if job.adapter:
            weights = next(Path(job.adapter).glob("sdxl_models/*.safetensors"))
            pipe.load_ip_adapter(
                job.adapter,
                subfolder="sdxl_models",
                weight_name=weights.name,
                image_encoder_folder="models/image_encoder",
            )
            if self._plan.placement == "parts":
                placed(pipe, self._plan)
        self._adapter = job.adapter

    def _made(self, pipe: Any, job: Job, requests: Sequence[ImageRequest], mode: str, tell: Progress) -> list[Any]:
        import torch

        first = requests[0]
        width, height = fitted(first.width, first.height, job.card)
        refining = self._refiner is not None and mode == "Text2Image" and not job.control
        how: dict[str, Any] = {
            "width": width,
            "height": height,
            "num_inference_steps": job.steps,
            "guidance_scale": job.guidance,
            "generator": [torch.Generator("cpu").manual_seed(request.seed) for request in requests],
            "callback_on_step_end": stepping(tell, job.steps, 0.12, 0.75 if refining else 0.92),
            **self._words(pipe, job, requests),
            **self._pictures(job, first, mode, (width, height)),
        }
        if refining:
            how |= {"denoising_end": 1 - REFINED, "output_type": "latent"}
        with torch.inference_mode():
            made = pipe(**how).images
            return self._refine(job, requests, made, tell) if refining else list(made)

    def _refine(self, job: Job, requests: Sequence[ImageRequest], latents: Any, tell: Progress) -> list[Any]:
        import torch

        tell(0.76, "refining")
        made = self._refiner(
            image=latents,
            denoising_start=1 - REFINED,
            num_inference_steps=job.steps,
            guidance_scale=job.guidance,
            generator=[torch.Generator("cpu").manual_seed(request.seed) for request in requests],
            callback_on_step_end=stepping(tell, max(1, round(job.steps * REFINED)), 0.77, 0.92),
            **self._words(self._refiner, job, requests),
        )
        return list(made.images)

    @staticmethod
    def _words(pipe: Any, job: Job, requests: Sequence[ImageRequest]) -> dict[str, Any]:
        prompts, negatives = [each.prompt for each in requests], [each.negative for each in requests]
        if job.card.family == "sdxl":
            return read(pipe, prompts, negatives, guided=job.guidance > 1)
        return {"prompt": prompts, "max_sequence_length": 256 if job.card.few_steps else 512}

    def _pictures(self, job: Job, request: ImageRequest, mode: str, size: tuple[int, int]) -> dict[str, Any]:
        """What the call is given of pictures: where it starts, what it may change, which structure and which references it has."""
        given: dict[str, Any] = {}
        if request.init:
            given |= {"image": opened(request.init, size), "strength": request.strength}
        if request.mask:
            given["mask_image"] = opened(request.mask, size, "L")
        if job.control:
            kept = structure(job.control.kind, opened(job.control.picture, size))
            given |= {
                "control_image" if mode != "Text2Image" else "image": kept,
                "controlnet_conditioning_scale": job.control.strength,
            }
        if job.adapter:
            given["ip_adapter_image"] = [[opened(path) for path in request.references]]
        return given


def loaded(cls: Any, folder: str, plan: Plan, variant: str, **parts: Any) -> Any:
    """A pipeline or network from its folder: safetensors only, no network. MissingDependency where it cannot be read."""
    for form in (variant, "") if variant else ("", "fp16"):
        try:
            return cls.from_pretrained(
                folder, dtype=kind(plan), variant=form or None, use_safetensors=True, local_files_only=True, **parts
            )
        except (OSError, ValueError) as error:
            fault = error
    message = f"The model in {folder} cannot be loaded; fetch it again, or choose another folder."
    raise MissingDependency(message, words=str(fault)[:400]) from fault


def stepping(tell: Progress, steps: int, start: float, end: float) -> Any:
    """A callback that tells of each step of a pipeline."""

    def told(pipe: Any, step: int, timestep: Any, given: dict[str, Any]) -> dict[str, Any]:
        every = int(getattr(pipe, "num_timesteps", 0) or steps)
        tell(min(end, start + (end - start) * (step + 1) / max(1, every)), f"step {step + 1} of {every}")
        return given

    return told


def opened(path: Path, size: tuple[int, int] | None = None, mode: str = "RGB") -> Any:
    """A picture, cut to the shape of `size` and scaled to it."""
    from PIL import Image, ImageOps

    with Image.open(path) as picture:
        made = ImageOps.exif_transpose(picture).convert(mode)
    return ImageOps.fit(made, size, Image.Resampling.LANCZOS) if size else made


def finished(picture: Any, request: ImageRequest) -> Any:
    """The picture at the size that was asked; outside of a mask it is exactly the one that it began as."""
    from PIL import Image, ImageFilter, ImageOps

    made = ImageOps.fit(picture.convert("RGB"), (request.width, request.height), Image.Resampling.LANCZOS)
    if request.init and request.mask:
        soft = opened(request.mask, made.size, "L").filter(ImageFilter.GaussianBlur(max(made.size) / 256))
        inside = opened(request.mask, made.size, "L")
        made = Image.composite(
            made, opened(request.init, made.size), Image.composite(soft, Image.new("L", made.size), inside)
        )
    if made.getbbox() is None:
        raise BadOutput("The model gave a black picture; try another seed, or a larger device.")
    return made
