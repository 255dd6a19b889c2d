"""Where and when a shot is: the setting, its options, hour, weather and season, from the words and the bible's place.

Chooses among what the kit has when asked; draws nothing. Example: `setting_for(["reef"], [], "calm")`.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache

from engine.illustrate import kit
from engine.illustrate.kit import registry
from engine.illustrate.words import meaning, nouns
from engine.illustrate.words.tables import first_value, turns, value, wishes
from engine.planning.reading import category

HOUSES = frozenset({"house", "home", "hut", "cottage", "cabin", "apartment", "flat", "tent", "tower", "barn", "lighthouse",
                     "castle", "palace", "building"})  # fmt: skip
"""Places that are a thing from outside and a setting only where somebody is in them."""

NEAR_PLACE = 0.6
RARE = 5
"""What more settings than this show (trees, floors) brings none of them back."""
_FLEETING = frozenset({"inside a volcano"})
_LEADING = frozenset({"under", "beneath", "below", "inside", "in", "at", "among", "on", "above"})
_LED = re.compile(r" (?:in|on|at|of|into|through|across|under|among|inside|by|near)(?: (?:a|an|the|his|her|their|our|my|its))?(?: \w+)? $")  # fmt: skip


def there_is(name: str) -> bool:
    """Whether the kit has a setting of exactly this name."""
    kit.load()
    return name in registry.settings()


@lru_cache(maxsize=4)
def _called(_size: int) -> dict[str, str]:
    found = {name: name for name in registry.settings()}
    for name, info in registry.settings().items():
        for word in info.words:
            found.setdefault(word.lower(), name)
    return found


def named_setting(word: str) -> str:
    """The setting of that name or word in the kit, or ''."""
    kit.load()
    return _called(len(registry.settings())).get(word.lower(), "")


def setting_of(word: str, phrase: str = "", inside: bool = False) -> str:
    """The setting that a word for a place means, or '': by name, by our table, by what it is a kind of."""
    for text in (phrase, word):
        if not text:
            continue
        if inside and text in HOUSES:
            return _first(wishes("settings", "room"))
        exact = registry.settings().get(text)
        if exact:
            return text
        wished = _first(wishes("settings", text))
        if wished:
            return wished
        if found := named_setting(text):
            return found
    return _by_kind(word)


@lru_cache(maxsize=4)
def _long_names(_size: int) -> tuple[tuple[str, str], ...]:
    """The names of settings that are several words, the longest first."""
    rows = [(words, name) for words, name in _called(_size).items() if " " in words]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


def said_in_full(text: str, led: bool = False) -> str:
    """The setting that several words of a text (lower case) name together: 'bamboo forest', 'under the ice'; or ''.
    `led`: only where a preposition leads to it."""
    kit.load()
    plain = " ".join(re.findall(r"[\w’'-]+", text))
    padded = f" {plain} "
    for words, name in _long_names(len(registry.settings())):
        at = padded.find(f" {words} ")
        if at >= 0 and (not led or words.split()[0] in _LEADING or _LED.search(padded[: at + 1])):
            return name
    return ""


def turned(setting: str, words: Iterable[str], land: str = "") -> str:
    """What the words, or the film's land, make of a setting: a flooded village, a volcano of the mountain."""
    said = frozenset(words)
    for _ in range(2):
        found = next((other for one, other, clues in turns("turned") if one == setting and clues & said), "")
        setting = found if found and there_is(found) else setting
    own = next((other for one, other, usual in turns("lands") if one == land and setting in usual), "")
    return own if own and there_is(own) else setting


def within(narrow: str, wide: str) -> bool:
    """Whether one setting is a kind of another that words or a land made of it: a flooded village in the village."""
    made = {other for name in ("turned", "lands") for _, other, _ in turns(name)}
    while narrow in made and (info := registry.settings().get(narrow)):
        narrow = info.kinds[0]
        if narrow == wide:
            return True
    return False


def likewise(carried: str, here: str) -> str:
    """A setting with what the words had made of the one before: after the flooded village its streets are flooded too."""
    clues = {words for _, other, words in turns("turned") if other == carried}
    return next((other for one, other, words in turns("turned") if one == here and words in clues), here)


