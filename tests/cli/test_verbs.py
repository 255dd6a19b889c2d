"""The verbs of a film from a terminal: what each answers with --json, how it ends, and what it did to the film."""

import json
import re
import wave
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.film import probe
from tests.cli.terminal import CUT, SIZE, TEXT, TINY, chosen, pieces, taken

pytestmark = pytest.mark.models

EVERY = {
    *("brief", "bible:narrator", "bible:place-shore", "bible:prop-boat", "bible:style", "script:l01", "script:l02"),
    *("script:order", "voice:l01", "voice:l02", "subtitles:l01", "subtitles:l02", "shotlist:s01", "shotlist:order"),
    *("keyframe:s01", "clip:s01", "music", CUT),
}
STATUS = {"key", "stage", "unit", "freshness", "causes", "approval", "work", "take", "maker", "seconds"}
TAKE = {"take", "selected", "origin", "maker", "seed", "seconds", "cost", "sha256", "created", "content"}


def stale(terminal, film):
    return {key for key, row in pieces(terminal, film).items() if row["freshness"] != "fresh"}


def lines(terminal, film):
    return [line for scene in chosen(terminal, film, "script:order")["scenes"] for line in scene["lines"]]


# ---- make and run


def test_make_answers_with_the_film_its_length_and_what_it_made(first_make):
    folder, answer = first_make
    assert set(answer.data) == {"film", "duration", "made", "cached", "blocked"}
    assert set(answer.data["made"]) == EVERY - {"brief"} and len(answer.data["made"]) == len(EVERY) - 1
    assert answer.data["cached"] == answer.data["blocked"] == [] and answer.err == ""
    film = Path(answer.data["film"])
    assert film.is_relative_to(folder) and film.read_bytes()[4:8] == b"ftyp"
    assert 4 < answer.data["duration"] < 12


def test_a_second_make_of_the_same_text_makes_nothing(terminal, film, text, first_make):
    again = terminal("make", text, "--project", film, *TINY, "--approve", "all", "--json").data
    assert again["made"] == again["cached"] == again["blocked"] == []
    assert Path(again["film"]).name == Path(first_make[1].data["film"]).name
    assert all(row["take"] == 1 for row in pieces(terminal, film).values())


def test_run_of_a_finished_film_makes_nothing_and_names_the_film(terminal, film, first_make):
    answer = terminal("run", film, "--json").data
    assert answer["made"] == answer["cached"] == answer["blocked"] == []
    assert answer["duration"] == first_make[1].data["duration"]


def test_out_gives_a_copy_of_the_film_and_its_captions(terminal, film, tmp_path):
    out = tmp_path / "new" / "boat.mp4"
    answer = terminal("run", film, "--out", out, "--json").data
    assert answer["film"] == str(out) and out.read_bytes()[4:8] == b"ftyp"
    assert "A red boat" in out.with_suffix(".srt").read_text()
    assert {path.name for path in out.parent.iterdir()} == {"boat.mp4", "boat.srt"}


def test_out_gives_a_copy_of_every_size(terminal, film, tmp_path):
    terminal.here("edit", film, "brief", "--field", "sizes", "--text", f"{SIZE}, 180x320")
    answer = terminal("run", film, "--approve", "all", "--out", tmp_path / "new" / "boat.mp4", "--json").data
    named = {size: tmp_path / "new" / name for size, name in ((SIZE, "boat.mp4"), ("180x320", "boat-180x320.mp4"))}
    assert answer["film"] == str(named[SIZE]) and answer["films"] == [str(path) for path in named.values()]
    for size, path in named.items():
        assert "{}x{}".format(*probe(path).size) == size and "A red boat" in path.with_suffix(".srt").read_text()


def test_out_in_a_place_that_cannot_be_written_is_one_sentence_and_the_film_stays(terminal, film, tmp_path):
    (tmp_path / "file").write_text("")
    answer = terminal("run", film, "--out", tmp_path / "file" / "boat.mp4", code=2)
    assert "--out" in answer.sentence
    assert terminal.here("verify", film, "--json").data == {"faults": []}


