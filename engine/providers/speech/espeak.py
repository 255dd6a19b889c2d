"""The espeak-ng library as a source of phonemes; loaded in a worker process only, since it is native and GPL.

Knows nothing of voices or models. Example: `Espeak().units("of the sea", "en-us")` gives
`[["ʌ", "v", "ð", "ə"], ["s", "ˈiː"]]`: words as espeak groups them, each a list of phonemes in IPA with stress marks.
"""

from __future__ import annotations

import ctypes
import functools
import re
from typing import Any

from engine.errors import MissingDependency

_RETRIEVAL = 2  # AUDIO_OUTPUT_SYNCHRONOUS: nothing is ever played
_DONT_EXIT = 0x8000
_UTF8 = 1
_IPA_SPLIT_BY_UNDERSCORE = ord("_") << 8 | 0x02
_SWITCH = re.compile(r"\([a-z]+(?:-[a-z]+)*\)")  # '(en)' marks a change of language inside a text


class Espeak:
    """One initialised library. Not safe for use by several threads at once."""

    def __init__(self) -> None:
        self._library = _load()
        self._dialect = ""
        self.units = functools.lru_cache(maxsize=4096)(self._units)

    def _units(self, text: str, dialect: str) -> tuple[tuple[str, ...], ...]:
        if dialect != self._dialect:
            self._choose(dialect)
        said = _SWITCH.sub("", " ".join(self._clauses(text)))
        words = (tuple(filter(None, word.split("_"))) for word in said.split())
        return tuple(word for word in words if word)

    def _clauses(self, text: str) -> list[str]:
        rest, said = ctypes.c_char_p(text.encode()), []
        while rest.value:
            phonemes = self._library.espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, _IPA_SPLIT_BY_UNDERSCORE)
            said.append((phonemes or b"").decode())
        return said

    def _choose(self, dialect: str) -> None:
        if self._library.espeak_SetVoiceByName(dialect.encode()) != 0:
            raise MissingDependency(f"The espeak-ng library has no '{dialect}'; install 'espeakng-loader' again.")
        self._dialect = dialect


def _load() -> Any:
    import espeakng_loader

    library = ctypes.CDLL(espeakng_loader.get_library_path())
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    library.espeak_TextToPhonemes.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int]
    if library.espeak_Initialize(_RETRIEVAL, 0, espeakng_loader.get_data_path().encode(), _DONT_EXIT) < 0:
        raise MissingDependency("The espeak-ng library finds no data; install 'espeakng-loader' again.")
    return library
