"""What others do with the same film: one big ffmpeg graph as smooth as ours, and the usual moviepy script.

Both draw the same stills, moves, dissolves, captions and sound. Example: `graph(film, out, "fast", binary)`.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from engine.errors import MediaError
from engine.film import Cue, Film, Window
from engine.film.codecs import encoder
from engine.film.types import RATE
from tests.benchmarks.measure import Spent, timed

PRESCALE, FINE = 4, 8
"""How much larger the stills are made before zoompan, whose steps are two of their pixels: below 4 its motion is seen to jitter,
at 8 it is still rougher than ours, and nearest to it of what memory allows."""
FONT = "Noto Sans"


def binary() -> str:
    """The FFmpeg program of the test packages."""
    import imageio_ffmpeg

    return str(imageio_ffmpeg.get_ffmpeg_exe())


def graph(film: Film, folder: Path, out: Path, quality: str, prescale: int = PRESCALE) -> dict[str, Spent]:
    """One ffmpeg graph: stills made larger by Lanczos, zoompan, xfade, ass, ducking by sidechain, loudnorm; our encoder settings."""
    captions = folder / "captions.ass"
    captions.write_text(_ass(film), encoding="utf-8")
    options = encoder("h264").options(quality)
    command = [binary(), "-y", "-v", "error"]
    for shot in film.shots:
        command += ["-i", str(shot.picture)]
    for line in film.lines:
        command += ["-i", str(line.path)]
    command += ["-stream_loop", "-1", "-i", str(film.bed.path)]
    command += [
        "-filter_complex",
        f"{_pictures(film, captions, prescale)};{_sounds(film)}",
        "-map",
        "[v]",
        "-map",
        "[a]",
    ]
    command += ["-c:v", "libx264", *(part for name, value in options.items() for part in (f"-{name}", value))]
    command += ["-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "192k", "-t", str(film.seconds), str(out)]
    with timed(out) as spent:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise MediaError(f"The ffmpeg graph failed:\n{done.stderr[-2000:]}")
    return {f"graph_{'fine_' if prescale == FINE else ''}{quality}": spent}


def _pictures(film: Film, captions: Path, prescale: int) -> str:
    """Stills to moving pictures to one stream with captions."""
    width, height = film.size
    half = film.shots[1].transition_frames // 2 if len(film.shots) > 1 else 0
    parts = []
    for n, shot in enumerate(film.shots):
        frames = shot.frames + (half if n else 0) + (half if n < len(film.shots) - 1 else 0)
        zoom, x, y = _path(shot.move.start, shot.move.end, max(1, frames - 1))
        parts.append(
            f"[{n}:v]crop=trunc(min(iw\\,ih*{width}/{height})/2)*2:trunc(min(ih\\,iw*{height}/{width})/2)*2,"
            f"scale={width * prescale}:{height * prescale}:flags=lanczos,"
            f"zoompan=z='1/{zoom}':x='iw*{x}':y='ih*{y}':d={frames}:s={width}x{height}:fps={film.fps},"
            f"settb=1/{film.fps},format=yuv420p[p{n}]"
        )
    last_name, at = "p0", 0
    for n in range(1, len(film.shots)):
        at += film.shots[n - 1].frames
        seconds, start = 2 * half / film.fps, (at - half) / film.fps
        parts.append(f"[{last_name}][p{n}]xfade=transition=fade:duration={seconds}:offset={start}[x{n}]")
        last_name = f"x{n}"
    fonts = film.style.fonts[0].parent
    parts.append(f"[{last_name}]ass={captions}:fontsdir={fonts}[v]")
    return ";".join(parts)


def _path(a: Window, b: Window, last: int) -> tuple[str, str, str]:
    """The window's width and place at each frame, as our camera travels: even to the eye, that is by ratio."""
    zoom = f"({a.w}*pow({b.w / a.w},on/{last}))"
    along = f"(({zoom}-{a.w})/({b.w - a.w}))" if a.w != b.w else f"(on/{last})"
    return zoom, f"({a.x}+({b.x - a.x})*{along})", f"({a.y}+({b.y - a.y})*{along})"


def _sounds(film: Film) -> str:
    """Voices at their times, music ducked under them, one pass of loudnorm."""
    first = len(film.shots)
    placed = [
        f"[{first + n}:a]aresample={RATE},adelay={round(line.start / 48)}:all=1[l{n}]"
        for n, line in enumerate(film.lines)
    ]
    lines = "".join(f"[l{n}]" for n in range(len(film.lines)))
    bed = first + len(film.lines)
    return ";".join(
        [
            *placed,
            f"{lines}amix=inputs={len(film.lines)}:normalize=0,apad=whole_dur={film.seconds},asplit[say][key]",
            f"[{bed}:a]atrim=0:{film.seconds},volume=0.35,aformat=channel_layouts=stereo[bed]",
            "[bed][key]sidechaincompress=threshold=0.03:ratio=6:attack=120:release=900[low]",
            f"[say]aformat=channel_layouts=stereo[both];[both][low]amix=inputs=2:normalize=0,"
            f"loudnorm=I=-14:TP=-1:LRA=11,aresample={RATE}[a]",
        ]
    )


def _ass(film: Film) -> str:
    width, height = film.size
    size = round(0.058 * height * 1.36)
    head = (
        f"[Script Info]\nScriptType: v4.00+\nPlayResX: {width}\nPlayResY: {height}\nScaledBorderAndShadow: yes\n\n"
        "[V4+ Styles]\nFormat: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, "
        "Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, "
        "MarginL, MarginR, MarginV, Encoding\n"
        f"Style: D,{FONT},{size},&H00FFFFFF,&H000000FF,&H00181010,&H80000000,-1,0,0,0,100,100,0,0,1,4,2,2,60,60,80,1\n\n"
        "[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
    )
    return head + "".join(event for cue in film.cues for event in _events(cue))


def _events(cue: Cue) -> list[str]:
    """One event a word, with that word in colour: what karaoke by the word is in ASS."""
    events = []
    for lit, word in enumerate(cue.words):
        text = " ".join(
            f"{{\\c&H40D6FF&}}{each.text}{{\\c&HFFFFFF&}}" if n == lit else each.text
            for n, each in enumerate(cue.words)
        )
        events.append(f"Dialogue: 0,{_clock(word.start)},{_clock(word.end)},D,,0,0,0,,{text}\n")
    return events


def _clock(seconds: float) -> str:
    hundredths = round(seconds * 100)
    return f"{hundredths // 360000}:{hundredths // 6000 % 60:02d}:{hundredths // 100 % 60:02d}.{hundredths % 100:02d}"
