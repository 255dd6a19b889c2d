"""Who, where and what a text is about: characters, places and things with how often they come and what the text says
of their look.

Reads sentences; knows no bible, no voices. Example: "a red trawler with a broken mast" makes the thing "trawler" with
that look.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from engine.language.nlp import Parse, Phrase
from engine.language.word_lists import base_language, pairs, words
from engine.planning.describing import looks_of
from engine.planning.identities import gender_of_name
from engine.planning.reading import SUBJECTS, Sentence, category, is_measure, is_vague, singular

_TITLES = words("en", "titles_of_people")
_PLACE_ENTITIES, _PERSON_ENTITIES = frozenset({"GPE", "LOC", "FAC"}), frozenset(("PERSON",))
_TIME_ENTITIES = frozenset({"DATE", "TIME", "LANGUAGE", "NORP", "EVENT", "LAW", "MONEY", "PERCENT"})
_GROUPS = words("en", "groups")
_LOCATING = words("en", "locating")
_KEEPING = frozenset({"own", "run", "manage"})
"""What one does with a place that one is in: a bookshop, a farm."""


@dataclass
class Figure:
    """Somebody, somewhere or something. `count` is how often it is named, `deeds` how often it is who acts, `located`
    how often things are at it; `first` orders by first naming; `looks` are phrases of the text about how it looks."""

    name: str
    kind: str
    proper: bool
    first: int
    count: int = 0
    deeds: int = 0
    located: int = 0
    several: bool = False
    looks: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)


def figures(sentences: Sequence[Sentence], language: str) -> tuple[Figure, ...]:
    """All figures of a text in the order of their first naming; what is only quoted, denied or supposed counts for
    little."""
    found: dict[str, Figure] = {}
    english = base_language(language) == "en"
    surely = _sure_names(sentences) if english else frozenset()
    lowered = {token.text for s in sentences for token in s.parse.tokens if token.text.islower()}
    for sentence in sentences:
        for phrase in sentence.parse.phrases:
            if english:
                _take_english(found, sentence, phrase, surely, lowered)
            else:
                _take_plain(found, sentence, phrase, language)
        if english:
            _link_names(found, sentence)
    for figure in found.values():
        if (
            figure.kind == "things"
            and figure.name.split()[-1] in words("en", "vehicles")
            and (figure.located or figure.count > 2)
        ):
            figure.kind = "places"
    return tuple(sorted(found.values(), key=lambda figure: figure.first))


# ---------------------------------------------------------------- English


def _sure_names(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Words that stand with a capital inside a sentence, or open one and are known first names."""
    found = set()
    for sentence in sentences:
        for i, token in enumerate(sentence.parse.tokens):
            if token.kind == "PROPN" and token.text[:1].isupper():
                inside = i > 0 and sentence.parse.tokens[i - 1].kind != "PUNCT"
                if inside or gender_of_name(token.text, "en"):
                    found.add(token.text)
    return frozenset(found)


def _take_english(
    found: dict[str, Figure], sentence: Sentence, phrase: Phrase, sure: frozenset[str], lowered: set[str]
) -> None:
    taken, head = sentence.parse, sentence.parse.tokens[phrase.head]
    unreal = phrase.head in sentence.unreal and not _is_there_anyway(taken, phrase)
    if head.kind not in ("NOUN", "PROPN") or unreal or is_measure(taken, phrase.head):
        return
    known = category(head.lemma, "en")
    if head.kind == "PROPN" and head.text not in lowered:
        name = _proper_name(taken, phrase)
        kind = _proper_kind(taken, phrase, name)
        unsure = head.text not in sure and not head.text.isupper() and not (head.role in SUBJECTS and not known)
        if not kind or unsure or head.entity in _TIME_ENTITIES:
            return
        proper = kind != "known"
        _note(found, sentence, phrase, name if proper else head.lemma, known if not proper else kind, proper)
    elif known and not is_vague(head.lemma) and known != "body" and head.lemma not in pairs("en", "hours"):
        _note(found, sentence, phrase, _common_name(taken, phrase), known, False)


