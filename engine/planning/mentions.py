"""Who and what the words of a sentence mean: entries of the bible by name, pronouns by what was last spoken of, the
place, the hour.

Walks sentences in order and remembers; draws nothing. Example: after "Marta keeps the lighthouse." the "she" of the
next sentence is Marta.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from engine.artifacts import NARRATOR, BibleEntry
from engine.language.nlp import Parse
from engine.language.word_lists import pairs, words
from engine.planning.identities import HE, SHE, called, entries_in, gender_of_name, name_table
from engine.planning.reading import SUBJECTS, Sentence, category, is_measure, is_vague
from engine.planning.times import opens_elsewhere
from engine.planning.topics import (
    NOTHING,
    Referent,
    Topic,
    clause_of,
    collective,
    described_things,
    earlier_plural,
    is_named,
    is_of_many,
    is_outdoors,
    is_plural,
    lies_in_bed,
    means_nothing,
    own_subject,
    roles,
    spoken_again,
    subject_beside,
    topic_of,
)
from engine.planning.whereabouts import LOOKED_BACK, THERE, whereabouts

_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})


@dataclass(frozen=True)
class Known:
    """A sentence with what its tokens mean, where and when it is (`place` is a unit id, `hour` a word of the text),
    who is there, and what it
    is about (`topic`)."""

    sentence: Sentence
    meant: Mapping[int, Referent]
    place: str
    hour: str
    people: tuple[str, ...]
    thing: str
    topic: str = ""


@dataclass(frozen=True)
class _Person:
    """Somebody who was spoken of: an entry of the bible, or only 'the grandmother'."""

    text: str
    unit: str
    gender: str


@dataclass
class _Memory:
    people: list[_Person] = field(default_factory=list)
    thing: Referent | None = None
    things: Referent | None = None
    place: str = ""
    hour: str = ""
    group_is_newer: bool = False
    paragraph: int = 0
    last_person: int = -9
    described: dict[str, str] = field(default_factory=dict)
    topic: Topic = NOTHING
    beasts: list[Referent] = field(default_factory=list)


class Follower:
    """Follows a text sentence by sentence. `entries` are the bible's; `genders` says 'female', 'male' or '' for
    character units."""

    def __init__(self, entries: Mapping[str, BibleEntry], language: str, genders: Mapping[str, str],
                 place: str = "", people: Sequence[str] = ()) -> None:  # fmt: skip
        self._language = language
        self._entries = {unit: entry for unit, entry in entries.items() if entry.kind != "style" and unit != NARRATOR}
        self._genders = genders
        self._names = name_table(self._entries)
        self._memory = _Memory(
            place=place, people=[self._entry_person(unit) for unit in people if unit in self._entries]
        )

    def follow(self, sentence: Sentence) -> Known:
        """What `sentence` means; what it speaks of is remembered for the next one."""
        taken = sentence.parse
        self._enter(sentence.paragraph)
        named = entries_in(taken, self._names)
        if not taken.trees:
            return self._follow_plain(sentence, named)
        meant: dict[int, Referent] = {}
        for i, token in enumerate(taken.tokens):
            if i in named:
                meant[i] = Referent(called(self._entries[named[i]], self._language), named[i])
                if i not in sentence.quoted and self._is_person(named[i]):
                    self._met(self._entry_person(named[i]), token.role in SUBJECTS)
            elif i not in sentence.quoted | sentence.unreal and token.tag == "NN" and token.lemma in roles():
                self._met(
                    _Person(spoken_again(taken, i), "", gender_of_name(token.lemma, "en")), token.role in SUBJECTS
                )
            elif i not in sentence.quoted and token.kind in ("PRON", "DET"):
                referent = self._pronoun(taken, i, meant)
                if referent:
                    meant[i] = referent
            elif token.lemma == "one" and token.tag == "NNS":
                meant.update(self._ones(taken, i))
            elif both := collective(taken, i, tuple(self._memory.beasts)):
                meant[i] = both
        if opens_elsewhere(taken) and sum(entry.kind == "place" for entry in self._entries.values()) > 1:
            self._memory.place = self._memory.hour = ""
        elif lies_in_bed(taken) or is_outdoors(taken):
            self._memory.place = ""
        place = self._where(sentence, meant)
        self._when(taken)
        self._remember_things(sentence, meant)
        self._remember_topic(sentence, meant)
        people = tuple(
            dict.fromkeys(
                r.unit for i, r in sorted(meant.items()) if self._is_person(r.unit) and i not in sentence.unreal
            )
        )
        return Known(
            sentence, meant, place, self._memory.hour, people, self._memory.thing.text if self._memory.thing else "",
            self._memory.topic.one.text if self._memory.topic.one else "",
        )  # fmt: skip

    def _enter(self, paragraph: int) -> None:
        """A new paragraph keeps the hour only where somebody was there in one of the last two: a story goes on, an
        explanation does not."""
        if paragraph != self._memory.paragraph and self._memory.last_person < paragraph - 2:
            self._memory.hour = ""
        self._memory.paragraph = paragraph

    def _is_person(self, unit: str) -> bool:
        return unit in self._entries and self._entries[unit].kind == "character"

    def _entry_person(self, unit: str) -> _Person:
        return _Person(called(self._entries[unit], self._language), unit, self._genders.get(unit, ""))

    def _met(self, person: _Person, subject: bool) -> None:
        people = self._memory.people
        self._memory.last_person = self._memory.paragraph
        if person in people:
            people.remove(person)
        people.insert(0 if subject or not people else 1, person)
        self._memory.group_is_newer = True

    def _pronoun(self, taken: Parse, i: int, meant: Mapping[int, Referent]) -> Referent | None:
        lower = taken.tokens[i].text.lower()
        if lower in SHE or lower in HE:
            gender = "female" if lower in SHE else "male"
            person = self._person(gender, self._not_meant(taken, i, meant))
            return Referent(person.text, person.unit) if person else None
        if lower in _IT and taken.tokens[i].role != "expl" and not means_nothing(taken, i):
            return self._it(taken, i, meant)
        return self._they(taken, i, meant) if lower in _THEY else None

    def _it(self, taken: Parse, i: int, meant: Mapping[int, Referent]) -> Referent | None:
        """An owner is the subject of its own clause; who acts is what the sentence before was about; what is done to
        something is done to the last thing."""
        token = taken.tokens[i]
        owner = own_subject(taken, i) if token.role == "poss" else None
        if owner is not None:
            return meant.get(owner) or Referent(spoken_again(taken, owner))
        topic = self._memory.topic.one if token.role in (*SUBJECTS, "poss") else None
        return self._earlier_thing(taken, i) or topic or self._memory.thing

    def _they(self, taken: Parse, i: int, meant: Mapping[int, Referent]) -> Referent | None:
        several = next((one for one in self._memory.people[:3] if one.unit and is_plural(one.text)), None)
        if several:
            return Referent(several.text, several.unit, plural=True)
        token, group = taken.tokens[i], self._group()
        near = group is not None and self._memory.last_person >= self._memory.paragraph - 1
        owned = token.role == "poss" and category(taken.tokens[token.head].lemma, "en") in ("people", "animals")
        if near and owned:  # 'their dog'
            return group
        if token.role not in (*SUBJECTS, "poss") and (named := earlier_plural(taken, i)):
            return named
        if group and token.role not in SUBJECTS and self._not_meant(taken, i, meant) in group.text.split(" and "):
            group = None
        acts = token.role in SUBJECTS and taken.tokens[token.head].lemma != "be"
        if acts and (topic := self._memory.topic.several):
            return topic
        if acts and group and self._memory.last_person >= self._memory.paragraph - 1:
            return group
        return group if group and self._memory.group_is_newer else self._memory.things or group

    def _remember_topic(self, sentence: Sentence, meant: Mapping[int, Referent]) -> None:
        """A sentence of talk or without a subject leaves the topic as it was."""
        human = frozenset(unit for unit, gender in self._genders.items() if gender)
        found = topic_of(sentence, meant, human)
        if found.subjects or found.alive:
            self._memory.topic = found
        for each in found.alive:
            if not each.plural and each not in self._memory.beasts and not self._genders.get(each.unit):
                self._memory.beasts.append(each)

    def _person(self, gender: str, other: str) -> _Person | None:
        """The last one spoken of who can be meant: of that gender, else of unknown gender; not the `other`."""
        people = [person for person in self._memory.people if person.text != other] or self._memory.people
        return next((person for wanted in (gender, "") for person in people if person.gender == wanted), None)

    def _not_meant(self, taken: Parse, i: int, meant: Mapping[int, Referent]) -> str:
        """Who acts in a pronoun's own clause, where somebody else is meant: 'a mouse wakes him', 'runs over his paw'."""
        subject = subject_beside(taken, clause_of(taken, i))
        if subject is None or subject >= i or taken.tokens[i].text.lower().endswith("self"):
            return ""
        new = any(taken.tokens[k].text.lower() in ("a", "an") for k in taken.children[subject])
        told = meant[subject].text if subject in meant else spoken_again(taken, subject)
        return told if taken.tokens[i].role != "poss" or new else ""

    def _group(self) -> Referent | None:
        people = self._memory.people[:2]
        if len(people) < 2:
            return None
        return Referent(" and ".join(person.text for person in reversed(people)), plural=True)

    def _earlier_thing(self, taken: Parse, i: int) -> Referent | None:
        """A thing of the same sentence before a pronoun in another clause: 'tea ... when you forget it'."""
        clause = clause_of(taken, i)
        acts = taken.tokens[i].role in SUBJECTS
        roles = ("nsubj", "nsubjpass", "attr") if acts else ("nsubj", "nsubjpass", "attr", "dobj")
        for k in range(i - 1, -1, -1):
            token = taken.tokens[k]
            if clause_of(taken, k) == clause:
                continue
            if (
                token.kind == "NOUN"
                and token.tag == "NN"
                and (token.role in roles or taken.tokens[i].role == "poss")
                and category(token.lemma, "en") == "things"
            ):
                return Referent(spoken_again(taken, k))
        return None

    def _ones(self, taken: Parse, i: int) -> dict[int, Referent]:
        """'the slow ones': the things that were called slow before."""
        for child in taken.children[i]:
            described = self._memory.described.get(taken.tokens[child].lemma)
            if taken.tokens[child].role == "amod" and described:
                return {i: Referent(described, plural=True)}
        return {}

    def _where(self, sentence: Sentence, meant: Mapping[int, Referent]) -> str:
        """The place after this sentence: one that it says somebody or something is at, else the one before."""
        found = min(whereabouts(sentence, meant, self._entries), default=None)
        if found is not None and found.rank == LOOKED_BACK:
            return found.unit
        if found is not None and (found.rank == THERE or not self._memory.place):
            self._move(found.unit)
        return self._memory.place

    def _move(self, unit: str) -> None:
        """To another place; a town or land with a name of its own has its own hour."""
        if unit != self._memory.place and self._memory.place and not self._entries[unit].name.islower():
            self._memory.hour = ""
        self._memory.place = unit

    def _when(self, taken: Parse) -> None:
        hours = pairs(self._language, "hours")
        for token in taken.tokens:
            found = hours.get(token.text.lower()) or hours.get(token.lemma)
            if found and not is_of_many(token):
                self._memory.hour = found
                return

    def _remember_things(self, sentence: Sentence, meant: Mapping[int, Referent]) -> None:
        taken = sentence.parse
        for word, text in described_things(taken).items():
            self._memory.described.setdefault(word, text)
        best: tuple[int, int] | None = None
        several: tuple[int, int] | None = None
        for i, token in enumerate(taken.tokens):
            acts = token.kind == "PRON" and token.role in SUBJECTS
            if acts and token.text.lower() == "it" and i in meant and not is_named(taken, i):
                best = (0, -i)
                continue
            if i in sentence.quoted or token.kind not in ("NOUN", "PROPN") or is_vague(token.lemma):
                continue
            if i in sentence.unreal and token.role not in SUBJECTS:
                continue
            entry = self._entries.get(meant[i].unit) if i in meant else None
            known = "things" if entry and entry.kind == "prop" else category(token.lemma, "en")
            if known in ("", "body") or token.role == "compound" or is_measure(taken, i):
                continue
            if token.tag in ("NNS", "NNPS"):
                order = (
                    0 if token.role in SUBJECTS else 1 if token.role == "dobj" or known in ("people", "animals") else 2,
                    -i,
                )
                several = min(several, order) if several else order
            beast = known == "animals" and token.role in (*SUBJECTS, "dobj", "attr")
            if token.tag in ("NNS", "NNPS") or known == "people" or (known == "animals" and not beast):
                continue
            rank = 0 if token.role in SUBJECTS else 1 if token.role in ("dobj", "attr", "ROOT", "appos") else 2
            rank = 1 if beast else rank
            best = min(best, (rank, -i)) if best else (rank, -i)
        if several:
            i = -several[1]
            self._memory.things = Referent(spoken_again(taken, i), meant[i].unit if i in meant else "", plural=True)
            self._memory.group_is_newer = False
        if best and (best[0] < 2 or self._memory.thing is None):
            i = -best[1]
            self._memory.thing = (
                meant[i]
                if taken.tokens[i].kind == "PRON"
                else Referent(spoken_again(taken, i), meant[i].unit if i in meant else "")
            )

    # ------------------------------------------------------------ languages without a tree

    def _follow_plain(self, sentence: Sentence, named: Mapping[int, str]) -> Known:
        taken, meant = sentence.parse, {}
        forms = pairs(self._language, "pronouns")
        marks = words(self._language, "place_marks")
        for i, token in enumerate(taken.tokens):
            if i in named:
                meant[i] = Referent(self._entries[named[i]].name, named[i])
                if i not in sentence.quoted and self._is_person(named[i]):
                    self._met(self._entry_person(named[i]), i == 0 or _followed_by(taken, i, ("ने",)))
                if (
                    self._entries[named[i]].kind == "place"
                    and i not in sentence.quoted
                    and _followed_by(taken, i, marks)
                ):
                    self._memory.place = named[i]
            elif (
                token.text in forms
                and i not in sentence.quoted
                and self._memory.people
                and not _points(taken, i, meant)
            ):
                person = self._memory.people[0]
                meant[i] = Referent(f"{person.text} {forms[token.text]}".strip(), person.unit)
        if not self._memory.place:
            self._memory.place = next((unit for unit in named.values() if self._entries[unit].kind == "place"), "")
        self._when(taken)
        people = tuple(dict.fromkeys(r.unit for _, r in sorted(meant.items()) if self._is_person(r.unit)))
        things = [
            taken.phrase_text(p)
            for p in taken.phrases
            if category(taken.tokens[p.head].lemma, self._language) in ("things", "nature")
        ]
        if things:
            self._memory.thing = Referent(things[0])
        thing = self._memory.thing.text if self._memory.thing else ""
        return Known(sentence, meant, self._memory.place, self._memory.hour, people, thing)


def _followed_by(taken: Parse, i: int, marks: Sequence[str] | frozenset[str]) -> bool:
    return any(token.text in marks for token in taken.tokens[i + 1 : i + 3] if token.kind == "ADP")


def _points(taken: Parse, i: int, meant: Mapping[int, Referent]) -> bool:
    """'वह लड़की': the word points at the noun after it; 'उसे' after a name in the same sentence is somebody or
    something else."""
    if taken.tokens[i].text in ("उसे", "इसे") and meant:
        return True
    noun = taken.tokens[i + 1] if i + 1 < len(taken.tokens) else None
    known = noun is not None and (noun.kind == "ADJ" or bool(category(noun.lemma, taken.language)))
    return known and taken.tokens[i].text in ("वह", "वो", "यह")
