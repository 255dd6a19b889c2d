"""What the subtitles' tab shows: the timeline, the lines with their captions, the frame, and one line's captions to edit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from engine import captioning, previewing
from engine.captioning import Found, Placed
from engine.film import Limits
from engine.graph import View
from engine.types import Key
from studio import show
from studio.moment import Moment
from studio.tabs import stage, views
from ui_components import board, cues, detail
from ui_components.cues import Block, Form, FormWords, Lane, Note, TimeWords
from ui_components.markup import button, text

STEP = 0.05


@dataclass(frozen=True)
class Seen:
    """All captions of a moment, what is wrong with them, and the film's version for addresses of previews."""

    cues: list[Placed]
    found: list[Found]
    limits: Limits
    version: str

    @classmethod
    def of(cls, moment: Moment) -> Seen:
        """Read it; kept with the snapshot's view, which is the same until the film changes."""
        view = moment.snap.view
        kept: tuple[View, Seen] | None = getattr(moment.open, "_captions_seen", None)
        if kept is None or kept[0] is not view:
            size = view.content(Key("brief")).sizes[0]
            seen = cls(
                captioning.placed(view),
                captioning.findings(view),
                captioning.limits_of(view),
                previewing.version(view, size)[:12],
            )
            kept = (view, seen)
            moment.open._captions_seen = kept  # type: ignore[attr-defined]
        return kept[1]

    def of_line(self, unit: str) -> list[Placed]:
        """A line's captions."""
        return [each for each in self.cues if each.unit == unit]

    def wrong(self, unit: str, index: int) -> list[Found]:
        """What is wrong with one caption."""
        return [each for each in self.found if (each.unit, each.index) == (unit, index)]


def moment_of(cue: Placed) -> float:
    """A time at which a caption can be judged: late enough that most of it is written, and a word is lit."""
    return cue.start + 0.62 * (cue.end - cue.start)


def value(view: View, unit: str, index: int, name: str) -> str:
    """A field of a caption as its control holds it: rows under each other, times in seconds of the film."""
    found = next((each for each in captioning.placed(view) if (each.unit, each.index) == (unit, index)), None)
    if found is None:
        return ""
    return "\n".join(found.cue.rows) if name == "rows" else f"{found.start if name == 'start' else found.end:.2f}"


def finding(moment: Moment, found: Found) -> str:
    """A finding in the page's language: the engine's sentence, or its numbers in ours."""
    numbers = re.findall(r"\d+(?:\.\d+)?", found.words)
    values = {name: number for name, number in zip("abc", numbers, strict=False)}
    try:
        return moment.t.find(f"capfind.{found.rule}", **values) if moment.t.language != "en" else found.words
    except (KeyError, IndexError):
        return found.words


# ---------------------------------------------------------------- timeline


def time(moment: Moment, seen: Seen) -> str:
    """The timeline, once every line is spoken."""
    t, pieces = moment.t, moment.pieces
    times = pieces.times
    if not times or not seen.cues:
        return ""
    order = moment.snap.view.content(Key("script", "order"))
    lines = [_line(moment, unit) for unit in (order.lines if order else ()) if unit in times]
    shots = [
        Lane(unit, *times[unit], unit, picture=moment.thumb(pieces.picture("keyframe", unit), 160))
        for unit in pieces.units("shotlist")
        if unit in times
    ]
    ends = [lane.start + lane.length for lane in (*lines, *shots)]
    words = TimeWords(
        t("cap.timeline"), t("cut.play"), t("cut.of"), t("cap.nearer"), t("cap.farther"), t("cap.keys"), t("cap.count", n=len(seen.cues))
    )  # fmt: skip
    return cues.timeline(
        shots, lines, [_block(moment, seen, cue) for cue in seen.cues], max(ends), words, tools(moment, seen)
    )


def _line(moment: Moment, unit: str) -> Lane:
    voice = moment.pieces.voice(unit)
    sha = voice.audio.sha256 if voice else ""
    start, _ = moment.pieces.times[unit]
    return Lane(unit, start, voice.duration if voice else 0.0, unit, peaks=moment.peaks(sha), sound=moment.media(sha))


def _block(moment: Moment, seen: Seen, cue: Placed) -> Block:
    take = moment.snap.view.take(Key("subtitles", cue.unit))
    words = " ".join(cue.cue.rows)
    bad = " ".join(finding(moment, each) for each in seen.wrong(cue.unit, cue.index))
    label = moment.t(
        "cap.block", n=cue.index + 1, unit=cue.unit, start=f"{cue.start:.1f}", end=f"{cue.end:.1f}", words=words
    )
    return Block(cue.unit, cue.index, take.number if take else 0, cue.start, cue.end, words, label, moment_of(cue), bad)


