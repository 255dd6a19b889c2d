"""A text provider that counts: what several calls cost together, for a take that took more than one. Knows no vendor.

Example: `counted = Metered(provider); write_script(brief, entries, counted); counted.cost`.
"""

from __future__ import annotations

from engine.errors import ProviderError
from engine.providers.contract import Progress, TextProvider, TextRequest, TextResult, silent


class Metered:
    """Passes every call on and adds up its tokens and US dollars; of a call that failed, what it is known to have cost."""

    kind = "text"

    def __init__(self, provider: TextProvider) -> None:
        self.name = provider.name
        self.drafts_only = bool(getattr(provider, "drafts_only", False))
        self.calls = self.tokens_in = self.tokens_out = 0
        self.cost = 0.0
        self._provider = provider

    def ready(self) -> str | None:
        return self._provider.ready()

    @property
    def tokens(self) -> tuple[int, int]:
        """What was asked and what was answered."""
        return self.tokens_in, self.tokens_out

    def write(self, request: TextRequest, progress: Progress = silent) -> TextResult:
        self.calls += 1
        try:
            result = self._provider.write(request, progress)
        except ProviderError as error:
            self.cost += error.cost
            raise
        self.tokens_in += result.tokens_in
        self.tokens_out += result.tokens_out
        self.cost += result.cost
        return result
