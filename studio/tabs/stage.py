"""The generic tab of a stage: a board and ONE editor, with takes, the reason, and the verbs. A `StageTab` says what differs.

How a tab gets parts of its own, without a copy of this one:
1. Declare it: `TABS["voice"]` below, or in a module of its own (`studio/tabs/voice.py`) that builds `StageTab(...)`.
2. More to look at: give `view=` a function (moment, key) -> markup; it replaces the picture, sound or words of `views.view`.
   `said=` replaces the spoken words, `fields=` the fields, `cards=` the board's markup, `extra=` fills the part between fields and action bar,
   `head_extra=` puts buttons between the filter and 'Make the rest', `strip=` a line between head and board.
3. More to do: a button with `data-do="split"` in any of these is sent here as `moment.asked.do`; name its function in
   `actions=` (it calls one engine verb and leaves what to say in `moment.reply`). All others of `studio.actions` keep working.
4. A dialog: set `moment.reply.dialog` (see `studio.questions`). A file: `<input type="file" data-upload="adopt">`.
The page sends nothing else: the chosen unit is in `moment.asked.unit`, the film in `moment.open`, its moment in `moment.snap`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import gradio as gr

from engine.graph import View
from engine.types import Key
from studio import show
from studio.actions import ACTIONS, Action, act
from studio.frame import WAITS, frame
from studio.moment import Answer, Moment
from studio.pieces import OF_SHOTS, stages_of
from studio.tabs import views
from studio.tabs.views import Edit
from ui_components import board, detail
from ui_components.fields import fields
from ui_components.markup import part, wire

Markup = Callable[[Moment, Key], str]


@dataclass(frozen=True)
class StageTab:
    """One stage's tab. `edits` are fields of its pieces or of others (`Edit.of`); `remake` are options of re-make."""

    id: str
    edits: tuple[Edit, ...] = ()
    remake: tuple[str, ...] = ()
    four: bool = False
    view: Markup = views.view
    said: Markup = views.said
    fields: Markup | None = None
    cards: Callable[[Moment], str] | None = None
    extra: Markup | None = None
    head_extra: Callable[[Moment], str] | None = None
    actions: Mapping[str, Action] = field(default_factory=dict)
    rows: bool = False
    strip: Callable[[Moment], str] | None = None


PARTS = ("bar", "board", "head", "body", "fields", "extra", "verbs")


def build(tab: StageTab) -> tuple[gr.HTML, dict[str, gr.HTML]]:
    """The components of a tab: its wire, and its parts by name."""
    found: dict[str, gr.HTML] = {}
    with gr.Row(elem_id=f"tab-{tab.id}", elem_classes=["stage-grid"]):
        line = wire(tab.id)
        with gr.Column(elem_classes=["stage-left"]):
            found["bar"] = part(f"{tab.id}-bar")
            if tab.strip:
                found["strip"] = part(f"{tab.id}-strip")
            found["board"] = part(f"{tab.id}-board", classes=("board-pane",))
        with gr.Column(elem_classes=["detail"]):
            found["head"] = part(f"{tab.id}-head")
            with gr.Column(elem_classes=["detail-scroll"]):
                for name in ("body", "fields", "extra"):
                    found[name] = part(f"{tab.id}-{name}")
            found["verbs"] = part(f"{tab.id}-verbs")
    return line, {f"{tab.id}-{name}": component for name, component in found.items()}


def answer_of(tab: StageTab) -> Answer:
    """What a tab answers: it does what was asked and shows itself."""
    actions = {**ACTIONS, **tab.actions}

    def answer(moment: Moment) -> dict[str, str]:
        act(moment, actions)
        return shown(moment, tab)

    return answer


