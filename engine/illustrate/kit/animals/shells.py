"""Reptiles and their like, owl and penguin: frog, snake, crocodile, turtle, tortoise, lizard, dragon, dinosaur."""
# outlines are rows of points, tables rows of words: they read best as written
# fmt: off

from __future__ import annotations

import math

from engine.illustrate.kit.animals.beasts import black, eye, flat, shade
from engine.illustrate.kit.animals.fowl import beak, spread_wing
from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import Path, Point, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen


@thing("owl", metres=0.5, box=(-54, -100, 54, 5), words="owls, barn owl", kinds="bird, animal", category="animal",
    slots="coat", poses="stand, fly, sleep, look up", motion="breathe")
def owl(pen: Pen, ask: Ask) -> None:
    """An owl that looks at us with round eyes."""
    coat = pen.slot("coat", pen.natural("fur"))
    pale, closed = pen.mix(coat, pen.natural("feather"), 0.65), ask.pose == "sleep"
    flying = ask.pose == "fly"
    own = pen.at(0, 2, 0.96)
    if flying:
        for flip in (False, True):
            own.at(12 if flip else -12, -52, 1.0, 48 if flip else -48, flip=not flip).at(0, 0, 1, 0, True).shape(
                spread_wing(52, 34), shade(pen, coat, 0.15), form=0.3, form_width=4, rim=True, rim_width=1.6
            )
    else:
        own.shape(smooth([(-14, -8), (-10, 2), (10, 2), (14, -8)]), shade(pen, coat, 0.35))
    body = smooth([(0, -72), (26, -62), (32, -32), (20, -4), (0, 0), (-20, -4), (-32, -32), (-26, -62)])
    own.shape(body, coat, form=0.32, form_width=8, rim=True, rim_width=2, wobble=0.5)
    flat(own, smooth([(0, -58), (17, -46), (18, -20), (0, -4), (-18, -20), (-17, -46)]), pale)
    for i in range(9):
        x, y = -10 + (i % 3) * 10 + (5 if (i // 3) % 2 else 0) - 2, -42 + (i // 3) * 11
        own.line([(x - 4, y), (x, y + 4), (x + 4, y)], shade(pen, coat, 0.1), 1.6, ink=0.6)
    if not flying:
        for s in (-1, 1):
            wing = smooth([(s * 24, -60), (s * 36, -40), (s * 32, -12), (s * 22, -4), (s * 20, -30)])
            own.shape(wing, shade(pen, coat, 0.25), form=0.25, form_width=3, rim=True, rim_width=1.4)
    for s in (-1, 1):
        own.line([(s * 8 - 3, -1), (s * 8, 1), (s * 8 + 3, -1)], pen.natural("ginger"), 3.0, ink=0.6)
    _owl_face(own.at(0, -70, 1.0, -12 if ask.pose == "look up" else 0), coat, closed)


def _owl_face(pen: Pen, coat: tuple[float, float, float], closed: bool) -> None:
    head = smooth([(-30, -30), (-14, -22), (0, -24), (14, -22), (30, -30), (32, -4), (20, 14), (0, 18), (-20, 14),
        (-32, -4)], curve=0.9)
    pen.shape(head, coat, form=0.28, form_width=6, rim=True, rim_width=1.8, wobble=0.4)
    for s in (-1, 1):
        pen.shape(oval(s * 12.5, -3, 13, 13), pen.mix(coat, pen.natural("feather"), 0.75), shadow=0.3, edge=0.3,
            line=0.7, wobble=0.2)
        if closed:
            eye(pen, s * 12.5, -3, 5, True)
            continue
        flat(pen, oval(s * 12, -3, 8, 8), pen.mix(pen.B, pen.L, 0.45), 0.5)
        eye(pen, s * 11.6, -3, 5.4, False)
    pen.shape(smooth([(-3.6, 2), (3.6, 2), (0, 12)], curve=0.5), pen.natural("straw"), form=0.2, line=0.8, shadow=0.5,
        wobble=0.1)


@thing("penguin", metres=0.8, box=(-31, -100, 62, 4), words="penguins, puffin", kinds="bird, animal",
    category="animal", slots="coat", poses="stand, walk, slide, look up", motion="walk")
def penguin(pen: Pen, ask: Ask) -> None:
    """A penguin, upright or on its belly."""
    coat = black(pen) if "coat" not in pen.slots else pen.slot("coat", pen.A)
    white, foot = pen.natural("feather"), pen.natural("ginger")
    slide = ask.pose == "slide"
    own = pen.at(-34, -22, 0.86, 84) if slide else pen.at(0, 0, 1.0, 5 if ask.pose == "walk" else 0)
    if slide:
        own = own.at(0, -12, 1.0)
    for x, dx in ((8, 6), (-8, -4)):
        own.shape(smooth([(x - 8, 2), (x - 4, -6), (x + 8 + dx * 0.5, -4), (x + 14, 2)]), foot, line=0.8, wobble=0.2)
    body = smooth([(2, -92), (22, -76), (30, -40), (24, -8), (4, -2), (-20, -6), (-30, -38), (-20, -76)])
    head = smooth([(-20, -76), (-16, -94), (2, -100), (20, -94), (24, -78), (10, -66), (-10, -66)])
    own.shape(body | head, coat, form=0.3, form_width=7, rim=True, rim_width=2, wobble=0.4)
    flat(own, smooth([(8, -70), (22, -64), (29, -36), (22, -8), (4, -4), (-8, -14), (-6, -46)]) & body, white)
    flat(own, smooth([(4, -78), (12, -92), (22, -86), (22, -74), (12, -68)]) & head, white)
    own.shape(beak("cone", 11, 0.6, 0.34).turned(-26 if ask.pose == "look up" else 0).moved(12, -82), foot, line=0.8,
        form=0.2, wobble=0.1)
    eye(own, 11, -86, 2.8, False)
    flip = 30 if ask.pose == "walk" else 8
    own.at(-10, -64, 1.0, flip).shape(smooth([(-5, 0), (6, 0), (8, 22), (0, 42), (-8, 24)]), shade(pen, coat, 0.1),
        form=0.3, form_width=3, rim=True, rim_width=1.6)


@thing("frog", metres=0.16, box=(-48, -100, 53, 8), words="toad, frogs, tadpole, bullfrog", kinds="animal",
    category="animal", slots="coat", poses="sit, leap, look up, sleep", motion="hop")
def frog(pen: Pen, ask: Ask) -> None:
    """A frog with eyes on top."""
    coat = pen.slot("coat", pen.scheme.named("green", pen.V))
    pale, far = pen.mix(coat, pen.natural("feather"), 0.6), shade(pen, coat, 0.35)
    leap = ask.pose == "leap"
    own = pen.at(4, -30, 0.74, -28) if leap else pen.at(0, 0, 1.06, -8 if ask.pose == "look up" else 0)
    if leap:
        hind = tube([(-30, -26), (-48, -8), (-30, 6), (-62, 18)], [11, 8, 5, 4])
        fore = tube([(24, -24), (40, -10), (54, -8)], [7, 5, 4])
    else:
        hind = tube([(-26, -20), (2, -30), (-28, -6), (8, -3)], [14, 10, 6, 4])
        fore = tube([(24, -34), (22, -16), (32, -3)], [7, 5, 4])
        own.shape(tube([(34, -30), (38, -14), (46, -3)], [6, 5, 4]), far)
    body = smooth([(48, -46), (40, -62), (16, -64), (-14, -50), (-40, -20), (-38, -6), (0, -4), (30, -12), (46, -32)])
    bumps = oval(16, -70, 13, 13) | oval(36, -70, 11, 12)
    own.shape(body | bumps, coat, form=0.32, form_width=8, rim=True, rim_width=2, wobble=0.4)
    flat(own, smooth([(48, -36), (34, -40), (14, -30), (10, -6), (34, -6)]) & body, pale)
    own.shape(hind, coat, form=0.3, form_width=5, rim=True, rim_width=1.6, wobble=0.4)
    own.shape(fore, coat, form=0.3, form_width=3, rim=True, rim_width=1.4, wobble=0.4)
    own.line([(48, -46), (34, -38), (14, -42)], shade(pen, coat, 0.6), 1.8, ink=0.7)
    for x in (17, 37):
        eye(own, x, -72, 6.0, ask.pose == "sleep", 0.3)
    for x, y, r in ((-6, -44, 5), (-20, -32, 4), (6, -54, 3.4)):
        flat(own, oval(x, y, r, r * 0.8), shade(pen, coat, 0.25))


@thing("snake", metres=0.5, box=(-71, -100, 91, 5), words="serpent, cobra, python, viper, eel, snakes", kinds="animal",
    category="animal", slots="coat", poses="coil, crawl, rise, sleep, tied", motion="sway")
def snake(pen: Pen, ask: Ask) -> None:
    """A snake, coiled or on its way, or tied along a pole."""
    coat = pen.slot("coat", pen.scheme.named("green", pen.V))
    mark = pen.mix(pen.B, pen.L, 0.25)
    if ask.pose == "tied":
        row: list[Point] = [(-26, -1), (-9, -12), (9, -25), (-9, -40), (9, -55), (-6, -69), (5, -82)]
        halves, hx, hy = [1.4, 5, 6.6, 7.4, 7.4, 6.6, 5.6], 9.0, -86.0
        cane = pen.mix(pen.V, pen.L, 0.35)
        pen.shape(tube([(0, 0), (0, -95)], [4.4, 3.8], flat_end=True), cane, form=0.35, rim=True, rim_width=1.4)
        for y in (-16.0, -34.0, -52.0, -70.0, -92.0):
            flat(pen, oval(0, y, 5.2, 1.5), shade(pen, cane, 0.4))
    elif ask.pose in ("crawl", "sleep"):
        row = [(-66, -6), (-46, -14), (-26, -6), (-4, -16), (16, -6), (34, -16), (46, -14)]
        halves, hx, hy = [2.0, 6, 8, 9, 9, 8, 7], 50.0, -15.0
    else:
        high = -84.0 if ask.pose == "rise" else -66.0
        for y, a in ((-8.0, 54.0), (-22.0, 42.0)):
            pen.shape(oval(-6, y, a, 13), coat if y > -10 else shade(pen, coat, 0.08), form=0.34, form_width=6,
                rim=True, rim_width=1.8, wobble=0.5)
            for i in range(5):
                flat(pen, oval(-6 + a * (-0.7 + 0.35 * i), y - 1, 5, 3.6), mark)
        pen.shape(tube([(-46, -8), (-60, -4), (-69, -10)], [7, 5, 1.4]), coat, form=0.3)
        row, halves, hx, hy = [(-14, -28), (-2, -44), (10, -52 + (high + 66) * 0.5), (2, high + 4), (16, high)], [9, 9,
            8.6, 8, 7.4], 18.0, high
    pen.shape(tube(row, halves), coat, form=0.34, form_width=5, rim=True, rim_width=1.8, wobble=0.5)
    for i in range(len(row) - 1):
        x, y = (row[i][0] + row[i + 1][0]) / 2, (row[i][1] + row[i + 1][1]) / 2
        flat(pen, oval(x, y, 4.4, 3.6), mark)
    if ask.pose == "tied":
        for y in (-20.0, -47.0, -74.0):
            for dy in (0, 4):
                pen.line([(-13, y + dy + 2), (0, y + dy), (13, y + dy - 2)], pen.natural("straw"), 3.0, ink=0.6)
    own = pen.at(hx, hy, 0.8 if ask.pose == "tied" else 1.0)
    if ask.pose != "sleep":
        own.line([(24, 3), (34, 4), (40, 0)], pen.scheme.named("red", pen.A), 1.6, ink=0.6)
        own.line([(34, 4), (40, 7)], pen.scheme.named("red", pen.A), 1.6, ink=0.6)
    own.shape(smooth([(-10, -5), (2, -13), (16, -10), (27, 0), (24, 6), (8, 10), (-8, 8)]), coat, form=0.28,
        form_width=4, rim=True, rim_width=1.6, wobble=0.3)
    own.line([(26, 2), (16, 5), (8, 3)], shade(pen, coat, 0.6), 1.3, ink=0.6)
    eye(own, 10, -5, 3.6, ask.pose == "sleep", 0.35)


@thing("crocodile", metres=0.6, box=(-204, -100, 184, 8), words="alligator, caiman, crocodiles",
    kinds="lizard, animal", category="animal", slots="coat", poses="lie, snap, swim, swim snap, walk", motion="still")
def crocodile(pen: Pen, ask: Ask) -> None:
    """A crocodile, its jaws shut or open, on land or in the water."""
    coat = pen.slot("coat", pen.mix(pen.natural("moss"), pen.natural("iron"), 0.2))
    pale, far = pen.mix(coat, pen.natural("bone"), 0.6), shade(pen, coat, 0.35)
    swim, snaps = ask.pose.startswith("swim"), ask.pose.endswith("snap")
    own = pen.at(0, 14 if swim else 0, 1.8)
    step = 6 if ask.pose == "walk" else 0
    if not swim:
        for x, dx in ((-34.0, 8 + step), (30.0, 8 - step)):
            own.shape(tube([(x, -22), (x + dx, -12), (x + dx + 4, -2)], [8, 5, 4.4]), far)
    body = smooth([(52, -34), (20, -42), (-30, -38), (-70, -22), (-108, -8), (-108, -4), (-66, -6), (-30, -8), (20,
        -8), (50, -14)])
    gape = 24.0 if snaps else 3.0
    lower = smooth([(40, -22), (70, -16), (98, -15), (98, -10), (60, -8), (36, -10)])
    upper = smooth([(-6, 6), (-4, -8), (8, -17), (20, -11), (40, -6), (58, -10), (62, -4), (58, 2), (30, 5), (8, 8)])
    if snaps:
        own.shape(polygon([(46, -24), (88, -40), (92, -16)]), shade(pen, pen.scheme.named("red", pen.A), 0.35), line=0)
    own.shape(lower, shade(pen, coat, 0.12), form=0.25)
    own.shape(body, coat, form=0.34, form_width=7, rim=True, rim_width=2)
    flat(own, smooth([(50, -18), (0, -16), (-70, -10), (-60, 0), (50, 0)]) & body, pale)
    for i in range(11):
        x = -92 + i * 12.4
        y = -10 - 30 * math.sin(min(max((x + 108) / 160, 0.05), 1) * math.pi * 0.62)
        own.shape(polygon([(x - 4, y + 2), (x + 1, y - 6), (x + 6, y + 2)]), shade(pen, coat, 0.2), line=0.6,
            shadow=0.3, wobble=0.2)
    head = own.at(40, -26, 1.0, -gape * 0.9 + 3)
    head.shape(upper, coat, form=0.3, form_width=4, rim=True, rim_width=1.8)
    for i in range(5):
        head.shape(polygon([(24 + i * 7, 2.5), (29 + i * 7, 2.0), (26.5 + i * 7, 7.5)]), pen.natural("feather"),
            shadow=0.2, edge=0, line=0.5, wobble=0.1)
    flat(head, oval(57, -7, 1.6, 1.2), black(pen))
    eye(head, 8, -11, 3.4, False, 0.4)
    if not swim:
        for x, dx in ((-44, 6 - step), (20, 6 + step)):
            own.shape(tube([(x, -20), (x + dx, -10), (x + dx + 2, -3), (x + dx + 10, -2)], [9, 6, 4.6, 3.6]), coat,
                form=0.3, form_width=3, rim=True, rim_width=1.4)


def _shell_animal(pen: Pen, ask: Ask, sea: bool) -> None:
    skin = pen.slot("skin", pen.natural("grass"))
    shell = pen.slot("shell", pen.natural("clay" if not sea else "moss"))
    far = shade(pen, skin, 0.35)
    hide, swim = ask.pose == "hide", ask.pose == "swim"
    y = -14.0 if not swim else -34.0
    if swim or sea:
        for row in ([(22, y - 6), (44, y + 8), (40, y + 26)], [(-34, y - 4), (-52, y + 8), (-62, y + 6)]):
            pen.shape(tube(row, [9, 8, 2]), far, form=0.2)
    elif not hide:
        for x in (-26, 34):
            pen.shape(tube([(x, -16), (x + 2, -3)], [8, 7]), far)
    if not hide:
        up = -22 if ask.pose in ("look up", "walk") else -8
        neck = [(38, y - 10), (56, y - 14 + up * 0.5), (64, y - 18 + up)]
        pen.shape(tube(neck, [10, 8, 8]), skin, form=0.3, form_width=3)
        head = pen.at(66, y - 20 + up, 1.0, -14 if ask.pose == "look up" else 0)
        head.shape(smooth([(-12, 2), (-8, -14), (8, -17), (22, -6), (22, 4), (8, 12), (-8, 10)]), skin, form=0.28,
            form_width=4, rim=True, rim_width=1.6, wobble=0.3)
        head.line([(21, 3), (13, 6), (6, 4)], shade(pen, skin, 0.6), 1.5, ink=0.6)
        eye(head, 9, -6, 3.8, ask.pose == "sleep", 0.2)
        pen.shape(tube([(-50, y), (-62, y + 6)], [4, 1.4]), skin, form=0.2)
    if not sea and not hide:
        for x in (-36, 22):
            pen.shape(tube([(x, -18), (x + (4 if ask.pose == "walk" else 0), -4)], [9.4, 8]), skin, form=0.3,
                form_width=3, rim=True, rim_width=1.4)
    high = 54 if not sea else 44
    drop = 12 if hide else 0
    dome: Path = smooth([(-54, y + 4 + drop), (-50, y - high * 0.5 + drop), (-24, y - high + drop), (14,
        y - high + drop), (42, y - high * 0.5 + drop), (50, y + 2 + drop), (0, y + 9 + drop)])
    pen.shape(dome, shell, form=0.34, form_width=9, rim=True, rim_width=2.2, wobble=0.4)
    for x in (-34, -2, 28):
        w = 13 if x == -2 else 9
        plate = polygon([(x - w, y - high * 0.34 + drop), (x - w * 0.6, y - high * 0.72 + drop), (x + w * 0.6,
            y - high * 0.72 + drop), (x + w, y - high * 0.34 + drop), (x, y - high * 0.12 + drop)])
        flat(pen, plate & dome, pen.mix(shell, pen.natural("straw"), 0.42), 0.6)
    pen.shape(smooth([(-58, y + 2 + drop), (0, y - 3 + drop), (54, y + drop), (50, y + 8 + drop), (0, y + 11 + drop),
        (-54, y + 9 + drop)]), pen.mix(shell, pen.natural("straw"), 0.3), form=0.25, wobble=0.4)
    if hide:
        peek = pen.at(44, y + 14)
        peek.shape(oval(0, 0, 13, 9), shade(pen, skin, 0.25), line=0.8, wobble=0.2)
        eye(peek, 4, -1, 3.6, False, 0.3)
    if sea:
        pen.shape(tube([(20, y + 2), (30, y + 14), (16, y + 30 if swim else y + 12)], [10, 9, 2]), skin, form=0.3,
            rim=True, rim_width=1.4)


@thing("tortoise", metres=0.4, box=(-77, -100, 108, 8), words="land turtle, tortoises", kinds="turtle, animal",
    category="animal", slots="shell, skin", poses="walk, stand, hide, look up, sleep", motion="still")
def tortoise(pen: Pen, ask: Ask) -> None:
    """A tortoise with a high shell."""
    _shell_animal(pen.at(0, 0, 1.2), ask, False)


@thing("turtle", metres=0.6, box=(-77, -100, 108, 8), words="sea turtle, terrapin, turtles", kinds="tortoise, animal",
    category="animal", slots="shell, skin", poses="swim, stand, hide, look up", motion="drift")
def turtle(pen: Pen, ask: Ask) -> None:
    """A sea turtle with flippers."""
    _shell_animal(pen.at(0, 0, 1.2), ask, True)


@thing("lizard", metres=0.2, box=(-119, -100, 107, 8), words="gecko, chameleon, salamander, iguana, newt",
    kinds="animal", category="animal", slots="coat", poses="stand, look up, walk", motion="still")
def lizard(pen: Pen, ask: Ask) -> None:
    """A lizard with a curled tail."""
    coat = pen.slot("coat", pen.mix(pen.scheme.named("green", pen.V), pen.L, 0.25))
    far = shade(pen, coat, 0.35)
    own = pen.at(0, 0, 1.78, -6 if ask.pose == "look up" else 0)
    step = 6 if ask.pose == "walk" else 0
    for x, dx in ((-16, -8 + step), (24, 12 - step)):
        own.shape(tube([(x, -20), (x + dx, -14), (x + dx + 4, -2)], [5, 4, 3.4]), far)
    tail = tube([(-24, -22), (-44, -18), (-58, -26), (-56, -42), (-46, -44), (-45, -36)], [9, 7, 5, 4, 3, 1.6])
    body = tube([(-24, -22), (0, -26), (24, -26), (36, -34)], [9, 12, 10, 8])
    head = smooth([(28, -34), (32, -48), (44, -50), (58, -38), (58, -32), (42, -27)])
    own.shape(tail | body | head, coat, form=0.34, form_width=5, rim=True, rim_width=1.8, wobble=0.4)
    for i in range(6):
        own.shape(polygon([(-22 + i * 9, -31 - i * 0.8), (-18 + i * 9, -39 - i * 0.8), (-13 + i * 9,
            -31.4 - i * 0.8)]), pen.mix(coat, pen.A, 0.4), line=0.5, shadow=0.3)
    for x, dx in ((-22, -10 - step), (18, 8 + step)):
        own.shape(tube([(x, -20), (x + dx, -12), (x + dx + 2, -3), (x + dx + 8, -2)], [6, 4.6, 3.6, 3]), coat,
            form=0.3, rim=True, rim_width=1.4)
    own.line([(57, -33), (48, -33), (42, -36)], shade(pen, coat, 0.6), 1.2, ink=0.6)
    eye(own, 43, -43, 4.0, False, 0.4)
