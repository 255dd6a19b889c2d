"""Every provider of every kind, put through what services do: the same table for all. How to add a row: see __init__.py."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import pickle
import traceback
from urllib.parse import urlsplit

import pytest

from engine import keys
from engine.errors import BadOutput, MissingDependency, RateLimited, Refused, Unavailable
from engine.providers import calling, prices
from engine.providers.contract import silent
from engine.providers.registry import PROVIDERS, check_name
from tests.providers.contract.cases import KEY
from tests.providers.contract.rows import BROKEN, CASES, SERVICES, WITH_KEY, answers

PATIENT, HURRIED = 30.0, 0.4
"""Seconds of silence that a provider waits for, where it should get its answer and where it should not."""
LATE = 60.0
WAIT = 0.3


class Stop(Exception):
    """The person cancels."""


@pytest.fixture(autouse=True)
def _alone(monkeypatch, tmp_path_factory):
    """No keys, addresses and prices of this machine; waits between tries of no length; no memory of an earlier test's failures."""
    for name in list(os.environ):
        if name.endswith(("_API_KEY", "_BASE_URL", "_API_TOKEN")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    own = tmp_path_factory.mktemp("home")
    monkeypatch.setattr(keys, "home", lambda: own)
    monkeypatch.setattr(prices, "home", lambda: own)
    monkeypatch.setattr(calling, "FIRST_WAIT", 0.01)
    monkeypatch.setattr(keys, "_loaded", {})
    calling.forget()


class Scene:
    """One case with its pretended service: `ask` calls the provider, `caught` what that raises; nothing may have the key in it."""

    def __init__(self, case, folder, monkeypatch, caplog):
        self.case, self.folder, self.caplog = case, folder, caplog
        self.server = None
        self._setenv = monkeypatch.setenv
        self.request = case.request(folder)
        caplog.set_level(logging.DEBUG)

    def serving(self, *replies):
        self.server = self.case.wire.serve()
        self.server.__enter__()
        self.server.queue(*replies)
        for name, value in self.case.wire.environ(self.server.url).items():
            self._setenv(name, value)
        table = (
            {"hosts": {urlsplit(self.server.url).netloc: self.case.wire.prices_of}} if self.case.wire.prices_of else {}
        )
        (prices.home() / "prices.yaml").write_text(json.dumps(table))
        return self

    def ask(self, seconds=PATIENT, progress=silent):
        provider = self.case.make(seconds)
        result = self.case.call(provider, self.request, self.folder, progress)
        self._no_key(repr(result), pickle.dumps(result), repr(vars(provider)), pickle.dumps(provider))
        return result

    def caught(self, kind, seconds=PATIENT, progress=silent):
        with pytest.raises(kind) as caught:
            self.ask(seconds, progress)
        error = caught.value
        self._no_key("".join(traceback.format_exception(error)), repr(vars(error)), pickle.dumps(error))
        return error

    def wrong(self, result):
        return self.case.check(result, self.server)

    def _no_key(self, *told):
        files = [path.read_bytes() for path in self.folder.rglob("*") if path.is_file()]
        for each in (*told, *files, self.caplog.text):
            assert (KEY.encode() if isinstance(each, bytes) else KEY) not in each

    def close(self):
        if self.server:
            self.server.__exit__(None, None, None)


@pytest.fixture
def scene(tmp_path, monkeypatch, caplog):
    made = []

    def make(case):
        made.append(Scene(case, tmp_path, monkeypatch, caplog))
        return made[-1]

    yield make
    for one in made:
        one.close()


def over(cases):
    return pytest.mark.parametrize("case", cases, ids=str)


def test_every_file_of_rows_can_be_read():
    assert {name: repr(error) for name, error in BROKEN.items()} == {}


def test_every_provider_that_can_be_chosen_has_a_row():
    there = {(case.kind, case.provider.partition(":")[0]) for case in CASES}
    assert {(kind, name) for kind, found in PROVIDERS.items() for name in found} - there == set()


@over(CASES)
def test_a_row_is_of_a_provider_that_is_registered_and_knows_its_name(case):
    check_name(case.kind, case.provider)
    provider = case.make(PATIENT)
    assert (provider.kind, provider.name) == (case.kind, case.provider)


@over(CASES)
def test_a_good_answer_is_a_good_result_at_its_price(case, scene):
    at = scene(case)
    if case.wire:
        at.serving(case.wire.good)
    provider = case.make(PATIENT)
    if provider.ready():
        pytest.skip(f"not on this machine: {provider.ready()}")
    before = provider.price(at.request) if hasattr(provider, "price") else 0.0
    assert (before is not None and before > 0) == (case.cost > 0)
    told = []
    result = at.ask(progress=lambda share, words="": told.append(share))
    assert at.wrong(result) is None
    assert getattr(result, "cost", 0.0) == pytest.approx(case.cost, abs=1e-9)
    assert not case.known or before == pytest.approx(case.cost, abs=1e-9)
    assert told == sorted(told) and all(0 <= share <= 1 for share in told)
    assert case.wire is None or at.server.bill == 1


@over(tuple(case for case in CASES if not case.wire))
def test_a_maker_on_this_machine_is_stopped_by_its_progress(case, scene):
    at = scene(case)
    if case.make(PATIENT).ready():
        pytest.skip(f"not on this machine: {case.make(PATIENT).ready()}")

    def stop(share, words=""):
        raise Stop

    at.caught(Stop, progress=stop)


@over(WITH_KEY)
def test_without_its_key_it_says_which_and_asks_nobody(case, scene, monkeypatch):
    at = scene(case).serving(case.wire.good)
    for name in case.wire.environ(at.server.url):
        if name != "REELWRIGHT_HOME":  # where a service is described, not how it is reached
            monkeypatch.delenv(name)
    assert case.wire.key in (case.make(PATIENT).ready() or "")
    assert case.wire.key in str(at.caught(MissingDependency))
    assert at.server.asked == []


@over(WITH_KEY)
def test_a_key_that_is_not_accepted_is_named_by_its_variable(case, scene):
    at = scene(case).serving(case.wire.fault(401, f"Incorrect API key provided: {KEY}.", {}))
    assert case.wire.key in str(at.caught(MissingDependency))
    assert (len(at.server.asked), at.server.bill) == (1, 0)


@over(WITH_KEY)
def test_a_key_that_we_keep_is_sent_to_no_other_server(case, scene, monkeypatch):
    at = scene(case).serving(case.wire.good)
    monkeypatch.delenv(case.wire.key)
    keys.keep(case.wire.key, KEY)
    assert at.wrong(at.ask()) is None and KEY in str(at.server.asked[0].headers)
    first, other = at.server, scene(case).serving(case.wire.good)
    first.__exit__(None, None, None)
    with contextlib.suppress(MissingDependency):
        other.ask()
    assert not [asked for asked in other.server.asked if KEY in str(asked.headers)]


@over(SERVICES)
def test_a_service_that_asks_to_wait_is_given_the_time(case, scene):
    at = scene(case).serving(case.wire.fault(429, "slow down", {"retry-after": str(WAIT)}), case.wire.good)
    assert at.wrong(at.ask()) is None
    assert at.server.asked[1].at - at.server.asked[0].at >= WAIT and at.server.bill == 1


@over(SERVICES)
def test_a_service_that_asks_to_wait_for_minutes_is_said_to_the_person(case, scene):
    at = scene(case).serving(case.wire.fault(429, "come back later", {"retry-after": "300"}))
    assert at.caught(RateLimited).after == 300
    assert len(at.server.asked) == 1


@over(SERVICES)
def test_two_failures_and_then_an_answer_is_one_paid_answer(case, scene):
    broken = case.wire.fault(500, f"internal error with {KEY}", {})
    at = scene(case).serving(broken, broken, case.wire.good)
    assert at.wrong(at.ask()) is None
    assert at.server.bill == 1


@over(SERVICES)
def test_a_service_that_keeps_failing_is_unavailable_and_nothing_is_paid(case, scene):
    at = scene(case).serving(case.wire.fault(500, f"internal error with {KEY}", {}))
    assert at.caught(Unavailable).retryable
    assert (len(at.server.asked), at.server.bill) == (calling.TRIES, 0)


@over(SERVICES)
def test_what_may_have_been_done_is_not_asked_for_again_after_a_time_out(case, scene):
    at = scene(case).serving(case.wire.late(case.wire.good, LATE))
    error = at.caught(Unavailable, seconds=HURRIED)
    assert case.wire.free or (error.sent and len(at.server.asked) == at.server.bill == 1)


@pytest.mark.parametrize("which", [0, 1], ids=["before it answers", "in the middle"])
@over(SERVICES)
def test_what_may_have_been_done_is_not_asked_for_again_after_a_cut(case, which, scene):
    at = scene(case).serving(case.wire.cut(case.wire.good)[which])
    error = at.caught(Unavailable)
    assert case.wire.free or (error.sent and len(at.server.asked) == at.server.bill == 1)


@over(SERVICES)
def test_nobody_at_the_address_is_unavailable(case, scene):
    at = scene(case).serving(case.wire.good)
    at.close()
    assert at.caught(Unavailable).retryable


@pytest.mark.parametrize(("case", "answer"), answers("malformed"))
def test_what_is_not_in_its_form_is_bad_output_once(case, answer, scene):
    at = scene(case).serving(answer)
    at.caught(BadOutput)
    assert at.server.bill <= case.wire.asks


@pytest.mark.parametrize(("case", "answer"), answers("partial"))
def test_half_an_answer_is_bad_output_once(case, answer, scene):
    at = scene(case).serving(answer)
    at.caught(BadOutput)
    assert at.server.bill <= case.wire.asks


@pytest.mark.parametrize(("case", "answer"), answers("refused"))
def test_refused_content_is_refused_once(case, answer, scene):
    at = scene(case).serving(answer)
    at.caught(Refused)
    assert len(at.server.asked) == 1


@over(SERVICES)
def test_a_call_that_is_under_way_can_be_cancelled(case, scene):
    at = scene(case).serving(case.wire.held(case.wire.good))

    def stop_when_asked(share, words=""):
        if at.server.asked:
            raise Stop

    at.caught(Stop, progress=stop_when_asked)
    assert len(at.server.asked) == 1


@over(SERVICES)
def test_a_request_can_travel(case, scene):
    request = scene(case).request
    assert pickle.loads(pickle.dumps(request)) == request
