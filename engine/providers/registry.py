"""Which providers there are: one line each, imported when first used. A name is 'provider' or 'provider:model'.

Example: `provider("image", "typographic")`. To add one: its file, and a line in PROVIDERS.
"""

from __future__ import annotations

import difflib
from functools import cache
from importlib import import_module
from typing import Any

from engine.errors import MissingDependency, ReelwrightError, UserError

MAKER_VERSION = "maker_version"
"""The name in a recipe's parameters; see `version_of`."""

PROVIDERS: dict[str, dict[str, str]] = {
    "text": {
        "openai": "engine.providers.text.openai:OpenAIText",
        "gguf": "engine.providers.text.gguf:GgufText",
        "transformers": "engine.providers.text.transformers:TransformersText",
        "anthropic": "engine.providers.text.anthropic:AnthropicText",
    },
    "speech": {
        "kokoro": "engine.providers.speech.kokoro:KokoroSpeech",
        "elevenlabs": "engine.providers.speech.elevenlabs:ElevenLabsSpeech",
        "edge": "engine.providers.speech.edge:EdgeSpeech",
        "openai": "engine.providers.speech.openai:OpenAISpeech",
    },
    "transcript": {
        "pocketsphinx": "engine.providers.transcript.sphinx:SphinxTranscript",
        "faster-whisper": "engine.providers.transcript.whisper:WhisperTranscript",
        "elevenlabs": "engine.providers.transcript.elevenlabs:ElevenLabsTranscript",
        "openai": "engine.providers.transcript.openai:OpenAITranscript",
    },
    "image": {
        "illustrator": "engine.providers.image.illustrator:Illustrator",
        "typographic": "engine.providers.image.typographic:Typographic",
        "diffusers": "engine.providers.image.diffusers:DiffusersImage",
        "http": "engine.providers.image.http:HttpImage",
        "openai": "engine.providers.image.openai:OpenAIImage",
    },
    "video": {
        "camera": "engine.providers.video.camera:CameraMoves",
        "diffusers": "engine.providers.video.diffusers:DiffusersVideo",
        "http": "engine.providers.video.http:HttpVideo",
    },
    "music": {
        "beds": "engine.providers.music.beds:Beds",
        "musicgen": "engine.providers.music.musicgen:MusicGen",
        "elevenlabs": "engine.providers.music.elevenlabs:ElevenLabsMusic",
    },
    "sounds": {
        "ambience": "engine.providers.sounds.ambience:Ambience",
        "elevenlabs": "engine.providers.sounds.elevenlabs:ElevenLabsSounds",
    },
    "vision": {
        "transformers": "engine.providers.vision.transformers:TransformersVision",
        "anthropic": "engine.providers.vision.anthropic:AnthropicVision",
        "openai": "engine.providers.vision.openai:OpenAIVision",
    },
    "embedding": {"openai": "engine.providers.embedding.openai:OpenAIEmbedding"},
    "moderation": {"openai": "engine.providers.moderation.openai:OpenAIModeration"},
}
"""By kind, by name: 'module:class'. A class with `takes_model` is given the words after the colon of a name."""


NOBODY = {"sounds": "none"}
"""What the setting of a kind says where nobody is to make it, for kinds that a film can do without."""


def check_choice(kind: str, name: str) -> str:
    """The value of a kind's setting: a maker's name, or that there is none; UserError as of `check_name`."""
    return name if name and name == NOBODY.get(kind) else check_name(kind, name)


def check_name(kind: str, name: str) -> str:
    """The name itself; UserError, with what there is, where no provider of this kind has it."""
    own = name.split(":", 1)[0]
    if own not in PROVIDERS[kind]:
        close = difflib.get_close_matches(own, PROVIDERS[kind], 1)
        hint = f" Did you mean '{close[0]}'?" if close else ""
        raise UserError(f"There is no {kind} provider '{own}'.{hint} There are: {', '.join(PROVIDERS[kind])}.")
    return name


@cache
def provider(kind: str, name: str) -> Any:
    """The provider of a kind by its name, imported now."""
    own, _, model = check_name(kind, name).partition(":")
    module, _, cls = PROVIDERS[kind][own].partition(":")
    try:
        made = getattr(import_module(module), cls)
    except ImportError as error:
        text = f"{name} needs the package '{error.name}'; install it with: pip install -r requirements.txt"
        raise MissingDependency(text, provider=name) from error
    return made(model) if getattr(made, "takes_model", False) else made()


def version_of(kind: str, name: str) -> dict[str, int]:
    """The hand-raised `version` of a provider as a recipe holds it: nothing while it is 1, or where there is no such provider."""
    if name.partition(":")[0] not in PROVIDERS[kind]:
        return {}
    try:
        number = int(getattr(provider(kind, name), "version", 1))
    except ReelwrightError:
        return {}
    return {MAKER_VERSION: number} if number != 1 else {}


def ready_provider(kind: str, name: str) -> Any:
    """The provider, or MissingDependency with the step that makes it ready."""
    found = provider(kind, name)
    lacking = found.ready()
    if lacking:
        raise MissingDependency(lacking, provider=name)
    return found
