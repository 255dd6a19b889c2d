"""A shed or garage from inside, by lamplight: boards, tools on the wall, a bench with a vice, a window to the yard.

Example: the setting "shed", option bench; a lamp hangs over the bench and burns from dusk on.
"""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import inside, rooms
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.path import Path, box, oval, polygon, smooth
from engine.illustrate.paint.pen import down
from engine.illustrate.stage import Stage
from engine.looks import Colour


@setting(
    "shed",
    words="garage, tool shed, garden shed, woodshed, workroom, inside of a shed",
    kinds="room, inside, workshop",
    inside=True,
    horizon=0.72,
    light=(0.36, 0.3),
    options="bench (yes, no), wheel (yes, no)",
    places=(
        Place("floor", "ground", 0.56, 0.86, 0.8, 0.95, 330, 430, (0.2, 0.94)),
        Place("bench", "table", 0.5, 0.54, 0.555, 0.56, 310, 315, (0.06, 0.44)),
        Place("wall", "wall", 0.3, 0.34, 0.3, 0.32, 300, 310, (0.5, 0.66)),
    ),
)
def shed(stage: Stage) -> None:
    """Plank walls, rafters, a window with the yard behind it, hung tools, a bench, a lamp, old tyres in the corner."""
    k, tall, frame = backdrop.fit(stage), backdrop.high(stage), stage.frame
    wood = inside.piece(stage, stage.scheme.natural("wood"), 0.1 if stage.scheme.dark else 0.14)
    _boards(stage, wood)
    window = (frame.x(0.66), stage.y(0.16), min(250.0, frame.width * 0.26), stage.y(0.3))
    rooms.outside(stage, window)
    rooms.window_frame(stage, window)
    _rafters(stage, wood)
    _tools(stage, k)
    inside.floor(stage, "plain", inside.piece(stage, stage.scheme.natural("stone"), 0.12))
    rooms.daylight(stage, window)
    if stage.option("bench", "yes") == "yes":
        _bench(stage, k * tall)
    if stage.option("wheel", "yes") == "yes":
        _corner(stage, frame.x(0.95), stage.y(0.785), k * tall)
    inside.pendant(stage, frame.x(0.36), stage.y(0.14), 60 * k, stage.scheme.natural("iron"), 0.56)
    _lamplight(stage)
    _front(stage, k)


def _boards(stage: Stage, wood: Colour) -> None:
    """The plank wall, each board a little other than the next, nails in it."""
    pen, frame, low = (
        stage.sheet("boards", 0.01, lift=0, haze=0, wobble=0.6, texture=0.9),
        stage.frame,
        stage.y(stage.horizon),
    )
    lx, ly = stage.light
    area = box(frame.left, frame.top, frame.right - frame.left, low + 30 - frame.top)
    pen.shape(area, wood, line=0, edge=0, shadow=0)
    rng, x = pen.rng("planks"), frame.left
    while x < frame.right:
        wide = rng.uniform(58, 84)
        near = max(0.0, 1 - abs(x - lx) / (0.7 * frame.width))
        tone = pen.mix(
            pen.lighter(wood, rng.uniform(-0.03, 0.02)),
            pen.mix(pen.B, pen.L, 0.5),
            0.2 * near if pen.dark else 0.08 * near,
        )
        pen.shape(
            box(x, frame.top, wide - 2, low + 26 - frame.top),
            down(tone, pen.shaded(tone, 0.2), ly, low),
            form=0.08,
            line=0.6,
            shadow=0.3,
            edge=0.4,
        )
        for y in (stage.y(0.12), stage.y(0.64)):
            pen.shape(oval(x + wide * 0.5, y, 2.6), pen.shaded(tone, 0.5), line=0, shadow=0, edge=0)
        x += wide


def _rafters(stage: Stage, wood: Colour) -> None:
    pen, frame = stage.sheet("rafters", 0.32, lift=9, haze=0, wobble=0.6), stage.frame
    dark = pen.shaded(wood, 0.3)
    pen.shape(box(frame.left, stage.y(0.045), frame.right - frame.left, 30, 3), dark, form=0.3)
    for share in (0.12, 0.5, 0.96):
        x = frame.x(share)
        pen.shape(
            tube([(x - 70, stage.y(0.05) + 14), (x, stage.y(0.05) + 100)], [12, 12]), pen.shaded(dark, 0.1), form=0.3
        )
        pen.shape(
            tube([(x + 70, stage.y(0.05) + 14), (x, stage.y(0.05) + 100)], [12, 12]), pen.shaded(dark, 0.1), form=0.3
        )
        pen.shape(box(x - 14, frame.top, 28, stage.y(stage.horizon) - frame.top), dark, form=0.3)


