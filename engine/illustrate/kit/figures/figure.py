"""A whole person drawn from a spec, a pose and a feeling: legs, clothes, head, arms, and what the hands hold.

The pen stands where the feet are; units are 100 for a standing figure. How much is drawn follows from the size on the
picture. Example: `draw(pen, spec, Ask(pose="walk", feeling="happy"), holding=("lamp",), kit=things())`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from engine.illustrate.kit.figures import busy, clothes, extras, face, hair, hands, lower, writing
from engine.illustrate.kit.figures.body import (
    FRONTAL,
    POSES,
    Joints,
    Pose,
    Proportions,
    front_joints,
    joints,
    proportions,
)
from engine.illustrate.kit.registry import Ask, ThingInfo
from engine.illustrate.paint.forms import tube
from engine.illustrate.paint.pen import Pen
from engine.illustrate.scene import FigureSpec
from engine.looks import Colour

LARGE_HEAD = 62.0
_USUAL = {"read": "book", "umbrella": "umbrella", "sweep": "broom", "fish": "fishing rod", "stir": "spoon", "dig": "spade",
          "sit_read": "book", "juggle": "ball"}  # fmt: skip
_OPEN = frozenset({"wave", "reach", "cheer", "dance", "jump", "fly", "swim", "fall", "throw"})


@dataclass(frozen=True)
class Dress:
    """The colours of one person."""

    skin: Colour
    hair: Colour
    top: Colour
    bottom: Colour
    shoes: Colour
    hat: Colour
    scarf: Colour
    detail: Colour


@dataclass(frozen=True)
class _Body:
    """All that the parts of a drawing share."""

    spec: FigureSpec
    build: Proportions
    at: Joints
    dress: Dress
    cut: clothes.Garment
    ask: Ask
    view: str
    large: bool
    frontal: bool
    held: tuple[hands.Held, ...]


def colours(pen: Pen, spec: FigureSpec) -> Dress:
    """A person's colours in this picture's palette; what the spec leaves open is the palette's."""
    named, scheme = spec.colours, pen.scheme

    def of(part: str, default: Colour) -> Colour:
        return scheme.named(named[part], default) if named.get(part) else default

    skin = scheme.skin(spec.skin or "light")
    top = of("top", pen.B)
    shoes = pen.shaded(skin, 0.1) if "sandals" in spec.extras else pen.mix(pen.natural("rubber"), pen.r(0.05), 0.4)
    return Dress(
        skin, scheme.hair(spec.hair_colour or "brown"), top, of("bottom", pen.mix(pen.r(0.14), pen.G, 0.3)),
        of("shoes", shoes), of("hat", pen.A), of("scarf", pen.A), of("detail", pen.mix(pen.L, pen.B, 0.4)),
    )  # fmt: skip


def draw(
    pen: Pen, spec: FigureSpec, ask: Ask, holding: Sequence[str] = (), kit: Mapping[str, ThingInfo] | None = None
) -> Joints:
    """Draw the person and give where the joints are (units), for what else must meet them."""
    wanted = holding or [_USUAL[ask.pose]] if ask.pose in _USUAL else holding
    things = [found for name in wanted if (found := hands.of_kit(name, kit))] if kit else []
    ask = replace(ask, pose=busy.played(ask.pose, tuple(things)))
    pose = hands.holding_pose(ask.pose, POSES.get(ask.pose, POSES["stand"]), [held.info for held in things])
    build = proportions(spec)
    view = "front" if ask.front else "back" if ask.back else "side"
    name = ask.pose if ask.pose in POSES else "stand"
    frontal = view != "side" and name in FRONTAL
    if frontal:
        build = replace(build, shoulder=build.shoulder * 1.12)
    at = front_joints(build, pose, name) if frontal else joints(build, pose)
    pen = busy.stood(pen, ask, kit or {})
    _ground(pen, at, pose)
    busy.seat(pen, at, ask, pose, kit or {})
    busy.kite(pen, at, ask, kit or {})
    pen = _laid(pen, pose) if not frontal else pen
    busy.astride(pen, ask, kit or {})
    large = build.head * pen.scale / pen.frame.pixels >= LARGE_HEAD
    body = _Body(
        spec, build, at, colours(pen, spec), clothes.garment(spec.top), ask, view, large, frontal, tuple(things)
    )
    _drawn(pen, body, pose)
    busy.juggled(pen, at, body.held, ask)
    busy.skipped(pen, at, ask)
    return at