def _is_there_anyway(taken: Parse, phrase: Phrase) -> bool:
    """'I won't be on this bus again': what 'this' or 'the' points at exists, whatever is denied of it."""
    first = taken.tokens[phrase.first].text.lower()
    located = (
        taken.tokens[phrase.head].role == "pobj"
        and taken.tokens[taken.tokens[phrase.head].head].text.lower() in _LOCATING
    )
    return located and first in ("the", "this", "that", "these", "those")


def _proper_name(taken: Parse, phrase: Phrase) -> str:
    """'Gull Rock', 'Thomas Farriner': the run of capitals that ends with the head."""
    first = phrase.head
    while (
        first > phrase.first
        and taken.tokens[first - 1].text[:1].isupper()
        and taken.tokens[first - 1].kind in (("PROPN", "NOUN", "ADJ") if first > 1 else ("PROPN", "NOUN"))
    ):
        first -= 1
    return taken.text[taken.tokens[first].start : taken.tokens[phrase.head].end].removesuffix("'s").removesuffix("’s")


def _proper_kind(taken: Parse, phrase: Phrase, name: str) -> str:
    """'people', 'places' or 'things' for a name, 'known' where it is a common noun with a capital ('the Fox'), '' for
    neither."""
    head, parts = taken.tokens[phrase.head], name.split()
    known = category(head.lemma, "en")
    person = (
        2 * (head.entity in _PERSON_ENTITIES)
        + 3 * bool(gender_of_name(parts[0], "en"))
        + 3 * (parts[0].lower().strip(".") in _TITLES)
    )
    person += 2 * (head.role in SUBJECTS and taken.tokens[head.head].kind == "VERB")
    person += 4 * (taken.tokens[head.head].role == "dative")  # 'gives the gloves to Mina'
    place = 2 * (head.entity in _PLACE_ENTITIES) + 4 * (known == "places" or _has_place_word(name))
    place += 3 * (head.role == "pobj" and taken.tokens[head.head].text.lower() in _LOCATING)
    place += 5 * (head.role == "pobj" and taken.tokens[taken.tokens[head.head].head].lemma in words("en", "realms"))
    if _is_a_thing(taken, phrase.head):
        return "things"
    if len(parts) == 1 and known and not gender_of_name(parts[0], "en"):
        return "known"
    place += 3 * (phrase.first > 0 and taken.tokens[phrase.first - 1].text.lower() in _LOCATING)
    if not person and not place:
        return "things" if len(parts) == 1 and head.entity in ("PRODUCT", "ORG", "WORK_OF_ART") else ""
    return "people" if person >= place else "places"


def _is_a_thing(taken: Parse, head: int) -> bool:
    """'Lumo is a solar lamp', 'buys a Lumo': a name that is a thing's."""
    if any(taken.tokens[k].text.lower() in ("a", "an") for k in taken.children[head]):
        return True
    verb = taken.tokens[head].head
    if taken.tokens[head].role not in SUBJECTS or taken.tokens[verb].lemma != "be":
        return False
    return any(
        taken.tokens[k].role == "attr" and category(taken.tokens[k].lemma, "en") == "things"
        for k in taken.children[verb]
    )


def _has_place_word(name: str) -> bool:
    last = name.split()[-1].lower()
    return len(name.split()) > 1 and (
        category(last, "en") == "places"
        or last in ("rock", "street", "lane", "road", "bay", "hill", "house", "wood", "point", "harbour")
    )


def _common_name(taken: Parse, phrase: Phrase) -> str:
    """'the harbour bell' -> 'harbour bell': the noun with nouns that stand before it."""
    first = phrase.head
    while (
        first > phrase.first
        and taken.tokens[first - 1].role == "compound"
        and taken.tokens[first - 1].head == phrase.head
    ):
        first -= 1
    before = [
        taken.tokens[i].text if taken.tokens[i].kind == "PROPN" and i > 0 else taken.tokens[i].text.lower()
        for i in range(first, phrase.head) if any(letter.isalnum() for letter in taken.tokens[i].text)
    ]  # fmt: skip
    head = taken.tokens[phrase.head]
    plural = head.tag in ("NNS", "NNPS")
    return " ".join([*before, head.text.lower() if plural else head.lemma])


