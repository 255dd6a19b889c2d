"""An opinion on a keyframe: how well it fits its shot and its film, what is wrong in it, and better words for its next making.

It is said beside the take and decides nothing. The eyes are the maker of the setting `vision`; without one, the maker's own list of what it
showed and cheap measures serve. Example: `opinion(film, "keyframe:s03").suggestion`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine import measuring, spending
from engine.artifacts import BibleEntry, Keyframe, Shot
from engine.costing import priced
from engine.errors import BadOutput, UserError
from engine.hashing import digest
from engine.planning.answers import Sight
from engine.prompts import prompt
from engine.providers.contract import Progress, TextResult, VisionRequest, silent
from engine.providers.registry import ready_provider
from engine.types import Event, Key

if TYPE_CHECKING:
    from engine.graph import View
    from engine.project import Project

MOST_OTHERS = 3
"""Further pictures of the film that are shown beside the one in question."""
_PROMPT = "keyframe/look"


@dataclass(frozen=True)
class Opinion:
    """`match` (the shot) and `consistency` (the film) are from 0 to 1, None where nobody could tell. `missing`: what the shot asks for and
    the picture has not. `suggestion`: words for its next making, '' where there is nothing to better. `by`: who looked ('measures' where
    nobody did). `measures`: sharpness, lightness, contrast and distance of colours to the film's other pictures."""

    key: str
    by: str
    match: float | None = None
    consistency: float | None = None
    missing: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    suggestion: str = ""
    measures: dict[str, float] = field(default_factory=dict)
    cost: float = 0.0


def opinion(film: Project, key: str, maker: str | None = None, progress: Progress = silent) -> Opinion:
    """The opinion on the chosen picture of a shot, by `maker` or the one in force. One that was given before, of the same picture and
    the same shot, is returned at no cost.

    What it cost is noted in the film, which is open for writing where a maker looks. UserError where there is no picture yet; errors of the
    maker as of its `look`.
    """
    view = film.view()
    at = view.known(Key.parse(key))
    keyframe: Keyframe | None = view.content(at) if at.stage == "keyframe" else None
    if keyframe is None:
        raise UserError(f"There is no picture at '{key}' yet; name one that is made, such as keyframe:s01.")
    eyes = str(view.setting("vision", at) or "") if maker is None else maker
    found = _measured(film, view, at, keyframe)
    return _seen(film, view, at, keyframe, found, eyes, progress) if eyes else found


def look(film: Project, key: str) -> Iterator[Event]:
    """Ask for the opinion as a job, and keep it for `seen`. Cancelled as any job."""
    from engine.run import Stopped

    def progress(share: float, message: str = "") -> None:
        if film.stop.is_set():
            raise Stopped

    yield Event(kind="started", key=key)
    found = opinion(film, key, progress=progress)
    path = _shown_path(film, film.view(), Key.parse(key))
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".part")
    aside.write_text(json.dumps(as_data(found)), encoding="utf-8")
    aside.replace(path)
    yield Event(kind="finished", data={"made": [], "same": [], "opinion": key})


def seen(film: Project, view: View, key: Key) -> Opinion | None:
    """The last opinion that `look` kept of this very picture for this very shot, by whoever looks now; None where there is none."""
    try:
        data = json.loads(_shown_path(film, view, key).read_text(encoding="utf-8"))
        return Opinion(**{**data, "missing": tuple(data["missing"]), "faults": tuple(data["faults"])})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _shown_path(film: Project, view: View, key: Key) -> Path:
    """Where an opinion on the picture, shot and eyes of now is kept."""
    shot: Shot = view.content(Key("shotlist", key.unit))
    keyframe: Keyframe = view.content(key)
    about = [keyframe.pictures[0].image.sha256, shot.picture, str(view.setting("vision", key) or "")]
    return film.folder / "cache" / "opinions" / f"shown-{digest('opinion shown', about)}.json"


def _measured(film: Project, view: View, at: Key, keyframe: Keyframe) -> Opinion:
    """What the maker of the picture says that it shows, and what can be measured."""
    shot: Shot = view.content(Key("shotlist", at.unit))
    own = measuring.measured(_file(film, keyframe))
    others = [measuring.measured(_file(film, other)) for other in _others(view, at, 12)]
    apart = measuring.distance(own, others)
    faults = measuring.faults(own)
    if others and apart > measuring.UNLIKE:
        faults = (*faults, "its colours are unlike those of the film's other pictures")
    asked = len(keyframe.shows) + len(keyframe.missing)
    missing = tuple(keyframe.missing)
    more = f" Clearly to be seen: {', '.join(missing)}." if missing else ""
    return Opinion(
        key=str(at),
        by="measures",
        match=len(keyframe.shows) / asked if asked else None,
        consistency=1.0 - apart if others else None,
        missing=missing,
        faults=faults,
        suggestion=f"{shot.picture.rstrip('.')}.{more}" if more else "",
        measures={
            "sharpness": round(own.sharpness, 3),
            "lightness": round(own.lightness, 3),
            "contrast": round(own.contrast, 3),
            "colour_distance": round(apart, 3),
        },
    )


