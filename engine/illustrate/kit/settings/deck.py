"""On a ship's deck: planks under us, the bulwark, masts with their shrouds, the sea going by.

A sailing ship's by its masts, a steamer's by its funnel and boats. Example: the setting "ship's deck", option mast.
"""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import inside
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, across, down
from engine.illustrate.stage import Motion, Stage
from engine.looks import Colour


@setting(
    "ship's deck",
    words="deck, on deck, deck of a ship, aboard ship, quarterdeck, foredeck, deck of a ferry",
    kinds="vessel, water, outdoors",
    horizon=0.5,
    light=(0.3, 0.2),
    options="mast (sail, funnel)",
    places=(
        Place("deck", "ground", 0.56, 0.86, 0.775, 0.9, 250, 370, (0.08, 0.92)),
        Place("water", "water", 0.2, 0.34, 0.54, 0.6, 40, 70, (0.04, 0.96)),
        Place("sky", "sky", 0.06, 0.2, 0.1, 0.24, 60, 90),
    ),
)
def ships_deck(stage: Stage) -> None:
    """Sky and sea, the bulwark with its rail and a lifebuoy, mast or funnel, the cabin, planks, coiled rope before us."""
    low, k = stage.y(stage.horizon), backdrop.high(stage)
    backdrop.sky(stage, low, clouds=3)
    backdrop.water(stage, low, stage.y(0.68), 5, (0.16, 0.38), swell=6, name="sea")
    glints = stage.sheet("glints", 0.385, haze=0, light_motion="glint")
    backdrop.glints(glints, stage.light[0], low + 10, stage.y(0.66), 60, 50)
    _planks(stage)
    _bulwark(stage, k)
    if stage.option("mast", "sail") == "sail":
        _mast(stage, k)
    else:
        _funnel(stage, k)
    _cabin(stage, k)
    _ropes(stage)
    backdrop.weather(stage)


def wood_of(stage: Stage, pen: Pen, name: str = "wood") -> Colour:
    """Timber of the ship in the light of the hour, white under snow where it lies flat."""
    return inside.piece(stage, pen.natural(name), 0.02)


def _planks(stage: Stage) -> None:
    pen, frame, y = stage.sheet("planks", 0.42, lift=8, wobble=0.6), stage.frame, stage.y(0.7)
    wood = (
        backdrop.earth(stage, wood_of(stage, pen, "pale wood"), 0.3) if backdrop.snowy(stage) else wood_of(stage, pen)
    )
    area = box(frame.left, y, frame.right - frame.left, frame.foot - y)
    pen.shape(area, down(pen.mix(wood, pen.r(0.9), 0.3), pen.shaded(wood, 0.22), y, frame.height), line=0.8)
    middle, count = frame.width / 2, max(8, round(frame.width / 96))
    for i in range(-count, 2 * count):
        a = frame.width * i / count
        b = middle + (a - middle) * 2.5
        pen.line([(a, y), (b, frame.height + 70)], pen.shaded(wood, 0.42), 2.6, curve=0, ink=0.4, alpha=0.9)
    rng = pen.rng("nails")
    for _ in range(26):
        t = rng.random()
        x = rng.uniform(0, frame.width)
        pen.shape(
            oval(x, y + 14 + t * (frame.height - y), 2 + t, 1.4 + 0.6 * t),
            pen.shaded(wood, 0.5),
            line=0,
            shadow=0,
            edge=0,
        )


def _bulwark(stage: Stage, k: float) -> None:
    """The low wall at the ship's side on its posts, a broad rail on it, a lifebuoy hung on it."""
    pen, frame = stage.sheet("bulwark", 0.45, lift=11, wobble=0.5), stage.frame
    top, foot, wide = stage.y(0.585), stage.y(0.715), frame.right - frame.left
    white = inside.piece(stage, pen.r(0.97), 0.02) if not pen.dark else pen.r(0.34)
    pen.shape(
        box(frame.left, top + 42 * k, wide, foot - top - 42 * k),
        down(white, pen.shaded(white, 0.25), top, foot),
        form=0.1,
    )
    wood = wood_of(stage, pen, "dark wood")
    for i in range(-1, round(frame.width / 110) + 1):
        pen.shape(box(i * 110 + 30, top, 13, foot - top, 2), pen.lighter(wood, 0.03), form=0.3)
    pen.shape(box(frame.left, top + 38 * k, wide, 8), wood, form=0.3)
    pen.shape(box(frame.left, top - 9, wide, 19, 5), pen.lighter(wood, 0.05), form=0.35, rim=pen.dark)
    x, y, r = frame.x(0.6), top + 60 * k, 34 * k
    ring = oval(x, y, r) - oval(x, y, r * 0.55)
    pen.shape(ring, pen.r(0.97) if not pen.dark else pen.r(0.6), form=0.3)
    red = inside.piece(stage, pen.A)
    for turn in (20, 110, 200, 290):
        part = box(r * 0.5, -r * 0.22, r * 0.55, r * 0.44).turned(turn).moved(x, y) & ring
        pen.shape(part, red, form=0.2, shadow=0.3)


