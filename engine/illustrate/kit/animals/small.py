"""Small furry animals and those with a posture of their own: rabbit, mouse, squirrel, hedgehog, monkey, kangaroo, bat."""
# outlines are rows of points, tables rows of words: they read best as written
# fmt: off

from __future__ import annotations

import math
from dataclasses import replace

from engine.illustrate.kit.animals import heads, heads_paws
from engine.illustrate.kit.animals.beasts import Build, Coat, black, eye, flat, shade
from engine.illustrate.kit.animals.herd import beast
from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import Path, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour

_MOUSE = Build(hip=(-20, -24), shoulder=(10, -20), rump=19, chest=13, dip=-4, sag=2, leg=(5, 3, 2.8), foot="paw",
    hock=2, neck=(12, 20, 12, 9), turn=6,
               tail=((0, 6, 2.6), (-18, 16, 2.2), (-36, 6, 1.8), (-50, 8, 0.8)), size=1.8, sit=58,
                   spring=6)
beast("mouse", 0.12, (-103, -100, 68, 3), replace(_MOUSE, size=1.17), heads_paws.MOUSE, fur="grey fur",
    words="rat, mice, shrew, hamster, vole, mole", kinds="animal",
      poses="stand, walk, run, sit, sleep, eat, look up")


def _long_ears(pen: Pen, coat: Coat, back: float, down: bool = False) -> None:
    for x, turn, colour in ((6, back - 10, coat.far), (-2, back, coat.coat)):
        shape = smooth([(-4.5, 2), (-6.5, -22), (-3, -42), (2, -44), (6, -36), (5, -14), (4,
            2)]).turned(-turn).moved(x, -14)
        pen.shape(shape, colour, form=0.25, form_width=2, line=0.8, wobble=0.3)
        inner = smooth([(-1.6, -4), (-3, -24), (0, -37), (3, -28), (2, -8)]).turned(-turn).moved(x, -14)
        if colour == coat.coat:
            flat(pen, inner, pen.mix(coat.pale, pen.scheme.named("pink", pen.A), 0.5))


@thing("rabbit", metres=0.36, box=(-49, -100, 58, 3), words="hare, bunny, rabbits, lagomorph", kinds="animal, pet",
    category="animal", slots="coat", poses="sit, run, stand, eat, sleep, look up", motion="hop")
def rabbit(pen: Pen, ask: Ask) -> None:
    """A rabbit: long ears, a round back, a white tail."""
    coat = replace(Coat.of(pen, pen.natural("pale fur" if ask.options.get("kind") == "white" else "fur"), 0.75),
        closed=ask.pose == "sleep", pose=ask.pose)
    run, up = ask.pose == "run", ask.pose in ("stand", "look up")
    own = pen.at(0, 0, 0.84)
    if run:
        own = pen.at(0, -8, 0.84, -6)
        own.shape(tube([(-22, -24), (-40, -10), (-50, -6)], [9, 5, 4]), coat.far, form=0.2)
        own.shape(tube([(20, -26), (36, -12), (46, -8)], [6, 4, 3.4]), coat.far, form=0.2)
    own.shape(oval(-38, -22 if not run else -36, 9, 8.4), coat.pale, form=0.3, line=0.8)
    if up:
        body = smooth([(8, -62), (20, -50), (20, -22), (16, 0), (-26, 1), (-38, -14), (-32, -38), (-12, -58)])
        hx, hy, turn = 10.0, -62.0, -30.0 if ask.pose == "look up" else 0.0
    elif run:
        body = smooth([(28, -46), (32, -34), (20, -20), (-10, -16), (-38, -20), (-42, -36), (-26, -50), (4, -52)])
        hx, hy, turn = 28.0, -44.0, 0.0
    else:
        body = smooth([(22, -42), (28, -28), (22, -4), (10, 1), (-28, 1), (-42, -12), (-38, -36), (-16, -52), (8, -50)])
        hx, hy, turn = (30.0, -20.0, 30.0) if ask.pose == "eat" else (28.0, -18.0, 4.0) if coat.closed else (20.0,
            -44.0, 0.0)
    skull = smooth([(-13, -4), (-7, -16), (7, -18), (20, -8), (23, 1), (15, 10), (0, 12), (-11,
        7)]).turned(turn).moved(hx, hy)
    legs: Path = tube([(-14, -28), (-40, -8), (-54, -2)], [12, 6, 4]) | tube([(22, -28), (40, -16), (54, -12)], [7, 4,
        3.4]) if run else oval(-16, -16, 19, 16) | tube([(-18, -4), (8, -3.5)], [4.6, 4.2])
    if not run and not up:
        legs = legs | tube([(18, -22), (19, -3)], [5, 4])
    own.shape(body | skull | legs, coat.coat, form=0.34, form_width=7, rim=True, rim_width=1.8, wobble=0.5)
    flat(own, smooth([(hx + 2, hy + 6), (26, hy + 20), (22, -10), (10, -16), (8, -34)]) & body,
        coat.pale) if up else None
    if up:
        own.shape(tube([(10, -44), (20, -34), (25, -38)], [4.6, 3.8, 3.4]), coat.coat, form=0.25, line=0.8)
    if not run:
        own.line([(-26, -28), (-4, -30), (3, -14)], shade(pen, coat.coat, 0.4), 1.2, ink=0.6)
    head = own.at(hx, hy, 1.0, turn)
    _long_ears(head, coat, 62 if run or coat.closed else 8)
    flat(head, oval(15, 4, 7, 5) & smooth([(-13, -4), (-7, -16), (7, -18), (20, -8), (23, 1), (15, 10), (0, 12), (-11,
        7)]), coat.pale)
    flat(head, oval(21.5, -2.5, 2.4, 2.0), pen.mix(pen.scheme.named("pink", pen.A), black(pen), 0.2), 0.4)
    head.line([(21, 0), (18, 4), (14, 3.6)], shade(pen, coat.coat, 0.6), 1.0, ink=0.5)
    eye(head, 7, -5, 3.1, coat.closed)


