"""What people wear, and cloth."""

from __future__ import annotations

import math

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import lathe, mark, mass, ring, white
from engine.illustrate.paint.forms import star
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen

# fmt: off  (outlines are rows of numbers)


@thing(
    "hat",
    metres=0.2,
    box=(-72, -100, 72, 2),
    words="cap, straw hat, sun hat, wizard hat, witch hat, top hat",
    kinds="clothes, thing",
    slots="cloth, band",
    poses="straw, wizard, top",
    grip=(0, -30),
)
def hat(pen: Pen, ask: Ask) -> None:
    """A straw hat, a wizard's hat or a top hat."""
    if ask.pose == "wizard":
        cloth = pen.slot("cloth", pen.mix(pen.G, pen.r(0.15), 0.35))
        mass(pen, oval(0, -9, 62, 10), pen.shaded(cloth, 0.15))
        mass(
            pen,
            smooth(
                [(-36, -12), (-20, -50), (-2, -84), (18, -100), (14, -80), (26, -46), (36, -12), (0, -4)], curve=0.5
            ),
            cloth,
            0.3,
        )
        for x, y, r in ((-8, -34, 7), (12, -48, 6), (2, -66, 5), (16, -24, 5)):
            mark(pen, star(x, y, r), pen.B, 0.4)
        return
    tall = ask.pose == "top"
    cloth = pen.slot("cloth", pen.r(0.12) if tall else pen.natural("straw"))
    half, crown = (50, 98) if tall else (70, 74)
    pen.shape(oval(0, -12, half, 12), pen.shaded(cloth, 0.1), form=0.3, rim=True, rim_width=2)
    rows = [(38, -98), (34, -12)] if tall else [(22, -72), (36, -50), (39, -14)]
    body = lathe(rows, 0.2 if tall else 0.7) | oval(0, -13, 36, 6)
    mass(pen, body, cloth, 0.3, 0.18, 8)
    mark(pen, body & box(-60, -30, 120, crown * 0.15), pen.slot("band", pen.A))
    if not tall:
        for k in (-44, -56, -64):
            pen.line([(-32, k), (0, k + 4), (32, k)], pen.shaded(cloth, 0.25), 1.2, ink=0.3, alpha=0.7)
        mass(pen, oval(26, -26, 7), white(pen), rim=0)


@thing(
    "shoe",
    metres=0.12,
    box=(-76, -100, 76, 2),
    words="shoes, boot, boots, slipper, glass slipper, footwear, sandal, sneaker",
    kinds="clothes, thing",
    slots="body, sole",
    grip=(-50, -80),
)
def shoe(pen: Pen, ask: Ask) -> None:
    """A laced boot."""
    hide = pen.slot("body", pen.natural("fur"))
    body = smooth(
        [(-58, -98), (-8, -98), (-6, -64), (22, -48), (60, -38), (74, -20), (72, -10), (-66, -10), (-64, -50)],
        curve=0.45,
    )
    mass(pen, body, hide, 0.3, 0.2, 9)
    mass(pen, box(-62, -100, 58, 12, 5), pen.lighter(hide, 0.07), 0.2, rim=1)
    mark(pen, body & smooth([(40, -50), (80, -40), (80, 0), (40, 0), (34, -24)], curve=0.7), pen.shaded(hide, 0.2))
    mass(
        pen,
        smooth([(-70, -12), (76, -12), (76, -2), (-20, 0), (-24, -4), (-34, -4), (-38, 0), (-70, 0)], curve=0.2),
        pen.slot("sole", pen.r(0.1)),
        0.2,
        rim=1,
    )
    for i in range(4):
        x, y = -12 + i * 10, -76 + i * 10
        pen.line([(x - 14, y + 3), (x + 4, y - 2)], white(pen), 2.8, ink=0.5)
        mark(pen, oval(x - 16, y + 4, 2), pen.natural("brass"), 0.4)


