"""Slips that the English model makes again and again, mended in its own terms: a name read as a noun, a verb as a
plural, a noun as a helper of the verb after it.

Knows one parse at a time; each rule is sure of its case or leaves the parse alone. Example: in "A parrot sits on its
head and laughs." the last word is a verb again.
"""

from __future__ import annotations

from dataclasses import replace

from engine.language.nlp import Parse, Phrase, Token
from engine.language.word_lists import words

_HELPERS = frozenset({"be", "have", "do", "can", "could", "will", "would", "shall", "should", "may", "might", "must",
                      "need", "dare", "ought", "get", "let", "to", "'s", "’s", "'", "’"})  # fmt: skip
_CARRYING = frozenset(
    {"carry", "bring", "take", "lead", "drive", "walk", "follow", "see", "send", "fly", "row", "accompany"}
)
_GIVING = frozenset(
    {"give", "bring", "offer", "hand", "feed", "throw", "teach", "tell", "show", "send", "pour", "serve", "read"}
)
_NAMING = frozenset({"call", "name", "christen"})
_SEEING = frozenset({"see", "watch", "hear", "feel", "make", "let"})
_BEFORE_NOUNS = ("det", "amod", "nummod", "compound", "poss", "quantmod", "nmod", "case")
_SUBJECTS = ("nsubj", "nsubjpass")
_SEVERAL = frozenset(
    {"few", "dozen", "hundred", "thousand", "million", "couple", "lot", "score", "many", "great", "good"}
)
_WORDS = {"taxes": "tax"}
_AFTER_VERBS = frozenset({"ADP", "ADV", "DET", "PRON", "PUNCT", "PART"})


def mended(taken: Parse) -> Parse:
    """The parse without the slips that can be told for sure; the same parse where there is none."""
    tokens = list(taken.tokens)
    for rule in (
        _own_word,
        _deed_after_one,
        _who_as_kind,
        _given_to,
        _deed_as_thing,
        _name_as_noun,
        _noun_as_name,
        _noun_as_helper,
        _verb_as_plural,
        _her_as_owner,
        _seen_doing,
        _named_by_noun,
        _place_before_name,
    ):
        for i in range(len(tokens)):
            for k, token in rule(tokens, i).items():
                tokens[k] = token
    if tuple(tokens) == taken.tokens:
        return taken
    found = replace(taken, tokens=tuple(tokens))
    return replace(found, phrases=_phrases(found))


def _children(tokens: list[Token], i: int) -> list[int]:
    return [k for k, token in enumerate(tokens) if token.head == i and k != i]


def _name_as_noun(tokens: list[Token], i: int) -> dict[int, Token]:
    """'Eleanor walks up the path': a first name without an article is a name."""
    token = tokens[i]
    named = token.text in words("en", "female_names") or token.text in words("en", "male_names")
    bare = not any(tokens[k].role in ("det", "amod", "nummod") for k in _children(tokens, i))
    if named and bare and token.kind == "NOUN" and token.tag == "NN" and token.role in _SUBJECTS:
        return {i: replace(token, kind="PROPN", tag="NNP", entity=token.entity or "PERSON")}
    return {}


def _own_word(tokens: list[Token], i: int) -> dict[int, Token]:
    """'Taxes' are no taxis."""
    token = tokens[i]
    lemma = _WORDS.get(token.text.lower(), token.lemma)
    return {i: replace(token, lemma=lemma)} if lemma != token.lemma else {}


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
    found[deed] = replace(tokens[deed], kind="VERB", tag="VBZ", role="ROOT", head=deed)
    if deed != head:
        found[head] = replace(tokens[head], role="dobj", head=deed)
        found |= {k: replace(tokens[k], head=deed) for k in _children(tokens, head) if tokens[k].role == "punct"}
    return found


