"""The script: lines under their scenes, counted while they are typed; inserted, split, merged, moved, removed; rewritten on proposal.

Everything is the generic tab's but the rows, the fields and the verbs of structure; each verb is one change that can be undone.
"""

from __future__ import annotations

from engine.artifacts import NARRATOR
from engine.errors import UserError
from engine.types import Key
from studio import show
from studio.moment import COUNT, Moment
from studio.tabs import script_rewrite, stage, views
from studio.tabs.script_lines import (
    DIRECTION,
    PACE,
    PAUSE,
    SPEAKER,
    line_of,
    line_rows,
    rate,
    scene_name,
    scene_of,
    speakers,
    spoken,
)
from studio.tabs.stage import StageTab
from ui_components import lines
from ui_components.dialogs import closing, dialog, note_box
from ui_components.fields import Field, field, fields
from ui_components.markup import button

SMALL = (SPEAKER, DIRECTION, PACE, PAUSE)


def _cards(moment: Moment) -> str:
    from ui_components import board

    badges = {key.partition(":")[2]: moment.t("script.proposal.badge") for key in script_rewrite.open_now(moment)}
    nothing = board.nothing(moment.t("board.nothing"), moment.t("board.nothing.all"))
    return lines.rows(line_rows(moment, TAB, badges), moment.t("label.script")) + nothing


def _total(moment: Moment) -> str:
    """Lines, words and length of it all."""
    t, units, speed = moment.t, moment.pieces.units("script"), rate(moment)
    if not units:
        return ""
    words = sum(len(line.text.split()) for unit in units if (line := line_of(moment, unit)))
    return lines.total(
        t("script.total", n=len(units), words=words, time=_clock(_seconds(moment, units, speed))), t("script.keys")
    )


def _seconds(moment: Moment, units: list[str], speed: float) -> float:
    return sum(spoken(moment, u, speed) + (line.pause if (line := line_of(moment, u)) else 0) for u in units)


def _clock(seconds: float) -> str:
    return f"{int(seconds // 60)}:{int(seconds % 60):02d}"


# ---------------------------------------------------------------- the editor


def _view(moment: Moment, key: Key) -> str:
    """The words, what can be done with them, and a proposal: these come first."""
    line, take = line_of(moment, key.unit), moment.snap.view.take(key)
    if line is None or take is None:
        return ""
    t, units = moment.t, moment.pieces.units("script")
    others = [unit for unit in units if unit != key.unit]
    speed = rate(moment)
    counted = lines.Counted(
        t("script.line.count", n="{n}", time="{time}"), t("script.total", n=len(units), words="{n}", time="{time}"),
        sum(len(other.text.split()) for unit in others if (other := line_of(moment, unit))), round(_seconds(moment, others, speed), 2),
        len(units), round(speed * line.pace, 3), line.pause,
    )  # fmt: skip
    words = lines.words_field(t("field.text"), line.text, str(key), take.number, counted, _place(moment, key))
    return (
        f'<div class="words-first">{words}{_structure(moment, key.unit, units)}{script_rewrite.shown(moment, key)}'
        f"{script_rewrite.asking(moment, key)}</div>"
    )


def _fields(moment: Moment, key: Key) -> str:
    return fields([_named(moment, one) for one in views.edit_fields(moment, key, SMALL)])


def _named(moment: Moment, one: Field) -> Field:
    """Directions by their words."""
    from dataclasses import replace

    from studio.tabs.script_lines import emotion_words

    if one.name != "emotion":
        return one
    return replace(one, options=tuple((value, emotion_words(moment, value)) for value, _ in one.options))


def _structure(moment: Moment, unit: str, units: list[str]) -> str:
    t, at = moment.t, units.index(unit)
    return lines.structure(
        [
            lines.Verb("line-insert", t("script.insert"), "plus", "N", words=True),
            lines.Verb("line-split", t("script.split"), "split", "Alt+Enter", words=True, off=True),
            lines.Verb("line-merge", t("script.merge"), "merge", "G", words=True, off=at + 1 == len(units)),
            lines.Verb("line-up", t("script.up"), "up", "Alt+ArrowUp", off=at == 0),
            lines.Verb("line-down", t("script.down"), "down", "Alt+ArrowDown", off=at + 1 == len(units)),
            lines.Verb("line-remove", t("script.remove"), "trash", "Delete", off=len(units) == 1),
        ],
        t("script.structure"),
    )


