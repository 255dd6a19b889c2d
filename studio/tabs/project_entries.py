"""Entries of the bible: a new character, place or prop by its name, and taking one out; each is one change that can be undone."""

from __future__ import annotations

from engine.artifacts import Line
from engine.errors import BadEdit
from engine.planning.naming import slug, unused
from engine.types import Key
from studio import makers
from studio.moment import COUNT, Moment
from ui_components.dialogs import closing, dialog, note_box
from ui_components.fields import Field, field
from ui_components.markup import button

KINDS = ("character", "place", "prop")


def lines_of(moment: Moment, entry: str) -> list[str]:
    """The lines that somebody speaks."""
    view, found = moment.snap.view, []
    for unit in moment.pieces.units("script"):
        line: Line | None = view.content(Key("script", unit))
        if line and line.speaker == entry:
            found.append(unit)
    return found


def add(moment: Moment) -> None:
    """Ask for kind, name and look."""
    t = moment.t
    kinds = tuple((kind, t(f"value.{kind}")) for kind in KINDS)
    kind = field(Field("kind", t("field.kind"), "character", "choice", options=kinds))
    body = f'<div class="fields">{note_box("name", t("field.name"), lines=1)}{kind}{note_box("look", t("entry.look"), lines=2).replace(" autofocus", "")}</div>'
    go = button(t("entry.go"), "entry-add-to", kind="primary")
    moment.reply.dialog = dialog(
        next(COUNT), t("entry.title"), body, closing(t("plan.cancel"), go), note=t("entry.note")
    )


def add_to(moment: Moment) -> None:
    """The new entry; a character gets the first voice that nobody has."""
    t, values, view = moment.t, moment.asked.values(), moment.snap.view
    name, kind = " ".join(values.get("name", "").split())[:60], values.get("kind", "")
    if not name or kind not in KINDS:
        raise BadEdit(t("entry.unnamed"))
    unit = unused(slug(name), set(view.units("bible")))
    content = {"kind": kind, "name": name, "look": values.get("look", "").strip()[:2000]}
    if kind == "character":
        content["voice"] = _free_voice(moment)
    moment.open.project.edit(f"bible:{unit}", content)
    moment.say(t("entry.added", name=name), undo=True)
    moment.reply.unit = f"bible:{unit}"


def _free_voice(moment: Moment) -> str:
    view = moment.snap.view
    used = {entry.voice for unit in view.units("bible") if (entry := view.content(Key("bible", unit)))}
    names = [voice.name for voice in makers.voices(view.content(Key("brief")).language, str(view.setting("speech")))]
    return next((name for name in names if name not in used), names[0] if names else "")


def remove(moment: Moment) -> None:
    """Out of the bible; undo brings it back."""
    key = Key.parse(moment.asked.id)
    if key.stage != "bible":
        raise BadEdit(moment.t("entry.unnamed"))
    name = moment.pieces.name(key.unit)
    moment.open.project.remove(str(key))
    moment.say(moment.t("entry.removed", name=name), undo=True)
    moment.reply.unit = "bible:narrator"


ACTIONS = {"entry-add": add, "entry-add-to": add_to, "entry-remove": remove}
