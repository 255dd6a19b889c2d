"""Writes captions as SubRip text. Example: `srt(cues)` -> '1\\n00:00:00,500 --> 00:00:02,000\\nA lamp\\n'."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from engine.errors import MediaError
from engine.film.types import Cue


def srt(cues: Iterable[Cue]) -> str:
    """The cues in order of their start; the words stay as they are, whatever signs they hold."""
    from pysubs2 import SSAEvent, SSAFile, make_time

    file = SSAFile()
    for cue in sorted(cues, key=lambda cue: cue.start):
        start, end = (make_time(s=at) for at in (max(0.0, cue.start), cue.end))
        if end > start and any(row.strip() for row in cue.rows):
            rows = r"\N".join(" ".join(row.split()) for row in cue.rows if row.strip())
            file.append(SSAEvent(start=start, end=end, text=rows))
    return file.to_string("srt", keep_ssa_tags=True)


def write_srt(cues: Iterable[Cue], out: Path) -> None:
    """Write an .srt file (UTF-8), aside and renamed; MediaError when the disk does not take it."""
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        part.write_text(srt(cues), encoding="utf-8")
        part.replace(out)
    except OSError as error:
        raise MediaError(f"The subtitles {out.name} could not be written ({error.strerror}).") from error
    finally:
        part.unlink(missing_ok=True)
