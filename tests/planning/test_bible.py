"""The bible by rule: who, where and what a text is about, in its own words, and a voice for each speaker."""

from __future__ import annotations

import re

import pytest

from engine import looks
from engine.artifacts import Brief
from engine.cards import example_card, fill
from engine.planning.bible import plan_bible
from engine.planning.casting import cast, usable
from engine.planning.naming import display_name, slug
from tests.planning.films import VOICES, film, names

pytestmark = pytest.mark.models

SCRIPT = "NARRATOR: The bus waits.\nANNA: Hello.\nTHE KING: Who speaks?\nBEN: Me.\nPASSENGER: And I too, sir."


@pytest.mark.parametrize("name", names())
def test_every_bible_has_a_narrator_with_a_voice_and_a_style(name):
    entries = film(name).entries
    assert entries["narrator"].voice == ("dalal" if name.startswith("hindi") else "amber")
    style = entries["style"]
    assert style.kind == "style"
    assert style.mood in looks.MOODS
    assert style.palette in looks.look(style.look).palettes


@pytest.mark.parametrize("name", names())
def test_looks_are_words_of_the_text(name):
    one = film(name)
    text = " ".join(one.brief.text.split()).casefold()
    for unit, entry in one.entries.items():
        assert re.fullmatch(r"[a-z0-9][a-z0-9_x-]*", unit)
        for look in filter(None, entry.look.split("; ") if unit != "style" else ()):
            assert look.casefold() in text, look


def test_people_places_and_things_of_a_story_are_found():
    entries = film("paper_boat").entries
    assert entries["marta"].kind == "character"
    assert entries["marta"].voice == ""
    assert entries["place-gull-rock"].name == "Gull Rock"
    assert "place-lighthouse" in entries
    assert entries["prop-boat"].look == "a boat made of newspaper"
    assert {"prop-lamp", "prop-note", "prop-trawler"} <= set(entries)


def test_names_gather_what_they_are_called():
    assert film("ghost_telephone").entries["tom-archer"].aliases == ("Tom", "Archer")
    lesseps = film("history_suez").entries["ferdinand-de-lesseps"]
    assert "diplomat" in lesseps.aliases
    assert lesseps.look == "a retired French diplomat"
    hindi = film("hindi_story").entries
    assert hindi["mira"].aliases == ("लड़की",)
    assert hindi["dakiya"].name == "डाकिया"


def test_animals_are_characters_and_products_are_things():
    assert {"fox", "wolf"} <= set(film("fable_fox_and_well").entries)
    lumo = film("product_lumo_lamp").entries
    assert lumo["prop-lumo"].look == "a solar lamp"
    assert not [
        unit
        for unit, entry in film("tea_explainer").entries.items()
        if entry.kind == "character" and unit != "narrator"
    ]


def test_each_speaker_of_a_script_has_another_voice():
    entries = film("script_two_voices").entries
    voices = [entries[unit].voice for unit in ("narrator", "driver", "passenger")]
    assert voices == ["amber", "clara", "bruno"]
    assert "place-bus" in entries


def test_voices_fit_the_gender_of_names_and_roles():
    entries = plan_bible(Brief(text=SCRIPT, mode="script"), VOICES)
    chosen = {unit: entries[unit].voice for unit in ("anna", "the-king", "ben")}
    assert chosen == {"anna": "clara", "the-king": "bruno", "ben": "bruno"}
    assert entries["ben"].pace != entries["the-king"].pace


def test_a_language_without_voices_leaves_them_empty():
    entries = plan_bible(
        Brief(text="Es war einmal ein Fuchs. Der Fuchs sah einen Brunnen im Wald.", language="de"), VOICES
    )
    assert entries["narrator"].voice == ""
    assert entries["narrator"].name == "Narrator"


def test_voices_of_the_region_come_first():
    assert [voice.name for voice in usable(VOICES, "en-GB")] == ["clara", "amber", "bruno"]
    assert cast({"a": "male"}, "narrator", VOICES, "hi")["a"].voice == "eshan"


def test_the_tone_of_the_brief_wins_over_the_words():
    entries = plan_bible(Brief(text=film("paper_boat").brief.text, tone="eerie and slow", look="ink"), VOICES)
    assert (entries["style"].mood, entries["style"].look) == ("mysterious", "ink")


def test_names_become_ids_in_any_script():
    assert [slug(name) for name in ("OLD MAN", "डाकिया", "Élise", "北京", "!!!")] == [
        "old-man",
        "dakiya",
        "elise",
        "beijing",
        "unnamed",
    ]
    assert slug("Gull Rock", "place") == "place-gull-rock"
    assert [display_name(name) for name in ("DRIVER", "old man", "McCoy")] == ["Driver", "Old Man", "McCoy"]


def test_who_speaks_in_a_story_card_has_a_voice():
    card = example_card("search")
    text = "\n".join(line.text for line in fill(card).lines)
    entries = plan_bible(Brief(text=text, mode="story", card=card.flat()), VOICES)
    speaking = {line.speaker for line in fill(card).lines}
    assert speaking <= set(entries) and all(entries[unit].voice for unit in speaking)


def test_whom_an_idea_names_may_be_given_words():
    entries = plan_bible(Brief(text="A clock that is late for a reason, and Oskar who keeps it", mode="idea"), VOICES)
    assert entries["oskar"].voice and entries["oskar"].voice != entries["narrator"].voice
