"""English picture words to a reading: what is there, who does what, how things stand to each other.

Denied, supposed and compared words are left out. Knows the parse and no kit. Example: `read_english("A cat sleeps under
the red table.", {})` links the cat to the table as 'under'.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from engine.illustrate.words import nouns, parts
from engine.illustrate.words.mending import mended
from engine.illustrate.words.numbers import numbers_in
from engine.illustrate.words.record import AGES, Deed, Link, Mention, Reading
from engine.illustrate.words.tables import action, value
from engine.language.nlp import Parse, Token, parse
from engine.language.sentences import sentences
from engine.language.word_lists import words
from engine.planning.reading import SUBJECTS, Sentence, category, is_measure, subject_of
from engine.planning.topics import roles

_SIDES = {"middle": "in", "centre": "in", "center": "in", "inside": "in", "heart": "in", "top": "on", "edge": "on",
          "surface": "on", "side": "beside", "front": "before", "back": "behind", "foot": "beside", "bottom": "in",
          "corner": "in", "end": "beside", "base": "beside", "shade": "under", "shadow": "under",
          "mouth": "before"}  # fmt: skip
_PREPOSITIONS = {
    "on": "on", "upon": "on", "onto": "on", "atop": "on", "aboard": "in", "in": "in", "into": "in", "inside": "in",
    "within": "in", "through": "in", "under": "under", "beneath": "under", "below": "under", "underneath": "under",
    "beside": "beside", "by": "beside", "near": "beside", "next": "beside", "with": "with", "at": "beside",
    "around": "beside", "round": "beside", "among": "beside", "between": "beside", "along": "on", "across": "on",
    "behind": "behind", "before": "before", "past": "behind", "outside": "before", "above": "above", "over": "above",
    "toward": "toward", "towards": "toward", "to": "toward", "from": "away_from", "against": "beside", "off": "beside",
    "around the": "beside", "opposite": "before", "down": "on", "up": "on",
}  # fmt: skip
_UNCOUNTED = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "ORDINAL", "CARDINAL"})
_PLACES = frozenset({"GPE", "LOC", "FAC", "ORG", "NORP", "DATE", "TIME", "EVENT", "PRODUCT"})
_PAPER = frozenset({"paper", "newspaper", "newsprint"})
_PUTTING = frozenset({"put", "place", "lay", "set", "tie", "hang", "leave", "keep", "hide", "throw", "drop", "pour"})
_FASTENING = frozenset({"tie", "bind", "fasten", "chain", "tether", "attach"})
_LIGHTS = frozenset({"light", "glow", "shine", "lamplight", "candlelight", "firelight", "moonlight", "sunlight"})
_STANDING = frozenset({"lie", "stand", "sit", "hang", "be", "float", "come", "rise", "appear", "wait", "sleep", "rest"})
_WALKED = frozenset(
    {"hall", "corridor", "stair", "stairs", "street", "road", "lane", "alley", "aisle", "path", "ladder"}
)
_PAIRS = frozenset({"stair", "stairs", "scissors", "scissor", "trousers", "trouser", "glasses", "spectacles", "binoculars", "tongs",
                    "pliers", "pyjamas", "jeans", "headphones", "headphone", "scale", "ruin", "stilt"})  # fmt: skip
"""Plurals of one thing."""
_PRONOUNS = frozenset({"he", "she", "they", "i", "we", "him", "her", "them", "you"})
_TIMELY = frozenset({"one", "early", "late", "last", "next", "every", "each", "this", "that", "all", "first", "long"})
_WATERY = frozenset(
    {"a", "an", "two", "hot", "cool", "clear", "fresh", "mineral", "hidden", "sacred", "mountain", "its"}
)
_TO_WATER = frozenset({"from", "at", "by", "beside", "near", "to", "into", "around", "behind", "toward"})


@dataclass
class _Book:
    """What has been read so far."""

    mentions: list[Mention] = field(default_factory=list)
    deeds: list[Deed] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    at: dict[int, int] = field(default_factory=dict)


def read_english(text: str, names: Mapping[tuple[str, ...], str], present: tuple[str, ...] = ()) -> Reading:
    """Read picture words. `names` are the bible's names (folded words) to units; `present` are the units of who is
    there, for pronouns."""
    book = _Book()
    for part in re.split(r"\s*;\s*", text):
        for sentence in sentences(part, "en"):
            _read(mended(parse(sentence, "en")), names, present, book)
    return Reading(
        tuple(book.mentions), tuple(book.deeds), _taken_along(book.links), numbers_in(text), tuple(book.lemmas)
    )  # fmt: skip


def _taken_along(links: list[Link]) -> tuple[Link, ...]:
    """'They walk to the hill with flowers': what the parser gives to the goal goes with who walks there."""
    going = {link.other: link.one for link in links if link.how == "toward"}
    return tuple(
        replace(link, one=going[link.one]) if link.how == "with" and link.one in going else link for link in links
    )


def _read(taken: Parse, names: Mapping[tuple[str, ...], str], present: tuple[str, ...], book: _Book) -> None:
    from engine.planning.identities import entries_in

    unreal = Sentence(0, 0, "narrator", 0, taken, frozenset()).unreal
    named = entries_in(taken, names)
    book.at = {}
    held = parts.contents(taken)
    inside = {k for each in held.values() for k in each}
    held |= parts.portrayed(taken)
    for i, token in enumerate(taken.tokens):
        if i in unreal:
            continue
        book.lemmas += [token.lemma] + ([token.text.lower()] if token.text.lower() != token.lemma else [])
        if i in inside or parts.depicted(taken, i):
            continue
        found = None if _is_age(taken, i) else _mention(taken, i, named, present, unreal)
        if found:
            book.at[i] = _kept(book, _filled(taken, found, held.get(i, ())))
    for i, token in enumerate(taken.tokens):
        if token.kind in ("VERB", "AUX") and i not in unreal:
            _deed(taken, i, unreal, book)
    for i in book.at:
        if i not in unreal:
            _links(taken, i, book)
    for i in range(len(taken.tokens)):
        _aged(taken, i, book)


def _is_age(taken: Parse, i: int) -> bool:
    """'As a boy he drew birds': the age at which somebody acts, and nobody else."""
    token = taken.tokens[i]
    led = token.role == "pobj" and taken.tokens[token.head].text.lower() == "as"
    return led and token.lemma in AGES


def _aged(taken: Parse, i: int, book: _Book) -> None:
    """Who acts as a boy is one in this shot."""
    verb = taken.tokens[taken.tokens[i].head].head if _is_age(taken, i) else -1
    for k in (
        k for k in (taken.children[verb] if verb >= 0 else ()) if taken.tokens[k].role in SUBJECTS and k in book.at
    ):
        told = book.mentions[book.at[k]]
        book.mentions[book.at[k]] = replace(told, adjectives=(*told.adjectives, taken.tokens[i].lemma))


def _filled(taken: Parse, found: Mention, inside: tuple[int, ...]) -> Mention:
    """A vessel with what is in it: 'cup of milk'."""
    if not inside:
        return found
    told = [taken.tokens[k] for k in inside]
    said = found.said if any(token.lemma in found.said for token in told) else f"{found.said} of {told[0].text}"
    return replace(found, holds=told[0].lemma, said=said)


def _kept(book: _Book, found: Mention) -> int:
    """The place of a mention; a second naming of the same is the first one."""
    for number, other in enumerate(book.mentions):
        same = other.unit == found.unit if found.unit or other.unit else other.word == found.word
        if same and (found.unit or other.person == found.person):
            more = (*other.adjectives, *(a for a in found.adjectives if a not in other.adjectives))
            count = max(other.count, found.count)
            book.mentions[number] = replace(
                other,
                adjectives=more,
                count=count,
                phrase=other.phrase or found.phrase,
                holds=other.holds or found.holds,
            )
            return number
    book.mentions.append(found)
    return len(book.mentions) - 1


# ---------------------------------------------------------------- one noun


def _mention(taken: Parse, i: int, named: Mapping[int, str], present: tuple[str, ...],
             unreal: frozenset[int]) -> Mention | None:  # fmt: skip
    token = taken.tokens[i]
    if i in named:
        return Mention(token.lemma, _phrase(taken, i), token.text, _count(taken, i), _adjectives(taken, i), named[i])
    if token.kind == "PRON" and token.text.lower() in _PRONOUNS and present:
        several = token.text.lower() in ("they", "them", "we")
        unit = present[0] if not several else present[-1]
        return Mention("person", said=token.text, unit=unit, person=True)
    if many := parts.crowd(taken, i):
        return Mention(many, said=token.text, count=12, person=True)
    noun = token.kind in ("NOUN", "PROPN") or (token.kind == "ADJ" and token.role in ("dobj", "nsubj", "pobj"))
    if not noun or token.role == "compound" or is_measure(taken, i) or _is_hidden_verb(taken, i):
        return None
    if (token.lemma in _PAPER and _is_material(taken, i)) or parts.is_many_of(taken, i):
        return None
    if token.lemma in _SIDES and any(taken.tokens[k].text.lower() == "of" for k in taken.children[i]):
        return None
    if (token.kind == "PROPN" and token.entity in ("DATE", "TIME")) or _is_season(taken, i):
        return None
    if (token.kind == "PROPN" or _is_first_name(token)) and not category(token.lemma, "en"):
        return Mention(token.lemma, _phrase(taken, i), token.text, person=_is_name(taken, i))
    said = taken.text[taken.tokens[_first(taken, i)].start : token.end]
    sort = category(token.lemma, "en")
    person = sort == "people" or (not sort and token.lemma in roles())
    return Mention(token.lemma, _phrase(taken, i), said, _count(taken, i), _adjectives(taken, i), person=person)


def _is_season(taken: Parse, i: int) -> bool:
    """'One spring', 'in the spring', 'the river, spring'; not 'a spring', 'from the hot spring'."""
    token = taken.tokens[i]
    if token.lemma != "spring":
        return False
    near = {taken.tokens[k].text.lower() for k in taken.children[i]}
    above = taken.tokens[token.head].text.lower() if token.role == "pobj" else ""
    return bool(near & _TIMELY) or not (near & _WATERY or above in _TO_WATER)


def _is_name(taken: Parse, i: int) -> bool:
    """A name that the model takes for a person's, or that does what people do."""
    token = taken.tokens[i]
    if token.entity == "PERSON":
        return True
    if token.entity in ("GPE", "LOC") and token.role not in SUBJECTS and value("cultures", token.lemma):
        return False  # 'rents in Berlin', though a girl may be called so
    if nouns.senses(token.lemma):  # 'Ash rises'
        return False
    if _is_first_name(token):
        return True
    acts = token.role in SUBJECTS and action(taken.tokens[token.head].lemma) is not None
    return acts and token.entity not in _PLACES and taken.tokens[token.head].kind == "VERB"


