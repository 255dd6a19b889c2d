"""ElevenLabs by its real SDK against a pretended server: voices of an account, times of words, moods and paces, music, hearing, faults."""

import numpy as np
import pytest

from engine.errors import (
    BadOutput,
    MediaError,
    MissingDependency,
    ProviderError,
    RateLimited,
    Refused,
    Unavailable,
    UserError,
)
from engine.language.spoken import tokens
from engine.providers import calling
from engine.providers.contract import MusicRequest, SoundRequest, SpeechRequest, Token, TranscriptRequest
from engine.providers.music.elevenlabs import ElevenLabsMusic, described
from engine.providers.sounds.elevenlabs import ElevenLabsSounds
from engine.providers.speech import elevenlabs_voices as shelf
from engine.providers.speech.characters import Timed, sent, timed
from engine.providers.speech.elevenlabs import ElevenLabsSpeech
from engine.providers.speech.elevenlabs_library import Cloned, clone
from engine.providers.speech.kokoro import KokoroSpeech
from engine.providers.transcript.elevenlabs import ElevenLabsTranscript
from engine.providers.transcript.sound import samples, write_wav
from engine.types import Word
from tests.fakes.elevenlabs_server import ACCOUNT, CLONED, ElevenLabsServer, aligned, fault, heard, melody, speech
from tests.fakes.http_server import Reply
from tests.fakes.voicing import RATE, apart, characters, spoken

KEY = "xi-0123456789abcdefghij"
HARD = "At 11:40, “Mr. Low” paid £2,500 for 95 boats — quickly! The sea was calm… 😀"
HINDI = "एक छोटे से गाँव में 25 लड़कियाँ रहती थीं।"


@pytest.fixture
def at(monkeypatch):
    """`at(*replies)` starts a service that says tones; `real=True` speech. Nothing is known of earlier ones."""
    servers = []

    def start(*replies, **more):
        server = ElevenLabsServer(*replies, **more).__enter__()
        servers.append(server)
        monkeypatch.setenv("ELEVENLABS_BASE_URL", server.url)
        return server

    monkeypatch.setenv("ELEVENLABS_API_KEY", KEY)
    monkeypatch.setattr(calling, "FIRST_WAIT", 0.01)
    shelf.forget()
    yield start
    calling.forget()
    for server in servers:
        server.__exit__()


@pytest.fixture
def voice():
    """The project's own voice, where its pack is there."""
    kokoro = KokoroSpeech()
    if kokoro.ready():
        pytest.skip(kokoro.ready())
    return kokoro


def said(text, language="en", voice="Rachel", **more):
    return SpeechRequest(tokens(text, language, {}), language, voice, **more)


def truth(request, words):
    """The true times of a request's tokens: those of the first and the last of its words; None for one that is not said."""
    found, at = [], 0
    for token in request.tokens:
        count = len(token.spoken.split())
        found.append((words[at].start, words[at + count - 1].end) if count else None)
        at += count
    return found


def off(result, request, words):
    """By how many seconds the starts of a result's words are off, each."""
    pairs = zip(result.words, truth(request, words), strict=True)
    return [abs(word.start - true[0]) for word, true in pairs if true]


# ---- voices


def names(language):
    return [voice.name for voice in ElevenLabsSpeech().voices(language)]


def test_voices_are_those_of_the_account_by_language_region_and_gender(at):
    at()
    assert names("en") == ["Rachel", "Meera", "Adam", "George", "Charlotte"]
    assert names("en-GB") == ["George"] and names("es") == ["George"] and names("hi") == ["Meera"]
    voice = ElevenLabsSpeech().voices("en")[2]
    assert (voice.language, voice.gender, voice.label) == ("en-us", "male", "Adam - Deep, Firm (en-us, male)")