def _mast(stage: Stage, k: float) -> None:
    """A mast with a set sail above us, its shrouds down to the rail, the boom with the sail's foot."""
    frame = stage.frame
    sail = stage.sheet("sail", 0.3, lift=10, motion=Motion("sway", 0.5))
    x, foot = frame.x(0.77), stage.y(0.735)
    cloth = sail.mix(sail.r(0.97), sail.B, 0.12) if not sail.dark else sail.r(0.5)
    row = [(x - 10, frame.top - 20), (x - 150 * k, frame.top - 20), (x - 330 * k, stage.y(0.2)), (x - 390 * k, stage.y(0.43)),
           (x - 200 * k, stage.y(0.455)), (x - 8, stage.y(0.44))]  # fmt: skip
    sail.shape(smooth(row, curve=0.35), across(sail.shaded(cloth, 0.16), cloth, x - 390 * k, x), form=0.2)
    for t in (0.36, 0.68):
        seam = [
            (x - 10, stage.y(0.44 * t)),
            (x - 180 * k, stage.y(0.45 * t) + 8),
            (x - 370 * k * (0.62 + 0.4 * t), stage.y(0.43 * t)),
        ]
        sail.line(seam, sail.shaded(cloth, 0.22), 2.2, ink=0.4, alpha=0.8)
    pen = stage.sheet("mast", 0.48, lift=12, wobble=0.5)
    wood = wood_of(stage, pen)
    pen.shape(box(x - 15 * k, frame.top - 10, 30 * k, foot - frame.top + 10, 3), across(pen.lighter(wood, 0.05), pen.shaded(wood, 0.25),
              x - 15 * k, x + 15 * k), form=0.3, rim=pen.dark)  # fmt: skip
    pen.shape(box(x - 24 * k, foot - 34 * k, 48 * k, 36 * k, 4), pen.shaded(wood, 0.2), form=0.35)
    pen.shape(
        tube([(x, stage.y(0.462)), (x - 410 * k, stage.y(0.448))], [11 * k, 7 * k]),
        pen.shaded(wood, 0.1),
        form=0.3,
        rim=pen.dark,
    )
    rope = pen.mix(pen.natural("straw"), pen.r(0.2), 0.35)
    for i, share in enumerate((0.86, 0.92, 0.98)):
        pen.line([(frame.x(share), stage.y(0.59)), (x + 12, frame.top - 60 + 20 * i)], rope, 3, curve=0, ink=0.5)
    for t in range(1, 9):
        y = stage.y(0.59) - (stage.y(0.59) - frame.top) * t / 9
        share = 1 - t / 9.6
        a, b = x + (frame.x(0.86) - x) * share, x + (frame.x(0.98) - x) * share
        pen.line([(a, y), (b, y)], rope, 2, curve=0, ink=0.4)


