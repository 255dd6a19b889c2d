"""Vehicles on wheels and rails and in the air. A body, panes, and the shared wheels."""

from __future__ import annotations

from engine.illustrate.kit.figures import archetypes, figure
from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import arched, bar, bars, glazing, mark, mass, pane, wheel, white
from engine.illustrate.paint.forms import cloud
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen
from engine.illustrate.scene import FigureSpec
from engine.looks import Colour

# fmt: off


def _head_lamp(pen: Pen, x: float, y: float, r: float, lit: bool) -> None:
    """A head lamp, with its beam to the right when it burns."""
    mark(pen, oval(x, y, r * 0.8, r), pen.lit if lit else pen.mix(pen.L, pen.r(1.0), 0.5), 0.7)
    if lit:
        pen.beam(polygon([(x, y - r), (x + 130, y - 18), (x + 130, y + 34), (x, y + r)]), x, y, 130, strength=0.4)
        pen.lamp(x, y, r * 7, 0.8)


def _driver(pen: Pen, ask: Ask, x: float, y: float, scale: float) -> None:
    """Whoever drives, behind the glass: drawn before the lower body, which hides all below the arms."""
    told = ask.options.get("driver", "")
    if not told:
        return
    spec = archetypes.filled(FigureSpec.model_validate_json(told), told)
    figure.draw(pen.at(x, y, scale), spec, Ask(pose="cross_legged", seed=ask.seed), (), {})


def _arch(pen: Pen, x: float, y: float, r: float) -> None:
    mark(pen, oval(x, y, r) & box(x - r, y - r, 2 * r, r + 2), pen.r(0.05), 0.4)


@thing("bus", metres=3.0, box=(-134, -100, 138, 2), words="city bus, last bus, school bus, autobus", kinds="vehicle",
       category="vehicle", slots="body", motion="roll")
def bus(pen: Pen, ask: Ask) -> None:
    """A city bus with lit windows, a door and a line sign."""
    body, own = pen.slot("body", pen.A), pen.calm(0.6)
    shell = smooth([(-128, -98), (-60, -99), (60, -99), (118, -98), (128, -60), (136, -24), (128, -12), (40, -11),
                    (-60, -11), (-128, -12), (-134, -30)], curve=0.25)
    mass(own, shell, body, 0.28, 0.12, 7, fall=True)
    for i in range(6):
        glazing(own, box(-118 + i * 31, -84, 27, 33, 3), ask.lit)
    for x in (70, 86):
        glazing(own, box(x, -84, 14, 64, 2), ask.lit)
    glazing(own, smooth([(105, -84), (117, -84), (122, -52), (106, -52)], curve=0.3), ask.lit)
    mark(own, shell & box(-140, -44, 205, 6), white(pen))
    mark(own, box(50, -99, 54, 12, 3), pen.r(0.06))
    for i in range(5):
        mark(own, box(56 + i * 9, -96, 6, 6), pen.lit, 0)
    for x in (-78, 48):
        _arch(own, x, -16, 24)
        wheel(pen, x, -17, 18)
    _head_lamp(own, 129, -26, 4.6, ask.lit)
    if ask.lit:
        own.glow(-20, -66, 110, pen.B, 0.25)


@thing("car", metres=1.5, box=(-124, -100, 126, 2), words="automobile, motorcar, sedan, driving", kinds="vehicle",
       category="vehicle", slots="body", motion="roll")
def car(pen: Pen, ask: Ask) -> None:
    """A small rounded car."""
    body, own = pen.slot("body", pen.mix(pen.G, pen.r(0.5), 0.15)), pen.calm(0.6)
    _car_body(own, body, ask)
    for x in (-70, 70):
        _arch(own, x, -24, 31)
        wheel(pen, x, -24, 24)
    _head_lamp(own, 117, -45, 6, ask.lit)
    mark(own, box(-121, -50, 6, 11, 2), pen.A)


