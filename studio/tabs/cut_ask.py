"""The questions of the final cut: how a shot begins, and which music lies under the film."""

from __future__ import annotations

import json
from functools import cache
from itertools import groupby
from typing import get_args

from engine.artifacts import Shot, Transition
from engine.tunes import Tune, tunes
from engine.types import Key
from studio.moment import COUNT, Moment
from studio.words import Words
from ui_components.dialogs import closing, dialog
from ui_components.markup import button, text
from ui_components.player import Choice, choices_list


def transition(moment: Moment, unit: str) -> str:
    """Every way into a shot."""
    t = moment.t
    shot: Shot = moment.snap.view.content(Key("shotlist", unit))
    order = moment.snap.view.content(Key("shotlist", "order"))
    items = [Choice(value, t(f"value.{value}"), kind=value) for value in get_args(Transition)]
    first = bool(order and order.shots and order.shots[0] == unit)
    keep = button(t("cut.joint.set"), "set-transition", kind="primary", id=unit)
    more = f' data-more="{text(json.dumps({"all": True}))}"'
    everywhere = "" if first else button(t("cut.joint.all"), "set-transition", id=unit, extra=more)
    body = choices_list("transition", items, shot.transition, t("cut.joint.title", unit=unit))
    note = t("cut.joint.first") if first else t("cut.joint.note")
    return dialog(
        next(COUNT), t("cut.joint.title", unit=unit), body, closing(t("plan.cancel"), everywhere, keep), note=note
    )


@cache
def _shelf() -> tuple[Tune, ...]:
    return tunes()


def choices() -> set[str]:
    """All that the music setting may be on a page."""
    shelf = _shelf()
    return {"auto", "none", *(tune.mood for tune in shelf), *(tune.name for tune in shelf)}


def music_words(t: Words, value: str) -> str:
    """Music by its name."""
    if value in ("auto", "none"):
        return t(f"cut.music.{value}")
    found = next((tune for tune in _shelf() if tune.name == value), None)
    if found is None:
        return t.find(f"mood.{value}") or value.capitalize()
    number = [tune.name for tune in _shelf() if tune.mood == found.mood].index(found.name) + 1
    return f"{t(f'mood.{found.mood}')} {number}"


def music(moment: Moment) -> str:
    """The beds by mood, each with a button to listen; what fits the film by itself comes first, then none."""
    t, now = moment.t, str(moment.snap.view.setting("music"))
    plain = [Choice("auto", t("cut.music.auto"), t("cut.music.auto.is")), Choice("none", t("cut.music.none"))]
    body = choices_list("music", plain, now, t("cut.music"))
    for mood, group in groupby(_shelf(), key=lambda tune: tune.mood):
        items = [
            Choice(
                tune.name,
                music_words(t, tune.name),
                f"{tune.style}, {tune.bpm:.0f}",
                f"/bed/{tune.name}",
                t("start.listen", name=music_words(t, tune.name)),
            )
            for tune in group
        ]
        body += choices_list("music", items, now, t(f"mood.{mood}"))
    keep = button(t("cut.music.set"), "set-music", kind="primary")
    return dialog(
        next(COUNT), t("cut.music.title"), body, closing(t("plan.cancel"), keep), note=t("cut.music.note"), wide=True
    )
