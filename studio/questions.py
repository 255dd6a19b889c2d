"""The dialogs: a plan before anything runs, a note, two takes beside each other, a conflict, keys, settings. Markup only.

Example: `plan(moment, "keyframe")` -> what making the rest of the keyframes would do, and the button that does it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from engine.plan import obstacles
from engine.types import Key, Step
from studio import show
from studio.moment import COUNT, Moment
from studio.pieces import picture_of, stages_of, words_of
from ui_components.detail import slider
from ui_components.dialogs import PlanRow, closing, dialog, note_box, plan_table, two_texts
from ui_components.markup import button, text

MOST_ROWS = 40


def plan(moment: Moment, target: str) -> str:
    """What would run. A target 'all-the-way' is the whole film, approving on the way; '' is the open tab."""
    auto = target == "all-the-way"
    goal = "cut" if auto else target or stages_of(moment.asked.tab)[-1]
    steps = moment.open.project.plan(goal)
    if not auto:
        steps = [step for step in steps if not _held(moment, step)]
    return plan_dialog(moment, steps, goal, auto=auto)


def _held(moment: Moment, step: Step) -> bool:
    """Whether a step waits for the person's eye first."""
    if step.key.endswith(":*"):
        return True
    key, snap = Key.parse(step.key), moment.snap
    return key not in snap.board or bool(obstacles(snap.view, snap.board, snap.marks, key))


def plan_dialog(moment: Moment, steps: Sequence[Step], goal: str, *, auto: bool = False) -> str:
    """The dialog of a plan."""
    t, seconds = moment.t, sum(step.seconds for step in steps)
    sure = [step for step in steps if not step.why.startswith("perhaps:")]
    own = sum(
        step.count
        for step in sure
        if Key.parse(step.key.removesuffix(":*")).stage == goal and not step.key.endswith(":order")
    )
    what = t.find(f"job.stage.{goal}") if auto or own == 0 else t(f"count.{goal}", n=own)
    order = list(moment.snap.view.stages)
    rows = [
        _row(moment, step) for step in sorted(_grouped(steps), key=lambda step: order.index(step.key.partition(":")[0]))
    ]
    head = (t("plan.what"), t("plan.why"), t("plan.time"), t("plan.cost"))
    foot = (t("plan.sum"), show.about(t, seconds), show.costs(t, (step.cost for step in steps)))
    body = plan_table(head, rows, foot) if rows else f"<p>{text(_nothing(moment, goal))}</p>"
    more = f' data-more="{text(json.dumps({"approve": "all" if auto else "none"}))}"'
    go = t("plan.go.auto") if auto else t("plan.go", what=what)
    buttons = [] if auto or goal == "cut" else [button(t("plan.auto"), "plan", id="all-the-way")]
    if rows:
        buttons.append(button(go, "run", kind="primary", id=goal, extra=more))
    title = t("plan.title.film") if auto else t("plan.title", what=what)
    return dialog(
        next(COUNT), title, body, closing(t("plan.cancel"), *buttons), note=t("plan.note.auto" if auto else "plan.note")
    )


def _nothing(moment: Moment, goal: str) -> str:
    """Why nothing would run: all is there, or something waits for the person's eye."""
    snap, t = moment.snap, moment.t
    held = [
        line for key in snap.board if key.stage == goal for line in obstacles(snap.view, snap.board, snap.marks, key)
    ]
    first = [line for step in moment.open.project.plan(goal) for line in _obstacles(moment, step)]
    found = held or first
    return t("why.held", what=show.causes(t, moment.pieces, found, 4)) if found else t("plan.none")


def _obstacles(moment: Moment, step: Step) -> list[str]:
    if step.key.endswith(":*"):
        return []
    snap = moment.snap
    return obstacles(snap.view, snap.board, snap.marks, Key.parse(step.key))


def _grouped(steps: Sequence[Step]) -> list[Step]:
    """A long plan by stages: pieces with the same reason become one row."""
    if len(steps) <= MOST_ROWS:
        return list(steps)
    found: dict[tuple[str, str], Step] = {}
    for step in steps:
        stage = step.key.partition(":")[0]
        old = found.get((stage, ""))
        count, seconds, cost = (old.count, old.seconds, old.cost) if old else (0, 0.0, 0.0)
        why = old.why if old else step.why
        found[stage, ""] = Step(
            key=f"{stage}:*",
            why=why,
            seconds=seconds + step.seconds,
            cost=None if cost is None or step.cost is None else cost + step.cost,
            count=count + step.count,
        )
    return list(found.values())


