"""What the page says of money: before anything runs, when it is asked for, and after; of makers, of keys, of the cap. No browser."""

from __future__ import annotations

import pytest

from engine import keys
from engine.providers.registry import PROVIDERS
from engine.types import Key
from studio import questions, show
from studio.actions import ACTIONS, act
from studio.frame import frame
from studio.moment import Asked, Moment
from studio.reasons import reason
from studio.tabs import settings, views
from studio.words import Words
from tests.build.films import run
from tests.build.paid_makers import PAID, PRICE

AT = Key("keyframe", "s01")
SECRET = "sk-abcdefghijklmnopqrstuvwxyz0123456789"


@pytest.fixture(autouse=True)
def _machine(monkeypatch, tmp_path):
    for name, place in PAID.items():
        monkeypatch.setitem(PROVIDERS["image"], name, place)
    for name in keys.NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(keys, "home", lambda: tmp_path)
    monkeypatch.setattr(keys, "_loaded", {})


@pytest.fixture
def moment(film, desk):
    """One request about the keyframe of the first shot."""

    def make(language="en", **data):
        asked = Asked.read({"stage": "keyframe", "unit": "s01", "film": "the-talk-aaaaaa", **data})
        return Moment(desk, "home", asked, Words(language), film)

    return make


@pytest.mark.parametrize(
    ("dollars", "told"),
    [
        (0.0, "free"),
        (None, "cost unknown"),
        (1.234, "$1.23"),
        (0.0123, "$0.01"),
        (0.0023, "$0.002"),
        (0.00002, "under $0.001"),
    ],
)
def test_an_amount_is_free_only_when_it_is(dollars, told):
    assert show.cost(Words("en"), dollars) == told


@pytest.mark.parametrize(
    ("several", "told"),
    [
        ((0.0, 0.0), "free"),
        ((0.25, 0.25), "$0.50"),
        ((0.25, None), "$0.25 and what is not known"),
        ((0.0, None), "cost unknown"),
    ],
)
def test_several_amounts_say_when_one_is_not_known(several, told):
    assert show.costs(Words("en"), several) == told


@pytest.mark.parametrize(
    ("image", "one", "four", "sentence"),
    [
        ("typographic", "free", "free", "at no cost"),
        ("dear", "$0.25", "$1.00", "for $0.25"),
        ("mystery", "cost unknown", "cost unknown", "at a cost that is not known"),
    ],
)
def test_a_price_stands_wherever_it_is_asked_for(film, moment, image, one, four, sentence):
    film.project.set("image", image)
    film.project.edit("shotlist:s01", field="picture", value="A lamp in a storm")
    film.project.approve("shotlist")
    now = moment()
    assert views.four(now, AT)[1].endswith(four)
    assert sentence in " ".join(reason(now.t, now.snap, AT, "stale", now.rates).more)
    assert one in questions.plan(now, "keyframe")
    now = moment(do="remake")
    act(now, ACTIONS)
    assert now.reply.toast.words.endswith(f"{one}.")


def test_a_maker_that_is_chosen_for_one_piece_has_its_own_price(moment):
    now = moment(do="remake", options={"provider": "dear"})
    act(now, ACTIONS)
    assert now.reply.toast.words.endswith("$0.25.")


def test_a_take_says_what_it_took(film, moment):
    film.project.set("image", "dear")
    run(film.project, target="keyframe")
    assert show.take_caption(Words("en"), moment().snap.view.take(AT)).endswith(f"${PRICE:.2f}")
    film.project.set("image", "mystery")
    run(film.project, target="keyframe")
    assert show.take_caption(Words("en"), moment().snap.view.take(AT)).endswith("cost unknown")


def test_the_side_says_what_was_spent_of_the_cap_and_who_works_away(film, moment):
    film.project.set_many({"image": "dear", "spend_cap": 2.0})
    run(film.project, target="keyframe")
    film.project.set_many({"text": "openai:gpt-4.1-mini", "image": "openai:gpt-image-2"})
    side = frame(moment())["side"]
    assert f"${PRICE:.2f} of $2.00" in side and side.count("by key") == 2


@pytest.mark.parametrize("language", ["en", "hi"])
def test_makers_tell_their_price_and_the_cap_can_be_set(film, moment, language):
    page = settings.answer(moment(language))
    makers = page["settings-makers"]
    assert "$0.04" in makers and 'name="spend_cap"' in makers and 'value="camera"' in makers
    assert Words(language)("settings.ear.own") in makers and "settings." not in makers.replace("settings-", "")
    settings.answer(moment(language, do="maker", id="spend_cap", value="3"))
    assert film.project.view().setting("spend_cap") == 3.0


@pytest.mark.parametrize(
    ("kind", "name"), [("image", "openai:gpt-image-2:high"), ("speech", "elevenlabs:eleven_v3"), ("video", "http:fal")]
)
def test_a_model_is_chosen_by_its_name(film, moment, kind, name):
    page = settings.answer(moment(do="maker", id=kind, value=name))
    assert film.project.view().setting(kind) == name and f'value="{name}"' in page["settings-makers"]


def test_a_key_of_another_server_is_asked_for_again(moment):
    keys.keep("OPENAI_API_KEY", SECRET)
    assert "Kept for" not in settings.answer(moment())["settings-keys"]
    keys.keep("OPENAI_BASE_URL", "https://other.example/v1")
    page = settings.answer(moment())["settings-keys"]
    assert "Kept for https://api.openai.com alone" in page and SECRET not in page
    keys.forget("OPENAI_BASE_URL")
    keys.forget("OPENAI_API_KEY")