def _drawn(pen: Pen, body: _Body, pose: Pose) -> None:
    look, worn = _look(pen, body), body.spec.extras
    head = _head_pen(pen, body)
    back = body.view == "back"
    if "wings" in worn and not back:
        extras.wings(pen, look)
    if "cape" in worn and not back:
        extras.cape(pen, look, pen.scheme.named(body.spec.colours.get("cape", ""), pen.A))
    if not back and body.spec.hat not in hair.COVERS:
        hair.behind(head, body.spec.hair or "short", body.dress.hair, body.view, body.ask.wind)
    if not body.frontal:
        _far_arm(pen, body)
    _legs(pen, body, pose)
    if body.frontal:
        _arms(pen, body, before=False)
    _neck(pen, body)
    _torso(pen, body, pose)
    _worn(pen, body, look)
    if back:
        _behind_back(pen, head, body, look)
    _head(head, body, pose, look)
    if body.ask.options.get("in_arms") and not back:
        _in_arms(pen, body)
    if body.frontal and not back:
        _arms(pen, body, before=True)
    if not body.frontal:
        _near_arm(pen, body)


def _in_arms(pen: Pen, body: _Body) -> None:
    """A child that sits on the arm, turned to the one who carries it."""
    spec = FigureSpec.model_validate_json(body.ask.options["in_arms"])
    x, y = body.at.chest
    size = 0.46 if body.spec.age != "child" else 0.4
    own = pen.at(x + (9.0 if not body.frontal else 5.0), y + 37.0, size, -4.0, True)
    draw(own, spec, Ask(pose="sit", feeling=body.ask.feeling, wind=body.ask.wind))


def _look(pen: Pen, body: _Body) -> extras.Look:
    metal = pen.mix(pen.B, pen.L, 0.4)
    return extras.Look(
        body.at, body.build.girth, body.view, body.large, body.ask.wind, body.dress.scarf, body.dress.hair, metal
    )


def _ground(pen: Pen, at: Joints, pose: Pose) -> None:
    """Where feet, knees or the lying body meet the ground, it darkens."""
    if pose.turn:
        if pose.lift == 0:
            pen.contact(0, 0, 50, 0.5)
        return
    spots = {round(p[0]) for leg in (at.near_leg, at.far_leg) for p in leg[1:] if p[1] > -5.5}
    for x in spots:
        pen.soft(x + 1.5, -0.4, 8.5, 2.0, pen.r(0.0), 0.4)


def _laid(pen: Pen, pose: Pose) -> Pen:
    if not pose.turn:
        return pen
    if pose.lift:
        return pen.at(-44.0, -34.0 - pose.lift, 1.0, pose.turn)
    return pen.at(48.0, -9.0, 1.0, pose.turn) if pose.turn < 0 else pen.at(-48.0, -9.0, 1.0, pose.turn)


def _head_pen(pen: Pen, body: _Body) -> Pen:
    x, y = body.at.head
    size = body.build.head / 100.0
    if body.frontal:
        return pen.at(x, y, size).at(0.0, 6.0 + max(body.at.nod, 0.0))
    return pen.at(x, y, size, body.at.nod + body.at.lean * 0.35).at(-6.0, 3.0)


# ---------------------------------------------------------------- limbs


def _hand(pen: Pen, body: _Body, row: tuple[tuple[float, float], ...], opened: bool) -> None:
    girth = body.build.girth * (1.14 if body.spec.age == "child" else 1.0)
    skin = body.dress.detail if body.spec.top == "space" else body.dress.skin
    hands.hand(pen, skin, girth, row[2], row[1], body.large, opened)
    if "bangles" in body.spec.extras and body.large:
        (x, y), (ex, ey) = row[2], row[1]
        far = max(math.hypot(x - ex, y - ey), 1e-6)
        dx, dy = (x - ex) / far, (y - ey) / far
        for k in (0.4, 1.6):
            a = (x - dx * k + dy * 2.6, y - dy * k - dx * 2.6)
            b = (x - dx * k - dy * 2.6, y - dy * k + dx * 2.6)
            pen.line([a, b], pen.mix(pen.B, pen.L, 0.4), 0.8, ink=0.5, wobble=0)


