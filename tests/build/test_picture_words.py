"""What a picture model is told of a shot, and that it can be seen, changed and undone; and what is thought of a picture that is there."""

import json
from dataclasses import replace

import pytest
from PIL import Image, ImageFilter

from engine import guidance
from engine.errors import BadOutput, MissingDependency, UserError
from engine.project import open_project
from engine.prompting import built, known, rough_tokens, worded
from engine.providers.contract import ImageRequest, silent
from engine.providers.registry import PROVIDERS
from tests.build.films import drain
from tests.build.makers import Signs
from tests.fakes.openai_server import OpenAIServer, say

KEY = "keyframe:s01"
REQUEST = ImageRequest(
    "Mara climbs the stairs.",
    640,
    360,
    shot={"framing": "wide", "mood": "tense"},
    entries={"mara": {"kind": "character", "name": "Mara", "look": "an old woman in a red coat."}},
    style={"look": "paper", "palette": "ember"},
    negative="dogs",
)


class Brush(Signs):
    """A painter that wants to be told as SDXL does."""

    name = "brush"
    family = "sdxl"

    def draw(self, request, scratch, progress=silent):
        return replace(super().draw(request, scratch, progress), shows=("stairs",), missing=("Mara", "lamp"))


@pytest.fixture
def brush(monkeypatch):
    monkeypatch.setitem(PROVIDERS["image"], "brush", f"{__name__}:Brush")


# ---- words


def test_a_prompt_has_the_shot_its_people_and_the_look_the_weightiest_first():
    made = built("sdxl", REQUEST)
    assert made.prompt.startswith("wide shot, Mara climbs the stairs, Mara: an old woman in a red coat, paper cut")
    assert "tense mood" in made.prompt and made.left_out == ()
    assert made.negative.startswith("text, letters") and made.negative.endswith("dogs")


def test_a_model_that_reads_sentences_is_told_sentences():
    made = built("flux", REQUEST).prompt
    assert made.startswith(
        "Mara climbs the stairs. It is a wide shot. Mara: an old woman in a red coat. Everything is cut"
    )


def test_what_has_no_room_is_left_out_by_its_weight_and_said():
    long = ImageRequest("word " * 110, 64, 64, shot=REQUEST.shot, style=REQUEST.style, entries=REQUEST.entries)
    made = built("sdxl", long, words=("inkwash",))
    assert made.left_out == ("quality", "palette") and rough_tokens(made.prompt) <= 150
    assert made.prompt.startswith("inkwash, wide shot, word word")
    endless = built("sdxl", ImageRequest("word " * 400, 64, 64)).prompt
    assert rough_tokens(endless) <= 150 and endless.startswith("word word")


def test_the_makers_own_count_of_tokens_decides():
    letters = built("sdxl", REQUEST, count=len)
    assert len(letters.prompt) <= 150 and "paper cut" in letters.prompt and "quality" in letters.left_out


def test_a_maker_without_a_family_is_told_the_shots_own_words():
    assert worded(Signs(), REQUEST) is REQUEST and not known("signs") and not known("../cards")


def test_a_template_that_is_damaged_names_its_file(tmp_path, monkeypatch):
    (tmp_path / "keyframe").mkdir()
    (tmp_path / "keyframe" / "sdxl.yaml").write_text("parts: [picture, smell]")
    monkeypatch.setattr("engine.prompting.FOLDER", tmp_path)
    with pytest.raises(UserError, match=r"sdxl\.yaml cannot be used"):
        built("sdxl", REQUEST)


def test_the_prompt_is_kept_with_the_picture_and_can_be_ones_own(lamp, brush):
    with open_project(lamp) as film:
        drain(film.regenerate(KEY, provider="brush"))
        made = film.view().content(_at(KEY))
        assert "paper cut illustration" in made.prompt and made.prompt != _shot(film).picture
        assert film.status(KEY).freshness == "fresh"
        built_ones = made.prompt
        drain(film.regenerate(KEY, prompt="a red door, nothing else"))
        assert film.view().content(_at(KEY)).prompt == "a red door, nothing else"
        assert film.status(KEY).freshness == "fresh"
        film.select(KEY, film.takes(KEY)[-2].number)
        assert film.status(KEY).freshness == "fresh" and film.view().content(_at(KEY)).prompt == built_ones
        drain(film.regenerate(KEY, prompt=""))
        assert film.view().content(_at(KEY)).prompt == built_ones
        with pytest.raises(UserError, match="not made from a prompt"):
            drain(film.regenerate("voice:l01", prompt="loud"))


