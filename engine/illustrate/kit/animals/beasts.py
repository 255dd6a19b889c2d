"""Four-legged animals from parameters: bones by pose, one cut silhouette, legs, tail; heads and coats come from tables.

Units: the builder's own, ground at y = 0, facing right; `Build.size` brings them to 100 for the tallest pose.
Example: `draw_beast(pen, Build(), heads.HORSE, Coat.of(pen, "fur"), "walk")`.
"""
# outlines are rows of points, tables rows of words: they read best as written
# fmt: off

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import Path, Point, oval, smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour

LYING = ("lie", "sleep")
_STRIDES: dict[str, tuple[tuple[float, float], ...]] = {
    "stand": ((-2, 0), (5, 0), (1, 0), (-5, 0)),
    "walk": ((9, 0), (-11, -1), (-9, 0), (11, -3)),
    "run": ((-25, -9), (-14, -3), (26, -11), (14, -17)),
}


@dataclass(frozen=True)
class Coat:
    """The colours of one animal and whether its eyes are shut. `far` is its side away from us."""

    coat: Colour
    pale: Colour
    dark: Colour
    far: Colour
    closed: bool = False
    pose: str = ""

    @staticmethod
    def of(pen: Pen, fur: Colour, pale: float = 0.6, dark: float = 0.5) -> Coat:
        """A coat from its main colour, which a person may choose."""
        coat = pen.slot("coat", fur)
        deep = pen.natural("dark fur")
        return Coat(coat, pen.mix(coat, pen.natural("feather"), pale), pen.mix(coat, deep, dark), shade(pen, coat, 0.3))


@dataclass(frozen=True)
class Build:
    """Lengths and places of a standing animal. `hip` and `shoulder` are the middles of rump and chest, which are round;
    `dip` sinks the back, `sag` lowers the belly; `leg`: half widths at root, knee and foot; `neck`: length, angle up
    from forward, half widths at base and head; `turn`: how far the nose points down; `tail`: points from the rump with
    half widths; `end`: what the tail ends in (tuft, hair, tip); `doze`: how
    high a sleeper's head lies."""

    hip: Point = (-25.0, -52.0)
    shoulder: Point = (23.0, -53.0)
    rump: float = 15.0
    chest: float = 16.0
    dip: float = 2.0
    sag: float = 1.0
    leg: tuple[float, float, float] = (8.0, 4.0, 3.4)
    hock: float = 5.0
    foot: str = "hoof"
    neck: tuple[float, float, float, float] = (26.0, 48.0, 13.0, 8.0)
    head: float = 1.0
    turn: float = 24.0
    tail: tuple[tuple[float, float, float], ...] = ((0, 0, 4), (-8, 14, 3), (-8, 30, 2))
    end: str = ""
    size: float = 1.0
    sit: float = 54.0
    spring: float = 7.0
    stride: float = 1.0
    doze: float = 14.0


Limb = tuple[Point, Point, Point]


@dataclass(frozen=True)
class Bones:
    """Where a pose puts them. Legs are near hind, far hind, near fore, far fore; `at` and `turn` place the head."""

    hip: Point
    shoulder: Point
    legs: tuple[Limb, Limb, Limb, Limb]
    neck: tuple[Point, Point]
    turn: float
    body: Path


@dataclass(frozen=True)
class Head:
    """`outline` joins the body's silhouette; `behind` draws what is on the far side, `over` eye, ears, mouth, horns.
    Head units: the neck's end at (0, 0), the nose to the right, about 40 long. `reach`: how far its nose is."""

    outline: Path
    over: Callable[[Pen, Coat], None]
    behind: Callable[[Pen, Coat], None] | None = None
    reach: float = 34.0


def eye(pen: Pen, x: float, y: float, size: float, closed: bool, white: float = 0.0) -> None:
    """An eye with its light; `white` is how much of the white shows around it."""
    dark = pen.mix(pen.r(0.0), pen.natural("dark fur"), 0.2)
    if closed:
        row = [(x - size * 1.2, y), (x, y + size * 0.8), (x + size * 1.2, y)]
        pen.line(row, dark, size * 0.55, ink=0.7, wobble=0.1)
        return
    if white:
        pen.shape(oval(x, y, size * (0.85 + white), size * (1 + white)), pen.r(1.0), shadow=0, edge=0, line=0.5,
            wobble=0.1)
    pen.shape(oval(x, y, size * 0.8, size), dark, shadow=0, edge=0, line=0, wobble=0.1)
    light = oval(x + size * 0.25, y - size * 0.35, size * 0.3)
    pen.shape(light, pen.r(1.0), shadow=0, edge=0, line=0, wobble=0)


