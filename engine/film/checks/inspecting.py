"""Puts all checks of a finished film together, in order of time. One pass over its pictures, one over its sound."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from engine.errors import MediaError
from engine.film.checks.container import container_flaws
from engine.film.checks.flaw import Flaw, Rules
from engine.film.checks.pictures import picture_flaws
from engine.film.checks.script import script_flaws
from engine.film.checks.sounds import listened, sound_flaws
from engine.film.checks.watching import watched
from engine.film.probe import probe
from engine.film.types import Cue, Film, Word

Ears = Callable[[Path], Sequence[Word]]
"""Writes down what is heard in a file: words with their seconds."""

_CAPTION_FIXES = {
    "wrap": "Break its rows anew.",
    "extend": "Let it stand longer.",
    "shorten": "Let it end earlier.",
    "gap": "Leave a small gap before the next caption.",
    "close": "Let it last until the next caption begins.",
    "cut": "Let it begin or end on the cut.",
    "split": "Split it in two.",
    "remove": "Remove it.",
}


def inspect(
    path: Path,
    film: Film | None = None,
    *,
    script: Sequence[str] = (),
    heard: Sequence[Word] | Ears | None = None,
    rules: Rules | None = None,
) -> tuple[Flaw, ...]:
    """Everything that is wrong with a finished film, in order of time; nothing for one that is as it should be.

    With `film`, what was planned is held against what came out: length, size, cuts, voices, captions. With `script`
    (its sentences), each has to be shown once, and spoken once where `heard` gives the words that are heard in the
    file, or a function that finds them. MediaError when the file cannot be read at all.
    """
    given = rules or Rules()
    if not path.is_file():
        raise MediaError(f"The film {path.name} is not there; render it first.")
    found = [*container_flaws(path, film)]
    facts = probe(path)
    if facts.frames:
        found += picture_flaws(watched(path, given.black_level), facts.frames, film, given)
    if facts.has_audio:
        found += sound_flaws(listened(path), facts.duration, film, given)
    if film:
        found += _caption_flaws(film)
    found += _script(path, film, script, heard, given)
    return tuple(sorted(found, key=lambda flaw: (flaw.start, flaw.severity, flaw.rule)))


def _caption_flaws(film: Film) -> Iterator[Flaw]:
    from engine.film.caption_limits import caption_findings, limits

    if film.style.mode == "none" or not film.cues:
        return
    fps = float(film.fps)
    cuts = [frame / fps for frame in accumulate(shot.frames for shot in film.shots[:-1])]
    within = limits(film.language, fps=fps, shape=film.size[0] / film.size[1])
    cues: list[Cue] = sorted(film.cues, key=lambda cue: cue.start)
    for finding in caption_findings(cues, cuts, film.language, within):
        cue = cues[finding.cue]
        fix = _CAPTION_FIXES.get(finding.fix, "Edit this caption.")
        yield Flaw(f"caption_{finding.rule}", "warning", cue.start, cue.end, finding.words, fix)


def _script(
    path: Path, film: Film | None, script: Sequence[str], heard: Sequence[Word] | Ears | None, rules: Rules
) -> Iterator[Flaw]:
    if not script:
        return
    if heard is not None:
        yield from script_flaws(script, heard(path) if callable(heard) else heard, "spoken", rules)
    if film and film.cues and film.style.mode != "none":
        yield from script_flaws(script, _shown(film.cues), "shown", rules)


def _shown(cues: Sequence[Cue]) -> list[Word]:
    return [Word(" ".join(cue.rows), cue.start, cue.end) for cue in sorted(cues, key=lambda cue: cue.start)]
