"""What every provider of a kind promises. Requests and results are plain frozen records that can be pickled.

A provider is a class without arguments, or with one, the model of its name. `ready()` answers None, or one sentence that says what is
missing and the exact step to get it. A paid one also has `price(request)`, US dollars before the call, and one with limits `abilities`.
Results are files in the `scratch` folder of the call; the caller stores them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from engine.types import Word

Progress = Callable[[float, str], None]
"""Called with a share (0 to 1) and a few words of what is going on; raising in it cancels the call."""


def silent(share: float, message: str = "") -> None:
    """A Progress that listens to nobody."""


@dataclass(frozen=True)
class Abilities:
    """What a provider can do, as data. Empty tuples and zeros: no limit is known. `languages` are tags ('en'); `sizes` width by height
    in pixels; `max_seconds` of one result; `references`: how many pictures a picture may lean on; `regions`: it can paint within a mask;
    `word_times`: it tells them itself; `seeds`: the same seed gives the same result; `streaming`: parts arrive while it works."""

    languages: tuple[str, ...] = ()
    sizes: tuple[tuple[int, int], ...] = ()
    max_seconds: float = 0.0
    references: int = 0
    regions: bool = False
    word_times: bool = False
    seeds: bool = False
    streaming: bool = False


@dataclass(frozen=True)
class Token:
    """One word as it is shown, with its punctuation, and how it is said ('95' -> 'ninety-five'). `phonemes` (IPA) wins over `spoken`."""

    shown: str
    spoken: str
    phonemes: str = ""


@dataclass(frozen=True)
class VoiceInfo:
    """A voice that a speech provider offers. `gender` is 'female', 'male' or ''; `grade` 0 (poor) to 1 (best)."""

    name: str
    language: str
    gender: str = ""
    grade: float = 0.5
    label: str = ""


@dataclass(frozen=True)
class SpeechRequest:
    """One line to be said, word by word."""

    tokens: tuple[Token, ...]
    language: str
    voice: str
    pace: float = 1.0
    emotion: str = ""
    seed: int = 0


@dataclass(frozen=True)
class SpeechResult:
    """`path` is a mono WAV at the provider's own rate; `words` has one entry per token, in seconds from its start, rising."""

    path: Path
    words: tuple[Word, ...]
    seconds: float
    cost: float = 0.0


@dataclass(frozen=True)
class TranscriptRequest:
    """Hear `audio` (any file that can be decoded). With `words` the text is known and only the times are wanted (forced alignment)."""

    audio: Path
    language: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class TranscriptResult:
    """With `words` asked: one entry for each of them, in order, all times filled. Without: what was heard."""

    text: str
    words: tuple[Word, ...]
    language: str = ""
    cost: float = 0.0


@dataclass(frozen=True)
class ImageRequest:
    """A picture for one shot. `shot`, `entries` and `style` are the plain contents (dicts of engine.artifacts records) that belong to it.

    `negative`: what must not be seen. `references`: pictures to stay like. `init`: a picture to start from, changed by `strength` (0 keeps
    it, 1 forgets it), and where `mask` is given (white: change) only there. A provider that cannot says so with UserError.
    """

    prompt: str
    width: int
    height: int
    seed: int = 0
    shot: dict[str, Any] = field(default_factory=dict)
    entries: dict[str, dict[str, Any]] = field(default_factory=dict)
    style: dict[str, Any] = field(default_factory=dict)
    text: str = ""
    language: str = "en"
    position: str = ""
    note: str = ""
    negative: str = ""
    references: tuple[Path, ...] = ()
    init: Path | None = None
    mask: Path | None = None
    strength: float = 0.6


@dataclass(frozen=True)
class ImageResult:
    """`path` is a PNG of the size that was asked. `focus` (x, y, w, h in fractions) must stay in frame. `shows` and `missing` are honest lists of words. `scene` is what was drawn as data, where the maker has it."""

    path: Path
    focus: tuple[float, float, float, float] | None = None
    shows: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    cost: float = 0.0
    scene: dict[str, Any] | None = None


@dataclass(frozen=True)
class TextRequest:
    """One answer in JSON that fits `schema` (a JSON schema), or free text where `schema` is empty."""

    system: str
    user: str
    schema: dict[str, Any] = field(default_factory=dict)
    name: str = "answer"
    max_tokens: int = 2000
    temperature: float = 0.7
    seed: int = 0


@dataclass(frozen=True)
class TextResult:
    """`data` is the parsed JSON where a schema was given, else None; `text` is the answer as it came."""

    text: str
    data: Any = None
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float = 0.0


@dataclass(frozen=True)
class MusicRequest:
    """A bed for a film of about `seconds`."""

    mood: str
    seconds: float
    choice: str = "auto"
    seed: int = 0