def _is_first_name(token: Token) -> bool:
    return token.text in words("en", "female_names") or token.text in words("en", "male_names")


def _is_hidden_verb(taken: Parse, i: int) -> bool:
    """'The last bus to Northgate leaves at 11:40': the model took the only verb for a noun."""
    tokens = taken.tokens
    joined = tokens[i].role == "conj" and tokens[tokens[i].head].kind == "VERB"
    if joined and tokens[i].tag == "NNS" and action(tokens[i].lemma) is not None:  # 'climbs down and steps into'
        return True
    bare = tokens[i].tag == "NNS" and i > 0 and tokens[i - 1].kind == "PROPN" and len(tokens) > 4
    return bare and not any(token.kind in ("VERB", "AUX") for token in tokens)


def _first(taken: Parse, i: int) -> int:
    first = i
    while first and taken.tokens[first - 1].head == i and taken.tokens[first - 1].role in ("compound", "amod"):
        first -= 1
    return first


def _phrase(taken: Parse, i: int) -> str:
    """The noun with what stands before it, and 'paper boat' for 'boat made of newspaper'."""
    before = [taken.tokens[k].lemma for k in taken.children[i]
              if k < i and taken.tokens[k].role in ("compound", "amod")]  # fmt: skip
    if _PAPER & {taken.tokens[k].lemma for k in taken.below(i) if k > i and _is_material(taken, k)}:
        return f"paper {taken.tokens[i].lemma}"
    own = taken.tokens[i].lemma
    if taken.tokens[i].role == "pobj" and taken.tokens[taken.tokens[i].head].text.lower() == "of":
        return " ".join([*before[-1:], own])
    return " ".join([*before[-1:], own]) if before else ""


