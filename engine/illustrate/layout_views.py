"""How near a shot is seen: its framing as numbers, for the setting, the shape of the picture and the candidate.

Knows places of settings; places nothing. Example: `view_of(told, info, frame, 0).person` is a person's height.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.illustrate.frame import Frame
from engine.illustrate.kit.registry import Place, SettingInfo
from engine.illustrate.layout_boxes import LYING, SITTING, Cluster
from engine.illustrate.layout_sizes import info_of, is_mark, natural, small
from engine.illustrate.words.record import Actor, Told

if TYPE_CHECKING:
    from engine.illustrate.scene import Framing

_WHOLE = frozenset({*LYING, *SITTING, "kneel", "crouch", "run", "walk", "dance", "push", "ride", "swim", "climb", "jump",
                    "pull", "fall", "crawl", "kick", "press", "fish", "skip", "cross_legged", "sit_ground", "surf", "ski", "string", "fight", "juggle"})  # fmt: skip
_FACTORS = (1.0, 1.0, 1.14, 0.84)
_NEAR_FEET = 0.87
_TOWERING = 2.8
"""Times a person: rockets and towers fill a wide view."""
_HIGH = 0.65
SKYLINE = 0.24
"""The depth of mountains: nearer hills, fields and water hide their foot."""
_WALLED = frozenset({"town", "building"})
"""Where houses or trees would hide all of a mountain, it stands before them."""


@dataclass(frozen=True)
class View:
    """`person`: a grown person's height in units; `hero`: the height that the hero must have instead (0: none);
    `room`: the most that anything may be tall; `cut`: bodies may leave the picture below; `third`: where the hero is."""

    framing: Framing
    person: float
    hero: float
    room: float
    zoom: float
    cut: bool
    insert: bool
    third: float
    stretch: float
    ground: float

    def stand(self, place: Place, frame: Frame, group: Cluster, scale: float) -> tuple[float, float]:
        """The height on the picture (units) and the depth at which a group stands."""
        if self.cut:
            top = (0.13 if self.framing == "medium" else 0.09) * frame.height
            # Who is too small to leave the picture below stands on its ground, and does not hang by the head.
            return max(top - group.bounds[1] * scale, _NEAR_FEET * frame.height), min(0.9, place.near + 0.02)
        share = self.ground if place.kind != "water" or self.insert else min(self.ground, place.y_near - 0.02)
        if self.framing == "wide":
            share = min(max(share, place.y_far), max(place.y_near, place.y_far))
        t = (share - place.y_far) / max(place.y_near - place.y_far, 1e-6)
        depth = place.far + (place.near - place.far) * min(max(t, 0.0), 1.0)
        if (info := info_of(group.parts[0].actor)) and info.contact == "float" and not self.insert:
            depth = min(depth, place.near)
        if self.insert:
            depth = max(depth, 0.84)
        return share * frame.height, min(depth, 0.92)

    def far(self, place: Place, frame: Frame) -> tuple[float, float]:
        """Height and depth of scenery behind the company."""
        t = 0.18
        share = place.y_far + (place.y_near - place.y_far) * t
        share = 0.55 + (share - 0.55) * (1 + (self.zoom - 1) * 0.6) if self.zoom > 1 else share
        return min(share, 0.8) * frame.height, place.far + (place.near - place.far) * t

    def skyline(self, name: str, info: SettingInfo, place: Place, frame: Frame) -> tuple[float, float]:
        """Height and depth of a mountain's foot: at the horizon, behind the land. An island lies in its water."""
        y = min(max(info.horizon + 0.05, 0.5), 0.66) * frame.height
        walled = info.name == "forest" or not _WALLED.isdisjoint(info.kinds)
        return y, max(0.3, place.far - 0.06) if walled or name == "island" else SKYLINE


def view_of(told: Told, info: SettingInfo, frame: Frame, variant: int) -> View:
    """The view that a shot's framing asks for, as far as what is in it allows."""
    side = min(frame.height, 1.3 * frame.width)
    factor = _FACTORS[variant]
    framing = _framing(told, info)
    ground = ground_of(info)
    at = _wide_ground(ground)
    room = 0.7 * frame.height
    if framing == "close":
        return View("close", min(1.6 * side * factor, 1.42 * frame.height), 0, 9e9, 1.8, True, False, 0.42, 1.0, 1.0)
    if framing == "medium":
        return View("medium", _medium_person(frame, side, factor), 0, 9e9, 1.4, True, False, 0.37, 1.0, 1.0)
    if framing == "insert":
        return View(
            "insert", 0.8 * side, _near_hero(told, info) * side * factor, room, 1.7, False, True, 0.45, 1.7, 0.76
        )
    if framing == "full":
        person = min(0.66 * side * factor, 0.85 * at * frame.height)
        return View("full", person, 0, room, 1.14, False, False, 0.34, 1.0, at)
    person = _wide_person(ground, frame, side) * factor
    hero = 0.0
    if told.actors and all(actor.family == "thing" for actor in told.actors):
        tallest = max(natural(actor) for actor in told.actors)
        share = min(max(1.5 * tallest * person / side, 0.24), 0.62 if tallest > _TOWERING else 0.44)
        hero = share * side * factor
    elif told.actors and all(actor.family != "person" for actor in told.actors):
        tallest = max(natural(actor) for actor in told.actors)
        hero = 0.3 * side * factor if tallest < 0.7 else 0.0
    return View("wide", person, hero, room, 1.0, False, False, 0.34, 1.25, _wide_ground(ground))


