"""Caption styles: words that pop, boxes, letters that are typed, shaping in every script, platforms' safe areas, and a
cost that does not grow with the film.
"""

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import UserError
from engine.film import CaptionStyle, Cue, Word, gallery, preset, safe_areas, styled
from engine.film.bitmap import Bitmap, Look
from engine.film.captions import Captions
from engine.film.layout import safe_area
from engine.film.letters import Typeface, coverage
from engine.film.reading_order import in_sight_order
from engine.film.types import Film, Shot
from engine.settings import CAPTION_STYLES
from tests.film.conftest import PUSH, _pack_fonts, cue, fonts_for
from tests.film.test_captions import SHAPES, drawn, ink

TEXT = "The boats came home before the morning light"


def film(media, cues, style, size=(640, 360), frames=250, language="en"):
    return Film(size, 25, (Shot("s", media / "p0.png", PUSH, frames),), tuple(cues), style, language=language)


def in_style(media, name, cues, size=(640, 360), text="Az", **changes):
    return Captions(film(media, cues, styled(name, fonts_for(text), size=size, **changes), size))


def test_the_settings_know_every_style_of_the_gallery():
    assert set(CAPTION_STYLES) == set(gallery())
    assert len(gallery()) >= 9 and all(entry.about for entry in gallery().values())


def test_a_person_changes_a_style_field_by_field():
    style = styled("boxed", (), colour=[1, 2, 3], place="top", platform="reels", size=(1080, 1920))
    assert (style.colour, style.place, style.box) == ((1, 2, 3), "top", "rows")
    assert style.safe == safe_areas()["reels"].shares
    with pytest.raises(UserError, match="no 'sparkle'"):
        styled("boxed", (), sparkle=True)
    with pytest.raises(UserError, match="choose one of: karaoke"):
        preset("wobbly")


@pytest.mark.parametrize("name", [name for name in gallery() if name != "none"])
@pytest.mark.parametrize("size", SHAPES)
def test_every_style_is_seen_and_stays_in_the_safe_area(media, name, size):
    made = in_style(media, name, [cue(0, 4, TEXT)], size)
    left, top, right, bottom = safe_area(made._film.style, size)
    for frame in (20, 60, 95):
        planes = drawn(made, frame, size)
        a, b, c, d = ink(planes)
        soft = 0.45 * made.at(frame)[0].size
        assert left - soft <= a < c <= right + soft and top - soft <= b < d <= bottom + soft


@pytest.mark.parametrize("platform", list(safe_areas()))
def test_captions_keep_clear_of_what_a_platform_lays_over_the_picture(media, platform):
    size = (360, 640)
    made = in_style(media, "plain", [cue(0, 4, TEXT)], size, platform=platform)
    left, _, right, bottom = safe_areas()[platform].shares
    a, _, c, d = ink(drawn(made, 20, size))
    soft = 0.3 * made.at(20)[0].size
    assert a >= left * 360 - soft and c <= (1 - right) * 360 + soft and d <= (1 - bottom) * 640 + soft


def test_words_pop_up_a_few_at_a_time_and_spring_to_their_size(media):
    made = in_style(media, "pop", [cue(0, 4, TEXT)])
    assert [len(s.page.text.split()) for s in made.pages] == [3, 3, 2]
    assert made.pages[0].page.text == "THE BOATS CAME"
    first = made.pages[1].first
    widths = []
    for frame in (first, first + 1, first + 2, first + 12):
        a, _, c, _ = ink(drawn(made, frame))
        widths.append(c - a)
    assert widths[0] < 0.93 * widths[3] and widths[0] < widths[1] <= 1.1 * widths[3]
    assert max(widths[1:3]) > widths[3]  # a little beyond its size, then still
    assert all((a == b).all() for a, b in zip(drawn(made, first + 9), drawn(made, first + 10), strict=True))


def test_a_punch_is_one_word_and_a_pause_or_a_full_stop_ends_a_group(media):
    assert [s.page.text for s in in_style(media, "punch", [cue(0, 2, "one by one")]).pages] == ["ONE", "BY", "ONE"]
    words = (Word("Home.", 0, 0.4), Word("At", 0.4, 0.8), Word("last", 2.0, 2.5))
    made = in_style(media, "pop", [Cue(0, 3, ("Home. At last",), words)])
    assert [s.page.text for s in made.pages] == ["HOME.", "AT", "LAST"]


