"""What a piece needs: stages declare it, a View reads it from the chosen takes. Pure: no I/O, nothing is run here.

A View is one moment of a film: which take is chosen for each piece, and the settings. What was worked out for it is kept with the
pieces that were read for it, so the next moment works out only what reads a piece that changed. Example:
`view.needs(Key("keyframe", "s07"))` lists the fields of which pieces that keyframe depends on.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from engine.errors import UnknownKey
from engine.hashing import plain, plain_digest, short
from engine.providers.contract import Progress
from engine.settings import resolved
from engine.types import Blob, Frozen, Input, Key, Take


class Missing:
    """The value of a need whose piece has no take yet."""


MISSING = Missing()


@dataclass(frozen=True)
class Need:
    """A value (plain, or MISSING) that a piece depends on: `pick` of the pieces `keys`. With `advise`, a change is said but makes
    nothing stale."""

    name: str
    keys: tuple[Key, ...]
    pick: str
    value: Any
    advise: bool = False

    @property
    def there(self) -> bool:
        return self.value is not MISSING

    @cached_property
    def sha(self) -> str:
        """The hash of the value, by which a change of it is found."""
        return plain_digest("input", self.value)

    def input(self, view: View) -> Input:
        """The need as a recipe records it."""
        chosen = view.take(self.keys[0]) if self.keys else None
        return Input(
            name=self.name,
            key=str(self.keys[0]) if self.keys else "",
            pick=self.pick,
            sha=self.sha,
            text=short(self.value),
            take=chosen.number if chosen else 0,
            advise=self.advise,
        )


@dataclass(frozen=True)
class Made:
    """One piece that a make filled. `fitted`: the chosen content, only fitted to others; whose it is stays as it was."""

    unit: str
    content: Frozen
    fitted: bool = False


@dataclass(frozen=True)
class Result:
    """What a make returns: its pieces, who made them, what it cost (US dollars), how much work it was (see Stage.size), what there is to
    say about it, and the tokens that a writer was asked and answered."""

    pieces: tuple[Made, ...]
    maker: str
    cost: float = 0.0
    size: float = 0.0
    notes: tuple[str, ...] = ()
    tokens: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Work:
    """What a make is given: the film as it stands, the unit (or, for a group, the units wanted), a seed and a scratch folder. `spent` is
    where the taking in of a person's own file writes what it paid for (US dollars)."""

    view: View
    units: tuple[str, ...]
    seed: int
    provider: str
    scratch: Path
    keep: Callable[[Path, str], Blob]
    find: Callable[[Blob], Path]
    progress: Progress
    cache: Path
    note: str = ""
    spent: list[float] = field(default_factory=list)

    @property
    def unit(self) -> str:
        return self.units[0]


class Stage(Protocol):
    """One stage's declaration. A `group` stage fills many pieces in one make; `gate` says that its takes need approval."""

    name: str
    version: int
    gate: bool
    group: bool

    def model(self, unit: str) -> type[Frozen]: ...
    def units(self, view: View) -> tuple[str, ...]: ...
    def needs(self, view: View, unit: str) -> tuple[Need, ...]: ...
    def provider(self, view: View, unit: str) -> str: ...
    def params(self, view: View, unit: str) -> dict[str, Any]: ...
    def prompt(self, view: View, unit: str) -> str: ...
    def size(self, view: View, unit: str) -> float: ...
    def cost(self, view: View, unit: str) -> float | None: ...
    def together(self, view: View, unit: str) -> int: ...
    def make(self, work: Work) -> Result: ...
    def check(self, view: View, unit: str, content: Frozen) -> None: ...
    def reusable(self, view: View, unit: str, content: Frozen) -> bool: ...
    def standing(self, view: View) -> tuple[str, str]: ...
    def bringable(self, view: View) -> tuple[str, ...]: ...
    def adopt(self, work: Work, file: Path) -> tuple[Frozen, tuple[str, ...]]: ...


class _Reading(threading.local):
    """The pieces that were read for what this thread works out now (None while it works out nothing that is kept), and the piece
    whose needs these are."""

    pieces: set[Key] | None = None
    of: Key | None = None


_READING = _Reading()
ALL = "*"
"""The unit that stands for all of a stage: read where it counts which there are."""


