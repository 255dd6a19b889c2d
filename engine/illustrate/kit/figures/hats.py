"""Hats and head coverings of many times and places, in the units of a head (100 high, facing right).

Example: `hat(pen, "turban", colour, "side", wind=0.2)`. An unknown name is a beanie.
"""
# outlines are rows of points, tables rows of words: they read best as written
# fmt: off

from __future__ import annotations

from collections.abc import Callable

from engine.illustrate.paint.forms import blob, tube
from engine.illustrate.paint.path import Path, box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, across
from engine.looks import Colour

HATS = (
    "beanie", "cap", "brim", "headscarf", "turban", "hood", "crown", "hijab", "top_hat", "toque", "helmet", "hard_hat",
        "cone", "kufi", "fez", "bonnet",
    "wizard", "beret", "tricorn", "space", "tiara", "wreath", "keffiyeh", "sailor", "knight", "nurse", "sombrero",
        "mitre", "feather",
)
COVERS = frozenset({"headscarf", "hijab", "hood", "keffiyeh", "space", "knight"})
_BACK = smooth([(40, -20), (46, -66), (28, -104), (0, -112), (-28, -104), (-46, -66), (-40, -20), (-20, -4), (20, -4)])
_FACE = smooth([(0, -90), (30, -76), (35, -42), (21, -5), (0, 2), (-21, -5), (-35, -42), (-30, -76)])


def hat(pen: Pen, kind: str, colour: Colour, view: str, wind: float) -> None:
    """The hat of that name; an unknown one is a beanie."""
    _DRAW.get(kind, _beanie)(pen, colour, view)


def _middle(view: str) -> float:
    return -4.0 if view == "side" else 0.0


def _solid(pen: Pen, path: Path, colour: Colour, rim: float = 3.5) -> None:
    pen.shape(path, colour, form=0.32, form_width=8, rim=True, rim_width=rim, wobble=0.4)


def _band(pen: Pen, path: Path, colour: Colour) -> None:
    pen.shape(path, colour, form=0.2, form_width=3, line=0.7, shadow=0.5, edge=0.4, wobble=0.3)


def _beanie(pen: Pen, colour: Colour, view: str) -> None:
    shift = 0 if view == "side" else 5
    dome = smooth([(36, -82), (29, -108), (4, -128), (-26, -124), (-44, -102), (-48, -74), (-8, -84)],
        curve=0.95).moved(shift, 0)
    pen.shape(dome, across(pen.shaded(colour, 0.4), colour, -48, 36), form=0.22, rim=True, rim_width=4, wobble=0.4)
    band = smooth([(43, -77), (36, -92), (-2, -98), (-46, -88), (-54, -68), (-46, -58), (-4, -72), (30, -71)],
        curve=0.75)
    if view != "side":
        band = smooth([(47, -66), (45, -84), (2, -94), (-42, -84), (-46, -66), (-40, -62), (2, -74), (41, -62)],
            curve=0.75).moved(-2, 0)
    fill = across(pen.shaded(colour, 0.45), pen.lighter(colour, 0.02), -50, 42)
    pen.shape(band if view != "side" else band.moved(shift, 0), fill, rim=True, rim_width=3.5, wobble=0.4)
    for i in range(9):
        x = 30 - i * 9.0 + shift
        top = -91 + abs(i - 3) * 0.8
        pen.line([(x, top), (x - 1.5, top + 15 + i * 0.6)] if view == "side" else [(x, top + 2), (x, top + 15)],
            pen.shaded(colour, 0.55), 1.5, ink=0.5, wobble=0.3)
    pen.shape(blob(-8 + shift, -131, 14, 13, seed=3, points=12, jitter=0.08), pen.mix(pen.r(1.0), pen.L, 0.2),
        form=0.35)


def _cap(pen: Pen, colour: Colour, view: str) -> None:
    dome = smooth([(38, -82), (30, -108), (0, -119), (-32, -112), (-46, -88), (-45, -72), (0, -84)], curve=0.9)
    _solid(pen, dome.moved(0 if view == "side" else 3, 0), colour)
    if view == "side":
        pen.shape(smooth([(22, -88), (66, -80), (64, -72), (20, -78)], curve=0.8), pen.shaded(colour, 0.4), wobble=0.3)
    elif view == "front":
        pen.shape(smooth([(-38, -84), (0, -92), (38, -84), (28, -70), (-28, -70)], curve=0.8), pen.shaded(colour, 0.4),
            wobble=0.3)
    if view != "back":
        x = 24 if view == "side" else 0
        pen.shape(oval(x, -98, 5, 6), pen.mix(pen.B, pen.L, 0.4), shadow=0.4, edge=0, line=0.6, wobble=0.1)


