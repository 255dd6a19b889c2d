"""What captions may be, what in a film's captions goes beyond it, and how each is mended with one press.

Pure functions over cues in seconds of the film; limits are data (data/caption_limits.toml). Example:
`caption_findings(cues, cuts, "en")[0].words` -> 'Read at 26 characters a second; 20 is the most.'
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import regex

from engine.film.types import Cue

DATA = Path(__file__).with_name("data") / "caption_limits.toml"
SLACK = 0.0015
"""Seconds by which times may miss a limit: files keep thousandths."""

Rule = Literal[
    "overlap", "gap", "flicker", "too_short", "too_long", "too_fast", "row_length", "rows", "near_cut", "empty"
]
Fix = Literal["wrap", "extend", "shorten", "gap", "close", "cut", "split", "remove", ""]
Audience = Literal["adults", "children"]


@dataclass(frozen=True)
class Limits:
    """`row_length` in characters, `speed` in characters a second, everything else in seconds."""

    row_length: int
    rows: int
    speed: float
    shortest: float
    longest: float
    gap: float
    flicker: float
    near_cut: float


@dataclass(frozen=True)
class Finding:
    """Something that goes beyond a limit: where (seconds, the cue's place among the cues by time), which rule, what it
    says, and the fix that mends it ('' = a person has to).
    """

    at: float
    cue: int
    rule: Rule
    words: str
    fix: Fix


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


def limits(language: str, *, fps: float = 24.0, shape: float = 16 / 9, audience: Audience = "adults") -> Limits:
    """The limits of a language in a picture of this width / height: 42 characters for English at 16:9, 24 at 9:16."""
    known, general = _data()["languages"], _data()["general"]
    own = known.get(_base(language), known["default"])
    return Limits(
        row_length=max(6, round(own["row_length"] * _share(shape))),
        rows=general["rows"],
        speed=float(own["children" if audience == "children" else "speed"]),
        shortest=general["shortest"],
        longest=general["longest"],
        gap=general["gap_frames"] / float(fps),
        flicker=general["flicker"],
        near_cut=general["near_cut"],
    )


def _base(language: str) -> str:
    return language.replace("_", "-").split("-")[0].lower()


def _share(shape: float) -> float:
    steps: list[list[float]] = _data()["shapes"]["steps"]
    if shape <= steps[0][0]:
        return steps[0][1]
    for (low, small), (high, large) in pairwise(steps):
        if shape <= high:
            return small + (large - small) * (shape - low) / (high - low)
    return steps[-1][1]


def characters(text: str, language: str) -> float:
    """How many characters a reader sees: marks do not count; Latin letters among Chinese, Japanese and Korean ones are
    half.
    """
    seen = regex.findall(r"\X", text)
    if _base(language) in ("ja", "zh", "ko"):
        return sum(0.5 if one.isascii() else 1.0 for one in seen)
    return float(len(seen))


def reading_speed(cue: Cue, language: str) -> float:
    """Characters a second, spaces counted."""
    return characters(" ".join(cue.rows), language) / max(cue.end - cue.start, 0.001)


def caption_findings(
    cues: Sequence[Cue], cuts: Sequence[float], language: str, within: Limits | None = None
) -> list[Finding]:
    """All that goes beyond the limits, in order of time. `cuts` are the seconds at which shots change."""
    given = within or limits(language)
    listed = sorted(cues, key=lambda cue: cue.start)
    found: list[Finding] = []
    for n, cue in enumerate(listed):
        following = listed[n + 1] if n + 1 < len(listed) else None
        for rule, words, fix in _about(cue, following, cuts, language, given):
            found.append(Finding(cue.start, n, rule, words, fix))
    return found


def _about(
    cue: Cue, following: Cue | None, cuts: Sequence[float], language: str, given: Limits
) -> Iterator[tuple[Rule, str, Fix]]:
    if not any(row.strip() for row in cue.rows):
        yield "empty", "This caption has no words.", "remove"
        return
    yield from _form(cue, language, given)
    yield from _time(cue, following, language, given)
    if following:
        yield from _neighbours(cue, following, cuts, given)
    yield from _cuts(cue, following, cuts, language, given)


def _form(cue: Cue, language: str, given: Limits) -> Iterator[tuple[Rule, str, Fix]]:
    from engine.film.caption_fixes import wrapped

    long = max(characters(row, language) for row in cue.rows)
    fits = wrapped(cue, language, given) is not None
    if len(cue.rows) > given.rows:
        yield "rows", f"It has {len(cue.rows)} rows; {given.rows} is the most.", "wrap" if fits else "split"
    if long > given.row_length:
        words = f"A row has {long:.0f} characters; {given.row_length} is the most."
        yield "row_length", words, "wrap" if fits else "split"


def _time(cue: Cue, following: Cue | None, language: str, given: Limits) -> Iterator[tuple[Rule, str, Fix]]:
    length, speed = cue.end - cue.start, reading_speed(cue, language)
    room = (following.start - given.gap if following else cue.end + 60) - cue.end
    if length < given.shortest - SLACK:
        words = f"It stays for {length:.2f} seconds; {given.shortest:.2f} is the least."
        yield "too_short", words, "extend" if room > given.shortest - length - SLACK else ""
    if length > given.longest + SLACK:
        several = len(cue.words) > 1 or len(" ".join(cue.rows).split()) > 1
        words = f"It stays for {length:.1f} seconds; {given.longest:g} is the most."
        spoken = cue.words and cue.words[-1].end - cue.start > given.longest
        yield "too_long", words, "split" if spoken and several else "shorten"
    if speed > given.speed * 1.005:
        wanted = characters(" ".join(cue.rows), language) / given.speed - length
        words = f"It is read at {speed:.0f} characters a second; {given.speed:g} is the most."
        yield "too_fast", words, "extend" if wanted <= room + SLACK and length + wanted <= given.longest else ""


def _neighbours(cue: Cue, following: Cue, cuts: Sequence[float], given: Limits) -> Iterator[tuple[Rule, str, Fix]]:
    gap = following.start - cue.end
    shortened: Fix = "gap" if following.start - given.gap - cue.start > given.gap else ""
    if gap < -SLACK:
        yield "overlap", "It is still there when the next caption begins.", shortened
    elif SLACK < gap < given.gap - SLACK:
        yield "gap", f"Only {gap:.3f} seconds lie before the next caption; {given.gap:.3f} is the least.", shortened
    elif given.gap + SLACK < gap < given.flicker - SLACK:
        # What ends on a cut goes with its picture; what would stay too long may leave.
        if following.start - given.gap - cue.start > given.longest or any(abs(cue.end - cut) < 0.05 for cut in cuts):
            return
        yield "flicker", f"A pause of {gap:.2f} seconds before the next caption flickers; close it.", "close"


def _cuts(
    cue: Cue, following: Cue | None, cuts: Sequence[float], language: str, given: Limits
) -> Iterator[tuple[Rule, str, Fix]]:
    """A caption that hangs over a cut by a little: its end should be on the cut, where the words allow it."""
    for cut in cuts:
        late = cue.end - cut
        if cue.start < cut and SLACK < late < given.near_cut - SLACK:
            spoken = bool(cue.words) and cue.words[-1].end > cut + SLACK
            read = max(given.shortest, characters(" ".join(cue.rows), language) / given.speed)
            free = not spoken and cut - cue.start >= read
            room = following is None or following.start - given.gap >= cut + given.near_cut
            room = room and cut + given.near_cut - cue.start <= given.longest
            words = f"It hangs {late:.2f} seconds over the cut at {cut:.2f}."
            yield "near_cut", words, "cut" if free else "extend" if room else ""
            return
