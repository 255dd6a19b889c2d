"""How each layer of a scene moves in its clip: what its drawing is (clouds drift, boats bob) and what its thing does.

Numbers only, in pixels of the picture and seconds, as the film engine's layered scenes take them; draws nothing. A verb
of the scene ('come', 'walk', 'fall') is a way gone once, with ease; everything else sways for ever without a loop's seam.
Example: `motion_of(layer, Ways.of(scene, layers), Clip(5.0, unit=1.2, width=1536))`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engine.illustrate.compose import Layer
from engine.illustrate.frame import seed_of
from engine.illustrate.scene import FALLING, Scene, Thing

Moves = dict[str, Any]
"""A motion as plain data; see `engine.film.sources.Motion` for what each name means."""

GOING = frozenset(["walk", "go", "run", "ride", "drive", "sail", "row", "travel", "swim", "march", "hurry", "rush", "race", "cross", "move", "roll", "follow", "chase", "lead", "cycle", "pedal", "flee", "escape", "gallop", "charge", "float", "drift", "fly", "soar", "glide", "stroll", "wander", "hike", "explore", "carry", "pull", "push", "haul", "wade", "crawl", "creep", "sneak", "pass", "climb", "leave_for"])  # fmt: skip
COMING = frozenset(["come", "approach", "arrive", "return", "enter", "appear", "near", "land", "reach", "emerge"])
LEAVING = frozenset(["leave", "depart", "disappear", "vanish", "fade", "retreat", "withdraw"])
RISING = frozenset(["rise", "ascend", "launch", "take_off", "lift", "float_up", "erupt", "climb_up"])
GROWING = frozenset(["grow", "swell", "expand", "increase", "bloom", "spread"])
SHRINKING = frozenset(["shrink", "melt", "wither", "decrease"])
LIVELY = frozenset(["dance", "jump", "leap", "hop", "play", "cheer", "clap", "celebrate", "laugh", "giggle", "skip"])
SHAKING = frozenset(["shake", "tremble", "shiver", "ring", "toll", "chime", "strike", "rattle"])
SPEAKING = frozenset(
    [
        "say",
        "speak",
        "talk",
        "tell",
        "shout",
        "call",
        "whisper",
        "ask",
        "answer",
        "sing",
        "announce",
        "explain",
        "teach",
    ]
)

_PACE = {"run": 0.2, "race": 0.2, "gallop": 0.2, "chase": 0.18, "fly": 0.2, "drive": 0.2, "ride": 0.18, "sail": 0.1}
_USUAL_PACE = 0.11
"""Shares of the picture's width in five seconds."""
_JOINED = ("on", "in", "holding")


@dataclass(frozen=True)
class Clip:
    """A clip's length in seconds, the pixels of a frame's unit, the picture's width in pixels, and the wind (-1 to 1)."""

    seconds: float
    unit: float
    width: int
    wind: float = 0.12


@dataclass(frozen=True)
class Ways:
    """What each thing does (by its id), on what it stands or rides (then it goes with that), and about which point of
    the picture (frame units) each turns."""

    does: Mapping[str, str]
    base: Mapping[str, str]
    things: Mapping[str, Thing]
    anchors: Mapping[str, tuple[float, float]]
    kinds: Mapping[str, str]

    @staticmethod
    def of(scene: Scene, layers: Sequence[Layer]) -> Ways:
        """The ways of a scene. Who sits in or on what can move goes with it, and makes it go."""
        things = {thing.id: thing for thing in scene.things}
        base = {r.subject: r.object for r in scene.relations if r.kind in _JOINED and r.object in things}
        base |= {f"{one}-seat": one for one in things if f"{one}-seat" in things}
        does = {thing.id: thing.does for thing in scene.things if thing.does}
        for rider, ridden in base.items():
            if ridden not in does and does.get(rider) in GOING | COMING | LEAVING:
                does[ridden] = does[rider]
        own = [layer for layer in layers if layer.thing and layer.motion.anchor]
        anchors = {layer.thing: layer.motion.anchor for layer in own if layer.motion.anchor}
        kinds = {layer.thing: layer.motion.kind for layer in own if layer.blend == "over"}
        return Ways(does, base, things, anchors, kinds)

    def root(self, thing: str) -> str:
        """What carries a thing in the end; itself where nothing does."""
        seen = {thing}
        while thing in self.base and self.base[thing] not in seen:
            thing = self.base[thing]
            seen.add(thing)
        return thing


