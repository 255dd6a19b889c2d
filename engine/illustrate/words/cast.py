"""Who a person is, from the bible alone: the same look in every shot. Also who a mere 'old woman' of the words is.

Nothing of the shot enters. Example: `person_of({"name": "Marta", "look": "an old woman in a red coat"}, "en")`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from typing import Any

from engine.illustrate.kit.figures import archetypes
from engine.illustrate.scene import FigureSpec, Thing
from engine.illustrate.words import nouns
from engine.illustrate.words.drawable import Match, find
from engine.illustrate.words.tables import first_value, from_hindi, table, value, wishes
from engine.language.word_lists import words
from engine.planning.reading import singular

_PARTS = frozenset({"top", "bottom", "hat", "hair"})
_TITLES = frozenset({"king", "queen", "prince", "princess", "emperor", "empress", "knight"})
"""What is a first name too, and far more often a title."""
_HAIRS = {"blond": "blond", "black": "black", "brown": "brown", "red": "red", "grey": "grey", "white": "white"}
_LANDS = {
    "hi": "india", "bn": "india", "ta": "india", "mr": "india", "te": "india", "ur": "india", "pa": "india",
    "ja": "japan", "zh": "east asia", "ko": "east asia", "vi": "east asia", "ar": "arab", "fa": "arab",
    "sw": "africa", "yo": "africa", "zu": "africa", "am": "africa",
}  # fmt: skip


def words_of(*texts: str) -> list[str]:
    """The words of an entry, lower case, Hindi ones in English, each also with the one before ('old woman')."""
    plain = [word for text in texts for word in re.findall(r"[\wऀ-ॿ’'-]+", text.lower())]
    english = [from_hindi(word) or word for word in plain]
    return [*english, *(f"{a} {b}" for a, b in itertools.pairwise(english))]


def match_of(entry: Mapping[str, Any]) -> Match | None:
    """What of the kit an entry is: an animal or thing by its name, alias or look; a person where nothing else."""
    names = [str(entry.get("name", "")), *(str(alias) for alias in entry.get("aliases") or ())]
    first_name = _is_first_name(names[0])  # 'Tom' is no tomcat
    for text in (*names[1 if first_name else 0 :], str(entry.get("look", ""))):
        for word in reversed(words_of(text)):
            found = (find(singular(word, "en")) or find(word.removesuffix("s"))) if " " not in word else None
            if found and (found.family == "animal" or (found.family == "person" and not found.stand_in)):
                return found
    if entry.get("kind") == "character":
        others = [name for name in names[1:] if name not in names[0].split()]
        texts = others if _is_persons_name(names[0]) else names
        own = next((m for text in texts for word in reversed(words_of(text))
                    if (m := find(word)) and not m.stand_in and m.kind == word and m.family == "thing"), None)  # fmt: skip
        return own or Match("person", "person")
    for text in names:
        found = next((found for word in reversed(words_of(text)) if (found := find(word))), None)
        if found:
            return found
    return None


def _is_first_name(name: str) -> bool:
    first = (name.split() or [""])[0]
    if name.lower() in _TITLES:
        return False
    return first[:1].isupper() and (len(name.split()) > 1 or any(
        first in words("en", f"{gender}_names") for gender in ("female", "male")))  # fmt: skip


def _is_persons_name(name: str) -> bool:
    """'Rose' is somebody and 'Marta Stone' no stone; 'Stone Bridge' and 'Little Boat' are what they say."""
    first, *more = name.split() or [""]
    given = any(first in words("en", f"{gender}_names") for gender in ("female", "male"))
    plain = first.lower()
    return given and not (more and (nouns.senses(plain) or value("sizes", plain) or value("colours", plain)))


def person_of(entry: Mapping[str, Any], kind: str, language: str, land: str = "") -> FigureSpec:
    """The whole look of a character: what its entry says, the rest by its name and the film's land, always alike."""
    from engine.planning.identities import gender_of_name

    name = str(entry.get("name", ""))
    told = words_of(name, *(str(each) for each in entry.get("aliases") or ()), str(entry.get("look", "")))
    said = spec_from(told, language, land)
    gender = gender_of_name(" ".join((name, *(str(each) for each in entry.get("aliases") or ()),
                                      str(entry.get("look", "")))), language)  # fmt: skip
    base = archetypes.spec_of(Thing(id="who", kind=kind if archetypes.is_person(kind) else "person"))
    merged = over(base, said)
    if merged.woman is None and gender:
        merged = merged.model_copy(update={"woman": gender == "female"})
    return archetypes.filled(merged, f"{name}|{entry.get('look', '')}")


def extra_person(
    word: str, kind: str, adjectives: Iterable[str], key: str, language: str, land: str = ""
) -> FigureSpec:
    """Somebody whom the bible does not know: 'an old man', the same wherever the film says so."""
    base = archetypes.spec_of(Thing(id="who", kind=kind))
    told = [word, *adjectives]
    return archetypes.filled(over(base, spec_from(told, language, land)), key)


def over(base: FigureSpec, said: FigureSpec) -> FigureSpec:
    """A look with what is said of it laid over."""
    told = {name: getattr(said, name) for name in said.model_fields_set}
    if "colours" in told:
        told["colours"] = {**base.colours, **told["colours"]}
    if "extras" in told:
        told["extras"] = tuple(dict.fromkeys((*base.extras, *told["extras"])))
    return base.model_copy(update=told)


def spec_from(words: list[str], language: str, land: str = "") -> FigureSpec:
    """The spec that the words of a look tell; only what they tell is set, with the culture of the film's land."""
    found: dict[str, Any] = {}
    if age := first_value("ages", words):
        found["age"] = age
    if culture := first_value("cultures", words) or land or _LANDS.get(language.split("-")[0], ""):
        found["culture"] = culture
    colours: dict[str, str] = {}
    extras: list[str] = []
    clothes = table("clothes")
    for i, word in enumerate(words):
        if word not in clothes or " " in word:
            continue
        part, _, cut = clothes[word].partition("=")
        if part == "extras":
            extras.append(cut)
        else:
            found[part] = cut
        colour = next((tone for each in reversed(words[max(0, i - 2) : i]) if (tone := value("colours", each))), "")
        if colour and part in ("top", "hat"):
            colours[part] = colour
        elif colour and cut in ("scarf", "boots", "bag"):
            colours[{"boots": "shoes"}.get(cut, cut)] = colour
    if "hair" in words and words.index("hair"):
        shade = words[words.index("hair") - 1]
        if shade in _HAIRS:
            found["hair_colour"] = _HAIRS[shade]
    if colours:
        found["colours"] = colours
    if extras:
        found["extras"] = tuple(dict.fromkeys(extras))
    return FigureSpec.model_validate(found)


def wished_person(word: str) -> str:
    """The kit's kind of person for a word, or 'person'."""
    return next((kind for kind in wishes("people", word) if archetypes.is_person(kind)), "person")
