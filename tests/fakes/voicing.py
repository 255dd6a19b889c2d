"""Speech for pretended services, with the times of its words known: by the project's own voice, or as quick tones.

A tone voice needs no pack and is made in milliseconds: each word is a buzz as long as its letters, between short silences. Example:
`spoken("Fog on the sea.", "af_heart", "en", real=False).words[0]`.
"""

from __future__ import annotations

import io
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.providers.contract import SpeechRequest, Token
from engine.providers.transcript.sound import samples
from engine.types import Word

RATE = 24_000
_LETTER, _GAP, _PAUSE, _EDGE = 0.055, 0.06, 0.3, 0.2


@dataclass(frozen=True)
class Spoken:
    """Mono samples at RATE, and each word of the text as it was parted at its spaces."""

    audio: np.ndarray
    words: tuple[Word, ...]


def spoken(text: str, voice: str, language: str, *, pace: float = 1.0, real: bool = True) -> Spoken:
    """The text said: `real` by Kokoro, else in tones."""
    return _said(text, voice, language, pace) if real else _buzzed(text, pace)


def _said(text: str, voice: str, language: str, pace: float) -> Spoken:
    from engine.providers.speech.kokoro import KokoroSpeech

    tokens = tuple(Token(word, word) for word in text.split())
    with tempfile.TemporaryDirectory() as scratch:
        result = KokoroSpeech().speak(SpeechRequest(tokens, language, voice, pace), Path(scratch))
        return Spoken(samples(result.path, RATE), result.words)


def _buzzed(text: str, pace: float) -> Spoken:
    parts, words, at = [np.zeros(round(_EDGE * RATE))], list[Word](), _EDGE
    for number, word in enumerate(text.split()):
        letters = sum(letter.isalnum() for letter in word)
        length = round(max(1, letters) * _LETTER / pace * RATE)
        time = np.arange(length) / RATE
        tone = 0.3 * np.sin(2 * np.pi * (150 + 40 * (number % 4)) * time) + 0.1 * np.sin(2 * np.pi * 900 * time)
        gap = round((_PAUSE if word[-1] in ".,;:!?।" else _GAP) / pace * RATE)
        parts += [tone, np.zeros(gap)]
        words.append(Word(w=word, start=at, end=at + length / RATE))
        at += (length + gap) / RATE
    return Spoken(np.concatenate(parts).astype(np.float32), tuple(words))


def characters(text: str, words: tuple[Word, ...], seconds: float) -> list[tuple[str, float, float]]:
    """The characters of `text`, each with its seconds: those of a word share its time, what is between shares the gap."""
    rows: list[tuple[str, float, float]] = []
    at, before = 0, 0.0
    for word in words:
        start = text.index(word.w, at)
        rows += _shared(text[at:start], before, word.start)
        core = len(word.w.rstrip('.,;:!?…—।"”’)')) or len(word.w)
        rows += _shared(word.w[:core], word.start, word.end)
        at, before = start + core, word.end
    rows += _shared(text[at:], before, seconds)
    return rows


def apart(words: tuple[Word, ...], true: tuple[Word, ...]) -> float:
    """By how many seconds the starts and ends of words are off at most; infinitely where they are other words."""
    if [word.w for word in words] != [word.w for word in true]:
        return float("inf")
    return max(
        max(abs(one.start - other.start), abs(one.end - other.end)) for one, other in zip(words, true, strict=True)
    )


def _shared(text: str, start: float, end: float) -> list[tuple[str, float, float]]:
    step = (end - start) / max(1, len(text))
    return [(letter, start + step * place, start + step * (place + 1)) for place, letter in enumerate(text)]


DELAY = 1105
"""Samples of silence that the encoder puts before the sound; a file says so in its head, bare frames do not."""


def encoded(audio: np.ndarray, rate: int, *, bit_rate: int = 128_000, out: int = 44_100, bare: bool = False) -> bytes:
    """Mono float samples as MP3 at `out` samples a second; `bare`: frames alone, as they are streamed, without the encoder's delay."""
    import av

    file = io.BytesIO()
    head = {"write_xing": "0", "id3v2_version": "0"} if bare else {}
    with av.open(file, "w", format="mp3", options=head) as container:
        stream = container.add_stream("libmp3lame", rate=out, layout="mono")
        stream.bit_rate = bit_rate
        resampler = av.AudioResampler(format="fltp", layout="mono", rate=out)
        sound = audio[round(DELAY * rate / out) :] if bare else audio
        frame = av.AudioFrame.from_ndarray(sound.astype(np.float32).reshape(1, -1), format="fltp", layout="mono")
        frame.sample_rate = rate
        fifo = av.AudioFifo()
        for part in (frame, None):
            for piece in resampler.resample(part):
                piece.pts = None
                fifo.write(piece)
        while piece := fifo.read(1152, partial=True):
            container.mux(stream.encode(piece))
        container.mux(stream.encode(None))
    return file.getvalue()
