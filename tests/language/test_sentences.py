"""Sentences are verbatim slices, cut where a reader would breathe."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.language.nlp import parse
from engine.language.sentences import boundaries, clauses, is_sentence_end, sentences


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ['"I am seven," says the note.', '"My father fishes out past your rock.', 'Please keep the big light on until he is home."']),
        ("en", ["Dr. Smith came at 5 p.m. on Monday.", "He paid $3.50, e.g. for tea... and left."]),
        ("en", ["He lives in the U.S. and writes.", "She lives in the U.S.", "They met there."]),
        ("en", ["J. R. Smith read No. 5 of vol. 3 aloud.", "He said no.", "She went."]),
        ("en", ['"Why?" she asked.', '"Stop!" Tom cried.', "“Come here.”", "She came."]),
        ("en", ["Wait...", "What?!", "Nobody… answered."]),
        ("en", ["1. Boil the water.", "2. Add tea."]),
        ("en", ["no capitals here.", "all small.", "yes?"]),
        ("hi", ["एक गाँव था।", "डॉ. शर्मा 3.5 मीटर चले।", "क्या हुआ?", '"आओ!" माँ ने कहा।']),
        ("zh", ["他来了。", "「你好！」", "她说。", "好吗？"]),
        ("ja", ["「行こう。」と彼は言った。", "雨が降る。"]),
        ("ar", ["هل أنت هنا؟", "نعم."]),
    ],
)  # fmt: skip
def test_sentences_end_where_they_end(language, expected):
    assert sentences(" ".join(expected), language) == tuple(expected)


def test_a_paragraph_ends_a_sentence():
    assert sentences("No stop here\n\nA new one", "en") == ("No stop here", "A new one")


def test_a_long_sentence_bends_at_clauses():
    text = "Every evening she climbs ninety-one steps, trims the lamp, and writes one line in the log: all quiet."
    found = {boundary.index: boundary.strength for boundary in boundaries(text, "en")}
    assert found == {6: 1, 9: 2, 16: 3}
    assert clauses(text, "en") == tuple(sorted(found))
    assert clauses("डाकिया नदी के पार खड़ा था, और उसके थैले में चिट्ठियाँ थीं।", "hi") == (6,)


def test_closing_quotes_do_not_hide_a_sentence_end():
    assert is_sentence_end('He said "no."')
    assert not is_sentence_end("The Last Bus")


@given(st.text(max_size=200), st.sampled_from(["en", "hi", "zh", "de"]))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_sentences_put_together_are_the_text(text, language):
    assert "".join("".join(sentences(text, language)).split()) == "".join(text.split())


@pytest.mark.models
def test_english_is_taken_apart_with_words_counted_by_spaces():
    taken = parse("She climbs ninety-one steps.", "en")
    assert taken.trees
    assert [token.lemma for token in taken.tokens if token.kind == "VERB"] == ["climb"]
    assert [taken.phrase_text(phrase) for phrase in taken.phrases] == ["She", "ninety-one steps"]
    assert taken.word_of == (0, 1, 2, 2, 2, 3, 3)


@pytest.mark.models
def test_a_command_is_known_for_a_verb():
    assert parse("Boil the lentils for 20 minutes.", "en").tokens[0].kind == "VERB"


def test_hindi_is_taken_apart_by_lists():
    taken = parse("मीरा की साइकिल की घंटी बजी।", "hi")
    assert [taken.phrase_text(phrase) for phrase in taken.phrases] == ["मीरा की साइकिल की घंटी"]
    assert not taken.trees
