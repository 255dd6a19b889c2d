"""What can be drawn, by name: things, animals and settings with what others must know of them to place them.

A module of the kit declares with `@thing(...)` or `@setting(...)`; the package `kit` imports them all. Units of things:
100 tall, base at (0, 0), y down (the top is y = -100). Example: `found_thing("boat").box`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from engine.errors import UserError

if TYPE_CHECKING:
    from engine.illustrate.paint.pen import Pen
    from engine.illustrate.stage import Stage

Contact = Literal["ground", "float", "air", "wall", "held", "hang"]
Bounds = tuple[float, float, float, float]
Point = tuple[float, float]


@dataclass(frozen=True)
class Ask:
    """What a drawing function is asked for beside its pen: the pose, whether lamps burn, how the wind blows (-1 to 1,
    to the right), free options, and a seed for what differs between copies."""

    pose: str = ""
    feeling: str = ""
    lit: bool = False
    wind: float = 0.0
    snow: bool = False
    season: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    seed: int = 0
    front: bool = False
    back: bool = False


@dataclass(frozen=True)
class ThingInfo:
    """A drawable thing. `words`: what people call it; `kinds`: what it is a kind of, the nearest first; `metres`: its
    usual height; `box`: where it draws; `motion` and `light_motion`: how it moves in a clip; `grip`: where a hand
    holds it; `seat`: where someone sits or stands on it; `tops`: heights where small things may stand (x, y)."""

    name: str
    draw: Callable[[Pen, Ask], None]
    words: tuple[str, ...]
    kinds: tuple[str, ...]
    category: str
    metres: float
    box: Bounds
    contact: Contact = "ground"
    slots: tuple[str, ...] = ()
    poses: tuple[str, ...] = ()
    motion: str = "still"
    light_motion: str = "flicker"
    grip: Point | None = None
    seat: Point | None = None
    tops: tuple[Point, ...] = ()
    faces: Literal["right", "none"] = "right"


@dataclass(frozen=True)
class Place:
    """Where things may stand in a setting. At `far` and `near` (depths): heights on the picture (shares) and how tall
    a grown person is there (units of 720). `x` is the free span (shares)."""

    name: str
    kind: Literal["ground", "water", "table", "wall", "sky", "shelf", "road", "floor"]
    far: float
    near: float
    y_far: float
    y_near: float
    person_far: float
    person_near: float
    x: tuple[float, float] = (0.02, 0.98)

    def at(self, depth: float) -> tuple[float, float]:
        """The height on the picture (share) and a person's height (units) at a depth."""
        span = max(self.near - self.far, 1e-6)
        t = min(max((depth - self.far) / span, 0.0), 1.0)
        return self.y_far + (self.y_near - self.y_far) * t, self.person_far + (self.person_near - self.person_far) * t


@dataclass(frozen=True)
class SettingInfo:
    """A drawable setting. `light`: where its light usually is (shares); `horizon`: share of the height; `moves`:
    names of its sheets that move in a clip are their own motion hints; `centre`: whether it is about what stands in its
    middle, which small things seen near by leave free."""

    name: str
    draw: Callable[[Stage], None]
    words: tuple[str, ...]
    kinds: tuple[str, ...]
    inside: bool
    horizon: float
    places: tuple[Place, ...]
    light: Point
    options: tuple[str, ...] = ()
    centre: bool = False

    def place(self, name: str) -> Place:
        """The place of that name or kind; the first one when there is none."""
        named = next((each for each in self.places if each.name == name), None)
        return named or next((each for each in self.places if each.kind == name), self.places[0])


HELD_OPTIONS = ("holds", "material", "glow", "lit", "pose")
"""What of a thing's options is kept in a hand."""

_THINGS: dict[str, ThingInfo] = {}
_SETTINGS: dict[str, SettingInfo] = {}


def thing(
    name: str,
    *,
    metres: float,
    box: Bounds,
    words: str = "",
    kinds: str = "",
    category: str = "thing",
    contact: Contact = "ground",
    slots: str = "",
    poses: str = "",
    motion: str = "still",
    light_motion: str = "flicker",
    grip: Point | None = None,
    seat: Point | None = None,
    tops: tuple[Point, ...] = (),
    faces: Literal["right", "none"] = "right",
) -> Callable[[Callable[[Pen, Ask], None]], Callable[[Pen, Ask], None]]:
    """Declare a thing; rows of words are separated by commas. ValueError when the name is taken."""

    def keep(draw: Callable[[Pen, Ask], None]) -> Callable[[Pen, Ask], None]:
        if name in _THINGS:
            raise ValueError(f"two things of the kit are called '{name}'")
        _THINGS[name] = ThingInfo(
            name, draw, (name, *_row(words)), _row(kinds), category, metres, box, contact, _row(slots), _row(poses),
            motion, light_motion, grip, seat, tops, faces,
        )  # fmt: skip
        return draw

    return keep


def setting(
    name: str,
    *,
    places: tuple[Place, ...],
    horizon: float,
    words: str = "",
    kinds: str = "",
    inside: bool = False,
    light: Point = (0.72, 0.26),
    options: str = "",
    centre: bool = False,
) -> Callable[[Callable[[Stage], None]], Callable[[Stage], None]]:
    """Declare a setting. ValueError when the name is taken."""

    def keep(draw: Callable[[Stage], None]) -> Callable[[Stage], None]:
        if name in _SETTINGS:
            raise ValueError(f"two settings of the kit are called '{name}'")
        _SETTINGS[name] = SettingInfo(
            name, draw, (name, *_row(words)), _row(kinds), inside, horizon, places, light, _row(options), centre
        )
        return draw

    return keep


def held_name(name: str, options: Mapping[str, str], slots: Mapping[str, str]) -> str:
    """A held thing with what is told of it, as one word: 'glass;holds=milk;slot drink=white'."""
    told = [f"{key}={value}" for key, value in options.items() if key in HELD_OPTIONS]
    return ";".join([name, *told, *(f"slot {slot}={value}" for slot, value in slots.items())])


def held_thing(text: str) -> tuple[str, dict[str, str], dict[str, str]]:
    """The name, options and slots of `held_name`."""
    name, *rest = text.split(";")
    told = dict(each.split("=", 1) for each in rest if "=" in each)
    slots = {key.removeprefix("slot "): value for key, value in told.items() if key.startswith("slot ")}
    return name, {key: value for key, value in told.items() if key in HELD_OPTIONS}, slots


def _row(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def things() -> dict[str, ThingInfo]:
    """All things and animals by name."""
    return dict(_THINGS)


def settings() -> dict[str, SettingInfo]:
    """All settings by name."""
    return dict(_SETTINGS)


def found_thing(name: str) -> ThingInfo:
    """The thing of that name or with that word; UserError when the kit cannot draw it."""
    wanted = name.strip().lower()
    info = _THINGS.get(wanted) or next((each for each in _THINGS.values() if wanted in each.words), None)
    if info is None:
        raise UserError(f"The illustrator cannot draw '{name}'; choose one of {', '.join(sorted(_THINGS))}.")
    return info


def found_setting(name: str) -> SettingInfo:
    """The setting of that name or with that word; UserError when there is none."""
    wanted = name.strip().lower()
    info = _SETTINGS.get(wanted) or next((each for each in _SETTINGS.values() if wanted in each.words), None)
    if info is None:
        raise UserError(f"There is no setting '{name}'; choose one of {', '.join(sorted(_SETTINGS))}.")
    return info
