"""A film as files for elsewhere: the MP4 and its captions as SRT, VTT or ASS, by the cut that is chosen.

Example: `export(project, "vtt")` -> (path, media type); the path lies in the film's cache.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import UserError

if TYPE_CHECKING:
    from engine.project import Project

KINDS = {"mp4": "video/mp4", "srt": "application/x-subrip", "vtt": "text/vtt", "ass": "text/x-ssa"}


def export(project: Project, kind: str, size: str = "") -> tuple[Path, str]:
    """The file of a kind for a size of the film (the first unless given); UserError while there is no cut of it."""
    if kind not in KINDS:
        raise UserError(f"A film cannot be exported as '{kind}'; choose one of: {', '.join(KINDS)}.")
    view = project.view()
    sizes = view.units("cut")
    if size and size not in sizes:
        raise UserError(f"This film is not cut in {size}; it has: {', '.join(sizes)}.")
    found = project.film(size)
    if found is None:
        raise UserError("The film is not cut yet; make the final cut first.")
    film, srt, _ = found
    if kind in ("mp4", "srt"):
        return (film if kind == "mp4" else srt), KINDS[kind]
    return _written(project, kind, size or sizes[0]), KINDS[kind]


def _written(project: Project, kind: str, size: str) -> Path:
    """Captions as they stand now, in a format that keeps the words' times."""
    from engine.film.ass import write_ass
    from engine.film.srt import write_vtt
    from engine.stages.cut import planned_film

    out = project.folder / "cache" / f"captions-{size}.{kind}"
    out.parent.mkdir(exist_ok=True)
    planned = planned_film(project.view(), size, project.store.blobs.path)
    if kind == "vtt":
        write_vtt(planned.cues, out)
    else:
        write_ass(planned, out)
    return out