def _car_body(pen: Pen, body: Colour, ask: Ask) -> None:
    lit = ask.lit
    roof = smooth([(-76, -58), (-60, -88), (-34, -99), (14, -99), (38, -88), (62, -58)], curve=0.6)
    mass(pen, roof, body, 0.2, 0.12)
    glazing(pen, polygon([(-66, -60), (-53, -86), (-32, -92), (-12, -92), (-12, -60)]), lit)
    glazing(pen, polygon([(-5, -60), (-5, -92), (12, -92), (32, -84), (50, -60)]), lit)
    _driver(pen, ask, 6, -25, 1.0)
    shell = smooth([(-120, -30), (-116, -54), (-78, -62), (0, -63), (66, -62), (112, -52), (123, -30), (116, -19),
                    (-114, -19)], curve=0.5)
    mass(pen, shell, body, 0.3, 0.14, 8, fall=True)
    mark(pen, shell & box(-130, -34, 260, 4), pen.r(0.9))
    pen.line([(-9, -62), (-10, -24)], pen.shaded(body, 0.35), 1.6, ink=0.5)
    mark(pen, box(-26, -53, 12, 3.4, 1.6), pen.r(0.95), 0.4)


@thing("taxi", metres=1.6, box=(-124, -100, 126, 2), words="cab, taxicab", kinds="car, vehicle", category="vehicle",
       slots="body", motion="roll")
def taxi(pen: Pen, ask: Ask) -> None:
    """A yellow cab with a lit sign and a chequered band."""
    base = pen.at(0, 0, 0.9)
    mass(base, box(-26, -110, 34, 13, 3), pen.r(0.08), rim=0)
    mark(base, box(-21, -107, 24, 8, 2), pen.lit)
    _car_body(base.calm(0.6), pen.slot("body", pen.B), ask)
    for i in range(20):
        mark(base, box(-112 + i * 11, -47 + (i % 2) * 5, 5.5, 5), pen.r(0.06), 0)
        mark(base, box(-106.5 + i * 11, -47 + ((i + 1) % 2) * 5, 5.5, 5), pen.r(0.06), 0)
    for x in (-70, 70):
        _arch(base, x, -24, 31)
        wheel(base, x, -24, 24)
    _head_lamp(base, 117, -40, 5, ask.lit)


@thing("truck", metres=3.2, box=(-116, -100, 112, 2), words="lorry, van, delivery truck, delivery van, removal van",
       kinds="vehicle", category="vehicle", slots="body, load", motion="roll")
def truck(pen: Pen, ask: Ask) -> None:
    """A lorry with a box body."""
    body, load = pen.slot("body", pen.A), pen.slot("load", white(pen, 0.2))
    mass(pen, box(-112, -24, 218, 9), pen.r(0.12), rim=0)
    mass(pen, box(-114, -99, 150, 78, 3), load, 0.22, 0.12, 7)
    mark(pen, box(-114, -48, 150, 8), pen.G)
    mass(pen, smooth([(42, -80), (78, -80), (90, -52), (106, -46), (109, -18), (42, -18)], curve=0.3), body, 0.28, 0.14,
         7)
    glazing(pen, polygon([(56, -73), (75, -73), (84, -50), (56, -50)]), ask.lit)
    if ask.options.get("driver"):
        _driver(pen, ask, 62, -22.5, 0.76)
        mass(pen, smooth([(42, -51), (90, -51), (106, -46), (109, -18), (42, -18)], curve=0.2), body, 0.28, 0.14, 7, rim=0)
    pen.line([(50, -46), (50, -22)], pen.shaded(body, 0.4), 1.3, ink=0.5)
    mark(pen, box(56, -42, 9, 3, 1), pen.r(0.9))
    for x in (-82, -44, 76):
        _arch(pen, x, -18, 21)
        wheel(pen, x, -16, 16)
    _head_lamp(pen, 104, -32, 4.5, ask.lit)


@thing("ambulance", metres=2.7, box=(-98, -100, 98, 2), words="paramedic, rescue car", kinds="truck, car, vehicle",
       category="vehicle", slots="body, cross", motion="roll")
def ambulance(pen: Pen, ask: Ask) -> None:
    """A white ambulance with a red cross and a blue light."""
    body, red = pen.slot("body", white(pen, 0.08)), pen.slot("cross", pen.A)
    mass(pen, box(26, -100, 17, 10, 4), pen.mix(pen.G, pen.r(0.6), 0.2), rim=0)
    if ask.lit:
        pen.glow(34, -96, 60, pen.G, 0.8)
    shell = smooth([(-94, -90), (48, -91), (64, -86), (80, -56), (94, -48), (96, -18), (-95, -18)], curve=0.2)
    mass(pen, shell, body, 0.25, 0.1, 6)
    mark(pen, shell & box(-100, -42, 210, 9), red)
    mark(pen, box(-43, -82, 10, 32) | box(-54, -71, 32, 10), red, 0.7)
    glazing(pen, polygon([(38, -82), (60, -82), (74, -54), (38, -54)]), ask.lit)
    pen.line([(30, -88), (30, -20)], pen.shaded(body, 0.4), 1.3, ink=0.5)
    for x in (-56, 56):
        _arch(pen, x, -18, 24)
        wheel(pen, x, -18, 18)
    _head_lamp(pen, 91, -37, 4.4, ask.lit)


