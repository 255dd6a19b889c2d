"""A film with everything swapped: words and pictures by the OpenAI protocol, voices by ElevenLabs, all by their real SDKs against servers
on this machine. Its words are in time, its cost is that of the price table, and its keys are nowhere; another voice service takes over."""

import json
from urllib.parse import urlsplit

import pytest
import yaml

from engine.artifacts import Brief
from engine.errors import UserError
from engine.exporting import KINDS, export
from engine.project import create_project, open_project
from engine.providers import calling
from engine.providers.speech import edge, elevenlabs_voices
from engine.providers.transcript.align import word_errors
from engine.types import Key
from tests.cli.terminal import UNTITLED, Terminal
from tests.fakes.edge_server import EdgeServer
from tests.fakes.elevenlabs_server import ACCOUNT, ElevenLabsServer
from tests.fakes.elevenlabs_server import fault as voice_fault
from tests.fakes.openai_answers import answers
from tests.fakes.openai_server import OpenAIServer, say
from tests.films import hearing
from tests.films.test_idea import IDEA, LINES, STORY

WRITER_KEY, VOICE_KEY = "sk-swapped-8c1f7e2b9a4d", "xi-swapped-1d2c3b4a5f6e"
SPEECH = "elevenlabs:eleven_multilingual_v2"
SETS = ("text=openai:gpt-4o-mini", "image=openai:gpt-image-1", f"speech={SPEECH}", "target_seconds=20")
WORDS = [word for each in SETS for word in ("--set", each)]
PER_TEXT, PER_PICTURE, PER_LETTER = (0.15e-6, 0.60e-6), (5e-6, 40e-6), 100e-6
"""US dollars by the tables of the services: tokens in and out of gpt-4o-mini, of gpt-image-1, characters of eleven_multilingual_v2."""


def writes(asked):
    """The story of the clock; pictures as they are asked for."""
    return say(STORY, tokens=(910, 350)) if asked.path.endswith("/chat/completions") else answers()(asked)


@pytest.fixture(scope="module")
def swapped(tmp_path_factory):
    """The film: its folder, what the command answered, and the two services."""
    folder = tmp_path_factory.mktemp("swapped")
    (folder / "home").mkdir()
    (folder / "idea.txt").write_text(IDEA)
    with OpenAIServer(writes) as writer, ElevenLabsServer(real=True, key=VOICE_KEY) as voices:
        terminal = Terminal(
            folder / "home",
            OPENAI_BASE_URL=writer.url,
            OPENAI_API_KEY=WRITER_KEY,
            ELEVENLABS_BASE_URL=voices.url,
            ELEVENLABS_API_KEY=VOICE_KEY,
        )
        hosts = {"api.openai.com": writer.url, "api.elevenlabs.io": voices.url}
        table = {"hosts": {urlsplit(url).netloc: official for official, url in hosts.items()}}
        (folder / "home" / "prices.yaml").write_text(yaml.safe_dump(table))
        words = ("make", folder / "idea.txt", "--project", folder / "film", *UNTITLED, *WORDS, "--mode", "idea")
        answer = terminal(*words, "--approve", "all", "--json", "--out", folder / "clock.mp4")
        again = terminal("run", folder / "film", "--approve", "all", "--json")
        spent = terminal.here("status", folder / "film", "--json").data["spent"]
        assert again.data["made"] == []
    return Swapped(folder, answer, spent, writer, voices)


class Swapped:
    """What the fixture made."""

    def __init__(self, folder, answer, spent, writer, voices):
        self.folder, self.answer, self.spent, self.writer, self.voices = folder, answer, spent, writer, voices

    @property
    def film(self):
        return open_project(self.folder / "film", write=False)


@pytest.mark.models
def test_every_sentence_is_heard_and_as_loud_as_ever(swapped, tmp_path):
    out = swapped.folder / "clock.mp4"
    assert swapped.answer.data["film"] == str(out) and swapped.answer.err == ""
    heard = hearing.heard(out, "en", tmp_path)
    assert word_errors(" ".join(text for _, text in LINES), heard, "en") < 0.08
    loud, peak = hearing.loudness(out)
    assert loud == pytest.approx(-14.0, abs=1.0) and peak <= -1.0
    with swapped.film as film:
        view = film.view()
        assert {view.take(Key("voice", unit)).maker for unit in view.units("voice")} == {SPEECH}
        assert {view.take(Key("keyframe", unit)).maker for unit in view.units("keyframe")} == {"openai:gpt-image-1"}
        levels = [view.content(Key("voice", unit)).loudness for unit in view.units("voice")]
        assert levels == [pytest.approx(-16.0, abs=0.7)] * len(levels) and film.verify() == []


