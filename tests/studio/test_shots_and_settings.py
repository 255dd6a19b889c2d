"""Shotlist, keyframes, clips and settings in a real browser: borders, splits, looks, own pictures, cameras, keys and packs."""

import os
import re

import pytest
from PIL import Image
from playwright.sync_api import expect

from engine import keys
from engine.types import Key
from studio.config import Config
from tests.studio.browser import idle, opened, serving, tab

FILM = "the-talk-aaaaaa"
SECRET = "sk-abcdefghijklmnopqrstuvwxyz0123456789"


@pytest.fixture
def film(studio):
    """The talk, its one shot split in three."""
    found = studio[1].film("home", FILM)
    found.project.split("shotlist:s01", 4)
    found.project.split("shotlist:s01a", 4)
    return found


def words(film, unit):
    from studio.pieces import Pieces

    return Pieces(film.snapshot().view).words("shotlist", unit).split()


def shots(film):
    return [unit for unit in film.snapshot().view.units("shotlist") if unit != "order"]


def content(film, key):
    return film.snapshot().view.content(Key.parse(key))


def test_a_border_moves_by_key_and_by_the_word_that_is_pressed(browser, address, film):
    first, second = shots(film)[:2]
    one, two = words(film, first), words(film, second)
    page = opened(browser, address, film=FILM, stage="shotlist", unit=first)
    strip = tab(page, "shotlist").locator(".cover")
    expect(strip.locator(".own .w")).to_have_count(len(one))
    page.keyboard.press(",")
    expect(strip.locator(".own .w")).to_have_count(len(one) - 1)
    assert words(film, first) == one[:-1] and words(film, second) == [one[-1], *two]
    page.keyboard.press(".")
    expect(strip.locator(".own .w")).to_have_count(len(one))
    strip.locator(".near button").nth(1).click()
    expect(strip.locator(".own .w")).to_have_count(len(one) + 2)
    assert words(film, first) == one + two[:2] and words(film, second) == two[2:]
    assert film.snapshot().board[Key("keyframe", first)].freshness == "fresh"
    page.keyboard.press("Control+z")
    expect(strip.locator(".own .w")).to_have_count(len(one))
    assert page.faults == []


def test_a_shot_is_split_before_a_word_merged_moved_and_removed(browser, address, film):
    first = shots(film)[0]
    before, said = shots(film), words(film, first)
    page = opened(browser, address, film=FILM, stage="shotlist", unit=first)
    at = tab(page, "shotlist")
    at.locator(".own .w").nth(2).click()
    expect(at.locator(".own .w").nth(2)).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("s")
    expect(at.locator(".card")).to_have_count(len(before) + 1)
    second = shots(film)[1]
    assert words(film, first) == said[:2] and words(film, second) == said[2:]
    page.keyboard.press("Shift+ArrowRight")
    expect(at.locator(".card .no").first).to_have_text(second)
    assert shots(film)[:2] == [second, first]
    page.keyboard.press("Control+z")
    expect(at.locator(".card .no").first).to_have_text(first)
    page.keyboard.press("g")
    expect(at.locator(".card")).to_have_count(len(before))
    assert words(film, first) == said
    page.keyboard.press("Delete")
    expect(at.locator(".card")).to_have_count(len(before) - 1)
    expect(page.locator(".toast")).to_contain_text("was removed")
    assert page.faults == []


def test_a_shot_is_inserted_with_its_picture_and_the_words_it_takes(browser, address, film):
    first = shots(film)[0]
    page = opened(browser, address, film=FILM, stage="shotlist", unit=first)
    at, count = tab(page, "shotlist"), len(shots(film))
    at.get_by_role("button", name="Insert after…").click()
    page.get_by_role("dialog").get_by_label("Picture").fill("A lamp <b>in</b> the rain")
    page.get_by_role("dialog").get_by_role("button", name="Insert", exact=True).click()
    expect(at.locator(".card")).to_have_count(count + 1)
    new = shots(film)[1]
    assert content(film, f"shotlist:{new}").picture == "A lamp <b>in</b> the rain" and words(film, new)
    expect(at.get_by_label("Picture")).to_have_value("A lamp <b>in</b> the rain")


def test_table_or_storyboard_is_remembered_and_sends_nothing(browser, address):
    page = opened(browser, address, film=FILM, stage="shotlist")
    head = tab(page, "shotlist").locator(".shots-head")
    expect(head).to_be_hidden()
    page.get_by_role("button", name="Table", exact=True).click()
    expect(head).to_be_visible()
    expect(tab(page, "shotlist").locator(".card .cells").first).to_be_visible()
    page.reload()
    expect(head).to_be_visible()
    expect(page.get_by_role("button", name="Table", exact=True)).to_have_attribute("aria-pressed", "true")