def _brim(pen: Pen, colour: Colour, view: str, wide: float = 74, high: float = 130) -> None:
    x = _middle(view)
    _solid(pen, smooth([(34, -86), (27, -high + 8), (-4, -high), (-36, -high + 10), (-42, -84)],
        curve=0.6).moved(x + 4, 0), colour)
    _band(pen, polygon([(35, -97), (-43, -95), (-43, -84), (35, -86)]).moved(x + 4, 0), pen.mix(pen.A, pen.r(0.1),
        0.25))
    _solid(pen, oval(x, -84, wide, 11), pen.lighter(colour, 0.03), 3)


def _sombrero(pen: Pen, colour: Colour, view: str) -> None:
    _brim(pen, colour, view, 96, 142)
    for x in range(-78, 80, 22):
        pen.shape(oval(_middle(view) + x, -82, 5, 3.4), pen.A, shadow=0, edge=0, line=0.4, wobble=0.1)


def _headscarf(pen: Pen, colour: Colour, view: str) -> None:
    if view == "side":
        shape = smooth([(31, -84), (20, -106), (-10, -116), (-40, -102), (-52, -66), (-48, -20), (-30, 14), (2, 12),
            (4, -4), (-16, -18), (-20, -50), (0, -76)], curve=0.9)
        _solid(pen, shape, colour)
        pen.line([(26, -90), (-4, -84), (-22, -58), (-20, -24)], pen.shaded(colour, 0.35), 2.4, ink=0.6)
        return
    outer = smooth([(0, -116), (38, -100), (54, -56), (46, -6), (20, 16), (-20, 16), (-46, -6), (-54, -56), (-38,
        -100)])
    _solid(pen, outer if view == "back" else outer - _FACE, colour)


def _hijab(pen: Pen, colour: Colour, view: str) -> None:
    """A scarf around face, neck and shoulders."""
    if view == "side":
        outer = smooth([(30, -92), (14, -112), (-18, -114), (-46, -92), (-54, -50), (-56, 4), (-44, 34), (0, 40), (34,
            26), (26, 4), (30, -2)], curve=0.9)
        inner = smooth([(34, -88), (4, -84), (-10, -58), (-9, -24), (8, -2), (30, 2), (52, -20), (60, -60)])
        _solid(pen, outer - inner, colour)
        pen.line([(-12, -20), (6, 8), (28, 12)], pen.shaded(colour, 0.3), 2.4, ink=0.6)
        return
    outer = smooth([(0, -114), (38, -102), (52, -60), (50, -10), (58, 28), (20, 42), (-20, 42), (-58, 28), (-50, -10),
        (-52, -60), (-38, -102)])
    _solid(pen, outer if view == "back" else outer - _FACE.scaled(0.98, 0.97).moved(0, -1), colour)
    if view == "front":
        pen.line([(-34, -2), (-6, 16), (34, 4)], pen.shaded(colour, 0.3), 2.4, ink=0.6)
        pen.line([(-40, 16), (0, 30), (36, 20)], pen.shaded(colour, 0.25), 2.0, ink=0.5)


def _keffiyeh(pen: Pen, colour: Colour, view: str) -> None:
    _hijab(pen, pen.natural("feather"), view)
    x = _middle(view)
    for y in (-92, -85):
        pen.line([(x - 47, y + 6), (x, y - 6), (x + 40, y)], pen.natural("rubber"), 5.0, ink=0.6)


def _turban(pen: Pen, colour: Colour, view: str) -> None:
    x = 0 if view == "side" else 6
    shape = smooth([(40, -78), (42, -104), (22, -126), (-10, -132), (-42, -118), (-54, -88), (-46, -72), (-6, -86)],
        curve=0.95)
    _solid(pen, shape.moved(x, 0), colour)
    for a, b, lift in (((40, -104), (-44, -76), 10), ((30, -118), (-51, -92), 10), ((14, -128), (-50, -106), 8),
        ((38, -84), (-10, -84), 5)):
        middle = ((a[0] + b[0]) / 2 + x, (a[1] + b[1]) / 2 - lift)
        pen.line([(a[0] + x, a[1]), middle, (b[0] + x, b[1])], pen.shaded(colour, 0.36), 2.6, ink=0.7)
    if view != "back":
        pen.shape(oval(24 if view == "side" else 2, -104, 5.4, 6.4), pen.mix(pen.B, pen.L, 0.3), shadow=0.4, edge=0.3,
            line=0.6, wobble=0.1)


