"""One shot while it is told: its request, what was read in it, and what has been found for that so far.

Chooses the reader by language. Example: `work_of(request).reading.mentions`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from engine.illustrate.words.actors import Cast
from engine.illustrate.words.english import read_english
from engine.illustrate.words.hindi import read_hindi
from engine.illustrate.words.record import Actor, Mention, Reading
from engine.illustrate.words.tables import from_hindi, meant_here
from engine.language.word_lists import base_language
from engine.planning.identities import name_table
from engine.providers.contract import ImageRequest


@dataclass
class Work:
    """One shot while it is told."""

    request: ImageRequest
    reading: Reading
    cast: Cast
    actors: dict[int, Actor] = field(default_factory=dict)
    settings: dict[int, str] = field(default_factory=dict)
    shows: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def work_of(request: ImageRequest) -> Work:
    """The shot with its words read, each word in the meaning that it has here."""
    reading = read(request)
    near = frozenset(reading.lemmas)
    mentions = tuple(_in_context(mention, near) for mention in reading.mentions)
    return Work(request, replace(reading, mentions=mentions), Cast(request))


def read(request: ImageRequest) -> Reading:
    """The request's words, read in their language."""
    text = request.text or request.prompt or " ".join(str(each) for each in request.shot.get("keywords") or ())
    names = name_table({unit: _entry(entry) for unit, entry in request.entries.items()})
    tongue = base_language(request.language)
    if tongue == "hi" or any(from_hindi(word) for word in text.split()[:12] if not word.isascii()):
        return read_hindi(text, names)
    if tongue == "en":
        people = tuple(str(unit) for unit in request.shot.get("characters") or () if unit in request.entries)
        return read_english(text, names, people)
    return _unread(request, text)


def _entry(entry: dict[str, Any]) -> Any:
    from engine.artifacts import BibleEntry

    known = {key: entry[key] for key in ("kind", "name", "look", "aliases") if key in entry}
    return BibleEntry.model_validate(known)


def _unread(request: ImageRequest, text: str) -> Reading:
    """Of a language that cannot be read only its key words are known: they are missing."""
    keywords = [str(each) for each in request.shot.get("keywords") or ()]
    long = [word for word in text.split() if len(word) > 4]
    return Reading(unread=tuple(keywords or (long or text.split())[:6]))


def _in_context(mention: Mention, near: frozenset[str]) -> Mention:
    meant = meant_here(mention.word, near)
    return replace(mention, word=meant, phrase="") if meant else mention
