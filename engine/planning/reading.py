"""Lines as sentences taken apart, with what is quoted, denied or only supposed marked: nothing of that is there to be
seen.

Owns the questions "what kind of thing is this noun" and "does this really happen"; knows no bible and no shots.
Example: in "no keeper is allowed" every token is denied.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from engine.artifacts import Line
from engine.language.nlp import Parse, parse
from engine.language.sentences import sentences
from engine.language.word_lists import words

CATEGORIES = ("people", "animals", "places", "nature", "body", "things")
CLAUSE_ROLES = ("ROOT", "conj", "ccomp", "advcl", "relcl", "acl", "parataxis", "pcomp", "dep", "appos")
SUBJECTS = ("nsubj", "nsubjpass", "csubj")

_SUPPOSING_MARKS = words("en", "supposing")
_SUPPOSING_VERBS = frozenset({"would", "could", "might", "should", "may", "ought"})
_ABSENT = frozenset({"come", "arrive", "appear", "exist", "be", "return", "live", "visit", "become", "remain", "stay", "have",
                     "meet", "show", "attend", "leave", "go", "know"})  # fmt: skip
_OPEN_QUOTES, _CLOSE_QUOTES = "“„«「『", "”»」』"


@dataclass(frozen=True)
class Sentence:
    """One sentence of line number `line`; its first word is word `first_word` of the line. `quoted` and `unreal` are
    token positions."""

    line: int
    first_word: int
    speaker: str
    paragraph: int
    parse: Parse
    quoted: frozenset[int]

    @cached_property
    def unreal(self) -> frozenset[int]:
        """Tokens that are denied, only supposed, or a comparison: none of it is there to be seen."""
        return frozenset(_unreal(self.parse))

    @cached_property
    def word_count(self) -> int:
        return len(self.parse.text.split())

    def word(self, token: int) -> int:
        """The position of a token's word in its line."""
        return self.first_word + self.parse.word_of[token]


def read_lines(lines: Sequence[Line], language: str) -> tuple[Sentence, ...]:
    """The sentences of lines in order. A pause of 0.6 s or more ends a paragraph; an open quotation runs on until
    then."""
    found: list[Sentence] = []
    paragraph, inside = 0, False
    for number, line in enumerate(lines):
        position = 0
        for text in sentences(line.text, language):
            taken = parse(text, language)
            quoted, inside = _quoted(taken, inside)
            found.append(Sentence(number, position, line.speaker, paragraph, taken, quoted))
            position += len(text.split())
        if line.pause >= 0.6:
            paragraph, inside = paragraph + 1, False
    return tuple(found)


def _quoted(taken: Parse, inside: bool) -> tuple[frozenset[int], bool]:
    """The tokens inside quotation marks, marks included, and whether a quotation is open at the end."""
    found = set()
    for i, token in enumerate(taken.tokens):
        marks = [mark for mark in token.text if mark in _OPEN_QUOTES + _CLOSE_QUOTES + '"']
        if marks or inside:
            found.add(i)
        for mark in marks:
            # A mark before the first word opens, even where the paragraph before was left open.
            inside = mark in _OPEN_QUOTES or (mark == '"' and (not inside or i == 0))
    return frozenset(found), inside


# ---------------------------------------------------------------- kinds of nouns


@lru_cache(maxsize=4096)
def category(noun: str, language: str) -> str:
    """One of CATEGORIES for a noun (its lemma, or a form of it), or '' for what cannot be drawn."""
    forms = [noun.lower(), *(_singulars(noun.lower()) if language.startswith("en") else _hindi_singulars(noun))]
    for form in forms:
        for name in CATEGORIES:
            if form in words(language, name):
                return name
    return ""


def singular(noun: str, language: str) -> str:
    """The form of a noun that the lists know; the noun itself where they know none."""
    if any(noun in words(language, name) for name in CATEGORIES):
        return noun
    return next(
        (form for form in _hindi_singulars(noun) if any(form in words(language, name) for name in CATEGORIES)), noun
    )


