"""What stands around every page: top bar, rail, side panes, toast, the bar that says the server is away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui_components.markup import Mark, bar, button, icon, text, tool

_LOGO = (
    '<svg viewBox="0 0 20 20" fill="currentColor" aria-hidden="true"><path d="M10 1a9 9 0 1 0 0 18h9v-2.4h-4A9 9 0 0 0 10 1Zm0 '
    "3.2a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM6.2 8a2 2 0 1 1 0 4 2 2 0 0 1 0-4Zm7.6 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM10 11.8a2 2 0 1 1 0 "
    '4 2 2 0 0 1 0-4Z"/></svg>'
)


@dataclass(frozen=True)
class Top:
    """The words of the top bar. Without a `film` only the product's name and the tools are shown."""

    home: str
    film: str = ""
    saved: str = ""
    saving: str = ""
    spent: str = ""
    jobs: str = ""
    undo: str = ""
    redo: str = ""
    can_undo: bool = False
    can_redo: bool = False
    language: str = ""
    theme: str = ""
    help: str = ""
    settings: str = ""


def top_bar(top: Top) -> str:
    """Name, film, saved, spent, undo, redo, language, light or dark, help."""
    film = _film(top) if top.film else '<span class="rw-grow"></span>'
    tools = (
        tool("gear", top.settings, "go", id="settings")
        + tool("language", top.language, "language")
        + tool("theme", top.theme, "theme")
        + tool("help", top.help, "help", keys="?")
    )
    return (
        f'<header class="rw-top"><button type="button" class="brand" data-do="go" data-id="start" aria-label="{text(top.home)}">{_LOGO}Reelwright'
        f"</button>{film}{tools}</header>"
    )


def _film(top: Top) -> str:
    saved = f'<span class="saved" role="status" data-saved="{text(top.saved)}" data-saving="{text(top.saving)}">{text(top.saved)}</span>'
    jobs = (
        f'<button type="button" class="rw-b quiet small jobs-b" data-do="jobs">{icon("jobs")}{text(top.jobs)}</button>'
    )
    undo = tool("undo", top.undo, "undo", keys="Ctrl+Z", off=not top.can_undo)
    redo = tool("redo", top.redo, "redo", keys="Ctrl+Shift+Z", off=not top.can_redo)
    return (
        f'<span class="slash" aria-hidden="true">/</span><h1 class="film">{text(top.film)}</h1>{saved}<span class="rw-grow"></span>'
        f'<span class="spend rw-num">{text(top.spent)}</span>{jobs}<span>{undo}{redo}</span>'
    )


@dataclass(frozen=True)
class Stop:
    """One stage on the rail."""

    id: str
    name: str
    mark: Mark
    count: str


def rail(stops: Sequence[Stop], label: str) -> str:
    """The stages in order; the script marks the one that is open."""
    cells = "".join(
        f'<button type="button" data-do="go" data-id="{stop.id}"><span class="s-{stop.mark.state}">{icon(stop.mark.state)}</span><b>{text(stop.name)}</b>'
        f'<small class="rw-num"><span class="rw-sr">{text(stop.mark.word)}: </span>{text(stop.count)}</small></button>'
        for stop in stops
    )
    return f'<nav class="rw-rail" aria-label="{text(label)}">{cells}</nav>'


@dataclass(frozen=True)
class Job:
    """One row of the job list: what, one line of progress, a button ('close' cancels, 'redo' tries again)."""

    id: int
    state: str
    title: str
    line: str
    share: float | None = None
    key: str = ""
    act: str = ""
    act_label: str = ""


@dataclass(frozen=True)
class Side:
    """All side panes: titles, jobs, cost, who makes what, latest changes (words and when)."""

    label: str
    jobs_title: str
    jobs_open: str
    jobs: tuple[Job, ...]
    no_jobs: str
    cost_title: str
    cost: str
    cost_share: float | None
    makers_title: str
    makers: tuple[tuple[str, str], ...]
    change: str
    changes_title: str
    changes: tuple[tuple[str, str], ...]
    """Words, and markup of when (see `when`)."""


def side(panes: Side) -> str:
    """Jobs, cost, made by, latest changes."""
    jobs = "".join(_job(job) for job in panes.jobs) or f'<li class="rw-muted rw-s">{text(panes.no_jobs)}</li>'
    cost = bar(panes.cost_share, panes.cost_title) if panes.cost_share is not None else ""
    makers = "".join(f'<div class="kv"><span>{text(a)}</span><span>{text(b)}</span></div>' for a, b in panes.makers)
    changes = "".join(f'<div class="kv"><span>{text(a)}</span>{b}</div>' for a, b in panes.changes)
    return (
        f'<aside class="rw-side" aria-label="{text(panes.label)}">'
        f'<section><header><h2>{text(panes.jobs_title)}</h2><span class="rw-muted rw-s rw-num">{text(panes.jobs_open)}</span></header><ul>{jobs}</ul></section>'
        f'<section><header><h2>{text(panes.cost_title)}</h2><span class="rw-s rw-num">{text(panes.cost)}</span></header>{cost}</section>'
        f"<section><header><h2>{text(panes.makers_title)}</h2>{button(panes.change, 'go', kind='quiet small', id='settings')}</header>{makers}</section>"
        f"<section><header><h2>{text(panes.changes_title)}</h2></header>{changes}</section></aside>"
    )


def _job(job: Job) -> str:
    moving = bar(job.share, job.title, job.key) if job.share is not None else ""
    do = {"close": "cancel", "redo": "retry"}.get(job.act, "")
    act = tool(job.act, job.act_label, do, classes="small", id=str(job.id)) if do else ""
    live = f' data-line="{text(job.key)}"' if job.key else ""
    return (
        f'<li class="job">{icon(job.state, "s-" + job.state)}<div><b>{text(job.title)}</b><small class="rw-num"{live}>{text(job.line)}</small>{moving}</div>'
        f"{act}</li>"
    )


@dataclass(frozen=True)
class Toast:
    """What has happened, and perhaps a button that takes it back."""

    words: str
    act: str = ""
    act_label: str = ""
    act_id: str = ""
    bad: bool = False


def toast(shown: Toast, number: int, close: str) -> str:
    """A message at the foot of the board. The number makes equal messages differ, so that each is shown."""
    act = button(shown.act_label, shown.act, kind="small", id=shown.act_id) if shown.act else ""
    glyph, role = ("failed", "alert") if shown.bad else ("approved", "status")
    return (
        f'<div class="toast t{number % 2} {"bad" if shown.bad else ""}" role="{role}" data-n="{number}">{icon(glyph, "s-" + glyph)}<p>{text(shown.words)}</p>{act}'
        f"{tool('close', close, 'hide', classes='small')}</div>"
    )
