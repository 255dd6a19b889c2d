"""The cut: the film itself, one piece for each size. Its segments are cached, so that only what changed is encoded again."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.artifacts import Clip, Cut, Music, parse_size
from engine.caption_times import Placed, placed
from engine.graph import Made, Need, Result, View, Work
from engine.hashing import digest, plain
from engine.stages.base import BaseStage
from engine.stages.clip import Find, film_shot, timed, timing
from engine.stages.sounds import heard, sound_effects
from engine.timeline import fps, slots
from engine.types import Frozen, Key

if TYPE_CHECKING:
    from engine import film

BRIEF = Key("brief")
SHOTS = Key("shotlist", "order")
LINES = Key("script", "order")
MUSIC = Key("music")
CAPTIONS = ("captions", "caption_font", "caption_size", "caption_colour", "caption_highlight", "caption_place",
            "caption_box", "caption_box_colour", "caption_platform", "caption_track")  # fmt: skip


class CutStage(BaseStage):
    """One piece a size."""

    name = "cut"
    version = 2

    def model(self, unit: str) -> type[Frozen]:
        return Cut

    def units(self, view: View) -> tuple[str, ...]:
        brief = view.content(BRIEF)
        return brief.sizes if brief else ()

    def needs(self, view: View, unit: str) -> tuple[Need, ...]:
        lines, shots = view.units("voice"), view.units("keyframe")
        needs = [
            view.derive("script.order", (LINES,), "order of lines", lambda: list(view.content(LINES).lines)),
            view.derive("shotlist.order", (SHOTS,), "order of shots", lambda: list(view.content(SHOTS).shots)),
            view.derive("music", (MUSIC,), "bed", lambda: _bed(view.content(MUSIC))),
            view.pick(BRIEF, "fps"),
            view.derive("title", (BRIEF, LINES), "title", lambda: film_title(view)),
            view.pick(BRIEF, "language"),
        ]
        for shot in shots:
            clip, planned = Key("clip", shot), Key("shotlist", shot)
            made: Clip | None = view.content(clip)
            keys = (clip, *timing(view, shot)) if made and made.footage else (clip,)
            needs.append(view.derive(str(clip), keys, "picture and length", partial(_seen, view, clip, unit)))
            needs.append(view.pick(planned, "transition", name=f"{planned}.transition"))
        for shot in view.units("sounds"):
            sound = Key("sounds", shot)
            needs.append(view.derive(str(sound), (sound,), "sound", partial(_sounding, view, sound)))
        for line in lines:
            voice, cues, text = Key("voice", line), Key("subtitles", line), Key("script", line)
            needs.append(view.derive(str(voice), (voice,), "sound", partial(_heard, view, voice)))
            needs.append(view.derive(str(cues), (cues,), "captions", partial(_cues, view, cues)))
            needs.append(view.pick(text, "pause", name=f"{text}.pause"))
        return tuple(needs)

    def provider(self, view: View, unit: str) -> str:
        return "film"

    def params(self, view: View, unit: str) -> dict[str, Any]:
        level = ("sounds_level",) if view.units("sounds") else ()  # a film without sounds does not answer to it
        return {name: view.setting(name) for name in ("loudness", "quality", *level, *CAPTIONS)}

    def size(self, view: View, unit: str) -> float:
        clips = [view.content(Key("clip", shot)) for shot in view.units("keyframe")]
        width, height = parse_size(unit)
        return sum(clip.frames if clip else 150 for clip in clips) * width * height / 1e6 or 1.0

    def make(self, work: Work) -> Result:
        from engine import film

        planned = planned_film(work.view, work.unit, work.find)
        work.cache.mkdir(parents=True, exist_ok=True)
        out, srt = work.scratch / "film.mp4", work.scratch / "film.srt"
        report = film.render(
            planned,
            out,
            cache=work.cache,
            quality=work.view.setting("quality"),
            progress=lambda share, *_: work.progress(share, "filming"),
        )
        film.write_srt(planned.cues, srt)
        cut = Cut(
            size=work.unit,
            fps=fps(work.view),
            film=work.keep(out, "video/mp4"),
            srt=work.keep(srt, "application/x-subrip"),
            frames=report.frames,
            duration=report.duration,
            loudness=round(report.loudness, 2),
            peak=round(report.peak, 2),
        )
        return Result((Made(work.unit, cut),), "film", size=self.size(work.view, work.unit))


def film_title(view: View) -> str:
    """What the film is called: the person's title, else the script's."""
    brief, order = view.content(BRIEF), view.content(LINES)
    return (brief.title if brief else "") or (order.title if order else "")


def _cues(view: View, key: Key) -> Any:
    return plain(view.content(key).cues)


def _seen(view: View, key: Key, size: str) -> dict[str, Any]:
    clip: Clip = timed(view, key.unit, view.content(key))
    footage = clip.filmed(size)
    if footage:
        return {"footage": footage.film.sha256, "seconds": footage.seconds, "frames": clip.frames}
    layers = {"layers": digest("layers", plain(scene))} if (scene := clip.layered(size)) else {}
    shown = {"picture": clip.keyframe.picture(size).image.sha256, "move": plain(clip.move(size))}
    return {**shown, **layers, "frames": clip.frames}


def _heard(view: View, key: Key) -> dict[str, Any]:
    voice = view.content(key)
    return {"audio": voice.audio.sha256, "duration": voice.duration}


def _sounding(view: View, key: Key) -> dict[str, Any]:
    return heard(view.content(key))


def _bed(music: Music) -> dict[str, Any]:
    return {"audio": music.audio.sha256 if music.audio else "", "loops": plain(music.loops)}


def planned_film(view: View, size: str, find: Find) -> film.Film:
    """The whole film of one size as the film library takes it; `find` tells where a blob lies."""
    from engine import film

    brief, music = view.content(BRIEF), view.content(MUSIC)
    placed = slots(view)
    cues = film_cues(view)
    rate = fps(view)
    bed = film.Bed(find(music.audio), music.loops) if music.audio else None
    shots = tuple(
        film_shot(
            find,
            unit,
            timed(view, unit, view.content(Key("clip", unit))),
            size,
            view.content(Key("shotlist", unit)).transition,
        )
        for unit in view.content(SHOTS).shots
    )
    return film.Film(
        size=parse_size(size),
        fps=rate,
        shots=shots,
        cues=cues,
        style=caption_style(view, cues, parse_size(size)),
        lines=tuple(
            film.Line(find(view.content(Key("voice", s.line)).audio), s.start * film.RATE // rate) for s in placed
        ),
        bed=bed,
        sound_effects=sound_effects(view, find, shots, rate),
        mix=film.Mix(loudness=view.setting("loudness")),
        title=film_title(view),
        language=brief.language,
        fade_out=round(0.7 * rate),
        caption_track=view.setting("caption_track") == "yes",
    )


def film_cues(view: View) -> tuple[film.Cue, ...]:
    """All captions in seconds of the film."""
    return tuple(_film_cue(each) for each in placed(view))


def _film_cue(each: Placed) -> film.Cue:
    from engine import film

    at = each.start - each.cue.start
    words = tuple(film.Word(word.w, at + word.start, at + word.end) for word in each.cue.words)
    return film.Cue(each.start, each.end, each.cue.rows, words)


def caption_style(view: View, cues: tuple[film.Cue, ...], size: tuple[int, int]) -> film.CaptionStyle:
    """The caption style that was chosen, with a person's own changes."""
    from engine import film
    from engine.fonts import fonts_for

    name, font = view.setting("captions"), view.setting("caption_font")
    chosen = film.preset(name)
    text = " ".join(row for cue in cues for row in cue.rows)
    letters = chosen.letters if font == "auto" or "." in font else font
    fonts = tuple(fonts_for(text + text.upper() if chosen.style.capitals else text, letters))
    if "." in font:
        fonts = (Path(font), *fonts)
    wanted = {
        field: view.setting(f"caption_{field}") for field in ("place", "box", "colour", "highlight", "box_colour")
    }
    changes = {field: _colour(value) for field, value in wanted.items() if value != "auto"}
    platform = view.setting("caption_platform")
    own = {"size": view.setting("caption_size")} if view.setting("caption_size") else {}
    return film.styled(name, fonts, size=size, platform="" if platform == "auto" else platform, **own, **changes)


def _colour(value: str) -> str | tuple[int, ...]:
    return tuple(bytes.fromhex(value[1:])) if value.startswith("#") else value
