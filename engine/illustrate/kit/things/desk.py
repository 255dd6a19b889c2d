"""Paper, books and what writes: book, map, pen, newspaper, scroll, calendar, photograph."""

from __future__ import annotations

import math

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.likeness import likeness
from engine.illustrate.kit.things.parts import bar, bars, ink_of, mark, mass, ring, white
from engine.illustrate.paint.forms import star
from engine.illustrate.paint.path import Path, box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, across

# fmt: off  (outlines are rows of numbers)


def _writing(pen: Pen, x: float, y: float, wide: float, lines: int, gap: float, thick: float = 1.6) -> None:
    """Rows of writing, the last one short."""
    for i in range(lines):
        end = wide * (0.6 if i == lines - 1 else 0.94 + 0.06 * math.sin(i * 2.1))
        row = [(x, y + i * gap), (x + end * 0.4, y + i * gap - 0.7), (x + end, y + i * gap)]
        pen.line(row, ink_of(pen), thick, ink=0.5, alpha=0.85)


@thing(
    "book",
    metres=0.25,
    box=(-40, -100, 44, 2),
    words="storybook, novel, textbook, diary, fairy-tale book, closed book",
    kinds="paper, thing",
    slots="cover",
    grip=(0, -30),
    tops=(),
)
def book(pen: Pen, ask: Ask) -> None:
    """A closed book standing, with a star on its cover."""
    cover = pen.slot("cover", pen.A)
    mass(pen, box(-32, -96, 74, 92, 3), pen.shaded(cover, 0.25), rim=0)
    mass(pen, box(-30, -93, 68, 90, 1), white(pen, 0.3), 0.2, rim=0)
    for x in (31, 34.5):
        pen.line([(x, -91), (x, -5)], pen.shaded(white(pen), 0.25), 0.9, ink=0.4)
    mass(pen, box(-38, -100, 66, 100, 3), cover, 0.22, 0.15, 6)
    mark(pen, box(-38, -100, 11, 100, 3), pen.shaded(cover, 0.25))
    gold = pen.mix(pen.B, pen.L, 0.4)
    pen.line(box(-20, -92, 41, 84, 2), gold, 1.6, ink=0.5)
    mark(pen, star(0.5, -58, 14), gold, 0.6)
    for y, half in ((-32, 13), (-25, 9)):
        pen.line([(0.5 - half, y), (0.5 + half, y)], gold, 2.4, ink=0.5)


@thing(
    "open book",
    metres=0.3,
    box=(-92, -100, 92, 2),
    words="pages, page, logbook, log, reading, chapter, story, bible, quran, gita, journal",
    kinds="book, paper, thing",
    slots="cover, paper",
    faces="none",
    grip=(0, -8),
)
def open_book(pen: Pen, ask: Ask) -> None:
    """An open book seen from the front, written and with a picture."""
    cover, paper = pen.slot("cover", pen.A), pen.slot("paper", white(pen, 0.2))
    mass(
        pen,
        smooth(
            [(-92, -84), (-46, -88), (0, -78), (46, -88), (92, -84), (88, -2), (44, -8), (0, 1), (-44, -8), (-88, -2)],
            curve=0.3,
        ),
        cover,
        0.2,
    )
    for side in (-1, 1):
        page = smooth(
            [
                (0, -82),
                (side * 22, -96),
                (side * 52, -99),
                (side * 86, -92),
                (side * 82, -10),
                (side * 48, -17),
                (side * 20, -14),
                (0, -4),
            ],
            curve=0.5,
        )
        tone = paper if side < 0 else pen.shaded(paper, 0.06)
        pen.shape(
            page, across(tone, pen.shaded(tone, 0.25), side * 50, 0), form=0.08, form_width=4, rim=True, rim_width=1.5
        )
    pen.line([(0, -82), (0, -5)], pen.shaded(paper, 0.4), 1.6, ink=0.6)
    _writing(pen, -72, -80, 56, 7, 9)
    _writing(pen, 16, -34, 56, 3, 8)
    mark(pen, box(20, -86, 50, 42, 2), pen.mix(pen.G, pen.r(0.8), 0.4), 0.6)
    mark(pen, polygon([(20, -44), (38, -66), (48, -56), (58, -62), (70, -44)]), pen.V, 0.5)
    mark(pen, oval(56, -76, 5), pen.B)