def _who_as_kind(tokens: list[Token], i: int) -> dict[int, Token]:
    """'A rabbit jumps': a noun right before the sentence's verb that nobody else does is who does it."""
    token = tokens[i]
    verb = i + 1
    if token.role != "compound" or token.head != verb or tokens[verb].tag not in ("VBZ", "VBD", "VBP"):
        return {}
    if any(tokens[k].role in (*_SUBJECTS, "expl") for k in _children(tokens, verb)):
        return {}
    led = [k for k in _children(tokens, verb) if k < i and tokens[k].role in _BEFORE_NOUNS]
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
    if not _is_somebody(token.lemma) or _is_somebody(given.lemma):
        return {}
    led = [k for k in _children(tokens, i + 1) if k < i and tokens[k].role in _BEFORE_NOUNS]
    return {i: replace(token, role="dative", head=given.head), **{k: replace(tokens[k], head=i) for k in led}}


def _is_somebody(lemma: str) -> bool:
    return any(lemma in words("en", each) for each in ("people", "female_roles", "male_roles", "animals"))


def _deed_as_thing(tokens: list[Token], i: int) -> dict[int, Token]:
    """'Mara waves to a fisherman': a first name right before the only noun of a sentence without a verb does what that says."""
    name = tokens[i]
    deed = tokens[i + 1] if i + 1 < len(tokens) else name
    if (name.role, name.head, deed.role, deed.tag) != ("compound", i + 1, "ROOT", "NNS"):
        return {}
    named = name.text in words("en", "female_names") or name.text in words("en", "male_names")
    told = name.kind == "PROPN" and deed.text in words("en", "deeds_like_things")
    if not (named or told) or any(tokens[k].role in _BEFORE_NOUNS for k in _children(tokens, i + 1) if k != i):
        return {}
    found = replace(name, kind="PROPN", tag="NNP", role="nsubj", entity=name.entity or "PERSON")
    return {i: found, i + 1: replace(deed, kind="VERB", tag="VBZ")}


def _noun_as_name(tokens: list[Token], i: int) -> dict[int, Token]:
    """'Ash rises into the sky': what opens a sentence with a capital and needs no article is no name for that; nor is
    what has no capital at all ('the sky god')."""
    token = tokens[i]
    small = any(tokens[k].role in ("det", "compound") for k in _children(tokens, i))
    if token.kind == "PROPN" and token.text.islower() and small:
        return {i: replace(token, kind="NOUN", tag="NNS" if token.tag == "NNPS" else "NN", entity="")}
    opens = all(other.kind == "PUNCT" for other in tokens[:i])
    lower = token.text.lower()
    if opens and token.kind == "PROPN" and lower in words("en", "substances") and token.role != "compound":
        return {i: replace(token, kind="NOUN", tag="NN", lemma=lower, entity="")}
    return {}


def _noun_as_helper(tokens: list[Token], i: int) -> dict[int, Token]:
    """'Gas bubbles push the magma': what helps no verb is who acts, and the noun before it names it."""
    token = tokens[i]
    if token.role != "aux" or token.lemma in _HELPERS or not token.text.endswith("s"):
        return {}
    found = {i: replace(token, kind="NOUN", tag="NNS", role="nsubj", lemma=token.text.lower().removesuffix("s"))}
    for k in (k for k, other in enumerate(tokens[:i]) if other.role in _SUBJECTS and other.head in (i, token.head)):
        found[k] = replace(tokens[k], role="compound", head=i)
    return found


def _verb_as_plural(tokens: list[Token], i: int) -> dict[int, Token]:
    """'sits on its head and laughs', 'lasts 80 kilometres and charges in three hours': a bare plural after 'and', with
    nothing that it could be joined to, is what the same one does."""
    token = tokens[i]
    if token.tag != "NNS" or token.role != "conj" or i == 0 or tokens[i - 1].text.lower() not in ("and", "but", "or"):
        return {}
    if any(tokens[k].role in _BEFORE_NOUNS and k < i for k in _children(tokens, i)):
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


