"""The sounds of shots, from the shotlist into the film: heard where they belong, by whom they were asked for, and at no picture's cost."""

import re

import pytest

from engine import film as library
from engine.errors import BadEdit, UserError
from engine.film import RATE, sound
from engine.project import open_project
from engine.stages.cut import planned_film
from engine.types import Key
from tests.build.films import SIZE, drain, run
from tests.fakes.elevenlabs_server import ElevenLabsServer
from tests.film.sounds import own_file, tone

PITCH = 3000.0
pytestmark = pytest.mark.models


@pytest.fixture
def film(lamp):
    with open_project(lamp) as found:
        yield found


def shots_heard(film):
    """The finished film's sound during each shot, in order."""
    view, whole = film.view(), sound.load(film.film()[0])
    frames = [view.content(Key("clip", unit)).frames for unit in ("s01", "s02")]
    border = frames[0] * RATE // view.content(Key("brief")).fps
    return whole[:border], whole[border + RATE :]


def test_a_sound_is_heard_in_its_shot_below_the_voice_and_in_no_other(film, tmp_path):
    before = [tone(part, PITCH) for part in shots_heard(film)]
    film.edit("shotlist:s01", field="sound", value="a whistle")
    film.edit("sounds:s01", file=own_file(tmp_path / "whistle.wav", PITCH, seconds=20.0))
    run(film)
    first, second = shots_heard(film)
    assert tone(first, PITCH) > before[0] + 15
    assert tone(second, PITCH) == pytest.approx(before[1], abs=3)
    assert sound.loudness(second) - 40 < tone(first, PITCH) < sound.loudness(first) - 6, "there, and behind the voice"
    film.set("sounds_level", -20.0)
    run(film)
    assert tone(shots_heard(film)[0], PITCH) == pytest.approx(tone(first, PITCH) - 6, abs=1.0)


def test_a_sound_that_is_made_again_encodes_no_picture(film, tmp_path):
    film.edit("shotlist:s02", field="sound", value="rain")
    film.set("sounds", "ambience")
    run(film)
    film.edit("shotlist:s02", field="sound", value="the sea")
    assert run(film, target="sounds")["made"] == ["sounds:s02"]
    planned = planned_film(film.view(), SIZE, film.store.blobs.path)
    report = library.render(planned, tmp_path / "film.mp4", cache=film.folder / "cache", quality="fast")
    assert len(planned.sound_effects) == 1 and planned.sound_effects[0].loop
    assert (report.encoded_segments, report.reused_segments > 0) == (0, True)


def test_the_stems_hold_the_sounds_apart(film, tmp_path):
    film.edit("shotlist:s01", field="sound", value="rain")
    film.set("sounds", "ambience")
    run(film)
    planned = planned_film(film.view(), SIZE, film.store.blobs.path)
    stems = library.stems(planned, tmp_path / "stems")
    begin = planned.shots[0].frames * RATE // 30
    effects = sound.load(stems.effects)
    assert sound.loudness(effects[:begin]) == pytest.approx(-30, abs=1.5), "14 dB below voices at -16 LUFS"
    assert not effects[begin + RATE :].any()


def test_without_words_a_file_is_asked_to_be_told_first(film, tmp_path):
    with pytest.raises(BadEdit, match=re.escape("a few words in the field 'sound' of shotlist:s01")):
        film.edit("sounds:s01", file=own_file(tmp_path / "own.wav"))


def test_what_this_machine_cannot_make_fails_with_its_reason_and_waits_for_another(film, tmp_path):
    film.edit("shotlist:s01", field="sound", value="a door slams")
    film.set("sounds", "ambience")
    done = run(film)
    assert "makes only: rain" in done["failed"]["sounds:s01"] and "cut" not in str(done["made"])
    film.edit("sounds:s01", file=own_file(tmp_path / "door.wav"))
    assert run(film)["failed"] == {} and film.film() is not None


def test_a_service_is_asked_once_with_the_words_and_for_no_loop_of_what_happens_once(film, monkeypatch):
    film.edit("shotlist:s01", field="sound", value="a heavy door slams")
    film.edit("shotlist:s02", field="sound", value="gulls over a harbour")
    film.set("sounds", "elevenlabs")
    with ElevenLabsServer(real=False) as server:
        monkeypatch.setenv("ELEVENLABS_BASE_URL", server.url)
        monkeypatch.setenv("ELEVENLABS_API_KEY", "xi-0123456789abcdefghij")
        assert run(film)["failed"] == {}
        asked = [(each.json["text"], each.json["loop"], each.json["duration_seconds"]) for each in server.asked]
    assert asked == [("a heavy door slams", False, 4.0), ("gulls over a harbour", True, 12.0)]
    assert film.takes("sounds:s01")[-1].maker == "elevenlabs"


def test_its_price_is_in_the_plan_and_under_the_cap(film, monkeypatch):
    monkeypatch.setenv("ELEVENLABS_API_KEY", "xi-0123456789abcdefghij")
    monkeypatch.delenv("ELEVENLABS_BASE_URL", raising=False)
    film.edit("shotlist:s01", field="sound", value="gulls")
    film.approve("shotlist:s01")
    film.set_many({"sounds": "elevenlabs", "spend_cap": 0.1})
    assert {step.key: step.cost for step in film.plan()}["sounds:s01"] == pytest.approx(0.12)
    with pytest.raises(UserError, match="spending cap"):
        drain(film.regenerate("sounds:s01"))


def test_one_sound_by_another_maker_and_back_again(film):
    film.edit("shotlist:s01", field="sound", value="rain")
    film.approve("shotlist:s01")
    drain(film.regenerate("sounds:s01", provider="ambience"))
    assert run(film)["failed"] == {}, "one sound, in a film whose setting is none"
    drain(film.regenerate("sounds:s01"))
    first, second = film.takes("sounds:s01")
    assert first.content["audio"] != second.content["audio"]
    film.select("sounds:s01", 1)
    assert film.status("sounds:s01").take == 1 and film.status("sounds:s01").freshness == "fresh"


@pytest.mark.parametrize("name", ["thunderbox", "none:rain"])
def test_a_maker_that_is_not_there_is_refused_when_it_is_set(film, name):
    with pytest.raises(UserError, match=r"There is no sounds provider .* ambience, elevenlabs"):
        film.set("sounds", name)
    film.set("sounds", "none")
