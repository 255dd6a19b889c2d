"""The bible of a film by rule: narrator and style, the speakers with a voice each, characters, places and things of
the text.

Only facts of the text: no look is invented. Knows voices as a list and no provider. Example: `plan_bible(brief,
voices)["marta"].name == "Marta"`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from engine import looks
from engine.artifacts import NARRATOR, BibleEntry, Brief
from engine.language.word_lists import base_language, pairs
from engine.planning.casting import cast
from engine.planning.figures import Figure, best, figures
from engine.planning.identities import gender_of_name, genders_of
from engine.planning.naming import display_name, slug, unused
from engine.planning.reading import Sentence, category, read_lines
from engine.planning.script import plan_script
from engine.planning.speeches import is_narrator, read_script
from engine.providers.contract import VoiceInfo

STYLE = "style"
_MOST_PEOPLE, _MOST_PLACES, _MOST_THINGS = 10, 8, 8
_CHILDREN = frozenset({"child", "kid", "pupil", "baby", "toddler", "infant", "orphan", "schoolchild"})
_LONGEST_LOOK = 160
_NARRATOR_NAMES = {"en": "Narrator", "hi": "कथावाचक"}


def plan_bible(brief: Brief, voices: Sequence[VoiceInfo]) -> dict[str, BibleEntry]:
    """Unit id -> entry: `narrator`, `style`, a character per speaker and per person of the text, `place-...` and
    `prop-...`.

    Speakers get different voices as far as `voices` go; characters that never speak have the voice ''.
    """
    lines = plan_script(brief, {}).lines
    sentences = read_lines(lines, brief.language)
    found = figures(sentences, brief.language)
    names = _speaker_names(brief, found)
    style = _style(brief, sentences)
    entries: dict[str, BibleEntry] = {}
    people = _people(names, found)
    units = {name: unused(slug(name), {NARRATOR, STYLE, *entries}) for name in names}
    genders = {units[name]: _gender(people[name], brief.language) for name in names}
    parts = cast(genders, NARRATOR, voices, brief.language)
    narrator = _NARRATOR_NAMES.get(base_language(brief.language), "Narrator")
    entries[NARRATOR] = BibleEntry(kind="character", name=narrator, voice=parts[NARRATOR].voice)
    for name, figure in people.items():
        unit = units.get(name) or unused(slug(name), {*entries, *units.values(), STYLE})
        part = parts.get(unit)
        entries[unit] = BibleEntry(
            kind="character", name=name, look=_look(figure), aliases=_aliases(figure, name),
            voice=part.voice if part else "", pace=part.pace if part else 1.0,
        )  # fmt: skip
    entries = _told_by_pronouns(entries, sentences, brief.language)
    _add(entries, "place", _places(found))
    _add(entries, "prop", _things(found))
    return {**entries, STYLE: style}


def _told_by_pronouns(
    entries: Mapping[str, BibleEntry], sentences: Sequence[Sentence], language: str
) -> dict[str, BibleEntry]:
    """A shoemaker of whom the text says 'he' is a man, where nothing else says so."""
    genders = genders_of(entries, sentences, language) if base_language(language) == "en" else {}
    return {unit: _of_gender(entry, genders.get(unit, "")) for unit, entry in entries.items()}


def _of_gender(entry: BibleEntry, gender: str) -> BibleEntry:
    """The entry with 'a man' or 'a woman' in its look; as it is for animals, things and whoever is told to be one."""
    told = " ".join((entry.name, *entry.aliases, entry.look))
    nouns = {category(word.strip(",;.").lower(), "en") for word in told.split()} - {"", "body"}
    named = entry.name[:1].isupper() and not entry.look and not entry.aliases
    if not gender or gender_of_name(told, "en") or not (named or nouns == {"people"}):
        return entry
    young = entry.name.split()[-1].lower() in _CHILDREN
    noun = {("male", False): "man", ("female", False): "woman", ("male", True): "boy", ("female", True): "girl"}[
        gender, young
    ]
    return entry.model_copy(update={"look": "; ".join(filter(None, (entry.look, f"a {noun}")))})


def _speaker_names(brief: Brief, found: Sequence[Figure]) -> list[str]:
    """The display names of the speakers in the order of their first words, without the narrator: a script's, a story
    card's, or whoever an idea tells of, since they may be given words."""
    if brief.card:
        from engine.cards import card_from, speakers

        return list(speakers(card_from(brief.card)).values())
    if brief.mode == "idea":
        return [figure.name for figure in best(found, _living, _weight, _MOST_PEOPLE)]
    if brief.mode != "script":
        return []
    spoken = (speech.speaker for speech in read_script(brief.text, brief.language).speeches)
    named = [display_name(name) for name in spoken if name and not is_narrator(name, brief.language)]
    first = {name.casefold(): name for name in reversed(named)}
    return [first[key] for key in dict.fromkeys(name.casefold() for name in named)]


def _people(speakers: Iterable[str], found: Sequence[Figure]) -> dict[str, Figure]:
    """Speakers first, then the other people and animals of the text that matter, by name."""
    people: dict[str, Figure] = {}
    pool = list(found)
    for name in speakers:
        same = next((figure for figure in pool if _is(figure, name)), None)
        figure = same or Figure(name, "people", True, 0)
        if same:
            pool.remove(same)
        people[name] = figure
    for figure in best(pool, _living, _weight, _MOST_PEOPLE):
        people.setdefault(figure.name, figure)
    return people


