"""One request of a page and its answer: what was asked (ids only), the film as it is, and which parts are sent back.

`bind` joins a wire, its parts and a tab's answer: it checks whose film it is, turns errors into sentences, and sends only parts
whose markup the page does not have yet. Example: `bind(line, parts, desk, visitors, "keyframe", answer)`.
"""

from __future__ import annotations

import itertools
import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import gradio as gr

from engine.errors import ReelwrightError
from engine.film.priority import stand_aside
from engine.timings import rates
from engine.types import Key
from studio.desk import Desk, Film, Snapshot
from studio.library import NotYours
from studio.pieces import Pieces
from studio.visitors import Visitors
from studio.words import Words
from ui_components import markup
from ui_components.frame import Toast, toast

COUNT = itertools.count(1)
_LOG = logging.getLogger("reelwright.studio")


@dataclass(frozen=True)
class Asked:
    """What the script sent: a verb, the film, tab and unit that are open, and the verb's own data."""

    do: str
    film: str
    tab: str
    unit: str
    id: str
    tz: int
    stamps: Mapping[str, str]
    data: Mapping[str, Any]

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Asked:
        """Of whatever came: everything that is not text becomes ''."""

        def word(name: str) -> str:
            value = data.get(name)
            return value if isinstance(value, str) else str(value) if isinstance(value, int | float) else ""

        stamps = data.get("stamps")
        tz = data.get("tz")
        return cls(
            word("do"), word("film"), word("stage"), word("unit"), word("id"), tz if isinstance(tz, int) else 0,
            stamps if isinstance(stamps, Mapping) else {}, data,
        )  # fmt: skip

    def values(self) -> dict[str, str]:
        """The named fields of the dialog or form that the button stood in."""
        found = self.data.get("values")
        return (
            {str(k): v if isinstance(v, str) else str(v) for k, v in found.items()}
            if isinstance(found, Mapping)
            else {}
        )

    def text(self, name: str) -> str:
        """A text among the verb's own data."""
        value = self.data.get(name)
        return value if isinstance(value, str) else ""


@dataclass
class Reply:
    """What an action wants shown besides the film itself."""

    unit: str | None = None
    toast: Toast | None = None
    dialog: str = ""
    saved: dict[str, Any] | None = None
    go: dict[str, str] | None = None
    reset: str = ""
    fill: tuple[str, str] | None = None
    """A field of the page (as a selector) and what to put into it."""


@dataclass
class Moment:
    """One film for one request. `snap` is read anew after an action has changed it."""

    desk: Desk
    visitor: str
    asked: Asked
    t: Words
    film: Film | None = None
    reply: Reply = field(default_factory=Reply)

    @property
    def open(self) -> Film:
        """The film, which is open and this visitor's."""
        if self.film is None:
            raise NotYours("This film is not here. It may have been deleted; open another from the list.")
        return self.film

    @property
    def snap(self) -> Snapshot:
        """The film as it is; after `still`, as it was then, so that all that is shown is of one moment."""
        held: Snapshot | None = getattr(self, "_held", None)
        return held or self.open.snapshot()

    def still(self) -> None:
        """Nothing is changed from here on: keep this moment."""
        if self.film is not None:
            self._held = self.film.snapshot()

    @property
    def pieces(self) -> Pieces:
        """Readings of the film; kept as long as the snapshot's view stays the same."""
        view = self.snap.view
        found: Pieces | None = getattr(self, "_pieces", None)
        if found is None or found.view is not view:
            found = self._pieces = Pieces(view)
        return found

    @property
    def waiting(self) -> set[Key]:
        """The pieces that are queued, once for each snapshot."""
        snap = self.snap
        found = getattr(self, "_waiting", None)
        if found is None or found[0] is not snap:
            found = self._waiting = (snap, _queued(snap))
        return found[1]

    @cached_property
    def rates(self) -> dict[tuple[str, str], float]:
        return rates()

    def media(self, sha: str) -> str:
        """The address of a blob of this film."""
        return f"/media/{self.asked.film}/{sha}" if sha else ""

    def thumb(self, sha: str, width: int = 320) -> str:
        """The address of a blob's thumbnail (160, 320, 640 or 1280 pixels wide)."""
        return f"/thumb/{self.asked.film}/{sha}?w={width}" if sha else ""

    def peaks(self, sha: str) -> str:
        """The address of a sound's shape."""
        return f"/peaks/{self.asked.film}/{sha}" if sha else ""

    def say(
        self, words: str, *, undo: bool = False, act: str = "", act_label: str = "", act_id: str = "", bad: bool = False
    ) -> None:
        """A toast; with `undo` it can be taken back."""
        act, act_label = ("undo", self.t("say.undo")) if undo else (act, act_label)
        self.reply.toast = Toast(words, act, act_label, act_id, bad)


def _queued(snap: Snapshot) -> set[Key]:
    from studio.show import queued

    return queued(snap)


