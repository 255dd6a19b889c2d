"""What handwork is done at: an easel, a sawhorse, an anvil, a potter's wheel, a loom, a fishing net."""

from __future__ import annotations

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import bar, bars, lathe, mark, mass, ring, white
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen

# fmt: off  (outlines are rows of numbers)


@thing(
    "easel",
    metres=1.6,
    box=(-34, -100, 34, 2),
    words="painter's easel, canvas",
    kinds="furniture, tool",
    category="tool",
    slots="frame",
    poses="landscape, portrait",
    faces="none",
)
def easel(pen: Pen, ask: Ask) -> None:
    """An easel with a picture that is being painted: a landscape or a face."""
    wood = pen.slot("frame", pen.natural("wood"))
    bars(pen, [((0, -98), (10, 0)), ((-6, -96), (-26, 0)), ((6, -96), (26, 0))], 2.0, wood)
    mass(pen, box(-30, -92, 60, 52, 1), white(pen), 0.12)
    inner = box(-26, -88, 52, 44)
    if ask.pose == "portrait":
        mark(pen, inner, pen.mix(pen.B, pen.r(0.9), 0.4), 0.4)
        mark(pen, inner & smooth([(-20, -40), (-14, -54), (0, -58), (14, -54), (20, -40)], curve=0.7), pen.A, 0.5)
        mark(
            pen,
            smooth([(-12, -66), (-10, -80), (0, -85), (10, -80), (12, -66), (10, -58), (-10, -58)]),
            pen.natural("dark wood"),
            0.4,
        )
        mark(pen, oval(0, -66, 8.4, 10), pen.scheme.skin("light"), 0.5)
        for x in (-3, 3):
            mark(pen, oval(x, -67, 0.9, 1.2), pen.r(0.1), 0)
        pen.line([(-2.6, -61.6), (0, -60.6), (2.6, -61.6)], pen.A, 0.8, curve=0.5, ink=0.3)
    else:
        mark(pen, inner, pen.mix(pen.B, pen.r(0.9), 0.5), 0.4)
        mark(pen, oval(12, -76, 6, 6), pen.scheme.named("yellow", pen.L), 0.3)
        mark(
            pen,
            inner & smooth([(-30, -44), (-26, -60), (-8, -70), (10, -58), (30, -64), (30, -40), (-30, -40)], curve=0.8),
            pen.G,
            0.4,
        )
        mark(
            pen,
            inner & smooth([(-30, -40), (-26, -52), (4, -56), (30, -50), (30, -40)], curve=0.8),
            pen.shaded(pen.G, 0.2),
            0.4,
        )
    mass(pen, box(-31, -42, 62, 4, 1), wood, rim=0)


@thing(
    "sawhorse",
    metres=0.8,
    box=(-96, -100, 96, 2),
    words="trestle, plank, wooden plank, saw bench",
    kinds="furniture, tool",
    category="furniture",
    slots="wood",
    faces="none",
    tops=((0, -98),),
)
def sawhorse(pen: Pen, ask: Ask) -> None:
    """A plank across two trestles, with saw dust below."""
    wood = pen.natural("dark wood")
    for x in (-56, 56):
        bars(pen, [((x - 3, -84), (x - 20, 0)), ((x + 3, -84), (x + 20, 0))], 3.6, wood)
        mass(pen, box(x - 15, -44, 30, 6, 1), wood, rim=0)
        mass(pen, box(x - 18, -88, 36, 9, 2), wood, rim=0)
    plank = pen.slot("wood", pen.natural("pale wood"))
    mass(pen, box(-96, -100, 192, 13, 2), plank, 0.2)
    for y in (-96, -92):
        pen.line([(-88, y), (88, y + 0.6)], pen.shaded(plank, 0.22), 0.8, ink=0.4)
    mark(pen, box(30, -100, 1.6, 8), pen.r(0.1), 0)
    mark(pen, smooth([(18, 0), (26, -5), (38, -5), (48, 0)]), pen.natural("straw"), 0.4)