def shown(moment: Moment, tab: StageTab) -> dict[str, str]:
    """All parts of the tab. Choosing another piece shows only the editor: nothing else can have changed."""
    unit = chosen_unit(moment, tab)
    moment.reply.unit = unit
    key = key_of(tab, unit) if unit else None
    parts = _detail(moment, tab, key)
    if moment.asked.do != "choose":
        parts |= {"bar": _bar(moment, tab), "board": _board(moment, tab)}
        parts |= {"strip": tab.strip(moment)} if tab.strip else {}
    found = {f"{tab.id}-{name}": markup for name, markup in parts.items()}
    return found if moment.asked.do == "choose" else found | frame(moment)


def key_of(tab: StageTab, unit: str) -> Key:
    """A unit as the tab names it, as a key: 's06', or 'bible:marta' where a tab has several stages."""
    return Key.parse(unit) if ":" in unit else Key(unit) if unit in stages_of(tab.id) else Key(tab.id, unit)


def units(moment: Moment, tab: StageTab) -> list[str]:
    """The units that have a card, as the tab names them."""
    if len(stages_of(tab.id)) == 1:
        return moment.pieces.units(tab.id)
    return [str(Key(stage, unit)) for stage in stages_of(tab.id) for unit in moment.pieces.units(stage)]


def chosen_unit(moment: Moment, tab: StageTab) -> str:
    """The unit that an action went on to, else the one that is open, else the first that needs an eye, else the first."""
    all = units(moment, tab)
    for wanted in (moment.reply.unit, moment.asked.unit):
        if wanted in all:
            return str(wanted)
    return next((u for u in all if _state(moment, key_of(tab, u)) in show.NEEDS_YOU), all[0] if all else "")


def _state(moment: Moment, key: Key) -> str:
    return show.state_of(moment.snap.board[key], key in moment.waiting)


# ---------------------------------------------------------------- the board


def _bar(moment: Moment, tab: StageTab) -> str:
    t, all = moment.t, units(moment, tab)
    states = [_state(moment, key_of(tab, unit)) for unit in all]
    need = sum(state in show.NEEDS_YOU for state in states)
    return board.head(
        board.Head(
            t(f"stage.{tab.id}"), t("board.show"), t("board.all", n=len(all)) if all else "", t("board.needs", n=need),
            rest=t("board.rest"), approve_all=t("board.approve") if "fresh" in states else "", extra=tab.head_extra(moment) if tab.head_extra else "",
        )
    )  # fmt: skip


def _board(moment: Moment, tab: StageTab) -> str:
    if not units(moment, tab):
        return blank(moment, tab)
    if tab.cards is not None:
        return tab.cards(moment)
    label = moment.t(f"label.{tab.id}")
    cards = [card(moment, tab, unit) for unit in units(moment, tab)]
    nothing = board.nothing(moment.t("board.nothing"), moment.t("board.nothing.all"))
    listed = board.rows(cards, label, wide=len(stages_of(tab.id)) > 1) if tab.rows else board.board(cards, label)
    return listed + nothing


def blank(moment: Moment, tab: StageTab) -> str:
    """An empty board: the step that fills it."""
    t, before = moment.t, WAITS.get(tab.id, "")
    failed = next((s for s in moment.snap.board.values() if s.stage in stages_of(tab.id) and s.work == "failed"), None)
    if failed:
        return board.blank(f"{t('why.failed')} {failed.error}", label=t("blank.again"), do="plan", bad=True)
    brief = moment.snap.view.content(Key("brief"))
    words = t("blank.script.idea" if tab.id == "script" and brief.mode == "idea" else f"blank.{tab.id}")
    if before and before not in show.done_tabs(moment.snap, [before]):
        return board.blank(words, label=t("blank.go", stage=t(f"stage.{before}")), do="go", id=before)
    return board.blank(words, label=t("blank.make", what=t(f"low.{tab.id}")), do="plan")


