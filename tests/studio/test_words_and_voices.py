"""Words and voices on the page: structure of the script, proposals, listening, a recording, the lexicon, entries, story cards."""

import time
import wave

import numpy as np
import pytest
from playwright.sync_api import expect

from engine import proposals
from engine.adopting import receive
from engine.errors import MissingDependency, UserError
from engine.planning.rewording import reword
from engine.types import Key
from tests.studio.browser import idle, opened, tab

FILM = "the-talk-aaaaaa"


@pytest.fixture
def shown(studio):
    return studio[1].film("home", FILM)


def line(film, unit):
    return film.snapshot().view.content(Key("script", unit))


def lines(film):
    return film.snapshot().view.content(Key("script", "order")).lines


# ---------------------------------------------------------------- rules and proposals


@pytest.mark.parametrize(
    ("line", "how", "wanted"),
    [
        ("She did it in order to be very quick.", "shorter", "She did it to be quick."),
        ("It does not need to see the rocks.", "warmer", "It doesn't need to see the rocks."),
        ("They commence at dawn; nobody is late.", "simpler", "They begin at dawn. Nobody is late."),
        ('"It is very late," she said.', "shorter", ""),
        ("The lamp burns.", "shorter", ""),
    ],
)
def test_rules_say_a_line_another_way_and_leave_quotes_alone(line, how, wanted):
    assert reword(line, how) == wanted
    assert reword(line, how, "hi") == ""


def test_a_proposal_changes_nothing_until_it_is_accepted_and_can_be_undone(film):
    film.project.edit("script:l01", field="text", value="It is very dark and we are really tired.")
    ask = proposals.by_rule(film.project, "script:l01", "shorter")
    assert line(film, "l01").text == "It is very dark and we are really tired."
    assert proposals.proposed(film.project)["script:l01"].new == "It is dark and we are tired."
    proposals.decide(film.project, ask.id, ["script:l01"], accept=True)
    assert line(film, "l01").text == "It is dark and we are tired." and not proposals.proposed(film.project)
    film.project.undo()
    assert line(film, "l01").text.startswith("It is very dark")


def test_a_wish_of_ones_own_without_a_writer_says_what_is_needed(film):
    with pytest.raises(MissingDependency, match=r"needs a writer.*openai:MODEL.*gguf:FILE"):
        proposals.way(film.project, "as a question")


def test_a_received_file_is_private_and_one_for_a_shot_list_is_refused(film, tmp_path):
    path = tmp_path / "me.wav"
    path.write_bytes(b"RIFF not a sound")
    with pytest.raises(UserError, match="cannot be a file of your own"):
        receive(film.project, "script:l01", path)
    name = receive(film.project, "voice:l01", path)
    kept = film.project.folder / "cache" / "inbox" / name
    assert kept.stat().st_mode & 0o077 == 0 and not path.exists()
    ask = film.ask("adopt", "voice:l01", file=name)
    until(lambda: not waiting(film, ask.id))
    failed = next(a for a in film.snapshot().asks if a.id == ask.id)
    assert failed.state == "failed" and "Choose another file" in failed.outcome["error"].replace("choose", "Choose")
    assert not kept.exists()


def waiting(film, ask):
    return any(a.id == ask and a.state in ("queued", "running") for a in film.snapshot().asks)


def until(true, patience=60.0):
    end = time.monotonic() + patience
    while not true() and time.monotonic() < end:
        time.sleep(0.1)
    assert true()


# ---------------------------------------------------------------- the script


def test_a_line_is_split_at_the_cursor_moved_merged_and_deleted_with_an_undo(browser, address, shown):
    page = opened(browser, address, film=FILM, stage="script", unit="l02")
    editor, words = tab(page, "script"), tab(page, "script").get_by_label("Words")
    first = line(shown, "l02").text
    expect(editor.locator("[data-do=line-split]")).to_be_disabled()
    words.click()
    words.evaluate("e => e.setSelectionRange(5, 5)")
    page.keyboard.press("Alt+Enter")
    expect(editor.locator(".card")).to_have_count(4)
    idle(page)
    units = lines(shown)
    assert " ".join(line(shown, unit).text for unit in units[1:3]) == first
    editor.locator("[data-do=line-down]").click()
    idle(page)
    assert lines(shown)[2] == units[1]
    page.locator("#top [data-do=undo]").click()
    idle(page)
    editor.locator("[data-do=line-merge]").click()
    expect(editor.locator(".card")).to_have_count(3)
    assert line(shown, "l02").text == first
    editor.locator("[data-do=line-remove]").click()
    expect(editor.locator(".card")).to_have_count(2)
    page.locator(".toast").get_by_role("button", name="Undo").click()
    expect(editor.locator(".card")).to_have_count(3)
    assert page.faults == []