@thing("squirrel", metres=0.3, box=(-67, -100, 55, 3), words="chipmunk, marmot, squirrels, beaver, otter",
    kinds="animal", category="animal", slots="coat", poses="sit, run, look up, eat, sleep", motion="still")
def squirrel(pen: Pen, ask: Ask) -> None:
    """A squirrel with a bushy tail and a nut."""
    coat = replace(Coat.of(pen, pen.mix(pen.natural("ginger"), pen.natural("fur"), 0.35), 0.8),
        closed=ask.pose == "sleep", pose=ask.pose)
    if ask.pose == "run":
        tail = tube([(-28, -30), (-46, -34), (-52, -56), (-40, -72), (-48, -86)], [8, 12, 14, 11, 3])
        body = tube([(-24, -26), (0, -32), (22, -34)], [16, 15, 11]) | tube([(-24, -22), (-40, -8), (-50, -3)], [9, 5,
            3.6]) | tube([(20, -28), (34, -12), (44, -8)], [6, 4, 3])
        hx, hy, turn = 30.0, -40.0, 0.0
    else:
        tail = tube([(-12, -6), (-36, -10), (-44, -40), (-34, -68), (-44, -88), (-56, -78)], [7, 12, 15, 15, 11, 4])
        body = smooth([(2, -60), (14, -48), (16, -20), (14, 0), (-20, 1), (-28, -12), (-22, -38), (-10,
            -56)]) | oval(-10, -14, 16, 15) | tube([(-10, -3), (16, -3)], [4, 3.8])
        hx, hy, turn = 6.0, -62.0, (-30.0 if ask.pose == "look up" else 0.0)
        if coat.closed:
            hx, hy, turn = 14.0, -34.0, 20.0
    pen.shape(tail, pen.mix(coat.coat, pen.A, 0.15), form=0.34, form_width=7, rim=True, rim_width=1.8, wobble=1.2)
    skull = smooth([(-13, -3), (-6, -15), (7, -16), (20, -7), (24, 0), (15, 8), (0, 11), (-11, 7)])
    for x, t in ((7, 4), (-4, 14)):
        pen.at(hx, hy, 1.0, turn).shape(heads.ear(x, -12, 15, 4.4, t), coat.far if x > 0 else coat.coat, line=0.8,
            form=0.2)
    pen.shape(body | skull.turned(turn).moved(hx, hy), coat.coat, form=0.34, form_width=6, rim=True, rim_width=1.8,
        wobble=0.5)
    if ask.pose != "run":
        flat(pen, smooth([(6, -54), (15, -46), (15, -16), (6, -10), (2, -30)]) & body, coat.pale)
        nut = pen.natural("bread")
        if not coat.closed:
            pen.shape(oval(26, -40, 6.4, 7), nut, form=0.3, line=0.8)
            pen.shape(smooth([(19, -43), (26, -49), (33, -43), (26, -41)]), pen.natural("dark wood"), line=0.7,
                shadow=0.4)
            pen.shape(tube([(8, -42), (18, -32), (24, -36)], [4.4, 3.6, 3.2]), coat.coat, form=0.25, line=0.8)
    head = pen.at(hx, hy, 1.0, turn)
    flat(head, oval(15, 3.5, 8, 5) & skull, coat.pale)
    flat(head, oval(23, -1, 2.4, 2.0), black(pen), 0.4)
    head.line([(21, 3), (17, 5), (13, 4)], shade(pen, coat.coat, 0.6), 1.0, ink=0.5)
    eye(head, 8, -5, 3.2, coat.closed)


