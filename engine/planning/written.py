"""The words of a sentence that stay, written as a phrase: pronouns as what they mean, the subject said where it is lost.

Knows which tokens stay, not why. Example: of "and leans over the rail" is written "Marta leans over the rail".
"""

from __future__ import annotations

import re

from engine.language.nlp import Parse
from engine.language.word_lists import words
from engine.planning.mentions import Known
from engine.planning.reading import SUBJECTS, subject_of
from engine.planning.topics import Referent

FIRST_WORDS = words("en", "lead_ins")
_YOURS = frozenset({"your", "my", "our"})
_PERSONS = words("en", "speaking_pronouns")
_POSSESSIVE = frozenset({"his", "her", "its", "their"})


def written(known: Known, kept: list[int]) -> str:
    """The kept tokens as a phrase: pronouns as what they mean, the subject repeated where the words start after it."""
    taken = known.sentence.parse
    kept = _trimmed(taken, sorted(set(kept)))
    if not kept:
        return ""
    parts: list[str] = []
    named: set[str] = set()
    lead = _missing_subject(known, kept)
    if lead:
        parts += [lead, " "]
        named.add(lead)
    for n, i in enumerate(kept):
        gap = n > 0 and (kept[n - 1] != i - 1 or taken.tokens[i].start > taken.tokens[i - 1].end)
        if gap and taken.tokens[i].text not in ",.;:!?)’'":
            parts.append(", " if _lost_verb(taken, kept[n - 1], i) else " ")
        referent = known.meant.get(i)
        again = referent is not None and taken.tokens[i].kind == "PRON" and referent.text in named
        parts.append(taken.tokens[i].text.lower() if again else _word(known, i))
        if referent is not None:
            named.add(referent.text)
    return _tidy("".join(parts))


def _lost_verb(taken: Parse, before: int, after: int) -> bool:
    """Whether a verb was left out between two words that stay, so that a comma must part them."""
    verbs = [i for i in range(before + 1, after) if taken.tokens[i].kind == "VERB"]
    return bool(verbs) and taken.tokens[after].kind in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM")


def _word(known: Known, i: int) -> str:
    token = known.sentence.parse.tokens[i]
    lower = token.text.lower()
    if lower in _YOURS and (lower == "your" or i in known.sentence.quoted):
        return "the"
    if lower in _PERSONS and (lower.startswith("you") or i in known.sentence.quoted):
        return ""
    referent = known.meant.get(i)
    if referent is not None and referent.instead:
        return referent.text
    if referent is None and lower in _POSSESSIVE | {"her"} and token.role == "poss" and i in known.sentence.quoted:
        return "the"
    if referent is None or (token.kind not in ("PRON", "DET") and token.lemma != "one"):
        head = known.sentence.parse.tokens[token.head]
        named = token.kind == "PROPN" and (token.entity or head is token or head.kind != "NOUN")
        first = all(one.kind == "PUNCT" for one in known.sentence.parse.tokens[:i])
        sentence_start = (
            first and not named and token.text != "I" and (len(token.text) == 1 or not token.text.isupper())
        )
        return lower if sentence_start else token.text
    if lower in _POSSESSIVE and token.role == "poss":
        return _possessive(referent)
    if token.lemma == "one":
        return referent.text.split()[-1] if len(referent.text.split()) == 1 else referent.text.split(" ", 1)[1]
    return referent.text


def _possessive(referent: Referent) -> str:
    return f"{referent.text}’" if referent.text.endswith("s") else f"{referent.text}’s"


def _missing_subject(known: Known, kept: list[int]) -> str:
    """Who acts, where the first verb among `kept` has its subject before them."""
    taken = known.sentence.parse
    verb = next(
        (i for i in kept if taken.tokens[i].kind == "VERB" and taken.tokens[i].role in ("ROOT", "conj", "advcl")), None
    )
    if verb is None:
        return ""
    subject = subject_of(taken, verb)
    if (
        subject is None
        or subject in kept
        or subject > verb
        or any(taken.tokens[i].role in SUBJECTS for i in kept if i < verb)
    ):
        return ""
    if subject in known.sentence.unreal or taken.tokens[subject].text.lower() in _PERSONS:
        return ""
    if subject in known.meant:
        return known.meant[subject].text
    span = [i for i in taken.below(subject) if i <= subject]
    text = taken.text[taken.tokens[span[0]].start : taken.tokens[subject].end]
    return text if taken.tokens[span[0]].kind == "PROPN" else text[:1].lower() + text[1:]


def _hangs_loose(taken: Parse, i: int) -> bool:
    return taken.tokens[i].role in ("prep", "det", "mark") and not taken.children[i]


def _trimmed(taken: Parse, kept: list[int]) -> list[int]:
    """Without marks and conjunctions at either end, or next to each other."""
    loose = ("PUNCT", "CCONJ", "SCONJ", "SPACE", "SYM")
    while kept and (taken.tokens[kept[0]].kind in loose or taken.tokens[kept[0]].text.lower() in FIRST_WORDS):
        kept = kept[1:]
    while kept and (taken.tokens[kept[-1]].kind in loose or _hangs_loose(taken, kept[-1])):
        kept = kept[:-1]
    return [
        i
        for n, i in enumerate(kept)
        if not (taken.tokens[i].kind == "PUNCT" and n and taken.tokens[kept[n - 1]].kind == "PUNCT")
    ]


def _tidy(text: str) -> str:
    text = re.sub(r"[“”\"„«»()\[\]—–]", " ", text)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"(?:\s*[,;:]){2,}", ",", re.sub(r"\s+([,;:.!?])", r"\1", text))
    text = re.sub(r"[,;:]? and$|^and ", "", text.strip(" ,;:.!?-…"))
    text = re.sub(r"^(?:that|this) is (?:why|how|where|when|what) | rather than [^,;]+", "", text)
    text = re.sub(r"\b(\w+) \1\b", r"\1", text)
    text = re.sub(r"\b([\w’' ]+): \1\b", r"\1", text)
    return text.strip(" ,;:.!?-…")
