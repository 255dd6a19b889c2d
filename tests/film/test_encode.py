"""Frames are encoded to the same bytes whoever draws them, and what a painter raises ends the encoding."""

import itertools
import threading

import numpy as np
import pytest

from engine.film.codecs import Format
from engine.film.encode import encode

FORM = Format((160, 96), 24, "draft")
FRAMES = 20


def paint(number, planes):
    for n, plane in enumerate(planes):
        plane[:] = (np.indices(plane.shape).sum(axis=0) * 3 + number * (7 - n)) % 256


def turns():
    answers = itertools.cycle([True, False, False, True, True])
    return lambda: next(answers)


@pytest.mark.parametrize("idle", [lambda: True, lambda: False, turns()], ids=["always", "never", "now and then"])
def test_a_second_thread_that_draws_changes_nothing(idle):
    assert encode(paint, FRAMES, FORM, idle=idle) == encode(paint, FRAMES, FORM)


def test_a_second_thread_draws_only_while_a_core_is_idle():
    seen = {True: set(), False: set()}
    for busy, threads in seen.items():

        def noting(number, planes, threads=threads):
            threads.add(threading.current_thread().name.split("_")[0])
            paint(number, planes)

        encode(noting, FRAMES, FORM, idle=lambda busy=busy: not busy)
    assert seen[True] == {threading.current_thread().name} and "film-draw" in seen[False]


@pytest.mark.parametrize("idle", [None, lambda: True], ids=["one thread", "two"])
def test_what_a_painter_raises_ends_the_encoding(idle):
    def failing(number, planes):
        if number == 5:
            raise ValueError("no such picture")
        paint(number, planes)

    with pytest.raises(ValueError, match="no such picture"):
        encode(failing, FRAMES, FORM, idle=idle)
