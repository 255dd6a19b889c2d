"""Captions: shaped letters, two rows inside the safe area, the right word lit in the right frame, nothing else
moving.
"""

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import MediaError
from engine.film import CaptionStyle, Cue, Word, unwritable
from engine.film.bitmap import Bitmap, Look
from engine.film.captions import Captions
from engine.film.ink import letters_mask
from engine.film.layout import safe_area
from engine.film.letters import Typeface
from engine.film.painter import empty_planes
from engine.film.types import Film, Shot
from tests.film.conftest import PUSH, cue, fonts_for

HINDI = "चिट्ठियाँ स्त्री क्षण"
ARABIC = "السلام عليكم"
SHAPES = [(640, 360), (360, 640), (400, 400)]


def captions(media, cues, size=(640, 360), text="Az", fps=25, frames=250, **style):
    look = CaptionStyle(fonts=fonts_for(text), **style)
    return Captions(Film(size, fps, (Shot("s", media / "p0.png", PUSH, frames),), tuple(cues), look))


def drawn(made, frame, size=(640, 360), grey=110):
    planes = empty_planes(size)
    for plane, value in zip(planes, (grey, 128, 128), strict=True):
        plane[:] = value
    made.draw(frame, planes)
    return planes


def ink(planes, grey=110):
    """The box (left, top, right, bottom) in which anything was drawn."""
    changed = np.abs(planes[0].astype(int) - grey) > 6
    rows, columns = np.flatnonzero(changed.any(axis=1)), np.flatnonzero(changed.any(axis=0))
    return columns[0], rows[0], columns[-1] + 1, rows[-1] + 1


def mask(word, fonts, size=60):
    face = Typeface(fonts, size)
    return letters_mask(face, [(face.shaped(word), 20, 90)], (600, 140))


@pytest.mark.parametrize("word", HINDI.split())
def test_hindi_words_are_shaped_and_not_set_letter_by_letter(word):
    fonts = fonts_for(HINDI)
    face = Typeface(fonts, 60)
    # A conjunct has fewer glyphs, and is narrower, than its letters side by side, with their viramas.
    letters = [face.shaped(letter) for letter in word]
    assert len(face.shaped(word).glyphs) < len(word) or face.width(word) < sum(each.width for each in letters)
    side_by_side, x = [], 20.0
    for each in letters:
        side_by_side.append((each, x, 90))
        x += each.width
    assert np.abs(mask(word, fonts) - letters_mask(face, side_by_side, (600, 140))).mean() > 0.004


def test_arabic_words_run_from_right_to_left_and_join(media):
    words = ARABIC.split()
    made = captions(media, [cue(0, 2, ARABIC)], text=ARABIC)
    lit = [np.abs(drawn(made, f)[1].astype(int) - 128) > 20 for f in (5, 30)]
    middles = [np.flatnonzero(row.any(axis=0)).mean() for row in lit]
    assert middles[0] > middles[1]
    fonts = fonts_for(ARABIC)
    face = Typeface(fonts, 60)
    assert face.width(words[0]) < sum(face.width(letter) for letter in words[0])


def test_a_letter_that_the_first_font_lacks_comes_from_the_next():
    fonts = fonts_for(ARABIC)
    assert len(fonts) == 2
    assert Typeface(fonts, 40).runs("lampعليكم") == [(0, "lamp"), (1, "عليكم")]
    assert unwritable("lamp عليكم", fonts) == ""
    assert unwritable("عليكم", fonts[:1]) == "".join(sorted("عليكم"))


def test_a_letter_that_no_font_has_is_named_and_an_emoji_is_left_out(media):
    with pytest.raises(MediaError, match="No caption font can write '漢'"):
        captions(media, [cue(0, 2, "a word 漢")])
    made = captions(media, [cue(0, 2, "a lamp 🙂 lit")])
    assert made.pages[0].page.text == "a lamp lit"


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("place", ["bottom", "middle", "top"])
def test_captions_of_every_length_stay_in_the_safe_area_on_at_most_two_rows(media, size, place):
    texts = [
        ("Lamp",),
        ("The boats came home, one", "by one, before the morning"),
        ("A row that is a good deal longer than any film of this shape could ever hold at once", "and another one"),
        ("Donaudampfschifffahrtsgesellschaftskapitänswitwenrente",),
    ]
    left, top, right, bottom = safe_area(CaptionStyle(), size)
    for text in texts:
        made = captions(media, [cue(0, 8, *text)], size, place=place)
        assert made.pages[0].first == 0 and made.pages[-1].end == 200
        for shown in made.pages:
            assert len(shown.page.rows) <= 2
            a, b, c, d = ink(drawn(made, shown.first, size))
            soft = 0.25 * shown.page.size  # the shadow's reach
            assert left - soft <= a and c <= right + soft and top - soft <= b and d <= bottom + soft
            assert a > 0 and c < size[0] and b > 0 and d < size[1]
        assert " ".join(s.page.text for s in made.pages) == " ".join(text)


