"""A shot's request to what is to be seen: actors with poses and feelings, the place, the hour, and what is missing.

Joins the readings with bible and kit; places nothing. Example: `tell(request).actors[0].pose`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from engine.illustrate import kit
from engine.illustrate.words import insides
from engine.illustrate.words import place as places
from engine.illustrate.words.acting import acted, facing_of, linked
from engine.illustrate.words.actors import actor_of
from engine.illustrate.words.at_work import at_work
from engine.illustrate.words.busied import busied
from engine.illustrate.words.caught import along_poles, at_feet, netted
from engine.illustrate.words.diagrams import QUANTITIES, counted, marks, trend
from engine.illustrate.words.drawable import find, names
from engine.illustrate.words.explained import IDEAS, fitting, guarded, in_land, in_turn, recurring, symbols
from engine.illustrate.words.fitting import abed, fitted, in_rows, is_watcher, large, shown_by, tabled, without_hidden
from engine.illustrate.words.playing import played
from engine.illustrate.words.properties import with_properties
from engine.illustrate.words.record import Actor, Link, Mention, Told
from engine.illustrate.words.tables import turns, value, wishes
from engine.illustrate.words.where import listed, setting_for
from engine.illustrate.words.work import Work, work_of
from engine.language.word_lists import words
from engine.planning.reading import category, is_vague
from engine.providers.contract import ImageRequest

MOST = 7
"""More different things than this are not drawn in one shot."""

MEASURES = """minute hour second degree year day week month century decade percent time age mile kilometre metre inch half
dozen third quarter moment night evening morning afternoon noon today tonight end middle top size line word name"""
_SCENERY = {"water": "water", "wave": "water", "tide": "water", "sky": "sky", "air": "sky", "heaven": "sky", "ground": "ground",
            "earth": "ground", "land": "ground", "soil": "ground", "horizon": "ground", "moon": "night", "star": "night",
            "sun": "day", "moonlight": "night", "starlight": "night", "sunlight": "day", "sunshine": "day", "sunset": "dusk", "sunrise": "dawn", "midnight": "night", "darkness": "night", "dark": "night"}  # fmt: skip
_LIMBS = frozenset({"eye", "ear", "nose", "mouth", "hand", "foot", "heart", "tooth", "brain", "tongue", "face", "arm", "leg",
                    "paw", "tail", "head"})  # fmt: skip
_FEET = frozenset({"paw", "foot", "leg", "tail", "hoof"})
_INNER = frozenset({"heart", "tongue", "brain", "tooth", "bone", "lung", "stomach", "blood", "muscle", "skeleton"})
"""What nobody sees of a body that is drawn whole."""
_MEASURES = frozenset(MEASURES.split())
_DARK = frozenset({"night", "tide", "plum", "rain", "slate", "ember"})


def tell(request: ImageRequest) -> Told:
    """What is to be seen in a shot; never fails for want of words."""
    kit.load()
    work = work_of(request)
    _resolve(work)
    in_land(work)
    _present(work)
    setting, options, where = setting_for(work)
    _unplaced(work, setting)
    symbols(work, setting)
    relations = _joined(_relations(work), linked(work.actors, work.reading))
    made = netted(with_properties(work.actors, work.reading), relations)
    actors, relations = busied(acted(made, work.reading, relations), made, work, relations)
    actors, relations = insides.seated(actors, work, relations, setting)
    relations = tuple((one, "beside" if how == "with" else how, other) for one, how, other in relations)
    actors = _without_loose(actors, work, setting)
    actors = _whole(actors, work)
    actors, relations = along_poles(*played(actors, work, relations, setting), work.reading)
    ids = {i: actor.id for i, actor in work.actors.items()}
    actors = without_hidden(in_rows(abed(actors, relations, setting), work.reading, setting, ids), work.reading, ids,
                            work.shows, work.missing)  # fmt: skip
    tied = {
        each for one, how, other in relations if how not in ("beside", "toward", "away_from") for each in (one, other)
    }
    actors = fitted(actors, setting, work.shows, work.missing, _in_deeds(work) | tied)
    relations = tuple(each for each in relations if {each[0], each[2]} <= {actor.id for actor in actors})
    living = [actor for actor in actors if actor.family != "thing"]
    peopled = any(actor.family == "person" for actor in living)
    under_sky = not kit.registry.settings()[setting].inside and setting != IDEAS
    outdoors = bool(living) or (bool(actors or request.shot.get("place")) and under_sky)
    alone = not actors and not request.shot.get("place")
    afloat = any(kit.registry.found_thing(actor.kind).contact == "float" for actor in actors if actor.family == "thing")
    dated = not (living or afloat or request.shot.get("place"))
    drawn = fitting(marks(work.reading, alone=alone, outdoors=outdoors, peopled=peopled, dated=dated), setting)
    actors, relations = in_turn(guarded(actors, work, setting), relations, work, setting, ids)
    actors, relations = at_work(*tabled(actors, relations, setting), work.reading, ids)
    if not actors and not drawn and not work.settings:
        drawn = recurring(work)
    work.shows += [actor.said for actor in drawn if actor.said]
    actors = counted(actors, drawn)
    told = Told(
        setting, options, actors=_fewest((*actors, *drawn), work), relations=relations, place=where, diagram=bool(drawn),
        framing=_framing(work, setting, actors),
    )  # fmt: skip
    return _finished(work, told, setting)


def _framing(work: Work, setting: str, actors: tuple[Actor, ...]) -> str:
    """The shot's own; wide where an audience that sits before the stage is spoken of, or somebody lies in bed."""
    watched = shown_by(setting, "audience") and any(is_watcher(mention.said) for mention in work.reading.mentions)
    in_bed = any(actor.options.get("place") == "bed" for actor in actors)
    return "wide" if watched or in_bed else str(work.request.shot.get("framing") or "medium")


