"""Keys, crowns, coins and arms: what tales are about."""

from __future__ import annotations

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import bar, gold_of, jewel, mark, mass, ring, shine, white
from engine.illustrate.paint.forms import star, tube
from engine.illustrate.paint.path import Path, box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen
from engine.looks import Colour

# fmt: off


def _coin(pen: Pen, x: float, y: float, r: float, gold: Colour, flat: float = 1.0) -> None:
    pen.shape(oval(x, y, r, r * flat), gold, form=0.3, rim=True, rim_width=1.5, shadow=0.7)
    mark(pen, oval(x, y, r * 0.72, r * 0.72 * flat), pen.lighter(gold, 0.06), 0.5)


@thing("key", metres=0.1, box=(-24, -100, 24, 2), words="keys, golden key, door key, house key, password",
       kinds="tool, thing", slots="metal", contact="held", grip=(0, -84), faces="none")
def key(pen: Pen, ask: Ask) -> None:
    """An old key."""
    gold = gold_of(pen)
    bow: Path = (oval(0, -84, 16) | oval(-11, -72, 11) | oval(11, -72, 11)) - oval(0, -86, 7) - oval(
        -11, -71, 4.6) - oval(11, -71, 4.6)
    whole = bow | box(-4, -66, 8, 66, 2) | box(0, -20, 18, 8, 1) | box(0, -9, 14, 8, 1) | box(-8, -60, 16, 6, 2)
    mass(pen, whole, gold, 0.35, 0.15, 4)


@thing("lock", metres=0.1, box=(-44, -100, 64, 2), words="padlock, security, locked, safe, secret, privacy",
       kinds="tool, thing", slots="metal", faces="none", poses="closed, open")
def lock(pen: Pen, ask: Ask) -> None:
    """A padlock, shut or open."""
    steel = pen.natural("steel")
    turn, x = (24, 8) if ask.pose == "open" else (0, 0)
    shackle = (oval(0, -70, 27) | box(-27, -70, 54, 26)) - (oval(0, -70, 15) | box(-15, -70, 30, 30))
    mass(pen, shackle.scaled(0.96).turned(turn).moved(x, -2), steel, 0.35, 0.2, 4)
    body = box(-40, -58, 80, 58, 8)
    mass(pen, body, gold_of(pen), 0.3, 0.2, 8)
    mark(pen, oval(0, -34, 8) | polygon([(-3.6, -32), (3.6, -32), (6, -13), (-6, -13)]), pen.r(0.05))
    for x in (-31, 31):
        for y in (-50, -9):
            mark(pen, oval(x, y, 2.4), pen.natural("iron"), 0.4)


@thing("ring", metres=0.03, box=(-40, -100, 40, 2),
       words="wedding ring, gold ring, diamond ring, magic ring, engagement", kinds="jewel, thing",
       slots="metal, stone", faces="none", contact="ground", grip=(0, -34))
def ring_thing(pen: Pen, ask: Ask) -> None:
    """A ring with a cut stone."""
    mass(pen, ring(0, -35, 36, 8.5, 35), gold_of(pen), 0.35, 0.15, 5)
    gem = pen.slot("stone", pen.mix(pen.natural("glass"), pen.G, 0.45))
    _gem(pen, 0, -66, 0.42, gem)
    pen.glow(0, -84, 44, pen.L, 0.3)


