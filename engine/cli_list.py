"""What a film can be made with, for a terminal: voices, looks, music, makers. Commands of `python -m engine list`.

Knows no film. Example: `python -m engine list voices --lang hi`, `python -m engine list makers image`.
"""

from __future__ import annotations

from typing import Annotated, Any

import typer

from engine.cli_show import guarded, say

list_app = typer.Typer(no_args_is_help=True, help="What there is to choose from: voices, looks, music, makers.")

Json = Annotated[bool, typer.Option("--json", help="One JSON object on stdout.")]


@list_app.command()
@guarded
def voices(
    lang: Annotated[str, typer.Option(help="Of one language alone, such as en or hi.")] = "",
    maker: Annotated[str, typer.Option(help="Whose voices.")] = "kokoro",
    json: Json = False,
) -> None:
    """Voices, the best of each language first: `set DIR voice=NAME`."""
    from engine import makers
    from engine.errors import MissingDependency
    from engine.providers.registry import provider

    provider("speech", maker)
    found = makers.voices(lang, maker)
    missing = "" if found else makers.maker("speech", maker).note
    if missing:
        raise MissingDependency(missing, provider=maker)
    rows = [{"name": v.name, "label": v.label, "language": v.language, "gender": v.gender} for v in found]
    _told("voices", rows, ("name", "language", "gender", "label"), json)


@list_app.command()
@guarded
def looks(json: Json = False) -> None:
    """Looks of the drawn pictures: `edit DIR brief --field look --text NAME`."""
    from engine.looks import look, names

    _told("looks", [{"name": name, "label": look(name).label} for name in names()], ("name", "label"), json)


@list_app.command()
@guarded
def music(json: Json = False) -> None:
    """Music beds by mood: `set DIR music=NAME`, or a mood's name."""
    from engine.tunes import tunes

    rows = [{"name": tune.name, "mood": tune.mood, "bpm": tune.bpm, "style": tune.style} for tune in tunes()]
    _told("music", rows, ("name", "mood", "bpm", "style"), json)


@list_app.command()
@guarded
def makers(
    kind: Annotated[str, typer.Argument(help="text, speech, transcript, image, video, vision or music.")],
    json: Json = False,
) -> None:
    """Who can make a kind of piece, and what those who cannot yet are missing: `set DIR image=NAME`."""
    from engine.errors import UserError
    from engine.makers import makers as of_kind
    from engine.providers.registry import PROVIDERS

    if kind not in PROVIDERS:
        raise UserError(f"There is no kind '{kind}'; choose one of: {', '.join(sorted(PROVIDERS))}.")
    rows = [
        {"name": m.name, "ready": m.ready, "away": m.away, "cost": m.cost, "note": m.note, "label": m.label}
        for m in of_kind(kind)
    ]
    shown = [{**row, "state": "ready" if row["ready"] else "not yet"} for row in rows]
    _told("makers", rows, ("name", "state", "note"), json, shown)


def _told(name: str, rows: list[dict[str, Any]], fields: tuple[str, ...], json: bool,
          shown: list[dict[str, Any]] | None = None) -> None:  # fmt: skip
    """A table with the columns as wide as what they hold."""
    table = [[str(row[field]) for field in fields] for row in shown or rows]
    widths = [max((len(row[at]) for row in table), default=0) for at in range(len(fields))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table]
    say({name: rows}, "\n".join(lines) or "There is none.", json)
