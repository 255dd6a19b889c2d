"""The course of a film: the hour, weather, place and mood of each shot where its own words leave them open.

What one shot tells holds on in those after it until another word, a leap in time or another place ends it: night stays
night, a desert stays a desert; one shot's mood does not tear the palette apart. Reads words by their tables only, so that
a whole film costs little; knows no drawing. Example: `course((Told("A lion sleeps at night"), Told("It wakes")), "en")`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import asdict, dataclass
from functools import lru_cache

from engine.illustrate.words import place as places
from engine.illustrate.words.tables import from_hindi
from engine.planning.reading import category

LEAPS = frozenset(["next", "later", "ago", "after", "years", "year", "weeks", "months", "week", "month", "since", "tomorrow", "yesterday", "again", "today", "once", "soon", "finally", "morning", "day", "then"])  # fmt: skip
_OPEN = frozenset(["desert", "forest", "sea", "river", "mountain", "beach", "jungle", "savanna", "island", "field", "garden", "hill", "lake", "cave", "space", "shore", "ocean", "swamp", "meadow"])  # fmt: skip
_LOOSE = frozenset(["moon", "plant", "bank", "way", "path", "point", "place", "side", "spot", "state", "course", "line", "home", "yard", "cross", "square", "end", "floor", "row", "position", "ground", "corner", "pole", "base", "roof", "window"])  # fmt: skip
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
    settings = [_setting(words) for words in read]
    steps: list[Step] = []
    hour, weather, setting = first, "", next((each for each in settings[:EARLY] if each), "")
    for n, (shot, words) in enumerate(zip(shots, read, strict=True)):
        moved = bool(n and shot.place != shots[n - 1].place)
        own = places.weather_of(words)
        if hours[n]:
            hour = hours[n]
        elif LEAPS & set(words):
            hour = hour if n < EARLY else "day"
        elif hour == "dawn":
            hour = "day"
        weather = own if own else "" if moved or hours[n] else weather
        setting = settings[n] or setting
        steps.append(Step(hour, weather, setting, _mood(shots, n)))
    return tuple(steps)


def _setting(words: tuple[str, ...]) -> str:
    """The first place out of doors or in that the words name."""
    for word in words:
        if (word in _OPEN or category(word, "en") == "places") and word not in places.HOUSES | _LOOSE:
            found = places.setting_of(word)
            if found:
                return found
    return ""


def _mood(shots: tuple[Shot, ...], n: int) -> str:
    """The mood that most of a shot and its two neighbours have; its own where they differ."""
    near = [shot.mood for shot in shots[max(0, n - 1) : n + 2] if shot.mood]
    if not near:
        return ""
    mood, votes = Counter(near).most_common(1)[0]
    return mood if votes > 1 else shots[n].mood