def _hood(pen: Pen, colour: Colour, view: str) -> None:
    shape = smooth([(34, -92), (10, -120), (-34, -112), (-58, -72), (-52, -10), (-24, 16), (10, 8), (-12, -12), (-18,
        -52), (6, -84)], curve=0.9)
    if view == "front":
        shape = _BACK.scaled(1.2, 1.1) - _FACE
    elif view == "back":
        shape = _BACK.scaled(1.16, 1.08)
    _solid(pen, shape, colour)


def _crown(pen: Pen, colour: Colour, view: str, tall: float = 1.0) -> None:
    gold = pen.mix(pen.B, pen.L, 0.35)
    row = [(38, -80), (44, -80 - 38 * tall), (22, -80 - 18 * tall), (3, -80 - 46 * tall), (-14, -80 - 18 * tall), (-38,
        -80 - 38 * tall), (-42, -80)]
    pen.shape(polygon(row).moved(0 if view == "side" else 2, 0), gold, form=0.3, rim=True, wobble=0.3)
    pen.shape(box(-42, -86, 82, 9, 2), pen.mix(pen.B, pen.A, 0.35), line=0.7, wobble=0.2)
    for x, y in ((44, -82 - 38 * tall), (3, -82 - 46 * tall), (-38, -82 - 38 * tall)):
        pen.shape(oval(x, y, 4.4, 4.4), pen.A, shadow=0.3, edge=0, line=0.5, wobble=0.1)


def _tiara(pen: Pen, colour: Colour, view: str) -> None:
    _crown(pen, colour, view, 0.42)


def _top_hat(pen: Pen, colour: Colour, view: str) -> None:
    x = _middle(view)
    _solid(pen, polygon([(34, -88), (38, -158), (-40, -158), (-36, -88)]).moved(x, 0), colour)
    _band(pen, polygon([(35, -104), (-37, -104), (-36, -90), (34, -90)]).moved(x, 0), pen.mix(pen.A, pen.r(0.1), 0.3))
    _solid(pen, oval(x, -87, 58, 8), pen.lighter(colour, 0.03), 3)


def _toque(pen: Pen, colour: Colour, view: str) -> None:
    white, x = pen.natural("feather"), _middle(view)
    puff = oval(x - 22, -134, 27, 22) | oval(x + 20, -132, 26, 21) | oval(x, -144, 28, 22) | box(x - 36, -132, 72, 34,
        4)
    _solid(pen, puff, white)
    _band(pen, box(x - 41, -100, 80, 20, 4), pen.shaded(white, 0.06))
    for dx in (-18, 0, 18):
        pen.line([(x + dx, -106), (x + dx * 1.15, -128)], pen.shaded(white, 0.25), 2.0, ink=0.5)


def _helmet(pen: Pen, colour: Colour, view: str) -> None:
    x = _middle(view)
    _solid(pen, smooth([(46, -72), (38, -108), (0, -124), (-40, -110), (-54, -70), (-50, -60), (-2, -74), (42, -66)],
        curve=0.9).moved(x + 4, 0), colour)
    pen.line([(x - 46, -72), (x, -84), (x + 46, -74)], pen.shaded(colour, 0.4), 3, ink=0.6)


def _hard_hat(pen: Pen, colour: Colour, view: str) -> None:
    x = _middle(view)
    _solid(pen, smooth([(42, -78), (36, -108), (0, -122), (-36, -110), (-46, -78)], curve=0.9).moved(x + 2, 0), colour)
    pen.shape(tube([(x - 20, -112), (x, -122), (x + 22, -110)], [5, 6, 5]), pen.lighter(colour, 0.05), line=0.7,
        shadow=0.4, wobble=0.2)
    _band(pen, smooth([(-50, -74), (-46, -83), (40, -83), (64 if view == "side" else 50, -75), (50, -70), (-44, -70)],
        curve=0.7).moved(x + 2, 0), pen.shaded(colour, 0.15))
    pen.shape(oval(x + (26 if view == "side" else 2), -98, 6, 6), pen.mix(pen.L, pen.r(1.0), 0.4), shadow=0.4,
        line=0.6, wobble=0.1)


