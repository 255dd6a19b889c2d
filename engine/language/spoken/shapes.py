"""Rules for figures of a fixed shape, in any language: times, dates, fractions, telephone numbers.

Example: "11:40" is a time, "16:9" a ratio, "020 7946 0018" is said digit by digit.
"""

from __future__ import annotations

import regex

from engine.language.spoken import quantities
from engine.language.spoken.pieces import Place, Said
from engine.language.spoken.wording import Wording

_CLOCK = regex.compile(r"(\d{1,2}):(\d{2})(?:([ap])\.?m\.?)?", regex.IGNORECASE)
_HALF_DAY = regex.compile(r"(\d{1,2})\.(\d{2})([ap])\.?m\.?", regex.IGNORECASE)
_AREA = regex.compile(r"(\d+(?:\.\d+)?)[x×](\d.*)")
_DURATION = regex.compile(r"(\d{1,2}):([0-5]\d):([0-5]\d)(?:\.\d+)?")
_RATIO = regex.compile(r"(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)")
_ISO_DATE = regex.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_DATE = regex.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
_FRACTION = regex.compile(r"(\d{1,4})[/⁄](\d{1,4})")
_DIGIT_GROUP = regex.compile(r"\+?\d{2,5}")
_PHONE = regex.compile(r"\+\d{7,15}|0\d{6,11}|\+?\d{1,3}(?:[-.]\d{2,5}){2,4}|\d{3}[-.]\d{4}|0\d{2,4}[-.]\d{5,8}")
_GROUPS = regex.compile(r"\d+")


def say_clock(place: Place, wording: Wording) -> Said | None:
    """11:40; 2:03:05 is a duration and 16:9 a ratio."""
    taken = _DURATION.fullmatch(place.core)
    if taken:
        return Said(wording.duration(int(taken[1]), int(taken[2]), int(taken[3])))
    time = _CLOCK.fullmatch(place.core) or _HALF_DAY.fullmatch(place.core)
    if time and int(time[1]) <= 24 and int(time[2]) <= 59:
        half = f" {time[3].upper()} M" if time[3] else ""
        return Said(wording.clock(int(time[1]), int(time[2]), place.part(place.core) if half else place) + half)
    ratio = _RATIO.fullmatch(place.core)
    if not ratio:
        return None
    ends = [quantities.read(part, wording) for part in ratio.groups()]
    said = [wording.number(end.first) for end in ends if end]
    return Said(f" {wording.joiner} ".replace("  ", " ").join(said)) if len(said) == 2 else None


def say_date(place: Place, wording: Wording) -> Said | None:
    """2024-03-12, 12.03.2024, 25/12/2024; a date that could be two days is said as its numbers."""
    iso = _ISO_DATE.fullmatch(place.core)
    if iso:
        year, month, day = (int(part) for part in iso.groups())
        return _dated(day, month, year, wording)
    short = _DATE.fullmatch(place.core)
    if not short:
        return None
    first, second, year = int(short[1]), int(short[3]), int(short[4])
    day_first = first > 12 or (second <= 12 and wording.day_first(first, second))
    if short[2] == ".":
        day_first = second <= 12
    if first <= 12 and second <= 12 and short[2] != "." and wording.day_first(first, second) is None:
        return Said(f"{wording.whole(first)}, {wording.whole(second)}, {wording.year(year)}")
    day, month = (first, second) if day_first else (second, first)
    return _dated(day, month, year, wording)


def _dated(day: int, month: int, year: int, wording: Wording) -> Said | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    said = wording.date(day, month, year)
    return Said(said) if said else None


def say_fraction(place: Place, wording: Wording) -> Said | None:
    """3/4, and 1/2 after a whole number ("2 1/2")."""
    found = _FRACTION.fullmatch(place.core)
    if not found or int(found[2]) == 0:
        return None
    return Said(wording.fraction(int(found[1]), int(found[2]), place))


def say_spaced_number(place: Place, wording: Wording) -> Said | None:
    """10 000: said at its first group, while the groups after it are silent."""
    first = place.at
    while place.whole and _is_thousand(place, first) and not _ends_group(place, first - 1) and first > 0:
        first -= 1
    opening = place.pieces[first]
    last = first
    while (
        last + 1 < len(place.pieces)
        and not opening.tail
        and not place.pieces[last].tail
        and _is_thousand(place, last + 1)
    ):
        last += 1
    groups = [place.pieces[index].core for index in range(first, last + 1)]
    spaced = "000" in groups[1:] or (len(groups) > 1 and not wording.group.strip())
    if not (first <= place.at <= last and spaced and regex.fullmatch(r"[1-9]\d{0,2}", opening.core)):
        return None
    return Said(wording.whole(int("".join(groups))) if place.at == first else "")


def _is_thousand(place: Place, index: int) -> bool:
    return regex.fullmatch(r"\d{3}", place.pieces[index].core) is not None


def say_area(place: Place, wording: Wording) -> Said | None:
    """1920x1080, 10x15cm: "by" where the language has a word for it."""
    found = _AREA.fullmatch(place.core)
    second = quantities.read(found[2], wording) if found else None
    by = wording.table.get("by") or wording.symbol("×")
    if not found or not second or second.currency or not by:
        return None
    first = quantities.read(found[1], wording)
    last = quantities.say_quantity(place.part(found[2]), wording) if second.suffix else None
    said = last.text if last else wording.side(second.first)
    return Said(f"{wording.side(first.first)} {by} {said}") if first else None


def say_telephone(place: Place, wording: Wording) -> Said | None:
    """A digit group that is part of a telephone number, with a short rest between groups."""
    if _PHONE.fullmatch(place.core) and len("".join(_GROUPS.findall(place.core))) >= 7:
        return Said(_grouped(place.core, wording))
    run = _digit_run(place) if place.whole else []
    if not run:
        return None
    last = place.at == run[-1]
    return Said(_grouped(place.core, wording) + ("" if last else ","))


def _grouped(core: str, wording: Wording) -> str:
    plus = wording.mark("+") if core.startswith("+") else ""
    return f"{plus} {', '.join(wording.digits(group) for group in _GROUPS.findall(core))}".strip()


def _digit_run(place: Place) -> list[int]:
    """The indexes of the digit groups that belong to one telephone number with this one, or [] when it is none."""
    if not _is_group(place, place.at):
        return []
    first = last = place.at
    while _is_group(place, first - 1) and not _ends_group(place, first - 1):
        first -= 1
    while not _ends_group(place, last) and _is_group(place, last + 1):
        last += 1
    opening = place.pieces[first]
    starts = opening.core[0] in "+0" or "(" in opening.lead
    digits = sum(len("".join(_GROUPS.findall(place.pieces[index].core))) for index in range(first, last + 1))
    return list(range(first, last + 1)) if starts and first != last and 7 <= digits <= 15 else []


def _is_group(place: Place, index: int) -> bool:
    if not 0 <= index < len(place.pieces):
        return False
    core = place.pieces[index].core
    return bool(_DIGIT_GROUP.fullmatch(core) or _PHONE.fullmatch(core) or regex.fullmatch(r"\+\d{1,3}", core))


def _ends_group(place: Place, index: int) -> bool:
    return place.pieces[index].tail not in ("", ")")