# ---------------------------------------------------------------- who and what


def _resolve(work: Work) -> None:
    located = {link.other: link.how for link in work.reading.links}
    carried = {i for deed in work.reading.deeds for i in (*deed.who, *deed.what)}
    for i, spoken in enumerate(work.reading.mentions):
        mention = _aged(spoken, work)
        if (mention.word in _SCENERY and not _is_globe(mention, work)) or mention.word in _MEASURES:
            continue
        if value("weathers", mention.word) and category(mention.word, "en") in ("nature", ""):
            work.shows.append(mention.said or mention.word)
            continue
        entry = work.request.entries.get(mention.unit)
        is_place = bool(entry and entry.get("kind") == "place")
        where = _as_setting(mention, located.get(i, ""), is_place, i in carried)
        if where:
            work.settings[i] = where
        if where and is_place and not _built(mention):
            work.shows.append(str(entry.get("name", mention.said)) if entry else mention.said)
            continue
        actor = actor_of(mention, i, work.cast) if not where or is_place or _also_thing(mention, where) else None
        if actor and (not where or _also_thing(mention, where)):
            work.actors[i] = actor
        if mention.holds and not (actor and actor.options.get("holds")):
            work.missing.append(mention.holds)
        if actor or where:
            work.shows.append(_shown(mention, actor if i in work.actors else None, work))
        elif _is_concrete(mention) or mention.word in _INNER or _is_far(mention):
            work.missing.append(mention.said or mention.word)


def _aged(mention: Mention, work: Work) -> Mention:
    """Kin by their age, where the words say nothing else: the wife of an old man is old, a father has a beard beside
    whose father he is."""
    looks = " ".join(str(entry.get("look", "")) for entry in work.request.entries.values()).split()
    told = set(mention.adjectives)
    more: tuple[str, ...] = ()
    if mention.word in ("wife", "husband") and "old" in looks and "young" not in told:
        more = ("old",)
    elif mention.word in ("father", "dad", "papa", "grandfather", "grandpa"):
        more = ("beard",)
    return replace(mention, adjectives=(*mention.adjectives, *more)) if more and not mention.unit else mention