def _cone(pen: Pen, colour: Colour, view: str) -> None:
    straw, x = pen.mix(pen.natural("straw"), colour, 0.12), _middle(view)
    _solid(pen, smooth([(x + 78, -70), (x + 40, -100), (x, -136), (x - 40, -100), (x - 78, -70), (x, -82)], curve=0.4),
        straw)
    for dx in (-52, -26, 0, 26, 52):
        pen.line([(x + dx * 0.16, -128), (x + dx, -80 + abs(dx) * 0.04)], pen.shaded(straw, 0.28), 1.8, ink=0.5)


def _kufi(pen: Pen, colour: Colour, view: str) -> None:
    x = _middle(view)
    _solid(pen, smooth([(38, -80), (36, -106), (0, -114), (-38, -106), (-44, -76), (0, -86)], curve=0.7).moved(x + 3,
        0), colour)
    for i in range(6):
        pen.shape(polygon([(-34 + i * 13, -88), (-28 + i * 13, -98), (-22 + i * 13, -88)]).moved(x, 0), pen.mix(pen.B,
            pen.L, 0.4), shadow=0, edge=0, line=0.4, wobble=0.1)


def _fez(pen: Pen, colour: Colour, view: str) -> None:
    x = _middle(view)
    _solid(pen, polygon([(34, -82), (27, -126), (-27, -126), (-36, -82)]).moved(x, 0), colour)
    pen.line([(x, -126), (x - 26, -118), (x - 36, -92)], pen.natural("rubber"), 3.0, ink=0.6)


def _bonnet(pen: Pen, colour: Colour, view: str) -> None:
    _headscarf(pen, colour, view)
    frill = pen.mix(colour, pen.natural("feather"), 0.6)
    row = [(32, -88), (8, -92), (-12, -70), (-16, -40), (-10, -14)] if view == "side" else [(-36, -20), (-36, -66), (0,
        -92), (36, -66), (36, -20)]
    if view != "back":
        pen.shape(tube(row, [6.5, 7, 7, 6.5, 5]), frill, form=0.2, line=0.7, shadow=0.5, wobble=0.8)
        pen.shape(oval(4 if view == "front" else 12, 6, 9, 6), pen.A, line=0.6, shadow=0.4, wobble=0.3)


def _wizard(pen: Pen, colour: Colour, view: str) -> None:
    x = _middle(view)
    _solid(pen, smooth([(x + 38, -88), (x + 20, -128), (x - 6, -164), (x - 40, -186), (x - 30, -160), (x - 36, -120),
        (x - 42, -88)], curve=0.7), colour)
    _band(pen, polygon([(37, -100), (-42, -100), (-42, -88), (37, -88)]).moved(x, 0), pen.mix(pen.B, pen.L, 0.3))
    _solid(pen, oval(x - 2, -86, 72, 11), pen.shaded(colour, 0.1), 3)


def _beret(pen: Pen, colour: Colour, view: str) -> None:
    _solid(pen, smooth([(34, -84), (44, -102), (16, -118), (-30, -116), (-60, -98), (-48, -78), (-4, -86)],
        curve=0.95).moved(0 if view == "side" else 6, 0), colour)
    pen.line([(-10, -117), (-12, -126)], pen.shaded(colour, 0.3), 4, ink=0.6)


def _tricorn(pen: Pen, colour: Colour, view: str) -> None:
    x = _middle(view)
    _solid(pen, smooth([(62, -84), (44, -98), (24, -126), (-18, -130), (-44, -100), (-68, -86), (-36, -76), (0, -90),
        (38, -76)], curve=0.7).moved(x + 2, 0), colour)
    pen.line([(x - 66, -86), (x - 36, -80), (x, -94), (x + 38, -80), (x + 62, -84)], pen.mix(pen.B, pen.L, 0.3), 3.4,
        ink=0.6)


def _space(pen: Pen, colour: Colour, view: str) -> None:
    white = pen.natural("feather")
    ring = oval(0, -52, 68, 68)
    glass = smooth([(56, -60), (46, -92), (14, -104), (-10, -92), (-16, -52), (-6, -14), (20, -4), (48,
        -20)]) if view == "side" else oval(0, -50, 46, 48)
    if view == "back":
        _solid(pen, ring, white)
        return
    _solid(pen, ring - glass, white)
    pen.line(glass, pen.natural("steel"), 4.0, ink=0.7, wobble=0.2)
    pen.shape(smooth([(-8, -74), (2, -90), (14, -96), (6, -84), (-2, -66)]).moved(0 if view == "side" else -22, 0),
        pen.r(1.0), alpha=0.6, shadow=0, edge=0, line=0, wobble=0.2)
    pen.shape(box(-62, 6, 124, 14, 6), pen.natural("steel"), form=0.3, line=0.8, wobble=0.2)


