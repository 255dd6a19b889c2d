"""Speech: how words become sounds, one Word per token, and (with the voice pack) what is really heard."""

import json
import wave

import numpy as np
import pytest

from engine import packs
from engine.errors import UserError
from engine.providers.contract import SpeechRequest, Token, TranscriptRequest
from engine.providers.speech.attribution import attribute
from engine.providers.speech.espeak import Espeak
from engine.providers.speech.kokoro import KokoroSpeech
from engine.providers.speech.passages import GOOD, join, passages
from engine.providers.speech.sounds import written
from engine.providers.speech.spelling import Piece, spell
from engine.providers.speech.voices import VOICES

BOAT = (
    "Marta keeps the lighthouse on Gull Rock.",
    "Every evening she climbs ninety-one steps, trims the lamp, and writes one line in the log: all quiet.",
    "It is a boat made of newspaper.",
    '"I am seven," says the note.',
    "In the log that night there are two lines.",
)

WRONG = "उसके पास एक पुरानी साइकिल थी जिसकी घंटी कभी नहीं बजती थी"


def said(text, **other):
    """Tokens of a plain text whose words are said as they are written."""
    return tuple(Token(word, other.get(word, word)) for word in text.split())


def read(text, dialect="en-us", **other):
    pieces = spell(said(text, **other), dialect, ESPEAK)
    return " ".join(piece.before + piece.phonemes + piece.after for piece in pieces)


@pytest.fixture(scope="module", autouse=True)
def _library():
    global ESPEAK
    ESPEAK = Espeak()


# ---- voices


def test_all_voices_are_known_and_those_of_speakable_languages_are_offered_best_first():
    offered = KokoroSpeech().voices("")
    assert len(VOICES) == 54 and len(offered) == 41
    assert offered[0].name == "af_heart" and [v.grade for v in offered] == sorted(
        (v.grade for v in offered), reverse=True
    )
    assert {voice.gender for voice in offered} == {"female", "male"}


@pytest.mark.parametrize(
    ("language", "count", "first"),
    [
        ("en", 28, "af_heart"),
        ("en-GB", 8, "bf_emma"),
        ("en_US", 20, "af_heart"),
        ("hi-IN", 4, "hf_alpha"),
        ("fr", 1, "ff_siwis"),
    ],
)
def test_a_language_tag_finds_its_voices(language, count, first):
    voices = KokoroSpeech().voices(language)
    assert len(voices) == count and voices[0].name == first


def test_languages_that_cannot_be_read_aloud_rightly_are_not_offered():
    assert KokoroSpeech().voices("ja") == KokoroSpeech().voices("zh") == KokoroSpeech().voices("xx") == ()


@pytest.mark.parametrize(
    ("language", "voice", "pace", "message"),
    [
        ("ja", "jf_alpha", 1.0, r"does not speak 'ja'.*Hindi \(hi\).*choose"),
        ("hi", "af_heart", 1.0, r"'af_heart' speaks American English.*hf_alpha, hf_beta"),
        ("en", "hal", 1.0, "'hal' is none of Kokoro's voices.*choose one of: af_heart"),
        ("en", "af_heart", 2.5, "2.5 cannot be spoken; choose one from 0.5 to 2"),
    ],
)
def test_a_wrong_choice_is_answered_with_what_there_is(tmp_path, language, voice, pace, message):
    with pytest.raises(UserError, match=message):
        KokoroSpeech().speak(SpeechRequest(said("All quiet."), language, voice, pace), tmp_path)


# ---- sounds


def test_sounds_are_written_in_the_notation_of_the_model():
    assert read("They now go by boat, joyfully choosing jam.") == "ðA nˈW ɡˌO bI bˈOt, ʤˈYfəli ʧˈuzɪŋ ʤˈæm."
    assert written("ˈəʊ", "en-gb-x-rp") == "ˈQ" and written("pˈɐ̃ʊ̃", "pt-br") == "pˈɐ\u0303ʊ\u0303"


def test_american_and_british_voices_say_the_same_words_differently():
    assert read("water after one") == "wˈɔTəɹ ˈæftəɹ wˌʌn"
    assert read("water after one", "en-gb-x-rp") == "wˈɔːtəɹ ˈɑːftə wˌʌn"


