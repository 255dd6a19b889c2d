"""Where every piece stands, worked out from hashes each time and never stored. Pure.

`missing | fresh | stale | unsettled`, each with its causes in sentences. Hand-made takes answer only for what they were
made from; approving one as it is ("kept") settles it on the inputs of that moment. Example: `board(view, marks)[key].causes`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from engine.graph import View
from engine.providers.registry import MAKER_VERSION
from engine.types import Approval, Input, Key, Status, Take
from engine.types import Work as WorkState


@dataclass(frozen=True)
class Marks:
    """What the store knows about takes beyond their content: approvals and settled inputs by take id, the last job by key."""

    approvals: Mapping[int, dict[str, Any]] = field(default_factory=dict)
    bases: Mapping[int, dict[str, Any]] = field(default_factory=dict)
    jobs: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    beside: Mapping[str, int] = field(default_factory=dict)

    def approval(self, take: Take | None) -> Approval:
        """The mark on a take."""
        return cast(Approval, self.approvals.get(take.id, {}).get("state", "none")) if take else "none"


Board = dict[Key, Status]


def board(view: View, marks: Marks) -> Board:
    """The status of every piece, in the film's order."""
    found: Board = {}
    for key in view.pieces():
        found[key] = _status(view, marks, key, found)
    return found


def _status(view: View, marks: Marks, key: Key, so_far: Board) -> Status:
    take = view.take(key)
    causes, advice, freshness = _freshness(view, marks, key, so_far)
    work, error = _work(marks.jobs.get(str(key)), take)
    return Status(
        key=str(key),
        stage=key.stage,
        unit=key.unit,
        freshness=freshness,
        causes=tuple(causes),
        advice=tuple(advice),
        approval=marks.approval(take),
        work=work,
        error=error,
        take=take.number if take else None,
        maker=take.maker if take else "",
        seconds=take.seconds if take else 0.0,
    )


def _freshness(view: View, marks: Marks, key: Key, so_far: Board) -> tuple[list[str], list[str], Any]:
    take = view.take(key)
    needs = view.needs(key)
    waits = [f"waits for {upstream}" for need in needs if not need.there for upstream in need.keys[:1]]
    if take is None:
        return waits or ["not made yet"], [], "missing"
    changed, advice = _changes(view, marks, key, take)
    if changed:
        return changed, advice, "stale"
    unsure = [
        f"{upstream} is {so_far[upstream].freshness}"
        for need in needs
        if not need.advise
        for upstream in need.keys
        if upstream in so_far and so_far[upstream].freshness != "fresh"
    ]
    if unsure or waits:
        return list(dict.fromkeys(unsure + waits)), advice, "unsettled"
    return [], advice, "fresh"


def _changes(view: View, marks: Marks, key: Key, take: Take) -> tuple[list[str], list[str]]:
    """Why a take is stale, and what is worth knowing though it is not. A take that was settled later is good for what it was
    made from as well as for what it was settled on."""
    base = marks.bases.get(take.id)
    read: tuple[list[str], list[str]] = view.once("changes", key, lambda: _read_changes(view, key, _inputs(view, key)))
    found = _all_changes(view, key, take, read, None)
    if not base or not (found[0] or base.get("only")):
        return found
    settled = _read_changes(view, key, [Input(**i) for i in base["inputs"]])
    return _all_changes(view, key, take, settled, base)


def _inputs(view: View, key: Key) -> tuple[Input, ...]:
    take = view.take(key)
    return take.recipe.inputs if take else ()


def _read_changes(view: View, key: Key, inputs: Sequence[Input]) -> tuple[list[str], list[str]]:
    """What changed in what a piece reads: what makes it stale, and what is only worth knowing."""
    needs = view.needs(key)
    then, current = {i.name: i for i in inputs}, {n.name: n for n in needs if n.there}
    hard: list[str] = []
    soft: list[str] = []
    for name, new in current.items():
        old = then.get(name)
        if old is None:
            (soft if new.advise else hard).append(f"{new.input(view).key}: {new.pick} is new")
        elif old.sha != new.sha:
            (soft if new.advise else hard).append(_difference(old, new.input(view)))
    missing = {n.name for n in needs if not n.there}
    hard += [
        f"{old.key}: {old.pick} is gone"
        for name, old in then.items()
        if name not in current | dict.fromkeys(missing) and not old.advise
    ]
    return hard, soft


def _all_changes(
    view: View, key: Key, take: Take, read: tuple[list[str], list[str]], base: dict[str, Any] | None
) -> tuple[list[str], list[str]]:
    """The same, with what changed in how the piece is made."""
    hard, soft = read
    own = _own_changes(view, key, take, base) if take.origin == "made" else []
    if own and own[0].startswith(
        "the maker changed"
    ):  # another maker may need other things: that they come and go is no news
        hard = [cause for cause in hard if not cause.endswith((" is new", " is gone"))]
    return list(dict.fromkeys([*hard, *own])), list(soft)


def _difference(old: Input, new: Input) -> str:
    if old.take != new.take and old.key == new.key:
        return f"{new.key}: {new.pick} changed, take {old.take} -> {new.take}"
    return f"{new.key}: {new.pick} changed ({old.text} -> {new.text})"


def _own_changes(view: View, key: Key, take: Take, base: dict[str, Any] | None) -> list[str]:
    """What changed in how a piece is made, apart from its inputs."""
    stage = view.stages[key.stage]
    recipe = take.recipe
    provider, params = stage.provider(view, key.unit), stage.params(view, key.unit)
    was = {"provider": recipe.provider, "params": recipe.params, "seed": recipe.seed, "prompt": recipe.prompt,
           "version": recipe.version} | (base or {}).get("own", {})  # fmt: skip
    found = []
    if was["provider"] != provider:
        found.append(f"the maker changed: {was['provider']} -> {provider}")
    if was["params"] != params:
        found += _parameters(was["params"], params, provider if provider == was["provider"] else "")
    if was["seed"] != (view.setting("seed", key) or 0):
        found.append(f"the seed changed: {was['seed']} -> {view.setting('seed', key) or 0}")
    if was["prompt"] != stage.prompt(view, key.unit):
        found.append("its prompt template changed")
    if was["version"] != stage.version:
        found.append(f"the way a {key.stage} is made changed (version {was['version']} -> {stage.version})")
    return found


def _parameters(was: Mapping[str, Any], now: Mapping[str, Any], maker: str) -> list[str]:
    """What changed in the parameters of a recipe. The version of the maker is told by itself, and only of one and the same `maker`."""
    names = sorted(n for n in {*now, *was} if now.get(n) != was.get(n) and n != MAKER_VERSION)
    found = [f"the settings changed: {', '.join(names)}"] if names else []
    old, new = was.get(MAKER_VERSION, 1), now.get(MAKER_VERSION, 1)
    return [*found, f"{maker} makes it otherwise now (version {old} -> {new})"] if maker and old != new else found


def _work(job: dict[str, Any] | None, take: Take | None) -> tuple[WorkState, str]:
    if job is None or job["state"] in ("done", "lost", "cancelled"):
        return "idle", ""
    if job["state"] == "failed":
        return "failed", job["error"]
    return job["state"], ""


def hand_made(take: Take | None) -> bool:
    """Whether a person made a take: such a one is never replaced by a run. An order is, for it is made from the one that stands."""
    return take is not None and take.origin != "made" and not take.key.endswith(":order")
