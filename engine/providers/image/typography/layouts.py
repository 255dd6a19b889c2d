"""The layout families of title cards: which rows, how large, where on the frame. Chosen by what there is to say,
framing and seed.

Knows no colours and draws nothing. Example: `arrange(wording, Frame(1280, 720, framing="close"), lettering, rng)`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from engine.looks import Lettering
from engine.providers.image.typography.column import Accent, Align, Area, Arrangement, Row, Tone, stack
from engine.providers.image.typography.setting import Face, ink_of, large
from engine.providers.image.typography.wording import Wording

SAFE = (0.09, 0.085, 0.91, 0.715)
TALL_FLOOR = 0.62
"""Where words may stand: inside the centre 84 percent, so that a camera may come nearer, and above the captions, which
phones want higher in tall films."""

_SCALE = {"wide": 0.72, "medium": 1.0, "close": 1.35, "detail": 1.15}
_MIRROR: dict[Align, Align] = {"left": "right", "right": "left", "center": "center"}


@dataclass(frozen=True)
class Frame:
    """The picture's size in pixels, the shot's framing, its place in the film ('first', 'last' or '')."""

    width: int
    height: int
    framing: str = "medium"
    position: str = ""
    mirrored: bool = False

    @property
    def base(self) -> float:
        """A length for sizes: 960 for 1280x720 and for 720x1280."""
        return float(np.sqrt(self.width * self.height))

    @property
    def tall(self) -> bool:
        """Whether columns rather than rows have room."""
        return self.width < self.height * 1.1

    @property
    def least(self) -> float:
        """The smallest type that can be read, in pixels."""
        return 0.024 * self.base

    @property
    def floor(self) -> float:
        """The lower end of the safe area, as a share of the height."""
        return TALL_FLOOR if self.height > 1.2 * self.width else SAFE[3]

    def area(self, left: float, right: float) -> Area:
        """A part of the safe area across; all of it on tall frames."""
        if self.tall:
            left, right = SAFE[0], SAFE[2]
        if self.mirrored:
            left, right = 1 - right, 1 - left
        return Area(left * self.width, SAFE[1] * self.height, right * self.width, self.floor * self.height)

    def side(self, align: Align) -> Align:
        """The edge at which lines begin, for the direction of reading."""
        return _MIRROR[align] if self.mirrored else align


@dataclass(frozen=True)
class Plan:
    """What a layout is built from."""

    words: Wording
    frame: Frame
    lettering: Lettering
    rng: np.random.Generator

    @property
    def hero_face(self) -> Face:
        return large(self.lettering)

    def hero(self, size: float = 0.19, most: int = 3, **more: object) -> Row:
        """The large words."""
        size *= _SCALE.get(self.frame.framing, 1.0) * self.frame.base * min(max(10 / len(self.words.hero), 1.0), 1.4)
        return replace(Row(self.words.hero, self.hero_face, size, most, keep=True), **more)  # type: ignore[arg-type]

    def small(self, text: str, above: float = 0.03, size: float = 0.041, most: int = 2, **more: object) -> Row:
        """A line of context."""
        size *= self.frame.base * (1.22 if self.frame.height > 1.5 * self.frame.width else 1.0)
        row = Row(text, Face("text", 500), size, most, "soft", above * self.frame.base)
        return replace(row, **more)  # type: ignore[arg-type]

    def rule(self, above: float = 0.034, wide: float = 0.075) -> Row:
        """A short thick line."""
        base = self.frame.base
        return Row(ornament="rule", size=0.0062 * base, wide=wide * base, above=above * base)

    def context(self) -> str:
        """Something small to say where the line offers no neighbours: the next key words."""
        others = [item for item in self.words.items if item.casefold() not in self.words.hero.casefold()]
        return "" if self.words.before or self.words.after else "  ·  ".join(others[:2])

    def chance(self, *options: float) -> float:
        """One of some numbers."""
        return float(self.rng.choice(np.array(options)))


Layout = Callable[[Plan], Arrangement]


def _lockup(plan: Plan, side: Align) -> Arrangement:
    """A large word, a small line above and below it, a short rule between."""
    frame, words = plan.frame, plan.words
    ruled = plan.rng.random() < 0.6
    rows = [plan.small(words.before), plan.hero(above=0.034 * frame.base, accent="" if ruled else "underline")]
    tail = words.after or plan.context()
    rows += [plan.rule()] if ruled else []
    rows += [plan.small(tail, above=0.03)] if tail else []
    wide = len(words.hero) > 30 or max(map(len, words.hero.split())) > 12
    area = (
        frame.area(0.09, 0.91)
        if wide
        else {"left": frame.area(0.09, 0.74), "right": frame.area(0.26, 0.91), "center": frame.area(0.12, 0.88)}[side]
    )
    down = plan.chance(0.3, 0.5, 0.62) if not frame.tall else plan.chance(0.12, 0.3, 0.5)
    across = 0.0 if side == "left" else 1.0 if side == "right" else 0.5
    align: Align = "center" if side == "center" else "left"
    return stack(
        rows,
        area,
        align=frame.side(align),
        across=1 - across if frame.mirrored else across,
        down=down,
        least=frame.least,
    )


def _justified(plan: Plan) -> Arrangement:
    """A block: each row as wide as the large word, so that sizes contrast."""
    frame, words = plan.frame, plan.words
    tail = words.after or plan.context()
    light = Face("text", 400, 100)
    heavy = Face("text", 700, 88)
    rows = [Row(words.before, light, 0.125 * frame.base, 1, "soft", fill=1.0),
            plan.hero(0.22, 2, above=0.028 * frame.base),
            Row(tail, heavy, 0.11 * frame.base, 1, "accent", above=0.034 * frame.base, fill=1.0)]  # fmt: skip
    place = plan.chance(0.0, 0.5, 1.0)
    return stack(
        rows,
        frame.area(0.09, 0.91),
        align=frame.side("left"),
        across=place,
        down=plan.chance(0.35, 0.55),
        least=frame.least,
    )


def _highlight(plan: Plan) -> Arrangement:
    """The large word on strips of colour."""
    frame, words = plan.frame, plan.words
    rows = [plan.small(words.before), plan.hero(0.15, accent="strip", above=0.03 * frame.base),
            plan.small(words.after or plan.context(), above=0.034)]  # fmt: skip
    place = plan.chance(0.0, 1.0)
    return stack(
        rows,
        frame.area(0.09, 0.91),
        align=frame.side("left"),
        across=place,
        down=plan.chance(0.3, 0.5),
        least=frame.least,
    )


def _bar(plan: Plan) -> Arrangement:
    """Off-centre, beside a vertical bar as high as the words."""
    frame, words = plan.frame, plan.words
    rows = [
        plan.small(words.before),
        plan.hero(0.18, 4, above=0.036 * frame.base),
        plan.small(words.after or plan.context(), above=0.028),
    ]
    right = plan.rng.random() < 0.5
    area = frame.area(0.46, 0.91) if right else frame.area(0.125, 0.6)
    inset = 0.034 * frame.base
    area = replace(area, right=area.right - inset) if frame.mirrored else replace(area, left=area.left + inset)
    made = stack(rows, area, align=frame.side("left"), down=plan.chance(0.35, 0.5), least=frame.least)
    box, thick = made.words, 0.0085 * frame.base
    x = box[2] + inset - thick if frame.mirrored else box[0] - inset
    return replace(made, accents=(*made.accents, Accent("bar", (x, box[1], x + thick, box[3]))))


def _disc(plan: Plan) -> Arrangement:
    """A short word in a disc of colour, like a seal or a sun."""
    frame, words = plan.frame, plan.words
    area = frame.area(0.09, 0.91)
    size = min(area.width, area.height) * (0.92 if frame.framing == "wide" else 1.0)
    left = area.left + (area.width - size) * plan.chance(0.06, 0.5, 0.94)
    top = area.top + (area.height - size) * plan.chance(0.2, 0.5)
    disc = (left, top, left + size, top + size)
    inner = Area(left + 0.13 * size, top + 0.21 * size, left + 0.87 * size, top + 0.79 * size)
    rows = [plan.small(words.before, size=0.034), plan.hero(0.24, 2, above=0.022 * frame.base),
            plan.small(words.after or plan.context(), size=0.034, above=0.018)]  # fmt: skip
    made = stack(rows, inner, align="center", least=frame.least)
    return replace(made, accents=(Accent("disc", disc), *made.accents))


def _number(plan: Plan, side: Align) -> Arrangement:
    """The number set huge, what it counts beneath, a line of context."""
    frame, words = plan.frame, plan.words
    face = replace(plan.hero_face, tracking=-0.02)
    rows = [
        plan.small(words.before),
        Row(
            words.value,
            face,
            0.44 * frame.base * min(_SCALE.get(frame.framing, 1.0), 1.1),
            1,
            keep=True,
            above=0.034 * frame.base,
        ),
    ]
    rows += (
        [Row(words.unit, Face("text", 600), 0.078 * frame.base, 1, "accent", above=0.03 * frame.base, keep=True)]
        if words.unit
        else [plan.rule()]
    )
    rows += [plan.small(words.after, above=0.022)] if words.after else []
    across = {"left": 0.0, "center": 0.5, "right": 1.0}[side]
    align: Align = "center" if side == "center" else frame.side("left")
    return stack(
        rows,
        frame.area(0.09, 0.91),
        align=align,
        across=1 - across if frame.mirrored else across,
        down=0.5,
        least=frame.least,
    )


def _number_beside(plan: Plan) -> Arrangement:
    """The number set huge with its unit beside it, on one baseline."""
    frame, words = plan.frame, plan.words
    if not words.unit or frame.tall or frame.mirrored:
        return _number(plan, "center")
    area = frame.area(0.09, 0.91)
    face = replace(plan.hero_face, tracking=-0.02)
    value, unit = ink_of(words.value, face), ink_of(words.unit, Face("text", 600))
    most = area.width / (value.width + 0.06 + 0.22 * unit.width)
    size = min(0.44 * frame.base, 0.72 * area.height / (value.bottom - value.top), most)
    number = stack([Row(words.value, face, size, keep=True)], area, across=0.0, down=0.42, least=frame.least)
    box = number.words
    room = Area(box[2] + 0.06 * size, area.top, area.right, box[3])
    base_drop = ink_of(words.value, face).bottom * size
    rows = [
        plan.small(words.before),
        Row(words.unit, Face("text", 600), 0.22 * size, 2, "accent", above=0.012 * frame.base, keep=True),
    ]
    beside = stack(rows, replace(room, bottom=room.bottom - base_drop), across=0.0, down=1.0, least=frame.least)
    below = stack(
        [plan.small(words.after)],
        Area(area.left, box[3] + 0.04 * frame.base, area.right, area.bottom),
        down=0.0,
        least=frame.least,
    )
    total = Arrangement(
        (*number.lines, *beside.lines, *below.lines), (*number.accents, *beside.accents, *below.accents)
    )
    whole = total.box
    return total.moved((area.width - (whole[2] - whole[0])) * plan.chance(0.1, 0.5, 0.9), 0.0)


def _quote(plan: Plan, side: Align) -> Arrangement:
    """A saying in a serif, a large quotation mark over it."""
    frame = plan.frame
    size = 0.112 if len(plan.words.quote) < 40 else 0.092 if len(plan.words.quote) < 75 else 0.076
    face = replace(plan.hero_face, weight=min(plan.hero_face.weight, 600), capitals=False)
    rows = [Row(ornament="quote", size=0.085 * frame.base, wide=0.115 * frame.base),
            Row(plan.words.quote, face, size * frame.base, 5 if frame.tall else 4, keep=True, above=0.034 * frame.base),
            plan.rule(above=0.042)]  # fmt: skip
    area = frame.area(0.12, 0.88) if side == "center" else frame.area(0.09, 0.78)
    align: Align = "center" if side == "center" else frame.side("left")
    return stack(rows, area, align=align, down=plan.chance(0.4, 0.5), least=frame.least)


def _list(plan: Plan, ruled: bool) -> Arrangement:
    """Two or three key words of equal weight under each other."""
    frame, items = plan.frame, plan.words.items
    rows: list[Row] = []
    for i, item in enumerate(items):
        if i:
            rows.append(Row(ornament="hairline" if ruled else "dot", size=(0.0026 if ruled else 0.014) * frame.base,
                            wide=(0.36 if ruled else 0.014) * frame.base, above=0.03 * frame.base))  # fmt: skip
        tone: Tone = "accent" if i == len(items) - 1 and not ruled else "main"
        rows.append(Row(item, plan.hero_face, 0.115 * frame.base, 2, tone, above=0.03 * frame.base, keep=True))
    place = plan.chance(0.0, 0.5, 1.0)
    align: Align = "center" if place == 0.5 and not ruled else frame.side("left")
    return stack(
        rows, frame.area(0.09, 0.91), align=align, across=place, down=plan.chance(0.4, 0.55), least=frame.least
    )


def _opening(plan: Plan) -> Arrangement:
    """A title: centred, between fine lines."""
    frame, words = plan.frame, plan.words
    fine = Row(ornament="flourish", size=0.02 * frame.base, wide=0.3 * frame.base)
    rows = [plan.small(words.before), replace(fine, above=0.03 * frame.base),
            plan.hero(0.2, 3, above=0.04 * frame.base),
            replace(fine, ornament="hairline", size=0.0026 * frame.base, above=0.046 * frame.base),
            plan.small(words.after or plan.context(), above=0.034)]  # fmt: skip
    return stack(rows, frame.area(0.1, 0.9), align="center", down=0.45, least=frame.least)


def _closing(plan: Plan) -> Arrangement:
    """A last word: quieter, centred, three dots beneath."""
    frame, words = plan.frame, plan.words
    rows = [plan.small(words.before), plan.hero(0.145, 3, above=0.02 * frame.base), plan.small(words.after, above=0.03),
            Row(ornament="dots", size=0.012 * frame.base, wide=0.075 * frame.base,
                above=0.05 * frame.base)]  # fmt: skip
    return stack(rows, frame.area(0.14, 0.86), align="center", down=0.45, least=frame.least)


LAYOUTS: dict[str, Layout] = {
    "lockup_left": lambda plan: _lockup(plan, "left"),
    "lockup_right": lambda plan: _lockup(plan, "right"),
    "lockup_center": lambda plan: _lockup(plan, "center"),
    "justified": _justified,
    "highlight": _highlight,
    "bar": _bar,
    "disc": _disc,
    "number_left": lambda plan: _number(plan, "left"),
    "number_center": lambda plan: _number(plan, "center"),
    "number_right": lambda plan: _number(plan, "right"),
    "number_beside": _number_beside,
    "quote_left": lambda plan: _quote(plan, "left"),
    "quote_center": lambda plan: _quote(plan, "center"),
    "list_ruled": lambda plan: _list(plan, True),
    "list_dotted": lambda plan: _list(plan, False),
    "opening": _opening,
    "closing": _closing,
}


def _even(words: Wording) -> bool:
    """Whether the rows of a justified block would be of readable, related sizes."""
    rows = [row for row in (words.before, words.after) if row]
    return bool(rows) and all(0.5 < len(row) / max(min(len(words.hero), 18), 4) < 2.6 for row in rows)


def options(words: Wording, frame: Frame) -> dict[str, float]:
    """The layouts that suit what there is to say, with their weights."""
    if frame.position == "first":
        return {"opening": 1.0}
    if frame.position == "last":
        return {"closing": 1.0}
    if words.value and len(words.value) <= 7:
        return {
            "number_left": 1.0,
            "number_center": 0.7,
            "number_right": 1.0,
            "number_beside": 1.6 if words.unit else 0.0,
        }
    if words.quote and (len(words.quote.split()) > 3 or not words.hero):
        return {"quote_left": 1.0, "quote_center": 1.0}
    longest = max(len(word) for word in [*words.hero.split(), ""])
    if longest > 15 or len(words.hero) > 48:
        return {"lockup_left": 1.0, "lockup_center": 1.0}
    short = longest <= 8 and len(words.hero) <= 13 and len(words.before) < 20
    near = frame.framing in ("close", "detail")
    found = {"lockup_left": 1.2, "lockup_right": 1.0, "lockup_center": 0.7, "justified": 1.6 if _even(words) else 0.0,
             "highlight": 1.0, "bar": 0.5 if near else 1.2,
             "disc": (1.0 if near else 0.6) if short else 0.0}  # fmt: skip
    several = len(words.items) >= 2 and not (words.before and words.after) and all(len(i) <= 22 for i in words.items)
    return {**found, "list_ruled": 0.8, "list_dotted": 0.5} if several and not near else found


def choose(words: Wording, frame: Frame, rng: np.random.Generator) -> str:
    """The name of a layout, by chance among those that suit."""
    weights = options(words, frame)
    shares = np.array(list(weights.values()))
    return str(rng.choice(np.array(list(weights)), p=shares / shares.sum()))


def arrange(
    words: Wording, frame: Frame, lettering: Lettering, rng: np.random.Generator, name: str = ""
) -> tuple[str, Arrangement]:
    """Set what there is to say; (layout name, arrangement), the name '' where there is nothing."""
    if not words.hero:
        return "", Arrangement()
    name = name or choose(words, frame, rng)
    return name, LAYOUTS[name](Plan(words, replace(frame, mirrored=words.right_to_left), lettering, rng))