def _gem(pen: Pen, x: float, y: float, k: float, tone: Colour) -> None:
    """A cut stone whose point is at (x, y); 80 tall at k = 1."""
    own = pen.at(x, y, k)
    mass(own, polygon([(-30, -80), (30, -80), (52, -54), (0, 0), (-52, -54)]), tone, 0.0, 0.08)
    mark(own, polygon([(-52, -54), (-20, -54), (0, 0)]), pen.lighter(tone, 0.07), 0.4)
    mark(own, polygon([(20, -54), (52, -54), (0, 0)]), pen.shaded(tone, 0.25), 0.4)
    mark(own, polygon([(-30, -80), (-20, -54), (-52, -54)]), pen.lighter(tone, 0.02), 0.4)
    mark(own, polygon([(-30, -80), (0, -80), (-20, -54)]), pen.lighter(tone, 0.12), 0.4)
    mark(own, polygon([(0, -80), (20, -54), (-20, -54)]), pen.lighter(tone, 0.05), 0.4)
    mark(own, polygon([(30, -80), (52, -54), (20, -54)]), pen.shaded(tone, 0.15), 0.4)


@thing("gem", metres=0.05, box=(-66, -100, 66, 2),
       words="diamond, jewel, ruby, emerald, crystal, gemstone, precious stone, sapphire", kinds="stone, thing",
       slots="stone", faces="none", light_motion="glint")
def gem(pen: Pen, ask: Ask) -> None:
    """A cut precious stone that sparkles."""
    _gem(pen, 0, 0, 1.18, pen.slot("stone", pen.mix(pen.natural("glass"), pen.G, 0.5)))
    for x, y, r in ((-52, -88, 9), (56, -30, 7)):
        mark(pen, star(x, y, r, 4, 0.3), pen.L, 0.4)
    pen.glow(0, -60, 90, pen.L, 0.25)


@thing("crown", metres=0.2, box=(-62, -100, 62, 2),
       words="king's crown, queen's crown, royal crown, tiara, diadem, coronation", kinds="hat, thing",
       slots="metal, stone", faces="none", contact="ground", grip=(0, -10))
def crown(pen: Pen, ask: Ask) -> None:
    """A golden crown with stones."""
    gold, red = gold_of(pen), pen.slot("stone", pen.A)
    mark(pen, oval(0, -26, 46, 8), pen.shaded(gold, 0.5), 0.6)
    body = polygon([(-46, -4), (-58, -78), (-30, -46), (0, -88), (30, -46), (58, -78), (46, -4)])
    mass(pen, body, gold, 0.28, 0.15, 7)
    mass(pen, smooth([(-48, -18), (0, -12), (48, -18), (46, -2), (0, 2), (-46, -2)], curve=0.6),
         pen.lighter(gold, 0.05), 0.2)
    for x, y in ((-57, -82), (0, -93), (57, -82)):
        jewel(pen, x, y, 6.5 if x else 7, red)
    for x, tone in ((-30, pen.G), (0, red), (30, pen.G)):
        jewel(pen, x, -6 if x == 0 else -8, 4.6, tone)


@thing("coin", metres=0.03, box=(-74, -100, 74, 2),
       words="coins, gold coin, money, penny, cash, rupee, dollar, price, gold, salary, wage", kinds="money, thing",
       slots="metal", faces="none", tops=((0, -60), ), poses="stacks, doubled, shrunk")
def coin(pen: Pen, ask: Ask) -> None:
    """Stacks of coins and one that stands; doubled or shrunk, one stack, an arrow, and a stack of another height."""
    gold = gold_of(pen)
    if ask.pose in ("doubled", "shrunk"):
        first, then = (4, 8) if ask.pose == "doubled" else (8, 4)
        for x, count in ((-46, first), (46, then)):
            _stack(pen, x, count, gold)
        way = polygon([(-14, -24), (4, -24), (4, -34), (19, -18), (4, -2), (4, -12), (-14, -12)])
        return mass(pen, way, pen.mix(pen.G, pen.r(0.4), 0.2), 0.3)
    for x, count in ((-46, 4), (46, 2)):
        _stack(pen, x, count, gold)
    pen.shape(oval(4, -50, 49, 49), pen.shaded(gold, 0.22))
    pen.shape(oval(0, -50, 49, 49), gold, form=0.25, form_width=8, rim=True, rim_width=2)
    pen.line(oval(0, -50, 39, 39), pen.shaded(gold, 0.3), 2.2, ink=0.5)
    mark(pen, star(0, -48, 25), pen.shaded(gold, 0.28), 0.6)


