"""The inside of the speech worker: the Kokoro model as ONNX, from tokens to a WAV and the times of its words.

Runs in a process of its own, since its libraries are native; knows a folder and a request, nothing of packs or films.
The same request gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import BadOutput, MissingDependency
from engine.providers.contract import Progress, SpeechRequest, SpeechResult, silent
from engine.providers.speech.espeak import Espeak
from engine.providers.speech.passages import Passage, join, passages
from engine.providers.speech.spelling import spell
from engine.providers.speech.tempo import faster
from engine.providers.transcript.align import Span, settled
from engine.providers.transcript.sound import levels, sounding, write_wav
from engine.types import Word

RATE = 24000
FRAME = 600 / RATE
"""Seconds of one frame, the unit of the model's durations."""

LATE = 0.06
"""How much later than it is heard the model's durations say that a sound begins (seconds, measured)."""

HURRIED = 1.2
"""The pace beyond which the model swallows words (1 word in 6 at 1.5, measured); what is faster is sped up afterwards."""

_MODEL = "kokoro-v1.0.int8.onnx"
_WITH_DURATIONS = "b9caec49889fc790f6820bab4b1d86d4bb16874727d2e7a23e07b3f37ca1c1ee"
_DURATIONS = b"/encoder/Clip_output_0"


class Synthesis:
    """Holds the model and the voices that were used, so that the next line starts at once."""

    def __init__(self) -> None:
        self._espeak = Espeak()
        self._folder = ""
        self._session: Any = None
        self._vocabulary: dict[str, int] = {}
        self._styles: dict[str, np.ndarray] = {}

    def speak(
        self, folder: str, request: SpeechRequest, dialect: str, pace: float, target: str, progress: Progress = silent
    ) -> SpeechResult:
        """Say the tokens of `request` into the file `target`; `pace` is the speed to use. UserError, BadOutput."""
        progress(0.0, "loading the voice")
        self._load(folder)
        pieces = spell(request.tokens, dialect, self._espeak)
        parts = passages(pieces, self._vocabulary)
        sounds: list[np.ndarray] = []
        spans: list[list[Span | None]] = []
        for number, part in enumerate(parts):
            progress(0.1 + 0.85 * number / len(parts), "speaking")
            sound, durations = self._say(part, request.voice, min(pace, HURRIED))
            heard = _until_silence(_spans(part, durations, len(request.tokens)), part, sound)
            quicker = max(1.0, pace / HURRIED)
            sounds.append(faster(sound, RATE, quicker))
            spans.append([span and (span[0] / quicker, span[1] / quicker) for span in heard])
        audio, offsets = join(sounds, [part.ends_sentence for part in parts], RATE)
        seconds = len(audio) / RATE
        write_wav(Path(target), audio, RATE)
        progress(1.0, "spoken")
        return SpeechResult(Path(target), _words(request, spans, offsets, seconds), seconds)

    def _load(self, folder: str) -> None:
        if self._folder == folder:
            return
        place = Path(folder)
        try:
            self._vocabulary = json.loads((place / "vocab.json").read_text(encoding="utf-8"))["vocab"]
            self._session = _session((place / _MODEL).read_bytes())
        except OSError as error:
            raise MissingDependency(
                f"The voice pack in {folder} is not complete ({error.strerror}); fetch it again."
            ) from error
        self._folder, self._styles = folder, {}

    def _style(self, voice: str) -> np.ndarray:
        if voice not in self._styles:
            path = Path(self._folder) / "voices" / f"{voice}.bin"
            if not path.is_file():
                raise MissingDependency(
                    f"The voice '{voice}' is not in the voice pack; choose another or fetch the pack again."
                )
            self._styles[voice] = np.fromfile(path, np.float32).reshape(-1, 1, 256)
        return self._styles[voice]

    def _say(self, part: Passage, voice: str, pace: float) -> tuple[np.ndarray, np.ndarray]:
        """Samples in -1..1, and the seconds of each symbol (the pads at both ends too)."""
        inputs = {
            "tokens": np.array([[0, *part.symbols, 0]], np.int64),
            "style": self._style(voice)[len(part.symbols) - 1],
            "speed": np.array([pace], np.float32),
        }
        audio, frames = self._session.run(None, inputs)
        audio, frames = audio.reshape(-1), frames.reshape(-1)
        if not np.isfinite(audio).all() or frames.size != len(part.symbols) + 2:
            raise BadOutput(
                "The voice model gave no usable sound for this line; change its words or choose another voice."
            )
        return audio, frames * FRAME


def _session(model: bytes) -> Any:
    """The model, made to tell its durations: one more output is appended to its graph, as protobuf allows."""
    import onnxruntime

    name, floats = _field(1, _DURATIONS), _field(2, _field(1, b"\x08\x01"))
    model += _field(7, _field(12, name + floats))
    if hashlib.sha256(model).hexdigest() != _WITH_DURATIONS:
        raise MissingDependency("The voice model is damaged; fetch the voice pack again.")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = max(1, min(4, os.cpu_count() or 1))
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # Another layout of its data takes longer to arrange than it saves; the sound has the same bytes.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _field(number: int, body: bytes) -> bytes:
    """A length-delimited field of a protobuf message."""
    return _varint(number << 3 | 2) + _varint(len(body)) + body


def _varint(value: int) -> bytes:
    return bytes([value]) if value < 128 else bytes([value & 127 | 128]) + _varint(value >> 7)


def _spans(part: Passage, durations: np.ndarray, tokens: int) -> list[Span | None]:
    """When each token of the line is heard in this passage; None for those that are not in it."""
    ends = np.cumsum(durations)
    starts = ends - durations
    spans: list[Span | None] = [None] * tokens
    for place, token in enumerate(part.owners, start=1):  # place 0 is the pad
        if token is None:
            continue
        begun = spans[token]
        spans[token] = (begun[0] if begun else float(starts[place]) - LATE, float(ends[place]) - LATE)
    return spans


def _until_silence(spans: list[Span | None], part: Passage, sound: np.ndarray) -> list[Span | None]:
    """Before a pause the model lets a word last into the silence (0.2 to 0.4 s, measured); it ends where its sound does."""
    level = levels(sound, RATE)
    for token in part.pausing:
        span = spans[token]
        if span:
            spans[token] = (span[0], max(span[0], min(span[1], sounding(level, (span[0], span[1] + LATE))[1])))
    return spans


def _words(
    request: SpeechRequest, spans: list[list[Span | None]], offsets: Sequence[float], seconds: float
) -> tuple[Word, ...]:
    heard: list[Span | None] = [None] * len(request.tokens)
    for found, offset in zip(spans, offsets, strict=True):
        for token, span in enumerate(found):
            if span:
                before = heard[token]
                heard[token] = (before[0] if before else span[0] + offset, span[1] + offset)
    times = settled(heard, [len(token.spoken) for token in request.tokens], seconds)
    return tuple(
        Word(w=token.shown, start=start, end=end) for token, (start, end) in zip(request.tokens, times, strict=True)
    )