def _far_arm(pen: Pen, body: _Body) -> None:
    dark = pen.shaded(body.dress.top, 0.34)
    row = body.at.far_arm
    raised = row[2][1] < row[0][1]
    if len(body.held) > 1 and body.ask.pose not in busy.FREE:
        hands.held(pen, body.held[1], row[2], body.ask, body.spec.age == "child")
    if not raised:
        _hand(pen, body, row, body.ask.pose in _OPEN)
    clothes.sleeve(pen, row, body.build, body.cut, dark, pen.shaded(body.dress.skin, 0.15))
    if raised:
        _hand(pen, body, row, True)


def _near_arm(pen: Pen, body: _Body) -> None:
    row = body.at.near_arm
    _writes(pen, body, row[2], near=False)
    plays = busy.instrument(pen, body.at, body.ask.pose, body.held[0] if body.held else None, body.ask)
    clothes.sleeve(pen, row, body.build, body.cut, body.dress.top, body.dress.skin)
    _writes(pen, body, row[2], near=True)
    if body.held and body.ask.pose not in busy.FREE and not plays:
        hands.held(pen, body.held[0], row[2], body.ask, body.spec.age == "child")
    _hand(pen, body, row, body.ask.pose in _OPEN and not body.held)


def _writes(pen: Pen, body: _Body, hand: tuple[float, float], near: bool) -> None:
    """Of who writes: the sheet at the far hand, the pen in the near one."""
    if body.ask.pose not in writing.WRITES or body.view == "back":
        return
    page, quill = writing.split(body.held)
    if near:
        writing.stylus(pen, hand, quill)
    else:
        writing.sheet(pen, page, hand, body.ask)


def _arms(pen: Pen, body: _Body, before: bool) -> None:
    """The arms of one who faces us or turns the back: those that hang or are raised come from behind the trunk, those
    that hold lie before it, with what they hold between sleeve and hand."""
    at, reach = body.at, body.build.shoulder * body.build.girth
    near_thing = body.held[0] if body.held else None
    far_thing = body.held[1] if len(body.held) > 1 else None
    for row, info in ((at.far_arm, far_thing), (at.near_arm, near_thing)):
        if body.view != "back" and (abs(row[2][0] - at.chest[0]) < reach * 0.95) != before:
            continue
        clothes.sleeve(pen, row, body.build, body.cut, pen.shaded(body.dress.top, 0.1), body.dress.skin)
        if body.ask.pose in writing.WRITES:
            _writes(pen, body, row[2], near=row is at.near_arm)
        elif info is not None and body.view != "back" and body.ask.pose not in busy.FREE:
            hands.held(pen, info, row[2], body.ask, body.spec.age == "child")
        _hand(pen, body, row, info is None and body.ask.pose in _OPEN and row[2][1] < row[0][1])


def _legs(pen: Pen, body: _Body, pose: Pose) -> None:
    """Both legs with their shoes, the far one first."""
    if body.spec.bottom == "tail":
        lower.tail(pen, body.at, body.build, body.dress.bottom)
        return
    crossed = body.ask.pose == "cross_legged"
    bottom, front = body.dress.top if crossed and body.cut.drop > 0.4 else body.dress.bottom, body.view != "side"
    bare = body.dress.skin if body.spec.bottom in ("shorts", "skirt", "bare", "dhoti") else None
    boots = "boots" in body.spec.extras
    far = pen.shaded(bottom, 0.08 if body.frontal else 0.22)
    for i, (row, colour) in enumerate(((body.at.far_leg, far), (body.at.near_leg, bottom))):
        turn = -math.degrees(math.atan2(row[2][0] - row[1][0], row[2][1] - row[1][1]))
        flat = turn if abs(turn) > 24 else turn * 0.25
        clothes.leg(pen, row, body.build, colour, bare)
        clothes.shoe(
            pen.at(0, 0, 1.0),
            row[2],
            0 if body.frontal else flat,
            body.dress.shoes,
            boots,
            front and (not body.frontal or i == 1),
        )
    if body.spec.bottom == "dhoti" and not pose.seated:
        lower.dhoti(pen, body.at, body.build, body.dress.bottom)
    if pose.seated and body.cut.drop > 0.3 and not crossed:
        lower.lap(pen, body.at, body.build, body.cut.drop, body.dress.top, body.frontal)


