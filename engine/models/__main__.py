"""Local models for a terminal: which there are, what each weighs and costs in memory, under which licence; and fetching one.

`python -m engine.models list` tells them all, `show sdxl` one, `fetch sdxl` shows its licence and exact size and asks before it brings it.
"""

from __future__ import annotations

import argparse
import sys

from engine.errors import ReelwrightError
from engine.models import catalogue, hub
from engine.models.catalogue import Card


def main(arguments: list[str] | None = None) -> int:
    """Do one verb and give the exit code: 0, 1 where a fetch was not agreed to, or that of the error."""
    asked = _parser().parse_args(arguments)
    try:
        if asked.verb == "list":
            return _list()
        if asked.verb == "fetch":
            return fetched(asked.id, asked.yes, asked.endpoint)
        print(_told(catalogue.card(asked.id)))
        return 0
    except ReelwrightError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("Stopped; what has come is kept, and the same command goes on from there.", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m engine.models", description="Local models.")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="list|show|fetch")
    verbs.add_parser("list", help="tell all models, their sizes, licences and whether they are here")
    verbs.add_parser("show", help="tell all about one").add_argument("id")
    fetch = verbs.add_parser("fetch", help="bring one, after showing its licence and size")
    fetch.add_argument("id")
    fetch.add_argument("--yes", action="store_true", help="agree to the licence and the size beforehand")
    fetch.add_argument("--endpoint", default="", help="another address of the hub, such as a mirror's")
    return parser


def _list() -> int:
    for card in catalogue.known().values():
        here = "here" if hub.folder(card) else "absent"
        print(f"{card.id:<20} {card.kind:<10} {here:<7} {card.download:>5.1f} GB  {card.licence}")
    return 0


def _told(card: Card) -> str:
    rows = [
        f"{card.label} ({card.id}), for {card.kind}",
        f"licence  {card.licence or 'your own folder'}{f'; to be read at {card.terms}' if card.terms else ''}",
        f"from     {card.folder or f'{card.repo} at {card.revision}'}",
        f"memory   {card.weights:.1f} GB in 16 bits and {card.work:.1f} GB to work in; less where parts are moved in and out",
    ]
    return "\n".join(rows)


def fetched(name: str, agreed: bool = False, endpoint: str = "") -> int:
    """Show a model's licence and size, ask unless it is `agreed`, and bring it: 0, or 1 where the answer was no. Errors as of hub.fetch."""
    card = catalogue.card(name)
    print(_told(card))
    if hub.folder(card):
        print("It is here already.")
        return 0
    size = sum(size for _, size in hub.files(card, endpoint)) / 1e9
    if not agreed and not _yes(f"Fetch {size:.1f} GB under this licence? [y/N] "):
        print("Not fetched.")
        return 1
    said: set[str] = set()

    def tell(share: float, message: str = "") -> None:
        if message not in said:
            said.add(message)
            print(f"{share:4.0%} {message}", flush=True)

    hub.fetch(card, tell, endpoint)
    return 0


def _yes(question: str) -> bool:
    try:
        return input(question).strip().lower() in ("y", "yes")
    except EOFError:
        return False


if __name__ == "__main__":
    raise SystemExit(main())
