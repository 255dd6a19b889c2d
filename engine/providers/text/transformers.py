"""Text by chat models on this machine: Qwen2.5, Llama 3.1 and their kind. The light half: it only asks the device worker.

Named 'transformers:qwen2.5-7b' or 'transformers:/path/of/a/model'. Weights of 8 or 4 bits are used where the graphics memory is too small for
16 and the package bitsandbytes is installed beside PyTorch. Example: `TransformersText("qwen2.5-1.5b").write(request)`.
"""

from __future__ import annotations

from engine.providers.contract import Progress, TextRequest, TextResult, silent
from engine.providers.transformed import Transformed

DEFAULT_MODEL = "qwen2.5-7b"


class TransformersText(Transformed):
    """A writer on this machine."""

    kind = "text"
    usual = DEFAULT_MODEL

    def write(self, request: TextRequest, progress: Progress = silent) -> TextResult:
        """The model's answer; JSON is checked against the schema, mended, or asked for again.

        Raises MissingDependency, Refused (too long), BadOutput or Unavailable; whatever `progress` raises ends the call.
        """
        return self.answered("write", request, progress)
