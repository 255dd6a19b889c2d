"""Whatever is asked for, there is a sensible frame that says what it does not show, and never a crash."""

from __future__ import annotations

import hashlib
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.illustrate.compose import compose
from engine.illustrate.layout import laid_out
from engine.illustrate.words import tell
from engine.illustrate.words.course import Shot, course
from engine.providers.image.illustrator import Illustrator
from tests.illustrate.requests import FOX, MARTA, request

pytestmark = pytest.mark.models

NOUNS = [
    "cat",
    "dog",
    "house",
    "boat",
    "tree",
    "lamp",
    "table",
    "chair",
    "letter",
    "candle",
    "bridge",
    "moon",
    "bicycle",
    "umbrella",
    "man",
    "woman",
    "girl",
    "boy",
    "king",
    "queen",
    "farmer",
    "baker",
    "postman",
    "sailor",
    "teacher",
    "violin",
    "drum",
    "ship",
    "train",
    "apple",
    "pear",
    "plum",
    "cup",
    "plate",
    "fork",
    "knife",
    "spoon",
    "bell",
    "door",
    "window",
    "hat",
]
TONGUES = {
    "de": "Der Leuchtturm steht im Sturm.", "fr": "La mer est calme ce soir.", "ja": "灯台は夜に光る。", "zh": "老人住在山上。",
    "ar": "القارب في البحر", "ru": "Старый маяк стоит на скале.", "ta": "படகு கடலில் உள்ளது", "ko": "등대가 빛난다",
    "th": "เรืออยู่ในทะเล", "he": "הסירה בים", "el": "Το πλοίο φεύγει", "hi": "नाव नदी में है", "en": "",
}  # fmt: skip
ODD = [
    "",
    " ",
    "\n",
    "…",
    "🦊🌙",
    "Hope is what remains.",
    "x" * 3000,
    "-- ; ; ;",
    "A A A A",
    "0",
    "۳۴",
    "\u200d",
    "<b>boat</b>",
]


def frame(text: str, **more):
    made = tell(request(text, **more))
    return made, laid_out(made, 640, 360, 0)


@pytest.mark.parametrize(("tongue", "text"), TONGUES.items())
def test_any_language_has_a_place_and_says_what_it_does_not_show(tongue, text):
    made, laid = frame(text, language=tongue)
    assert laid.scene.setting
    if tongue not in ("en", "hi"):
        assert made.missing or made.actors, "nothing is claimed to be shown that was not read"
        assert not set(made.shows) & set(made.missing)


@pytest.mark.parametrize("text", ODD)
def test_odd_words_have_a_frame(text):
    assert frame(text)[1].scene.setting


def test_an_empty_picture_still_has_who_is_there():
    made, _ = frame("", entries={"marta": MARTA, "fox": FOX})
    assert {"marta", "fox"} <= {actor.id for actor in made.actors}


def test_of_forty_nouns_the_most_telling_are_drawn_and_the_rest_is_said_to_be_missing():
    made, laid = frame(", ".join(f"a {noun}" for noun in NOUNS))
    assert len(laid.scene.things) <= 12
    assert len(made.missing) >= 20, "what did not fit is named"
    assert not set(made.missing) & set(made.shows)


@given(st.text(max_size=60))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_text_breaks_it(text):
    assert frame(text)[1].scene.setting


@given(st.lists(st.sampled_from([*NOUNS, "runs", "under the", "and", "without", "over", "red", "in the kitchen", "at night"]),
                min_size=1, max_size=9))  # fmt: skip
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_order_of_words_breaks_it(parts):
    _, laid = frame(f"The {' '.join(parts)}.")
    faces, shares = laid.faces.values(), [side for box in laid.boxes.values() for side in box]
    assert all(-3 < side < 4 for side in shares) and all(len(face) == 4 for face in faces)


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280), (960, 960), (864, 1080)])
def test_a_scene_fits_every_shape(size):
    made = tell(request("Two girls and a dog run over the bridge in the rain"))
    laid = laid_out(made, *size, 0)
    small = (size[0] // 4 // 2 * 2, size[1] // 4 // 2 * 2)
    assert compose(laid.scene, "paper", *small).picture().shape == (small[1], small[0], 3)


SCRIPT = """
import hashlib, sys, tempfile
from pathlib import Path
from engine.providers.image.illustrator import Illustrator
from tests.illustrate.requests import request
with tempfile.TemporaryDirectory() as folder:
    made = Illustrator().draw(request("A girl rides a bicycle over the bridge at night", size="320x180"), Path(folder))
    print(hashlib.sha256(made.path.read_bytes()).hexdigest())
"""


def test_two_processes_draw_the_same_bytes(tmp_path):
    asked = request("A girl rides a bicycle over the bridge at night", size="320x180")
    here = hashlib.sha256(Illustrator().draw(asked, tmp_path).path.read_bytes()).hexdigest()
    there = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True, timeout=120)
    assert there.stdout.strip() == here


