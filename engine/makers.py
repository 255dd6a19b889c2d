"""Who can make what: voices of a language and the makers of a kind, each with what it needs and whether it is ready. Nothing is run.

The one door to the providers for whoever only wants to show them. Example: `makers("image")[0].note` -> '' when it is ready.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.errors import ReelwrightError
from engine.providers.contract import VoiceInfo
from engine.providers.registry import PROVIDERS, provider
from engine.settings import CHOICES

Need = Literal["nothing", "key", "pack", "package", "gpu", "file"]
SPEAKER = str(CHOICES["speech"].default)

_LABELS = {
    "openai": "OpenAI, or any server that speaks its protocol", "gguf": "Model on this computer", "kokoro": "Kokoro",
    "pocketsphinx": "PocketSphinx", "faster-whisper": "Whisper", "illustrator": "Illustrator", "typographic": "Lettering", "beds": "Own beds",
}  # fmt: skip
_NEEDS: dict[str, tuple[Need, str]] = {
    "openai": ("key", "OPENAI_API_KEY"), "gguf": ("pack", "writer-qwen-1.5b"), "kokoro": ("pack", "voice-kokoro"),
    "pocketsphinx": ("package", "pocketsphinx"), "faster-whisper": ("pack", "ear-whisper-base"), "typographic": ("pack", "fonts"),
    "beds": ("pack", "music-beds"),
}  # fmt: skip
_MODELS = {"gguf": ("writer-qwen-1.5b", "writer-qwen-0.5b"), "kokoro": ("82m",)}


@dataclass(frozen=True)
class Maker:
    """One maker. `name` is what a setting holds; `note` is '' when it is ready, else what is missing and the step that gets it.
    `need` and `what` say of which kind that is: the name of a key, a pack or a package. `away`: it sends words to a service."""

    name: str
    label: str
    note: str = ""
    need: Need = "nothing"
    what: str = ""
    away: bool = False

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
    """All makers of a kind ('text', 'speech', 'transcript', 'image', 'music'), those that are ready first, in the registry's order."""
    names = [name for own in PROVIDERS[kind] for name in _named(own)]
    return tuple(sorted((maker(kind, name) for name in names), key=lambda each: not each.ready))


def maker(kind: str, name: str) -> Maker:
    """One maker by its name; a name that is not known has a note that says so."""
    own, _, model = name.partition(":")
    need, what = _NEEDS.get(own, ("nothing", ""))
    if need == "pack" and own == "gguf":
        need, what = ("pack", model) if model in _MODELS[own] else ("file", model)
    label = _LABELS.get(own, own.replace("-", " ").capitalize())
    return Maker(name, f"{label}: {model}" if own == "gguf" else label, _note(kind, name), need, what, need == "key")


def _named(own: str) -> tuple[str, ...]:
    return tuple(f"{own}:{model}" for model in _MODELS.get(own, ())) or (own,)


def _note(kind: str, name: str) -> str:
    try:
        return provider(kind, name).ready() or ""
    except ReelwrightError as error:
        return str(error)
