"""The page in a real browser: choosing, editing, approving, making, undoing, and what is typed while others change things."""

import re

import pytest
from playwright.sync_api import expect

from tests.studio.browser import idle, opened, serving, tab

FILM = "the-talk-aaaaaa"
TABS = ("start", "project", "script", "voice", "subtitles", "shotlist", "keyframe", "clip", "cut")


@pytest.fixture
def film(studio):
    return studio[1].film("home", FILM)


def test_a_stage_shows_its_pieces_and_one_of_them_in_the_editor(browser, address):
    page = opened(browser, address, film=FILM, stage="keyframe")
    cards = tab(page, "keyframe").locator(".card")
    expect(cards).to_have_count(len(cards.all()))
    assert len(cards.all()) >= 1
    expect(tab(page, "keyframe").locator(".rw-dhead h2")).to_have_text("Shot s01")
    expect(page.locator("#rail [aria-current=page]")).to_contain_text("Keyframes")
    assert page.faults == []


def test_keys_walk_through_the_pieces_and_the_address_follows(browser, address):
    page = opened(browser, address, film=FILM, stage="script")
    head = tab(page, "script").locator(".rw-dhead h2")
    expect(head).to_have_text("Line l01")
    page.keyboard.press("j")
    expect(head).to_have_text("Line l02")
    assert "unit=l02" in page.url
    page.keyboard.press("ArrowLeft")
    expect(head).to_have_text("Line l01")
    expect(tab(page, "script").locator(".card[aria-current=true] .id")).to_have_text("l01")


def test_an_edit_is_saved_and_the_rail_says_what_became_stale(browser, address, film):
    page = opened(browser, address, film=FILM, stage="script")
    words = tab(page, "script").get_by_label("Words")
    expect(words).not_to_have_value("")
    words.fill("Hello from the other side of the room.")
    words.blur()
    expect(page.locator("#rail [data-id=voice]")).to_contain_text("1 stale")
    expect(page.locator(".saved")).to_have_text("All changes saved")
    assert film.snapshot().view.take(_key("script:l01")).content["text"] == "Hello from the other side of the room."
    page.reload()
    expect(tab(page, "script").get_by_label("Words")).to_have_value("Hello from the other side of the room.")
    assert page.faults == []


def test_what_is_being_typed_is_kept_when_something_else_changes(browser, address, film):
    page = opened(browser, address, film=FILM, stage="script")
    words = tab(page, "script").get_by_label("Words")
    words.click()
    page.keyboard.press("End")
    page.keyboard.type(" And then")
    typed = words.input_value()
    film.project.edit("script:l02", field="text", value="Somebody else wrote this.")
    film.project.edit("script:l01", field="emotion", value="calm")
    expect(tab(page, "script").locator(".card", has_text="Somebody else wrote this.")).to_be_visible()
    expect(words).to_have_value(typed)
    page.keyboard.type(" some")
    words.blur()
    idle(page)
    now = film.snapshot().view.take(_key("script:l01")).content
    assert now["text"].endswith("And then some") and now["emotion"] == "calm"


def test_a_later_save_of_the_same_field_is_told_what_changed(browser, address, film):
    page = opened(browser, address, film=FILM, stage="script")
    words = tab(page, "script").get_by_label("Words")
    words.fill("Mine, written first and saved last.")
    film.project.edit("script:l01", field="text", value="Theirs, saved in between.")
    words.blur()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Changed elsewhere")
    expect(dialog).to_contain_text("Theirs, saved in between.")
    dialog.get_by_role("button", name="Keep mine").click()
    idle(page)
    assert film.snapshot().view.take(_key("script:l01")).content["text"].startswith("Mine")


def test_approving_goes_on_to_the_next_and_can_be_taken_back(browser, address, film):
    page = opened(browser, address, film=FILM, stage="keyframe", unit="s01")
    tab(page, "keyframe").get_by_role("button", name="Approve", exact=True).click()
    toast = page.locator(".toast")
    expect(toast).to_contain_text("Approved the picture of s01, take 1.")
    assert film.snapshot().board[_key("keyframe:s01")].approval == "approved"
    toast.get_by_role("button", name="Undo").click()
    expect(page.locator(".toast")).to_contain_text("Undone")
    assert film.snapshot().board[_key("keyframe:s01")].approval == "auto"


