"""What a film has cost so far, stage by stage, and the cap that it does not pass. Reads and writes the film's log.

What a take cost is kept with the take; what was paid without one (a call that failed, a proposal) is a line 'spent' of the log.
Example: `check(store, view, keys)` raises UserError where the next make would pass the setting `spend_cap`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.costing import KINDS, money, priced
from engine.errors import ReelwrightError, UserError
from engine.graph import View
from engine.providers.contract import TranscriptRequest
from engine.providers.registry import provider
from engine.store import Store
from engine.types import Key


@dataclass(frozen=True)
class Spent:
    """What one stage has cost: US dollars, how many takes of a maker it has, and the tokens that writers counted."""

    stage: str
    dollars: float
    takes: int
    tokens_in: int = 0
    tokens_out: int = 0


def by_stage(store: Store) -> tuple[Spent, ...]:
    """What the film has cost so far, by stage, in the order of the stages."""
    found: dict[str, Spent] = {}
    for row in store.rows("SELECT key, sum(cost) AS cost, count(*) AS n FROM takes WHERE origin = 'made' GROUP BY key"):
        _add(found, Key.parse(row["key"]).stage, row["cost"], row["n"])
    sql = (
        "SELECT key, kind, json_extract(data, '$.cost') AS cost, json_extract(data, '$.tokens[0]') AS asked,"
        " json_extract(data, '$.tokens[1]') AS answered FROM events WHERE kind IN ('spent', 'made', 'regenerate')"
    )
    for row in store.rows(sql):
        dollars = row["cost"] or 0.0 if row["kind"] == "spent" else 0.0
        if dollars or row["asked"] or row["answered"]:
            _add(found, Key.parse(row["key"]).stage, dollars, 0, row["asked"] or 0, row["answered"] or 0)
    from engine.stages import stages

    return tuple(found[stage] for stage in stages() if stage in found)


def _add(found: dict[str, Spent], stage: str, dollars: float, takes: int, asked: int = 0, answered: int = 0) -> None:
    old = found.get(stage, Spent(stage, 0.0, 0))
    new = (round(old.dollars + dollars, 9), old.takes + takes, old.tokens_in + asked, old.tokens_out + answered)
    found[stage] = Spent(stage, *new)


def note(store: Store, key: str, maker: str, dollars: float, tokens: tuple[int, int] = (0, 0)) -> None:
    """Remember what was paid without a take to show for it: a failed call, a proposal, an opinion."""
    if dollars or any(tokens):
        store.log("spent", key, None, {"maker": maker, "cost": dollars, "tokens": list(tokens)})


def check(store: Store, view: View, keys: Sequence[Key]) -> None:
    """UserError where making these pieces (one make) would pass the film's spending cap."""
    stage, unit = view.stages[keys[0].stage], keys[0].unit
    afford(store, view, str(keys[0]), stage.provider(view, unit), stage.cost(view, unit), KINDS.get(stage.name, ""))


def check_ear(store: Store, view: View, key: Key, recording: Path) -> None:
    """UserError where having a person's recording heard by the ear that is chosen would pass the cap."""
    ear = str(view.setting("transcript") or "")
    if ear and key.stage == "voice" and float(view.setting("spend_cap") or 0.0):
        request = TranscriptRequest(recording, view.content(Key("brief")).language)
        afford(store, view, f"the recording for {key}", ear, priced("transcript", ear, request), "transcript")


def afford(store: Store, view: View, what: str, maker: str, cost: float | None, kind: str) -> None:
    """UserError where so much more would pass the film's spending cap. What has no known price is not bought under a cap."""
    cap = float(view.setting("spend_cap") or 0.0)
    if not cap or cost == 0.0:
        return
    ways = "raise the setting spend_cap, set it to 0 for none, or choose another maker"
    if cost is None:
        if _is_there(kind, maker):
            raise UserError(
                f"What {maker} takes for {what} is not known, so that the spending cap of {money(cap)} could be passed. "
                f"Write its price into prices.yaml in this machine's folder, {ways}."
            )
        return
    spent = store.spent()
    if spent + cost > cap + 1e-9:
        raise UserError(
            f"{what} would cost about {money(cost)}; with {money(spent)} spent so far, the film would pass its spending cap of "
            f"{money(cap)}. To go on, {ways}."
        )


def _is_there(kind: str, maker: str) -> bool:
    """Whether the maker could be paid at all; one that is not ready says so itself when it is asked."""
    try:
        return provider(kind, maker).ready() is None
    except ReelwrightError:
        return False
