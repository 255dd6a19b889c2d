"""A film and its verbs: status, plan, make, edit, regenerate, select, approve, send back, explain, undo, redo, verify.

The same names on the command line and in the studio. Example: `for event in open_project(folder).make(approve="all"): ...`
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, ParamSpec, TypeVar

from engine import autopilot, spending, structure
from engine.artifacts import Brief
from engine.content import changed_content, checked_content
from engine.errors import BadEdit, NotApproved, UserError
from engine.faults import faults
from engine.graph import Need, View, closure, targets
from engine.hashing import digest, plain
from engine.plan import obstacles, steps
from engine.recipe import recipe_sha
from engine.run import Runner, basis_of, clean_scratch, mark, numbered, recipe_of
from engine.settings import checked, machine_settings
from engine.stages import stages
from engine.status import Board, Marks, board
from engine.store import Store
from engine.timings import rates
from engine.types import Event, Key, Recipe, Status, Step, Take

Approve = Literal["all", "none"]
PERSON = "person"
P = ParamSpec("P")
T = TypeVar("T")
_PROVIDER_SETTING = {"voice": "speech", "keyframe": "image", "clip": "video", "script": "text", "sounds": "sounds"}


def _one_at_a_time(verb: Callable[P, T]) -> Callable[P, T]:
    """A verb that reads the film and then changes it: no other thread of this process may change it in between."""

    @functools.wraps(verb)
    def alone(*given: P.args, **named: P.kwargs) -> T:
        with given[0].store.guard:  # type: ignore[attr-defined]
            return verb(*given, **named)

    return alone


class Project:
    """One film. Made by `create_project` or `open_project`; close it when done (it is a context manager)."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.stop = threading.Event()
        self._seen: View | None = None
        self._seen_at: tuple[int, int] | None = None

    def __enter__(self) -> Project:
        return self

    def __exit__(self, *_: object) -> None:
        self.store.close()

    @property
    def folder(self) -> Path:
        return self.store.folder

    def view(self) -> View:
        """The film as it stands."""
        machine = machine_settings()
        with self.store.guard:
            moment = self.store.moments.now
            last = self._seen or View({}, {}, machine, stages())
            if moment is None or moment != self._seen_at or machine != last.machine:
                self._seen, self._seen_at = self._after(last, machine), moment
            return self._seen or last

    def _after(self, last: View, machine: Mapping[str, Any]) -> View:
        chosen = self._cells("select/")
        found = self.store.takes_by_id(list(chosen.values()))
        takes = {key: found[id] for key, id in chosen.items() if id in found}
        return last.after(takes, self._cells("setting/"), machine)

    def marks(self) -> Marks:
        """Approvals, settled inputs and jobs."""
        with self.store.guard:
            approvals = {int(id): found for id, found in self._cells("approval/").items()}
            bases = {int(id): found for id, found in self._cells("basis/").items()}
            return Marks(approvals, bases, self.store.jobs())

    def _cells(self, kind: str) -> dict[str, Any]:
        """The cells of a kind, by the rest of their names. Cells of other kinds are not read."""
        return {name.removeprefix(kind): value for name, value in self.store.state(kind).items()}

    def board(self) -> Board:
        """The status of every piece."""
        return board(self.view(), self.marks())

    def status(self, key: str) -> Status:
        """The status of one piece."""
        view = self.view()
        return board(view, self.marks())[view.known(Key.parse(key))]

    def takes(self, key: str) -> list[Take]:
        """All takes of a piece, oldest first."""
        found = self.store.takes(str(Key.parse(key)))
        if not found:
            self.view().known(Key.parse(key))
        return found

    def plan(self, target: str = "cut") -> list[Step]:
        """What a run would do, why, for how long and at what cost; nothing is run."""
        view, marks = self.view(), self.marks()
        return steps(view, board(view, marks), marks, closure(view, targets(view, target)), rates())

    def explain(self, key: str) -> dict[str, Any]:
        """Where a piece stands, what it was made from and what holds it back."""
        view, marks = self.view(), self.marks()
        at = view.known(Key.parse(key))
        found = board(view, marks)
        take = view.take(at)
        return {
            "status": found[at],
            "needs": [_need_text(need) for need in view.needs(at)],
            "recipe": take.recipe if take else None,
            "obstacles": obstacles(view, found, marks, at),
            "error": found[at].error,
        }

    def make(self, target: str = "cut", approve: Approve = "none") -> Iterator[Event]:
        """Make whatever is missing or stale up to `target`, as far as approvals let; ends with one event 'finished'.

        Its data: made, cached, same and blocked (keys with the reason), failed (keys with the error). A failed piece does
        not stop the others. Work stops at gates unless `approve` is 'all', which marks takes as approved by autopilot.
        """
        self.stop.clear()
        yield from autopilot.run(self, target, approve)

    def cancel(self) -> None:
        """Stop the running make; what is finished stays."""
        self.stop.set()

    def edit(self, key: str, content: Mapping[str, Any] | None = None, *, field: str = "", value: Any = None,
             file: Path | None = None) -> Take:  # fmt: skip
        """A person's own take: a whole content, one field, or a file (a recording, a picture, music, a sound). BadEdit where it does not fit."""
        view = self.view()
        at = Key.parse(key)
        if not (at.stage == "bible" and content is not None) or at.stage not in view.stages:
            view.known(at, brings=file is not None)
        if file is not None:
            return self._adopt(view, at, file)
        with self.store.guard:
            view = self.view()
            new = checked_content(view, at, content) if content is not None else changed_content(view, at, field, value)
            view.stages[at.stage].check(view, at.unit, new)
            return self._own(view, at, plain(new), "edited", "edit")

    def _adopt(self, view: View, key: Key, file: Path) -> Take:
        if not file.is_file():
            raise UserError(f"There is no file {file}.")
        runner = Runner(self.store, threading.Event())
        work = runner.work(view, [key], 0, PERSON)
        spending.check_ear(self.store, view, key, file)
        try:
            content, warnings = view.stages[key.stage].adopt(work, file)
        finally:
            clean_scratch(self.folder)
            spending.note(self.store, str(key), str(view.setting("transcript")), sum(work.spent))
        return self._own(view, key, plain(content), "imported", "import", {"warnings": list(warnings)})

    @_one_at_a_time
    def _own(self, view: View, key: Key, content: dict[str, Any], origin: Any, verb: str, data: Any = None) -> Take:
        sha = digest("content", content)
        old = view.take(key)
        if old and old.content_sha == sha:
            return old
        take = self.own_take(view, key, content, origin)
        self.store.change(verb, str(key), {f"select/{key}": take.id}, takes=[take], data=data)
        return take

    def own_take(self, view: View, key: Key, content: dict[str, Any], origin: Any = "edited", ahead: int = 0) -> Take:
        """A take by a person, not yet stored; `ahead` counts others that are stored with it."""
        stage = view.stages[key.stage]
        chosen = dict(view.chosen)
        draft = Take(id=0, key=str(key), number=0, origin=origin, maker=PERSON, recipe=recipe_stub(key), recipe_sha="",
                     content=content, content_sha="")  # fmt: skip
        chosen[str(key)] = draft
        after = view.after(chosen)
        inputs = tuple(need.input(after) for need in stage.needs(after, key.unit) if need.there)
        recipe = recipe_stub(key).model_copy(update={"inputs": inputs, "provider": PERSON})
        sha = {"recipe": recipe, "recipe_sha": recipe_sha(recipe), "content_sha": digest("content", content)}
        return numbered(self.store, draft.model_copy(update=sha), ahead)

    def regenerate(
        self, key: str, *, seed: int | None = None, provider: str = "", prompt: str | None = None
    ) -> Iterator[Event]:
        """Make a piece anew with another seed (or this one) and provider, beside the takes that are there, and choose it. `prompt`: one's
        own words for a picture from now on; '' builds them from the shot again."""
        view, marks = self.view(), self.marks()
        at = view.known(Key.parse(key), brings=bool(provider))
        if at.stage == "brief":
            raise UserError("The brief is yours to write; edit it instead.")
        bare = autopilot.without_own(view, at)
        held = obstacles(bare, board(bare, marks), marks, at)
        if held:
            raise NotApproved(f"{at} cannot be made yet: {'; '.join(held[:3])}.")
        wanted: dict[str, Any] = {f"seed@{at}": self.next_seed(at) if seed is None else seed}
        if provider:
            wanted[f"{self._provider_setting(at, provider)}@{at}"] = provider
        if prompt is not None:
            if at.stage != "keyframe":
                raise UserError(f"A {at.stage} is not made from a prompt; edit its fields instead.")
            wanted[f"prompt@{at}"] = prompt.strip()
        yield from autopilot.again(self, at, wanted)

    def _provider_setting(self, key: Key, provider: str) -> str:
        from engine.providers.registry import check_name

        name = _PROVIDER_SETTING.get(key.stage)
        if name is None:
            raise UserError(f"A {key.stage} has one maker; there is no provider to choose.")
        check_name(name, provider)
        return name

    def next_seed(self, key: Key) -> int:
        seeds = [take.recipe.seed for take in self.store.takes(str(key))]
        current = int(self.view().setting("seed", key) or 0)
        return max([*seeds, current]) + 1

    @_one_at_a_time
    def select(self, key: str, number: int) -> Status:
        """Choose another take of a piece."""
        at = Key.parse(key)
        take = next((take for take in self.takes(key) if take.number == number), None)
        if take is None:
            raise UserError(f"{at} has no take {number}; it has: {', '.join(str(t.number) for t in self.takes(key))}.")
        cells: dict[str, Any] = {f"select/{at}": take.id}
        if take.origin == "made":
            cells |= self._settings_of(at, take)
        self.store.change("select", str(at), cells)
        return self.status(key)

    def _settings_of(self, key: Key, take: Take) -> dict[str, Any]:
        """A chosen take brings its seed and its maker along, so that choosing it does not make it stale."""
        cells: dict[str, Any] = {f"setting/seed@{key}": take.recipe.seed or None}
        if key.stage == "keyframe":
            cells[f"setting/prompt@{key}"] = take.recipe.params.get("prompt") or None
        name = _PROVIDER_SETTING.get(key.stage)
        view = self.view()
        if name and key.stage != "script" and take.recipe.provider != view.setting(name):
            cells[f"setting/{name}@{key}"] = take.recipe.provider
        return cells

    @_one_at_a_time
    def approve(self, target: str = "all") -> list[str]:
        """Approve one piece (a stale one is kept as it is), a stage, or all that is fresh: the keys that were approved."""
        view, marks = self.view(), self.marks()
        found = board(view, marks)
        single = ":" in target or target not in (*view.stages, "all")
        keys = targets(view, target)
        cells: dict[str, Any] = {}
        for key in keys:
            take, status = view.take(key), found[key]
            if take is None and single:
                raise UserError(f"{key} is not made yet; there is nothing to approve.")
            if take is None or (not single and not _approvable(view, key, status)):
                continue
            cells[f"approval/{take.id}"] = mark("approved")
            if status.freshness == "stale":
                cells[f"basis/{take.id}"] = basis_of(recipe_of(view, key))
        self.store.change("approve", target, cells)
        ids = {int(name.split("/")[1]) for name in cells if name.startswith("approval/")}
        return [str(key) for key in keys if (take := view.take(key)) and take.id in ids]

    @_one_at_a_time
    def send_back(self, key: str, note: str = "") -> Status:
        """Mark the chosen take as not good enough; the next run makes another, with the note where its maker can read it."""
        view = self.view()
        at = view.known(Key.parse(key))
        take = view.take(at)
        if take is None:
            raise UserError(f"{at} is not made yet; there is nothing to send back.")
        self.store.change("send_back", str(at), {f"approval/{take.id}": mark("sent_back", note)})
        return self.status(key)

    def set(self, name: str, value: Any) -> None:
        """Change a setting of the film."""
        self.set_many({name: value})

    @_one_at_a_time
    def set_many(self, values: Mapping[str, Any]) -> None:
        """Change settings of the film, as one change that can be undone."""
        from engine.providers.registry import PROVIDERS, check_choice
        from engine.stages.wishes import check_sound

        cells = {}
        for name, value in values.items():
            good = checked(value, name)
            kind = name.removesuffix("_fallback")
            if kind in PROVIDERS and name != "music" and good:
                check_choice(kind, good)
            elif name in ("voice", "music") and good:
                check_sound(self.view(), name, good, str(values.get("speech") or ""))
            cells[f"setting/{name}"] = good
        self.store.change("set", ", ".join(values), cells)

    @_one_at_a_time
    def undo(self) -> tuple[str, str]:
        """Take back the last change: its verb and key. UserError where there is none."""
        return self.store.step_back(forward=False) or _nothing("undo")

    @_one_at_a_time
    def redo(self) -> tuple[str, str]:
        """Bring back the last change that was undone."""
        return self.store.step_back(forward=True) or _nothing("redo")

    @_one_at_a_time
    def insert(self, stage: str, after: str, content: Mapping[str, Any]) -> str:
        """A new line or shot after another: its key."""
        return structure.insert(self, stage, after, content)

    @_one_at_a_time
    def split(self, key: str, at: int | None = None) -> str:
        """A line or shot in two after `at` words (at the middle unless given): the key of the second."""
        return structure.split(self, key, at)

    @_one_at_a_time
    def merge(self, key: str) -> str:
        """A line or shot and the one after it as one: its key."""
        return structure.merge(self, key)

    @_one_at_a_time
    def move_border(self, key: str, by: int) -> None:
        """The border after a shot, so many words to the right (below 0: to the left); what both show stays."""
        structure.move_border(self, key, by)

    @_one_at_a_time
    def move(self, key: str, after: str) -> None:
        """A line or shot to another place: after the unit `after`, or first where that is empty."""
        structure.move(self, key, after)

    @_one_at_a_time
    def remove(self, key: str) -> None:
        """A line, shot or bible entry out of the film; its takes are kept and undo brings it back."""
        structure.remove(self, key)

    def verify(self) -> list[str]:
        """Everything that is wrong with the film on disk; empty when it is sound."""
        return faults(self.store)

    def film(self, size: str = "") -> tuple[Path, Path, dict[str, Any]] | None:
        """The chosen cut of a size (the first unless given): its MP4, its SRT and its content; None where there is none."""
        view = self.view()
        sizes = view.units("cut")
        cut = view.content(Key("cut", size or sizes[0])) if sizes else None
        return (self.store.blobs.path(cut.film), self.store.blobs.path(cut.srt), plain(cut)) if cut else None


