"""pocketsphinx: finds known English words in a sound, exactly and fast. It hears nothing that it is not told to look for.

The class at the top is light; `Aligner` runs in a warm worker process. Words that its dictionary lacks get a pronunciation
from espeak. Example: `SphinxTranscript().hear(TranscriptRequest(path, "en", ("all", "quiet")), scratch)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from engine.errors import BadOutput, UserError
from engine.providers.contract import Progress, TranscriptRequest, TranscriptResult, silent
from engine.providers.speech.espeak import Espeak
from engine.providers.speech.sounds import written
from engine.providers.transcript.align import Span, settled
from engine.providers.transcript.normal import normal_words
from engine.providers.transcript.sound import LONGEST, pcm, samples
from engine.types import Word
from engine.workers import worker

RATE = 16000
_FRAME = 0.01
_BEAMS = (1e-48, 1e-36, 1e-64)
"""How many paths the search keeps open. A last word may be lost in one search and found in the next, narrower one."""

_ENOUGH = 0.8

_VOWELS = "A=EY I=AY O=OW Q=OW W=AW Y=OY ɑ=AA a=AA æ=AE ʌ=AH ə=AH ᵊ=AH ɐ=AH ɔ=AO ɒ=AA ɛ=EH e=EH ɜ=ER ɪ=IH ᵻ=IH i=IY o=OW ʊ=UH u=UW"
_CONSONANTS = (
    "T=T b=B ʧ=CH d=D ð=DH f=F ɡ=G h=HH ʤ=JH k=K l=L m=M n=N ŋ=NG p=P ɹ=R s=S ʃ=SH t=T θ=TH v=V w=W j=Y z=Z ʒ=ZH"
)
_ARPABET = {pair[0]: pair[2:] for pair in (_VOWELS + " " + _CONSONANTS).split()}


class SphinxTranscript:
    """Forced alignment of English."""

    kind = "transcript"
    name = "pocketsphinx"

    def ready(self) -> str | None:
        """None, or what is missing and the step that gets it."""
        from importlib.util import find_spec

        return None if find_spec("pocketsphinx") else "The package 'pocketsphinx' is missing; install it with pip."

    def hear(self, request: TranscriptRequest, scratch: Path, progress: Progress = silent) -> TranscriptResult:
        """When each of `request.words` is heard. UserError without words or for another language than English; MediaError
        for what is no sound; BadOutput when the words are not in it."""
        if not request.language.casefold().startswith("en"):
            raise UserError(f"pocketsphinx knows English only, not '{request.language}'; use faster-whisper for it.")
        if not request.words:
            raise UserError("pocketsphinx finds words that are known already; use faster-whisper to hear what is said.")
        aligning = worker("engine.providers.transcript.sphinx:Aligner", label="alignment")
        result: TranscriptResult = aligning.call("align", request, timeout=300, progress=progress)
        return result


class Aligner:
    """The inside of the worker: the decoder with its acoustic model, warm."""

    def __init__(self) -> None:
        self._decoders: dict[float, Any] = {}
        self._espeak: Espeak | None = None

    def align(self, request: TranscriptRequest, progress: Progress = silent) -> TranscriptResult:
        """One Word for each of `request.words`; those without letters share what lies between their neighbours."""
        progress(0.0, "listening")
        audio = samples(request.audio, RATE, longest=LONGEST)
        seconds = len(audio) / RATE
        parts = [(index, part) for index, word in enumerate(request.words) for part in _parts(word)]
        if not parts:
            raise UserError("There are no words to look for in this sound.")
        found = self._found([part for _, part in parts], pcm(audio))
        spans: list[Span | None] = [None] * len(request.words)
        for (index, _), span in zip(parts, found, strict=True):
            before = spans[index]
            spans[index] = (before[0], span[1]) if before and span else span or before
        times = settled(spans, [len(word) for word in request.words], seconds)
        words = tuple(Word(w=w, start=start, end=end) for w, (start, end) in zip(request.words, times, strict=True))
        progress(1.0, "aligned")
        return TranscriptResult(" ".join(request.words), words, "en")

    def _found(self, words: Sequence[str], sound: bytes) -> list[Span | None]:
        """Seconds of each word; None for a few last ones that even the best search did not reach."""
        best: list[Span] = []
        for beam in _BEAMS:
            best = max(best, self._search(words, sound, beam), key=len)
            if len(best) == len(words):
                break
        if len(best) < max(1.0, _ENOUGH * len(words)):
            raise BadOutput(
                "These words are not in the sound; check that it is the right recording.", provider="pocketsphinx"
            )
        return [*best, *[None] * (len(words) - len(best))]

    def _search(self, words: Sequence[str], sound: bytes, beam: float) -> list[Span]:
        """What one search finds: all the words, or only the first ones of them."""
        decoder = self._decoder(beam)
        for word in dict.fromkeys(words):
            if not decoder.lookup_word(word):
                decoder.add_word(word, self._pronunciation(word), True)
        decoder.set_align_text(" ".join(words))
        decoder.start_utt()
        decoder.process_raw(sound, full_utt=True)
        decoder.end_utt()
        heard = [part for part in decoder.seg() or () if not part.word.startswith(("<", "[", "(", "+"))]
        return [(part.start_frame * _FRAME, (part.end_frame + 1) * _FRAME) for part in heard]

    def _decoder(self, beam: float) -> Any:
        if beam not in self._decoders:
            from pocketsphinx import Decoder

            self._decoders[beam] = Decoder(lm=None, samprate=RATE, loglevel="FATAL", cmn="batch", beam=beam)
        return self._decoders[beam]

    def _pronunciation(self, word: str) -> str:
        """How espeak says it, in the letters of the acoustic model."""
        self._espeak = self._espeak or Espeak()
        units = [written(unit, "en-us") for said in self._espeak.units(word, "en-us") for unit in said]
        text = "".join(units).replace("əɹ", "ɜ").replace("ɜɹ", "ɜ")
        return " ".join(_ARPABET[letter] for letter in text if letter in _ARPABET) or "AH"


def _parts(word: str) -> list[str]:
    return normal_words(word, "en", apostrophe="'")