@pytest.mark.models
def test_speakers_have_voices_of_the_account(swapped):
    with swapped.film as film:
        view = film.view()
        said = [
            (view.content(Key("script", u)).speaker, view.content(Key("voice", u)).voice) for u in view.units("voice")
        ]
    speaks = dict(said)
    assert speaks["narrator"] == "Rachel" and speaks["oskar"] in {"Adam", "George"}
    ids = {row[1].split(" - ")[0]: row[0] for row in ACCOUNT}
    asked = {each.path.split("/")[3] for each in swapped.voices.asked}
    assert asked == {ids[name] for name in speaks.values()}


@pytest.mark.models
def test_words_and_captions_are_when_they_are_said(swapped, tmp_path):
    true = {said.text: said.words for said in swapped.voices.said}
    with swapped.film as film:
        view, off = film.view(), []
        for unit in view.units("voice"):
            voice = view.content(Key("voice", unit))
            words = true[voice.spoken]
            assert len(words) == len(voice.words)
            shift = words[0].start - voice.words[0].start  # the silence before the line was trimmed
            off += [abs(ours.start + shift - theirs.start) for ours, theirs in zip(voice.words, words, strict=True)]
            shown = [word for cue in view.content(Key("subtitles", unit)).cues for word in cue.words]
            assert [(w.start, w.end) for w in shown] == [(w.start, w.end) for w in voice.words]
        assert hearing.median(off) < 0.01 and max(off) < 0.05
        assert hearing.median(hearing.time_errors(film, tmp_path)) <= 0.08


@pytest.mark.models
def test_the_cost_is_that_of_the_price_table_to_the_cent(swapped):
    letters = sum(len(asked.json["text"]) for asked in swapped.voices.asked)
    served = [
        (asked, json.loads(reply.body or b"null")) for asked, reply in swapped.writer.served if asked.method == "POST"
    ]
    pictures = [body["usage"] for asked, body in served if "/images/" in asked.path]
    texts = sum(asked.path.endswith("/chat/completions") for asked, _ in served)
    expected = {
        "script": texts * (910 * PER_TEXT[0] + 350 * PER_TEXT[1]),
        "voice": letters * PER_LETTER,
        "keyframe": sum(u["input_tokens"] * PER_PICTURE[0] + u["output_tokens"] * PER_PICTURE[1] for u in pictures),
    }
    assert texts == 1 and len(pictures) >= 2 and len(swapped.voices.asked) == len(LINES)
    assert {stage: row["cost"] for stage, row in swapped.spent["stages"].items()} == pytest.approx(expected, abs=1e-5)
    assert swapped.spent["cost"] == pytest.approx(sum(expected.values()), abs=0.001) and swapped.spent["cost"] > 0.05
    with swapped.film as film:
        takes = film.store.takes_by_id([take.id for take in film.view().chosen.values()]).values()
    assert sum(take.cost for take in takes) == pytest.approx(sum(expected.values()), abs=1e-4)


@pytest.mark.models
def test_the_keys_are_in_no_file_log_or_export(swapped):
    assert {asked.headers["authorization"] for asked in swapped.writer.asked} == {f"Bearer {WRITER_KEY}"}
    assert {asked.headers["xi-api-key"] for asked in swapped.voices.asked} == {VOICE_KEY}
    with open_project(swapped.folder / "film") as film:
        exported = [export(film, kind)[0] for kind in KINDS]
    files = [path for path in swapped.folder.rglob("*") if path.is_file() and "packs" not in path.parts]
    assert {*exported} <= {*files} and len(files) > 30
    for key in (WRITER_KEY, VOICE_KEY):
        assert not [path for path in files if key.encode() in path.read_bytes()]
        assert key not in swapped.answer.out + swapped.answer.err


@pytest.mark.models
def test_a_voice_service_that_fails_is_said_without_its_key_and_the_rest_is_made(swapped, tmp_path):
    with (
        OpenAIServer(writes) as writer,
        ElevenLabsServer(voice_fault(401, f"no: {VOICE_KEY}", code="quota_exceeded")) as voices,
    ):
        terminal = Terminal(
            tmp_path,
            OPENAI_BASE_URL=writer.url,
            OPENAI_API_KEY=WRITER_KEY,
            ELEVENLABS_BASE_URL=voices.url,
            ELEVENLABS_API_KEY=VOICE_KEY,
        )
        words = (
            "make",
            swapped.folder / "idea.txt",
            "--project",
            tmp_path / "film",
            *UNTITLED,
            *WORDS,
            "--mode",
            "idea",
        )
        answer = terminal.here(*words, "--approve", "all", "--json", "--until", "voice", code=4)
    assert "no credit left" in answer.err and len(voices.asked) >= 1
    told = answer.out + answer.err + terminal.here("status", tmp_path / "film", "--json").out
    files = [path for path in tmp_path.rglob("*") if path.is_file() and "packs" not in path.parts]
    assert VOICE_KEY not in told and not [path for path in files if VOICE_KEY.encode() in path.read_bytes()]


# ---- another maker of voices for a film that is there; what they say are tones

