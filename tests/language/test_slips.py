"""Slips of the English parse are mended, and only where they are sure."""

from __future__ import annotations

import pytest

from engine.language.nlp import parse

pytestmark = pytest.mark.models


def told(text: str) -> dict[str, tuple[str, str, str]]:
    """Word -> kind, role, head word."""
    taken = parse(text, "en")
    return {token.text: (token.kind, token.role, taken.tokens[token.head].text) for token in taken.tokens}


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("A parrot sits on its head and laughs.", "laughs", ("VERB", "conj", "sits")),
        ("One battery lasts 80 kilometres and charges in three hours.", "charges", ("VERB", "conj", "lasts")),
        ("Gas bubbles push the magma upwards, like a shaken bottle of soda.", "bubbles", ("NOUN", "nsubj", "push")),
        ("He carries her home to his wife.", "her", ("PRON", "dobj", "carries")),
        ("They call her Kaguya.", "her", ("PRON", "dobj", "call")),
        ("One night they saw the glass tubes glow blue in the dark.", "glass", ("NOUN", "compound", "tubes")),
        ("The sky god kept them in a golden box.", "kept", ("VERB", "ROOT", "kept")),
        ("Eleanor walks up the path with a lantern.", "Eleanor", ("PROPN", "nsubj", "walks")),
        ("Mara waves to a fisherman at the harbour.", "Mara", ("PROPN", "nsubj", "waves")),
        ("Sam waves to Mara.", "waves", ("VERB", "ROOT", "waves")),
        ("Leo dances on the table.", "dances", ("VERB", "ROOT", "dances")),
        ("Ella whistles.", "whistles", ("VERB", "ROOT", "whistles")),
        ("Ash rises ten kilometres into the sky.", "Ash", ("NOUN", "nsubj", "rises")),
        ("A ship sinks in the storm.", "sinks", ("VERB", "ROOT", "sinks")),
        ("A clown juggles balls.", "balls", ("NOUN", "dobj", "juggles")),
        ("A yellow bird sings.", "yellow", ("ADJ", "amod", "bird")),
        ("A rabbit jumps.", "rabbit", ("NOUN", "nsubj", "jumps")),
        ("A nurse gives a boy medicine.", "boy", ("NOUN", "dative", "gives")),
        ("Farmers plant wheat in spring and harvest it in summer.", "Farmers", ("NOUN", "nsubj", "plant")),
        ("The smell of fresh coffee drifts into the street.", "smell", ("NOUN", "nsubj", "drifts")),
        ("A boy in a boat with red sails waves.", "boy", ("NOUN", "nsubj", "waves")),
        ("As a boy Leonardo drew birds in the hills.", "Leonardo", ("PROPN", "nsubj", "drew")),
        ("As a girl she swam in the lake.", "girl", ("NOUN", "pobj", "As")),
        ("Her grandson Tim visits her in the summer.", "Tim", ("PROPN", "appos", "grandson")),
        ("My friend Anna sings.", "sings", ("VERB", "ROOT", "sings")),
        ("On the Moon Neil Armstrong climbs down a ladder.", "Armstrong", ("PROPN", "nsubj", "climbs")),
    ],
)
def test_a_slip_is_mended(text, word, expected):
    assert told(text)[word] == expected


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Marta buys bread and candles.", "candles", "NOUN"),
        ("Rose walks home.", "Rose", "PROPN"),
        ("Ocean waves at night.", "waves", "NOUN"),
        ("Three big waves.", "waves", "NOUN"),
        ("She opens her house at noon.", "her", "PRON"),
        ("A few old boys.", "boys", "NOUN"),
        ("A thousand paper boats.", "boats", "NOUN"),
        ("A cook serves fish soup.", "fish", "NOUN"),
        ("The girl eats nuts and drinks.", "nuts", "NOUN"),
    ],
)
def test_what_is_no_slip_stays(text, word, kind):
    assert told(text)[word][0] == kind


def test_phrases_follow_the_mended_words():
    taken = parse("One night they saw the glass tubes glow blue in the dark.", "en")
    assert "the glass tubes" in {taken.phrase_text(phrase) for phrase in taken.phrases}


def test_the_land_of_a_king_is_nobody():
    taken = parse("He crossed the Alps to meet the King of France.", "en")
    assert {token.text: token.entity for token in taken.tokens}["France"] == "GPE"