def test_a_language_that_no_voice_is_made_for_is_spoken_by_all_where_the_model_can(at):
    at()
    assert len(names("de")) == 5 and {v.language for v in ElevenLabsSpeech().voices("de")} == {"de"}
    assert names("xx") == [] and ElevenLabsSpeech("eleven_flash_v2").voices("de") == ()


def test_the_account_is_asked_once_page_by_page(at):
    server = at()
    assert names("en") and names("hi") and names("")
    assert [asked.query.get("next_page_token") for asked, _ in server.served] == [None, "3"]


def test_two_voices_of_one_name_are_told_apart():
    rows = [Row("id-one-0000000000000", "Sarah - Calm"), Row("id-two-0000000000000", "Sarah - Bright")]
    assert [voice.name for voice in shelf._named([shelf._found(row) for row in rows])] == ["Sarah", "Sarah id-t"]


class Row:
    """A voice as the SDK gives it, with little in it."""

    def __init__(self, id, name):
        self.voice_id, self.name, self.labels = id, name, None


def test_without_a_network_there_is_no_list_and_making_says_why(at, monkeypatch, tmp_path):
    monkeypatch.setenv("ELEVENLABS_BASE_URL", "http://127.0.0.1:9")
    assert names("en") == names("en") == []
    with pytest.raises(Unavailable, match=r"127.0.0.1:9 cannot be reached"):
        ElevenLabsSpeech().find_voices("en")
    calling.forget()
    with pytest.raises(Unavailable, match="cannot be reached"):
        ElevenLabsSpeech().speak(said("All quiet."), tmp_path)


def test_a_voice_that_is_not_there_is_answered_with_some_that_are(at, tmp_path):
    server = at()
    with pytest.raises(UserError, match=r"no voice 'af_heart' for this key; choose one of: Rachel, .*Adam"):
        ElevenLabsSpeech().speak(said("All quiet.", voice="af_heart"), tmp_path)
    assert server.asked == []
    with pytest.raises(UserError, match=r"no voice 'abcdefghij0123456789' .*Rachel"):
        ElevenLabsSpeech().speak(said("All quiet.", voice="abcdefghij0123456789"), tmp_path)


def test_a_voice_answers_to_its_name_its_title_and_its_id(at, tmp_path):
    server = at()
    for name in ("Adam", "adam", "Adam - Deep, Firm", ACCOUNT[1][0]):
        ElevenLabsSpeech().speak(said("All quiet.", voice=name), tmp_path)
    assert {asked.path for asked in server.asked} == {f"/v1/text-to-speech/{ACCOUNT[1][0]}/with-timestamps"}


def test_a_cloned_voice_is_of_the_account_at_once(at, tmp_path):
    server = at()
    assert names("en")
    write_wav(tmp_path / "me.wav", melody(1.0), RATE)
    assert clone("Grandfather", [tmp_path / "me.wav"]) == Cloned(CLONED, unverified=False)
    form = server.asked[0].form
    assert form["name"] == [b"Grandfather"] and form["files"][0] == (tmp_path / "me.wav").read_bytes()
    assert names("en") and len([asked for asked, _ in server.served if asked.method == "GET"]) == 4
    for name, files in (("", [tmp_path / "me.wav"]), ("Me", []), ("Me", [tmp_path / "not-there.wav"])):
        with pytest.raises(UserError):
            clone(name, files)


# ---- words


@pytest.mark.parametrize(("text", "language"), [(HARD, "en"), (HINDI, "hi")])
def test_each_token_has_the_time_of_what_is_said_for_it(at, tmp_path, text, language):
    server, request = at(), said(text, language, "Meera")
    result = ElevenLabsSpeech().speak(request, tmp_path)
    assert server.said[0].text == " ".join(token.spoken for token in request.tokens if token.spoken)
    assert [word.w for word in result.words] == [token.shown for token in request.tokens]
    assert max(off(result, request, server.said[0].words)) < 0.02
    edges = [edge for word in result.words for edge in (word.start, word.end)]
    assert edges == sorted(edges) and edges[0] >= 0 and edges[-1] <= result.seconds


