"""The page of makers names all that there are, and the date of their prices."""

from __future__ import annotations

import calendar
import re

import pytest

from engine import keys
from engine.providers import prices
from engine.providers.registry import PROVIDERS
from tests.docs.pages import ROOT

PAGE = (ROOT / "docs" / "providers.md").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in row.strip("| ").split(" | ")] for row in PAGE.splitlines() if row.startswith("| `")]


@pytest.mark.parametrize("kind", PROVIDERS)
def test_every_maker_of_a_kind_has_its_row(kind):
    told = {
        name.partition(":")[0] for row in ROWS if row[0] == f"`{kind}`" for name in re.findall(r"`([^`]+)`", row[1])
    }
    assert told == set(PROVIDERS[kind])


def test_the_date_of_the_prices_is_told():
    year, month = prices.as_of().split("-")
    assert f"{calendar.month_name[int(month)]} {year}" in PAGE


def test_every_key_and_its_address_are_told():
    there = {(name.name, name.goes_to) for name in keys.NAMES.values() if name.goes_to}
    assert {(row[0].strip("`"), row[1].strip("`")) for row in ROWS if row[0].endswith("_API_KEY`")} == there