def _hindi_singulars(noun: str) -> list[str]:
    """The stem forms of a Hindi plural: 'पतंगें' -> 'पतंग', 'तीलियाँ' -> 'तीली', 'बच्चों' -> 'बच्चा'."""
    for ending, stems in (
        ("ियाँ", ("ी", "ि")),
        ("ियों", ("ी", "ि")),
        ("ें", ("",)),
        ("ों", ("", "ा")),
        ("े", ("ा",)),
        ("ाएँ", ("ा",)),
    ):
        if noun.endswith(ending) and len(noun) > len(ending) + 1:
            return [noun.removesuffix(ending) + stem for stem in stems]
    return []


def _singulars(noun: str) -> list[str]:
    found = []
    if noun.endswith("ies"):
        found.append(noun[:-3] + "y")
    if noun.endswith("ves"):
        found += [noun[:-3] + "f", noun[:-3] + "fe"]
    if noun.endswith("es"):
        found.append(noun[:-2])
    if noun.endswith("s") and not noun.endswith("ss"):
        found.append(noun[:-1])
    return found


def is_vague(lemma: str) -> bool:
    """Whether a noun names nothing that could be drawn ('thing', 'size', 'kind')."""
    return lemma in words("en", "vague_nouns")


# ---------------------------------------------------------------- what is not there


def own_tokens(taken: Parse, head: int) -> set[int]:
    """The tokens of the clause of verb `head`: what hangs on it, without verbs that only stand beside it."""
    found = set(taken.below(head))
    for child in taken.children[head]:
        if taken.tokens[child].role in ("conj", "parataxis") and taken.tokens[child].kind in ("VERB", "AUX"):
            found -= set(taken.below(child))
        if taken.tokens[child].role == "ccomp" and taken.tokens[child].start < taken.tokens[head].start:
            # "Then she does something: she lifts the shutters" hangs the first clause on the second.
            found -= set(taken.below(child))
    return found


def subject_of(taken: Parse, verb: int) -> int | None:
    """The subject token of a verb: its own, else that of the verb it stands beside."""
    seen = {verb}
    while True:
        for child in taken.children[verb]:
            if taken.tokens[child].role in SUBJECTS:
                return child
        role, head = taken.tokens[verb].role, taken.tokens[verb].head
        if role not in ("conj", "xcomp", "advcl") or head in seen:
            return None
        seen.add(head)
        verb = head


def _unreal(taken: Parse) -> set[int]:
    if not taken.trees:
        return set()
    denials = words("en", "denials")
    found: set[int] = set()
    for i, token in enumerate(taken.tokens):
        lower = token.text.lower().replace("’", "'")
        if token.role == "neg" or lower in ("n't", "never", "hardly", "barely", "scarcely", "rarely", "seldom"):
            found |= _denied_by(taken, i)
        elif lower in denials:
            found |= _denied_noun(taken, i)
        elif token.role == "mark" and lower in _SUPPOSING_MARKS:
            found |= set(taken.below(token.head))
        elif token.tag == "MD" and lower in _SUPPOSING_VERBS and taken.tokens[token.head].kind in ("VERB", "AUX"):
            found |= own_tokens(taken, token.head)
        elif token.role == "prep" and lower in ("like", "unlike", "than", "as"):
            found |= _comparison(taken, i)
        elif is_measure(taken, i):
            found |= _measure(taken, i)
    return found


def _denied_by(taken: Parse, i: int) -> set[int]:
    """What a 'not' or 'never' takes away: its whole clause, or the one word that it stands before ('not a ship')."""
    head = taken.tokens[i].head if taken.tokens[i].kind not in ("VERB", "AUX") else i
    if taken.tokens[head].kind == "ADV":
        head = _verb_above(taken, head)
    kind = taken.tokens[head].kind
    if kind not in ("VERB", "AUX"):
        return set(taken.below(head))
    verb = head
    while taken.tokens[verb].role in ("xcomp", "aux", "auxpass") and taken.tokens[verb].head != verb:
        verb = taken.tokens[verb].head
    return (own_tokens(taken, verb) - _still_there(taken, verb)) | _or_else(taken, verb)


