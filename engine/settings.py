"""Choices that are not a piece's content: their names, defaults and what is allowed. They cascade:

built-in default < this machine (settings.yaml in the home folder) < the film < one piece (`seed@keyframe:s07`).
Knows nothing of what uses them. Example: `checked("fast", "quality")`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.errors import UserError


@dataclass(frozen=True)
class Choice:
    """One setting. `allowed` lists its words; for numbers it is (least, most). `pattern` is what its text looks like."""

    name: str
    default: Any
    doc: str
    allowed: tuple[Any, ...] = ()
    pattern: str = ""


CAPTION_STYLES = ("karaoke", "plain", "clean", "boxed", "marker", "pop", "punch", "typewriter", "television", "storybook",
                  "neon", "none")  # fmt: skip
COLOUR = r"auto|#[0-9a-fA-F]{6}"

CHOICES = {
    choice.name: choice
    for choice in (
        Choice("text", "", "who writes: openai:MODEL, anthropic:MODEL, transformers:MODEL or gguf:FILE"),
        Choice("speech", "kokoro:82m", "who speaks"),
        Choice("image", "illustrator", "who makes the pictures"),
        Choice("vision", "", "who looks at pictures and gives an opinion; empty: nobody, measures alone"),
        Choice("image_fallback", "", "who makes a picture where that one fails; empty: nobody, the piece fails"),
        Choice("video", "camera", "who makes the clips: camera moves over the pictures, or a maker of moving pictures"),
        Choice("video_fallback", "", "who makes a clip where that one fails; empty: nobody, the piece fails"),
        Choice("fallback_refused", "no", "whether content that was refused goes to the other maker too", ("yes", "no")),
        Choice("transcript", "", "who finds the words in recordings; empty: the ears of this machine"),
        Choice("spend_cap", 0.0, "US dollars that this film may cost at services; 0 for no cap", (0.0, 100_000.0)),
        Choice("music", "auto", "auto, none, a mood, the name of a bed, or who makes it (elevenlabs)"),
        Choice("sounds", "none", "none, or who makes the sounds of shots: ambience, or elevenlabs"),
        Choice("sounds_level", -14.0, "how loud the sounds of shots are beside the voices, in dB", (-40.0, 6.0)),
        Choice("voice", "", "the narrator's voice; empty chooses by rule"),
        Choice("captions", "karaoke", "captions burned into the picture", CAPTION_STYLES),
        Choice(
            "caption_font",
            "auto",
            "kind of letters, or a font file",
            pattern=r"auto|text|display|italic|.+\.(ttf|otf|ttc|otc)",
        ),
        Choice(
            "caption_size",
            0.0,
            "height of caption letters as a share of the picture's; 0 is what suits it",
            (0.0, 0.25),
        ),
        Choice("caption_colour", "auto", "colour of caption letters, such as #ffffff", pattern=COLOUR),
        Choice("caption_highlight", "auto", "colour of the word that is heard", pattern=COLOUR),
        Choice("caption_place", "auto", "where captions stand", ("auto", "bottom", "middle", "top")),
        Choice("caption_box", "auto", "a box behind captions", ("auto", "none", "rows", "word")),
        Choice("caption_box_colour", "auto", "colour of that box", pattern=COLOUR),
        Choice(
            "caption_platform",
            "auto",
            "whose player's buttons captions keep clear of",
            ("auto", "tv", "youtube", "shorts", "reels", "tiktok", "feed"),
        ),
        Choice("caption_track", "yes", "captions that a player can switch on, inside the film", ("yes", "no")),
        Choice("loudness", -14.0, "integrated loudness of the film in LUFS", (-31.0, -9.0)),
        Choice("quality", "fast", "how the film is encoded", ("fast", "medium")),
    )
}


def checked(value: Any, name: str) -> Any:
    """A value as its setting keeps it; UserError where the name or the value is not one."""
    if name not in CHOICES:
        raise UserError(f"There is no setting '{name}'. There are: {', '.join(CHOICES)}.")
    choice = CHOICES[name]
    if isinstance(choice.default, float):
        return _number(value, choice)
    text = str(value).strip()
    if choice.allowed and text not in choice.allowed:
        raise UserError(f"'{text}' is no value of {name}; choose one of: {', '.join(choice.allowed)}.")
    if choice.pattern and not re.fullmatch(choice.pattern, text):
        raise UserError(f"'{text}' is no value of {name} ({choice.doc}); 'auto' leaves it to the style.")
    return text


def _number(value: Any, choice: Choice) -> float:
    least, most = choice.allowed
    try:
        number = float(value)
    except ValueError:
        raise UserError(f"{choice.name} needs a number from {least:g} to {most:g}, not '{value}'.") from None
    if not least <= number <= most:
        raise UserError(f"{choice.name} must be from {least:g} to {most:g}, not {number:g}.")
    return number


def machine_settings() -> dict[str, Any]:
    """The settings of this machine, checked; empty where it has none."""
    import yaml

    from engine.home import home

    file = home() / "settings.yaml"
    if not file.exists():
        return {}
    try:
        found = yaml.safe_load(file.read_text()) or {}
    except (yaml.YAMLError, OSError, UnicodeDecodeError) as error:
        raise UserError(f"The settings of this machine cannot be read; mend or remove {file}.") from error
    return {name: checked(value, name) for name, value in dict(found).items()}


def resolved(name: str, film: Mapping[str, Any], machine: Mapping[str, Any], key: str = "") -> Any:
    """The value in force, for one piece where `key` is given."""
    for found in (film.get(f"{name}@{key}") if key else None, film.get(name), machine.get(name)):
        if found is not None:
            return found
    return CHOICES[name].default if name in CHOICES else None