def _medium_person(frame: Frame, side: float, factor: float) -> float:
    """Whole, or cut at the thighs: nobody is cut at the ankles."""
    whole = side * factor
    return whole if whole <= (_NEAR_FEET - 0.05) * frame.height else max(1.22 * whole, 1.12 * side)


def _near_hero(told: Told, info: SettingInfo) -> float:
    """The hero's share of a near view: less on a meadow, where the land around tells how large it is."""
    kinds = [kind for actor in told.actors if (kind := info_of(actor)) is not None]
    large = any(kind.metres > 2.2 or kind.contact == "float" for kind in kinds)
    return 0.46 if info.inside or large or told.diagram or info.name == "abstract" else 0.36


def ground_of(info: SettingInfo) -> Place:
    """The ground nearest to us."""
    grounds = [place for place in info.places if place.kind in ("ground", "floor", "road")]
    return max(grounds, key=lambda place: place.person_near) if grounds else info.places[0]


def shore(info: SettingInfo) -> bool:
    """Whether water lies beside the ground, so that nobody may stand where there is room."""
    ground = ground_of(info)
    return any(place.kind == "water" for place in info.places) and ground.x[1] - ground.x[0] < 0.75


def _wide_ground(place: Place) -> float:
    """Where people stand in a wide view: near, but above the captions where the setting allows."""
    return min(max(0.79, place.y_far), max(place.y_near, place.y_far))


def _wide_person(place: Place, frame: Frame, side: float) -> float:
    share = _wide_ground(place)
    t = min(max((share - place.y_far) / max(place.y_near - place.y_far, 1e-6), 0.0), 1.0)
    person = place.person_far + (place.person_near - place.person_far) * t
    return min(max(person, 0.36 * side), 0.5 * side)


def _framing(told: Told, info: SettingInfo) -> Framing:
    framing = _asked(told, info)
    stands = {kind.contact for actor in told.actors if (kind := info_of(actor)) is not None}
    ashore = "ground" in stands and "float" not in stands
    if framing in ("medium", "close") and _over_water(info):  # nobody wades before a bridge
        return "full"
    return "full" if framing == "insert" and ashore and shore(info) else framing  # a bank is no table


def _over_water(info: SettingInfo) -> bool:
    """Whether the only ground is far above the picture's foot, with water before it: a bridge."""
    ground = ground_of(info)
    return ground.y_near < _HIGH and any(place.kind == "water" and place.y_near > 0.75 for place in info.places)


def _asked(told: Told, info: SettingInfo) -> Framing:
    asked = {"wide": "wide", "full": "full", "medium": "medium", "close": "close", "detail": "insert",
             "insert": "insert"}.get(told.framing, "medium")  # fmt: skip
    if told.diagram and not info.inside and all(map(is_mark, told.actors)) and len(told.shows) > len(told.actors):
        return "wide"  # a number of the place that is seen, whole, beside it
    people = [actor for actor in told.actors if actor.family == "person"]
    things = [actor for actor in told.actors if actor.family != "person"]
    whole = any(actor.pose in _WHOLE for actor in people) or any(_is_bus(actor) for actor in things)
    crowd = sum(actor.count for actor in people)
    if asked == "close":
        if not people:
            return "insert"
        return (
            "close"
            if crowd <= 2 and not _needed(told) and not whole
            else ("full" if whole or _needed(told) else "medium")
        )
    if asked == "medium":
        if not people:
            return "insert" if _small(told) or (told.setting == "abstract" and not people) else "full"
        return "full" if whole or _needed(told) or crowd > 3 or (told.relations and things) else "medium"
    if asked == "insert":
        if people:
            return "full" if things or whole else "medium"
        return "insert" if things else "wide"
    return "insert" if told.actors and _small(told) and (info.inside or told.diagram) else "wide"


def _is_bus(actor: Actor) -> bool:
    """Buses, trucks and trains are larger than people and want to be seen whole."""
    info = info_of(actor)
    return info is not None and info.category == "vehicle" and info.contact == "ground" and info.metres > 2.2


def _needed(told: Told) -> bool:
    """Whether there are things that a near view would cut off: all that stand on the ground."""
    found = [info_of(actor) for actor in told.actors if actor.family != "person"]
    return any(info is not None and info.contact not in ("air", "wall", "hang") and info.metres < 2.2 for info in found)


def _small(told: Told) -> bool:
    return all(small(actor) for actor in told.actors)