SCRIPT = "MARTA: The lamp is lit.\n\nOLD MAN: It is not. It is the moon.\n\nMARTA: Then the moon is early.\n\nNARRATOR: Nobody came that night.\n"


@pytest.fixture
def services(monkeypatch):
    """Both voice services, said in tones; nothing is known of earlier ones."""
    elevenlabs_voices.forget()
    edge.forget()
    calling.forget()
    monkeypatch.setattr(calling, "FIRST_WAIT", 0.01)
    with ElevenLabsServer(key=VOICE_KEY) as voices, EdgeServer() as other:
        monkeypatch.setenv("ELEVENLABS_BASE_URL", voices.url)
        monkeypatch.setenv("ELEVENLABS_API_KEY", VOICE_KEY)
        yield voices, other


def cast(film):
    """Who speaks with which voice."""
    view = film.view()
    pairs = [(view.content(Key("script", u)).speaker, view.content(Key("voice", u)).voice) for u in view.units("voice")]
    assert len(set(pairs)) == len({who for who, _ in pairs}), "a speaker keeps one voice"
    return dict(pairs)


def begun(folder, **settings):
    return create_project(folder, Brief(text=SCRIPT, mode="script", sizes=("320x180",)), settings)


def test_when_the_maker_of_voices_is_another_fitting_voices_take_over_and_it_is_said(services, tmp_path):
    with begun(tmp_path / "film") as film:
        hearing.outcome(film.make("script", approve="all"))
        bible = {unit: film.view().content(Key("bible", unit)).voice for unit in ("narrator", "marta", "old-man")}
        assert len(set(bible.values())) == 3 and bible["narrator"] == "af_heart"
        film.set("speech", SPEECH)
        found = hearing.outcome(film.make("voice", approve="all"))
        assert (
            not found["failed"] and f"{SPEECH} has no voice 'af_heart'; Rachel speaks for Narrator." in found["notes"]
        )
        first = cast(film)
        assert first["narrator"] == "Rachel" and len(found["notes"]) == len(first) == len(set(first.values()))
        genders = {row[1].split(" - ")[0]: row[2]["gender"] for row in ACCOUNT}
        assert genders[first["old-man"]] == "male" and genders[first["marta"]] == "female"
        film.set("speech", "edge")
        found = hearing.outcome(film.make("voice", approve="all"))
        assert not found["failed"] and found["notes"] and all(voice.endswith("Neural") for voice in cast(film).values())
        film.set("speech", SPEECH)
        found = hearing.outcome(film.make("voice", approve="all"))
        assert cast(film) == first and len(found["cached"]) == 4 and found["made"] == []


def test_a_film_that_begins_with_another_maker_has_its_voices_in_the_bible(services, tmp_path):
    with begun(tmp_path / "film", speech="edge") as film:
        found = hearing.outcome(film.make("voice", approve="all"))
        bible = {unit: film.view().content(Key("bible", unit)).voice for unit in ("narrator", "marta", "old-man")}
        assert not found["failed"] and "notes" not in found and cast(film) == bible
        assert bible["narrator"] == "en-US-EmmaMultilingualNeural" and bible["old-man"] == "en-US-GuyNeural"


def test_a_voice_that_the_maker_does_not_have_is_refused_with_some_that_it_has(services, tmp_path):
    with begun(tmp_path / "film", speech=SPEECH) as film:
        hearing.outcome(film.make("script", approve="all"))
        with pytest.raises(UserError, match=r"no voice 'af_heart' for 'en'; choose one of: Rachel, .*Adam"):
            film.edit("bible:marta", field="voice", value="af_heart")
        film.edit("bible:marta", field="voice", value="Charlotte")
        hearing.outcome(film.make("voice", approve="all"))
        assert cast(film)["marta"] == "Charlotte"


def test_voices_that_cannot_be_asked_for_are_said_where_they_are_needed(services, tmp_path, monkeypatch):
    monkeypatch.setenv("ELEVENLABS_API_KEY", "")
    monkeypatch.setenv("ELEVENLABS_BASE_URL", "")
    with begun(tmp_path / "film", speech=SPEECH) as film:
        found = hearing.outcome(film.make("script", approve="all"))
    assert next(iter(found["failed"].values())).startswith("ELEVENLABS_API_KEY is not set")


def test_a_language_is_one_that_the_maker_speaks(services, tmp_path):
    german = Brief(
        text="Die Lampe brennt. Niemand kommt in dieser Nacht an den Strand.", language="de", sizes=("320x180",)
    )
    with pytest.raises(UserError, match="No voice here speaks 'de'"):
        create_project(tmp_path / "one", german)
    with create_project(tmp_path / "two", german, {"speech": SPEECH}) as film:
        found = hearing.outcome(film.make("voice", approve="all"))
        assert not found["failed"] and set(cast(film).values()) <= {row[1].split(" - ")[0] for row in ACCOUNT}
