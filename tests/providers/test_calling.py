"""How services are called: who is asked how often, what is waited for, and when a service is left alone. No network."""

from __future__ import annotations

import threading
import time
from email.utils import formatdate

import httpx
import pytest

from engine.errors import BadOutput, MissingDependency, ProviderError, RateLimited, Refused, Unavailable
from engine.providers import calling
from engine.providers.calling import of_network, of_status, patient, retry_after, safe

HOST = "service.example"


@pytest.fixture(autouse=True)
def _fresh(monkeypatch):
    monkeypatch.setattr(calling, "FIRST_WAIT", 0.001)
    calling.forget()
    yield
    calling.forget()


class Service:
    """Answers with these in turn: errors are raised."""

    def __init__(self, *answers):
        self.answers, self.asked = list(answers), 0

    def __call__(self):
        self.asked += 1
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


def down(**more):
    return Unavailable("It failed; try again.", **more)


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        (("yes",), 1),
        ((down(), "yes"), 2),
        ((RateLimited("Wait.", after=0.01), down(), "yes"), 3),
    ],
)
def test_what_may_pass_is_tried_again(answers, asked):
    service = Service(*answers)
    assert patient("p", HOST, service) == "yes" and service.asked == asked


@pytest.mark.parametrize(
    ("error", "asked"),
    [
        (down(), calling.TRIES),
        (down(sent=True), 1),
        (RateLimited("Wait.", after=calling.LONGEST_WAIT + 1), 1),
        (Refused("No."), 1),
        (BadOutput("Hm."), 1),
        (MissingDependency("No key."), 1),
    ],
)
def test_what_will_not_pass_or_may_have_been_paid_is_not(error, asked):
    service = Service(error)
    with pytest.raises(ProviderError) as caught:
        patient("p", HOST, service)
    assert caught.value is error and service.asked == asked


def test_a_service_that_keeps_failing_is_left_alone_until_a_person_insists():
    service = Service(down())
    for _ in range(2):
        with pytest.raises(Unavailable):
            patient("p", HOST, service)
    asked = service.asked
    with pytest.raises(Unavailable, match="left alone"):
        patient("p", HOST, service)
    assert service.asked == asked == calling.BREAK_AFTER
    assert patient("p", "another.example", Service("yes")) == "yes"
    calling.forget(HOST)
    assert patient("p", HOST, Service("yes")) == "yes"


def test_no_more_calls_run_at_once_than_a_service_takes():
    running, most, gate = [0], [0], threading.Lock()

    def call():
        with gate:
            running[0] += 1
            most[0] = max(most[0], running[0])
        time.sleep(0.02)
        with gate:
            running[0] -= 1

    threads = [threading.Thread(target=patient, args=("p", HOST, call), kwargs={"at_once": 2}) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most[0] == 2


class Stop(Exception):
    pass


def test_a_call_that_says_nothing_is_ended_by_its_progress():
    begun, release = threading.Event(), threading.Event()

    def call():
        begun.set()
        release.wait(30)

    def progress(share, words):
        if begun.is_set():
            raise Stop

    with pytest.raises(Stop):
        patient("p", HOST, call, progress)
    release.set()
    assert patient("p", HOST, Service("yes"), at_once=2) == "yes"


def test_waiting_is_ended_by_its_progress_and_shares_never_go_back():
    told = []

    def progress(share, words):
        told.append(share)
        if "asks to wait" in words:
            raise Stop

    telling = calling.Telling(progress)
    telling(0.5, "half way")
    with pytest.raises(Stop):
        patient("p", HOST, Service(RateLimited("Wait.", after=20.0)), telling)
    assert told == sorted(told)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "7"}, 7.0),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"Retry-After": "-3"}, 0.0),
        ({"Retry-After": "soon"}, None),
        ({}, None),
    ],
)
def test_the_time_to_wait_is_read_from_the_headers(headers, seconds):
    assert retry_after(headers) == seconds


def test_the_time_to_wait_may_be_a_date():
    assert 50 < retry_after({"Retry-After": formatdate(time.time() + 60, usegmt=True)}) <= 61


@pytest.mark.parametrize(
    ("status", "kind", "sent"),
    [
        (400, Refused, None), (401, MissingDependency, None), (402, MissingDependency, None), (403, MissingDependency, None),
        (404, MissingDependency, None), (408, Unavailable, False), (422, Refused, None), (429, RateLimited, None),
        (500, Unavailable, False), (503, Unavailable, False), (504, Unavailable, True), (524, Unavailable, True),
    ],
)  # fmt: skip
def test_every_status_is_one_of_our_errors(status, kind, sent):
    error = of_status(status, "p", HOST, "A_KEY", words="key-abcdefgh1 is wrong", key="key-abcdefgh1")
    assert type(error) is kind and getattr(error, "sent", None) == sent and "abcdefgh1" not in f"{error}{error.words}"


@pytest.mark.parametrize(
    ("error", "sent"),
    [
        (httpx.ConnectError("nobody"), False), (httpx.ConnectTimeout("nobody"), False), (httpx.ReadTimeout("slow"), True),
        (httpx.WriteTimeout("slow"), True), (httpx.ReadError("cut"), True), (httpx.RemoteProtocolError("cut"), True),
    ],
)  # fmt: skip
def test_only_what_failed_while_connecting_has_surely_cost_nothing(error, sent):
    assert of_network(error, "p", HOST).sent is sent


@pytest.mark.parametrize(
    "words", ["sk-abcdef123456", "Bearer abc.def", "xi_0123456789", "r8_abcdefghijk", "it said mykey123 here"]
)
def test_what_looks_like_a_key_is_not_repeated(words):
    assert words.split()[-1] not in safe(words, "mykey123") or words.endswith("here")
    assert "mykey123" not in safe(words, "mykey123") and len(safe("x" * 1000)) == 400
