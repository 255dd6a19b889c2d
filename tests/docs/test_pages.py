"""The pages tell of what there is: links lead somewhere, commands are understood, and nothing that a person needs is left out."""

from __future__ import annotations

import inspect
import re
import shlex
from collections.abc import Iterator
from typing import Any

import pytest
import typer

from engine import cli, errors, looks
from engine.artifacts import Shot
from engine.graph import Stage
from engine.providers.registry import PROVIDERS
from engine.stages import stages
from engine.store import Store
from tests.docs.pages import FENCE, ROOT, SETTINGS, blocks, pages, settings_table

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
USING = (ROOT / "docs" / "using.md").read_text(encoding="utf-8")
APP = typer.main.get_command(cli.app)


def commands(group: Any = APP, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command of the command line, with the words that lead to it."""
    for name, command in getattr(group, "commands", {}).items():
        if hasattr(command, "commands"):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name), command


def shown() -> list[tuple[str, list[str]]]:
    """Every command line of the engine that a page shows, with where it stands. Patterns with [options] are no commands."""
    found = []
    for block in (block for page in pages() for block in blocks(page)):
        for row in block.text.splitlines():
            if "python -m engine " in row and "[" not in row.split('"')[0]:
                words = shlex.split(row.removeprefix("$ "), comments=True)
                found.append((str(block), words[words.index("engine") + 1 :]))
    return found


def misunderstood(words: list[str]) -> str:
    """What the command line would find wrong with a command; '' when it understands. Nothing is run."""
    command, name, rest = APP, "engine", words
    context = APP.context_class(APP, info_name=name)
    try:
        while hasattr(command, "commands"):
            name, command, rest = command.resolve_command(context, rest)
        rest = rest[: next((at for at, word in enumerate(rest) if word in (">", "|", "&&", ";")), len(rest))]
        command.make_context(name, list(rest), parent=context)
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        return f"{shlex.join(words)}: {error.format_message()}"
    return ""


@pytest.mark.parametrize("document", pages(), ids=lambda document: document.relative_to(ROOT).as_posix())
def test_every_link_leads_to_something(document):
    text = FENCE.sub("", document.read_text(encoding="utf-8"))
    own = [target.split("#")[0] for target in LINK.findall(text) if not target.startswith(("http:", "https:", "#"))]
    assert [target for target in own if not (document.parent / target).exists()] == []


def test_the_index_names_every_page():
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    names = [page.relative_to(ROOT / "docs").as_posix() for page in pages()[1:]]
    assert [name for name in names if name != "README.md" and f"({name})" not in index] == []


def test_every_command_that_a_page_shows_is_understood():
    told = shown()
    assert len(told) > 30
    assert [(where, wrong) for where, words in told if (wrong := misunderstood(words))] == []


@pytest.mark.parametrize("wrong", ["dance projects/boat", "plan", "edit DIR KEY --colour red", "select DIR KEY third"])
def test_a_command_that_is_wrong_would_be_noticed(wrong):
    assert misunderstood(wrong.split())


def test_every_verb_is_shown_in_the_guide():
    told = {tuple(words) for _, words in shown()}
    untold = [" ".join(path) for path, _ in commands() if not any(words[: len(path)] == path for words in told)]
    assert untold == []


def test_every_option_is_told_in_the_guide():
    options = {name for _, command in commands() for option in command.params for name in option.opts}
    assert sorted(name for name in options if name.startswith("--") and name not in USING and name != "--help") == []


@pytest.mark.parametrize("names", [stages(), looks.names()], ids=["stages", "looks"])
def test_the_guide_names_every_stage_and_look(names):
    assert [name for name in names if f"`{name}`" not in USING and f"| {name} |" not in USING] == []


def test_the_guide_tells_every_setting_as_it_is():
    found = SETTINGS.search(USING)
    assert found and found[0] == settings_table(), "write it anew with: python -m tests.docs.pages"


def test_the_guide_names_every_word_of_a_shot():
    words = [
        word for field in ("framing", "camera", "transition") for word in Shot.model_fields[field].annotation.__args__
    ]
    assert [word for word in words if f"`{word}`" not in USING] == []


def test_the_guide_tells_every_exit_code():
    codes = {
        error.exit_code for error in vars(errors).values() if inspect.isclass(error) and hasattr(error, "exit_code")
    }
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", USING, re.MULTILINE)}
    assert told == codes | {0, 130}


def test_the_guide_on_stages_names_every_member_of_one():
    text = (ROOT / "docs" / "adding-a-stage.md").read_text(encoding="utf-8")
    members = {*Stage.__annotations__, *(name for name in vars(Stage) if not name.startswith("_"))}
    assert sorted(name for name in members if not re.search(rf"^\| `{name}\b", text, re.MULTILINE)) == []


def test_the_guide_on_providers_names_every_kind():
    text = (ROOT / "docs" / "adding-a-provider.md").read_text(encoding="utf-8")
    assert [kind for kind in PROVIDERS if f"| `{kind}` |" not in text] == []


def test_the_architecture_names_every_module_and_every_table(tmp_path):
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    modules = [path.name for path in (ROOT / "engine").glob("*.py") if path.name != "__init__.py"]
    folders = [f"{path.parent.name}/" for path in (ROOT / "engine").glob("*/__init__.py")]
    store = Store.create(tmp_path / "film")
    tables = [name for name in store.db.table_names() if not name.startswith(("_", "sqlite_"))]
    store.close()
    assert len(tables) >= 6
    assert [name for name in (*modules, *folders, *tables) if f"`{name}`" not in text] == []
