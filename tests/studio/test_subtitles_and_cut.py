"""Captions and the final cut: edits as a person makes them, files in and out, previews, and what the page may not ask for."""

import io
import re
from itertools import pairwise

import pytest
from PIL import Image
from playwright.sync_api import expect

from engine import captioning
from engine.film import Cue as FilmCue
from engine.film import read_subtitles, vtt
from engine.stages.cut import film_cues
from engine.types import Key
from tests.studio.browser import idle, opened

FILM = "the-talk-aaaaaa"


def cues(film, unit="l01"):
    return film.project.view().content(Key("subtitles", unit)).cues


def line_text(film, unit="l01"):
    return film.project.view().content(Key("script", unit)).text


# ---------------------------------------------------------------- the engine's edits


def test_new_words_of_a_caption_keep_the_times_of_those_that_are_spoken(film):
    before, spoken = cues(film)[0], line_text(film)
    captioning.reword(film.project, "l01", 0, spoken.replace("Who", "So who"))
    after = cues(film)[0]
    assert after.words[-1] == before.words[-1] and after.words[0].w == "So"
    assert line_text(film) == spoken


def test_a_caption_is_split_merged_and_brought_back_by_one_undo_each(film):
    before = cues(film)
    captioning.split(film.project, "l01", 0, 2)
    one, two = cues(film)[:2]
    assert len(one.rows[0].split()) == 2 and one.end <= two.start
    captioning.merge(film.project, "l01", 0)
    assert " ".join(cues(film)[0].rows) == " ".join(before[0].rows)
    film.project.undo()
    film.project.undo()
    assert cues(film) == before


def test_a_dragged_caption_stays_clear_of_its_neighbours_and_inside_its_line(film):
    captioning.split(film.project, "l01", 0, 2)
    captioning.retime(film.project, "l01", 0, -5.0, 500.0)
    one, two = cues(film)[:2]
    assert one.start == 0 and one.end <= two.start


def test_all_fixes_are_one_change_and_leave_fewer_findings(film):
    captioning.retime(film.project, "l01", 0, 0.5, 0.7)
    view = film.project.view()
    before = len(captioning.findings(view))
    assert before and captioning.mend_all(film.project) > 0
    assert len(captioning.findings(film.project.view())) < before
    film.project.undo()
    assert len(captioning.findings(film.project.view())) == before


def pauses(film):
    """The seconds between each caption and the next, rounded."""
    listed = captioning.placed(film.project.view())
    return [round(b.start - a.end, 3) for a, b in pairwise(listed)]


def test_captions_of_a_fresh_film_are_two_frames_apart_or_half_a_second(film):
    for pause in (0.0, 0.2, 0.4, 0.6, 1.1):
        film.project.edit("script:l01", field="pause", value=pause)
        film.project.edit("script:l02", field="pause", value=pause / 2)
        assert [p for p in pauses(film) if 0.084 < p < 0.5 or p < 0] == []
        assert [each.rule for each in captioning.findings(film.project.view()) if each.rule in ("gap", "flicker")] == []
    assert film.snapshot().board[Key("subtitles", "l01")].freshness == "fresh"


def test_the_film_shows_captions_when_the_timeline_does(film):
    film.project.edit("script:l01", field="pause", value=0.4)
    view = film.project.view()
    assert [(c.start, c.end) for c in film_cues(view)] == [(c.start, c.end) for c in captioning.placed(view)]


def test_a_persons_own_times_are_kept_as_they_are(film):
    at, length = captioning.starts(film.project.view())["l01"]
    captioning.retime(film.project, "l01", 0, at, at + length - 0.3)
    listed = captioning.placed(film.project.view())
    assert listed[0].end == pytest.approx(at + length - 0.3, abs=0.002)
    found = captioning.findings(film.project.view())
    assert [(each.unit, each.rule) for each in found] == [("l01", "flicker")]
    assert captioning.mend_all(film.project) == 1 and len(film.project.takes("subtitles:l02")) == 1


def test_own_captions_are_matched_to_lines_by_time(film):
    lines = captioning.starts(film.project.view())
    own = [FilmCue(at + 0.1, at + 0.9, (f"Words for {unit}",)) for unit, (at, _) in lines.items()]
    told = captioning.adopt(film.project, read_subtitles(vtt(own).encode()))
    assert (told.cues, told.lines, told.empty) == (len(lines), len(lines), 0)
    assert cues(film, "l02")[0].rows == ("Words for l02",)


# ---------------------------------------------------------------- routes


def test_a_frame_is_drawn_with_the_style_that_is_tried_on(client, film):
    at = captioning.placed(film.project.view())[0].start + 0.3
    plain, boxed = (client.get(f"/preview/{FILM}/frame?at={at}&w=320&captions={name}") for name in ("plain", "boxed"))
    assert plain.headers["content-type"] == "image/webp" and plain.content != boxed.content
    assert Image.open(io.BytesIO(plain.content)).size == (320, 180)


@pytest.mark.parametrize(
    "query",
    ["caption_font=/etc/fonts/x.ttf", "captions=nothing", "w=5000", "at=-1", "at=nan", "caption_size=9", "size=9x9"],
)
def test_a_frame_that_may_not_be_asked_for_is_refused(client, film, query):
    asked = {"at": "1", "w": "320"} | dict(part.split("=") for part in query.split("&"))
    assert client.get(f"/preview/{FILM}/frame", params=asked).status_code in (400, 422)


