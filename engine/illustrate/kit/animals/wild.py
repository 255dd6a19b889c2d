"""Wild four-legged animals: elephant, lion, tiger, bear, wolf, fox, deer, giraffe and their kin."""

from __future__ import annotations

from engine.illustrate.kit.animals import heads, heads_paws
from engine.illustrate.kit.animals.beasts import Bones, Build, Coat, black, flat, shade
from engine.illustrate.kit.animals.farm import stripes
from engine.illustrate.kit.animals.herd import beast
from engine.illustrate.paint.forms import blob, tube
from engine.illustrate.paint.path import Path, oval, smooth
from engine.illustrate.paint.pen import Pen


def _wrinkles(pen: Pen, frame: Bones, whole: Path, coat: Coat) -> None:
    for row in (frame.legs[0], frame.legs[2]):
        x, y = row[1]
        for dy in (-3, 2):
            pen.line([(x - 5, y + dy), (x, y + dy + 1.5), (x + 5, y + dy)], shade(pen, coat.coat, 0.22), 0.9, ink=0.4)


beast(
    "elephant", 3.0, (-41, -100, 73, 8), Build(hip=(-25, -50), shoulder=(18, -52), rump=21, chest=22, dip=-3, sag=2,
        leg=(11, 8.5, 8), hock=1.5, foot="pad",
    neck=(17, 26, 19, 17), turn=6, tail=((0, -2, 2.6), (-7, 12, 2.2), (-8, 26, 1.6)), end="tuft", size=0.77, spring=3),
        heads.elephant, fur="grey fur",
    words="elephants, mammoth, tusker", kinds="animal, mount", marks=_wrinkles, seat=(-4, -78),
        poses="stand, walk, look up, eat, lie, sit", dark=0.5,
)  # fmt: skip


def _pale_belly(pen: Pen, frame: Bones, whole: Path, coat: Coat) -> None:
    """A light throat and belly."""
    (bx, by), (hx, hy) = frame.neck
    (px, py), (sx, sy) = frame.hip, frame.shoulder
    throat = smooth(
        [
            (hx + 2, hy + 4),
            (hx + 8, hy + 12),
            (bx + 16, by + 10),
            (sx + 14, sy + 18),
            (sx + 2, sy + 18),
            (bx + 6, by + 8),
        ]
    )
    flat(pen, throat & whole, coat.pale)
    if coat.pose in ("stand", "walk", "run", "eat", "look up"):
        belly = smooth(
            [
                (sx + 2, sy + 10),
                (sx - 6, sy + 22),
                (px + 12, py + 22),
                (px + 12, py + 12),
                ((px + sx) / 2, (py + sy) / 2 + 11),
            ]
        )
        legs = [oval(row[1][0], row[1][1] - 2, 9, 18) for row in (frame.legs[0], frame.legs[2])]
        flat(pen, (belly & whole) - legs[0] - legs[1], coat.pale)


_CAT = Build(hip=(-27, -42), shoulder=(21, -43), rump=15, chest=16.5, dip=3, sag=0, leg=(8.5, 5.4, 4.6), foot="paw",
    neck=(20, 38, 13, 11), turn=4,
             tail=((0, 0, 3), (-14, 6, 2.6), (-24, -4, 2.4), (-30, -18, 2)), end="tuft", size=1.1, hock=6)  # fmt: skip
_CAT_POSES = "stand, walk, run, sit, lie, sleep"
beast(
    "lion", 1.2, (-77, -100, 67, 3), Build(**{**_CAT.__dict__, "size": 0.91, "doze": 30.0}), heads_paws.LION,
        fur="straw", words="king of beasts", kinds="big cat, animal",
    dark=0.5, black=0.0, poses=_CAT_POSES, marks=_pale_belly,
)  # fmt: skip
beast(
    "lioness", 1.05, (-85, -100, 68, 3), Build(**{**_CAT.__dict__, "size": 1.00}), heads_paws.LEOPARD, fur="straw",
        words="lion cub, puma, cougar",
    kinds="lion, big cat, animal", poses=_CAT_POSES, marks=_pale_belly,
)  # fmt: skip


def _tiger_marks(pen: Pen, frame: Bones, whole: Path, coat: Coat) -> None:
    _pale_belly(pen, frame, whole, coat)
    stripes(pen, frame, whole, coat)


beast(
    "tiger", 1.05, (-77, -100, 69, 3), Build(**{**_CAT.__dict__, "size": 0.99, "end": "tip", "tail": ((0, 0, 3.6),
        (-14, 6, 3.4), (-25, -4, 3.2), (-31, -20, 2.6))}),
    heads_paws.TIGER, fur="ginger", words="tigress, tiger cub", kinds="big cat, lion, animal", poses=_CAT_POSES,
        marks=_tiger_marks, dark=0.8, black=0.7, pale=0.8,
)  # fmt: skip