def flat(pen: Pen, path: Path, colour: Colour, line: float = 0.0) -> None:
    """A mark on a form: no shadow, no edge."""
    pen.shape(path, colour, shadow=0, edge=0, line=line, wobble=0.4)


def shade(pen: Pen, colour: Colour, share: float) -> Colour:
    """A colour's shaded side: half way between the picture's shadow and a warm dark, so that fur stays fur."""
    return pen.mix(pen.shaded(colour, share * 0.55), pen.natural("dark fur"), share * 0.5)


def black(pen: Pen) -> Colour:
    """The black of noses, spots and feathers."""
    return pen.mix(pen.natural("rubber"), pen.r(0.0), 0.35)


# ---------------------------------------------------------------- bones


def bones(build: Build, pose: str, reach: float = 34.0) -> Bones:
    """Where everything is in a pose: stand, walk, run, sit, lie, sleep, eat or look up; `reach` is the head's length."""
    hip, shoulder = _trunk(build, pose)
    along = math.hypot(shoulder[0] - hip[0], shoulder[1] - hip[1])
    base = (shoulder[0] + build.chest * 0.25, shoulder[1] - build.chest * 0.25)
    length, angle = build.neck[0], build.neck[1]
    turn = build.turn
    if pose == "eat":
        turn = 60
        room = -base[1] - (reach * 0.84 + 5) * build.head
        angle = -math.degrees(math.asin(min(max(room / max(length, 1.0), -0.7), 0.97)))
    elif pose == "sleep":
        room = -base[1] - build.doze * build.head
        angle, turn = -math.degrees(math.asin(min(max(room / max(length, 1.0), -0.3), 0.9))), 8
    elif pose == "look up":
        angle, turn = angle + 14, turn - 44
    elif pose == "run":
        angle, turn = angle - 14, turn - 8
    elif pose == "sit":
        angle, turn = angle + 16, turn - 4
    end = (base[0] + length * math.cos(math.radians(angle)), base[1] - length * math.sin(math.radians(angle)))
    return Bones(hip, shoulder, _legs(build, pose, hip, shoulder), (base, end), turn, _body(build, hip, shoulder,
        along))


def _trunk(build: Build, pose: str) -> tuple[Point, Point]:
    (hx, hy), (sx, sy) = build.hip, build.shoulder
    along = math.hypot(sx - hx, sy - hy)
    if pose == "sit":
        hip = (hx * 0.7, -build.rump * 0.98)
        a = math.radians(build.sit)
        return hip, (hip[0] + along * math.cos(a), hip[1] - along * math.sin(a))
    if pose in LYING:
        return (hx, -build.rump * 0.9), (sx, -build.chest * 0.92)
    if pose == "run":
        return (hx, hy - build.spring * 0.6), (sx, sy - build.spring)
    return (hx, hy), (sx, sy)


def _legs(build: Build, pose: str, hip: Point, shoulder: Point) -> tuple[Limb, Limb, Limb, Limb]:
    steps = _STRIDES.get(pose, _STRIDES["stand"])
    tall = max(-build.hip[1], 20.0) / 52 * build.stride
    made: list[Limb] = []
    for i, (dx, dy) in enumerate(steps):
        hind = i < 2
        root = (hip[0] - build.rump * 0.15, hip[1] + 2) if hind else (shoulder[0] - 1, shoulder[1] + 3)
        lift = 0.0 if pose != "run" else build.spring * 0.4
        end = (root[0] + dx * tall + (-1 if hind else 1), -build.leg[2] * 0.5 + dy * tall - lift)
        bend = -build.hock if hind else build.hock * 0.35
        middle = ((root[0] + end[0]) / 2 + bend, root[1] * 0.48 + end[1] * 0.52)
        made.append((root, middle, end))
    return made[0], made[1], made[2], made[3]


