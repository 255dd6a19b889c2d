"""Lines of explainers, history, business and adverts: their ground, their diagrams, their states, what they leave out."""

from __future__ import annotations

import pytest

from engine.illustrate.words.numbers import numbers_in
from tests.illustrate.test_playing import told


def kinds(text: str) -> list[str]:
    return [actor.kind for actor in told(text).actors]


@pytest.mark.parametrize("text", [
    "The heart pumps blood.", "DNA carries information.", "A cell divides.", "The battery charges in one hour.",
    "Your data is safe.", "Prices rise every year.", "Every vote counts.", "The war ended in 1945.", "Our planet is warming.",
])  # fmt: skip
def test_symbols_and_sums_without_a_place_stand_on_the_ground_for_ideas(text):
    assert told(text).setting == "abstract"


@pytest.mark.parametrize(("text", "setting"), [
    ("A doctor draws a heart.", "hospital"), ("The battery lies in the kitchen.", "kitchen"),
    ("The moon causes the tides.", "sea"), ("Half of the forest is gone.", "forest"), ("The polar ice is shrinking.", "polar sea"),
    ("The factory makes cars.", "city street"), ("Lions hunt at night.", "savanna"),
])  # fmt: skip
def test_what_has_a_place_or_somebody_beside_it_stays_there(text, setting):
    assert told(text).setting == setting


@pytest.mark.parametrize(("text", "way"), [
    ("Prices rise every year.", "up"), ("Oil prices dropped by 20 percent.", "down"), ("Sales doubled in three years.", "up"),
    ("Unemployment fell last year.", "down"), ("Money loses its value.", "down"), ("The company reduces costs.", "down"),
    ("Sea levels are rising.", "up"), ("Inflation makes bread more expensive.", "up"),
])  # fmt: skip
def test_what_is_measured_goes_up_or_down_in_a_chart(text, way):
    chart = next(actor for actor in told(text).actors if actor.kind == "drawn bars")
    assert chart.options["way"] == way


@pytest.mark.parametrize(
    "text", ["The empire fell in 476.", "The leaves fall in autumn.", "An apple drops from the tree."]
)
def test_what_falls_and_is_not_measured_has_no_chart(text):
    assert "drawn bars" not in kinds(text)


def test_a_price_is_no_coin_unless_a_chart_tells_that_it_moves():
    assert "price, as a coin" in told("The price is fair.").shows
    assert "Prices" in told("Prices rise.").shows


@pytest.mark.parametrize(("text", "card"), [("Save 50 percent today.", "−50%"), ("Prices fell by 20 percent.", "−20%"),
                                            ("Sales rose by 5 percent.", "+5%"), ("The tax is 19 percent.", "19%")])  # fmt: skip
def test_a_percentage_says_whether_it_is_more_or_less(text, card):
    assert card in [actor.options.get("text") for actor in told(text).actors]


@pytest.mark.parametrize(("text", "share"), [
    ("Half of the forest", ("½", 0.5)), ("two thirds of the earth", ("⅔", 0.667)), ("30 percent of the people", ("30%", 0.3)),
    ("three quarters of the food", ("¾", 0.75)),
])  # fmt: skip
def test_a_part_of_a_whole_is_a_share(text, share):
    found = next(number for number in numbers_in(text) if number.unit == "share")
    assert (found.text, round(found.value, 3)) == share


@pytest.mark.parametrize("text", ["half of the night", "half an hour", "a third man", "the other half"])
def test_half_the_night_is_no_share(text):
    assert not any(number.unit == "share" for number in numbers_in(text))


@pytest.mark.parametrize(("text", "row"), [
    ("A seed grows into a tree.", ["seed", "drawn arrow", "tree"]),
    ("Solar panels turn sunlight into electricity.", ["solar panel", "sun", "drawn arrow", "lightning"]),
    ("Water forms clouds.", ["raindrop", "drawn arrow", "cloud"]),
])  # fmt: skip
def test_an_arrow_stands_between_what_was_and_what_becomes_of_it(text, row):
    assert kinds(text) == row


@pytest.mark.parametrize(("text", "kind", "pose"), [
    ("The battery charges in one hour.", "battery", "charging"), ("The phone battery is empty.", "battery", "empty"),
    ("A cell divides.", "cell", "dividing"), ("Ice melts at zero degrees.", "ice block", "melting"),
    ("The heart pumps blood.", "heart", "pumping"), ("The stock market crashed.", "growth chart", "falling"),
    ("A spider spins its web.", "spider web", "spider"), ("Your data is safe.", "shield", "checked"),
    ("Our planet is warming.", "thermometer", "hot"), ("High above the hills the air is cold.", "thermometer", "cold"), ("The vaccine protects us.", "shield", "checked"),
])  # fmt: skip
def test_a_thing_shows_the_state_that_is_told(text, kind, pose):
    assert (kind, pose) in [(actor.kind, actor.pose) for actor in told(text).actors]


@pytest.mark.parametrize(("text", "shown"), [
    ("An earthquake shakes the city.", {"earthquake", "city"}), ("Fish swim in the coral reef.", {"Fish", "coral reef"}),
    ("Electricity flows through the wire.", {"Electricity", "wire"}), ("The lungs breathe in oxygen.", {"lungs", "oxygen"}),
    ("Black holes swallow matter.", {"Black holes"}), ("Wind turns the turbines.", {"Wind", "turbines"}),
])  # fmt: skip
def test_what_explainers_speak_of_is_shown(text, shown):
    assert shown <= set(told(text).shows)


def test_on_the_ground_for_ideas_there_is_no_ground_of_the_earth():
    made = told("The battery powers the ground.")
    assert (made.setting, made.missing) == ("abstract", ("ground",))


def test_bare_beasts_with_a_verb_for_several_are_several():
    assert next(actor.count for actor in told("Fish swim in the sea.").actors if actor.kind == "fish") == 3
    assert next(actor.count for actor in told("Lions hunt at night.").actors if actor.kind == "lion") == 3


def test_a_year_is_told_beside_a_thing_and_not_beside_people():
    assert "drawn number" in kinds("The wall fell in 1989.")
    assert "drawn number" not in kinds("In 1989 a boy walks along the wall.")


@pytest.mark.parametrize(("text", "setting"), [("Rents in Berlin have doubled.", "city street"), ("The power station burns coal.",
                                               "city street"), ("Taxes in India have doubled.", "temple")])  # fmt: skip
def test_a_town_by_its_name_is_a_place_and_a_power_station_no_station(text, setting):
    made = told(text)
    assert made.setting == setting
    assert not any(actor.family == "person" for actor in made.actors)


@pytest.mark.parametrize(("text", "kind"), [("The chameleon changes its colour.", "lizard"), ("The egg hatches.", "egg"),
                                            ("Ice melts at zero degrees.", "ice block"), ("The Titanic sank in 1912.", "ship")])  # fmt: skip
def test_what_looked_like_somebody_or_like_a_compound_is_the_thing_itself(text, kind):
    assert kind in kinds(text)


def test_a_tax_is_no_taxi_and_skin_no_bone():
    assert not {"taxi", "bone"} & {*kinds("The government cuts taxes."), *kinds("The skin protects the body.")}
