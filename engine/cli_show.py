"""How the command line speaks: tables for people, one JSON object for programs, errors as one sentence with an exit code."""

from __future__ import annotations

import functools
import json as jsonlib
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import typer

from engine import costing, spending
from engine.blobs import disk_error, no_room
from engine.errors import NotApproved, ProviderError, ReelwrightError, StoreError, UserError
from engine.types import Event, Step

T = TypeVar("T")

if TYPE_CHECKING:
    from engine.project import Project


def guarded(command: Callable[..., T]) -> Callable[..., T]:
    """Errors of ours become one sentence on stderr and their exit code; never a traceback."""

    @functools.wraps(command)
    def run(*args: Any, **kwargs: Any) -> T:
        try:
            return command(*args, **kwargs)
        except ReelwrightError as error:
            typer.echo(str(error), err=True)
            _quoted(error)
            raise typer.Exit(error.exit_code) from None
        except OSError as error:
            if not (no_room(error) or isinstance(error, PermissionError)):
                raise
            typer.echo(str(disk_error(error, Path(error.filename or "."))), err=True)
            raise typer.Exit(StoreError.exit_code) from None

    return run


def _quoted(error: Exception) -> None:
    """What a provider said, on one line; a worker's traceback is for its log."""
    words = " ".join(error.words.split()) if isinstance(error, ProviderError) else ""
    if words and "Traceback (most recent call last)" not in words:
        typer.echo(f"It answered: {words[:600]}", err=True)


def wrong_usage(error: Exception) -> int:
    """A command that typer could not read, as one sentence with the way to help: the exit code. Other errors are raised."""
    if not hasattr(error, "format_message"):
        raise error
    context = getattr(error, "ctx", None)
    words = " ".join(str(error.format_message()).split())
    if words:
        path = context.command_path if context else "python -m engine"
        typer.echo(f"{words.rstrip('.')}; {path} --help tells what there is.", err=True)
    return 2


def say(data: dict[str, Any], text: str, json: bool) -> None:
    """The answer, in the form that was asked for."""
    typer.echo(jsonlib.dumps(data, ensure_ascii=False) if json else text)


def reported(events: Iterator[Event], json: bool) -> dict[str, Any]:
    """Follow a make to its end, with a progress bar on stderr when that is a terminal: the data of its last event."""
    if sys.stderr.isatty():
        return _with_bar(events)
    outcome: dict[str, Any] = {}
    for event in events:
        if event.kind == "finished":
            outcome = dict(event.data)
        elif event.kind in ("made", "failed") and not json:
            typer.echo(f"{event.kind} {event.key}", err=True)
    return outcome


