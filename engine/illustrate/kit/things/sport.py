"""What sports are done on and with: boards, skis, weights, rackets, a hoop, a punching bag."""

from __future__ import annotations

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import bar, bars, mark, mass, ring, shine, white
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen

# fmt: off  (outlines are rows of numbers)


@thing(
    "surfboard",
    metres=0.95,
    box=(-150, -100, 150, 4),
    words="surf board, paddleboard",
    kinds="board, thing",
    category="tool",
    slots="board",
    contact="float",
    motion="bob",
    tops=((0, -27),),
)
def surfboard(pen: Pen, ask: Ask) -> None:
    """A board on the face of a wave that breaks behind it."""
    sea = pen.mix(pen.scheme.named("teal", pen.G), pen.G, 0.4)
    back = smooth(
        [
            (-150, 2),
            (-128, -26),
            (-92, -62),
            (-44, -92),
            (6, -100),
            (34, -90),
            (40, -72),
            (26, -62),
            (12, -66),
            (24, -48),
            (60, -24),
            (150, 2),
        ],
        curve=0.7,
    )
    mass(pen, back, sea, 0.35, 0.2, 12)
    foam = white(pen)
    for x, y, r in ((36, -72, 9), (24, -62, 8), (40, -84, 8), (28, -94, 8), (10, -99, 7), (12, -60, 6)):
        mark(pen, oval(x, y, r, r * 0.8), foam, 0.5)
    for row in ([(-110, -34), (-66, -64), (-14, -84)], [(-104, -18), (-56, -44), (-10, -60)], [(40, -24), (80, -12)]):
        pen.line([(float(x), float(y)) for x, y in row], pen.lighter(sea, 0.12), 2.4, curve=0.6, ink=0.3)
    board = smooth([(-92, -20), (-40, -27), (40, -29), (96, -36), (60, -20), (-20, -15), (-80, -15)], curve=0.7)
    mass(pen, board, pen.slot("board", pen.A), 0.25, 0.15, 4)
    pen.line([(-74, -19), (0, -22), (70, -29)], foam, 2.0, curve=0.5, ink=0.3)
    spray = smooth(
        [(-150, 4), (-120, -10), (-84, -13), (-30, -11), (20, -13), (70, -12), (110, -8), (150, 4)], curve=0.8
    )
    mass(pen, spray, pen.lighter(sea, 0.06), 0.2, 0.12, 4)
    for x in (-96, -70, -40, 84):
        mark(pen, oval(x, -12, 11, 5), foam, 0.4)


@thing(
    "skateboard",
    metres=0.14,
    box=(-270, -100, 270, 2),
    words="skate board, longboard",
    kinds="board, toy, thing",
    category="tool",
    slots="board",
    tops=((0, -98),),
    grip=(0, -50),
    faces="none",
)
def skateboard(pen: Pen, ask: Ask) -> None:
    """A board on four small wheels, its ends bent up."""
    for x in (-160, 160):
        mass(pen, oval(x, -30, 30, 30), pen.mix(white(pen), pen.B, 0.25), 0.3)
        mark(pen, oval(x, -30, 10, 10), pen.natural("iron"))
    deck = smooth(
        [
            (-270, -104),
            (-236, -92),
            (-190, -66),
            (190, -66),
            (236, -92),
            (270, -104),
            (250, -76),
            (200, -48),
            (-200, -48),
            (-250, -76),
        ],
        curve=0.4,
    )
    mass(pen, deck, pen.slot("board", pen.A), 0.3, 0.2, 8)


