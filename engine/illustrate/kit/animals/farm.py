"""Animals of farm and road: horse, donkey, zebra, cow, bull, goat, sheep, pig, camel."""

from __future__ import annotations

import math

from engine.illustrate.kit.animals import heads
from engine.illustrate.kit.animals.beasts import Bones, Build, Coat, Head, black, flat, shade
from engine.illustrate.kit.animals.herd import beast
from engine.illustrate.paint.forms import blob, tube
from engine.illustrate.paint.path import Path, oval, smooth
from engine.illustrate.paint.pen import Pen

_HORSE = Build(
    hip=(-25, -56), shoulder=(22, -57), rump=14.5, chest=15.5, dip=3, leg=(8.2, 3.8, 3.2), neck=(31, 54, 13, 8.5),
        turn=34,
    tail=((0, 2, 3.5), (-8, 10, 5), (-11, 26, 5.5), (-9, 42, 1.5)), end="hair", head=0.96, spring=9,
)  # fmt: skip


def _mane(pen: Pen, frame: Bones, coat: Coat, wide: float = 1.0) -> None:
    """Hair along the neck, on the side away from the throat."""
    (bx, by), (hx, hy) = frame.neck
    far = max(math.hypot(hx - bx, hy - by), 1.0)
    nx, ny = (hy - by) / far, -(hx - bx) / far
    row = [(bx - 7 + nx * 9, by - 6 + ny * 9), ((bx + hx) / 2 + nx * 12 * wide, (by + hy) / 2 + ny * 12 * wide),
           (hx + nx * 11 * wide - 1, hy + ny * 10 * wide), (hx + nx * 9 + 7, hy + ny * 9 - 2)]  # fmt: skip
    pen.shape(tube(row, [3.5, 6 * wide, 6 * wide, 2.5]), coat.dark, form=0.25, wobble=1.2)


def _horse_marks(pen: Pen, frame: Bones, whole: Path, coat: Coat) -> None:
    hx, hy = frame.neck[1]
    own = pen.at(hx, hy, 0.96, frame.turn)
    lock = smooth([(0, -15), (8, -17), (16, -11), (17, -5), (9, -9), (2, -10)])
    own.shape(lock, coat.dark, form=0.2, line=0.7, shadow=0.6, wobble=0.6)


beast(
    "horse", 1.75, (-52, -100, 71, 2), Build(**{**_HORSE.__dict__, "size": 0.86}), heads.HORSE, fur="fur",
    words="stallion, mare, pony, foal, steed, colt", kinds="animal, mount, livestock", dark=0.62, black=0.45,
    marks=_horse_marks, behind=_mane, seat=(-2, -70), poses="stand, walk, run, eat, lie, look up",
)  # fmt: skip


def _unicorn_over(pen: Pen, coat: Coat) -> None:
    heads.HORSE.over(pen, coat)
    horn = tube([(9, -14), (15, -27), (21, -42)], [2.8, 1.9, 0.4])
    pen.shape(horn, pen.mix(pen.B, pen.L, 0.5), form=0.35, line=0.8, wobble=0.2)


def _unicorn_mane(pen: Pen, frame: Bones, coat: Coat) -> None:
    pink = pen.mix(pen.scheme.named("pink", pen.A), pen.G, 0.15)
    _mane(pen, frame, Coat(coat.coat, coat.pale, pink, coat.far), 1.15)


beast(
    "unicorn", 1.8, (-45, -100, 64, 2), Build(**{**_HORSE.__dict__, "size": 0.75}),
    Head(heads.HORSE.outline, _unicorn_over, heads.HORSE.behind, 40), fur="feather", words="magic horse",
    kinds="horse, animal, creature", dark=0.18, behind=_unicorn_mane, seat=(-2, -62),
        poses="stand, walk, run, lie, look up",
)  # fmt: skip


