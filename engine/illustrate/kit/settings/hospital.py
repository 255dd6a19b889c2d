"""A hospital room."""

from __future__ import annotations

from engine.illustrate.kit import backdrop
from engine.illustrate.kit.registry import Place, setting
from engine.illustrate.kit.settings import growth, inside
from engine.illustrate.paint.path import box, oval, smooth
from engine.illustrate.paint.pen import across, down
from engine.illustrate.stage import Stage


@setting(
    "hospital",
    words="hospital room, clinic, ward, sickroom, doctor's office, sick bed, infirmary, surgery, nursing home",
    kinds="room, inside, bedroom",
    inside=True,
    horizon=0.7,
    light=(0.24, 0.26),
    options="curtain (yes, no)",
    places=(
        Place("floor", "ground", 0.6, 0.86, 0.8, 0.9, 330, 420, (0.06, 0.5)),
        Place("bed", "table", 0.55, 0.56, 0.6, 0.605, 320, 325, (0.56, 0.84)),
        Place("cabinet", "shelf", 0.51, 0.52, 0.575, 0.58, 310, 312, (0.43, 0.48)),
        Place("wall", "wall", 0.3, 0.32, 0.22, 0.26, 280, 290, (0.44, 0.6)),
    ),
)
def hospital(stage: Stage) -> None:
    """A bright window, a bed with rails, a drip, a folding curtain, a cabinet with flowers, pale tiles."""
    k, s, frame = backdrop.fit(stage), stage.scheme, stage.frame
    inside.wall(stage, inside.paint(stage, s.G, 0.72), "plain")
    band = stage.sheet("band", 0.02, lift=2, haze=0, wobble=0.5)
    band.shape(
        box(frame.left, stage.y(0.46), frame.right - frame.left, stage.y(0.24)),
        inside.paint(stage, s.G, 0.46),
        line=0.8,
    )
    band.shape(box(frame.left, stage.y(0.452), frame.right - frame.left, 10), inside.paint(stage, s.B, 0.4), line=0.7)
    inside.window(stage, stage.x(0.24), stage.y(0.09), min(320.0, frame.width * 0.32), stage.y(0.4), False, True)
    inside.floor(stage, "tiles", inside.paint(stage, s.G, 0.5), inside.paint(stage, s.G, 0.66))
    pen = stage.sheet("chart", 0.3, lift=7, wobble=0.5)
    x, y = stage.x(0.52), stage.y(0.16)
    pen.shape(box(x - 50 * k, y, 100 * k, 128 * k, 3), pen.r(0.97 if not pen.dark else 0.5), form=0.15)
    pen.line(
        [
            (x - 38 * k, y + 80 * k),
            (x - 16 * k, y + 80 * k),
            (x - 6 * k, y + 44 * k),
            (x + 6 * k, y + 100 * k),
            (x + 14 * k, y + 80 * k),
            (x + 38 * k, y + 80 * k),
        ],
        pen.A,
        3.4,
        curve=0,
        ink=0.6,
    )
    cross = box(x - 5 * k, y + 12 * k, 10 * k, 28 * k, 1) | box(x - 14 * k, y + 21 * k, 28 * k, 10 * k, 1)
    pen.shape(cross, pen.A, shadow=0, line=0.5)
    _cabinet(stage, k)
    _ward_bed(stage, k)
    _blanket(stage, k)
    if stage.option("curtain", "yes") == "yes":
        _ward_curtain(stage)
    growth.corner_leaves(stage, "left", "front plant", 0.85, 0.35)


def _cabinet(stage: Stage, k: float) -> None:
    pen = stage.sheet("cabinet", 0.5, lift=9, haze=0.2, wobble=0.5)
    x, top, foot, half = stage.x(0.455), stage.y(0.58), stage.y(0.765), 54 * k
    white = pen.r(0.95) if not pen.dark else pen.mix(pen.r(0.42), pen.G, 0.2)
    pen.contact(x, foot, half * 1.1, 0.5)
    pen.shape(
        box(x - half, top, 2 * half, foot - top, 4),
        across(white, pen.shaded(white, 0.2), x - half, x + half),
        form=0.25,
    )
    for i in range(2):
        pen.shape(
            box(x - half + 9, top + 18 + (foot - top - 24) * i / 2, 2 * half - 18, (foot - top) / 2 - 20, 3),
            pen.shaded(white, 0.06),
            form=0.25,
            line=0.8,
        )
        pen.shape(oval(x, top + 34 + (foot - top - 24) * i / 2, 5), pen.natural("steel"), line=0.6)
    vase = inside.piece(stage, pen.mix(pen.G, pen.r(0.8), 0.2))
    for dx, high, i in ((-14, 86, 0), (2, 104, 1), (18, 84, 2)):
        growth.flower(
            pen,
            x + dx * k,
            top - 24 * k,
            high * k * 0.8,
            inside.piece(stage, (pen.A, pen.B, pen.mix(pen.A, pen.r(1.0), 0.4))[i]),
            backdrop.foliage(stage, 0.4),
        )
    pen.shape(
        smooth(
            [
                (x - 12 * k, top),
                (x - 22 * k, top - 24 * k),
                (x - 12 * k, top - 46 * k),
                (x + 14 * k, top - 46 * k),
                (x + 24 * k, top - 24 * k),
                (x + 14 * k, top),
            ],
            curve=0.7,
        ),
        vase,
        form=0.35,
        rim=pen.dark,
    )


