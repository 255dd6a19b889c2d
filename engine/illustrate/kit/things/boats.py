"""Boats: a paper boat, a boat with a sail, and a rowing boat with its crew. They float: the base line y = 0 is where the water cuts them."""

from __future__ import annotations

import json

from engine.illustrate.kit.figures import archetypes, figure
from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.kit.things.parts import sailcloth
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, across, down
from engine.illustrate.scene import FigureSpec


@thing("paper boat", metres=0.7, box=(-105, -100, 105, 2), words="toy boat, folded boat", kinds="boat, toy", contact="float",
       slots="paper", motion="bob", poses="candle, empty", tops=((44.0, -50.0),))  # fmt: skip
def paper_boat(pen: Pen, ask: Ask) -> None:
    """A folded boat; with the pose 'candle' a candle burns in it."""
    own = pen.at(0, -31, 1.19, -3)
    white = pen.slot("paper", pen.r(1.0))
    lit, shade = pen.mix(white, pen.L, 0.12), pen.mix(white, pen.r(0.5), 0.38)
    own.shape(polygon([(-86, -24), (0, -6), (86, -24), (40, 6), (-40, 6)]), pen.mix(white, pen.r(0.45), 0.55))
    own.shape(polygon([(-31, -8), (2, -58), (2, -4)]), pen.mix(white, pen.L, 0.25))
    own.shape(polygon([(2, -58), (33, -8), (2, -4)]), pen.mix(white, pen.r(0.4), 0.5))
    if ask.pose == "candle":
        own.shape(box(-40, -30, 9, 26, 2), pen.mix(white, pen.L, 0.4), line=0.8)
        own.shape(smooth([(-35.5, -54), (-30, -41), (-35.5, -33), (-41, -41)]), pen.L, line=0.5, shadow=0)
        own.shape(
            smooth([(-35.5, -47), (-33, -40), (-35.5, -35), (-38, -40)]),
            pen.mix(pen.L, (1.0, 1.0, 1.0), 0.75),
            line=0,
            shadow=0,
            edge=0,
        )
        own.glow(-35.5, -42, 160, pen.B, 0.62)
        own.glow(-35.5, -42, 44, pen.L, 0.9, 1.6)
        _shine_below(own)
    own.shape(polygon([(-88, -26), (-2, 0), (6, 26), (-50, 26)]), lit)
    own.shape(polygon([(88, -26), (-2, 0), (6, 26), (52, 26)]), shade)
    own.line([(-88, -26), (-2, 0), (88, -26)], pen.mix(white, pen.r(0.3), 0.4), 1.2, ink=0.7, curve=0)


def _shine_below(pen: Pen) -> None:
    rng = pen.rng("below")
    for _ in range(20):
        t = rng.random()
        x = -14 + rng.gauss(0, 9 + 10 * t)
        pen.shine(oval(x, 30 + t * 62, (60 - 34 * t) * rng.uniform(0.25, 0.5), 2.1), pen.L, 0.7 - 0.5 * t)


@thing("boat", metres=3.2, box=(-72, -100, 72, 3), words="sailing boat, sailboat, fishing boat",
       kinds="vessel, vehicle", category="vehicle", contact="float", slots="hull, sail", motion="bob", seat=(-18.0, -20.0),
       poses="sail, bare")  # fmt: skip
def boat(pen: Pen, ask: Ask) -> None:
    """A wooden boat; with the pose 'bare' it has no sail."""
    hull = pen.slot("hull", pen.A)
    inside = polygon([(-62, -20), (64, -24), (52, -14), (-52, -12)])
    pen.shape(inside, pen.mix(hull, pen.r(0.03), 0.65), line=0.8)
    if ask.pose != "bare":
        _sail(pen)
    side = smooth([(-66, -22), (-58, -6), (-46, 2), (44, 2), (58, -8), (70, -27), (40, -17), (-30, -15)], curve=0.42)
    pen.shape(side, down(hull, pen.shaded(hull, 0.4), -24, 2), form=0.4, form_width=5, rim=True, rim_width=2)
    band = side & polygon([(-80, -13), (80, -17), (80, -12), (-80, -8)])
    pen.shape(band, pen.mix(pen.r(1.0), pen.L, 0.2), shadow=0, edge=0, line=0.6)