def test_words_change_in_context_and_still_each_has_its_own_sounds():
    pieces = spell(said("the boat of the apple is out of it"), "en-us", ESPEAK)
    assert [(p.words, p.phonemes) for p in pieces if p.words in ("the", "of")] == [
        ("the", "ðə"), ("of", "ʌv"), ("the", "ði"), ("of", "ʌv"),
    ]  # fmt: skip
    assert [p.token for p in pieces] == list(range(9))


def test_no_r_is_added_where_none_is_written():
    assert read("Marta reads data rarely.").split()[0] == "mˈɑɹTə"
    assert read("the idea of it", "en-gb-x-rp").split()[1] == "Idˈiə".replace("iə", "ɪə")


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        ("एक छोटे से गाँव में मीरा नाम की एक लड़की रहती थी।", "hi"),
        ("¿Por qué no lo ha hecho el niño pingüino?", "es"),
        ("Je ne l'ai pas vu, mais les amis d'Alice sont arrivés.", "fr"),
        ("C'è un gatto nell'acqua, che cosa fanno gli amici?", "it"),
        ("A menina não tem pão e a mãe foi ao mercado.", "pt-br"),
    ],
)
def test_every_word_of_every_language_gets_its_sounds(text, dialect):
    tokens = said(text)
    pieces = spell(tokens, dialect, ESPEAK)
    assert [piece.token for piece in pieces] == list(range(len(tokens))) and all(piece.phonemes for piece in pieces)


def test_a_word_that_is_said_as_several_stays_one_token():
    tokens = (
        Token("At", "At"),
        Token("11:40", "eleven forty"),
        Token("£2,500", "two thousand, five hundred pounds"),
        Token("go.", "go."),
    )
    pieces = spell(tokens, "en-us", ESPEAK)
    assert [piece.token for piece in pieces] == [0, 1, 2, 2, 3] and pieces[1].phonemes == "ᵻlˈɛvən fˈɔɹTi"


def test_a_persons_own_pronunciation_wins():
    tokens = (Token("Ask", "Ask"), Token("Siobhan,", "Siobhan,", "/ʃɪˈvɔ:n/"), Token("now.", "now."))
    pieces = spell(tokens, "en-us", ESPEAK)
    assert (pieces[1].phonemes, pieces[1].after) == ("ʃɪˈvɔn", ",")


def test_a_sign_that_no_voice_can_say_is_named():
    pieces = spell((Token("click", "click", "ʘa"),), "en-us", ESPEAK)
    with pytest.raises(UserError, match="'click' has signs that this voice cannot say: ʘ"):
        passages(pieces, {"a": 43})


def test_pauses_come_from_marks_and_silent_tokens_have_no_sounds():
    tokens = (
        Token("“Mr.", "mister"), Token("Low,”", "Low"), Token("—", "—"), Token("😀", ""), Token("he", "he"), Token("said...", "said..."),
        Token("wait", "wait"), Token("--", "--"), Token("no!", "no!"),
    )  # fmt: skip
    pieces = spell(tokens, "en-us", ESPEAK)
    assert [(p.token, p.before, p.after) for p in pieces] == [
        (0, "“", ""), (1, "", ",”"), (4, "", ""), (5, "", "…"), (6, "", "—"), (8, "", "!"),
    ]  # fmt: skip


def test_a_line_without_words_says_so():
    with pytest.raises(UserError, match="no words to speak"):
        spell((Token("…", "…"), Token("😀", "")), "en-us", ESPEAK)


def test_sounds_are_dealt_out_where_words_are_run_together_or_apart():
    assert attribute(["ʌ", "v", "ð", "ə"], [["ʌ", "v"], ["ð", "ə"]]) == [["ʌ", "v"], ["ð", "ə"]]
    assert attribute(["f", "ɚ", "ɹ", "ə"], [["f", "ˈɔː", "ɹ"], ["ˈeɪ"]]) == [["f", "ɚ", "ɹ"], ["ə"]]
    assert attribute(["a", " ", "b"], [["a", " ", "b"]]) == [["a", " ", "b"]]
    assert attribute(["a"], [["a"], [], ["k", "ə"]])[2] == ["k", "ə"], "a word must not lose all its sounds"