def card(moment: Moment, tab: StageTab, unit: str) -> board.Card:
    """One piece as the board shows it."""
    t, snap, pieces, key = moment.t, moment.snap, moment.pieces, key_of(tab, unit)
    take, state = snap.view.take(key), _state(moment, key)
    length = pieces.length(key.unit) if key.stage in (*OF_SHOTS, "script", "voice", "subtitles") else None
    voice = pieces.voice(key.unit) if key.stage == "voice" else None
    return board.Card(
        id=unit, key=str(key), mark=show.mark_of(t, state, take, snap.busy, str(key)), words=views.card_words(moment, key),
        picture=moment.thumb(pieces.picture(key.stage, key.unit)) if key.stage in OF_SHOTS else "", empty=t("board.none.picture"),
        length=show.span(t, round(length, 1)) if length else "", takes=t("takes", n=snap.takes.get(str(key), 1)) if take else "",
        who=views.card_who(moment, key), sound=moment.peaks(voice.audio.sha256) if voice else "",
        share=_share(moment, key, state), needs_you=state in show.NEEDS_YOU, scene=pieces.scene(key.unit) if key.stage == "script" else "",
        name=views.card_name(moment, key),
    )  # fmt: skip


def _share(moment: Moment, key: Key, state: str) -> float | None:
    if state != "working":
        return None
    doing = moment.snap.busy
    return doing.share if doing and doing.key == str(key) else 0.0


# ---------------------------------------------------------------- the editor


def _detail(moment: Moment, tab: StageTab, key: Key | None) -> dict[str, str]:
    if key is None:
        return {"head": "", "body": board.blank(moment.t("blank.piece")), "fields": "", "extra": "", "verbs": ""}
    state = _state(moment, key)
    return {
        "head": _heading(moment, tab, key, state),
        "body": f'<div class="body">{tab.view(moment, key)}{views.why(moment, key, state)}{tab.said(moment, key)}{takes(moment, tab, key)}</div>',
        "fields": tab.fields(moment, key)
        if tab.fields
        else fields(views.edit_fields(moment, key, tab.edits) + views.options(moment, key, tab.remake)),
        "extra": tab.extra(moment, key) if tab.extra else "",
        "verbs": views.verbs(moment, key, state),
    }


def _heading(moment: Moment, tab: StageTab, key: Key, state: str) -> str:
    t, all = moment.t, units(moment, tab)
    unit = str(key) if len(stages_of(tab.id)) > 1 else key.unit
    take = moment.snap.view.take(key)
    return detail.heading(
        detail.Heading(
            show.piece_name(t, moment.pieces, str(key), "title"), show.mark_of(t, state, take, moment.snap.busy, str(key)), unit,
            t("detail.of", at=all.index(unit) + 1, n=len(all)), t("detail.prev"), t("detail.next"), str(key),
        )
    )  # fmt: skip


def takes(moment: Moment, tab: StageTab, key: Key) -> str:
    """The strip of takes; nothing while there are none."""
    found = moment.open.project.takes(str(key))
    more = views.four(moment, key) if tab.four else None
    if not found:
        return ""
    t = moment.t
    thumbs = [views.thumb(moment, key, take) for take in found]
    return detail.takes(thumbs, t("takes.title"), approved=t("takes.approved"), compare=t("takes.compare"), more=more)


def _speakers(view: View) -> tuple[str, ...]:
    entries = ((unit, view.content(Key("bible", unit))) for unit in view.units("bible"))
    return tuple(unit for unit, entry in entries if entry is not None and entry.kind == "character")


_LINE = (
    Edit("text", of="script"),
    Edit("speaker", "choice", half=True, of="script", values=_speakers),
    Edit("emotion", "line", half=True, of="script"),
    Edit("pace", "number", half=True, of="script", low=0.5, high=2.0, step=0.05),
    Edit("pause", "number", half=True, of="script", low=0.0, high=10.0, step=0.1),
)
TABS: dict[str, StageTab] = {
    tab.id: tab
    for tab in (
        StageTab("script", _LINE, rows=True),
        StageTab("voice", _LINE[:1] + _LINE[2:], rows=True),
        StageTab("subtitles", (), rows=True),
    )
}
