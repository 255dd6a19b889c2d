"""Deeds that the English model takes for things: 'A ship sinks', 'Farmers plant wheat', 'gives a boy medicine'.

Knows one parse at a time; each rule is sure of its case or says nothing. `RULES` go in this order, before those of
names. Example: in "A clown juggles balls." the second noun is a verb again.
"""

from __future__ import annotations

from dataclasses import replace

from engine.language.nlp import Token
from engine.language.word_lists import words

_GIVING = frozenset(
    {"give", "bring", "offer", "hand", "feed", "throw", "teach", "tell", "show", "send", "pour", "serve", "read"}
)
_BEFORE_NOUNS = ("det", "amod", "nummod", "compound", "poss", "quantmod", "nmod", "case")
_SUBJECTS = ("nsubj", "nsubjpass")
_SEVERAL = frozenset(
    {"few", "dozen", "hundred", "thousand", "million", "couple", "lot", "score", "many", "great", "good"}
)
_FROM_NOUNS = {"leaves": "leave", "lives": "live", "rides": "ride"}
_AFTER_VERBS = frozenset({"ADP", "ADV", "DET", "PRON", "PUNCT", "PART"})


def children(tokens: list[Token], i: int) -> list[int]:
    """The tokens that hang on one."""
    return [k for k, token in enumerate(tokens) if token.head == i and k != i]


def is_somebody(lemma: str) -> bool:
    """Whether a noun names people or animals."""
    return any(lemma in words("en", each) for each in ("people", "female_roles", "male_roles", "animals"))


def _deed_of_somebody(tokens: list[Token], i: int) -> dict[int, Token]:
    """'A blacksmith hammers a horseshoe', 'The plumber fixes the pipe': where no verb is found, the plural right after
    somebody who is one is what that one does, and the next noun is what it is done to."""
    token, one = tokens[i], tokens[i - 1] if i else tokens[i]
    if i < 1 or token.tag != "NNS" or token.text == token.lemma or not is_somebody(one.lemma) or one.tag == "NNS":
        return {}
    if (
        any(each.kind in ("VERB", "AUX") for each in tokens)
        or tokens[i - 2].role not in ("det", "amod", "poss")
        or i < 2
    ):
        return {}
    found = {k: replace(tokens[k], head=i - 1) for k in range(i - 1) if tokens[k].role in _BEFORE_NOUNS}
    found[i - 1] = replace(one, kind="NOUN", tag="NN", role="nsubj", head=i)
    found[i] = replace(token, kind="VERB", tag="VBZ", role="ROOT", head=i)
    found |= {k: replace(each, head=i) for k, each in enumerate(tokens) if each.head in (i, i - 1) and k > i}
    after = next((k for k in range(i + 1, len(tokens)) if tokens[k].kind in ("NOUN", "PROPN", "ADP")), len(tokens))
    if after < len(tokens) and tokens[after].kind != "ADP" and tokens[after].role in ("ROOT", "appos", "nsubj", "dobj"):
        found[after] = replace(tokens[after], role="dobj", head=i)
    return found


def _deed_after_one(tokens: list[Token], i: int) -> dict[int, Token]:
    """'A ship sinks in the storm', 'A clown juggles balls': 'a' goes with one, so what looks like a plural after its noun
    is what that one does, where the sentence has no other verb."""
    head = tokens[i].head
    if tokens[i].text.lower() not in ("a", "an") or tokens[i].role != "det" or tokens[head].role != "ROOT":
        return {}
    if tokens[head].tag != "NNS" or any(token.kind in ("VERB", "AUX") for token in tokens[: head + 1]):
        return {}
    between = range(i + 2, head + 1)
    deed = next((k for k in between if tokens[k].tag == "NNS" and tokens[k].text != tokens[k].lemma), -1)
    one = tokens[deed - 1]
    if (
        deed < 0
        or one.kind not in ("NOUN", "PROPN", "ADJ")
        or _SEVERAL & {token.lemma for token in tokens[i + 1 : deed]}
    ):
        return {}
    before = [k for k in range(i, deed - 1) if tokens[k].head in (deed, head)]
    found = {k: replace(tokens[k], head=deed - 1) for k in before}
    found[deed - 1] = replace(one, kind="PROPN" if one.kind == "PROPN" else "NOUN", tag="NN", role="nsubj", head=deed)
    found[deed] = replace(tokens[deed], kind="VERB", tag="VBZ", lemma=_infinitive(tokens[deed]), role="ROOT", head=deed)
    if deed != head:
        found[head] = replace(tokens[head], role="dobj", head=deed)
        found |= {k: replace(tokens[k], head=deed) for k in children(tokens, head) if tokens[k].role == "punct"}
    return found