def _seen(
    film: Project, view: View, at: Key, keyframe: Keyframe, found: Opinion, eyes: str, progress: Progress
) -> Opinion:
    """What the eyes think, the measures beside it."""
    others = _others(view, at, MOST_OTHERS)
    images = tuple(_file(film, each) for each in (keyframe, *others))
    request = _request(view, at, keyframe, images)
    kept = (
        film.folder
        / "cache"
        / "opinions"
        / f"{digest('opinion', [eyes, [p.name for p in images], request.question])}.json"
    )
    sight = _kept(kept)
    cost = 0.0
    if sight is None:
        spending.afford(film.store, view, f"an opinion on {at}", eyes, priced("vision", eyes, request), "vision")
        answer = _looked(eyes, request, progress)
        cost = answer.cost
        spending.note(film.store, str(at), eyes, cost, (answer.tokens_in, answer.tokens_out))
        sight = _valid(answer, eyes)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(sight.model_dump_json(), encoding="utf-8")
    return Opinion(
        key=str(at),
        by=eyes,
        match=sight.match / 10,
        consistency=sight.consistency / 10 if others else None,
        missing=tuple(sight.missing),
        faults=tuple(dict.fromkeys((*sight.faults, *found.faults))),
        suggestion=sight.suggestion.strip(),
        measures=found.measures,
        cost=cost,
    )


def _looked(eyes: str, request: VisionRequest, progress: Progress) -> TextResult:
    looker = ready_provider("vision", eyes)
    answer: TextResult = looker.look(request, progress)
    return answer


def _valid(answer: TextResult, eyes: str) -> Sight:
    from pydantic import ValidationError

    try:
        return Sight.model_validate(answer.data)
    except ValidationError as error:
        raise BadOutput(
            f"{eyes} gave no opinion that can be used; ask again.", provider=eyes, words=answer.text
        ) from error


def _kept(path: Path) -> Sight | None:
    try:
        return Sight.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _request(view: View, at: Key, keyframe: Keyframe, images: tuple[Path, ...]) -> VisionRequest:
    shot: Shot = view.content(Key("shotlist", at.unit))
    people = [_entry(view, unit) for unit in shot.characters]
    place = _entry(view, shot.place)
    style: BibleEntry = view.content(Key("bible", "style"))
    asked = prompt(_PROMPT).render(
        picture=shot.picture,
        prompt=keyframe.prompt,
        characters=[f"{each.name}: {each.look}" for each in people if each],
        place=f"{place.name}: {place.look}" if place else "",
        look=" ".join(part for part in (style.look, style.mood, style.palette) if part),
        others=len(images) - 1,
    )
    return VisionRequest(images, f"{asked.system}\n\n{asked.user}", asked.schema, asked.max_tokens)


def _entry(view: View, unit: str) -> BibleEntry | None:
    found: BibleEntry | None = view.content(Key("bible", unit)) if unit in view.units("bible") else None
    return found


def _others(view: View, at: Key, most: int) -> list[Keyframe]:
    """Other pictures of the film: those with the same people or place first, then the nearest."""
    units = list(view.units("keyframe"))
    shot: Shot = view.content(Key("shotlist", at.unit))
    place = units.index(at.unit)

    def unlike(unit: str) -> tuple[int, int]:
        other: Shot | None = view.content(Key("shotlist", unit))
        shared = other and ({*other.characters, other.place} & {*shot.characters, shot.place} - {""})
        return (0 if shared else 1, abs(units.index(unit) - place))

    found = (view.content(Key("keyframe", unit)) for unit in sorted(units, key=unlike) if unit != at.unit)
    return [each for each in found if each is not None][:most]


def _file(film: Project, keyframe: Keyframe) -> Path:
    return film.store.blobs.path(keyframe.pictures[0].image)


def told(found: Opinion) -> str:
    """An opinion for a terminal."""
    rows = [f"{found.key}, by {found.by}"]
    rows += [
        f"  {name:<12} {value:.0%}"
        for name, value in (("match", found.match), ("consistency", found.consistency))
        if value is not None
    ]
    rows += [
        f"  {name:<12} {'; '.join(words)}"
        for name, words in (("missing", found.missing), ("faults", found.faults))
        if words
    ]
    rows += [f"  {'suggestion':<12} {found.suggestion}"] if found.suggestion else []
    rows += [f"  {'measures':<12} {', '.join(f'{name} {value:g}' for name, value in found.measures.items())}"]
    return "\n".join(rows)


def as_data(found: Opinion) -> dict[str, Any]:
    """An opinion as plain data."""
    return dict(json.loads(json.dumps(asdict(found))))
