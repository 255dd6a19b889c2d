"""Caption tracks: a player can switch captions on, in their language, and they are the cues to the thousandth."""

from dataclasses import replace

import av
import pytest

from engine.errors import MediaError
from engine.film import Cue, read_subtitles, render, with_soft_track
from tests.film.conftest import ffmpeg, frame_hashes

CUES = (Cue(0.5, 1.5, ("The lamp", "is lit")), Cue(1.5, 2.25, ("स्त्री <b> & {x}",)), Cue(3.0, 3.5, ("boats",)))


def track(path):
    """The cues of a film's caption track, by FFmpeg's libraries."""
    with av.open(str(path)) as film:
        stream = film.streams.subtitles[0]
        found = []
        for packet in film.demux(stream):
            content = bytes(packet)[2:].decode()
            if content and packet.pts is not None:
                start = float(packet.pts * packet.time_base)
                rows = tuple(content.split("\n"))
                found.append(Cue(round(start, 3), round(start + float(packet.duration * packet.time_base), 3), rows))
        return tuple(found), stream.metadata["language"]


@pytest.fixture(scope="module")
def plain(media, tmp_path_factory):
    from engine.film import Film, Shot
    from tests.film.conftest import FPS, PUSH, SIZE

    folder = tmp_path_factory.mktemp("plain")
    made = Film(SIZE, FPS, (Shot("s", media / "p0.png", PUSH, 96),), title="The lamp", language="hi")
    render(made, folder / "film.mp4", cache=folder / "cache", quality="draft")
    return folder / "film.mp4"


def test_a_track_holds_the_cues_in_their_language(plain, tmp_path):
    out = tmp_path / "with.mp4"
    with_soft_track(plain, CUES, out, language="hi-IN")
    assert track(out) == (CUES, "hin")
    assert [p.name for p in tmp_path.iterdir()] == ["with.mp4"]


def test_pictures_sound_and_title_stay_as_they_were(plain, tmp_path):
    out = tmp_path / "with.mp4"
    with_soft_track(plain, CUES, out)
    assert frame_hashes(out) == frame_hashes(plain)
    with av.open(str(out)) as made, av.open(str(plain)) as old:
        assert made.metadata["title"] == old.metadata["title"] and made.duration == old.duration
        assert made.streams.video[0].average_rate == old.streams.video[0].average_rate
    assert ffmpeg("-v", "error", "-xerror", "-i", str(out), "-f", "null", "-").stderr == ""


def test_another_program_extracts_the_same_captions(plain, tmp_path):
    out = tmp_path / "with.mp4"
    with_soft_track(plain, CUES, out)
    assert (
        ffmpeg("-v", "error", "-i", str(out), "-map", "0:s", "-c:s", "webvtt", str(tmp_path / "a.vtt")).returncode == 0
    )
    found = read_subtitles(tmp_path / "a.vtt")
    assert [(c.start, c.end) for c in found] == [(c.start, c.end) for c in CUES]
    assert found[0].rows == CUES[0].rows and found[2].rows == CUES[2].rows


def test_the_track_is_off_until_a_viewer_switches_it_on(plain, tmp_path):
    out = tmp_path / "with.mp4"
    with_soft_track(plain, CUES, out)
    told = [line for line in ffmpeg("-i", str(out)).stderr.splitlines() if "Stream #" in line]
    assert ["(default)" in line for line in told if "Subtitle" in line] == [False]
    assert all("(default)" in line for line in told if "Subtitle" not in line)


def test_new_captions_take_the_place_of_old_ones(plain, tmp_path):
    with_soft_track(plain, CUES, tmp_path / "one.mp4")
    with_soft_track(tmp_path / "one.mp4", CUES[:1], tmp_path / "two.mp4", language="en")
    assert track(tmp_path / "two.mp4") == (CUES[:1], "eng")


def test_a_render_brings_the_track_along(film, tmp_path):
    made = replace(film, caption_track=True)
    render(made, tmp_path / "film.mp4", cache=tmp_path / "cache", quality="draft")
    cues, language = track(tmp_path / "film.mp4")
    assert language == "hin" and [c.rows for c in cues] == [c.rows for c in film.cues]
    render(replace(made, caption_track=False), tmp_path / "bare.mp4", cache=tmp_path / "cache", quality="draft")
    assert frame_hashes(tmp_path / "bare.mp4") == frame_hashes(tmp_path / "film.mp4")
    with av.open(str(tmp_path / "bare.mp4")) as bare:
        assert not bare.streams.subtitles


def test_what_is_no_film_is_a_sentence_and_leaves_nothing_behind(tmp_path):
    (tmp_path / "a.mp4").write_bytes(b"nothing")
    with pytest.raises(MediaError, match=r"could not be added to a\.mp4"):
        with_soft_track(tmp_path / "a.mp4", CUES, tmp_path / "out.mp4")
    assert [p.name for p in tmp_path.iterdir()] == ["a.mp4"]