def _tools(stage: Stage, k: float) -> None:
    """A hammer, a saw, a spanner, a rake and a coil of hose on nails, and a shelf of tins."""
    pen, frame = stage.sheet("tools", 0.34, lift=8, haze=0, wobble=0.5), stage.frame
    steel, haft = inside.piece(stage, pen.natural("steel")), inside.piece(stage, pen.natural("pale wood"))
    y = stage.y(0.25)
    x = frame.x(0.19)
    pen.shape(box(x - 5 * k, y, 10 * k, 96 * k, 4), haft, form=0.3)
    pen.shape(box(x - 28 * k, y - 12 * k, 52 * k, 20 * k, 4), steel, form=0.35)
    x = frame.x(0.275)
    blade = polygon(
        [(x - 12 * k, y + 26 * k), (x - 6 * k, y + 126 * k), (x + 6 * k, y + 126 * k), (x + 28 * k, y + 26 * k)]
    )
    pen.shape(blade, steel, form=0.25)
    pen.shape(smooth([(x - 20 * k, y + 30 * k), (x - 12 * k, y - 12 * k), (x + 28 * k, y - 10 * k), (x + 30 * k, y + 30 * k)], curve=0.5)
              - oval(x + 6 * k, y + 9 * k, 12 * k, 8 * k), haft, form=0.3)  # fmt: skip
    x = frame.x(0.355)
    spanner: Path = box(x - 6 * k, y, 12 * k, 92 * k, 5) | oval(x, y, 16 * k) | oval(x, y + 96 * k, 14 * k)
    pen.shape(spanner - box(x - 6 * k, y - 20 * k, 12 * k, 20 * k) - oval(x, y + 97 * k, 7 * k), steel, form=0.3)
    x = frame.x(0.58)
    hose = inside.piece(stage, pen.mix(pen.V, pen.r(0.2), 0.3))
    for r in (46, 36, 26):
        pen.shape(
            oval(x, y + 60 * k, r * k, r * 1.2 * k) - oval(x, y + 60 * k, (r - 8) * k, (r * 1.2 - 8) * k),
            hose,
            form=0.25,
        )
    board = stage.y(0.215)
    inside.board(pen, frame.x(0.27), board, min(330.0, frame.width * 0.27), inside.piece(stage, pen.natural("wood")))
    rng = pen.rng("tins")
    at = frame.x(0.27) - min(150.0, frame.width * 0.12)
    for _ in range(6):
        wide, tall = rng.uniform(26, 42) * k, rng.uniform(34, 56) * k
        tone = inside.piece(stage, pen.mix(rng.choice((pen.A, pen.B, pen.G, pen.r(0.8))), pen.r(0.3), 0.2))
        pen.shape(box(at, board - tall, wide, tall, 3), tone, form=0.3, form_width=4)
        pen.shape(box(at, board - tall * 0.66, wide, tall * 0.3), pen.mix(tone, pen.r(0.95), 0.5), shadow=0, line=0.4)
        at += wide + 10 * k


