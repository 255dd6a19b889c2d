"""A service that takes its time is asked once for each request, whatever happens: kills, stops, cuts, two at once.

What every service is held to stands in the contract suite; here is what only polled ones have. Example: a killed process takes up its job.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from engine.errors import BadOutput, MissingDependency, Refused, Unavailable, UserError
from engine.home import home
from engine.providers import calling, open_jobs
from engine.providers.contract import ImageRequest, VideoRequest
from engine.providers.image.http import HttpImage
from engine.providers.polled import StillOpen
from engine.providers.video.http import HttpVideo
from tests.fakes.http_server import HttpServer, Reply, json_reply
from tests.fakes.polled_server import KEY_NAME, NAME, PolledServer, accept, describe, png

KEY = "r8_abcdefghijklmnopqrstuvwxyz0123456789"
PICTURE = png()
NEVER = 10**9
DEADLINE = 60.0


class Stop(Exception):
    """The person stops."""


@pytest.fixture(autouse=True)
def _alone(monkeypatch, tmp_path):
    """A home of its own, a key, no memory of earlier failures, waits of no length."""
    monkeypatch.setenv("REELWRIGHT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv(KEY_NAME, KEY)
    monkeypatch.setattr(calling, "FIRST_WAIT", 0.01)
    calling.forget()


@pytest.fixture
def serve():
    """A pretended service, described in the home folder; ends with the test."""
    there = []

    def start(*replies, style="replicate", **changes):
        server = PolledServer(*replies, style=style)
        there.append(server.__enter__())
        describe(home(), server.url, style, **changes)
        return server

    yield start
    for server in there:
        server.__exit__()


def ask(folder, seed=1, **more):
    return HttpImage(NAME).draw(ImageRequest("a lamp", 96, 64, seed=seed), folder, **more)


def until(true):
    """Wait until something is so."""
    end = time.monotonic() + DEADLINE
    while not true():
        assert time.monotonic() < end, "it never came to pass"
        time.sleep(0.02)


def entries():
    return [json.loads(path.read_text()) for path in (home() / "jobs").glob("*/job.json")]


# ---------------------------------------------------------------- kills


CHILD = """
import sys
from pathlib import Path
from engine.providers.contract import ImageRequest
from engine.providers.image.http import HttpImage
HttpImage("pretend").draw(ImageRequest("a lamp", 96, 64, seed=1), Path(sys.argv[1]))
print("done")
"""


def child(folder):
    """Another process that asks for the same."""
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, str(folder)], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    )


def kill(process):
    process.send_signal(signal.SIGKILL)
    process.communicate()


def test_a_process_that_is_killed_in_mid_poll_leaves_a_job_that_the_next_one_takes_up(serve, tmp_path):
    server = serve(accept(PICTURE, polls=NEVER))
    process = child(tmp_path)
    until(lambda: len(server.looks) >= 2)
    kill(process)
    assert server.bill == 1 and [entry["state"] for entry in entries()] == ["open"]
    server.jobs["job-1"].wanted = replace(server.jobs["job-1"].wanted, polls=0)
    result = ask(tmp_path)
    assert (server.bill, result.cost) == (1, 0.003) and result.path.exists()
    told = b"".join(path.read_bytes() for path in home().rglob("*") if path.is_file() and "services" not in path.parts)
    assert KEY.encode() not in told and b"a lamp" not in told


def test_a_process_that_is_killed_before_the_answer_came_is_told_of_once_and_asks_anew_only_then(serve, tmp_path):
    server = serve(accept(PICTURE, hold=True), accept(PICTURE))
    process = child(tmp_path)
    until(lambda: server.bill == 1)
    kill(process)
    with pytest.raises(Unavailable, match=r"may be billed there\. Make it again") as caught:
        ask(tmp_path)
    assert caught.value.sent and server.bill == 1
    ask(tmp_path)
    assert server.bill == 2


def test_a_service_that_knows_a_request_again_is_simply_asked_again(serve, tmp_path):
    server = serve(accept(PICTURE, cut=5), accept(PICTURE), once="Idempotency-Key")
    ask(tmp_path)
    first, second = (asked.headers["idempotency-key"] for asked in server.asked)
    assert first == second and len(first) == 64


def test_a_process_that_is_killed_after_the_result_came_has_it_still(serve, tmp_path):
    server = serve(accept(PICTURE))
    ask(tmp_path)
    [entry] = (home() / "jobs").glob("*/job.json")
    assert json.loads(entry.read_text())["state"] == "here"
    ask(tmp_path)
    assert server.bill == len(server.fetches) == 1
    open_jobs.settle(tmp_path)
    assert entries() == []
    ask(tmp_path)
    assert server.bill == 2


# ---------------------------------------------------------------- stops, and two at once


def test_the_id_is_on_disk_before_the_first_look(serve, tmp_path):
    seen = []
    server = serve(accept(PICTURE, looks=(json_reply({"status": "starting"}),)))
    around = server.answer

    def answer(asked):
        if asked.method == "GET":
            seen.append([(entry["state"], entry["id"]) for entry in entries()])
        return around(asked)

    server.answer = answer
    ask(tmp_path)
    assert seen[0] == [("open", "job-1")]


def test_who_stops_in_mid_poll_and_makes_it_again_pays_once(serve, tmp_path):
    server = serve(accept(PICTURE, polls=5))

    def stop(share, words=""):
        if server.looks:
            raise Stop

    with pytest.raises(Stop):
        ask(tmp_path, progress=stop)
    ask(tmp_path)
    assert server.bill == 1


def test_who_stops_while_the_request_is_on_its_way_still_has_what_the_service_answers(serve, tmp_path):
    server = serve(accept(PICTURE, delay=0.5))

    def stop(share, words=""):
        if server.asked:
            raise Stop

    with pytest.raises(Stop):
        ask(tmp_path, progress=stop)
    ask(tmp_path)
    assert server.bill == 1


def test_two_that_want_the_same_at_the_same_time_ask_once(serve, tmp_path):
    server = serve(accept(PICTURE, polls=5))
    folders = [tmp_path / name for name in "ab"]
    for folder in folders:
        folder.mkdir()
    other = child(folders[0])
    thread = threading.Thread(target=ask, args=(folders[1],))
    thread.start()
    assert other.communicate()[0].strip() == b"done"
    thread.join()
    assert server.bill == 1 and all(list(folder.glob("*.picture")) for folder in folders)


def test_another_seed_is_another_request_even_where_the_service_takes_none(serve, tmp_path):
    body = {"input": {"prompt": "{prompt}"}}
    part = {"model": "m", "body": body, "price": {"call": 1.0}}
    server = serve(accept(PICTURE), image=part, video=None)
    ask(tmp_path, seed=1)
    ask(tmp_path, seed=2)
    assert server.bill == 2 and [asked.json for asked in server.asked] == [{"input": {"prompt": "a lamp"}}] * 2


# ---------------------------------------------------------------- how a job ends


def test_a_job_that_takes_too_long_is_left_open_and_taken_up(serve, tmp_path):
    server = serve(accept(PICTURE, polls=4), poll={"every": 0.02, "timeout": 0.01})
    with pytest.raises(StillOpen, match="make it again, and it is taken up") as caught:
        ask(tmp_path)
    assert caught.value.sent
    describe(home(), server.url)
    ask(tmp_path)
    assert server.bill == 1


def test_a_server_that_stumbles_between_two_looks_does_not_lose_the_job(serve, tmp_path):
    broken = json_reply({"detail": "oops"}, 502)
    server = serve(accept(PICTURE, looks=(broken, broken, json_reply({"status": "processing"}))))
    ask(tmp_path)
    assert server.bill == 1


def test_a_server_that_is_down_while_one_waits_keeps_the_job(serve, tmp_path):
    server = serve(accept(PICTURE, looks=(json_reply({"detail": "down"}, 503),) * calling.TRIES))
    with pytest.raises(StillOpen, match=r"failed \(503.*taken up"):
        ask(tmp_path)
    ask(tmp_path)
    assert server.bill == 1


def test_a_job_that_the_service_forgot_is_asked_for_anew_only_when_made_again(serve, tmp_path):
    server = serve(accept(PICTURE, end="gone", polls=1), accept(PICTURE))
    with pytest.raises(Unavailable, match="does not know the job any more") as caught:
        ask(tmp_path)
    assert not isinstance(caught.value, StillOpen) and server.bill == 1
    ask(tmp_path)
    assert server.bill == 2


@pytest.mark.parametrize("style", ["replicate", "fal"])
@pytest.mark.parametrize(
    ("words", "kind", "said"),
    [
        ("flagged as sensitive by content policy", Refused, "declined this content"),
        ("CUDA out of memory", Unavailable, "CUDA"),
    ],
)
def test_a_job_that_ends_badly_says_why_and_is_over(serve, tmp_path, style, words, kind, said):
    server = serve(accept(PICTURE, end="failed", words=words), accept(PICTURE), style=style)
    with pytest.raises(kind, match=said):
        ask(tmp_path)
    assert entries() == []
    ask(tmp_path)
    assert server.bill == 2


def test_a_key_that_is_taken_away_in_mid_job_leaves_it_open(serve, tmp_path, monkeypatch):
    server = serve(accept(PICTURE, looks=(json_reply({"detail": "no"}, 401),)))
    with pytest.raises(MissingDependency, match=KEY_NAME):
        ask(tmp_path)
    ask(tmp_path)
    assert server.bill == 1


# ---------------------------------------------------------------- the file


def test_what_is_no_picture_is_thrown_away_and_asked_for_anew_when_made_again(serve, tmp_path):
    server = serve(accept(PICTURE[:60]), accept(PICTURE))
    with pytest.raises(BadOutput, match="no picture that can be read"):
        ask(tmp_path)
    ask(tmp_path)
    assert server.bill == 2


def test_a_file_that_does_not_come_is_fetched_another_time(serve, tmp_path):
    server = serve(accept(PICTURE, fetches=(Reply(status=503),) * calling.TRIES))
    with pytest.raises(StillOpen, match="taken up where it is"):
        ask(tmp_path)
    ask(tmp_path)
    assert server.bill == 1


def test_a_file_that_was_cut_is_fetched_again(serve, tmp_path):
    cut = Reply(PICTURE, cut=40, media="image/png")
    server = serve(accept(PICTURE, fetches=(cut, cut)))
    ask(tmp_path)
    assert (server.bill, len(server.fetches)) == (1, 3)


def test_a_finished_job_whose_file_never_comes_is_given_up_after_a_few_times(serve, tmp_path):
    server = serve(accept(PICTURE, where="file:///etc/hostname"), accept(PICTURE))
    for _ in range(open_jobs.MOST_MISSES):
        with pytest.raises(BadOutput, match="no address on the web"):
            ask(tmp_path)
        assert server.bill == 1
    ask(tmp_path)
    assert server.bill == 2


def test_the_key_goes_to_the_service_and_not_to_where_its_files_lie(serve, tmp_path):
    with HttpServer(Reply(PICTURE, media="image/png")) as elsewhere:
        server = serve(accept(PICTURE, where=f"{elsewhere.url}/a.png"))
        ask(tmp_path)
    assert all(asked.headers["authorization"] == f"Bearer {KEY}" for asked in (*server.asked, *server.looks))
    assert KEY not in str(elsewhere.asked[0].headers)


def test_a_job_s_address_at_another_server_is_not_asked_with_the_key(serve, tmp_path):
    with HttpServer(json_reply({"status": "succeeded"})) as elsewhere:
        answer = json_reply({"id": "7", "urls": {"get": f"{elsewhere.url}/7"}}, 201)
        serve(answer)
        with pytest.raises(BadOutput, match="not its own"):
            ask(tmp_path)
        assert elsewhere.asked == []


# ---------------------------------------------------------------- what is sent


@pytest.fixture
def first_picture(tmp_path):
    path = tmp_path / "first.png"
    path.write_bytes(png((320, 180)))
    return path


def test_a_film_is_asked_for_in_lengths_that_there_are_and_with_its_picture_inside(serve, tmp_path, first_picture):
    server = serve(json_reply({"detail": "enough"}, 500))
    asked = VideoRequest("waves", first_picture, 1280, 720, 6.2, seed=3)
    assert HttpVideo(NAME).price(asked) == pytest.approx(0.7)
    with pytest.raises(Unavailable):
        HttpVideo(NAME).film(asked, tmp_path)
    sent = server.asked[0].json["input"]
    assert (sent["duration"], sent["aspect_ratio"], sent["prompt"]) == (10, "16:9", "waves")
    assert sent["start_image"].startswith("data:image/jpeg;base64,") and "end_image" not in sent


def test_a_large_picture_is_put_up_first(serve, tmp_path, first_picture):
    upload = {"url": "", "field": "content", "address": "urls.get", "over": 10}
    server = serve(json_reply({"detail": "enough"}, 500))
    describe(home(), server.url, upload={**upload, "url": f"{server.url}/v1/files"})
    with pytest.raises(Unavailable):
        HttpVideo(NAME).film(VideoRequest("waves", first_picture, 320, 180, 5.0), tmp_path)
    assert server.asked[0].json["input"]["start_image"] == f"{server.url}/v1/files/f1"
    assert server.uploads[0].form["content"][0][:2] == b"\xff\xd8" and server.bill == 0


def test_what_a_service_does_not_do_is_said_before_it_is_asked(serve, tmp_path, first_picture):
    server = serve(accept(PICTURE))
    for more, said in (({"init": first_picture}, "start from"), ({"references": (first_picture,)}, "stay like")):
        with pytest.raises(UserError, match=said):
            HttpImage(NAME).draw(ImageRequest("x", 96, 64, **more), tmp_path)
    assert server.asked == []


def test_a_key_is_not_sent_in_the_open(serve, tmp_path):
    describe(home(), "http://service.example")
    assert "not encrypted" in (HttpImage(NAME).ready() or "")


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_what_is_kept_of_jobs_is_for_its_owner_alone(serve, tmp_path):
    serve(accept(PICTURE))
    ask(tmp_path)
    [entry] = (home() / "jobs").glob("*/job.json")
    assert entry.stat().st_mode & 0o077 == 0 and entry.parent.stat().st_mode & 0o077 == 0


def test_entries_that_nobody_came_back_for_are_swept(serve, tmp_path):
    serve(accept(PICTURE))
    ask(tmp_path)
    open_jobs.sweep(days=1)
    assert len(entries()) == 1
    [entry] = (home() / "jobs").glob("*/job.json")
    os.utime(entry, (0, 0))
    open_jobs.sweep(days=1)
    assert entries() == []