def _still_there(taken: Parse, verb: int) -> set[int]:
    """'In a small bed a little bear cannot sleep': the bear is in bed all the same, unlike one that does not come."""
    subject = next((k for k in taken.children[verb] if taken.tokens[k].role in SUBJECTS), None)
    if subject is None or taken.tokens[verb].lemma in _ABSENT or not _is_somebody(taken, subject):
        return set()
    before = [
        k
        for k in taken.children[verb]
        if k < subject
        and taken.tokens[k].role == "prep"
        and taken.tokens[k].text.lower() in ("in", "on", "at", "under")
    ]
    return {i for k in (subject, *before) for i in taken.below(k)}


def _is_somebody(taken: Parse, i: int) -> bool:
    """Somebody or some animal that the words point at: 'a little bear', 'Marta', not 'girls' at large."""
    token = taken.tokens[i]
    pointed = any(taken.tokens[k].role in ("det", "poss") for k in taken.children[i])
    denied = any(taken.tokens[k].text.lower() in words("en", "denials") for k in taken.below(i))
    known = token.kind == "NOUN" and pointed and category(token.lemma, "en") in ("people", "animals")
    return not denied and (known or token.kind == "PROPN")


def _or_else(taken: Parse, verb: int) -> set[int]:
    """'Do not cover the pot, or it will foam over': what an 'or' threatens does not happen."""
    children = taken.children[verb]
    if not any(taken.tokens[k].text.lower() == "or" for k in children):
        return set()
    return {i for k in children if taken.tokens[k].role == "conj" for i in taken.below(k)}


def _verb_above(taken: Parse, i: int) -> int:
    seen = {i}
    while taken.tokens[i].kind not in ("VERB", "AUX") and taken.tokens[i].head not in seen:
        i = taken.tokens[i].head
        seen.add(i)
    return i


def _denied_noun(taken: Parse, i: int) -> set[int]:
    """What 'no', 'nobody' or 'without' takes away: the clause whose subject it is, else the noun phrase alone."""
    token = taken.tokens[i]
    if token.role in ("advmod", "neg"):
        return _denied_by(taken, _verb_above(taken, i))
    noun = token.head if token.role in ("det", "predet", "cc", "preconj") else i
    found = set(taken.below(noun))
    if taken.tokens[noun].role in SUBJECTS:
        found |= own_tokens(taken, taken.tokens[noun].head)
    above = taken.tokens[noun].head
    if taken.tokens[noun].role == "pobj" and taken.tokens[taken.tokens[above].head].role == "relcl":
        # "a wire that led to nothing": without its end the clause says nothing.
        found |= set(taken.below(taken.tokens[above].head))
    return found


def _comparison(taken: Parse, i: int) -> set[int]:
    """'like a wall', 'as white as snow', 'than a house': the prepositional phrase, with the first 'as'."""
    found = set(taken.below(i))
    lower = taken.tokens[i].text.lower()
    if lower == "as":
        firsts = [k for k in taken.children[taken.tokens[i].head] if taken.tokens[k].text.lower() == "as" and k < i]
        head = taken.tokens[taken.tokens[i].head]
        if not firsts and head.kind in ("VERB", "AUX") and head.lemma != "be":
            return set()
        found |= set(firsts)
    return found


def _measure(taken: Parse, i: int) -> set[int]:
    """'the size of a match' without what comes after it."""
    found = {i, *(k for k in taken.children[i] if k < i)}
    for child in taken.children[i]:
        if taken.tokens[child].text.lower() == "of":
            found |= set(taken.below(child))
    return found


def is_measure(taken: Parse, i: int) -> bool:
    """'a light the size of a match': whether token `i` ('size') only compares the noun before it."""
    token = taken.tokens[i]
    if token.lemma not in ("size", "shape", "colour", "color", "height", "length", "weight", "width"):
        return False
    first = min(taken.below(i))
    named = any(taken.tokens[k].text.lower() == "of" for k in taken.children[i])
    return named and first > 0 and taken.tokens[first - 1].kind in ("NOUN", "PROPN")
