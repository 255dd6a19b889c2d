"""A whole text as a sheet of its shots, with what each shows and lacks written below: the way to judge the words' rules.

Plans by rule, makes no film. Example: `story_sheet(text, "paper", 480, 270)` is an RGB array.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.illustrate.compose import compose
from engine.illustrate.layout import laid_out
from engine.illustrate.words import Told, tell
from engine.illustrate.words.course import Shot, course
from engine.providers.contract import ImageRequest

Bytes = NDArray[np.uint8]
_NOTE = 66


@dataclass(frozen=True)
class Drawing:
    """One shot of a story: what was asked, what was told, the picture (height, width, 3)."""

    request: ImageRequest
    told: Told
    picture: Bytes


def requests(text: str, look: str, width: int, height: int, language: str = "") -> tuple[ImageRequest, ...]:
    """The picture requests of a text's shots, planned by rule."""
    from engine.artifacts import Brief
    from engine.hashing import digest, plain
    from engine.planning.bible import plan_bible, things_named
    from engine.planning.script import detect_mode, plan_script
    from engine.planning.shots import plan_shots

    tongue = language or ("hi" if any("\u0900" <= letter <= "\u097f" for letter in text) else "en")
    brief = Brief(text=text, language=tongue, mode=detect_mode(text, tongue), look=look)
    entries = plan_bible(brief, ())
    lines = [line for scene in plan_script(brief, entries).scenes for line in scene.lines]
    shots = plan_shots([(f"l{n:03d}", line) for n, line in enumerate(lines)], entries, brief)
    style = entries["style"]
    told = {"look": look, "mood": style.mood, "palette": style.palette}
    props = [entry.name for entry in entries.values() if entry.kind == "prop"]
    steps = course(tuple(Shot(shot.picture, shot.mood, shot.place) for shot in shots))
    found = []
    for n, shot in enumerate(shots, 1):
        own = {unit: plain(entries[unit]) for unit in (*shot.characters, shot.place) if unit in entries}
        bare = {} if shot.characters or shot.place else {"recurring": props}
        found.append(ImageRequest(
            prompt=shot.picture, width=width, height=height, seed=int(digest("seed", f"s{n:02d}")[:8], 16) // 4 * 4,
            shot=plain(shot), entries=own, text=shot.picture, language=tongue,
            style={**told, **bare, "course": steps[n - 1].data, "things": things_named(entries.values(), shot.picture)},
            position=f"{n}/{len(shots)}",
        ))  # fmt: skip
    return tuple(found)


def drawings(text: str, look: str, width: int, height: int, seed: int = 0) -> Iterator[Drawing]:
    """Every shot of a text, drawn; `seed` 0 to 3 chooses the candidate."""
    for request in requests(text, look, width, height):
        asked = replace(request, seed=request.seed + seed)
        told = tell(asked)
        laid = laid_out(told, width, height, asked.seed)
        yield Drawing(asked, told, compose(laid.scene, look, width, height).picture())


def story_sheet(text: str, look: str, width: int, height: int, seed: int = 0, columns: int = 3) -> Bytes:
    """All shots of a text on one sheet with their words, what is shown and what is missing."""
    cells = [_cell(drawing) for drawing in drawings(text, look, width, height, seed)]
    columns = max(1, min(columns, len(cells)))
    blank = np.full_like(cells[0], 250)
    rows = [cells[i : i + columns] for i in range(0, len(cells), columns)]
    return np.vstack([np.hstack([*row, *[blank] * (columns - len(row))]) for row in rows])


def _cell(drawing: Drawing) -> Bytes:
    from PIL import Image, ImageDraw

    from engine.fonts import faces_for, load

    height, width = drawing.picture.shape[:2]
    cell = Image.new("RGB", (width, height + _NOTE), (250, 248, 243))
    cell.paste(Image.fromarray(drawing.picture), (0, 0))
    pen = ImageDraw.Draw(cell)
    told = drawing.told
    rows = [(drawing.request.text, (30, 28, 34)),
            (f"{told.setting}, {told.time}: {', '.join(told.shows)}", (30, 110, 50)),
            (f"missing: {', '.join(told.missing)}" if told.missing else "", (170, 40, 30))]  # fmt: skip
    for i, (row, colour) in enumerate(rows):
        faces = faces_for(row or "-", "text")
        if row and faces:
            most = max(10, width // 6)
            pen.text((6, height + 4 + 20 * i), row[:most], fill=colour, font=load(faces[0], 12))
    return np.asarray(cell)


def coverage(text: str) -> tuple[int, int]:
    """Of the concrete nouns that a text's pictures name: how many are shown or stood for, and how many there are."""
    shown = missing = 0
    for request in requests(text, "paper", 640, 360):
        told = tell(request)
        shown, missing = shown + len(told.shows), missing + len(told.missing)
    return shown, shown + missing