def test_an_own_picture_is_taken_in_and_a_file_that_is_none_is_refused(browser, address, film, tmp_path):
    unit = shots(film)[0]
    page = opened(browser, address, film=FILM, stage="keyframe", unit=unit)
    (tmp_path / "bad.png").write_bytes(b"this is no picture")
    Image.new("RGB", (640, 360), "teal").save(tmp_path / "good.png")
    chooser = tab(page, "keyframe").locator("input[data-upload=adopt-picture]")
    chooser.set_input_files(tmp_path / "bad.png")
    expect(page.locator(".toast.bad")).to_contain_text("choose another file")
    chooser.set_input_files(tmp_path / "good.png")
    expect(tab(page, "keyframe").locator(".rw-dhead .st")).to_contain_text("yours")
    assert film.snapshot().view.take(Key("keyframe", unit)).origin == "imported"


def test_two_takes_are_compared_and_one_is_chosen(browser, address, film, tmp_path):
    unit = shots(film)[0]
    Image.new("RGB", (640, 360), "teal").save(tmp_path / "mine.png")
    film.project.edit(f"keyframe:{unit}", file=tmp_path / "mine.png")
    page = opened(browser, address, film=FILM, stage="keyframe", unit=unit)
    page.keyboard.press("c")
    dialog = page.get_by_role("dialog")
    left, source = dialog.locator("[data-side=left]"), dialog.locator("[data-side=right]").get_attribute("src")
    assert left.get_attribute("src") != source
    dialog.get_by_label("Left", exact=True).select_option("2")
    expect(left).to_have_attribute("src", source)
    dialog.get_by_label("Right", exact=True).select_option("1")
    dialog.get_by_role("button", name="Choose take 1").click()
    expect(page.locator(".toast")).to_contain_text("take 1 chosen")
    assert film.snapshot().board[Key("keyframe", unit)].take == 1


def test_one_look_is_used_for_all_pictures(browser, address, film):
    page = opened(browser, address, film=FILM, stage="keyframe", unit="s01")
    was = content(film, "brief").look
    tab(page, "keyframe").get_by_label("The look of all pictures").select_option("ink")
    expect(page.locator(".toast")).to_contain_text("Line and wash")
    assert content(film, "brief").look == "ink"
    again = tab(page, "keyframe").get_by_role("button", name=re.compile("^Use this look for all"))
    again.click()
    expect(again).to_have_count(0)
    assert content(film, "brief").look == was


def test_a_camera_is_chosen_and_its_move_is_shown_before_it_is_made(browser, address, film):
    unit = shots(film)[0]
    page = opened(browser, address, film=FILM, stage="clip", unit=unit)
    at = tab(page, "clip")
    now = content(film, f"shotlist:{unit}").camera
    name, label = ("pull", "Slow pull out") if now != "pull" else ("push", "Slow push in")
    tile = at.get_by_role("button", name=label, exact=True)
    tile.hover()
    running = "tile => tile.querySelector('img').getAnimations().length"
    assert tile.evaluate(running) == 1
    tile.click()
    expect(at.locator("figcaption")).to_contain_text(f"{label}, ")
    expect(at.locator(".rw-view .planned")).to_be_visible()
    expect(tile).to_have_attribute("aria-pressed", "true")
    assert content(film, f"shotlist:{unit}").camera == name
    assert film.snapshot().board[Key("clip", unit)].freshness == "stale"


def test_one_muted_film_plays_on_the_card_that_is_pointed_at(browser, address):
    page = opened(browser, address, film=FILM, stage="clip")
    card = tab(page, "clip").locator(".card[data-proxy]").first
    card.hover()
    expect(card.locator("video")).to_have_count(1)
    assert page.evaluate("document.querySelector('.card video').muted")
    page.mouse.move(640, 20)
    expect(tab(page, "clip").locator(".card video")).to_have_count(0)


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """Keys are kept apart from this machine's own."""
    monkeypatch.setattr(keys, "home", lambda: tmp_path)
    monkeypatch.setattr(keys, "_loaded", {})
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    return tmp_path


