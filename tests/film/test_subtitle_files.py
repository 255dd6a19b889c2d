"""Subtitle files: what is written is read back, what a person brings is read whatever its encoding, mistakes are named
with their line, and libass draws our ASS as the film has it burned.
"""

import subprocess

import cv2
import imageio_ffmpeg
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from engine.errors import UserError
from engine.film import Cue, Word, gallery, read_subtitles, srt, styled, vtt, write_ass, write_vtt
from engine.film.ass import ass
from engine.film.captions import Captions
from engine.film.painter import empty_planes
from engine.film.types import Film, Shot
from tests.film.conftest import PUSH, cue, fonts_for

WORDS = (Word("The", 0.2, 0.5), Word("lamp", 0.5, 0.98), Word("burns", 1.02, 1.5))
LAMP = Cue(0.2, 2.4, ("The lamp", "burns"), WORDS)
SIZE = (640, 360)


def film(media, cues, name="karaoke", text="Az", size=SIZE):
    style = styled(name, fonts_for(text), size=size)
    return Film(size, 25, (Shot("s", media / "p0.png", PUSH, 100),), tuple(cues), style)


def test_webvtt_times_every_word_inside_the_text():
    text = vtt([LAMP])
    assert text.startswith("WEBVTT\n\n00:00:00.200 --> 00:00:02.400\n")
    assert "The <00:00:00.500>lamp<00:00:00.980>\n<00:00:01.020>burns<00:00:01.500>" in text
    assert "a &amp; b &lt;c&gt;" in vtt([Cue(0, 1, ("a & b <c>",))])


def test_what_is_written_as_webvtt_is_read_back_with_its_words(tmp_path):
    write_vtt([LAMP, Cue(3, 4, ("स्त्री & <b>",))], tmp_path / "a.vtt")
    assert read_subtitles(tmp_path / "a.vtt") == (LAMP, Cue(3, 4, ("स्त्री & <b>",)))


@given(some.lists(some.tuples(some.integers(1, 4000), some.text("abc déक्ष漢 ", min_size=1, max_size=30)), max_size=6))
@settings(max_examples=40, deadline=None)
def test_any_cues_survive_srt_and_webvtt(lengths):
    cues, at = [], 0
    for length, text in lengths:
        if text.strip():
            cues.append(Cue(at / 1000, (at + length) / 1000, (" ".join(text.split()),)))
        at += length
    for written in (srt(cues), vtt(cues)):
        if cues:
            assert read_subtitles(written.encode()) == tuple(cues)


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("utf-16-le", "utf-16-le"),
        ("cp1252", ""),
        ("cp1256", "cp1256"),
    ],
)
def test_files_of_any_usual_encoding_and_line_ending_are_read(encoding, said):
    word = "قارب" if encoding == "cp1256" else "Fährmann"
    text = f"1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>Der</i> {word}\r\n\r\n2\r\n0:00:03.5 --> 0:00:04,000\r\n{{\\an8}}oben\r\n"
    assert read_subtitles(text.encode(encoding), encoding=said) == (
        Cue(1.0, 2.5, (f"Der {word}",)),
        Cue(3.5, 4.0, ("oben",)),
    )


def test_webvtt_notes_styles_and_settings_are_passed_over():
    text = "WEBVTT - a film\n\nNOTE\nnot shown\n\nSTYLE\n::cue { color: red }\n\nid\n00:01.000 --> 00:02.000 line:80%\n<v Ana>Boats\n"
    assert read_subtitles(text.encode()) == (Cue(1.0, 2.0, ("Boats",)),)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1\n00:00:01,000 --> 00:00:0x\nA\n", "Line 2: the times"),
        ("1\n00:00:01,000 -> 00:00:02,000\nA\n", "Line 2: the times"),
        ("1\n00:00:03,000 --> 00:00:02,000\nA\n", "Line 2: the caption ends before it begins"),
        ("1\n00:00:01,000 --> 00:00:03,000\nA\n\n2\n00:00:02,000 --> 00:00:04,000\nB\n", "Line 6: this caption begins"),
        ("1\n00:00:01,000 --> 00:00:03,000\nA\n\nstray words\n", "Line 5: 'stray words' stands outside"),
        ("WEBVTT\n\n99:99:99.000 --> 99:99:99.900\nA\n", "Line 3: the caption stands after more than 24 hours"),
        ("[Events]\nFormat: Layer, Start, End, Text\nDialogue: 0,0:00:01.00,soon,A\n", "Line 3: the time 'soon'"),
        ("[Events]\nFormat: Layer, Start, End, Text\nDialogue: 0,0:00:01.00\n", "Line 3: this dialogue has too few"),
        ("a letter, not subtitles", "stands outside"),
        ("", "There are no captions"),
    ],
)
def test_a_mistake_is_named_with_its_line(text, line):
    with pytest.raises(UserError, match=line):
        read_subtitles(text.encode())


