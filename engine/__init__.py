"""The engine: everything that turns a text into a narrated film, without a browser. Its public names are in `__all__`.

Each is loaded when first asked for, so that `import engine` is quick and brings no heavy library. Example:

    from pathlib import Path
    from engine import Brief, create_project

    brief = Brief(text="A red boat waits by the shore. The wind lifts the sail and the boat goes out.", title="The Boat")
    with create_project(Path("boat"), brief) as film:
        for event in film.make("shotlist", approve="all"):      # up to the shotlist, approving as it goes
            print(event.kind, event.key)
        film.edit("script:l01", field="text", value="A blue boat waits by the shore.")
        for step in film.plan("cut"):                           # what a run would make now, and why
            print(step.key, step.why)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.artifacts import BibleEntry, Brief, Line, Shot
    from engine.errors import (
        BadEdit,
        BadOutput,
        Busy,
        MediaError,
        MissingDependency,
        NotApproved,
        ProviderError,
        RateLimited,
        ReelwrightError,
        Refused,
        StoreError,
        Unavailable,
        UnknownKey,
        UserError,
    )
    from engine.making import begun
    from engine.project import Project, create_project, open_project
    from engine.store import is_project
    from engine.types import Blob, Event, Key, Recipe, Status, Step, Take

_HOMES = {
    "engine.artifacts": ("BibleEntry", "Brief", "Line", "Shot"),
    "engine.errors": (
        "BadEdit", "BadOutput", "Busy", "MediaError", "MissingDependency", "NotApproved", "ProviderError", "RateLimited",
        "ReelwrightError", "Refused", "StoreError", "Unavailable", "UnknownKey", "UserError",
    ),
    "engine.making": ("begun",),
    "engine.project": ("Project", "create_project", "open_project"),
    "engine.store": ("is_project",),
    "engine.types": ("Blob", "Event", "Key", "Recipe", "Status", "Step", "Take"),
}  # fmt: skip
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "BadEdit",
    "BadOutput",
    "BibleEntry",
    "Blob",
    "Brief",
    "Busy",
    "Event",
    "Key",
    "Line",
    "MediaError",
    "MissingDependency",
    "NotApproved",
    "Project",
    "ProviderError",
    "RateLimited",
    "Recipe",
    "ReelwrightError",
    "Refused",
    "Shot",
    "Status",
    "Step",
    "StoreError",
    "Take",
    "Unavailable",
    "UnknownKey",
    "UserError",
    "begun",
    "create_project",
    "is_project",
    "open_project",
]


def __getattr__(name: str) -> Any:
    """A public name, from the module that has it."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return [*__all__, *(name for name in globals() if name.startswith("__"))]