def _is_material(taken: Parse, k: int) -> bool:
    """'made of newspaper': the paper is what the thing is made of, no thing of its own."""
    above = taken.tokens[k].head
    if taken.tokens[k].role != "pobj" or taken.tokens[above].text.lower() not in ("of", "from"):
        return False
    return taken.tokens[taken.tokens[above].head].lemma in ("make", "fold", "build", "cut") or (
        taken.tokens[k].lemma in _PAPER
    )


def _adjectives(taken: Parse, i: int) -> tuple[str, ...]:
    """What is said of a noun before it, after it, or with 'is'."""
    found = [taken.tokens[k].lemma for k in taken.children[i] if taken.tokens[k].role in ("amod", "compound")]
    head = taken.tokens[i].head
    if taken.tokens[i].role in SUBJECTS:
        found += [taken.tokens[k].lemma for k in taken.children[head] if taken.tokens[k].role in ("acomp", "oprd")]
        if taken.tokens[head].kind == "ADJ":
            found.append(taken.tokens[head].lemma)
    if _is_material_noun(taken, i):
        found.append("paper")
    return tuple(dict.fromkeys(found))


def _is_material_noun(taken: Parse, i: int) -> bool:
    return any(taken.tokens[k].lemma in _PAPER and _is_material(taken, k) for k in taken.below(i))


