"""Hearing one word or phrase as a film would say it, to try a way of saying it before it is kept.

Example: `said("Siobhan", "shi vawn", "af_heart", "en")` -> the bytes of a WAV file. The last few are remembered.
"""

from __future__ import annotations

import tempfile
from functools import lru_cache
from pathlib import Path

from engine.errors import UserError

LONGEST = 80  # characters


@lru_cache(maxsize=64)
def said(words: str, sounds: str, voice: str, language: str, provider: str = "kokoro:82m") -> bytes:
    """`words` in a voice, said as `sounds` where that is not empty. UserError where there is nothing to say, or too much."""
    from engine.language.spoken import tokens
    from engine.providers.contract import SpeechRequest
    from engine.providers.registry import ready_provider

    words, sounds = " ".join(words.split()), " ".join(sounds.split())
    if not words or len(words) > LONGEST or len(sounds) > LONGEST:
        raise UserError(f"Write a word or a few to listen to; at most {LONGEST} characters.")
    request = SpeechRequest(tokens(words, language, {words: sounds} if sounds else {}), language, voice)
    with tempfile.TemporaryDirectory() as scratch:
        made = ready_provider("speech", provider).speak(request, Path(scratch))
        found: bytes = made.path.read_bytes()
    return found
