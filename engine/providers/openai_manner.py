"""How a server of the OpenAI protocol would rather be asked, read from its refusal of a request's form.

Imports the SDK; import it only where the SDK is in use already. Example: `easier_manner(manner, error, has_schema=True)`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import openai

from engine.providers.openai_wire import REFUSALS

if TYPE_CHECKING:
    from engine.providers.openai_chat import Manner

_FORMAT = re.compile(r"response_format|json_schema|json_object|structured|grammar|schema|guided", re.IGNORECASE)
_EASIER_FORMAT = {"schema": "object", "object": "plain"}


def easier_manner(manner: Manner, error: openai.APIStatusError, has_schema: bool) -> Manner | None:
    """The manner to try next after the server refused a request's form (400, 422); None where its form was not the fault."""
    if error.status_code not in (400, 422) or error.code in (*REFUSALS, "context_length_exceeded"):
        return None
    words = str(error.message)
    other = "max_tokens" if manner.cap == "max_completion_tokens" else "max_completion_tokens"
    if manner.cap in words and "cap" not in manner.skip:
        return replace(manner, cap=other, skip=manner.skip | {"cap"})
    for name in ("temperature", "stream_options", "seed"):
        if name in words and name not in manner.skip:
            return replace(manner, skip=manner.skip | {name})
    unclear = manner.format == "schema" or _FORMAT.search(words)
    if has_schema and unclear and manner.format in _EASIER_FORMAT:
        return replace(manner, format=_EASIER_FORMAT[manner.format])
    return None