# ---------------------------------------------------------------- trunk and head


def _neck(pen: Pen, body: _Body) -> None:
    x, y = body.at.chest
    hx, hy = body.at.head
    g = body.build.girth
    neck = tube([(x, y + 2), (hx, hy - 2)], [3.2 * g, 2.9 * g])
    pen.shape(neck, pen.shaded(body.dress.skin, 0.3), edge=0, wobble=0.3)


def _torso(pen: Pen, body: _Body, pose: Pose) -> None:
    hip = body.at.hip
    own = pen.at(hip[0], hip[1], 1.0, body.at.lean)
    cut = body.cut
    if pose.seated or body.ask.pose in ("kneel", "crouch"):
        cut = replace(cut, drop=min(cut.drop, 0.06), flare=min(cut.flare, 1.1))
    if body.spec.bottom == "skirt" and cut.drop < 0.3 and not pose.seated:
        skirt = replace(cut, drop=0.56, flare=1.6, details=())
        clothes.top(own, body.build, skirt, body.dress.bottom, body.dress.detail, body.view)
    clothes.top(own, body.build, cut, body.dress.top, body.dress.detail, body.view)


def _worn(pen: Pen, body: _Body, look: extras.Look) -> None:
    worn = body.spec.extras
    if "necklace" in worn:
        extras.necklace(pen, look)
    if "chain" in worn:
        extras.chain(pen, look)
    if "neckerchief" in worn:
        extras.neckerchief(pen, look)
    if "scarf" in worn:
        extras.scarf(pen, look)
    if "sword" in worn:
        extras.sword(pen, look)
    if "bag" in worn:
        extras.bag(pen, look)


def _behind_back(pen: Pen, head: Pen, body: _Body, look: extras.Look) -> None:
    """What lies over the back of one who turns away: cape, wings, long hair."""
    if "cape" in body.spec.extras:
        extras.cape(pen, look, pen.scheme.named(body.spec.colours.get("cape", ""), pen.A))
    if "wings" in body.spec.extras:
        extras.wings(pen, look)
    if body.spec.hat not in hair.COVERS:
        hair.behind(head, body.spec.hair or "short", body.dress.hair, "back", body.ask.wind)


def _expression(body: _Body, pose: Pose) -> face.Face:
    found = face.FACES.get(body.ask.feeling, face.FACES[""])
    if pose.closed or body.ask.options.get("eyes") == "closed":
        return replace(found, eyes="closed", tear=False)
    if body.ask.pose in ("shout", "sing", "blow") and found.gape < 0.5:
        return replace(found, gape=0.9 if body.ask.pose != "blow" else 0.4)
    return found


def _head(pen: Pen, body: _Body, pose: Pose, look: extras.Look) -> None:
    spec, dress, worn = body.spec, body.dress, body.spec.extras
    style = spec.hair or "short"
    face.draw(pen, _expression(body, pose), dress.skin, body.view, body.large, bool(spec.woman), spec.age == "old")
    seen = body.view != "back"
    if seen and ("beard" in worn or "longbeard" in worn):
        extras.beard(pen, look, "longbeard" in worn)
    if seen and "moustache" in worn:
        extras.moustache(pen, look)
    if body.view == "side" and hair.shows_ear(style):
        face.ear(pen, dress.skin)
    if seen and "glasses" in worn:
        extras.glasses(pen, look)
    if spec.hat not in hair.COVERS or (spec.hat in ("space", "headscarf", "hood") and seen):
        hair.before(pen, style, dress.hair, body.view, spec.hat)
    if spec.hat:
        hair.hat(pen, spec.hat, dress.hat, body.view, body.ask.wind)
    if seen and "eyemask" in worn:
        busy.eye_mask(pen, body.view)
    if seen and "red_nose" in worn:
        busy.nose(pen, body.view)
    if seen and "eyepatch" in worn:
        extras.eyepatch(pen, look)
    if seen and "bindi" in worn:
        extras.bindi(pen, look)
