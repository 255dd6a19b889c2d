"""Reading what was pasted: clean text, or one sentence that says what to do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import UserError
from engine.language.text import count_words, read_text

STORY = "Marta keeps the lighthouse on Gull Rock. Every evening she climbs ninety-one steps."


def refusal(data: bytes | str, **options: int) -> str:
    with pytest.raises(UserError) as caught:
        read_text(data, "the story", **options)
    message = str(caught.value)
    assert message.startswith("The story ")
    assert "\n" not in message
    assert message.endswith((".", "!"))
    return message


@pytest.mark.parametrize("data", ["", "   \n\t ", b"", "... --- !!", "\u200b\ufeff"])
def test_an_empty_text_is_refused(data):
    assert "empty" in refusal(data)


def test_a_text_of_nine_words_is_too_short_for_a_story_but_not_for_a_card():
    nine = "one two three four five six seven eight nine."
    assert "9 words" in refusal(nine)
    assert read_text(nine, minimum_words=3) == nine


def test_too_many_characters_or_bytes_are_refused():
    assert "100,000" in refusal("Ten words are here. " * 5100)
    assert "500 KB" in refusal(("नमस्ते दुनिया। " * 20000).encode())


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "PNG"),
        (b"PK\x03\x04" + bytes(40), "Word"),
        (b"%PDF-1.7 and more", "PDF"),
        (b"\xff\xd8\xff\xe0 more", "JPEG"),
    ],
)
def test_files_that_are_no_text_are_named(data, kind):
    assert kind in refusal(data)


def test_many_control_characters_are_no_text_and_few_are_dropped():
    assert "plain text" in refusal("\x01\x02\x03\x04\x05\x06\x07 some words")
    assert read_text(STORY + "\x07") == STORY


def test_broken_utf8_says_where():
    message = refusal(b"Line one is fine.\nLine two is \xe9 broken here for ten words.")
    assert "byte 31" in message
    assert "line 2" in message


def test_byte_order_marks_are_read():
    assert read_text(b"\xef\xbb\xbf" + STORY.encode()) == STORY
    assert read_text(STORY.encode("utf-16")) == STORY
    assert read_text(b"\xfe\xff" + STORY.encode("utf-16-be")) == STORY


def test_nul_bytes_and_half_characters_are_refused_with_their_place():
    assert "NUL" in refusal(STORY.encode() + b"\x00")
    assert "line 1, character 4" in refusal("abc\x00 " + STORY)
    assert "half a character" in refusal("abc \ud800 " + STORY)


@pytest.mark.parametrize("code", ["\u202a", "\u202e", "\u2066", "\u2069"])
def test_hidden_direction_marks_are_refused_with_their_place(code):
    assert f"U+{ord(code):04X}" in (message := refusal(f"A line.\nAnother {code} line. {STORY}"))
    assert "line 2, character 9" in message


def test_ordinary_right_to_left_text_is_fine():
    text = "كانت هناك فتاة صغيرة تعيش في قرية بعيدة. وكان لديها دراجة قديمة جدا."
    assert read_text(text) == text


def test_a_run_without_a_full_stop_is_refused():
    message = refusal("First. " + "word " * 10000)
    assert "10,000 words without a full stop" in message
    assert "punctuation" in message
    assert read_text("\n\n".join(["no stop in this verse " * 20] * 30))


def test_white_space_is_made_plain_and_words_stay():
    text = read_text(
        "One\u00a0two\tthree\r\nfour \u2009 five\u200b six\u00ad.\r\r\r\rSeven “eight” ’nine’… ten e\u0301leven"
    )
    assert text == "One two three\nfour five six.\n\nSeven “eight” ’nine’… ten éleven"


def test_joiners_inside_words_stay():
    assert "क्\u200dष" in read_text("यह क्\u200dष एक शब्द है और यह एक वाक्य भी है अब।")


def test_words_without_spaces_are_counted():
    assert count_words("他来了。你好吗") == 3
    assert count_words("one two — three") == 3


@given(st.text(max_size=300) | st.binary(max_size=300))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_anything_is_either_read_or_refused_in_a_sentence(data):
    try:
        text = read_text(data, minimum_words=1)
    except UserError as error:
        assert str(error).endswith((".", "!"))
    else:
        assert read_text(text, minimum_words=1) == text