@thing("train", metres=4.2, box=(-130, -100, 126, 2),
       words="locomotive, steam train, steam engine, railway engine, railroad", kinds="vehicle", category="vehicle",
       slots="body", motion="roll")
def train(pen: Pen, ask: Ask) -> None:
    """A steam locomotive with its tender and smoke."""
    body, dark, gold = pen.slot("body", pen.mix(pen.G, pen.r(0.1), 0.3)), pen.natural("iron"), pen.natural("brass")
    pen.shape(cloud(44, -78, 100, 22, seed=3), pen.mix(pen.r(0.95), pen.G, 0.08), form=0.15, line=0.7)
    mass(pen, box(-128, -52, 54, 36, 2), pen.shaded(body, 0.15), 0.25)
    mark(pen, smooth([(-126, -51), (-112, -62), (-100, -58), (-88, -62), (-76, -51)]), pen.r(0.05))
    mass(pen, polygon([(78, -56), (88, -56), (92, -80), (74, -80)]), dark, 0.3)
    mass(pen, smooth([(28, -58), (32, -70), (42, -70), (46, -58)], curve=0.5), gold, 0.3)
    mass(pen, box(-22, -60, 126, 40, 14), body, 0.35, 0.15, 9, fall=True)
    for x in (6, 34, 62):
        mark(pen, box(x, -60, 4, 40), gold)
    mass(pen, box(-66, -78, 52, 60, 1), pen.mix(body, pen.A, 0.0), 0.25)
    mass(pen, smooth([(-74, -76), (-68, -86), (-12, -86), (-6, -76)], curve=0.4), pen.A, rim=1)
    pane(pen, -54, -70, 28, 22, ask.lit, gold, bars_=False)
    mass(pen, oval(100, -41, 10, 19), dark, 0.3)
    mass(pen, polygon([(96, -20), (124, 0), (92, 0)]), pen.A, 0.3)
    mass(pen, box(-74, -22, 176, 7), pen.r(0.1), rim=0)
    for x, r in ((-112, 11), (-88, 11), (-44, 18), (-4, 18), (40, 18), (78, 12)):
        wheel(pen, x, -r, r, pen.mix(pen.A, pen.r(0.1), 0.25), 4)
    pen.line([(-44, -14), (40, -14)], pen.natural("steel"), 4, ink=0.6)
    _head_lamp(pen, 106, -62, 5, ask.lit)


@thing("railway carriage", metres=3.8, box=(-128, -100, 128, 2),
       words="train carriage, train car, passenger train, metro, subway", kinds="train, vehicle", category="vehicle",
       slots="body", motion="roll", faces="none")
def carriage(pen: Pen, ask: Ask) -> None:
    """A railway carriage with a row of windows."""
    body = pen.slot("body", pen.A)
    mass(pen, smooth([(-126, -84), (-116, -99), (116, -99), (126, -84)], curve=0.35), pen.r(0.25), 0.2)
    mass(pen, box(-126, -86, 252, 66, 3), body, 0.25, 0.12, 7, fall=True)
    mark(pen, box(-126, -38, 252, 6), white(pen))
    for i in range(6):
        glazing(pen, box(-90 + i * 31, -76, 25, 31, 2), ask.lit)
    for x in (-120, 102):
        mass(pen, box(x, -78, 17, 57, 1), pen.shaded(body, 0.25), rim=0)
        glazing(pen, box(x + 3.5, -73, 10, 20, 1), ask.lit)
    mass(pen, box(-118, -21, 236, 6), pen.r(0.08), rim=0)
    for x in (-96, -68, 68, 96):
        wheel(pen, x, -12, 12)
    if ask.lit:
        pen.glow(0, -60, 120, pen.B, 0.25)


@thing("tram", metres=3.4, box=(-96, -100, 98, 2), words="streetcar, trolley, trolley car, tramway",
       kinds="train, bus, vehicle", category="vehicle", slots="body", motion="roll")
