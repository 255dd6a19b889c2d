"""The words of the page: all languages have all of them, with the same values put in."""

import json
import string
from pathlib import Path

import pytest

from studio import words
from studio.words import LANGUAGES, Words


def table(language):
    return json.loads((Path(words.__file__).parent / f"{language}.json").read_text(encoding="utf-8"))


def values(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def says_words(text):
    """Whether letters are left when values are out: a row of values is the same in every language."""
    return any(char.isalpha() for char in "".join(part for part, *_ in string.Formatter().parse(text)))


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_a_language_has_all_words_and_puts_the_same_values_in(language):
    english, own = table("en"), table(language)
    lacking = [key for key, text in english.items() if key not in own and not key.endswith(".one") and says_words(text)]
    assert [key for key in lacking if "LUFS" not in english[key]] == []
    both = [key for key in english if key in own and not key.endswith(".one")]
    assert [key for key in both if values(own[key]) != values(english[key])] == []


@pytest.mark.parametrize(
    ("language", "key", "n", "said"),
    [
        ("en", "shots.count", 1, "1 word"), ("en", "shots.count", 2, "2 words"),
        ("hi", "shots.count", 1, "1 शब्द"), ("hi", "shots.count", 2, "2 शब्द"), ("hi", "takes.line", 1, "{who}, {when}"),
    ],
)  # fmt: skip
def test_one_is_said_in_the_language_that_was_chosen(language, key, n, said):
    more = {"who": "{who}", "when": "{when}"} if key == "takes.line" else {}
    assert Words(language)(key, n=n, **more) == said


def test_a_key_that_nobody_wrote_is_shown_as_it_is():
    assert Words("hi")("no.such.key") == "no.such.key" and Words("hi").find("no.such.key") == ""