def test_make_reads_standard_input_and_stops_after_a_stage(terminal, tmp_path):
    words = ("make", "-", "--project", tmp_path / "film", *TINY, "--until", "script", "--approve", "all", "--json")
    answer = terminal(*words, stdin=TEXT.encode()).data
    assert {key.split(":")[0] for key in answer["made"]} == {"bible", "script"}
    assert answer["film"] is None and answer["duration"] is None and answer["blocked"] == []


def test_make_without_a_place_says_so(terminal, text):
    assert "--project" in terminal("make", text, code=2).sentence


def test_wishes_reach_the_brief(terminal, text, tmp_path):
    words = ("--title", "Out", "--fps", "25", "--size", "180x320", "--size", SIZE, "--set", "look=night")
    words += ("--set", "tone=calm", "--mode", "story", "--until", "brief", "--json")
    looks = terminal("make", text, "--project", tmp_path / "a", *words, code=None)
    if looks.code:  # the names of looks are the engine's own: take one that it offers
        words = tuple(word.replace("night", re.findall(r": ([a-z]+)", looks.sentence)[-1]) for word in words)
        terminal("make", text, "--project", tmp_path / "a", *words)
    brief = chosen(terminal, tmp_path / "a", "brief")
    assert (brief["title"], brief["fps"], brief["sizes"], brief["tone"]) == ("Out", 25, ["180x320", SIZE], "calm")
    assert f"look={brief['look']}" in words and brief["text"] == TEXT.strip()


def test_a_voice_that_was_asked_for_speaks(terminal, text, tmp_path):
    words = ("--voice", "am_michael", "--until", "bible", "--approve", "all", "--json")
    terminal("make", text, "--project", tmp_path / "film", *TINY, *words)
    assert chosen(terminal, tmp_path / "film", "bible:narrator")["voice"] == "am_michael"


def test_captions_that_were_asked_for_change_the_cut_alone(terminal, film, text):
    words = ("make", text, "--project", film, *TINY, "--captions", "none", "--until", "music", "--json")
    assert terminal(*words).data["made"] == []
    assert stale(terminal, film) == {CUT}
    assert "captions" in pieces(terminal, film)[CUT]["causes"][0]


def test_a_card_becomes_a_script_of_its_own_words(terminal, tmp_path):
    (tmp_path / "card.yaml").write_text(terminal.here("cards", "show", "fable", "--example").out)
    words = ("--project", tmp_path / "film", *TINY, "--until", "script", "--approve", "all", "--json")
    terminal("make", "--card", tmp_path / "card.yaml", *words)
    told = " ".join(
        chosen(terminal, tmp_path / "film", f"script:{line}")["text"] for line in lines(terminal, tmp_path / "film")
    )
    assert "stone bridge" in told


# ---- gates


def test_without_approval_make_stops_at_each_gate_and_piece_by_piece_reaches_the_film(terminal, text, tmp_path):
    film, approved = tmp_path / "film", []
    answer = terminal("make", text, "--project", film, *TINY, "--json", code=3)
    assert answer.data["film"] is None and answer.data["blocked"]
    while answer.code == 3:
        wanted = [row["key"] for row in asked_for(terminal, film)]
        assert wanted and any(f"approve {key}" in answer.sentence for key in wanted), answer
        assert "Approve with: approve DIR" in answer.sentence
        for key in wanted:
            assert terminal.here("approve", film, key, "--json").data == {"approved": [key]}
        approved += wanted
        answer = terminal("run", film, "--json", code=None)
    assert answer.code == 0 and Path(answer.data["film"]).exists()
    assert len(approved) == len(set(approved)) and {"voice:l02", "keyframe:s01", "clip:s01"} < set(approved)
    assert all(pieces(terminal, film)[key]["approval"] == "approved" for key in approved)


def asked_for(terminal, film):
    """The pieces that are made and wait for a person's eye."""
    rows = pieces(terminal, film).values()
    return [r for r in rows if r["take"] and r["approval"] == "none" and r["stage"] not in ("brief", "music", "cut")]


