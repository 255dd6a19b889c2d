"""The inside of the hearing worker: whisper as CTranslate2 runs it, to transcribe, to find known words, to weigh them.

Runs in a process of its own, since its libraries are native; knows a folder and requests, nothing of packs or films.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import MissingDependency, UserError
from engine.providers.contract import Progress, TranscriptRequest, TranscriptResult, silent
from engine.providers.transcript.align import Span, matched, settled
from engine.providers.transcript.sound import levels, samples, sounding
from engine.types import Word

RATE = 16000
WINDOW = 30.0
"""Seconds that the model hears at once."""

_MOST_TOKENS = 430
_EARLY = 0.07
"""How much earlier than it is heard the model's attention finds a word (seconds, measured)."""

_NOTHING = 1e-3
_SEED = 7


class Ear:
    """Holds the model, so that the next sound is heard at once."""

    def __init__(self) -> None:
        self._folder = ""
        self._model: Any = None

    def hear(
        self, folder: str, request: TranscriptRequest, many: int = 0, progress: Progress = silent
    ) -> TranscriptResult:
        """See WhisperTranscript.hear; `folder` holds the model's four files. `many` pieces are heard side by side (0: one by one)."""
        progress(0.0, "loading the ear")
        self._load(folder, "cuda" if many and _has_gpu() else "cpu")
        self._check(request.language)
        audio = samples(request.audio, RATE)
        language = _kin(request.language) or self._detected(audio)
        words = (
            self._timed(request.words, audio, language, progress)
            if request.words
            else self._heard(audio, language, progress, many)
        )
        progress(1.0, "heard")
        return TranscriptResult(" ".join(word.w for word in words), words, language)

    def evidence(
        self, folder: str, path: Path, words: Sequence[Word], language: str, progress: Progress = silent
    ) -> float:
        """See whisper.evidence; only what one window of sound holds is weighed."""
        progress(0.0, "comparing the words")
        self._load(folder)
        self._check(language)
        some = [word for word in words if word.end < WINDOW - 1]
        if not some:
            return 0.0
        audio = samples(path, RATE)[: round((some[-1].end + 0.5) * RATE)]
        tokens = self._tokens([word.w for word in some], _kin(language) or self._detected(audio))
        tokens = tokens[: _fitting(tokens)]
        said = self._aligned(audio, tokens, language).text_token_probs
        silence = self._aligned(np.zeros_like(audio), tokens, language).text_token_probs
        progress(1.0, "compared")
        return _likelihood(said) - _likelihood(silence)

    def _load(self, folder: str, device: str = "cpu") -> None:
        if self._folder == folder:
            return
        from faster_whisper import WhisperModel

        threads = max(1, min(4, os.cpu_count() or 1))
        form = "float16" if device == "cuda" else "int8"
        try:
            self._model = WhisperModel(
                folder, device=device, compute_type=form, cpu_threads=threads, local_files_only=True
            )
        except (RuntimeError, ValueError, OSError) as error:
            raise MissingDependency(
                f"The ear pack in {folder} cannot be loaded; fetch it again.", words=str(error)
            ) from error
        self._folder = folder

    def _check(self, language: str) -> None:
        if language and _kin(language) not in self._model.supported_languages:
            raise UserError(
                f"The ear does not know the language '{language}'; choose another, or none to let it find out."
            )

    def _detected(self, audio: np.ndarray) -> str:
        return str(self._model.detect_language(audio)[0]) if _has_sound(audio) else "en"

    def _heard(self, audio: np.ndarray, language: str, progress: Progress, many: int = 0) -> tuple[Word, ...]:
        """What is said. Where the model begins to repeat itself it is asked again, with the same dice each time."""
        import ctranslate2

        if not _has_sound(audio):
            return ()
        ctranslate2.set_random_seed(_SEED)
        seconds = len(audio) / RATE
        hearer, extra = self._model, {}
        if many:
            from faster_whisper import BatchedInferencePipeline

            hearer, extra = BatchedInferencePipeline(self._model), {"batch_size": many}
        segments, _ = hearer.transcribe(
            audio, language=language, word_timestamps=True, beam_size=5, condition_on_previous_text=False, **extra
        )
        found: list[Word] = []
        for segment in segments:
            progress(min(0.99, segment.end / max(seconds, 0.1)), "listening")
            found += [Word(w=word.word.strip(), start=word.start, end=word.end) for word in segment.words or ()]
        heard = [word for word in found if word.w]
        return _words([word.w for word in heard], [(word.start, word.end) for word in heard], audio)

    def _timed(self, words: Sequence[str], audio: np.ndarray, language: str, progress: Progress) -> tuple[Word, ...]:
        """The times of known words: looked for directly in a short sound, by what is heard in a long one."""
        seconds = len(audio) / RATE
        tokens = self._tokens(words, language)
        if seconds > WINDOW or _fitting(tokens) < len(tokens) or not any(tokens):
            return matched(words, self._heard(audio, language, progress), language, seconds)
        progress(0.3, "finding the words")
        return _words(words, _spans(self._aligned(audio, tokens, language).alignments, tokens), audio)

    def _tokens(self, words: Sequence[str], language: str) -> list[list[int]]:
        """The model's tokens of each word; none for what has no letters or digits."""
        tokenizer = self._tokenizer(language)
        return [tokenizer.encode(" " + word) if any(letter.isalnum() for letter in word) else [] for word in words]

    def _tokenizer(self, language: str) -> Any:
        from faster_whisper.tokenizer import Tokenizer

        return Tokenizer(self._model.hf_tokenizer, True, task="transcribe", language=_kin(language) or "en")

    def _aligned(self, audio: np.ndarray, tokens: Sequence[Sequence[int]], language: str) -> Any:
        """How the model's attention lays the tokens over the sound, and how likely it holds each."""
        from faster_whisper.audio import pad_or_trim

        features = self._model.feature_extractor(audio)
        length = min(features.shape[-1] - 1, int(WINDOW * 100))
        encoded = self._model.encode(pad_or_trim(features[:, : int(WINDOW * 100)]))
        flat = [token for word in tokens for token in word]
        start = self._tokenizer(language).sot_sequence
        return self._model.model.align(encoded, start, [flat], length, median_filter_width=7)[0]


