"""What a call costs, from a dated table of list prices (prices.yaml). Knows hosts and model names, sends nothing.

Example: `cost("api.openai.com", "gpt-4.1-mini", 1000, 500) == (0.0012, "")`; an unknown model costs 0 and the note says why.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_TABLE = Path(__file__).with_name("prices.yaml")
_DATED = re.compile(r"-\d{4}-\d{2}-\d{2}$")
_LOCAL = ("localhost", "127.0.0.1", "::1", "0.0.0.0")


@cache
def _table() -> dict[str, Any]:
    return dict(yaml.safe_load(_TABLE.read_text(encoding="utf-8")))


def is_local(host: str) -> bool:
    """Whether `host` is this machine."""
    return host in _LOCAL or host.startswith("127.")


def thinks(model: str) -> bool:
    """Whether the model belongs to a family that is known to think before it answers."""
    return any(re.match(rf"{re.escape(family)}(?![a-z0-9])", model) for family in _table()["thinking"])


def cost(host: str, model: str, tokens_in: int, tokens_out: int) -> tuple[float, str]:
    """US dollars for a call, and a note where they are not known (then 0). A server on this machine is free."""
    table = _table()
    if is_local(host):
        return 0.0, ""
    price = table["models"].get(_DATED.sub("", model)) if host in table["hosts"] else None
    if price is None:
        return 0.0, f"no price is known for {model} at {host}; its cost is counted as 0"
    dollars = (tokens_in * price["in"] + tokens_out * price["out"]) / 1_000_000
    return round(dollars, 6), ""