def _is_far(mention: Mention) -> bool:
    """A land or town by its name: said, and drawn by no thing."""
    return mention.said[:1].isupper() and bool(value("cultures", mention.word)) and not mention.person


def _is_globe(mention: Mention, work: Work) -> bool:
    """The Earth seen from space, not the earth under one's feet."""
    far = {"space", "moon", "orbit", "planet", "astronaut", "rocket"} & set(work.reading.lemmas)
    step = work.request.style.get("course") or {}
    return mention.word == "earth" and bool(far or step.get("setting") == "space")


def _as_setting(mention: Mention, how: str, is_place: bool, acts: bool) -> str:
    """The setting that a mention means: a place of the bible, or a word for a place that things are in or at."""
    sort = category(mention.word, "en")
    if not is_place and mention.phrase in names() and not places.named_setting(mention.phrase):
        return ""  # a power station is no station
    if not is_place and sort not in ("places", "nature") and how not in ("in", "on", "beside"):
        return ""
    if mention.word in places.HOUSES and how != "in" and not is_place:
        return ""
    if mention.person or (not is_place and sort in ("people", "animals", "body")):
        return ""
    if is_place or sort == "places" or (sort == "nature" and not acts) or (sort == "nature" and how):
        found = places.setting_of(mention.word, mention.phrase, inside=how == "in")
        thing = _also_thing(mention, found) if found else False
        return "" if thing and how not in ("in", "on", "beside", "toward") and not is_place else found
    return ""


def _also_thing(mention: Mention, setting: str) -> bool:
    """Whether a place is a thing too that the setting does not show by itself: a lighthouse, a bridge, a tree."""
    found = find(mention.word, mention.phrase)
    if found is None or found.stand_in or found.family != "thing":
        return False
    info = kit.registry.settings().get(setting)
    if info is not None and found.kind == mention.word != info.name:
        return True
    return info is None or not ({mention.word, mention.phrase} & {info.name, *info.words})


def _built(mention: Mention) -> bool:
    """Whether a place is a building or vehicle that is drawn itself: a lighthouse, not a rock."""
    found = find(mention.word, mention.phrase)
    info = kit.registry.things().get(found.kind) if found else None
    return info is not None and info.category in ("building", "vehicle")


def _is_concrete(mention: Mention) -> bool:
    sort = category(mention.word, "en") or category(mention.said, "hi")
    hours = words("en", "hours")
    lemma = mention.word
    return (
        bool(sort)
        and sort != "body"
        and not is_vague(lemma)
        and lemma not in hours
        and not (value("weathers", lemma) or value("hours", lemma) or value("seasons", lemma))
    )


def _shown(mention: Mention, actor: Actor | None, work: Work) -> str:
    said = mention.said or mention.word
    # a price is no coin unless a chart tells that it rises
    money = actor is not None and actor.kind in ("coin", "money bag")
    plain = money and mention.word in QUANTITIES and not trend(work.reading)[0]
    if actor is None or not (actor.options.get("stand_in") or plain):
        return said
    return f"{said}, as a {actor.kind}"


def _present(work: Work) -> None:
    """Who the shot says is there, though its words do not name them."""
    there = {actor.unit for actor in work.actors.values()}
    for n, unit in enumerate(work.request.shot.get("characters") or ()):
        entry = work.request.entries.get(unit)
        if entry and unit not in there and entry.get("kind") == "character":
            actor = work.cast.character(str(unit))
            if actor:
                work.actors[1000 + n] = replace(actor, weight=2.0 - 0.1 * n)
                work.shows.append(str(entry.get("name", unit)))


def _fewest(actors: tuple[Actor, ...], work: Work) -> tuple[Actor, ...]:
    """The weightiest; what is left out is said to be missing."""
    actors = tuple({actor.id: actor for actor in reversed(actors)}.values())[::-1]
    order = sorted(actors, key=lambda actor: -actor.weight)
    kept = {actor.id for actor in order[:MOST]}
    for actor in order[MOST:]:
        shown = next((each for each in work.shows if each.startswith(actor.said)), "")
        if shown:
            work.shows.remove(shown)
            work.missing.append(actor.said)
    return tuple(replace(actor, options={k: v for k, v in actor.options.items() if k != "stand_in"})
                 for actor in actors if actor.id in kept)  # fmt: skip


