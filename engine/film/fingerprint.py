"""Names what a segment or a sound is made of: a hash of everything that shows or is heard in it, and of nothing else.

Equal fingerprints promise equal frames. Files count by their bytes, never by their names. What was found out once
(a file's hash while its stamp stays, how captions fall on a segment) is remembered beside the cache, so that naming a
film of an hour costs a fraction of a second.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import cv2
import PIL

from engine.film.captions import Captions
from engine.film.codecs import Format, encoder
from engine.film.memory import Files, Memory
from engine.film.timeline import Segment, Timeline
from engine.film.types import FILM_VERSION, Cue, Film
from engine.film.warp import KERNEL

__all__ = ["Files", "Namer", "plain"]

_LIBRARIES = (FILM_VERSION, av.__version__, cv2.__version__, PIL.__version__, KERNEL)

Hash = Callable[[Path], str]


class Namer:
    """Fingerprints of one film's segments and sound."""

    def __init__(self, film: Film, line: Timeline, captions: Captions, form: Format, memory: Memory) -> None:
        self._film, self._line, self._captions, self._memory = film, line, captions, memory
        chosen = encoder(form.codec, hardware=form.hardware)
        self._form = (film.size, str(Fraction(form.fps)), chosen.name, chosen.settings[form.quality])
        self._shots: dict[int, object] = {}
        self._cues = sorted(film.cues, key=lambda cue: cue.start) if film.style.mode != "none" else []
        self._starts = [cue.start for cue in self._cues]
        style = film.style
        self._look = (
            plain(replace(style, fonts=()), memory.sha256),
            [memory.sha256(font) for font in style.fonts],
            film.language,
        )

    def segment(self, segment: Segment) -> str:
        """The fingerprint of a segment: its shots' pictures, moves and place in them, brightness, captions, size,
        rate and encoder.
        """
        views = [(self._shot(i), *_place(self._line, i, segment)) for i in segment.shots]
        bare = plain(replace(segment, start=0, end=segment.frames, shots=()), self._memory.sha256)
        seen = (self._form, bare, views)
        near = self._near(segment)
        if not near:
            return _hash("segment", (*seen, None, None))
        guess = _hash("guess", (*seen, near, self._look))
        return self._memory.key(guess, lambda: self._with_captions(segment, seen))

    def sound(self) -> str:
        """The fingerprint of a film's sound: voices and where they start, what lies under them, the mix, the length."""
        film = self._film
        heard = {name: getattr(film, name) for name in ("lines", "bed", "beds", "sound_effects", "mix")}
        return _hash("sound-packets", (plain(heard, self._memory.sha256), film.samples))

    def _shot(self, index: int) -> object:
        if index not in self._shots:
            shot = self._film.shots[index]
            looks = {f.name: getattr(shot, f.name) for f in fields(shot) if f.name not in _ELSEWHERE}
            self._shots[index] = plain(looks, self._memory.sha256)
        return self._shots[index]

    def _with_captions(self, segment: Segment, seen: tuple[object, ...]) -> str:
        shown = self._captions.shown(segment.start, segment.end)
        return _hash("segment", (*seen, shown or None, self._look if shown else None))

    def _near(self, segment: Segment) -> list[object]:
        """The cues that may show in a segment, with their neighbours, in tenths of milliseconds from its start."""
        begin, end = (float(at / Fraction(self._film.fps)) for at in (segment.start, segment.end))
        touching = [n for n in self._range(begin, end) if self._cues[n].end > begin - _SLACK]
        if not touching:
            return []
        around = self._cues[max(0, touching[0] - 1) : touching[-1] + 2]
        return [_from(cue, begin) for cue in around]

    def _range(self, begin: float, end: float) -> range:
        last = bisect_left(self._starts, end + _SLACK)
        first = last
        while first > 0 and last - first < _LONGEST_RUN and self._starts[first - 1] > begin - _LONGEST_CUE:
            first -= 1
        return range(first, last)


_ELSEWHERE = {"id", "frames", "transition", "transition_frames"}
"""What of a shot the timeline has turned into segments."""
_SLACK = 0.05
_LONGEST_CUE, _LONGEST_RUN = 60.0, 200


def _from(cue: Cue, begin: float) -> object:
    words = [(word.text, round((word.start - begin) * 1e4), round((word.end - begin) * 1e4)) for word in cue.words]
    return (round((cue.start - begin) * 1e4), round((cue.end - begin) * 1e4), cue.rows, words)


def _place(timeline: Timeline, shot: int, segment: Segment) -> tuple[int, int, int]:
    first, last = timeline.seen[shot]
    return segment.start - first, last - first, timeline.starts[shot] - first


def plain(value: Any, sha256: Hash) -> Any:
    """A value as JSON takes it: dataclasses by their fields' names, files by their bytes."""
    if isinstance(value, Path):
        return sha256(value)
    if is_dataclass(value) and not isinstance(value, type):
        return [type(value).__name__, {f.name: plain(getattr(value, f.name), sha256) for f in fields(value)}]
    if isinstance(value, tuple | list):
        return [plain(each, sha256) for each in value]
    if isinstance(value, dict):
        return {str(name): plain(each, sha256) for name, each in value.items()}
    return str(value) if isinstance(value, Fraction) else value


def _hash(kind: str, content: object) -> str:
    text = json.dumps([kind, _LIBRARIES, content], sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()
