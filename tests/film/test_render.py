"""Whole films: exact to the frame and the sample, the same however they come about, re-made only where they changed."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from PIL import Image

from engine.errors import MediaError, UserError
from engine.film import RATE, SILENCE, Film, Line, Mix, Move, Shot, Window, probe, proxy, render, sound
from engine.film.timeline import timeline
from tests.film.conftest import (
    FPS,
    PAN,
    PUSH,
    SIZE,
    cue,
    draw_picture,
    ebur128,
    ffmpeg,
    frame_hashes,
    luma,
    moved,
    planes,
    python,
    still_film,
    with_shot,
)


def segments_with(film: Film, shot: int) -> int:
    return sum(shot in segment.shots for segment in timeline(film).segments)


def test_a_film_is_whole_and_clean_and_says_its_names(film, tmp_path):
    report = render(film, tmp_path / "out.mp4", cache=tmp_path / "cache")
    found = probe(tmp_path / "out.mp4")
    assert (found.size, found.fps, found.frames, found.has_audio) == (SIZE, Fraction(FPS), 96, True)
    assert (found.title, found.language) == ("The lamp", "hin")
    assert found.duration == pytest.approx(4.0, abs=0.002) and report.frames == len(planes(tmp_path / "out.mp4")) == 96
    checked = ffmpeg("-v", "error", "-xerror", "-i", str(tmp_path / "out.mp4"), "-f", "null", "-")
    assert checked.returncode == 0 and checked.stderr == ""
    loudness, peak = ebur128(tmp_path / "out.mp4")
    assert loudness == pytest.approx(-14.0, abs=0.3) and report.loudness == pytest.approx(loudness, abs=0.15)
    assert peak <= -1.0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "out.mp4"]
    assert not list((tmp_path / "cache").glob("*.part"))


def test_frames_stand_at_exact_times(film, tmp_path):
    import av

    render(film, tmp_path / "out.mp4", cache=tmp_path / "cache")
    with av.open(str(tmp_path / "out.mp4")) as container:
        times = [frame.pts * frame.time_base for frame in container.decode(video=0)]
        stream = container.streams.video[0]
        assert stream.average_rate == FPS and stream.start_time == 0
    assert times == [Fraction(n, FPS) for n in range(96)]


@pytest.mark.parametrize(("size", "fps"), [((180, 320), 25), ((200, 200), 30), ((322, 178), 24)])
def test_every_shape_and_rate_is_filmed(film, tmp_path, size, fps):
    made = replace(film, size=size, fps=fps)
    render(made, tmp_path / "out.mp4", cache=tmp_path / "cache")
    found = probe(tmp_path / "out.mp4")
    assert (found.size, found.fps, found.frames) == (size, fps, 96)
    assert found.duration == pytest.approx(96 / fps, abs=0.002)


def test_a_film_made_in_one_go_and_one_made_of_old_and_new_segments_are_equal(film, tmp_path):
    edited = with_shot(film, 2, picture=film.shots[0].picture, move=PAN)
    render(film, tmp_path / "first.mp4", cache=tmp_path / "a")
    render(edited, tmp_path / "edited.mp4", cache=tmp_path / "a")
    render(edited, tmp_path / "whole.mp4", cache=tmp_path / "b", workers=1)
    assert frame_hashes(tmp_path / "edited.mp4") == frame_hashes(tmp_path / "whole.mp4")
    assert (tmp_path / "edited.mp4").read_bytes() == (tmp_path / "whole.mp4").read_bytes()
    assert frame_hashes(tmp_path / "first.mp4") != frame_hashes(tmp_path / "whole.mp4")


OTHER_PROCESS = """
import pickle
from pathlib import Path
from engine.film import render
film, out, cache = pickle.loads(Path(sys.argv[1]).read_bytes())
render(film, out, cache=cache)
"""


def pickled(film, folder, out="out.mp4", cache="other"):
    import pickle

    path = folder / "film.pickle"
    path.write_bytes(pickle.dumps((film, folder / out, folder / cache)))
    return str(path)


def test_another_process_makes_the_same_film(film, tmp_path):
    render(film, tmp_path / "here.mp4", cache=tmp_path / "cache")
    done = python(OTHER_PROCESS, pickled(film, tmp_path, "there.mp4"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "here.mp4").read_bytes() == (tmp_path / "there.mp4").read_bytes()


def test_rendering_again_encodes_nothing(film, tmp_path):
    first = render(film, tmp_path / "out.mp4", cache=tmp_path / "cache")
    again = render(film, tmp_path / "out.mp4", cache=tmp_path / "cache")
    assert (first.reused_segments, again.encoded_segments) == (0, 0)
    assert again.reused_segments == first.encoded_segments == len(timeline(film).segments)
    assert (again.loudness, again.peak) == (first.loudness, first.peak)


@pytest.mark.parametrize("shot", range(4))
def test_another_picture_re_encodes_exactly_the_segments_that_show_it(film, tmp_path, media, shot):
    render(film, tmp_path / "out.mp4", cache=tmp_path / "cache")
    edited = with_shot(film, shot, picture=media / "p4.png")
    report = render(edited, tmp_path / "out.mp4", cache=tmp_path / "cache")
    assert report.encoded_segments == segments_with(film, shot) < len(timeline(film).segments)


def test_the_same_picture_under_another_name_changes_nothing(film, tmp_path):
    render(film, tmp_path / "out.mp4", cache=tmp_path / "cache")
    (tmp_path / "copy.png").write_bytes(film.shots[1].picture.read_bytes())
    report = render(with_shot(film, 1, picture=tmp_path / "copy.png"), tmp_path / "out.mp4", cache=tmp_path / "cache")
    assert report.encoded_segments == 0


def test_a_changed_caption_re_encodes_only_what_shows_it(film, tmp_path):
    render(film, tmp_path / "out.mp4", cache=tmp_path / "cache")
    cues = (film.cues[0], cue(3.0, 3.3, "home"))  # before: 2.0 to 3.2
    report = render(replace(film, cues=cues), tmp_path / "out.mp4", cache=tmp_path / "cache")
    touched = [s for s in timeline(film).segments if s.end > 2.0 * FPS and s.start < 3.3 * FPS]
    assert 0 < report.encoded_segments <= len(touched) < len(timeline(film).segments)


def test_sound_and_pictures_are_re_made_apart(film, tmp_path):
    render(film, tmp_path / "out.mp4", cache=tmp_path / "cache")
    before = frame_hashes(tmp_path / "out.mp4")
    report = render(replace(film, mix=Mix(loudness=-20.0)), tmp_path / "out.mp4", cache=tmp_path / "cache")
    assert report.encoded_segments == 0 and frame_hashes(tmp_path / "out.mp4") == before
    assert ebur128(tmp_path / "out.mp4")[0] == pytest.approx(-20.0, abs=0.3)


def test_quality_and_a_longer_neighbour_keep_segments_apart(film, tmp_path):
    render(film, tmp_path / "out.mp4", cache=tmp_path / "cache")
    longer = with_shot(film, 3, frames=33)
    report = render(longer, tmp_path / "out.mp4", cache=tmp_path / "cache")
    assert report.encoded_segments == segments_with(film, 3)
    other = render(film, tmp_path / "out.mp4", cache=tmp_path / "cache", quality="medium")
    assert other.reused_segments == 0


def test_a_damaged_segment_is_noticed_and_made_again(film, tmp_path):
    render(film, tmp_path / "out.mp4", cache=tmp_path / "cache")
    whole = (tmp_path / "out.mp4").read_bytes()
    pieces = sorted((tmp_path / "cache").glob("*.piece"))
    pieces[0].write_bytes(pieces[0].read_bytes()[:-10])
    content = bytearray(pieces[1].read_bytes())
    content[len(content) // 2] ^= 255
    pieces[1].write_bytes(content)
    pieces[2].write_bytes(b"")
    render(film, tmp_path / "out.mp4", cache=tmp_path / "cache")
    assert (tmp_path / "out.mp4").read_bytes() == whole


def test_the_cache_keeps_to_its_size_and_throws_the_oldest_away(film, tmp_path):
    render(film, tmp_path / "out.mp4", cache=tmp_path / "cache")
    size = sum(path.stat().st_size for path in (tmp_path / "cache").glob("*.piece"))
    edited = with_shot(film, 0, move=PAN)
    render(edited, tmp_path / "out.mp4", cache=tmp_path / "cache", cache_limit=size)
    assert sum(path.stat().st_size for path in (tmp_path / "cache").glob("*.piece")) <= size
    assert render(edited, tmp_path / "out.mp4", cache=tmp_path / "cache").encoded_segments <= 1


def test_sound_and_picture_meet_within_a_frame(tmp_path):
    for name, colour in (("black", 0), ("white", 255)):
        Image.new("RGB", SIZE, (colour,) * 3).save(tmp_path / f"{name}.png")
    click = np.zeros(RATE // 2, np.float32)
    click[RATE // 4 : RATE // 4 + 480] = np.sin(2 * np.pi * 1000 * np.arange(480) / RATE)
    sound.save_wav(tmp_path / "click.wav", click)
    frames = [25, 1, 40, 1, 30]
    shots = [Shot(f"s{n}", tmp_path / ("black.png", "white.png")[n % 2], PUSH, f) for n, f in enumerate(frames)]
    flashes = [25, 66]
    lines = [Line(tmp_path / "click.wav", n * RATE // FPS - RATE // 4) for n in flashes]
    render(Film(SIZE, FPS, tuple(shots), lines=tuple(lines)), tmp_path / "out.mp4", cache=tmp_path / "cache")
    bright = np.flatnonzero(luma(tmp_path / "out.mp4").mean(axis=(1, 2)) > 128)
    heard = np.abs(sound.load(tmp_path / "out.mp4", mono=True))
    assert bright.tolist() == flashes
    for frame in flashes:
        around = heard[frame * 2000 - 4000 : frame * 2000 + 4000]
        late = (np.argmax(around > 0.3 * around.max()) - 4000) / RATE
        assert abs(late) < 0.004  # a tenth of a frame


def test_nothing_jumps_where_segments_meet_on_a_still(media, tmp_path):
    window = Window(0.05, 0.05, 0.9, 0.9)
    film = still_film(media, 13 * FPS, move=Move(window, window))
    render(film, tmp_path / "out.mp4", cache=tmp_path / "cache")
    borders = [segment.start for segment in timeline(film).segments[1:]]
    assert borders
    frames = luma(tmp_path / "out.mp4").astype(np.float32)
    steps = np.abs(np.diff(frames.mean(axis=(1, 2))))
    changes = np.abs(np.diff(frames, axis=0)).mean(axis=(1, 2))
    assert max(steps[b - 1] for b in borders) < 0.1
    assert max(changes[b - 1] for b in borders) < 1.0


def test_a_dissolve_brightens_evenly_and_a_fade_goes_through_black(tmp_path):
    for name, level in (("dark", 60), ("light", 200)):
        Image.new("RGB", SIZE, (level,) * 3).save(tmp_path / f"{name}.png")
    a, b = tmp_path / "dark.png", tmp_path / "light.png"
    shots = (
        Shot("a", a, PUSH, 24, "fade", 8),
        Shot("b", b, PUSH, 24, "dissolve", 12),
        Shot("c", a, PUSH, 24, "fade", 8),
    )
    film = Film(SIZE, FPS, shots, fade_out=8)
    render(film, tmp_path / "out.mp4", cache=tmp_path / "cache")
    light = luma(tmp_path / "out.mp4").mean(axis=(1, 2))
    dissolve = light[17:31]
    assert np.all(np.diff(dissolve) > 0) and np.ptp(np.diff(dissolve)) < 3
    assert light[0] < 22 and light[71] < 22 and light[47] < 40 and light[48] < 30
    assert light[12] == pytest.approx(16 + 60 * 219 / 255, abs=2) and light[36] == pytest.approx(
        16 + 200 * 219 / 255, abs=2
    )


def test_a_move_runs_on_through_cuts_between_segments(media, tmp_path):
    film = still_film(media, 13 * FPS, move=Move(Window(0, 0.05, 0.9, 0.9), Window(0.1, 0.05, 0.9, 0.9), "linear"))
    render(film, tmp_path / "out.mp4", cache=tmp_path / "cache")
    steps = moved(luma(tmp_path / "out.mp4"))[:, 0]
    border = timeline(film).segments[1].start
    assert np.median(steps) == pytest.approx(-0.1 / 0.9 * SIZE[0] / film.frames, rel=0.05)
    assert steps[border - 1] == pytest.approx(np.median(steps), abs=0.08)


def test_a_film_of_silence_and_no_words_is_made(media, tmp_path):
    report = render(still_film(media, 5), tmp_path / "out.mp4", cache=tmp_path / "cache")
    assert report.loudness == SILENCE and probe(tmp_path / "out.mp4").has_audio and report.frames == 5


def test_a_film_of_one_frame_is_made(media, tmp_path):
    render(still_film(media, 1), tmp_path / "out.mp4", cache=tmp_path / "cache")
    assert len(planes(tmp_path / "out.mp4")) == 1


def test_shots_of_a_single_frame_each_are_joined_without_loss(media, tmp_path):
    shots = tuple(Shot(f"s{n}", media / f"p{n % 5}.png", PUSH, 1 + n % 3) for n in range(12))
    film = Film(SIZE, FPS, shots)
    render(film, tmp_path / "out.mp4", cache=tmp_path / "cache")
    assert len(planes(tmp_path / "out.mp4")) == film.frames
    assert ffmpeg("-v", "error", "-xerror", "-i", str(tmp_path / "out.mp4"), "-f", "null", "-").stderr == ""


def test_a_proxy_is_a_light_clip_of_one_shot(media, tmp_path):
    proxy(Shot("s", media / "p0.png", PUSH, 40), tmp_path / "clip.mp4", fps=30, size=(214, 120))
    found = probe(tmp_path / "clip.mp4")
    assert (found.size, found.fps, found.frames, found.has_audio) == ((214, 120), 30, 40, False)
    assert [path.name for path in tmp_path.iterdir()] == ["clip.mp4"]


def test_progress_rises_to_one_and_is_told_in_the_callers_thread(film, tmp_path):
    import threading

    told, threads = [], set()

    def progress(share, words):
        told.append(share)
        threads.add(threading.get_ident())
        assert words

    render(film, tmp_path / "out.mp4", cache=tmp_path / "cache", progress=progress)
    assert told == sorted(told) and told[-1] == 1.0 and threads == {threading.get_ident()}


ODD = {
    "frames a second": lambda f, d: replace(f, fps=23),
    "even numbers": lambda f, d: replace(f, size=(321, 180)),
    "at least one shot": lambda f, d: replace(f, shots=()),
    "has no frames": lambda f, d: with_shot(f, 0, frames=0),
    "looks beyond its picture": lambda f, d: with_shot(f, 0, move=Move(Window(0.5, 0, 1, 1), Window())),
    "a transition that is not known": lambda f, d: with_shot(f, 1, transition="wipe"),
    "ends before it starts": lambda f, d: replace(f, cues=(replace(f.cues[0], end=-1.0),)),
    "starts outside the film": lambda f, d: replace(f, lines=(Line(f.lines[0].path, 10**9),)),
    "loudness that cannot be made": lambda f, d: replace(f, mix=Mix(loudness=3.0)),
}


@pytest.mark.parametrize("words", ODD)
def test_what_was_asked_wrongly_is_said_in_a_sentence(film, tmp_path, words):
    with pytest.raises(UserError, match=words):
        render(ODD[words](film, tmp_path), tmp_path / "out.mp4", cache=tmp_path / "cache")
    assert not (tmp_path / "out.mp4").exists()


def broken(folder, name):
    (folder / name).write_bytes(b"this is neither a picture nor a sound")
    return folder / name


BROKEN = {
    r"picture broken\.png cannot be read": lambda f, d: with_shot(f, 1, picture=broken(d, "broken.png")),
    "picture of shot s02 is not there": lambda f, d: with_shot(f, 1, picture=d / "missing.png"),
    r"sound broken\.wav cannot be read": lambda f, d: replace(f, lines=(Line(broken(d, "broken.wav"), 0),)),
    "voice missing.wav is not there": lambda f, d: replace(f, lines=(Line(d / "missing.wav", 0),)),
    r"sound broken\.mp3 cannot be read": lambda f, d: replace(f, bed=replace(f.bed, path=broken(d, "broken.mp3"))),
    r"font broken\.ttf cannot be read": lambda f, d: replace(
        f, style=replace(f.style, fonts=(broken(d, "broken.ttf"),))
    ),
    "Captions need a font": lambda f, d: replace(f, style=replace(f.style, fonts=())),
}


@pytest.mark.parametrize("words", BROKEN)
def test_a_broken_or_missing_file_is_named_and_leaves_nothing(film, tmp_path, words):
    (tmp_path / "out.mp4").write_bytes(b"the old film")
    with pytest.raises(MediaError, match=words):
        render(BROKEN[words](film, tmp_path), tmp_path / "out.mp4", cache=tmp_path / "cache")
    assert (tmp_path / "out.mp4").read_bytes() == b"the old film"
    assert not list(tmp_path.rglob("*.part"))


def test_another_picture_in_place_of_the_old_one_is_seen_by_its_bytes(film, tmp_path):
    path = draw_picture(tmp_path / "mine.png", 7)
    mine = with_shot(film, 0, picture=path)
    render(mine, tmp_path / "out.mp4", cache=tmp_path / "cache")
    draw_picture(path, 8)
    assert render(mine, tmp_path / "out.mp4", cache=tmp_path / "cache").encoded_segments == segments_with(film, 0)
