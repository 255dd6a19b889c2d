"""The usual moviepy script for such a film: resized stills, cross-fades, captions as clips, one write_videofile.

Runs in a virtual environment of its own, since moviepy holds Pillow back, and so imports nothing of ours but figures.
Example: `python moviepy_script.py film.json out.mp4 medium`.
"""

import json
import resource
import sys
import time
from pathlib import Path

from moviepy import (
    AudioFileClip,
    CompositeAudioClip,
    CompositeVideoClip,
    ImageClip,
    TextClip,
    afx,
    vfx,
)


def cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def pictures(film: dict) -> list:
    """Stills that fill the frame and grow or shrink by a factor of time, each fading into the next."""
    width, height = film["size"]
    fade, clips = film["dissolve"], []
    for n, shot in enumerate(film["shots"]):
        seconds = shot["seconds"] + (fade if n < len(film["shots"]) - 1 else 0)
        a, b = 1 / shot["from"], 1 / shot["to"]
        clip = ImageClip(shot["picture"]).with_duration(seconds)
        clip = clip.resized(max(width / clip.w, height / clip.h))
        clip = clip.resized(lambda t, a=a, b=b, s=seconds: a + (b - a) * t / s).with_position("center")
        clip = CompositeVideoClip([clip], size=(width, height)).with_duration(seconds).with_start(shot["start"])
        clips.append(clip.with_effects([vfx.CrossFadeIn(fade)]) if n else clip)
    return clips


def captions(film: dict) -> list:
    """One text clip a caption, without the light on single words."""
    height = film["size"][1]
    return [
        TextClip(font=film["font"], text=cue["text"], font_size=62, color="white", stroke_color="black", stroke_width=4)
        .with_start(cue["start"])
        .with_duration(cue["end"] - cue["start"])
        .with_position(("center", round(0.85 * height)))
        for cue in film["cues"]
    ]


def main() -> None:
    """Write the film and print what it took."""
    film = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    began, used = time.perf_counter(), cpu()
    made = CompositeVideoClip([*pictures(film), *captions(film)], size=tuple(film["size"]))
    music = AudioFileClip(film["music"]).with_effects([afx.AudioLoop(duration=film["seconds"])])
    voices = [AudioFileClip(line["path"]).with_start(line["start"]) for line in film["lines"]]
    sound = CompositeAudioClip([*voices, music.with_volume_scaled(0.2)]).with_duration(film["seconds"])
    made = made.with_audio(sound).with_duration(film["seconds"])
    made.write_videofile(
        sys.argv[2], fps=film["fps"], codec="libx264", audio_codec="aac", preset=sys.argv[3], threads=2, logger=None,
        temp_audiofile_path=str(Path(sys.argv[2]).parent),
    )  # fmt: skip
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    figures = {"wall": time.perf_counter() - began, "cpu": cpu() - used, "memory": most * 1024}
    print(json.dumps({"moviepy": {**figures, "size": Path(sys.argv[2]).stat().st_size}}))


if __name__ == "__main__":
    main()