def _count(taken: Parse, i: int) -> int:
    """How many: a number or 'many' before it, else three of a plural and one."""
    for k in taken.children[i]:
        token = taken.tokens[k]
        if token.role in ("nummod", "amod", "det", "quantmod") and (found := _number(token.text.lower())):
            return found
    above = taken.tokens[taken.tokens[i].head]
    if taken.tokens[i].role == "pobj" and above.text.lower() == "of":
        found = _number(taken.tokens[above.head].lemma)
        if found:
            return found
    plural = taken.tokens[i].tag in ("NNS", "NNPS") and taken.tokens[i].lemma not in _PAIRS
    return 3 if plural or _is_shoal(taken, i) else 1


def _is_shoal(taken: Parse, i: int) -> bool:
    """'Fish swim': a bare animal with a verb for several."""
    token, verb = taken.tokens[i], taken.tokens[taken.tokens[i].head]
    bare = not any(taken.tokens[k].role in ("det", "poss", "nummod") for k in taken.children[i])
    several = verb.tag in ("VBP", "VB") and token.role in SUBJECTS and verb.kind == "VERB"
    return bare and several and token.kind == "NOUN" and category(token.lemma, "en") == "animals"


def _number(word: str) -> int:
    if word.isdigit():
        return max(1, min(int(word), 12))
    found = value("counts", word)
    return int(found) if found else 0


# ---------------------------------------------------------------- deeds and relations


