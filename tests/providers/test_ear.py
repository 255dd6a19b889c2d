"""The ear: counting word errors, matching known words with heard ones, and times from real sound (with the packs)."""

import subprocess

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import BadOutput, MediaError, UserError
from engine.providers.contract import SpeechRequest, Token, TranscriptRequest
from engine.providers.speech.kokoro import KokoroSpeech
from engine.providers.speech.recording import take_recording
from engine.providers.transcript.align import matched, settled, word_errors
from engine.providers.transcript.sound import samples, write_wav
from engine.providers.transcript.sphinx import SphinxTranscript
from engine.providers.transcript.whisper import WhisperTranscript, evidence
from engine.types import Word

LINE = "Every evening she climbs ninety-one steps, and writes one line in the harbour log."
HINDI = "मीरा ने साइकिल की रस्सी खोली, उसे पेड़ से बाँधा।"
OTHER = "At four in the morning a red trawler comes round the point with a broken mast."


def said(text):
    return tuple(Token(word, word) for word in text.split())


def heard(*words):
    """One word a second."""
    return tuple(Word(w=word, start=float(i), end=i + 0.8) for i, word in enumerate(words))


# ---- counting errors


@pytest.mark.parametrize(
    ("expected", "said_instead", "language"),
    [
        ("All quiet.", "all QUIET", "en"),
        ("She climbs ninety-one steps.", "She climbs 91 steps", "en"),
        ("At 11:40, or 95%.", "at eleven forty or ninety five percent", "en"),
        ("The 1st of 2,500 harbours", "the first of two thousand five hundred harbors", "en"),
        ("You cannot hear them any more; it's grey.", "you can not hear them anymore its gray", "en"),
        ("तेज़ बारिश में गाँव।", "तेज बारिश में गांव", "hi"),
        ("Hay 21 barcos", "hay veintiuno barcos", "es"),
    ],
)
def test_what_sounds_the_same_is_no_error(expected, said_instead, language):
    assert word_errors(expected, said_instead, language) == 0.0


def test_missed_added_and_changed_words_are_counted():
    assert word_errors("the boat is made of paper", "the boat is paper", "en") == pytest.approx(2 / 6)
    assert word_errors("all quiet", "all is quiet now", "en") == pytest.approx(1.0)
    assert word_errors("all quiet", "I'll quiet", "en") == pytest.approx(0.5)
    assert word_errors("", "", "en") == 0.0 and word_errors("…", "something", "en") == 1.0


# ---- matching and settling


def test_known_words_take_the_times_of_what_was_heard_like_them():
    words = matched(["She", "climbs", "ninety-one", "—", "steps."], heard("she", "climbs", "91", "steps"), "en", 5.0)
    assert [word.w for word in words] == ["She", "climbs", "ninety-one", "—", "steps."]
    assert [word.start for word in words] == [0.0, 1.0, 2.0, 2.8, 3.0]


def test_words_parted_differently_share_their_time():
    words = matched(["a", "light", "house", "any", "more"], heard("a", "lighthouse", "anymore"), "en", 3.0)
    assert [round(word.start, 2) for word in words] == [0.0, 1.0, 1.4, 2.0, 2.34]


def test_words_that_were_left_out_lie_between_their_neighbours_and_added_ones_are_passed_over():
    words = matched(["one", "two", "three", "four", "five"], heard("one", "well", "two", "five"), "en", 4.0)
    assert [word.start for word in words[:2]] == [0.0, 2.0] and words[4].start == 3.0
    assert 2.8 <= words[2].start < words[3].start < 3.0
    assert len(matched(["a", "b"], (), "en", 2.0)) == 2


spans = st.one_of(st.none(), st.tuples(st.floats(-1, 12), st.floats(-1, 12)))


@given(st.lists(spans, min_size=1, max_size=40), st.floats(0.3, 10))
def test_settled_times_always_rise_within_the_sound(times, seconds):
    found = settled(times, [1] * len(times), seconds)
    edges = [edge for span in found for edge in span]
    assert edges == sorted(edges) and edges[0] >= 0 and edges[-1] <= seconds + 1e-3
    assert all(start < end for start, end in found)


# ---- sound


def test_what_is_no_sound_is_refused_in_one_sentence(tmp_path):
    text, picture = tmp_path / "note.txt", tmp_path / "cut.wav"
    text.write_text("All quiet. " * 50, encoding="utf-8")
    picture.write_bytes(b"RIFF\x00\x00nothing of the kind")
    for path in (text, picture, tmp_path / "absent.mp3"):
        with pytest.raises(MediaError, match=path.name):
            samples(path, 16000)


