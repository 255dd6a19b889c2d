"""Looks a film over before any work: what cannot be rendered is said in one sentence, with what to do about it."""

from __future__ import annotations

import math
from typing import get_args

from engine.errors import MediaError, UserError
from engine.film.rates import RATES, known
from engine.film.types import RATE, Bed, Film, Line, Shot, SoundEffect, Transition, Window

SMALLEST, LARGEST = 64, 7680
MOST_GAIN_DB, LONGEST_FADE = 60.0, 60.0
LATE_SECONDS = 0.5
"""How far a voice may reach beyond the film's end: no more than its trailing silence."""


def checked(film: Film) -> Film:
    """The film as it was given; UserError for what was asked wrongly, MediaError for files that are not there."""
    check_size(film.size)
    if not known(film.fps):
        every = ", ".join(str(rate) for rate in RATES)
        raise UserError(f"{film.fps} frames a second cannot be filmed; choose one of {every}.")
    if not film.shots:
        raise UserError("A film needs at least one shot; plan the shots first.")
    if film.fade_out < 0:
        raise UserError("The fade at the film's end cannot be shorter than nothing; give 0 frames or more.")
    for shot in film.shots:
        check_shot(shot)
    _check_cues(film)
    _check_sound(film)
    return film


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
    if shot.transition not in get_args(Transition) or shot.transition_frames < 0:
        raise UserError(
            f"Shot {shot.id} has a transition that is not known; choose one of: {', '.join(get_args(Transition))}."
        )
    if not all(_is_inside(window) for window in (shot.move.start, shot.move.end)):
        raise UserError(f"The camera of shot {shot.id} looks beyond its picture; plan its move again.")
    for path in shot.files():
        if not path.is_file():
            kind = "picture" if path == shot.picture else "file"
            raise MediaError(f"The {kind} of shot {shot.id} is not there ({path.name}); make or choose it again.")


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
    latest = film.samples + LATE_SECONDS * RATE
    for line in film.lines:
        if line.start < 0 or line.start > latest:
            raise UserError(f"The voice {line.path.name} starts outside the film; lay out the film's lines again.")
        if not line.path.is_file():
            raise MediaError(f"The voice {line.path.name} is not there; record or make it again.")
    for effect in film.sound_effects:
        if effect.start < 0 or effect.start > latest:
            raise UserError(f"The sound {effect.path.name} starts outside the film; give it a time within the film.")
        if not effect.path.is_file():
            raise MediaError(f"The sound {effect.path.name} is not there; choose it again or take it out.")
        if effect.end is not None and effect.end <= effect.start:
            raise UserError(f"The sound {effect.path.name} ends before it starts; set its times again.")
        if not all(0 <= fade <= LONGEST_FADE for fade in (effect.fade_in, effect.fade_out)):
            raise UserError(f"A fade of {effect.path.name} is out of reach; choose 0 to {LONGEST_FADE:.0f} seconds.")
    if film.bed and film.beds:
        raise UserError("A film has either one bed or several in turn; give one of both.")
    for bed in film.beds or ((film.bed,) if film.bed else ()):
        _check_bed(bed)
    _check_mix(film)


def _check_bed(bed: Bed) -> None:
    if not bed.path.is_file():
        raise MediaError(f"The music {bed.path.name} is not there; choose another or turn the music off.")
    if bed.start < 0 or (bed.end is not None and bed.end <= bed.start):
        raise UserError(f"The music {bed.path.name} ends before it starts; set its times again.")
    if not all(math.isfinite(at) for at in bed.loops):
        raise UserError(f"The music {bed.path.name} has a loop point that is no time; choose the music again.")


def _check_mix(film: Film) -> None:
    mix = film.mix
    placed: tuple[Line | SoundEffect | Bed, ...] = (*film.lines, *film.sound_effects, *film.beds)
    gains = [each.gain_db for each in placed]
    if not all(abs(gain) <= MOST_GAIN_DB for gain in (*gains, mix.balance_db, mix.duck_db)):
        raise UserError(f"A level in the mix is out of reach; choose at most {MOST_GAIN_DB:.0f} dB more or less.")
    if not all(
        0 <= at <= LONGEST_FADE for at in (mix.attack, mix.lookahead, mix.hold, mix.release, mix.fade_in, mix.fade_out)
    ):
        raise UserError(f"A fade in the mix is out of reach; choose 0 to {LONGEST_FADE:.0f} seconds.")
    if not -40.0 <= mix.loudness <= -5.0 or not -20.0 <= mix.peak <= 0:
        raise UserError(
            "The mix asks for a loudness that cannot be made; choose -40 to -5 LUFS and a peak of -20 to 0 dBTP."
        )
