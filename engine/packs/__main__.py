"""The packs alone, for a terminal that has no film yet: fetch, verify, list. Decides nothing; knows no provider.

`python -m engine.packs fetch` brings the default set, `fetch fonts` one pack, `verify` hashes what is here, `list` tells.
"""

from __future__ import annotations

import argparse
import sys

from engine import packs
from engine.errors import ReelwrightError


def main() -> int:
    """Do one verb and give the exit code: 0, 5 where a file is wrong, or that of the error."""
    arguments = _parser().parse_args()
    try:
        if arguments.verb == "list":
            return _list()
        return _verify(arguments.id) if arguments.verb == "verify" else _fetch(arguments.id)
    except ReelwrightError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("Stopped; what has come is kept, and the same command goes on from there.", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m engine.packs", description="Model packs, fetched once.")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="fetch|verify|list")
    for verb, tells in (("fetch", "bring what is missing"), ("verify", "hash what is on this machine")):
        verbs.add_parser(verb, help=tells).add_argument("id", nargs="?", help="one pack; else all that are meant")
    verbs.add_parser("list", help="tell all packs, their sizes and whether they are here")
    return parser


def _list() -> int:
    for each in packs.packs():
        kept = "default" if each.id in packs.DEFAULT_SET else "extra"
        print(f"{each.id:<18} {packs.state(each):<8} {kept:<8} {packs.megabytes(each.size):>7}  {each.purpose}")
    return 0


def _fetch(which: str | None) -> int:
    said: set[str] = set()

    def tell(share: float, message: str = "") -> None:
        """A line for each tenth of each message, and none where everything is there already."""
        line = f"{share:4.0%} {message}"
        mark = f"{int(share * 10)} {message.split(':')[0]}"
        if mark not in said:
            said.add(mark)
            print(line, flush=True)

    wanted = [packs.pack(which)] if which else [packs.pack(name) for name in packs.DEFAULT_SET]
    if all(packs.state(each) == "ready" for each in wanted):
        print("The model packs are ready." if not which else f"The pack '{which}' is ready.")
        return 0
    if which:
        packs.fetch(which, tell)
    else:
        packs.fetch_default(tell)
    return 0


def _verify(which: str | None) -> int:
    wanted = [packs.pack(which)] if which else [each for each in packs.packs() if packs.state(each) != "absent"]
    wrong = [f"{each.id}: {problem}" for each in wanted for problem in packs.verify(each)]
    print("\n".join(wrong) or f"Whole: {', '.join(each.id for each in wanted) or 'nothing, no pack is here'}.")
    return 5 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