def _unplaced(work: Work, setting: str) -> None:
    """A place that was named but is not where the shot is: drawn as a thing where it can be, else said to be missing."""
    for i, other in work.settings.items():
        mention = work.reading.mentions[i]
        meant = {other, *(places.named_setting(name) for name in wishes("settings", mention.word))}
        if setting in meant or any(places.within(setting, each) for each in meant):
            _stood_for(work, mention, setting)
            continue
        ours = str(work.request.shot.get("place") or "none")
        elsewhere = mention.unit == ours and bool(listed(work, ours))  # the film's place, while another is told of
        if elsewhere:
            work.actors.pop(i, None)
        if i in work.actors:
            continue
        actor = None if elsewhere else actor_of(mention, i, work.cast)
        if actor and actor.family == "thing" and not actor.options.get("stand_in") and large(actor.kind):
            work.actors[i] = actor
            continue
        entry = work.request.entries.get(mention.unit) or {}
        for said in dict.fromkeys((mention.said, str(entry.get("name", "")))):
            if said in work.shows:
                work.shows.remove(said)
                work.missing.append(said)


def _stood_for(work: Work, mention: Mention, setting: str) -> None:
    """A named land or town is not shown by a street or field that might be anywhere: that stands for it."""
    own = {other for _, other, _ in turns("lands")}
    said = mention.said or mention.word
    if value("cultures", mention.word) and setting not in own and said in work.shows:
        work.shows[work.shows.index(said)] = f"{said}, as {'an' if setting[0] in 'aeiou' else 'a'} {setting}"


# ---------------------------------------------------------------- relations and place


def _relations(work: Work) -> tuple[tuple[str, str, str], ...]:
    found: list[tuple[str, str, str]] = []
    for link in work.reading.links:
        if link.one in work.actors and link.other in work.actors:
            found.append(_as_drawn(link, work))
        elif link.one in work.actors and work.reading.mentions[link.other].word in _FEET:
            found += at_feet(link.one, work.actors)
    inside = {one: (how, other) for one, how, other in found if how in ("on", "in")}
    led = [(one, *inside[other]) if how == "beside" and other in inside and inside[other][1] != one else (one, how, other)
           for one, how, other in found]  # fmt: skip
    return tuple(dict.fromkeys(led))


def _joined(
    told: tuple[tuple[str, str, str], ...], deeds: tuple[tuple[str, str, str], ...]
) -> tuple[tuple[str, str, str], ...]:
    """What the words say of places first; of deeds what does not speak against it."""
    placed = {one for one, how, _ in told if how in ("on", "in", "under", "behind", "before", "above")}
    return (*told, *(each for each in dict.fromkeys(deeds) if each[0] not in placed))


def _whole(actors: tuple[Actor, ...], work: Work) -> tuple[Actor, ...]:
    """Eyes and hearts of somebody who is there are on that body, not beside it."""
    if not any(actor.family != "thing" for actor in actors):
        return actors
    parts = {mention.said or mention.word for mention in work.reading.mentions if mention.word in _LIMBS}
    inner = {mention.said or mention.word for mention in work.reading.mentions if mention.word in _INNER}
    gone = [actor.said for actor in actors if actor.family == "thing" and actor.said in inner & parts]
    work.shows = [each for each in work.shows if each not in gone]
    work.missing += gone
    return tuple(actor for actor in actors if actor.family != "thing" or actor.said not in parts)


def _in_deeds(work: Work) -> frozenset[str]:
    """The ids of what the shot's deeds are about."""
    told = {i for deed in work.reading.deeds if deed.verb != "be" for i in (*deed.who, *deed.what)}
    return frozenset(work.actors[i].id for i in told if i in work.actors)


