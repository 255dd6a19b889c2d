"""Things of rooms and hands: table, letter, umbrella, chair."""

from __future__ import annotations

from engine.illustrate.kit.registry import Ask, thing
from engine.illustrate.paint.path import box, oval, polygon, smooth
from engine.illustrate.paint.pen import Pen, across, down


@thing("table", metres=0.78, box=(-110, -100, 110, 2), words="wooden table, kitchen table", kinds="furniture",
       category="furniture", slots="wood, cloth", faces="none", tops=((-60.0, -97.0), (0.0, -97.0), (60.0, -97.0)),
       poses="bare, cloth")  # fmt: skip
def table(pen: Pen, ask: Ask) -> None:
    """A table seen a little from above; with the pose 'cloth' a runner lies on it."""
    wood = pen.slot("wood", pen.natural("wood"))
    for x in (-92, 80):
        pen.shape(polygon([(x, -80), (x + 13, -80), (x + 10, 0), (x + 3, 0)]), pen.shaded(wood, 0.45), form=0.3)
    pen.shape(box(-96, -86, 192, 15, 2), pen.shaded(wood, 0.35), form=0.3, form_width=5)
    top = polygon([(-88, -101), (88, -101), (110, -88), (-110, -88)])
    pen.shape(top, down(pen.mix(wood, pen.r(0.85), 0.28), wood, -101, -88), rim=pen.dark, rim_width=1.5)
    pen.shape(box(-110, -88.5, 220, 6, 1.5), pen.shaded(wood, 0.2), form=0.25, form_width=2)
    for a, b, y in ((-70, 20, -97), (-20, 84, -94), (-96, -30, -91)):
        pen.line([(a, y), ((a + b) / 2, y + 0.6), (b, y)], pen.shaded(wood, 0.3), 0.8, ink=0.4, alpha=0.7)
    if ask.pose == "cloth":
        cloth = pen.slot("cloth", pen.mix(pen.r(1.0), pen.L, 0.2))
        pen.shape(
            polygon([(-38, -101), (40, -101), (52, -88), (52, -66), (-50, -66), (-50, -88)]),
            across(cloth, pen.shaded(cloth, 0.2), -50, 52),
        )
        pen.shape(polygon([(-50, -74), (52, -74), (52, -70), (-50, -70)]), pen.A, shadow=0, edge=0, line=0.5)


@thing("chair", metres=0.95, box=(-34, -100, 34, 2), words="seat, wooden chair", kinds="furniture", category="furniture",
       slots="wood, seat", seat=(0.0, -50.0))  # fmt: skip
def chair(pen: Pen, ask: Ask) -> None:
    """A wooden chair seen from the side, its back on the left."""
    wood = pen.slot("wood", pen.natural("dark wood"))
    for x in (-22, 20):
        pen.shape(polygon([(x, -46), (x + 7, -46), (x + 5.5, 0), (x + 1.5, 0)]), pen.shaded(wood, 0.3), form=0.3)
    pen.shape(
        smooth([(-28, -100), (-21, -100), (-17, -48), (-24, -48)], curve=0.4), wood, form=0.3, rim=True, rim_width=2
    )
    pen.shape(polygon([(-25, -90), (-19, -90), (-18, -66), (-23, -66)]), pen.lighter(wood, 0.06), shadow=0.5)
    pen.shape(box(-30, -53, 60, 8, 3), pen.slot("seat", pen.A), form=0.3, form_width=3, rim=True, rim_width=2)


@thing("letter", metres=0.2, box=(-72, -100, 72, 2), words="envelope, mail, note, message, post", kinds="paper, thing",
       slots="paper, seal", contact="ground", grip=(0.0, -30.0), faces="none", poses="closed, open")  # fmt: skip
def letter(pen: Pen, ask: Ask) -> None:
    """An envelope with a seal; open, a written sheet looks out of it."""
    paper = pen.slot("paper", pen.mix(pen.r(1.0), pen.L, 0.22))
    if ask.pose == "open":
        pen.shape(
            polygon([(-58, -98), (54, -102), (58, -40), (-56, -40)]), pen.mix(pen.r(1.0), pen.L, 0.08), shadow=0.8
        )
        for i in range(4):
            y = -90 + i * 10
            pen.line(
                [(-44, y), (-8, y - 2), (20, y + 1), (42 - 12 * (i % 2), y - 1)],
                pen.mix(pen.r(0.15), pen.G, 0.3),
                1.8,
                ink=0.5,
            )
    pen.shape(box(-70, -86, 140, 86, 3), across(paper, pen.shaded(paper, 0.14), -70, 70), form=0.18, form_width=6)
    low = polygon([(-70, -2), (-6, -46), (6, -46), (70, -2)])
    pen.shape(low, pen.shaded(paper, 0.07), shadow=0.5, line=0.8)
    if ask.pose == "open":
        return
    pen.shape(polygon([(-70, -85), (70, -85), (8, -36), (-8, -36)]), pen.lighter(paper, 0.015), shadow=0.8)
    pen.shape(oval(0, -40, 12), pen.slot("seal", pen.A), form=0.4, shadow=0.6, rim=True, rim_width=2)
    pen.shape(
        smooth([(0, -36), (-5, -42), (-2.5, -45.5), (0, -43), (2.5, -45.5), (5, -42)]),
        pen.mix(pen.A, pen.r(1.0), 0.35),
        shadow=0,
        edge=0,
        line=0,
    )


@thing("umbrella", metres=1.0, box=(-62, -100, 62, 2), words="parasol, brolly", kinds="tool, thing", slots="cloth, handle",
       contact="held", grip=(0.0, -14.0), poses="open, closed")  # fmt: skip
def umbrella(pen: Pen, ask: Ask) -> None:
    """An open umbrella with a hooked handle; furled with the pose 'closed'."""
    cloth = pen.slot("cloth", pen.mix(pen.G, pen.r(0.3), 0.12))
    handle = pen.slot("handle", pen.natural("dark wood"))
    pen.line([(0, -96), (0, -6), (3, 0), (8, 1), (10, -4)], handle, 2.6, ink=0.6, wobble=0.3)
    if ask.pose == "closed":
        pen.shape(smooth([(0, -96), (6, -70), (5, -30), (0, -22), (-5, -30), (-6, -70)]), cloth, form=0.4)
        return
    dome = smooth(
        [
            (-60, -58),
            (-45, -84),
            (0, -98),
            (46, -84),
            (61, -58),
            (41, -63),
            (20, -58),
            (0, -63),
            (-20, -58),
            (-40, -63),
        ],
        curve=0.95,
    )
    pen.shape(dome, cloth, form=0.45, form_width=9, rim=True, rim_width=2.5, line=1.2)
    for x in (-20, 20):
        pen.line([(0, -97), (x * 0.8, -82), (x, -58)], pen.shaded(cloth, 0.4), 1.3, ink=0.6)
    pen.line([(0, -98), (0, -102)], handle, 1.8)
