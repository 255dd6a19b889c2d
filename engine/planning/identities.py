"""Which entry of the bible a name means, how it is spoken of again, and whether it is a she or a he.

Knows names, aliases and lists of first names and roles; remembers nothing. Example: `gender_of_name("Marta", "en") ==
"female"`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.artifacts import NARRATOR, BibleEntry
from engine.language.nlp import Parse
from engine.language.word_lists import base_language, words
from engine.planning.reading import SUBJECTS, Sentence, category

SHE = frozenset({"she", "her", "hers", "herself"})
HE = frozenset({"he", "him", "his", "himself"})
_DEEDS = (
    "nsubj",
    "nsubjpass",
    "dobj",
    "pobj",
    "conj",
    "attr",
    "ROOT",
    "poss",
    "dative",
    "appos",
    "agent",
    "compound",
    "oprd",
)


def name_table(entries: Mapping[str, BibleEntry]) -> dict[tuple[str, ...], str]:
    """Names and aliases as folded words; the first entry with a name keeps it."""
    table: dict[tuple[str, ...], str] = {}
    for unit, entry in entries.items():
        for name in (entry.name, *entry.aliases):
            parts = tuple(part for part in name.casefold().split() if part not in ("the", "a", "an"))
            if parts:
                table.setdefault(parts, unit)
    return table


def entries_in(taken: Parse, names: Mapping[tuple[str, ...], str]) -> dict[int, str]:
    """The tokens (heads of names) that name an entry, longest names first."""
    found: dict[int, str] = {}
    folded = [(token.text.casefold(), token.lemma) for token in taken.tokens]
    used: set[int] = set()
    longest = max((len(name) for name in names), default=0)
    for length in range(longest, 0, -1):
        for start in range(len(folded) - length + 1):
            span = range(start, start + length)
            if used & set(span):
                continue
            unit = _named(folded, span, names)
            if unit and not _other_thing(taken, span[-1]):
                used |= set(span)
                found[span[-1]] = unit
    return found


def _named(folded: Sequence[tuple[str, str]], span: range, names: Mapping[tuple[str, ...], str]) -> str:
    texts = tuple(folded[i][0] for i in span)
    lemmas = (*texts[:-1], folded[span[-1]][1])
    return names.get(texts) or names.get(lemmas) or ""


def _other_thing(taken: Parse, i: int) -> bool:
    """'bus driver': a name that only describes the noun after it; a verb that looks like the noun ('light the
    fire')."""
    token = taken.tokens[i]
    if not taken.trees:
        return False
    return token.kind in ("VERB", "AUX", "ADJ") or (token.role == "compound" and token.kind == "NOUN")


def called(entry: BibleEntry, language: str) -> str:
    """How an entry is spoken of: 'the fox' for a common noun, 'Marta' and 'Driver' as they are."""
    common = base_language(language) == "en" and entry.name.islower()
    return f"the {entry.name}" if common else entry.name


def genders_of(entries: Mapping[str, BibleEntry], sentences: Sequence[Sentence], language: str) -> dict[str, str]:
    """'female', 'male' or '' for each character, by its name and aliases, else by the pronouns that follow it in the
    text."""
    found = {}
    for unit, entry in entries.items():
        if entry.kind == "character" and unit != NARRATOR:
            found[unit] = gender_of_name(" ".join((entry.name, *entry.aliases, entry.look)), language)
    table = name_table({unit: entries[unit] for unit in found})
    votes: dict[str, int] = dict.fromkeys(found, 0)
    last, met = "", set()
    for sentence in sentences if base_language(language) == "en" else ():
        named = entries_in(sentence.parse, table)
        for i, token in enumerate(sentence.parse.tokens):
            if i in named and token.role in _DEEDS:
                last = named[i] if token.role in SUBJECTS or not last else last
                met.add(found[named[i]])
            elif i not in sentence.quoted and last and token.text.lower() in SHE | HE:
                she = token.text.lower() in SHE
                if ("female" if she else "male") not in met:
                    votes[last] += 1 if she else -1
    for unit, vote in votes.items():
        if not found[unit] and vote:
            found[unit] = "female" if vote > 0 else "male"
    return found


def gender_of_name(name: str, language: str) -> str:
    """'female' or 'male' where a word of `name` is a first name or a role of that gender, else ''."""
    for part in name.replace(",", " ").split():
        for gender in ("female", "male"):
            if part.lower() in words(language, f"{gender}_roles") or part.lower() in words("en", f"{gender}_roles"):
                return gender
            if part[:1].isupper() != part[:1].islower() and category(part, "en") == "people":
                continue
            if not part.islower() and part.title() in words(language, f"{gender}_names") | words(
                "en", f"{gender}_names"
            ):
                return gender
    return ""