def tram(pen: Pen, ask: Ask) -> None:
    """A city tram with its pole on the wire."""
    body = pen.slot("body", pen.mix(pen.B, pen.A, 0.2))
    bars(pen, [((-10, -82), (18, -91)), ((18, -91), (-2, -99))], 1.1, pen.natural("iron"))
    pen.line([(-30, -99), (30, -99)], pen.natural("iron"), 1.4)
    mass(pen, smooth([(-90, -74), (-80, -85), (80, -85), (90, -74)], curve=0.35), pen.r(0.25), 0.2)
    mass(pen, smooth([(-90, -76), (90, -76), (96, -40), (92, -14), (-92, -14), (-95, -40)], curve=0.2), body, 0.25,
         0.12, 7, fall=True)
    mark(pen, box(-94, -38, 188, 18), white(pen))
    for i in range(5):
        glazing(pen, box(-80 + i * 27, -70, 22, 28, 2), ask.lit)
    mass(pen, box(58, -70, 24, 55, 1), pen.shaded(body, 0.2), rim=0)
    glazing(pen, box(62, -66, 16, 30, 1), ask.lit)
    for x in (-48, -22, 22, 48):
        wheel(pen, x, -9, 9)
    mass(pen, box(-70, -16, 140, 7), pen.r(0.08), rim=0)
    _head_lamp(pen, 91, -28, 4.6, ask.lit)


@thing("rickshaw", metres=1.8, box=(-72, -100, 84, 2), words="auto rickshaw, tuk tuk, tuktuk, three-wheeler",
       kinds="taxi, car, vehicle", category="vehicle", slots="body, roof", motion="roll")
def rickshaw(pen: Pen, ask: Ask) -> None:
    """A three-wheeled auto rickshaw."""
    body, roof = pen.slot("body", pen.V), pen.slot("roof", pen.B)
    mark(pen, polygon([(-60, -40), (-56, -86), (34, -86), (56, -44)]),
         pen.mix(pen.r(0.08), pen.natural("dark wood"), 0.3))
    mass(pen, box(-46, -54, 40, 26, 5), pen.natural("dark wood"), rim=0)
    bars(pen, [((-6, -88), (-6, -32)), ((40, -86), (62, -44))], 2, pen.natural("iron"))
    glazing(pen, polygon([(22, -82), (36, -82), (55, -48), (26, -48)]), ask.lit)
    mass(
        pen,
        smooth([(-66, -58), (-64, -90), (-40, -99), (26, -99), (44, -88), (40, -84), (-48, -84), (-52, -58)],
               curve=0.4), roof, 0.25)
    mass(
        pen,
        smooth([(-68, -60), (-48, -58), (-38, -32), (-4, -30), (20, -44), (60, -46), (76, -34), (76, -18), (-66, -16)],
               curve=0.35), body, 0.3, 0.15, 6)
    mark(pen, polygon([(-66, -34), (-40, -32), (-4, -30), (20, -38), (76, -32), (76, -27), (-66, -27)]), pen.B)
    for x, r in ((-44, 15), (62, 14)):
        _arch(pen, x, -r, r + 4)
        wheel(pen, x, -r, r)
    _head_lamp(pen, 74, -38, 4.5, ask.lit)


@thing("tractor", metres=2.4, box=(-72, -100, 84, 2), words="farm tractor", kinds="truck, vehicle", category="vehicle",
       slots="body", motion="roll")
def tractor(pen: Pen, ask: Ask) -> None:
    """A farm tractor with a large rear wheel."""
    body = pen.slot("body", pen.A)
    bars(pen, [((-44, -92), (-44, -50)), ((6, -92), (12, -50))], 2.6, pen.natural("iron"))
    glazing(pen, polygon([(-40, -88), (2, -88), (8, -54), (-40, -54)]), ask.lit)
    _driver(pen, ask, -22, -37, 0.78)
    mass(pen, box(-56, -100, 72, 10, 4), body)
    pen.shape(bar((52, -62), (52, -92), 2.4), pen.natural("iron"), form=0.2)
    mass(pen, smooth([(8, -62), (66, -60), (78, -52), (78, -26), (-30, -24), (-30, -54)], curve=0.25), body, 0.3, 0.15,
         7)
    for i in range(4):
        pen.line([(56 + i * 6, -54), (56 + i * 6, -34)], pen.shaded(body, 0.45), 1.8, ink=0.5)
    mass(pen, smooth([(-68, -38), (-58, -62), (-30, -70), (0, -62), (6, -44), (-30, -58)], curve=0.7),
         pen.shaded(body, 0.12))
    wheel(pen, -32, -31, 31, pen.B)
    wheel(pen, 58, -19, 19, pen.B)
    _head_lamp(pen, 78, -46, 4, ask.lit)


