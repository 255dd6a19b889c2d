"""Sound: decoding, trimming, loudness and true peak, checked against pyloudnorm, ffmpeg and what is known of the
signals.
"""

import av
import numpy as np
import pyloudnorm
import pytest

from engine.errors import MediaError
from engine.film import sound
from engine.film.levels import weighted_power
from engine.film.mastering import GATE, energies_of
from engine.film.pcm import plain
from engine.film.types import RATE, SILENCE
from tests.film.conftest import ebur128, speech


def tone(seconds, frequency=997.0, level=0.1, rate=RATE):
    at = np.arange(round(seconds * rate)) / rate
    return (level * np.sin(2 * np.pi * frequency * at)).astype(np.float32)


def test_a_saved_wav_is_loaded_as_it_was(tmp_path):
    for samples in (speech(0.3), np.stack([speech(0.3), speech(0.3, 1)], axis=1)):
        sound.save_wav(tmp_path / "a.wav", samples)
        loaded = sound.load(tmp_path / "a.wav")
        assert loaded.shape == samples.shape and loaded.dtype == np.float32
        assert np.abs(loaded - samples).max() < 1e-4


def test_any_rate_and_format_is_brought_to_48_kilohertz(tmp_path):
    sound.save_wav(tmp_path / "a.wav", tone(1.0, rate=22_050), 22_050)
    with av.open(str(tmp_path / "a.mp3"), "w") as container:
        stream = container.add_stream("mp3", rate=44_100, layout="stereo")
        frame = av.AudioFrame.from_ndarray(np.stack([tone(1.0, rate=44_100)] * 2), format="fltp", layout="stereo")
        frame.sample_rate = 44_100
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    for name, channels in (("a.wav", 1), ("a.mp3", 2)):
        loaded = sound.load(tmp_path / name)
        assert loaded.ndim == channels and len(loaded) == pytest.approx(RATE, abs=2500)
        part = loaded[10_000:30_000].reshape(20_000, -1)[:, 0]
        assert np.abs(np.fft.rfft(part)).argmax() * RATE / 20_000 == pytest.approx(997, abs=3)
        assert sound.load(tmp_path / name, mono=True).ndim == 1


@pytest.mark.parametrize("channels, mono", [(1, False), (1, True), (2, False)])
def test_a_plain_wav_is_read_as_a_decoder_would(tmp_path, channels, mono):
    chance = np.random.default_rng(channels).uniform(-1, 1, (6 * RATE + 7, channels)).astype(np.float32)
    sound.save_wav(tmp_path / "a.wav", chance)
    read = np.concatenate(list(plain(tmp_path / "a.wav", RATE, mono=mono) or ()))
    with av.open(str(tmp_path / "a.wav")) as container:
        packed = [frame.to_ndarray().reshape(-1, channels) for frame in container.decode(audio=0)]
    np.testing.assert_array_equal(read, np.concatenate(packed).astype(np.float32) / 32768)
    np.testing.assert_array_equal(sound.load(tmp_path / "a.wav", mono=mono).reshape(-1, channels), read)


def test_what_is_not_plain_is_left_to_a_decoder(tmp_path):
    sound.save_wav(tmp_path / "slow.wav", tone(0.1, rate=22_050), 22_050)
    sound.save_wav(tmp_path / "wide.wav", np.stack([tone(0.1), tone(0.1)], axis=1))
    sound.save_wav(tmp_path / "cut.wav", tone(1.0))
    (tmp_path / "cut.wav").write_bytes((tmp_path / "cut.wav").read_bytes()[:-2001])
    (tmp_path / "none.wav").write_bytes(b"RIFF nonsense")
    for name in ("slow", "cut", "none", "missing"):
        assert plain(tmp_path / f"{name}.wav", RATE) is None
    assert plain(tmp_path / "wide.wav", RATE, mono=True) is None
    assert len(sound.load(tmp_path / "cut.wav")) == pytest.approx(RATE, abs=1100)


@pytest.mark.parametrize("told", [0, 36, 1036, 1037, 50_000, 2**32 - 1])
def test_a_wav_whose_header_tells_a_wrong_length_is_heard_whole(tmp_path, told):
    sound.save_wav(tmp_path / "a.wav", tone(1.0))
    whole, content = sound.load(tmp_path / "a.wav"), bytearray((tmp_path / "a.wav").read_bytes())
    content[4:8] = told.to_bytes(4, "little")
    (tmp_path / "a.wav").write_bytes(content)
    np.testing.assert_array_equal(sound.load(tmp_path / "a.wav"), whole)


@pytest.mark.parametrize("content", [b"", b"RIFF nonsense", None])
def test_a_broken_sound_is_a_sentence(tmp_path, content):
    path = tmp_path / "broken.wav"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(MediaError, match=r"The sound broken\.wav .* again\."):
        sound.load(path)