def tools(moment: Moment, seen: Seen) -> str:
    """Fix all, bring a file, download."""
    t, film = moment.t, moment.asked.film
    fixes = sum(bool(each.fix) for each in seen.found)
    mend = button(t("cap.fix.all", n=fixes), "mend-all", kind="small") if fixes else ""
    bring = f'<label class="rw-b small quiet">{text(t("cap.bring"))}<input type="file" class="rw-sr" accept=".srt,.vtt,.ass,.ssa" data-upload="bring-captions"></label>'
    kinds = "".join(
        f'<a href="/export/{film}/{kind}?now=true" download aria-label="{text(t("cut.as", what=t("cut.captions.files"), kind=kind.upper()))}">{kind.upper()}</a>'
        for kind in ("srt", "vtt", "ass")
    )
    menu = f'<details class="more ct-menu"><summary class="rw-b small quiet">{text(t("cap.download"))}</summary><div class="menu">{kinds}</div></details>'
    return f'<span class="ct-tools">{mend}{bring}{menu}</span>'


# ---------------------------------------------------------------- the lines


def cards(moment: Moment) -> str:
    """Each line with its captions, and how many of them need mending."""
    seen = Seen.of(moment)
    found = [_card(moment, seen, unit) for unit in stage.units(moment, stage.TABS["subtitles"])]
    return board.rows(found, moment.t("label.subtitles"))


def _card(moment: Moment, seen: Seen, unit: str) -> board.Card:
    card = stage.card(moment, stage.TABS["subtitles"], unit)
    own = seen.of_line(unit)
    wrong = sum(bool(seen.wrong(unit, cue.index)) for cue in own)
    words = "  ▏ ".join(" ".join(cue.cue.rows) for cue in own) or card.words
    who = f"{show.clock(own[0].start)} – {show.clock(own[-1].end)}" if own else ""
    return replace(
        card,
        words=words,
        who=", ".join(part for part in (who, moment.t("cap.wrong", n=wrong) if wrong else "") if part),
    )


# ---------------------------------------------------------------- the editor


def frame(moment: Moment, seen: Seen, unit: str) -> str:
    """The film's own frame with the caption on it, and the switch between words and look."""
    t, own = moment.t, seen.of_line(unit)
    size = moment.snap.view.content(Key("brief")).sizes[0]
    width, height = (int(side) for side in size.split("x"))
    at = moment_of(own[0]) if own else moment.pieces.times.get(unit, (0.0, 0.0))[0]
    base = f"/preview/{moment.asked.film}/frame?w=640&v={seen.version}"
    picture = (
        f'<figure class="rw-view cap-frame" style="--wide:{width};--high:{height}"><img id="cap-frame" src="{base}&amp;at={at:.2f}" data-base="{base}" data-at="{at:.2f}" '
        f'alt="{text(t("cap.frame"))}"></figure>'
    )
    switch = "".join(
        f'<button type="button" data-do="cap-pane" data-id="{pane}" aria-pressed="{"true" if pane == "words" else "false"}">{text(t(f"cap.pane.{pane}"))}</button>'
        for pane in ("words", "look")
    )
    return f'{picture}<div class="cap-switch"><span class="seg" role="group" aria-label="{text(t("board.show"))}">{switch}</span></div>'


def body(moment: Moment, seen: Seen, unit: str) -> str:
    """Reason, captions, spoken words, takes."""
    key = Key("subtitles", unit)
    state = show.state_of(moment.snap.board[key], key in moment.waiting)
    forms = "".join(_form(moment, seen, cue) for cue in seen.of_line(unit))
    take = moment.snap.view.take(key)
    if not forms and take is not None and unit in moment.pieces.times:
        forms = f'<section class="cue"><p>{text(moment.t("cap.empty"))}</p>{button(moment.t("cap.add.first"), "cue-add", kind="small", id="-1")}</section>'
    caption = detail.view(detail.View(caption=show.take_caption(moment.t, take))) if take else ""
    spoken = views.said(moment, key)
    return f'<div class="body" data-cap-pane="words">{views.why(moment, key, state)}{forms}{spoken}{stage.takes(moment, stage.TABS["subtitles"], key)}{caption}</div>'


def _form(moment: Moment, seen: Seen, cue: Placed) -> str:
    t, take = moment.t, moment.snap.view.take(Key("subtitles", cue.unit))
    notes = tuple(
        Note(finding(moment, each), each.rule, t(f"capfix.{each.fix}") if each.fix else "")
        for each in seen.wrong(cue.unit, cue.index)
    )
    own = seen.of_line(cue.unit)
    words = FormWords(
        t("cap.one", n=cue.index + 1, all=len(own)), t("cap.words"), t("cap.start"), t("cap.end"), t("cap.split"), t("cap.merge"), t("cap.add"),
        t("cap.remove"), t("cap.meter"), seen.limits.speed, seen.limits.row_length, STEP,
    )  # fmt: skip
    form = Form(
        cue.unit, cue.index, take.number if take else 0, "\n".join(cue.cue.rows), f"{cue.start:.2f}", f"{cue.end:.2f}", moment_of(cue),
        notes, last=cue.index + 1 == len(own),
    )  # fmt: skip
    return cues.form(form, words)