@thing(
    "books",
    metres=0.35,
    box=(-66, -100, 66, 2),
    words="stack of books, pile of books, study, literature, knowledge",
    kinds="book, paper, thing",
    slots="first, second, third",
    tops=((0, -98),),
)
def books(pen: Pen, ask: Ask) -> None:
    """A stack of four books."""
    row = (
        (0, 60, 25, pen.slot("first", pen.A), 0),
        (-25, 54, 21, pen.slot("second", pen.G), 6),
        (-46, 58, 28, pen.slot("third", pen.B), -4),
        (-74, 48, 24, pen.mix(pen.V, pen.r(0.2), 0.2), 4),
    )
    for y, half, tall, tone, dx in row:
        mass(pen, box(dx - half, y - tall, half * 2, tall, 5), tone, 0.25, 0.15, 5)
        mark(pen, box(dx - half + 9, y - tall + 3.6, half * 2 - 8, tall - 7.2), white(pen, 0.3), 0.6)
        for k in (0.36, 0.64):
            pen.line(
                [(dx - half + 11, y - tall * k), (dx + half - 1, y - tall * k)],
                pen.shaded(white(pen), 0.22),
                1,
                ink=0.3,
            )
        mass(pen, box(dx - half, y - tall, 15, tall, 4), tone, 0.2, rim=1)
        mark(pen, box(dx - half + 4, y - tall + 3, 3, tall - 6), pen.mix(pen.L, pen.r(1.0), 0.3), 0)


@thing(
    "map",
    metres=0.5,
    box=(-82, -100, 82, 2),
    words="treasure map, atlas, route, journey, plan",
    kinds="paper, thing",
    slots="paper",
    faces="none",
    grip=(0, -10),
)
def map_thing(pen: Pen, ask: Ask) -> None:
    """A folded map with a dotted way to a cross."""
    paper = pen.slot("paper", pen.mix(white(pen, 0.3), pen.natural("sand"), 0.4))
    xs, ys = (-80, -40, 0, 40, 80), (-94, -99, -94, -99, -94)
    for i in range(4):
        part = polygon([(xs[i], ys[i]), (xs[i + 1], ys[i + 1]), (xs[i + 1], ys[i + 1] + 92), (xs[i], ys[i] + 92)])
        pen.shape(part, paper if i % 2 == 0 else pen.shaded(paper, 0.12), shadow=0.7, line=0.8)
    mark(
        pen,
        smooth([(-78, -44), (-52, -62), (-30, -52), (-26, -28), (-50, -14), (-78, -16)]),
        pen.mix(pen.V, paper, 0.35),
    )
    mark(pen, smooth([(20, -98), (52, -94), (79, -88), (79, -50), (54, -62), (30, -70)]), pen.mix(pen.V, paper, 0.45))
    mark(
        pen,
        smooth([(-4, -6), (10, -30), (36, -40), (79, -30), (79, -6), (40, -8)], curve=0.7),
        pen.mix(pen.G, paper, 0.45),
    )
    for x, y in ((-60, -40), (-50, -34), (-38, -32), (-26, -36), (-15, -43), (-5, -52), (6, -59), (18, -63), (30, -67)):
        mark(pen, oval(x, y, 3, 2.4), pen.A, 0.4)
    bars(pen, [((42, -82), (58, -66)), ((58, -82), (42, -66))], 2.8, pen.A)
    mark(pen, star(-54, -80, 10, 4, 0.35), pen.r(0.15), 0.5)


@thing(
    "scroll",
    metres=0.4,
    box=(-56, -100, 56, 2),
    words="parchment, proclamation, decree, manuscript, treaty, contract, law",
    kinds="paper, thing",
    slots="paper",
    faces="none",
    grip=(0, -10),
)
def scroll(pen: Pen, ask: Ask) -> None:
    """An unrolled parchment between two rolls, with a seal."""
    paper = pen.slot("paper", pen.mix(white(pen, 0.3), pen.natural("sand"), 0.45))
    mass(
        pen, smooth([(-42, -90), (42, -90), (40, -50), (42, -10), (-42, -10), (-40, -50)], curve=0.3), paper, 0.12, 0.1
    )
    _writing(pen, -30, -72, 60, 6, 8.4, 2)
    for y in (-90, -10):
        mass(pen, box(-50, y - 9, 100, 18, 9), pen.shaded(paper, 0.1), 0.3, 0.2, 6)
        for x in (-50, 50):
            mark(pen, oval(x, y, 5, 9), pen.natural("wood"), 0.7)
    mass(pen, oval(22, -27, 8), pen.A)
    for dx in (-3, 3):
        mark(pen, polygon([(22 + dx - 2.6, -20), (22 + dx + 2.6, -20), (22 + dx * 2, -9)]), pen.A)