def test_capitals_follow_the_language(media):
    style = CaptionStyle(fonts=fonts_for("İI"), capitals=True)
    assert Captions(film(media, [cue(0, 2, "iki")], style, language="tr")).pages[0].page.text == "İKİ"
    assert Captions(film(media, [cue(0, 2, "iki")], style, language="en")).pages[0].page.text == "IKI"


def test_letters_are_typed_while_their_word_is_heard(media):
    made = in_style(media, "typewriter", [cue(0, 4, TEXT)])
    widths = []
    for frame in range(2, 99, 8):
        a, _, c, d = ink(drawn(made, frame))
        widths.append((c - a) * d)
    assert widths == sorted(widths) and widths[0] < 0.2 * widths[-1]
    whole = in_style(media, "television", [cue(0, 4, TEXT)], box_opacity=0.78, box_colour=(18, 20, 22), weight=500)
    assert ink(drawn(made, 97)) == ink(drawn(whole, 97))


@pytest.mark.parametrize("text", ["السلام عليكم", "चिट्ठियाँ स्त्री"])
def test_typing_begins_where_reading_begins(media, text):
    made = in_style(media, "typewriter", [cue(0, 4, text)], text=text)
    a, _, c, _ = ink(drawn(made, 30))
    left, _, right, _ = ink(drawn(made, 99))
    assert (c == right and a > left) if text[0] == "ا" else (a == left and c < right)


def test_a_box_lies_behind_every_row_and_lets_some_of_the_picture_through(media):
    made = in_style(media, "boxed", [cue(0, 4, "The boats", "came home")])
    light, dark = drawn(made, 5, grey=200)[0], drawn(made, 5, grey=40)[0]
    a, b, c, _ = ink(drawn(made, 5, grey=200), 200)
    middle = (a + c) // 2
    assert 60 < light[b + 3, middle] < 110 and dark[b + 3, middle] < light[b + 3, middle]
    assert light[b, a] > 180  # the corner is round


def test_the_box_of_a_lit_word_runs_along(media):
    made = in_style(media, "marker", [cue(0, 3, "The lamp burns")])
    middles = []
    for frame in (5, 35, 60):
        red = drawn(made, frame)[2] > 150
        middles.append(np.flatnonzero(red.any(axis=0)).mean())
    assert middles[0] < middles[1] < middles[2]


def test_an_emoji_is_written_by_the_font_that_has_it(media):
    signs = [path for path in _pack_fonts() if ord("🙂") in coverage(path)]
    if not signs:
        pytest.skip("no emoji font on this machine")
    fonts = (*fonts_for("Az"), signs[0])
    face = Typeface(fonts, 40)
    assert [font for font, _ in face.runs("lit🙂")] == [0, 1]
    assert len(face.shaped("👍🏽").glyphs) == 1  # hand and skin are one sign
    made = Captions(film(media, [cue(0, 2, "lit 🙂")], CaptionStyle(fonts=fonts)))
    assert made.pages[0].page.text == "lit 🙂"


def test_mixed_directions_stand_as_unicode_has_them():
    seen = in_sight_order(["قال", "HTML", "و", "CSS", "2024"], [True] * 5, True)
    assert [s.text for s in seen if s.piece >= 0] == ["CSS", "2024", "و", "HTML", "قال"]
    assert [s.text for s in in_sight_order(["(نص)"], [True], True)] == ["(نص)"]
    assert [s.text for s in in_sight_order(["He", "said", "سلام", "عليكم"], [True] * 4, False) if s.piece >= 0] == [
        "He",
        "said",
        "عليكم",
        "سلام",
    ]


def test_thai_and_japanese_break_without_spaces(media):
    text = "毎晩彼女は古い塔の階段をのぼった"
    made = in_style(media, "plain", [Cue(0, 4, (text[:8], text[8:]))], (180, 320), text=text)
    rows = [row for shown in made.pages for row in shown.page.rows]
    assert "".join(piece.text for row in rows for piece in row) == text
    assert not any(piece.gap for row in rows for piece in row[1:])


