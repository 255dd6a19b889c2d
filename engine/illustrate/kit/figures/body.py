"""A person's bones: proportions by age and body, poses as angles, and where that puts every joint.

Units: 100 tall standing, feet at (0, 0), facing right, y down. Angles are degrees from straight down, forward positive.
Example: `joints(proportions(spec), POSES["walk"]).hand` is where the near hand is.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from engine.illustrate.scene import FigureSpec

Point = tuple[float, float]


@dataclass(frozen=True)
class Proportions:
    """Lengths in units of a standing figure's 100: `head` is its height without hat, `girth` widens everything."""

    head: float
    neck: float
    torso: float
    upper: float
    fore: float
    thigh: float
    shin: float
    shoulder: float
    hip: float
    girth: float
    stoop: float = 0.0


@dataclass(frozen=True)
class Pose:
    """Angles: `lean` of the torso, `nod` of the head (down positive), arms and legs as (upper, lower), all absolute.
    `near` is the side toward us. `turn` lays the whole body down. `closed`: eyes shut. `rests`: needs something under
    it at hip height (a seat) of that share of the leg."""

    lean: float = 0.0
    nod: float = 0.0
    near_arm: tuple[float, float] = (-6.0, 8.0)
    far_arm: tuple[float, float] = (8.0, 18.0)
    near_leg: tuple[float, float] = (-3.0, -2.0)
    far_leg: tuple[float, float] = (4.0, 2.0)
    turn: float = 0.0
    lift: float = 0.0
    closed: bool = False
    seated: bool = False


