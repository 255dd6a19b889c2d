"""The order of tests: files in which one test takes minutes begin first, so that no process is left with one at the end."""

from __future__ import annotations

import pytest

LONG = (
    "studio/test_tour.py",
    "films/test_samples.py",
    "cli/test_kill.py",
    "studio/test_recovery.py",
    "cli/test_verbs.py",
    "studio/test_reach.py",
    "films/test_idea.py",
    "providers/test_local_models.py",
    "docs/test_examples.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long ones first, each file together as before."""

    def turn(item: pytest.Item) -> int:
        return next((n for n, name in enumerate(LONG) if str(item.path).endswith(name)), len(LONG))

    items.sort(key=turn)
