"""Anthropic by its real SDK against a pretended server: what is sent, what comes back as it is written, and what is said when it fails."""

import base64
import io

import pytest
from PIL import Image

from engine.errors import BadOutput, MediaError, MissingDependency, RateLimited, Refused, Unavailable, UserError
from engine.providers import anthropic_wire as wire
from engine.providers import calling
from engine.providers.contract import TextRequest, VisionRequest
from engine.providers.text.anthropic import AnthropicText
from engine.providers.vision.anthropic import LONGEST_SIDE, AnthropicVision
from tests.fakes.anthropic_server import AnthropicServer, breaks_off, event, fault, says, schema_of
from tests.fakes.http_server import Reply

KEY = "sk-ant-0123456789abcdefghij"
SCHEMA = {
    "type": "object",
    "properties": {"title": {"type": "string", "maxLength": 40}, "mood": {"enum": ["calm", "tense"]}},
    "required": ["title"],
}
ASK = TextRequest("You write.", "A title, please.", SCHEMA, "title", 300)
GOOD = says({"title": "Fog", "mood": "calm"})


@pytest.fixture
def at(monkeypatch):
    """`at(*replies)` starts a service; nothing is known of earlier ones."""
    servers = []

    def start(*replies, **more):
        server = AnthropicServer(*replies, **more).__enter__()
        servers.append(server)
        monkeypatch.setenv("ANTHROPIC_BASE_URL", server.url)
        return server

    monkeypatch.setenv("ANTHROPIC_API_KEY", KEY)
    monkeypatch.setattr(calling, "FIRST_WAIT", 0.01)
    wire._plainly.clear()
    yield start
    calling.forget()
    for server in servers:
        server.__exit__()


def test_the_answer_is_held_to_its_schema_and_counted(at):
    server = at(GOOD)
    result = AnthropicText("claude-haiku-4-5").write(ASK)
    assert result.data == {"title": "Fog", "mood": "calm"} and (result.tokens_in, result.tokens_out) == (11, 7)
    body, form = server.asked[0].json, schema_of(server.asked[0])
    assert (body["model"], body["system"], body["stream"]) == ("claude-haiku-4-5", "You write.", True)
    assert body["messages"] == [{"role": "user", "content": "A title, please."}]
    assert form["required"] == ["title", "mood"] and form["additionalProperties"] is False
    assert body["max_tokens"] == 300 + wire.HEADROOM and not {"temperature", "seed"} & body.keys()
    assert KEY in server.asked[0].headers["authorization"]


def test_free_text_is_asked_for_without_a_form(at):
    server = at(says("Once upon a time."))
    result = AnthropicText().write(TextRequest("", "Begin."))
    assert (result.text, result.data) == ("Once upon a time.", None)
    assert not {"output_config", "system"} & server.asked[0].json.keys()


def test_it_tells_of_the_answer_as_it_is_written(at):
    at(says("a long answer " * 60))
    told = []
    AnthropicText().write(
        TextRequest("", "Write.", max_tokens=300), lambda share, words="": told.append((share, words))
    )
    shares = [share for share, _ in told]
    assert shares == sorted(shares) and len(set(shares)) > 5 and told[-1] == (1.0, "written")
    assert {"asking claude-sonnet-5", "thinking", "writing"} <= {words for _, words in told}


def test_a_model_that_cannot_be_held_to_a_schema_is_told_it_and_asked_so_from_then_on(at):
    server = at(fault(400, "output_config.format: structured outputs are not supported with this model"), GOOD)
    for _ in range(2):
        assert AnthropicText("claude-old").write(ASK).data["title"] == "Fog"
    assert [schema_of(asked) != {} for asked in server.asked] == [True, False, False]
    assert '"maxLength":40' in server.asked[1].json["system"]


def test_an_answer_that_does_not_fit_is_refused_with_its_words(at):
    at(says({"title": 7}))
    with pytest.raises(BadOutput, match="at title") as caught:
        AnthropicText().write(ASK)
    assert caught.value.words == '{"title": 7}'


