"""Text providers: the real SDK against a pretended server, and the real runner on a tiny model of random weights."""

import logging
import pickle

import pytest

from engine.errors import BadOutput, MissingDependency, RateLimited, Refused, Unavailable
from engine.providers import calling, openai_chat
from engine.providers.contract import TextRequest
from engine.providers.text import answer, openai
from tests.fakes.openai_server import OpenAIServer, refuses, say, status

SCHEMA = {
    "type": "object",
    "properties": {"title": {"type": "string", "maxLength": 40}, "mood": {"enum": ["calm", "tense"]}},
    "required": ["title", "mood"],
    "additionalProperties": False,
}
REQUEST = TextRequest(system="You write.", user="<idea>Fog</idea>", schema=SCHEMA, name="card", max_tokens=300)
GOOD = {"title": "Fog", "mood": "calm"}
KEY = "sk-test-abcdefghijklmnop"


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch):
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_ADMIN_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(openai_chat, "_learned", {})
    monkeypatch.setattr(calling, "FIRST_WAIT", 0.01)
    calling.forget()


@pytest.fixture
def server(monkeypatch):
    with OpenAIServer() as running:
        monkeypatch.setenv("OPENAI_BASE_URL", running.url)
        yield running


def test_an_answer_under_a_schema_is_parsed_and_its_tokens_counted(server, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    server.queue(say(GOOD, tokens=(120, 30)))
    heard = []
    result = openai.OpenAIText("teller").write(REQUEST, lambda share, words: heard.append((share, words)))
    assert result.data == GOOD and (result.tokens_in, result.tokens_out) == (120, 30)
    asked = server.asked[0]
    sent = asked.body["response_format"]["json_schema"]
    assert asked.format == "json_schema" and asked.schema_name == "card" and sent["strict"] is True
    assert "maxLength" not in str(sent["schema"]) and asked.headers["authorization"] == f"Bearer {KEY}"
    assert [share for share, _ in heard] == sorted(share for share, _ in heard) and heard[-1][0] == 1.0


def test_free_text_needs_no_schema(server):
    server.queue(say("A boat made of newspaper."))
    result = openai.OpenAIText("teller").write(TextRequest(system="s", user="u"))
    assert result.text == "A boat made of newspaper." and result.data is None
    assert "response_format" not in server.asked[0].body


def test_a_local_server_needs_no_key(server):
    server.queue(say(GOOD))
    provider = openai.OpenAIText("teller")
    assert provider.ready() is None and provider.write(REQUEST).data == GOOD


def test_a_server_that_does_not_stream_is_understood(server):
    server.queue(say(GOOD, streams=False))
    result = openai.OpenAIText("teller").write(REQUEST)
    assert result.data == GOOD and result.tokens_out == 7 and len(server.asked) == 1


def test_a_server_without_json_schema_gets_the_schema_in_the_prompt(server):
    server.queue(refuses("json_schema", then=say(GOOD)))
    assert openai.OpenAIText("teller").write(REQUEST).data == GOOD
    assert [asked.format for asked in server.asked] == ["json_schema", "json_object"]
    assert '"mood"' in server.asked[1].words("system")


def test_a_server_without_any_json_form_is_asked_in_plain_words(server):
    server.queue(
        refuses(
            "json_schema",
            "json_object",
            then=say("Sure!\n```json\n" + '{"title": "Fog", "mood": "calm"}' + "\n```\nEnjoy."),
        )
    )
    assert openai.OpenAIText("teller").write(REQUEST).data == GOOD
    assert [asked.format for asked in server.asked] == ["json_schema", "json_object", ""]


def test_what_a_server_refuses_is_not_sent_to_it_twice(server):
    server.queue(refuses("json_schema", "temperature", "seed", "stream_options", then=say(GOOD)))
    provider = openai.OpenAIText("teller")
    provider.write(REQUEST)
    before = len(server.asked)
    provider.write(REQUEST)
    assert len(server.asked) == before + 1


def test_a_server_that_knows_the_newer_name_of_the_cap_gets_it(server):
    server.queue(refuses("max_tokens", then=say(GOOD)))
    assert openai.OpenAIText("teller").write(REQUEST).data == GOOD
    assert server.asked[-1].body["max_completion_tokens"] == 300


def test_a_server_that_ignores_the_schema_is_told_it_in_words(server):
    server.queue(say("Once upon a time."), say(GOOD))
    result = openai.OpenAIText("teller").write(REQUEST)
    assert result.data == GOOD and result.tokens_in == 22


def test_a_model_that_thinks_past_its_cap_gets_more_room(server):
    server.queue(say("", finish="length", thoughts="hm"), say("<think>{}</think>" + '{"title": "Fog", "mood": "calm"}'))
    assert openai.OpenAIText("teller").write(REQUEST).data == GOOD
    assert server.asked[1].body["max_tokens"] > server.asked[0].body["max_tokens"]


def test_an_answer_that_never_fits_is_bad_output_with_the_words(server):
    server.queue(say("I would rather talk about tea."))
    with pytest.raises(BadOutput) as caught:
        openai.OpenAIText("teller").write(REQUEST)
    assert caught.value.words == "I would rather talk about tea."


def test_a_truncated_answer_is_bad_output_with_the_words(server):
    server.queue(say('{"title": "Fo', finish="length"))
    with pytest.raises(BadOutput, match="cut off") as caught:
        openai.OpenAIText("teller").write(REQUEST)
    assert caught.value.words == '{"title": "Fo'


@pytest.mark.parametrize(
    "reply",
    [
        say("", refusal="I cannot help with that."),
        say("", finish="content_filter"),
        status(400, "blocked", kind="content_filter"),
    ],
)
def test_a_refusal_is_refused_and_not_repeated(server, reply):
    server.queue(reply)
    with pytest.raises(Refused):
        openai.OpenAIText("teller").write(REQUEST)
    assert len(server.asked) == 1


def test_two_failures_and_then_an_answer_is_an_answer(server):
    server.queue(status(500, retry_after_ms="1"), status(503, retry_after_ms="1"), say(GOOD))
    assert openai.OpenAIText("teller").write(REQUEST).data == GOOD


def test_a_server_that_keeps_failing_is_unavailable(server):
    server.queue(status(500, retry_after_ms="1"))
    with pytest.raises(Unavailable) as caught:
        openai.OpenAIText("teller").write(REQUEST)
    assert caught.value.retryable and len(server.asked) == calling.TRIES


def test_the_wait_that_a_server_asks_for_is_kept(server):
    def patient(asked):
        first = server.asked[0].at
        return say(GOOD) if asked.at - first >= 0.3 else status(429, retry_after_ms="300")

    server.queue(patient)
    assert openai.OpenAIText("teller", tries=2).write(REQUEST).data == GOOD


def test_a_lasting_limit_is_rate_limited_with_its_seconds(server):
    server.queue(status(429, "slow down", retry_after="7"))
    with pytest.raises(RateLimited) as caught:
        openai.OpenAIText("teller", tries=1).write(REQUEST)
    assert caught.value.after == 7.0 and "7 seconds" in str(caught.value)


def test_an_account_without_credit_is_not_worth_retrying(server):
    server.queue(status(429, "quota", kind="insufficient_quota", x_should_retry="false"))
    with pytest.raises(MissingDependency, match="no credit"):
        openai.OpenAIText("teller").write(REQUEST)


def test_a_silent_server_is_unavailable(server):
    server.queue(say(GOOD, delay=1.0))
    with pytest.raises(Unavailable, match="in time"):
        openai.OpenAIText("teller", timeout=0.1, tries=1).write(REQUEST)


@pytest.mark.parametrize("streams", [True, False])
def test_a_cut_connection_is_unavailable(server, streams):
    server.queue(say(GOOD, cut=True, streams=streams))
    with pytest.raises(Unavailable):
        openai.OpenAIText("teller", tries=1).write(REQUEST)


def test_nobody_at_the_address_is_unavailable(monkeypatch):
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    with pytest.raises(Unavailable, match=r"127\.0\.0\.1:9"):
        openai.OpenAIText("teller", tries=1).write(REQUEST)


@pytest.mark.parametrize(
    ("raw", "media"),
    [
        (b'{"id": "1", "choi', "application/json"),
        (b"<html>Welcome</html>", "text/html"),
        (b"data: {oops\n\n", "text/event-stream"),
    ],
)
def test_an_answer_outside_the_protocol_names_the_address(server, raw, media):
    server.queue(say("", raw=raw, media=media))
    with pytest.raises(BadOutput, match="OPENAI_BASE_URL"):
        openai.OpenAIText("teller").write(REQUEST)


@pytest.mark.parametrize("code", [401, 403, 404])
def test_wrong_keys_and_models_say_what_to_change(server, monkeypatch, code):
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    server.queue(status(code, f"Incorrect API key provided: {KEY}"))
    with pytest.raises(MissingDependency, match=r"OPENAI_API_KEY|teller"):
        openai.OpenAIText("teller").write(REQUEST)


def test_a_model_that_the_server_lacks_is_answered_with_those_it_has(server):
    server.queue(status(404, "model not found"))
    with pytest.raises(MissingDependency, match="no model 'story'; it has teller"):
        openai.OpenAIText("story").write(REQUEST)


def test_no_key_appears_in_errors_reprs_or_logs(server, monkeypatch, caplog):
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    caplog.set_level(logging.DEBUG)
    server.queue(status(401, f"Incorrect API key provided: {KEY}, also sk-other-1234567890"))
    provider = openai.OpenAIText("teller")
    with pytest.raises(MissingDependency) as caught:
        provider.write(REQUEST)
    spoken = str(caught.value) + caught.value.words + repr(caught.value) + repr(vars(provider)) + caplog.text
    assert KEY not in spoken and "sk-other" not in spoken
    assert KEY.encode() not in pickle.dumps(provider)


def test_a_password_in_the_address_is_not_shown(monkeypatch):
    monkeypatch.setenv("OPENAI_BASE_URL", "http://ann:secret@127.0.0.1:9/v1")
    with pytest.raises(Unavailable) as caught:
        openai.OpenAIText("teller", tries=1).write(REQUEST)
    assert "secret" not in str(caught.value) + caught.value.words


def test_raising_in_progress_ends_the_call(server):
    class Stop(Exception):
        pass

    def progress(share, words):
        if words == "writing":
            raise Stop

    server.queue(say(GOOD))
    with pytest.raises(Stop):
        openai.OpenAIText("teller").write(REQUEST, progress)


def test_without_key_and_address_it_says_both_ways_out():
    sentence = openai.OpenAIText("gpt-4.1-mini").ready()
    assert "OPENAI_API_KEY" in sentence and "OPENAI_BASE_URL" in sentence
    with pytest.raises(MissingDependency):
        openai.OpenAIText("gpt-4.1-mini").write(REQUEST)


def test_an_address_that_is_none_is_said(monkeypatch):
    monkeypatch.setenv("OPENAI_BASE_URL", "localhost:11434")
    assert "localhost:11434" in openai.OpenAIText("teller").ready()


def test_json_is_found_in_what_models_wrap_around_it():
    for text in (
        '{"title":"Fog","mood":"calm"}',
        'Here: {"title":"Fog","mood":"calm"} Bye {',
        '<think>{"a":1}</think>{"title":"Fog","mood":"calm"}',
    ):
        assert answer.parse(text, SCHEMA) == GOOD
    with pytest.raises(BadOutput, match="mood"):
        answer.parse('{"title":"Fog","mood":"angry"}', SCHEMA)
