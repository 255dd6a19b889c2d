"""ElevenLabs composes: 'elevenlabs:MODEL', by its own SDK: a bed for a mood.

Each call is a new piece: the service takes no seed with a prompt. A bed has no loop points; it is repeated from its end. Example:
`ElevenLabsMusic().compose(MusicRequest("tender", 60.0), scratch)`.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from engine.errors import BadOutput, MediaError
from engine.providers import calling, prices
from engine.providers import elevenlabs_wire as eleven
from engine.providers.contract import Abilities, MusicRequest, MusicResult, Progress, silent
from engine.providers.music.mood import MOODS, known_mood

DEFAULT_MODEL = "music_v1"
FORMAT = "mp3_44100_128"
SHORTEST, LONGEST = 3.0, 600.0

_SOUNDS = {
    "calm": "calm ambient underscore, soft piano and warm pads, slow",
    "tender": "tender underscore, gentle strings and piano, intimate, slow",
    "happy": "light happy underscore, plucked strings and glockenspiel, playful, medium tempo",
    "nostalgic": "nostalgic underscore, felt piano and solo cello, wistful, slow",
    "energetic": "energetic cinematic underscore, driving strings and drums, fast",
}
_PURPOSE = "instrumental, background music under a narrator, steady level, no vocals, no sudden ending"


class ElevenLabsMusic:
    """Music by the service. `timeout` is the longest silence in seconds; a minute of music takes it some tens of seconds."""

    kind = "music"
    takes_model = True
    abilities = Abilities(max_seconds=LONGEST)

    def __init__(self, model: str = "", *, timeout: float = 420.0) -> None:
        self.model = model or DEFAULT_MODEL
        self.name = f"elevenlabs:{self.model}"
        self._timeout = timeout

    def ready(self) -> str | None:
        """None, or what is missing and how to get it. Asks nobody."""
        return eleven.missing()

    def price(self, request: MusicRequest) -> float | None:
        """US dollars for this piece by the price table; None where it is not known."""
        return prices.dollars(eleven.address(), self.model, minutes=_length(request) / 60)

    def compose(self, request: MusicRequest, scratch: Path, progress: Progress = silent) -> MusicResult:
        """A bed of `request.seconds` (3 to 600) as MP3. `choice` is 'auto' (then the mood counts), a mood, or words of one's own.

        Raises MissingDependency, RateLimited, Refused, BadOutput or Unavailable (see elevenlabs_wire).
        """
        telling = calling.Telling(progress)
        telling(0.0, "asking ElevenLabs for music")
        sound = eleven.asked(
            self.name,
            lambda service: b"".join(
                service.music.compose(
                    prompt=described(request),
                    music_length_ms=round(_length(request) * 1000),
                    model_id=self.model,
                    force_instrumental=True,
                    output_format=FORMAT,
                    request_options=eleven.ONCE,
                )
            ),
            telling,
            self._timeout,
        )
        cost = self.price(request) or 0.0
        with calling.paid(cost):
            path, seconds = _kept(sound, scratch, repr(request), self.name)
            if seconds < 0.6 * _length(request):
                message = (
                    f"ElevenLabs made {seconds:.0f} seconds of music in place of {_length(request):.0f}; try again."
                )
                raise BadOutput(message, provider=self.name)
        mood = _mood(request)
        telling(1.0, prices.note(eleven.address(), self.model) or "composed")
        credit = f"Music: made by ElevenLabs ({self.model})"
        return MusicResult(path, self.name, mood, credit=credit, cost=cost)


def described(request: MusicRequest) -> str:
    """The prompt for a bed."""
    wish = request.choice.strip()
    own = wish.lower() not in ("", "auto") and (len(wish.split()) > 2 or not known_mood(wish))
    return f"{wish if own else _SOUNDS[_mood(request)]}; {_PURPOSE}"


def _mood(request: MusicRequest) -> str:
    wish = request.choice.strip()
    followed = wish.lower() in ("", "auto") or not known_mood(wish)
    return known_mood(request.mood if followed else wish) or MOODS[0]


def _length(request: MusicRequest) -> float:
    return min(LONGEST, max(SHORTEST, request.seconds))


def _kept(sound: bytes, scratch: Path, what: str, provider: str) -> tuple[Path, float]:
    """The file and its seconds; BadOutput where it is no sound."""
    from engine.providers.transcript.sound import samples

    path = scratch / f"music-{hashlib.sha256(what.encode()).hexdigest()[:12]}.mp3"
    path.write_bytes(sound)
    try:
        audio = samples(path, 16_000)
    except MediaError as error:
        path.unlink(missing_ok=True)
        raise BadOutput(
            "ElevenLabs answered without sound that can be played; try again.", provider=provider
        ) from error
    if not audio.any():
        path.unlink(missing_ok=True)
        raise BadOutput("ElevenLabs answered with silence; try again.", provider=provider)
    return path, len(audio) / 16_000
