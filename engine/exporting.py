"""A film as files for elsewhere: the MP4, its captions as SRT, VTT or ASS, its sound in parts, a sheet of its pictures.

Captions come as they stand in the chosen cut, or, with `now`, as they are edited at this moment (for which no cut is needed).
Example: `export(project, "vtt")` -> (path, media type); the path lies in the film's cache.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from engine import captioning
from engine.errors import UserError
from engine.graph import View
from engine.hashing import digest
from engine.types import Key

if TYPE_CHECKING:
    from engine import film
    from engine.project import Project

KINDS = {
    "mp4": "video/mp4",
    "srt": "application/x-subrip",
    "vtt": "text/vtt",
    "ass": "text/x-ssa",
    "stems": "application/zip",
    "sheet": "application/pdf",
}
CAPTIONS = ("srt", "vtt", "ass")


def export(project: Project, kind: str, size: str = "", *, now: bool = False) -> tuple[Path, str]:
    """The file of a kind for a size of the film (the first unless given); UserError while what it needs is not made."""
    if kind not in KINDS:
        raise UserError(f"A film cannot be exported as '{kind}'; choose one of: {', '.join(KINDS)}.")
    view = project.view()
    sizes = view.units("cut")
    if size and size not in sizes:
        raise UserError(f"This film is not cut in {size}; it has: {', '.join(sizes)}.")
    size = size or sizes[0]
    out = project.folder / "cache" / "exports"
    out.mkdir(parents=True, exist_ok=True)
    if kind in CAPTIONS and now:
        return _captions_now(view, kind, size, out), KINDS[kind]
    if kind == "stems":
        return _stems(project, view, size, out), KINDS[kind]
    if kind == "sheet":
        from engine.sheets import contact_sheet

        return contact_sheet(view, project.store.blobs.path, size, out / f"sheet-{size}.pdf"), KINDS[kind]
    return _of_the_cut(project, view, kind, size, out), KINDS[kind]


def _of_the_cut(project: Project, view: View, kind: str, size: str, out: Path) -> Path:
    """What belongs to the film as it was cut: its MP4, and captions at the times that it has."""
    from engine import film

    found = project.film(size)
    if found is None:
        raise UserError("The film is not cut yet; make the final cut first.")
    mp4, srt, _ = found
    if kind in ("mp4", "srt"):
        return mp4 if kind == "mp4" else srt
    cues = film.read_subtitles(srt, overlaps="trim") if srt.stat().st_size > 3 else ()
    return _written(view, kind, size, _timed_again(view, cues), out / f"cut-{size}.{kind}")


def _timed_again(view: View, cues: tuple[film.Cue, ...]) -> tuple[film.Cue, ...]:
    """Where the captions are still those of the cut, they come with the times of their words."""
    now = _cues_now(view)
    same = len(now) == len(cues) and all(
        abs(a.start - b.start) < 0.01 and " ".join(a.rows) == " ".join(b.rows) for a, b in zip(now, cues, strict=True)
    )
    return now if same else cues


def _captions_now(view: View, kind: str, size: str, out: Path) -> Path:
    cues = _cues_now(view)
    if not cues:
        raise UserError("There are no captions yet; they follow the voices.")
    return _written(view, kind, size, cues, out / f"now-{size}.{kind}")


def _cues_now(view: View) -> tuple[film.Cue, ...]:
    from engine import film

    return tuple(
        film.Cue(
            each.start,
            each.end,
            each.cue.rows,
            tuple(film.Word(w.w, at + w.start, at + w.end) for w in each.cue.words),
        )
        for each in captioning.placed(view)
        for at in [each.start - each.cue.start]
    )


def _written(view: View, kind: str, size: str, cues: tuple[film.Cue, ...], out: Path) -> Path:
    from engine import film

    if kind == "srt":
        film.write_srt(cues, out)
    elif kind == "vtt":
        film.write_vtt(cues, out)
    else:
        film.write_ass(_bare(view, size, cues), out)
    return out


def _bare(view: View, size: str, cues: tuple[film.Cue, ...]) -> film.Film:
    """A film of captions alone: all that a caption file tells."""
    from engine import film
    from engine.artifacts import parse_size
    from engine.stages.cut import caption_style, film_title
    from engine.timeline import fps

    brief, rate, wanted = view.content(Key("brief")), fps(view), parse_size(size)
    last = max((cue.end for cue in cues), default=0.0)
    ground = film.Shot("captions", Path("none"), film.Move(film.Window(), film.Window()), round((last + 2) * rate))
    style = caption_style(view, cues, wanted)
    return film.Film(wanted, rate, (ground,), cues, style, title=film_title(view), language=brief.language)


def _stems(project: Project, view: View, size: str, out: Path) -> Path:
    """Voices, music and effects as WAV files in one ZIP, from the pieces that are chosen now."""
    from engine import film, previewing
    from engine.film.cache import Cache

    name = digest("stems", [previewing.version(view, size)])[:24]
    target = out / f"stems-{name}.zip"
    if target.is_file():
        return target
    planned = previewing.now(view, size, project.store.blobs.path)
    folder = out / f"stems-{name}"
    made = film.stems(planned, folder, cache=Cache(project.folder / "cache"))
    aside = target.with_suffix(".part")
    with zipfile.ZipFile(aside, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for path in (made.voices, made.music, made.effects):
            packed.write(path, path.name)
            path.unlink()
    folder.rmdir()
    for old in out.glob("stems-*.zip"):
        old.unlink()
    return aside.replace(target)