def test_overlaps_are_trimmed_where_that_is_asked_for():
    text = "1\n00:00:01,000 --> 00:00:03,000\nA\n\n2\n00:00:02,000 --> 00:00:04,000\nB\n"
    assert [(c.start, c.end) for c in read_subtitles(text.encode(), overlaps="trim")] == [(1, 2), (2, 4)]


def test_a_file_that_is_not_there_or_no_text_is_a_sentence(tmp_path):
    with pytest.raises(UserError, match="cannot be read"):
        read_subtitles(tmp_path / "none.srt")
    with pytest.raises(UserError, match="is no encoding"):
        read_subtitles(b"x", encoding="klingon")


@pytest.mark.parametrize("name", [name for name in gallery() if name not in ("none", "pop", "punch", "typewriter")])
def test_our_ass_is_read_back_as_the_cues_it_was_made_of(media, name):
    made = read_subtitles(ass(film(media, [LAMP, cue(3, 4, "boats come", "home")], name)).encode())
    assert [c.rows for c in made] == [("The lamp", "burns"), ("boats come", "home")]
    assert [c.start for c in made] == pytest.approx([0.2, 3.0], abs=0.021)
    if name in ("karaoke", "boxed", "marker", "storybook", "neon"):
        assert [w.text for w in made[0].words] == ["The", "lamp", "burns"]
        assert [w.start for w in made[0].words] == pytest.approx([0.2, 0.5, 1.02], abs=0.04)
        assert [w.end for w in made[0].words] == pytest.approx([0.5, 0.98, 1.5], abs=0.06)


def test_karaoke_of_another_program_gives_timed_words():
    text = (
        "[Script Info]\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
        "Dialogue: 0,0:00:01.00,0:00:03.00,Default,,0,0,0,,{\\k40}Boats, {\\kf60}come{\\k20}{\\k30}home\\Nnow\n"
    )
    (made,) = read_subtitles(text.encode())
    assert made.rows == ("Boats, comehome", "now")
    assert [(w.text, round(w.start, 2)) for w in made.words][:3] == [("Boats,", 1.0), ("come", 1.4), ("home", 2.2)]


def burned(made, frame):
    planes = empty_planes(made.size)
    for plane, value in zip(planes, (90, 128, 128), strict=True):
        plane[:] = value
    Captions(made).draw(frame, planes)
    return planes


def by_libass(made, frame, folder):
    write_ass(made, folder / "a.ass")
    width, height = made.size
    (folder / "grey.yuv").write_bytes(bytes([90]) * (width * height) + bytes([128]) * (width * height // 2))
    source = ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", f"{width}x{height}", "-r", "25", "-stream_loop", "120"]
    picture = ["-vf", f"setparams=colorspace=bt709:range=tv,select=eq(n\\,{frame}),ass=a.ass", "-frames:v", "1"]
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", *source, "-i", "grey.yuv", *picture]
    raw = subprocess.run(
        [*command, "-f", "rawvideo", "-pix_fmt", "yuv420p", "-"], capture_output=True, check=True, cwd=folder
    ).stdout
    whole, half = width * height, width * height // 4
    parts = [raw[:whole], raw[whole : whole + half], raw[whole + half : whole + 2 * half]]
    return [np.frombuffer(p, np.uint8).reshape(height // k, width // k) for p, k in zip(parts, (1, 2, 2), strict=True)]


def shared(one, other):
    """The share of bright letters of each picture that lies within a pixel of the other's."""
    masks = [(picture > 165).astype(np.uint8) for picture in (one, other)]
    assert all(mask.sum() > 300 for mask in masks)
    grown = [cv2.dilate(mask, np.ones((3, 3), np.uint8)) for mask in masks]
    return min((masks[0] & grown[1]).sum() / masks[0].sum(), (masks[1] & grown[0]).sum() / masks[1].sum())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("karaoke", "The boats came home"),
        ("boxed", "चिट्ठियाँ स्त्री क्षण"),
        ("marker", "السلام عليكم"),
        ("pop", "The boats came home"),
        ("typewriter", "The boats came home"),
        ("television", "The boats came home"),
    ],
)
def test_libass_draws_our_ass_as_the_film_has_it_burned(media, tmp_path, name, text):
    made = film(media, [cue(0.2, 3.8, text)], name, text, size=(1280, 720))
    frame = 24
    ours, theirs = burned(made, frame)[0], by_libass(made, frame, tmp_path)[0]
    assert shared(ours, theirs) > 0.97
    # Boxes, outlines and shadows as well: hardly a pixel is much lighter or darker.
    assert (np.abs(ours.astype(int) - theirs) > 60).mean() < 0.004


def test_libass_lights_the_word_that_the_film_lights(media, tmp_path):
    made = film(media, [cue(0.2, 3.8, "The boats came home")], "karaoke", size=(1280, 720))
    lit = []
    for frame in (12, 60):
        pictures = burned(made, frame), by_libass(made, frame, tmp_path)
        lit.append([np.flatnonzero((p[1] < 90).any(axis=0)).mean() for p in pictures])
    assert all(abs(ours - theirs) < 2 for ours, theirs in lit) and lit[0][0] < lit[1][0]