@thing(
    "glasses",
    metres=0.12,
    box=(-110, -100, 110, 2),
    words="spectacles, eyeglasses, sunglasses, goggles",
    kinds="clothes, thing",
    slots="frame",
    faces="none",
)
def glasses(pen: Pen, ask: Ask) -> None:
    """Round spectacles."""
    frame = pen.slot("frame", pen.natural("dark wood"))
    for side in (-1, 1):
        pen.line([(side * 92, -62), (side * 106, -84), (side * 100, -99)], frame, 6, ink=0.6)
        pen.shape(
            oval(side * 50, -46, 40, 42), pen.mix(pen.natural("glass"), pen.r(1.0), 0.4), alpha=0.6, shadow=0, line=0.4
        )
        mark(pen, oval(0, 0, 5, 16).turned(34).moved(side * 50 - 14, -62), pen.r(1.0), 0, 0.8)
        mass(pen, ring(side * 50, -46, 46, 8, 46), frame, 0.3)
    pen.line([(-8, -54), (0, -62), (8, -54)], frame, 7, ink=0.6)


@thing(
    "shirt",
    metres=0.7,
    box=(-66, -100, 66, 2),
    words="clothes, clothing, t-shirt, jersey, blouse, laundry, fashion",
    kinds="clothes, cloth",
    slots="cloth, trim",
    contact="hang",
    faces="none",
    motion="sway",
    category="thing",
)
def shirt(pen: Pen, ask: Ask) -> None:
    """A shirt with a collar and buttons."""
    cloth = pen.slot("cloth", pen.mix(pen.G, pen.r(0.6), 0.15))
    body = smooth(
        [
            (-18, -96),
            (18, -96),
            (42, -88),
            (64, -52),
            (46, -42),
            (34, -58),
            (36, -2),
            (0, 0),
            (-36, -2),
            (-34, -58),
            (-46, -42),
            (-64, -52),
            (-42, -88),
        ],
        curve=0.25,
    )
    mass(pen, body, cloth, 0.28, 0.15, 8)
    pen.line([(0, -84), (0, -2)], pen.shaded(cloth, 0.3), 1.6, ink=0.5)
    for y in (-72, -54, -36, -18):
        mark(pen, oval(3.4, y, 2.6), white(pen), 0.5)
    for side in (-1, 1):
        mass(
            pen,
            polygon([(0, -82), (side * 20, -98), (side * 22, -82), (side * 11, -74)]),
            pen.slot("trim", white(pen)),
            0.15,
            rim=1,
        )
    mass(pen, box(12, -66, 17, 18, 2), pen.lighter(cloth, 0.04), 0.2, rim=1)


@thing(
    "cloth",
    metres=0.5,
    box=(-66, -100, 66, 2),
    words="fabric, silk, sari, shawl, blanket, scarf, cotton, textile, wool, towel",
    kinds="clothes, thing",
    slots="first, second, third",
    faces="none",
    tops=((0, -92),),
)
def cloth_thing(pen: Pen, ask: Ask) -> None:
    """A stack of folded cloth with a hanging border."""
    tones = (pen.slot("first", pen.A), pen.slot("second", pen.B), pen.slot("third", pen.G))
    for i, tone in enumerate(tones):
        y = -i * 28
        half = 64 - i * 3
        mass(
            pen,
            smooth(
                [(-half, y), (-half - 1, y - 28), (half - 8, y - 31), (half + 1, y - 22), (half, y - 6), (half - 6, y)],
                curve=0.3,
            ),
            tone,
            0.25,
            0.15,
            6,
        )
        pen.line([(-half + 2, y - 9), (half - 12, y - 10)], pen.shaded(tone, 0.35), 1.6, ink=0.5)
        pen.line([(-half + 2, y - 19), (half - 8, y - 20)], pen.shaded(tone, 0.35), 1.6, ink=0.5)
    drape = smooth([(-34, -95), (6, -97), (10, -44), (6, -34), (-32, -34), (-36, -60)], curve=0.25)
    mass(pen, drape, pen.lighter(tones[2], 0.05), 0.2)
    mark(pen, drape & box(-60, -50, 120, 12), pen.B)
    for i in range(6):
        turn = math.sin(i) * 1.5
        pen.line([(-29 + i * 6.4, -34), (-29 + i * 6.4 + turn, -26)], pen.B, 2, ink=0.4)
