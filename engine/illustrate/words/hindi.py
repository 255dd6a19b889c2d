"""Hindi picture words to a reading, by a lexicon and postpositions: every known word becomes its English one.

A clause ends with its verb; what stands before 'में', 'पर', 'के पास' is where things are. Example: "बिल्ली मेज़ के नीचे सोती है"
links the cat to the table as 'under'.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.illustrate.words.numbers import numbers_in
from engine.illustrate.words.record import Deed, Link, Mention, Reading
from engine.illustrate.words.tables import action, from_hindi, value
from engine.planning.reading import category

_WHERE = ("in", "on", "under", "beside", "behind", "before", "toward")
_OF = frozenset({"का", "की", "के"})
_VERBS = frozenset({"be", "fasten", "chime", "break"})
_LIGHT = frozenset({"गया", "गई", "गयी", "गए", "जाता", "जाती", "जाते"})
"""After another verb they only tell that it is done: 'टूट गया' goes nowhere."""
_WORD = re.compile(r"[\wऀ-ॿ\u200d]+(?:-[\wऀ-ॿ]+)?")
_ACTS = frozenset({"ने"})
_LIKE = frozenset({"जैसा", "जैसी", "जैसे", "तरह", "समान"})


@dataclass
class _Clause:
    """One clause while it is read: its nouns with what follows them."""

    nouns: list[tuple[int, str, bool]] = field(default_factory=list)
    verbs: list[str] = field(default_factory=list)
    denied: bool = False


@dataclass
class _Book:
    mentions: list[Mention] = field(default_factory=list)
    deeds: list[Deed] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def read_hindi(text: str, names: Mapping[tuple[str, ...], str]) -> Reading:
    """Read picture words; `names` are the bible's names (folded words) to units."""
    book = _Book()
    for part in re.split(r"[,;।.!?|]|\s(?:और|लेकिन|मगर|जिसकी|जिसका|जिसके)\s", text):
        _read(_WORD.findall(part), names, book)
    known = tuple(dict.fromkeys(book.unread))
    return Reading(
        tuple(book.mentions), tuple(book.deeds), tuple(book.links), numbers_in(text), tuple(book.lemmas), known
    )


def _read(words: list[str], names: Mapping[tuple[str, ...], str], book: _Book) -> None:
    clause = _Clause()
    described: list[str] = []
    english = [from_hindi(word) for word in words]
    clause.denied = "not" in english
    for i, word in enumerate(words):
        unit = names.get((word.casefold(),), "") or _name_of(word, names)
        meaning = english[i]
        if unit or _is_noun(meaning):
            if _left_out(words, english, i):
                continue
            how = _after(words, english, i)
            place = _kept(book, Mention(meaning or word, said=word, count=_count(described, word, meaning),
                                        adjectives=tuple(described), unit=unit,
                                        person=category(meaning, "en") == "people"))  # fmt: skip
            clause.nouns.append((place, how, i + 1 < len(words) and words[i + 1] in _ACTS))
            book.lemmas += [meaning or word]
            described = []
        elif word in _LIGHT and i and clause.verbs and english[i - 1] == clause.verbs[-1]:
            continue
        elif meaning in _VERBS or (meaning and action(meaning) and not value("sizes", meaning)):
            clause.verbs.append(meaning)
            book.lemmas.append(meaning)
        elif meaning:
            described.append(meaning)
            book.lemmas.append(meaning)
        elif word not in _OF and _unknown_noun(word):
            book.unread.append(word)
    _tell(clause, book)


def _name_of(word: str, names: Mapping[tuple[str, ...], str]) -> str:
    """A name whose form the case has changed: 'डाकिये' is 'डाकिया'."""
    meant = from_hindi(word)
    if not meant:
        return ""
    return next((unit for name, unit in names.items() if len(name) == 1 and from_hindi(name[0]) == meant), "")


def _is_noun(english: str) -> bool:
    return (bool(english) and bool(category(english, "en")) and english not in _WHERE and not action(english)) or (
        english in ("plough", "light", "ring", "bow", "water", "cook", "plant", "box", "cage", "drum", "net", "ship")
    )


def _unknown_noun(word: str) -> bool:
    return bool(category(word, "hi"))


def _left_out(words: list[str], english: list[str], i: int) -> bool:
    """'नाव के बिना', 'शेर जैसा', 'नाव नहीं थी': not there."""
    after = words[i + 1 : i + 3]
    if "बिना" in after or set(after) & _LIKE:
        return True
    later = english[i + 1 :]
    return later[:1] == ["not"] and later[1:2] in ([], ["be"])


def _after(words: list[str], english: list[str], i: int) -> str:
    """How a noun is meant by what follows it: a place ('in'), an owner ('of'), a goal ('to'), or nothing."""
    rest = words[i + 1 : i + 3]
    if not rest:
        return ""
    if rest[0] in _OF:
        return next((each for each in english[i + 2 : i + 4] if each in _WHERE), "of")
    if rest[0] == "को":
        return "to"
    return english[i + 1] if english[i + 1] in _WHERE else ""


def _count(described: list[str], word: str, meaning: str) -> int:
    told = next((int(found) for each in described if (found := value("counts", each))), 0)
    if told:
        return told
    many = word.endswith(("ियाँ", "ियों", "ें", "ों", "एँ")) and category(meaning, "en") not in ("nature", "places")
    return 3 if many else 1


def _kept(book: _Book, found: Mention) -> int:
    for number, other in enumerate(book.mentions):
        if (found.unit and found.unit == other.unit) or (not other.unit and found.word == other.word):
            return number
    book.mentions.append(found)
    return len(book.mentions) - 1


def _tell(clause: _Clause, book: _Book) -> None:
    """Who did what, and where: the noun with 'ने', else the first that lives or stands bare, is who."""
    if not clause.nouns:
        return
    bare = [place for place, how, _ in clause.nouns if how in ("", "to")]
    actor = next((place for place, _, acts in clause.nouns if acts), None)
    if actor is None and bare:
        living = [place for place in bare if book.mentions[place].person or book.mentions[place].unit]
        actor = (living or bare)[0]
    owners = [place for place, how, _ in clause.nouns if how == "beside" and book.mentions[place].person]
    if actor is None and owners:
        actor = owners[0]
    if actor is None:
        return
    if not clause.denied:
        verb = next((each for each in reversed(clause.verbs) if each != "be"), "be" if clause.verbs else "")
        what = tuple(place for place in bare if place != actor)
        if verb:
            book.deeds.append(Deed(verb, (actor,), what))
    for place, how, _ in clause.nouns:
        if how in _WHERE and place != actor:
            book.links.append(Link(actor, how, place))
