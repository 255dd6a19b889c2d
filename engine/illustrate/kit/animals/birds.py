"""Birds of garden, farm, water and sky, as rows of a table: small bird, crow, dove, hen, rooster, duck, swan, eagle and more."""
# outlines are rows of points, tables rows of words: they read best as written
# fmt: off

from __future__ import annotations

import math

from engine.illustrate.kit.animals.beasts import black, flat
from engine.illustrate.kit.animals.fowl import Bird, Plumage, comb, draw_bird
from engine.illustrate.kit.animals.herd import fur_colour
from engine.illustrate.kit.registry import Ask, Bounds, thing
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import Point, oval, smooth
from engine.illustrate.paint.pen import Pen

_POSES = "stand, walk, fly, eat, sleep, look up"


def bird(
    name: str, metres: float, box: Bounds, build: Bird, *, words: str, body: str, belly: str = "", wing: str = "",
        head: str = "", beak: str = "straw",
    legs: str = "ginger", tail: str = "", kinds: str = "bird, animal", poses: str = _POSES,
) -> None:
    """Declare a bird by the colours of its parts (natural or plain colour words); an empty one is the body's."""

    def draw(pen: Pen, ask: Ask) -> None:
        coat = pen.slot("coat", fur_colour(pen, body))

        def of(word: str) -> tuple[float, float, float]:
            return black(pen) if word == "black" else fur_colour(pen, word) if word else coat

        main = black(pen) if body == "black" and not pen.slots.get("coat") else coat
        plumage = Plumage(
            main, of(belly) if belly else main, of(wing) if wing else main, of(head) if head else main, of(beak),
                of(legs),
            of(tail) if tail else (of(wing) if wing else main),
        )
        draw_bird(pen, build, plumage, ask.pose or poses.split(",")[0].strip())

    draw.__doc__ = f"A {name}."
    thing(name, metres=metres, box=box, words=words, kinds=kinds, category="animal", slots="coat", poses=poses,
        motion="flutter")(draw)


bird("bird", 0.22, (-55, -100, 53, 2), Bird(size=1.23),
    words="small bird, sparrow, finch, nightingale, wren, swallow, lark, songbird, bluebird, hummingbird", body="blue",
     belly="feather", wing="navy", beak="straw", kinds="animal")
bird("robin", 0.2, (-54, -100, 54, 2), Bird(deep=17.5, head=12, size=1.22), words="redbreast, bullfinch", body="fur",
    belly="orange", wing="dark fur", beak="dark fur", legs="dark fur")
bird("crow", 0.5, (-60, -100, 59, 2), Bird(beak=("cone", 1.15, 0.46), tail=(26, 6, 8), size=1.23),
    words="raven, magpie, jackdaw, rook, blackbird, starling", body="black", wing="navy",
     beak="iron", legs="iron")
bird("dove", 0.34, (-55, -100, 52, 2), Bird(deep=17, head=10, neck=(13, 62, 10.5, 8), beak=("cone", 0.55, 0.34),
    size=1.25), words="pigeon, turtledove", body="feather", wing="steel",
     beak="grey", legs="pink")
bird("seagull", 0.5, (-49, -100, 48, 8), Bird(deep=14.5, tilt=12, head=10.5, neck=(11, 56, 10, 8.4), beak=("hook",
    0.75, 0.36), wing=(1.55, 0.66), web=True, size=1.11),
     words="gull, albatross, tern", body="feather", wing="steel", beak="yellow", legs="ginger",
         poses="stand, fly, walk, eat, sleep, swim")


def _hen_crest(pen: Pen, colours: Plumage) -> None:
    red = pen.scheme.named("red", pen.A)
    comb(pen.at(0, -8, 0.62), 0, 0, 11, 3, red)
    flat(pen, oval(9, 8, 2.6, 4.4), red, 0.5)


def _cock_crest(pen: Pen, colours: Plumage) -> None:
    red = pen.scheme.named("red", pen.A)
    comb(pen.at(-1, -8, 0.72), 0, 0, 14, 4, red)
    flat(pen, oval(9, 9, 3.2, 6), red, 0.5)


def _cock_tail(pen: Pen, colours: Plumage) -> None:
    for i, colour in enumerate((black(pen), pen.mix(pen.scheme.named("teal", pen.G), black(pen), 0.3),
        pen.scheme.named("teal", pen.G), pen.mix(colours.body, pen.A, 0.4))):
        lift = 34 - i * 9
        row = [(-16, -4), (-26, -16 - lift * 0.6), (-42 - i, -24 - lift * 0.9), (-60 - i * 1.5, -18 - lift * 0.5)]
        pen.shape(tube(row, [5, 6, 5, 1]), colour, form=0.25, form_width=2, wobble=0.4)