def _row(moment: Moment, step: Step) -> PlanRow:
    t, pieces = moment.t, moment.pieces
    if _whole(moment, step):
        what = t.find(f"job.stage.{step.key.partition(':')[0]}")
        return PlanRow(
            t("plan.make", what=what), t("cause.not made yet"), show.rough(t, step.seconds), show.cost(t, step.cost)
        )
    why = show.causes(t, pieces, step.why.split("; ") if not step.why.startswith("perhaps:") else [step.why])
    if step.key.endswith(":*"):
        what = t(f"count.{step.key[:-2]}", n=step.count)
        return PlanRow(t("plan.make", what=what), why, show.rough(t, step.seconds), show.cost(t, step.cost))
    name = show.piece_name(t, pieces, step.key)
    there = moment.snap.board.get(Key.parse(step.key))
    key = "plan.settle" if step.why.startswith("perhaps:") else "plan.remake" if there and there.take else "plan.make"
    said = t(key, what=name)
    return PlanRow(said[:1].upper() + said[1:], why, show.rough(t, step.seconds), show.cost(t, step.cost))


def _whole(moment: Moment, step: Step) -> bool:
    """Whether a step stands for a stage that has nothing yet: its pieces are not known, only its order (or style)."""
    key = Key.parse(step.key) if not step.key.endswith(":*") else None
    there = moment.snap.board.get(key) if key else None
    return (
        key is not None
        and there is not None
        and there.take is None
        and (key.unit in ("order", "style") or key.stage in ("music", "cut"))
    )


def send_back(moment: Moment, key: str) -> str:
    """The note that goes with a piece that is sent back."""
    t = moment.t
    what = show.piece_name(t, moment.pieces, key)
    send = button(t("back.send"), "send-back", kind="primary", id=key)
    body = note_box("note", t("back.note"))
    return dialog(next(COUNT), t("back.title", what=what), body, closing(t("plan.cancel"), send), note=t("back.hint"))


def conflict(moment: Moment, key: str, name: str, value: str, theirs: tuple[str, int]) -> str:
    """Yours and theirs, and which to keep."""
    t = moment.t
    kept = {"piece": key, "field": name, "value": value, "take": theirs[1], "force": True}
    mine = button(t("save.keep"), "save", kind="primary", extra=f' data-more="{text(json.dumps(kept))}"')
    take = button(t("save.take"), "save", extra=f' data-more="{text(json.dumps({**kept, "value": theirs[0]}))}"')
    body = two_texts((t("save.mine"), value), (t("save.theirs", n=theirs[1]), theirs[0]))
    return dialog(
        next(COUNT), t("save.conflict"), body, closing(t("plan.cancel"), take, mine), note=t("save.conflict.note")
    )


def compare(moment: Moment, key: str, other: str) -> str:
    """The chosen take and another (the one before it, unless named): pictures with a slider, else words or sounds."""
    t, takes = moment.t, moment.open.project.takes(key)
    chosen = moment.snap.view.take(Key.parse(key))
    rest = [take for take in takes if chosen is None or take.id != chosen.id]
    if chosen is None or not rest:
        return dialog(next(COUNT), t("takes.compare"), f"<p>{text(t('compare.none'))}</p>", closing(t("keys.close")))
    second = next((take for take in rest if str(take.number) == other), rest[-1])
    left, right = t("takes.take", n=second.number), t("takes.take", n=chosen.number)
    if picture_of(chosen.content) and picture_of(second.content):
        one, two = (moment.thumb(picture_of(take.content), 1280) for take in (second, chosen))
        body = slider(one, two, left, right, t("compare.label"))
    else:
        body = two_texts((left, words_of(second.content)), (right, words_of(chosen.content)))
    others = "".join(
        button(t("takes.take", n=take.number), "compare", kind="small", id=str(take.number), off=take.id == second.id)
        for take in rest[-6:]
    )
    choose = button(t("compare.choose", n=second.number), "take", kind="primary", id=str(second.number))
    title = t("compare.title", what=show.piece_name(t, moment.pieces, key))
    return dialog(next(COUNT), title, body, closing(t("keys.close"), others, choose), wide=True)


def settings(moment: Moment) -> str:
    """Who makes what in this film."""
    t, view = moment.t, moment.snap.view
    body = "".join(
        note_box(name, t(f"settings.{name}"), str(view.setting(name) or ""), lines=1)
        for name in ("text", "image", "music")
    )
    save = button(t("settings.save"), "set", kind="primary")
    return dialog(
        next(COUNT),
        t("settings.title"),
        f'<div class="fields">{body}</div>',
        closing(t("plan.cancel"), save),
        note=t("settings.note"),
    )
