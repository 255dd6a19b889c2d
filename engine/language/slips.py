"""Slips that the English model makes again and again, mended in its own terms: a name read as a noun, a verb as a
plural, a noun as a helper of the verb after it.

Knows one parse at a time; each rule is sure of its case or leaves the parse alone. Example: in "A parrot sits on its
head and laughs." the last word is a verb again.
"""

from __future__ import annotations

from dataclasses import replace

from engine.language.nlp import Parse, Phrase, Token
from engine.language.slips_deeds import LATE_RULES, RULES, children, is_somebody
from engine.language.word_lists import words

_HELPERS = frozenset({"be", "have", "do", "can", "could", "will", "would", "shall", "should", "may", "might", "must",
                      "need", "dare", "ought", "get", "let", "to", "'s", "’s", "'", "’"})  # fmt: skip
_CARRYING = frozenset(
    {"carry", "bring", "take", "lead", "drive", "walk", "follow", "see", "send", "fly", "row", "accompany"}
)

_NAMING = frozenset({"call", "name", "christen"})
_SEEING = frozenset({"see", "watch", "hear", "feel", "make", "let"})
_BEFORE_NOUNS = ("det", "amod", "nummod", "compound", "poss", "quantmod", "nmod", "case")
_SUBJECTS = ("nsubj", "nsubjpass")


_WORDS = {"taxes": "tax"}
_TITLES = frozenset({"king", "queen", "emperor", "empress", "prince", "princess", "duke", "duchess", "sultan", "president", "lord",
                     "lady", "count", "countess", "governor", "tsar", "shah", "pharaoh", "bishop", "pope", "mayor", "people"})  # fmt: skip
_YOUNG = frozenset({"boy", "girl", "child", "kid", "teenager", "student", "man", "woman"})