def _has_gpu() -> bool:
    """Whether the runtime can use a graphics processor here, with the libraries that it needs for that; REELWRIGHT_DEVICE=cpu: it may not."""
    import ctypes

    import ctranslate2

    if os.environ.get("REELWRIGHT_DEVICE", "") == "cpu" or ctranslate2.get_cuda_device_count() == 0:
        return False
    try:
        return all(ctypes.CDLL(library) for library in ("libcublas.so.12", "libcudnn.so.9"))
    except OSError:
        return False


def _kin(language: str) -> str:
    return language.replace("_", "-").casefold().split("-")[0]


def _has_sound(audio: np.ndarray) -> bool:
    return bool(audio.size) and float(np.abs(audio).max()) > _NOTHING


def _fitting(tokens: Sequence[Sequence[int]]) -> int:
    """How many words the model can hold at once."""
    total = np.cumsum([len(word) for word in tokens])
    return int(np.searchsorted(total, _MOST_TOKENS, side="right"))


def _likelihood(probabilities: Sequence[float]) -> float:
    return float(np.log(np.asarray(probabilities) + 1e-9).mean()) if len(probabilities) else 0.0


def _spans(alignments: Sequence[tuple[int, int]], tokens: Sequence[Sequence[int]]) -> list[Span | None]:
    """Seconds of each word from pairs (token, fiftieth of a second)."""
    place, moment = np.array(alignments).T
    begins = moment[np.pad(np.diff(place), (1, 0), constant_values=1).astype(bool)] / 50 + _EARLY
    edges = np.minimum(np.pad(np.cumsum([len(word) for word in tokens]), (1, 0)), len(begins) - 1)
    return [
        (float(begins[first]), float(begins[last])) if word else None
        for word, first, last in zip(tokens, edges[:-1], edges[1:], strict=True)
    ]


def _words(words: Sequence[str], spans: Sequence[Span | None], audio: np.ndarray) -> tuple[Word, ...]:
    """Words with times that rise and that leave out the silence around them."""
    level = levels(audio, RATE)
    trimmed = [span and sounding(level, span) for span in spans]
    times = settled(trimmed, [len(word) for word in words], len(audio) / RATE)
    return tuple(Word(w=word, start=start, end=end) for word, (start, end) in zip(words, times, strict=True))