def _sail(pen: Pen) -> None:
    cloth = pen.slot("sail", sailcloth(pen))
    pen.shape(box(-1.6, -98, 3.2, 82), pen.natural("dark wood"), line=0.8)
    pen.shape(smooth([(3, -94), (30, -62), (52, -30), (24, -27), (3, -27), (7, -60)], curve=0.45),
              across(cloth, pen.mix(cloth, pen.r(0.4), 0.4), 2, 52), form=0.25, form_width=7)  # fmt: skip
    pen.shape(smooth([(-4, -88), (-7, -58), (-4, -28), (-22, -27), (-40, -29), (-24, -56)], curve=0.45),
              across(pen.mix(cloth, pen.L, 0.2), pen.mix(cloth, pen.r(0.5), 0.25), -40, -4), form=0.2, form_width=5)  # fmt: skip
    pen.shape(polygon([(0, -98), (16, -95), (0, -91)]), pen.B, shadow=0.5, line=0.7)


@thing("roof in the flood", metres=1.6, box=(-108, -100, 108, 8), words="flooded roof, flooded house roof",
       kinds="building part", category="nature", contact="float", slots="roof", faces="none", motion="still",
       tops=((-22.0, -79.0),))  # fmt: skip
def flooded_roof(pen: Pen, ask: Ask) -> None:
    """A tiled roof with its chimney that looks out of the water, rings about its eaves."""
    tile, brick = pen.slot("roof", pen.mix(pen.A, pen.B, 0.3)), pen.mix(pen.A, pen.r(0.2), 0.6)
    pen.shape(box(42, -96, 20, 46), brick, form=0.35, form_width=5)
    pen.shape(box(38, -100, 28, 8), pen.shaded(brick, 0.15), form=0.2)
    plane = polygon([(-100, 2), (-72, -82), (74, -82), (100, 2)])
    pen.shape(plane, down(tile, pen.shaded(tile, 0.3), -82, 2), form=0.3, form_width=8, rim=True, rim_width=2)
    for i in range(4):
        y, half = -64 + i * 17, 78 + i * 5.8
        row = [(-half + k * half / 8, y + (4 if k % 2 else 0)) for k in range(17)]
        pen.line(row, pen.shaded(tile, 0.38), 1.6, ink=0.5, alpha=0.8)
    pen.shape(box(-78, -87, 158, 9, 4), pen.shaded(tile, 0.18), form=0.3)
    for wide, y in ((108, 3), (92, 7)):
        pen.line(
            [(-wide, y), (-wide / 2, y + 2.5), (0, y), (wide / 2, y + 2.5), (wide, y)],
            pen.r(0.85),
            2,
            alpha=0.7,
            ink=0.4,
        )


@thing("rowing boat", metres=1.15, box=(-172, -100, 176, 8), words="rowboat, row boat, dinghy, rescue boat",
       kinds="boat, vehicle", category="vehicle", contact="float", slots="hull", motion="bob", seat=(-24.0, -30.0))  # fmt: skip
def rowing_boat(pen: Pen, ask: Ask) -> None:
    """A broad open boat with its oars; a crew that is told sits in it."""
    hull, wood = pen.slot("hull", pen.A), pen.natural("pale wood")
    inside = polygon([(-160, -50), (166, -58), (136, -36), (-132, -30)])
    pen.shape(inside, pen.mix(hull, pen.r(0.03), 0.65), line=0.8)
    for x in (-78, 4, 84):
        pen.shape(polygon([(x - 14, -46), (x + 16, -47), (x + 12, -36), (x - 16, -35)]), wood, form=0.2, shadow=0.5)
    _crew(pen, ask)
    side = smooth(
        [(-168, -58), (-150, -18), (-118, 5), (114, 5), (152, -20), (174, -68), (104, -42), (-76, -38)], curve=0.42
    )
    pen.shape(side, down(hull, pen.shaded(hull, 0.4), -60, 5), form=0.4, form_width=10, rim=True, rim_width=3)
    pen.shape(side & polygon([(-200, -36), (200, -42), (200, -32), (-200, -26)]), pen.mix(pen.r(1.0), pen.L, 0.2),
              shadow=0, edge=0, line=0.6)  # fmt: skip
    for x, tip in ((-34, -108), (50, -18)):
        pen.line([(x + 26, -66), (x, -44), (tip, 2)], wood, 4.4, ink=0.6, curve=0)
        pen.at(tip, 2, 1.0, 148).shape(oval(-6, 0, 20, 6), pen.shaded(wood, 0.1), form=0.2, line=0.8)


def _crew(pen: Pen, ask: Ask) -> None:
    """Who sits in it: the option `crew` is a list of looks, as JSON."""
    people = [FigureSpec.model_validate(each) for each in json.loads(ask.options.get("crew", "[]"))][:3]
    places = ((), (-20.0,), (-70.0, 40.0), (-84.0, -4.0, 78.0))[len(people)]
    for x, spec in zip(places, people, strict=True):
        size = 1.22 * archetypes.tallness(spec)
        figure.draw(pen.at(x, -18, size), spec, Ask(pose="sit", feeling=ask.feeling, wind=ask.wind))
