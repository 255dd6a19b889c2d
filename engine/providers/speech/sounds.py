"""How a phoneme is written for the Kokoro voices. Knows no words and no library. Example: `written("ˈeɪ", "en-us") == "ˈA"`.

The model was trained on its authors' own notation (English: one letter for a diphthong or an affricate, no length marks in
American; other languages: plain IPA with the same affricates), and reads that best.
"""

from __future__ import annotations

import functools
import unicodedata

# Longest first within each table: what is longer would else be eaten by what is shorter.
_COMMON = (
    ("d͡ʒ", "ʤ"), ("t͡ʃ", "ʧ"), ("d͡z", "ʣ"), ("t͡s", "ʦ"), ("dʒ", "ʤ"), ("tʃ", "ʧ"), ("dz", "ʣ"), ("ts", "ʦ"), ("tɕ", "ʨ"), ("dʑ", "ʥ"),
    ("aɪ", "I"), ("aʊ", "W"), ("eɪ", "A"), ("oʊ", "O"), ("əʊ", "Q"), ("ɔɪ", "Y"), ("g", "ɡ"), ("\u0329", ""), ("\u032f", ""), ("͡", ""), ("-", ""),
)  # fmt: skip
_ENGLISH = (
    ("ʔn̩", "tᵊn"), ("n̩", "ᵊn"), ("l̩", "ᵊl"), ("m̩", "ᵊm"), ("əl", "ᵊl"), ("ɫ", "l"), ("ɬ", "l"), ("r", "ɹ"), ("x", "k"), ("ç", "k"), ("ɐ", "ə"),
    ("\u0303", ""), ("ʔ", "t"), ("e", "ɛ"), ("aː", "ɑː"),
)  # fmt: skip
_AMERICAN = (
    ("ɜːɹ", "ɜɹ"), ("ɝː", "ɜɹ"), ("ɝ", "ɜɹ"), ("ɜː", "ɜɹ"), ("ɚ", "əɹ"), ("ɪə", "iə"), ("ɒ", "ɑ"), ("ɾ", "T"), ("o", "ɔ"), ("ː", ""),
)  # fmt: skip
_BRITISH = (
    ("ɛə", "ɛː"), ("iə", "ɪə"), ("ɚ", "ə"), ("ɝ", "ɜː"), ("æ", "a"), ("ɾ", "t"), ("o", "ɔ"), ("ᵻ", "ɪ"),
)  # fmt: skip
_TABLES = {
    "en-us": (_COMMON, _ENGLISH, _AMERICAN),
    "en-gb-x-rp": (_COMMON, _ENGLISH, _BRITISH),
}
_PLAIN = {"'": "ˈ", "ʼ": "ˈ", ":": "ː", "/": "", "[": "", "]": "", "‿": "", "ʷ": "w"}


@functools.lru_cache(maxsize=4096)
def written(phonemes: str, dialect: str) -> str:
    """IPA, with stress marks, in the notation of the model; `dialect` is espeak's name."""
    text = unicodedata.normalize("NFD", phonemes).replace("ç", "ç")
    for table in _TABLES.get(dialect, (_COMMON,)):
        for ipa, letter in table:
            text = text.replace(ipa, letter)
    return text


def cleaned(ipa: str) -> str:
    """A person's IPA with the usual typing habits mended ('/ˈmɑ:tə/' -> 'ˈmɑːtə')."""
    return "".join(_PLAIN.get(letter, letter) for letter in ipa.strip())
