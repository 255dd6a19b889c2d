"""What a paid call costs, from a dated table of list prices (prices.yaml). Knows hosts, models and units; sends nothing.

A server on this machine is free, and so is nothing else: what is not in the table has no price, which is said as None. A person's own
table, prices.yaml in the home folder, adds hosts and models or says `HOST: the host whose prices apply there`. Example:
`dollars("https://api.openai.com/v1", "gpt-4.1-mini", tokens_in=1000, tokens_out=500) == 0.0012`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from engine.errors import UserError
from engine.home import home

_TABLE = Path(__file__).with_name("prices.yaml")
_DATED = re.compile(r"-(\d{4}-\d{2}-\d{2}|\d{8})$")
_LOCAL = ("localhost", "127.0.0.1", "::1", "0.0.0.0")
_MILLION = 1_000_000
_PER_MILLION = ("tokens_in", "tokens_out", "images_in", "images_out", "audio_in", "audio_out", "characters")
"""Units that are priced by the million; the others (pictures, minutes, seconds, calls) singly."""


def as_of() -> str:
    """The month of the prices, such as '2026-07'."""
    return str(_own()["as_of"])


def is_local(host: str) -> bool:
    """Whether `host` is this machine."""
    return host in _LOCAL or host.startswith("127.")


def thinks(model: str) -> bool:
    """Whether the model belongs to a family that is known to think before it answers."""
    return any(re.match(rf"{re.escape(family)}(?![a-z0-9])", model) for family in _own()["thinking"])


def rates(address: str, model: str) -> Mapping[str, Any] | None:
    """The row of a model at the server with this address (a URL): units and what one (or a million) of them costs; empty where it is
    free, None where no price is known. Dated names (gpt-4o-2024-08-06) have the plain name's price."""
    parts = urlsplit(address)
    hosts = {**_own()["hosts"], **_persons().get("hosts", {})}
    for host in (parts.netloc.rpartition("@")[2], parts.hostname or ""):
        models = hosts.get(host)
        models = hosts.get(models) if isinstance(models, str) else models
        if isinstance(models, Mapping):
            found = models.get(model, models.get(_DATED.sub("", model)))
            return found if isinstance(found, Mapping) else None
    return {} if is_local(parts.hostname or "") else None


def dollars(address: str, model: str, **amounts: float) -> float | None:
    """US dollars for so many units of each kind (`tokens_in=1000`); None where the price of one of them is not known."""
    row = rates(address, model)
    if row is None:
        return None
    if any(amount and row and name not in row for name, amount in amounts.items()):
        return None
    whole = sum(
        amount * float(row.get(name, 0.0)) / (_MILLION if name in _PER_MILLION else 1)
        for name, amount in amounts.items()
    )
    return round(whole, 9)


def note(address: str, model: str) -> str:
    """A sentence where no price is known, else ''."""
    host = urlsplit(address).hostname or ""
    return (
        ""
        if rates(address, model) is not None
        else f"no price is known for {model} at {host}; its cost is counted as 0"
    )


def _own() -> Mapping[str, Any]:
    return _read(_TABLE, _TABLE.stat().st_mtime_ns)


def _persons() -> Mapping[str, Any]:
    file = home() / "prices.yaml"
    return _read(file, file.stat().st_mtime_ns) if file.is_file() else {}


@lru_cache(maxsize=8)
def _read(file: Path, _changed: int) -> Mapping[str, Any]:
    try:
        found = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
    except (yaml.YAMLError, OSError, UnicodeDecodeError) as error:
        raise UserError(f"The prices in {file} cannot be read; mend or remove it.") from error
    if not isinstance(found, Mapping):
        raise UserError(f"The prices in {file} are no table; mend or remove it.")
    return found
