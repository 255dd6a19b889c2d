"""The same edit of several pieces, as one change that can be undone.

Example: `set_field(project, ["shotlist:s02", "shotlist:s03"], "transition", "dissolve")`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from engine.content import changed_content
from engine.hashing import plain
from engine.types import Key, Take

if TYPE_CHECKING:
    from engine.project import Project


def set_field(project: Project, keys: Sequence[str], field: str, value: Any) -> list[Take]:
    """One field of all these pieces; those that have the value already stay as they are. BadEdit where it does not fit one."""
    with project.store.guard:
        view = project.view()
        takes: list[Take] = []
        for key in keys:
            at = view.known(Key.parse(key))
            new = changed_content(view, at, field, value)
            if new == view.content(at):
                continue
            view.stages[at.stage].check(view, at.unit, new)
            takes.append(project.own_take(view, at, plain(new), ahead=len(takes)))
        if takes:
            where = takes[0].key if len(takes) == 1 else Key.parse(takes[0].key).stage
            project.store.change("edit", where, {f"select/{take.key}": take.id for take in takes}, takes=takes)
    return takes