def stripes(pen: Pen, frame: Bones, whole: Path, coat: Coat) -> None:
    """Black bands over the trunk, the haunch and the neck, cut by the silhouette."""
    (hx, hy), (sx, sy) = frame.hip, frame.shoulder
    ink = black(pen)
    for i in range(7):
        t = -0.28 + i * 0.22
        x, y = hx + (sx - hx) * t, hy + (sy - hy) * t
        lean = (0.5 - t) * 7
        band = tube(
            [(x - lean * 0.4, y - 17), (x, y - 4), (x + lean, y + 9), (x + lean * 1.6, y + 13)], [2.3, 2.2, 1.5, 0.3]
        )
        flat(pen, band & whole, ink)
    (bx, by), (nx, ny) = frame.neck
    for t in (0.12, 0.42, 0.72):
        x, y = bx + (nx - bx) * t, by + (ny - by) * t
        flat(pen, tube([(x - 15, y - 3), (x - 2, y + 1), (x + 8, y + 9)], [2.2, 2.0, 0.4]) & whole, ink)
    for row in (frame.legs[0], frame.legs[2]):
        for t in (0.35, 0.7, 0.98):
            a, b = row[1], row[2]
            x, y = a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t - 3
            flat(pen, tube([(x - 7, y), (x, y + 0.6), (x + 6, y)], [1.3, 1.3, 1.0]) & whole, ink)


beast(
    "zebra", 1.5, (-54, -100, 73, 8), Build(**{**_HORSE.__dict__, "size": 0.91, "neck": (27, 52, 13, 9), "end": "tuft",
    "tail": ((0, 2, 2.4), (-6, 12, 2.2), (-7, 26, 1.8))}), heads.HORSE, fur="feather", words="striped horse",
    kinds="horse, animal", dark=0.9, black=0.8, marks=stripes, behind=_mane, poses="stand, walk, run, eat, lie",
)  # fmt: skip


beast(
    "donkey", 1.25, (-51, -100, 75, 8), Build(hip=(-24, -50), shoulder=(21, -50), rump=14, chest=15, leg=(7.8, 4, 3.4),
        neck=(23, 50, 12, 9),
    turn=30, tail=((0, 2, 2.6), (-6, 12, 2.2), (-7, 26, 1.8)), end="tuft", size=0.87), heads.DONKEY, fur="grey fur",
        words="ass, mule, burro",
    kinds="horse, animal, mount, livestock", seat=(-2, -64), dark=0.5, black=0.4,
)  # fmt: skip


def _patches(pen: Pen, frame: Bones, whole: Path, coat: Coat) -> None:
    (hx, hy), (sx, sy) = frame.hip, frame.shoulder
    for x, y, a, b, seed in ((hx + 2, hy - 8, 13, 10, 1), (sx - 12, sy + 2, 9, 11, 2), (sx + 10, sy - 12, 10, 12, 3)):
        flat(pen, blob(x, y, a, b, seed=seed, points=9, jitter=0.2) & whole, coat.dark, 0.4)
    if coat.pose in ("stand", "walk", "eat", "run"):
        pink = pen.scheme.named("pink", pen.A)
        flat(pen, oval(hx + 12, hy + 17, 6, 4.6), pen.mix(coat.pale, pink, 0.6), 0.5)


_COW = Build(hip=(-27, -54), shoulder=(22, -53), rump=17, chest=18, dip=1, sag=3, leg=(8.5, 4.6, 4), neck=(17, 34, 14,
    11), turn=18,
             tail=((0, -4, 2.6), (-8, 6, 2.2), (-10, 24, 1.7)), end="tuft", head=1.04)  # fmt: skip
beast(
    "cow", 1.45, (-66, -100, 79, 8), Build(**{**_COW.__dict__, "size": 1.00}), heads.COW, fur="feather",
        words="cattle, dairy cow, calf, heifer",
    kinds="animal, livestock", dark=0.75, black=0.2, marks=_patches, poses="stand, walk, eat, lie, sleep, run",
)  # fmt: skip


def _hump(pen: Pen, frame: Bones, coat: Coat) -> None:
    sx, sy = frame.shoulder
    pen.shape(oval(sx - 3, sy - 15, 13, 10), coat.coat, form=0.3, rim=True, rim_width=1.8)


beast(
    "ox", 1.55, (-64, -100, 78, 8), Build(**{**_COW.__dict__, "shoulder": (22, -56), "chest": 20, "size": 0.98,
        "neck": (17, 28, 16, 12)}), heads.COW,
    fur="dark fur", words="bull, oxen, buffalo, bullock, yak, bison", kinds="cow, animal, livestock", behind=_hump,
        dark=0.4, black=0.5,
    poses="stand, walk, eat, lie, run",
)  # fmt: skip
beast(
    "goat", 0.8, (-48, -100, 64, 2), Build(hip=(-23, -46), shoulder=(19, -47), rump=14, chest=15, leg=(7, 3.4, 2.8),
        neck=(21, 56, 11, 8), turn=22, dip=2,
    tail=((0, -8, 3.2), (-5, -14, 2.6), (-8, -20, 1.2)), size=0.92, head=0.98), heads.GOAT, fur="pale fur",
        words="kid goat, billy goat, nanny goat",
    kinds="animal, livestock", poses="stand, walk, eat, lie, run, look up", dark=0.5,
)  # fmt: skip