def motion_of(layer: Layer, ways: Ways, clip: Clip) -> Moves:
    """How a layer moves; empty where it stays as it is."""
    light = _light(layer, clip) if layer.blend == "screen" else {}
    own = ways.things.get(layer.thing)
    if own is None:
        return light or _scenery(layer, clip)
    root = ways.things[ways.root(own.id)]
    at = ways.anchors.get(root.id, (0.0, 0.0))
    verb = ways.does.get(root.id, "")
    moves = _gone(root, verb, clip) | _bearing(root, ways.kinds.get(root.id, "still"), verb, clip)
    if layer.blend == "screen":
        moves.pop("roll", None)  # a glow goes along and does not turn
    moves |= light
    return {"anchor": [round(side * clip.unit, 2) for side in at], **moves} if moves else {}


# ---------------------------------------------------------------- ways gone once


def _gone(thing: Thing, verb: str, clip: Clip) -> Moves:
    """The way that a verb means, from before its place in the picture to beyond it."""
    toward = -1.0 if thing.facing == "left" else 1.0 if thing.facing == "right" else 0.0
    share = _PACE.get(verb, _USUAL_PACE) * min(max(clip.seconds / 5.0, 0.5), 1.3)
    reach = min(share * clip.width, _room(thing, clip, toward))
    tall = (thing.height or 0.2) * 720 * clip.unit
    if verb in GOING and toward:
        return _poses(clip, (-reach / 2 * toward, 0.0), (reach / 2 * toward, 0.0))
    if verb in COMING:
        return _poses(clip, (-reach * toward * 0.6, 0.0), (0.0, 0.0), 0.86, 1.0)
    if verb in LEAVING:
        return _poses(clip, (0.0, 0.0), (reach * toward * 0.6, 0.0), 1.0, 0.86)
    if verb in RISING:
        return _poses(clip, (0.0, 0.14 * tall), (0.0, -0.14 * tall))
    if verb in FALLING:
        return _poses(clip, (0.0, -0.16 * tall), (0.0, 0.0))
    if verb in GROWING:
        return _poses(clip, (0.0, 0.0), (0.0, 0.0), 0.84, 1.0)
    if verb in SHRINKING:
        return _poses(clip, (0.0, 0.0), (0.0, 0.0), 1.0, 0.86)
    return {}


def _room(thing: Thing, clip: Clip, toward: float) -> float:
    """How far it may go and stay in the picture."""
    ahead = 0.9 - thing.x if toward > 0 else thing.x - 0.1
    return max(0.02, 2 * min(ahead, 0.4)) * clip.width


def _poses(
    clip: Clip, start: tuple[float, float], end: tuple[float, float], small: float = 1.0, large: float = 1.0
) -> Moves:
    """From one place to another over the clip, as large as told at both."""
    rows = ((0.0, start, small), (clip.seconds, end, large))
    return {"poses": [[at, [round(x, 2), round(y, 2)], [scale, scale], 0.0, 1.0] for at, (x, y), scale in rows]}


# ---------------------------------------------------------------- what never ends


def _wave(reach: float, period: float, *names: object) -> list[float]:
    """To and fro, out of step with all others."""
    return [round(reach, 4), period, round(seed_of("phase", *names) % 997 / 997, 4)]