def test_autopilot_leaves_another_mark_than_a_person(terminal, film):
    assert pieces(terminal, film)["voice:l01"]["approval"] == "auto"
    terminal.here("approve", film, "voice:l01")
    assert pieces(terminal, film)["voice:l01"]["approval"] == "approved"


# ---- looking


def test_status_lists_every_piece_with_where_it_stands(terminal, film):
    data = terminal.here("status", film, "--json").data
    assert set(data) == {"title", "pieces", "spent"} and data["title"] == "The Boat"
    assert {row["key"] for row in data["pieces"]} == EVERY
    for row in data["pieces"]:
        assert set(row) >= STATUS and row["freshness"] == "fresh" and row["causes"] == [] and row["work"] == "idle"
        assert row["key"] == (f"{row['stage']}:{row['unit']}" if row["unit"] else row["stage"])
    assert "cut:320x180" in terminal.here("status", film).out


def test_plan_says_what_why_how_long_and_what_it_costs(terminal, film):
    assert terminal.here("plan", film, "--json").data == {"steps": [], "seconds": 0, "cost": 0, "unknown": 0}
    terminal.here("edit", film, "script:l01", "--field", "text", "--text", "A green boat waits by the shore.")
    data = terminal.here("plan", film, "--json").data
    assert set(data) == {"steps", "seconds", "cost", "unknown"} and data["cost"] == data["unknown"] == 0
    assert all(set(step) == {"key", "why", "seconds", "cost"} for step in data["steps"])
    assert data["seconds"] == pytest.approx(sum(step["seconds"] for step in data["steps"]), abs=0.05)
    assert data["steps"][0]["key"] == "voice:l01" and "script:l01" in data["steps"][0]["why"]
    assert "voice:l02" not in {step["key"] for step in data["steps"]}
    assert "In all about" in terminal.here("plan", film).out


def test_plan_before_anything_is_made_counts_what_is_to_come(terminal, text, tmp_path):
    terminal("make", text, "--project", tmp_path / "film", *TINY, "--until", "brief")
    steps = terminal.here("plan", tmp_path / "film", "--json").data["steps"]
    assert {step["key"].split(":")[0] for step in steps} >= {"bible", "script", "voice", "keyframe", "cut"}


def test_explain_says_what_a_piece_was_made_from(terminal, film):
    data = terminal.here("explain", film, "voice:l01", "--json").data
    assert data["status"]["key"] == "voice:l01"
    assert {one["key"] for one in data["recipe"]["inputs"]} >= {"script:l01", "bible:narrator"}
    terminal.here("edit", film, "script:l01", "--field", "text", "--text", "A green boat waits by the shore.")
    assert "script:l01" in terminal.here("explain", film, "voice:l01").out


def test_takes_hold_the_sound_and_the_times_of_its_words(terminal, film):
    data = terminal.here("takes", film, "voice:l01", "--json").data
    assert set(data) == {"key", "takes"} and data["key"] == "voice:l01" and len(data["takes"]) == 1
    take = data["takes"][0]
    assert set(take) == TAKE and take["selected"] is True and take["origin"] == "made" and take["take"] == 1
    assert re.fullmatch("[0-9a-f]{64}", take["sha256"]) and take["created"].startswith("20")
    voice = take["content"]
    assert voice["voice"] and voice["duration"] > 1
    assert " ".join(word["w"] for word in voice["words"]) == "A red boat waits by the shore."
    times = [time for word in voice["words"] for time in (word["start"], word["end"])]
    assert all(set(word) == {"w", "start", "end"} for word in voice["words"])
    assert times == sorted(times) and times[-1] <= voice["duration"]


def test_verify_is_clean_and_says_what_is_damaged(terminal, film):
    assert terminal.here("verify", film, "--json").data == {"faults": []}
    damaged = next((film / "blobs").rglob("*.wav"))
    damaged.write_bytes(damaged.read_bytes()[:-2] + b"\x01\x02")
    answer = terminal.here("verify", film, "--json", code=5)
    assert len(answer.data["faults"]) == 1 and damaged.name in answer.data["faults"][0]
    assert damaged.name in answer.sentence