def _deed_of_several(tokens: list[Token], i: int) -> dict[int, Token]:
    """'Farmers plant wheat in spring': several people or animals, a deed and a thing, read as one long name."""
    token = tokens[i]
    thing = token.head
    if token.tag != "NNS" or token.role != "compound" or thing != i + 2 or tokens[thing].role != "ROOT":
        return {}
    deed = tokens[i + 1]
    if (
        deed.role != "compound"
        or f"{deed.text}s" not in words("en", "deeds_like_things")
        or not is_somebody(token.lemma)
    ):
        return {}
    verb = i + 1
    found = {
        k: replace(tokens[k], head=i) for k in children(tokens, thing) if k < i and tokens[k].role in _BEFORE_NOUNS
    }
    found |= {
        k: replace(tokens[k], head=verb) for k in children(tokens, thing) if k not in (i, verb) and k not in found
    }
    found[i] = replace(token, role="nsubj", head=verb)
    found[verb] = replace(deed, kind="VERB", tag="VBP", lemma=deed.text.lower(), role="ROOT", head=verb)
    return {**found, thing: replace(tokens[thing], role="dobj", head=verb)}


def _deed_after_of(tokens: list[Token], i: int) -> dict[int, Token]:
    """'The smell of coffee drifts into the street', 'A boy in a boat with red sails waves': the last of several nouns in a
    sentence without a verb is what the first one does."""
    deed = tokens[i]
    if deed.tag != "NNS" or deed.role != "pobj" or deed.text not in words("en", "deeds_like_things"):
        return {}
    if any(token.kind in ("VERB", "AUX") for token in tokens) or tokens[i - 1].role not in ("compound", "amod"):
        return {}
    root = next((k for k in range(i) if tokens[k].role == "ROOT" and tokens[k].kind in ("NOUN", "PROPN")), -1)
    if root < 0 or tokens[i - 1].head != i:
        return {}
    own = [k for k in children(tokens, i) if k < i - 1]
    late = [k for k in children(tokens, root) if k > i]
    found = {k: replace(tokens[k], head=i - 1) for k in own} | {k: replace(tokens[k], head=i) for k in late}
    found[i - 1] = replace(tokens[i - 1], kind="NOUN", role="pobj", head=deed.head)
    found[root] = replace(tokens[root], role="nsubj", head=i)
    return {**found, i: replace(deed, kind="VERB", tag="VBZ", lemma=_infinitive(deed), role="ROOT", head=i)}


def _infinitive(deed: Token) -> str:
    return _FROM_NOUNS.get(deed.text.lower(), deed.lemma)


def _who_does(tokens: list[Token], i: int) -> dict[int, Token]:
    """'A cleaner', 'a skier': one noun in -er is its own lemma, no 'clean' and no 'ski'."""
    token, own = tokens[i], tokens[i].text.lower()
    wrong = token.kind == "NOUN" and token.tag == "NN" and own.endswith("er") and token.lemma != own
    return {i: replace(token, lemma=own)} if wrong else {}


def _object_beside(tokens: list[Token], i: int) -> dict[int, Token]:
    """'A mechanic repairs a car': no noun is another name of a verb; it is what that is done to."""
    token = tokens[i]
    above = tokens[token.head]
    named = token.role == "appos" and above.kind == "VERB" and token.head < i
    taken = any(tokens[k].role == "dobj" for k in children(tokens, token.head))
    return {i: replace(token, role="dobj")} if named and not taken else {}


def _part_of_verb(tokens: list[Token], i: int) -> dict[int, Token]:
    """'Hands over the key': what is handed over is what is given, and nothing below it."""
    token = tokens[i]
    if token.text.lower() != "over" or token.role != "prep" or tokens[token.head].lemma not in ("hand", "pass"):
        return {}
    given = next((k for k in children(tokens, i) if tokens[k].role == "pobj"), -1)
    if given < 0 or token.head != i - 1:
        return {}
    return {i: replace(token, role="prt"), given: replace(tokens[given], role="dobj", head=token.head)}