def _bearing(thing: Thing, kind: str, verb: str, clip: Clip) -> Moves:
    """How a thing keeps moving where it is: afloat, in the wind, breathing, at play."""
    u, name = clip.unit, thing.id
    tall = (thing.height or 0.2) * 720 * u
    if verb in SHAKING:
        return {
            "roll": _wave(3.0 if thing.kind in ("bell", "bell post") else 0.8, 1.1 if kind == "sway" else 0.4, name)
        }
    if verb in LIVELY and kind in ("walk", "breathe", "hop"):
        return {"bob": _wave(0.022 * tall, 0.62, name), "roll": _wave(2.2, 1.24, name)}
    if kind == "bob":
        return {"bob": _wave(3.2 * u, 2.6, name), "roll": _wave(1.6, 3.4, name, "roll")}
    if kind in ("walk", "hop") and verb in GOING | COMING | LEAVING:
        return {"bob": _wave(0.008 * tall, 0.34, name)}
    if kind in ("walk", "breathe", "hop"):
        more = {"roll": _wave(0.5, 1.7, name, "roll")} if verb in SPEAKING else {}
        return {"swell": _wave(0.0035, 3.6, name), **more}
    if kind == "sway":
        return {"roll": _wave(1.0, 3.8, name)}
    if kind == "flutter":
        return {"roll": _wave(0.45 + 1.0 * abs(clip.wind), 2.9, name), "swell": _wave(0.004, 2.3, name, "swell")}
    if kind == "drift":
        return {"sway": _wave(5 * u, 5.2, name), "bob": _wave(4 * u, 3.1, name, "bob")}
    if kind in ("flicker", "rise"):
        return {"swell": _wave(0.012, 0.9, name), "roll": _wave(0.8, 1.3, name, "roll")}
    if kind == "wave":
        return {"sway": _wave(5 * u, 4.6, name), "bob": _wave(3 * u, 3.2, name, "bob")}
    if kind == "roll" and verb in GOING | COMING | LEAVING:
        return {"bob": _wave(0.7 * u, 0.5, name)}
    if kind in ("twinkle", "glint"):
        return {"swell": _wave(0.03, 2.2, name)}
    return {}


def _scenery(layer: Layer, clip: Clip) -> Moves:
    """How a sheet of the place itself moves."""
    u, name, kind = clip.unit, layer.name, layer.motion.kind
    blow = 1.0 if clip.wind >= 0 else -1.0
    height, width = layer.pixels.shape[:2]
    if kind == "drift":
        return {"drift": [round(blow * (2.2 + 5 * layer.depth) * u, 2), 0.0]}
    if kind == "sway":
        return {"sway": _wave((2.5 + 4 * layer.depth) * u, 5.6, name), "bob": _wave(1.2 * u, 4.3, name, "bob")}
    if kind == "wave":
        return {"sway": _wave(6 * u, 5.0, name), "bob": _wave(2.2 * u, 3.4, name, "bob")}
    if kind == "bob":
        return {"bob": _wave(2.4 * u, 3.0, name)}
    if kind == "flutter":
        return {"sway": _wave((1.2 + 3 * abs(clip.wind)) * u, 3.1, name)}
    if kind == "rain":
        return {"drift": [round(clip.wind * 170 * u, 1), round(640 * u, 1)], "wrap": [width, height]}
    if kind == "snow":
        fall = (30 + 34 * layer.depth) * u
        return {"drift": [round(clip.wind * 26 * u, 1), round(fall, 1)], "wrap": [width, height],
                "sway": _wave(7 * u, 4.4, name)}  # fmt: skip
    if kind == "rise":
        return {"bob": _wave(3 * u, 4.0, name), "sway": _wave(3 * u, 5.3, name, "sway")}
    if kind == "twinkle":
        return {"twinkle": [0.4, 2.4, round(18 * u, 1), seed_of(name) % 9973]}
    return {}


def _light(layer: Layer, clip: Clip) -> Moves:
    """How a light burns; rain is a sheet of light too."""
    name, kind, u = layer.name, layer.motion.kind, clip.unit
    phase = seed_of("light", name) % 97 / 97
    if kind in ("twinkle", "glint"):
        grain, period = (18, 2.4) if kind == "twinkle" else (13, 1.8)
        more = {"sway": _wave(3 * u, 4.8, name)} if kind == "glint" else {}
        return {"twinkle": [0.42, period, round(grain * u, 1), seed_of(name) % 9973], **more}
    if kind == "flicker":
        return {"flicker": {"base": 0.93, "waves": [[0.045, 1.7, phase], [0.025, 3.9, 1 - phase]]}}
    if kind == "beam":
        return {"flicker": {"base": 0.92, "waves": [[0.08, 0.31, phase]]}}
    return _scenery(layer, clip) if kind in ("rain", "snow") else {}
