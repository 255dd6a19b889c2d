"""What a person can do on any stage's tab: each verb of the page is one function here, and each calls one verb of the engine.

An action changes the film and leaves what is to be said in `moment.reply`; showing is not its business. A tab may add its own:
`ACTIONS | {"split": split}`. Example: `act(moment, ACTIONS)`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from engine.adopting import receive
from engine.asks import OPEN
from engine.errors import BadEdit, ReelwrightError, UserError
from engine.types import Key
from studio import help_card, questions, show
from studio.allowed import page_value
from studio.moment import Moment
from studio.pieces import stages_of

Action = Callable[[Moment], None]


def act(moment: Moment, actions: Mapping[str, Action]) -> None:
    """Do what was asked; asking only to look ('open', 'choose', 'refresh') is nothing to do."""
    todo = actions.get(moment.asked.do)
    if todo is not None:
        todo(moment)
    elif moment.asked.data.get("restarted") and moment.film is not None:
        busy = any(ask.state in OPEN for ask in moment.snap.asks)
        moment.say(moment.t("say.restarted" if busy else "say.restarted.idle"))
    moment.still()


def key_of(moment: Moment) -> str:
    """The chosen piece of the open tab, as a key."""
    if not moment.asked.unit:
        raise UserError("Choose a piece first.")
    unit = moment.asked.unit
    return unit if ":" in unit or moment.asked.tab in ("project", "cut") else f"{moment.asked.tab}:{unit}"


def name_of(moment: Moment, key: str) -> str:
    """A piece by its name, to begin a sentence with."""
    found = show.piece_name(moment.t, moment.pieces, key)
    return found[:1].upper() + found[1:]


# ---------------------------------------------------------------- approving


def approve(moment: Moment) -> None:
    """Approve the chosen piece and go on to the next that needs an eye."""
    key = Key.parse(key_of(moment))
    project, following = moment.open.project, next_unit(moment, key)
    project.approve(str(key))
    _approve_order(moment, key.stage)
    take = moment.snap.view.take(key)
    name = show.piece_name(moment.t, moment.pieces, str(key))
    moment.say(moment.t("say.approved", what=name, n=take.number if take else 0), undo=True)
    moment.reply.unit = following


def _approve_order(moment: Moment, stage: str) -> None:
    """An order has nothing of its own to look at: it is approved with the last of its pieces."""
    snap, order = moment.snap, Key(stage, "order")
    if order not in snap.board or show.approved_of(snap.board, order) or snap.board[order].freshness != "fresh":
        return
    if all(show.approved_of(snap.board, Key(stage, unit)) for unit in moment.pieces.units(stage)):
        moment.open.project.approve(str(order))


def next_unit(moment: Moment, key: Key) -> str:
    """The next piece after this one that needs an eye, as the tab names it; this one where there is none."""
    units = [k for s in stages_of(moment.asked.tab) for u in moment.pieces.units(s) if (k := Key(s, u))]
    after = units[units.index(key) + 1 :] + units[: units.index(key)] if key in units else units
    board, waiting = moment.snap.board, moment.waiting
    found = next(
        (k for k in after if show.state_of(board[k], k in waiting) in ("fresh", "stale", "failed", "back")), key
    )
    return str(found) if moment.asked.tab == "project" else found.unit


def approve_all(moment: Moment) -> None:
    """Approve all that is fresh on this tab."""
    done = [
        key
        for stage in stages_of(moment.asked.tab)
        if stage not in show.UNGATED
        for key in moment.open.project.approve(stage)
    ]
    count = sum(not key.endswith(":order") for key in done)
    moment.say(moment.t("say.approved.all", n=count) if count else moment.t("say.approved.none"), undo=bool(done))


def back(moment: Moment) -> None:
    """Ask for the note."""
    moment.reply.dialog = questions.send_back(moment, key_of(moment))


def send_back(moment: Moment) -> None:
    """Send the piece back with the note that was written."""
    key = moment.asked.id or key_of(moment)
    moment.open.project.send_back(key, moment.asked.values().get("note", "").strip()[:2000])
    moment.say(moment.t("say.back", what=name_of(moment, key)), undo=True)


# ---------------------------------------------------------------- making


def remake(moment: Moment) -> None:
    """Make the chosen piece (anew), with the seed and maker in the fields."""
    key = Key.parse(key_of(moment))
    snap, options = moment.snap, moment.asked.data.get("options")
    chosen: dict[str, Any] = {}
    if isinstance(options, Mapping):
        chosen = {"seed": _seed(options.get("seed")), "provider": str(options.get("provider") or "")}
    if snap.board[key].take is None:
        moment.open.ask("make", str(key))
    else:
        moment.open.ask("regenerate", str(key), **chosen)
    _told_queued(moment, key, provider=str(chosen.get("provider") or ""))


def _seed(value: Any) -> int | None:
    if value in (None, ""):
        return None
    try:
        return int(float(value)) % 2**31
    except (TypeError, ValueError):
        raise BadEdit("A seed is a whole number, such as 4127.") from None


def _told_queued(moment: Moment, key: Key, count: int = 1, provider: str = "") -> None:
    from studio.reasons import cost_of, seconds_of

    t, seconds = moment.t, seconds_of(moment.snap, key, moment.rates) * count
    words = {
        "what": show.piece_name(t, moment.pieces, str(key)),
        "time": show.about(t, seconds),
        "cost": show.costs(t, [cost_of(moment.snap, key, provider)] * count),
    }
    text = t("say.queued.n", n=count, **words) if count > 1 else t("say.queued", **words)
    moment.say(text[:1].upper() + text[1:])


def candidates(moment: Moment) -> None:
    """Four more takes to compare; the chosen one stays."""
    key = Key.parse(key_of(moment))
    moment.open.ask("candidates", str(key), count=4)
    _told_queued(moment, key, 4)


def plan(moment: Moment) -> None:
    """Show what making the rest of this tab would do."""
    moment.reply.dialog = questions.plan(moment, moment.asked.id or "")


def run(moment: Moment) -> None:
    """Start what the plan showed."""
    target = moment.asked.id or moment.asked.tab
    auto = moment.asked.text("approve") == "all"
    moment.open.ask("make", target, approve="all" if auto else "none")
    moment.say(
        moment.t(
            "say.run", what=moment.t.find(f"job.stage.{target}") or show.piece_name(moment.t, moment.pieces, target)
        )
    )


def cancel(moment: Moment) -> None:
    """Cancel a job."""
    moment.open.cancel(_number(moment.asked.id))
    moment.say(moment.t("say.cancelled"))


def retry(moment: Moment) -> None:
    """Try a job again."""
    ask = moment.open.retry(_number(moment.asked.id))
    moment.say(moment.t("say.retry", what=show.piece_name(moment.t, moment.pieces, ask.target, "job.piece")))


def _number(text: str) -> int:
    if not text.isdigit():
        raise UserError("There is no such job or take.")
    return int(text)


# ---------------------------------------------------------------- takes and edits


def take(moment: Moment) -> None:
    """Choose another take."""
    key, number = key_of(moment), _number(moment.asked.id)
    moment.open.project.select(key, number)
    moment.say(moment.t("say.take", what=name_of(moment, key), n=number), undo=True)


def compare(moment: Moment) -> None:
    """Show the chosen take and another beside each other."""
    moment.reply.dialog = questions.compare(moment, key_of(moment), moment.asked.id)


def save(moment: Moment) -> None:
    """Keep what was typed in one field, unless that field was changed elsewhere since it was loaded."""
    asked = moment.asked
    key, name, value = asked.text("piece"), asked.text("field"), asked.text("value")
    loaded = asked.data.get("take")
    moment.reply.saved = {
        "piece": key,
        "field": name,
        "ok": False,
        "typed": value,
        "force": bool(asked.data.get("force")),
    }
    theirs = _changed_elsewhere(moment, key, name, value, loaded if isinstance(loaded, int) else 0)
    if theirs is not None and not asked.data.get("force"):
        moment.reply.saved |= {"theirs": theirs[0], "error": moment.t("save.conflict")}
        moment.reply.dialog = questions.conflict(moment, key, name, value, theirs)
        return
    try:
        made = moment.open.project.edit(key, field=name, value=value)
    except ReelwrightError as error:
        moment.reply.saved["error"] = str(error)
        return
    moment.reply.saved |= {"ok": True, "take": made.number, "value": shown_value(made.content.get(name))}


def _changed_elsewhere(moment: Moment, key: str, name: str, value: str, loaded: int) -> tuple[str, int] | None:
    """What the field holds now and in which take, where that is not what this page had loaded."""
    now = moment.snap.view.take(Key.parse(key))
    if now is None or now.number == loaded or not loaded:
        return None
    old = next((t for t in moment.open.project.takes(key) if t.number == loaded), None)
    current = shown_value(now.content.get(name))
    if old is None or shown_value(old.content.get(name)) == current or current == value:
        return None
    return current, now.number


def shown_value(value: Any) -> str:
    """A field's value as it stands in its control."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(str(part) for part in value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {text}" for name, text in value.items()) + "}" if value else ""
    return f"{value:g}" if isinstance(value, float) else str(value)


