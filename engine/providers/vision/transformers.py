"""Looking at pictures by models on this machine: Qwen2.5-VL, LLaVA and their kind. The light half: it only asks the device worker.

Named 'transformers:qwen2.5-vl-7b' or 'transformers:/path/of/a/model'. Models that bring program code of their own are not run.
Example: `TransformersVision("qwen2.5-vl-3b").look(VisionRequest((Path("s03.png"),), "What is seen?")).text`.
"""

from __future__ import annotations

from engine.providers.contract import Progress, TextResult, VisionRequest, silent
from engine.providers.transformed import Transformed

DEFAULT_MODEL = "qwen2.5-vl-7b"


class TransformersVision(Transformed):
    """A looker on this machine."""

    kind = "vision"
    usual = DEFAULT_MODEL

    def look(self, request: VisionRequest, progress: Progress = silent) -> TextResult:
        """The model's answer about the pictures; JSON is checked against the schema, mended, or asked for again.

        Raises MissingDependency, Refused (too long), BadOutput or Unavailable; whatever `progress` raises ends the call.
        """
        return self.answered("look", request, progress)
