"""The house rules that a reader relies on: who may import whom, short modules, short functions, declared packages.

They are read from the source and import nothing. Example of a broken one: `import gradio` anywhere under engine/.
"""

from __future__ import annotations

import ast
import re
import statistics
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = {"app", "engine", "studio", "tests", "ui_components"}
RUN_AS_A_PROGRAM = {"pip"}
MISSING_ON_PURPOSE = {"no_such_package_at_all"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules(*places: str) -> list[Path]:
    return sorted(path for place in places for path in (ROOT / place).rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def package(path: Path) -> list[str]:
    return list(path.relative_to(ROOT).parent.parts)


def imported(path: Path) -> Iterator[str]:
    """The full names of all that a module imports, at its top or inside a function."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            home = package(path)[: len(package(path)) - node.level + 1] if node.level else []
            whole = ".".join([*home, *([node.module] if node.module else [])])
            yield from (f"{whole}.{alias.name}" for alias in node.names)


def within(full: str, place: str) -> bool:
    return full == place or full.startswith(f"{place}.")


def functions(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, Function))


def lines(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def offenders(paths: list[Path], *forbidden: str) -> list[str]:
    return [f"{name(p)}: {full}" for p in paths for full in imported(p) if any(within(full, f) for f in forbidden)]


def declared(*files: str) -> set[str]:
    """The packages that requirement files name, spelled as pip compares them."""
    rows = [row.strip() for file in files for row in (ROOT / file).read_text(encoding="utf-8").splitlines()]
    return {plain(re.split(r"[<>=!~;\[ ]", row)[0]) for row in rows if row and row[0] not in "#-"}


def plain(package_name: str) -> str:
    return re.sub(r"[-_.]+", "-", package_name).lower()


@cache
def carriers() -> dict[str, list[str]]:
    return {module: [plain(each) for each in found] for module, found in packages_distributions().items()}


def foreign(*places: str) -> dict[str, set[str]]:
    """Third-party modules that these places import, each with the packages that carry it."""
    tops = {full.split(".")[0] for path in modules(*places) for full in imported(path)}
    return {top: set(carriers().get(top, [plain(top)])) for top in tops - OURS - sys.stdlib_module_names}


def test_the_engine_knows_no_page():
    assert offenders(modules("engine"), "gradio", "studio", "ui_components", "app", "tests") == []


def test_page_pieces_know_neither_engine_nor_studio():
    assert offenders(modules("ui_components"), "engine", "studio", "app", "tests") == []


def test_the_studio_holds_no_sql_no_media_tools_and_no_providers():
    assert offenders(modules("studio"), "sqlite3", "sqlite_utils", "av", "ffmpeg", "hashlib", "engine.providers") == []


def test_the_film_engine_knows_nothing_of_the_engine_but_its_errors():
    found = [full for path in modules("engine/film") for full in imported(path) if within(full, "engine")]
    assert [full for full in found if not within(full, "engine.film") and not within(full, "engine.errors")] == []


def test_the_nouns_of_the_engine_load_no_heavy_library():
    heavy = {
        "av",
        "cv2",
        "ctranslate2",
        "diffusers",
        "faster_whisper",
        "openai",
        "pocketsphinx",
        "spacy",
        "torch",
        "xllamacpp",
    }
    foundations = [ROOT / "engine" / f"{each}.py" for each in ("types", "artifacts", "errors", "home", "prompts")]
    assert [f"{name(p)}: {full}" for p in foundations for full in imported(p) if full.split(".")[0] in heavy] == []


def test_every_module_opens_with_a_docstring_that_says_what_it_owns():
    paths = modules("engine", "studio", "ui_components", "tests")
    bare = [name(p) for p in paths if p.read_text(encoding="utf-8").strip() and not ast.get_docstring(tree(p))]
    assert bare == []


def test_every_module_is_short_enough_to_be_read_in_one_sitting():
    paths = modules("engine", "studio", "ui_components", "tests")
    counted = {name(p): len(p.read_text(encoding="utf-8").splitlines()) for p in paths}
    assert {path: count for path, count in counted.items() if count >= 400} == {}


def test_no_function_is_longer_than_eighty_lines():
    paths = modules("engine", "studio", "ui_components", "tests")
    assert [f"{name(p)}: {f.name}, {lines(f)}" for p in paths for f in functions(p) if lines(f) > 80] == []


def test_the_usual_function_has_a_dozen_lines_or_fewer():
    assert statistics.median(lines(f) for path in modules("engine") for f in functions(path)) <= 12


def test_every_function_of_the_engine_says_what_it_gives():
    assert [f"{name(p)}: {f.name}" for p in modules("engine") for f in functions(p) if f.returns is None] == []


@pytest.mark.parametrize(
    ("places", "files"),
    [
        (("engine",), ("requirements.txt", "requirements-models.txt")),
        (("studio", "ui_components"), ("requirements.txt",)),
        (("tests",), ("requirements.txt", "requirements-dev.txt", "requirements-bench.txt", "requirements-models.txt")),
    ],
    ids=["engine", "page", "tests"],
)
def test_every_package_that_is_imported_is_declared(places, files):
    known = declared(*files)
    found = foreign(*places).items()
    assert {top for top, carried in found if not carried & known} - MISSING_ON_PURPOSE == set()


def test_every_package_that_is_declared_is_imported():
    used = set().union(*foreign("engine", "studio", "ui_components").values())
    assert declared("requirements.txt") - used - RUN_AS_A_PROGRAM == set()


def test_every_dependency_is_explained():
    told = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    wanted = declared("requirements.txt", "requirements-models.txt", "requirements-dev.txt", "requirements-bench.txt")
    assert [each for each in sorted(wanted) if f"| {each} |" not in told] == []
