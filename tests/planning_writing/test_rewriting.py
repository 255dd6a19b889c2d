"""One line or note at a time: nothing lost, nothing added, else the person's own words."""

import pytest

from engine.errors import BadOutput, UserError
from engine.planning.rewriting import rewrite_line, rewrites, say_notes
from engine.providers.text.gguf import GgufText
from tests.fakes.openai_server import say

LINE = "For many years, ever since the day on which his wife had died, Tomas had wound all 12 of the clocks."


def test_a_line_gets_shorter_and_keeps_its_names_and_numbers(server, writer):
    server.queue(say({"text": "Since his wife died, Tomas wound the 12 clocks."}))
    assert (
        rewrite_line(LINE, "shorter", writer, before="It was late.")
        == "Since his wife died, Tomas wound the 12 clocks."
    )
    assert "at most 15 words" in server.asked[0].words("user") and "<before>" in server.asked[0].words("user")


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        ("Since his wife died, he wound the 12 clocks.", "loses Tomas"),
        ("Since his wife died, Tomas wound the clocks.", "loses 12"),
        ("Since 1950 Tomas wound the 12 clocks.", "adds 1950"),
        (LINE, "same line"),
        ("Sure, here is the line: Tomas wound 12 clocks.", "not spoken"),
        ("Tomas wound 12 clocks and", "not a whole sentence"),
        ("Tomas wound 12 时钟.", "another language"),
        (LINE.replace("For many", "Now, for so many"), "not shorter"),
    ],
)
def test_a_rewrite_that_bends_the_line_is_not_taken(server, writer, answer, fault):
    server.queue(say({"text": answer}))
    with pytest.raises(BadOutput, match=fault) as caught:
        rewrite_line(LINE, "shorter", writer)
    assert caught.value.words and len(server.asked) == 3


def test_the_second_try_may_be_the_right_one(server, writer):
    server.queue(say({"text": "Tomas wound."}), say({"text": "Since his wife died, Tomas wound the 12 clocks."}))
    assert rewrite_line(LINE, "shorter", writer).startswith("Since")
    assert server.asked[0].body["seed"] != server.asked[1].body["seed"]


def test_a_wish_in_words_may_change_what_it_names(server, writer):
    server.queue(say({"text": "For many years Anna had wound all 12 of the clocks."}))
    assert "Anna" in rewrite_line(LINE, "call him Anna instead", writer)


def test_a_wish_that_is_an_essay_is_not_sent(server, writer):
    with pytest.raises(UserError, match="200 characters"):
        rewrite_line(LINE, "please " * 60, writer)


def test_the_small_local_model_only_shortens_and_only_english():
    small = GgufText("writer-qwen-1.5b")
    assert rewrites(small) == ("shorter",)
    with pytest.raises(UserError, match="only shorten"):
        rewrite_line(LINE, "warmer", small)
    with pytest.raises(UserError, match="only English"):
        rewrite_line("मोर चुप था।", "shorter", small, language="hi")


def test_a_note_is_said_by_the_model_when_it_keeps_what_it_says(server, writer):
    server.queue(say({"text": "A small sparrow asks the peacock for one low branch."}))
    said = say_notes(["The sparrow asks the peacock for a branch"], writer)
    assert said[0].by_model and said[0].text.startswith("A small sparrow")


@pytest.mark.parametrize(
    "answer",
    [
        "The sparrow asks the peacock for 40 branches.",
        "At night the sparrow asks the peacock for a branch.",
        "A girl comes in with a red umbrella for the peacock.",
        "Note 1: the sparrow asks for a branch.",
        "The sparrow asks Malcolm for a branch on the tree.",
    ],
)
def test_a_note_that_came_back_bent_is_spoken_as_it_stands(server, writer, answer):
    server.queue(say({"text": answer}))
    said = say_notes(["the sparrow asks the peacock for a branch"], writer)
    assert not said[0].by_model and said[0].text == "The sparrow asks the peacock for a branch."
