"""The engine's public names: all there, all documented, and none of them heavy until it is used."""

import ast
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import engine
from engine.errors import ReelwrightError

ROOT = Path(__file__).parents[1]
MEDIA = {"PIL", "av", "cv2", "scipy"}
MODELS = {"ctranslate2", "faster_whisper", "onnxruntime", "openai", "pocketsphinx", "spacy", "xllamacpp"}
VERBS = {
    "approve", "board", "cancel", "edit", "explain", "film", "insert", "make", "merge", "move", "plan", "redo", "regenerate",
    "remove", "select", "send_back", "set", "split", "status", "takes", "undo", "verify",
}  # fmt: skip


def python(code: str, folder: Path = ROOT) -> str:
    """What a fresh Python says to this code, the project's root on its path."""
    line = [sys.executable, "-c", textwrap.dedent(code)]
    done = subprocess.run(
        line, cwd=folder, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("name", engine.__all__)
def test_every_public_name_can_be_imported_and_says_what_it_is(name):
    assert getattr(engine, name).__doc__


def test_the_public_names_are_sorted_and_are_all_that_there_is_to_see():
    assert sorted(engine.__all__) == engine.__all__
    assert set(engine.__all__) == {name for name in dir(engine) if not name.startswith("__")}


def test_a_type_checker_sees_the_same_names_as_a_program():
    tree = ast.parse((ROOT / "engine" / "__init__.py").read_text())
    checked = next(node for node in tree.body if isinstance(node, ast.If))
    seen = {
        alias.name: node.module for node in checked.body if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    assert seen == {name: engine._HOME[name] for name in engine.__all__}


def test_every_error_of_the_tree_is_public():
    def below(error: type[ReelwrightError]) -> set[str]:
        return {error.__name__}.union(*(below(child) for child in error.__subclasses__()))

    import engine.errors as errors

    assert below(ReelwrightError) & set(vars(errors)) <= set(engine.__all__)


def test_a_project_has_every_verb_and_each_is_documented():
    assert [verb for verb in VERBS if not getattr(engine.Project, verb).__doc__] == []


def test_another_name_is_an_error_as_of_any_module():
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = engine.nonsense


def loaded(code: str, *libraries: str) -> list[str]:
    """Which of these libraries are in a fresh Python after this code."""
    told = python(f"{code}\nimport sys\nprint(*(name for name in {libraries!r} if name in sys.modules))")
    return told.split()


def test_importing_the_engine_loads_no_heavy_library():
    assert loaded("import engine", "numpy", "pydantic", "sqlite_utils", *MEDIA, *MODELS) == []


def test_opening_a_film_loads_neither_numpy_nor_pandas():
    assert loaded("from engine.store import Store\nfrom engine.migrations import FORMAT", "numpy", "pandas") == []


def test_the_public_names_load_no_model_and_no_media_library():
    assert loaded("from engine import *\nKey.parse('voice:l07'), Brief(text='A boat.')", *MEDIA, *MODELS) == []


def test_making_films_loads_none_of_the_libraries_that_take_a_second_to_load():
    code = "import engine.film.mix, engine.film.previews, engine.film.rendering"
    assert loaded(code, "scipy.signal", "scipy.stats", "pyloudnorm") == []


def test_the_example_in_the_docstring_works(tmp_path):
    said = python(engine.__doc__.split("Example:", 1)[1], tmp_path)
    assert "made shotlist:order" in said and "finished" in said
    assert any(line.startswith("voice:l01 ") for line in said.splitlines())