POSES: dict[str, Pose] = {
    "stand": Pose(),
    "walk": Pose(lean=3, near_arm=(-24, -6), far_arm=(24, 44), near_leg=(22, 12), far_leg=(-18, -34)),
    "run": Pose(lean=14, near_arm=(-48, 30), far_arm=(40, 120), near_leg=(52, -8), far_leg=(-30, -86), lift=3),
    "sit": Pose(lean=-2, near_arm=(18, 62), far_arm=(26, 66), near_leg=(84, 4), far_leg=(88, 12), seated=True),
    "kneel": Pose(lean=6, near_arm=(22, 58), far_arm=(30, 66), near_leg=(8, -88), far_leg=(72, -4)),
    "lie": Pose(near_arm=(14, 40), far_arm=(-20, -10), near_leg=(10, 2), far_leg=(-4, -2), turn=-84, closed=True),
    "lean": Pose(lean=24, nod=6, near_arm=(34, 88), far_arm=(44, 92), near_leg=(-8, -12), far_leg=(8, -4)),
    "reach": Pose(lean=8, nod=-8, near_arm=(118, 128), far_arm=(20, 40), near_leg=(-10, -12), far_leg=(12, 6)),
    "wave": Pose(nod=-3, near_arm=(-8, 14), far_arm=(116, 176), near_leg=(-5, -4), far_leg=(7, 4)),
    "hold": Pose(nod=5, near_arm=(16, 92), far_arm=(26, 98)),
    "carry": Pose(lean=-5, near_arm=(20, 84), far_arm=(30, 90), near_leg=(12, 6), far_leg=(-12, -20)),
    "push": Pose(lean=22, near_arm=(70, 86), far_arm=(62, 80), near_leg=(-26, -38), far_leg=(26, 4)),
    "point": Pose(near_arm=(-8, 6), far_arm=(88, 90), near_leg=(-6, -5), far_leg=(8, 4)),
    "look_up": Pose(lean=-5, nod=-24, near_arm=(-8, 2), far_arm=(6, 12)),
    "look_down": Pose(lean=4, nod=20, near_arm=(0, 20), far_arm=(10, 28)),
    "umbrella": Pose(near_arm=(8, 150), far_arm=(14, 40)),
    "read": Pose(nod=16, near_arm=(12, 104), far_arm=(24, 106)),
    "ride": Pose(lean=24, near_arm=(62, 84), far_arm=(26, 106), near_leg=(42, 12), far_leg=(61, -49), seated=True,
        lift=18),
    "drive": Pose(lean=-2, near_arm=(52, 84), far_arm=(58, 88), near_leg=(80, 14), far_leg=(86, 24), seated=True),
    "dance": Pose(lean=-6, nod=-6, near_arm=(-96, -140), far_arm=(104, 150), near_leg=(-10, -6), far_leg=(50, -30)),
    "crouch": Pose(lean=26, nod=4, near_arm=(30, 70), far_arm=(38, 76), near_leg=(88, -46), far_leg=(100, -34)),
    "sleep": Pose(near_arm=(14, 60), far_arm=(10, 40), near_leg=(24, -12), far_leg=(8, -18), turn=-86, closed=True),
    "think": Pose(nod=8, near_arm=(18, 152), far_arm=(24, 84)),
    "sit_ground": Pose(lean=-8, near_arm=(24, 70), far_arm=(32, 74), near_leg=(124, 30), far_leg=(132, 40),
        seated=True),
    "cross_legged": Pose(near_arm=(22, 66), far_arm=(26, 72), near_leg=(88, -92), far_leg=(84, -70), seated=True),
    "bow": Pose(lean=42, nod=24, near_arm=(20, 30), far_arm=(26, 36), near_leg=(-4, -3), far_leg=(3, 2)),
    "pray": Pose(nod=14, near_arm=(18, 138), far_arm=(24, 140)),
    "eat": Pose(nod=6, near_arm=(26, 142), far_arm=(30, 78)),
    "climb": Pose(lean=10, nod=-16, near_arm=(120, 156), far_arm=(146, 170), near_leg=(62, -12), far_leg=(-4, -10)),
    "jump": Pose(lean=4, nod=-8, near_arm=(-130, -156), far_arm=(138, 160), near_leg=(34, -40), far_leg=(-8, -52),
        lift=12),
    "pull": Pose(lean=-20, near_arm=(62, 84), far_arm=(54, 80), near_leg=(24, 10), far_leg=(44, 22)),
    "throw": Pose(lean=-10, near_arm=(-110, -150), far_arm=(70, 84), near_leg=(-16, -20), far_leg=(24, 8)),
    "write": Pose(lean=14, nod=18, near_arm=(26, 82), far_arm=(34, 88)),
    "cry": Pose(lean=6, nod=22, near_arm=(28, 158), far_arm=(36, 160)),
    "shout": Pose(lean=4, nod=-10, near_arm=(30, 148), far_arm=(12, 40)),
    "hug": Pose(lean=6, nod=4, near_arm=(62, 104), far_arm=(72, 110)),
    "sweep": Pose(lean=14, nod=10, near_arm=(30, 46), far_arm=(44, 60), near_leg=(-10, -14), far_leg=(14, 6)),
    "fish": Pose(near_arm=(24, 76), far_arm=(32, 84)),
    "arms_crossed": Pose(near_arm=(12, 96), far_arm=(10, 84)),
    "hands_on_hips": Pose(near_arm=(-42, 34), far_arm=(44, -30)),
    "salute": Pose(near_arm=(64, 172), far_arm=(4, 6)),
    "fly": Pose(lean=8, nod=-34, near_arm=(14, 18), far_arm=(158, 166), near_leg=(-6, -10), far_leg=(4, -4), turn=66,
        lift=6),
    "swim": Pose(nod=-46, near_arm=(46, 84), far_arm=(160, 168), near_leg=(-8, -4), far_leg=(10, -2), turn=78, lift=2),
    "fall": Pose(lean=-16, nod=-12, near_arm=(-120, -140), far_arm=(120, 150), near_leg=(60, 20), far_leg=(84, 30),
        lift=8),
    "work": Pose(lean=9, nod=14, near_arm=(30, 84), far_arm=(44, 92)),
    "dig": Pose(lean=18, nod=12, near_arm=(38, 40), far_arm=(56, 66), near_leg=(-12, -16), far_leg=(20, 4)),
    "stir": Pose(lean=10, nod=14, near_arm=(36, 98), far_arm=(24, 70)),
    "lift": Pose(nod=-10, near_arm=(104, 158), far_arm=(112, 164), near_leg=(-6, -5), far_leg=(8, 5)),
    "press": Pose(nod=-8, near_arm=(152, 176), far_arm=(158, 178), near_leg=(-14, -8), far_leg=(18, 8)),
    "sit_read": Pose(lean=-3, nod=18, near_arm=(20, 96), far_arm=(30, 100), near_leg=(84, 4), far_leg=(88, 12),
        seated=True),
    "sit_hold": Pose(lean=-2, nod=6, near_arm=(22, 92), far_arm=(32, 98), near_leg=(84, 4), far_leg=(88, 12),
        seated=True),
    "sit_eat": Pose(lean=-1, nod=6, near_arm=(26, 138), far_arm=(32, 80), near_leg=(84, 4), far_leg=(88, 12),
        seated=True),
    "sit_write": Pose(lean=10, nod=20, near_arm=(34, 84), far_arm=(42, 88), near_leg=(84, 4), far_leg=(88, 12),
        seated=True),
    "give": Pose(lean=6, nod=2, near_arm=(40, 78), far_arm=(10, 20), near_leg=(-5, -4), far_leg=(9, 5)),
    "kick": Pose(lean=-10, nod=6, near_arm=(-36, -6), far_arm=(46, 70), near_leg=(56, 46), far_leg=(-8, -12)),
    "juggle": Pose(nod=-14, near_arm=(18, 80), far_arm=(40, 96), near_leg=(-6, -5), far_leg=(8, 5)),
    "fight": Pose(lean=10, near_arm=(34, 150), far_arm=(82, 92), near_leg=(-24, -32), far_leg=(26, 8)),
    "crawl": Pose(lean=72, nod=-42, near_arm=(-4, -2), far_arm=(18, 12), near_leg=(16, -84), far_leg=(-4, -88)),
    "groom": Pose(nod=-4, near_arm=(84, 171), far_arm=(6, 14)),
    "comb": Pose(near_arm=(150, 214), far_arm=(6, 14)),
    "phone": Pose(near_arm=(-98, 132), far_arm=(8, 22)),
    "aim": Pose(lean=2, near_arm=(88, 148), far_arm=(96, 152), near_leg=(-6, -5), far_leg=(8, 5)),
    "saw": Pose(lean=16, nod=12, near_arm=(34, 66), far_arm=(52, 80), near_leg=(-14, -18), far_leg=(20, 6)),
    "hammer": Pose(lean=10, nod=14, near_arm=(92, 150), far_arm=(36, 78), near_leg=(-8, -10), far_leg=(14, 6)),
    "look_in": Pose(lean=24, nod=12, near_arm=(44, 84), far_arm=(52, 92), near_leg=(-10, -12), far_leg=(10, 2)),
    "pour": Pose(lean=6, nod=12, near_arm=(44, 78), far_arm=(10, 30), near_leg=(-5, -4), far_leg=(9, 5)),
    "brandish": Pose(lean=4, near_arm=(84, 132), far_arm=(-20, 20), near_leg=(-12, -12), far_leg=(14, 6)),
    "surf": Pose(lean=14, nod=-6, near_arm=(-74, -84), far_arm=(88, 104), near_leg=(-30, -2), far_leg=(44, 4)),
    "ski": Pose(lean=32, nod=-16, near_arm=(30, 86), far_arm=(40, 92), near_leg=(46, -30), far_leg=(52, -26)),
    "string": Pose(lean=-6, nod=-20, near_arm=(70, 128), far_arm=(88, 140), near_leg=(-8, -10), far_leg=(12, 4)),
    "play_strings": Pose(lean=-2, nod=10, near_arm=(-14, 82), far_arm=(64, 98)),
    "play_bow": Pose(nod=10, near_arm=(56, 118), far_arm=(66, 112)),
    "play_pipe": Pose(lean=-4, nod=-4, near_arm=(66, 132), far_arm=(78, 122)),
    "play_drum": Pose(nod=8, near_arm=(20, 112), far_arm=(34, 96)),
    "play": Pose(nod=5, near_arm=(16, 92), far_arm=(26, 98)),
    "skip": Pose(nod=-4, near_arm=(14, 62), far_arm=(26, 70), near_leg=(24, -30), far_leg=(30, -24), lift=10),
    "blow": Pose(lean=14, nod=6, near_arm=(-6, 14), far_arm=(10, 26), near_leg=(-6, -6), far_leg=(8, 4)),
    "sing": Pose(lean=-3, nod=-12, near_arm=(20, 74), far_arm=(58, 84), near_leg=(-5, -4), far_leg=(7, 4)),
    "sit_work": Pose(lean=4, nod=10, near_arm=(34, 86), far_arm=(42, 88), near_leg=(84, 4), far_leg=(88, 12),
        seated=True),
    "cheer": Pose(nod=-10, near_arm=(-140, -164), far_arm=(146, 168), near_leg=(-8, -6), far_leg=(9, 6)),
}  # fmt: skip


