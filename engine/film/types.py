"""The nouns of a film: windows, moves, shots, words, cues, lines, beds, mixes and the film itself.

Frozen and free of work; nothing here knows a store, a stage or a codec. Time is integer frames at `Film.fps` and
samples at 48 kHz; seconds only where a person's words are timed. Example: `Film((1280, 720), 30, (Shot("s01", png,
move, 90),)).frames == 90`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

RATE = 48_000
"""Samples a second of everything that is heard."""

FILM_VERSION = 1
"""Raised by hand when the same film would be drawn, written or mixed differently; cached pieces of older versions are
then not used.
"""

SILENCE = -70.0
"""The loudness in LUFS of what cannot be heard (the absolute gate of BS.1770)."""

Ease = Literal["linear", "smooth"]
Transition = Literal["cut", "dissolve", "fade"]
Quality = Literal["draft", "fast", "medium"]
CaptionMode = Literal["karaoke", "plain", "none"]
Place = Literal["bottom", "middle", "top"]
Colour = tuple[int, int, int]


class Cancelled(Exception):
    """The caller asked to stop; nothing half-written is left behind."""


@dataclass(frozen=True)
class Window:
    """What the camera sees: a rectangle in fractions (0 to 1) of the picture's width and height."""

    x: float = 0.0
    y: float = 0.0
    w: float = 1.0
    h: float = 1.0


@dataclass(frozen=True)
class Move:
    """A camera move over a picture. 'smooth' starts and ends slower than it travels, yet never stands still."""

    start: Window
    end: Window
    ease: Ease = "smooth"


@dataclass(frozen=True)
class Shot:
    """One continuous view of `frames` frames.

    `transition` leads INTO this shot, lasts `transition_frames` (0 = half a second, for a transition other than a
    cut), is centred on the boundary and changes no duration; it is shortened to what both shots can spare (half of
    each). Into the first shot, 'fade' comes out of black and 'dissolve' is a cut.
    """

    id: str
    picture: Path
    move: Move
    frames: int
    transition: Transition = "cut"
    transition_frames: int = 0


@dataclass(frozen=True)
class Word:
    """A word as it is shown, with the seconds of the film between which it is heard."""

    text: str
    start: float
    end: float


@dataclass(frozen=True)
class Cue:
    """One caption in seconds of the film. Without `words` nothing is highlighted."""

    start: float
    end: float
    rows: tuple[str, ...]
    words: tuple[Word, ...] = ()


@dataclass(frozen=True)
class CaptionStyle:
    """How captions look. `fonts` are tried in order, letter by letter; variable fonts are set to `weight`.

    `size`, `outline` and `shadow` are fractions: `size` of the film's height (0 = what suits its shape), the other
    two of the letter size. `safe` is the share of the film kept clear at its left, top, right and bottom (None = what
    suits its shape).
    """

    mode: CaptionMode = "karaoke"
    fonts: tuple[Path, ...] = ()
    weight: int = 700
    size: float = 0.0
    colour: Colour = (255, 255, 255)
    highlight: Colour = (255, 214, 64)
    outline_colour: Colour = (16, 16, 24)
    outline: float = 0.075
    shadow: float = 0.10
    place: Place = "bottom"
    safe: tuple[float, float, float, float] | None = None


@dataclass(frozen=True)
class Line:
    """A voice: any file that holds sound, and the sample of the film (48 kHz) at which it starts."""

    path: Path
    start: int


@dataclass(frozen=True)
class Bed:
    """Music under the film. `loops` are seconds at which it can be cut back to its start; `gain_db` is a person's own
    correction.
    """

    path: Path
    loops: tuple[float, ...] = ()
    gain_db: float = 0.0


@dataclass(frozen=True)
class Mix:
    """How sound is put together. Levels in dB, times in seconds.

    `loudness` (LUFS integrated) and `peak` (dBTP) are of the finished film. Under speech the music plays `balance_db`
    below the speech's loudness; where nobody speaks it rises by `duck_db`. It is down `lookahead` before the first
    word, having taken `attack` to get there; it comes back over `release`, and stays down across pauses shorter than
    `hold`.
    """

    loudness: float = -14.0
    peak: float = -1.0
    balance_db: float = 12.0
    duck_db: float = 7.0
    attack: float = 0.35
    lookahead: float = 0.12
    hold: float = 1.2
    release: float = 0.9
    fade_in: float = 0.8
    fade_out: float = 2.0


@dataclass(frozen=True)
class Film:
    """Everything that a film shows and sounds like. `fade_out` is how many of its last frames go to black."""

    size: tuple[int, int]
    fps: int
    shots: tuple[Shot, ...]
    cues: tuple[Cue, ...] = ()
    style: CaptionStyle = field(default_factory=CaptionStyle)
    lines: tuple[Line, ...] = ()
    bed: Bed | None = None
    mix: Mix = field(default_factory=Mix)
    title: str = ""
    language: str = "en"
    fade_out: int = 0

    @property
    def frames(self) -> int:
        """The length in frames: the sum of its shots."""
        return sum(shot.frames for shot in self.shots)

    @property
    def seconds(self) -> float:
        return self.frames / self.fps

    @property
    def samples(self) -> int:
        """The length in samples at 48 kHz (exact at 24, 25 and 30 frames a second)."""
        return round(self.frames * RATE / self.fps)


@dataclass(frozen=True)
class Report:
    """What a render did. `loudness` (LUFS) and `peak` (dBTP) are measured on the sound as it was compressed."""

    frames: int
    duration: float
    loudness: float
    peak: float
    encoded_segments: int
    reused_segments: int
    seconds: float