def _deed(taken: Parse, i: int, unreal: frozenset[int], book: _Book) -> None:
    subject = subject_of(taken, i)
    who = _with_beside(taken, subject, unreal, book) if subject is not None else ()
    if parts.somebody_asked(taken, i):
        who = (_kept(book, Mention("person", said="somebody", person=True)),)
    what: list[int] = []
    for child in taken.children[i]:
        token = taken.tokens[child]
        if token.role in ("dobj", "dative", "nsubjpass", "oprd") and child not in unreal:
            what += _with_beside(taken, child, unreal, book)
    verb = taken.tokens[i].lemma
    own = any(taken.tokens[k].role in SUBJECTS for k in taken.children[i])
    verb = "sleep" if any(taken.tokens[k].lemma == "asleep" for k in taken.children[i]) else verb  # fell asleep
    if verb in _STANDING and what and not own:  # 'beside the candle lies a note'
        who, what = tuple(what), []
    if any(taken.tokens[k].role == "prt" and taken.tokens[k].text.lower() == "out" for k in taken.children[i]):
        verb = "cry_out" if verb == "cry" else verb
    book.deeds.append(Deed(verb, who, tuple(each for each in what if each not in who)))
    moved = verb in _PUTTING and any(taken.tokens[k].role == "dobj" for k in taken.children[i])
    for child in taken.children[i]:
        for how, other in _reached(taken, child, book):
            ones = who or tuple(what)
            ones = tuple(what) if moved or (what and verb in _PUTTING) else ones
            how = "before" if verb in _FASTENING and how == "toward" else how  # tied to a pole, it is at the pole
            book.links += [Link(one, how, other) for one in ones if one != other]
    if taken.tokens[i].role in ("acl", "relcl") and taken.tokens[i].head in book.at and not who:
        passive = taken.tokens[i].tag == "VBN"
        owner = (book.at[taken.tokens[i].head],)
        book.deeds[-1] = Deed(verb, () if passive else owner, owner if passive else tuple(what))
        for child in taken.children[i]:
            for how, other in _reached(taken, child, book):
                book.links += [Link(one, how, other) for one in owner if one != other]


def _with_beside(taken: Parse, i: int, unreal: frozenset[int], book: _Book) -> tuple[int, ...]:
    """A noun and those joined to it with 'and'."""
    found, queue = [], [i]
    while queue:
        k = queue.pop(0)
        if k in book.at and k not in unreal:
            found.append(book.at[k])
        queue += [c for c in taken.children[k] if taken.tokens[c].role == "conj" and taken.tokens[c].kind != "VERB"]
    return tuple(found)


def _links(taken: Parse, i: int, book: _Book) -> None:
    """'a cup on the table': the noun's own prepositions."""
    for child in taken.children[i]:
        for how, other in _reached(taken, child, book):
            if other != book.at[i]:
                book.links.append(Link(book.at[i], how, other))


def _reached(taken: Parse, k: int, book: _Book) -> list[tuple[str, int]]:
    """Where a preposition leads: (how, mention)."""
    token = taken.tokens[k]
    if token.role not in ("prep", "agent", "advmod", "prt"):
        return []
    word = token.text.lower()
    found = []
    for child in taken.children[k]:
        inner = taken.tokens[child]
        if inner.role in ("pobj", "pcomp") and word in _PREPOSITIONS:
            if word in ("down", "up") and inner.lemma not in _WALKED:
                continue
            how, target = _PREPOSITIONS[word], child
            how = "beside" if how == "in" and inner.lemma in _LIGHTS else how
            if inner.lemma in _SIDES:
                of = next((c for c in taken.children[child] if taken.tokens[c].text.lower() == "of"), None)
                inside = [c for c in taken.children[of]] if of is not None else []
                if inside:
                    how, target = _SIDES[inner.lemma], inside[0]
            found += [(how, other) for other in _with_beside(taken, target, frozenset(), book)]
        elif inner.role == "prep":
            found += [(_PREPOSITIONS.get(word, how), other) for how, other in _reached(taken, child, book)]
    return found