def _her_as_owner(tokens: list[Token], i: int) -> dict[int, Token]:
    """'carries her home', 'call her Kaguya': she is the one who is carried or called."""
    token = tokens[i]
    if token.text.lower() != "her" or token.role != "poss" or token.head != i + 1:
        return {}
    noun = tokens[i + 1]
    verb = noun.head
    object_ = replace(token, kind="PRON", tag="PRP", role="dobj", head=verb)
    if noun.role in ("dobj", "npadvmod", "advmod") and tokens[verb].lemma in _CARRYING and noun.text == "home":
        led = {k: replace(tokens[k], head=verb) for k in _children(tokens, i + 1) if k != i}
        return {i: object_, i + 1: replace(noun, kind="ADV", tag="RB", role="advmod"), **led}
    if noun.kind == "PROPN" and noun.role == "dobj" and tokens[verb].lemma in _NAMING:
        return {i: object_, i + 1: replace(noun, role="oprd", entity="PERSON")}
    return {}


def _seen_doing(tokens: list[Token], i: int) -> dict[int, Token]:
    """'saw the glass tubes glow': two nouns side by side are one thing, which does what is seen."""
    token = tokens[i]
    if token.role != "dobj" or tokens[token.head].lemma not in _SEEING or i + 1 >= len(tokens):
        return {}
    noun = tokens[i + 1]
    verb = noun.head
    if noun.kind != "NOUN" or noun.role not in _SUBJECTS or tokens[verb].head != i or token.kind != "NOUN":
        return {}
    led = {k: replace(tokens[k], head=i + 1) for k in _children(tokens, i) if k < i}
    seen = replace(tokens[verb], tag="VB", role="ccomp", head=token.head)
    return {i: replace(token, role="compound", head=i + 1), verb: seen, **led}


def _named_by_noun(tokens: list[Token], i: int) -> dict[int, Token]:
    """'The sky god kept them': a noun right before a bare one that acts names it, and the verb is the sentence's."""
    token = tokens[i]
    if token.role != "ROOT" or token.kind != "NOUN" or i + 1 >= len(tokens):
        return {}
    noun = tokens[i + 1]
    verb = noun.head
    bare = noun.text.islower() and not _children(tokens, i + 1) and noun.kind in ("NOUN", "PROPN")
    if not bare or noun.role not in _SUBJECTS or tokens[verb].role != "relcl" or tokens[verb].head != i:
        return {}
    moved = {k: replace(tokens[k], head=i + 1 if k < i else verb) for k in _children(tokens, i) if k != verb}
    found = {i: replace(token, role="compound", head=i + 1), i + 1: replace(noun, kind="NOUN", tag="NN")}
    return {**moved, **found, verb: replace(tokens[verb], role="ROOT", head=verb)}


def _place_before_name(tokens: list[Token], i: int) -> dict[int, Token]:
    """'On the Moon Neil Armstrong climbs': the place and who acts there are two."""
    token = tokens[i]
    if token.role != "pobj" or token.entity != "PERSON" or i + 1 >= len(tokens):
        return {}
    verb = i + 1
    own = [k for k in _children(tokens, i) if tokens[k].role == "compound" and tokens[k].entity == "PERSON"]
    place = [k for k in _children(tokens, i) if tokens[k].role == "compound" and tokens[k].entity != "PERSON"]
    acts = tokens[verb].kind == "VERB" and not any(tokens[k].role in _SUBJECTS for k in _children(tokens, verb))
    if not own or not place or not acts:
        return {}
    found = {k: replace(tokens[k], head=place[-1]) for k in _children(tokens, i) if k < place[-1]}
    found[place[-1]] = replace(tokens[place[-1]], role="pobj", head=token.head)
    return {**found, i: replace(token, role="nsubj", head=verb)}


# ---------------------------------------------------------------- phrases


def _phrases(taken: Parse) -> tuple[Phrase, ...]:
    """The noun phrases of mended tokens: each noun, name or pronoun with what stands right before it."""
    heads = [
        i
        for i, token in enumerate(taken.tokens)
        if token.kind in ("NOUN", "PROPN", "PRON") and token.role not in ("compound", "poss", "det", "expl")
    ]
    return tuple(Phrase(_first(taken, i), i + 1, i) for i in heads)


def _first(taken: Parse, i: int) -> int:
    """Where the words begin that stand before a noun and belong to it."""
    first = i
    own = {k for child in taken.children[i] if child < i and taken.tokens[child].role in _BEFORE_NOUNS
           for k in taken.below(child)}  # fmt: skip
    while first - 1 in own:
        first -= 1
    return first
