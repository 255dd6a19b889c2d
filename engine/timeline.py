"""The clock: words give lines their length, lines give shots theirs. Integer frames; nothing here is stored or typed in.

Each line takes a slot of whole frames (its voice and the pause after it), so that a change in one line moves later ones but
never changes their length. The film opens with 0.5 s and ends with 1.0 s of air. Example: `line_frames(view, "l03")`.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.artifacts import Line, Shot, Span, Voice
from engine.graph import View
from engine.types import Key

HEAD, TAIL = 0.5, 1.0


@dataclass(frozen=True)
class Slot:
    """A line's place in the film: its first frame and how many it takes."""

    line: str
    start: int
    frames: int


def fps(view: View) -> int:
    """Frames a second of the film."""
    return int(view.content(Key("brief")).fps)


def line_frames(view: View, unit: str) -> int:
    """Frames of a line's voice and the pause after it."""
    voice: Voice = view.content(Key("voice", unit))
    line: Line = view.content(Key("script", unit))
    return max(1, round((voice.duration + line.pause) * fps(view)))


def slots(view: View) -> tuple[Slot, ...]:
    """All lines in order; the first starts after the head."""
    at = round(HEAD * fps(view))
    found = []
    for unit in view.content(Key("script", "order")).lines:
        frames = line_frames(view, unit)
        found.append(Slot(unit, at, frames))
        at += frames
    return tuple(found)


def span_frames(view: View, span: Span) -> int:
    """Frames of a line that a span covers; a cut inside a line falls between two words."""
    whole = line_frames(view, span.line)
    words = view.content(Key("voice", span.line)).words
    first = _boundary(view, words, span.first)
    last = whole if span.last is None or span.last >= len(words) else _boundary(view, words, span.last)
    return max(1, last - first)


def _boundary(view: View, words: tuple, index: int) -> int:
    if index <= 0 or index >= len(words):
        return 0 if index <= 0 else round(words[-1].end * fps(view))
    return round((words[index - 1].end + words[index].start) / 2 * fps(view))


def shot_frames(view: View, unit: str) -> int:
    """Frames of a shot: its spans, with the film's head in the first and its tail in the last."""
    shot: Shot = view.content(Key("shotlist", unit))
    order = view.content(Key("shotlist", "order")).shots
    frames = sum(span_frames(view, span) for span in shot.spans)
    frames += round(HEAD * fps(view)) if order and order[0] == unit else 0
    frames += round(TAIL * fps(view)) if order and order[-1] == unit else 0
    return frames