def _stack(pen: Pen, x: float, count: int, gold: Colour) -> None:
    for i in range(count):
        y = -8 - i * 10
        mass(pen, box(x - 27, y - 5, 54, 12, 5), pen.shaded(gold, 0.18), 0.3, rim=0)
        _coin(pen, x, y - 5, 27, gold, 0.3)


@thing("unpaid bill", metres=0.3, box=(-38, -100, 38, 2),
       words="debt, bill to pay, invoice, loan, mortgage, arrears", kinds="paper, document, thing",
       slots="paper", contact="ground", grip=(0, -50), faces="none")
def unpaid_bill(pen: Pen, ask: Ask) -> None:
    """A bill with its rows of sums, a bold red minus and a torn foot."""
    paper = pen.slot("paper", white(pen))
    foot = [(34 - 11.4 * i, -2 - 5 * (i % 2)) for i in range(7)]
    mass(pen, polygon([(-36, -100), (36, -100), (36, -2), *foot, (-36, -2)]), paper, 0.18)
    mark(pen, box(-28, -92, 34, 6, 2), pen.shaded(paper, 0.55))
    for y in (-78, -70, -62):
        mark(pen, box(-28, y, 30, 3, 1), pen.shaded(paper, 0.35))
        mark(pen, box(14, y, 14, 3, 1), pen.shaded(paper, 0.45))
    mark(pen, box(-28, -54, 56, 2, 1), pen.shaded(paper, 0.5))
    red = pen.scheme.named("red", pen.A)
    mass(pen, box(-26, -40, 24, 9, 2), red, 0.2)
    _coin(pen, 15, -35, 13, gold_of(pen))


@thing("money bag", metres=0.4, box=(-48, -100, 52, 2),
       words="purse, sack of gold, sack, pouch, savings, fortune, riches, wealth, budget, tax, profit",
       kinds="bag, money, thing", slots="cloth", faces="none", grip=(0, -84))
def money_bag(pen: Pen, ask: Ask) -> None:
    """A tied sack with a coin on it and some before it."""
    cloth = pen.slot("cloth", pen.natural("pale fur"))
    mass(pen, smooth([(-12, -78), (-24, -98), (-8, -94), (2, -100), (12, -94), (26, -97), (12, -78)], curve=0.7),
         pen.shaded(cloth, 0.1))
    mass(
        pen,
        smooth([(-12, -78), (12, -78), (30, -60), (45, -30), (36, -4), (0, 0), (-36, -4), (-46, -30), (-30, -60)],
               curve=0.8), cloth, 0.32, 0.18, 10)
    mass(pen, box(-15, -82, 30, 8, 4), pen.A, rim=1)
    _coin(pen, 0, -36, 17, gold_of(pen))
    for x, y in ((34, -4), (44, -3), (38, -10)):
        _coin(pen, x - 4, y, 11, gold_of(pen), 0.34)


@thing("treasure chest", metres=0.7, box=(-64, -100, 64, 2),
       words="treasure, chest, trunk, pirate chest, strongbox, loot", kinds="box, container, furniture", slots="wood",
       category="thing", poses="closed, open", faces="none", light_motion="glint")