@dataclass(frozen=True)
class MusicResult:
    """`path` is the bed as it is stored (not yet looped); `loops` are seconds at which it can be cut back to its start."""

    path: Path
    bed: str
    mood: str
    bpm: float = 0.0
    loops: tuple[float, ...] = ()
    credit: str = ""
    cost: float = 0.0


@dataclass(frozen=True)
class SoundRequest:
    """What is heard in a shot, in a few words ('rain on a tin roof'), for `seconds`; with `loop` its end must run into its start."""

    prompt: str
    seconds: float
    loop: bool = True
    seed: int = 0


@dataclass(frozen=True)
class SoundResult:
    """`path` is a sound file (any that can be decoded) of `seconds`. `loops`: it goes round without a seam. `shows` and `missing` are
    honest lists of words: what is heard, and what was asked for and is not."""

    path: Path
    seconds: float
    loops: bool = True
    shows: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    credit: str = ""
    cost: float = 0.0


@dataclass(frozen=True)
class VideoRequest:
    """A moving picture that begins with `image` and lasts `seconds`; `last` is the picture to end on, where the provider can."""

    prompt: str
    image: Path
    width: int
    height: int
    seconds: float
    fps: float = 24.0
    seed: int = 0
    negative: str = ""
    last: Path | None = None


@dataclass(frozen=True)
class VideoResult:
    """`path` is a film file (any codec that can be decoded) of `seconds`, which may differ from what was asked."""

    path: Path
    seconds: float
    cost: float = 0.0


@dataclass(frozen=True)
class VisionRequest:
    """A question about pictures, answered in JSON that fits `schema`, or in words where it is empty."""

    images: tuple[Path, ...]
    question: str
    schema: dict[str, Any] = field(default_factory=dict)
    max_tokens: int = 800


@dataclass(frozen=True)
class EmbeddingRequest:
    """Texts whose meanings are to be compared."""

    texts: tuple[str, ...]


@dataclass(frozen=True)
class EmbeddingResult:
    """One vector for each text, all of one length, scaled to length 1."""

    vectors: tuple[tuple[float, ...], ...]
    cost: float = 0.0


@dataclass(frozen=True)
class ModerationRequest:
    """A text, or a picture, that is to be looked at before it is sent on."""

    text: str = ""
    image: Path | None = None


@dataclass(frozen=True)
class ModerationResult:
    """`flagged`: the service would decline it; `reasons` are its own words for why, the strongest first."""

    flagged: bool
    reasons: tuple[str, ...] = ()
    cost: float = 0.0


class Provider(Protocol):
    """What all kinds share. `name` is 'provider:model'."""

    kind: str
    name: str

    def ready(self) -> str | None: ...


class SpeechProvider(Provider, Protocol):
    """Says lines."""

    def voices(self, language: str) -> tuple[VoiceInfo, ...]: ...
    def speak(self, request: SpeechRequest, scratch: Path, progress: Progress = silent) -> SpeechResult: ...


class TranscriptProvider(Provider, Protocol):
    """Hears words."""

    def hear(self, request: TranscriptRequest, scratch: Path, progress: Progress = silent) -> TranscriptResult: ...


class ImageProvider(Provider, Protocol):
    """Makes pictures."""

    def draw(self, request: ImageRequest, scratch: Path, progress: Progress = silent) -> ImageResult: ...


class TextProvider(Provider, Protocol):
    """Writes."""

    def write(self, request: TextRequest, progress: Progress = silent) -> TextResult: ...


class MusicProvider(Provider, Protocol):
    """Finds or makes beds."""

    def compose(self, request: MusicRequest, scratch: Path, progress: Progress = silent) -> MusicResult: ...


class SoundsProvider(Provider, Protocol):
    """Makes the sounds of shots."""

    def sound(self, request: SoundRequest, scratch: Path, progress: Progress = silent) -> SoundResult: ...


class VideoProvider(Provider, Protocol):
    """Makes moving pictures from a still one."""

    def film(self, request: VideoRequest, scratch: Path, progress: Progress = silent) -> VideoResult: ...


class VisionProvider(Provider, Protocol):
    """Looks at pictures."""

    def look(self, request: VisionRequest, progress: Progress = silent) -> TextResult: ...


class EmbeddingProvider(Provider, Protocol):
    """Places texts by their meaning."""

    def embed(self, request: EmbeddingRequest, progress: Progress = silent) -> EmbeddingResult: ...


class ModerationProvider(Provider, Protocol):
    """Says what a service would decline."""

    def judge(self, request: ModerationRequest, progress: Progress = silent) -> ModerationResult: ...
