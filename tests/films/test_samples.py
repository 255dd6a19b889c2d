"""The four sample texts become films that are as long as their words, say and show every one of them, and sound right."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from engine.artifacts import Brief
from engine.film import probe
from engine.language.text import read_text
from engine.planning.script import detect_mode, same_words, spoken_words
from engine.project import Project, create_project, open_project
from engine.providers.transcript.align import word_errors
from engine.types import Key
from tests.films import hearing

pytestmark = pytest.mark.models
SAMPLES = Path(__file__).parents[2] / "samples"
LANGUAGES = {"paper_boat": "en", "tea_explainer": "en", "script_two_voices": "en", "hindi_story": "hi"}
ENGLISH = [name for name, language in LANGUAGES.items() if language == "en"]


@pytest.fixture(scope="module")
def films(tmp_path_factory):
    """A film of each sample, made when first asked for."""
    folder, made = tmp_path_factory.mktemp("films"), {}

    def film(name: str) -> Project:
        if name not in made:
            text = read_text((SAMPLES / f"{name}.txt").read_bytes())
            mode = detect_mode(text, LANGUAGES[name])
            size = "360x640" if name == "hindi_story" else "640x360"
            brief = Brief(text=text, mode=mode, language=LANGUAGES[name], sizes=(size,))
            with create_project(folder / name, brief) as project:
                project.set("image", "typographic")  # words and sound do not depend on what is drawn
                found = hearing.outcome(project.make(approve="all"))
                assert not found["failed"] and not found["blocked"]
            made[name] = folder / name
        return open_project(made[name], write=False)

    return film


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_film_is_as_long_as_its_voices_and_pauses(films, name):
    project = films(name)
    path, _, cut = project.film()
    found = probe(path)
    assert found.duration == pytest.approx(hearing.promised_seconds(project), abs=0.1)
    assert found.frames == cut["frames"] and found.has_audio
    assert found.title


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_film_is_as_loud_as_promised(films, name):
    loud, peak = hearing.loudness(films(name).film()[0])
    assert loud == pytest.approx(-14.0, abs=1.0)
    assert peak <= -1.0


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_word_of_the_text_is_shown_once_and_in_order(films, name):
    project = films(name)
    brief = project.view().content(Key("brief"))
    assert same_words(" ".join(hearing.cue_words(project)), spoken_words(brief))


@pytest.mark.parametrize("name", ENGLISH)
def test_every_sentence_is_heard_in_order(films, name, tmp_path):
    project = films(name)
    heard = hearing.heard(project.film()[0], "en", tmp_path)
    assert word_errors(hearing.spoken(project), heard, "en") < 0.08


@pytest.mark.parametrize("name", ENGLISH)
def test_words_are_shown_when_they_are_heard(films, name, tmp_path):
    assert hearing.median(hearing.time_errors(films(name), tmp_path)) <= 0.08


def test_numbers_and_units_are_said_as_words(films):
    said = hearing.spoken(films("tea_explainer")).lower()
    assert "ninety five degrees" in said.replace("-", " ")


def test_three_speakers_have_three_voices(films):
    view = films("script_two_voices").view()
    voices = {
        view.content(Key("script", unit)).speaker: view.content(Key("voice", unit)).voice
        for unit in view.units("voice")
    }
    assert set(voices) == {"narrator", "driver", "passenger"}
    assert len(set(voices.values())) == 3


def test_a_hindi_story_has_a_hindi_voice(films):
    view = films("hindi_story").view()
    assert {view.content(Key("voice", unit)).voice[0] for unit in view.units("voice")} == {"h"}


def test_the_same_input_makes_nothing_again_and_a_copy_elsewhere_is_whole(films, tmp_path):
    source = films("script_two_voices").folder
    copy = Path(shutil.copytree(source, tmp_path / "elsewhere"))
    with open_project(copy) as project:
        found = hearing.outcome(project.make(approve="all"))
        assert found["made"] == [] and found["blocked"] == {}
        assert project.verify() == []