def _as_drawn(link: Link, work: Work) -> tuple[str, str, str]:
    """A bird flies over the house: above; a woman leans over the rail: behind it."""
    one, other = work.actors[link.one], work.actors[link.other]
    how = link.how
    if how == "above" and one.family == "person":
        how = "behind"
    return one.id, how, other.id


def _without_loose(actors: tuple[Actor, ...], work: Work, setting: str) -> tuple[Actor, ...]:
    """A seat that somebody speaks of on a road is no chair standing there, and nothing hangs on a wall out of doors."""
    if kit.registry.settings()[setting].inside:
        return actors
    things = kit.registry.things()
    on_walls = {actor.id for actor in actors if actor.kind in things and things[actor.kind].contact == "wall"}
    loose = [actor for actor in actors if actor.said.split()[-1:] == ["seat"] or actor.id in on_walls]
    for actor in loose:
        work.shows = [each for each in work.shows if each != actor.said]
        work.missing.append(actor.said)
    return tuple(actor for actor in actors if actor not in loose)


def _scenery(work: Work, told: Told) -> None:
    """Water, sky and ground are shown where the setting has them, moon and stars where it is night."""
    info = kit.registry.settings()[told.setting]
    kinds = {place.kind for place in info.places}
    for mention in work.reading.mentions:
        said = mention.said or mention.word
        if mention.word in _SCENERY:
            need = _SCENERY[mention.word]
            window = info.inside and shown_by(info.name, "window") and mention.word in ("moon", "star", "sky", "sun")
            hour = need == told.time or (mention.word == "sun" and (told.time != "night" or info.name == "space"))
            there = info.name != IDEAS and (need in kinds or (not info.inside and (need == "ground" or hour)) or (window and need in (
                told.time, "sky")))  # fmt: skip
            (work.shows if there else work.missing).append(said)
        elif shown_by(info.name, mention.word) and not any(said in each for each in work.shows):
            work.shows.append(said)


def _place_unseen(work: Work, told: Told) -> tuple[str, ...]:
    """The shot's own place where its words name it and nothing of it is shown or told missing: a well by which somebody drinks."""
    entry = work.request.entries.get(str(work.request.shot.get("place") or "")) or {}
    word = (str(entry.get("name", "")).lower().split() or [""])[-1]
    told_of = " ".join((*work.shows, *work.missing, *told.shows, told.place, told.setting)).lower()
    spoken = re.findall(r"[^\s,.;:!?]+", work.request.text)
    return tuple(each for each in dict.fromkeys(spoken) if each.lower() == word and word not in told_of)


def _finished(work: Work, told: Told, setting: str) -> Told:
    """With hour, weather, season, mood and the honest lists."""
    request, lemmas = work.request, work.reading.lemmas
    info = kit.registry.settings()[told.setting]
    palette = str(request.style.get("palette") or "")
    hour = places.hour_of(lemmas)
    dark_look = str(request.style.get("look") or "") in ("chalk",)
    carried = "night" if not dark_look and palette.split(" ")[0] in _DARK - {"tide", "rain"} else "day"
    free = () if hour else ("time",)
    step = request.style.get("course") or {}
    carried = step.get("hour", carried) if not dark_look or step.get("hour") != "day" else carried
    weather = places.weather_of(lemmas) or step.get("weather", "clear")
    actors = tuple(replace(actor, facing=facing_of(actor, told)) for actor in told.actors)
    _scenery(work, replace(told, time=hour or carried))
    hexes = palette if "#" in palette else ""
    missing = dict.fromkeys((*work.missing, *work.reading.unread, *told.missing, *_place_unseen(work, told)))
    shows = tuple(dict.fromkeys((*work.shows, *told.shows)))
    return replace(
        told, actors=actors, time=hour or carried, weather=weather, season=places.season_of(lemmas),
        mood=str(step.get("mood") or request.shot.get("mood") or request.style.get("mood") or ""), palette=hexes, free=free,
        place=told.place or info.name, shows=shows, missing=tuple(each for each in missing if each not in shows),
    )  # fmt: skip