def _wreath(pen: Pen, colour: Colour, view: str) -> None:
    x = _middle(view)
    for i in range(7):
        dx = -36 + i * 12
        y = -88 - 8 * (1 - (dx / 36) ** 2)
        if colour == pen.V or i % 2:
            pen.shape(oval(x + dx, y, 9, 5).turned(0), pen.V, form=0.2, line=0.6, shadow=0.4, wobble=0.3)
        else:
            pen.shape(blob(x + dx, y, 8, 8, seed=i, points=8), pen.mix(colour, pen.r(1.0), 0.12 * (i % 3)), form=0.2,
                line=0.6, shadow=0.4)


def _sailor(pen: Pen, colour: Colour, view: str) -> None:
    white, x = pen.natural("feather"), _middle(view)
    _solid(pen, oval(x - 2, -108, 46, 15), white)
    _band(pen, box(x - 40, -100, 78, 18, 4), pen.scheme.named("navy", pen.G))


def _knight(pen: Pen, colour: Colour, view: str) -> None:
    steel = pen.natural("steel")
    if view == "side":
        shell = smooth([(34, -90), (20, -112), (-20, -116), (-48, -90), (-50, -30), (-36, 6), (6, 12), (14, -4), (-4,
            -16), (-8, -60), (26, -76)], curve=0.85)
    else:
        shell = _BACK.scaled(1.14, 1.08) if view == "back" else _BACK.scaled(1.14, 1.08) - smooth([(0, -78), (26, -70),
            (30, -40), (18, -6), (-18, -6), (-30, -40), (-26, -70)])
    _solid(pen, shell, steel)
    pen.shape(tube([(-10, -114), (-26, -140), (-58, -138), (-66, -112)], [5, 11, 12, 3]), pen.mix(colour, pen.A, 0.5),
        form=0.3, wobble=0.9)


def _nurse(pen: Pen, colour: Colour, view: str) -> None:
    white, x = pen.natural("feather"), _middle(view)
    _solid(pen, smooth([(x + 30, -92), (x + 34, -120), (x, -126), (x - 34, -120), (x - 34, -92), (x, -102)],
        curve=0.5), white)
    if view != "back":
        for one in (box(x + 2, -118, 5, 16), box(x - 3.5, -112.5, 16, 5)):
            pen.shape(one, pen.A, shadow=0, edge=0, line=0, wobble=0.1)


def _mitre(pen: Pen, colour: Colour, view: str) -> None:
    x = _middle(view)
    _solid(pen, smooth([(x + 36, -84), (x + 34, -120), (x, -166), (x - 34, -120), (x - 40, -84)], curve=0.5), colour)
    _band(pen, box(x - 4, -150, 8, 64, 2), pen.mix(pen.B, pen.L, 0.4))


def _feather(pen: Pen, colour: Colour, view: str) -> None:
    x = _middle(view)
    for i, turn in enumerate((-34, -16, 2)):
        pen.at(x - 12 + i * 4, -96, 1.0, turn).shape(smooth([(0, 4), (-7, -20), (0, -52), (7, -20)], curve=0.8),
            (pen.natural("feather"), colour, pen.B)[i], form=0.25, line=0.7, wobble=0.4)
    _band(pen, smooth([(38, -78), (36, -90), (-2, -98), (-44, -90), (-46, -78), (-2, -86)], curve=0.7).moved(x + 4, 0),
        colour)


_DRAW: dict[str, Callable[[Pen, Colour, str], None]] = {
    "cap": _cap, "brim": _brim, "headscarf": _headscarf, "turban": _turban, "hood": _hood, "crown": _crown,
        "hijab": _hijab, "top_hat": _top_hat, "toque": _toque,
    "helmet": _helmet, "hard_hat": _hard_hat, "cone": _cone, "kufi": _kufi, "fez": _fez, "bonnet": _bonnet,
        "wizard": _wizard, "beret": _beret, "tricorn": _tricorn,
    "space": _space, "tiara": _tiara, "wreath": _wreath, "keffiyeh": _keffiyeh, "sailor": _sailor, "knight": _knight,
        "nurse": _nurse, "sombrero": _sombrero,
    "mitre": _mitre, "feather": _feather,
}
