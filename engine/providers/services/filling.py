"""Fills the holes of a template ({prompt}, {width}) and finds things in an answer by dotted paths. Knows no service.

A text that is nothing but one hole becomes the value itself (a number stays one); a value of None leaves its field out; {name|text} is
always text. What is filled in is never looked into for further holes. Example: `filled({"w": "{width}"}, {"width": 64})` -> {"w": 64}.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

_HOLE = re.compile(r"\{([a-z_]+)(\|text)?\}")


def holes(template: Any) -> frozenset[str]:
    """The names of all holes."""
    if isinstance(template, str):
        return frozenset(found[1] for found in _HOLE.finditer(template))
    parts: Iterable[Any] = ()
    if isinstance(template, Mapping):
        parts = template.values()
    elif isinstance(template, list | tuple):
        parts = template
    return frozenset().union(*(holes(part) for part in parts))


def check(template: Any, known: Collection[str]) -> None:
    """ValueError where a template has a hole that nothing fills."""
    unknown = sorted(holes(template) - set(known))
    if unknown:
        raise ValueError(f"nothing fills {{{unknown[0]}}}; there are: {', '.join(f'{{{name}}}' for name in known)}")


def filled(template: Any, values: Mapping[str, Any]) -> Any:
    """The template with its holes filled; fields and items whose value is None are left out."""
    if isinstance(template, str):
        return _text(template, values)
    if isinstance(template, Mapping):
        whole = {name: filled(part, values) for name, part in template.items()}
        return {name: part for name, part in whole.items() if part is not None or template[name] is None}
    if isinstance(template, list | tuple):
        return [part for part in (filled(each, values) for each in template) if part is not None]
    return template


def _text(template: str, values: Mapping[str, Any]) -> Any:
    whole = _HOLE.fullmatch(template)
    if whole:
        value = values.get(whole[1])
        return _words(value) if whole[2] and value is not None else value
    return _HOLE.sub(lambda found: _words(values.get(found[1])), template)


def _words(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)


def found(answer: Any, paths: Iterable[str]) -> Any:
    """What the first of these paths that leads to something leads to; None where none does. '' is the answer itself."""
    for path in paths:
        at = answer
        for step in path.split(".") if path else ():
            if isinstance(at, Mapping):
                at = at.get(step)
            elif isinstance(at, list) and step.lstrip("-").isdigit() and -len(at) <= int(step) < len(at):
                at = at[int(step)]
            else:
                at = None
        if at not in (None, "", [], {}):
            return at
    return None


def told(answer: Any, paths: Iterable[str]) -> str:
    """The same as text where it is text or a number, else ''."""
    for path in paths:
        at = found(answer, (path,))
        if isinstance(at, str | int | float) and not isinstance(at, bool):
            return str(at)
    return ""