def treasure_chest(pen: Pen, ask: Ask) -> None:
    """A bound chest; open, it is full of gold."""
    wood, gold = pen.slot("wood", pen.natural("dark wood")), gold_of(pen)
    if ask.pose != "open":
        lid = smooth([(-62, -50), (-60, -80), (-40, -98), (40, -98), (60, -80), (62, -50)], curve=0.5)
        mass(pen, lid, pen.lighter(wood, 0.04), 0.3, width=7)
        for x in (-40, 30):
            mark(pen, lid & box(x, -110, 10, 70), gold)
    else:
        mass(pen, smooth([(-62, -52), (-64, -88), (-48, -100), (48, -100), (64, -88), (62, -52)], curve=0.4),
             pen.shaded(wood, 0.35), 0.2)
        mark(pen, smooth([(-54, -52), (-55, -84), (-42, -92), (42, -92), (55, -84), (54, -52)], curve=0.4),
             pen.shaded(wood, 0.7))
        for i, (x, y) in enumerate(
            ((-40, -54), (-22, -60), (-4, -66), (16, -62), (36, -56), (-30, -52), (26, -53), (4, -56), (-12, -52))):
            _coin(pen, x, y, 12, pen.lighter(gold, 0.02 * (i % 3)), 0.75)
        for x, y, tone in ((-18, -64, pen.A), (22, -66, pen.G), (42, -54, pen.A)):
            jewel(pen, x, y, 6.4, tone)
        pen.glow(0, -60, 100, pen.L, 0.5)
    body = box(-62, -50, 124, 50, 3)
    mass(pen, body, wood, 0.28, 0.2, 7)
    pen.line([(-60, -26), (60, -26)], pen.shaded(wood, 0.45), 1.6, ink=0.5)
    for x in (-40, 30):
        mark(pen, body & box(x, -60, 10, 60), gold)
    mass(pen, box(-64, -54, 128, 8, 2), gold, 0.2, rim=1)
    mass(pen, box(-10, -52, 20, 24, 4), gold)
    mark(pen, oval(0, -42, 3) | box(-1.6, -42, 3.2, 10), pen.r(0.05))


@thing("sword", metres=1.0, box=(-24, -100, 24, 2), words="blade, saber, knight's sword, dagger, weapon",
       kinds="weapon, tool, thing", slots="metal, grip", contact="held", grip=(0, -10), faces="none")
def sword(pen: Pen, ask: Ask) -> None:
    """A straight sword, point up."""
    steel, gold = pen.slot("metal", pen.natural("steel")), gold_of(pen, "hilt")
    mass(pen, polygon([(-5.6, -24), (-5, -88), (0, -100), (5, -88), (5.6, -24)]), pen.lighter(steel, 0.06), 0, 0.05)
    mark(pen, polygon([(0.4, -24), (0.4, -98), (5, -88), (5.6, -24)]), pen.shaded(steel, 0.25), 0)
    mass(pen, box(-3, -22, 6, 18, 1), pen.slot("grip", pen.A), 0.3)
    for y in (-18, -13, -8):
        pen.line([(-3, y), (3, y - 1.6)], pen.r(0.1), 1.2, ink=0.4)
    mass(pen, smooth([(-23, -27), (-18, -22), (18, -22), (23, -27), (20, -19), (-20, -19)], curve=0.6), gold, rim=1.4)
    mass(pen, oval(0, -2.6, 4.6), gold, rim=1)


@thing("shield", metres=0.9, box=(-42, -100, 42, 2), words="armour, armor, protection, coat of arms, knight, defence",
       kinds="weapon, tool, thing", slots="field, band", contact="held", grip=(0, -50), faces="none",
       poses="plain, checked")
def shield(pen: Pen, ask: Ask) -> None:
    """A quartered shield with a star."""
    outer = smooth([(-41, -96), (0, -100), (41, -96), (40, -52), (24, -20), (0, 0), (-24, -20), (-40, -52)], curve=0.55)
    mass(pen, outer, pen.natural("steel"), 0.3)
    inner = smooth([(-34, -90), (0, -93), (34, -90), (33, -52), (20, -23), (0, -8), (-20, -23), (-33, -52)], curve=0.55)
    field, band = pen.slot("field", pen.A), pen.slot("band", white(pen))
    mark(pen, inner, field)
    mark(pen, inner & (box(0, -100, 50, 48) | box(-50, -52, 50, 60)), band)
    if ask.pose == "checked":
        mark(pen, inner, field)
        mark(pen, tube([(-17, -52), (-5, -38), (19, -68)], [4.6, 5, 4.4]), white(pen), 0.8)
        return
    mark(pen, star(0, -51, 17), gold_of(pen), 0.8)


