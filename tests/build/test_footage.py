"""Clips that are footage, seen where they end up: in the decoded frames of the cut, in previews and proxies, after a kill, in its place."""

import io
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile
from PIL import Image

from engine import adopting, asks, previewing
from engine.artifacts import Clip
from engine.errors import MediaError, NotApproved, UserError
from engine.home import home
from engine.project import open_project
from engine.timeline import shot_frames
from engine.types import Key
from tests.build.films import SIZE, drain, run
from tests.build.makers import Reel
from tests.fakes.polled_server import KEY_NAME, PolledServer, accept, describe
from tests.film.footage_files import write

pytestmark = pytest.mark.models

NEVER = 10**9
DEADLINE = 120.0
CLIP = Key("clip", "s01")


@pytest.fixture
def film(lamp):
    with open_project(lamp) as opened:
        Reel.asked.clear()
        yield opened


def greys(path):
    """How bright the middle of each frame of a film is."""
    with av.open(str(path)) as container:
        return [middle(frame.to_ndarray(format="gray")) for frame in container.decode(video=0)]


def middle(pixels):
    height, width = pixels.shape[:2]
    return float(pixels[height // 3 : height // 2, width // 3 : -width // 3].mean())


def cut_of(film):
    """The grey of each frame of the chosen cut."""
    return greys(film.film()[0])


def clip_of(film) -> Clip:
    return film.view().content(CLIP)


def brightening(path, frames, size=(128, 96), rate=24):
    """A film that begins dark and becomes one grey brighter each frame."""
    return write(path, [np.full((size[1], size[0], 3), 40 + n, np.uint8) for n in range(frames)], fps=rate)


def adopt(film, path):
    """Bring a film as a person does in the studio: receive it, then adopt it."""
    return drain(adopting.adopt(film, "clip:s01", adopting.receive(film, "clip:s01", path)))


# ---------------------------------------------------------------- by a maker


def test_the_cut_plays_what_was_filmed_at_the_film_s_own_rate(film):
    film.set("video", "reel")
    run(film)
    assert film.store.takes("clip:s01")[-1].cost == 0.04 and len(Reel.asked) == 2
    seen = cut_of(film)
    off = np.array(seen[:90]) - 0.8 * np.arange(90)  # 24 frames a second in a film of 30
    assert off - np.median(off) == pytest.approx(0, abs=2.5), "compression of flat grey costs a step or two"
    assert sum(shot_frames(film.view(), unit) for unit in ("s01", "s02")) == len(seen)


def test_a_shot_that_is_longer_than_the_maker_can_is_filmed_in_parts_without_a_seam(film):
    drain(film.regenerate("clip:s01", provider="short-reel"))
    assert [request.seconds for request in Reel.asked] == [1.0] * 4
    assert len({request.seed for request in Reel.asked}) == 4
    footage = clip_of(film).footage[0]
    assert (footage.parts, footage.seconds) == (4, pytest.approx((4 * 24 - 3) / 24, abs=0.01))
    run(film)
    steps = np.diff(cut_of(film)[:100])
    assert steps.min() > -2 and steps.max() < 4, "neither a jump nor a step back"


def test_a_maker_is_told_of_the_picture_and_its_motion_and_begins_with_the_keyframe(film):
    film.edit("shotlist:s01", field="motion", value="The flame trembles")
    run(film, target="keyframe")
    drain(film.regenerate("clip:s01", provider="reel"))
    shot = film.view().content(Key("shotlist", "s01"))
    [request] = Reel.asked
    assert shot.picture in request.prompt and "The flame trembles. The camera" in request.prompt
    assert (request.width, request.height, request.seconds) == (320, 180, 4.0)


def test_sizes_of_one_shape_share_a_film(film):
    film.edit("brief", field="sizes", value=[SIZE, "640x360", "180x320"])
    run(film, target="keyframe")
    film.set("video", "reel")
    drain(film.regenerate("clip:s01"))
    assert [(request.width, request.height) for request in Reel.asked] == [(640, 360), (180, 320)]
    wide, wider, upright = clip_of(film).footage
    assert (wide.size, wider.size, upright.size) == (SIZE, "640x360", "180x320")
    assert wide.film == wider.film != upright.film


def test_previews_and_proxies_show_the_footage(film):
    drain(film.regenerate("clip:s01", provider="reel"))
    view, find, clip = film.view(), film.store.blobs.path, clip_of(film)
    source = greys(find(clip.footage[0].film))
    with Image.open(io.BytesIO(previewing.frame(view, find, at=2.0, width=320))) as shown:
        assert middle(np.asarray(shown.convert("L"))) == pytest.approx(source[48], abs=4)
    proxy = greys(find(clip.proxy))
    assert len(proxy) == shot_frames(view, "s01") and proxy[60] == pytest.approx(source[48], abs=4)
    planned = previewing.now(view, SIZE, find)
    assert [shot.frames for shot in planned.shots] == [shot_frames(view, unit) for unit in ("s01", "s02")]


# ---------------------------------------------------------------- a person's own


def test_a_longer_film_of_one_s_own_is_cut_and_follows_its_shot_when_that_grows(film, tmp_path):
    outcome = adopt(film, brightening(tmp_path / "long.mp4", 150))
    assert outcome["warnings"] == ["The film is only 128x96 pixels, so it will look soft."]
    run(film)
    before = cut_of(film)
    assert [before[k] - before[0] for k in range(90)] == pytest.approx([0.8 * k for k in range(90)], abs=2.5)
    film.edit("script:l01", field="pause", value=1.0)
    run(film)
    after = cut_of(film)
    assert len(after) - len(before) == 21
    assert [after[k] - after[0] for k in range(110)] == pytest.approx([0.8 * k for k in range(110)], abs=2.5)
    assert film.status("clip:s01").take == 2 and film.status("clip:s01").freshness == "fresh"


def test_a_film_that_is_a_little_short_is_slowed_and_says_so(film, tmp_path):
    frames = shot_frames(film.view(), "s01")
    outcome = adopt(film, brightening(tmp_path / "short.mp4", round(frames / 30 * 24 * 0.9)))
    assert "slowed a little" in outcome["warnings"][0] and adopting.doubts(film, "clip:s01")
    run(film)
    seen = cut_of(film)
    assert [seen[k] - seen[0] for k in range(90)] == pytest.approx([0.72 * k for k in range(90)], abs=2.5)


def test_a_film_that_is_much_too_short_goes_back_and_forth(film, tmp_path):
    outcome = adopt(film, brightening(tmp_path / "tiny.mp4", 24))
    assert "back and forth" in outcome["warnings"][0]
    run(film)
    seen = cut_of(film)[:90]
    assert np.abs(np.diff(seen)).max() < 4
    assert seen[37] - seen[0] == pytest.approx(23, abs=3) and seen[74] == pytest.approx(seen[0], abs=3)


@pytest.mark.parametrize("kind", ["text", "picture", "sound", "cut short"])
def test_what_is_no_film_is_refused_in_a_sentence_and_changes_nothing(film, tmp_path, kind):
    path = tmp_path / "file.mp4"
    if kind == "text":
        path.write_text("no film " * 99)
    elif kind == "picture":
        path = tmp_path / "still.png"
        Image.new("RGB", (200, 100)).save(path)
    elif kind == "sound":
        path = tmp_path / "sound.wav"
        soundfile.write(path, np.zeros(4800), 48_000)
    else:
        path.write_bytes(brightening(tmp_path / "whole.mp4", 30).read_bytes()[:300])
    with pytest.raises(MediaError) as caught:
        film.edit("clip:s01", file=path)
    assert str(caught.value).endswith(".") and len(film.takes("clip:s01")) == 1


def test_a_shot_with_a_film_of_one_s_own_needs_no_picture_for_the_cut(film, tmp_path):
    film.edit("clip:s01", file=brightening(tmp_path / "long.mp4", 150))
    film.edit("shotlist:s01", field="picture", value="Something else")
    assert [step.key for step in film.plan()] == [f"cut:{SIZE}"]
    view, find = film.view(), film.store.blobs.path
    assert previewing.lacking(view) == []
    run(film)
    keyframe = clip_of(film).keyframe.picture(SIZE)
    with Image.open(find(keyframe.image)) as first:
        assert first.size == (128, 96), "its first frame stands for it on the board"


def test_a_film_of_one_s_own_does_not_open_the_way_to_a_clip_of_a_stale_picture(film, tmp_path):
    film.edit("clip:s01", file=brightening(tmp_path / "long.mp4", 150))
    film.edit("shotlist:s01", field="picture", value="Something else")
    with pytest.raises(NotApproved, match="keyframe:s01 is stale"):
        drain(film.regenerate("clip:s01", provider="camera"))


# ---------------------------------------------------------------- another maker in its place


def failed(outcome):
    return str(outcome["failed"].get("clip:s01", ""))


def test_without_a_fallback_a_maker_that_fails_is_a_clip_that_fails(film):
    film.set("video", "broken-reel")
    assert "torn" in failed(run(film)) and len(film.takes("clip:s01")) == 1


def test_a_fallback_that_was_chosen_makes_it_and_the_take_says_so(film):
    film.set_many({"video": "broken-reel", "video_fallback": "reel"})
    outcome = run(film)
    assert not outcome["failed"] and film.status("clip:s01").maker == "reel"
    [note] = adopting.doubts(film, "clip:s01")
    assert "broken-reel failed, and reel made it instead, as you chose: The reel is torn" in note
    assert note in outcome["notes"] and film.status("clip:s01").freshness == "fresh"


def test_the_camera_may_be_what_was_chosen_for_that(film):
    film.set_many({"video": "broken-reel", "video_fallback": "camera"})
    run(film)
    assert film.status("clip:s01").maker == "camera" and not clip_of(film).footage


def test_refused_content_goes_to_another_only_where_that_was_chosen_too(film):
    film.set_many({"video": "shy-reel", "video_fallback": "reel"})
    assert "declined" in failed(run(film))
    film.set("fallback_refused", "yes")
    assert not run(film)["failed"] and film.status("clip:s01").maker == "reel"


def test_where_both_fail_both_are_told(film):
    film.set_many({"video": "shy-reel", "video_fallback": "broken-reel", "fallback_refused": "yes"})
    assert "declined" in failed(run(film)) and "broken-reel, which was to take its place, failed too" in failed(
        run(film)
    )


def test_pictures_have_their_own_fallback(film):
    film.set_many({"image": "broken", "image_fallback": "signs", "fallback_refused": "yes"})
    film.edit("shotlist:s01", field="picture", value="A boat in a storm")
    outcome = run(film, target="keyframe")
    assert not outcome["failed"] and film.status("keyframe:s01").maker == "signs"
    assert "broken failed, and signs made it instead" in adopting.doubts(film, "keyframe:s01")[0]


def test_a_fallback_must_be_a_maker_of_its_kind(film):
    with pytest.raises(UserError, match=r"no video provider 'signs'"):
        film.set("video_fallback", "signs")
    film.set("video_fallback", "")


# ---------------------------------------------------------------- a service, and a kill


CHILD = """
import sys
from pathlib import Path
from engine import asks
from engine.project import open_project
with open_project(Path(sys.argv[1])) as film:
    ask = asks.add(film.store, "regenerate", "clip:s01", {"provider": "http:pretend"})
    asks.settle(film.store, ask.id, "running")
    for event in asks.carry_out(film, ask):
        pass
"""


@pytest.fixture
def service(tmp_path, monkeypatch):
    """A pretended service that films five seconds."""
    monkeypatch.setenv(KEY_NAME, "r8_abcdefghijklmnopqrstuvwxyz")
    content = brightening(tmp_path / "served.mp4", 120, (320, 180)).read_bytes()
    with PolledServer(accept(content, kind="video/mp4", polls=NEVER), style="fal") as server:
        describe(home(), server.url, "fal")
        yield server


def until(true):
    end = time.monotonic() + DEADLINE
    while not true():
        assert time.monotonic() < end, "it never came to pass"
        time.sleep(0.02)


@pytest.mark.skipif(os.name != "posix", reason="kills a process")
def test_a_film_that_is_killed_while_a_service_works_goes_on_where_it_was_and_pays_once(lamp, service):
    root = Path(__file__).parents[2]
    process = subprocess.Popen([sys.executable, "-c", CHILD, str(lamp)], cwd=root)
    until(lambda: len(service.looks) >= 2)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert service.bill == 1 and len(list((home() / "jobs").glob("*/job.json"))) == 1
    service.jobs["job-1"].wanted = replace(service.jobs["job-1"].wanted, polls=0)
    with open_project(lamp) as film:
        [ask] = asks.waiting(film.store)
        outcome = drain(asks.carry_out(film, ask))
        assert outcome["made"] == ["clip:s01"] and service.bill == 1
        take = film.store.takes("clip:s01")[-1]
        assert (take.maker, take.cost) == ("http:pretend", 0.21)
        assert list((home() / "jobs").glob("*/job.json")) == [], "the take is stored; nothing is kept elsewhere"
        run(film)
        seen = cut_of(film)
        assert [seen[k] - seen[0] for k in range(90)] == pytest.approx([0.8 * k for k in range(90)], abs=2.5)


def test_a_job_that_goes_on_is_left_to_go_on_and_no_other_maker_takes_its_place(lamp, service):
    describe(home(), service.url, "fal", poll={"every": 0.02, "timeout": 0.1})
    with open_project(lamp) as film:
        film.set_many({"video": "http:pretend", "video_fallback": "reel"})
        outcome = run(film)
        assert all("taken up" in why for why in outcome["failed"].values()) and len(outcome["failed"]) == 2
        for job in service.jobs.values():
            job.wanted = replace(job.wanted, polls=0)
        assert not run(film)["failed"] and service.bill == 2
        assert film.status("clip:s01").maker == "http:pretend"


def test_what_a_failed_make_has_paid_for_is_not_told_of_twice(lamp, service, tmp_path):
    """The second part of a film fails after the first was paid for; the next make takes the first from where it lies."""
    one = brightening(tmp_path / "one.mp4", 48, (320, 180)).read_bytes()
    part = {
        "model": "m",
        "body": {"image": "{image}", "seed": "{seed}"},
        "result": "video.url",
        "longest": 2.0,
        "price": {"call": 1.0},
    }
    describe(home(), service.url, "fal", image=None, video=part)
    good = accept(one, kind="video/mp4", polls=0)
    service.reset(good, replace(good, end="failed", words="out of memory"), good)
    with open_project(lamp) as film:
        film.set("video", "http:pretend")
        assert "out of memory" in str(run(film, target="clip")["failed"])
        assert not run(film, target="clip")["failed"]
        first = film.store.takes("clip:s01")[-1]
        assert clip_of(film).footage[0].parts == 2 and first.cost == 1.0, (
            "the other dollar was told of with the failure"
        )
