"""Other words for a line or its scene: asked for, shown as a difference, accepted or put aside. The engine writes; nothing changes unasked.

Example: `asking(moment, key)` -> the buttons; `shown(moment, key)` -> the open proposal for this line, or ''.
"""

from __future__ import annotations

from engine import asks, proposals
from engine.asks import Ask
from engine.errors import MissingDependency, UserError
from engine.planning.rewording import HOWS
from engine.proposals import Proposal
from engine.types import Key
from studio import show
from studio.moment import Moment
from studio.tabs.script_lines import emotion_words, scene_name, scene_of
from ui_components import lines
from ui_components.detail import why
from ui_components.markup import button


def open_now(moment: Moment) -> dict[str, Proposal]:
    """The open proposals of the film, by line."""
    return proposals.proposed(moment.open.project)


def asking(moment: Moment, key: Key) -> str:
    """What can be asked for."""
    t, found = moment.t, scene_of(moment, key.unit)
    scopes = [("line", t("script.this.line"))]
    if found and len(found[1].lines) > 1:
        scopes.append(("scene", t("script.this.scene", n=len(found[1].lines))))
    ways = "".join(button(t(f"script.{how}"), "rewrite", kind="small", id=how) for how in HOWS)
    return lines.rewrite(t("script.rewrite"), scopes, t("script.scope"), ways, _own(moment))


def _own(moment: Moment) -> str:
    """The box for an instruction; without a writer, what is needed and where it is chosen."""
    t = moment.t
    try:
        proposals.way(moment.open.project, t("script.own"))
    except MissingDependency:
        return lines.lacking(
            t("script.needs.writer"), button(t("script.choose.writer"), "settings", kind="quiet small")
        )
    return lines.wish(
        t("script.own"), button(t("script.own.go"), "rewrite", kind="small", id="own", extra=" data-default")
    )


def shown(moment: Moment, key: Key) -> str:
    """The proposal for this line, with its scene's others; or that one is being written, or why there is none."""
    found = open_now(moment)
    one = found.get(str(key))
    if one is not None:
        return _proposal(moment, one, [other for other in found.values() if other.ask == one.ask])
    asked = _latest(moment, key)
    if asked and asked.state in ("queued", "running"):
        return why("working", moment.t("script.writing"), moment.t("script.writing.more"))
    if asked and asked.state == "failed":
        failed = asked.outcome.get("failed") or {}
        return why(
            "failed", moment.t("script.no.proposal"), str(failed.get(str(key)) or asked.outcome.get("error", ""))
        )
    return ""


def _latest(moment: Moment, key: Key) -> Ask | None:
    """The newest wish for other words that this line is part of."""
    scene = scene_of(moment, key.unit)
    mates = {f"script:{unit}" for unit in scene[1].lines} if scene else set()
    for ask in moment.snap.asks:
        if ask.verb == "rewrite" and (ask.target == str(key) or (ask.options.get("scene") and ask.target in mates)):
            return ask
    return None


def _proposal(moment: Moment, one: Proposal, together: list[Proposal]) -> str:
    t = moment.t
    by = show.maker(t, one.maker)
    how = t(f"script.{one.how}") if one.how in HOWS else f"“{one.how}”"
    items = [_item(moment, p, len(together) > 1) for p in sorted(together, key=lambda p: p.key != one.key)]
    number = f"{one.ask}"
    buttons = [button(t("script.accept"), "accept", kind="small primary", id=number, key="")]
    if len(together) > 1:
        buttons.append(button(t("script.accept.all", n=len(together)), "accept-all", kind="small", id=number))
    buttons.append(button(t("script.aside"), "reject", kind="small quiet", id=number))
    if len(together) > 1:
        buttons.append(button(t("script.aside.all"), "reject-all", kind="small quiet", id=number))
    return lines.proposal(t("script.proposal", how=how, who=by), items, "".join(buttons))


def _item(moment: Moment, one: Proposal, named: bool) -> tuple[str, str, str]:
    t, unit = moment.t, one.key.partition(":")[2]
    line = moment.snap.view.content(Key.parse(one.key))
    note = ""
    if line is not None and line.emotion != one.emotion:
        note = t(
            "script.direction.now", was=emotion_words(moment, line.emotion), now=emotion_words(moment, one.emotion)
        )
    words = lines.difference(one.old, one.new, t("script.was"), t("script.now"))
    return show.piece_name(t, moment.pieces, f"script:{unit}", "title") if named else "", words, note


# ---------------------------------------------------------------- what can be done


def rewrite(moment: Moment) -> None:
    """Ask for other words: by rule at once, by a writer through the queue."""
    t, project, unit = moment.t, moment.open.project, moment.asked.unit
    values = moment.asked.values()
    how = values.get("wish", "").strip() if moment.asked.id == "own" else moment.asked.id
    if not how:
        raise UserError(t("script.own.empty"))
    scene = values.get("scope") == "scene" and len(_scene_lines(moment, unit)) > 1
    key = f"script:{unit}"
    try:
        by_rule = proposals.way(project, how) == "rules"
        ask = proposals.by_rule(project, key, how, scene=scene) if by_rule else None
    except MissingDependency:
        words = t("script.no.rule", how=t(f"script.{how}").lower()) if how in HOWS else t("script.needs.writer")
        moment.say(words, act="settings", act_label=t("script.choose.writer"))
        return
    if ask is not None:
        moment.say(t("script.proposed", n=len(ask.outcome["proposals"])))
        if key not in open_now(moment):
            moment.reply.unit = str(ask.outcome["proposals"][0]["key"]).partition(":")[2]
        return
    moment.open.ask("rewrite", key, how=how, **({"scene": "yes"} if scene else {}))
    found = scene_of(moment, unit)
    what = scene_name(moment, *found) if scene and found else show.piece_name(t, moment.pieces, key)
    moment.say(t("script.asked", what=what))


def _scene_lines(moment: Moment, unit: str) -> tuple[str, ...]:
    found = scene_of(moment, unit)
    return found[1].lines if found else ()


def _decide(moment: Moment, *, accept: bool, all: bool) -> None:
    number = int(moment.asked.id) if moment.asked.id.isdigit() else 0
    ask = asks.get(moment.open.project.store, number)
    open = [one.key for one in open_now(moment).values() if one.ask == ask.id]
    own = f"script:{moment.asked.unit}"
    keys = open if all else [own] if own in open else []
    done = proposals.decide(moment.open.project, ask.id, keys, accept=accept)
    words = "script.accepted" if accept else "script.rejected"
    moment.say(moment.t(words, n=len(done)), undo=accept)


def accept(moment: Moment) -> None:
    """These words for this line."""
    _decide(moment, accept=True, all=False)


def accept_all(moment: Moment) -> None:
    """These words for all lines that were proposed together."""
    _decide(moment, accept=True, all=True)


def reject(moment: Moment) -> None:
    """The line stays as it is."""
    _decide(moment, accept=False, all=False)


def reject_all(moment: Moment) -> None:
    """All lines stay as they are."""
    _decide(moment, accept=False, all=True)


ACTIONS = {
    "rewrite": rewrite,
    "accept": accept,
    "accept-all": accept_all,
    "reject": reject,
    "reject-all": reject_all,
}
