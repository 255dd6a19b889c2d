"""A short title for a text that has none: a first question, who and what it is about, or its first words. Never empty.

Knows the bible's entries and the spoken words. Example: a story of Marta with a lamp becomes "Marta and the Lamp".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from engine.artifacts import NARRATOR, BibleEntry, Brief
from engine.language.sentences import CLOSERS, OPENERS
from engine.language.text import SENTENCE_ENDS
from engine.language.word_lists import base_language, words
from engine.planning.naming import title_case

_MOST_QUESTION_WORDS = 11


def title_for(brief: Brief, entries: Mapping[str, BibleEntry], lines: Sequence[str]) -> str:
    """The best title that rules can find; UserError is never raised and the title never empty."""
    first = lines[0] if lines else ""
    if first.rstrip(CLOSERS).endswith(("?", "？", "؟")) and len(first.split()) <= _MOST_QUESTION_WORDS:
        return first.strip(OPENERS + CLOSERS + " ")
    return _of_entries(entries, brief.language, " ".join(lines)) or _of_words(first, brief.language) or "Untitled"


def _of_entries(entries: Mapping[str, BibleEntry], language: str, text: str) -> str:
    def names(kind: str) -> list[str]:
        return [entry.name for unit, entry in entries.items() if entry.kind == kind and unit != NARRATOR]

    aliases = {entry.name: entry.aliases for entry in entries.values()}

    def told_of(name: str) -> int:
        return max(text.casefold().count(one.casefold()) for one in (name, *aliases.get(name, ())))

    def weight(thing: BibleEntry) -> float:
        """Often named, described, and most of all made of something unusual: the thing to remember a story by."""
        often = 1.5 * min(text.casefold().count(thing.name.casefold().split()[-1]), 3)
        return often + 1.2 * bool(thing.look) + 3 * (" made of " in thing.look)

    props = [entry for entry in entries.values() if entry.kind == "prop"]
    props.sort(key=lambda entry: (-weight(entry), -len(entry.look)))
    things = [_short_look(entry, language) for entry in props]
    people = [
        name
        for name in sorted(names("character"), key=lambda name: -told_of(name))
        if told_of(name) > 1 or not name.islower()
    ]
    places = names("place")
    english, hindi = base_language(language) == "en", base_language(language) == "hi"
    if not (english or hindi):
        return ""
    product = next((name for name in names("prop") if english and name[:1].isupper() and told_of(name) > 1), "")
    if product and not any(name[:1].isupper() for name in people):
        return product
    if people and (things or places):
        thing = (things or places)[0]
        if thing.casefold() in people[0].casefold():
            return ""
        return _english(f"{_the(people[0])} and {_the(thing)}") if english else f"{people[0]} और {thing}"
    single = (things or people or places)[:1]
    return _english(_the(single[0])) if single and english else "".join(single)


def _short_look(thing: BibleEntry, language: str) -> str:
    """'a boat made of newspaper' -> 'newspaper boat', 'a red trawler with a broken mast' -> 'red trawler'."""
    look = thing.look.split(";")[0]
    made = re.fullmatch(rf"(?:an?|the) {re.escape(thing.name)} made of (\w+)", look)
    if made:
        return f"{made[1]} {thing.name}"
    described = re.match(rf"(?:an?|the) (\w+ {re.escape(thing.name)})\b", look)
    return described[1] if described and base_language(language) == "en" else thing.name


def _the(name: str) -> str:
    return name if any(part[:1].isupper() for part in name.split()) else f"the {name}"


def _english(phrase: str) -> str:
    return title_case(phrase, words("en", "tiny_title_words"))


def _of_words(line: str, language: str) -> str:
    """The first words of the text, without their marks."""
    opening = line.split()[:6]
    ends = (i + 1 for i, word in enumerate(opening) if word.rstrip(CLOSERS).endswith((",", ";", ":", *SENTENCE_ENDS)))
    opening = opening[: next((end for end in ends if end > 1), len(opening))]
    picked = [word.strip(OPENERS + CLOSERS + SENTENCE_ENDS + ",;:—–-") for word in opening]
    picked = [word for word in picked if word]
    small = words(language, "tiny_title_words")
    while len(picked) > 1 and (
        picked[-1].lower() in small or (base_language(language) != "en" and len(picked[-1]) < 3)
    ):
        picked.pop()
    phrase = " ".join(picked)[:60].strip()
    return title_case(phrase, small) if phrase and base_language(language) == "en" else phrase