def _is(figure: Figure, name: str) -> bool:
    return name.casefold() in (
        figure.name.casefold(),
        *(alias.casefold() for alias in figure.aliases),
    ) and figure.kind in ("people", "animals")


def _living(figure: Figure) -> bool:
    return figure.kind in ("people", "animals")


def _weight(figure: Figure) -> float:
    """People that act, or come again; a crowd named once is no character."""
    if figure.proper:
        return figure.count + figure.deeds + 1
    if figure.several:
        return figure.count - 1
    return figure.count + figure.deeds - 1 if figure.deeds or figure.count > 1 else 0


def _places(found: Sequence[Figure]) -> list[Figure]:
    def weight(figure: Figure) -> float:
        return (
            figure.count + 2 * figure.located + 2 * figure.proper
            if figure.located or figure.proper or figure.count > 1
            else 0.5
        )

    return best(
        found,
        lambda figure: figure.kind == "places" and (figure.name != "home" or figure.located > 0),
        weight,
        _MOST_PLACES,
    )


def _things(found: Sequence[Figure]) -> list[Figure]:
    def weight(figure: Figure) -> float:
        return figure.count + 1.2 * bool(figure.looks) + 0.5 * figure.deeds + figure.proper - 1.2

    return best(
        found,
        lambda figure: figure.kind == "things" or (figure.kind == "nature" and figure.count > 2),
        weight,
        _MOST_THINGS,
    )


def _add(entries: dict[str, BibleEntry], kind: str, chosen: Sequence[Figure]) -> None:
    ranked = sorted(chosen, key=lambda figure: (-figure.count - figure.located, figure.first))
    for figure in ranked:
        unit = unused(slug(figure.name, kind), entries)
        entries[unit] = BibleEntry.model_validate(
            {"kind": kind, "name": figure.name, "look": _look(figure), "aliases": _aliases(figure, figure.name)}
        )


def _look(figure: Figure) -> str:
    """The text's own words about a look, the fullest first, as far as they fit."""
    told = sorted(figure.looks, key=lambda look: -len(look))
    chosen: list[str] = []
    for look in told:
        if not any(look in other for other in chosen) and len("; ".join([*chosen, look])) <= _LONGEST_LOOK:
            chosen.append(look)
    return "; ".join(look for look in figure.looks if look in chosen)


def _aliases(figure: Figure, name: str) -> tuple[str, ...]:
    """Other names: the noun alone for 'harbour bell', the first and last name of a person."""
    parts = name.split()
    own = [parts[0], parts[-1]] if figure.proper and figure.kind == "people" and len(parts) > 1 else []
    extra = [figure.name] if figure.name.casefold() != name.casefold() else []
    titles = [alias for alias in own if len(alias) > 2 and not alias.endswith(".")]
    return tuple(
        alias for alias in dict.fromkeys((*figure.aliases, *extra, *titles)) if alias.casefold() != name.casefold()
    )


def _gender(figure: Figure, language: str) -> str:
    return gender_of_name(" ".join((figure.name, *figure.aliases, *figure.looks)), language)


# ---------------------------------------------------------------- style


def _style(brief: Brief, sentences: Sequence[Sentence]) -> BibleEntry:
    """The look of the brief, the mood of its tone or of the text, and a palette of that look for mood and hour."""
    mood = film_mood(brief, sentences)
    return BibleEntry(kind="style", name="Style", look=brief.look, mood=mood, palette=_palette(brief, sentences, mood))


def film_mood(brief: Brief, sentences: Sequence[Sentence]) -> str:
    """One of engine.looks.MOODS: from the person's tone where it says one, else the commonest mood of the text's
    words."""
    asked = looks.mood_of(brief.tone)
    if brief.tone and asked != "neutral":
        return asked
    votes = Counter(mood for sentence in sentences for mood in sentence_moods(sentence, brief.language))
    if not votes or max(votes.values()) < max(2, len(sentences) / 15):
        return "neutral"
    order = {mood: place for place, mood in enumerate(looks.MOODS)}
    return min(votes, key=lambda mood: (-votes[mood], order.get(mood, len(order))))


def sentence_moods(sentence: Sentence, language: str) -> list[str]:
    """The moods that the words of a sentence bring, one per word that brings any."""
    table = pairs(language, "moods")
    found = (table.get(token.text.lower()) or table.get(token.lemma) for token in sentence.parse.tokens)
    return [mood for mood in found if mood]


def _palette(brief: Brief, sentences: Sequence[Sentence], mood: str) -> str:
    look = looks.look(brief.look)
    hours = pairs(brief.language, "hours")
    told = Counter(hour for s in sentences for token in s.parse.tokens if (hour := hours.get(token.text.lower())))
    dark = sum(count for hour, count in told.items() if hour in ("night", "evening", "रात", "शाम"))
    if dark * 2 > sum(told.values()) and "night" in look.palettes and mood != "happy":
        return "night"
    return looks.palette_for(look, mood).name


def things_named(entries: Iterable[BibleEntry], picture: str) -> dict[str, str]:
    """Of the bible's things those that a picture's words name, by name, each with how it looks."""
    told = set(re.findall(r"[^\W\d_]+", picture.lower()))
    told |= {word.removesuffix("s") for word in told}
    props = [entry for entry in entries if entry.kind == "prop" and entry.look]
    return {entry.name: entry.look for entry in props if entry.name.lower().split()[-1] in told}
