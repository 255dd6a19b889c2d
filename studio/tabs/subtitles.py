"""The subtitles: captions on a timeline under the sound, one line's captions in the editor, and the look of all of them.

Editing a caption never changes what is spoken. Fields save as everywhere; their names are 'cue.PLACE.rows', '.start', '.end'.
"""

from __future__ import annotations

import re
from typing import Any

import gradio as gr

from engine import captioning
from engine.errors import BadEdit, ReelwrightError, UserError
from engine.film import read_subtitles
from engine.types import Key
from studio import actions, questions
from studio.actions import uploaded
from studio.moment import Moment
from studio.tabs import stage, subtitles_look, subtitles_show
from studio.tabs.stage import StageTab
from ui_components.markup import part, wire

FIELD = re.compile(r"cue\.(\d{1,4})\.(rows|start|end)")


def build() -> tuple[gr.HTML, dict[str, gr.HTML]]:
    """The components of the tab: timeline and board at the left; frame, captions or look, and verbs at the right."""
    found: dict[str, gr.HTML] = {}
    with gr.Row(elem_id="tab-subtitles", elem_classes=["stage-grid"]):
        line = wire("subtitles")
        with gr.Column(elem_classes=["stage-left"]):
            for name in ("bar", "time"):
                found[name] = part(f"subtitles-{name}")
            found["board"] = part("subtitles-board", classes=("board-pane",))
        with gr.Column(elem_classes=["detail"]):
            for name in ("head", "frame"):
                found[name] = part(f"subtitles-{name}")
            with gr.Column(elem_classes=["detail-scroll"]):
                for name in ("body", "look"):
                    found[name] = part(f"subtitles-{name}")
            found["verbs"] = part("subtitles-verbs")
    return line, {f"subtitles-{name}": component for name, component in found.items()}


def answer(moment: Moment) -> dict[str, str]:
    """Do what was asked, show the chosen line's captions and all of them in time."""
    actions.act(moment, {**actions.ACTIONS, **OWN})
    shown = stage.shown(moment, TAB)
    unit = moment.reply.unit or ""
    seen = subtitles_show.Seen.of(moment)
    parts: dict[str, str] = {"frame": "", "body": shown["subtitles-body"], "look": ""}
    if unit:
        parts = {
            "frame": subtitles_show.frame(moment, seen, unit),
            "body": subtitles_show.body(moment, seen, unit),
            "look": subtitles_look.look(moment, seen, unit),
        }
    if moment.asked.do != "choose":
        parts["time"] = subtitles_show.time(moment, seen)
    return shown | {f"subtitles-{name}": markup for name, markup in parts.items()}


# ---------------------------------------------------------------- what a person does


def save(moment: Moment) -> None:
    """A caption's words or one of its times, unless that caption was changed elsewhere since it was loaded."""
    asked = moment.asked
    key, field, value = asked.text("piece"), asked.text("field"), asked.text("value")
    found = FIELD.fullmatch(field)
    if found is None:
        actions.save(moment)
        return
    unit, index, name, force = Key.parse(key).unit, int(found[1]), found[2], bool(asked.data.get("force"))
    moment.reply.saved = {"piece": key, "field": field, "ok": False, "typed": value, "force": force}
    theirs = _changed_elsewhere(moment, unit, index, name, value)
    if theirs is not None and not force:
        moment.reply.saved |= {"theirs": theirs[0], "error": moment.t("save.conflict")}
        moment.reply.dialog = questions.conflict(moment, key, field, value, theirs)
        return
    try:
        take = _written(moment, unit, index, name, value)
    except ReelwrightError as error:
        moment.reply.saved["error"] = str(error)
        return
    moment.reply.saved |= {
        "ok": True,
        "take": take.number,
        "value": subtitles_show.value(moment.snap.view, unit, index, name),
    }


def _written(moment: Moment, unit: str, index: int, name: str, value: str) -> Any:
    project = moment.open.project
    if name == "rows":
        return captioning.reword(project, unit, index, value[:1000])
    cue = _placed(moment, unit, index)
    times = {"start": cue.start, "end": cue.end, name: _seconds(value)}
    return captioning.retime(project, unit, index, times["start"], times["end"])


def _placed(moment: Moment, unit: str, index: int) -> captioning.Placed:
    found = [each for each in captioning.placed(moment.snap.view) if (each.unit, each.index) == (unit, index)]
    if not found:
        raise UserError("This caption is no longer there; it was merged or removed.")
    return found[0]


def _seconds(value: str) -> float:
    """'28.1' or '0:28.1'."""
    parts = value.strip().replace(",", ".").split(":")
    try:
        found = sum(float(part) * 60**place for place, part in enumerate(reversed(parts)))
    except ValueError:
        raise BadEdit("A time is seconds of the film, such as 28.1 or 0:28.1.") from None
    if not 0 <= found < 1e5:
        raise BadEdit("A time is seconds of the film, such as 28.1 or 0:28.1.")
    return found


