"""Ideas that have no scene as simple drawings: numbers, a dial, growing bars, a comparison, cause and effect.

Uses the kit's drawn numbers and marks. Example: "after 3 minutes" shows a dial at three minutes with a 3 on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engine.illustrate.words.numbers import AMOUNTS
from engine.illustrate.words.record import Actor, Number, Reading

_GROWS = frozenset({"grow", "increase", "rise", "double", "triple", "twice", "more", "climb", "expand", "gain", "multiply",
                    "nearly", "soar", "growth"})  # fmt: skip
_SHRINKS = frozenset({"shrink", "decrease", "drop", "halve", "less", "fewer", "decline", "lose", "fall", "reduce"})
_COMPARES = frozenset({"than", "compare", "versus", "vs", "better", "worse", "equal", "balance", "difference", "fair",
                       "weigh", "outweigh", "justice"})  # fmt: skip
_CAUSES = frozenset({"because", "cause", "therefore", "result", "effect", "consequence"})
_SHOWN = frozenset({"minute", "second", "hour", "clock", "degree", "%", "times"})
_BECOMES = frozenset({"after", "become", "turn", "grow", "make", "until", "then"})
_MONEY = frozenset({"€", "$", "£", "₹", "%"})
_SPANS = frozenset({"year", "month", "week", "day"})
_FULL = {"minute": 10.0, "second": 60.0, "hour": 12.0, "clock": 12.0}


def marks(reading: Reading, alone: bool, outdoors: bool = False) -> tuple[Actor, ...]:
    """The drawn figures for a reading. `alone`: nothing else is shown, so that an idea without numbers gets a mark;
    `outdoors`: among things under the sky only amounts are drawn, no hours and years."""
    amounts = any(n.unit in _MONEY for n in reading.numbers)  # money is told with the years that it takes
    numbers = [n for n in reading.numbers if alone or not outdoors or n.unit in AMOUNTS | {"%", "degree", "times"}
               or (amounts and n.unit in _SPANS)]  # fmt: skip
    found = [_figure(number, n) for n, number in enumerate(_telling(numbers))]
    lemmas = set(reading.lemmas)
    if len(found) == 2 and lemmas & _BECOMES and len({number.unit for number in numbers} & AMOUNTS) == 1:
        return found[0], Actor("arrow", "drawn arrow", "thing", "", 1.25), found[1]
    if len(found) < 2 and lemmas & (_GROWS | _SHRINKS) and ((found and not outdoors) or alone):
        found.append(_bars(lemmas))
    if alone and not found:
        found += _idea(lemmas)
    return tuple(found[:2])


def counted(actors: tuple[Actor, ...], drawn: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Money whose sum a card tells is one bag or heap, not as many as the sum has tens."""
    sums = any(actor.kind == "drawn number" and any(sign in actor.said for sign in _MONEY) for actor in drawn)
    return tuple(replace(a, count=1) if sums and a.kind in ("money bag", "coin") else a for a in actors)


def _telling(numbers: Sequence[Number]) -> list[Number]:
    """Numbers with a unit first; a bare figure only where it is large."""
    with_unit = [n for n in numbers if n.unit in _SHOWN or (n.unit and n.value >= 3)]
    bare = [n for n in numbers if not n.unit and n.text[:1].isdigit() and n.value >= 32 and not 1000 <= n.value <= 2100]
    return [*with_unit, *bare][:2]


def _figure(number: Number, n: int) -> Actor:
    weight = 1.3 - 0.1 * n
    if number.unit in _FULL:
        share = number.value / (60.0 if number.unit == "minute" and number.value > 10 else _FULL[number.unit])
        share = share % 1.0 if number.unit == "clock" else min(share, 1.0)
        options = {"share": f"{share:.3f}", "text": number.text}
        return Actor(f"dial-{n}", "drawn dial", "thing", number.text, weight, options=options)
    text = f"{number.text} {number.unit}s" if number.unit in _SPANS and number.value > 1 else number.text
    return Actor(f"number-{n}", "drawn number", "thing", text, weight, options={"text": text})


def _bars(lemmas: set[str]) -> Actor:
    values = "0.25 0.4 0.62 1" if lemmas & _GROWS else "1 0.7 0.45 0.25"
    if lemmas & {"double", "twice"}:
        values = "0.5 1"
    return Actor("bars", "drawn bars", "thing", "", 1.1, options={"values": values})


def _idea(lemmas: set[str]) -> list[Actor]:
    """A mark for an idea that has no number: scales for a comparison, an arrow for what follows from what."""
    if lemmas & _COMPARES:
        return [Actor("balance", "drawn balance", "thing", "", 1.2, options={"tilt": "0.7"})]
    if lemmas & _CAUSES:
        return [Actor("arrow", "drawn arrow", "thing", "", 1.2)]
    return []