def _spots(pen: Pen, frame: Bones, whole: Path, coat: Coat) -> None:
    _pale_belly(pen, frame, whole, coat)
    (hx, hy), (sx, sy) = frame.hip, frame.shoulder
    for i in range(22):
        t, v = (i % 8) / 7 * 1.35 - 0.18, (i // 8) - 1
        x, y = hx + (sx - hx) * t + 3 * (i // 8), hy + (sy - hy) * t + v * 8 - 3 + (i * 7 % 5)
        flat(pen, oval(x, y, 2.2, 1.9) & whole, black(pen))


beast(
    "leopard", 0.95, (-78, -100, 68, 3), Build(**{**_CAT.__dict__, "size": 1.00, "end": "", "tail": ((0, 0, 3.2),
        (-14, 6, 3.0), (-25, -4, 2.8), (-31, -20, 2.2))}),
    heads_paws.LEOPARD, fur="straw", words="cheetah, jaguar, panther", kinds="big cat, lion, animal", poses=_CAT_POSES,
        marks=_spots, pale=0.7,
)  # fmt: skip

_BEAR = Build(hip=(-22, -42), shoulder=(18, -44), rump=21, chest=21, dip=-2, sag=2, leg=(11, 7.6, 6.4), foot="paw",
    hock=3, neck=(16, 26, 18, 15), turn=10,
              tail=((4, 0, 4), (-2, 2, 4), (-4, 6, 2)), size=1.25, sit=66, spring=4)  # fmt: skip
_BEAR_POSES = "stand, walk, sit, sleep, eat, run, look up"
beast(
    "bear", 1.3, (-55, -100, 71, 4), Build(**{**_BEAR.__dict__, "size": 0.99}), heads_paws.BEAR, fur="fur",
        words="brown bear, grizzly, bear cub", kinds="animal",
    poses=_BEAR_POSES, pale=0.35,
)  # fmt: skip
beast(
    "polar bear", 1.4, (-55, -100, 71, 4), Build(**{**_BEAR.__dict__, "size": 0.99}), heads_paws.BEAR, fur="feather",
        words="ice bear, white bear", kinds="bear, animal",
    poses=_BEAR_POSES, dark=0.3,
)  # fmt: skip


def _panda_marks(pen: Pen, frame: Bones, whole: Path, coat: Coat) -> None:
    (hx, hy), (sx, sy) = frame.hip, frame.shoulder
    body = smooth(
        [
            (hx - 26, hy - 20),
            (hx + 4, hy - 24),
            (sx - 10, sy - 26),
            (sx - 12, sy + 24),
            (hx + 6, hy + 24),
            (hx - 24, hy + 12),
        ],
        curve=0.9,
    )
    flat(pen, body & frame.body, pen.natural("feather"), 0.4)


beast(
    "panda", 1.1, (-44, -100, 69, 4), Build(**{**_BEAR.__dict__, "size": 0.98, "tail": ()}), heads_paws.PANDA,
        fur="rubber", words="panda bear", kinds="bear, animal",
    poses="sit, stand, walk, eat, sleep", marks=_panda_marks,
)  # fmt: skip

_DOG = Build(hip=(-26, -46), shoulder=(20, -47), rump=13, chest=15.5, dip=1, sag=-3, leg=(7.6, 4, 3.6), foot="paw",
    hock=6, neck=(21, 44, 12, 10), turn=10,
             tail=((0, -2, 5), (-10, 4, 6.5), (-20, 14, 6), (-27, 26, 1.5)), size=1.18)  # fmt: skip
_DOG_POSES = "stand, walk, run, sit, lie, sleep, look up"
beast(
    "wolf", 0.9, (-70, -100, 81, 3), Build(**{**_DOG.__dict__, "size": 0.97}), heads_paws.WOLF, fur="grey fur",
        words="wolves, grey wolf, jackal, coyote, hyena",
    kinds="dog, animal", poses=_DOG_POSES, marks=_pale_belly, dark=0.5,
)  # fmt: skip


def _socks(pen: Pen, frame: Bones, whole: Path, coat: Coat) -> None:
    _pale_belly(pen, frame, whole, coat)
    if coat.pose in ("stand", "walk", "run", "look up", "eat"):
        for row in (frame.legs[0], frame.legs[2]):
            (ax, ay), (x, y) = row[1], row[2]
            sock = tube([(ax * 0.4 + x * 0.6, ay * 0.4 + y * 0.6), (x, y), (x + 4, y + 1)], [5.4, 5, 4])
            flat(pen, sock & whole, coat.dark)


beast(
    "fox", 0.5, (-78, -100, 79, 3), Build(**{**_DOG.__dict__, "hip": (-24, -38), "shoulder": (18, -39), "rump": 12.5,
        "chest": 13.5, "leg": (6.4, 3.2, 2.9), "end": "tip",
    "neck": (19, 42, 11, 10), "tail": ((0, 0, 4), (-10, 6, 8), (-22, 8, 9.5), (-33, 2, 8), (-42, -4, 1.5)),
        "size": 0.99}), heads_paws.FOX, fur="ginger",
    words="vixen, red fox, fox cub", kinds="wolf, dog, animal", poses=_DOG_POSES, marks=_socks, pale=0.85, dark=0.8,
        black=0.5,
)  # fmt: skip

_DEER = Build(hip=(-23, -50), shoulder=(19, -50), rump=12.5, chest=13.5, leg=(6.6, 3, 2.5), neck=(26, 56, 10.5, 7),
    turn=16, dip=1, sag=-2, spring=10,
              tail=((0, -4, 3.6), (-6, -6, 3.2), (-9, -2, 1.4)), hock=6)  # fmt: skip


def _fawn_spots(pen: Pen, frame: Bones, whole: Path, coat: Coat) -> None:
    _pale_belly(pen, frame, whole, coat)
    (hx, hy), (sx, sy) = frame.hip, frame.shoulder
    for i in range(9):
        t = (i % 5) / 5 * 1.1
        flat(pen, oval(hx - 3 + (sx - hx) * t, hy + (sy - hy) * t - 7 + 6 * (i // 5), 1.7, 1.5) & whole, coat.pale)


beast(
    "deer", 1.5, (-39, -100, 64, 2), Build(**{**_DEER.__dict__, "size": 0.73}), heads.DEER, fur="fur",
        words="stag, buck, reindeer, elk, moose, antelope",
    kinds="animal", poses="stand, walk, run, eat, lie, look up", marks=_pale_belly, pale=0.75,
)  # fmt: skip
beast(
    "doe", 1.15, (-49, -100, 75, 2), Build(**{**_DEER.__dict__, "size": 0.92}), heads.DOE, fur="bread",
        words="fawn, roe, gazelle, bambi", kinds="deer, animal",
    poses="stand, walk, run, eat, lie, sleep, look up", marks=_fawn_spots, pale=0.8,
)  # fmt: skip


def _plates(pen: Pen, frame: Bones, whole: Path, coat: Coat) -> None:
    (hx, hy), (sx, sy) = frame.hip, frame.shoulder
    (bx, by), (nx, ny) = frame.neck
    spots = [(hx + (sx - hx) * t, hy + (sy - hy) * t + dy) for t in (-0.15, 0.25, 0.65, 1.05) for dy in (-9, 3)]
    spots += [(bx + (nx - bx) * t + dx, by + (ny - by) * t) for t in (0.1, 0.3, 0.5, 0.7, 0.88) for dx in (-3.4, 3.4)]
    for i, (x, y) in enumerate(spots):
        r = 4.6 if i < 8 else 3.0
        flat(pen, blob(x, y + (i % 2) * 2, r, r, seed=i, points=6, jitter=0.18) & whole, coat.dark)


beast(
    "giraffe", 4.6, (-37, -100, 60, 8), Build(hip=(-18, -54), shoulder=(15, -60), rump=11.5, chest=13, leg=(6, 3.2,
        2.8), neck=(56, 66, 9.5, 5.4), turn=18, dip=-1,
    tail=((0, 2, 1.8), (-5, 12, 1.6), (-5, 22, 1.3)), end="tuft", size=0.72, head=0.8, hock=3), heads.GIRAFFE,
        fur="straw", words="giraffes", kinds="animal",
    poses="stand, walk, lie, look up, run", marks=_plates, dark=0.55,
)  # fmt: skip
beast(
    "hippopotamus", 1.5, (-66, -100, 111, 8), Build(hip=(-25, -38), shoulder=(18, -38), rump=22, chest=22, dip=-2,
        sag=4, leg=(10, 7, 6.2), foot="pad", hock=2,
    neck=(14, 16, 20, 17), turn=8, tail=((0, 0, 2), (-5, 6, 1.8), (-6, 12, 1.2)), size=1.34, spring=3),
        heads_paws.HIPPO, fur="grey fur", words="hippo, river horse",
    kinds="elephant, animal", poses="stand, walk, lie, sleep, eat",
)  # fmt: skip
beast(
    "rhinoceros", 1.7, (-69, -100, 103, 4), Build(hip=(-25, -44), shoulder=(18, -46), rump=21, chest=22, dip=0, sag=3,
        leg=(10, 7, 6.2), foot="pad", hock=2,
    neck=(16, 16, 19, 15), turn=14, tail=((0, 0, 2), (-5, 8, 1.8), (-6, 16, 1.2)), size=1.20, spring=4),
        heads_paws.RHINO, fur="grey fur", words="rhino, rhinos",
    kinds="elephant, animal", poses="stand, walk, run, lie, eat", marks=_wrinkles,
)  # fmt: skip