def create_project(folder: Path, brief: Brief, settings: Mapping[str, Any] | None = None) -> Project:
    """A new film in an empty or new folder, with its brief."""
    good = {name: checked(value, name) for name, value in (settings or {}).items()}
    view = View({}, good, machine_settings(), stages())
    view.stages["brief"].check(view, "", brief)
    project = Project(Store.create(folder))
    try:
        take = project.own_take(project.view(), Key("brief"), plain(brief))
        cells = {"select/brief": take.id, **{f"setting/{name}": value for name, value in good.items()}}
        project.store.change("create", "brief", cells, takes=[take], undoable=False)
    except BaseException:
        project.store.close()
        raise
    return project


def open_project(folder: Path, *, write: bool = True) -> Project:
    """A film that is there. With `write`, no other process may be writing it; reading is always allowed."""
    store = Store.open(folder, write=write)
    if write:
        clean_scratch(folder)
    return Project(store)


def recipe_stub(key: Key) -> Any:
    """The recipe of something that a person made."""
    return Recipe(stage=key.stage, version=0)


def _approvable(view: View, key: Key, status: Status) -> bool:
    return view.stages[key.stage].gate and status.freshness in ("fresh", "unsettled") and status.approval != "sent_back"


def _need_text(need: Need) -> dict[str, Any]:
    keys = [str(key) for key in need.keys]
    return {"name": need.name, "keys": keys, "pick": need.pick, "there": need.there, "advice": need.advise}


def _nothing(verb: str) -> tuple[str, str]:
    raise BadEdit(f"There is nothing to {verb}.")
