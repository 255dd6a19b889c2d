"""SubRip files say what the cues say; probing tells a film's facts without ffprobe."""

import pytest

from engine.errors import MediaError
from engine.film import Cue, probe, srt, write_srt


def test_srt_has_times_in_milliseconds_rows_and_order():
    text = srt([Cue(3661.5, 3662.25, ("later",)), Cue(0.0004, 1.9996, ("The lamp", "is {lit} <i>"))])
    assert text.split("\n\n")[0] == "1\n00:00:00,000 --> 00:00:02,000\nThe lamp\nis {lit} <i>"
    assert "2\n01:01:01,500 --> 01:01:02,250\nlater" in text


def test_srt_leaves_out_what_shows_nothing(tmp_path):
    write_srt([Cue(0, 1, ("  ",)), Cue(2, 2, ("never",)), Cue(3, 4, ("स्त्री",))], tmp_path / "a.srt")
    content = (tmp_path / "a.srt").read_text(encoding="utf-8")
    assert content.count("-->") == 1 and "स्त्री" in content
    assert [p.name for p in tmp_path.iterdir()] == ["a.srt"]


def test_probing_a_sound_tells_its_length_and_no_picture(media):
    found = probe(media / "v0.wav")
    assert found.has_audio and found.size == (0, 0) and found.sample_rate == 48_000
    assert found.duration == pytest.approx(1.2, abs=0.01)


def test_probing_nonsense_is_a_sentence(tmp_path):
    (tmp_path / "a.mp4").write_bytes(b"nothing")
    for name in ("a.mp4", "missing.mp4"):
        with pytest.raises(MediaError, match="cannot be read as a film or a sound"):
            probe(tmp_path / name)
