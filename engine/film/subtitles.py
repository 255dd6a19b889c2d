"""Reads a person's own subtitles (SubRip, WebVTT, ASS) as cues: any usual encoding, mistakes named with their line.

Example: `read_subtitles(Path("film.srt"))` -> (Cue(0.5, 2.0, ("A lamp",)), ...).
"""

from __future__ import annotations

import codecs
import html
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Literal

import regex

from engine.errors import UserError
from engine.film.types import Cue, Word

MOST_BYTES = 20_000_000
LONGEST = 24 * 3600.0
SLACK = 0.001
Overlaps = Literal["refuse", "trim"]

_CLOCK = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMES = regex.compile(rf"^\s*{_CLOCK}\s*-->\s*{_CLOCK}(?:\s.*)?$")
_LOOKS_LIKE_TIMES = regex.compile(r"^\s*\d+:\d+:\d+[.,]\d+\s*-+>?")
_INLINE = regex.compile(rf"<{_CLOCK}>")
_TAGS = regex.compile(r"</?(?:i|b|u|s|c|v|font|lang|ruby|rt)(?:[.\s][^>]*)?>|\{\\[^}]*\}", regex.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_subtitles(source: Path | bytes, *, overlaps: Overlaps = "refuse", encoding: str = "") -> tuple[Cue, ...]:
    """The cues of a file in order of time; words are timed where the file times them.

    Cues that overlap are refused, or trimmed to where the next one begins. UserError with the line's number for what
    cannot be read.
    """
    text = _decoded(_bytes(source), encoding).replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    lines = text.split("\n")
    first = next((line.strip() for line in lines if line.strip()), "")
    if first.startswith("WEBVTT"):
        found = list(_timed_blocks(lines, web=True))
    elif first.startswith("[") or any(line.startswith("Dialogue:") for line in lines):
        from engine.film.ass_reading import events

        found = list(events(lines))
    else:
        found = list(_timed_blocks(lines, web=False))
    if not found:
        raise UserError("There are no captions in this file; choose an SRT, VTT or ASS file that has some.")
    return _in_order(found, overlaps)


def _bytes(source: Path | bytes) -> bytes:
    try:
        raw = source if isinstance(source, bytes) else source.read_bytes()
    except OSError as error:
        raise UserError(f"The subtitles {Path(str(source)).name} cannot be read ({error.strerror}).") from error
    if len(raw) > MOST_BYTES:
        raise UserError("This file is too large for subtitles; choose an SRT, VTT or ASS file.")
    return raw


def _decoded(raw: bytes, encoding: str) -> str:
    """By what is asked for, a byte order mark, as UTF-8, else as the Western single-byte encoding of old files."""
    names = [encoding] if encoding else [name for bom, name in _BOMS if raw.startswith(bom)] or ["utf-8", "cp1252"]
    for name in names:
        try:
            return raw.decode(name)
        except LookupError:
            raise UserError(f"'{name}' is no encoding; try utf-8, utf-16 or windows-1256.") from None
        except UnicodeDecodeError:
            continue
    raise UserError("The letters of this file cannot be read; save it as UTF-8 and try again.")


def _timed_blocks(lines: list[str], *, web: bool) -> Iterator[tuple[int, Cue]]:
    """Line number and cue of every block of SubRip or WebVTT."""
    at = 0
    while at < len(lines):
        number, line = at + 1, lines[at]
        at += 1
        if "-->" not in line and not _LOOKS_LIKE_TIMES.match(line):
            if web and regex.match(r"(NOTE|STYLE|REGION)\b", line):
                at = _past_note(lines, at)
            elif not web and line.strip() and not line.strip().isdigit():
                raise UserError(
                    f"Line {number}: '{line.strip()[:40]}' stands outside any caption; remove it or time it."
                )
            continue
        start, end = _span(line, number)
        rows = []
        while at < len(lines) and lines[at].strip():
            if "-->" in lines[at]:
                raise UserError(f"Line {at + 1}: a caption begins before the one above has ended with an empty line.")
            rows.append(lines[at])
            at += 1
        cue = _cue(start, end, rows, web)
        if cue.rows:
            yield number, cue


def _past_note(lines: list[str], at: int) -> int:
    while at < len(lines) and lines[at].strip():
        at += 1
    return at


def _span(line: str, number: int) -> tuple[float, float]:
    found = _TIMES.match(line)
    if not found:
        raise UserError(
            f"Line {number}: the times '{line.strip()[:60]}' cannot be read; write them as 00:00:01,000 --> 00:00:02,500."
        )
    start, end = _seconds(found.groups()[:4]), _seconds(found.groups()[4:])
    return checked_span(start, end, number)


def checked_span(start: float, end: float, number: int) -> tuple[float, float]:
    """A caption's times; UserError with the line when it ends before it begins, or after a day."""
    if end <= start:
        raise UserError(f"Line {number}: the caption ends before it begins; its end must be later than its start.")
    if end > LONGEST:
        raise UserError(f"Line {number}: the caption stands after more than 24 hours; mend its times.")
    return start, end


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    return ((int(hours) * 60 + int(minutes)) * 60_000 + int(seconds) * 1000 + int(fraction.ljust(3, "0"))) / 1000


def _cue(start: float, end: float, rows: list[str], web: bool) -> Cue:
    shown = [_TAGS.sub("", row) for row in rows]
    words = _words(shown, start, end) if web and any(_INLINE.search(row) for row in shown) else ()
    plain = [_INLINE.sub("", row) for row in shown]
    plain = [" ".join((html.unescape(row) if web else row).split()) for row in plain]
    return Cue(start, end, tuple(row for row in plain if row), words)


def _words(rows: list[str], start: float, end: float) -> tuple[Word, ...]:
    """Words between the times inside a WebVTT text; one that holds no letters ends the word before it."""
    times, texts = [start], [""]
    for row in rows:
        at = 0
        for mark in _INLINE.finditer(row):
            texts[-1] += row[at : mark.start()]
            times.append(_seconds(mark.groups()))
            texts.append("")
            at = mark.end()
        texts[-1] += row[at:] + " "
    found: list[Word] = []
    for text, (begin, until) in zip(texts, pairwise([*times, end]), strict=True):
        heard = html.unescape(text).split()
        step = (until - begin) / max(1, len(heard))
        found += [Word(word, begin + n * step, begin + (n + 1) * step) for n, word in enumerate(heard)]
    return tuple(found)


def _in_order(found: list[tuple[int, Cue]], overlaps: Overlaps) -> tuple[Cue, ...]:
    listed = sorted(found, key=lambda item: item[1].start)
    cues: list[Cue] = []
    for n, (number, cue) in enumerate(listed):
        following = listed[n + 1] if n + 1 < len(listed) else None
        if following and cue.end > following[1].start + SLACK:
            if overlaps == "refuse" or following[1].start <= cue.start:
                raise UserError(
                    f"Line {following[0]}: this caption begins before the one of line {number} has ended; "
                    "move one of them, or let overlaps be trimmed."
                )
            cue = _until(cue, following[1].start)
        cues.append(cue)
    return tuple(cues)


def _until(cue: Cue, end: float) -> Cue:
    words = tuple(replace(w, start=min(w.start, end), end=min(w.end, end)) for w in cue.words)
    return replace(cue, end=end, words=words)
