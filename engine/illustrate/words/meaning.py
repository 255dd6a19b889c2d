"""How near two short texts are in meaning, by the sentence model of the pack `meaning-minilm` (English).

Loaded once per process when first asked; without the pack nothing is near. Example: `nearest("trawler", names)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@lru_cache(maxsize=1)
def _model() -> tuple[Any, Any] | None:
    from engine import memory, packs

    if packs.missing_note("meaning-minilm"):
        return None
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        str(packs.path("meaning-minilm", "model.onnx")), options, providers=["CPUExecutionProvider"]
    )
    tokenizer = Tokenizer.from_file(str(packs.path("meaning-minilm", "tokenizer.json")))
    tokenizer.no_padding()
    memory.give_back()  # reading the model took twice what it keeps
    return session, tokenizer


@lru_cache(maxsize=4096)
def _vector(text: str) -> Floats | None:
    """The mean of a text's token vectors, of length 1; one text at a time so that no padding changes it."""
    model = _model()
    if model is None:
        return None
    session, tokenizer = model
    found = tokenizer.encode(text)
    feed = {"input_ids": found.ids, "attention_mask": found.attention_mask, "token_type_ids": found.type_ids}
    names = {each.name for each in session.get_inputs()}
    values = {name: np.array([row], np.int64) for name, row in feed.items() if name in names}
    tokens = np.asarray(session.run(None, values)[0], np.float32)
    vector = tokens if tokens.ndim == 2 else tokens.mean(axis=1)
    return np.asarray(vector[0] / max(float(np.linalg.norm(vector[0])), 1e-9), np.float32)


def nearest(text: str, others: Sequence[str]) -> tuple[str, float]:
    """The nearest of `others` and how near it is (cosine); ('', 0) where nothing can be said."""
    own = _vector(text)
    if own is None or not others:
        return "", 0.0
    near = [(round(float(own @ other), 5), name) for name in others if (other := _vector(name)) is not None]
    score, name = max(near)
    return name, score
