"""Animals of the house: dog and cat, each standing or walking, sitting, and sleeping."""

from __future__ import annotations

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import oval, polygon, smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour


def _eye(pen: Pen, x: float, y: float, size: float, closed: bool) -> None:
    dark = pen.r(0.0)
    if closed:
        pen.line([(x - size, y), (x, y + size * 0.6), (x + size, y)], dark, size * 0.5, ink=0.7, wobble=0.1)
        return
    pen.shape(oval(x, y, size * 0.72, size), dark, shadow=0, edge=0, line=0, wobble=0.1)
    pen.shape(oval(x + size * 0.25, y - size * 0.35, size * 0.24), pen.r(1.0), shadow=0, edge=0, line=0, wobble=0)


@thing("dog", metres=0.62, box=(-70, -100, 69, 4), words="puppy, hound, doggy", kinds="animal, pet", category="animal",
       slots="coat, collar", poses="stand, walk, sit, lie, run, look up", motion="walk")  # fmt: skip
def dog(pen: Pen, ask: Ask) -> None:
    """A friendly dog with hanging ears."""
    coat = pen.slot("coat", pen.natural("bread"))
    pale, dark = pen.mix(coat, pen.r(1.0), 0.55), pen.shaded(coat, 0.42)
    if ask.pose == "sit":
        _dog_sits(pen, coat, pale, dark)
        _dog_head(pen.at(16, -64), coat, pale, dark, False)
    elif ask.pose == "lie":
        _dog_lies(pen, coat, pale, dark)
        _dog_head(pen.at(36, -22, 0.95, 8), coat, pale, dark, True)
    elif ask.pose == "run":
        own = pen.at(-2, -7, 0.95, -5)
        _dog_stands(own, coat, pale, dark, 26)
        _dog_head(own.at(40, -63, 1.0, 6), coat, pale, dark, False)
    else:
        _dog_stands(pen, coat, pale, dark, 13 if ask.pose == "walk" else 2)
        _dog_head(pen.at(37, -62, 0.98, -24 if ask.pose == "look up" else 0), coat, pale, dark, False)


def _dog_stands(pen: Pen, coat: Colour, pale: Colour, dark: Colour, swing: float) -> None:
    tail = tube([(-44, -52), (-58, -64), (-62, -82)], [4.6, 3.6, 2.0])
    pen.shape(tail, coat, form=0.3)
    for x, dx in ((-32, -swing), (24, swing)):
        pen.shape(tube([(x + 5, -42), (x + 5 + dx * 0.4, -20), (x + 5 + dx, -2)], [8, 5, 4]), dark, form=0.2)
    body = smooth([(-48, -56), (-30, -66), (6, -66), (30, -72), (40, -58), (34, -38), (8, -30), (-26, -34), (-46, -36)])
    pen.shape(body, coat, form=0.32, form_width=9, rim=True, rim_width=2)
    pen.shape(smooth([(16, -40), (36, -54), (38, -42), (26, -32), (10, -31)]), pale, shadow=0, edge=0, line=0.4)
    for x, dx in ((-40, swing), (16, -swing)):
        row = [(x + 4, -46), (x + 3 + dx * 0.3, -22), (x + 4 + dx, -3)]
        pen.shape(tube(row, [10, 5.4, 4.4]), coat, form=0.3, form_width=3)
        pen.shape(
            smooth([(x + dx - 1, 2), (x + dx, -4), (x + dx + 8, -4), (x + dx + 12, 2)]), pale, line=0.7, shadow=0.5
        )


def _dog_sits(pen: Pen, coat: Colour, pale: Colour, dark: Colour) -> None:
    pen.shape(tube([(-30, -6), (-48, -4), (-58, -16)], [5, 4.2, 2]), coat, form=0.3)
    pen.shape(tube([(14, -44), (20, -20), (20, -3)], [6, 4.4, 4]), dark)
    body = smooth([(2, -68), (22, -64), (24, -42), (14, -14), (-2, 0), (-34, 1), (-42, -18), (-30, -42), (-12, -60)])
    pen.shape(body, coat, form=0.34, form_width=9, rim=True, rim_width=2)
    pen.shape(smooth([(10, -60), (22, -58), (22, -38), (12, -26)]), pale, shadow=0, edge=0, line=0.4)
    pen.shape(oval(-22, -14, 17, 15), coat, form=0.25, line=0.8)
    pen.shape(tube([(10, -44), (13, -22), (13, -3)], [6.5, 5, 4.4]), coat, form=0.3, form_width=3)
    for x in (10, -16):
        pen.shape(smooth([(x - 3, 2), (x - 2, -4), (x + 7, -4), (x + 12, 2)]), pale, line=0.7, shadow=0.5)