@thing("hedgehog", metres=0.22, box=(-67, -100, 78, 3), words="porcupine, hedgehogs, echidna", kinds="animal",
    category="animal", slots="coat", poses="walk, curl, look up", motion="walk")
def hedgehog(pen: Pen, ask: Ask) -> None:
    """A hedgehog with its spines."""
    spine, skin = pen.slot("coat", pen.natural("dark wood")), pen.natural("pale fur")
    rows = []
    for i in range(30):
        a = math.pi * (1.08 - i / 29 * 1.16) if ask.pose != "curl" else math.tau * i / 30
        r = 1.0 if i % 2 else 0.86
        rows.append((-6 + 60 * r * math.cos(a),
            -30 - 66 * r * math.sin(a) if ask.pose != "curl" else -48 - 50 * r * math.sin(a)))
    if ask.pose == "curl":
        pen.shape(polygon(rows), spine, form=0.34, form_width=9, rim=True, rim_width=2)
        face = oval(18, -34, 22, 20)
        pen.shape(face, skin, form=0.3, wobble=0.3)
        flat(pen, oval(33, -34, 4.6, 4), black(pen))
        eye(pen, 18, -38, 4, True)
        pen.line([(30, -28), (24, -24), (18, -25)], shade(pen, skin, 0.6), 1.4, ink=0.6)
    else:
        turn = -16 if ask.pose == "look up" else 0
        for x in (-30, -14, 18, 32):
            pen.shape(tube([(x, -14), (x + 2, -2)], [5, 4.4]), shade(pen, skin, 0.35 if x in (-14, 32) else 0.1),
                line=0.8)
        pen.shape(smooth([(-50, -8), (-40, -36), (20, -40), (44, -30), (40, -8), (0, -4)]), skin, form=0.3)
        head = pen.at(40, -28, 1.0, turn)
        head.shape(smooth([(-14, -20), (6, -20), (24, -6), (34, 2), (24, 10), (0, 16), (-16, 12)]), skin, form=0.28,
            form_width=5, rim=True, rim_width=1.6, wobble=0.3)
        flat(head, oval(33, 0, 5, 4.4), black(pen))
        head.line([(28, 7), (21, 10), (14, 8)], shade(pen, skin, 0.6), 1.5, ink=0.6)
        eye(head, 11, -6, 4.0, False)
        pen.shape(polygon([*rows, (40, -34), (30, -14), (-50, -10)]), spine, form=0.34, form_width=9, rim=True,
            rim_width=2)
        head.shape(oval(-6, -16, 8, 8), skin, form=0.25, line=0.8)
    for i in range(14):
        x, y = -46 + (i % 7) * 12, -44 - (i // 7) * 20 - (6 if i % 2 else 0)
        pen.line([(x, y), (x - 3, y - 10)], shade(pen, pen.mix(spine, pen.natural("pale fur"), 0.5), 0.1), 1.8, ink=0.5)


def _monkey_head(pen: Pen, coat: Colour, skin: Colour, closed: bool) -> None:
    for x in (-19, 21):
        pen.shape(oval(x, -2, 8, 9), coat, form=0.25, line=0.8)
        flat(pen, oval(x, -1.6, 4.6, 5.4), skin)
    pen.shape(oval(1, -4, 20, 19.5), coat, form=0.28, form_width=5, rim=True, rim_width=1.6, wobble=0.3)
    face = oval(-5, -4, 9, 10) | oval(9, -4, 9, 10) | oval(2, 6, 15, 10.6)
    pen.shape(face, skin, form=0.2, form_width=3, shadow=0.4, edge=0.3, line=0.7, wobble=0.2)
    for x in (-4, 9):
        eye(pen, x, -5, 3.1, closed)
    for nose in (0.6, 4.4):
        flat(pen, oval(nose, 3, 1.1, 0.8), shade(pen, skin, 0.7))
    pen.line([(-6, 8), (2, 12), (10, 8)], shade(pen, skin, 0.7), 1.4, ink=0.6)


@thing("monkey", metres=0.75, box=(-59, -100, 63, 2),
    words="ape, chimpanzee, gorilla, baboon, orangutan, lemur, monkeys, chimp", kinds="animal", category="animal",
        slots="coat",
       poses="sit, hang, walk, wave, sleep", motion="sway")
def monkey(pen: Pen, ask: Ask) -> None:
    """A monkey with a curled tail."""
    coat, skin = pen.slot("coat", pen.natural("fur")), pen.natural("pale fur")
    far = shade(pen, coat, 0.35)
    pose = ask.pose
    if pose == "walk":
        pen.shape(tube([(-32, -38), (-50, -46), (-54, -66), (-42, -72)], [4.6, 4, 3.4, 2.4]), coat, form=0.3)
        for row in ([(-26, -32), (-16, -16), (-14, -3)], [(22, -36), (14, -18), (12, -3)]):
            pen.shape(tube(row, [6, 4.6, 4.6]), far, form=0.2)
        trunk = tube([(-28, -36), (0, -40), (22, -46)], [15, 14, 12]) | tube([(-28, -34), (-34, -16), (-30, -3)], [8,
            5, 5]) | tube([(20, -40), (26, -20), (30, -3)], [7, 5, 5])
        pen.shape(trunk, coat, form=0.34, form_width=6, rim=True, rim_width=1.8)
        _monkey_head(pen.at(34, -62), coat, skin, False)
        return
    hang = pose == "hang"
    pen.shape(tube([(-16, -12), (-38, -6), (-50, -22), (-44, -38), (-36, -32)], [4.6, 4.4, 4, 3.4, 2.2]), coat,
        form=0.3)
    pen.shape(tube([(10, -44), (26, -34), (28, -20)] if not hang else [(8, -48), (22, -66), (20, -97)], [5.4, 4.6,
        4.2]), far, form=0.2)
    pen.shape(tube([(8, -14), (24, -18), (28, -4)], [7, 5.6, 4.6]), far, form=0.2)
    body = smooth([(0, -58), (14, -46), (16, -18), (10, -2), (-16, -2), (-22, -18), (-16, -46)])
    pen.shape(body | tube([(-10, -10), (8, -22), (14, -4), (22, -3)], [9, 6.4, 5, 4.4]), coat, form=0.34, form_width=6,
        rim=True, rim_width=1.8)
    flat(pen, oval(5, -32, 9, 14) & body, skin)
    arm = [(-10, -46), (-20, -30), (-6, -20)]
    if hang:
        arm = [(-10, -48), (-24, -68), (-14, -97)]
    elif pose == "wave":
        arm = [(-10, -46), (-30, -54), (-34, -76)]
    pen.shape(tube(arm, [6, 5, 4.6]), coat, form=0.3, form_width=2.4, rim=True, rim_width=1.4)
    flat(pen, oval(arm[2][0], arm[2][1], 4.4, 4.4), skin, 0.6)
    _monkey_head(pen.at(4, -70 if not hang else -64, 0.98, 14 if pose == "sleep" else 0), coat, skin, pose == "sleep")


@thing("kangaroo", metres=1.5, box=(-63, -100, 41, 2), words="wallaby, kangaroos, joey", kinds="animal",
    category="animal", slots="coat", poses="stand, run, look up", motion="hop")
def kangaroo(pen: Pen, ask: Ask) -> None:
    """A kangaroo on its long feet."""
    coat = Coat.of(pen, pen.natural("bread"), 0.7)
    own = pen.at(0, -6, 0.88, 14) if ask.pose == "run" else pen.at(0, 0, 0.95)
    tail = tube([(-14, -28), (-34, -12), (-50, -4), (-64, -3)], [10, 7, 4.4, 2])
    own.shape(tube([(-2, -28), (14, -16), (-2, -6), (20, -2)], [11, 6, 4.4, 3.4]), coat.far, form=0.2)
    body = smooth([(10, -74), (18, -62), (18, -40), (10, -20), (-8, -14), (-24, -22), (-24, -42), (-8, -62), (0, -74)])
    skull = heads.DOE.outline.scaled(0.62)
    turn = -30 if ask.pose == "look up" else 8
    own.shape(body | tail | tube([(4, -64), (8, -82)], [8, 6]) | skull.turned(turn).moved(8, -84), coat.coat,
        form=0.34, form_width=6, rim=True, rim_width=1.8, wobble=0.5)
    flat(own, smooth([(14, -62), (18, -44), (10, -22), (2, -30), (6, -50)]) & body, coat.pale)
    own.shape(oval(-8, -28, 14, 15) | tube([(-6, -26), (10, -18), (-10, -5), (20, -2)], [9, 6, 4.6, 3.4]), coat.coat,
        form=0.3, form_width=4, rim=True, rim_width=1.4)
    own.shape(tube([(8, -58), (20, -50), (24, -42)], [4.6, 3.6, 3]), coat.coat, form=0.25, line=0.8)
    head = own.at(8, -84, 0.62, turn)
    for x, t in ((3, 2), (-3, 14)):
        head.shape(heads.ear(x, -10, 24, 5.4, t), coat.far if x > 0 else coat.coat, form=0.25, line=0.8)
    flat(head, oval(31, 1, 3, 2.6), black(pen))
    head.line([(30, 6), (25, 7.4), (20, 6)], shade(pen, coat.coat, 0.6), 1.2, ink=0.5)
    eye(head, 12, -4, 3.4, False)


@thing("bat", metres=0.4, box=(-94, -100, 93, 2), words="bats, flying fox, vampire bat", kinds="bird, animal",
    category="animal", contact="air", slots="coat", poses="fly, glide, hang", motion="flutter")
def bat(pen: Pen, ask: Ask) -> None:
    """A bat with its wings spread, or hanging."""
    coat = pen.slot("coat", pen.mix(pen.natural("dark fur"), pen.scheme.named("purple", pen.G), 0.25))
    own = pen.at(0, -100, 1.0, 180) if ask.pose == "hang" else pen
    tip = {"glide": -50.0, "hang": -30.0}.get(ask.pose, -86.0)
    wide = 34.0 if ask.pose == "hang" else 92.0
    for side in (-1, 1):
        wing = smooth([(side * 8, -60), (side * wide * 0.5, tip), (side * wide, tip + 10), (side * wide * 0.9, -30),
            (side * wide * 0.66, -38), (side * wide * 0.54, -18),
                       (side * wide * 0.36, -30), (side * 16, -14), (side * 8, -24)], curve=0.7)
        own.shape(wing, shade(pen, coat, 0.25), form=0.3, form_width=6, rim=True, rim_width=1.8)
    own.shape(oval(0, -36, 17, 24), coat, form=0.3, form_width=6, rim=True, rim_width=1.8, wobble=0.8)
    for x, t in ((-10, 14), (10, -14)):
        own.shape(heads.ear(x, -66, 22, 7, t), coat, form=0.25, line=0.8)
        flat(own, heads.ear(x, -66, 15, 4, t), pen.mix(coat, pen.scheme.named("pink", pen.A), 0.5))
    own.shape(oval(0, -60, 18, 16), coat, form=0.28, rim=True, rim_width=1.6, wobble=0.5)
    for x in (-7, 7):
        eye(own, x, -62, 3.6, ask.pose == "hang", 0.4)
    own.line([(-5, -52), (0, -50), (5, -52)], pen.natural("feather"), 1.2, ink=0.5)
    for x in (-3, 3):
        flat(own, polygon([(x - 1.3, -51), (x + 1.3, -51), (x, -47)]), pen.natural("feather"))
