"""Beside the screen: where the cut stands, captions, sound, checks before delivery, sizes, downloads. Markup of a moment."""

from __future__ import annotations

import json

from engine import inspecting
from engine.artifacts import Cut, parse_size
from engine.settings import CHOICES
from engine.types import Key
from studio import show
from studio.moment import Moment
from studio.reasons import reason
from studio.tabs import cut_ask, subtitles_look, subtitles_show
from ui_components import cues, detail, player
from ui_components.markup import Mark, button, text
from ui_components.player import Row

SHAPES = {"16:9": (16, 9), "9:16": (9, 16), "1:1": (1, 1), "4:5": (4, 5)}
LOUDNESS = {"web": -14.0, "podcast": -16.0, "broadcast": -23.0}
"""The presets of engine.film.MIXES by what a page calls them, in LUFS."""
LEVELS = {"low": -20.0, "middle": CHOICES["sounds_level"].default, "high": -8.0}
"""Levels of the sounds of shots by what a page calls them, in dB beside the voices."""
SHOWN_STYLES = ("karaoke", "plain", "boxed", "pop")
MOST_FLAWS = 8


def shape_of(size: str) -> str:
    """'1280x720' -> '16:9'; the nearest of SHAPES."""
    width, height = parse_size(size)
    return min(SHAPES, key=lambda name: abs(SHAPES[name][0] / SHAPES[name][1] - width / height))


def size_of(shape: str, like: str) -> str:
    """A shape with the short side of another size, in even numbers."""
    short, (wide, high) = min(parse_size(like)), SHAPES[shape]
    unit = short / min(wide, high)
    return f"{round(wide * unit / 2) * 2}x{round(high * unit / 2) * 2}"


def shape_words(moment: Moment, size: str) -> str:
    """What a size is called."""
    return moment.t(f"shape.{shape_of(size)}")


def why(moment: Moment, key: Key, state: str) -> str:
    """The tinted sentence, with the step that mends it."""
    there = moment.snap.view.content(key) is not None
    acts = button(moment.t("cut.remake" if there else "cut.make"), "plan", kind="small", key="M")
    found = reason(moment.t, moment.snap, key, state, moment.rates)
    offer = acts if state in ("missing", "stale", "unsettled", "failed", "back") else ""
    return f'<div class="sec">{detail.why(found.state, found.head, found.rest, found.more, offer)}</div>'


