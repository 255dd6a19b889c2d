"""What a model's words can be rid of without a model, and what is seen to be wrong with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.cards import example_card, fill, shapes
from engine.planning import facts, repair

HINDI = "मोर रोज़ पूँछ फैलाता था। गौरैया चुप रही।"


def test_words_keep_the_signs_of_devanagari_together():
    assert repair.words(HINDI)[:3] == ["मोर", "रोज़", "पूँछ"]


def test_sentences_end_with_their_own_signs():
    assert repair.sentences(HINDI) == ["मोर रोज़ पूँछ फैलाता था।", "गौरैया चुप रही।"]
    assert repair.sentences('Dr. Lee came. "Who?" asked Mia. It was 5.30.') == [
        "Dr. Lee came.",
        '"Who?" asked Mia.',
        "It was 5.30.",
    ]


def test_letters_of_another_language_are_found():
    assert repair.foreign_letters("obscured by 阴影", "en") == "阴影"
    assert repair.foreign_letters("Zoë sat in the café.", "en-GB") == ""
    assert repair.foreign_letters(f"{HINDI} Tata", "hi") == ""
    assert repair.foreign_letters("This is no Hindi at all.", "hi")
    assert repair.foreign_letters("夜の海です。", "ja") == ""


@pytest.mark.parametrize(
    "text",
    [
        "Scene 1: The harbour",
        "**Title:** Fog",
        "Narrator: It rained.",
        "Sure, I'd be happy to write the script!",
        "Here is your story about a bear.",
        "[The camera pans over the hill]",
        "(softly) Come back.",
        "In this film we meet a bear.",
        "# The Bear",
        "- a bear",
        "1. A bear wakes up.",
        "As an AI language model I cannot sleep.",
        "The camera zooms in on the bear.",
    ],
)
def test_what_is_not_narration_is_seen(text):
    assert repair.meta_talk(text)


@pytest.mark.parametrize(
    "text",
    [
        "The scene of the crime was a kitchen.",
        "Sure enough, the boat came back.",
        "Here is the lamp that burned all night.",
        "She took the camera out of its box.",
        "In 1956 the harbour was full.",
        "1956. The harbour was full.",
        "Of course it rained.",
        "Step one. Toast the bread.",
        "Morning. She hangs the lamp on her bicycle.",
        "Their story began in a bakery.",
    ],
)
def test_narration_is_not_taken_for_talk_about_it(text):
    assert repair.meta_talk(text) == ""


def test_every_card_example_passes_the_checks_of_a_line():
    for shape in shapes():
        for language in shape.languages:
            texts = [line.text for line in fill(example_card(shape.id, language)).lines]
            assert repair.loops(texts) == [], shape.id
            for text in texts:
                assert not repair.meta_talk(text) and repair.finished(text), text
                assert not repair.foreign_letters(text, language), text


def test_loops_are_found_and_refrains_are_not():
    assert repair.loops(["The bear ran to the moon. " * 3])
    assert repair.loops(["It went on and on and on and on and on and on."])
    assert repair.loops(["The container became a standard way of transporting goods."] * 3)
    assert not repair.loops(
        ["Not yet, said the moon.", "The bear waited.", "Not yet, said the moon.", "The bear slept."]
    )


def test_a_text_is_tidied_without_touching_its_words():
    assert repair.tidy("NARRATOR: (softly) The **big** light came on. And th") == "The big light came on."
    assert repair.tidy('"Come back tomorrow."') == "Come back tomorrow."
    assert repair.tidy('"Come," she said. "Now."') == '"Come," she said. "Now."'


@given(st.text(alphabet="abc AB.!?\"'*_()", max_size=60))
def test_tidying_twice_changes_nothing_more_and_never_adds_words(text):
    once = repair.tidy(text)
    assert repair.tidy(once) == once or len(repair.tidy(once)) < len(once)
    assert len(repair.words(once)) <= len(repair.words(text))


def test_long_texts_are_split_at_their_sentences_only():
    text = "The rain came. " * 30
    pieces = repair.split_long(text.strip(), 40)
    assert " ".join(pieces) == text.strip() and all(len(repair.words(piece)) <= 40 for piece in pieces)
    assert repair.split_long("word " * 60) == ["word " * 60]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In 1862 it cost 1,956 euros and 2.5 cents.", {1862, 1956, 2.5}),
        ("Ninety-one steps, nineteen fifty-six, three hundred and five.", {91, 1956, 305}),
        ("The last bus leaves at 11:40.", {1140}),
        ("At eleven forty it left.", {1140}),
        ("१९५६ में २ नावें थीं।", {1956, 2}),
        ("Two million, four hundred thousand people.", {2_400_000}),
        ("The twenty-first century.", {21}),
        ("2,50,000 rupees", {250_000}),
    ],
)
def test_numbers_are_read_however_they_are_written(text, values):
    assert set(facts.numbers(text)) == values


def test_a_number_that_was_not_given_is_found():
    source = "At 95 degrees the slow ones arrive after about three minutes."
    assert facts.added_numbers("At ninety-five degrees they come after 3 minutes.", source) == []
    assert facts.added_numbers("At 80 degrees they come after 3 minutes.", source) == ["80"]
    assert facts.added_numbers("One of them is late, the second is not.", source) == []
    assert facts.lost_numbers("After a while they arrive.", source) == ["95"]


def test_a_name_that_was_not_given_is_found():
    source = "The ship Ideal X left Newark in 1956."
    assert facts.added_names("In 1956 the Ideal X left Newark. Malcolm was there.", source) == []
    assert facts.added_names("The man was called Malcolm McLean.", source) == ["Malcolm", "McLean"]
    assert facts.added_names("Some boxes came. They were Newark's own.", source) == []
    assert facts.lost_names("The ship left.", source) == ["Ideal", "X", "Newark"]