def test_a_recording_that_is_silent_or_too_long_is_refused(tmp_path):
    write_wav(tmp_path / "silent.wav", np.zeros(16000, np.float32), 16000)
    with pytest.raises(MediaError, match=r"silent\.wav is silent; check the microphone"):
        take_recording(tmp_path / "silent.wav", said("All quiet."), "en", tmp_path)
    write_wav(tmp_path / "long.wav", np.zeros(8000 * 601, np.float32), 8000)
    with pytest.raises(MediaError, match="longer than 10 minutes"):
        take_recording(tmp_path / "long.wav", said("All quiet."), "en", tmp_path)
    with pytest.raises(UserError, match="no words to find"):
        take_recording(tmp_path / "long.wav", (Token("…", ""),), "en", tmp_path)


def test_channels_are_mixed_and_rates_changed(tmp_path):
    import soundfile

    left = np.sin(np.arange(44100) / 10).astype(np.float32)
    soundfile.write(tmp_path / "two.flac", np.stack([left, np.zeros_like(left)], axis=1) * 0.5, 44100)
    mono = samples(tmp_path / "two.flac", 16000)
    assert len(mono) == pytest.approx(16000, abs=40) and 0.2 < np.abs(mono).max() < 0.3


def test_noise_holds_no_words(tmp_path):
    noise = np.random.default_rng(1).normal(0, 0.05, 32000).astype(np.float32)
    write_wav(tmp_path / "noise.wav", noise, 16000)
    with pytest.raises(BadOutput, match="not in the sound"):
        SphinxTranscript().hear(TranscriptRequest(tmp_path / "noise.wav", "en", ("all", "quiet")), tmp_path)


def test_pocketsphinx_says_what_it_cannot_do(tmp_path):
    with pytest.raises(UserError, match="English only, not 'hi'"):
        SphinxTranscript().hear(TranscriptRequest(tmp_path / "a.wav", "hi", ("मीरा",)), tmp_path)
    with pytest.raises(UserError, match="known already"):
        SphinxTranscript().hear(TranscriptRequest(tmp_path / "a.wav", "en"), tmp_path)


# ---- with the packs


@pytest.fixture(scope="module")
def ear():
    ear = WhisperTranscript()
    if ear.ready():
        pytest.skip(ear.ready())
    return ear


@pytest.fixture(scope="module")
def spoken(tmp_path_factory):
    """A line and its times, of a voice that tells them itself."""
    kokoro, scratch = KokoroSpeech(), tmp_path_factory.mktemp("spoken")
    if kokoro.ready():
        pytest.skip(kokoro.ready())
    return {
        "en": kokoro.speak(SpeechRequest(said(LINE), "en", "am_puck"), scratch),
        "hi": kokoro.speak(SpeechRequest(said(HINDI), "hi", "hm_omega"), scratch),
    }


def off(found, true):
    assert [word.w for word in found] == [word.w for word in true]
    return np.abs([a.start - b.start for a, b in zip(found, true, strict=True)])


@pytest.mark.models
def test_known_english_words_are_found_exactly(spoken, tmp_path):
    words = tuple(LINE.split())
    found = SphinxTranscript().hear(TranscriptRequest(spoken["en"].path, "en", words), tmp_path)
    assert np.median(off(found.words, spoken["en"].words)) < 0.05


@pytest.mark.models
def test_words_that_the_dictionary_lacks_are_found_too(kokoro_says, tmp_path):
    result = kokoro_says("The zorblax drank tannins — and 3 flavours of Quidditch.")
    words = tuple(word.w for word in result.words)
    found = SphinxTranscript().hear(TranscriptRequest(result.path, "en", words), tmp_path)
    assert off(found.words, result.words).max() < 0.2


@pytest.fixture
def kokoro_says(spoken, tmp_path):
    return lambda text: KokoroSpeech().speak(SpeechRequest(said(text), "en", "af_heart"), tmp_path)


@pytest.mark.models
def test_speech_is_heard_with_the_times_of_its_words(ear, spoken, tmp_path):
    result = ear.hear(TranscriptRequest(spoken["en"].path, "en"), tmp_path)
    assert word_errors(LINE, result.text, "en") == 0.0 and result.language == "en"
    assert abs(result.words[0].start - spoken["en"].words[0].start) < 0.15
    edges = [edge for word in result.words for edge in (word.start, word.end)]
    assert edges == sorted(edges) and edges[-1] <= spoken["en"].seconds


@pytest.mark.models
@pytest.mark.parametrize(("language", "text"), [("en", LINE), ("hi", HINDI)])
def test_known_words_of_any_language_are_found(ear, spoken, tmp_path, language, text):
    found = ear.hear(TranscriptRequest(spoken[language].path, language, tuple(text.split())), tmp_path)
    wrong = off(found.words, spoken[language].words)
    assert np.median(wrong) < 0.09 and np.percentile(wrong, 90) < 0.2


