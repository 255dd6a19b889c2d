"""A film from an idea, by a writer behind the OpenAI protocol, and from a story card: whole films, every sentence spoken."""

from __future__ import annotations

import pytest

from engine.project import open_project
from engine.providers.transcript.align import word_errors
from engine.types import Key
from tests.cli.terminal import TINY, UNTITLED, Terminal, chosen
from tests.fakes.openai_server import OpenAIServer, Reply, say, status
from tests.films import hearing

pytestmark = pytest.mark.models
KEY = "sk-test-8c1f7e2b9a"
IDEA = "A station clock that is late for a reason, and Oskar who looks after it"
LINES = (
    ("narrator", "In the station of Brannock Halt there is a clock that is always four minutes late."),
    ("Traveller", "Your clock is slow."),
    ("Oskar", "It is not slow. It is waiting."),
    (
        "narrator",
        "One night of snow, a girl ran for the last train, and Oskar held the hand of the clock with his thumb.",
    ),
)
STORY = {
    "title": "The Clock That Waited",
    "scenes": [
        {
            "title": "The station",
            "lines": [{"speaker": who, "text": text, "emotion": "plain", "pause": "normal"} for who, text in LINES],
        }
    ],
}
WISHES = (
    "--mode",
    "idea",
    "--set",
    "text=openai:gpt-4o-mini",
    "--set",
    "target_seconds=20",
    "--approve",
    "all",
    "--json",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("idea")


@pytest.fixture(scope="module")
def idea(folder):
    """The idea, as a file."""
    path = folder / "idea.txt"
    path.write_text(IDEA)
    return path


@pytest.fixture
def asked(tmp_path):
    """A terminal whose writer is a server with these replies; what the server was asked is in `server.asked`."""
    servers = []

    def with_replies(*replies):
        server = OpenAIServer(*replies).__enter__()
        servers.append(server)
        return Terminal(tmp_path, OPENAI_BASE_URL=server.url, OPENAI_API_KEY=KEY), server

    yield with_replies
    for server in servers:
        server.__exit__()


@pytest.fixture(scope="module")
def written(folder, idea):
    """The film of the idea: its folder, what the command answered and what the server was asked."""
    (folder / "home").mkdir()
    with OpenAIServer(say(STORY)) as server:
        terminal = Terminal(folder / "home", OPENAI_BASE_URL=server.url, OPENAI_API_KEY=KEY)
        answer = terminal("make", idea, "--project", folder / "film", *UNTITLED, *WISHES, "--out", folder / "clock.mp4")
    return folder, answer, server.asked


def voices(film):
    """Who says what with which voice."""
    view = film.view()
    lines = [(view.content(Key("script", unit)), view.content(Key("voice", unit))) for unit in view.units("voice")]
    return [(line.speaker, line.text, voice.voice) for line, voice in lines]


def test_an_idea_becomes_a_film_in_which_every_sentence_is_spoken(written, tmp_path):
    folder, answer, asked = written
    assert answer.data["film"] == str(folder / "clock.mp4") and answer.err == "" and len(asked) == 1
    with open_project(folder / "film", write=False) as film:
        heard = hearing.heard(folder / "clock.mp4", "en", tmp_path)
        assert word_errors(" ".join(text for _, text in LINES), heard, "en") < 0.08
        assert word_errors(hearing.spoken(film), heard, "en") < 0.08
        assert film.verify() == [] and film.view().content(Key("script", "order")).title == "The Clock That Waited"


def test_whom_the_idea_names_speaks_and_the_narrator_reads_the_words_of_others(written):
    with open_project(written[0] / "film", write=False) as film:
        said = voices(film)
    assert [who for who, _, _ in said] == ["narrator", "narrator", "oskar", "narrator"]
    assert said[1][1] == "“Your clock is slow.”" and said[2][1] == "It is not slow. It is waiting."
    assert said[0][2] == said[1][2] != said[2][2]


def test_the_key_is_kept_nowhere(written):
    folder, answer, asked = written
    assert asked[0].headers["authorization"] == f"Bearer {KEY}"
    files = [path for path in folder.rglob("*") if path.is_file() and "packs" not in path.parts]
    assert len(files) > 20 and not [path for path in files if KEY.encode() in path.read_bytes()]
    assert KEY not in answer.out + answer.err


def test_the_same_idea_asks_nobody_again(written, idea):
    folder = written[0]
    terminal = Terminal(folder / "home", OPENAI_BASE_URL="http://127.0.0.1:9/v1", OPENAI_API_KEY=KEY)
    again = terminal("make", idea, "--project", folder / "film", *UNTITLED, *WISHES).data
    assert again["made"] == again["blocked"] == []


ANSWERS = {
    "a key that it does not know": (
        status(401, f"Incorrect API key provided: {KEY}"),
        "does not accept the key in OPENAI_API_KEY",
    ),
    "a fault of its own": (status(500, f"boom {KEY}"), "failed (500); try again"),
    "no permission": (status(403), "may not use gpt-4o-mini"),
    "no such model": (status(404), "has no model 'gpt-4o-mini'; it has teller"),
    "no credit": (status(429, kind="insufficient_quota"), "has no credit left"),
    "a refusal": (Reply(refusal="I would rather not."), "declined to write this; change the text"),
    "a page of HTML": (Reply(raw=b"<html>Welcome</html>", media="text/html"), "did not answer in the OpenAI protocol"),
    "words that are no script": (say("Once upon a time."), "Try another seed or another model"),
    "another form": (say({"story": "Once upon a time."}), "Try another seed or another model"),
    "nothing": (say(""), ""),
    "a connection that breaks": (Reply(text="x" * 400, cut=True), "broke off; try again"),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_a_writer_that_answers_with(asked, idea, tmp_path, name):
    reply, says = ANSWERS[name]
    terminal, server = asked(reply)
    answer = terminal.here("make", idea, "--project", tmp_path / "film", *TINY, *WISHES, "--until", "script", code=4)
    sentence, *more = answer.err.splitlines()
    assert says in sentence and sentence.startswith("script:order: ") and len(more) <= 1 and server.asked
    assert all(line.startswith("It answered: ") for line in more) and "Traceback" not in answer.err
    assert answer.data["failed"].keys() == {"script:order"}
    assert KEY not in answer.out + answer.err + terminal.here("status", tmp_path / "film", "--json").out
    assert not [path for path in tmp_path.rglob("film*/*") if path.is_file() and KEY.encode() in path.read_bytes()]
    assert terminal.here("verify", tmp_path / "film", "--json").data == {"faults": []}


def test_a_writer_that_is_not_there_is_said_so_and_the_next_run_goes_on(asked, idea, tmp_path):
    lost = Terminal(tmp_path, OPENAI_BASE_URL="http://127.0.0.1:9/v1", OPENAI_API_KEY=KEY)
    words = ("make", idea, "--project", tmp_path / "film", *TINY, *WISHES, "--until", "script")
    assert "cannot be reached" in lost.here(*words, code=4).err
    terminal, _ = asked(say(STORY))
    assert "script:order" in terminal.here(*words).data["made"]


def test_a_key_that_is_missing_is_said_before_anybody_is_asked(idea, tmp_path):
    terminal = Terminal(tmp_path, OPENAI_BASE_URL="", OPENAI_API_KEY="")
    words = ("make", idea, "--project", tmp_path / "film", *TINY, *WISHES, "--until", "script")
    assert "OPENAI_API_KEY is not set" in terminal.here(*words, code=4).sentence


# ---- story cards


def test_a_story_card_shortened_by_a_person_becomes_a_film_in_which_every_sentence_is_spoken(tmp_path):
    terminal, folder, out = Terminal(tmp_path), tmp_path / "film", tmp_path / "fable.mp4"
    (tmp_path / "card.yaml").write_text(terminal.here("cards", "show", "fable", "--example").out)
    words = ("--card", tmp_path / "card.yaml", "--project", folder, *UNTITLED, "--approve", "all", "--json")
    made = terminal.here("make", *words, "--until", "script").data["made"]
    for key in [key for key in made if key.startswith("script:l")][3:]:
        terminal.here("remove", folder, key)
    assert terminal("run", folder, "--approve", "all", "--out", out, "--json").data["film"] == str(out)
    with open_project(folder, write=False) as film:
        view = film.view()
        told = " ".join(view.content(Key("script", unit)).text for unit in view.units("voice"))
        heard = hearing.heard(out, "en", tmp_path)
        assert "there was once a stone bridge" in told.lower() and len(told.split()) > 25
        assert word_errors(told, heard, "en") < 0.08 and film.verify() == []


def test_everybody_who_speaks_in_a_card_has_a_voice_of_their_own(tmp_path):
    terminal = Terminal(tmp_path)
    (tmp_path / "card.yaml").write_text(terminal.here("cards", "show", "search", "--example").out)
    words = ("--card", tmp_path / "card.yaml", "--project", tmp_path / "film", *TINY, "--approve", "all")
    terminal.here("make", *words, "--until", "script", "--json")
    with open_project(tmp_path / "film", write=False) as film:
        view = film.view()
        speakers = {view.content(Key("script", unit)).speaker for unit in view.units("voice")}
        assert speakers == {"narrator", "small-bear", "owl", "old-carp", "wind", "moon"}
        assert len({view.content(Key("bible", unit)).voice for unit in speakers} - {""}) == len(speakers)
        assert not [step for step in film.plan("voice") if "waits" in step.why]
    assert chosen(terminal, tmp_path / "film", "bible:moon")["name"] == "Moon"
