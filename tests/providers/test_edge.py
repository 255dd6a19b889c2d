"""Edge's voices by the edge-tts package against a pretended websocket: voices, word times in English and Hindi, faults."""

import numpy as np
import pytest

from engine.errors import BadOutput, MissingDependency, RateLimited, Unavailable, UserError
from engine.language.spoken import tokens
from engine.providers import calling
from engine.providers.contract import SpeechRequest, Token
from engine.providers.speech import edge
from engine.providers.speech.edge import EdgeSpeech
from engine.providers.speech.kokoro import KokoroSpeech
from engine.types import Word
from tests.fakes.edge_server import EdgeServer, Reply, audio, boundary, text

EMMA, GUY, SWARA = "en-US-EmmaMultilingualNeural", "en-US-GuyNeural", "hi-IN-SwaraNeural"
HARD = "At 11:40, “Mr. Low” paid £2,500 for 95 boats — quickly & well! The sea was calm… 😀"
HINDI = "एक छोटे से गाँव में 25 लड़कियाँ रहती थीं।"


@pytest.fixture
def at(monkeypatch):
    """`at(*replies)` starts a service that says tones (`real=True`: speech); nothing is known of earlier ones."""
    servers = []

    def start(*replies, **more):
        servers.append(EdgeServer(*replies, **more).__enter__())
        return servers[-1]

    monkeypatch.setattr(calling, "FIRST_WAIT", 0.01)
    edge.forget()
    yield start
    calling.forget()
    for server in servers:
        server.__exit__()


def said(words, voice=EMMA, language="en", **more):
    return SpeechRequest(tokens(words, language, {}), language, voice, **more)


def off(result, request, words):
    """By how many seconds the starts of a result's words are off, each."""
    found, place = [], 0
    for word, token in zip(result.words, request.tokens, strict=True):
        count = len(token.spoken.split())
        found += [abs(word.start - words[place].start)] if count else []
        place += count
    return found


def test_voices_are_listed_by_language_with_hindi_among_them(at):
    at()
    offered = EdgeSpeech().voices
    assert [voice.name for voice in offered("hi")] == ["hi-IN-MadhurNeural", SWARA]
    assert [voice.name for voice in offered("en-GB")] == ["en-GB-SoniaNeural"] and len(offered("")) == 5
    assert offered("en")[0].name == EMMA and offered("en")[0].gender == "female" and offered("fi") == ()


def test_without_a_network_there_is_no_list_and_making_says_why(at, tmp_path):
    at().__exit__()
    assert EdgeSpeech().voices("en") == ()
    with pytest.raises(Unavailable, match="see that there is a network"):
        EdgeSpeech().find_voices("en")


@pytest.mark.parametrize(("words", "voice", "language"), [(HARD, GUY, "en"), (HINDI, SWARA, "hi")])
def test_each_token_has_the_time_of_what_is_said_for_it(at, tmp_path, words, voice, language):
    server, request = at(), said(words, voice, language)
    result = EdgeSpeech().speak(request, tmp_path)
    assert [word.w for word in result.words] == [token.shown for token in request.tokens]
    assert max(off(result, request, server.said[0].words)) < 0.02
    edges = [edge for word in result.words for edge in (word.start, word.end)]
    assert edges == sorted(edges) and edges[0] >= 0 and edges[-1] <= result.seconds


@pytest.mark.models
def test_words_are_timed_right_in_real_hindi(at, tmp_path):
    if KokoroSpeech().ready():
        pytest.skip(KokoroSpeech().ready())
    server, request = at(real=True), said(HINDI, SWARA, "hi")
    found = off(EdgeSpeech().speak(request, tmp_path), request, server.said[0].words)
    assert np.median(found) < 0.01 and max(found) < 0.05


def test_a_long_line_is_sent_in_parts_and_the_times_go_on(at, tmp_path):
    request = said("समुद्र शांत था। " * 100, SWARA, "hi")
    server = at()
    result = EdgeSpeech().speak(request, tmp_path)
    assert len(server.asked) == 2 and len(result.words) == 300
    starts = [word.start for word in result.words]
    assert starts == sorted(starts) and starts[-1] > result.seconds - 1.0


@pytest.mark.parametrize(
    ("pace", "emotion", "rate"), [(1.0, "", 0), (1.5, "", 50), (0.5, "sad", -50), (1.0, "Calm", -5)]
)
def test_pace_and_emotion_are_a_rate(at, tmp_path, pace, emotion, rate):
    server = at()
    EdgeSpeech().speak(said("All quiet.", pace=pace, emotion=emotion), tmp_path)
    assert server.asked[0].rate == rate


@pytest.mark.parametrize("voice", ["af_heart", "en-US-NobodyNeural"])
def test_a_voice_that_is_not_there_is_answered_with_some_that_are(at, tmp_path, voice):
    at()
    with pytest.raises(UserError, match=f"no voice '{voice}'; choose one of: {EMMA}"):
        EdgeSpeech().speak(said("All quiet.", voice), tmp_path)


def test_bad_requests_are_refused_before_anybody_is_asked(at, tmp_path):
    server = at()
    with pytest.raises(UserError, match="no words to speak"):
        EdgeSpeech().speak(SpeechRequest((Token("😀", ""),), "en", EMMA), tmp_path)
    with pytest.raises(UserError, match=r"choose one from 0.5 to 2"):
        EdgeSpeech().speak(said("All quiet.", pace=3.0), tmp_path)
    assert server.asked == []


SAID = tuple(boundary(Word(w=word, start=place, end=place + 0.5)) for place, word in enumerate(("All", "quiet")))
FAULTS = {
    "a door that is shut": (Reply(status=403), MissingDependency, "clock is right and that edge-tts is new"),
    "a wait": (Reply(status=429, headers={"retry-after": "99"}), RateLimited, "in 99 seconds"),
    "a fault of its own": (Reply(status=503), Unavailable, "failed"),
    "no sound": (Reply(messages=(text("turn.end", {}),)), Unavailable, "no sound"),
    "a connection that breaks": (Reply(cut=3), Unavailable, "broke off"),
    "half a line": (Reply(messages=(audio(b"x" * 9), SAID[0], text("turn.end", {}))), Unavailable, "broke off"),
    "silence": (Reply(hold=True), Unavailable, "did not answer in time"),
    "another protocol": (Reply(messages=("Path:weather\r\n\r\n{}",)), BadOutput, "as Edge's voices do"),
    "no real sound": (Reply(messages=(*SAID, audio(b"x" * 30_000), text("turn.end", {}))), BadOutput, "can be played"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_service_that_answers_with(at, tmp_path, name):
    reply, kind, words = FAULTS[name]
    at(reply)
    with pytest.raises(kind, match=words) as caught:
        EdgeSpeech(timeout=0.3 if reply.hold else 20.0).speak(said("All quiet."), tmp_path)
    assert type(caught.value) is kind and not list(tmp_path.iterdir())


def test_what_failed_once_is_tried_again_since_nothing_is_paid(at, tmp_path):
    server = at(Reply(status=500), Reply(cut=2), Reply())
    assert EdgeSpeech().speak(said("All quiet."), tmp_path).cost == 0.0
    assert len(server.asked) == 3