@pytest.mark.parametrize("noun", ["packs", "cards"])
def test_packs_and_cards_are_listed(terminal, noun):
    data = terminal.here(noun, "list", "--json").data
    rows = data["packs" if noun == "packs" else "shapes"]
    assert len(rows) >= 6 and all(row["id"] and row["title"] for row in rows)
    assert rows[0]["id"] in terminal.here(noun, "list").out


LISTS = {
    "voices": (("--lang", "hi"), "hf_alpha", {"language": "hi", "gender": "female"}),
    "looks": ((), "paper", {"label": "Paper cut"}),
    "music": ((), "calm_acoustic_1", {"mood": "calm"}),
    "makers": (("image",), "illustrator", {"ready": True, "away": False, "cost": 0.0}),
}


@pytest.mark.parametrize("noun", LISTS)
def test_what_there_is_to_choose_from_is_listed(terminal, noun):
    words, name, holds = LISTS[noun]
    rows = terminal.here("list", noun, *words, "--json").data[noun]
    assert holds.items() <= next(row for row in rows if row["name"] == name).items()
    assert any(line.split()[0] == name for line in terminal.here("list", noun, *words).out.splitlines())


def test_a_list_of_nothing_says_what_there_is(terminal):
    assert "choose one of: embedding, image" in terminal.here("list", "makers", "dreams", code=2).sentence
    assert "There are: kokoro" in terminal.here("list", "voices", "--maker", "nobody", code=2).sentence


def test_every_card_can_be_shown_empty_and_filled(terminal):
    assert 'hero: ""' in terminal.here("cards", "show", "fable").out
    assert 'hero: "a stone bridge"' in terminal.here("cards", "show", "fable", "--example").out
    assert "nosuch" in terminal.here("cards", "show", "nosuch", code=2).sentence


# ---- editing


def test_an_edited_line_is_made_anew_and_nothing_else_is(terminal, film):
    words = ("--field", "text", "--text", "A green boat waits by the shore.")
    assert terminal.here("edit", film, "script:l01", *words, "--json").data == {"key": "script:l01", "take": 2}
    assert "voice:l02" not in stale(terminal, film) >= {"voice:l01", CUT}
    assert set(terminal("run", film, "--approve", "all", "--json").data["made"]) >= {"voice:l01", CUT}
    assert stale(terminal, film) == set()
    assert [len(taken(terminal, film, key)) for key in ("voice:l01", "voice:l02")] == [2, 1]


def test_a_persons_own_picture_recording_and_text_file_are_taken(terminal, film, tmp_path):
    Image.new("RGB", (640, 360), (30, 90, 160)).save(tmp_path / "sea.png")
    assert terminal.here("edit", film, "keyframe:s01", "--file", tmp_path / "sea.png", "--json").data["take"] == 2
    recording(tmp_path / "me.wav")
    answer = terminal.here("edit", film, "voice:l02", "--file", tmp_path / "me.wav", "--json").data
    assert answer["take"] == 2 and answer["warnings"]
    (tmp_path / "line.txt").write_text("A blue boat waits.")
    words = ("--field", "text", "--file", tmp_path / "line.txt", "--json")
    assert terminal.here("edit", film, "script:l01", *words).data["take"] == 2
    assert chosen(terminal, film, "script:l01")["text"] == "A blue boat waits."
    rows = pieces(terminal, film)
    assert rows["keyframe:s01"]["maker"] == rows["voice:l02"]["maker"] == "person"


def recording(path):
    """Four seconds of syllables, as a WAV."""
    at = np.arange(4 * 16_000) / 16_000
    buzz = sum(np.sin(2 * np.pi * 120 * n * at) / n for n in range(1, 12)) * np.clip(np.sin(2 * np.pi * 2 * at), 0, 1)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes((buzz * 6000).astype("<i2").tobytes())


