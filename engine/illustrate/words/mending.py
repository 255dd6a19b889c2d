"""Mends a common slip of the parser: 'The woman kneels' read as one noun, with the verb as its head.

Knows the table of actions and the parse. Example: `mended(parse("The woman kneels in the garden", "en"))` has a verb.
"""

from __future__ import annotations

from dataclasses import replace

from engine.illustrate.words.tables import action
from engine.language.nlp import Parse, Token

_NATURAL = frozenset({"melt", "freeze", "boil", "evaporate", "rust", "bloom", "hatch", "migrate", "divide", "expand", "vanish", "hunt",
                      "dissolve", "erupt", "glow", "decay", "rot", "flow", "float", "sink", "burn", "spread", "orbit"})  # fmt: skip


def mended(taken: Parse) -> Parse:
    """The parse with its verb found, where a sentence has none and one of its nouns must be it."""
    taken = _with_subject(taken)
    if any(token.kind in ("VERB", "AUX") and token.role == "ROOT" for token in taken.tokens):
        return taken
    place = next((i for i in range(1, len(taken.tokens)) if _is_verb(taken, i)), None)
    return taken if place is None else _with_verb(taken, place)


def _with_subject(taken: Parse) -> Parse:
    """'The mouse gnaws the rope': a noun right before its verb is no part of the verb's name but who does it."""
    rows = [replace(token, role="nsubj") if _is_subject(taken, i) else token for i, token in enumerate(taken.tokens)]
    for i, token in enumerate(
        taken.tokens
    ):  # 'Luna and Ben buy marigolds': it has who does it and what, and is no noun
        if token.kind == "NOUN" and {"nsubj", "dobj"} <= {taken.tokens[k].role for k in taken.children[i]}:
            rows[i] = replace(token, kind="VERB", tag="VBP") if action(token.lemma) else token
    return replace(taken, tokens=tuple(rows))


def _is_subject(taken: Parse, i: int) -> bool:
    token = taken.tokens[i]
    noun = token.role == "compound" and token.kind in ("NOUN", "PROPN")
    return noun and token.head > i and taken.tokens[token.head].kind == "VERB"


def _is_verb(taken: Parse, i: int) -> bool:
    token, before = taken.tokens[i], taken.tokens[i - 1]
    several = token.tag == "NN" and token.role == "conj" and before.role == "compound"  # 'the cat and the dog dance'
    if before.role == "compound" and before.head == i and _happens(taken, i):
        return True
    bare = (token.tag == "NNS" or several) and before.role in ("compound", "nmod", "amod") and before.head == i
    return bare and before.kind in ("NOUN", "PROPN", "ADJ") and action(token.lemma) is not None


def _happens(taken: Parse, i: int) -> bool:
    """'Lions hunt at night', 'Ice melts at zero degrees': a plural that opens the sentence names no sort of the noun after
    it, and some verbs of nature are hardly ever nouns."""
    token, before = taken.tokens[i], taken.tokens[i - 1]
    opens = token.role == "ROOT" and all(each.head in (i, i - 1) for each in taken.tokens[:i])
    known = token.lemma in _NATURAL or (before.tag == "NNS" and action(token.lemma) is not None)
    return opens and known and (token.tag == "NNS") != (before.tag == "NNS")


def _with_verb(taken: Parse, verb: int) -> Parse:
    tokens = list(taken.tokens)
    old = tokens[verb]
    root = next((i for i, token in enumerate(tokens) if token.role == "ROOT"), verb)
    noun = verb - 1
    tokens[verb] = replace(old, kind="VERB", tag="VBZ", role="ROOT", head=verb)
    if root == verb:
        tokens[noun] = replace(tokens[noun], kind=_named(tokens[noun]), tag=_tag(tokens[noun]), role="nsubj", head=verb)
    else:
        tokens[noun] = replace(
            tokens[noun], kind=_named(tokens[noun]), tag=_tag(tokens[noun]), role=old.role, head=old.head
        )
        tokens[root] = replace(tokens[root], role="nsubj", head=verb)
    for i, token in enumerate(taken.tokens[:noun]):
        if token.head == verb and i != root and token.role in ("det", "amod", "nummod", "poss", "compound"):
            tokens[i] = replace(token, head=noun)
    return replace(taken, tokens=tuple(tokens), phrases=())


def _named(token: Token) -> str:
    return "NOUN" if token.kind == "ADJ" else token.kind


def _tag(token: Token) -> str:
    return token.tag if token.tag in ("NNS", "NNPS", "NNP") else "NN"
