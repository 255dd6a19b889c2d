"""Looks a film over before any work: what cannot be rendered is said in one sentence, with what to do about it."""

from __future__ import annotations

import math

from engine.errors import MediaError, UserError
from engine.film.types import RATE, Film, Shot, Window

RATES = (24, 25, 30)
SMALLEST, LARGEST = 64, 7680
LATE_SECONDS = 0.5
"""How far a voice may reach beyond the film's end: no more than its trailing silence."""


def check(film: Film) -> None:
    """UserError for what was asked wrongly, MediaError for files that are not there."""
    check_size(film.size)
    if film.fps not in RATES:
        raise UserError(f"{film.fps} frames a second cannot be filmed; choose 24, 25 or 30.")
    if not film.shots:
        raise UserError("A film needs at least one shot; plan the shots first.")
    if film.fade_out < 0:
        raise UserError("The fade at the film's end cannot be shorter than nothing; give 0 frames or more.")
    for shot in film.shots:
        check_shot(shot)
    _check_cues(film)
    _check_sound(film)


def check_size(size: tuple[int, int]) -> None:
    """UserError unless both sides are even and between 64 and 7680 pixels."""
    if not all(isinstance(side, int) and SMALLEST <= side <= LARGEST and side % 2 == 0 for side in size):
        raise UserError(
            f"{size[0]}x{size[1]} cannot be filmed; use even numbers between {SMALLEST} and {LARGEST}, "
            "such as 1280x720."
        )


def check_shot(shot: Shot) -> None:
    """UserError for a shot that cannot be filmed, MediaError when its picture is not there."""
    if shot.frames < 1:
        raise UserError(f"Shot {shot.id} has no frames; give it words or a length.")
    if shot.transition not in ("cut", "dissolve", "fade") or shot.transition_frames < 0:
        raise UserError(f"Shot {shot.id} has a transition that is not known; choose cut, dissolve or fade.")
    if not all(_is_inside(window) for window in (shot.move.start, shot.move.end)):
        raise UserError(f"The camera of shot {shot.id} looks beyond its picture; plan its move again.")
    if not shot.picture.is_file():
        raise MediaError(f"The picture of shot {shot.id} is not there ({shot.picture.name}); make or choose it again.")


def _is_inside(window: Window) -> bool:
    sides = (window.x, window.y, window.w, window.h)
    if not all(math.isfinite(side) for side in sides) or min(window.w, window.h) < 0.01:
        return False
    return min(sides[:2]) >= -1e-3 and window.x + window.w <= 1.001 and window.y + window.h <= 1.001


def _check_cues(film: Film) -> None:
    for cue in film.cues:
        times = [cue.start, cue.end, *(at for word in cue.words for at in (word.start, word.end))]
        if not all(math.isfinite(at) for at in times) or cue.end < cue.start:
            raise UserError(f"The caption '{' '.join(cue.rows)[:40]}' ends before it starts; set its times again.")
    if film.cues and film.style.mode != "none":
        if not film.style.fonts:
            raise MediaError(
                "Captions need a font; give the caption style at least one font file, or turn captions off."
            )
        for font in film.style.fonts:
            if not font.is_file():
                raise MediaError(f"The caption font {font.name} is not there; fetch the fonts or choose another.")


def _check_sound(film: Film) -> None:
    for line in film.lines:
        if line.start < 0 or line.start > film.samples + LATE_SECONDS * RATE:
            raise UserError(f"The voice {line.path.name} starts outside the film; lay out the film's lines again.")
        if not line.path.is_file():
            raise MediaError(f"The voice {line.path.name} is not there; record or make it again.")
    if film.bed and not film.bed.path.is_file():
        raise MediaError(f"The music {film.bed.path.name} is not there; choose another or turn the music off.")
    if not -40.0 <= film.mix.loudness <= -5.0 or film.mix.peak > 0:
        raise UserError(
            "The mix asks for a loudness that cannot be made; choose -40 to -5 LUFS and a peak of 0 dBTP or less."
        )
