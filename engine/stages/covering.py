"""Which shot covers which words: shots fitted to their lines, so that every word is seen once and in the order in which it is said.

Pure; knows shots and the ids of lines, no store and no planner. A shot keeps its id and its view; only the words it covers change.
Example: after a line was inserted between two lines of one shot, `fitted(shots, lines, name)` gives it to that shot.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from engine.artifacts import Shot, Span


@dataclass(frozen=True)
class Fitted:
    """What covers the film now: the shots by unit, in order, and in `gaps` the lines that none covers, after which shot."""

    shots: dict[str, Shot]
    gaps: tuple[tuple[str | None, tuple[str, ...]], ...]


def fitted(shots: Mapping[str, Shot], lines: Sequence[str], name: Callable[[str], str]) -> Fitted:
    """The shots in the order of their words. A line that stands alone inside a shot joins it; a shot whose words were parted
    goes on under a new id from `name(unit)`; one without words is left out."""
    strips = _joined([strip for line in lines for strip in _strips(shots, line)])
    found: dict[str, Shot] = {}
    gaps: list[tuple[str | None, tuple[str, ...]]] = []
    for owner, run in groupby(strips, key=lambda strip: strip[0]):
        spans = joined_spans([span for _, span in run])
        if owner is None:
            gaps.append((next(reversed(found), None), tuple(dict.fromkeys(span.line for span in spans))))
            continue
        again = owner in found
        shot = shots[owner].model_copy(update={"spans": spans, **({"transition": "cut"} if again else {})})
        found[name(owner) if again else owner] = shot
    return Fitted(found, tuple(gaps))


def _strips(shots: Mapping[str, Shot], line: str) -> list[tuple[str | None, Span]]:
    """Who covers a line, in the order of its words; where two shots do, the first keeps the words."""
    found: list[tuple[str | None, Span]] = []
    spans = [(unit, span) for unit, shot in shots.items() for span in shot.spans if span.line == line]
    for unit, span in sorted(spans, key=lambda strip: strip[1].first):
        found += [(unit, part) for part in without([span], [other for _, other in found])]
    return found or [(None, Span(line=line))]


def _joined(strips: list[tuple[str | None, Span]]) -> list[tuple[str | None, Span]]:
    """A lone line between two strips of one shot belongs to that shot."""
    found = list(strips)
    for index in range(1, len(strips) - 1):
        if strips[index][0] is None and strips[index - 1][0] == strips[index + 1][0]:
            found[index] = (strips[index - 1][0], strips[index][1])
    return found


def joined_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Neighbouring ranges of one line as one."""
    found: list[Span] = []
    for span in spans:
        if found and found[-1].line == span.line and found[-1].last == span.first:
            found[-1] = Span(line=span.line, first=found[-1].first, last=span.last)
        else:
            found.append(span)
    return tuple(found)


def without(spans: Iterable[Span], taken: Iterable[Span]) -> tuple[Span, ...]:
    """The words of `spans` that are not in `taken`."""
    left = list(spans)
    for other in taken:
        left = [part for span in left for part in ([span] if span.line != other.line else _cut_out(span, other))]
    return tuple(left)


def _cut_out(span: Span, other: Span) -> list[Span]:
    before = Span(line=span.line, first=span.first, last=_least(span.last, other.first))
    parts = [before] if before.last is None or before.last > before.first else []
    first = span.first if other.last is None else max(span.first, other.last)
    if other.last is not None and (span.last is None or first < span.last):
        parts.append(Span(line=span.line, first=first, last=span.last))
    return parts


def _least(last: int | None, other: int) -> int:
    return other if last is None else min(last, other)


def parted(spans: Iterable[Span], line: str, at: int, other: str) -> tuple[Span, ...]:
    """The spans once the words of `line` from `at` on are a line of their own."""
    found: list[Span] = []
    for span in spans:
        if span.line != line or (span.last is not None and span.last <= at):
            found.append(span if span.line != line or span.last != at else Span(line=line, first=span.first))
            continue
        if span.first < at:
            found.append(Span(line=line, first=span.first))
        found.append(
            Span(line=other, first=max(0, span.first - at), last=None if span.last is None else span.last - at)
        )
    return tuple(found)


def united(spans: Iterable[Span], line: str, words: int, other: str) -> tuple[Span, ...]:
    """The spans once `other` goes on in `line`, which had so many words."""
    found = []
    for span in spans:
        if span.line == line and span.last is None:
            span = Span(line=line, first=span.first, last=words)
        elif span.line == other:
            last = None if span.last is None else span.last + words
            span = Span(line=line, first=span.first + words, last=last)
        found.append(span)
    return joined_spans(found)