FAULTS = {
    "a key that it does not know": (fault(401, f"invalid x-api-key {KEY}"), MissingDependency, "key in ANTHROPIC_API_KEY"),
    "no credit": (fault(400, "Your credit balance is too low"), MissingDependency, "no credit left"),
    "no credit, as a status": (fault(402, "billing"), MissingDependency, "no credit left"),
    "no right": (fault(403, "no"), MissingDependency, "ANTHROPIC_API_KEY may not do this"),
    "no such model": (fault(404, "model: claude-x"), MissingDependency, "no model 'claude-sonnet-5'"),
    "too long a text": (fault(400, "prompt is too long: 300000 tokens"), Refused, "too long"),
    "another fault of ours": (fault(400, f"messages: wrong {KEY}"), Refused, "refused the request"),
    "a wait": (fault(429, "slow down", {"retry-after": "99"}), RateLimited, "in 99 seconds"),
    "a fault in the middle": (breaks_off('{"title": "Fog"}', 529, f"Overloaded {KEY}"), Unavailable, "failed"),
    "a refusal": (says("", stop="refusal", why="I would rather not."), Refused, "declined to answer"),
    "half an answer": (says('{"title', stop="max_tokens"), BadOutput, "cut off before its answer was complete"),
    "nothing": (says(""), BadOutput, "without words"),
    "a page": (Reply(b"<html>Welcome</html>", media="text/html"), BadOutput, "did not answer as Anthropic does"),
    "another order": (Reply(parts=(event("content_block_delta", index=0),), media="text/event-stream"), BadOutput, "as Anthropic"),
    "somewhere else": (Reply(status=307, headers={"location": "http://127.0.0.1:9/"}), MissingDependency, "new address"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_service_that_answers_with(at, name):
    reply, kind, words = FAULTS[name]
    server = at(reply)
    with pytest.raises(kind, match=words) as caught:
        AnthropicText().write(ASK)
    assert len(server.asked) == 1 and KEY not in f"{caught.value} {caught.value.words}"


def test_what_is_missing_is_said_before_anybody_is_asked(monkeypatch):
    monkeypatch.setenv("ANTHROPIC_API_KEY", "")
    monkeypatch.setenv("ANTHROPIC_BASE_URL", "")
    with pytest.raises(MissingDependency, match="ANTHROPIC_API_KEY is not set"):
        AnthropicText().write(ASK)
    monkeypatch.setenv("ANTHROPIC_BASE_URL", "somewhere")
    assert "is no address" in AnthropicVision().ready()
    monkeypatch.setenv("ANTHROPIC_BASE_URL", "http://127.0.0.1:9")
    assert AnthropicText().ready() is None


def test_a_price_is_told_before_and_only_where_it_is_known(monkeypatch):
    monkeypatch.delenv("ANTHROPIC_BASE_URL", raising=False)
    short, long = (AnthropicText("claude-sonnet-5").price(TextRequest("", "x" * n)) for n in (100, 100_000))
    assert 0.01 < short < long < 0.2
    assert AnthropicText("claude-of-tomorrow").price(ASK) is None


# ---- pictures


@pytest.fixture
def pictures(tmp_path):
    """A small PNG, a large one, one with a transparent ground as WebP, and a BMP."""
    made = []
    for name, size, mode in (("a.png", (64, 36), "RGB"), ("b.png", (2400, 1200), "RGB"), ("c.webp", (40, 40), "RGBA")):
        Image.new(mode, size, (90, 100, 120)).save(tmp_path / name)
        made.append(tmp_path / name)
    Image.new("RGB", (30, 20)).save(tmp_path / "d.bmp")
    return (*made, tmp_path / "d.bmp")


def test_pictures_are_sent_within_the_request_none_larger_than_it_is_looked_at(at, pictures):
    server = at(GOOD)
    result = AnthropicVision().look(VisionRequest(pictures, "What is it?", SCHEMA))
    assert result.data["title"] == "Fog"
    *blocks, question = server.asked[0].json["messages"][0]["content"]
    assert question == {"type": "text", "text": "What is it?"} and [block["type"] for block in blocks] == ["image"] * 4
    sources = [block["source"] for block in blocks]
    assert [s["media_type"] for s in sources] == ["image/png", "image/jpeg", "image/webp", "image/jpeg"]
    data = [base64.b64decode(source["data"]) for source in sources]
    assert data[0] == pictures[0].read_bytes()
    sizes = [Image.open(io.BytesIO(each)).size for each in data]
    assert sizes == [(64, 36), (LONGEST_SIDE, LONGEST_SIDE // 2), (40, 40), (30, 20)]


def test_what_is_no_picture_is_not_sent(at, tmp_path):
    server = at(GOOD)
    (tmp_path / "a.png").write_bytes(b"no picture")
    with pytest.raises(MediaError, match=r"a.png cannot be read as a picture"):
        AnthropicVision().look(VisionRequest((tmp_path / "a.png",), "What is it?"))
    with pytest.raises(UserError, match="one to 20 pictures"):
        AnthropicVision().look(VisionRequest((), "What is it?"))
    assert server.served == []


def test_the_pretended_service_by_hand_answers_in_any_form(at):
    at()
    assert AnthropicText().write(ASK).data["mood"] == "calm"
    assert AnthropicText().write(TextRequest("", "Hello.")).text
