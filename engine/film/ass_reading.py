"""Reads the captions of an ASS or SSA file, with the words that karaoke tags time. Knows no styles.

Example: the event `{\\k40}A {\\k60}lamp` from 1 s on is a cue with the words A (1.0 to 1.4) and lamp (1.4 to 2.0).
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from engine.errors import UserError
from engine.film.types import Cue, Word

NEXT_ROW = "+"
"""The name of an event that is a further row of the caption before it, as our own files have it."""
DECORATION = "-"
"""The name of events that only draw boxes, shadows and glow."""
_CLOCK = regex.compile(r"^\s*(\d+):(\d{1,2}):(\d{1,2})[.:](\d{1,3})\s*$")
_KARAOKE = regex.compile(r"\\[kK][fot]?(\d+(?:\.\d+)?)")
_BLOCK = regex.compile(r"\{([^}]*)\}")
_DRAWING = regex.compile(r"\{[^}]*\\p[1-9]")


def events(lines: list[str]) -> Iterator[tuple[int, Cue]]:
    """Line number and cue of each dialogue that shows words."""
    fields = ["Layer", "Start", "End", "Style", "Name", "MarginL", "MarginR", "MarginV", "Effect", "Text"]
    held: tuple[int, Cue] | None = None
    within = False
    for number, line in enumerate(lines, start=1):
        if line.startswith("["):
            within = line.strip().lower() == "[events]"
        elif within and line.startswith("Format:"):
            fields = [part.strip() for part in line[7:].split(",")]
        elif within and line.startswith("Dialogue:"):
            event = _fields(line, fields, number)
            cue = _cue(event, number)
            if cue is None or event.get("Name") == DECORATION:
                continue
            if held and event.get("Name") == NEXT_ROW and (cue.start, cue.end) == (held[1].start, held[1].end):
                held = held[0], Cue(cue.start, cue.end, held[1].rows + cue.rows, held[1].words + cue.words)
                continue
            if held:
                yield held
            held = number, cue
    if held:
        yield held


def _fields(line: str, names: list[str], number: int) -> dict[str, str]:
    values = line[len("Dialogue:") :].split(",", len(names) - 1)
    if len(values) < len(names) or not {"Start", "End", "Text"} <= set(names):
        raise UserError(f"Line {number}: this dialogue has too few parts; it needs {', '.join(names)}.")
    return {name: value.strip() for name, value in zip(names, values, strict=True)}


def _cue(event: dict[str, str], number: int) -> Cue | None:
    from engine.film.subtitles import checked_span

    start, end = checked_span(_seconds(event["Start"], number), _seconds(event["End"], number), number)
    text = event["Text"]
    if _DRAWING.search(text):
        return None
    rows = [" ".join(row.replace("\\h", " ").split()) for row in regex.split(r"\\[Nn]", _BLOCK.sub("", text))]
    rows = [row for row in rows if row]
    return Cue(start, end, tuple(rows), tuple(_words(text, start, end))) if rows else None


def _seconds(text: str, number: int) -> float:
    found = _CLOCK.match(text)
    if not found:
        raise UserError(f"Line {number}: the time '{text[:30]}' cannot be read; write it as 0:00:01.50.")
    hours, minutes, seconds, fraction = found.groups()
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + int(fraction) / 10 ** len(fraction)


def _words(text: str, start: float, end: float) -> Iterator[Word]:
    """What each karaoke tag times; a tag without letters is a pause."""
    if not _KARAOKE.search(text):
        return
    at, length = start, 0.0
    for piece in regex.split(r"(\{[^}]*\})", text):
        tags = _KARAOKE.findall(piece) if piece.startswith("{") else []
        if tags:
            at, length = at + length, float(tags[-1]) / 100
            # Several times in one block: all but the last pass in silence.
            at += sum(float(tag) for tag in tags[:-1]) / 100
        elif not piece.startswith("{"):
            heard = regex.sub(r"\\[NnH h]", " ", piece).split()
            step = length / max(1, len(heard))
            for n, word in enumerate(heard):
                yield Word(word, min(at + n * step, end), min(at + (n + 1) * step, end))
