"""What a take contains, stage by stage: one frozen record each. Media are `Blob`s, times are seconds, sizes are 'WIDTHxHEIGHT'."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, field_validator

from engine.types import Blob, Frozen, Word

Mode = Literal["idea", "story", "script"]
Framing = Literal["wide", "medium", "close", "detail"]
Camera = Literal[
    "push", "pull", "pan_left", "pan_right", "tilt_up", "tilt_down", "truck_left", "truck_right", "diagonal", "arc",
    "hold", "breathe", "handheld",
]  # fmt: skip
Transition = Literal[
    "cut", "dissolve", "fade", "fade_white", "wipe_left", "wipe_right", "wipe_up", "wipe_down",
    "push_left", "push_right", "push_up", "push_down", "zoom_blur",
]  # fmt: skip
Hour = Literal["", "dawn", "day", "dusk", "night"]
Weather = Literal["", "clear", "rain", "fog", "snow", "storm", "wind", "cloud"]
EntryKind = Literal["character", "place", "prop", "style"]

NARRATOR = "narrator"


class Brief(Frozen):
    """The person's own words and wishes; everything else follows from it. `card` is a filled story card (idea mode)."""

    text: str
    mode: Mode = "story"
    title: str = ""
    language: str = "en"
    audience: str = ""
    tone: str = ""
    target_seconds: float | None = Field(default=None, ge=5, le=7200)
    sizes: tuple[str, ...] = ("1280x720",)
    fps: int = 30
    look: str = "paper"
    card: dict[str, str] = Field(default_factory=dict)

    @field_validator("sizes")
    @classmethod
    def _sizes(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for size in value:
            parse_size(size)
        if not value:
            raise ValueError("a film needs at least one size, such as 1280x720")
        return value

    @field_validator("fps")
    @classmethod
    def _fps(cls, value: int) -> int:
        if value not in (24, 25, 30):
            raise ValueError(f"{value} frames a second is not offered; choose 24, 25 or 30")
        return value


class BibleEntry(Frozen):
    """A fixed fact of the film. Characters that speak have a `voice` (provider's voice name) and a `pace` (1 = normal)."""

    kind: EntryKind
    name: str
    look: str = ""
    voice: str = ""
    pace: float = Field(default=1.0, ge=0.5, le=2.0)
    aliases: tuple[str, ...] = ()
    mood: str = ""
    palette: str = ""
    lexicon: dict[str, str] = Field(default_factory=dict)


class Line(Frozen):
    """What one speaker says in one breath. `source` is the passage of the story that the line was made from: a person's
    edit of `text` leaves it as it was, so that shots know whether the story or only its wording changed. `pause` is the
    silence after it in seconds."""

    speaker: str = NARRATOR
    text: str
    emotion: str = ""
    pace: float = Field(default=1.0, ge=0.5, le=2.0)
    pause: float = Field(default=0.3, ge=0.0, le=10.0)
    source: str = ""
    draft: bool = False

    @field_validator("text")
    @classmethod
    def _text(cls, value: str) -> str:
        if not value.strip():
            raise ValueError("a line needs words; remove the line instead of emptying it")
        return value.strip()


class Scene(Frozen):
    """Lines that belong to one place and time."""

    title: str = ""
    lines: tuple[str, ...]


class ScriptOrder(Frozen):
    """Which lines there are and how they follow each other, and what the writer would call the film."""

    scenes: tuple[Scene, ...]
    title: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(unit for scene in self.scenes for unit in scene.lines)


class Voice(Frozen):
    """A line's sound (48 kHz mono WAV at -16 LUFS, trimmed) and when each shown word is heard in it."""

    voice: str
    audio: Blob
    duration: float
    words: tuple[Word, ...]
    spoken: str = ""
    loudness: float = -16.0


class Cue(Frozen):
    """One caption: its rows of text and its words, in seconds from the start of the line."""

    start: float
    end: float
    rows: tuple[str, ...]
    words: tuple[Word, ...] = ()


class Subtitles(Frozen):
    """The captions of one line."""

    cues: tuple[Cue, ...]


class Span(Frozen):
    """Words `first` up to but not including `last` (None = to the end) of a line."""

    line: str
    first: int = Field(default=0, ge=0)
    last: int | None = None


class Shot(Frozen):
    """One continuous view: which words it covers and what is seen. `transition` leads into it; `keywords` are its few strongest words.

    `hour`, `weather`, `setting` and `land` hold where the words of its picture leave them open: the film's course, which planning
    lays over all shots once, so that a changed picture changes no other. `sound` is what is heard beside voices and music, in a few words.
    """

    spans: tuple[Span, ...]
    picture: str
    framing: Framing = "medium"
    camera: Camera = "push"
    motion: str = ""
    characters: tuple[str, ...] = ()
    place: str = ""
    transition: Transition = "cut"
    keywords: tuple[str, ...] = ()
    mood: str = ""
    hour: Hour = ""
    weather: Weather = ""
    setting: str = ""
    land: str = ""
    sound: str = ""


class ShotOrder(Frozen):
    """Which shots there are and how they follow each other."""

    shots: tuple[str, ...]


class Box(Frozen):
    """A rectangle in fractions (0 to 1) of a picture's width and height."""

    x: float
    y: float
    w: float
    h: float


class Picture(Frozen):
    """One image of a keyframe, composed for one size of film; `focus` is what must stay in frame, `scene` what was drawn
    as data where its maker keeps it."""

    size: str
    image: Blob
    focus: Box | None = None
    scene: dict[str, Any] | None = None


class Keyframe(Frozen):
    """The still that defines a shot, once for each size of the film (a person's own picture serves every size)."""

    pictures: tuple[Picture, ...]
    prompt: str = ""
    shows: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    def picture(self, size: str) -> Picture:
        """The picture composed for `size`, else the first."""
        return next((p for p in self.pictures if p.size == size), self.pictures[0])


class Window(Frozen):
    """What the camera sees: a rectangle in fractions of the picture, of the film's own shape."""

    x: float
    y: float
    w: float
    h: float


class Move(Frozen):
    """A camera move over one size's picture, from window to window: `bow` bends its way, a `hand` strays, `breath` comes
    nearer and goes again, `depth` is how much of a layered scene's depth it shows."""

    size: str
    start: Window
    end: Window
    ease: Literal["linear", "smooth"] = "smooth"
    bow: tuple[float, float] = (0.0, 0.0)
    hand: float = 0.0
    breath: float = 0.0
    depth: float = 1.0
    seed: int = 0


class Footage(Frozen):
    """A film file as it was made or brought, of `seconds` at `fps` frames a second, for one size of film: made in so many `parts`, or
    a person's own, which serves every size."""

    size: str
    film: Blob
    seconds: float
    fps: float
    parts: int = 1
    own: bool = False


class Sheet(Frozen):
    """One drawing of a scene in layers: its corner at (x, y) pixels of the picture, `scale` of its pixels for one of those; how it moves
    by itself as plain data, and the drawings that take its place (`others`)."""

    image: Blob
    x: float
    y: float
    depth: float
    blend: Literal["over", "screen"] = "over"
    scale: float = 1.0
    motion: dict[str, Any] = Field(default_factory=dict)
    others: tuple[Blob, ...] = ()


class Layered(Frozen):
    """A keyframe's scene in layers from far to near, for one size of film; `subject` is the depth of what the shot is about, `surface`
    lies still on the screen."""

    size: str
    width: int
    height: int
    subject: float
    sheets: tuple[Sheet, ...]
    surface: Blob


class Clip(Frozen):
    """The moving picture of a shot: a camera move over its keyframe for `frames` frames, or footage, which is made as long as its shot
    when it is shown; and a light proxy to look at."""

    keyframe: Keyframe
    moves: tuple[Move, ...] = ()
    frames: int
    fps: int
    proxy: Blob | None = None
    footage: tuple[Footage, ...] = ()
    layers: tuple[Layered, ...] = ()

    def move(self, size: str) -> Move:
        """The move planned for `size`, else the first."""
        return next((m for m in self.moves if m.size == size), self.moves[0])

    def filmed(self, size: str) -> Footage | None:
        """The footage for `size`, else the first; None where the clip is a camera move."""
        return next((f for f in self.footage if f.size == size), self.footage[0] if self.footage else None)

    def layered(self, size: str) -> Layered | None:
        """The scene in layers for `size`; None where there is only a flat picture."""
        return next((each for each in self.layers if each.size == size), None)

    @property
    def is_own(self) -> bool:
        """Whether it is a person's own film."""
        return bool(self.footage) and self.footage[0].own


class Sound(Frozen):
    """What is heard in one shot beside voices and music: what was asked for (`words`), what of that is heard (`shows`) and what not. It goes
    round for as long as its shot lasts where it `loops`, and is heard once elsewhere; `loudness` is in LUFS."""

    words: str
    audio: Blob
    duration: float
    loops: bool = True
    loudness: float = -16.0
    shows: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    credit: str = ""
    own: bool = False


class Music(Frozen):
    """The bed under the film; `audio` is None where the film has none. `bars` are loop points in seconds."""

    bed: str
    mood: str = ""
    audio: Blob | None = None
    bpm: float = 0.0
    loops: tuple[float, ...] = ()
    credit: str = ""


class Cut(Frozen):
    """The film in one size."""

    size: str
    fps: int
    film: Blob
    srt: Blob
    frames: int
    duration: float
    loudness: float
    peak: float


def parse_size(text: str) -> tuple[int, int]:
    """'1280x720' -> (1280, 720); ValueError unless both are even and between 64 and 7680 pixels."""
    try:
        width, height = (int(part) for part in text.lower().split("x"))
    except ValueError:
        raise ValueError(f"'{text}' is not a size; write it as 1280x720") from None
    if not all(64 <= side <= 7680 and side % 2 == 0 for side in (width, height)):
        raise ValueError(f"{text} cannot be filmed; use even numbers between 64 and 7680, such as 1280x720")
    return width, height