# ---- long lines


def numbered(text):
    return [
        Piece(i, word.strip(".,"), "", "", word[len(word.strip(".,")) :], "a" * 9)
        for i, word in enumerate(text.split())
    ]


def test_a_long_line_is_cut_at_its_sentences_and_nothing_is_lost():
    pieces = numbered(("one two, three four five six seven eight. " * 9).strip())
    parts = passages(pieces, {"a": 1, " ": 2, ".": 3, ",": 4})
    assert len(parts) > 1 and all(len(part.symbols) <= GOOD and part.ends_sentence for part in parts)
    assert [token for part in parts for token in dict.fromkeys(part.owners) if token is not None] == list(
        range(len(pieces))
    )


def test_a_long_line_without_any_mark_is_cut_between_words():
    parts = passages(numbered("word " * 100), {"a": 1, " ": 2})
    assert len(parts) > 2 and all(len(part.symbols) <= GOOD and not part.ends_sentence for part in parts)


def test_joined_passages_keep_one_natural_pause_and_know_how_far_they_moved():
    tone = np.sin(np.arange(24000) / 8).astype(np.float32) * 0.3
    quiet = np.zeros(12000, np.float32)
    sound = np.concatenate([quiet, tone, quiet])
    whole, offsets = join([sound, sound], [True, True], 24000)
    assert offsets[0] == 0.0 and len(whole) / 24000 == pytest.approx(0.5 + 1 + 0.47 + 1 + 0.5, abs=0.02)
    second = round((offsets[1] + 0.5) * 24000)
    assert np.abs(whole[second : second + 240]).max() > 0.1 and np.abs(whole[second - 1200 : second - 240]).max() == 0.0


# ---- with the pack


@pytest.fixture(scope="module")
def kokoro():
    provider = KokoroSpeech()
    if provider.ready():
        pytest.skip(provider.ready())
    return provider


@pytest.fixture(scope="module")
def boat(kokoro, tmp_path_factory):
    scratch = tmp_path_factory.mktemp("boat")
    return [(text, kokoro.speak(SpeechRequest(said(text), "en", "af_heart"), scratch)) for text in BOAT]


def check_words(result, tokens):
    assert [word.w for word in result.words] == [token.shown for token in tokens]
    edges = [edge for word in result.words for edge in (word.start, word.end)]
    assert edges == sorted(edges) and edges[0] >= 0 and edges[-1] <= result.seconds
    assert all(word.start < word.end for word in result.words)


@pytest.mark.models
def test_the_vocabulary_knows_every_sound_that_is_written():
    if packs.missing_note("voice-kokoro"):
        pytest.skip("no voice pack")
    known = set(json.loads(packs.path("voice-kokoro", "vocab.json").read_text(encoding="utf-8"))["vocab"])
    for text, dialect in [
        (" ".join(BOAT), "en-us"),
        (" ".join(BOAT), "en-gb-x-rp"),
        ("छोटे गाँव की लड़की पढ़ती थीं।", "hi"),
        ("brun, huit, vin", "fr"),
    ]:
        assert set(read(text, dialect)) <= known


@pytest.mark.models
def test_a_line_is_a_mono_wav_with_one_word_for_each_token(boat):
    for text, result in boat:
        with wave.open(str(result.path)) as file:
            assert (file.getnchannels(), file.getframerate(), file.getsampwidth()) == (1, 24000, 2)
            assert file.getnframes() / 24000 == pytest.approx(result.seconds)
        check_words(result, said(text))


@pytest.mark.models
def test_the_voice_is_heard_right(boat, tmp_path):
    from engine.providers.transcript.align import word_errors
    from engine.providers.transcript.whisper import WhisperTranscript

    ear = WhisperTranscript()
    if ear.ready():
        pytest.skip(ear.ready())
    heard = " ".join(ear.hear(TranscriptRequest(result.path, "en"), tmp_path).text for _, result in boat)
    assert word_errors(" ".join(BOAT), heard, "en") < 0.08