@thing("bell", metres=0.35, box=(-46, -100, 46, 2),
       words="church bell, school bell, bicycle bell, harbour bell, ring the bell, chime, temple bell",
       kinds="instrument, thing", slots="metal", motion="sway", contact="hang", faces="none", grip=(0, -96))
def bell(pen: Pen, ask: Ask) -> None:
    """A bronze bell with its clapper."""
    gold = gold_of(pen)
    pen.line(ring(0, -92, 7, 0.5), gold, 3.6, ink=0.6)
    mass(pen, oval(0, -6, 8.5), pen.natural("iron"))
    body = smooth([(-10, -88), (10, -88), (24, -74), (28, -42), (36, -22), (45, -13), (-45, -13), (-36, -22),
                   (-28, -42), (-24, -74)], curve=0.6)
    mass(pen, body, gold, 0.34, 0.2, 11)
    for y in (-66, -28):
        pen.line(body & box(-60, y, 120, 0.5), pen.shaded(gold, 0.35), 1.6, ink=0.5)
    mass(pen, box(-46, -17, 92, 8, 4), pen.lighter(gold, 0.05), 0.2, rim=1)
    shine(pen, body, -13, -54, 3, 13, 8)


@thing("flag", metres=3, box=(-34, -100, 72, 2),
       words="banner, standard, pennant, national flag, country, nation, finish line", kinds="cloth, thing",
       slots="cloth, band", motion="flutter", contact="ground", grip=(-28, -20))
def flag(pen: Pen, ask: Ask) -> None:
    """A waving flag on its pole."""
    mass(pen, bar((-28, 0), (-28, -96), 2.4), pen.natural("wood"), rim=1)
    mass(pen, oval(-28, -97, 3.6, 3), gold_of(pen), rim=0)
    cloth = smooth([(-26, -92), (-4, -97), (22, -90), (46, -88), (70, -93), (66, -68), (70, -44), (46, -39), (22, -41),
                    (-4, -48), (-26, -43)], curve=0.6)
    mass(pen, cloth, pen.slot("cloth", pen.A), 0.2, 0.18, 6)
    stripe = smooth([(-30, -76), (-4, -81), (22, -74), (46, -72), (74, -77), (74, -60), (46, -56), (22, -58), (-4, -65),
                     (-30, -60)], curve=0.6)
    mark(pen, cloth & stripe, pen.slot("band", white(pen)))
    pen.line([(20, -90), (23, -66), (20, -41)], pen.shaded(pen.A, 0.3), 1.6, ink=0.4, alpha=0.6)


@thing("bow and arrow", metres=1.4, box=(-36, -100, 60, 2), words="bow, archery, archer, longbow, quiver",
       kinds="weapon, tool, thing", slots="wood", contact="held", grip=(20, -50))
def bow_and_arrow(pen: Pen, ask: Ask) -> None:
    """A strung bow with an arrow laid on it."""
    pen.line([(-16, -98), (-22, -50), (-16, -2)], white(pen), 1.4, curve=0, ink=0.6)
    mass(
        pen,
        tube([(-16, -98), (4, -88), (20, -64), (22, -50), (20, -36), (4, -12), (-16, -2)],
             [1.6, 3, 3.8, 4, 3.8, 3, 1.6]), pen.slot("wood", pen.natural("wood")), 0.35)
    pen.shape(bar((-26, -50), (50, -50), 1.6), pen.natural("pale wood"), line=0.7)
    mark(pen, polygon([(46, -55), (59, -50), (46, -45)]), pen.natural("steel"), 0.8)
    for side in (-1, 1):
        mark(pen, polygon([(-34, -50 + side * 8), (-24, -50 + side * 8), (-14, -50), (-24, -50)]), pen.A, 0.6)