@pytest.mark.models
def test_a_long_sound_is_timed_by_what_is_heard(ear, spoken, tmp_path):
    once, pause = samples(spoken["en"].path, 16000), np.zeros(16000 * 12, np.float32)
    write_wav(tmp_path / "long.wav", np.concatenate([once, pause, once, pause]), 16000)
    found = ear.hear(TranscriptRequest(tmp_path / "long.wav", "en", tuple(LINE.split()) * 2), tmp_path)
    each, second = len(LINE.split()), (len(once) + len(pause)) / 16000
    true = [word.start for word in spoken["en"].words] + [word.start + second for word in spoken["en"].words]
    assert len(found.words) == 2 * each
    assert np.median(np.abs([word.start - at for word, at in zip(found.words, true, strict=True)])) < 0.12


@pytest.mark.models
def test_the_language_can_be_found_out_and_an_unknown_one_is_named(ear, spoken, tmp_path):
    assert ear.hear(TranscriptRequest(spoken["en"].path, ""), tmp_path).language == "en"
    with pytest.raises(UserError, match="does not know the language 'xx'"):
        ear.hear(TranscriptRequest(spoken["en"].path, "xx"), tmp_path)


@pytest.mark.models
def test_silence_says_nothing(ear, tmp_path):
    write_wav(tmp_path / "silence.wav", np.zeros(32000, np.float32), 16000)
    assert ear.hear(TranscriptRequest(tmp_path / "silence.wav", "en"), tmp_path).text == ""


@pytest.mark.models
def test_the_sound_speaks_for_its_own_words_only(ear, spoken):
    own = spoken["en"].words
    others = tuple(word.model_copy(update={"w": w}) for word, w in zip(own, OTHER.split(), strict=False))
    assert evidence(spoken["en"].path, own, "en") > 2 > 0.3 > evidence(spoken["en"].path, others, "en")


# ---- a person's own recording


@pytest.fixture
def phone(spoken, tmp_path):
    """The line as a browser or a phone would send it."""
    import imageio_ffmpeg

    def convert(language, name, *options):
        target = tmp_path / name
        command = [
            imageio_ffmpeg.get_ffmpeg_exe(),
            "-loglevel",
            "error",
            "-i",
            str(spoken[language].path),
            *options,
            str(target),
        ]
        subprocess.run(command, check=True)
        return target

    return convert


@pytest.mark.models
@pytest.mark.parametrize(
    ("name", "options"), [("me.webm", ("-c:a", "libopus", "-ac", "2")), ("me.m4a", ("-ar", "44100"))]
)
def test_a_recording_in_any_format_gets_the_times_of_its_words(ear, spoken, phone, tmp_path, name, options):
    result, warnings = take_recording(phone("en", name, *options), said(LINE), "en", tmp_path)
    assert warnings == () and off(result.words, spoken["en"].words).max() < 0.15
    assert len(samples(result.path, 48000)) / 48000 == pytest.approx(result.seconds)


@pytest.mark.models
def test_a_hindi_recording_is_timed_too(ear, spoken, phone, tmp_path):
    result, warnings = take_recording(phone("hi", "me.mp3"), said(HINDI), "hi", tmp_path)
    assert warnings == () and np.median(off(result.words, spoken["hi"].words)) < 0.1


@pytest.mark.models
def test_a_recording_of_other_words_is_taken_with_a_warning(ear, spoken, tmp_path):
    other = said(OTHER)
    result, warnings = take_recording(spoken["en"].path, other, "en", tmp_path)
    assert [word.w for word in result.words] == [token.shown for token in other]
    assert len(warnings) == 1 and "something else than this line" in warnings[0]
    near = said("Every evening she climbs the stairs, goes to bed and writes nothing at all.")
    result, warnings = take_recording(spoken["en"].path, near, "en", tmp_path)
    assert "heard: “Every evening she climbs 91 steps" in warnings[0]
    assert abs(result.words[3].start - spoken["en"].words[3].start) < 0.15


@pytest.mark.models
def test_a_bad_recording_is_taken_and_what_is_bad_is_said(ear, spoken, tmp_path):
    audio = samples(spoken["en"].path, 48000)
    write_wav(tmp_path / "loud.wav", audio * 8, 48000)
    write_wav(tmp_path / "faint.wav", audio * 0.02, 48000)
    assert "distorted" in take_recording(tmp_path / "loud.wav", said(LINE), "en", tmp_path)[1][0]
    assert "very quiet" in take_recording(tmp_path / "faint.wav", said(LINE), "en", tmp_path)[1][0]