def _at(key):
    from engine.types import Key

    return Key.parse(key)


def _shot(film):
    return film.view().content(_at("shotlist:s01"))


# ---- opinions


def test_without_eyes_an_opinion_is_what_was_shown_and_what_can_be_measured(lamp):
    with open_project(lamp, write=False) as film:
        found = guidance.opinion(film, KEY)
    assert found.by == "measures" and found.cost == 0.0
    assert set(found.measures) == {"sharpness", "lightness", "contrast", "colour_distance"}
    assert 0 <= found.consistency <= 1 and guidance.told(found).startswith(f"{KEY}, by measures")


def test_a_picture_that_is_blurred_dark_or_of_other_colours_is_said_to_be(lamp, tmp_path):
    with open_project(lamp) as film:
        own = Image.new("RGB", (640, 360), (10, 40, 10))
        own.paste((250, 200, 250), (80, 80, 400, 300))
        own.save(tmp_path / "sharp.png")
        film.edit(KEY, file=tmp_path / "sharp.png")
        assert guidance.opinion(film, KEY).faults == ("its colours are unlike those of the film's other pictures",)
        own.filter(ImageFilter.GaussianBlur(24)).save(tmp_path / "soft.png")
        film.edit(KEY, file=tmp_path / "soft.png")
        assert "it is blurred" in guidance.opinion(film, KEY).faults
        own.point(lambda value: value // 16).save(tmp_path / "dim.png")
        film.edit(KEY, file=tmp_path / "dim.png")
        assert "it is very dark" in guidance.opinion(film, KEY).faults


def test_what_the_maker_did_not_show_becomes_better_words(lamp, brush):
    with open_project(lamp) as film:
        drain(film.regenerate(KEY, provider="brush"))
        found = guidance.opinion(film, KEY)
    assert found.match == pytest.approx(1 / 3) and found.suggestion.endswith("Clearly to be seen: Mara, lamp.")


SIGHT = {
    "match": 7,
    "consistency": 4,
    "missing": ["the wick"],
    "faults": ["six fingers"],
    "suggestion": "Mara lights a wick.",
}


@pytest.fixture
def eyes(monkeypatch):
    """A service that looks, with what it will say."""
    servers = []

    def start(*replies):
        server = OpenAIServer(*replies)
        server.__enter__()
        servers.append(server)
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("OPENAI_API_KEY", "sk-tests")
        return server

    yield start
    for server in servers:
        server.__exit__(None, None, None)


def test_eyes_judge_the_picture_beside_others_of_its_film_once(lamp, eyes):
    with open_project(lamp) as film, eyes(say(SIGHT)) as server:
        found = guidance.opinion(film, KEY, "openai:gpt-4.1-mini")
        assert (found.match, found.consistency, found.missing) == (0.7, 0.4, ("the wick",))
        assert (
            found.faults[0] == "six fingers"
            and found.suggestion == "Mara lights a wick."
            and found.by.startswith("openai")
        )
        again = guidance.opinion(film, KEY, "openai:gpt-4.1-mini")
        assert again.suggestion == found.suggestion and len(server.asked) == 1
        asked = server.asked[0].words("user")
        assert (_shot(film).picture in asked and "<characters>" in asked) or "<picture>" in asked
        film.set("vision", "openai:gpt-4.1-mini")
        assert guidance.opinion(film, KEY).by == "openai:gpt-4.1-mini"


def test_an_opinion_that_is_none_is_bad_output(lamp, eyes):
    with open_project(lamp) as film, eyes(say({"verdict": "nice"})), pytest.raises(BadOutput):
        guidance.opinion(film, KEY, "openai:gpt-4.1-mini")


def test_an_opinion_needs_a_picture_and_a_maker_that_is_there(lamp):
    with open_project(lamp, write=False) as film:
        with pytest.raises(UserError, match="no picture"):
            guidance.opinion(film, "voice:l01")
        with pytest.raises((UserError, MissingDependency)):
            guidance.opinion(film, KEY, "nobody")
        assert json.loads(json.dumps(guidance.as_data(guidance.opinion(film, KEY))))["key"] == KEY