@thing(
    "newspaper",
    metres=0.36,
    box=(-72, -100, 72, 2),
    words="paper, news, headline, press, journalism, article, magazine",
    kinds="paper, thing",
    slots="paper",
    faces="none",
    grip=(0, -52),
)
def newspaper(pen: Pen, ask: Ask) -> None:
    """A folded newspaper with a headline, columns and a picture."""
    paper = pen.slot("paper", pen.mix(white(pen, 0.05), pen.natural("stone"), 0.12))
    mass(pen, polygon([(54, -94), (71, -88), (71, -2), (54, 0)]), pen.shaded(paper, 0.25), rim=0)
    mass(pen, box(-70, -100, 126, 100, 1), paper, 0.12, 0.08, 5)
    for x, wide in ((-58, 30), (-22, 12), (-4, 44)):
        mark(pen, box(x, -92, wide, 11, 1), ink_of(pen), 0.3)
    pen.line([(-60, -76), (46, -76)], ink_of(pen), 1.4, ink=0.5)
    mark(pen, box(-60, -70, 52, 38), pen.mix(pen.G, pen.r(0.7), 0.35), 0.6)
    mark(pen, polygon([(-60, -32), (-44, -56), (-32, -44), (-22, -52), (-8, -32)]), pen.r(0.25), 0.4)
    _writing(pen, -1, -66, 46, 5, 8)
    _writing(pen, -60, -23, 48, 3, 7.4)
    _writing(pen, -1, -23, 46, 3, 7.4)
    pen.line([(-70, -48), (56, -48)], pen.shaded(paper, 0.25), 0.8, ink=0.2, alpha=0.6)


@thing(
    "calendar",
    metres=0.35,
    box=(-48, -100, 48, 2),
    words="date, month, day planner, schedule, week, year, deadline",
    kinds="paper, thing",
    slots="head",
    contact="wall",
    faces="none",
)
def calendar(pen: Pen, ask: Ask) -> None:
    """A tear-off calendar, one day ringed."""
    mass(pen, box(-46, -92, 92, 92, 3), white(pen), 0.12, 0.08, 5)
    mass(pen, box(-46, -92, 92, 24, 3), pen.slot("head", pen.A), 0.15)
    for x in (-26, 26):
        pen.line(oval(x, -92, 4.4, 7), pen.natural("iron"), 2.4, ink=0.6)
    for row in range(4):
        for i in range(5):
            mark(pen, box(-37 + i * 16, -58 + row * 14, 9.4, 7.4, 1), pen.mix(pen.G, pen.r(0.8), 0.45), 0.3)
    pen.line(ring(-0.4, -26.4, 11, 0.4), pen.A, 2.2, ink=0.6)


@thing(
    "pen",
    metres=0.16,
    box=(-40, -100, 44, 2),
    words="quill, feather pen, fountain pen, ink, inkwell, writing, signature, author",
    kinds="tool, thing",
    slots="feather",
    contact="ground",
    grip=(-14, -30),
)
def quill(pen: Pen, ask: Ask) -> None:
    """A quill in its pot of ink."""
    own = pen.at(-2, -20, 1, 24)
    plume = smooth([(0, -8), (9, -26), (14, -52), (6, -86), (-6, -76), (-13, -48), (-9, -26)], curve=0.8)
    mass(own, plume, pen.slot("feather", white(pen)), 0.25, 0.12)
    for a, b in (((8, -46), (2, -40)), ((-10, -56), (-2, -50)), ((9, -62), (2, -57))):
        own.line([a, b], pen.shaded(white(pen), 0.35), 1.6, ink=0.5)
    own.line([(0, 10), (0, -30), (3, -80)], pen.natural("pale wood"), 2, ink=0.6)
    mass(
        pen,
        smooth([(-16, -32), (12, -32), (14, -24), (28, -14), (28, 0), (-32, 0), (-32, -14), (-18, -24)], curve=0.4),
        pen.mix(pen.G, pen.r(0.05), 0.5),
        0.3,
    )
    mass(pen, box(-18, -36, 32, 6, 2), pen.natural("brass"), rim=1)