def test_a_piece_is_regenerated_beside_its_old_take_and_the_old_one_can_be_chosen_again(terminal, film):
    data = terminal("regenerate", film, "keyframe:s01", "--seed", "7", "--json").data
    assert data["made"] == ["keyframe:s01"] and data["film"] is None
    takes = taken(terminal, film, "keyframe:s01")
    assert [(t["take"], t["selected"], t["seed"]) for t in takes] == [(1, False, 0), (2, True, 7)]
    data = terminal.here("select", film, "keyframe:s01", "1", "--json").data
    assert data == {"key": "keyframe:s01", "take": 1, "freshness": "fresh"}
    assert terminal("regenerate", film, "keyframe:s01", "--seed", "7", "--json").data["cached"] == ["keyframe:s01"]


def test_what_was_sent_back_is_made_again_with_another_seed(terminal, film):
    data = terminal.here("send-back", film, "keyframe:s01", "--note", "more sea", "--json").data
    assert data == {"key": "keyframe:s01", "approval": "sent_back"}
    assert pieces(terminal, film)["keyframe:s01"]["approval"] == "sent_back"
    made = terminal("run", film, "keyframe", "--json").data["made"]
    assert made == ["keyframe:s01"] and len(taken(terminal, film, "keyframe:s01")) == 2


def test_undo_and_redo_go_back_and_forth(terminal, film):
    terminal.here("edit", film, "script:l01", "--field", "text", "--text", "A green boat waits by the shore.")
    assert terminal.here("undo", film, "--json").data == {"undone": "edit", "key": "script:l01"}
    assert stale(terminal, film) == set()
    assert terminal.here("redo", film, "--json").data == {"redone": "edit", "key": "script:l01"}
    assert chosen(terminal, film, "script:l01")["text"] == "A green boat waits by the shore."
    assert "redo" in terminal.here("redo", film, code=2).sentence


def test_lines_are_inserted_split_merged_moved_and_removed(terminal, film):
    words = ("--after", "l01", "--set", "text=Nobody is near.", "--json")
    assert terminal.here("insert", film, "script", *words).data == {"key": "script:l01a"}
    assert lines(terminal, film) == ["l01", "l01a", "l02"]
    second = terminal.here("split", film, "script:l02", "--at", "5", "--json").data
    assert second["key"] == "script:l02" and lines(terminal, film)[-1] == second["second"].split(":")[1]
    assert terminal.here("merge", film, "script:l02", "--json").data == {"key": "script:l02"}
    assert chosen(terminal, film, "script:l02")["text"] == "The wind lifts the sail and the boat goes out."
    assert terminal.here("move", film, "script:l01a", "--json").data == {"key": "script:l01a", "after": ""}
    assert lines(terminal, film) == ["l01a", "l01", "l02"]
    assert terminal.here("remove", film, "script:l01a", "--json").data == {"key": "script:l01a"}
    assert lines(terminal, film) == ["l01", "l02"] and stale(terminal, film) == set()


def test_shots_are_split_and_merged(terminal, film):
    second = terminal.here("split", film, "shotlist:s01", "--json").data["second"]
    assert chosen(terminal, film, "shotlist:order")["shots"] == ["s01", second.split(":")[1]]
    terminal.here("merge", film, "shotlist:s01", "--json")
    assert chosen(terminal, film, "shotlist:order")["shots"] == ["s01"]


def test_settings_are_changed_together(terminal, film):
    data = terminal.here("set", film, "captions=plain", "quality=medium", "--json").data
    assert data == {"set": {"captions": "plain", "quality": "medium"}}
    assert stale(terminal, film) == {CUT}
    terminal.here("undo", film)
    assert stale(terminal, film) == set()


def test_looking_is_possible_while_another_process_writes_and_writing_is_not(terminal, film):
    from engine.project import open_project

    with open_project(film):
        assert terminal.here("status", film, "--json").data["title"] == "The Boat"
        assert "another process" in terminal.here("undo", film, code=2).sentence
    terminal.here("set", film, "captions=plain")


def test_without_json_a_person_reads_sentences_and_progress_stays_off_stdout(terminal, film):
    terminal.here("set", film, "captions=plain")
    answer = terminal("run", film, "--approve", "all")
    assert answer.out.startswith("Made 1, reused 0.") and answer.out.count("\n") == 1
    assert answer.err == f"made {CUT}\n"
    with pytest.raises(json.JSONDecodeError):
        json.loads(answer.out)