# ---------------------------------------------------------------- what can be done


def _unit(moment: Moment) -> str:
    if line_of(moment, moment.asked.unit) is None:
        raise UserError(moment.t("script.choose"))
    return moment.asked.unit


def insert(moment: Moment) -> None:
    """Ask for the words of a new line."""
    t, unit = moment.t, _unit(moment)
    line = line_of(moment, unit)
    names = tuple((who, moment.pieces.name(who)) for who in speakers(moment.snap.view))
    who = Field("speaker", t("field.speaker"), line.speaker if line else NARRATOR, "choice", options=names)
    body = f'<div class="fields">{note_box("text", t("script.insert.words"))}{field(who)}</div>'
    go = button(t("script.insert.go"), "line-insert-to", kind="primary", id=unit)
    first = button(t("script.insert.before"), "line-insert-before", kind="quiet", id=unit)
    moment.reply.dialog = dialog(
        next(COUNT), t("script.insert.title", unit=unit), body, closing(t("plan.cancel"), first, go)
    )


def insert_to(moment: Moment) -> None:
    """The new line, after this one."""
    _inserted(moment, moment.asked.id)


def insert_before(moment: Moment) -> None:
    """The new line, before this one."""
    units = moment.pieces.units("script")
    at = units.index(moment.asked.id) if moment.asked.id in units else 0
    _inserted(moment, units[at - 1] if at else "")


def _inserted(moment: Moment, after: str) -> None:
    values = moment.asked.values()
    words = " ".join(values.get("text", "").split())
    if not words:
        raise UserError(moment.t("script.insert.empty"))
    wanted = {"text": words, "speaker": values.get("speaker") or NARRATOR}
    _told(moment, "script.inserted", Key.parse(moment.open.project.insert("script", after, wanted)).unit)


def split(moment: Moment) -> None:
    """The line in two, where the cursor stands."""
    at, unit = moment.asked.data.get("at"), _unit(moment)
    if not isinstance(at, int):
        raise UserError(moment.t("script.split.where"))
    moment.open.project.split(f"script:{unit}", at)
    _told(moment, "script.did.split", unit)


def merge(moment: Moment) -> None:
    """The line with the one after it."""
    unit = _unit(moment)
    moment.open.project.merge(f"script:{unit}")
    _told(moment, "script.did.merge", unit)


def up(moment: Moment) -> None:
    """One place up."""
    units, unit = moment.pieces.units("script"), _unit(moment)
    at = units.index(unit)
    if at:
        moment.open.project.move(f"script:{unit}", units[at - 2] if at > 1 else "")
        _told(moment, "script.did.move", unit)


def down(moment: Moment) -> None:
    """One place down."""
    units, unit = moment.pieces.units("script"), _unit(moment)
    at = units.index(unit)
    if at + 1 < len(units):
        moment.open.project.move(f"script:{unit}", units[at + 1])
        _told(moment, "script.did.move", unit)


def remove(moment: Moment) -> None:
    """Out of the script; undo brings it back."""
    units, unit = moment.pieces.units("script"), _unit(moment)
    at = units.index(unit)
    moment.open.project.remove(f"script:{unit}")
    moment.say(moment.t("script.did.remove", unit=unit), undo=True)
    moment.reply.unit = units[at + 1] if at + 1 < len(units) else units[max(0, at - 1)]


def _told(moment: Moment, words: str, unit: str) -> None:
    moment.say(moment.t(words, unit=unit), undo=True)
    moment.reply.unit = unit


def _place(moment: Moment, key: Key) -> str:
    """Which scene the line stands in, when it is heard."""
    found, times = scene_of(moment, key.unit), moment.pieces.spoken_at("script", key.unit)
    parts = [scene_name(moment, *found)] if found else []
    if times:
        parts.append(f"{show.clock(times[0])} – {show.clock(times[1])}")
    return ", ".join(parts)


ACTIONS = {
    "line-insert": insert, "line-insert-to": insert_to, "line-insert-before": insert_before, "line-split": split, "line-merge": merge,
    "line-up": up, "line-down": down, "line-remove": remove, **script_rewrite.ACTIONS,
}  # fmt: skip
TAB = StageTab("script", rows=True, view=_view, fields=_fields, cards=_cards, strip=_total, actions=ACTIONS)
build = lambda: stage.build(TAB)  # noqa: E731
answer = stage.answer_of(TAB)
