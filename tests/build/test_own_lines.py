"""Lines that a person put in: a story that is read anew keeps them, where they were."""

import pytest

from engine.project import open_project
from engine.types import Key
from tests.build.films import edit, moment, run

pytestmark = pytest.mark.models
REST = "\n\nShe lit the wick. A small boat turned for home."


@pytest.fixture
def film(lamp):
    with open_project(lamp) as film:
        yield film


def lines(film):
    return film.view().content(Key("script", "order")).lines


def said(film):
    return " ".join(film.view().content(Key("script", line)).text for line in lines(film))


def covered(film):
    view = film.view()
    return [span.line for shot in view.units("keyframe") for span in view.content(Key("shotlist", shot)).spans]


def test_an_inserted_line_stays_after_the_line_that_it_followed(film):
    film.insert("script", "l02", {"text": "Nobody came."})
    run(film)
    edit("brief", "text", f"The lamp was dark for nine years. Mara ran up the stairs.{REST} It was late.")(film)
    outcome = run(film)
    assert lines(film) == ("l01", "l02", "l02a", "l03", "l04", "l05")
    assert covered(film) == list(lines(film))
    assert not {"voice:l02a", "keyframe:s01a"} & set(outcome["made"])
    assert moment(film).not_fresh == {}


def test_several_inserted_lines_keep_their_order_and_one_at_the_beginning_stays_there(film):
    film.insert("script", "", {"text": "It was winter."})
    film.insert("script", "l02", {"text": "Nobody came."})
    film.insert("script", "l02a", {"text": "Nobody at all."})
    run(film, target="shotlist")
    edit("brief", "text", f"The lamp was dark for nine years. Mara ran up the stairs.{REST}")(film)
    run(film, target="shotlist")
    assert lines(film) == ("l01a", "l01", "l02", "l02a", "l02b", "l03", "l04")


def test_an_inserted_line_goes_to_the_end_when_the_line_that_it_followed_is_gone(film):
    film.insert("script", "l02", {"text": "Nobody came."})
    edit("brief", "text", f"The lamp was dark for nine years.{REST}")(film)
    run(film, target="shotlist")
    assert lines(film) == ("l01", "l03", "l04", "l02a")
    assert covered(film) == list(lines(film))


def test_taking_the_change_of_the_story_back_keeps_a_line_that_was_put_in_since(film):
    story = film.view().content(Key("brief")).text
    edit("brief", "text", f"The lamp was dark for nine years. Mara ran up the stairs.{REST}")(film)
    run(film, target="shotlist")
    film.insert("script", "l02", {"text": "Nobody came."})
    run(film, target="shotlist")
    edit("brief", "text", story)(film)
    run(film, target="shotlist")
    assert lines(film) == ("l01", "l02", "l02a", "l03", "l04")
    assert said(film) == f"{story.replace(REST, '')} Nobody came. {REST.strip()}"


def test_a_line_that_was_split_is_not_said_twice(film):
    film.split("script:l02", 2)
    run(film, target="shotlist")
    edit("brief", "text", f"The lamp was dark for nine long years. Mara climbed the stairs.{REST}")(film)
    run(film, target="shotlist")
    assert said(film).count("stairs") == 1
    assert said(film).count("Mara climbed") == 1
    assert covered(film) == list(lines(film))


def test_a_new_line_never_takes_the_name_of_one_that_was_removed(film):
    edit("script:l04", "text", "A boat turned.")(film)
    film.remove("script:l04")
    run(film, target="shotlist")
    edit("brief", "text", f"The lamp was dark for nine years. Mara climbed the stairs.{REST} It was late.")(film)
    run(film, target="shotlist")
    assert said(film).endswith("A small boat turned for home. It was late.")