def look(moment: Moment, key: Key) -> str:
    """Four styles on the film's own frame; all others are with the subtitles."""
    t, seen = moment.t, subtitles_show.Seen.of(moment)
    chosen = str(moment.snap.view.setting("captions"))
    names = SHOWN_STYLES if chosen in SHOWN_STYLES else (*SHOWN_STYLES[:3], chosen)
    more = button(t("cut.styles"), "all-styles", kind="quiet small")
    if not seen.cues:
        return ""
    first = seen.cues[min(len(seen.cues) - 1, len(seen.cues) // 3)]
    return player.section(
        t("cut.captions.title"),
        subtitles_look.tiles(moment, seen.version, subtitles_show.moment_of(first), names),
        beside=more,
    )


def sound(moment: Moment) -> str:
    """Music, how loud the film is, and how carefully it is encoded."""
    t, view = moment.t, moment.snap.view
    take = view.take(Key("music"))
    own = take is not None and take.origin != "made"
    content = view.content(Key("music"))
    name = (
        t("cut.music.own", name=content.bed) if own and content else cut_ask.music_words(t, str(view.setting("music")))
    )
    bed = (
        cut_ask.music_words(t, content.bed)
        if content and not own and str(view.setting("music")) not in ("none", content.bed)
        else ""
    )
    music = (
        f'<div class="music-row"><span><small class="rw-label">{text(t("cut.music"))}</small><b>{text(name)}</b>{f"<small>{text(bed)}</small>" if bed else ""}</span>'
        f'{button(t("cut.music.change"), "music", kind="small")}<label class="rw-b small quiet">{text(t("cut.music.bring"))}'
        f'<input type="file" class="rw-sr" accept="audio/*,.opus,.flac,.m4a" data-upload="bring-music" data-id="music"></label></div>'
    )
    now = float(view.setting("loudness"))
    seg = "".join(
        f'<button type="button" data-do="set-one" data-id="loudness" data-more="{text(json.dumps({"value": f"{level:g}"}))}" '
        f'aria-pressed="{"true" if abs(now - level) < 0.05 else "false"}" title="{level:g} LUFS">{text(t(f"mix.{preset}"))}</button>'
        for preset, level in LOUDNESS.items()
    )
    mix = f'<div><h3 class="lab">{text(t("cut.mix"))}</h3><span class="seg" role="group" aria-label="{text(t("cut.mix"))}">{seg}</span></div>'
    values = [(value, t(f"cut.quality.{value}")) for value in CHOICES["quality"].allowed]
    quality = cues.select("quality", t("cut.quality"), str(view.setting("quality")), values)
    levels = _level(moment) if view.units("sounds") else ""
    return player.section(t("cut.sound"), f'{music}<div class="mix-row">{mix}{quality}{levels}</div>')


def _level(moment: Moment) -> str:
    """How loud the sounds of shots are beside the voices; a level that was set elsewhere stands among the others."""
    t, now = moment.t, float(moment.snap.view.setting("sounds_level"))
    values = [(f"{level:g}", t(f"cut.sounds.{name}")) for name, level in LEVELS.items()]
    own = [] if f"{now:g}" in dict(values) else [(f"{now:g}", f"{now:g} dB")]
    return cues.select("sounds_level", t("cut.sounds.level"), f"{now:g}", [*values, *own])


# ---------------------------------------------------------------- checks before delivery


def checks(moment: Moment, key: Key) -> str:
    """What is known of the cut by measure, what captions go beyond, and what the look over the film found."""
    t, cut = moment.t, moment.snap.view.content(key)
    rows = [*(_measured(moment, cut) if cut else ()), *_captions(moment), *(_looked(moment, key) if cut else ())]
    good = sum(row.mark is not None and row.mark.state == "approved" for row in rows)
    marked = sum(row.mark is not None for row in rows)
    beside = f'<small class="rw-muted rw-num">{text(t("cut.pass", n=good, all=marked))}</small>' if cut else ""
    return player.section(t("cut.checks"), player.checks(rows), beside=beside) if rows else ""


def _good(moment: Moment, good: bool) -> Mark:
    return Mark("approved", moment.t("cut.good")) if good else Mark("stale", moment.t("cut.bad"))


def _measured(moment: Moment, cut: Cut) -> list[Row]:
    t, pieces = moment.t, moment.pieces
    lines = pieces.units("voice")
    spoken = sum(pieces.voice(unit) is not None for unit in lines)
    wanted = float(moment.snap.view.setting("loudness"))
    level = t("cut.lufs.is", loudness=f"{cut.loudness:.1f}", peak=f"{cut.peak:.1f}").replace("-", "−")
    return [
        Row(t("cut.lufs"), level, _good(moment, abs(cut.loudness - wanted) < 1 and cut.peak <= -0.9)),
        Row(t("cut.script"), t("cut.script.is", n=spoken, all=len(lines)), _good(moment, spoken == len(lines))),
        Row(t("cut.length"), show.clock(cut.duration), _good(moment, True)),
    ]


def _captions(moment: Moment) -> list[Row]:
    t, seen = moment.t, subtitles_show.Seen.of(moment)
    if not seen.cues:
        return []
    if not seen.found:
        return [Row(t("cut.captions.title"), t("cut.captions.good", n=len(seen.cues)), _good(moment, True))]
    first = seen.found[0]
    words = t(
        "cut.captions.bad", n=len(seen.found), where=show.clock(first.at), what=subtitles_show.finding(moment, first)
    )
    fixes = sum(bool(each.fix) for each in seen.found)
    fix = (
        button(t("cap.fix.all", n=fixes), "mend-all", kind="small")
        if fixes
        else button(t("cut.show"), "go", kind="small", id="subtitles")
    )
    return [Row(t("cut.captions.title"), words, _good(moment, False), fix)]


def _looked(moment: Moment, key: Key) -> list[Row]:
    """The look over every picture and sound; each thing found takes the player there."""
    t, snap = moment.t, moment.snap
    name = t("cut.pictures")
    busy = any(
        ask.verb == "inspect" and ask.target == str(key) and ask.state in ("queued", "running") for ask in snap.asks
    )
    if busy:
        return [Row(name, t("cut.looking"), Mark("working", t("state.working")))]
    found = inspecting.seen(moment.open.project, snap.view, key)
    again = button(t("cut.look"), "look-over", kind="small")
    if found is None:
        return [Row(name, t("cut.look.not"), Mark("missing", t("state.missing")), again)]
    others = [flaw for flaw in found if not flaw.rule.startswith("caption_")]
    if not others:
        return [Row(name, t("cut.look.good"), _good(moment, True))]
    rows = [
        Row(
            flaw.says,
            flaw.fix,
            Mark("failed" if flaw.severity == "error" else "stale", t("cut.bad")),
            player.jump(flaw.start, show.clock(flaw.start)),
        )
        for flaw in others[:MOST_FLAWS]
    ]
    return [Row(name, t("cut.look.bad", n=len(others)), _good(moment, False)), *rows]


# ---------------------------------------------------------------- sizes and downloads


def sizes(moment: Moment) -> str:
    """Which shapes the film is cut in; each is pressed to add or take it away."""
    t, view = moment.t, moment.snap.view
    brief = view.content(Key("brief"))
    there = {shape_of(size): size for size in brief.sizes} if brief else {}
    tiles = "".join(
        f'<button type="button" class="shape" data-do="size" data-id="{shape}" aria-pressed="{"true" if shape in there else "false"}">'
        f'<i style="aspect-ratio:{wide}/{high}" aria-hidden="true"></i><span>{shape}<small>{text(t(f"shape.{shape}"))}</small></span></button>'
        for shape, (wide, high) in SHAPES.items()
    )
    hint = f'<p class="rw-s rw-muted">{text(t("cut.sizes.hint"))}</p>'
    return player.section(
        t("cut.sizes"), f'<div class="shapes" role="group" aria-label="{text(t("cut.sizes"))}">{tiles}</div>{hint}'
    )


def downloads(moment: Moment, key: Key) -> str:
    """Everything that can be saved."""
    t, film = moment.t, moment.asked.film
    cut: Cut | None = moment.snap.view.content(key)

    def link(kind: str, what: str, shown: str = "") -> str:
        size = f"?size={key.unit}" if kind != "project" else ""
        words = shown or kind.upper()
        return player.download(f"/export/{film}/{kind}{size}", words, t("cut.as", what=t(what), kind=words))

    rows, seen = [], subtitles_show.Seen.of(moment)
    if cut is not None:
        files = "".join(link(kind, "cut.captions.files") for kind in ("srt", "vtt", "ass"))
        rows.append(
            Row(
                t("cut.film"),
                f"{key.unit.replace('x', ' × ')}, {cut.film.size / 1e6:.0f} MB",
                end=link("mp4", "cut.film"),
            )
        )
        rows.append(Row(t("cut.captions.files"), t("count.subtitles", n=len(seen.cues)), end=files))
    if moment.pieces.times and cut is not None:
        rows.append(Row(t("cut.stems"), t("cut.stems.what"), end=link("stems", "cut.stems", "WAV")))
    pictures = sum(bool(moment.pieces.picture("keyframe", unit)) for unit in moment.pieces.units("keyframe"))
    if pictures:
        rows.append(Row(t("cut.sheet"), t("count.keyframe", n=pictures), end=link("sheet", "cut.sheet", "PDF")))
    rows.append(Row(t("cut.whole"), "", end=link("project", "cut.whole", "ZIP")))
    return player.section(t("cut.downloads"), player.downloads(rows))
