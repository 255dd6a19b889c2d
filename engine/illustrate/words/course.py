"""The course of a film: the hour, weather, place and mood of each shot where its own words leave them open.

What one shot tells holds on in those after it until another word, a leap in time or another place ends it: night stays
night, a desert stays a desert; one shot's mood does not tear the palette apart. Reads words by their tables only, so that
a whole film costs little; knows no drawing. Example: `course((Told("A lion sleeps at night"), Told("It wakes")), "en")`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache

from engine.illustrate.words import place as places
from engine.illustrate.words.tables import from_hindi, value
from engine.language.word_lists import words as listed
from engine.planning.reading import category

LEAPS = frozenset(["next", "later", "ago", "after", "years", "year", "weeks", "months", "week", "month", "since", "tomorrow", "yesterday", "again", "today", "once", "soon", "finally", "morning", "day", "then"])  # fmt: skip
_OPEN = frozenset(["desert", "forest", "sea", "river", "mountain", "beach", "jungle", "savanna", "island", "field", "garden", "hill", "lake", "cave", "space", "shore", "ocean", "swamp", "meadow"])  # fmt: skip
_LOOSE = frozenset(["moon", "plant", "bank", "way", "path", "point", "place", "side", "spot", "state", "course", "line", "home", "yard", "cross", "square", "end", "floor", "row", "position", "ground", "corner", "pole", "base", "roof", "window"])  # fmt: skip
_ENDS = frozenset(["years", "later", "war", "century", "centuries", "decades", "grows", "grew"])
_SECOND_HAND = re.compile(r"\b(?:had (?:\w+ed|said|been|told|seen|gone)|remember(?:s|ed|ing)?|used to|dream(?:s|t|ed)? of|thinks? of|thought of|tells? of|told of)\b", re.IGNORECASE)  # fmt: skip
_OF_ALL = re.compile(
    r"\b(?:nights|days|mornings|evenings) (?:are|were|get|got|grow|grew|become|became)\b", re.IGNORECASE
)
"""'The nights are long': no hour of the film."""
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
_PLACED = frozenset({"in", "on", "at", "into", "through", "across", "inside", "to", "under", "over"})
_DEFINED = frozenset({"the", "a", "an", "his", "her", "their", "our", "my", "its"})
_CITY = frozenset({"city", "downtown", "avenue", "boulevard", "suburb"})
_LANDLESS = frozenset({"europe", "america"})
"""Lands whose people look like those of no land."""
EARLY = 2
"""An hour that is told by then holds for the shots before it too."""


@dataclass(frozen=True)
class Shot:
    """What a shot tells: its picture's words, its mood and the unit of its place."""

    text: str
    mood: str = ""
    place: str = ""


@dataclass(frozen=True)
class Step:
    """What holds in a shot for want of its own words; '' says nothing."""

    hour: str = ""
    weather: str = ""
    setting: str = ""
    land: str = ""
    mood: str = ""

    @property
    def data(self) -> dict[str, str]:
        """As plain data, without what is empty."""
        return {name: value for name, value in asdict(self).items() if value}


def words_of(text: str) -> tuple[str, ...]:
    """The words, lower case, Hindi ones in English, with plain plurals also without their s."""
    found: list[str] = []
    for word in re.findall(r"[\wऀ-ॿ’'-]+", text.lower()):
        english = word if word.isascii() else from_hindi(word) or word
        found.append(english)
        if english.isascii() and english.endswith("s") and len(english) > 3:
            found.append(english[:-1])
    return tuple(found)


@lru_cache(maxsize=64)
def course(shots: tuple[Shot, ...]) -> tuple[Step, ...]:
    """One step for each shot, in order."""
    read = [words_of(shot.text) for shot in shots]
    hours = [places.hour_of(words) for words in read]
    first = next((hour for hour in hours[:EARLY] if hour), "day")
    land = land_of([shot.text for shot in shots])
    settings = _settings(shots, read, land)
    names: set[str] = set()
    steps: list[Step] = []
    hour, weather = first, ""
    for n, (shot, words) in enumerate(zip(shots, read, strict=True)):
        moved = bool(n and shot.place != shots[n - 1].place)
        own, new = places.weather_of(words), _far_places(shot.text) - names
        general = _OF_ALL.search(shot.text) is not None
        if hours[n] and not general:
            hour = hours[n]
        elif LEAPS & set(words) or (names and new) or _YEAR.search(shot.text):
            hour = hour if n < EARLY else "day"
        elif hour == "dawn":
            hour = "day"
        names |= new
        weather = own if own else "" if moved or hours[n] else weather
        steps.append(Step(hours[n] if general and hours[n] else hour, weather, settings[n], land, _mood(shots, n)))
    return tuple(steps)


