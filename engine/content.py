"""From what a person types to a piece's content: one field or a whole record, checked against the stage's model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from engine.errors import BadEdit
from engine.graph import View
from engine.hashing import plain
from engine.types import Frozen, Key


def checked_content(view: View, key: Key, content: Mapping[str, Any]) -> Frozen:
    """A whole content as the piece's record; BadEdit with the field and the reason."""
    model = view.stages[key.stage].model(key.unit)
    try:
        return model.model_validate(dict(content))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        reason = str(first["msg"]).removeprefix("Value error, ")
        raise BadEdit(f"{key}: {where or 'its content'}: {reason}.") from None


def changed_content(view: View, key: Key, field: str, value: Any) -> Frozen:
    """The chosen content with one field changed. A text is read as the field's own type (YAML for lists and numbers)."""
    old = view.content(key)
    if old is None:
        raise BadEdit(f"{key} is not made yet; make it before editing a field of it.")
    fields = type(old).model_fields
    if field not in fields:
        raise BadEdit(f"{key} has no field '{field}'; it has: {', '.join(fields)}.")
    if isinstance(value, str):
        value = _read(value, str(fields[field].annotation), getattr(old, field))
    return checked_content(view, key, {**plain(old), field: plain(value)})


def _read(text: str, annotation: str, now: Any) -> Any:
    import yaml

    if isinstance(now, str) or annotation.startswith("typing.Literal") or annotation == "<class 'str'>":
        return text
    try:
        found = yaml.safe_load(text)
    except yaml.YAMLError:
        raise BadEdit(
            f"'{text[:40]}' cannot be read; write a list as [one, two] and a mapping as {{name: value}}."
        ) from None
    if isinstance(now, tuple) and isinstance(found, str):
        return [part.strip() for part in found.split(",") if part.strip()]
    return [] if isinstance(now, tuple) and found is None else found
