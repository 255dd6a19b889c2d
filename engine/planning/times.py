"""Where the words of a sentence leap to another time: 'years later', 'in 1903', 'that night'.

Knows the first words of one sentence. Example: `opens_anew("Years later Yusuf opens a library.")` is true.
"""

from __future__ import annotations

import re

from engine.language.nlp import Parse
from engine.planning.reading import SUBJECTS, category

_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|sixty|a hundred|many|some|several|few|a few|the)"
_LONG = r"(?:years?|months?|weeks?|decades?|centuries|century|summers?|winters?)"
_LEAP = re.compile(
    rf"^(?:{_NUMBER} )?{_LONG} (?:later|after|afterwards|passed|went by)\b"
    rf"|^after {_NUMBER} {_LONG}\b|^(?:the )?(?:next|following) {_LONG}\b"
    r"|^(?:in|by|since) (?:1[0-9]|20)\d\d\b|^in the (?:great |first |second )?(?:war|years? )",
    re.IGNORECASE,
)
_OTHER_HOUR = re.compile(
    r"^(?:that|this|the next|the following|the same) (?:night|evening|morning|afternoon|day|noon)\b"
    r"|^(?:at|by) (?:night|nightfall|dawn|dusk|midnight|noon|sunset|sunrise)\b|^in the (?:morning|evening|afternoon|night)\b"
    r"|^one (?:night|evening|morning|afternoon|day)\b|^the day after\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"^in (?:1[0-9]|20)\d\d\b|^in the (?:great |first |second |civil )?(?:world )?war\b", re.IGNORECASE
)
_FIRST = re.compile(r"^(?:but|and|then|so|yet|only|still|now)[ ,]+", re.IGNORECASE)


def opens_elsewhere(taken: Parse) -> bool:
    """Whether a sentence begins in a year or a war of its own, so that nobody is where they were."""
    return bool(_ELSEWHERE.search(_opening(taken.text)))


def opens_anew(text: str) -> bool:
    """Whether a sentence begins at another hour, day or year than the one before it: the start of another shot."""
    first = _opening(text)
    return bool(_LEAP.search(first) or _OTHER_HOUR.search(first))


def turns_to_another(before: Parse, after: Parse) -> bool:
    """Whether somebody else acts in the second sentence than in the first, or somewhere else: two pictures."""
    if _opens_in_place(after):
        return True
    one, other = _actor(before), _actor(after)
    if one is None or other is None:
        return False
    return one[1] != other[1] or (one[0] != other[0] and bool(other[0]))


def _opens_in_place(taken: Parse) -> bool:
    """'In the hall a clock strikes'."""
    first = taken.tokens[0] if taken.tokens else None
    if first is None or first.text not in ("In", "At", "On", "Inside", "Under", "Behind"):
        return False
    return any(
        taken.tokens[k].role == "pobj" and category(taken.tokens[k].lemma, "en") == "places" for k in taken.children[0]
    )


def _actor(taken: Parse) -> tuple[str, bool] | None:
    """Who does the deed of a sentence, and whether they are several; a pronoun is known by its number alone."""
    for token in taken.tokens:
        if (
            token.role in SUBJECTS
            and taken.tokens[token.head].role == "ROOT"
            and taken.tokens[token.head].kind == "VERB"
        ):
            return "" if token.kind == "PRON" else token.lemma, token.tag in (
                "NNS",
                "NNPS",
            ) or token.text.lower() == "they"
    return None


def _opening(text: str) -> str:
    return _FIRST.sub("", text.lstrip(' "“„«‘'))