def _settings(shots: Sequence[Shot], read: Sequence[tuple[str, ...]], land: str) -> list[str]:
    """Where each shot is: what its words name, or what brings an earlier place back, else where the one before was."""
    named = [_setting(shot.text, words) for shot, words in zip(shots, read, strict=True)]
    made: list[str] = []
    setting = next((places.turned(each, read[n], land) for n, each in enumerate(named[:EARLY]) if each), "")
    for n, (shot, words) in enumerate(zip(shots, read, strict=True)):
        told = setting if named[n] == "city street" and has_streets(setting, words) else named[n] or setting
        here = places.turned(told, words, land) if told else ""
        here = setting if setting and places.within(setting, here) else places.likewise(setting, here)
        back = next((each for each in reversed(made) if each and places.brought_back(each, here, words)), "")
        ended = n and not named[n] and (_ENDS & set(words) or _YEAR.search(shot.text))
        made.append("" if ended else back or here)
        if not (n and _SECOND_HAND.search(shot.text)):
            setting = places.lasting(made[-1])
    return made


def land_of(texts: Sequence[str]) -> str:
    """The land or culture that a film's words tell most of: its name in the first half tells more than a thing."""
    votes: Counter[str] = Counter()
    given = listed("en", "female_names") | listed("en", "male_names")
    told = [(n, word) for n, text in enumerate(texts) for word in re.findall(r"[\w’'-]+", text)]
    for n, word in told:
        found = value("cultures", word.lower().removesuffix("'s").removesuffix("’s"))
        if found and word.title() not in given:
            votes[found] += 2 if word[:1].isupper() and 2 * n <= len(texts) else 1
    land, many = votes.most_common(1)[0] if votes else ("", 0)
    return land if many > 1 and land not in _LANDLESS else ""


def _far_places(text: str) -> set[str]:
    """The named places of a text: Samarkand, Paris."""
    named = re.findall(r"\b(?:[Ii]n|[Tt]o|[Aa]t|[Ff]rom) ([A-Z]\w+)", text)
    return {word for word in named if places.setting_of(word.lower())}


def _setting(text: str, words: tuple[str, ...]) -> str:
    """The place that the words name: the first in or at which something is, else the last."""
    full = places.said_in_full(text.lower())
    if full:
        return full
    found = ""
    for i, word in enumerate(words):
        if (word in _OPEN or category(word, "en") == "places") and word not in places.HOUSES | _LOOSE:
            here = places.setting_of(word)
            if here and (_placed(words, i) or places.turned(here, words) != here):
                return here
            found = here if here and not _qualifies(words, i) else found
    return found


def _placed(words: tuple[str, ...], i: int) -> bool:
    """Whether something is in or at a place: 'in the village', 'into Paris'."""
    led = words[max(0, i - 2) : i]
    return bool(led) and (led[-1] in _PLACED or (led[0] in _PLACED and led[-1] in _DEFINED))


def has_streets(setting: str, words: Sequence[str]) -> bool:
    """Whether a street is one of the village where the film is, and not of a city."""
    info = places.registry.settings().get(setting)
    return info is not None and "settlement" in info.kinds and not _CITY & set(words)


def _qualifies(words: tuple[str, ...], i: int) -> bool:
    """Whether a place only tells what the next thing is like: 'the harbour bell'."""
    after = next((each for each in words[i + 1 : i + 3] if each != words[i]), "")
    return category(after, "en") == "things"


def _mood(shots: tuple[Shot, ...], n: int) -> str:
    """The mood that most of a shot and its two neighbours have; its own where they differ."""
    near = [shot.mood for shot in shots[max(0, n - 1) : n + 2] if shot.mood]
    if not near:
        return ""
    mood, votes = Counter(near).most_common(1)[0]
    return mood if votes > 1 else shots[n].mood