@thing(
    "skis",
    metres=0.12,
    box=(-470, -100, 560, 2),
    words="ski, pair of skis, snowboard",
    kinds="thing",
    category="tool",
    slots="skis",
    tops=((0, -40),),
    faces="right",
    grip=(0, -50),
)
def skis(pen: Pen, ask: Ask) -> None:
    """Two long skis, their tips bent up."""
    for dx, dy, tone in ((40, -26, pen.shaded(pen.slot("skis", pen.A), 0.2)), (0, 0, pen.slot("skis", pen.A))):
        ski = smooth(
            [(-470, -30), (380, -30), (470, -44), (548, -100), (560, -88), (490, -18), (400, 0), (-470, 0)], curve=0.35
        )
        mass(pen, ski.moved(dx, dy), tone, 0.25, 0.15, 6)
    mass(pen, box(-60, -58, 130, 34, 8), pen.natural("iron"), 0.2)


@thing(
    "barbell",
    metres=0.32,
    box=(-270, -100, 270, 2),
    words="dumbbell, bar bell",
    kinds="tool, thing",
    category="tool",
    slots="plates",
    contact="held",
    grip=(0, -50),
    faces="none",
)
def barbell(pen: Pen, ask: Ask) -> None:
    """A bar with heavy plates at both ends."""
    mass(pen, box(-270, -56, 540, 12, 5), pen.natural("steel"), 0.3)
    for side in (-1, 1):
        for x, half in ((170, 50), (204, 42), (234, 30)):
            mass(pen, box(side * x - 13, -50 - half, 26, 2 * half, 9), pen.slot("plates", pen.natural("iron")), 0.35)


@thing(
    "racket",
    metres=0.68,
    box=(-22, -100, 22, 2),
    words="racquet, tennis racket, badminton racket",
    kinds="tool, thing",
    category="tool",
    slots="frame",
    contact="held",
    grip=(0, -10),
    faces="none",
)
def racket(pen: Pen, ask: Ask) -> None:
    """A racket with its strings."""
    face = oval(0, -72, 18, 25)
    mark(pen, face, white(pen), 0, 0.35)
    for i in range(-3, 4):
        mark(pen, face & bar((i * 5.4, -100), (i * 5.4, -44), 0.5), white(pen), 0.2)
        mark(pen, face & bar((-20, -72 + i * 7), (20, -72 + i * 7), 0.5), white(pen), 0.2)
    frame = pen.slot("frame", pen.A)
    bars(pen, [((-10, -51), (0, -36)), ((10, -51), (0, -36))], 1.6, frame)
    mass(pen, ring(0, -72, 21, 3.4, 28), frame, 0.3)
    mass(pen, bar((0, -40), (0, 0), 2.8, 3.4), pen.natural("dark wood"), rim=1)


@thing(
    "basketball hoop",
    metres=2.6,
    box=(-26, -100, 26, 2),
    words="hoop, basket ball hoop, net hoop",
    kinds="thing",
    category="nature",
    faces="right",
)
def hoop(pen: Pen, ask: Ask) -> None:
    """A hoop with its net before a board on a pole."""
    mass(pen, bar((-16, 0), (-16, -78), 1.8), pen.natural("steel"), rim=1)
    mass(pen, box(-24, -100, 32, 26, 1.5), white(pen), 0.15)
    pen.line(box(-14, -90, 13, 11), pen.A, 1.2, ink=0.5)
    bag = polygon([(4, -76), (25, -76), (20, -62), (9, -62)])
    mark(pen, bag, white(pen), 0.4, 0.6)
    for i in range(5):
        pen.line([(5 + i * 5, -76), (9 + i * 2.7, -62)], pen.natural("iron"), 0.5, ink=0.3)
    mass(pen, box(3, -78, 23, 2.8, 1.2), pen.scheme.named("orange", pen.A), rim=0)


@thing(
    "punching bag",
    metres=1.75,
    box=(-24, -100, 24, 2),
    words="punch bag, boxing bag, punchbag",
    kinds="thing",
    category="tool",
    slots="bag",
    faces="none",
)
def punching_bag(pen: Pen, ask: Ask) -> None:
    """A heavy bag on a stand."""
    mass(pen, box(-22, -6, 44, 6, 2), pen.natural("iron"), 0.2)
    mass(pen, bar((0, -4), (0, -40), 3), pen.natural("steel"), rim=1)
    body = smooth([(-17, -96), (0, -100), (17, -96), (18, -60), (16, -32), (0, -28), (-16, -32), (-18, -60)], curve=0.5)
    mass(pen, body, pen.slot("bag", pen.A), 0.35, 0.22, 6)
    for y in (-84, -46):
        mark(pen, body & box(-20, y, 40, 4), white(pen), 0.4)
    shine(pen, body, -9, -68, 1.6, 9)