def _changed_elsewhere(moment: Moment, unit: str, index: int, name: str, value: str) -> tuple[str, int] | None:
    """What the field holds now and in which take, where that is not what the page had loaded."""
    key, loaded = Key("subtitles", unit), moment.asked.data.get("take")
    now = moment.snap.view.take(key)
    if now is None or not isinstance(loaded, int) or loaded in (0, now.number):
        return None
    old = next((take for take in moment.open.project.takes(str(key)) if take.number == loaded), None)
    old_cues, new_cues = (take.content["cues"] if take else [] for take in (old, now))
    one, two = (cues[index][name] if index < len(cues) else None for cues in (old_cues, new_cues))
    shown = subtitles_show.value(moment.snap.view, unit, index, name)
    return None if one == two or shown == value.strip() else (shown, now.number)


def _asked(moment: Moment) -> tuple[str, int]:
    """The line and the caption's place that a button named; UserError where that caption is another by now."""
    unit, id = moment.asked.unit, moment.asked.id
    if "." in id:
        unit, id = id.rsplit(".", 1)
    if not re.fullmatch(r"-?\d{1,4}", id):
        raise UserError("There is no such caption.")
    key, loaded, index = Key("subtitles", unit), moment.asked.data.get("take"), int(id)
    now = moment.snap.view.take(moment.snap.view.known(key))
    if now and isinstance(loaded, int) and loaded not in (0, now.number) and index >= 0:
        old = next((take for take in moment.open.project.takes(str(key)) if take.number == loaded), None)
        pair = [take.content["cues"][index : index + 1] if take else [] for take in (old, now)]
        if pair[0] != pair[1]:
            raise UserError(moment.t("cap.elsewhere"))
    moment.reply.unit = unit
    return unit, index


def _done(moment: Moment, words: str, unit: str, index: int = 0) -> None:
    moment.say(moment.t(words, n=index + 1, unit=unit), undo=True)


def move(moment: Moment) -> None:
    """What was dragged or nudged on the timeline."""
    unit, index = _asked(moment)
    start, end = (moment.asked.data.get(name) for name in ("start", "end"))
    if not isinstance(start, int | float) or not isinstance(end, int | float):
        raise UserError("A caption needs two times.")
    captioning.retime(moment.open.project, unit, index, float(start), float(end))


def split(moment: Moment) -> None:
    """In two where the cursor stands, else near the middle."""
    unit, index = _asked(moment)
    words = moment.asked.data.get("words")
    captioning.split(moment.open.project, unit, index, words if isinstance(words, int) else None)
    _done(moment, "say.cap.split", unit, index)


def merge(moment: Moment) -> None:
    """With the one after it."""
    unit, index = _asked(moment)
    captioning.merge(moment.open.project, unit, index)
    _done(moment, "say.cap.merged", unit, index)


def remove(moment: Moment) -> None:
    """Out of the film."""
    unit, index = _asked(moment)
    captioning.remove(moment.open.project, unit, index)
    _done(moment, "say.cap.removed", unit, index)


def add(moment: Moment) -> None:
    """Another after it."""
    unit, index = _asked(moment)
    captioning.add(moment.open.project, unit, index)
    _done(moment, "say.cap.added", unit, index)


def mend(moment: Moment) -> None:
    """The fix of one finding."""
    unit, index = _asked(moment)
    captioning.mend(moment.open.project, unit, index, moment.asked.text("rule"))
    _done(moment, "say.cap.mended", unit, index)


def mend_all(moment: Moment) -> None:
    """All fixes, as one change."""
    count = captioning.mend_all(moment.open.project)
    moment.say(moment.t("say.cap.all", n=count) if count else moment.t("say.cap.none"), undo=count > 0)


def bring(moment: Moment) -> None:
    """A person's own caption file, matched to the lines by time."""
    with uploaded(moment) as file:
        told = captioning.adopt(moment.open.project, read_subtitles(file, overlaps="trim"))
    words = moment.t("say.cap.brought", n=told.cues, lines=told.lines)
    empty = " " + moment.t("say.cap.empty", n=told.empty) if told.empty else ""
    moment.say(words + empty, undo=True)


OWN: dict[str, actions.Action] = {
    "save": save, "cue-move": move, "cue-split": split, "cue-merge": merge, "cue-remove": remove, "cue-add": add, "cue-mend": mend,
    "mend-all": mend_all, "bring-captions": bring,
}  # fmt: skip

TAB = StageTab(
    "subtitles", rows=True, view=lambda _, __: "", fields=lambda _, __: "", cards=subtitles_show.cards, actions=OWN
)