@pytest.mark.models
def test_word_times_agree_with_forced_alignment(boat, tmp_path):
    from engine.providers.transcript.sphinx import SphinxTranscript

    late = []
    for text, result in boat:
        aligned = SphinxTranscript().hear(TranscriptRequest(result.path, "en", tuple(text.split())), tmp_path)
        late += [ours.start - theirs.start for ours, theirs in zip(result.words, aligned.words, strict=True)]
    assert np.median(np.abs(late)) < 0.05 and np.percentile(np.abs(late), 90) < 0.12


@pytest.mark.models
def test_the_first_and_last_word_begin_and_end_with_the_sound(boat):
    from engine.providers.transcript.sound import levels, samples

    for _, result in boat:
        level = levels(samples(result.path, 24000), 24000)
        loud = np.flatnonzero(level > 0.03 * level.max()) / 100
        assert result.words[0].start == pytest.approx(loud[0], abs=0.08)
        assert result.words[-1].end == pytest.approx(loud[-1], abs=0.1)


@pytest.mark.models
def test_the_same_request_gives_the_same_bytes_even_from_a_fresh_process(kokoro, tmp_path):
    from engine.workers import worker

    request = SpeechRequest(said("All quiet. Light burned high."), "en-gb", "bm_george", 0.9, "calm")
    first = kokoro.speak(request, tmp_path).path.read_bytes()
    worker("engine.providers.speech.synthesis:Synthesis").close()
    assert kokoro.speak(request, tmp_path).path.read_bytes() == first


@pytest.mark.models
def test_pace_and_emotion_change_the_length_and_the_times_follow(kokoro, tmp_path):
    tokens = said("She writes one line in the log.")
    lengths = []
    for pace, emotion in [(0.6, ""), (1.0, "sad"), (1.0, ""), (1.0, "excited"), (2.0, "")]:
        result = kokoro.speak(SpeechRequest(tokens, "en", "am_michael", pace, emotion), tmp_path)
        check_words(result, tokens)
        lengths.append(result.words[-1].end - result.words[0].start)
    assert lengths == sorted(lengths, reverse=True) and lengths[0] > 1.4 * lengths[2] > 2.4 * lengths[4]


@pytest.mark.models
def test_tokens_that_are_not_said_lie_between_their_neighbours(kokoro, tmp_path):
    tokens = (
        Token("😀", ""),
        Token("Light", "Light"),
        Token("—", "—"),
        Token("11:40", "eleven forty"),
        Token("high", "high"),
        Token("…", ""),
    )
    check_words(kokoro.speak(SpeechRequest(tokens, "en", "af_bella"), tmp_path), tokens)


@pytest.mark.models
def test_a_line_too_long_for_the_model_is_spoken_whole(kokoro, tmp_path):
    tokens = said(" ".join(BOAT) + " " + "and the sea was white " * 7)
    heard = []
    result = kokoro.speak(
        SpeechRequest(tokens, "en", "af_heart", 1.6), tmp_path, lambda share, words="": heard.append(share)
    )
    check_words(result, tokens)
    assert max(word.end - word.start for word in result.words) < 1.2 and heard == sorted(heard) and heard[-1] == 1.0


@pytest.mark.models
def test_hindi_is_spoken_and_its_words_are_in_the_sound(kokoro, tmp_path):
    from engine.providers.transcript.whisper import WhisperTranscript, evidence

    tokens = said("एक छोटे से गाँव में मीरा नाम की एक लड़की रहती थी।")
    result = kokoro.speak(SpeechRequest(tokens, "hi", "hf_alpha"), tmp_path)
    check_words(result, tokens)
    if WhisperTranscript().ready():
        pytest.skip(WhisperTranscript().ready())
    others = tuple(w.model_copy(update={"w": o}) for w, o in zip(result.words, WRONG.split(), strict=False))
    assert evidence(result.path, result.words, "hi") > 0.5 > 0.3 > evidence(result.path, others, "hi")


@pytest.mark.models
def test_the_person_can_stop_a_line_while_it_is_spoken(kokoro, tmp_path):
    def stop(share, message=""):
        if message == "speaking":
            raise InterruptedError

    with pytest.raises(InterruptedError):
        kokoro.speak(SpeechRequest(said(" ".join(BOAT)), "en", "af_heart"), tmp_path, stop)
    assert kokoro.speak(SpeechRequest(said("All quiet."), "en", "af_heart"), tmp_path).seconds > 0.5
