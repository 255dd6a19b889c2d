"""All rows of the contract suite: those of every file `rows_*.py` in this folder."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.providers.contract.cases import Case


def _found() -> tuple[tuple[Case, ...], dict[str, Exception]]:
    """The rows, and the files that cannot be imported: an unfinished one does not take the others' rows away, a test tells of it."""
    found: list[Case] = []
    broken: dict[str, Exception] = {}
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if module.name.startswith("rows_"):
            try:
                found += import_module(f"tests.providers.contract.{module.name}").CASES
            except Exception as error:
                broken[module.name] = error
    return tuple(found), broken


CASES, BROKEN = _found()
SERVICES = tuple(case for case in CASES if case.wire)
WITH_KEY = tuple(case for case in SERVICES if case.wire and case.wire.key)


def answers(field: str) -> list[Any]:
    """A parameter for each answer in this field of the services' wires: (case, answer)."""
    return [
        pytest.param(case, answer, id=f"{case.name} {number}")
        for case in SERVICES
        for number, answer in enumerate(getattr(case.wire, field), start=1)
    ]