def test_a_key_goes_in_and_never_comes_out(browser, machine, shelf, capfd):
    with serving(shelf) as (address, _):
        page = opened(browser, address, film=FILM, stage="settings")
        answers = []
        page.on("response", lambda answer: answers.append(answer))
        row = page.locator("#settings-keys li", has=page.get_by_text("OPENAI_API_KEY", exact=True))
        row.locator("input").fill(SECRET)
        page.keyboard.press("Enter")
        expect(row).to_contain_text("Set")
        expect(row.locator("input")).to_have_value("")
        idle(page)
        assert keys.states()["OPENAI_API_KEY"] == "kept" and SECRET in (machine / "keys.json").read_text()
        told = [page.content(), *(answer.text() for answer in answers if answer.ok and "gradio_api" in answer.url)]
        assert not [text for text in told if SECRET in text]
        assert page.evaluate("JSON.stringify(localStorage)").find(SECRET) < 0
        row.get_by_role("button", name="Delete OPENAI_API_KEY").click()
        expect(row).to_contain_text("Not set")
        row.locator("input").fill("two words of a key")
        row.get_by_role("button", name="Keep OPENAI_API_KEY").click()
        expect(page.locator(".toast.bad")).to_contain_text("spaces")
        kept = [path for path in shelf.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]
        assert kept == [] and page.faults == []
    assert SECRET not in "".join(capfd.readouterr())


def test_a_server_for_many_visitors_changes_neither_keys_nor_packs(browser, machine, tmp_path):
    with serving(tmp_path / "films", config=Config(tmp_path / "films", secret="s", each_own=True)) as (address, desk):
        page = opened(browser, address)
        page.get_by_role("button", name="Settings", exact=True).click()
        expect(page.locator("#settings-keys")).to_contain_text("owner of this server")
        expect(page.locator("#tab-settings input")).to_have_count(0)
        expect(page.locator("#settings-packs button")).to_have_count(0)
        for do in ("keep-key", "forget-key", "fetch-pack", "stop-pack"):
            more = {"id": "OPENAI_API_KEY" if "key" in do else "ear-whisper-tiny", "values": {"key": SECRET}}
            page.evaluate("([what, more]) => window.reelwright.send(what, more)", [do, more])
            idle(page)
            expect(page.locator(".toast.bad")).to_contain_text("Only the owner")
        assert not (machine / "keys.json").exists() and desk.fetching.all() == {}


@pytest.fixture
def bare(tmp_path, monkeypatch):
    """A machine with no packs, whose registries are out of reach."""
    monkeypatch.setenv("REELWRIGHT_HOME", str(tmp_path / "bare"))
    monkeypatch.delenv("REELWRIGHT_PACKS", raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    for name in ("NPM_CONFIG_REGISTRY", "HF_ENDPOINT"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/nothing")


def test_a_pack_that_cannot_be_had_says_so_on_its_row_and_is_offered_again(browser, shelf, bare):
    with serving(shelf) as (address, desk):
        page = opened(browser, address, stage="settings")
        row = page.locator("#settings-packs li", has=page.get_by_text("Whisper tiny (English)", exact=True))
        expect(row).to_contain_text("78 MB, licence MIT")
        row.get_by_role("button", name="Fetch").click()
        expect(row).to_contain_text("could not be fetched")
        expect(row.get_by_role("button", name="Fetch")).to_be_visible()
        assert desk.fetching.all()["ear-whisper-tiny"].state == "failed" and page.faults == []


def test_who_makes_the_pictures_is_chosen_for_this_film(browser, address, film):
    page = opened(browser, address, film=FILM, stage="settings")
    now = film.snapshot().view.setting("image")
    other = page.locator(f"#settings-makers input[name=image]:not([value='{now}'])").first
    wanted = other.get_attribute("value")
    other.check(force=True)
    expect(page.locator(".toast")).to_contain_text("Settings saved")
    assert film.snapshot().view.setting("image") == wanted
    page.locator(".toast").get_by_role("button", name="Undo").click()
    expect(page.locator(f"#settings-makers input[value='{now}']")).to_be_checked()


@pytest.mark.parametrize("look", ["dark", "light"])
def test_no_serious_fault_for_people_who_see_or_hear_less(browser, address, look):
    from axe_playwright_python.sync_playwright import Axe

    page, found, axe = opened(browser, address, film=FILM, stage="shotlist", look=look), {}, Axe()
    for name in ("shotlist", "keyframe", "clip", "settings"):
        page.evaluate("name => window.reelwright.go(name)", name)
        expect(tab(page, name)).to_be_visible()
        idle(page)
        faults = axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]
        found |= {f"{name}: {f['id']}": f["nodes"][0]["html"] for f in faults if f["impact"] in ("serious", "critical")}
    assert found == {}
