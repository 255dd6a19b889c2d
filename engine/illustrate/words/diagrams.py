"""Ideas that have no scene as simple drawings: numbers, a dial, a share, bars that rise or fall, a comparison, cause and effect.

Uses the kit's drawn numbers and marks. Example: "after 3 minutes" shows a dial at three minutes with a 3 on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engine.illustrate.words.numbers import AMOUNTS
from engine.illustrate.words.record import Actor, Deed, Mention, Number, Reading

_GROWS = frozenset({"grow", "increase", "double", "triple", "twice", "more", "expand", "multiply", "nearly", "soar",
                    "growth"})  # fmt: skip
_SHRINKS = frozenset({"shrink", "decrease", "halve", "less", "fewer", "decline", "reduce"})
_UP = frozenset({"grow", "increase", "rise", "double", "triple", "climb", "expand", "gain", "multiply", "soar", "raise", "boost",
                 "jump", "surge", "improve"})  # fmt: skip
_DOWN = frozenset({"shrink", "decrease", "drop", "halve", "decline", "lose", "fall", "reduce", "cut", "lower", "sink", "plunge",
                   "crash", "collapse", "slump"})  # fmt: skip
QUANTITIES = frozenset({"price", "cost", "sale", "profit", "revenue", "income", "wage", "salary", "rent", "tax", "debt", "demand",
                        "supply", "temperature", "level", "population", "unemployment", "inflation", "rate", "value", "number",
                        "speed", "pollution", "emission", "export", "import", "budget", "economy", "production", "consumption",
                        "share", "poverty", "wealth", "turnover", "growth", "customer"})  # fmt: skip
"""What can be measured and is no thing by itself: only a chart tells that it rises or falls."""
_PEOPLED = frozenset({"population", "number", "customer"})
_DEAR, _CHEAP = frozenset({"expensive", "dear", "costly"}), frozenset({"cheap", "affordable"})
_WARMS = frozenset({"warm", "overheat"})
_IS, _FELT = (
    frozenset({"be", "become", "get", "grow", "turn"}),
    frozenset({"air", "water", "weather", "climate", "sea", "ocean"}),
)
_HOT, _COLD = frozenset({"hot", "warm", "boiling"}), frozenset({"cold", "cool", "icy", "freezing", "chilly"})
_SAVES = frozenset({"save", "discount", "off", "sale"})
_COMPARES = frozenset({"than", "compare", "versus", "vs", "better", "worse", "equal", "balance", "difference", "fair",
                       "weigh", "outweigh", "justice", "exceed", "outnumber"})  # fmt: skip
_CAUSES = frozenset({"because", "cause", "therefore", "result", "effect", "consequence"})
_SHOWN = frozenset({"minute", "second", "hour", "clock", "degree", "%", "times", "share"})
_BECOMES = frozenset({"after", "become", "turn", "grow", "make", "until", "then"})
_MONEY = frozenset({"€", "$", "£", "₹", "%"})
_SPANS = frozenset({"year", "month", "week", "day"})
_FULL = {"minute": 10.0, "second": 60.0, "hour": 12.0, "clock": 12.0}


def marks(
    reading: Reading, alone: bool, outdoors: bool = False, peopled: bool = False, dated: bool = False
) -> tuple[Actor, ...]:
    """The drawn figures for a reading. `alone`: nothing else is shown, so that an idea without numbers gets a mark;
    `outdoors`: among things under the sky only amounts are drawn, no hours and spans; `peopled`: people are there, and
    only what is told of their number is drawn; `dated`: the year is told of things alone, and drawn."""
    way, what = trend(reading)
    if peopled:
        return (_bars(reading, way),) if what and what.word in _PEOPLED else ()
    amounts = any(n.unit in _MONEY for n in reading.numbers)  # money is told with the years that it takes
    numbers = [n for n in reading.numbers if alone or not outdoors or n.unit in AMOUNTS | {"%", "degree", "times", "share"}
               or (dated and _is_year(n))
               or (amounts and n.unit in _SPANS)]  # fmt: skip
    found = [
        _figure(number, n, _sign(reading, way)) for n, number in enumerate(_telling(numbers, years=alone or dated))
    ]
    lemmas = set(reading.lemmas)
    if len(found) == 2 and lemmas & _BECOMES and len({number.unit for number in numbers} & AMOUNTS) == 1:
        return found[0], Actor("arrow", "drawn arrow", "thing", "", 1.25), found[1]
    grows = lemmas & (_GROWS | _SHRINKS) and ((found and not outdoors) or alone)
    felt = "hot" if way == "hot" else _felt(reading)
    if felt:
        return (*found[:1], Actor("warmth", "thermometer", "thing", "", 1.1, pose=felt))
    if len(found) < 2 and (way or grows) and not any(n.unit == "share" for n in numbers):
        found.append(replace(_bars(reading, way), said=what.said if what and alone else ""))
    if alone and not found:
        found += _idea(lemmas)
    return tuple(found[:2])


def trend(reading: Reading) -> tuple[str, Mention | None]:
    """Whether something that is measured goes 'up' or 'down', and what that is: 'Prices rise', 'reduces the cost'; 'hot'
    for what warms."""
    for deed in reading.deeds:
        way = "up" if deed.verb in _UP else "down" if deed.verb in _DOWN else ""
        about = _about(deed, reading)
        what = next((each for each in about if each.word in QUANTITIES), None)
        if deed.verb in _WARMS and about and not deed.what and not any(each.person for each in about):
            return "hot", None
        if way and what:
            return way, what
    lemmas = set(reading.lemmas)
    if "inflation" in lemmas or (_DEAR & lemmas and "more" in lemmas):
        return "up", None
    return ("down", None) if _CHEAP & lemmas and "more" in lemmas else ("", None)


def _felt(reading: Reading) -> str:
    """'hot' or 'cold' where that is said of air or water, which shows it by nothing else."""
    told = {i for deed in reading.deeds if deed.verb in _IS for i in deed.who if i < len(reading.mentions)}
    looks = {look for i in told if reading.mentions[i].word in _FELT for look in reading.mentions[i].adjectives}
    return "hot" if looks & _HOT else "cold" if looks & _COLD else ""


def _about(deed: Deed, reading: Reading) -> list[Mention]:
    """What a deed tells of: with an object that, else who does it."""
    ids = [i for i in (*deed.what, *deed.who) if i < len(reading.mentions)]
    return [reading.mentions[i] for i in ids]


def _sign(reading: Reading, way: str) -> str:
    """Before a percentage: what is saved or falls is less."""
    if way in ("up", "down"):
        return "+" if way == "up" else "−"
    return "−" if _SAVES & set(reading.lemmas) else ""


def counted(actors: tuple[Actor, ...], drawn: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Money whose sum a card tells is one bag or heap, not as many as the sum has tens; so is what a chart tells of."""
    sums = any(actor.kind == "drawn number" and any(sign in actor.said for sign in _MONEY) for actor in drawn)
    sums |= any(actor.kind == "drawn bars" for actor in drawn)
    return tuple(replace(a, count=1) if sums and a.kind in ("money bag", "coin") else a for a in actors)