def _note(found: dict[str, Figure], sentence: Sentence, phrase: Phrase, name: str, kind: str, proper: bool) -> None:
    taken, head = sentence.parse, sentence.parse.tokens[phrase.head]
    key = _key(found, name, head.lemma if not proper else name, proper)
    figure = found.setdefault(key, Figure(name, kind, proper, len(found)))
    quoted = phrase.head in sentence.quoted
    figure.count += 1
    figure.several = figure.several or head.tag in ("NNS", "NNPS") or head.lemma in _GROUPS
    figure.deeds += head.role in SUBJECTS and not quoted
    kept = head.role == "dobj" and taken.tokens[head.head].lemma in _KEEPING and kind == "places"
    figure.located += (kept or (head.role == "pobj" and _is_at(taken, phrase.head))) and not quoted
    if not quoted:
        for look in looks_of(sentence, phrase):
            if _unnamed(look) not in (_unnamed(old) for old in figure.looks):
                figure.looks.append(look)


def _unnamed(look: str) -> str:
    """A look without articles: 'the boy in the green jacket' is told by 'a boy in a green jacket'."""
    return re.sub(r"\b(?:the|an?) ", "", look.casefold())


def _is_at(taken: Parse, head: int) -> bool:
    """Whether somebody is at or in what a noun names; one is only in or on a thing that moves, not falling from it."""
    preposition = taken.tokens[taken.tokens[head].head].text.lower()
    if taken.tokens[head].lemma in words("en", "vehicles"):
        return preposition in ("in", "on", "inside", "aboard", "within", "through", "into")
    return preposition in _LOCATING


def _key(found: dict[str, Figure], name: str, lemma: str, proper: bool) -> str:
    """'boat' and 'the paper boat' are one thing; 'Thomas' and 'Thomas Farriner' one man."""
    for key, figure in found.items():
        if figure.proper != proper:
            continue
        ours, theirs = _untitled(name), _untitled(figure.name)
        same_head = theirs[-1] == ours[-1] or (not proper and key.split()[-1] == lemma)
        if same_head and (len(ours) == 1 or len(theirs) == 1 or ours == theirs):
            return key
        if proper and figure.kind == "people" and (ours == theirs[:1] or theirs == ours[:1]):
            if len(ours) > len(theirs):
                figure.aliases.append(figure.name)
                figure.name = name
            return key
    return name.casefold() if proper else " ".join([*name.casefold().split()[:-1], lemma])


def _untitled(name: str) -> list[str]:
    """'Mr. Pemberton' -> ['pemberton']."""
    parts = name.casefold().split()
    return [part for part in parts if part.strip(".") not in _TITLES] or parts


def _link_names(found: dict[str, Figure], sentence: Sentence) -> None:
    """'a girl named Mira', 'Mira, a girl', 'Mira was a girl': the noun becomes an alias of the name."""
    taken = sentence.parse
    for i, token in enumerate(taken.tokens):
        kind = category(token.lemma, "en")
        if token.kind != "NOUN" or kind not in ("people", "animals", "things"):
            continue
        name = _name_beside(taken, i)
        if name and kind != "things":
            _rename(found, token.lemma, name)
        owner = next(
            (one for one in found.values() if one.proper and name and (name == one.name or name in one.name.split())),
            None,
        )
        common = found.get(token.lemma)
        if owner is None or owner.kind != ("things" if kind == "things" else "people"):
            continue
        if token.lemma not in owner.aliases:
            owner.aliases.append(token.lemma)
        if common is not None:
            owner.looks += [look for look in common.looks if look not in owner.looks and name not in look]
            owner.count += common.count
            owner.deeds += common.deeds
            del found[token.lemma]


def _rename(found: dict[str, Figure], lemma: str, name: str) -> None:
    """'a diplomat called Ferdinand de Lesseps': who was only a diplomat so far has a name now."""
    same = [key for key, figure in found.items() if figure.proper and set(figure.name.split()) & set(name.split())]
    people = [key for key in same if found[key].kind == "people"]
    if people or lemma not in found:
        return
    figure = found.pop(lemma)
    for key in same:
        figure.count += found.pop(key).count
    figure.name, figure.proper = name, True
    figure.aliases.append(lemma)
    found[name.casefold()] = figure