def _with_bar(events: Iterator[Event]) -> dict[str, Any]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    outcome: dict[str, Any] = {}
    columns = (TextColumn("{task.description:28}"), BarColumn(), TimeElapsedColumn(), TextColumn("{task.fields[note]}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=1.0, note="")
        for event in events:
            if event.kind == "finished":
                outcome = dict(event.data)
            elif event.kind == "started":
                bar.reset(task, description=event.key, total=1.0, note=str(event.data.get("maker", "")))
            elif event.kind == "progress":
                bar.update(task, completed=event.data["share"], note=event.data["message"])
    return outcome


def finish(film: Project, outcome: dict[str, Any], json: bool, copy: Callable[[], list[Path]] | None) -> None:
    """Say what a make came to, and end with its exit code."""
    failed, blocked = outcome.get("failed", {}), outcome.get("blocked", {})
    stale = any(status.freshness != "fresh" for key, status in film.board().items() if key.stage == "cut")
    paths = [str(path) for path in copy()] if copy and not failed and not stale else []
    cut = film.film() if paths else None
    data: dict[str, Any] = {
        "film": paths[0] if paths else None,
        "duration": cut[2]["duration"] if cut else None,
        "made": outcome.get("made", []),
        "cached": outcome.get("cached", []),
        "blocked": list(blocked),
    }
    if failed:
        data["failed"] = failed
    if notes := outcome.get("notes"):
        data["notes"] = notes
    if paths[1:]:
        data["films"] = paths
    if outcome.get("same"):
        data["same"] = outcome["same"]
    if json or not failed:
        say(data, _told(data, paths), json)
    _end(outcome, failed, blocked)


def _told(data: dict[str, Any], paths: list[str]) -> str:
    """What a make came to, for a person."""
    same = f" Made anew and no different: {', '.join(data['same'])}." if data.get("same") else ""
    films = f" {', '.join(paths)}, {data['duration']:.1f} s." if paths else ""
    text = f"Made {len(data['made'])}, reused {len(data['cached'])}.{same}{films}"
    return "\n".join((*data.get("notes", ()), text))


def checked_out(out: Path | None) -> None:
    """UserError where no film can be put at `out`, said before anything is made."""
    if out is not None and (out.is_dir() or out.suffix.lower() in ("", ".srt")):
        raise UserError(f"--out needs the name of a film, such as film.mp4, not '{out}'.")


def copied(film: Project, out: Path | None) -> Callable[[], list[Path]]:
    """What to do with the finished film: copy it where the person wants it, whole or not at all. Of several sizes the first gets the
    name that was asked for, each other one the same with its size."""

    def copy() -> list[Path]:
        cuts = {size: found for size in film.view().units("cut") if (found := film.film(size))}
        if out is None:
            return [found[0] for found in cuts.values()]
        return [_put(found, _named(out, size if at else "")) for at, (size, found) in enumerate(cuts.items())]

    return copy


def _named(out: Path, size: str) -> Path:
    return out.with_stem(f"{out.stem}-{size}") if size else out


def _put(found: tuple[Path, Path, dict[str, Any]], out: Path) -> Path:
    """A film and its captions beside it."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        _copy_whole(found[0], out)
        _copy_whole(found[1], out.with_suffix(".srt"))
    except OSError as error:
        why = error.strerror or error
        raise UserError(f"The film is made, but {out} cannot be written ({why}); choose another --out.") from error
    return out


def _copy_whole(source: Path, target: Path) -> None:
    aside = target.with_name(f".{target.name}.part")
    try:
        shutil.copyfile(source, aside)
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)


def _end(outcome: dict[str, Any], failed: dict[str, str], blocked: dict[str, list[str]]) -> None:
    if failed:
        errors = outcome.get("errors", [])
        for reason in dict.fromkeys(failed.values()):
            keys = ", ".join(key for key, found in failed.items() if found == reason)
            typer.echo(f"{keys}: {reason}", err=True)
        for error in errors[:1]:
            _quoted(error)
        raise typer.Exit(max((error.exit_code for error in errors), default=4))
    if blocked:
        reasons = list(
            dict.fromkeys(
                reason
                for found in blocked.values()
                for reason in found
                if reason.startswith("approve") or "yours" in reason
            )
        )
        if not reasons:
            others = list(dict.fromkeys(reason for found in blocked.values() for reason in found))
            typer.echo(f"Held back: {'; '.join(others[:6])}.", err=True)
            raise typer.Exit(NotApproved.exit_code)
        shown = reasons[:6]
        more = f" and {len(reasons) - 6} more" if len(reasons) > 6 else ""
        typer.echo(f"Stopped for your eye: {'; '.join(shown)}{more}. Approve with: approve DIR KEY|STAGE|all", err=True)
        raise typer.Exit(NotApproved.exit_code)


def status_table(film: Project, json: bool) -> None:
    """Every piece with its three axes, and what the film has cost so far, stage by stage."""
    from engine.stages.cut import film_title

    rows = [status.model_dump(mode="json") for status in film.board().values()]
    if json:
        say({"title": film_title(film.view()), "pieces": rows, "spent": _spent(film)}, "", True)
        return
    for row in rows:
        why = "; ".join(
            (*row["causes"], *(f"note: {text}" for text in row["advice"]), *([row["error"]] if row["error"] else []))
        )
        typer.echo(
            f"{row['key']:22} {row['freshness']:10} {row['approval']:10} take {row['take'] or '-':<3} {row['maker']:18} {why}"
        )

    typer.echo(_spent_words(film), nl=False)


def _spent(film: Project) -> dict[str, Any]:
    """US dollars and tokens, in all and by stage, and the cap (0: none)."""
    stages = {
        each.stage: {"cost": round(each.dollars, 6), "tokens_in": each.tokens_in, "tokens_out": each.tokens_out}
        for each in spending.by_stage(film.store)
        if each.dollars or each.tokens_in
    }
    return {"cost": round(film.store.spent(), 6), "cap": film.view().setting("spend_cap"), "stages": stages}


def _spent_words(film: Project) -> str:
    """The same in a sentence; nothing where nothing was spent and there is no cap."""
    found = _spent(film)
    if not found["cost"] and not found["cap"]:
        return ""
    parts = [f"{stage} {costing.money(row['cost'])}" for stage, row in found["stages"].items() if row["cost"]]
    cap = f" of at most {costing.money(found['cap'])}" if found["cap"] else ""
    return f"Spent so far {costing.money(found['cost'])}{cap}{': ' if parts else ''}{', '.join(parts)}.\n"


def plan_table(steps: Sequence[Step], json: bool) -> None:
    """What would run."""
    seconds, whole = round(sum(step.seconds for step in steps), 2), costing.together(step.cost for step in steps)
    if json:
        rows = [step.model_dump(include={"key", "why", "seconds", "cost"}) for step in steps]
        say({"steps": rows, "seconds": seconds, "cost": round(whole.dollars, 6), "unknown": whole.unknown}, "", True)
        return
    paid = whole != costing.Sum(0.0, 0)
    for step in steps:
        count = f" x{step.count}" if step.count > 1 else ""
        cost = f"{costing.told(costing.together([step.cost])).removeprefix('cost '):>12}  " if paid else ""
        typer.echo(f"{step.key + count:22} {step.seconds:7.1f} s  {cost}{step.why}")
    typer.echo(
        f"In all about {seconds:.0f} s, {costing.told(whole)}." if steps else "Nothing to make; everything is fresh."
    )


def explanation(found: dict[str, Any], json: bool) -> None:
    """Why a piece is as it is."""
    status, recipe = found["status"], found["recipe"]
    if json:
        data = {
            **found,
            "status": status.model_dump(mode="json"),
            "recipe": recipe.model_dump(mode="json") if recipe else None,
        }
        say(data, "", True)
        return
    typer.echo(
        f"{status.key}: {status.freshness}, approval: {status.approval}"
        + (f", take {status.take} by {status.maker}" if status.take else "")
    )
    for line in (
        *status.causes,
        *(f"note: {text}" for text in status.advice),
        *(f"held back: {text}" for text in found["obstacles"]),
    ):
        typer.echo(f"  {line}")
    for one in recipe.inputs if recipe else ():
        typer.echo(f"  made from {one.key} {one.pick}: {one.text}")
    if found["error"]:
        typer.echo(f"  failed: {found['error']}")


def takes_table(film: Project, key: str, json: bool) -> None:
    """All takes of a piece, the chosen one marked."""
    chosen = film.view().chosen.get(key)
    rows = [
        {
            "take": take.number,
            "selected": bool(chosen and chosen.id == take.id),
            "origin": take.origin,
            "maker": take.maker,
            "seed": take.recipe.seed,
            "seconds": take.seconds,
            "cost": take.cost,
            "sha256": take.content_sha,
            "created": take.created,
            "content": take.content,
        }
        for take in film.takes(key)
    ]
    if json:
        say({"key": key, "takes": rows}, "", True)
        return
    for row in rows:
        typer.echo(
            f"{'*' if row['selected'] else ' '} take {row['take']:<3} {row['origin']:9} {row['maker']:20} seed {row['seed']:<4} {row['created']}"
        )


def packs_table(json: bool) -> None:
    """All packs and their state."""
    from engine import packs

    rows = [
        {
            "id": p.id,
            "title": p.title,
            "licence": p.licence,
            "bytes": p.size,
            "state": packs.state(p.id),
            "default": p.id in packs.DEFAULT_SET,
        }
        for p in packs.packs()
    ]
    text = "\n".join(
        f"{r['id']:20} {r['state']:8} {float(str(r['bytes'])) / 1e6:8.1f} MB  {r['licence']}" for r in rows
    )
    say({"packs": rows}, text, json)


def fetched(id: str, json: bool) -> None:
    """Fetch a pack or the default set, saying size and licence first."""
    from engine import packs

    for one in (id,) if id else packs.DEFAULT_SET:
        pack = packs.pack(one)
        if packs.state(one) != "ready":
            typer.echo(f"fetching {pack.id}: {pack.size / 1e6:.0f} MB, {pack.licence}", err=True)
        packs.fetch(one, _telling(pack.id))
    say({"fetched": [id] if id else list(packs.DEFAULT_SET)}, "All there.", json)


def _telling(name: str) -> Callable[[float, str], None]:
    def tell(share: float, message: str = "") -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{name}: {share:4.0%} {message[:60]:60}")
            if share >= 1:
                sys.stderr.write("\n")

    return tell