def _is_year(number: Number) -> bool:
    return not number.unit and len(number.text) == 4 and 1000 <= number.value <= 2100


def _telling(numbers: Sequence[Number], years: bool = False) -> list[Number]:
    """Numbers with a unit first; a bare figure only where it is large, a year only where nothing else is shown."""
    with_unit = [n for n in numbers if n.unit in _SHOWN or (n.unit and n.value >= 3)]
    bare = [n for n in numbers if not n.unit and n.text[:1].isdigit() and n.value >= 32
            and (years or not _is_year(n))]  # fmt: skip
    return [*with_unit, *bare][:2]


def _figure(number: Number, n: int, sign: str) -> Actor:
    weight = 1.3 - 0.1 * n
    if number.unit == "share":
        options = {"share": f"{number.value:.3f}", "text": number.text}
        return Actor(f"share-{n}", "drawn share", "thing", number.text, weight, options=options)
    if number.unit in _FULL:
        share = number.value / (60.0 if number.unit == "minute" and number.value > 10 else _FULL[number.unit])
        share = share % 1.0 if number.unit == "clock" else min(share, 1.0)
        options = {"share": f"{share:.3f}", "text": number.text}
        return Actor(f"dial-{n}", "drawn dial", "thing", number.text, weight, options=options)
    text = f"{number.text} {number.unit}s" if number.unit in _SPANS and number.value > 1 else number.text
    drawn = sign + text if number.unit == "%" and text.endswith("%") else text
    return Actor(f"number-{n}", "drawn number", "thing", text, weight, options={"text": drawn})


def _bars(reading: Reading, way: str) -> Actor:
    lemmas = set(reading.lemmas)
    up = way == "up" or (not way and bool(lemmas & _GROWS))
    values = "0.25 0.4 0.62 1" if up else "1 0.7 0.45 0.25"
    if lemmas & {"double", "twice"}:
        values = "0.5 1"
    elif lemmas & {"triple"}:
        values = "0.33 1"
    elif lemmas & {"halve"}:
        values = "1 0.5"
    return Actor("bars", "drawn bars", "thing", "", 1.1, options={"values": values, "way": way})


def _idea(lemmas: set[str]) -> list[Actor]:
    """A mark for an idea that has no number: scales for a comparison, an arrow for what follows from what."""
    if lemmas & _COMPARES:
        return [Actor("balance", "drawn balance", "thing", "", 1.2, options={"tilt": "0.7"})]
    if lemmas & _CAUSES:
        return [Actor("arrow", "drawn arrow", "thing", "", 1.2)]
    return []