def _body(build: Build, hip: Point, shoulder: Point, along: float) -> Path:
    """An outline around the rump and the chest."""
    ax, ay = (shoulder[0] - hip[0]) / along, (shoulder[1] - hip[1]) / along
    ux, uy = ay, -ax  # up, away from the belly
    if uy > 0:
        ux, uy = -ux, -uy
    middle = ((hip[0] + shoulder[0]) / 2, (hip[1] + shoulder[1]) / 2)
    half = (build.rump + build.chest) / 2

    def at(point: Point, forward: float, up: float) -> Point:
        return point[0] + ax * forward + ux * up, point[1] + ay * forward + uy * up

    r, c = build.rump, build.chest
    return smooth(
        [at(hip, -r * 0.96, r * 0.1), at(hip, -r * 0.66, r * 0.78), at(hip, r * 0.1, r), at(middle, 0,
            half * 0.96 - build.dip),
         at(shoulder, -c * 0.2, c), at(shoulder, c * 0.62, c * 0.72), at(shoulder, c * 0.96, -c * 0.05),
         at(shoulder, c * 0.55, -c * 0.82), at(shoulder, -c * 0.2, -c), at(middle, 0, -half * 0.86 - build.sag),
         at(hip, r * 0.1, -r * 0.86), at(hip, -r * 0.7, -r * 0.62)]
    )


# ---------------------------------------------------------------- drawing


def _leg(build: Build, row: Limb) -> Path:
    a, b, c = build.leg
    root, middle, end = row
    knee = ((root[0] + middle[0] * 2) / 3, (root[1] + middle[1] * 2) / 3)
    return tube([root, knee, middle, end], [a, (a + b) / 2, b, c])


def _folded(build: Build, hip: Point, shoulder: Point, sitting: bool) -> tuple[Path, list[Point]]:
    """The near legs of one who lies or sits, and where its feet are."""
    r, c, w = build.rump, build.chest, build.leg[2]
    haunch = oval(hip[0] + r * 0.12, hip[1] + r * 0.06, r * 0.9, r * 0.84)
    toe = (hip[0] + r * 1.35, -w)
    hind = haunch | tube([(hip[0] + r * 0.1, -w * 1.1), toe], [w * 1.25, w])
    if sitting:
        foot = (shoulder[0] + 2, -w * 0.6)
        fore = tube([shoulder, (shoulder[0] + 3, shoulder[1] * 0.5), foot], [build.leg[0], build.leg[1], w])
        return hind | fore, [toe, foot]
    if build.foot == "hoof":
        knee = (shoulder[0] + c * 0.95, -w * 1.15)
        fore = tube([(shoulder[0], shoulder[1] + 2), knee], [build.leg[0], w * 1.1]) | tube(
            [knee, (shoulder[0] - c * 0.1, -w)], [w * 1.1, w]
        )
        return hind | fore, [toe, (shoulder[0] - c * 0.15, -w)]
    toes = (shoulder[0] + c * 1.5, -w)
    fore = tube([(shoulder[0] + 1, -c * 0.6), (shoulder[0] + c * 0.7, -w * 1.4), toes], [build.leg[0] * 0.8, w * 1.15,
        w])
    return hind | fore, [toe, toes]


def _feet(pen: Pen, build: Build, ends: list[Point], coat: Coat, far: bool = False) -> None:
    w = build.leg[2]
    for x, y in ends:
        if build.foot == "hoof":
            hoof = smooth([(x - w * 1.05, y + w * 0.5), (x - w, y - w * 0.7), (x + w * 0.9, y - w * 0.7), (x + w * 1.5,
                y + w * 0.5)], curve=0.4)
            flat(pen, hoof, pen.mix(black(pen), coat.dark, 0.4), 0.5)
        elif build.foot == "pad":
            for i in (-0.6, 0.0, 0.6):
                flat(pen, oval(x + w * (i + 0.2), y + w * 0.25, w * 0.26, w * 0.24), pen.mix(coat.pale,
                    pen.natural("bone"), 0.5))
        else:
            paw = smooth([(x - w * 1.1, y + w * 0.5), (x - w, y - w * 0.6), (x + w * 0.8, y - w * 0.6), (x + w * 2.0,
                y + w * 0.5)], curve=0.9)
            pen.shape(paw, coat.far if far else coat.coat, shadow=0.3, edge=0.3, line=0.6, wobble=0.3)


