"""Pictures by models on this machine: Stable Diffusion XL, its few-step kin, FLUX. The light half: it only asks the device worker.

Named 'diffusers:sdxl', 'diffusers:sdxl-turbo', 'diffusers:/path/of/a/model', with options after commas that are part of every recipe:
`quality=draft|standard|best` (best: with the refiner), `steps=`, `guidance=`, `scheduler=`, `lora=ink@0.6+film`, `control=canny@0.7` (keeps
the structure of the picture that a request begins with, or of what the illustrator drew for the shot), `reference=0.6` (how strongly the
pictures to stay like count). Example: `DiffusersImage("sdxl,quality=best").draw(request, scratch)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import MissingDependency, ReelwrightError, UserError
from engine.models import catalogue, environment, extras, hub
from engine.models.catalogue import Card
from engine.models.naming import Named, parsed
from engine.providers.contract import Abilities, ImageRequest, ImageResult, Progress, silent

if TYPE_CHECKING:
    from engine.models.pictures import Control, Job

DEFAULT_MODEL = "sdxl"
OPTIONS = ("quality", "steps", "guidance", "scheduler", "lora", "control", "reference")
QUALITY = {"standard": 1.0, "draft": 0.5, "best": 1.4}
"""Steps beside what a model's card has; 'best' also lets SDXL's refiner finish."""
MOST_REFERENCES = 4
TOGETHER = 4
"""Shots of a film that are drawn in one call on a GPU, which works on them side by side where its memory allows it."""


class DiffusersImage:
    """A painter on this machine."""

    kind = "image"
    takes_model = True

    def __init__(self, model: str = "") -> None:
        self.model = model or DEFAULT_MODEL
        self.name = f"diffusers:{self.model}"

    @property
    def family(self) -> str:
        """Which way of prompting it understands (see engine.prompting)."""
        try:
            return self._card.family
        except ReelwrightError:
            return "sdxl"

    @property
    def together(self) -> int:
        """How many pictures of one film gain from being asked for in one call; one where each keeps a structure of its own."""
        from engine.models.asking import gpus

        try:
            return TOGETHER if gpus() and "control" not in self._named.options else 1
        except ReelwrightError:  # its name is wrong, which `ready` says
            return 1

    @property
    def abilities(self) -> Abilities:
        """Seeds and masks; references once their adapter is on this machine."""
        try:
            able = self._card.family == "sdxl" and hub.folder(catalogue.card("ip-adapter")) is not None
        except ReelwrightError:
            able = False
        return Abilities(references=MOST_REFERENCES if able else 0, regions=True, seeds=True)

    def ready(self) -> str | None:
        """None, or what is missing (packages, a model with its size and licence, a LoRA's file) and the step that gets it."""
        try:
            lacking = environment.lacking(
                "diffusers", "transformers", "accelerate", "peft", "compel", *self._card.needs
            )
            if lacking:
                return lacking
            for lora in extras.chosen(self._named.several("lora"), self._card.family):
                extras.path(lora)
            self._checked()
            return next((note for card in (self._card, *self._parts()) if (note := hub.note(card))), None)
        except ReelwrightError as error:
            return str(error)

    def call_words(self, request: ImageRequest) -> tuple[str, ...]:
        """The words that call the LoRAs of a request; they belong into its prompt."""
        return tuple(word for lora in self._loras((request,)) for word in lora.words)

    def tokens(self, text: str) -> int:
        """How many tokens a text is to this model, by its own tokenizer once it is on this machine, else about how many."""
        from engine.models import counting
        from engine.prompting import rough_tokens

        folder = hub.folder(self._card)
        count = counting.counter(str(folder), self._card.family) if folder else None
        return count(text) if count else rough_tokens(text)

    def draw(self, request: ImageRequest, scratch: Path, progress: Progress = silent) -> ImageResult:
        """A PNG of exactly the size that is asked, drawn at the model's own and scaled.

        Raises MissingDependency, UserError (an option or a reference that this model cannot), BadOutput or Unavailable.
        """
        return self.draw_many((request,), scratch, progress)[0]

    def draw_many(
        self, requests: Sequence[ImageRequest], scratch: Path, progress: Progress = silent
    ) -> tuple[ImageResult, ...]:
        """Pictures of one size that differ in words, seeds and shots alone (no first picture, no references), worked on together."""
        from engine.models.asking import ask

        missing = self.ready()
        if missing:
            raise MissingDependency(missing, provider=self.name)
        first = requests[0]
        if len(requests) > 1 and any(
            each.init or each.references or (each.width, each.height) != (first.width, first.height)
            for each in requests
        ):
            raise UserError("Pictures that are drawn together have one size, no first picture and no references.")
        loras = self._loras(requests)
        job = self._job(first, loras, scratch)
        told = tuple(_told(each, loras, job.control is not None) for each in requests)
        made: tuple[ImageResult, ...] = ask(
            "draw", self._card.id, job, told, scratch, provider=self.name, progress=progress
        )
        return made

    @cached_property
    def _named(self) -> Named:
        return parsed(self.model, OPTIONS, DEFAULT_MODEL)

    @property
    def _card(self) -> Card:
        return catalogue.card(self._named.model, "image")

    @property
    def _refines(self) -> bool:
        wanted = self._named.word("quality", tuple(QUALITY)) == "best"
        return wanted and self._card.family == "sdxl" and not self._card.few_steps

    def _kept(self) -> tuple[str, float]:
        """The kind of structure to keep and how strongly; ('', 0) for none."""
        from engine.models.structure import KINDS

        said = self._named.options.get("control", "")
        if not said:
            return "", 0.0
        kind, _, strength = said.partition("@")
        if kind not in KINDS:
            raise UserError(f"control is one of: {', '.join(KINDS)}; not '{kind}'.")
        if self._card.family != "sdxl":
            raise UserError(f"{self._card.label} cannot keep a structure; leave control out, or choose sdxl.")
        return kind, Named("", {"control": strength or "0.7"}).number("control", 0.7, 0.0, 2.0)

    def _checked(self) -> None:
        """UserError where an option is not one."""
        from engine.models.pictures import SCHEDULERS

        self._kept()
        self._named.word("quality", tuple(QUALITY))
        self._named.word("scheduler", tuple(SCHEDULERS))
        for name, least, most in (("steps", 1, 150), ("guidance", 0, 30), ("reference", 0, 2)):
            self._named.number(name, least, least, most)

    def _parts(self) -> tuple[Card, ...]:
        """The further models that the options ask for."""
        kept, _ = self._kept()
        names = (["sdxl-refiner"] if self._refines else []) + ([f"control-{kept}"] if kept else [])
        return tuple(catalogue.card(name, "part") for name in names)

    def _loras(self, requests: Sequence[ImageRequest]) -> tuple[extras.Lora, ...]:
        """Those of the name, and those that the people, places and looks of the shots bring."""
        seen: list[str] = []
        for request in requests:
            seen += [str(entry.get("name", "")) for entry in request.entries.values()]
            seen.append(str(request.style.get("look", "")))
        return extras.chosen(self._named.several("lora"), self._card.family, seen)

    def _job(self, request: ImageRequest, loras: Sequence[extras.Lora], scratch: Path) -> Job:
        from engine.models.memory import Need
        from engine.models.pictures import SCHEDULERS, Job

        card, named = self._card, self._named
        factor = QUALITY[named.word("quality", tuple(QUALITY))]
        default = "own" if card.few_steps or card.family != "sdxl" else "dpm"
        extra = [*self._parts(), *([catalogue.card("ip-adapter")] if request.references else [])]
        more = sum(part.weights for part in extra)
        return Job(
            card=card,
            folder=_place(card),
            steps=round(named.number("steps", max(1, round(card.steps * factor)), 1, 150)),
            guidance=named.number("guidance", card.guidance, 0, 30),
            scheduler=named.word("scheduler", tuple(SCHEDULERS)) if "scheduler" in named.options else default,
            refiner=_place(catalogue.card("sdxl-refiner")) if self._refines else "",
            vae=str(hub.folder(catalogue.card("sdxl-vae")) or "") if card.family == "sdxl" else "",
            loras=tuple((lora.name, str(extras.path(lora)), lora.weight) for lora in loras),
            control=self._control(request, scratch),
            adapter=self._adapter() if request.references else "",
            adapter_strength=named.number("reference", 0.6, 0, 2),
            need=Need(card.weights + more, card.largest, card.work),
        )

    def _control(self, request: ImageRequest, scratch: Path) -> Control | None:
        """What keeps the structure: the picture that the request begins with, or the illustrator's drawing of the shot."""
        from engine.models.pictures import Control, fitted

        kind, strength = self._kept()
        if not kind:
            return None
        if request.init:
            picture = request.init
        elif kind == "pose":
            raise UserError("control=pose needs a picture to begin with that shows it: a drawing of the joints.")
        else:
            own = scratch / "structure"
            own.mkdir(parents=True, exist_ok=True)
            width, height = (max(64, side) for side in fitted(request.width, request.height, self._card))
            picture = _illustrated(replace(request, width=width, height=height), own, as_depths=kind == "depth")
        return Control(kind, _place(catalogue.card(f"control-{kind}")), picture, strength)

    def _adapter(self) -> str:
        if self._card.family != "sdxl":
            raise UserError(f"{self._card.label} cannot stay like other pictures; choose sdxl for that.")
        return _place(catalogue.card("ip-adapter"))


def _illustrated(request: ImageRequest, folder: Path, *, as_depths: bool) -> Path:
    """The illustrator's picture of a shot, or how far away everything in it is."""
    from engine.providers.image.illustrator import Illustrator

    drawn = Illustrator().draw(request, folder)
    if not as_depths:
        return drawn.path
    from PIL import Image

    from engine.illustrate.depths import depth_map
    from engine.illustrate.scene import Scene

    path = folder / "depths.png"
    Image.fromarray(depth_map(Scene.model_validate(drawn.scene), request.width, request.height)).save(path)
    return path


def _place(card: Card) -> str:
    """The folder of a model that is here; MissingDependency with the step that fetches it."""
    found = hub.folder(card)
    if found is None:
        raise MissingDependency(hub.note(card) or "", provider=card.id)
    return str(found)


def _told(request: ImageRequest, loras: Sequence[extras.Lora], kept: bool) -> ImageRequest:
    """The request as the worker gets it: with the words that call the LoRAs; a picture whose structure is kept is not painted over."""
    said = request.prompt.casefold()
    words = [word for lora in loras for word in lora.words if word.casefold() not in said]
    init = None if kept and not request.mask else request.init
    return replace(request, prompt=", ".join([*words, request.prompt]), init=init)