def _bench(stage: Stage, k: float) -> None:
    """The work bench at the left with its vice, a drawer, shavings."""
    pen, frame = stage.sheet("bench", 0.5, lift=12, haze=0.1, wobble=0.6), stage.frame
    wood = inside.piece(stage, pen.natural("wood"), 0.03)
    left, right, top, foot = frame.left, frame.x(0.46), stage.y(0.56), stage.y(0.785)
    pen.contact((left + right) / 2, foot, (right - left) / 2, 0.4)
    pen.shape(
        box(left, top + 16, right - left - 20, 56 * k),
        down(pen.shaded(wood, 0.12), pen.shaded(wood, 0.3), top, top + 70 * k),
        form=0.2,
    )
    for share in (0.04, 0.4):
        pen.shape(box(frame.x(share), top + 20, 34 * k, foot - top - 20), pen.shaded(wood, 0.2), form=0.35)
    pen.shape(box(left, foot - 62 * k, right - left - 40, 16 * k), pen.shaded(wood, 0.25), form=0.3)
    drawer = frame.x(0.2)
    pen.shape(box(drawer - 64 * k, top + 24, 128 * k, 38 * k, 3), wood, form=0.25, line=0.8)
    pen.shape(oval(drawer, top + 24 + 19 * k, 6 * k), pen.natural("brass"), line=0.7)
    pen.shape(box(left, top - 8, right - left, 28, 4), pen.lighter(wood, 0.04), form=0.35)
    x, iron = frame.x(0.385), inside.piece(stage, pen.natural("iron"))
    pen.shape(box(x - 34 * k, top - 54 * k, 26 * k, 48 * k, 3), iron, form=0.35)
    pen.shape(box(x + 8 * k, top - 54 * k, 24 * k, 48 * k, 3), iron, form=0.35)
    pen.shape(box(x - 44 * k, top - 30 * k, 110 * k, 13 * k, 4), pen.lighter(iron, 0.06), form=0.3)
    pen.line([(x + 62 * k, top - 46 * k), (x + 62 * k, top - 2 * k)], pen.natural("steel"), 5 * k, ink=0.5)
    rng = pen.rng("shavings")
    for _ in range(9):
        a = rng.uniform(frame.x(0.05), frame.x(0.3))
        pen.shape(
            oval(a, top - 11, rng.uniform(5, 10), 4),
            inside.piece(stage, pen.natural("pale wood")),
            line=0.6,
            shadow=0.4,
        )


def _corner(stage: Stage, x: float, y: float, k: float) -> None:
    """Old tyres and a watering can in the right corner."""
    pen = stage.sheet("tyres", 0.47, lift=10, haze=0.1, wobble=0.5)
    rubber = inside.piece(stage, pen.natural("rubber"))
    pen.contact(x, y, 90 * k, 0.4)
    for i, dx in enumerate((0, 7, -5)):
        top = y - (i + 1) * 38 * k
        pen.shape(box(x - 82 * k + dx, top, 164 * k, 40 * k, 18 * k), pen.lighter(rubber, 0.02 * i), form=0.35)
        for j in range(7):
            a = x - 66 * k + dx + j * 22 * k
            pen.line([(a, top + 8 * k), (a + 6 * k, top + 32 * k)], pen.lighter(rubber, 0.09), 2.4, ink=0.4, alpha=0.7)
    pen.shape(oval(x - 5, y - 115 * k, 66 * k, 13 * k), pen.shaded(rubber, 0.4), line=0.8, shadow=0)


def _lamplight(stage: Stage) -> None:
    """The circle of lamplight on wall and bench."""
    if not stage.night:
        return
    pen = stage.sheet("lamplight", 0.57, haze=0, light_motion="flicker")
    x, y = stage.frame.x(0.36), stage.y(0.2)
    reach = stage.y(0.8) - y
    cone = polygon([(x - 26, y), (x + 26, y), (x + reach * 0.62, y + reach), (x - reach * 0.62, y + reach)])
    pen.beam(cone, x, y, reach, pen.mix(pen.B, pen.L, 0.5), 0.3)


def _front(stage: Stage, k: float) -> None:
    """A saw horse and a plank close to us, dark, low in the left corner; a bucket at the right."""
    pen = stage.sheet("front tools", 0.96, lift=16, haze=0, wobble=0.6)
    h, frame = stage.frame.height, stage.frame
    dark = pen.r(0.05) if pen.dark else pen.mix(pen.r(0.08), pen.natural("dark wood"), 0.45)
    rim = pen.mix(dark, pen.r(0.9), 0.34)
    pen.shape(
        box(frame.left, h - 76 * k, 260 * k - frame.left, 30 * k, 4).turned(4), dark, form=0.3, rim=rim, rim_width=2.5
    )
    a = frame.x(0.965)
    row = [(a - 64 * k, h - 92 * k), (a + 64 * k, h - 92 * k), (a + 46 * k, h + 60), (a - 46 * k, h + 60)]
    pen.shape(polygon(row), dark, form=0.35, rim=rim, rim_width=2.5)