def _tail(pen: Pen, build: Build, frame: Bones, coat: Coat, pose: str) -> None:
    if not build.tail:
        return
    x, y = frame.hip[0] - build.rump * 0.72, frame.hip[1] - build.rump * 0.42
    rise = -18 if pose == "run" else 0
    floor = -2.0
    row = [(x + dx - (abs(dy) * 0.3 if pose == "run" else 0),
        min(y + dy * (0.45 if pose == "run" else 1) + rise * (i > 0) * 0.4, floor))
           for i, (dx, dy, _) in enumerate(build.tail)]
    halves = [each[2] for each in build.tail]
    if build.end == "hair":
        pen.shape(tube(row, halves), coat.dark, form=0.3, form_width=3)
        return
    pen.shape(tube(row, halves), coat.coat, form=0.3, form_width=3)
    (px, py), (ex, ey) = row[-2], row[-1]
    far = max(math.hypot(ex - px, ey - py), 1e-6)
    dx, dy = (ex - px) / far, (ey - py) / far
    if build.end == "tuft":
        pen.shape(tube([(ex - dx * 2, ey - dy * 2), (ex + dx * 5, ey + dy * 5), (ex + dx * 12, ey + dy * 12)], [2.0,
            4.4, 0.8]), coat.dark, wobble=0.4)
    if build.end == "tip":
        h = halves[-2]
        pen.shape(tube([(ex - dx * h * 1.6, ey - dy * h * 1.6), (ex, ey)], [h * 0.82, halves[-1]]), coat.pale,
            shadow=0, edge=0.3, line=0.5)


def draw_beast(
    pen: Pen, build: Build, head: Head, coat: Coat, pose: str,
    marks: Callable[[Pen, Bones, Path, Coat], None] | None = None,
    behind: Callable[[Pen, Bones, Coat], None] | None = None,
) -> Bones:
    """Draw the animal. `marks` paints patterns on the finished silhouette (it gets its path to cut them with), `behind`
    what lies behind it, such as a mane."""
    own = pen.at(0, 0, build.size)
    coat = replace(coat, closed=pose == "sleep", pose=pose)
    frame = bones(build, pose, head.reach)
    (bx, by), (hx, hy) = frame.neck
    head_pen = own.at(hx, hy, build.head, frame.turn)
    low = pose in LYING or pose == "sit"
    if head.behind:
        head.behind(head_pen, coat)
    if not low:
        far = (frame.legs[1], frame.legs[3])
        for row in far:
            own.shape(_leg(build, row), coat.far, form=0.2, form_width=2)
        _feet(own, build, [row[2] for row in far], coat, far=True)
    _tail(own, build, frame, coat, pose)
    if behind:
        behind(own, frame, coat)
    skull = head.outline.scaled(build.head).turned(frame.turn).moved(hx, hy)
    whole = frame.body | tube([(bx - build.chest * 0.3, by + build.chest * 0.25), (bx, by), (hx, hy)],
        [build.neck[2] * 0.9, build.neck[2], build.neck[3]])
    whole = whole | skull
    if low:
        legs, feet = _folded(build, frame.hip, frame.shoulder, pose == "sit")
        whole = whole | legs
    else:
        feet = [frame.legs[0][2], frame.legs[2][2]]
        whole = whole | _leg(build, frame.legs[0]) | _leg(build, frame.legs[2])
    _feet(own, build, feet if build.foot == "paw" else [], coat)
    own.shape(whole, coat.coat, form=0.34, form_width=7, rim=True, rim_width=1.8, wobble=0.6)
    _feet(own, build, [] if build.foot == "paw" else feet, coat)
    if marks:
        marks(own, frame, whole, coat)
    _creases(own, build, frame, coat, low)
    head.over(head_pen, coat)
    return frame


def _creases(pen: Pen, build: Build, frame: Bones, coat: Coat, low: bool) -> None:
    """The lines of haunch and shoulder."""
    (hx, hy), (sx, sy) = frame.hip, frame.shoulder
    r, c = build.rump, build.chest
    colour = shade(pen, coat.coat, 0.4)
    if low:
        pen.line([(hx - r * 0.1, hy - r * 0.72), (hx + r * 0.75, hy - r * 0.4), (hx + r * 0.95, hy + r * 0.3)], colour,
            1.1, ink=0.6)
    else:
        pen.line([(hx + r * 0.42, hy - r * 0.2), (hx + r * 0.62, hy + r * 0.4), (hx + r * 0.35, hy + r * 0.9)], colour,
            1.1, ink=0.6)
        pen.line([(sx - c * 0.5, sy + c * 0.1), (sx - c * 0.62, sy + c * 0.5), (sx - c * 0.45, sy + c * 0.9)], colour,
            1.1, ink=0.6)
