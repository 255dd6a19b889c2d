"""Service files: what is in the shipped ones, what is wrong with others in a sentence, how holes are filled, which size is asked for."""

import pytest
import yaml

from engine.errors import UserError
from engine.home import home
from engine.providers.registry import provider
from engine.providers.services import OURS, names, service
from engine.providers.services.filling import filled, found, told
from engine.providers.services.sizing import nearest_aspect, nearest_length, nearest_size, plain_size


@pytest.fixture(autouse=True)
def _alone(monkeypatch, tmp_path):
    monkeypatch.setenv("REELWRIGHT_HOME", str(tmp_path))
    for name in ("FAL_KEY", "REPLICATE_API_TOKEN"):
        monkeypatch.delenv(name, raising=False)


def own(name="mine", like="fal", **changes):
    """A person's own service file."""
    whole = {**yaml.safe_load((OURS / f"{like}.yaml").read_text()), **changes}
    path = home() / "services" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(yaml.safe_dump({field: value for field, value in whole.items() if value is not None}))


@pytest.mark.parametrize(("name", "key"), [("fal", "FAL_KEY"), ("replicate", "REPLICATE_API_TOKEN")])
@pytest.mark.parametrize("kind", ["image", "video"])
def test_the_shipped_services_wait_for_their_key_and_have_dated_prices(monkeypatch, name, key, kind):
    maker = provider(kind, f"http:{name}")
    assert key in maker.ready()
    monkeypatch.setenv(key, "x" * 20)
    assert maker.ready() is None
    price = service(name).part(kind).price
    assert price.as_of and price.source and price.of(1000, 1000, 5.0) > 0


def test_a_person_s_own_service_is_there_and_comes_before_ours():
    own("mine", image=None)
    own("fal", title="my own fal")
    assert names("video") == ("fal", "mine", "replicate") and names("image") == ("fal", "replicate")
    assert service("fal").title == "my own fal"
    own("mine", title="changed")
    assert service("mine").title == "changed"


WRONG = {
    "a key in the file": ({"key": "sk-abcdef123456"}, "never the key itself"),
    "a key in a header": ({"headers": {"Authorization": "Bearer abcdefghijk1234"}}, "write {key}"),
    "a hole that nothing fills": ({"image": {"body": {"p": "{promt}"}, "price": {}}}, "nothing fills {promt}"),
    "no result": ({"image": {"body": {}, "price": {}}}, "image.result"),
    "no price": ({"image": {"body": {}, "result": "url"}}, "image.price"),
    "no kind": ({"image": None, "video": None}, "neither pictures nor films"),
    "no address": ({"submit": "queue.fal.run"}, "no address"),
    "an unknown field": ({"retries": 3}, "retries"),
    "no done": ({"answer": {"status_url": "s"}}, "answer.done"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_in_a_service_file_is_said_with_its_place(case):
    changes, said = WRONG[case]
    own(**changes)
    with pytest.raises(UserError) as caught:
        service("mine")
    assert said in str(caught.value) and "mine.yaml" in str(caught.value) and "abcdef" not in str(caught.value)
    assert said in provider("image", "http:mine").ready() or case == "no kind"


@pytest.mark.parametrize("text", ["", "just words", "a: [", "- 1"])
def test_a_file_that_is_no_service_says_so(text):
    (home() / "services").mkdir()
    (home() / "services" / "mine.yaml").write_text(text)
    with pytest.raises(UserError, match=r"mine\.yaml"):
        service("mine")


@pytest.mark.parametrize("name", ["nope", "../fal", "", "a/b", "FAL"])
def test_a_service_that_is_not_there_is_answered_with_those_that_are(name):
    with pytest.raises(UserError, match="fal, replicate"):
        service(name)


VALUES = {"prompt": "a {width} {seed}", "width": 64, "seconds": 5.5, "negative": None}
FILLED = (
    ("{prompt}", "a {width} {seed}"),
    ("{width}", 64),
    ("{width|text}", "64"),
    ("{seconds|text}", "5.5"),
    ("{width}x{width}, {negative}.", "64x64, ."),
    (
        {"a": "{negative}", "b": [1, "{negative}", "{width}"], "c": None, "d": True},
        {"b": [1, 64], "c": None, "d": True},
    ),
    ("{Not a hole} {}", "{Not a hole} {}"),
)


@pytest.mark.parametrize(("template", "result"), FILLED)
def test_holes_are_filled_with_values_of_their_kind(template, result):
    assert filled(template, VALUES) == result


ANSWER = {"output": ["a", {"url": "b"}], "n": 7, "deep": {"er": {"x": "y"}}, "empty": "", "yes": True}


@pytest.mark.parametrize(
    ("paths", "text"),
    [(("output",), ""), (("output.0",), "a"), (("output.1.url",), "b"), (("output.-1.url",), "b"), (("output.9",), ""), (("n",), "7"),
     (("nope", "empty", "deep.er.x"), "y"), (("yes",), "")],
)  # fmt: skip
def test_things_are_found_in_answers_by_their_paths(paths, text):
    assert told(ANSWER, paths) == text


def test_an_answer_that_is_no_record_holds_nothing():
    assert found("words", ("a.b",)) is None and found(None, ("a",)) is None and found([1], ("0",)) == 1


def test_the_nearest_size_shape_and_length_are_asked_for():
    sizes = ((1280, 720), (720, 1280), (960, 960))
    assert [nearest_size(*size, sizes) for size in ((320, 180), (1080, 1920), (500, 510))] == list(sizes)
    assert plain_size(1536, 864, 16, 1024) == (1024, 576) and plain_size(100, 60, 16, 2048) == (96, 64)
    assert nearest_aspect(1536, 864, ("1:1", "16:9")) == "16:9"
    assert [nearest_length(at, (5, 10), 1, 0) for at in (1, 5, 5.1, 30)] == [5, 5, 10, 10]
    assert [nearest_length(at, (), 2, 8) for at in (1, 5.5, 30)] == [2, 5.5, 8] and nearest_length(30, (), 2, 0) == 30
