"""Voices of ElevenLabs under the settings: searched, listened to, taken for a speaker; one made from recordings; one deleted.

They are the account's, so on a server where each visitor has films of their own they are its owner's and are not shown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from engine import voice_library
from engine.errors import ReelwrightError, UserError
from engine.types import Key
from engine.voice_library import Offer
from studio import show
from studio.moment import COUNT, Moment
from studio.voicing import Search, told
from ui_components import machine, voices
from ui_components.dialogs import closing, dialog
from ui_components.markup import Mark, button

T = TypeVar("T")
LANGUAGES = ("en", "hi", "es", "fr", "it", "pt", "de", "ja", "ko", "zh", "ar")
_WORDS = ("like", "language", "speaker", "search", "none", "found", "listen")
_MAKER = ("title", "hint", "recordings", "add", "drop", "name", "agree", "make", "busy")


def shown(moment: Moment) -> str:
    """The part of the settings; without a key the step that gets one."""
    t = moment.t
    if moment.desk.config.each_own:
        return ""
    if voice_library.missing():
        return machine.section(t("voices.title"), t("voices.needs"), "")
    search, words = moment.desk.voicing.search, {name: t(f"voices.{name}") for name in _WORDS}
    languages = [("", t("voices.any")), *((code, t.find(f"lang.{code}") or code) for code in LANGUAGES)]
    box = voices.Box(search.words, search.language, languages, search.speaker, _speakers(moment))
    rows = None if search.found is None else [_row(moment, offer, bool(box.speakers)) for offer in search.found]
    return machine.section(t("voices.title"), t("voices.note"), voices.search(box, rows, words) + _maker(moment))


def _speakers(moment: Moment) -> list[tuple[str, str]]:
    """Who of the open film may get a voice: nobody where another maker speaks in it."""
    if not moment.film or not str(moment.snap.view.setting("speech")).startswith(voice_library.MAKER):
        return []
    view = moment.snap.view
    named = [(unit, view.content(Key("bible", unit))) for unit in view.units("bible")]
    own = [(unit, str(entry.name)) for unit, entry in named if entry is not None and entry.kind == "character"]
    return [("", moment.t("voices.nobody")), *own] if own else []


def _row(moment: Moment, offer: Offer, giving: bool) -> voices.VoiceRow:
    t = moment.t
    where = t("voices.made") if offer.made else t("voices.yours") if offer.owned else t("voices.library")
    gender, language = t.find(f"start.gender.{offer.gender}"), t.find(f"lang.{offer.language}") or offer.language
    facts = ", ".join(filter(None, (where, gender, language)))
    acts = [("voice-take", t("voices.give" if offer.owned else "voices.take"))] if giving or not offer.owned else []
    acts += [("voice-delete", t("settings.key.forget"))] if offer.made else []
    sample = f"elevenlabs:{offer.ref}" if offer.sample else ""
    return voices.VoiceRow(offer.ref, offer.name, offer.about, facts, sample, tuple(acts))


def _maker(moment: Moment) -> str:
    t, voicing = moment.t, moment.desk.voicing
    words = {name: t(f"voices.make.{name}") for name in _MAKER}
    recordings = [(each.called, show.span(t, round(each.seconds, 1))) for each in voicing.samples]
    now, mark, line = voicing.making, None, ""
    if now is not None:
        state = {"working": "working", "failed": "failed", "done": "approved"}[now.state]
        unverified = now.made is not None and now.made.unverified
        name = now.made.name if now.made else now.name
        mark = Mark(state, t(f"state.{state}"))
        line = now.message or t("voices.make.unverified" if unverified else f"voices.make.{now.state}", name=name)
    return voices.maker(voices.Maker(recordings, mark, line, bool(now and now.state == "working")), words)


# ---------------------------------------------------------------- what is done


def _owner(moment: Moment) -> None:
    if moment.desk.config.each_own:
        raise UserError(moment.t("settings.owner"))


def _search(moment: Moment) -> None:
    """Ask the service for voices like the words."""
    _owner(moment)
    values, was = moment.asked.values(), moment.desk.voicing.search
    words, language = values.get("words", "").strip(), values.get("language", "")
    moment.desk.voicing.search = Search(words, language, values.get("speaker", was.speaker))
    _found(moment)


def _found(moment: Moment) -> None:
    """What there is now for the words of the last search."""
    was = moment.desk.voicing.search
    found = _asked(lambda: voice_library.search(was.words, was.language))
    moment.desk.voicing.search = Search(was.words, was.language, was.speaker, found)


def _take(moment: Moment) -> None:
    """A voice into the account where it is not there yet, and to the speaker that is chosen."""
    _owner(moment)
    voicing, t, speaker = moment.desk.voicing, moment.t, moment.asked.values().get("speaker", "")
    offer = next((each for each in voicing.search.found or () if each.ref == moment.asked.id), None)
    if offer is None or (offer.owned and not speaker):
        raise UserError(t("voices.choose" if offer else "voices.again"))
    name = offer.name if offer.owned else _asked(lambda: voice_library.take(offer.ref, offer.name)).name
    if speaker:
        entry = moment.snap.view.content(Key("bible", speaker))
        moment.open.project.edit(f"bible:{speaker}", field="voice", value=name)
        moment.say(t("voices.given", name=name, who=entry.name if entry else speaker), undo=True)
    else:
        moment.say(t("voices.taken", name=name))
    if not offer.owned:
        _found(moment)


def _file(moment: Moment) -> None:
    """A recording that has just come."""
    _owner(moment)
    with moment.desk.inbox.taken(moment.visitor, moment.asked.text("file")) as file:
        moment.desk.voicing.bring(file, moment.asked.text("name"))


def _drop(moment: Moment) -> None:
    _owner(moment)
    moment.desk.voicing.drop()


def _make(moment: Moment) -> None:
    """Make the voice, with the tick that says whose it is."""
    _owner(moment)
    values = moment.asked.values()
    moment.desk.voicing.begin(values.get("name", "").strip(), agreed=values.get("agreed", "") == "True")


def _delete(moment: Moment) -> None:
    """Ask first: it cannot be undone."""
    _owner(moment)
    t = moment.t
    offer = next((each for each in moment.desk.voicing.search.found or () if each.ref == moment.asked.id), None)
    if offer is None:
        raise UserError(t("voices.again"))
    go = button(t("settings.key.forget"), "voice-delete-now", kind="primary", id=offer.ref)
    title = t("voices.delete", name=offer.name)
    moment.reply.dialog = dialog(next(COUNT), title, "", closing(t("plan.cancel"), go), note=t("voices.delete.note"))


def _delete_now(moment: Moment) -> None:
    _owner(moment)
    name = _asked(lambda: voice_library.delete(moment.asked.id))
    moment.say(moment.t("voices.deleted", name=name))
    _found(moment)


def _asked(call: Callable[[], T]) -> T:
    """What the service answers; its own words go with an error."""
    try:
        return call()
    except ReelwrightError as error:
        raise UserError(told(error)) from error


ACTIONS = {
    "voices-search": _search, "voice-take": _take, "voice-file": _file, "voice-drop": _drop, "voice-make": _make,
    "voice-delete": _delete, "voice-delete-now": _delete_now,
}  # fmt: skip
