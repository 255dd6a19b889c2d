"""Keeps loaded models in a device's memory: what fits stays, the least recently used goes first, and short memory means a smaller plan.

Knows no model: it is given how one is loaded and what is to be done with it. Example:
`Keeper(machine, room).use("sdxl", need, load=lambda plan: ..., act=lambda model, plan: model.draw(request), tell=progress)`.
"""

from __future__ import annotations

import gc
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from engine.errors import Unavailable
from engine.models.memory import RESERVE, Machine, Need, Plan, plans, warmed
from engine.providers.contract import Progress

R = TypeVar("R")


@dataclass
class Held:
    """A model in memory, how it was laid out, and how many results it has made."""

    model: Any
    plan: Plan
    results: int = 0


@dataclass
class Keeper:
    """`machine()` says what the device has (its `free` as if nothing of ours were held), `room(device)` how many GB are free right now,
    `emptied()` gives back what was put away."""

    machine: Callable[[], Machine]
    room: Callable[[str], float]
    emptied: Callable[[], None] = lambda: None
    _held: OrderedDict[str, Held] = field(default_factory=OrderedDict)
    _least: dict[str, int] = field(default_factory=dict)

    def use(
        self, name: str, need: Need, *, load: Callable[[Plan], Any], act: Callable[[Any, Plan], R], tell: Progress,
        quantisable: bool = False, results: int = 1,
    ) -> R:  # fmt: skip
        """What `act` makes with the model, loaded unless it is held. Where memory runs out the next smaller plan is tried, which is told
        and remembered; Unavailable when there is none."""
        machine = self.machine()
        ways = plans(need, machine, quantisable=quantisable)
        for place in range(min(self._least.get(name, 0), len(ways) - 1), len(ways)):
            self._least[name] = place
            try:
                return self._tried(name, ways[place], machine, load, act, tell, results)
            except Exception as error:
                if not out_of_memory(error):
                    raise
            # Out of the handler, so that the error no longer holds the frames that hold the memory.
            self.put_away(name)
            if place + 1 < len(ways):
                tell(0.0, f"memory ran out; trying again {ways[place + 1].words or 'with a smaller plan'}")
        raise Unavailable(
            f"There is not enough memory for {name}; close other programs, choose a smaller model or ask for a smaller size.",
            provider=name,
        )

    def held(self) -> tuple[str, ...]:
        """What is in memory, the least recently used first."""
        return tuple(self._held)

    def put_away(self, name: str = "") -> None:
        """Let go of one model, or of all."""
        for each in [name] if name else list(self._held):
            self._held.pop(each, None)
        gc.collect()
        self.emptied()

    def _tried(
        self, name: str, plan: Plan, machine: Machine, load: Callable[[Plan], Any], act: Callable[[Any, Plan], R], tell: Progress,
        results: int,
    ) -> R:  # fmt: skip
        held = self._held.get(name)
        if held is None or held.plan != plan:
            self.put_away(name)
            self._make_room(plan.device, plan.needs + RESERVE)
            if plan.words:
                tell(0.0, plan.words)
            held = self._held[name] = Held(load(plan), plan)
        self._held.move_to_end(name)
        held.results += results
        return act(held.model, warmed(plan, held.results, machine))

    def _make_room(self, device: str, wanted: float) -> None:
        """Put away the least recently used until there is room, or nothing is left."""
        while self._held and self.room(device) < wanted:
            self.put_away(next(iter(self._held)))


def out_of_memory(error: BaseException) -> bool:
    """Whether memory ran out, of the device or of the machine."""
    said = f"{type(error).__name__} {error}".lower()
    return isinstance(error, MemoryError) or any(
        sign in said for sign in ("outofmemory", "out of memory", "can't allocate memory", "not enough memory")
    )
