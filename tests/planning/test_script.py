"""Pasted stories and finished scripts become lines without a word changed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.artifacts import NARRATOR, BibleEntry, Brief
from engine.errors import UserError
from engine.planning.breath import breaths
from engine.planning.script import detect_mode, joined, plan_script, same_words, spoken_words
from engine.planning.script_plan import ScriptPlan
from tests.planning.films import TEXTS, film, names


def story(text: str, **fields: str) -> ScriptPlan:
    return plan_script(Brief.model_validate({"text": text, **fields}), {})


def script(text: str, **fields: str) -> ScriptPlan:
    return story(text, mode="script", **fields)


def said(plan: ScriptPlan) -> list[tuple[str, str]]:
    return [(line.speaker, line.text) for line in plan.lines]


@pytest.mark.models
@pytest.mark.parametrize("name", names())
def test_no_word_is_lost_or_added(name):
    one = film(name)
    assert same_words(joined(one.plan), spoken_words(one.brief))
    assert all(len(line.text.split()) <= 45 for line in one.plan.lines)


def test_modes_are_told_apart():
    read = {path.stem: path.read_text(encoding="utf-8") for path in TEXTS.glob("*.txt")}
    found = {name: detect_mode(text, "hi" if name.startswith("hindi") else "en") for name, text in read.items()}
    assert {name for name, mode in found.items() if mode == "script"} == {"script_two_voices"}
    assert detect_mode("anna: hello there\nben: hello\nanna: come in") == "script"
    assert detect_mode("Ingredients: flour\nMethod: bake it\n\nReason: a letter.") == "story"
    assert detect_mode("MARTA\nWho is there?\n\nDRIVER\nOnly me.") == "script"


def test_a_story_is_told_by_the_narrator_sentence_by_sentence():
    plan = story((TEXTS / "paper_boat.txt").read_text(encoding="utf-8"))
    assert {line.speaker for line in plan.lines} == {NARRATOR}
    assert len(plan.scenes) == 6
    assert plan.lines[0].text == plan.lines[0].source == "Marta keeps the lighthouse on Gull Rock."
    assert [plan.lines[0].pause, plan.lines[1].pause, plan.lines[-5].pause] == [0.3, 0.7, 0.8]


def test_pauses_follow_the_marks():
    plan = story("Who is there? Nobody. He wrote:\n\nMore words in a paragraph here.\n\n***\n\nAnd the end of it.")
    assert [line.pause for line in plan.lines] == [0.4, 0.3, 0.7, 1.0, 0.3]


def test_markdown_is_not_spoken():
    plan = story(
        "# The *Big* Day\n\nHe [walked](http://x.org) **far**.\n\n## Chapter 2\n\n- one bean\n- two beans\n\n> It rained."
    )
    assert plan.title == "The Big Day"
    assert [line.text for line in plan.lines] == ["He walked far.", "one bean", "two beans", "It rained."]
    assert [scene.title for scene in plan.scenes] == ["", "Chapter 2", ""]


def test_a_first_short_line_is_the_title_and_a_question_is_spoken_too():
    assert story("The Fox\n\nA fox came. It was late and it was cold.").title == "The Fox"
    plan = story((TEXTS / "tea_explainer.txt").read_text(encoding="utf-8"))
    assert plan.title == plan.lines[0].text == "Why does tea taste bitter when you forget it?"


def test_wrapped_prose_is_joined_and_verse_is_not():
    wrapped = story(
        "The long line of the story was wrapped by the mail program at the\nseventieth column and goes on here."
    )
    assert len(wrapped.lines) == 1
    verse = story("Roses are red\nViolets are blue\nSugar is sweet\nAnd so are you")
    assert len(verse.lines) == 4


def test_a_long_sentence_is_cut_at_a_clause():
    text = "The boat went out, " * 5 + "; " + "and then it came back to the shore, " * 6 + "and it stayed."
    plan = story(text)
    assert len(plan.lines) >= 2
    assert all(len(line.text.split()) <= 45 for line in plan.lines)
    assert all(line.source == " ".join(text.split()) for line in plan.lines)


def test_titles_given_labelled_or_found():
    text = "Marta keeps a lamp. Marta trims the lamp each evening by the sea."
    assert story(text, title="Mine").title == "Mine"
    entries = {
        "marta": BibleEntry(kind="character", name="Marta"),
        "prop-boat": BibleEntry(kind="prop", name="boat", look="a boat made of newspaper"),
    }
    assert plan_script(Brief(text=text), entries).title == "Marta and the Newspaper Boat"
    assert script("TITLE: The Last Bus\nA: hello\nB: hello you").title == "The Last Bus"
    assert story(text).title == "Marta Keeps a Lamp"


def test_a_script_keeps_its_speakers_and_directions():
    plan = script(
        "**The Note**\n\nSCENE: The lighthouse, night\nNARRATOR: Marta reads. (pause 2s) Then she waits.\n"
        "MARTA (whispering): Come home. (softly) Please.\nChild: I am seven\nand I can count (almost).\n\n"
        "[A bell rings.]\nMARTA: (slowly) Keep it on. [laughs] All night!\n(beat)\nNARRATOR: Reason: a letter."
    )
    assert plan.title == "The Note"
    assert [scene.title for scene in plan.scenes] == ["The lighthouse, night", "A bell rings."]
    assert said(plan) == [
        ("narrator", "Marta reads."), ("narrator", "Then she waits."), ("marta", "Come home."), ("marta", "Please."),
        ("child", "I am seven and I can count (almost)."), ("marta", "Keep it on."), ("marta", "All night!"),
        ("narrator", "Reason: a letter."),
    ]  # fmt: skip
    lines = plan.lines
    assert [lines[0].pause, lines[6].pause] == [2.0, 1.0]
    assert [line.emotion for line in lines[2:7]] == ["whisper", "calm", "", "calm", "cheerful"]
    assert lines[5].pace < 1


def test_names_of_any_case_and_script_speak():
    assert [speaker for speaker, _ in said(script("anna: hello there\nBen: hello yourself\nanna: come in now"))] == [
        "anna",
        "ben",
        "anna",
    ]
    plan = script("शीर्षक: चिट्ठी\nकथावाचक: शाम हो गई थी।\nडाकिया: कोई है?\nमीरा (धीरे से): हाँ।", language="hi")
    assert [line.speaker for line in plan.lines] == ["narrator", "dakiya", "mira"]
    assert plan.lines[2].emotion == "calm"


def test_a_screenplay_speaks():
    plan = script(
        "INT. LIGHTHOUSE - NIGHT\n\nMarta trims the lamp.\n\nMARTA\n(softly)\nWho is there?\n\nDRIVER\nOnly me."
    )
    assert said(plan) == [("narrator", "Marta trims the lamp."), ("marta", "Who is there?"), ("driver", "Only me.")]
    assert plan.scenes[0].title == "INT. LIGHTHOUSE - NIGHT"


def test_speakers_are_found_in_the_bible_by_alias():
    entries = {"mr-grey": BibleEntry(kind="character", name="Mr Grey", aliases=("Grey",))}
    plan = plan_script(Brief(text="GREY: Good evening.\nNARRATOR: He bows.", mode="script"), entries)
    assert [line.speaker for line in plan.lines] == ["mr-grey", "narrator"]


def test_a_script_without_names_is_all_narration():
    plan = script("The lamp goes out. Nobody comes to the shore tonight.\n\nThen a bell rings twice.")
    assert {line.speaker for line in plan.lines} == {NARRATOR}


def test_long_speeches_become_breaths_and_short_sentences_stay_together():
    plan = script("A: You again. Same seat?\nB: " + "I walked a long way over the hills today. " * 5)
    assert said(plan)[0] == ("a", "You again. Same seat?")
    assert all(len(line.text.split()) <= 30 for line in plan.lines)
    assert len(plan.lines) > 3


def test_chinese_is_cut_after_its_commas():
    text = "从前有一个女孩住在海边的灯塔里，" * 8 + "她很高兴。"
    assert "".join(breaths(text, "zh")) == text
    assert max(map(len, breaths(text, "zh"))) <= 60


def test_nothing_to_say_is_refused_in_a_sentence():
    with pytest.raises(UserError, match="nothing to say"):
        script("ANNA: (softly)\n[The bell rings]")


@given(st.lists(st.text(max_size=60), min_size=1, max_size=8), st.sampled_from(["story", "script"]))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_any_text_keeps_its_words(paragraphs, mode):
    brief = Brief(text="\n\n".join(paragraphs), mode=mode)
    try:
        plan = plan_script(brief, {})
    except UserError:
        return
    assert same_words(joined(plan), spoken_words(brief))
    assert plan.title.strip()
