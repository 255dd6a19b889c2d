"""How long lines take to say, against measured narration."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import UserError
from engine.language.spoken import duration_estimate

# Seconds that Kokoro voices took (the mean of three English and of two Hindi ones), silence around the line left out.
NARRATED = [
    ("en", "The last bus to Northgate leaves at 11:40. It has one driver and, on most nights, one passenger.", 6.5),
    (
        "en",
        "Every evening she climbs ninety-one steps, trims the lamp, and writes one line in the log: all quiet.",
        6.0,
    ),
    ("en", "Dry tea leaves hold two kinds of flavour.", 2.2),
    ("en", "In 1999 there were 1,250 people, £5 million and 40% of the boats.", 7.2),
    ("hi", "1947 में 1,20,000 लोग ट्रेन से 11:40 पर आए।", 6.9),
    ("hi", "उस शाम हर घर में चिट्ठी पढ़ी गई। और अगली सुबह, पहली बार, मीरा की साइकिल की घंटी बजी।", 6.7),
]


@pytest.mark.parametrize(("language", "text", "seconds"), NARRATED)
def test_the_length_of_a_line_is_known_before_it_is_spoken(language: str, text: str, seconds: float) -> None:
    assert duration_estimate(text, language) == pytest.approx(seconds, rel=0.25)


def test_twice_the_pace_takes_half_the_time() -> None:
    text = "Marta keeps the lighthouse on Gull Rock."
    assert duration_estimate(text, "en", 2.0) == pytest.approx(duration_estimate(text, "en") / 2)


def test_numbers_take_the_time_of_their_words() -> None:
    assert duration_estimate("In 1999", "en") == duration_estimate("In nineteen ninety-nine", "en")


def test_nothing_to_say_takes_no_time_and_no_pace_is_an_error() -> None:
    assert duration_estimate("😀 —", "en") == 0.0
    with pytest.raises(UserError, match="above 0"):
        duration_estimate("Hello", "en", 0.0)


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=60), language=st.sampled_from(["en", "hi", "de", "ja", "ar", "xx", ""]))
def test_the_time_of_any_text_is_finite_and_grows_with_it(text: str, language: str) -> None:
    once = duration_estimate(text, language)
    assert 0.0 <= once < 600.0
    if once:
        assert duration_estimate(f"{text} {text}", language) > once
