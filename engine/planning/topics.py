"""What a sentence is about, and which of its nouns an 'its' can own: the rules by which 'it' and 'they' stay with the
subject of the sentence before and do not jump to its last noun.

Knows one sentence and what its words mean; remembers nothing. Example: after "A whale swims under the ice." the topic
is 'the whale', so that its heart is not the ice's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engine.language.nlp import Parse, Token
from engine.language.word_lists import words
from engine.planning.reading import SUBJECTS, Sentence, category, is_vague

_WEATHER = frozenset({"rain", "snow", "hail", "pour", "storm", "thunder", "drizzle", "freeze", "thaw"})
_PLACED = frozenset(
    {"sit", "land", "perch", "climb", "jump", "ride", "rest", "sleep", "stand", "lie", "settle", "fly", "crawl"}
)
_NEUTER = frozenset(
    {"robot", "ghost", "monster", "baby", "android", "machine", "doll", "creature", "snowman", "scarecrow"}
)
_OPEN_ROOFS = frozenset({"tree", "sky", "star", "moon", "cloud", "willow", "oak", "palm", "sun"})
_UNDER = frozenset({"under", "beneath", "underneath"})
_AIRY = frozenset({"smell", "scent", "sound", "voice", "song", "light", "smoke", "wind", "echo", "music", "news", "cry", "laughter",
                   "fame", "rumour", "rumor", "story"})  # fmt: skip
_COLLECTIVE = frozenset({"animal", "creature", "beast", "friend"})


@dataclass(frozen=True)
class Referent:
    """What a token means: `text` as it would be written again ('Marta', 'the boat'), `unit` where the bible has it.
    `instead`: written in place of a noun too ('the animals')."""

    text: str
    unit: str = ""
    plural: bool = False
    instead: bool = False


@dataclass(frozen=True)
class Topic:
    """Who or what the main verbs of a sentence tell of, in their order; `alive` are those of them that live."""

    subjects: tuple[Referent, ...] = ()
    alive: tuple[Referent, ...] = ()

    @property
    def one(self) -> Referent | None:
        """The single thing or animal that an 'it' can mean."""
        return next((each for each in self.subjects if not each.plural), None)

    @property
    def several(self) -> Referent | None:
        """Those whom a 'they' can mean: a plural subject, else all that act."""
        plural = next((each for each in self.alive if each.plural), None)
        return plural or joined(self.alive)


NOTHING = Topic()


def joined(some: tuple[Referent, ...]) -> Referent | None:
    """'the monkey and the turtle'; None for fewer than two."""
    texts = list(dict.fromkeys(each.text for each in some))
    if len(texts) < 2:
        return None
    return Referent(" and ".join((", ".join(texts[:-1]), texts[-1])), plural=True)


def topic_of(sentence: Sentence, meant: Mapping[int, Referent], human: frozenset[str]) -> Topic:
    """The topic of a sentence. `human` are the units of people, of whom no 'it' speaks."""
    taken = sentence.parse
    subjects: list[Referent] = []
    alive: list[Referent] = []
    for i, token in enumerate(taken.tokens):
        if token.role not in SUBJECTS or i in sentence.quoted or not _tells(taken, token.head):
            continue
        if i in sentence.unreal and token.tag in ("NNS", "NNPS"):
            continue
        for k in (_owner(taken, i, meant), *_beside(taken, i)):
            told = _told(taken, k, meant)
            if told is None:
                continue
            kind = _kind(taken, k, told, meant)
            if kind in ("people", "animals") or told.unit:
                alive.append(told)
            if told.unit not in human and (kind != "people" or told.text.split()[-1] in _NEUTER):
                subjects.append(told)
    return Topic(tuple(dict.fromkeys(subjects)), tuple(dict.fromkeys(alive)))


def _tells(taken: Parse, verb: int) -> bool:
    return taken.tokens[verb].role in ("ROOT", "conj", "ccomp", "advcl", "parataxis")


def _owner(taken: Parse, i: int, meant: Mapping[int, Referent]) -> int:
    """'Its left wheel is broken' still tells of whose wheel it is."""
    return next((k for k in taken.children[i] if taken.tokens[k].role == "poss" and k in meant), i)


def _beside(taken: Parse, i: int) -> list[int]:
    return [
        k for k in taken.children[i] if taken.tokens[k].role == "conj" and taken.tokens[k].kind in ("NOUN", "PROPN")
    ]


def _told(taken: Parse, i: int, meant: Mapping[int, Referent]) -> Referent | None:
    if i in meant:
        return meant[i]
    token = taken.tokens[i]
    named = token.kind == "PROPN" or category(token.lemma, "en") not in ("", "body")
    if token.kind not in ("NOUN", "PROPN") or not named or is_vague(token.lemma):
        return None
    return Referent(spoken_again(taken, i), plural=token.tag in ("NNS", "NNPS"))


def _kind(taken: Parse, i: int, told: Referent, meant: Mapping[int, Referent]) -> str:
    if taken.tokens[i].kind in ("PRON", "DET"):
        last = told.text.split()[-1]
        return category(last, "en") or ("people" if last[:1].isupper() else "")
    return category(taken.tokens[i].lemma, "en")


def own_subject(taken: Parse, i: int) -> int | None:
    """The subject of the clause that an 'its' stands in, where that can own the noun: 'the crow flies to its nest', not
    'a parrot sits on its head'."""
    noun = taken.tokens[i].head
    above = taken.tokens[noun].head
    verb = above
    while taken.tokens[verb].kind not in ("VERB", "AUX") and taken.tokens[verb].head != verb:
        verb = taken.tokens[verb].head
    placed = taken.tokens[noun].role == "pobj" and taken.tokens[verb].lemma in _PLACED
    if placed and category(taken.tokens[noun].lemma, "en") == "body":
        return None
    subject = subject_beside(taken, verb)
    if subject is None or subject >= i or subject == noun:
        return None
    token = taken.tokens[subject]
    kind = category(token.lemma, "en")
    plural = token.tag in ("NNS", "NNPS")
    fits = kind in ("animals", "things", "nature", "places") or token.lemma in _NEUTER
    return (
        subject
        if token.kind in ("NOUN", "PROPN", "PRON") and not plural and (fits or token.text.lower() == "it")
        else None
    )


def subject_beside(taken: Parse, verb: int) -> int | None:
    """The subject of a verb or of the one that it stands beside."""
    seen: set[int] = set()
    while verb not in seen:
        seen.add(verb)
        for child in taken.children[verb]:
            if taken.tokens[child].role in SUBJECTS:
                return child
        if taken.tokens[verb].role not in ("conj", "xcomp"):
            return None
        verb = taken.tokens[verb].head
    return None


def means_nothing(taken: Parse, i: int) -> bool:
    """'it rains', 'it all begins again', 'by itself': no thing is meant."""
    token = taken.tokens[i]
    after = taken.tokens[i + 1].text.lower() if i + 1 < len(taken.tokens) else ""
    weather = token.role in SUBJECTS and taken.tokens[token.head].lemma in _WEATHER
    return weather or after == "all" or token.text.lower() == "itself"


def collective(taken: Parse, i: int, beasts: tuple[Referent, ...]) -> Referent | None:
    """'the animals': those that the story has spoken of, where there are two or more."""
    token = taken.tokens[i]
    pointed = any(taken.tokens[k].text.lower() == "the" for k in taken.children[i])
    alone = not any(taken.tokens[k].role in ("amod", "nummod", "relcl", "prep", "poss") for k in taken.children[i])
    if token.lemma not in _COLLECTIVE or token.tag != "NNS" or not pointed or not alone:
        return None
    fitting = tuple(
        each for each in beasts if token.lemma == "friend" or category(each.text.split()[-1], "en") == "animals"
    )
    both = joined(fitting[-4:])
    return Referent(both.text, plural=True, instead=True) if both else None


def spoken_again(taken: Parse, i: int) -> str:
    """A noun as it is spoken of again: 'a boat made of newspaper' -> 'the boat'."""
    first = i
    while first > 0 and taken.tokens[first - 1].role == "compound" and taken.tokens[first - 1].head == i:
        first -= 1
    text = taken.text[taken.tokens[first].start : taken.tokens[i].end]
    if taken.tokens[i].kind == "PROPN":
        return text
    return f"the {text[:1].lower() + text[1:] if not text.isupper() else text}"


def roles() -> frozenset[str]:
    """Nouns that name a woman or a man."""
    return words("en", "female_roles") | words("en", "male_roles")


def is_named(taken: Parse, i: int) -> bool:
    """'It is a boat': what the pronoun is gets its name here."""
    verb = taken.tokens[i].head
    return taken.tokens[verb].lemma == "be" and any(taken.tokens[k].role == "attr" for k in taken.children[verb])


def is_plural(name: str) -> bool:
    """Whether a name is of several: 'the astronauts'."""
    last = name.split()[-1].lower()
    return (
        last.endswith("s")
        and not last.endswith("ss")
        and bool(category(last.removesuffix("s"), "en") or category(last, "en"))
    )


def clause_of(taken: Parse, i: int) -> int:
    """The verb that token `i` hangs on."""
    seen = {i}
    while taken.tokens[i].head not in seen and taken.tokens[taken.tokens[i].head].kind not in ("VERB", "AUX"):
        i = taken.tokens[i].head
        seen.add(i)
    return taken.tokens[i].head


def happened_before(taken: Parse, i: int) -> bool:
    """'In the classroom the teacher had said': a look back, after which everybody is where they were."""
    verb = clause_of(taken, i)
    return any(
        taken.tokens[k].role == "aux" and taken.tokens[k].text.lower() in ("had", "'d", "’d")
        for k in taken.children[verb]
    )


def lies_in_bed(taken: Parse) -> bool:
    """Whether somebody is in bed by the words, which is where no other place is."""
    return any(
        token.kind == "NOUN" and token.lemma in ("pillow", "bed", "blanket", "bedroom", "cradle")
        for token in taken.tokens
    )


def is_outdoors(taken: Parse) -> bool:
    """Whether somebody is under a tree or the sky by the words, wherever the room was: 'they paint under the apple tree'."""
    return any(token.role == "pobj" and token.lemma in _OPEN_ROOFS and taken.tokens[token.head].text.lower() in _UNDER
               for token in taken.tokens)  # fmt: skip


def only_drifts(taken: Parse, i: int) -> bool:
    """'The smell of coffee drifts into the street': nobody goes there with it."""
    subject = subject_beside(taken, clause_of(taken, i))
    return subject is not None and taken.tokens[subject].lemma in _AIRY


def is_of_many(token: Token) -> bool:
    """'The nights are long': told of all of them, and not what hour it is."""
    return token.tag == "NNS" and token.role in SUBJECTS


def earlier_plural(taken: Parse, i: int) -> Referent | None:
    """'The whale eats shrimps, four tonnes of them': the last things before a 'them' in its own sentence."""
    for k in range(i - 1, -1, -1):
        token = taken.tokens[k]
        if (
            token.tag == "NNS"
            and token.role in ("dobj", "pobj", "nsubjpass")
            and category(token.lemma, "en") not in ("", "body")
        ):
            return Referent(spoken_again(taken, k), plural=True)
    return None


def described_things(taken: Parse) -> dict[str, str]:
    """Adjectives of a sentence with the things that they are said of, for 'the slow ones' later."""
    found: dict[str, str] = {}
    for i, token in enumerate(taken.tokens):
        if token.kind != "ADJ" or token.role not in ("amod", "acomp"):
            continue
        later = [k for k in range(i + 1, len(taken.tokens))
                 if taken.tokens[k].tag == "NNS" and category(taken.tokens[k].lemma, "en")]  # fmt: skip
        if later:
            first = min(k for k in (*taken.children[later[0]], later[0])
                        if k == later[0] or taken.tokens[k].role in ("amod", "compound"))  # fmt: skip
            found.setdefault(token.lemma, taken.text[taken.tokens[first].start : taken.tokens[later[0]].end])
    return found