Answer = Callable[[Moment], dict[str, str]]
"""A tab's answer: does what was asked and returns the markup of its parts, by name."""


def bind(line: gr.HTML, parts: Mapping[str, gr.HTML], desk: Desk, visitors: Visitors, answer: Answer) -> None:
    """Have a wire answered. `parts` must hold told, toast and ask besides the tab's own."""

    def handle(event: gr.EventData, request: gr.Request) -> list[Any]:
        stand_aside()
        asked = Asked.read(event._data if isinstance(event._data, Mapping) else {})
        t = Words(str(asked.data.get("lang", "en")))
        moment = Moment(desk, visitors.name_of(request) or "", asked, t)
        shown = _guarded(moment, answer)
        shown["told"] = _told(moment)
        if moment.reply.toast:
            shown["toast"] = toast(moment.reply.toast, next(COUNT), t("say.close"))
        if moment.reply.dialog:
            shown["ask"] = moment.reply.dialog
        return [_changed(name, shown, asked.stamps) for name in parts]

    event = line.select(
        handle, None, list(parts.values()), queue=False, show_progress="hidden", show_progress_on=parts["told"],
        api_visibility="private", concurrency_limit=None, trigger_mode="multiple",
    )  # fmt: skip
    event.then(
        None,
        None,
        None,
        js="() => { window.reelwright && window.reelwright.done() }",
        api_visibility="private",
        show_progress="hidden",
    )


def _guarded(moment: Moment, answer: Answer) -> dict[str, str]:
    """The answer; an error becomes a sentence and the film is shown as it is."""
    asked = moment.asked
    try:
        if asked.tab != "start" and asked.film:
            moment.film = moment.desk.film(moment.visitor, asked.film)
        return answer(moment)
    except NotYours as error:
        moment.reply = Reply(go={"film": "", "stage": "start"} if asked.tab != "start" else None)
        moment.say(str(error), bad=True)
        return {}
    except ReelwrightError as error:
        moment.say(str(error), bad=True)
    except Exception as error:
        _LOG.exception("%s failed", asked.do)
        moment.say(moment.t("say.wrong", name=type(error).__name__), bad=True)
    return _as_it_is(moment, answer)


def _as_it_is(moment: Moment, answer: Answer) -> dict[str, str]:
    """What the tab shows without doing anything, after something went wrong."""
    said, saved, dialog = moment.reply.toast, moment.reply.saved, moment.reply.dialog
    try:
        calm = Moment(moment.desk, moment.visitor, _calmed(moment.asked), moment.t, moment.film)
        shown = answer(calm)
        moment.reply = Reply(unit=calm.reply.unit, toast=said, saved=saved, dialog=dialog)
        return shown
    except Exception:
        _LOG.exception("the page could not be shown")
        return _away(moment)


def _away(moment: Moment) -> dict[str, str]:
    """A film that cannot be read at all leads back to the list; one of whose tabs cannot be shown stays where it is."""
    try:
        if moment.film is not None:
            moment.film.snapshot()
    except Exception:
        moment.film, moment.reply = None, Reply(toast=moment.reply.toast, go={"film": "", "stage": "start"})
    return {}


def _calmed(asked: Asked) -> Asked:
    return Asked(
        "refresh", asked.film, asked.tab, asked.unit, "", asked.tz, asked.stamps, {"lang": asked.data.get("lang")}
    )


def _told(moment: Moment) -> str:
    """What the script has to know."""
    asked, t, reply = moment.asked, moment.t, moment.reply
    told: dict[str, Any] = {"film": asked.film, "stage": asked.tab, "words": _words(t), "title": "Reelwright"}
    if moment.film is not None and not (reply.go and "film" in reply.go):
        snap = moment.snap
        told |= {"v": snap.version, "title": f"{snap.title}, Reelwright"}
        told |= {"unit": reply.unit} if reply.unit is not None else {}
    told |= {
        name: value
        for name, value in (("saved", reply.saved), ("go", reply.go), ("reset", reply.reset), ("fill", reply.fill))
        if value
    }
    return f'<div data-told="{markup.text(json.dumps(told))}" data-n="{next(COUNT)}"></div>'


def _words(t: Words) -> dict[str, str]:
    """The few words that the script puts in by itself."""
    return {
        "working": t("state.working.share", n="{n}"),
        "left": t("time.s", n="{n}"),
        "away": t("say.away"),
        **{name: t(f"save.{name}") for name in ("editing", "unsaved", "uploading", "not_uploaded", "no_sound")},
    }


def _changed(name: str, shown: Mapping[str, str], stamps: Mapping[str, str]) -> Any:
    """A part's new markup, or nothing where the page has it."""
    if name not in shown:
        return gr.skip()
    if name in ("told", "toast", "ask"):
        return shown[name]
    return gr.skip() if stamps.get(name) == markup.stamp(shown[name]) else markup.stamped(name, shown[name])
