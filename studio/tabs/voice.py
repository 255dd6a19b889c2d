"""The voice: lines with the shape of their sound, one player that reads on from any of them, who speaks and how, a recording of one's own.

The person's recording goes to the desk as an ask, so that the page never waits for it; what is doubtful about it stands above it.
"""

from __future__ import annotations

from dataclasses import replace

from engine import adopting
from engine import makers as engine_makers
from engine.asks import Ask
from engine.types import Key
from studio import makers, show
from studio.moment import Moment
from studio.tabs import stage, views, voice_sayings
from studio.tabs.script_lines import DIRECTION, PACE, PAUSE, emotion_words, line_of, line_rows
from studio.tabs.stage import StageTab
from studio.tabs.views import Edit
from ui_components import board, lines
from ui_components.detail import why
from ui_components.fields import Field, field
from ui_components.lines import Heard
from ui_components.markup import button, text

WORDS = Edit("text", of="script")


def _cards(moment: Moment) -> str:
    badges = {
        unit: moment.t("voice.own")
        for unit in moment.pieces.units("voice")
        if (take := moment.snap.view.take(Key("voice", unit))) and take.origin == "imported"
    }
    nothing = board.nothing(moment.t("board.nothing"), moment.t("board.nothing.all"))
    return lines.rows(line_rows(moment, TAB, badges), moment.t("label.voice")) + nothing


def _reader(moment: Moment) -> str:
    t = moment.t
    if not any(moment.pieces.voice(unit) for unit in moment.pieces.units("voice")):
        return ""
    return lines.reader({"play": t("voice.play"), "pause": t("voice.pause"), "seek": t("voice.seek")}, t("voice.none"))


def _view(moment: Moment, key: Key) -> str:
    """The line's sound, and what is doubtful about a recording."""
    voice, take, t = moment.pieces.voice(key.unit), moment.snap.view.take(key), moment.t
    doubts = "".join(why("stale", t("voice.doubt"), line) for line in adopting.doubts(moment.open.project, str(key)))
    if voice is None or take is None:
        return _waiting(moment, key)
    words = tuple((word.w, word.start) for word in voice.words)
    caption = show.take_caption(t, take)
    heard = lines.heard(
        Heard(key.unit, moment.peaks(voice.audio.sha256), words, caption, t("voice.from"), t("voice.only"))
    )
    return heard + _waiting(moment, key) + doubts


def _waiting(moment: Moment, key: Key) -> str:
    """A recording on its way, or why it could not be used."""
    asked: Ask | None = next((a for a in moment.snap.asks if a.verb == "adopt" and a.target == str(key)), None)
    if asked and asked.state in ("queued", "running"):
        return why("working", moment.t("voice.checking"), moment.t("voice.checking.more"))
    if asked and asked.state == "failed":
        return why("failed", moment.t("voice.refused"), str(asked.outcome.get("error", "")))
    return ""


# ---------------------------------------------------------------- fields


def _fields(moment: Moment, key: Key) -> str:
    t = moment.t
    own = views.edit_fields(moment, key, (WORDS, DIRECTION, PACE, PAUSE))
    known = [replace(one, options=_directions(moment, one)) if one.name == "emotion" else one for one in own]
    return f'<div class="fields">{"".join(field(one) for one in known)}{_speaker(moment, key)}</div>' + (
        f'<details class="fold"><summary>{text(t("voice.said.wrong"))}</summary>{voice_sayings.editor(moment)}</details>'
        if moment.snap.view.take(voice_sayings.STYLE)
        else ""
    )


def _directions(moment: Moment, one: Field) -> tuple[tuple[str, str], ...]:
    return tuple((value, emotion_words(moment, value)) for value, _ in one.options)


def _speaker(moment: Moment, key: Key) -> str:
    """Who speaks, in all of their lines."""
    t, line, view = moment.t, line_of(moment, key.unit), moment.snap.view
    at = Key("bible", line.speaker) if line else Key("bible", "narrator")
    entry, take = view.content(at) if line else None, view.take(at) if line else None
    if line is None or entry is None or take is None:
        return ""
    count = sum(
        1 for unit in moment.pieces.units("script") if (o := line_of(moment, unit)) and o.speaker == line.speaker
    )
    title = field(Field("", t("voice.speaker", name=entry.name, n=count), kind="title"))
    voice = voice_field(moment, at)
    pace = Field(
        "pace", t("voice.speaker.pace"), f"{entry.pace:g}", "number", str(at), take.number, (), True, "", 0.5, 2.0, 0.05
    )
    return title + voice + field(pace)


def voice_field(moment: Moment, at: Key) -> str:
    """The voice of a character, with a button to listen to the chosen one."""
    entry, take = moment.snap.view.content(at), moment.snap.view.take(at)
    brief = moment.snap.view.content(Key("brief"))
    speech = str(moment.snap.view.setting("speech"))
    options = tuple((v.name, voice_name(moment, v)) for v in makers.voices(brief.language, speech))
    if entry.voice not in dict(options):  # nobody's, or one of another maker
        options = ((entry.voice, entry.voice or moment.t("voice.nobody")), *options)
    label, number = moment.t("field.voice"), take.number if take else 0
    one = Field("voice", label, entry.voice, "choice", str(at), number, options)
    if not engine_makers.away(speech):
        return lines.listening(field(one), moment.t("voice.listen"))
    # A sample of a service would be paid for; those that it gives itself are heard where its voices are searched.
    own = speech.startswith("elevenlabs") and not moment.desk.config.each_own
    more = button(moment.t("voices.more"), "go", kind="quiet small", id="settings") if own else ""
    return field(one) + more


def voice_name(moment: Moment, voice: makers.Speaker) -> str:
    """'Bella, female, American'."""
    t = moment.t
    parts = (voice.label, t.find(f"start.gender.{voice.gender}"), t.find(f"lang.{voice.language}"))
    return ", ".join(part for part in parts if part)


def _record(moment: Moment, key: Key) -> str:
    t = moment.t
    names = (
        "title",
        "hint",
        "start",
        "stop",
        "hear",
        "use",
        "drop",
        "file",
        "asking",
        "recording",
        "denied",
        "insecure",
        "ready",
        "sending",
    )
    return lines.recorder(key.unit, {name: t(f"record.{name}") for name in names})


TAB = StageTab(
    "voice",
    rows=True,
    view=_view,
    fields=_fields,
    cards=_cards,
    strip=_reader,
    extra=_record,
    actions=voice_sayings.ACTIONS,
)
build = lambda: stage.build(TAB)  # noqa: E731
answer = stage.answer_of(TAB)