def _who_as_kind(tokens: list[Token], i: int) -> dict[int, Token]:
    """'A rabbit jumps': a noun right before the sentence's verb that nobody else does is who does it."""
    token = tokens[i]
    verb = i + 1
    if token.role != "compound" or token.head != verb or tokens[verb].tag not in ("VBZ", "VBD", "VBP"):
        return {}
    if any(tokens[k].role in (*_SUBJECTS, "expl") for k in children(tokens, verb)):
        return {}
    led = [k for k in children(tokens, verb) if k < i and tokens[k].role in _BEFORE_NOUNS]
    return {i: replace(token, role="nsubj"), **{k: replace(tokens[k], head=i) for k in led}}


def _given_to(tokens: list[Token], i: int) -> dict[int, Token]:
    """'Gives a boy medicine': somebody right before a thing that is given is who gets it, and no sort of that thing."""
    token = tokens[i]
    given = tokens[token.head]
    if (
        token.role != "compound"
        or token.head != i + 1
        or given.role != "dobj"
        or tokens[given.head].lemma not in _GIVING
    ):
        return {}
    if not is_somebody(token.lemma) or is_somebody(given.lemma):
        return {}
    led = [k for k in children(tokens, i + 1) if k < i and tokens[k].role in _BEFORE_NOUNS]
    return {i: replace(token, role="dative", head=given.head), **{k: replace(tokens[k], head=i) for k in led}}


def _deed_as_thing(tokens: list[Token], i: int) -> dict[int, Token]:
    """'Mara waves to a fisherman': a first name right before the only noun of a sentence without a verb does what that says."""
    name = tokens[i]
    deed = tokens[i + 1] if i + 1 < len(tokens) else name
    if (name.role, name.head, deed.role, deed.tag) != ("compound", i + 1, "ROOT", "NNS"):
        return {}
    named = name.text in words("en", "female_names") or name.text in words("en", "male_names")
    told = name.kind == "PROPN" and deed.text in words("en", "deeds_like_things")
    if not (named or told) or any(tokens[k].role in _BEFORE_NOUNS for k in children(tokens, i + 1) if k != i):
        return {}
    found = replace(name, kind="PROPN", tag="NNP", role="nsubj", entity=name.entity or "PERSON")
    return {i: found, i + 1: replace(deed, kind="VERB", tag="VBZ")}


def _verb_as_plural(tokens: list[Token], i: int) -> dict[int, Token]:
    """'sits on its head and laughs', 'lasts 80 kilometres and charges in three hours': a bare plural after 'and', with
    nothing that it could be joined to, is what the same one does."""
    token = tokens[i]
    if token.tag != "NNS" or token.role != "conj" or i == 0 or tokens[i - 1].text.lower() not in ("and", "but", "or"):
        return {}
    if any(tokens[k].role in _BEFORE_NOUNS and k < i for k in children(tokens, i)):
        return {}
    after = tokens[i + 1].kind if i + 1 < len(tokens) else "PUNCT"
    verb = _verb_above(tokens, i)
    joined = tokens[token.head]
    lone = joined.tag == "NN" or joined.kind in ("VERB", "AUX") or joined.entity == "QUANTITY"
    doing = token.text.lower() in words("en", "deeds_like_things") or joined.kind in ("VERB", "AUX")
    if verb < 0 or not lone or not doing or after not in _AFTER_VERBS or tokens[verb].tag not in ("VBZ", "VB"):
        return {}
    return {i: replace(token, kind="VERB", tag="VBZ", role="conj", head=verb), i - 1: replace(tokens[i - 1], head=verb)}


def _verb_above(tokens: list[Token], i: int) -> int:
    seen = {i}
    while tokens[i].kind not in ("VERB", "AUX") or len(seen) == 1:
        i = tokens[i].head
        if i in seen:
            return -1
        seen.add(i)
    return i


RULES = (
    _deed_of_somebody,
    _deed_after_one,
    _deed_of_several,
    _deed_after_of,
    _who_does,
    _object_beside,
    _part_of_verb,
    _who_as_kind,
    _given_to,
    _deed_as_thing,
)
LATE_RULES = (_verb_as_plural,)
