"""Voices of ElevenLabs for a terminal: search, take, make one from recordings, delete one. Commands of `python -m engine voices`.

Knows no film. Example: `python -m engine voices search old sailor --lang en`.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from engine.cli_show import guarded, say

voices_app = typer.Typer(no_args_is_help=True, help="Voices at ElevenLabs: search, take, make one, delete one.")

Json = Annotated[bool, typer.Option("--json", help="One JSON object on stdout.")]
_NEXT = "give it to a speaker with: edit DIR bible:NAME --field voice --text"


@voices_app.command()
@guarded
def search(
    words: Annotated[list[str] | None, typer.Argument(help="What it should be like; none: all of them.")] = None,
    lang: Annotated[str, typer.Option(help="Of one language alone, such as en or hi.")] = "",
    json: Json = False,
) -> None:
    """Voices of the account, then of the service's library, each with an address of its sample where there is one."""
    from engine import voice_library

    found = voice_library.search(" ".join(words or ()), lang)
    rows = [
        f"{'yours' if offer.owned else 'library':<8} {offer.name:<24.24} {offer.language:<6} {offer.gender:<7} {offer.ref}"
        + "".join(f"\n{'':9}{more}" for more in (offer.about[:120], offer.sample) if more)
        for offer in found
    ]
    say({"voices": [asdict(offer) for offer in found]}, "\n".join(rows) or "There is none like that.", json)


@voices_app.command()
@guarded
def take(
    voice: Annotated[str, typer.Argument(help="A voice of the library as the search gives it: OWNER/ID.")],
    name: Annotated[str, typer.Argument(help="What it is to be called in your account.")],
    json: Json = False,
) -> None:
    """Add a voice of the service's library to your account, so that speakers can have it."""
    from engine import voice_library

    made = voice_library.take(voice, name)
    say(asdict(made), f"{made.name} is in your account; {_NEXT} '{made.name}'.", json)


@voices_app.command()
@guarded
def clone(
    name: Annotated[str, typer.Argument(help="What the voice is to be called.")],
    recordings: Annotated[list[Path], typer.Argument(help="Sound files of that one person, a minute or two in all.")],
    mine: Annotated[
        bool,
        typer.Option("--mine", help="Say: this is my own voice, or I have its owner's leave. It is kept in the log."),
    ] = False,
    json: Json = False,
) -> None:
    """Make a voice from recordings. It needs a plan of ElevenLabs that includes it."""
    from engine import voice_library
    from engine.errors import UserError

    if not mine:
        raise UserError("Add --mine to say that this is your own voice, or that you have its owner's leave.")
    made = voice_library.make(name, recordings, agreed=True)
    said = f"{made.name} is made; {_NEXT} '{made.name}'."
    if made.unverified:
        said = (
            f"{made.name} is made, and ElevenLabs wants to verify it before it speaks: do that in your account there."
        )
    say(asdict(made), said, json)


@voices_app.command()
@guarded
def delete(
    voice: Annotated[str, typer.Argument(help="A voice that you made, by its name or id.")],
    yes: Annotated[bool, typer.Option("--yes", help="It is gone for good; films keep what it has said.")] = False,
    json: Json = False,
) -> None:
    """Delete a voice that was made from recordings."""
    from engine import voice_library
    from engine.errors import UserError

    if not yes:
        raise UserError(f"{voice} would be gone for good at ElevenLabs (films keep what it has said); add --yes.")
    name = voice_library.delete(voice)
    say({"deleted": name}, f"{name} is deleted.", json)