_HEN = Bird(long=25, deep=19, tilt=14, legs=13, neck=(19, 66, 13, 8), head=9, beak=("cone", 0.6, 0.4), tail=(17, 9,
    -34), crest=_hen_crest, wing=(1.0, 0.7))
bird("hen", 0.42, (-53, -100, 48, 3), Bird(**{**_HEN.__dict__, "size": 1.34}),
    words="chicken, poultry, pullet, turkey", body="bread", wing="fur", belly="pale fur", tail="dark fur",
     poses="stand, walk, eat, sit, sleep, look up")
bird("rooster", 0.52, (-67, -100, 39, 4), Bird(**{**_HEN.__dict__, "tilt": 24, "legs": 16, "neck": (24, 66, 14, 8),
    "tail": (0, 0, 0), "crest": _cock_crest, "fan": _cock_tail, "size": 0.93}),
     words="cock, cockerel", kinds="hen, bird, animal", body="ginger", wing="fur", belly="dark fur", head="straw",
         poses="stand, walk, eat, look up, sleep")
bird("chick", 0.14, (-40, -100, 59, 3), Bird(long=19, deep=17, tilt=14, legs=8, neck=(10, 72, 13, 12), head=14,
    beak=("cone", 0.45, 0.26), tail=(6, 4, -30), wing=(0.75, 0.55), size=1.77),
     words="baby chick, duckling, nestling, baby bird", body="yellow", beak="ginger", kinds="hen, bird, animal",
         poses="stand, walk, eat, sleep, look up")

_DUCK = Bird(long=28, deep=16, tilt=8, legs=8, neck=(18, 70, 9.5, 8), head=10.5, beak=("bill", 1.0, 0.42), tail=(12, 6,
    -26), web=True, wing=(1.05, 0.7))
bird("duck", 0.45, (-48, -100, 70, 8), Bird(**{**_DUCK.__dict__, "size": 1.3}), words="mallard, drake", body="fur",
    belly="pale fur", wing="grey fur", head="green", beak="yellow",
     poses="stand, walk, swim, fly, eat, sleep")
bird("goose", 0.8, (-47, -100, 83, 8), Bird(**{**_DUCK.__dict__, "legs": 13, "neck": (34, 70, 10, 6), "head": 9,
    "size": 1.27}), words="geese, gander", kinds="duck, bird, animal",
     body="feather", wing="grey fur", beak="ginger", poses="stand, walk, swim, fly, eat, sleep")
bird("swan", 1.2, (-46, -100, 85, 8), Bird(**{**_DUCK.__dict__, "long": 30, "legs": 9, "neck": (46, 72, 9, 5),
    "head": 8.6, "wing": (1.25, 1.0), "tail": (14, 7, -30), "size": 1.11}),
     words="cygnet", kinds="goose, duck, bird, animal", body="feather", beak="ginger", legs="iron",
         poses="swim, stand, fly, eat, sleep, walk")


def _brow(pen: Pen, colours: Plumage) -> None:
    pen.line([(-1, -5.4), (4, -4.6), (8, -2.6)], black(pen), 1.8, ink=0.6, wobble=0.1)


bird("eagle", 0.9, (-48, -100, 49, 8), Bird(long=26, deep=16, tilt=42, legs=11, neck=(13, 74, 11, 9), head=10.5,
    beak=("hook", 0.75, 0.46), tail=(20, 8, 6), wing=(1.5, 0.8), crest=_brow, size=1.1),
     words="hawk, falcon, vulture, bird of prey, kite bird, condor", body="dark fur", wing="fur", head="feather",
         beak="straw", legs="straw", tail="feather",
     poses="stand, fly, look up, eat, sleep")


def _parrot_cheek(pen: Pen, colours: Plumage) -> None:
    flat(pen, tube([(-2, 5), (3, 6.5), (8, 4)], [0.8, 0.8, 0.5]), black(pen))


