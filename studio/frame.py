"""What stands around every tab of a film: top bar, rail, jobs, cost, makers, latest changes; from a snapshot.

Example: `frame(moment)` -> {'top': ..., 'rail': ..., 'side': ...}.
"""

from __future__ import annotations

from engine import makers
from engine.asks import Ask
from engine.errors import ReelwrightError
from engine.types import Key
from studio import show
from studio.moment import Moment
from studio.pieces import TABS, Pieces
from studio.words import Words
from ui_components import frame as parts
from ui_components.markup import when


def plain_top(t: Words) -> str:
    """The top bar where no film is open."""
    return parts.top_bar(
        parts.Top(
            home=t("app.home"),
            language=t("app.language"),
            theme=t("app.theme"),
            help=t("app.help"),
            settings=t("app.settings"),
        )
    )


def frame(moment: Moment) -> dict[str, str]:
    """The markup of all three."""
    return {"top": _top(moment), "rail": _rail(moment), "side": _side(moment)}


def _top(moment: Moment) -> str:
    t, snap = moment.t, moment.snap
    undo, redo = ((verb_words(t, moment.pieces, *step) if step else "") for step in (snap.undo, snap.redo))
    return parts.top_bar(
        parts.Top(
            home=t("app.home"), film=snap.title, saved=t("top.saved"), saving=t("top.saving"),
            spent=t("top.spent", cost=show.cost(t, snap.cost)) if snap.cost else t("top.free"),
            jobs=t("top.jobs", n=sum(ask.state in ("queued", "running") for ask in snap.asks)),
            undo=t("top.undo", what=undo) if undo else t("top.undo.none"), can_undo=bool(undo),
            redo=t("top.redo", what=redo) if redo else t("top.redo.none"), can_redo=bool(redo),
            language=t("app.language"), theme=t("app.theme"), help=t("app.help"), settings=t("app.settings"),
        )
    )  # fmt: skip


def verb_words(t: Words, pieces: Pieces, verb: str, key: str) -> str:
    """A change by its name: 'edit of line l03'."""
    what = t.find(f"job.stage.{key}") or show.piece_name(t, pieces, key)
    return t.find(f"verb.{verb}", what=what) or f"{verb} {what}"


WAITS = {
    "script": "project",
    "voice": "script",
    "subtitles": "voice",
    "shotlist": "script",
    "keyframe": "shotlist",
    "clip": "keyframe",
    "cut": "clip",
}


def stops(moment: Moment) -> list[parts.Stop]:
    """The tabs with their marks."""
    t, snap, waiting = moment.t, moment.snap, moment.waiting
    done = show.done_tabs(snap, TABS)
    found = []
    for tab in TABS:
        before = WAITS.get(tab, "")
        mark, count = show.tab_mark(t, snap, tab, waiting, "" if before in done else before)
        found.append(parts.Stop(tab, t(f"stage.{tab}"), mark, count))
    return found


def _rail(moment: Moment) -> str:
    return parts.rail(stops(moment), moment.t("app.stages"))


def _side(moment: Moment) -> str:
    t, snap = moment.t, moment.snap
    cap = float(snap.view.setting("spend_cap") or 0.0)
    open_jobs = sum(ask.state in ("queued", "running") for ask in snap.asks)
    return parts.side(
        parts.Side(
            label=t("side.label"), jobs_title=t("side.jobs"), jobs_open=t("side.open", n=open_jobs) if open_jobs else "",
            jobs=tuple(_job(moment, ask) for ask in _worth_showing(snap.asks)), no_jobs=t("side.none"),
            cost_title=t("side.cost"), cost=_spent(moment), cost_share=min(1.0, snap.cost / cap) if cap else None,
            makers_title=t("side.makers"), makers=_makers(moment), change=t("side.change"),
            changes_title=t("side.changes"), changes=tuple(_change(moment, row) for row in snap.changes),
        )
    )  # fmt: skip


def _spent(moment: Moment) -> str:
    """What the film cost so far, and its cap where it has one."""
    t, cap = moment.t, float(moment.snap.view.setting("spend_cap") or 0.0)
    spent = show.cost(t, moment.snap.cost)
    return t("cost.of", cost=spent, cap=f"${cap:.2f}") if cap else spent


def _worth_showing(asks: list[Ask]) -> list[Ask]:
    """All that is open, and the last that are over."""
    live = [ask for ask in asks if ask.state in ("queued", "running")]
    return (
        sorted(live, key=lambda ask: (ask.state != "running", ask.id))
        + [ask for ask in asks if ask not in live][: max(1, 4 - len(live))]
    )