def test_rows_that_fit_are_kept_as_they_were_asked_for(media):
    made = captions(media, [cue(0, 2, "The", "boats came home")])
    assert [[piece.text for piece in row] for row in made.pages[0].page.rows] == [["The"], ["boats", "came", "home"]]


def test_pages_turn_when_their_first_word_is_heard(media):
    text = "every evening she climbed the hundred steps of the old tower and lit the great lamp"
    made = captions(media, [cue(1.0, 5.0, text)], (360, 640))
    assert len(made.pages) > 1
    for before, after in zip(made.pages, made.pages[1:], strict=False):
        heard = after.page.words[after.page.rows[0][0].word].start
        assert before.end == after.first == int(heard * 25 + 0.5)


def test_the_lit_word_changes_in_the_frame_in_which_it_is_heard(media):
    words = (Word("The", 0.2, 0.5), Word("lamp", 0.5, 0.98), Word("burns", 1.02, 1.5))
    made = captions(media, [Cue(0.2, 2.4, ("The lamp burns",), words)])
    lit = {frame: made.at(frame)[1] for frame in range(5, 60)}
    assert made.at(4) is None and made.at(60) is None
    assert [lit[n] for n in (5, 12, 13, 25, 26, 37)] == [0, 0, 1, 1, 2, 2]
    assert lit[46] == 2 and lit[48] == -1  # held for a moment after the word, then out
    yellow = [np.flatnonzero((drawn(made, n)[1] < 100).any(axis=0)).mean() for n in (12, 13, 26)]
    assert yellow[0] < yellow[1] < yellow[2]


@pytest.mark.parametrize("text", ["The lamp burns", HINDI, ARABIC])
def test_lighting_a_word_moves_no_letter(media, text):
    made = captions(media, [cue(0, 3, text)], text=text)
    frames = [drawn(made, n, grey=16) for n in (5, 40, 65)]
    outlines = [np.abs(planes[0].astype(int) - frames[0][0]) for planes in frames[1:]]
    # Yellow is a little darker than white: only letters change, and only by that much.
    assert all(0 < difference.max() <= 45 for difference in outlines)
    assert len({ink(planes, 16) for planes in frames}) == 1


def test_plain_captions_light_nothing_and_none_draws_nothing(media):
    plain = captions(media, [cue(0, 2, "The lamp")], mode="plain")
    assert plain.at(10)[1] == -1 and (drawn(plain, 10)[1] == drawn(plain, 40)[1]).all()
    assert captions(media, [cue(0, 2, "The lamp")], mode="none").at(10) is None


def test_words_without_spaces_between_them_are_lit_one_by_one(media):
    words = (Word("light", 0, 1), Word("house", 1, 2))
    made = captions(media, [Cue(0, 2, ("lighthouse",), words)])
    assert [(p.text, p.word, p.gap) for p in made.pages[0].page.rows[0]] == [("light", 0, True), ("house", 1, False)]


def test_captions_that_differ_from_the_heard_words_are_still_lit_in_order(media):
    words = tuple(Word(w, n * 0.5, n * 0.5 + 0.5) for n, w in enumerate(("ninety", "five", "old", "boats")))
    made = captions(media, [Cue(0, 2, ("95 old boats",), words)])
    lit = [piece.word for row in made.pages[0].page.rows for piece in row]
    assert lit == sorted(lit) and lit[-1] == 3


def test_a_cue_that_begins_before_another_has_ended_takes_its_place(media):
    made = captions(media, [cue(0, 3, "first"), cue(2, 4, "second")])
    assert [(s.first, s.end) for s in made.pages] == [(0, 50), (50, 100)]


def test_the_outline_keeps_white_letters_readable_on_white(media):
    made = captions(media, [cue(0, 2, "Lamp")])
    y = drawn(made, 45, grey=235)[0]
    assert y.min() < 60 and (y > 230).mean() > 0.8


def test_the_same_page_is_drawn_to_the_same_bitmap(media, style):
    film = Film((320, 180), 25, (Shot("s", media / "p0.png", PUSH, 50),), (cue(0, 2, "Lamp lit"),), style)
    made = Captions(film)
    page = made.pages[0].page
    planes = [empty_planes((320, 180)) for _ in range(2)]
    for target in planes:
        for plane in target:
            plane[:] = 90
        Bitmap(page, replace(film), made.face(page.size)).blend(Look(word=1), target)
    assert all((a == b).all() for a, b in zip(*planes, strict=True))