def _ward_bed(stage: Stage, k: float) -> None:
    x0, x1, top, foot = stage.x(0.53), stage.x(0.9), stage.y(0.61), stage.y(0.79)
    drip = stage.sheet("drip", 0.49, lift=8, haze=0.2, wobble=0.5)
    steel = inside.piece(stage, drip.natural("steel"))
    x = stage.x(0.905)
    drip.shape(box(x - 4, stage.y(0.2), 8, foot - stage.y(0.2), 3), steel, form=0.3)
    drip.line([(x - 34 * k, stage.y(0.2) + 8), (x, stage.y(0.2)), (x + 34 * k, stage.y(0.2) + 8)], steel, 6)
    drip.shape(
        smooth(
            [
                (x - 50 * k, stage.y(0.23)),
                (x - 18 * k, stage.y(0.23)),
                (x - 20 * k, stage.y(0.32)),
                (x - 34 * k, stage.y(0.34)),
                (x - 48 * k, stage.y(0.32)),
            ],
            curve=0.5,
        ),
        drip.mix(drip.G, drip.r(0.95), 0.7 if not drip.dark else 0.2),
        form=0.25,
    )
    drip.line(
        smooth([(x - 34 * k, stage.y(0.34)), (x - 44 * k, stage.y(0.44)), (x - 90 * k, stage.y(0.56))], closed=False),
        steel,
        2.4,
    )
    pen = stage.sheet("ward bed", 0.545, lift=11, haze=0.1, wobble=0.6)
    white = pen.r(0.98) if not pen.dark else pen.mix(pen.r(0.55), pen.L, 0.08)
    pen.contact((x0 + x1) / 2, foot + 2, (x1 - x0) * 0.46, 0.3)
    pen.shape(box(x0 + 10, top + 58, x1 - x0 - 22, 12, 4), pen.shaded(steel, 0.2), form=0.3)
    for a in (x0 + 14, x1 - 22):
        pen.shape(box(a, top - 10, 10, foot - top + 6, 4), steel, form=0.3)
        pen.shape(oval(a + 5, foot - 6, 11), pen.natural("iron"), form=0.3)
    pen.line(smooth([(x1 - 6, top + 40), (x1 - 6, top - 92 * k), (x1 - 30 * k, top - 112 * k)], closed=False), steel, 9)
    pen.shape(
        smooth(
            [
                (x1 - 12, top + 6),
                (x1 - 14, top - 62 * k),
                (x1 - 100 * k, top - 56 * k),
                (x1 - 116 * k, top - 8),
                (x1 - 100 * k, top + 10),
            ],
            curve=0.7,
        ),
        white,
        form=0.25,
        rim=pen.dark,
    )
    pen.shape(box(x0 + 6, top - 6, x1 - x0 - 14, 36, 10), pen.shaded(white, 0.08), form=0.25)


def _blanket(stage: Stage, k: float) -> None:
    x0, x1, top = stage.x(0.53), stage.x(0.9), stage.y(0.61)
    front = stage.sheet("blanket", 0.565, lift=9, haze=0, wobble=0.7)
    steel = inside.piece(stage, front.natural("steel"))
    white = front.r(0.98) if not front.dark else front.mix(front.r(0.55), front.L, 0.08)
    blanket = inside.piece(stage, front.mix(front.G, front.r(0.7), 0.2))
    shape = smooth(
        [
            (x0 - 2, top - 12),
            (x0 + 60 * k, top - 24),
            (x1 - 130 * k, top - 16),
            (x1 - 118 * k, top + 52),
            (x0 + 80 * k, top + 60),
            (x0 - 4, top + 54),
        ],
        curve=0.4,
    )
    front.shape(
        shape,
        down(front.lighter(blanket, 0.03), front.shaded(blanket, 0.2), top - 20, top + 56),
        form=0.25,
        form_width=9,
    )
    front.shape(
        smooth(
            [(x1 - 176 * k, top - 19), (x1 - 124 * k, top - 16), (x1 - 114 * k, top + 53), (x1 - 168 * k, top + 56)],
            curve=0.4,
        ),
        white,
        form=0.15,
    )
    front.line(
        smooth([(x0 + 2, top + 50), (x0 - 2, top - 62 * k), (x0 + 26 * k, top - 76 * k)], closed=False), steel, 9
    )
    front.line([(x0, top - 24 * k), (x0 + 24 * k, top - 24 * k)], steel, 6)


def _ward_curtain(stage: Stage) -> None:
    pen, frame = stage.sheet("ward curtain", 0.7, lift=13, haze=0, motion="flutter"), stage.frame
    cloth = inside.piece(stage, pen.mix(pen.B, pen.r(0.9), 0.5))
    foot = stage.y(0.84)
    for j in range(4):
        x0, x1 = frame.x(0.925 + 0.04 * j), frame.x(0.975 + 0.04 * j)
        row = [
            (x0, stage.y(0.06)),
            (x1, stage.y(0.06)),
            (x1 + 5, stage.y(0.5)),
            (x1, foot - 6 * (j % 2)),
            ((x0 + x1) / 2, foot + 6),
            (x0, foot),
            (x0 - 5, stage.y(0.5)),
        ]
        pen.shape(
            smooth(row, curve=0.4),
            across(pen.lighter(cloth, 0.03), pen.shaded(cloth, 0.22), x0, x1),
            form=0.2,
            rim=pen.dark,
        )
    pen.shape(box(frame.x(0.86), stage.y(0.05), frame.right, 9, 4), pen.natural("steel"), form=0.3)