ON_SEATS = frozenset({"sit", "sit_read", "sit_hold", "sit_eat", "sit_write", "sit_work"})
"""Poses of who sits on something: 'sit_read' reads there."""
STEPS = ("walk", "run")
"""Poses that go in steps: 'walk 2' has the legs together, 'walk 3' the other leg in front, 'walk 4' together again."""


def _stepping(name: str) -> dict[str, Pose]:
    """The other three drawings of a step."""
    one = POSES[name]
    run = name == "run"
    other = replace(one, near_arm=one.far_arm, far_arm=one.near_arm, near_leg=one.far_leg, far_leg=one.near_leg)
    together = replace(
        one, near_leg=(4, -4), far_leg=(14, -44) if run else (6, -22), near_arm=(-10, 24), far_arm=(10, 40), lift=0
    )
    swung = replace(together, near_leg=together.far_leg, far_leg=together.near_leg)
    return {f"{name} 2": together, f"{name} 3": other, f"{name} 4": swung}


for _name in STEPS:
    POSES |= _stepping(_name)
POSES["wave 2"] = replace(POSES["wave"], far_arm=(112, 150))


@dataclass(frozen=True)
class Joints:
    """Where everything is, in units. Arms and legs are (root, middle, end); `head` is where the neck meets it."""

    hip: Point
    chest: Point
    head: Point
    near_arm: tuple[Point, Point, Point]
    far_arm: tuple[Point, Point, Point]
    near_leg: tuple[Point, Point, Point]
    far_leg: tuple[Point, Point, Point]
    lean: float
    nod: float

    @property
    def hand(self) -> Point:
        """The near hand."""
        return self.near_arm[2]