def test_trimming_leaves_the_silence_that_was_asked_for():
    quiet = np.random.default_rng(0).normal(0, 1e-4, RATE).astype(np.float32)
    voice = tone(0.5)
    trimmed, removed = sound.trim(np.concatenate([quiet, voice, quiet]), RATE, 0.1, 0.25)
    assert removed == pytest.approx(0.9, abs=0.011)
    assert len(trimmed) / RATE == pytest.approx(0.1 + 0.5 + 0.25, abs=0.021)


def test_trimming_pads_where_there_is_too_little_silence_and_leaves_silence_alone():
    trimmed, removed = sound.trim(tone(0.5), RATE, 0.5, 1.0)
    assert removed == pytest.approx(-0.5, abs=0.011) and len(trimmed) / RATE == pytest.approx(2.0, abs=0.02)
    assert not trimmed[: round(0.48 * RATE)].any()
    silence = np.zeros(1000, np.float32)
    assert sound.trim(silence, RATE, 0.5, 0.5) == (pytest.approx(silence), 0.0)


@pytest.mark.parametrize("rate", [16_000, 44_100, 48_000])
def test_loudness_agrees_with_pyloudnorm(rate):
    chance = np.random.default_rng(1)
    samples = np.concatenate([chance.normal(0, level, (rate, 2)) for level in (0.1, 0.02, 0.0, 0.2)]).astype(np.float32)
    assert sound.loudness(samples, rate) == pytest.approx(pyloudnorm.Meter(rate).integrated_loudness(samples), abs=0.1)


def test_a_full_scale_tone_of_997_hertz_in_one_channel_is_minus_three_lufs():
    assert sound.loudness(tone(5.0, level=1.0)) == pytest.approx(-3.01, abs=0.05)


@pytest.mark.parametrize("channels", [1, 2])
def test_blocks_are_weighed_as_scipy_filters(channels):
    samples = np.random.default_rng(channels).normal(0, 0.2, (RATE * 2 + 321, channels)).astype(np.float32)
    steps = weighted_power(samples, RATE)[: 20 * GATE].reshape(20, GATE).mean(axis=1)
    np.testing.assert_allclose(energies_of(samples), steps, rtol=1e-12)


def test_clips_shorter_than_a_gate_and_silence_have_a_sane_loudness():
    whole = sound.loudness(tone(3.0))
    for seconds in (0.02, 0.1, 0.39):
        assert sound.loudness(tone(seconds)) == pytest.approx(whole, abs=1.5)
    assert sound.loudness(np.zeros(100, np.float32)) == SILENCE
    assert sound.loudness(np.zeros(0, np.float32)) == SILENCE


def test_true_peak_finds_what_lies_between_samples():
    at = np.arange(4800)
    between = np.sin(2 * np.pi * at / 4 + np.pi / 4).astype(np.float32) * np.hanning(4800).astype(np.float32) ** 0.1
    assert 20 * np.log10(np.abs(between).max()) == pytest.approx(-3.0, abs=0.05)
    assert sound.true_peak_db(between) == pytest.approx(0.0, abs=0.1)
    assert sound.true_peak_db(np.zeros(10, np.float32)) == -120


def test_the_limiter_holds_the_true_peak_and_leaves_quiet_passages_alone():
    samples = np.concatenate([tone(0.5, level=0.2), tone(0.05, 11_999, 1.4), tone(1.0, level=0.2)])
    limited = sound.limiter(samples, RATE, -1.0)
    assert sound.true_peak_db(limited) <= -1.0
    assert (limited[: round(0.45 * RATE)] == samples[: round(0.45 * RATE)]).all()
    assert np.allclose(limited[round(1.2 * RATE) :], samples[round(1.2 * RATE) :])


@pytest.mark.parametrize("level", [0.01, 0.05, 0.8])
def test_a_voice_is_brought_to_its_loudness_below_its_peak(tmp_path, level):
    voice = sound.to_loudness(speech(4.0, level=level), RATE, -16.0, -1.5)
    assert sound.loudness(voice) == pytest.approx(-16.0, abs=0.1)
    assert sound.true_peak_db(voice) <= -1.5
    sound.save_wav(tmp_path / "a.wav", voice)
    heard, peak = ebur128(tmp_path / "a.wav")
    assert heard == pytest.approx(-16.0, abs=0.2) and peak <= -1.3


def test_silence_is_not_raised():
    silence = np.zeros(RATE, np.float32)
    assert (sound.to_loudness(silence, RATE) == 0).all()


def test_a_wav_that_the_disk_does_not_take_is_a_sentence(tmp_path):
    with pytest.raises(MediaError, match="could not be written"):
        sound.save_wav(tmp_path / "nowhere" / "a.wav", tone(0.1))