@pytest.mark.models
@pytest.mark.parametrize(("text", "language", "name"), [(HARD, "en", "Adam"), (HINDI, "hi", "Meera")])
def test_words_are_timed_right_in_real_speech(at, voice, tmp_path, text, language, name):
    server, request = at(real=True), said(text, language, name)
    result = ElevenLabsSpeech().speak(request, tmp_path)
    found = off(result, request, server.said[0].words)
    assert np.median(found) < 0.01 and max(found) < 0.04
    assert samples(result.path, 44_100).size / 44_100 == pytest.approx(result.seconds, abs=0.001)


def test_a_text_that_the_service_has_written_anew_is_matched_by_its_words(at, tmp_path):
    request = said("Doctor Low has ninety-five boats.")
    text = "Doctor Low has ninety five boats."
    made = spoken(text, "", "en", real=False)
    words = made.words
    at(speech(text, made.audio, words, normalized=text))
    result = ElevenLabsSpeech().speak(request, tmp_path)
    true = (*words[:3], Word(w="ninety-five", start=words[3].start, end=words[4].end), words[5])
    assert apart(result.words, true) < 0.03


def test_pieces_may_be_single_characters_groups_of_them_or_words():
    line = sent((Token("Wait…", "Wait..."), Token("95!", "ninety-five!")))
    made = spoken(line.text, "", "en", real=False)
    letters = [Timed(*row) for row in characters(line.text, made.words, len(made.audio) / RATE)]
    grouped = [*letters[:4], Timed("...", letters[4].start, letters[6].end), *letters[7:]]
    whole = [Timed(word.w.strip(".!"), word.start, word.end) for word in made.words]
    shown = (Token("Wait…", "Wait..."), Token("95!", "ninety-five!"))
    true = tuple(word.model_copy(update={"w": t.shown}) for word, t in zip(made.words, shown, strict=True))
    for pieces in (letters, grouped, whole):
        assert apart(timed(line, shown, pieces, "en", made.audio, RATE), true) < 0.02


def test_a_line_without_words_is_refused_before_anybody_is_asked(at, tmp_path):
    server = at()
    with pytest.raises(UserError, match="no words to speak"):
        ElevenLabsSpeech().speak(SpeechRequest((Token("…", "…"), Token("😀", "")), "en", "Rachel"), tmp_path)
    assert server.served == []


# ---- how it is said


@pytest.mark.parametrize(
    ("emotion", "pace", "expected"),
    [
        ("", 1.0, (0.5, 0.0, 1.0)),
        ("Calm", 1.0, (0.7, 0.0, 0.95)),
        ("excited", 1.0, (0.3, 0.45, 1.07)),
        ("unheard of", 1.1, (0.5, 0.0, 1.1)),
        ("", 2.0, (0.5, 0.0, 1.2)),
        ("sad", 0.5, (0.45, 0.25, 0.7)),
    ],
)
def test_emotion_and_pace_are_settings_of_the_voice(at, tmp_path, emotion, pace, expected):
    server = at()
    ElevenLabsSpeech().speak(said("All quiet.", emotion=emotion, pace=pace, seed=11), tmp_path)
    body = server.asked[0].json
    settings = body["voice_settings"]
    assert (settings["stability"], settings["style"], settings["speed"]) == expected
    assert (body["seed"], body["model_id"]) == (11, "eleven_multilingual_v2") and "language_code" not in body


def test_a_pace_beyond_the_service_is_reached_at_the_same_pitch_and_the_times_follow(at, tmp_path):
    server = at()
    lengths = {}
    for pace in (0.5, 1.0, 2.0):
        request = said("The sea was calm and wide.", pace=pace)
        result = ElevenLabsSpeech().speak(request, tmp_path)
        lengths[pace] = result.words[-1].end - result.words[0].start
        assert result.words[-1].end <= result.seconds
    assert lengths[0.5] == pytest.approx(2 * lengths[1.0], rel=0.06)
    assert lengths[2.0] == pytest.approx(lengths[1.0] / 2, rel=0.06) and len(server.said) == 3