def proportions(spec: FigureSpec) -> Proportions:
    """The build of a person: children have large heads and short limbs, the old stoop."""
    girth = {"slim": 0.9, "usual": 1.0, "broad": 1.2}[spec.body]
    shoulder, hip = (8.6, 7.2) if spec.woman else (9.6, 6.8)
    if spec.age == "child":
        return Proportions(30.5, 2.8, 27, 12, 11.5, 18.5, 18, 8.2, 6.8, girth * 1.04)
    if spec.age == "old":
        return Proportions(22, 3, 30.5, 15.5, 14.5, 21, 20, shoulder, hip, girth * 1.06, stoop=7)
    if spec.age == "young":
        return Proportions(24, 3.4, 29, 15, 14, 21.5, 20.5, shoulder - 0.6, hip - 0.3, girth * 0.97)
    return Proportions(22, 3.6, 29.8, 16, 15, 22.2, 21.2, shoulder, hip, girth * 1.04)


_FACING = (
    "stand walk wave hold carry point reach look_up look_down umbrella read dance think cheer sit pray eat cry shout hug fish write "
    "arms_crossed hands_on_hips salute cross_legged bow jump sweep juggle sing"
)
FRONTAL = frozenset(_FACING.split(" "))


def _front_arm(angles: tuple[float, float], side: int) -> tuple[float, float]:
    """An arm of one who faces us: outward when it hangs or is raised, inward to the middle when it holds."""
    upper, fore = angles
    if abs(upper) >= 56:
        return side * min(abs(upper), 150.0), side * min(abs(fore), 178.0)
    if upper * fore < -400:  # a hand on the hip
        return side * 44.0, -side * 34.0
    if fore >= 130:
        return side * 20.0, -side * 154.0
    if fore - upper > 34:
        return side * 24.0, -side * (104.0 if fore > 100 else 76.0)
    return side * (13.0 + min(abs(upper), 30.0) * 0.25), side * 5.0


