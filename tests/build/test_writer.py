"""A script by a model: changes of the prompt file, of the model and of the idea; a paid answer is never asked for twice."""

import shutil

import pytest

from engine import prompts
from engine.artifacts import Brief
from engine.project import create_project
from tests.build.films import SIZE, drain, edit, run, settings
from tests.fakes.openai_server import OpenAIServer, say

pytestmark = pytest.mark.models


def told(*lines):
    """A script as a model answers it."""
    spoken = [{"speaker": "narrator", "text": text, "emotion": "plain", "pause": "normal"} for text in lines]
    return say({"title": "The Lamp", "scenes": [{"title": "The tower", "lines": spoken}]})


FIRST = told(
    "For nine years the old lamp in the tower stayed dark, and no boat dared to come home at night.",
    "Then Mara climbed the stairs with a match, lit the wick, and saw a small sail turn.",
)
SECOND = told(
    "For nine years the old lamp in the tower stayed dark, and no boat dared to come home at night.",
    "Then Mara climbed the stairs with a match, lit the wick, and saw a white sail turn.",
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A copy of the prompts, in use."""
    shutil.copytree(prompts.FOLDER, tmp_path / "prompts")
    monkeypatch.setattr(prompts, "FOLDER", tmp_path / "prompts")
    return tmp_path / "prompts"


@pytest.fixture
def server(monkeypatch):
    with OpenAIServer(FIRST, SECOND) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        yield server


@pytest.fixture
def film(server, folder, tmp_path):
    """An idea whose script was written."""
    brief = Brief(text="A keeper lights a lamp again.", mode="idea", sizes=(SIZE,), target_seconds=15)
    with create_project(tmp_path / "film", brief, {"music": "none", "text": "openai:teller"}) as film:
        outcome = run(film, target="script")
        assert not outcome["failed"], outcome
        assert len(server.asked) == 1
        yield film


def script(film):
    return {key: status for key, status in ((str(k), s) for k, s in film.board().items()) if key.startswith("script")}


def reword(folder, name):
    file = folder / f"{name}.md"
    file.write_text(file.read_text() + "\nMention the weather.\n")


def test_a_changed_prompt_file_makes_the_script_stale_and_nothing_else(film, folder):
    before = {str(key): status.freshness for key, status in film.board().items() if key.stage != "script"}
    reword(folder, "script/write_story")
    assert {status.freshness for status in script(film).values()} == {"stale"}
    assert script(film)["script:l01"].causes == ("its prompt template changed",)
    after = {str(key): status.freshness for key, status in film.board().items() if key.stage != "script"}
    assert {key for key in after if after[key] != before[key]} <= {
        key for key in after if after[key] in ("unsettled", "missing")
    }


def test_a_prompt_file_of_another_stage_leaves_the_script_alone(film, folder):
    reword(folder, "shotlist/pictures")
    assert {status.freshness for status in script(film).values()} == {"fresh"}


def test_after_a_changed_prompt_the_writer_is_asked_once_and_the_old_prompt_brings_the_old_script_back(
    film, folder, server
):
    text = (folder / "script/write_story.md").read_text()
    reword(folder, "script/write_story")
    assert run(film, target="script")["made"] == ["script:l02"], "the line and the order that came out alike stay"
    assert len(server.asked) == 2
    assert "Mention the weather." in server.asked[-1].words("user") + server.asked[-1].words("system")
    (folder / "script/write_story.md").write_text(text)
    outcome = run(film, target="script")
    assert (outcome["made"], len(server.asked)) == ([], 2)
    assert film.status("script:l02").take == 1


def test_another_model_is_another_maker(film, server):
    settings(text="openai:other")(film)
    assert script(film)["script:l01"].causes == ("the maker changed: openai:teller -> openai:other",)
    run(film, target="script")
    assert server.asked[-1].body["model"] == "other"
    assert film.takes("script:l02")[-1].maker == "openai:other"


def test_an_idea_that_is_changed_and_changed_back_is_not_paid_for_again(film, server):
    edit("brief", "tone", "solemn")(film)
    run(film, target="script")
    assert len(server.asked) == 2
    film.undo()
    outcome = run(film, target="script")
    assert (outcome["made"], len(server.asked)) == ([], 2)
    film.redo()
    outcome = run(film, target="script")
    assert (outcome["made"], len(server.asked)) == ([], 2)


def test_a_script_is_written_again_only_when_asked_for_with_another_seed(film, server):
    assert run(film, target="script")["made"] == []
    assert len(server.asked) == 1
    drain(film.regenerate("script:l02"))
    assert len(server.asked) == 2
    assert film.status("script:l02").take == 2