def _job(moment: Moment, ask: Ask) -> parts.Job:
    t, title = moment.t, job_title(moment.t, moment.pieces, ask)
    state = {"running": "working", "queued": "queued", "failed": "failed", "cancelled": "missing", "done": "approved"}[
        ask.state
    ]
    if ask.state == "done" and ask.outcome.get("blocked") and ask.verb == "make":
        state = "fresh"
    doing = moment.snap.busy if ask.state == "running" else None
    act = "close" if ask.state in ("queued", "running") else "redo" if ask.state in ("failed", "cancelled") else ""
    label = t("job.cancel" if act == "close" else "job.retry", what=title)
    share = doing.share if doing and doing.ask == ask.id else 0.0 if ask.state == "running" else None
    return parts.Job(
        ask.id, state, title, job_line(moment, ask), share, f"ask-{ask.id}" if share is not None else "", act, label
    )


def job_title(t: Words, pieces: Pieces, ask: Ask) -> str:
    """What a job is called: 'Keyframe s07', 'Make the voices', '4 takes of keyframe s07'."""
    stage = t.find(f"job.stage.{ask.target}")
    piece = show.piece_name(t, pieces, ask.target, "job.piece")
    if ask.verb == "inspect":
        return t("job.inspect", what=piece)
    if ask.verb == "look":
        return t("job.look", what=piece)
    if ask.verb == "candidates":
        return t("job.candidates", n=ask.options.get("count", 4), what=piece[:1].lower() + piece[1:])
    if ask.verb == "rewrite":
        return t("job.rewrite", what=show.piece_name(t, pieces, ask.target))
    if ask.verb == "adopt":
        return t("job.adopt", what=piece)
    return t("job.make", what=stage) if stage else piece


def job_line(moment: Moment, ask: Ask) -> str:
    """How far a job is, in words."""
    t, snap, outcome = moment.t, moment.snap, ask.outcome
    if ask.state == "running":
        doing = snap.busy
        if doing and doing.ask == ask.id and doing.key:
            piece = show.piece_name(t, moment.pieces, doing.key, "job.piece")
            return (
                t("job.now", piece=piece, left=show.rough(t, doing.left))
                if doing.left
                else t("job.now.plain", piece=piece)
            )
        return t("job.first")
    if ask.state == "queued":
        line = sorted(other.id for other in snap.asks if other.state == "queued")
        before = snap.queue + line.index(ask.id) + sum(other.state == "running" for other in snap.asks)
        return t("job.later", n=before) if before else t("job.first")
    if ask.state == "cancelled":
        return t("job.cancelled")
    if ask.state == "failed":
        failed = outcome.get("failed") or {}
        return (
            t("job.failed", n=len(failed), why=next(iter(failed.values()))) if failed else str(outcome.get("error", ""))
        )
    return _outcome(moment, ask)


def _outcome(moment: Moment, ask: Ask) -> str:
    t, outcome = moment.t, ask.outcome
    if ask.verb == "rewrite":
        return t("job.proposed", n=len(outcome.get("proposals", ())))
    made = [key for key in (*outcome.get("made", ()), *outcome.get("cached", ())) if not str(key).endswith(":order")]
    blocked = outcome.get("blocked") or {}
    if not made and blocked:
        first: list[str] = next((lines for lines in blocked.values() if lines), [])
        return t("job.waits", what=show.causes(t, moment.pieces, first, 1))
    if "opinion" in outcome:
        return t("job.opinion")
    if "looked" in outcome:
        return t("job.looked", n=outcome["looked"])
    if not made:
        return t("job.done.same") if outcome.get("same") else t("job.done.none")
    return t("job.done", n=len(made))


def _by(t: Words, name: str) -> str:
    """A maker by its name, and whether it works here or at a service."""
    return t("side.away" if makers.away(name) else "side.here", who=show.maker(t, name))


def _makers(moment: Moment) -> tuple[tuple[str, str], ...]:
    t, view = moment.t, moment.snap.view
    writer = str(view.setting("text") or "")
    music = str(view.setting("music") or "auto")
    return (
        (t("side.text"), _by(t, writer) if writer else t("side.text.none")),
        (t("side.voice"), _by(t, str(view.setting("speech")))),
        (t("side.pictures"), _by(t, str(view.setting("image")))),
        (
            t("side.music"),
            t("cut.music.none") if music == "none" else t("side.music.auto") if music == "auto" else music.capitalize(),
        ),
    )


def _change(moment: Moment, row: dict) -> tuple[str, str]:
    t, key = moment.t, str(row["key"])
    what = t.find(f"job.stage.{key}") or _piece(moment, key)
    words = t.find(f"change.{row['kind']}", what=what) or t("change.other", kind=row["kind"], what=what)
    return words[:1].upper() + words[1:], when(str(row["at"]), show.local(str(row["at"]), moment.asked.tz))


def _piece(moment: Moment, key: str) -> str:
    try:
        Key.parse(key)
    except ReelwrightError:
        return key
    return show.piece_name(moment.t, moment.pieces, key, "job.piece") if key else ""