def test_a_font_file_can_be_chosen_on_no_page(desk, film):
    from studio.actions import set_one, set_values
    from studio.moment import Asked, Moment
    from studio.words import Words

    for verb, data in (
        (set_one, {"id": "caption_font", "value": "/etc/x.ttf"}),
        (set_values, {"values": {"caption_font": "/x.otf"}}),
    ):
        moment = Moment(desk, "home", Asked.read({"do": "set", "film": FILM, **data}), Words("en"), film)
        with pytest.raises(Exception, match="Letters of captions are one of"):
            verb(moment)


def test_captions_sound_and_pictures_are_downloads(client, film):
    captioning.reword(film.project, "l01", 0, "Quite other words")
    assert "Quite other words" in client.get(f"/export/{FILM}/srt?now=true").text
    assert "Quite other words" not in client.get(f"/export/{FILM}/vtt").text
    assert client.get(f"/export/{FILM}/stems").content[:2] == b"PK"
    assert client.get(f"/export/{FILM}/sheet").content[:5] == b"%PDF-"


def test_another_visitor_sees_no_preview(client, film):
    for address in (f"/preview/{FILM}x/frame", f"/preview/{FILM}x/film"):
        assert client.get(address).status_code == 404


def test_the_moving_preview_is_a_film_that_shows_the_edit(client, film):
    import av

    captioning.reword(film.project, "l01", 0, "Quite other words")
    first, second = client.get(f"/preview/{FILM}/film").content, client.get(f"/preview/{FILM}/film")
    with av.open(io.BytesIO(first)) as video:
        assert {stream.type for stream in video.streams} == {"video", "audio"}
    assert second.headers.get("accept-ranges") == "bytes" and second.content == first


# ---------------------------------------------------------------- the page


def test_a_caption_is_reworded_nudged_and_split_on_the_page(browser, studio):
    address, desk = studio
    film = desk.film("home", FILM)
    page = opened(browser, address, film=FILM, stage="subtitles", unit="l01")
    tab, spoken = page.locator("#tab-subtitles"), line_text(film)
    words = tab.locator(".cue textarea").first
    words.fill("Some other words\nin two rows")
    words.blur()
    idle(page)
    assert cues(film)[0].rows == ("Some other words", "in two rows") and line_text(film) == spoken
    start = cues(film)[0].start
    tab.locator(".ct-cue").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(700)
    idle(page)
    assert cues(film)[0].start == pytest.approx(start + 0.1, abs=0.02)
    tab.locator("[data-do=cue-split]").first.click()
    expect(tab.locator(".cue")).to_have_count(2)
    expect(page.locator(".toast")).to_contain_text("is two now")
    assert page.faults == []


def test_a_style_is_tried_on_by_pointing_and_kept_by_pressing(browser, studio):
    address, desk = studio
    page = opened(browser, address, film=FILM, stage="subtitles", unit="l01")
    tab = page.locator("#tab-subtitles")
    tab.get_by_role("button", name="Look", exact=True).click()
    tab.get_by_role("button", name="Boxed").hover()
    expect(tab.locator("#cap-frame")).to_have_attribute("src", re.compile("captions=boxed"))
    tab.get_by_role("button", name="Boxed").click()
    expect(tab.get_by_role("button", name="Boxed")).to_have_attribute("aria-pressed", "true")
    assert desk.film("home", FILM).snapshot().view.setting("captions") == "boxed"
    assert page.faults == []


def test_the_cut_page_sets_a_transition_music_and_loudness(browser, studio):
    address, desk = studio
    page = opened(browser, address, film=FILM, stage="cut")
    tab, dialog = page.locator("#tab-cut"), page.get_by_role("dialog")
    tab.locator(".joint").first.click()
    dialog.get_by_label("Fade", exact=True).check()
    dialog.get_by_role("button", name="Set", exact=True).click()
    expect(page.locator(".toast")).to_contain_text("begins with: fade")
    tab.get_by_role("button", name="Podcast").click()
    expect(tab.get_by_role("button", name="Podcast")).to_have_attribute("aria-pressed", "true")
    expect(tab.locator(".transport")).to_contain_text("newer than the cut")
    view = desk.film("home", FILM).snapshot().view
    assert view.content(Key("shotlist", "s01")).transition == "fade" and view.setting("loudness") == -16
    assert page.faults == []


def test_a_size_is_added_and_the_film_is_looked_over(browser, studio):
    address, desk = studio
    page = opened(browser, address, film=FILM, stage="cut")
    tab = page.locator("#tab-cut")
    tab.get_by_role("button", name="Look over").click()
    expect(tab.locator(".check", has_text="Pictures and sound")).not_to_contain_text("look", timeout=60_000)
    tab.locator(".shape[data-id='9:16']").click()
    expect(tab.locator(".rw-dhead .seg button")).to_have_count(2)
    assert desk.film("home", FILM).snapshot().view.content(Key("brief")).sizes == ("320x180", "180x320")
    assert page.faults == []
