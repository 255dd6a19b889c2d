"""The keyframes: large picture, what it shows and what not, prompt, maker and seed, four more, two compared, one's own picture,
one look for all.

The generic tab with a view, fields and a comparison of its own.
"""

from __future__ import annotations

import gradio as gr

from engine import looks
from engine.artifacts import Keyframe
from engine.errors import UserError
from engine.film.guarded import guarded
from engine.types import Key, Take
from studio import show
from studio.actions import key_of, uploaded
from studio.moment import COUNT, Moment
from studio.pieces import picture_of
from studio.tabs import keyframes_words, stage, views
from studio.tabs.shotlist import PICTURE
from studio.tabs.stage import StageTab
from ui_components import dialogs, shots
from ui_components.fields import fields
from ui_components.markup import button, text

PICTURES = "image/png,image/jpeg,image/webp,image/avif,image/gif,image/bmp,image/tiff"


def _view(moment: Moment, key: Key) -> str:
    """The picture, and in words what it shows and lacks."""
    t, found = moment.t, moment.snap.view.content(key)
    there: Keyframe | None = found if isinstance(found, Keyframe) else None
    words = shots.shows(t("frames.shows"), there.shows, t("frames.missing"), there.missing) if there else ""
    return views.view(moment, key) + words + views.notes(moment, key)


def _fields(moment: Moment, key: Key) -> str:
    t = moment.t
    listed = fields(views.edit_fields(moment, key, PICTURE) + views.options(moment, key, ("provider", "seed")))
    row = [shots.upload(t("frames.upload"), "adopt-picture", PICTURES, key.unit)]
    look = made_with(moment, moment.snap.view.take(key))
    brief = moment.snap.view.content(Key("brief"))
    if look and brief and look != brief.look:
        label = t("frames.look.all", look=t.find(f"look.{look}") or look)
        row.append(button(label, "look", kind="small", id=look))
    return f'<div class="more-fields">{listed}<div class="own-row">{"".join(row)}</div></div>'


def made_with(moment: Moment, take: Take | None) -> str:
    """The look that a take was drawn in: the film's at that time, found through the style it was made from. '' for one's own."""
    style = next((need.take for need in take.recipe.inputs if need.name == "style"), 0) if take else 0
    if not style or take is None or show.is_yours(take):
        return ""
    found = next((t for t in moment.open.project.takes("bible:style") if t.number == style), None)
    wanted = next((need.text for need in found.recipe.inputs if need.pick == "look"), "") if found else ""
    return wanted if wanted in looks.names() else ""


def _head(moment: Moment) -> str:
    """The film's look, for all pictures."""
    t, brief = moment.t, moment.snap.view.content(Key("brief"))
    if brief is None or not moment.pieces.units("keyframe"):
        return ""
    options = "".join(
        f'<option value="{text(name)}"{" selected" if name == brief.look else ""}>{text(t.find(f"look.{name}") or name)}</option>'
        for name in looks.names()
    )
    return f'<label class="field look-pick"><span class="rw-sr">{text(t("frames.look"))}</span><select name="look" data-change="look" title="{text(t("frames.look"))}">{options}</select></label>'


def _look(moment: Moment) -> None:
    """One look for the whole film."""
    look = moment.asked.text("value") or moment.asked.id
    if look not in looks.names():
        raise UserError(moment.t("frames.look.none"))
    moment.open.project.edit("brief", field="look", value=look)
    moment.say(moment.t("frames.look.set", look=moment.t.find(f"look.{look}") or look), undo=True)


def _adopt(moment: Moment) -> None:
    """A person's own picture, looked at within limits before it is taken in."""
    unit = moment.asked.id if moment.asked.id in moment.pieces.units("keyframe") else moment.asked.unit
    key = str(Key("keyframe", unit))
    with uploaded(moment) as file:
        guarded(file, "picture")
        moment.open.project.edit(key, file=file)
    moment.say(moment.t("say.adopted", what=show.piece_name(moment.t, moment.pieces, key)), undo=True)


def _compare(moment: Moment) -> None:
    """Any two takes under a slider."""
    t, key = moment.t, key_of(moment)
    takes = [take for take in moment.open.project.takes(key) if picture_of(take.content)]
    chosen = moment.snap.view.take(Key.parse(key))
    if len(takes) < 2 or chosen is None:
        closing = dialogs.closing(t("keys.close"))
        moment.reply.dialog = dialogs.dialog(
            next(COUNT), t("takes.compare"), f"<p>{text(t('compare.none'))}</p>", closing
        )
        return
    right = chosen.number if chosen in takes else takes[-1].number
    named = int(moment.asked.id) if moment.asked.id.isdigit() else 0
    others = [take.number for take in takes if take.number != right]
    left = named if named in others else others[-1]
    sides = [
        shots.Side(take.number, t("takes.take", n=take.number), moment.thumb(picture_of(take.content), 1280), show.take_caption(t, take))
        for take in takes
    ]  # fmt: skip
    body = shots.comparing(sides, left, right, (t("compare.label"), t("compare.left"), t("compare.right")))
    choose = [_choose(moment, side, number) for side, number in (("left", left), ("right", right))]
    title = t("compare.title", what=show.piece_name(t, moment.pieces, key))
    moment.reply.dialog = dialogs.dialog(next(COUNT), title, body, dialogs.closing(t("keys.close"), *choose), wide=True)


def _choose(moment: Moment, side: str, number: int) -> str:
    words = moment.t("compare.choose", n=number)
    pattern = text(moment.t("compare.choose", n="{n}"))
    extra = f' data-choose="{side}" data-words="{pattern}"'
    return button(words, "take", kind="primary" if side == "left" else "", id=str(number), extra=extra)


TAB = StageTab(
    "keyframe", four=True, view=_view, fields=_fields, head_extra=_head, extra=keyframes_words.extra,
    actions={"look": _look, "adopt-picture": _adopt, "compare": _compare, **keyframes_words.ACTIONS},
)  # fmt: skip


def build() -> tuple[gr.HTML, dict[str, gr.HTML]]:
    """The components of the tab."""
    return stage.build(TAB)


answer = stage.answer_of(TAB)