@dataclass
class View:
    """The chosen takes and the settings of one moment. Contents are read once and kept."""

    chosen: Mapping[str, Take]
    settings: Mapping[str, Any]
    machine: Mapping[str, Any]
    stages: Mapping[str, Stage]
    _contents: dict[Key, Any] = field(default_factory=dict)
    _found: dict[tuple[Hashable, Key], tuple[frozenset[Key], Any]] = field(default_factory=dict)

    def take(self, key: Key) -> Take | None:
        """The chosen take of a piece."""
        _read(key)
        return self.chosen.get(str(key))

    def content(self, key: Key) -> Any:
        """The chosen take's content as its record, or None."""
        _read(key)
        try:
            return self._contents[key]
        except KeyError:
            take = self.take(key)
            found = self.stages[key.stage].model(key.unit).model_validate(take.content) if take else None
            self._contents[key] = found
            return found

    def named(self, stage: str) -> list[str]:
        """The units of a stage that have a take, in no order."""
        _read(Key(stage, ALL))
        return [name.partition(":")[2] for name in self.chosen if name.startswith(f"{stage}:")]

    def after(
        self,
        chosen: Mapping[str, Take],
        settings: Mapping[str, Any] | None = None,
        machine: Mapping[str, Any] | None = None,
    ) -> View:
        """The view of other takes, with all that was read and worked out here and holds there too."""
        settings, machine = (
            self.settings if settings is None else settings,
            self.machine if machine is None else machine,
        )
        changed = self._changed(chosen)
        read = {key: content for key, content in self._contents.copy().items() if key not in changed}
        kept = self._found.copy() if settings == self.settings and machine == self.machine else {}
        found = {name: each for name, each in kept.items() if changed.isdisjoint(each[0])}
        return View(chosen, settings, machine, self.stages, read, found)

    def _changed(self, chosen: Mapping[str, Take]) -> set[Key]:
        names = {name for name in (*self.chosen, *chosen) if chosen.get(name) is not self.chosen.get(name)}
        keys = {Key.parse(name) for name in names}
        return keys | {Key(key.stage, ALL) for key in keys if (str(key) in chosen) != (str(key) in self.chosen)}

    def once(self, what: Hashable, key: Key, work: Callable[[], Any]) -> Any:
        """What `work` finds about a piece, from nothing but this view, kept with the pieces that it read."""
        outer, kept = _READING.pieces, self._found.get((what, key))
        if kept is None:
            reading: set[Key] = set()
            _READING.pieces = reading
            try:
                value = work()
            finally:
                _READING.pieces = outer
            kept = self._found[what, key] = (frozenset(reading), value)
        if outer is not None:
            outer |= kept[0]
        return kept[1]

    def units(self, stage: str) -> tuple[str, ...]:
        """The units of a stage, in the film's order."""
        units: tuple[str, ...] = self.once("units", Key(stage), lambda: self.stages[stage].units(self))
        return units

    def pieces(self) -> Iterator[Key]:
        """Every piece of the film, stage by stage."""
        for stage in self.stages:
            for unit in self.units(stage):
                yield Key(stage, unit)

    def known(self, key: Key, *, brings: bool = False) -> Key:
        """The key itself; UnknownKey where the film has no such piece and, with `brings`, what is done could not bring it about."""
        if key.stage not in self.stages:
            raise UnknownKey(f"There is no stage '{key.stage}'; there are: {', '.join(self.stages)}.")
        if key.unit not in self.units(key.stage) and not (
            brings and key.unit in self.stages[key.stage].bringable(self)
        ):
            there = ", ".join(str(Key(key.stage, unit)) for unit in self.units(key.stage)[:12])
            raise UnknownKey(f"There is no piece '{key}' in this film; its {key.stage} has: {there or 'nothing yet'}.")
        return key

    def needs(self, key: Key) -> tuple[Need, ...]:
        """What a piece depends on, with the values of now."""

        def work() -> tuple[Need, ...]:
            outer, _READING.of = _READING.of, key
            try:
                return self.stages[key.stage].needs(self, key.unit)
            finally:
                _READING.of = outer

        needs: tuple[Need, ...] = self.once("needs", key, work)
        return needs

    def setting(self, name: str, key: Key | None = None) -> Any:
        """A setting in force, for one piece where `key` is given."""
        return resolved(name, self.settings, self.machine, str(key) if key else "")

    def pick(self, key: Key, field: str, *, name: str = "", advise: bool = False) -> Need:
        """A need on one field of a piece."""
        content = self.content(key)
        value = MISSING if content is None else plain(getattr(content, field))
        return Need(name or f"{key.stage}.{field}", (key,), field, value, advise)

    def derive(
        self, name: str, keys: Sequence[Key], pick: str, value: Callable[[], Any], *, advise: bool = False
    ) -> Need:
        """A need on something worked out of several pieces; missing while one of them is. `value` follows from the piece whose need it
        is, from `keys` and from what it reads of this view."""

        def work() -> Need:
            there = all(self.content(key) is not None for key in keys)
            return Need(name, tuple(keys), pick, plain(value()) if there else MISSING, advise)

        need: Need = self.once(("need", name, tuple(keys)), _READING.of, work) if _READING.of else work()
        return need


def _read(key: Key) -> None:
    if _READING.pieces is not None:
        _READING.pieces.add(key)


def closure(view: View, targets: Sequence[Key]) -> set[Key]:
    """The targets and everything that they need, directly or not."""
    found: set[Key] = set()
    whole: set[str] = set()
    waiting = list(targets)
    while waiting:
        key = waiting.pop()
        if key in found:
            continue
        found.add(key)
        waiting += [
            upstream for need in view.needs(key) if not need.advise for upstream in need.keys if upstream not in found
        ]
        if view.stages[key.stage].group and key.stage not in whole:
            whole.add(key.stage)
            waiting += [Key(key.stage, unit) for unit in view.units(key.stage)]
    return found


def targets(view: View, target: str) -> list[Key]:
    """What a target names: a key, a stage (all its pieces), or 'all'."""
    if target == "all":
        return list(view.pieces())
    if target in view.stages and (":" not in target):
        before = list(view.stages)[: list(view.stages).index(target)]
        early = [Key(stage, unit) for stage in before for unit in view.units(stage)]
        return [Key(target, unit) for unit in view.units(target)] or early
    return [view.known(Key.parse(target))]
