"""What one picture holds, as data that a person can read and change: place, hour, weather, camera, things, light.

Knows nothing of drawing and nothing of words. Shares are of the picture: x 0 left to 1 right, y 0 top to 1 foot, depth
0 far to 1 near. Example: `Scene(setting="sea", time="night", things=(Thing(id="boat", kind="boat", x=0.3),))`.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Time = Literal["day", "dawn", "dusk", "night"]
Weather = Literal["clear", "cloud", "rain", "storm", "snow", "fog", "wind"]
Season = Literal["", "spring", "summer", "autumn", "winter"]
Framing = Literal["wide", "full", "medium", "close", "insert"]
Role = Literal["hero", "support", "background", "frame"]
Facing = Literal["left", "right", "front", "back"]
LightKind = Literal["sun", "moon", "lamp", "window", "fire", "beam", "sky"]
RelationKind = Literal[
    "on", "in", "under", "beside", "behind", "before", "above", "holding", "looking_at", "toward", "away_from"
]

FALLING = frozenset(["fall", "sink", "drop", "descend", "set", "dive"])
LEAPING = frozenset(["jump", "leap", "hop", "bounce", "skip", "fly"])
"""Verbs of `Thing.does` that lift somebody off the ground."""


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FigureSpec(_Record):
    """How a person looks in every shot of a film. Empty words leave the choice to the seed; colours are names
    ('red'), palette letters ('A'), or hex."""

    age: Literal["child", "young", "adult", "old"] = "adult"
    body: Literal["slim", "usual", "broad"] = "usual"
    woman: bool | None = None
    skin: str = ""
    hair: str = ""
    hair_colour: str = ""
    top: str = ""
    bottom: str = ""
    hat: str = ""
    extras: tuple[str, ...] = ()
    culture: str = ""
    colours: dict[str, str] = Field(default_factory=dict)


class Thing(_Record):
    """One placed thing, animal or person. `kind` is a name of the kit. Without `y` it stands on its place of the
    setting at its depth; without `height` (share of 720 units) its usual metres decide. `does` is a verb: what it does
    while a clip runs ('walk', 'come')."""

    id: str
    kind: str
    role: Role = "support"
    x: float = Field(default=0.5, ge=-0.5, le=1.5)
    y: float | None = Field(default=None, ge=-0.5, le=1.6)
    depth: float = Field(default=0.6, ge=0.0, le=1.0)
    height: float | None = Field(default=None, gt=0.0, le=4.0)
    place: str = ""
    pose: str = ""
    facing: Facing = "right"
    turn: float = Field(default=0.0, ge=-180.0, le=180.0)
    holding: tuple[str, ...] = ()
    feeling: str = ""
    colours: dict[str, str] = Field(default_factory=dict)
    options: dict[str, str] = Field(default_factory=dict)
    count: int = Field(default=1, ge=1, le=40)
    figure: FigureSpec | None = None
    does: str = ""


class Light(_Record):
    """Where the picture's one light comes from; `source` is the id of a thing that gives it, if one does."""

    kind: LightKind = "sky"
    x: float = Field(default=0.7, ge=-0.5, le=1.5)
    y: float = Field(default=0.2, ge=-0.5, le=1.5)
    colour: str = ""
    strength: float = Field(default=1.0, ge=0.0, le=1.5)
    source: str = ""


class Camera(_Record):
    """How the place is looked at; `zoom` enlarges the setting about `focus`, None lets the framing decide."""

    framing: Framing = "wide"
    horizon: float | None = Field(default=None, ge=0.05, le=0.95)
    angle: Literal["eye", "low", "high"] = "eye"
    zoom: float | None = Field(default=None, ge=1.0, le=4.0)
    focus_x: float = Field(default=0.5, ge=0.0, le=1.0)
    focus_y: float = Field(default=0.6, ge=0.0, le=1.0)


class Relation(_Record):
    """How two things stand to each other, as the words said; kept for people and checks, the places are in `things`."""

    subject: str
    kind: RelationKind
    object: str


class Scene(_Record):
    """One picture; `look` is the one that it was drawn in. Things that are held are named in `holding` of the one who holds: a kit name, not an id, with its options (`registry.held_name`)."""

    setting: str
    time: Time = "day"
    weather: Weather = "clear"
    season: Season = ""
    mood: str = ""
    palette: str = ""
    camera: Camera = Camera()
    things: tuple[Thing, ...] = ()
    light: Light | None = None
    relations: tuple[Relation, ...] = ()
    options: dict[str, str] = Field(default_factory=dict)
    seed: str = ""
    look: str = ""

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Scene:
        ids = [thing.id for thing in self.things]
        twice = next((each for each in ids if ids.count(each) > 1), None)
        if twice is not None:
            raise ValueError(f"two things of the scene have the id '{twice}'; give each its own")
        return self

    def thing(self, thing_id: str) -> Thing | None:
        """The thing with this id."""
        return next((each for each in self.things if each.id == thing_id), None)