def adopt(moment: Moment) -> None:
    """A person's own file (a recording, a picture, music) for the chosen piece: taken in now, checked and made a take by the desk."""
    key = key_of(moment)
    with uploaded(moment) as file:
        name = receive(moment.open.project, key, file)
    moment.open.ask("adopt", key, file=name)
    moment.say(moment.t("say.adopting", what=show.piece_name(moment.t, moment.pieces, key)))


def uploaded(moment: Moment) -> AbstractContextManager[Path]:
    """The file that this visitor has just sent, until it is taken in."""
    return moment.desk.inbox.taken(moment.visitor, moment.asked.text("file"))


def undo(moment: Moment) -> None:
    """Take back the last change."""
    _stepped(moment, "say.undone", *moment.open.project.undo())


def redo(moment: Moment) -> None:
    """Bring it back."""
    _stepped(moment, "say.redone", *moment.open.project.redo())


def _stepped(moment: Moment, words: str, verb: str, key: str) -> None:
    from studio.frame import verb_words

    moment.say(moment.t(words, what=verb_words(moment.t, moment.pieces, verb, key)))


def keys_card(moment: Moment) -> None:
    """The card of keys."""
    moment.reply.dialog = help_card.keys_card(moment.t)


def settings(moment: Moment) -> None:
    """Ask who makes what."""
    moment.reply.dialog = questions.settings(moment)


def set_values(moment: Moment) -> None:
    """Keep the settings of a dialog, as one change."""
    view = moment.snap.view
    new = {
        name: page_value(name, value, shared=moment.desk.config.each_own)
        for name, value in moment.asked.values().items()
        if str(view.setting(name) or "") != value.strip()
    }
    if new:
        moment.open.project.set_many(new)
        moment.say(moment.t("say.settings"), undo=True)


def set_one(moment: Moment) -> None:
    """Keep one setting that was changed where it stands."""
    name = moment.asked.id
    moment.open.project.set(name, page_value(name, moment.asked.text("value"), shared=moment.desk.config.each_own))
    moment.say(moment.t("say.settings"), undo=True)


ACTIONS: dict[str, Action] = {
    "approve": approve, "approve-all": approve_all, "back": back, "send-back": send_back, "remake": remake, "candidates": candidates,
    "plan": plan, "run": run, "cancel": cancel, "retry": retry, "take": take, "compare": compare, "save": save, "adopt": adopt,
    "undo": undo, "redo": redo, "help": keys_card, "settings": settings, "set": set_values, "set-one": set_one,
}  # fmt: skip
