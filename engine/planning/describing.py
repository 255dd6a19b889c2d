"""What a sentence says of how somebody or something looks: its adjectives, what it is made of or has on. Nothing is
invented.

Knows one sentence at a time. Example: "a red trawler with a broken mast" says of the trawler just that.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.language.nlp import Parse, Phrase
from engine.language.word_lists import words
from engine.planning.reading import SUBJECTS, Sentence, category, is_vague

_LOOKS = frozenset({"wear", "dress"})
_DULL = words("en", "dull_adjectives")


def looks_of(sentence: Sentence, phrase: Phrase) -> list[str]:
    """What a sentence says of how a noun looks: its adjectives, what it is made of or has, 'is tall', 'wears a red
    coat'."""
    taken, head = sentence.parse, phrase.head
    found = []
    span = _described_span(sentence, phrase)
    if span:
        found.append(_slice(taken, span))
    found += _worn_by_who(sentence, head)
    verb = taken.tokens[taken.tokens[head].head]
    stated = (
        taken.tokens[head].role in SUBJECTS
        and verb.role in ("ROOT", "conj")
        and taken.tokens[head].head not in sentence.unreal
    )
    if stated:
        for child in taken.children[taken.tokens[head].head]:
            below = [i for i in _without_clauses(taken, child) if i not in sentence.unreal]
            token = taken.tokens[child]
            describes = (
                verb.lemma == "be"
                and token.role in ("attr", "acomp")
                and (token.kind == "ADJ" or category(token.lemma, "en"))
            )
            worn = (
                verb.lemma in _LOOKS
                and token.role == "dobj"
                and category(token.lemma, "en") == "things"
                and _lives(taken, head)
            )
            telling = 0 < len(below) <= 9 and token.lemma not in _DULL and token.tag != "JJR"
            if (describes or worn) and telling and not any(is_vague(taken.tokens[i].lemma) for i in below):
                lead = f"{verb.text} " if verb.lemma in _LOOKS else ""
                found.append(lead + _slice(taken, below))
    return found


def _without_clauses(taken: Parse, i: int) -> list[int]:
    """What hangs on a word, up to 'who lives in an old town'."""
    below = list(taken.below(i))
    clauses = [min(taken.below(k)) for k in below if k != i and taken.tokens[k].role == "relcl"]
    return [k for k in below if k < min(clauses, default=k + 1)]


def _worn_by_who(sentence: Sentence, head: int) -> list[str]:
    """'who wore a red coat'."""
    taken = sentence.parse
    found = []
    for clause in taken.children[head] if _lives(taken, head) else ():
        if (
            taken.tokens[clause].role != "relcl"
            or taken.tokens[clause].lemma not in _LOOKS
            or clause in sentence.unreal
        ):
            continue
        worn = [i for k in taken.children[clause] if taken.tokens[k].role == "dobj" for i in _without_clauses(taken, k)]
        if 0 < len(worn) <= 9:
            found.append(f"{taken.tokens[clause].text} {_slice(taken, worn)}")
    return found


def _lives(taken: Parse, i: int) -> bool:
    return taken.tokens[i].kind == "PROPN" or category(taken.tokens[i].lemma, "en") in ("people", "animals")


def _clothes(taken: Parse, way: int) -> bool:
    """'in a red coat': what one is in is worn."""
    return any(taken.tokens[k].lemma in words("en", "garments") for k in taken.children[way])


def _described_span(sentence: Sentence, phrase: Phrase) -> list[int]:
    """The noun with what describes it, or nothing where it stands bare."""
    taken, head = sentence.parse, phrase.head
    before = [i for i in taken.below(head) if phrase.first <= i <= head and i not in sentence.unreal]
    telling = [i for i in before if taken.tokens[i].role == "amod" and taken.tokens[i].lemma not in _DULL]
    after: list[int] = []
    for child in taken.children[head]:
        below = _without_clauses(taken, child)
        ways = {
            taken.tokens[k].text.lower() for k in taken.children[child] if taken.tokens[k].role in ("prep", "agent")
        }
        made = (
            taken.tokens[child].role == "acl"
            and taken.tokens[child].tag == "VBN"
            and bool(ways & {"of", "with", "in", "by"})
        )
        has = (
            taken.tokens[child].role == "prep"
            and taken.tokens[child].text.lower() in ("with", "of")
            and any(category(taken.tokens[i].lemma, "en") for i in below)
        ) or (taken.tokens[child].text.lower() == "in" and _lives(taken, head) and _clothes(taken, child))
        apposed = taken.tokens[child].role == "appos" and category(taken.tokens[child].lemma, "en") in (
            "people",
            "animals",
        )
        if child > head and (made or has or apposed) and len(below) <= 9 and not set(below) & sentence.unreal:
            reach = next((i for i in below if i != child and taken.tokens[i].kind == "VERB"), below[-1] + 1)
            after += range(max([head, *after]) + 1, reach)
    return [*before, *after] if telling or after else []


def _slice(taken: Parse, span: Sequence[int]) -> str:
    text = taken.text[taken.tokens[min(span)].start : taken.tokens[max(span)].end].strip(" ,;:.")
    first = taken.tokens[min(span)]
    return text if first.kind == "PROPN" else text[:1].lower() + text[1:]