@thing(
    "football goal",
    metres=1.5,
    box=(-120, -100, 120, 2),
    words="soccer goal, goalpost, goal posts",
    kinds="thing",
    category="nature",
    faces="none",
)
def goal(pen: Pen, ask: Ask) -> None:
    """A goal with its net."""
    net = polygon([(-106, -96), (106, -96), (106, 0), (-106, 0)])
    mark(pen, net, white(pen), 0, 0.25)
    for i in range(-9, 10):
        mark(pen, net & bar((i * 12, -98), (i * 12, 0), 0.5), white(pen), 0.2, 0.7)
    for i in range(8):
        mark(pen, net & box(-108, -92 + i * 12, 216, 1.0), white(pen), 0.2, 0.7)
    pen.shape(
        tube([(-106, 0), (-106, -97), (106, -97), (106, 0)], [3.4, 3.4, 3.4, 3.4]), white(pen), form=0.3, line=0.8
    )


@thing(
    "tightrope",
    metres=0.9,
    box=(-130, -100, 130, 2),
    words="tight rope, high wire, slackline",
    kinds="thing",
    category="tool",
    tops=((0, -93),),
    faces="none",
)
def tightrope(pen: Pen, ask: Ask) -> None:
    """A rope that is stretched between two stands."""
    for side in (-1, 1):
        bars(pen, [((side * 112, -96), (side * 98, 0)), ((side * 112, -96), (side * 126, 0))], 2.6, pen.natural("wood"))
        mass(pen, box(side * 112 - 14, -100, 28, 6, 2), pen.A, rim=0)
    pen.line([(-112, -96), (0, -93), (112, -96)], pen.natural("straw"), 2.4, curve=0.6, ink=0.5)


@thing(
    "snowball",
    metres=0.12,
    box=(-50, -100, 50, 2),
    words="snow ball, ball of snow",
    kinds="ball, thing",
    category="tool",
    contact="held",
    grip=(0, -40),
    faces="none",
)
def snowball(pen: Pen, ask: Ask) -> None:
    """A ball of snow."""
    body = smooth([(-48, -48), (-36, -86), (0, -99), (38, -84), (49, -46), (34, -10), (-4, 0), (-38, -14)], curve=0.9)
    mass(pen, body, pen.mix(white(pen), pen.r(1.0), 0.5), 0.25, 0.12, 10)
    for x, y in ((-14, -62), (16, -40), (10, -76)):
        pen.line([(x - 8, y), (x, y + 4), (x + 8, y)], pen.mix(pen.B, white(pen), 0.6), 2.0, curve=0.6, ink=0.2)


@thing(
    "soap bubbles",
    metres=1.35,
    box=(-36, -100, 40, 2),
    words="soap bubble, bubbles of soap",
    kinds="thing",
    category="tool",
    faces="none",
)
def soap_bubbles(pen: Pen, ask: Ask) -> None:
    """Bubbles of soap that rise."""
    thin = pen.mix(pen.natural("glass"), white(pen), 0.5)
    for x, y, r in (
        (20, -62, 8),
        (4, -74, 6),
        (-12, -62, 9),
        (-24, -80, 6.5),
        (10, -90, 7),
        (-8, -92, 5),
        (26, -80, 4),
        (-2, -52, 4),
    ):
        r *= 1.25
        mark(pen, oval(x, y, r, r), thin, 0.7, 0.55)
        mark(pen, ring(x, y, r, 0.7), white(pen), 0.3, 0.9)
        mark(pen, oval(x - r * 0.35, y - r * 0.4, r * 0.2, r * 0.28), white(pen), 0)
