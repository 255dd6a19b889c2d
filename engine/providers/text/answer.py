"""From the words of a model to the JSON that was asked for: fences, chatter and thoughts removed, the schema checked.

Knows no vendor. Example: `parse('Sure! {"title": "Fog"}', schema) == {"title": "Fog"}`; what does not fit raises BadOutput with the words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from engine.errors import BadOutput

_THOUGHT = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL | re.IGNORECASE)
_FENCE = re.compile(r"```(?:json)?\s*\n?(.*?)```", re.DOTALL | re.IGNORECASE)
_UNKNOWN_TO_STRICT = ("default", "title", "minLength", "maxLength", "description", "examples")


def without_thoughts(text: str) -> str:
    """The answer without what a thinking model said to itself."""
    return _THOUGHT.sub("", text).strip()


def parse(text: str, schema: dict[str, Any], *, provider: str = "") -> Any:
    """The JSON in `text` that fits `schema`; BadOutput, with the words attached, where there is none."""
    fault = "it is not JSON"
    for value in _values(without_thoughts(text)):
        found = misfit(value, schema)
        if not found:
            return value
        fault = found
    raise BadOutput(f"The model's answer cannot be used: {fault}.", provider=provider, words=text)


def misfit(value: Any, schema: dict[str, Any]) -> str:
    """Why `value` does not fit the JSON schema, in a few words; empty where it fits."""
    import jsonschema

    error = next(iter(jsonschema.Draft202012Validator(schema).iter_errors(value)), None)
    if error is None:
        return ""
    where = ".".join(str(part) for part in error.absolute_path)
    return f"at {where}, {error.message[:160]}" if where else error.message[:160]


def _values(text: str) -> Iterator[Any]:
    """Every JSON object or array in `text`, the most likely first."""
    for candidate in (text, *_FENCE.findall(text)):
        try:
            yield json.loads(candidate)
        except ValueError:
            continue
    decoder = json.JSONDecoder()
    for start in (found.start() for found in re.finditer(r"[{\[]", text)):
        try:
            yield decoder.raw_decode(text, start)[0]
        except ValueError:
            continue


def strict(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema in the form that strict structured output takes: closed objects, every field required, no length limits."""
    kept = {key: value for key, value in schema.items() if key not in _UNKNOWN_TO_STRICT}
    for group in ("properties", "$defs"):
        if group in kept:
            kept[group] = {name: strict(part) for name, part in kept[group].items()}
    if isinstance(kept.get("items"), dict):
        kept["items"] = strict(kept["items"])
    if "anyOf" in kept:
        kept["anyOf"] = [strict(part) for part in kept["anyOf"]]
    if kept.get("type") == "object":
        kept |= {"required": list(kept.get("properties", {})), "additionalProperties": False}
    return kept


def explained(schema: dict[str, Any]) -> str:
    """A sentence that tells a model the schema, for servers that cannot hold it to one."""
    text = json.dumps(schema, ensure_ascii=False, separators=(",", ":"))
    return f"Answer with one JSON object and nothing else. It must fit this JSON schema:\n{text}"
