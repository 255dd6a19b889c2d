"""The picture text of a shot: one concrete phrase of what is seen, in the words of its own lines and of the bible.

Puts views of sentences together, adds who, where and when, and falls back to what is near. Knows no cutting and no
camera. Example: "Marta reads the note twice, Gull Rock, night".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.artifacts import NARRATOR, BibleEntry
from engine.language.word_lists import base_language, pairs, words
from engine.planning.identities import called
from engine.planning.mentions import Known
from engine.planning.plain_seen import plain_views
from engine.planning.reading import category
from engine.planning.seen import View, views

SHORTEST, LONGEST = 25, 160


@dataclass(frozen=True)
class Part:
    """Words `first` up to `last` (positions in the line) of a sentence that a shot covers."""

    known: Known
    first: int
    last: int


@dataclass(frozen=True)
class Picture:
    """`text` is what is seen; `source` says from what: a deed, things somewhere, somebody who speaks, or what is
    near."""

    text: str
    source: str
    main: str
    place: str
    hour: str


def picture_of(
    parts: Sequence[Part], near: Sequence[Part], entries: Mapping[str, BibleEntry], language: str, variant: int = 0
) -> Picture:
    """The picture of the shot that covers `parts`. `near` are parts around it, the nearest first, for words that show
    nothing.

    `variant` 0 is the whole, 1 looks at one thing, 2 at the place with who is there; they repeat from 3 on.
    """
    seen = [view for part in parts for view in _views(part, language)]
    speaker = next((part.known.sentence.speaker for part in parts if part.known.sentence.speaker in entries), NARRATOR)
    place, hour = _setting(parts)
    speaks = speaker != NARRATOR
    whole = [view for view in seen if view.strength >= 2]
    things = _distinct([thing for view in seen for thing in view.things])
    if speaks:
        source, core = "speech", _speech(speaker, things, parts, near, entries, language)
    elif whole:
        source, core = ("deed" if any(view.strength == 3 for view in whole) else "things"), _joined(whole)
    else:
        source, core = "near", _gathered(parts, things, near, entries, language)
    core = _with_hero(core, parts, things)
    if variant % 3 and (things or place):
        core = _varied(variant % 3, core, things, parts, entries, place, language)
    text = _with_setting(core, place, hour, [*near, *parts], entries, language)
    return Picture(_capital(text), source, things[0] if things else "", place, hour)


def _with_hero(core: str, parts: Sequence[Part], things: Sequence[str]) -> str:
    """'One tongue weighs much' with whose it is: a part of a body alone shows nobody."""
    hero = parts[-1].known.topic
    bare = things and all(category(thing.split()[-1], "en") == "body" for thing in things)
    return f"{core}, {hero}" if hero and bare and not _names(core, hero) else core


def _views(part: Part, language: str) -> tuple[View, ...]:
    find = views if part.known.sentence.parse.trees else plain_views
    return find(part.known, part.first, part.last)


def _setting(parts: Sequence[Part]) -> tuple[str, str]:
    last = parts[-1].known
    return last.place, last.hour


def _distinct(things: Sequence[str]) -> list[str]:
    """Without things that another one already names more fully."""
    unique = list(dict.fromkeys(thing for thing in things if thing))
    bare = [_bare(thing) for thing in unique]

    def told_fully(i: int) -> bool:
        others = (other for k, other in enumerate(bare) if k != i and other != bare[i])
        return any(re.search(rf"\b{re.escape(bare[i])}\b", other) for other in others)

    return [thing for i, thing in enumerate(unique) if not told_fully(i) and bare[i] not in bare[:i]]


def _bare(thing: str) -> str:
    return re.sub(r"^(?:the|an?|one)\s+", "", thing.casefold())


def _joined(whole: Sequence[View]) -> str:
    """Views one after the other as long as they fit; the stronger go first into what room there is."""
    chosen: list[View] = []
    for view in sorted(whole, key=lambda view: -view.strength):
        if not chosen or sum(len(other.text) + 2 for other in chosen) + len(view.text) <= LONGEST:
            chosen.append(view)
    return "; ".join(view.text for view in whole if view in chosen)


def _speech(speaker: str, things: list[str], parts: Sequence[Part], near: Sequence[Part],
            entries: Mapping[str, BibleEntry], language: str) -> str:  # fmt: skip
    """Who speaks, whom to, and what is spoken of as far as it can be seen."""
    name = entries[speaker].name
    others = [part.known.sentence.speaker for part in near if part.known.sentence.speaker not in (speaker, NARRATOR)]
    other = next((entries[unit].name for unit in others if unit in entries), "")
    english = base_language(language) == "en"
    who = f"{name} {'with' if english else 'और'} {other}" if other and base_language(language) in ("en", "hi") else name
    known = {_bare(name), _bare(other)}
    rest = [thing for thing in things if _bare(thing) not in known]
    return ", ".join([who, *rest[:3]])


def _gathered(
    parts: Sequence[Part], things: list[str], near: Sequence[Part], entries: Mapping[str, BibleEntry], language: str
) -> str:
    """Who is there and the things named here, else the things named nearby."""
    there = [unit for part in parts for unit in part.known.people]
    speech = any(part.known.sentence.quoted for part in parts)
    if len(things) + len(there) < 2 and (speech or not things):
        there += [unit for part in near[:3] for unit in part.known.people if unit not in there][:1]
    people = [called(entries[unit], language) for unit in there if unit in entries]
    found = _distinct([*people, *things])
    if not things:
        for part in near:
            close = [thing for view in _views(part, language) for thing in view.things]
            found = _distinct([*found, *close])[:3]
            if len(found) > 1:
                break
    return _list(found[:4], language)


def _list(found: Sequence[str], language: str) -> str:
    last = {"en": " and ", "hi": " और "}.get(base_language(language), ", ")
    return last.join(", ".join(group) for group in (found[:-1], found[-1:]) if group)


def _varied(
    variant: int,
    core: str,
    things: list[str],
    parts: Sequence[Part],
    entries: Mapping[str, BibleEntry],
    place: str,
    language: str,
) -> str:
    people = list(
        dict.fromkeys(
            called(entries[unit], language) for part in parts for unit in part.known.people if unit in entries
        )
    )
    if variant == 1:
        small = sorted(things, key=lambda thing: (_bare(thing) in map(str.casefold, people), -len(thing)))
        return small[0] if small else core
    found = [entries[place].name] if place in entries else []
    return _list(_distinct([*found, *people, *things])[:4], language) or core


# ---------------------------------------------------------------- setting


def _with_setting(
    core: str, place: str, hour: str, near: Sequence[Part], entries: Mapping[str, BibleEntry], language: str
) -> str:
    text = _shortened(core, LONGEST)
    name = _place_name(entries[place].name, language) if place in entries else ""
    for extra in (name if not _names(text, name) else "", hour if hour and not _tells(text, hour, language) else ""):
        if extra and len(text) + len(extra) + 2 <= LONGEST:
            text = f"{text}, {extra}" if text else extra
    if len(text) < SHORTEST:
        text = _filled(text, near, language)
    return text


def _filled(text: str, near: Sequence[Part], language: str) -> str:
    """Longer by things that are near, then by words of the lines, until a picture can be made of it."""
    things = [thing for part in near for view in _views(part, language) for thing in view.things]
    spoken = [re.sub(r"[\s\"“”„«»—–]+", " ", part.known.sentence.parse.text).strip(" .!?।'") for part in near]
    for extra in (*things, *spoken):
        if len(text) >= SHORTEST:
            break
        extra = _shortened(extra, LONGEST - len(text) - 2)
        if extra and (not text or not (_names(text, extra) or _told(text, extra))):
            text = f"{text}, {extra}" if text else extra
    return text


def _told(text: str, extra: str) -> bool:
    """Whether every word of weight in `extra` stands in `text` already."""
    small = words("en", "small_words")
    there, parts = set(re.findall(r"[\w’'-]+", text.casefold())), _bare(extra).split()
    return parts[-1:] == [] or parts[-1] in there or {word for word in parts if word not in small} <= there


def _place_name(name: str, language: str) -> str:
    english = base_language(language) == "en"
    return f"the {name}" if english and name.islower() and category(name.split()[-1], "en") else name


def _names(text: str, name: str) -> bool:
    return bool(name) and re.search(rf"(?<!\w){re.escape(_bare(name))}(?!\w)", text.casefold()) is not None


def _tells(text: str, hour: str, language: str) -> bool:
    hours = pairs(language, "hours")
    told = {hours.get(word.strip(".,;:").lower(), "") for word in re.split(r"[\s,;]+", text)}
    return hour in told or bool(told - {""})


def _shortened(text: str, most: int) -> str:
    """At most `most` characters, cut at a mark if there is a good one, else between words; no small word hangs at the
    end."""
    text = text.strip(" ,;:")
    if len(text) <= most:
        return text
    cut = text[: max(most, 0) + 1]
    marks = [found.start() for found in re.finditer(r"[;,:]", cut) if found.start() >= most * 0.55]
    cut = cut[: marks[-1]] if marks else cut[: cut.rfind(" ")] if " " in cut else cut[:most]
    parts = cut.split()
    while len(parts) > 1 and parts[-1].lower() in words("en", "small_words"):
        parts.pop()
    return " ".join(parts)[: max(most, 0)].strip(" ,;:")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