def _fleece(pen: Pen, frame: Bones, whole: Path, coat: Coat) -> None:
    (hx, hy), (sx, sy) = frame.hip, frame.shoulder
    cx, cy = (hx + sx) / 2, (hy + sy) / 2
    wool: Path | None = None
    for i in range(13):
        a = math.tau * i / 13
        puff = oval(cx + 34 * math.cos(a), cy + 16 * math.sin(a), 11, 10)
        wool = puff if wool is None else wool | puff
    assert wool is not None
    pen.shape(wool | oval(cx, cy, 35, 18), coat.coat, form=0.3, form_width=8, rim=True, rim_width=1.8, wobble=0.6)
    for x, y in ((-20, -6), (-4, 2), (12, -8), (-12, 10), (20, 6), (2, -13)):
        pen.line(
            [(cx + x - 4, cy + y), (cx + x, cy + y + 3.4), (cx + x + 4.5, cy + y - 1)],
            shade(pen, coat.coat, 0.24),
            1.2,
            ink=0.6,
        )


beast(
    "sheep", 0.85, (-55, -100, 75, 8), Build(hip=(-20, -46), shoulder=(18, -46), rump=17, chest=17, leg=(5, 3.2, 3),
        neck=(17, 42, 11, 9), turn=16,
    tail=((2, 2, 4.5), (-5, 4, 4), (-8, 10, 2.4)), size=1.11, head=1.02), heads.SHEEP, fur="feather",
        words="lamb, ewe, flock", kinds="animal, livestock",
    dark=0.72, pale=0.8, marks=_fleece, poses="stand, walk, eat, lie, sleep, run",
)  # fmt: skip


def _curl(pen: Pen, frame: Bones, coat: Coat) -> None:
    x, y = frame.hip[0] - 16, frame.hip[1] - 4
    row = [(x + 3, y), (x - 5, y - 1), (x - 8, y - 7), (x - 3, y - 9), (x - 2, y - 4), (x - 8, y - 2)]
    pen.line(row, shade(pen, coat.coat, 0.16), 2.4, ink=0.5)


beast(
    "pig", 0.75, (-64, -100, 93, 4), Build(hip=(-21, -37), shoulder=(15, -37), rump=18, chest=19, dip=-2, sag=3,
        leg=(8, 4.6, 3.8), neck=(12, 22, 17, 14),
    turn=12, tail=(), size=1.37, head=1.05, hock=3), heads.PIG, fur="pink", words="hog, piglet, boar, sow, swine",
        kinds="animal, livestock", behind=_curl,
    dark=0.5, poses="stand, walk, eat, lie, sleep, run",
)  # fmt: skip


def _camel_hump(pen: Pen, frame: Bones, coat: Coat) -> None:
    (hx, hy), (sx, sy) = frame.hip, frame.shoulder
    x, y = (hx + sx) / 2 - 1, (hy + sy) / 2 - 10
    hump = smooth([(x - 22, y + 8), (x - 12, y - 10), (x, y - 17), (x + 11, y - 9), (x + 21, y + 8)])
    pen.shape(hump, coat.coat, form=0.34, form_width=5, rim=True, rim_width=1.8)


beast(
    "camel", 2.1, (-58, -100, 89, 8), Build(hip=(-23, -58), shoulder=(21, -58), rump=13.5, chest=15, leg=(7, 3.8, 3.6),
        neck=(34, 40, 10.5, 6.5), turn=8,
    tail=((0, 0, 2), (-5, 10, 1.8), (-6, 20, 1.4)), end="tuft", size=0.98, head=0.86), heads.CAMEL, fur="bread",
        words="dromedary", behind=_camel_hump,
    kinds="animal, mount", seat=(0, -82), poses="stand, walk, lie, eat, sleep, run", dark=0.5,
)  # fmt: skip