def test_a_piece_is_sent_back_with_a_note(browser, address, film):
    page = opened(browser, address, film=FILM, stage="keyframe", unit="s01")
    idle(page)
    page.keyboard.press("b")
    page.get_by_label("What should be different?").fill("Less sky, <b>please</b>.")
    page.get_by_role("dialog").get_by_role("button", name="Send back").click()
    expect(tab(page, "keyframe").locator(".why")).to_contain_text("Sent back by you: “Less sky, <b>please</b>.”")
    expect(page.locator("#rail [data-id=keyframe]")).to_contain_text("1 sent back")


def test_a_plan_is_shown_before_anything_runs_and_then_it_runs(browser, address, film):
    film.project.edit("shotlist:s01", field="picture", value="A lamp in a storm")
    film.project.approve("shotlist:s01")
    page = opened(browser, address, film=FILM, stage="keyframe", unit="s01")
    expect(tab(page, "keyframe").locator(".why")).to_contain_text("Stale: picture of shot s01 changed, take 1 → 2.")
    page.keyboard.press("m")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Make the rest: 1 keyframe")
    assert film.snapshot().asks == []
    dialog.get_by_role("button", name="Make 1 keyframe").click()
    expect(tab(page, "keyframe").locator(".rw-dhead .st")).to_contain_text("Fresh", timeout=60_000)
    expect(tab(page, "keyframe").locator(".take:not(.more)")).to_have_count(2)
    expect(page.locator(".job")).to_contain_text("Made 1")


def test_an_earlier_take_is_chosen_again(browser, address, film):
    film.project.edit("script:l01", field="text", value="A second try at this.")
    page = opened(browser, address, film=FILM, stage="script", unit="l01")
    tab(page, "script").locator(".take").first.click()
    expect(page.locator(".toast")).to_contain_text("take 1 chosen")
    assert film.snapshot().board[_key("script:l01")].take == 1


def test_what_people_write_is_text_and_never_markup_or_script(browser, address, film):
    nasty = "<img src=x onerror=window.broken=1> ${window.broken=1} {{value}} `back` \\u0041"
    film.project.edit("script:l01", field="text", value=nasty)
    film.project.edit("brief", field="title", value=nasty)
    page = opened(browser, address, film=FILM, stage="script", unit="l01")
    expect(tab(page, "script").locator(".card .words").first).to_have_text(nasty)
    expect(page.locator("#top h1")).to_have_text(nasty)
    expect(tab(page, "script").get_by_label("Words")).to_have_value(nasty)
    assert page.evaluate("window.broken") is None and page.faults == []


def test_a_wrong_value_is_said_under_its_field_and_not_kept(browser, address, film):
    page = opened(browser, address, film=FILM, stage="script", unit="l01")
    pace = tab(page, "script").get_by_label("Pace")
    pace.fill("9")
    pace.blur()
    expect(tab(page, "script").locator(".field.bad")).to_contain_text("pace")
    assert film.snapshot().view.take(_key("script:l01")).content["pace"] == 1.0


def test_undo_and_redo_by_keys(browser, address, film):
    film.project.edit("script:l01", field="text", value="A second try at this.")
    page = opened(browser, address, film=FILM, stage="script", unit="l01")
    idle(page)
    page.keyboard.press("Control+z")
    expect(page.locator(".toast")).to_contain_text("Undone: edit of line l01")
    page.keyboard.press("Control+Shift+Z")
    expect(page.locator(".toast")).to_contain_text("Redone: edit of line l01")
    assert film.snapshot().board[_key("script:l01")].take == 2


def test_every_tab_opens_without_a_fault(browser, address):
    page = opened(browser, address, film=FILM, stage="project")
    for number, name in enumerate(
        ("project", "script", "voice", "subtitles", "shotlist", "keyframe", "clip", "cut"), 1
    ):
        page.keyboard.press(str(number))
        expect(tab(page, name)).to_be_visible()
        idle(page)
    expect(page.locator("#film")).to_be_visible()
    assert page.faults == [] and page.locator(".toast.bad").count() == 0