def test_only_the_cues_of_a_segment_are_laid_out(media):
    cues = [cue(2.0 * n, 2.0 * n + 1.9, "The boats came", "home again") for n in range(1800)]
    made = Captions(film(media, cues, CaptionStyle(fonts=fonts_for("Az")), frames=90_000))
    shown = made.shown(45_000, 45_100)
    assert len(shown) == 2 and not made._laid
    drawn(made, 45_010)
    assert len(made._laid) == 1


@pytest.mark.parametrize("mode", ["karaoke", "plain", "pop", "typewriter"])
def test_equal_descriptions_look_equal_and_a_change_within_them_is_seen(media, mode):
    style = CaptionStyle(fonts=fonts_for("Az"), mode=mode)
    cues = [cue(0.404, 1.804, "The lamp", "is lit"), cue(2.004, 3.2, "boats come home")]
    one = Captions(film(media, cues, style))
    later = [replace(c, start=c.start + 4, end=c.end + 4, words=tuple(
        Word(w.text, w.start + 4, w.end + 4) for w in c.words)) for c in cues]  # fmt: skip
    two = Captions(film(media, later, style))
    assert one.shown(0, 100) == two.shown(100, 200) and one.shown(0, 90) != one.shown(10, 100)
    for frame in range(0, 100, 7):
        assert all((a == b).all() for a, b in zip(drawn(one, frame), drawn(two, frame + 100), strict=True))
    edited = Captions(film(media, [cues[0], cue(2.004, 3.2, "boats come late")], style))
    assert one.shown(0, 48) == edited.shown(0, 48) and one.shown(48, 90) != edited.shown(48, 90)


def test_a_page_is_drawn_once_for_all_frames_in_which_it_stands_still(media):
    made = in_style(media, "karaoke", [cue(0, 3, "The lamp burns")])
    page = made.pages[0].page
    bitmap = Bitmap(page, made._film, made.face(page.size))
    assert bitmap.ink(1) is bitmap.ink(1) and bitmap.ink(0) is not bitmap.ink(1)
    planes = drawn(made, 5)
    before = [plane.copy() for plane in planes]
    bitmap.blend(Look(word=1, letters=0), planes)
    assert all((a == b).all() for a, b in zip(before, planes, strict=True))


def colour_font(path):
    """A font with one sign (U+E000) of two colours: a red square on a blue one, by COLR and CPAL."""
    from fontTools.colorLib.builder import buildCOLR, buildCPAL
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    def square(low, high):
        pen = TTGlyphPen(None)
        pen.moveTo((low, low))
        for point in ((low, high), (high, high), (high, low)):
            pen.lineTo(point)
        pen.closePath()
        return pen.glyph()

    made = FontBuilder(1000, isTTF=True)
    names = [".notdef", "sign", "wide", "small"]
    made.setupGlyphOrder(names)
    made.setupCharacterMap({0xE000: "sign", 0x41: "wide"})
    made.setupGlyf(
        {".notdef": square(0, 10), "sign": square(0, 800), "wide": square(0, 800), "small": square(200, 600)}
    )
    made.setupHorizontalMetrics({name: (1000, 200 if name == "small" else 0) for name in names})
    made.setupHorizontalHeader(ascent=900, descent=-200)
    made.setupNameTable({"familyName": "Signs", "styleName": "Regular"})
    made.setupOS2()
    made.setupPost()
    made.font["COLR"] = buildCOLR({"sign": [("wide", 0), ("small", 1)]})
    made.font["CPAL"] = buildCPAL([[(0.0, 0.0, 1.0, 1.0), (1.0, 0.0, 0.0, 1.0)]])
    made.save(path)
    return path


def test_signs_of_a_colour_font_keep_their_colours(media, tmp_path):
    style = CaptionStyle(fonts=(colour_font(tmp_path / "signs.ttf"),), outline=0.0, shadow=0.0, size=0.3, mode="plain")
    made = Captions(film(media, [Cue(0, 2, ("\ue000",))], style))
    y, u, v = drawn(made, 5)
    a, b, c, d = ink((y, u, v))
    middle, edge = ((b + d) // 4, (a + c) // 4), (b // 2 + 3, a // 2 + 3)
    assert v[middle] > 220 and u[middle] < 120  # red within
    assert u[edge] > 220 and v[edge] < 130  # blue without
