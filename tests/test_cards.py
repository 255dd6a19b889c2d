"""Story cards: shapes that read well, cards that say what is wrong with them, words that stay as they were written."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.artifacts import NARRATOR
from engine.cards import (
    IDEA_NEEDS_A_WRITER,
    blank_card,
    card_from,
    card_text,
    example_card,
    fill,
    joining,
    load_card,
    propose_slots,
    shape,
    shapes,
    speakers,
)  # fmt: skip
from engine.errors import BadOutput, UserError
from engine.planning import facts
from engine.planning.repair import folded, words
from engine.providers import openai_chat
from engine.providers.text import openai
from engine.providers.text.gguf import GgufText
from tests.fakes.openai_server import OpenAIServer, say

EVERY = [(item.id, language) for item in shapes() for language in item.languages]


def spoken(plan):
    return " ".join(line.text for line in plan.lines)


def test_there_are_twelve_shapes_and_six_of_them_speak_hindi():
    wanted = {"fable", "quest", "refusal", "call", "search", "trickster", "before_after"}
    wanted |= {"explainer", "recipe", "product_day", "biography", "news"}
    assert {item.id for item in shapes()} >= wanted
    assert sum("hi" in item.languages for item in shapes()) >= 5
    assert all(item.name and item.about and item.languages[0] == "en" for item in shapes())


@pytest.mark.parametrize(("id", "language"), EVERY)
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_an_example_makes_a_script_that_can_be_spoken(id, language, seed):
    plan = fill(example_card(id, language), seed)
    assert plan.draft and plan.title and len(plan.scenes) >= 3
    assert 9 <= len(plan.lines) <= 20 and 90 <= len(words(spoken(plan))) <= 300
    for line in plan.lines:
        assert line.draft and line.source and line.pause > 0 and len(words(line.text)) <= 45
        assert re.search(r"[.!?।]$", line.text), line.text
        assert not re.search(r"\.\.|[,;]\.|[!?।]\.|\s[.,]|\{|\}|  ", line.text), line.text
        assert not re.match(r"[a-z]", line.text) and not re.search(r"[.!?] [a-z]", line.text), line.text
        assert not re.search(
            r"\b[Aa] (?!eu)[aeio]|\b[Aa]n [bcdfgjklmnpqrstvwz]|\b(a|the) (a|an|the|my|her|his) ", line.text
        ), line.text


@pytest.mark.parametrize(("id", "language"), EVERY)
def test_every_word_that_was_filled_in_is_spoken(id, language):
    card = example_card(id, language)
    for seed in range(4):
        text = f"{spoken(fill(card, seed))} {fill(card, seed).title}".casefold()
        for name, words_of_slot in card.slots.items():
            if card.form.slots[name].kind != "choice":
                assert words_of_slot.strip(" .।!?").casefold() in text, (name, words_of_slot)


@pytest.mark.parametrize("id", [item.id for item in shapes() if item.facts])
def test_a_shape_of_facts_adds_no_number_and_no_name(id):
    for language in shape(id).languages:
        card = example_card(id, language)
        source = " ".join(card.slots.values())
        text = re.sub(
            r"\b(First|Step (one|two|three|four|five)|The (first|second|third|fourth)|And the fifth|Noon|Five moments from)\b",
            "x",
            spoken(fill(card)),
        )
        assert facts.added_numbers(text.replace("in five moments", ""), source) == []
        assert facts.added_names(text, source) == []


def test_a_slot_that_is_left_empty_takes_its_line_with_it_and_changes_no_other():
    full = example_card("call")
    bare = full.model_copy(update={"slots": {name: text for name, text in full.slots.items() if name != "answer"}})
    with_it, without = fill(full, 3), fill(bare, 3)
    assert [line for line in with_it.lines if line not in without.lines] == [
        line for line in with_it.lines if line.text == "Yes, Gran. I am home."
    ]


def test_a_seed_always_says_the_same_and_seeds_differ():
    card = example_card("fable")
    assert fill(card, 5) == fill(card, 5)
    assert len({spoken(fill(card, seed)) for seed in range(12)}) >= 4


def test_speakers_are_called_by_their_names():
    card = example_card("search")
    names = speakers(card)
    assert names == {"small-bear": "Small Bear", "owl": "Owl", "old-carp": "Old Carp", "wind": "Wind", "moon": "Moon"}
    assert {line.speaker for line in fill(card).lines} == {NARRATOR, *names}


def test_the_words_of_gender_agree():
    slots = example_card("search").slots | {"hero": "a young queen", "hero_is": "she"}
    assert "she got up" in spoken(fill(card_from({"shape": "search", **slots}), 0)) or "she went" in spoken(
        fill(card_from({"shape": "search", **slots}), 1)
    )
    hindi = example_card("refusal", "hi").slots
    masculine = spoken(fill(card_from({"shape": "refusal", "language": "hi", **hindi})))
    feminine = spoken(
        fill(card_from({"shape": "refusal", "language": "hi", **hindi, "hero": "एक मोरनी", "hero_is": "स्त्री"}))
    )
    assert "मोर रहता था" in masculine and "मोरनी रहती थी" in feminine and "मोरनी" in feminine and "बोली।" in feminine


@pytest.mark.parametrize(
    ("pattern", "value", "text"),
    [
        ("{x} sang.", "a peacock", "A peacock sang."),
        ("Then {x} sang.", "A peacock", "Then a peacock sang."),
        ("Then {x:short} sang.", "an old fox with one ear", "Then the old fox sang."),
        ("Then {x:short} sang.", "a smith named Oda", "Then Oda sang."),
        ("Then {x:short} sang.", "Oda", "Then Oda sang."),
        ("Then {x:short} sang.", "my uncle", "Then my uncle sang."),
        ("Then {x:short} sang.", "two brothers", "Then the two brothers sang."),
        ("He saw {x:a}.", "old oak", "He saw an old oak."),
        ("He saw {x:a}.", "unicorn", "He saw a unicorn."),
        ("He saw {x:a}.", "hour of rain", "He saw an hour of rain."),
        ("He saw {x:a}.", "Rome", "He saw Rome."),
        ("It said {x}.", "no!", "It said no!"),
        ("It said {x}, twice.", "no.", "It said no, twice."),
        ("{x:sentence} And so on.", "it rained", "It rained. And so on."),
        ("{x:sentence}", "did it rain?", "Did it rain?"),
        ("{x:spoken}", '"come back"', "Come back."),
        ("{x:sentence}", "पानी बरसा", "पानी बरसा।"),
        ("{x:title} and so on", "the lamp of a keeper", "The Lamp of a Keeper and so on"),
        ("{x:name}", "an old fox with one ear", "Old Fox"),
        ("{x:name}", "her grandmother", "Grandmother"),
    ],
)
def test_a_persons_words_are_joined_in_rightly(pattern, value, text):
    assert joining.join(pattern, {"x": value}) == text


@settings(max_examples=60, deadline=None)
@given(st.from_regex(r"[a-z]{2,9}( [a-z]{2,9}){1,3}", fullmatch=True), st.sampled_from([item.id for item in shapes()]))
def test_any_words_stay_and_no_stop_is_doubled(text, id):
    card = example_card(id)
    name = next(name for name, slot in card.form.slots.items() if slot.kind != "choice")
    changed = card_from({**card.flat(), name: f"{text}."})
    said = spoken(fill(changed))
    assert folded([text]) <= folded([said, fill(changed).title]) and ".." not in said and ",." not in said


def test_a_blank_card_tells_a_person_what_to_write_and_loads_when_filled(tmp_path):
    for id, language in EVERY:
        text = blank_card(id, language)
        form = shape(id).form(language)
        assert all(slot.what in text and slot.example in text for slot in form.slots.values())
        with pytest.raises(UserError, match="still needs"):
            load_card(text)
        filled = text
        for name, slot in form.slots.items():
            filled = filled.replace(f'  {name}: ""', "  {}: '{}'".format(name, slot.example.replace("'", "''")))
        path = tmp_path / "card.yaml"
        path.write_text(filled, encoding="utf-8")
        assert load_card(path).slots == load_card(str(path)).slots == example_card(id, language).slots


def test_a_card_survives_being_written_and_being_kept_in_a_brief():
    card = example_card("trickster")
    assert load_card(card_text(card)) == card and card_from(card.flat()) == card


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "cannot be read|empty"),
        ("/nowhere/card.yaml", "cannot be read"),
        ("shape: fabel\nslots:\n  hero: a", "Did you mean 'fable'"),
        ("shape: fable\nslots:\n  heroe: a goat", "Did you mean 'hero'"),
        ("shape: fable\nslots: []", "slots"),
        ("shape: fable\nlines: []\nslots:\n  hero: a", "no 'lines'"),
        ("shape: fable\nslots:\n  hero: a goat", r"other \(the neighbour"),
        ("shape: [fable\n", "not YAML in line"),
        ("just words\nand more", "empty"),
        ("slots:\n  hero: a goat\n", "does not say its shape"),
        ("shape: fable\nlanguage: fr\nslots:\n  hero: a", "no 'fr' sentences, only English"),
        ("shape: quest\nlanguage: hi\nslots:\n  hero: a", "These have Hindi: "),
    ],
)
def test_a_card_that_is_not_right_says_what_to_do(text, says):
    with pytest.raises(UserError, match=says):
        load_card(text)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"hero": "x" * 61}, "61 characters; it may have 60"),
        ({"boast": 'He said "no.'}, "without its partner"),
        ({"hero": "..."}, "no words"),
        ({"title": "t" * 130}, "title has 130"),
    ],
)
def test_words_that_do_not_fit_a_slot_are_told_so(change, says):
    with pytest.raises(UserError, match=says):
        card_from({**example_card("fable").flat(), **change})


def test_a_choice_that_is_none_names_the_choices():
    with pytest.raises(UserError, match="choose one of: he, she, it, they"):
        card_from({**example_card("call").flat(), "hero_is": "hers"})


def test_every_slot_is_spoken_of():
    for id, language in EVERY:
        form = shape(id).form(language)
        lines = [line for scene in form.scenes for line in scene.lines]
        asked = {name for line in lines for text in (*line.say, line.speaker) for name in joining.fields(text)}
        assert asked | joining.fields(form.title) >= set(form.slots), id


def test_yaml_words_that_look_like_values_stay_words():
    text = card_text(example_card("fable")).replace('title: ""', "title: No").replace("a stone bridge", "no")
    assert load_card(text).title == "No"


def test_the_sentence_for_an_idea_without_a_writer_names_every_way_out():
    for part in (
        "openai:MODEL",
        "OPENAI_API_KEY",
        "OPENAI_BASE_URL",
        "gguf:/path/to/model.gguf",
        "--card FILE.yaml",
        "cards list",
        "cards show",
    ):
        assert part in IDEA_NEEDS_A_WRITER


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setattr(openai_chat, "_learned", {})
    with OpenAIServer() as running:
        monkeypatch.setenv("OPENAI_BASE_URL", running.url)
        yield running


OAK = {
    "hero": "an old oak", "other": "a thin reed", "place": "beside a pond", "boast": "I bend for nobody.",
    "reply": "I bend for everybody.", "habit": "The reed bowed to every duck that passed.", "test": "In November a storm came over the pond.",
    "fall": "The oak did not bend, and broke.", "stand": "The reed lay flat until it was over.", "offer": "Lean on me, if you like.",
    "ending": "There is a bench by the pond now, made of oak, and reeds grow round its feet.",
}  # fmt: skip


def test_proposed_slots_make_a_card(server):
    server.queue(say(OAK))
    proposed = propose_slots("fable", "an oak and a reed", openai.OpenAIText("teller"))
    assert proposed == OAK and fill(card_from({"shape": "fable", **proposed})).draft
    assert "<idea>" in server.asked[0].words("user") and len(server.asked) == 1


def test_what_does_not_pass_is_left_for_the_person(server):
    bad = {
        "boast": "The oak said that it bends for nobody.", "reply": "I move all day long, friend.", "place": "beside a 池塘", "habit": "The reed bowed to every", "test": "Scene 1: a storm.",
        "fall": "The oak stood firm, as it always had. It stood firm until its longest branch was gone.",
        "stand": "The reed bent and bent and bent and bent and bent and bent and bent.", "offer": "Lean on me, if you like.",
        "ending": "Lean on me, if you like.",
    }  # fmt: skip
    server.queue(say({**OAK, **bad}))
    proposed = propose_slots("fable", "an oak and a reed", openai.OpenAIText("teller"))
    assert set(OAK) - set(proposed) == {"boast", "reply", "place", "habit", "test", "fall", "stand", "ending"}


def test_the_best_of_three_proposals_is_taken(server):
    server.queue(say({**OAK, "fall": "It broke", "boast": "树"}), say(OAK), say("no"))
    assert propose_slots("fable", "an oak and a reed", openai.OpenAIText("teller"))["fall"] == OAK["fall"]


def test_proposals_that_are_all_unusable_are_bad_output(server):
    server.queue(say("I would rather not."))
    with pytest.raises(BadOutput) as caught:
        propose_slots("fable", "an oak and a reed", openai.OpenAIText("teller"))
    assert caught.value.words == "I would rather not."


def test_facts_are_never_proposed_and_a_small_model_writes_only_english():
    with pytest.raises(UserError, match="come from you"):
        propose_slots("explainer", "why tea is bitter", GgufText())
    with pytest.raises(UserError, match="only English"):
        propose_slots("fable", "एक मोर और गौरैया", GgufText(), language="hi")
