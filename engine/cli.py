"""The verbs of a film for a terminal; with --json one JSON object on stdout and nothing else there.

Exit codes: 0 done, 2 bad input, 3 stopped at a gate, 4 a provider failed, 5 damaged project. Knows nothing of stages' insides.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from engine.cli_list import list_app
from engine.cli_shelves import cards_app, models_app, packs_app
from engine.cli_show import checked_out, copied, finish, guarded, reported, say, wrong_usage
from engine.cli_voices import voices_app
from engine.errors import MediaError, ReelwrightError, UserError
from engine.types import Key

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__, pretty_exceptions_enable=False)
app.add_typer(list_app, name="list")
app.add_typer(packs_app, name="packs")
app.add_typer(models_app, name="models")
app.add_typer(cards_app, name="cards")
app.add_typer(voices_app, name="voices")

Json = Annotated[bool, typer.Option("--json", help="One JSON object on stdout.")]
Dir = Annotated[Path, typer.Argument(help="The film's folder.")]
KeyArg = Annotated[str, typer.Argument(help="A piece, such as keyframe:s07.")]
ApproveOption = Annotated[str, typer.Option(help="all: approve for me as you go; none: stop where approval is needed.")]


@app.command()
@guarded
def make(
    file: Annotated[str, typer.Argument(help="A text file, or - for standard input; not needed with --card.")] = "",
    project: Annotated[Path, typer.Option(help="The film's folder; made when it is not there.")] = Path(),
    out: Annotated[Path | None, typer.Option(help="Copy the film here, with its .srt beside it.")] = None,
    mode: Annotated[str, typer.Option(help="idea, story or script; found out from the text unless given.")] = "",
    title: str = "",
    lang: Annotated[str, typer.Option(help="Language of the text.")] = "en",
    size: Annotated[list[str] | None, typer.Option(help="Size of the film; again for more sizes.")] = None,
    fps: int = 30,
    voice: Annotated[str, typer.Option(help="The narrator's voice.")] = "",
    captions: Annotated[str, typer.Option(help="karaoke, plain or none.")] = "",
    music: Annotated[str, typer.Option(help="auto, none, a mood, a bed's name or a sound file.")] = "",
    card: Annotated[Path | None, typer.Option(help="A filled story card instead of a text.")] = None,
    until: Annotated[str, typer.Option(help="Stop after this stage.")] = "cut",
    approve: ApproveOption = "none",
    set: Annotated[list[str] | None, typer.Option(help="KEY=VALUE: a setting, or a field of the brief.")] = None,
    json: Json = False,
) -> None:
    """Make a film from a text, or go on with one that is there."""
    from engine.making import begun

    if not project.name and project == Path():
        raise UserError("Say where the film should be kept: --project DIR.")
    goal, mark = _target(until), _approve(approve)
    checked_out(out)
    wishes = {"mode": mode, "title": title, "language": lang, "sizes": tuple(size or ("1280x720",)), "fps": fps}
    film = begun(file, card, project, wishes, {"voice": voice, "captions": captions, "music": music}, set or [])
    with film:
        outcome = reported(film.make(goal, mark), json)
        finish(film, outcome, json, copied(film, out))


@app.command()
@guarded
def run(dir: Dir, target: str = typer.Argument("cut"), approve: ApproveOption = "none", out: Path | None = None,
        json: Json = False) -> None:  # fmt: skip
    """Make whatever is missing or stale."""
    from engine.project import open_project

    goal, mark = _target(target), _approve(approve)
    checked_out(out)
    with open_project(dir) as film:
        if film.view().take(Key("brief")) is None:
            raise UserError(f"This film has no text yet; begin it again with: make FILE --project {dir}")
        outcome = reported(film.make(goal, mark), json)
        finish(film, outcome, json, copied(film, out))


@app.command()
@guarded
def status(dir: Dir, json: Json = False) -> None:
    """Where every piece stands, and why."""
    from engine.cli_show import status_table

    with _opened(dir) as film:
        status_table(film, json)


@app.command()
@guarded
def plan(dir: Dir, target: str = typer.Argument("cut"), json: Json = False) -> None:
    """What a run would make, why, how long it would take and what it would cost."""
    from engine.cli_show import plan_table

    with _opened(dir) as film:
        plan_table(film.plan(_target(target)), json)


@app.command()
@guarded
def explain(dir: Dir, key: KeyArg, json: Json = False) -> None:
    """Why a piece is as it is: what it was made from and what holds it back."""
    from engine.cli_show import explanation

    with _opened(dir) as film:
        explanation(film.explain(key), json)


@app.command()
@guarded
def takes(dir: Dir, key: KeyArg, json: Json = False) -> None:
    """All takes of a piece."""
    from engine.cli_show import takes_table

    with _opened(dir) as film:
        takes_table(film, key, json)


@app.command()
@guarded
def edit(
    dir: Dir, key: KeyArg, field: str = "", text: str | None = None, file: Path | None = None, json: Json = False
) -> None:
    """Change a field of a piece, or put your own file in its place (a recording, a picture, music)."""
    from engine.project import open_project

    if (text is None) == (file is None):
        raise UserError("Give the new content with --text or with --file.")
    with open_project(dir) as film:
        if file is not None and not field:
            take, doubts = _adopted(film, key, file)
        elif not field:
            raise UserError("Say which field to change: --field NAME.")
        else:
            take, doubts = film.edit(key, field=field, value=_read_text(file) if file is not None else text), ()
        data = {"key": take.key, "take": take.number} | ({"warnings": list(doubts)} if doubts else {})
        say(data, "\n".join((f"{take.key} is now take {take.number}.", *doubts)), json)


@app.command()
@guarded
def regenerate(
    dir: Dir,
    key: KeyArg,
    seed: int | None = None,
    provider: str = "",
    prompt: Annotated[
        str | None, typer.Option(help="Your own words for a picture; '' builds them from the shot.")
    ] = None,
    json: Json = False,
) -> None:
    """Make a piece anew, with another seed, provider or prompt, beside the takes that are there."""
    from engine.project import open_project

    with open_project(dir) as film:
        outcome = reported(film.regenerate(key, seed=seed, provider=provider, prompt=prompt), json)
        finish(film, outcome, json, None)


@app.command()
@guarded
def select(dir: Dir, key: KeyArg, take: int, json: Json = False) -> None:
    """Choose another take of a piece."""
    from engine.project import open_project

    with open_project(dir) as film:
        found = film.select(key, take)
        say({"key": key, "take": found.take, "freshness": found.freshness}, f"{key} is now take {found.take}.", json)


@app.command()
@guarded
def approve(
    dir: Dir, target: Annotated[str, typer.Argument(help="A piece, a stage or all.")], json: Json = False
) -> None:
    """Approve a piece, a stage, or everything that is fresh."""
    from engine.project import open_project

    with open_project(dir) as film:
        done = film.approve(target)
        say({"approved": done}, f"Approved {len(done)}: {', '.join(done[:8])}{' …' if len(done) > 8 else ''}", json)


@app.command("send-back")
@guarded
def send_back(dir: Dir, key: KeyArg, note: str = "", json: Json = False) -> None:
    """Send a piece back: the next run makes another."""
    from engine.project import open_project

    with open_project(dir) as film:
        film.send_back(key, note)
        say({"key": key, "approval": "sent_back"}, f"{key} was sent back; the next run makes another.", json)


@app.command()
@guarded
def undo(dir: Dir, json: Json = False) -> None:
    """Take back the last change."""
    from engine.project import open_project

    with open_project(dir) as film:
        verb, key = film.undo()
        say({"undone": verb, "key": key}, f"Took back: {verb} {key}.", json)


@app.command()
@guarded
def redo(dir: Dir, json: Json = False) -> None:
    """Bring back the last change that was undone."""
    from engine.project import open_project

    with open_project(dir) as film:
        verb, key = film.redo()
        say({"redone": verb, "key": key}, f"Brought back: {verb} {key}.", json)


@app.command()
@guarded
def insert(
    dir: Dir,
    stage: str,
    after: str = "",
    set: Annotated[list[str] | None, typer.Option(help="KEY=VALUE")] = None,
    json: Json = False,
) -> None:
    """A new line (script) or shot (shotlist) after another: --set text=... ."""
    from engine.making import pairs
    from engine.project import open_project

    with open_project(dir) as film:
        key = film.insert(stage, after, pairs(set or []))
        say({"key": key}, f"Inserted {key}.", json)


@app.command()
@guarded
def split(dir: Dir, key: KeyArg, at: int | None = None, json: Json = False) -> None:
    """A line or shot in two, after a number of words."""
    from engine.project import open_project

    with open_project(dir) as film:
        second = film.split(key, at)
        say({"key": key, "second": second}, f"{key} was split; its second half is {second}.", json)


@app.command()
@guarded
def merge(dir: Dir, key: KeyArg, json: Json = False) -> None:
    """A line or shot and the one after it as one."""
    from engine.project import open_project

    with open_project(dir) as film:
        film.merge(key)
        say({"key": key}, f"{key} now holds the next one too.", json)


@app.command()
@guarded
def move(dir: Dir, key: KeyArg, after: str = "", json: Json = False) -> None:
    """A line or shot to another place (first, unless --after)."""
    from engine.project import open_project

    with open_project(dir) as film:
        film.move(key, after)
        say({"key": key, "after": after}, f"{key} was moved.", json)


@app.command()
@guarded
def remove(dir: Dir, key: KeyArg, json: Json = False) -> None:
    """A line, shot or bible entry out of the film; undo brings it back."""
    from engine.project import open_project

    with open_project(dir) as film:
        film.remove(key)
        say({"key": key}, f"{key} was removed.", json)


@app.command("set")
@guarded
def set_(dir: Dir, values: list[str], json: Json = False) -> None:
    """Change settings: KEY=VALUE."""
    from engine.making import pairs
    from engine.project import open_project

    with open_project(dir) as film:
        film.set_many(pairs(values))
        say({"set": pairs(values)}, f"Set {', '.join(values)}.", json)


@app.command()
@guarded
def verify(dir: Dir, json: Json = False) -> None:
    """Check everything that is on disk."""
    from engine.errors import StoreError

    with _opened(dir) as film:
        faults = film.verify()
    say({"faults": faults}, "\n".join(faults) or "The film is sound.", json)
    if faults:
        raise StoreError(f"{len(faults)} fault{'s' if len(faults) > 1 else ''} found: {faults[0]}.")


@app.command()
@guarded
def look(
    dir: Dir,
    key: Annotated[str, typer.Argument(help="A picture, such as keyframe:s03.")],
    by: Annotated[str | None, typer.Option(help="Who looks; the setting vision unless given, '' for measures.")] = None,
    json: Json = False,
) -> None:
    """An opinion on a picture: how well it fits its shot and its film, what is wrong in it, better words for it."""
    from engine.guidance import as_data, opinion, told
    from engine.project import open_project

    with open_project(dir) as film:
        found = opinion(film, key, by)
        say(as_data(found), told(found), json)


def _opened(dir: Path) -> Any:
    from engine.project import open_project

    return open_project(dir, write=False)


def _adopted(film: Any, key: str, file: Path) -> tuple[Any, tuple[str, ...]]:
    """The take of a file, and what may be wrong with it; one that cannot be read is the person's to change."""
    from engine.adopting import doubts

    try:
        return film.edit(key, file=file), doubts(film, key)
    except MediaError as error:
        raise UserError(str(error)) from error


def _approve(value: str) -> Any:
    if value not in ("all", "none"):
        raise UserError(f"--approve is all or none, not '{value}'.")
    return value


def _target(value: str) -> str:
    from engine.stages import stages

    if value.split(":")[0] not in (*stages(), "all"):
        raise UserError(f"There is no stage '{value}'; choose one of: {', '.join(stages())}.")
    return value


def _read_text(file: Path) -> str:
    from engine.language.text import read_text

    if not file.is_file():
        raise UserError(f"There is no file {file}.")
    return read_text(file.read_bytes(), file.name, minimum_words=0)


def main() -> None:
    """Run the command line. What typer finds wrong with the words of a command is one sentence too."""
    import os

    from engine import keys

    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    try:
        keys.load()
        code = app(standalone_mode=False)
    except (KeyboardInterrupt, typer.Abort):
        code = 130
    except ReelwrightError as error:
        typer.echo(str(error), err=True)
        code = error.exit_code
    except Exception as error:
        code = wrong_usage(error)
    sys.exit(code if isinstance(code, int) else 0)