def front_joints(build: Proportions, pose: Pose, name: str) -> Joints:
    """Where the joints are of one who faces us or turns the back; for poses in FRONTAL."""
    g, lift = build.girth, pose.lift
    leg = build.thigh + build.shin
    hip_y = -(build.shin + 4.0) - lift if name == "sit" else -9.0 if name == "cross_legged" else -leg - 2.4 - lift
    chest = (0.0, hip_y - build.torso)
    legs = []
    for side in (-1, 1):
        root = (side * build.hip * 0.52 * g, hip_y)
        if name == "cross_legged":
            legs.append((root, (side * 17.0, -6.0), (-side * 6.0, -2.4)))
        elif name == "sit":
            legs.append((root, (side * 6.4 * g, hip_y + 5.0), (side * 6.6 * g, -2.4)))
        elif name in ("walk", "dance", "jump") and side > 0:
            legs.append(
                (root, (root[0] + 1.6, hip_y + build.thigh * 0.92), (root[0] + 0.6, -2.4 - lift - build.shin * 0.2))
            )
        else:
            legs.append((root, (root[0] + side * 0.5, hip_y + build.thigh), (root[0] + side * 0.9, -2.4 - lift)))
    reach = build.shoulder * 0.8 * g
    near = _limb((-reach, chest[1] + 5.0), _front_arm(pose.near_arm, -1), build.upper, build.fore)
    far = _limb((reach, chest[1] + 5.0), _front_arm(pose.far_arm, 1), build.upper, build.fore)
    head = (0.0, chest[1] - build.neck)
    return Joints((0.0, hip_y), chest, head, near, far, legs[0], legs[1], 0.0, pose.nod * 0.2)


def _step(at: Point, angle: float, length: float) -> Point:
    return at[0] + math.sin(math.radians(angle)) * length, at[1] + math.cos(math.radians(angle)) * length


def _limb(root: Point, angles: tuple[float, float], first: float, second: float) -> tuple[Point, Point, Point]:
    middle = _step(root, angles[0], first)
    return root, middle, _step(middle, angles[1], second)


def joints(build: Proportions, pose: Pose) -> Joints:
    """Where a pose puts every joint, its lowest point on the ground (plus the pose's lift)."""
    lean = pose.lean + build.stoop
    hips = (0.0, 0.0)
    legs = [
        _limb((dx, 0.0), angles, build.thigh, build.shin)
        for dx, angles in ((-2.2 * build.girth, pose.near_leg), (2.2 * build.girth, pose.far_leg))
    ]
    lowest = max(max(point[1] for point in leg) for leg in legs) + 2.4
    feet = [leg[2][0] for leg in legs if leg[2][1] > lowest - 6.0]
    shift = 0.0 if pose.seated or pose.turn or not feet else -sum(feet) / len(feet) * 0.8
    up = (shift, -lowest - pose.lift)
    chest = _step(hips, 180 - lean, build.torso)
    shoulders = [(chest[0] + dx, chest[1] + 3.2) for dx in (-3.6 * build.girth, 3.4 * build.girth)]
    near = _limb(shoulders[0], pose.near_arm, build.upper, build.fore)
    far = _limb(shoulders[1], pose.far_arm, build.upper, build.fore)
    head = _step(chest, 180 - lean * 0.6, build.neck)

    def raised(point: Point) -> Point:
        return point[0] + up[0], point[1] + up[1]

    def limb(row: tuple[Point, Point, Point]) -> tuple[Point, Point, Point]:
        return raised(row[0]), raised(row[1]), raised(row[2])

    return Joints(
        raised(hips), raised(chest), raised(head), limb(near), limb(far), limb(legs[0]), limb(legs[1]), lean, pose.nod
    )
