"""Text by a GGUF model on this machine, without a key or a network. Named 'gguf:/path/to/model.gguf' or 'gguf:writer-qwen-1.5b'.

The model runs in a warm worker process (gguf_worker), so that a crash costs one call. The small models of the packs only propose
words (`drafts_only`); a bigger file of the person's own may write scripts. Example: `GgufText("~/models/big.gguf").write(request)`.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import cast

from engine import packs
from engine.errors import MissingDependency, ProviderError
from engine.providers.contract import Progress, TextRequest, TextResult, silent
from engine.workers import worker

DEFAULT_MODEL = "writer-qwen-1.5b"
PACKS = ("writer-qwen-1.5b", "writer-qwen-0.5b")

_WORKER = "engine.providers.text.gguf_worker:GgufRunner"
_LOADING = 180.0  # seconds that reading a model from a slow disk may take
_SLOWEST = 2.0  # tokens a second of a small model on a busy machine, measured; the prompt goes ten times as fast


class GgufText:
    """A writer on this machine. `model` is a pack's name or the path of a GGUF file."""

    kind = "text"
    takes_model = True

    def __init__(self, model: str = "") -> None:
        self.model = model or DEFAULT_MODEL
        self.name = f"gguf:{self.model}"
        self.drafts_only = self.model in PACKS

    def ready(self) -> str | None:
        """None, or what is missing and how to get it."""
        if importlib.util.find_spec("xllamacpp") is None:
            return "The xllamacpp package is not installed; install it with: pip install xllamacpp"
        if self.drafts_only:
            return packs.missing_note(self.model)
        path = self._path()
        if not path.is_file():
            own = ", ".join(f"gguf:{name}" for name in PACKS)
            return f"There is no model file {path}; name one as gguf:/path/to/model.gguf, or use {own}"
        with path.open("rb") as file:
            return None if file.read(4) == b"GGUF" else f"{path} is not a GGUF model; choose a file that ends in .gguf"

    def write(self, request: TextRequest, progress: Progress = silent) -> TextResult:
        """The model's answer, held to the request's schema by its grammar.

        Raises MissingDependency, Refused (too long), BadOutput or Unavailable; whatever `progress` raises ends the call.
        """
        missing = self.ready()
        if missing:
            raise MissingDependency(missing, provider=self.name)
        prompt_tokens = len((request.system + request.user).encode()) / 3
        timeout = _LOADING + (request.max_tokens + prompt_tokens / 10) / _SLOWEST
        asked = worker(_WORKER, label="writer")
        try:
            result = asked.call("write", str(self._path()), request, self.name, timeout=timeout, progress=progress)
        except ProviderError as error:
            error.provider = self.name
            raise
        progress(1.0, "written")
        return cast(TextResult, result)

    def _path(self) -> Path:
        if self.drafts_only:
            return packs.path(self.model, packs.pack(self.model).files[0].name)
        return Path(self.model).expanduser().resolve()
