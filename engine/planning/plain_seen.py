"""What is seen while a sentence is spoken, for languages without a tree: its own clauses without quotations and
denials.

Best for Hindi, which has lists; elsewhere the clauses stay as they are. Example: "उसके पास एक साइकिल थी, जिसकी घंटी
कभी नहीं बजती थी।" is seen as "मीरा के पास एक साइकिल थी".
"""

from __future__ import annotations

import re

from engine.language.nlp import Parse
from engine.language.sentences import CLOSERS, OPENERS, boundaries
from engine.language.text import SENTENCE_ENDS
from engine.language.word_lists import words
from engine.planning.mentions import Known
from engine.planning.reading import category
from engine.planning.seen import View

_OPENING = words("hi", "lead_ins")


def plain_views(known: Known, first: int, last: int) -> tuple[View, ...]:
    """What words `first` up to `last` (positions in the line) show: the clauses that stand, then each thing in them."""
    sentence, taken = known.sentence, known.sentence.parse
    inside = [i for i in range(len(taken.tokens)) if first <= sentence.word(i) < last]
    if not inside:
        return ()
    kept = [i for i in inside if i not in sentence.quoted and i not in _denied(taken) and i not in _talk(taken)]
    things = _things(known, kept)
    question = taken.text.rstrip(CLOSERS + " ").endswith(("?", "？", "؟"))
    text = "" if question else _written(known, kept)
    found = (
        [View(text, 3, things, sentence.word(kept[0]))]
        if text and len(text) > 7 and (things or known.people or not _listed(taken))
        else []
    )
    loose = things or _things(known, inside)
    return (*found, *(View(thing, 1, (thing,), sentence.word(inside[0])) for thing in loose))


def _listed(taken: Parse) -> bool:
    """Whether the language has lists of nouns, so that a clause without any is known to show nothing."""
    return bool(words(taken.language, "things"))


def _clause_spans(taken: Parse) -> list[range]:
    cuts = {boundary.index for boundary in boundaries(taken.text, taken.language)}
    starts = [
        0,
        *(
            i
            for i in range(1, len(taken.tokens))
            if taken.word_of[i] in cuts and taken.word_of[i - 1] != taken.word_of[i]
        ),
    ]
    return [range(start, end) for start, end in zip(starts, [*starts[1:], len(taken.tokens)], strict=True)]


def _denied(taken: Parse) -> set[int]:
    denials = words(taken.language, "denials")
    return {i for span in _clause_spans(taken) if any(taken.tokens[k].lemma in denials for k in span) for i in span}


def _talk(taken: Parse) -> set[int]:
    """The clauses in which somebody only speaks, but for who speaks."""
    talk = words(taken.language, "talk_verbs")
    found: set[int] = set()
    for span in _clause_spans(taken):
        if any(taken.tokens[k].lemma in talk for k in span):
            people = {
                k
                for k in span
                if category(taken.tokens[k].lemma, taken.language) in ("people", "animals")
                or taken.tokens[k].kind == "PROPN"
            }
            found |= set(span) - people
    return found


def _things(known: Known, kept: list[int]) -> tuple[str, ...]:
    taken, found = known.sentence.parse, []
    for phrase in taken.phrases:
        if phrase.head not in kept:
            continue
        head = taken.tokens[phrase.head]
        shown = category(head.lemma, taken.language) or phrase.head in known.meant or head.kind == "PROPN"
        if shown or not _listed(taken):
            found.append(taken.phrase_text(phrase))
    return tuple(dict.fromkeys(found))


def _written(known: Known, kept: list[int]) -> str:
    taken = known.sentence.parse
    while kept and (taken.tokens[kept[0]].kind == "PUNCT" or taken.tokens[kept[0]].text in _OPENING):
        kept = kept[1:]
    parts: list[str] = []
    for n, i in enumerate(kept):
        token = taken.tokens[i]
        if n and (kept[n - 1] != i - 1 or token.start > taken.tokens[i - 1].end) and token.kind != "PUNCT":
            parts.append(" ")
        pronoun = i in known.meant and token.text != known.meant[i].text and token.kind not in ("NOUN", "PROPN")
        parts.append(known.meant[i].text if pronoun else token.text)
    text = re.sub(r"\s+", " ", re.sub(r"[“”\"„«»()\[\]—–「」『』]", " ", "".join(parts)))
    text = re.sub(r"(?:\s*[,;:،，])+(?=\s*[,;:])", "", re.sub(r"\s+([,;:])", r"\1", text))
    return text.strip(OPENERS + CLOSERS + SENTENCE_ENDS + " ,;:-–—،，、")
