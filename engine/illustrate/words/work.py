"""One shot while it is told: its request, what was read in it, and what has been found for that so far.

Chooses the reader by language. Example: `work_of(request).reading.mentions`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from engine.illustrate.words.actors import Cast
from engine.illustrate.words.english import read_english
from engine.illustrate.words.hindi import read_hindi
from engine.illustrate.words.record import Actor, Mention, Reading
from engine.illustrate.words.tables import from_hindi, meant_here, value
from engine.language.word_lists import base_language
from engine.planning.identities import name_table
from engine.planning.reading import category
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
    things = request.style.get("things") or {}
    mentions = tuple(_as_before(_in_context(mention, near), things) for mention in reading.mentions)
    return Work(request, replace(reading, mentions=_with_place(mentions, request)), Cast(request))


def _with_place(mentions: tuple[Mention, ...], request: ImageRequest) -> tuple[Mention, ...]:
    """With the shot's own place where its words end with it and the parser missed it: '..., the well, noon'."""
    unit = str(request.shot.get("place") or "")
    name = str((request.entries.get(unit) or {}).get("name", "")).lower()
    there = any(mention.unit == unit or mention.word == name for mention in mentions)
    if not name or " " in name or there or f", the {name}" not in request.text.lower():
        return mentions
    return (*mentions, Mention(name, said=name, unit=unit))


def _as_before(mention: Mention, things: Mapping[str, str]) -> Mention:
    """A thing of the film as its other shots tell it: 'the jug' is the clay jug, where no word here says otherwise."""
    name = next((each for each in things if each.lower().split()[-1] == mention.word), "")
    if (
        not name
        or mention.unit
        or mention.person
        or mention.phrase.count(" ")
        or any(map(_is_look, mention.adjectives))
    ):
        return mention
    told = tuple(word for word in things[name].lower().split() if _is_look(word) and word != mention.word)
    return replace(mention, adjectives=(*mention.adjectives, *told), phrase=mention.phrase or name.lower())


def _is_look(word: str) -> bool:
    """Whether a word tells what something is made of or which colour it has."""
    return bool(value("materials", word) or value("colours", word))


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
    person = mention.person and category(meant, "en") in ("people", "")
    return replace(mention, word=meant, phrase="", person=person) if meant else mention
