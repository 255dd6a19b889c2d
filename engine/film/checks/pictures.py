"""Black, frozen and repeated frames, and cuts that come too early or too late.

Where the film is known, what is meant to be black or still is no flaw.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import numpy as np

from engine.film.checks.flaw import Flaw, Rules
from engine.film.checks.watching import Watched
from engine.film.effects import Freeze, Ramp
from engine.film.levels import spans
from engine.film.types import Film, Shot

Span = tuple[float, float]
_MOVING, _SAME_SHARE = 0.3, 0.25
"""A repeated frame changes this little beside the frames around it, which move."""
_SECONDS = 2.0
_CUT_REACH = 12
_CUT_SHARE = 4.0


def picture_flaws(seen: Watched, promised: int, film: Film | None, rules: Rules) -> Iterator[Flaw]:
    """Everything that is wrong with what is seen; the file promises so many frames."""
    if not seen.whole or len(seen.times) < promised:
        at = float(seen.times[-1])
        yield Flaw("damaged", "error", at, at, "The pictures break off or are damaged here.", "Render the film again.")
    yield from _black(seen, film, rules)
    yield from _frozen(seen, film, rules)
    yield from _repeated(seen, film, rules)
    if film:
        yield from _cuts(seen, film)


def _black(seen: Watched, film: Film | None, rules: Rules) -> Iterator[Flaw]:
    meant = _dark_spans(film, rules, float(seen.times[-1]) + seen.step)
    for a, b in spans(seen.dark >= rules.black_share):
        for start, end in _without((float(seen.times[a]), float(seen.times[b - 1]) + seen.step), meant):
            if end - start >= rules.black:
                says = f"Nothing but black is seen for {end - start:.1f} seconds."
                yield Flaw("black", "error", start, end, says, "Look at the picture of this shot, or shorten the fade.")


def _dark_spans(film: Film | None, rules: Rules, length: float) -> list[Span]:
    """Where black is meant: the film's ends, and fades between shots."""
    if not film:
        return [(0.0, rules.ends), (length - rules.ends, length)]
    second = 1 / float(film.fps)
    found = [(length - (film.fade_out + 2) * second, length)]
    for shot, (start, _) in _shots(film):
        if shot.transition == "fade":
            around = (shot.transition_frames or round(float(film.fps) / 2)) * second
            found.append((start - around, start + around))
    return found


def _frozen(seen: Watched, film: Film | None, rules: Rules) -> Iterator[Flaw]:
    meant = _still_spans(film) if film else []
    for a, b in seen.still:
        if float(seen.dark[a:b].mean()) >= rules.black_share:
            continue
        for start, end in _without((float(seen.times[a]), float(seen.times[b - 1]) + seen.step), meant):
            if end - start >= rules.frozen:
                says = f"The picture stands still for {end - start:.1f} seconds."
                severity = "error" if film else "warning"
                fix = "Give the shot a camera move, or render it again."
                yield Flaw("frozen", severity, start, end, says, fix)  # type: ignore[arg-type]


def _still_spans(film: Film) -> list[Span]:
    """Where a picture may stand still: under a camera that does, in footage and scenes, and in the film's last fade."""
    found = [span for shot, span in _shots(film) if not _must_move(shot)]
    return [*found, (film.seconds - film.fade_out / float(film.fps), film.seconds)]


def _must_move(shot: Shot) -> bool:
    stopped = any(isinstance(effect, Freeze | Ramp) for effect in shot.effects)
    moves = shot.move.start != shot.move.end or shot.move.hand > 0 or shot.move.breath > 0
    return isinstance(shot.picture, Path) and moves and not stopped


def _shots(film: Film) -> list[tuple[Shot, Span]]:
    """Each shot with the seconds at which it begins and ends."""
    bounds = [frame / float(film.fps) for frame in accumulate((shot.frames for shot in film.shots), initial=0)]
    return [(shot, (bounds[n], bounds[n + 1])) for n, shot in enumerate(film.shots)]


def _repeated(seen: Watched, film: Film | None, rules: Rules) -> Iterator[Flaw]:
    """Frames that are shown twice while everything around them moves."""
    changes, reach = seen.changes, 6
    if len(changes) < 2 * reach:
        return
    around = np.median(np.lib.stride_tricks.sliding_window_view(np.pad(changes, reach, "edge"), 2 * reach + 1), axis=1)
    beside = np.minimum(np.roll(changes, 1), np.roll(changes, -1))
    lone = (around > _MOVING) & (changes < _SAME_SHARE * around) & (beside > 0.5 * around)
    meant = [span for shot, span in _shots(film) if not isinstance(shot.picture, Path)] if film else []
    times = [float(seen.times[n]) for n in np.flatnonzero(lone)]
    times = [at for at in times if not any(a <= at < b for a, b in meant)]
    while times:
        near = [at for at in times if at < times[0] + _SECONDS]
        if len(near) >= rules.duplicates:
            says = f"{len(near)} frames are shown twice within {_SECONDS:.0f} seconds, so that the motion stutters."
            yield Flaw("repeated", "warning", near[0], near[-1], says, "Render the shot again, or use faster footage.")
        times = times[len(near) :]


def _cuts(seen: Watched, film: Film) -> Iterator[Flaw]:
    """Shots whose picture changes at another frame than planned."""
    for shot, (start, _) in _shots(film)[1:]:
        frame = round(start * float(film.fps))
        a, b = max(1, frame - _CUT_REACH), min(len(seen.changes), frame + _CUT_REACH + 1)
        if shot.transition != "cut" or b - a < 3:
            continue
        changes = seen.changes[a:b]
        found = a + int(changes.argmax())
        if found != frame and changes.max() > _CUT_SHARE * max(
            float(seen.changes[frame]), float(np.median(changes)), 1.0
        ):
            at = found / float(film.fps)
            says = f"Shot {shot.id} begins {abs(found - frame)} frames {'late' if found > frame else 'early'}."
            yield Flaw("drift", "error", at, at, says, "Render the film again.")


def _without(span: Span, meant: list[Span]) -> list[Span]:
    """What is left of a span outside others."""
    left = [span]
    for a, b in meant:
        left = [part for c, d in left for part in ((c, min(d, a)), (max(c, b), d)) if part[1] > part[0]]
    return left