def _name_beside(taken: Parse, i: int) -> str:
    """The name that a noun for a person stands for, if one is there."""
    token = taken.tokens[i]
    for child in taken.children[i]:
        if taken.tokens[child].role == "acl" and taken.tokens[child].lemma in ("name", "call"):
            return _full_name(taken, child)
        if taken.tokens[child].role == "appos" and taken.tokens[child].kind == "PROPN":
            return taken.tokens[child].text
    head = taken.tokens[token.head]
    if token.role == "appos" and head.kind == "PROPN":
        return head.text
    if token.role == "attr" and head.lemma in ("be", "become"):
        return _named_subject(taken, token.head)
    verb = taken.tokens[head.head]
    if token.role == "pobj" and head.text.lower() == "into" and verb.lemma in ("grow", "turn", "change", "develop"):
        return _named_subject(taken, head.head)
    return ""


def _named_subject(taken: Parse, verb: int) -> str:
    """The name of who is or becomes something."""
    subjects = (taken.tokens[k] for k in taken.children[verb] if taken.tokens[k].role in SUBJECTS)
    return next((token.text for token in subjects if token.kind == "PROPN"), "")


def _full_name(taken: Parse, verb: int) -> str:
    """The whole name after 'called' or 'named', with a small 'de' or 'von' inside."""
    first = next((k for k in range(verb + 1, len(taken.tokens)) if taken.tokens[k].text[:1].isupper()), None)
    if first is None or first > verb + 1:
        return ""
    last = first
    small = ("de", "del", "di", "da", "la", "le", "van", "von", "der", "al", "bin")
    while last + 1 < len(taken.tokens) and (
        taken.tokens[last + 1].text[:1].isupper() or taken.tokens[last + 1].text in small
    ):
        last += 1
    return taken.text[taken.tokens[first].start : taken.tokens[last].end]


# ---------------------------------------------------------------- other languages


def _take_plain(found: dict[str, Figure], sentence: Sentence, phrase: Phrase, language: str) -> None:
    taken, head = sentence.parse, sentence.parse.tokens[phrase.head]
    marks = words(language, "place_marks")
    for i in range(phrase.first, phrase.last):
        token = taken.tokens[i]
        proper = token.kind == "PROPN"
        acts = i + 1 < len(taken.tokens) and taken.tokens[i + 1].text == "ने"
        named = gender_of_name(token.text, language) if proper or acts else ""
        kind = "people" if named else category(token.lemma, language)
        if not kind or kind == "body":
            continue
        name = token.text if kind == "people" else singular(token.text, language)
        figure = found.setdefault(name, Figure(name, kind, proper, len(found)))
        after = taken.tokens[i + 1].text if i + 1 < len(taken.tokens) else ""
        if kind == "people":
            figure.kind = kind
        figure.count += 1
        figure.deeds += (
            token is head
            and i not in sentence.quoted
            and (after == "ने" or (i == 0 and after not in words(language, "postpositions")))
        )
        figure.located += after in marks and i not in sentence.quoted
        if (
            token is head
            and phrase.last - phrase.first > 1
            and not any(taken.tokens[k].kind == "PROPN" for k in range(phrase.first, phrase.last))
        ):
            text = taken.phrase_text(phrase)
            if text not in figure.looks:
                figure.looks.append(text)
    _link_plain(found, taken)


def _link_plain(found: dict[str, Figure], taken: Parse) -> None:
    """'मीरा नाम की एक लड़की': the girl is Mira."""
    texts = [token.text for token in taken.tokens]
    for i, text in enumerate(texts):
        if text != "नाम" or i == 0 or texts[i - 1] not in found:
            continue
        owner = found[texts[i - 1]]
        noun = next(
            (
                k
                for k in range(i + 1, min(i + 6, len(texts)))
                if category(texts[k], taken.language) in ("people", "animals")
            ),
            None,
        )
        if noun is not None and texts[noun] not in owner.aliases:
            owner.aliases.append(texts[noun])
            owner.looks.append(" ".join(texts[i + 2 : noun + 1]))
            found.pop(texts[noun], None)


def best(
    found: Sequence[Figure], kind: Callable[[Figure], bool], score: Callable[[Figure], float], most: int
) -> list[Figure]:
    """The `most` figures of a kind with the highest score, in the order of their first naming."""
    fitting = sorted(
        (figure for figure in found if kind(figure) and score(figure) > 0),
        key=lambda figure: (-score(figure), figure.first),
    )
    return sorted(fitting[:most], key=lambda figure: figure.first)