def lasting(setting: str) -> str:
    """What holds on after a shot: a cut through a volcano is seen once, the volcano stays."""
    info = registry.settings().get(setting) if setting in _FLEETING else None
    return info.kinds[0] if info else setting


def brought_back(there: str, here: str, words: Iterable[str]) -> bool:
    """Whether the words name what is seen in one setting and not in the other: an audience in no classroom."""

    def only_there(word: str) -> bool:
        homes = wishes("shown", word)
        return there in homes and here not in homes and len(homes) <= RARE and not wishes("settings", word)

    return there != here and any(only_there(word) for word in words)


def _first(names: Iterable[str]) -> str:
    return next((found for name in names if (found := named_setting(name))), "")


def _by_kind(word: str) -> str:
    if category(word, "en") not in ("places", "nature"):
        return ""
    for row in nouns.above(word)[1:4]:
        for other in row:
            found = _first(wishes("settings", other)) or named_setting(other)
            if found:
                return found
    if category(word, "en") == "places":
        near, score = meaning.nearest(word, sorted(registry.settings()))
        return near if score >= NEAR_PLACE else ""
    return ""


def home_of(words: Sequence[str]) -> str:
    """The setting in which most of these things are found, or ''."""
    votes: dict[str, float] = {}
    for i, word in enumerate(words):
        kinds = (word, *(other for row in nouns.above(word)[1:4] for other in row))
        row = next((found for kind in kinds if (found := wishes("homes", kind))), ())
        home = _first(row)
        if home:
            votes[home] = votes.get(home, 0.0) + (1.2 if i == 0 else 1.0)
    return max(votes, key=lambda name: (votes[name], name)) if votes else ""


def quiet_setting(mood: str, key: str, people: bool = False) -> str:
    """A setting for words that show no place, by mood; the same for the same film. `people`: where they live."""
    kit.load()
    row = wishes("moods", f"{mood or 'calm'}{' people' if people else ''}")
    wished = list(dict.fromkeys(found for name in row if (found := named_setting(name))))
    wished = wished or sorted(registry.settings())
    return wished[zlib.crc32(key.encode()) % min(len(wished), 2)]


def options_of(setting: str) -> dict[str, tuple[str, ...]]:
    """The setting's options and what each may be: {'window': ('left', 'right')}."""
    found = ", ".join(registry.settings()[setting].options)
    return {
        name.strip(): tuple(part.strip() for part in values.split(","))
        for name, values in re.findall(r"([\w ]+?) \(([^)]*)\)", found)
    }


def chosen_options(setting: str, words: Sequence[str], key: str) -> dict[str, str]:
    """Options for a place: what the words name, else always the same by the place's name."""
    chosen = {}
    for name, values in options_of(setting).items():
        told = next((each for each in values if each in words), "")
        spread = [each for each in values if each not in ("no", "none")] or list(values)
        if name == "palms" and not {"palm", "tropical", "coconut", "island"} & set(words):
            chosen[name] = "no"
        elif name == "planet" and {"moon", "earth", "planet", "world"} & set(words):
            chosen[name] = "no"  # another world would be taken for the one that is spoken of
        elif name == "ground" and "moon" in values and {"fly", "float", "drift", "orbit"} & set(words) - {"moon"}:
            chosen[name] = "moon" if "moon" in words else "none"
        elif set(values) <= {"yes", "no"} and any(value("parts", word) == name for word in words):
            chosen[name] = "yes"
        elif values:
            chosen[name] = told or (values[0] if set(values) <= {"yes", "no"} else spread[
                zlib.crc32(f"{key}|{name}".encode()) % len(spread)])  # fmt: skip
    return chosen


def hour_of(words: Sequence[str]) -> str:
    """day, dawn, dusk or night where a word tells it, else ''."""
    return first_value("hours", list(words))


def weather_of(words: Sequence[str]) -> str:
    """The weather that a word tells, or ''."""
    return first_value("weathers", list(words))


def season_of(words: Sequence[str]) -> str:
    """The season that a word tells, or ''."""
    bare = [word for word in words if word not in ("fall", "may", "march", "spring")]
    return first_value("seasons", bare) or ("spring" if "spring" in words and "water" not in words else "")
