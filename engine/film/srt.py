"""Writes captions as SubRip and WebVTT text.

Example: `srt(cues)` -> '1\\n00:00:00,500 --> 00:00:02,000\\nA lamp\\n'; `vtt(cues)` times every word as well.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from engine.errors import MediaError
from engine.film.row_words import Part, row_words
from engine.film.types import Cue


def srt(cues: Iterable[Cue]) -> str:
    """The cues in order of their start; the words stay as they are, whatever signs they hold."""
    from pysubs2 import SSAEvent, SSAFile, make_time

    file = SSAFile()
    for cue in showing(cues):
        rows = r"\N".join(" ".join(row.split()) for row in cue.rows if row.strip())
        file.append(SSAEvent(start=make_time(s=max(0.0, cue.start)), end=make_time(s=cue.end), text=rows))
    return file.to_string("srt", keep_ssa_tags=True)


def showing(cues: Iterable[Cue]) -> list[Cue]:
    """The cues that show anything for at least a millisecond, in order of their start."""
    wanted = (cue for cue in cues if any(row.strip() for row in cue.rows))
    return sorted(
        (cue for cue in wanted if _milliseconds(cue.end) > _milliseconds(cue.start)), key=lambda cue: cue.start
    )


def vtt(cues: Iterable[Cue]) -> str:
    """WebVTT, with a time inside the text wherever a word begins, or ends in a pause."""
    blocks = ["WEBVTT"]
    for cue in showing(cues):
        rows = ("".join(_timed(parts, cue)) for parts in row_words(cue))
        blocks.append(f"{clock(cue.start)} --> {clock(cue.end)}\n" + "\n".join(rows))
    return "\n\n".join(blocks) + "\n"


def _timed(parts: list[Part], cue: Cue) -> Iterator[str]:
    start, end = _milliseconds(cue.start), _milliseconds(cue.end)
    for text, word in parts:
        if word < 0:
            yield escape(text, quote=False)
            continue
        heard = cue.words[word]
        if start < _milliseconds(heard.start) < end:
            yield f"<{clock(heard.start)}>"
        yield escape(text, quote=False)
        following = cue.words[word + 1].start if word + 1 < len(cue.words) else cue.end
        if text == heard.text and start < _milliseconds(heard.end) < min(_milliseconds(following), end):
            yield f"<{clock(heard.end)}>"


def _milliseconds(seconds: float) -> int:
    return max(0, round(seconds * 1000))


def clock(seconds: float) -> str:
    """Seconds as WebVTT writes them: '01:02:03.456'."""
    whole, thousandths = divmod(_milliseconds(seconds), 1000)
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}.{thousandths:03d}"


def write_srt(cues: Iterable[Cue], out: Path) -> None:
    """Write an .srt file (UTF-8), aside and renamed; MediaError when the disk does not take it."""
    write_text(srt(cues), out)


def write_vtt(cues: Iterable[Cue], out: Path) -> None:
    """Write a .vtt file (UTF-8), aside and renamed; MediaError when the disk does not take it."""
    write_text(vtt(cues), out)


def write_text(text: str, out: Path) -> None:
    """Write subtitles aside and put them in place whole; MediaError when the disk does not take them."""
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(out)
    except OSError as error:
        raise MediaError(f"The subtitles {out.name} could not be written ({error.strerror}).") from error
    finally:
        part.unlink(missing_ok=True)