def test_a_line_is_inserted_and_the_length_follows_what_is_typed(browser, address, shown):
    page = opened(browser, address, film=FILM, stage="script", unit="l01")
    idle(page)
    page.keyboard.press("n")
    page.get_by_role("dialog").get_by_label("Words").fill("A third voice is heard.")
    page.get_by_role("dialog").get_by_role("button", name="Insert after").click()
    expect(tab(page, "script").locator(".card")).to_have_count(4)
    idle(page)
    assert line(shown, lines(shown)[1]).text == "A third voice is heard."
    total = page.locator("[data-total]")
    before = total.inner_text()
    tab(page, "script").get_by_label("Words").type(" And much more is said here")
    expect(total).not_to_have_text(before)
    expect(page.locator("[data-line-count]")).to_contain_text("words, about")


def test_a_proposal_is_shown_as_a_difference_and_accepted(browser, address, shown):
    shown.project.edit("script:l01", field="text", value="It is very dark & cold here.")
    page = opened(browser, address, film=FILM, stage="script", unit="l01")
    tab(page, "script").get_by_role("button", name="Shorter").click()
    box = page.locator(".proposal")
    expect(box.locator("del")).to_contain_text("very")
    expect(box).to_contain_text("& cold here")
    box.get_by_role("button", name="Accept").click()
    expect(tab(page, "script").get_by_label("Words")).to_have_value("It is dark & cold here.")
    expect(box).to_have_count(0)
    assert page.faults == []


# ---------------------------------------------------------------- the voice


def test_one_player_reads_on_from_a_line(browser, address):
    page = opened(browser, address, film=FILM, stage="voice", unit="l01")
    idle(page)
    page.keyboard.press(" ")
    expect(page.locator(".card[data-playing] .id")).to_have_text("l01")
    expect(page.locator(".card[data-playing] .id")).to_have_text("l02")
    page.keyboard.press(" ")
    expect(page.locator("[data-reader]")).not_to_have_attribute("data-on", "")
    assert page.evaluate("document.querySelectorAll('audio').length") == 1 and page.faults == []


def test_a_recording_in_the_browser_becomes_the_voice_of_its_line(browser, address, shown):
    page = opened(browser, address, film=FILM, stage="voice", unit="l01")
    editor = tab(page, "voice")
    editor.get_by_role("button", name="Record", exact=True).click()
    page.wait_for_timeout(2500)
    editor.get_by_role("button", name="Stop", exact=True).click()
    editor.get_by_role("button", name="Use this recording").click()
    expect(editor.locator(".card .badge")).to_have_text("Your recording", timeout=90_000)
    expect(editor.locator(".why.stale").first).to_contain_text("Listen again:")
    assert shown.snapshot().view.take(Key("voice", "l01")).origin == "imported"


def test_an_uploaded_recording_is_adopted_while_the_page_goes_on(browser, address, shown, tmp_path):
    path = tmp_path / "mine.wav"
    tone = (np.sin(np.arange(48000 * 2) / 20) * 9000 * np.hanning(96000)).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(48000)
        file.writeframes(tone.tobytes())
    page = opened(browser, address, film=FILM, stage="voice", unit="l02")
    page.locator("[data-recorder] input[type=file]").set_input_files(str(path))
    expect(page.locator(".toast:not(.local)")).to_contain_text("It is being checked")
    until(lambda: shown.snapshot().view.take(Key("voice", "l02")).origin == "imported", 90)


# ---------------------------------------------------------------- the project, the cards


def test_a_word_is_kept_in_the_lexicon_and_an_entry_is_added_and_removed(browser, address, shown):
    page = opened(browser, address, film=FILM, stage="project", unit="bible:style")
    page.locator("[data-lex=word]").last.fill("Mara")
    page.locator("[data-lex=said]").last.fill("mah ra")
    page.locator("[data-lex=said]").last.blur()
    expect(page.locator(".toast")).to_contain_text("said your way")
    assert dict(shown.snapshot().view.content(Key("bible", "style")).lexicon) == {"Mara": "mah ra"}
    tab(page, "project").get_by_role("button", name="Add…").click()
    page.get_by_role("dialog").get_by_label("Name").fill("Old Ferryman")
    page.get_by_role("dialog").get_by_role("button", name="Add").click()
    expect(tab(page, "project").locator(".rw-dhead h2")).to_have_text("Old Ferryman")
    idle(page)
    assert shown.snapshot().view.content(Key("bible", "old-ferryman")).voice
    tab(page, "project").get_by_role("button", name="Remove from the bible").click()
    expect(page.locator(".toast")).to_contain_text("was removed")
    assert page.faults == []


def test_an_idea_without_a_writer_becomes_a_film_by_a_story_card(browser, address, studio):
    page = opened(browser, address)
    page.get_by_label("Story or idea").fill("An oak and a reed in the wind")
    page.get_by_role("button", name="Make the script").click()
    expect(page.locator(".cards")).to_contain_text("no writer is set up here")
    page.locator(".story-shapes").get_by_role("button", name="Fable").click()
    page.get_by_role("button", name="Fill in the example").click()
    expect(page.locator(".draft-in li").first).to_be_visible()
    page.get_by_role("button", name="Begin the film").click()
    expect(tab(page, "script").locator(".card").nth(3)).to_be_visible(timeout=60_000)
    assert page.faults == [] and len(studio[1].library.films("home")) == 2