def test_a_film_is_begun_from_a_text_and_its_script_waits_for_an_eye(browser, address, studio):
    page = opened(browser, address)
    page.get_by_label("Story or idea").fill(
        "A red boat waits by the shore. The wind lifts the sail, and the boat goes out to sea."
    )
    expect(page.locator("#story-count")).to_contain_text("19 words")
    page.get_by_role("button", name="Make the script").click()
    expect(tab(page, "script").locator(".card")).to_have_count(2, timeout=60_000)
    expect(page.locator("#rail [data-id=script]")).to_contain_text("Needs your eye")
    assert re.search(r"film=a-red-boat", page.url)
    assert len(studio[1].library.films("home")) == 2


def test_a_film_is_renamed_copied_deleted_and_brought_back(browser, address, studio):
    page = opened(browser, address)
    films = page.locator(".films li")
    page.get_by_label(re.compile("^More for")).click()
    page.get_by_role("button", name="Rename…").click()
    page.get_by_role("textbox", name="Title").fill("Quite another name")
    page.keyboard.press("Enter")
    expect(films.first).to_contain_text("Quite another name")
    page.get_by_label(re.compile("^More for")).click()
    page.get_by_role("button", name="Duplicate").click()
    expect(films).to_have_count(2)
    page.get_by_label(re.compile("^More for")).first.click()
    page.locator(".films details[open]").get_by_role("button", name="Delete").click()
    expect(films).to_have_count(1)
    page.locator(".toast").get_by_role("button", name="Undo").click()
    expect(films).to_have_count(2)


def test_the_page_says_that_the_server_is_away_and_goes_on_by_itself(browser, shelf):
    with serving(shelf, leave_pages=True) as (address, _):
        page = opened(browser, address, film=FILM, stage="script", unit="l01")
        idle(page)
    expect(page.locator("#quiet")).to_be_visible()
    with serving(shelf, port=int(address.rsplit(":", 1)[1])) as (_, desk):
        expect(page.locator("#quiet")).to_be_hidden()
        words = tab(page, "script").get_by_label("Words")
        words.fill("Written after the server came back.")
        words.blur()
        idle(page)
        assert desk.film("home", FILM).snapshot().board[_key("script:l01")].take == 2


@pytest.mark.parametrize(("look", "names"), [("dark", TABS), ("light", ("start", "keyframe", "cut"))])
def test_no_tab_has_a_serious_fault_for_people_who_see_or_hear_less(browser, address, look, names):
    from axe_playwright_python.sync_playwright import Axe

    page, found, axe = opened(browser, address, film=FILM, stage="project", look=look), {}, Axe()
    for name in names:
        page.evaluate("name => window.reelwright.go(name)", name)
        expect(tab(page, name)).to_be_visible()
        idle(page)
        faults = axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]
        found |= {f"{name}: {f['id']}": f["nodes"][0]["html"] for f in faults if f["impact"] in ("serious", "critical")}
    assert found == {}


def test_a_page_that_nobody_touches_changes_nothing(browser, address):
    """A script that answers its own change with another would run without end, on every machine that has it open."""
    page, restless = opened(browser, address, film=FILM), {}
    for name in TABS:
        page.evaluate("name => window.reelwright.go(name)", name)
        expect(tab(page, name)).to_be_visible()
        idle(page)
        page.wait_for_timeout(400)
        changes = page.evaluate(
            """() => new Promise(done => {
                let changes = 0;
                const eye = new MutationObserver(seen => { changes += seen.length; });
                eye.observe(document.querySelector('#app'), {subtree: true, childList: true, attributes: true});
                setTimeout(() => { eye.disconnect(); done(changes); }, 600);
            })"""
        )
        if changes > 10:  # the server is asked how things are now and then, and answers
            restless[name] = changes
    assert restless == {}


@pytest.mark.parametrize("width", [820, 1280])
def test_nothing_hangs_over_the_edge_of_the_page(browser, address, width):
    page = opened(browser, address, film=FILM, stage="keyframe")
    page.set_viewport_size({"width": width, "height": 900})
    for name in ("keyframe", "script", "cut"):
        page.locator(f"#rail [data-id={name}]").click()
        idle(page)
        over = page.evaluate(
            "[...document.querySelectorAll('#app *')].filter(x => x.scrollLeft > 0 && !x.matches('.board-pane')).length"
        )
        assert over == 0 and page.evaluate("document.documentElement.scrollWidth") <= width


def _key(name):
    from engine.types import Key

    return Key.parse(name)
