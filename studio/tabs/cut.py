"""The final cut: the page's one player with its timeline; captions, sound, sizes, checks and downloads beside it.

What is seen is in `cut_player` and `cut_side`; the questions it asks in `cut_ask`. Here are the parts and what a person does.
"""

from __future__ import annotations

import gradio as gr

from engine import captioning
from engine.adopting import receive
from engine.artifacts import Brief, Cut
from engine.errors import UserError
from engine.many import set_field
from engine.types import Key
from studio import actions, show
from studio.actions import ACTIONS, act, plan, uploaded
from studio.frame import frame
from studio.moment import Moment
from studio.tabs import cut_ask, cut_player, cut_side
from studio.tabs.cut_side import SHAPES, size_of
from ui_components import detail
from ui_components.markup import part, text, wire


def build() -> tuple[gr.HTML, dict[str, gr.HTML]]:
    """The components of the tab."""
    with gr.Row(elem_id="tab-cut", elem_classes=["stage-grid"]):
        line = wire("cut")
        with gr.Column(elem_classes=["cut-main"]):
            parts = {name: part(name) for name in ("cut-player", "cut-timeline")}
        with gr.Column(elem_classes=["cut-side"]):
            parts["cut-head"] = part("cut-head")
            with gr.Column(elem_classes=["cut-scroll"]):
                parts |= {
                    f"cut-{name}": part(f"cut-{name}")
                    for name in ("why", "look", "sound", "checks", "sizes", "downloads")
                }
            parts["cut-verbs"] = part("cut-verbs")
    return line, parts


def answer(moment: Moment) -> dict[str, str]:
    """Do what was asked, show the cut of the open size."""
    act(moment, {**ACTIONS, **OWN})
    key = open_cut(moment)
    moment.reply.unit = str(key)
    state = show.state_of(moment.snap.board[key], key in moment.waiting)
    return {
        "cut-player": cut_player.screen(moment, key, state), "cut-timeline": cut_player.lanes(moment), "cut-head": _head(moment, key),
        "cut-why": cut_side.why(moment, key, state), "cut-look": cut_side.look(moment, key), "cut-sound": cut_side.sound(moment),
        "cut-checks": cut_side.checks(moment, key), "cut-sizes": cut_side.sizes(moment), "cut-downloads": cut_side.downloads(moment, key),
        "cut-verbs": _verbs(moment, key, state), **frame(moment),
    }  # fmt: skip


def open_cut(moment: Moment) -> Key:
    """The cut of the size that is open."""
    sizes = moment.snap.view.units("cut")
    unit = moment.asked.unit.removeprefix("cut:")
    return Key("cut", unit if unit in sizes else sizes[0])


def _verbs(moment: Moment, key: Key, state: str) -> str:
    """Approve the cut; making it always shows the plan first, for it makes all that it lacks."""
    t = moment.t
    cut: Cut | None = moment.snap.view.content(key)
    there, busy, ready = cut is not None, state in ("working", "queued"), state in ("fresh", "auto")
    return detail.verbs(
        detail.Verbs(
            t("verbs.keep") if state == "stale" else t("verbs.approve"), t("cut.remake.short"), t("verbs.back"),
            next="approve" if ready else "" if state == "approved" or busy else "remake",
            can_approve=there and not busy and state != "approved", can_remake=not busy, can_back=there and not busy,
        )
    )  # fmt: skip


def _head(moment: Moment, key: Key) -> str:
    t, sizes = moment.t, moment.snap.view.units("cut")
    seg = "".join(
        f'<button type="button" data-do="choose" data-id="cut:{size}" aria-pressed="{"true" if size == key.unit else "false"}">{text(cut_side.shape_words(moment, size))}</button>'
        for size in sizes
    )
    shapes = f'<span class="seg" role="group" aria-label="{text(t("cut.size"))}">{seg}</span>' if len(sizes) > 1 else ""
    return f'<div class="rw-dhead" data-unit="{key}"><h2>{text(t("stage.cut"))}</h2><span class="rw-grow"></span>{shapes}</div>'


