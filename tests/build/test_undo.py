"""Undo and redo: the person's verbs, one step each, as deep as they go; what machines made in between stays."""

import pytest

from engine.errors import BadEdit
from engine.project import open_project
from tests.build.films import again, drain, edit, moment, own_picture, run

pytestmark = pytest.mark.models

VERBS = {
    "edit": edit("script:l01", "text", "The lamp had been dark for nine long years."),
    "import": own_picture("keyframe:s01"),
    "regenerate": lambda film: drain(film.regenerate("keyframe:s01")),
    "select": lambda film: film.select("keyframe:s02", 2),
    "approve": lambda film: film.approve("voice:l01"),
    "send_back": lambda film: film.send_back("voice:l02", "too fast"),
    "set": lambda film: film.set("captions", "plain"),
    "insert": lambda film: film.insert("script", "l02", {"text": "Nobody came."}),
    "split": lambda film: film.split("script:l01"),
    "merge": lambda film: film.merge("shotlist:s01"),
    "move": lambda film: film.move("script:l03", ""),
    "remove": lambda film: film.remove("script:l04"),
}


def full(film):
    """Everything that undo must bring back: takes, marks, settings and how the pieces stand."""
    cells = {name: value for name, value in film.store.state().items() if not name.startswith("set/")}
    return cells, moment(film)


@pytest.fixture
def film(lamp):
    """The story with a second take of one picture, so that there is something to select."""
    with open_project(lamp) as film:
        drain(film.regenerate("keyframe:s02"))
        film.select("keyframe:s02", 1)
        yield film


def test_every_verb_is_one_step_and_all_of_them_are_undone_and_redone_in_order(film):
    states = [full(film)]
    for does in VERBS.values():
        does(film)
        states.append(full(film))
    for verb, state in zip(reversed(VERBS), reversed(states[:-1]), strict=True):
        assert film.undo()[0] == verb
        assert full(film) == state
    for verb, state in zip(VERBS, states[1:], strict=True):
        assert film.redo()[0] == verb
        assert full(film) == state


def test_a_new_change_ends_what_could_be_redone(film):
    edit("script:l01", "pause", 1.0)(film)
    film.undo()
    edit("script:l01", "pause", 2.0)(film)
    with pytest.raises(BadEdit, match="nothing to redo"):
        film.redo()


def test_the_making_of_a_film_cannot_be_undone(lamp):
    with open_project(lamp) as film, pytest.raises(BadEdit, match="nothing to undo"):
        film.undo()


def test_undo_reaches_over_a_run_to_the_persons_last_verb(film):
    before = full(film)[1]
    edit("shotlist:s01", "picture", "A boat in a storm")(film)
    run(film)
    assert film.undo() == ("edit", "shotlist:s01")
    assert run(film)["made"] == []
    assert full(film)[1].cut == before.cut
    film.redo()
    assert run(film)["made"] == []


def test_undo_and_redo_survive_closing_the_film(lamp):
    with open_project(lamp) as film:
        edit("script:l01", "pause", 1.0)(film)
    with open_project(lamp) as film:
        assert film.undo() == ("edit", "script:l01")
    with open_project(lamp) as film:
        assert film.redo() == ("edit", "script:l01")
        assert film.view().content(film.view().known(_key("script:l01"))).pause == 1.0


def test_no_take_is_ever_lost_by_undo(film):
    texts = [f"The lamp was dark for {n} years." for n in ("ten", "twelve", "twenty")]
    for text in texts:
        edit("script:l01", "text", text)(film)
    again(film.undo, 3)
    assert [take.content["text"] for take in film.takes("script:l01")][1:] == texts
    assert film.select("script:l01", 3).take == 3


def _key(name):
    from engine.types import Key

    return Key.parse(name)