def _dog_lies(pen: Pen, coat: Colour, pale: Colour, dark: Colour) -> None:
    pen.shape(tube([(-44, -8), (-58, -4), (-64, 0)], [5, 4, 2.4]), coat, form=0.3)
    body = smooth([(-50, -4), (-46, -26), (-24, -36), (8, -34), (30, -26), (34, -6), (20, 1), (-40, 2)])
    pen.shape(body, coat, form=0.34, form_width=8, rim=True, rim_width=2)
    pen.shape(oval(-30, -12, 18, 13), coat, form=0.25, line=0.8)
    for row in ([(16, -8), (34, -4), (52, -2)], [(8, -5), (26, -1), (42, 0)]):
        pen.shape(tube(row, [6, 5, 4.4]), pale, form=0.25)


def _dog_head(pen: Pen, coat: Colour, pale: Colour, dark: Colour, asleep: bool) -> None:
    pen.shape(tube([(-6, 6), (2, -10)], [12, 10]), coat, edge=0)
    pen.shape(smooth([(-9, 4), (4, 8), (13, 4), (12, 9), (2, 13), (-9, 9)]), pen.slot("collar", pen.A), line=0.7)
    head = smooth(
        [(-12, -20), (-4, -33), (9, -34), (17, -25), (27, -20), (30, -13), (24, -7), (10, -4), (-4, -4), (-12, -10)]
    )
    pen.shape(head, coat, form=0.28, form_width=5, rim=True, rim_width=1.6, wobble=0.4)
    pen.shape(
        smooth([(14, -22), (28, -19), (29, -12), (22, -7), (12, -8)]), pale, shadow=0, edge=0, line=0.5, wobble=0.3
    )
    pen.shape(oval(29, -18, 3.6, 3.0), pen.r(0.02), shadow=0, edge=0, line=0.5, wobble=0.1)
    pen.line([(27, -12), (21, -8.6), (15, -11)], pen.shaded(coat, 0.6), 1.1, ink=0.6, wobble=0.2)
    _eye(pen, 10, -24, 2.6, asleep)
    pen.shape(
        smooth([(-8, -31), (2, -30), (1, -16), (-5, -4), (-13, -7), (-15, -20)]), dark, form=0.25, line=0.9, wobble=0.4
    )


@thing("cat", metres=0.42, box=(-66, -100, 66, 2), words="kitten, kitty, tomcat", kinds="animal, pet",
    category="animal",
       slots="coat, collar", poses="sit, walk, sleep", motion="breathe")  # fmt: skip
def cat(pen: Pen, ask: Ask) -> None:
    """A cat with stripes and a long tail."""
    coat = pen.slot("coat", pen.natural("ginger"))
    pale, dark = pen.mix(coat, pen.r(1.0), 0.6), pen.shaded(coat, 0.45)
    if ask.pose == "sleep":
        _cat_sleeps(pen, coat, pale, dark)
    elif ask.pose == "walk":
        _cat_walks(pen, coat, pale, dark)
    else:
        _cat_sits(pen, coat, pale, dark)


def _cat_sits(pen: Pen, coat: Colour, pale: Colour, dark: Colour) -> None:
    pen.shape(tube([(-24, -6), (-48, -4), (-58, -22), (-48, -38)], [6, 5.4, 4.6, 2.6]), coat, form=0.3)
    body = smooth([(-4, -62), (14, -62), (24, -36), (24, -4), (10, 1), (-24, 1), (-34, -14), (-26, -38)])
    pen.shape(body, coat, form=0.34, form_width=8, rim=True, rim_width=2)
    for y in (-44, -33, -22):
        pen.line([(-27 - (y + 33) * 0.1, y + 3), (-16, y), (-9, y + 3)], dark, 2.4, ink=0.6)
    pen.shape(smooth([(6, -58), (17, -56), (18, -30), (8, -22), (4, -40)]), pale, shadow=0, edge=0, line=0.4)
    for x in (12, 2):
        pen.shape(
            tube([(x + 2, -30), (x + 4, -14), (x + 4, -2)], [5, 4.4, 4.6]),
            coat if x > 5 else pen.lighter(coat, 0.02),
            form=0.2,
        )
    pen.shape(oval(-16, -3, 11, 5), coat, form=0.2, line=0.8)
    _cat_head(pen.at(8, -58), coat, pale, dark, False)


