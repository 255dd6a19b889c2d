"""ElevenLabs makes the sounds of shots: 'elevenlabs:MODEL', by its own SDK, from any few words.

Each call is a new piece: the service takes no seed. It sends MP3, whose ends hold a little silence; where a loop was asked for, its end
is melted into its start here, so that it has no gap. Example: `ElevenLabsSounds().sound(SoundRequest("a heavy door closes", 3.0, False), scratch)`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.errors import BadOutput, MediaError, UserError
from engine.providers import calling, prices
from engine.providers import elevenlabs_wire as eleven
from engine.providers.contract import Abilities, Progress, SoundRequest, SoundResult, silent

if TYPE_CHECKING:
    from engine.film.levels import Samples

DEFAULT_MODEL = "eleven_text_to_sound_v2"
FORMAT: Any = "mp3_44100_128"
SHORTEST, LONGEST = 0.5, 30.0
MELT_SECONDS = 0.4


class ElevenLabsSounds:
    """Sounds by the service. `timeout` is the longest silence in seconds."""

    kind = "sounds"
    takes_model = True
    abilities = Abilities(max_seconds=LONGEST)

    def __init__(self, model: str = "", *, timeout: float = 120.0) -> None:
        self.model = model or DEFAULT_MODEL
        self.name = f"elevenlabs:{self.model}"
        self._timeout = timeout

    def ready(self) -> str | None:
        """None, or what is missing and how to get it. Asks nobody."""
        return eleven.missing()

    def price(self, request: SoundRequest) -> float | None:
        """US dollars for one sound by the price table; None where it is not known."""
        return prices.dollars(eleven.address(), self.model, calls=1)

    def sound(self, request: SoundRequest, scratch: Path, progress: Progress = silent) -> SoundResult:
        """A stereo WAV at 48 kHz of about `request.seconds` (0.5 to 30).

        UserError without words; MissingDependency, RateLimited, Refused, BadOutput or Unavailable (see elevenlabs_wire).
        """
        words = request.prompt.strip()
        if not words:
            raise UserError("Say what is to be heard.")
        telling = calling.Telling(progress)
        telling(0.0, "asking ElevenLabs for a sound")
        sent = eleven.asked(
            self.name,
            lambda service: b"".join(
                service.text_to_sound_effects.convert(
                    text=words,
                    duration_seconds=_length(request),
                    loop=request.loop,
                    model_id=self.model,
                    output_format=FORMAT,
                    request_options=eleven.ONCE,
                )
            ),
            telling,
            self._timeout,
        )
        cost = self.price(request) or 0.0
        with calling.paid(cost):
            path, seconds = self._kept(sent, request, scratch)
        telling(1.0, prices.note(eleven.address(), self.model) or "made")
        credit = f"Sound: made by ElevenLabs ({self.model})"
        return SoundResult(path, seconds, request.loop, (words,), credit=credit, cost=cost)

    def _kept(self, sent: bytes, request: SoundRequest, scratch: Path) -> tuple[Path, float]:
        """What was sent as a WAV, and its seconds; BadOutput where it is no sound, or far less than was asked for."""
        from engine.film import sound

        raw = scratch / "sound.mp3"
        raw.write_bytes(sent)
        try:
            heard = sound.load(raw)
        except MediaError as error:
            message = "ElevenLabs answered without sound that can be played; try again."
            raise BadOutput(message, provider=self.name) from error
        finally:
            raw.unlink(missing_ok=True)
        if not heard.any():
            raise BadOutput("ElevenLabs answered with silence; try again.", provider=self.name)
        seconds = len(heard) / 48_000
        if seconds < 0.6 * _length(request):
            message = f"ElevenLabs made {seconds:.1f} seconds of sound in place of {_length(request):g}; try again."
            raise BadOutput(message, provider=self.name)
        path = scratch / "sound.wav"
        whole = melted(heard) if request.loop else heard
        sound.save_wav(path, whole)
        return path, len(whole) / 48_000


def melted(samples: Samples) -> Samples:
    """A sound that goes round: its last moments, and the silence there, are laid under its first."""
    import numpy as np

    from engine.film.levels import stereo
    from engine.film.sound import activity

    heard = activity(samples)
    whole = stereo(samples)[heard[0][0] : heard[-1][1]]
    cross = min(round(MELT_SECONDS * 48_000), len(whole) // 4)
    turn = (np.arange(cross, dtype=np.float32)[:, None] + 0.5) / cross * np.float32(np.pi / 2)
    body = whole[:-cross].copy()
    body[:cross] = body[:cross] * np.sin(turn) + whole[-cross:] * np.cos(turn)
    return body


def _length(request: SoundRequest) -> float:
    return min(LONGEST, max(SHORTEST, request.seconds))