def mended(taken: Parse) -> Parse:
    """The parse without the slips that can be told for sure; the same parse where there is none."""
    tokens = list(taken.tokens)
    for rule in (
        _own_word,
        *RULES,
        _land_of_title,
        _as_a_boy,
        _name_beside,
        _name_as_noun,
        _noun_as_name,
        _noun_as_helper,
        *LATE_RULES,
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


def _name_as_noun(tokens: list[Token], i: int) -> dict[int, Token]:
    """'Eleanor walks up the path': a first name without an article is a name."""
    token = tokens[i]
    named = token.text in words("en", "female_names") or token.text in words("en", "male_names")
    bare = not any(tokens[k].role in ("det", "amod", "nummod") for k in children(tokens, i))
    if named and bare and token.tag in ("NN", "JJ") and token.role in _SUBJECTS:
        return {i: replace(token, kind="PROPN", tag="NNP", entity=token.entity or "PERSON")}
    return {}


def _own_word(tokens: list[Token], i: int) -> dict[int, Token]:
    """'Taxes' are no taxis."""
    token = tokens[i]
    lemma = _WORDS.get(token.text.lower(), token.lemma)
    return {i: replace(token, lemma=lemma)} if lemma != token.lemma else {}


def _land_of_title(tokens: list[Token], i: int) -> dict[int, Token]:
    """'The King of France' is one person and France a land; so is the Arvel of 'the kingdom of Arvel'."""
    token = tokens[i]
    of = tokens[token.head]
    titled = tokens[of.head].lemma in _TITLES | words("en", "realms") and of.text.lower() == "of"
    if token.kind != "PROPN" or token.role != "pobj" or not titled or token.entity in ("GPE", "LOC"):
        return {}
    return {i: replace(token, entity="GPE")}


def _as_a_boy(tokens: list[Token], i: int) -> dict[int, Token]:
    """'As a boy Leonardo drew birds': the boy is when, and Leonardo who."""
    if i or len(tokens) < 5 or tokens[0].text.lower() != "as" or tokens[2].lemma not in _YOUNG:
        return {}
    who = 4 if tokens[3].text == "," else 3
    verb = next((k for k in range(who + 1, len(tokens)) if tokens[k].kind == "VERB"), -1)
    if tokens[1].text.lower() not in ("a", "an") or verb != who + 1 or tokens[who].kind not in ("PROPN", "PRON"):
        return {}
    led = {k: replace(token, head=verb) for k, token in enumerate(tokens) if k > verb and token.head in (0, 2)}
    return {
        **led,
        0: replace(tokens[0], kind="ADP", tag="IN", role="prep", head=verb),
        2: replace(tokens[2], role="pobj", head=0),
        who: replace(tokens[who], role="nsubj", head=verb),
        verb: replace(tokens[verb], role="ROOT", head=verb),
    }


def _name_beside(tokens: list[Token], i: int) -> dict[int, Token]:
    """'Her grandson Tim visits', 'My friend Anna sings': a first name right after who that is."""
    token, kin = tokens[i], tokens[i - 1]
    named = token.text in words("en", "female_names") or token.text in words("en", "male_names")
    pointed = any(tokens[k].role in ("poss", "det") for k in children(tokens, i - 1)) if i else False
    if not named or not pointed or kin.kind != "NOUN" or token.kind != "PROPN" or not is_somebody(kin.lemma):
        return {}
    beside = {i: replace(token, role="appos", head=i - 1, entity=token.entity or "PERSON")}
    if token.role in ("npadvmod", "dobj", "dep"):
        return beside
    deed = tokens[i + 1] if i + 1 < len(tokens) else token
    if (kin.role, token.head, deed.tag) != ("ROOT", i + 1, "NNS") or deed.text not in words("en", "deeds_like_things"):
        return {}
    later = {k: replace(tokens[k], head=i + 1) for k in children(tokens, i - 1) if k > i + 1}
    acts = replace(deed, kind="VERB", tag="VBZ", role="ROOT", head=i + 1)
    return {**beside, **later, i - 1: replace(kin, role="nsubj", head=i + 1), i + 1: acts}


def _noun_as_name(tokens: list[Token], i: int) -> dict[int, Token]:
    """'Ash rises into the sky': what opens a sentence with a capital and needs no article is no name for that; nor is
    what has no capital at all ('the sky god')."""
    token = tokens[i]
    small = any(tokens[k].role in ("det", "compound") for k in children(tokens, i))
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


def _her_as_owner(tokens: list[Token], i: int) -> dict[int, Token]:
    """'carries her home', 'call her Kaguya': she is the one who is carried or called."""
    token = tokens[i]
    if token.text.lower() != "her" or token.role != "poss" or token.head != i + 1:
        return {}
    noun = tokens[i + 1]
    verb = noun.head
    object_ = replace(token, kind="PRON", tag="PRP", role="dobj", head=verb)
    if noun.role in ("dobj", "npadvmod", "advmod") and tokens[verb].lemma in _CARRYING and noun.text == "home":
        led = {k: replace(tokens[k], head=verb) for k in children(tokens, i + 1) if k != i}
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
    led = {k: replace(tokens[k], head=i + 1) for k in children(tokens, i) if k < i}
    seen = replace(tokens[verb], tag="VB", role="ccomp", head=token.head)
    return {i: replace(token, role="compound", head=i + 1), verb: seen, **led}


def _named_by_noun(tokens: list[Token], i: int) -> dict[int, Token]:
    """'The sky god kept them': a noun right before a bare one that acts names it, and the verb is the sentence's."""
    token = tokens[i]
    if token.role != "ROOT" or token.kind != "NOUN" or i + 1 >= len(tokens):
        return {}
    noun = tokens[i + 1]
    verb = noun.head
    bare = noun.text.islower() and not children(tokens, i + 1) and noun.kind in ("NOUN", "PROPN")
    if not bare or noun.role not in _SUBJECTS or tokens[verb].role != "relcl" or tokens[verb].head != i:
        return {}
    moved = {k: replace(tokens[k], head=i + 1 if k < i else verb) for k in children(tokens, i) if k != verb}
    found = {i: replace(token, role="compound", head=i + 1), i + 1: replace(noun, kind="NOUN", tag="NN")}
    return {**moved, **found, verb: replace(tokens[verb], role="ROOT", head=verb)}


def _place_before_name(tokens: list[Token], i: int) -> dict[int, Token]:
    """'On the Moon Neil Armstrong climbs': the place and who acts there are two."""
    token = tokens[i]
    if token.role != "pobj" or token.entity != "PERSON" or i + 1 >= len(tokens):
        return {}
    verb = i + 1
    own = [k for k in children(tokens, i) if tokens[k].role == "compound" and tokens[k].entity == "PERSON"]
    place = [k for k in children(tokens, i) if tokens[k].role == "compound" and tokens[k].entity != "PERSON"]
    acts = tokens[verb].kind == "VERB" and not any(tokens[k].role in _SUBJECTS for k in children(tokens, verb))
    if not own or not place or not acts:
        return {}
    found = {k: replace(tokens[k], head=place[-1]) for k in children(tokens, i) if k < place[-1]}
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