def _cat_walks(pen: Pen, coat: Colour, pale: Colour, dark: Colour) -> None:
    own = pen.at(0, 0, 1.06)
    own.shape(tube([(-38, -46), (-56, -56), (-56, -78), (-48, -90)], [5, 4.6, 4, 2.4]), coat, form=0.3)
    for x, dx in ((-24, -10), (24, 10)):
        own.shape(tube([(x, -38), (x + dx * 0.5, -18), (x + dx, -2)], [6, 4.2, 3.6]), dark)
    own.shape(
        smooth([(-42, -48), (-22, -58), (8, -56), (28, -58), (34, -44), (24, -32), (-8, -30), (-38, -32)]),
        coat,
        form=0.34,
        rim=True,
        rim_width=2,
    )
    for x in (-24, -12, 0):
        own.line([(x, -55), (x + 2, -47), (x, -40)], dark, 2.4, ink=0.6)
    for x, dx in ((-32, 10), (18, -8)):
        own.shape(tube([(x, -40), (x + dx * 0.4, -18), (x + dx, -2)], [7, 4.6, 4]), coat, form=0.3)
    _cat_head(own.at(32, -52, 0.92), coat, pale, dark, False)


def _cat_sleeps(pen: Pen, coat: Colour, pale: Colour, dark: Colour) -> None:
    own = pen.at(0, 0, 1.2)
    own.shape(
        smooth([(-46, -6), (-40, -32), (-12, -44), (22, -38), (42, -18), (40, 0), (-36, 1)]),
        coat,
        form=0.36,
        rim=True,
        rim_width=2,
    )
    for x in (-26, -14, -2):
        own.line([(x - 4, -34 - (x + 26) * 0.2), (x - 1, -26), (x - 3, -18)], dark, 2.6, ink=0.6)
    own.shape(tube([(-40, -6), (-10, 0), (18, -3), (34, -2)], [5, 5.2, 4.6, 3]), pen.lighter(coat, 0.03), form=0.3)
    _cat_head(own.at(30, -8, 0.9, 10), coat, pale, dark, True)


def _cat_head(pen: Pen, coat: Colour, pale: Colour, dark: Colour, asleep: bool) -> None:
    for x, turn in ((-9, -8), (13, 10)):
        ear = polygon([(-8, 2), (0, -17), (8, 2)]).turned(turn).moved(x, -26)
        pen.shape(ear, coat, line=0.9, wobble=0.3)
        inner = polygon([(-4, 1), (0, -10), (4, 1)]).turned(turn).moved(x, -26)
        pen.shape(inner, pen.mix(pale, pen.A, 0.3), shadow=0, edge=0, line=0, wobble=0.3)
    pen.shape(
        smooth([(-18, -16), (-12, -30), (3, -33), (17, -29), (22, -15), (14, -2), (2, 1), (-11, -3)]),
        coat,
        form=0.28,
        form_width=5,
        rim=True,
        rim_width=1.6,
        wobble=0.3,
    )
    pen.shape(oval(5, -7, 10, 6.4), pale, shadow=0, edge=0, line=0.4, wobble=0.2)
    for x in (-4, 3, 10):
        pen.line([(x, -31 + abs(x - 3) * 0.2), (x, -25)], dark, 1.8, ink=0.5, wobble=0.2)
    _eye(pen, -5, -16, 3.0, asleep)
    _eye(pen, 13, -16, 3.0, asleep)
    pen.shape(
        polygon([(2.4, -11), (7.6, -11), (5, -8)]),
        pen.mix(pen.A, pen.r(0.1), 0.3),
        shadow=0,
        edge=0,
        line=0.5,
        wobble=0.1,
    )
    pen.line([(0, -5), (3, -3.6), (5, -7), (7, -3.6), (10, -5)], pen.shaded(coat, 0.6), 1.0, ink=0.6, wobble=0.1)
    for side in (-1, 1):
        for dy in (-1, 2):
            pen.line([(5 + side * 10, -7 + dy), (5 + side * 25, -9 + dy * 2.4)], pen.r(0.92), 0.6, ink=0.3, wobble=0.1)