@thing("cart", metres=1.6, box=(-88, -100, 110, 2), words="bullock cart, handcart, wheelbarrow, barrow, ox cart",
       kinds="vehicle", category="vehicle", slots="wood, load", motion="roll")
def cart(pen: Pen, ask: Ask) -> None:
    """A two-wheeled wooden cart heaped with hay."""
    wood, straw = pen.slot("wood", pen.natural("wood")), pen.slot("load", pen.natural("straw"))
    mass(pen, smooth([(-76, -58), (-66, -84), (-34, -96), (-4, -99), (28, -94), (54, -82), (62, -58)], curve=0.8),
         straw, 0.3)
    rng = pen.rng("straw")
    for _ in range(12):
        x, y = rng.uniform(-56, 44), rng.uniform(-88, -66)
        pen.line([(x, y), (x + rng.uniform(-8, 8), y - 7)], pen.shaded(straw, 0.3), 1.4, ink=0.4)
    pen.shape(bar((40, -44), (108, -38), 3, 2.2), wood, form=0.3)
    mass(pen, polygon([(-86, -62), (70, -62), (62, -38), (-78, -38)]), wood, 0.25)
    for y in (-54, -46):
        pen.line([(-82, y), (66, y)], pen.shaded(wood, 0.4), 1.4, ink=0.4)
    for x in (-70, -30, 14, 54):
        pen.shape(bar((x - 2, -72), (x, -38), 2.6), pen.shaded(wood, 0.2), form=0.3)
    wheel(pen, -8, -34, 34, pen.natural("dark wood"), 5)


@thing("motorcycle", metres=1.1, box=(-94, -100, 92, 2), words="motorbike, scooter, moped", kinds="bicycle, vehicle",
       category="vehicle", slots="body", motion="roll", seat=(-26, -72), grip=(40, -96))
def motorcycle(pen: Pen, ask: Ask) -> None:
    """A motor scooter."""
    body = pen.slot("body", pen.mix(pen.G, pen.r(0.7), 0.2))
    for x in (-58, 62):
        wheel(pen, x, -22, 22)
    pen.shape(bar((62, -22), (38, -92), 4), pen.natural("steel"), form=0.3)
    mass(
        pen,
        smooth([(-86, -46), (-72, -66), (-14, -66), (-2, -34), (24, -28), (34, -80), (44, -82), (50, -42), (38, -16),
                (-22, -16), (-84, -26)], curve=0.5), body, 0.3, 0.15, 8)
    mass(pen, smooth([(40, -36), (52, -48), (76, -46), (88, -28), (70, -36), (50, -30)], curve=0.7), body, 0.25)
    mass(pen, smooth([(-80, -66), (-70, -78), (-20, -78), (-8, -70), (-14, -64)], curve=0.6), pen.natural("dark wood"))
    pen.line([(36, -90), (26, -98), (18, -96)], pen.r(0.06), 5, ink=0.6)
    _head_lamp(pen, 44, -86, 7, ask.lit)
    pen.line([(-80, -38), (-8, -38)], pen.r(0.95), 2.4, ink=0.4)


@thing("wagon", metres=2.2, box=(-84, -100, 84, 2), words="covered wagon, caravan",
       kinds="cart, vehicle", category="vehicle", slots="cover, wood", motion="roll")
def wagon(pen: Pen, ask: Ask) -> None:
    """A covered wagon."""
    cover, wood = pen.slot("cover", white(pen, 0.3)), pen.slot("wood", pen.natural("wood"))
    hood = smooth([(-70, -44), (-80, -84), (-60, -99), (60, -99), (80, -84), (70, -44)], curve=0.5)
    mass(pen, hood, cover, 0.28, 0.15, 9)
    for x in (-42, 0, 42):
        pen.line([(x, -98), (x * 1.04, -70), (x, -46)], pen.shaded(cover, 0.25), 2, ink=0.5)
    mark(pen, arched(70, -46, 18, 40), pen.shaded(cover, 0.6))
    mass(pen, polygon([(-82, -48), (82, -48), (74, -26), (-74, -26)]), wood, 0.28)
    for x, r in ((-50, 24), (48, 21)):
        wheel(pen, x, -r, r, pen.natural("dark wood"), 5)