# ---------------------------------------------------------------- the course of a film


def steps(*texts: str):
    return course(tuple(Shot(text) for text in texts))


def test_night_stays_night_until_a_leap_in_time():
    found = [step.hour for step in steps("A house at night", "The door opens", "The next week they sail", "A bird")]
    assert found == ["night", "night", "day", "day"]


def test_an_hour_told_early_holds_for_the_first_shot_too():
    assert [step.hour for step in steps("Marta keeps the lamp", "Every evening she climbs")] == ["dusk", "dusk"]
    assert steps("A", "B", "C", "At night")[0].hour == "day"


def test_a_place_stays_until_another_is_told():
    assert [step.setting for step in steps("A crow in the desert", "It finds stones", "Now the forest")] == [
        "desert", "desert", "forest"
    ]  # fmt: skip


def test_rain_lasts_and_ends_with_the_hour():
    assert [step.weather for step in steps("Rain falls on the road", "A man waits", "At dawn he goes")] == [
        "rain",
        "rain",
        "",
    ]


def test_one_shots_mood_does_not_tear_the_palette_apart():
    moods = course(tuple(Shot("x", mood) for mood in ("sad", "happy", "sad", "sad")))
    assert [step.mood for step in moods] == ["sad", "sad", "sad", "sad"]


@pytest.mark.parametrize(
    ("texts", "settings"),
    [
        (("Rain has flooded the village", "People stand in the street"), ("flooded village", "flooded village")),
        (("The river floods the village", "A boat comes to the city"), ("flooded village", "flooded street")),
        (("A mountain", "The volcano erupts", "Birds fly over the mountain"), ("volcano", "volcano", "volcano")),
        (("A chamber of magma under the volcano", "The mountain smokes"), ("inside a volcano", "volcano")),
        (("A whale swims under the ice", "The whale sings"), ("under the ice", "under the ice")),
        (("A man lives in a bamboo forest", "A stem in the forest shines"), ("bamboo grove", "bamboo grove")),
    ],
)  # fmt: skip
def test_what_words_made_of_a_place_holds_on(texts, settings):
    assert tuple(step.setting for step in steps(*texts))[-2:] == settings[-2:]


@pytest.mark.parametrize(
    ("texts", "settings"),
    [
        (("Ben stands on the stage", "A teacher in the classroom", "The audience claps"), ["stage", "classroom", "stage"]),
        (("A crow in the desert", "She remembered the forest", "It drinks"), ["desert", "forest", "desert"]),
        (("A boat on the river", "The river floods the village"), ["river bank", "flooded village"]),
        (("They work in the shed", "In the war she drove a truck"), ["shed", ""]),
        (("The harbour bell rings on the hill", "A boy runs"), ["hill", "hill"]),
    ],
)  # fmt: skip
def test_a_place_comes_back_is_remembered_or_ends(texts, settings):
    assert [step.setting for step in steps(*texts)] == settings


def test_a_newly_named_far_place_ends_the_night():
    assert [step.hour for step in steps("In Paris it is night", "They sleep", "In London he buys bread")][-1] == "day"


@pytest.mark.parametrize(
    ("texts", "land"),
    [
        (("A man in Japan", "He walks"), "japan"),
        (("Long ago in Ghana a spider lived",), "africa"),
        (("A girl waits", "The village sleeps"), ""),
        (("Marie was born in Warsaw",), ""),
        (("Ali reads a book",), ""),
        (("A girl waits", "She sails", "She sees Mexico"), ""),
        (("One castle on a hill",), ""),
        (("The knight leaves the castle", "A monk waits"), "medieval"),
    ],
)
def test_a_film_has_the_land_that_its_words_tell_in_every_shot(texts, land):
    assert {step.land for step in steps(*texts)} == {land}
