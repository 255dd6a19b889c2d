"""Counts the tokens of a prompt by a picture model's own tokenizer, without PyTorch: from the files in its folder.

Example: `counter("/models/sdxl", "sdxl")("a boat in the fog") == 5`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

_SPLIT = r"'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"
"""How CLIP cuts a text before its pairs are joined (A. Radford and others, 2021)."""
_PLACES = {"flux": ("tokenizer_2", "tokenizer"), "ltx": ("tokenizer",)}


@lru_cache(maxsize=8)
def counter(folder: str, family: str) -> Callable[[str], int] | None:
    """The counter of a model's folder; None where its tokenizer cannot be read without its own library."""
    for place in _PLACES.get(family, ("tokenizer",)):
        made = _whole(Path(folder) / place) or _clip(Path(folder) / place)
        if made is not None:
            return lambda text, made=made: len(made.encode(text, add_special_tokens=False).ids)  # type: ignore[misc]
    return None


def _whole(place: Path) -> Any:
    """A tokenizer that is kept in one file."""
    from tokenizers import Tokenizer

    file = place / "tokenizer.json"
    return Tokenizer.from_file(str(file)) if file.is_file() else None


def _clip(place: Path) -> Any:
    """CLIP's tokenizer from its vocabulary and its pairs."""
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

    vocabulary, pairs = place / "vocab.json", place / "merges.txt"
    if not vocabulary.is_file() or not pairs.is_file():
        return None
    model = models.BPE.from_file(
        str(vocabulary), str(pairs), continuing_subword_prefix="", end_of_word_suffix="</w>", unk_token="<|endoftext|>"
    )
    made = Tokenizer(model)
    made.normalizer = normalizers.Sequence(
        [normalizers.NFC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Lowercase()]
    )
    made.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(_SPLIT), behavior="removed", invert=True),
            pre_tokenizers.ByteLevel(add_prefix_space=False),
        ]
    )
    return made