bird("parrot", 0.4, (-69, -100, 52, 6), Bird(long=24, deep=14, tilt=46, legs=19, neck=(9, 76, 11, 11), head=12,
    beak=("hook", 0.5, 0.62), tail=(32, 5, -12), wing=(1.25, 0.8), white=0.42,
     crest=_parrot_cheek, size=1.30), words="macaw, parakeet, cockatoo, toucan, budgie", body="scarlet", wing="blue",
         beak="iron", legs="iron", tail="yellow", poses="stand, fly, eat, sleep, look up")


def _crown(pen: Pen, colours: Plumage) -> None:
    for i in range(4):
        x = -5 + i * 3.2
        pen.line([(0, -7), (x - 2, -18)], pen.scheme.named("teal", pen.G), 0.9, ink=0.5, wobble=0.1)
        flat(pen, oval(x - 2.2, -19, 1.8, 2.0), pen.scheme.named("turquoise", pen.G), 0.4)


def _peacock_fan(pen: Pen, colours: Plumage) -> None:
    green, blue = pen.scheme.named("green", pen.V), pen.scheme.named("teal", pen.G)
    if colours.pose != "display":
        row = [(-12, -2), (-40, -3), (-74, -9)]
        pen.shape(tube(row, [8, 11, 7]), green, form=0.3, wobble=0.6)
        spots = [(-36, -6), (-46, 1), (-55, -8), (-64, -2), (-72, -9)]
        for x, y in spots:
            _plume(pen, x, y, 0.8, blue)
        return
    fan: list[Point] = [(-14 + 64 * math.cos(math.radians(a)) * (1 if i % 2 else 0.94),
        -4 - 62 * math.sin(math.radians(a)) * (1 if i % 2 else 0.94)) for i, a in enumerate(range(-4, 192, 7))]
    pen.at(0, 0, 1.0, 20).shape(smooth([(-10.0, 4.0), *fan]), green, form=0.28, form_width=6, rim=True, rim_width=2)
    own = pen.at(0, 0, 1.0, 20)
    for radius, step in ((54, 18), (38, 24), (24, 34)):
        for a in range(6, 180, step):
            _plume(own, -14 + radius * math.cos(math.radians(a)), -4 - radius * math.sin(math.radians(a)),
                0.6 + radius / 90, blue)


def _plume(pen: Pen, x: float, y: float, k: float, blue: tuple[float, float, float]) -> None:
    flat(pen, oval(x, y, 4.6 * k, 5.2 * k), pen.mix(pen.B, pen.L, 0.2), 0.4)
    flat(pen, oval(x, y + 0.6 * k, 2.9 * k, 3.3 * k), blue)
    flat(pen, oval(x, y + 1.0 * k, 1.4 * k, 1.6 * k), pen.scheme.named("navy", pen.G))


bird("peacock", 1.0, (-86, -100, 54, 5), Bird(long=22, deep=13, tilt=20, legs=16, neck=(28, 70, 9, 5.4), head=7.6,
    beak=("cone", 0.7, 0.36), tail=(0, 0, 0), crest=_crown, fan=_peacock_fan,
     white=0.3, wing=(1.0, 0.75), size=1.04), words="peafowl, peahen", body="blue", wing="fur", beak="grey",
         legs="grey", poses="display, stand, walk, eat, look up")
bird("stork", 1.1, (-31, -100, 63, 2), Bird(long=22, deep=12, tilt=20, legs=38, neck=(28, 66, 7.6, 4.6), head=7.2,
    beak=("cone", 2.5, 0.36), tail=(12, 5, 4), wing=(1.3, 0.85), size=1.00),
     words="heron, crane bird, egret, ibis", body="feather", wing="iron", beak="ginger", legs="ginger",
         poses="stand, walk, fly, eat, look up")
bird("flamingo", 1.2, (-26, -100, 54, 2), Bird(long=20, deep=12, tilt=16, legs=42, neck=(36, 74, 6.6, 4), head=6.8,
    beak=("curved", 0.9, 0.44), tail=(10, 5, 2), size=0.95), words="flamingos",
     body="pink", wing="pink", beak="iron", legs="pink", kinds="stork, bird, animal",
         poses="stand, walk, fly, eat, look up")
bird("ostrich", 2.3, (-30, -100, 38, 2), Bird(long=24, deep=17, tilt=10, legs=38, neck=(44, 74, 6, 3.8), head=7,
    beak=("bill", 0.7, 0.4), tail=(12, 9, -20), wing=(0.95, 0.85), size=0.87),
     words="emu", body="iron", wing="rubber", beak="straw", legs="pink", tail="feather", head="pale fur",
         poses="stand, walk, eat, look up, sit")
