"""Finding fonts by the letters they have, on the fonts that are on this machine."""

import shutil

import pytest
from PIL import Image, ImageDraw

from engine.fonts import clean, faces_for, fonts_for, load, runs, uncovered

SAMPLES = {
    "latin": "Lighthouse 95°",
    "greek": "Ξένος",
    "cyrillic": "Маяк",
    "devanagari": "पुल टूट गया",
    "hebrew": "מגדלור",
    "arabic": "منارة",
}


def needs(text):
    if uncovered(text):
        pytest.skip("no font on this machine has these letters")


@pytest.mark.parametrize("script", SAMPLES)
@pytest.mark.parametrize("role", ["display", "text"])
def test_the_first_font_has_all_letters_of_a_text_in_one_script(script, role):
    needs(SAMPLES[script])
    face = faces_for(SAMPLES[script], role)[0]
    assert face.covers(SAMPLES[script].replace("°", "")) or len(fonts_for(SAMPLES[script], role)) > 1
    assert fonts_for(SAMPLES[script], role)[0].is_file()


def test_large_words_get_a_serif_and_small_ones_a_sans_where_both_are_there():
    display, text = faces_for("Lighthouse", "display")[0], faces_for("Lighthouse", "text")[0]
    assert not text.serif
    assert display.serif or all(not face.serif for face in faces_for("Lighthouse", "display"))
    assert not (display.italic or text.italic or display.odd or text.odd)


def test_a_text_in_two_scripts_is_cut_where_the_font_changes_and_loses_nothing():
    text = "Meera मीरा 95"
    needs(text)
    parts = runs(text, "display")
    assert "".join(part for part, _ in parts) == text
    assert all(face.covers(part) for part, face in parts)


def test_marks_stay_with_their_letters():
    needs("चिट्ठियाँ")
    assert len(runs("चिट्ठियाँ", "text")) == 1


def test_letters_that_no_font_has_are_named_and_left_out_of_runs():
    assert uncovered("a\U0001e900b") in ("", "\U0001e900")
    nobody = "\U0010fffd"
    assert uncovered(f"a{nobody}b") == nobody
    assert "".join(part for part, _ in runs(f"a{nobody}b")) == "ab"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hi 😀 there", "Hi there"),
        ("❤️ love", "love"),
        ("👩‍🚀 Marta 🇮🇳", "Marta"),
        ("7 steps", "7 steps"),
        ("a\nb\tc", "a b c"),
        ("क्‍ष", "क्‍ष"),
        ("1️⃣ one", "one"),
    ],
)
def test_emoji_are_ignored_and_words_are_kept(text, expected):
    assert clean(text) == expected


def test_a_font_in_a_folder_of_ones_own_is_found_by_what_it_is_not_by_its_file_name(tmp_path, monkeypatch):
    source = fonts_for("Lighthouse", "display")[0]
    shutil.copy(source, tmp_path / f"zz{source.suffix}")
    (tmp_path / "broken.ttf").write_bytes(b"not a font")
    monkeypatch.setenv("REELWRIGHT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("REELWRIGHT_FONTS", str(tmp_path))
    assert fonts_for("Lighthouse", "display") == [tmp_path / f"zz{source.suffix}"]


def test_a_variable_font_follows_the_weight_that_is_asked():
    face = faces_for("Lighthouse", "text")[0]
    if not any(axis.tag == "wght" for axis in face.axes):
        pytest.skip("the text font of this machine has one weight only")

    def blackness(weight):
        page = Image.new("L", (900, 160))
        ImageDraw.Draw(page).text((10, 10), "Lighthouse", font=load(face, 100, weight), fill=255)
        return sum(page.histogram()[128:])

    assert blackness(800) > 1.3 * blackness(300)
