"""Words become places: what turns one into another, what people are inside of, and whose clothes a film's land gives them."""

from __future__ import annotations

import pytest

from engine.illustrate.story import requests
from engine.illustrate.words import Told, tell
from tests.illustrate.requests import request

pytestmark = pytest.mark.models


def told(text: str, **more) -> Told:
    return tell(request(text, **more))


LIFE = """Leonardo designs bridges and clocks in a busy workshop by the river.
As a boy Leonardo draws birds and horses in the green hills near the village."""


def film(text: str):
    return requests(text, "paper", 640, 360)


def kinds(made: Told) -> set[str]:
    return {actor.kind for actor in made.actors}


def actor(made: Told, kind: str):
    return next(each for each in made.actors if each.kind == kind)


@pytest.mark.parametrize(
    ("text", "setting", "part"),
    [
        ("A girl walks in the flooded street", "flooded street", ""),
        ("The volcano erupts", "volcano", "erupting"),
        ("Gas bubbles rise in the magma under the volcano", "inside a volcano", "bubbles"),
        ("A whale swims under the ice", "under the ice", ""),
        ("Penguins stand on an iceberg", "polar sea", ""),
        ("A widow kneels in the graveyard", "graveyard", ""),
        ("A poet writes in the attic", "attic", ""),
        ("A smith stands in the workshop", "workshop", ""),
        ("A lion sleeps on the savanna", "savanna", ""),
        ("A man walks in the bamboo forest", "bamboo grove", ""),
        ("The robot rests at the waterfall", "waterfall", ""),
        ("A caravan leaves the city of Xi'an", "chinese city", ""),
        ("The flood broke the bridge", "bridge", "broken"),
        ("The old bridge collapses", "bridge", "broken"),
        ("A girl stands on the broken bridge", "bridge", "broken"),
    ],
)
def test_a_word_for_a_place_is_that_place_with_the_part_that_is_asked_for(text, setting, part):
    made = told(text)
    assert made.setting == setting
    assert not part or made.options[part] == "yes"


def test_a_bridge_on_which_something_else_breaks_is_whole():
    assert told("A branch breaks beside the bridge").options["broken"] == "no"
    assert told("A girl walks over the bridge").options["broken"] == "no"


def test_in_hindi_gone_after_a_verb_goes_nowhere():
    made = told("पुल टूट गया", language="hi")
    assert made.setting == "bridge" and made.options["broken"] == "yes"


def test_the_volcano_is_the_place_and_not_a_second_one_in_it():
    made = told("The volcano erupts above the mountain")
    assert made.setting == "volcano" and not kinds(made) & {"volcano", "mountain"}


def test_what_shows_another_place_than_the_shots_own_leads_back_to_it():
    course = {"setting": "stage"}
    assert told("The audience claps in the classroom", course=course).setting == "stage"
    assert told("A teacher reads in the classroom", course=course).setting == "classroom"


def test_the_village_of_a_land_is_that_lands_village_and_is_not_missing():
    made = told("A grandmother sits in the village", course={"land": "africa"})
    assert made.setting == "african village" and not made.missing
    assert told("A grandmother sits in the village").setting == "village"


def test_people_of_a_film_wear_what_its_land_wears_unless_the_bible_says_otherwise():
    own = {"kind": "character", "name": "Marta", "look": "an indian woman", "aliases": ()}
    made = told("Marta and an old man walk", entries={"marta": own}, course={"land": "japan"})
    assert {each.figure.culture for each in made.actors} == {"india", "japan"}
    again = told("An old man waits by the river", course={"land": "japan"})
    assert again.actors[0].figure.top == "yukata"


def test_a_named_town_is_stood_for_by_a_street_that_might_be_anywhere():
    entry = {"kind": "place", "name": "Warsaw", "look": "", "aliases": ()}
    made = told("A girl walks in Warsaw", entries={"warsaw": entry}, place="warsaw")
    assert "Warsaw, as a city street" in made.shows and "Warsaw" not in made.shows


