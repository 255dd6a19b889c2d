"""Pictures from a terminal: an opinion on one, one's own words for one, and the models of this machine."""

import pytest

pytestmark = pytest.mark.models

KEY = "keyframe:s01"


def test_look_gives_an_opinion_and_changes_nothing(terminal, film):
    found = terminal("look", film, KEY, "--json").data
    assert found["key"] == KEY and found["by"] == "measures" and found["cost"] == 0.0
    assert {"match", "consistency", "missing", "faults", "suggestion", "measures"} <= set(found)
    told = terminal("look", film, KEY)
    assert told.code == 0 and "sharpness" in told.out
    assert terminal("status", film, "--json").code == 0


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("voice:l01",), 2, "no picture"),
        (("keyframe:s99",), 2, "There is no piece"),
        ((KEY, "--by", "openai:gpt-4.1-mini"), 4, "OPENAI_API_KEY"),
        ((KEY, "--by", "nobody"), 2, "no vision provider"),
    ],
)
def test_look_says_what_it_lacks(terminal, film, words, code, said, monkeypatch):
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    assert said in terminal("look", film, *words, code=code).err


def test_a_picture_is_made_of_ones_own_words(terminal, film):
    assert terminal("regenerate", film, KEY, "--prompt", "a green door").code == 0
    row = next(take for take in terminal("takes", film, KEY, "--json").data["takes"] if take["selected"])
    assert row["content"]["prompt"] == "a green door"
    assert "not made from a prompt" in terminal("regenerate", film, "music", "--prompt", "loud", code=2).err


def test_the_models_of_this_machine_are_told_with_their_licences(terminal):
    rows = {row["id"]: row for row in terminal("models", "list", "--json").data["models"]}
    assert rows["sdxl"]["kind"] == "image" and not rows["sdxl"]["here"] and "RAIL" in rows["sdxl"]["licence"]
    assert "Did you mean 'sdxl'" in terminal("models", "fetch", "sdxxl", "--yes", code=2).err
