"""What a model of the OpenAI protocol is told beside the words of the picture: it reads sentences and has no other way to be told.

The words themselves come from engine.prompting (prompts/keyframe/openai.yaml). Pure. Example:
`worded(ImageRequest("A lamp in the fog.", 1280, 720, negative="people"))` ends with "Nowhere in it: people."
"""

from __future__ import annotations

from engine.providers.contract import ImageRequest

_MOST = 28_000
"""Letters; the models take 32,000."""


def worded(request: ImageRequest) -> str:
    """The whole prompt."""
    never = f"Nowhere in it: {request.negative.strip()}" if request.negative.strip() else ""
    parts = (_sentence(request.prompt), _given(request), _sentence(never))
    return " ".join(part for part in parts if part)[:_MOST]


def _given(request: ImageRequest) -> str:
    """What the pictures that are sent along are for."""
    told = []
    if request.init and request.mask:
        told.append("Change the first picture only where its mask lets you; leave all else as it is.")
    elif request.init:
        little, much = request.strength < 0.35, request.strength > 0.7
        how = "slightly" if little else "freely" if much else "where the words ask for it"
        told.append(f"Start from the first picture and change it {how}.")
    if request.references:
        which = "other pictures" if request.init else "pictures"
        told.append(f"Keep people, places and the manner of drawing as they are in the {which} that are given.")
    return " ".join(told)


def _sentence(words: str) -> str:
    words = words.strip()
    return words if not words or words[-1] in ".!?।…" else f"{words}."