# ---------------------------------------------------------------- what a person does


def ask_transition(moment: Moment) -> None:
    """Ask how a shot begins."""
    moment.reply.dialog = cut_ask.transition(moment, _shot(moment))


def _shot(moment: Moment) -> str:
    unit = moment.asked.id
    if unit not in moment.pieces.units("shotlist"):
        raise UserError("This shot is no longer in the film.")
    return unit


def set_transition(moment: Moment) -> None:
    """How a shot begins, or every shot but the first."""
    unit, value = _shot(moment), moment.asked.values().get("transition", "")
    order = moment.snap.view.content(Key("shotlist", "order"))
    all_of_them = bool(moment.asked.data.get("all"))
    units = order.shots[1:] if all_of_them else (unit,)
    done = set_field(moment.open.project, [f"shotlist:{each}" for each in units], "transition", value)
    words = moment.t(f"value.{value}").lower()
    moment.say(moment.t("say.transition", unit=unit, how=words) if len(units) == 1 else moment.t("say.transitions", n=len(done), how=words), undo=bool(done))  # fmt: skip


def ask_music(moment: Moment) -> None:
    """Show the beds, each with a button to listen."""
    moment.reply.dialog = cut_ask.music(moment)


def set_music(moment: Moment) -> None:
    """Another bed, a mood, or none; it is put under the film by the desk."""
    wanted = moment.asked.values().get("music", "") or moment.asked.text("value")
    if wanted not in cut_ask.choices():
        raise UserError("There is no such music; choose one of the list.")
    film, take = moment.open, moment.snap.view.take(Key("music"))
    film.project.set("music", wanted)
    own = take is not None and take.origin != "made"
    film.ask("regenerate" if own else "make", "music")
    moment.say(moment.t("say.music", what=cut_ask.music_words(moment.t, wanted)), undo=True)


def bring_music(moment: Moment) -> None:
    """A person's own music: taken in now, checked and put under the film by the desk."""
    film = moment.open
    with uploaded(moment) as file:
        film.ask("adopt", "music", file=receive(film.project, "music", file))
    moment.say(moment.t("say.adopting", what=moment.t("low.music")))


def toggle_size(moment: Moment) -> None:
    """A shape more, or one less; the film keeps at least one."""
    brief: Brief = moment.snap.view.content(Key("brief"))
    if moment.asked.id not in SHAPES:
        raise UserError(f"A film's shapes are: {', '.join(SHAPES)}.")
    there = [size for size in brief.sizes if cut_side.shape_of(size) == moment.asked.id]
    rest = [size for size in brief.sizes if size not in there]
    if there and not rest:
        raise UserError(moment.t("cut.size.last"))
    new = rest if there else [*brief.sizes, size_of(moment.asked.id, brief.sizes[0])]
    moment.open.project.edit("brief", field="sizes", value=new)
    moment.say(moment.t("say.size.gone" if there else "say.size.more", shape=moment.asked.id), undo=True)


def look_over(moment: Moment) -> None:
    """Have the finished film looked over by the desk."""
    key = open_cut(moment)
    if moment.snap.view.content(key) is None:
        raise UserError(moment.t("cut.none"))
    moment.open.ask("inspect", str(key))
    moment.say(moment.t("say.inspect"))


def mend_captions(moment: Moment) -> None:
    """All that one press mends in the captions."""
    count = captioning.mend_all(moment.open.project, open_cut(moment).unit)
    moment.say(moment.t("say.cap.all", n=count) if count else moment.t("say.cap.none"), undo=count > 0)


OWN: dict[str, actions.Action] = {
    "remake": plan, "transition": ask_transition, "set-transition": set_transition, "music": ask_music, "set-music": set_music,
    "bring-music": bring_music, "size": toggle_size, "look-over": look_over, "mend-all": mend_captions,
}  # fmt: skip
