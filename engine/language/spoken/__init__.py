"""Spoken forms: how each shown word of a line is said, and how long saying it takes. Knows no voice and no provider.

Example: `tokens("At 95 °C.", "en")` says "At", "ninety-five", "degrees Celsius."; `duration_estimate` of it is about
two seconds.
"""

from __future__ import annotations

from engine.language.spoken.forms import tokens
from engine.language.spoken.pace import duration_estimate

__all__ = ["duration_estimate", "tokens"]
