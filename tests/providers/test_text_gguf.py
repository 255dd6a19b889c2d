"""The local text provider: the real runner in its real worker process, on a tiny model of random weights."""

import os
import signal

import pytest

from engine.errors import BadOutput, MissingDependency, Refused, Unavailable
from engine.providers.contract import TextRequest
from engine.providers.text.gguf import GgufText
from engine.providers.text.gguf_worker import threads
from engine.workers import worker
from tests.fakes.tiny_gguf import write_tiny_gguf

SCHEMA = {
    "type": "object",
    "properties": {"title": {"type": "string", "pattern": "^[a-z ]{3,20}$"}, "mood": {"enum": ["calm", "tense"]}},
    "required": ["title", "mood"],
    "additionalProperties": False,
}
REQUEST = TextRequest(system="You write.", user="Fog", schema=SCHEMA, max_tokens=400, seed=4)
WORKER = "engine.providers.text.gguf_worker:GgufRunner"


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return write_tiny_gguf(tmp_path_factory.mktemp("model") / "tiny.gguf")


@pytest.fixture(scope="module")
def provider(model):
    yield GgufText(str(model))
    worker(WORKER).close()


def test_even_random_weights_answer_in_the_form_that_was_asked(provider):
    result = provider.write(REQUEST)
    assert set(result.data) == {"title", "mood"} and result.data["mood"] in ("calm", "tense")
    assert result.tokens_in > 0 and result.tokens_out > 0 and result.cost == 0.0


def test_the_same_seed_says_the_same_and_the_model_stays_warm(provider):
    first = provider.write(REQUEST)
    process = worker(WORKER).pid
    assert provider.write(REQUEST).text == first.text and worker(WORKER).pid == process


def test_free_text_needs_no_schema(provider):
    result = provider.write(TextRequest(system="s", user="u", max_tokens=4000, seed=1))
    assert result.data is None and result.text


def test_an_answer_that_is_cut_off_is_bad_output(provider):
    with pytest.raises(BadOutput, match="cut off") as caught:
        provider.write(TextRequest(system="s", user="u", schema=SCHEMA, max_tokens=14))
    assert caught.value.provider == provider.name


def test_a_text_beyond_the_models_room_is_refused(provider):
    with pytest.raises(Refused, match="too long"):
        provider.write(TextRequest(system="s", user="fog " * 40_000, schema=SCHEMA, max_tokens=100))


def test_raising_in_progress_ends_the_call(provider):
    class Stop(Exception):
        pass

    def progress(share, words):
        raise Stop

    with pytest.raises(Stop):
        provider.write(REQUEST, progress)
    assert provider.write(REQUEST).data


def test_a_killed_worker_fails_one_call_and_the_next_one_works(provider):
    provider.write(REQUEST)

    moods = {"type": "array", "items": {"enum": ["calm", "tense"]}, "minItems": 300, "maxItems": 300}
    long = TextRequest(system="s", user="u", schema=moods, max_tokens=4000)

    def progress(share, words):
        if words == "writing":
            os.kill(worker(WORKER).pid, signal.SIGKILL)

    with pytest.raises(Unavailable):
        provider.write(long, progress)
    assert provider.write(REQUEST).data


def test_a_damaged_model_says_so(tmp_path):
    (tmp_path / "broken.gguf").write_bytes(b"GGUF" + bytes(2000))
    with pytest.raises(MissingDependency, match=r"broken\.gguf cannot be loaded"):
        GgufText(str(tmp_path / "broken.gguf")).write(REQUEST)
    worker(WORKER).close()


def test_what_is_missing_is_said_before_anything_runs(tmp_path, monkeypatch):
    monkeypatch.setenv("REELWRIGHT_HOME", str(tmp_path))
    assert "gguf:/path/to/model.gguf" in GgufText("/nowhere/model.gguf").ready()
    (tmp_path / "note.gguf").write_text("hello")
    assert "not a GGUF model" in GgufText(str(tmp_path / "note.gguf")).ready()
    sentence = GgufText().ready()
    assert "writer-qwen-1.5b" in sentence or "Qwen" in sentence
    with pytest.raises(MissingDependency):
        GgufText("writer-qwen-0.5b").write(REQUEST)


def test_the_small_packs_only_propose(model):
    assert GgufText("writer-qwen-0.5b").drafts_only and not GgufText(str(model)).drafts_only


def test_a_runner_tells_how_it_gets_on(provider, model):
    heard = []  # in a worker, as always: the library bears no other one of its kind in the same process
    worker(WORKER).call(
        "write", str(model), REQUEST, "gguf:tiny", timeout=60, progress=lambda share, words: heard.append(share)
    )
    assert heard == sorted(heard) and heard[-1] <= 1.0


def test_a_model_gets_at_least_one_thread_and_no_more_than_there_are_cores():
    assert 1 <= threads() <= (os.cpu_count() or 1)