def _funnel(stage: Stage, k: float) -> None:
    """A steamer's funnel with its band, a ventilator and a boat in its davits."""
    frame, foot = stage.frame, stage.y(0.735)
    pen = stage.sheet("funnel", 0.46, lift=12, wobble=0.5)
    x, red, dark = frame.x(0.8), inside.piece(stage, pen.A), pen.r(0.08)
    body = polygon([(x - 74 * k, foot), (x - 66 * k, frame.top - 10), (x + 66 * k, frame.top - 10), (x + 74 * k, foot)])
    pen.shape(
        body, across(pen.lighter(red, 0.03), pen.shaded(red, 0.3), x - 74 * k, x + 74 * k), form=0.3, rim=pen.dark
    )
    band = body & box(x - 100 * k, stage.y(0.1), 200 * k, stage.y(0.1))
    if band.contours:
        pen.shape(band, dark, form=0.2, shadow=0.4)
    steel = inside.piece(stage, pen.r(0.9) if not pen.dark else pen.r(0.5))
    a = frame.x(0.62)
    pen.shape(box(a - 15 * k, foot - 150 * k, 30 * k, 150 * k, 4), steel, form=0.3)
    cowl = smooth([(a - 15 * k, foot - 140 * k), (a - 18 * k, foot - 196 * k), (a - 60 * k, foot - 206 * k), (a - 64 * k, foot - 150 * k),
                   (a - 22 * k, foot - 150 * k)], curve=0.6)  # fmt: skip
    pen.shape(cowl, steel, form=0.35)
    pen.shape(oval(a - 60 * k, foot - 178 * k, 12 * k, 28 * k), inside.piece(stage, pen.A, 0.25), line=0.8)


def _cabin(stage: Stage, k: float) -> None:
    """The corner of the deckhouse at the left: portholes, a door, a lantern that burns from dusk on."""
    pen, frame = stage.sheet("cabin", 0.5, lift=13, wobble=0.5), stage.frame
    right, top, foot = frame.x(0.15), stage.y(0.27), stage.y(0.745)
    wall = inside.piece(stage, pen.mix(pen.r(0.95), pen.G, 0.18)) if not pen.dark else pen.r(0.32)
    pen.contact(right - 60, foot, 130, 0.4)
    pen.shape(
        box(frame.left, top, right - frame.left, foot - top), across(pen.shaded(wall, 0.1), wall, 0, right), form=0.2
    )
    wood = wood_of(stage, pen, "dark wood")
    pen.shape(box(frame.left, top - 20, right - frame.left + 26, 24, 4), wood, form=0.35, rim=pen.dark)
    pen.shape(box(frame.left, foot - 14, right - frame.left + 4, 16), wood, form=0.3)
    x, y, r = frame.x(0.07), stage.y(0.42), 34 * k
    pen.shape(oval(x, y, r), pen.natural("brass"), form=0.35)
    pen.shape(
        oval(x, y, r * 0.7),
        pen.lit if stage.night else pen.mix(pen.natural("glass"), pen.r(0.3), 0.4),
        shadow=0.3,
        line=0.8,
    )
    lamp = right + 3
    pen.line([(right - 10, top + 52), (lamp + 20, top + 46)], pen.natural("iron"), 5, ink=0.5)
    pen.shape(box(lamp + 8, top + 50, 26, 40, 6), pen.lit if stage.night else pen.r(0.9), form=0.15)
    for dy in (46, 88):
        pen.shape(box(lamp + 4, top + dy, 34, 7, 2), pen.natural("brass"), form=0.3)
    if stage.night:
        pen.lamp(lamp + 21, top + 70, 150, 0.8)


def _ropes(stage: Stage) -> None:
    """A coil of rope and a bollard close to us, dark, low in the corners."""
    pen = stage.sheet("front ropes", 0.96, lift=16, haze=0, wobble=0.6)
    k, frame = backdrop.fit(stage), stage.frame
    h = frame.height
    dark = pen.r(0.05) if pen.dark else pen.mix(pen.r(0.08), pen.natural("dark wood"), 0.45)
    rim = pen.mix(dark, pen.r(0.9), 0.34)
    for i in range(4):
        pen.shape(
            oval(frame.x(0.96), h + 8 - i * 20 * k, (150 - 12 * i) * k, 28 * k),
            pen.lighter(dark, 0.012 * i),
            form=0.3,
            rim=rim,
            rim_width=2,
        )
    for dx in (10, 96):
        post = smooth([(dx * k - 34 * k, h + 60), (dx * k - 26 * k, h - 60 * k), (dx * k - 38 * k, h - 84 * k), (dx * k + 38 * k, h - 84 * k),
                       (dx * k + 26 * k, h - 60 * k), (dx * k + 34 * k, h + 60)], curve=0.4)  # fmt: skip
        pen.shape(post, dark, form=0.35, rim=rim, rim_width=2.5)