def test_a_model_that_can_be_told_the_language_is_told(at, tmp_path):
    server = at()
    ElevenLabsSpeech("eleven_flash_v2_5").speak(said("All quiet.", "en-GB"), tmp_path)
    assert server.asked[0].json["language_code"] == "en"


def test_the_price_is_that_of_the_characters_that_are_sent(monkeypatch):
    monkeypatch.delenv("ELEVENLABS_BASE_URL", raising=False)
    line = SpeechRequest((Token("£5", "five pounds"),), "en", "Rachel")
    assert ElevenLabsSpeech().price(line) == pytest.approx(0.0011)
    assert ElevenLabsSpeech("eleven_flash_v2_5").price(line) == pytest.approx(0.00055)
    assert ElevenLabsSpeech("no_such_model").price(line) is None


# ---- what it answers when it cannot


FAULTS = {
    "a key that it does not know": (401, "invalid_api_key", MissingDependency, "accept the key in ELEVENLABS_API_KEY"),
    "no credit, as it was said before": (401, "quota_exceeded", MissingDependency, "no credit left"),
    "no credit": (402, "insufficient_credits", MissingDependency, "no credit left"),
    "no right": (401, "missing_permissions", MissingDependency, "ELEVENLABS_API_KEY may not do this"),
    "no such model": (400, "model_not_found", MissingDependency, "no model 'eleven_multilingual_v2'"),
    "content that it declines": (403, "content_against_policy", Refused, "declined this content"),
    "a text that is too long": (400, "max_character_limit_exceeded", Refused, "too long for eleven_multilingual_v2"),
    "a wrong field": (422, "", Refused, "refused the request"),
    "too many at once": (429, "concurrent_limit_exceeded", RateLimited, "asks to wait"),
    "somewhere else": (307, "", MissingDependency, "set ELEVENLABS_BASE_URL to its new address"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_service_that_answers_with(at, tmp_path, name):
    status, code, kind, words = FAULTS[name]
    server = at(
        fault(status, f"no, not with {KEY}", {"retry-after": "99", "location": "http://127.0.0.1:9/"}, code=code)
    )
    with pytest.raises(ProviderError, match=words) as caught:
        ElevenLabsSpeech().speak(said("All quiet."), tmp_path)
    assert type(caught.value) is kind and len(server.asked) == 1
    assert KEY not in f"{caught.value} {caught.value.words}"


def test_a_key_is_not_needed_for_a_server_on_this_machine_and_is_for_the_service(monkeypatch):
    monkeypatch.setenv("ELEVENLABS_API_KEY", "")
    monkeypatch.setenv("ELEVENLABS_BASE_URL", "")
    assert "ELEVENLABS_API_KEY is not set" in ElevenLabsSpeech().ready()
    monkeypatch.setenv("ELEVENLABS_BASE_URL", "http://127.0.0.1:9")
    assert ElevenLabsSpeech().ready() is None
    monkeypatch.setenv("ELEVENLABS_BASE_URL", "somewhere")
    assert "is no address" in ElevenLabsSpeech().ready()


# ---- music, sounds, hearing


def test_a_mood_becomes_music_of_the_length_that_was_asked_for(at, tmp_path):
    server = at()
    result = ElevenLabsMusic().compose(MusicRequest("melancholy", 6.0), tmp_path)
    assert samples(result.path, 16_000).size / 16_000 == pytest.approx(6.0, abs=0.1)
    assert (result.mood, result.loops) == ("nostalgic", ()) and "ElevenLabs" in result.credit
    assert server.asked[0].json["model_id"] == "music_v1"


def test_own_words_for_music_are_sent_and_moods_are_described():
    assert "three sleepy tubas" in described(MusicRequest("calm", 60, "three sleepy tubas"))
    assert "driving" in described(MusicRequest("calm", 60, "epic")) and "vocals" in described(MusicRequest("happy", 60))


def test_a_sound_is_made_by_its_description(at, tmp_path):
    server = at()
    made = ElevenLabsSounds().sound(SoundRequest("a heavy door closes", 1.5, loop=False), tmp_path)
    body = server.asked[0].json
    assert (body["text"], body["duration_seconds"], body["loop"]) == ("a heavy door closes", 1.5, False)
    assert body["model_id"] == "eleven_text_to_sound_v2"
    assert made.seconds == pytest.approx(1.5, abs=0.1) and not made.loops
    ElevenLabsSounds("eleven_text_to_sound_v3").sound(SoundRequest("a long storm", 99.0), tmp_path)
    assert (server.asked[1].json["duration_seconds"], server.asked[1].json["model_id"][-2:]) == (30.0, "v3")
    with pytest.raises(UserError, match="what is to be heard"):
        ElevenLabsSounds().sound(SoundRequest(" ", 2.0), tmp_path)
    assert len(server.asked) == 2


def test_a_sound_that_goes_round_has_no_gap_where_it_begins_again(at, tmp_path):
    at()
    made = ElevenLabsSounds().sound(SoundRequest("rain", 5.0), tmp_path)
    twice = np.tile(samples(made.path, 48_000), 2)
    parts = np.sqrt(np.square(twice[: len(twice) // 480 * 480]).reshape(-1, 480).mean(axis=1))
    assert parts.min() > 0.3 * np.median(parts), "the service's own silence at both ends is not in it"


def test_known_words_are_found_by_forced_alignment(at, tmp_path):
    made = spoken("Light burned high. All quiet.", "", "en", real=False)
    write_wav(tmp_path / "line.wav", made.audio, RATE)
    server = at(aligned([w.model_copy(update={"w": w.w.strip(".")}) for w in made.words]))
    request = TranscriptRequest(tmp_path / "line.wav", "en", tuple(word.w for word in made.words))
    result = ElevenLabsTranscript().hear(request, tmp_path)
    assert apart(result.words, made.words) < 0.001
    assert server.asked[0].form["text"] == [b"Light burned high. All quiet."]
    assert server.asked[0].form["file"] == [(tmp_path / "line.wav").read_bytes()]


def test_unknown_words_are_heard_with_their_times_and_their_language(at, tmp_path):
    made = spoken("Light burned high.", "", "en", real=False)
    write_wav(tmp_path / "line.wav", made.audio, RATE)
    server = at(heard(made.words, "hin"))
    result = ElevenLabsTranscript().hear(TranscriptRequest(tmp_path / "line.wav", ""), tmp_path)
    assert (result.text, result.language) == ("Light burned high.", "hi") and apart(result.words, made.words) < 0.001
    form = server.asked[0].form
    assert form["model_id"] == [b"scribe_v2"] and "language_code" not in form


def test_what_is_no_sound_is_not_sent(at, tmp_path):
    server = at(Reply())
    (tmp_path / "line.wav").write_bytes(b"no sound")
    with pytest.raises(MediaError, match=r"line.wav cannot be read as sound"):
        ElevenLabsTranscript().hear(TranscriptRequest(tmp_path / "line.wav", "en"), tmp_path)
    assert server.served == []


def test_sound_that_ends_before_its_words_is_no_answer(at, tmp_path):
    made = spoken("The sea was calm and wide and grey.", "", "en", real=False)
    at(speech("The sea was calm and wide and grey.", made.audio[: RATE // 2], made.words))
    with pytest.raises(BadOutput, match="times that do not fit"):
        ElevenLabsSpeech().speak(said("The sea was calm and wide and grey."), tmp_path)
