"""The nouns of a film: windows, moves, shots, words, cues, lines, beds, mixes and the film itself.

Frozen and free of work; nothing here knows a store, a stage or a codec. Time is integer frames at `Film.fps` and
samples at 48 kHz; seconds only where a person's words are timed. Example: `Film((1280, 720), 30, (Shot("s01", png,
move, 90),)).frames == 90`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Literal

from engine.film.effects import Colour, Effect, files_of
from engine.film.sources import Footage, Layers

RATE = 48_000
"""Samples a second of everything that is heard."""

FILM_VERSION = 5
"""Raised by hand when the same film would be drawn, written or mixed differently; cached pieces of older versions are
then not used.
"""

SILENCE = -70.0
"""The loudness in LUFS of what cannot be heard (the absolute gate of BS.1770)."""

Ease = Literal["linear", "smooth"]
Transition = Literal[
    "cut",
    "dissolve",
    "fade",
    "fade_white",
    "wipe_left",
    "wipe_right",
    "wipe_up",
    "wipe_down",
    "push_left",
    "push_right",
    "push_up",
    "push_down",
    "zoom_blur",
]
Quality = Literal["draft", "fast", "medium"]
CaptionMode = Literal["karaoke", "pop", "typewriter", "plain", "none"]
CaptionBox = Literal["none", "rows", "word"]
Place = Literal["bottom", "middle", "top"]


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
    """A camera move over a picture. 'smooth' starts and ends slower than it travels, yet never stands still.

    `bow` bends the way: how far (in fractions of the picture) its middle lies off the straight line. `hand` is how far
    a hand that holds the camera strays, `breath` how much nearer it comes and goes again: shares of what is seen. Both
    need that much room around the windows. `depth` is how much a scene in layers moves apart: 1 = the camera travels
    through it, 0 = it only turns.
    """

    start: Window
    end: Window
    ease: Ease = "smooth"
    bow: tuple[float, float] = (0.0, 0.0)
    hand: float = 0.0
    breath: float = 0.0
    depth: float = 1.0
    seed: int = 0


@dataclass(frozen=True)
class Shot:
    """One continuous view of `frames` frames: of a still picture, of footage, or of a scene in layers.

    `transition` leads INTO this shot, lasts `transition_frames` (0 = half a second, for a transition other than a
    cut), is centred on the boundary and changes no duration; it is shortened to what both shots can spare (half of
    each). Into the first shot, 'fade' comes out of black, 'fade_white' out of white, and every other is a cut.
    """

    id: str
    picture: Path | Footage | Layers
    move: Move
    frames: int
    transition: Transition = "cut"
    transition_frames: int = 0
    effects: tuple[Effect, ...] = ()

    def files(self) -> tuple[Path, ...]:
        """Every file that is read to draw this shot."""
        own = (self.picture,) if isinstance(self.picture, Path) else self.picture.files()
        return (*own, *files_of(self.effects))


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

    `mode`: 'karaoke' lights the word that is heard, 'pop' shows up to `words` words at a time and lets them spring up,
    'typewriter' writes letters as they are heard, 'plain' shows all still. `box` lies behind each row or behind the
    lit word only, `box_opacity` (0 to 1) thick. `size`, `outline`, `shadow` and `glow` are fractions: `size` of the
    film's height (0 = what suits its shape), the others of the letter size. `safe` is the share of the film kept
    clear at its left, top, right and bottom (None = what suits its shape). `engine.film.caption_styles` has a gallery.
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
    box: CaptionBox = "none"
    box_colour: Colour = (12, 12, 18)
    box_opacity: float = 0.62
    glow: float = 0.0
    glow_colour: Colour = (0, 200, 255)
    words: int = 3
    capitals: bool = False


@dataclass(frozen=True)
class Line:
    """A voice: any file that holds sound, and the sample of the film (48 kHz) at which it starts."""

    path: Path
    start: int
    gain_db: float = 0.0


@dataclass(frozen=True)
class Bed:
    """Music under the film. `loops` are seconds at which it can be cut back to its start; `gain_db` is a person's own
    correction.

    It plays from sample `start` of the film to `end` (None = the film's end). Where the next bed begins at this one's
    end, the change is moved to this one's nearest loop point, if one is within two seconds.
    """

    path: Path
    loops: tuple[float, ...] = ()
    gain_db: float = 0.0
    start: int = 0
    end: int | None = None


@dataclass(frozen=True)
class SoundEffect:
    """A sound that belongs to the picture (a door, rain), heard from sample `start` of the film on, as loud as its file
    is beside voices at -16 LUFS, changed by `gain_db`.

    It ends with its file, or at sample `end` of the film if that comes first; with `loop` it goes round until then.
    `fade_in` and `fade_out` are seconds.
    """

    path: Path
    start: int
    gain_db: float = 0.0
    end: int | None = None
    loop: bool = False
    fade_in: float = 0.0
    fade_out: float = 0.0


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
    balance_db: float = 10.5
    duck_db: float = 7.0
    attack: float = 0.35
    lookahead: float = 0.12
    hold: float = 1.2
    release: float = 0.9
    fade_in: float = 0.8
    fade_out: float = 2.0


MIXES: dict[str, Mix] = {
    "web": Mix(loudness=-14.0),
    "podcast": Mix(loudness=-16.0),
    "broadcast": Mix(loudness=-23.0),
}
"""Mixes for where a film is heard: video sites, podcast players, and broadcasters after EBU R 128."""


@dataclass(frozen=True)
class Film:
    """Everything that a film shows and sounds like. `fade_out` is how many of its last frames go to black,
    `caption_track` whether its captions stand in the file as well, for a player to switch on.

    Music is one `bed` under the whole film, or several `beds` in turn.
    """

    size: tuple[int, int]
    fps: int | Fraction
    shots: tuple[Shot, ...]
    cues: tuple[Cue, ...] = ()
    style: CaptionStyle = field(default_factory=CaptionStyle)
    lines: tuple[Line, ...] = ()
    bed: Bed | None = None
    mix: Mix = field(default_factory=Mix)
    title: str = ""
    language: str = "en"
    fade_out: int = 0
    beds: tuple[Bed, ...] = ()
    sound_effects: tuple[SoundEffect, ...] = ()
    caption_track: bool = False

    @property
    def frames(self) -> int:
        """The length in frames: the sum of its shots."""
        return sum(shot.frames for shot in self.shots)

    @property
    def seconds(self) -> float:
        return float(self.frames / Fraction(self.fps))

    @property
    def samples(self) -> int:
        """The length in samples at 48 kHz, to the nearest one."""
        return round(self.frames * RATE / Fraction(self.fps))


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
