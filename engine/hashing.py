"""How values become hashes: canonical JSON, prefixed with what kind of thing it is, through SHA-256.

Rules: keys sorted, no white space, floats rounded to six places, records by their fields. Equal values hash alike in every
process and on every machine. Example: `digest("input", {"a": 1})`.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel


def plain(value: Any) -> Any:
    """A value as JSON types only, floats rounded so that arithmetic noise is no difference."""
    if isinstance(value, BaseModel):
        return {name: plain(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, dict):
        return {str(name): plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    if isinstance(value, float):
        return round(value, 6)
    return value


_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
"""Made once: a film of seventy shots has four thousand values hashed for each look at where it stands."""


def canonical(value: Any) -> str:
    """The one JSON text of a value."""
    return _ENCODER.encode(plain(value))


def digest(kind: str, value: Any) -> str:
    """SHA-256 in hex of a value of this kind."""
    return plain_digest(kind, plain(value))


def plain_digest(kind: str, value: Any) -> str:
    """The same of a value that is plain already."""
    return hashlib.sha256(f"{kind}\0{_ENCODER.encode(value)}".encode()).hexdigest()


def file_digest(path: Path) -> str:
    """SHA-256 in hex of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def short(value: Any, length: int = 48) -> str:
    """A value as a person may read it in a sentence."""
    text = value if isinstance(value, str) else canonical(value)
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
