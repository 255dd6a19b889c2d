"""Prompts as a picture model reads them: counted by its own tokenizer, cut where its limit is, long ones read in pieces of 77 tokens.

CLIP reads 77 tokens, of which two mark start and end. A longer prompt is read in pieces of that size whose readings are joined, with weights
such as `lantern++` or `(fog)0.6`, by the library compel; more than PIECES of them help nobody and are cut at a comma. Imports torch lazily.
Example: `read(pipe, ["a boat"], [""])` gives the arguments of a pipeline's call.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

PIECE = 75
"""Tokens of a prompt that one reading takes, without its two marks."""
PIECES = 3

_WEIGHTED = re.compile(r"\w\+\+|\w--|\)\d(?:\.\d+)?\b|\)[+-]")


def tokens(tokenizer: Any, text: str) -> int:
    """How many tokens a text is to this model, without the marks of start and end."""
    return len(tokenizer(text, add_special_tokens=False, truncation=False, verbose=False).input_ids)


def within(tokenizer: Any, text: str, most: int) -> str:
    """The text, without the parts at its end (cut at commas, else at words) that are beyond so many tokens."""
    for cut in (r",\s*", r"\s+"):
        parts = re.split(cut, text)
        while len(parts) > 1 and tokens(tokenizer, _joined(parts, cut)) > most:
            parts.pop()
        text = _joined(parts, cut)
        if tokens(tokenizer, text) <= most:
            return text
    return text


def _joined(parts: Sequence[str], cut: str) -> str:
    return (", " if "," in cut else " ").join(parts)


def read(pipe: Any, prompts: Sequence[str], negatives: Sequence[str], *, guided: bool = True) -> dict[str, Any]:
    """The readings of prompts for an SDXL pipeline (base or refiner), as the arguments of its call. Short ones go by its own way."""
    most = PIECE * PIECES
    tokenizer = pipe.tokenizer_2
    prompts = [within(tokenizer, text, most) for text in prompts]
    negatives = [within(tokenizer, text, most) for text in negatives]
    every = (*prompts, *negatives)
    if not any(_WEIGHTED.search(text) or tokens(tokenizer, text) > PIECE for text in every):
        return {"prompt": prompts, "negative_prompt": negatives} if guided else {"prompt": prompts}
    plain = [text if _WEIGHTED.search(text) else _escaped(text) for text in every]
    embeds, pooled = _long(pipe, plain)
    count = len(prompts)
    found = {"prompt_embeds": embeds[:count], "pooled_prompt_embeds": pooled[:count]}
    if guided:
        found |= {"negative_prompt_embeds": embeds[count:], "negative_pooled_prompt_embeds": pooled[count:]}
    return found


def _long(pipe: Any, texts: list[str]) -> tuple[Any, Any]:
    """Readings of any length by compel, both encoders side by side where the pipeline has two."""
    import torch
    from compel import Compel, ReturnedEmbeddingsType

    device = pipe._execution_device
    how = {
        "returned_embeddings_type": ReturnedEmbeddingsType.PENULTIMATE_HIDDEN_STATES_NON_NORMALIZED,
        "truncate_long_prompts": False,
        "device": str(device),
    }
    second = Compel(tokenizer=pipe.tokenizer_2, text_encoder=pipe.text_encoder_2, requires_pooled=True, **how)
    right, pooled = second(texts)
    if getattr(pipe, "text_encoder", None) is None:
        return right, pooled
    left = Compel(tokenizer=pipe.tokenizer, text_encoder=pipe.text_encoder, **how)(texts)
    both = (
        second.pad_conditioning_tensors_to_same_length([left, right])
        if left.shape[1] != right.shape[1]
        else [left, right]
    )
    return torch.cat(both, dim=-1), pooled


def _escaped(text: str) -> str:
    """Plain words, with nothing in them that the library would take for weights or groups."""
    return (
        re.sub(r'([()"])', r"\\\1", text)
        .replace("++", "+ +")
        .replace(".and(", ". and (")
        .replace("[", " ")
        .replace("]", " ")
    )
