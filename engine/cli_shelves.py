"""What lies on this machine's shelves, for a terminal: model packs, local models, story cards. Commands of `python -m engine`.

Knows no film. Example: `python -m engine packs list`, `python -m engine models fetch sdxl`, `python -m engine cards show fable`.
"""

from __future__ import annotations

from typing import Annotated

import typer

from engine.cli_show import guarded, say

packs_app = typer.Typer(no_args_is_help=True, help="Model packs: list them, fetch them, check them.")
models_app = typer.Typer(no_args_is_help=True, help="Local models: list them, fetch one after seeing its licence.")
cards_app = typer.Typer(no_args_is_help=True, help="Story cards: shapes of stories to fill in.")

Json = Annotated[bool, typer.Option("--json", help="One JSON object on stdout.")]


@packs_app.command("list")
@guarded
def packs_list(json: Json = False) -> None:
    """All packs: size, licence, whether they are on this machine."""
    from engine.cli_show import packs_table

    packs_table(json)


@packs_app.command("fetch")
@guarded
def packs_fetch(
    id: Annotated[str, typer.Argument(help="A pack; the default set unless given.")] = "", json: Json = False
) -> None:
    """Fetch a pack, or the default set. What is on disk already is not fetched again."""
    from engine.cli_show import fetched

    fetched(id, json)


@packs_app.command("verify")
@guarded
def packs_verify(id: str, json: Json = False) -> None:
    """Check a pack's files against their hashes."""
    from engine import packs

    faults = packs.verify(id)
    say({"pack": id, "faults": faults}, "\n".join(faults) or f"{id} is sound.", json)
    raise typer.Exit(5 if faults else 0)


@models_app.command("list")
@guarded
def models_list(json: Json = False) -> None:
    """All local models: what for, size, licence, whether they are on this machine."""
    from engine.models import catalogue, hub

    rows = [
        {"id": card.id, "kind": card.kind, "title": card.label, "here": hub.folder(card) is not None, "gigabytes": card.download,
         "licence": card.licence, "terms": card.terms}
        for card in catalogue.known().values()
    ]  # fmt: skip
    lines = [
        f"{row['id']:<20} {row['kind']:<10} {'here' if row['here'] else 'absent':<7} {row['gigabytes']:>5.1f} GB  {row['licence']}"
        for row in rows
    ]
    say({"models": rows}, "\n".join(lines), json)


@models_app.command("fetch")
@guarded
def models_fetch(
    id: str,
    yes: Annotated[bool, typer.Option("--yes", help="Agree to its licence and size beforehand.")] = False,
    endpoint: Annotated[str, typer.Option(help="Another address of the model hub, such as a mirror's.")] = "",
) -> None:
    """Bring a local model, after showing its licence and exact size. What is here is not brought again."""
    from engine.models.__main__ import fetched

    raise typer.Exit(fetched(id, yes, endpoint))


@cards_app.command("list")
@guarded
def cards_list(json: Json = False) -> None:
    """The shapes of stories that there are."""
    from engine.cards import shapes

    rows = [{"id": shape.id, "title": shape.name, "about": shape.about} for shape in shapes()]
    say({"shapes": rows}, "\n".join(f"{row['id']:22} {row['about']}" for row in rows), json)


@cards_app.command("show")
@guarded
def cards_show(shape: str, lang: str = "en", example: bool = False) -> None:
    """A card to fill in, as YAML (or the shape's own example, filled)."""
    from engine.cards import blank_card, card_text, example_card

    typer.echo(card_text(example_card(shape, lang)) if example else blank_card(shape, lang))
