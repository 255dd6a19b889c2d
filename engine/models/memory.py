"""How a model is laid out on a device: in which precision, whole or in parts, with what savings. Pure: it decides from numbers alone.

Sizes are GB (1e9 bytes). Example: `plans(Need(6.9, 5.1, 4.0), Machine("cuda", free=24.0))[0].placement == "whole"`; each further plan
needs less memory than the one before and is slower.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

Placement = Literal["whole", "parts", "layers"]

RESERVE = 0.6
"""GB of a GPU that its driver and the libraries keep for themselves."""
TILED = 0.45
"""What is left of the working memory when pictures are decoded in tiles and slices."""
HOT = 4
"""From so many results of one size on, the time that compiling takes is won back."""


@dataclass(frozen=True)
class Machine:
    """A device and what it has. `free` is what could be used if our own models were put away; `ram` the same of the main memory.

    `halves`: it computes in 16 bits; `wide`: also in bfloat16; `quantised`: weights of 8 and 4 bits can be used on it.
    """

    device: str
    name: str = ""
    free: float = 0.0
    total: float = 0.0
    ram: float = 16.0
    halves: bool = True
    wide: bool = True
    quantised: bool = False
    compiles: bool = False


@dataclass(frozen=True)
class Need:
    """What a model takes: `weights` of all parts in 16 bits, its `largest` part alone, and `work` beside them for one result."""

    weights: float
    largest: float
    work: float


@dataclass(frozen=True)
class Plan:
    """One way to lay a model out. `parts`: each part is moved in when its turn comes; `layers`: each layer. `tiled`: pictures are decoded in
    tiles. `bits` 8 and 4 are quantised weights. `needs` is GB of the device. `words` says to a person what is special about it."""

    device: str
    dtype: str
    placement: Placement = "whole"
    tiled: bool = False
    sliced: bool = False
    bits: int = 16
    channels_last: bool = False
    compile: bool = False
    needs: float = field(default=0.0, compare=False)
    words: str = ""


def plans(need: Need, machine: Machine, *, quantisable: bool = False) -> tuple[Plan, ...]:
    """The ways that fit, the fastest first. The processor's are always the last, so that there is one. `quantisable`: a language model."""
    if machine.device == "cpu":
        return _processor(need, machine, "no graphics processor was found")
    every = _language(need, machine) if quantisable else _pictures(need, machine)
    fitting: list[Plan] = []
    for plan in every:
        if plan.needs + RESERVE <= machine.free and (not fitting or plan.needs < fitting[-1].needs):
            fitting.append(plan)
    return (*fitting, *_processor(need, machine, "the graphics memory is too small for this model"))


def warmed(plan: Plan, results: int, machine: Machine) -> Plan:
    """The plan for the next of many results: compiled where that pays by now."""
    pays = machine.compiles and plan.placement == "whole" and plan.bits == 16 and results >= HOT
    return replace(plan, compile=pays)


def at_once(need: Need, plan: Plan, machine: Machine, most: int = 8) -> int:
    """How many results of one size can be worked on together; 1 where that gains nothing."""
    if machine.device != "cuda" or plan.placement != "whole":
        return 1
    room = machine.free - RESERVE - need.weights
    return max(1, min(most, int(room / max(need.work, 0.1))))


def _processor(need: Need, machine: Machine, because: str) -> tuple[Plan, ...]:
    """On the processor: in 32 bits where the main memory allows it, then in bfloat16 with pictures decoded in tiles."""
    half = need.weights + need.work
    wide = Plan("cpu", "float32", needs=2 * half, words=f"on the processor, since {because}")
    narrow = replace(wide, dtype="bfloat16", tiled=True, needs=half, words=f"{wide.words}, in half the memory")
    return (wide, narrow) if wide.needs <= machine.ram else (narrow,)


def _pictures(need: Need, machine: Machine) -> tuple[Plan, ...]:
    dtype = _dtype(machine)
    fast = machine.device == "cuda"
    small, tiled = need.work, need.work * TILED
    whole = Plan(machine.device, dtype, channels_last=fast, sliced=not fast)
    return (
        replace(whole, needs=need.weights + small),
        replace(whole, needs=need.weights + tiled, tiled=True, words="decoding in tiles to save memory"),
        *(
            (
                replace(whole, placement="parts", needs=need.largest + small, words="moving its parts in and out of the graphics memory"),
                replace(whole, placement="parts", needs=need.largest + tiled, tiled=True,
                        words="moving its parts in and out of the graphics memory, decoding in tiles"),
                replace(whole, placement="layers", needs=0.5 + tiled, tiled=True, sliced=True, channels_last=False,
                        words="moving single layers in and out of the graphics memory, which is slow"),
            )
            if fast
            else ()
        ),
    )  # fmt: skip


def _language(need: Need, machine: Machine) -> tuple[Plan, ...]:
    whole = Plan(machine.device, _dtype(machine), needs=need.weights + need.work)
    if machine.device != "cuda":
        return (whole,)
    quantised = [
        replace(whole, bits=bits, needs=need.weights * bits / 16 * 1.15 + need.work, words=f"with weights of {bits} bits to fit the memory")
        for bits in (8, 4)
        if machine.quantised
    ]  # fmt: skip
    layers = replace(
        whole, placement="layers", needs=2.0 + need.work, words="with some layers on the processor, which is slow"
    )
    return (whole, *quantised, layers)


def _dtype(machine: Machine) -> str:
    if not machine.halves:
        return "float32"
    return "bfloat16" if machine.wide else "float16"