def test_a_far_place_that_is_only_named_is_told_missing():
    assert "Oaxaca" in told("A girl walks through the market in Oaxaca").missing


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("The girl sits on the bus", "bus inside"),
        ("A man drives the bus", "bus inside"),
        ("The children ride the bus to school", "bus inside"),
        ("The last bus leaves", "city street"),
        ("The old woman gets off the bus", "city street"),
        ("Two friends talk on the train", "train inside"),
        ("The train leaves the station", "railway station"),
        ("The captain stands on the deck of the ship", "ship's deck"),
        ("A ship sails past a rock", "sea"),
        ("The boy climbs the stairs of the lighthouse", "lantern room"),
        ("A lighthouse stands on the rock", "islet"),
        ("The baker stands in the bakery", "bakery"),
        ("The mechanic works in the garage", "shed"),
    ],
)
def test_who_is_aboard_is_inside_and_what_goes_by_itself_is_seen_from_outside(text, setting):
    assert told(text).setting == setting


def test_aboard_all_sit_but_who_stands_and_the_driver_is_at_the_wheel():
    made = told("A man drives the bus and a girl sits on the bus")
    on = {(actor_of.kind, seat.kind) for one, how, other in made.relations if how == "on"
          for actor_of in made.actors for seat in made.actors if actor_of.id == one and seat.id == other}  # fmt: skip
    assert on >= {("person", "driver's seat")} or on >= {("man", "driver's seat")}
    assert not any(each.kind.endswith("seat") for each in told("A girl stands on the bus").actors)


@pytest.mark.parametrize(
    ("text", "mount"),
    [
        ("A girl rides her bicycle along the road", "bicycle"),
        ("The postman cycles through the city", "bicycle"),
        ("A farmer rides a horse", "horse"),
    ],
)
def test_who_rides_is_on_what_is_ridden(text, mount):
    made = told(text)
    ridden = actor(made, mount)
    rider = next(each for each in made.actors if each.family == "person")
    assert rider.pose == "ride"
    assert (rider.id, "on", ridden.id) in made.relations


def test_who_drives_a_car_is_seen_through_its_window_and_not_beside_it():
    made = told("A woman drives a red car along the road")
    assert "driver" in actor(made, "car").options
    assert not any(each.family == "person" for each in made.actors)
    assert "woman" in made.shows
    assert told("A woman in the shed drives a truck").setting == "road"


def test_what_goes_by_outside_is_what_the_words_name():
    assert told("Anna rides the train to the sea").options["outside"] == "sea"
    assert told("Anna sits on the bus by the river").options["outside"] == "river"
    assert "sea" in told("Anna rides the train to the sea").shows


def test_a_rock_with_a_lighthouse_has_one_and_a_bare_rock_has_none():
    made = told("A lighthouse stands on the rock")
    assert made.options["lighthouse"] == "yes"
    assert "lighthouse" not in kinds(made)
    assert told("A girl stands on the rock").options.get("lighthouse") != "yes"


def test_the_street_of_a_flooded_village_is_in_that_village():
    course = {"setting": "flooded village"}
    assert told("A man rows through the street", course=course).setting == "flooded village"
    assert told("A man rows through the city", course=course).setting == "flooded street"


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("A tailor sews a dress", "workshop"),
        ("A teacher explains the planets", "classroom"),
        ("A baby sleeps", "bedroom"),
        ("An old man feeds the pigeons", "park"),
        ("A cat sits on a chair", "room"),
        ("A cat sits under a tree", "garden"),
        ("A yellow leaf falls from the tree", "garden"),
        ("A crow drops stones into a jug", "hill"),
        ("An eagle flies", "sky"),
        ("A girl eats an apple beside a fountain", "park"),
        ("A programmer types on a laptop", "office"),
        ("A ship sinks in the storm", "sea"),
    ],
)
def test_who_acts_and_what_is_done_tell_where(text, setting):
    assert told(text).setting == setting


def test_who_sews_while_the_film_is_in_a_village_is_in_a_room_of_it():
    assert told("A tailor sews a dress in the village").setting == "village"  # it is said
    assert told("A tailor sews a dress", course={"setting": "village"}).setting in ("workshop", "room")
    assert told("A boy runs", course={"setting": "village"}).setting == "village"


def test_who_acts_as_a_boy_is_one():
    made = [tell(each) for each in film(LIFE)]
    there = [[(a.unit, a.figure.age) for a in each.actors if a.family == "person"] for each in made]
    assert there[0] == [("leonardo", "adult")] and there[-1] == [("leonardo", "child")]
