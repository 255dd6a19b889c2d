"""Who can make what: voices of a language and the makers of a kind, each with what it needs and whether it is ready. Nothing is run.

The one door to the providers for whoever only wants to show them. Example: `makers("image")[0].note` -> '' when it is ready.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.costing import usual
from engine.errors import ReelwrightError
from engine.providers.contract import VoiceInfo
from engine.providers.registry import NOBODY, PROVIDERS, provider
from engine.settings import CHOICES

Need = Literal["nothing", "key", "pack", "package", "gpu", "file"]
SPEAKER = str(CHOICES["speech"].default)

_LABELS = {
    "elevenlabs": "ElevenLabs", "anthropic": "Anthropic", "edge": "Edge, the read-aloud voices of Microsoft's browser",
    "openai": "OpenAI, or any server that speaks its protocol", "gguf": "Model on this computer", "kokoro": "Kokoro",
    "pocketsphinx": "PocketSphinx", "faster-whisper": "Whisper", "illustrator": "Illustrator", "typographic": "Lettering", "beds": "Own beds",
    "camera": "Camera moves", "http": "Service", "diffusers": "Model on this computer", "transformers": "Model on this computer",
    "musicgen": "MusicGen on this computer", "ambience": "Ambience",
}  # fmt: skip
_NEEDS: dict[str, tuple[Need, str]] = {
    "elevenlabs": ("key", "ELEVENLABS_API_KEY"), "anthropic": ("key", "ANTHROPIC_API_KEY"), "edge": ("package", "edge-tts"),
    "openai": ("key", "OPENAI_API_KEY"), "gguf": ("pack", "writer-qwen-1.5b"), "kokoro": ("pack", "voice-kokoro"),
    "pocketsphinx": ("package", "pocketsphinx"), "faster-whisper": ("pack", "ear-whisper-base"), "typographic": ("pack", "fonts"),
    "beds": ("pack", "music-beds"), "diffusers": ("package", "diffusers"), "transformers": ("package", "transformers"),
    "musicgen": ("package", "transformers"), "http": ("key", ""),
}  # fmt: skip
_AWAY = ("edge",)
"""Makers that send words to a service without a key."""
_MODELS = {"gguf": ("writer-qwen-1.5b", "writer-qwen-0.5b"), "kokoro": ("82m",)}
_SEVERAL = ("gguf", "http", "diffusers", "transformers")
"""Makers that are as many as they have models: each is shown with its model's name."""


@dataclass(frozen=True)
class Maker:
    """One maker. `name` is what a setting holds; `note` is '' when it is ready, else what is missing and the step that gets it.
    `need` and `what` say of which kind that is: the name of a key, a pack or a package. `away`: it sends words to a service. `cost` is
    what a usual piece takes there, in US dollars (see engine.costing.usual); None where no price is known."""

    name: str
    label: str
    note: str = ""
    need: Need = "nothing"
    what: str = ""
    away: bool = False
    cost: float | None = 0.0

    @property
    def ready(self) -> bool:
        return not self.note


def voices(language: str, speech: str = SPEAKER) -> tuple[VoiceInfo, ...]:
    """The voices of a language ('' for all), the best first; none where the maker of voices is not there."""
    try:
        found: tuple[VoiceInfo, ...] = provider("speech", speech).voices(language)
    except ReelwrightError:  # without it there is no list, and making says what is missing
        return ()
    return found


def makers(kind: str) -> tuple[Maker, ...]:
    """All makers of a kind ('text', 'speech', 'image', 'video', 'vision'...), those that are ready first, in the registry's order."""
    names = [name for own in PROVIDERS[kind] for name in _named(kind, own)]
    return tuple(sorted((maker(kind, name) for name in names), key=lambda each: not each.ready))


def maker(kind: str, name: str) -> Maker:
    """One maker by its name; a name that is not known has a note that says so."""
    own, _, model = name.partition(":")
    need, what = _NEEDS.get(own, ("nothing", ""))
    if need == "pack" and own == "gguf":
        need, what = ("pack", model) if model in _MODELS[own] else ("file", model)
    if own == "http":
        what = _key_of(model)
    label = _LABELS.get(own, own.replace("-", " ").capitalize())
    named = f"{label}: {model}" if own in _SEVERAL and model else label
    return Maker(name, named, _note(kind, name), need, what, away(name), usual(kind, name))


def nobody(kind: str) -> str:
    """What a kind's setting says where nobody is to make it; '' for kinds that no film can do without."""
    return NOBODY.get(kind, "")


def away(name: str) -> bool:
    """Whether a maker sends what it needs to a service."""
    own = name.partition(":")[0]
    return _NEEDS.get(own, ("nothing", ""))[0] == "key" or own in _AWAY


def _named(kind: str, own: str) -> tuple[str, ...]:
    """The names that a maker is offered under: one for each of its models where it has several."""
    models = _MODELS.get(own, ())
    if own == "http" and kind in ("image", "video"):
        from engine.providers import services

        models = services.names("image" if kind == "image" else "video")
    elif own in ("diffusers", "transformers"):
        from engine.models import catalogue

        models = catalogue.names(kind)
    return tuple(f"{own}:{model}" for model in models) or (own,)


def _key_of(service: str) -> str:
    """The variable of a configured service's key."""
    from engine.providers import services

    try:
        return services.service(service).key
    except ReelwrightError:
        return ""


def _note(kind: str, name: str) -> str:
    try:
        return provider(kind, name).ready() or ""
    except ReelwrightError as error:
        return str(error)