@thing(
    "pencil",
    metres=0.16,
    box=(-60, -100, 60, 2),
    words="crayon, pencils, drawing, sketch, coloured pencil",
    kinds="pen, tool, thing",
    slots="paint",
    contact="held",
    grip=(0, -50),
)
def pencil(pen: Pen, ask: Ask) -> None:
    """A sharpened pencil, its point low at the left."""
    own = pen.at(-56, -4, 1.16, 50)
    paint = pen.slot("paint", pen.B)
    mass(own, box(-8, -98, 16, 76), paint, 0.0, 0.1)
    mark(own, box(3, -98, 5, 76), pen.shaded(paint, 0.28), 0)
    mass(own, polygon([(-8, -22), (8, -22), (0, 0)]), pen.natural("pale wood"), 0.2, rim=0)
    mark(own, polygon([(-3, -8), (3, -8), (0, 0)]), pen.r(0.06))
    mass(own, box(-8, -108, 16, 11), pen.natural("steel"), rim=0)
    mass(own, box(-8, -118, 16, 12, 4), pen.A, rim=0)


@thing(
    "paintbrush",
    metres=0.3,
    box=(-72, -100, 72, 2),
    words="brush, palette, paint, painting, artist's palette, colours, art",
    kinds="tool, thing",
    slots="",
    grip=(46, -60),
)
def paintbrush(pen: Pen, ask: Ask) -> None:
    """A painter's palette with its brush."""
    board = smooth(
        [
            (-70, -44),
            (-50, -78),
            (-6, -90),
            (42, -80),
            (64, -48),
            (54, -14),
            (26, -6),
            (18, -24),
            (2, -28),
            (-8, -12),
            (-34, -4),
            (-62, -18),
        ],
        curve=0.9,
    )
    mass(pen, board - oval(-44, -30, 9, 8), pen.natural("pale wood"), 0.28, 0.15, 7)
    for x, y, tone in (
        (-46, -58, pen.A),
        (-22, -72, pen.B),
        (6, -74, pen.V),
        (30, -64, pen.G),
        (42, -42, pen.r(1.0)),
        (40, -22, pen.r(0.1)),
    ):
        mass(pen, oval(x, y, 9, 8), tone, 0.3, rim=1)
    pen.shape(bar((-14, -40), (62, -92), 2.2, 3), pen.natural("dark wood"), form=0.3)
    mass(pen, bar((-14, -40), (-24, -33), 3.4), pen.natural("steel"), rim=0)
    mass(pen, smooth([(-22, -37), (-27, -31), (-40, -22), (-27, -25), (-20, -31)], curve=0.6), pen.G, rim=0)


@thing(
    "photograph",
    metres=0.2,
    box=(-46, -100, 46, 2),
    words="photo, picture, portrait, picture frame, snapshot, memory",
    kinds="paper, ornament",
    slots="frame",
    faces="none",
    contact="wall",
    grip=(0, -10),
)
def photograph(pen: Pen, ask: Ask) -> None:
    """A framed portrait of two people, or of whom the option `holds` names, or what."""
    mass(pen, box(-46, -100, 92, 100, 2), pen.slot("frame", pen.natural("wood")), 0.25)
    mass(pen, box(-37, -91, 74, 82), white(pen, 0.25), 0.1, rim=0)
    inner: Path = box(-28, -82, 56, 64)
    mark(pen, inner, pen.mix(pen.G, pen.r(0.8), 0.45))
    if told := ask.options.get("holds", ""):
        likeness(pen, told, inner)
        return
    for x, y, tone in ((-11, -50, pen.A), (13, -44, pen.B)):
        mark(
            pen,
            inner & smooth([(x - 15, -10), (x - 12, y + 16), (x, y + 9), (x + 12, y + 16), (x + 15, -10)], curve=0.6),
            tone,
            0.6,
        )
        mark(pen, oval(x, y, 9, 10), pen.scheme.skin("tan"), 0.6)
        mark(pen, oval(x, y - 4, 10, 8) - oval(x, y + 3, 9.4, 8), pen.scheme.hair("brown"), 0.5)