@thing(
    "anvil",
    metres=0.85,
    box=(-48, -100, 54, 2),
    words="smith's anvil, horseshoe",
    kinds="tool",
    category="tool",
    slots="metal",
)
def anvil(pen: Pen, ask: Ask) -> None:
    """An anvil on a block, a glowing horseshoe on it."""
    mass(pen, lathe([(34, -48), (36, -24), (38, 0)], 0.3), pen.natural("wood"), 0.35)
    for y in (-40, -10):
        mark(pen, box(-37, y, 74, 4), pen.natural("iron"), 0.5)
    iron = pen.slot("metal", pen.natural("iron"))
    mass(pen, polygon([(-26, -48), (26, -48), (16, -58), (16, -68), (-16, -68), (-16, -58)]), iron, 0.3)
    mass(pen, smooth([(-34, -86), (30, -86), (54, -84), (38, -74), (20, -66), (-30, -66)], curve=0.2), iron, 0.3)
    glow = pen.scheme.named("orange", pen.A)
    mass(pen, ring(-4, -90, 13, 5, 9) - box(-10, -84, 12, 9), glow, 0.2, rim=1)
    pen.glow(-4, -90, 30, glow, 0.5, 2.0)


@thing(
    "fishing net",
    metres=0.8,
    box=(-120, -100, 120, 2),
    words="fishnet, trawl, seine, fishing nets",
    kinds="net, tool",
    category="tool",
    slots="net",
    faces="none",
)
def fishing_net(pen: Pen, ask: Ask) -> None:
    """A heap of net with its line of floats over a rail."""
    wood = pen.natural("wood")
    for x in (-84, 84):
        mass(pen, bar((x, 0), (x, -84), 4), wood, rim=1)
    mass(pen, bar((-100, -80), (100, -80), 3.4), wood, rim=1)
    drape = smooth(
        [
            (-88, -86),
            (-40, -90),
            (10, -88),
            (86, -86),
            (100, -40),
            (118, -2),
            (60, 0),
            (-10, 0),
            (-70, 0),
            (-118, -2),
            (-98, -40),
        ],
        curve=0.5,
    )
    tone = pen.slot("net", pen.mix(pen.G, pen.r(0.6), 0.4))
    pen.shape(drape, tone, alpha=0.55, shadow=0.5, line=0.8)
    for i in range(-12, 13):
        for slope in (-1, 1):
            x = i * 15
            mark(pen, drape & bar((x - 46 * slope, -92), (x + 46 * slope, 2), 0.8), pen.shaded(tone, 0.35), 0.2)
    for i in range(8):
        mass(pen, oval(-92 + i * 26, -88 + (4 if i % 2 else 0), 7.4, 6), pen.scheme.named("orange", pen.A), rim=1)


@thing(
    "potter's wheel",
    metres=0.8,
    box=(-50, -100, 50, 2),
    words="potters wheel, pottery wheel, clay",
    kinds="tool",
    category="tool",
    slots="clay",
    faces="none",
)
def potters_wheel(pen: Pen, ask: Ask) -> None:
    """A wheel on its stand with a pot of wet clay."""
    wood = pen.natural("wood")
    bars(pen, [((-34, -50), (-42, 0)), ((34, -50), (42, 0))], 3.6, wood)
    mass(pen, box(-46, -20, 92, 7, 2), wood, rim=0)
    mass(pen, bar((0, -52), (0, -8), 4), pen.natural("iron"), rim=0)
    mass(pen, oval(0, -54, 44, 8), pen.natural("stone"), 0.3)
    clay = pen.slot("clay", pen.natural("clay"))
    mass(pen, lathe([(13, -100), (11, -92), (22, -76), (20, -62), (15, -56)], 0.6), clay, 0.35)
    for y in (-82, -72):
        pen.line([(-19, y), (0, y + 2), (19, y)], pen.shaded(clay, 0.25), 1.2, curve=0.5, ink=0.4)


@thing(
    "loom",
    metres=1.4,
    box=(-62, -100, 62, 2),
    words="weaving loom, hand loom",
    kinds="furniture, tool",
    category="tool",
    slots="cloth",
    faces="none",
)
def loom(pen: Pen, ask: Ask) -> None:
    """An upright loom with a half woven carpet."""
    wood = pen.natural("dark wood")
    for i in range(-8, 9):
        pen.line([(i * 6, -90), (i * 6, -10)], white(pen), 0.9, ink=0.4, wobble=0)
    cloth = box(-50, -48, 100, 38)
    mass(pen, cloth, pen.slot("cloth", pen.A), 0.2, 0.1)
    for i in range(5):
        mark(
            pen,
            cloth & polygon([(-50 + i * 20, -30), (-40 + i * 20, -42), (-30 + i * 20, -30), (-40 + i * 20, -18)]),
            pen.B,
            0.4,
        )
    bars(pen, [((-56, 0), (-56, -100)), ((56, 0), (56, -100))], 4.4, wood)
    bars(pen, [((-60, -92), (60, -92)), ((-60, -10), (60, -10))], 4, wood)
