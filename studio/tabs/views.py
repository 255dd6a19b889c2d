"""What the generic tab shows of one piece: view, reason, words, takes, fields, verbs. Each is a function of a moment and a key.

A tab with parts of its own calls these for all that it does not replace.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from engine import adopting
from engine.artifacts import Subtitles
from engine.graph import View
from engine.makers import Maker
from engine.plan import obstacles
from engine.types import Key, Take
from studio import makers, show
from studio.actions import shown_value
from studio.moment import Moment
from studio.pieces import OF_LINES, OF_SHOTS, picture_of, words_of
from studio.reasons import cost_of, reason, seconds_of
from ui_components import detail
from ui_components.fields import Field
from ui_components.markup import text


@dataclass(frozen=True)
class Edit:
    """A field that can be edited: its name in the record, its control, whose it is (another stage's piece of the same unit),
    and, for a choice, where its values come from (else the record's own type says)."""

    name: str
    kind: str = "area"
    of: str = ""
    half: bool = False
    values: Callable[[View], tuple[str, ...]] | None = None
    low: float | None = None
    high: float | None = None
    step: float | None = None
    label: str = ""


# ---------------------------------------------------------------- looking and listening


def view(moment: Moment, key: Key) -> str:
    """The picture, clip, sound or captions of a piece."""
    t, pieces, take = moment.t, moment.pieces, moment.snap.view.take(key)
    caption = show.take_caption(t, take) if take else ""
    if key.stage == "voice":
        return _sound(moment, key, caption)
    if key.stage == "subtitles":
        return _cues(moment, key) + detail.view(detail.View(caption=caption))
    if key.stage not in OF_SHOTS:
        return detail.view(detail.View(caption=caption))
    picture = pieces.picture(key.stage, key.unit)
    clip = pieces.proxy(key.unit) if key.stage == "clip" else ""
    shot = moment.snap.view.content(Key("shotlist", key.unit))
    name = t("detail.clip", unit=key.unit) if clip else shot.picture if shot else ""
    return detail.view(
        detail.View(
            image=moment.thumb(picture, 1280), video=moment.media(clip), poster=moment.thumb(picture, 640), caption=caption, alt=name,
            empty=t("detail.none"),
        )
    )  # fmt: skip


def _sound(moment: Moment, key: Key, caption: str) -> str:
    voice = moment.pieces.voice(key.unit)
    if voice is None:
        return ""
    sha = voice.audio.sha256
    return detail.view(
        detail.View(
            sound=moment.media(sha),
            peaks=moment.peaks(sha),
            caption=caption,
            alt=moment.t("detail.voice", unit=key.unit),
        )
    )


def _cues(moment: Moment, key: Key) -> str:
    found: Subtitles | None = moment.snap.view.content(key)
    if found is None:
        return ""
    rows = "".join(
        f'<div class="kv"><span>{"<br>".join(text(row) for row in cue.rows)}</span><span class="rw-num">{show.clock(cue.start)} – {show.clock(cue.end)}</span></div>'
        for cue in found.cues
    )
    return f'<section aria-label="{text(moment.t("detail.caption"))}">{rows}</section>'


def notes(moment: Moment, key: Key) -> str:
    """What is to be known of the chosen take, such as that another maker than the one that was asked made it."""
    said = adopting.doubts(moment.open.project, str(key))
    return "".join(detail.why("stale", moment.t("take.note"), line) for line in said)


def why(moment: Moment, key: Key, state: str) -> str:
    """The tinted sentence."""
    found = reason(moment.t, moment.snap, key, state, moment.rates)
    return detail.why(found.state, found.head, found.rest, found.more)


def said(moment: Moment, key: Key) -> str:
    """The spoken words of a shot (of a line they are a field, or the captions' own)."""
    t, times = moment.t, moment.pieces.spoken_at(key.stage, key.unit)
    if key.stage not in (*OF_SHOTS, "subtitles"):
        return ""
    label = t("detail.spoken.plain")
    if times:
        label = t("detail.spoken", **{"from": show.clock(times[0]), "to": show.clock(times[1])})
    return detail.said(moment.pieces.words(key.stage, key.unit), label)


def card_words(moment: Moment, key: Key) -> str:
    """What a card says of a piece."""
    if key.stage in (*OF_LINES, *OF_SHOTS):
        return moment.pieces.words(key.stage, key.unit)
    content = moment.snap.view.content(key)
    if key.stage == "brief":
        return content.text if content else ""
    return ", ".join(part for part in (getattr(content, "look", ""), getattr(content, "mood", "")) if part) or _entry(
        moment, key
    )


def card_who(moment: Moment, key: Key) -> str:
    """The quiet line of a row: who speaks a line; what kind of entry it is, with its voice."""
    if key.stage == "script":
        return moment.pieces.speaker(key.unit)
    entry = moment.snap.view.content(key) if key.stage == "bible" else None
    return _entry(moment, key) if entry and (entry.look or entry.mood) else ""


def _entry(moment: Moment, key: Key) -> str:
    entry = moment.snap.view.content(key)
    if entry is None:
        return ""
    view = moment.snap.view
    language, speech = view.content(Key("brief")).language, str(view.setting("speech"))
    voice = makers.voice_label(entry.voice, language, speech) if entry.voice else ""
    return ", ".join(part for part in (value_words(moment, entry.kind), voice) if part)


def card_name(moment: Moment, key: Key) -> str:
    """A card's short name: its id, or what it is called."""
    if key.stage == "bible":
        return moment.pieces.name(key.unit)
    return moment.t("stage.brief") if key.stage == "brief" else ""


# ---------------------------------------------------------------- takes


def thumb(moment: Moment, key: Key, take: Take) -> detail.Thumb:
    """A take as the strip shows it."""
    t, snap = moment.t, moment.snap
    chosen = snap.view.take(key)
    who = t("caption.yours") if show.is_yours(take) or key.stage == "brief" else show.maker(t, take.maker)
    audio = take.content.get("audio") or {}
    return detail.Thumb(
        take.number, t("takes.take", n=take.number), t("takes.line", who=who, when=show.local(take.created, moment.asked.tz)),
        picture=moment.thumb(picture_of(take.content), 160), peaks=moment.peaks(str(audio.get("sha256", ""))) if audio else "",
        words=words_of(take.content), chosen=chosen is not None and chosen.id == take.id,
        approved=snap.marks.approval(take) in ("approved", "auto"), hint=t("takes.hint", n=take.number),
    )  # fmt: skip


def four(moment: Moment, key: Key) -> tuple[str, str]:
    """The two lines of the tile that makes four more."""
    t, seconds = moment.t, seconds_of(moment.snap, key, moment.rates) * 4
    return t("takes.more", n=4), f"{show.about(t, seconds)}, {show.costs(t, [cost_of(moment.snap, key)] * 4)}"


# ---------------------------------------------------------------- fields


def edit_fields(moment: Moment, key: Key, edits: tuple[Edit, ...]) -> list[Field]:
    """The fields of a piece, filled; those of pieces that are not made yet are left out."""
    return [found for edit in edits if (found := _edit(moment, key, edit))]


def _edit(moment: Moment, key: Key, edit: Edit) -> Field | None:
    t, view = moment.t, moment.snap.view
    at = Key(edit.of, key.unit) if edit.of else key
    take = view.take(at)
    if take is None:
        return None
    model = view.stages[at.stage].model(at.unit).model_fields
    if edit.name not in model:
        return None
    # A take that is older than the field has what the field is without anybody's word.
    value = take.content.get(edit.name, model[edit.name].get_default(call_default_factory=True))
    values = edit.values(view) if edit.values else _values(model[edit.name].annotation) if edit.kind == "choice" else ()
    hint = (
        t("field.belongs", piece=show.piece_name(t, moment.pieces, str(at)))
        if edit.of and edit.of != key.stage and edit.kind == "area"
        else ""
    )
    return Field(
        edit.name, t(f"field.{edit.label or edit.name}"), shown_value(value), edit.kind, str(at), take.number,
        tuple((value, value_words(moment, value)) for value in values), edit.half, hint, edit.low, edit.high, edit.step,
    )  # fmt: skip


def _values(annotation: Any) -> tuple[str, ...]:
    """The words of a Literal."""
    return tuple(str(value) for value in get_args(annotation)) if get_origin(annotation) is not None else ()


def value_words(moment: Moment, value: str) -> str:
    """A value of a choice as people say it; an entry of the bible by its name."""
    if value in moment.snap.view.units("bible") and value != "style":
        return moment.pieces.name(value)
    return moment.t.find(f"value.{value or 'none'}") or value


def options(moment: Moment, key: Key, names: tuple[str, ...]) -> list[Field]:
    """Options of re-make: who makes it, with which seed. They are sent with the verb, and not kept by themselves."""
    t, take, found = moment.t, moment.snap.view.take(key), []
    if "provider" in names:
        now = moment.snap.view.stages[key.stage].provider(moment.snap.view, key.unit)
        there = makers.clip_makers() if key.stage == "clip" else makers.picture_makers()
        words = {each.name: t(_where(each), who=show.maker(t, each.name)) for each in there}
        choices = ((now, words.pop(now, "") or show.maker(t, now)), *words.items())
        hint = next((each.note for each in there if each.name == now), "")
        found.append(Field("provider", t("field.provider"), now, "choice", options=choices, half=True, hint=hint))
    if "seed" in names:
        seed = take.recipe.seed if take else 0
        found.append(Field("seed", t("field.seed"), str(seed) if seed else "", "number", half=True, low=0, step=1))
    return found


def _where(maker: Maker) -> str:
    return "frames.not_ready" if not maker.ready else "side.away" if maker.away else "side.here"


# ---------------------------------------------------------------- verbs


def verbs(moment: Moment, key: Key, state: str) -> str:
    """The action bar: places never move, the next sensible step gets the weight."""
    t, snap, status = moment.t, moment.snap, moment.snap.board[key]
    held = bool(obstacles(snap.view, snap.board, snap.marks, key))
    there, busy = status.take is not None, state in ("working", "queued")
    weight = "approve" if state in ("fresh", "auto") else "" if state in ("approved", "working", "queued") else "remake"
    mine = state == "stale" and show.is_yours(snap.view.take(key))
    gated = snap.view.stages[key.stage].gate
    return detail.verbs(
        detail.Verbs(
            t("verbs.keep") if state == "stale" else t("verbs.approve"), t("verbs.remake") if there else t("verbs.make"), t("verbs.back"),
            next="approve" if mine else "" if weight == "remake" and held else weight, can_approve=gated and there and not busy and state not in ("failed", "approved"),
            can_remake=not held and not busy and key.stage != "brief", can_back=gated and there and not busy,
        )
    )  # fmt: skip
