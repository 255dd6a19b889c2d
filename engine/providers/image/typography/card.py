"""A whole title card: what it says, where, on what scene, in which colours; the last step before a file is written.

Everything follows from the request alone: the same request gives the same pixels. Example: `compose(request).pixels`.
"""

from __future__ import annotations

import zlib
from collections import Counter
from dataclasses import dataclass, field

import cv2
import numpy as np

from engine.fonts import clean
from engine.looks import Colour, Key, Look, Palette, adjust, contrast, look_of, mix, mood_of, palette_from, palette_of
from engine.providers.contract import ImageRequest
from engine.providers.image.typography import accents, forces, land, plants, things, vehicles
from engine.providers.image.typography.canvas import Canvas, Mask
from engine.providers.image.typography.column import Accent, Arrangement, Box
from engine.providers.image.typography.finish import finish
from engine.providers.image.typography.layouts import Frame, arrange
from engine.providers.image.typography.lettering import Letters, letter
from engine.providers.image.typography.lexicon import MOOD_MOTIFS, named
from engine.providers.image.typography.scene import Scene, choose_focal, weather
from engine.providers.image.typography.wording import Wording, missing_words, wording, words_of

MOTIFS = {**land.MOTIFS, **vehicles.MOTIFS, **plants.MOTIFS, **things.MOTIFS, **forces.MOTIFS}

_ZOOM = {"wide": 0.8, "medium": 1.0, "close": 1.35, "detail": 1.65}
_TASTE = {"moon": 0.5, "sun": 0.5, "rain": 0.6, "snow": 0.8, "waves": 0.75, "home": 0.85, "clouds": 0.85, "beam": 1.1}
"""Weights of motifs: what the sky shows anyway, and wide plain places, give way to things."""

_SMALLEST, _LARGEST = 480.0, 1920.0
"""Between these the scene is drawn (root of its area, in pixels); letters are always drawn at the picture's own
size."""


@dataclass(frozen=True)
class Card:
    """A finished card: 8-bit pixels (H, W, 3), the words set, where they are, what the motif is and what is not
    shown."""

    pixels: Mask
    letters: tuple[Letters, ...] = ()
    box: Box | None = None
    layout: str = ""
    motif: str = ""
    shows: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Setting:
    """What the words of a shot say of its place: the motif that they ask for, the time of day, what falls from the
    sky."""

    motif: str
    time: str = ""
    falling: str = ""
    votes: dict[str, float] = field(default_factory=dict)


def _generator(request: ImageRequest, salt: str) -> np.random.Generator:
    """Chance that depends on the seed and on the shot, the same in every process."""
    text = "\x1f".join(
        [
            salt,
            request.text,
            str(request.shot.get("picture") or request.prompt),
            *map(str, request.shot.get("keywords") or ()),
        ]
    )
    return np.random.default_rng([request.seed & 0xFFFFFFFF, zlib.crc32(text.encode())])


def _named(kind: str, text: str) -> list[str]:
    """What the words of a text stand for, in order, the parts of hyphenated words included."""
    return [
        name for word in words_of(clean(text)) for part in (word, *word.split("-")[1:]) for name in named(kind, part)
    ]


def read_setting(request: ImageRequest, rng: np.random.Generator) -> Setting:
    """Count what the words ask for: key words most, then the picture, then the spoken words and the place."""
    shot = request.shot
    sources = (
        (3.0, " ".join(map(str, shot.get("keywords") or ()))),
        (2.0, str(shot.get("picture") or request.prompt)),
        (1.0, request.text),
        (1.0, str(shot.get("place") or "").replace("_", " ")),
    )
    votes: dict[str, Counter[str]] = {kind: Counter() for kind in ("motif", "time", "weather")}
    for weight, text in sources:
        for kind, counter in votes.items():
            asked = list(dict.fromkeys(_named(kind, text)))
            counter.update({name: weight for name in asked})
            counter.update(asked[:1] if kind == "motif" else [])
    motifs = Counter(
        {name: count * _TASTE.get(name, 1.0) + float(rng.uniform(0, 0.7)) for name, count in votes["motif"].items()}
    )
    mood = mood_of(str(shot.get("mood") or request.style.get("mood") or ""))
    motif = max(motifs, key=lambda name: motifs[name]) if motifs else str(rng.choice(np.array(MOOD_MOTIFS[mood])))
    best = {kind: max(votes[kind], key=votes[kind].__getitem__, default="") for kind in ("time", "weather")}
    return Setting(motif, best["time"], best["weather"], dict(motifs))


def _colours(request: ImageRequest, look: Look, setting: Setting, rng: np.random.Generator) -> tuple[Palette, Key]:
    """The palette of this shot, and whether its ground is dark or light."""
    palette = palette_of(request.style, str(request.shot.get("mood") or ""))
    if (
        setting.time == "night"
        and "night" in look.palettes
        and palette_from(look, str(request.style.get("palette") or "")) is None
    ):
        palette = palette.toward(look.palettes["night"], 0.5)
    key: Key = (
        "dark" if setting.time in ("night", "dusk") else "light" if setting.time in ("dawn", "day") else palette.key
    )
    if not setting.time and rng.random() < 0.22:
        key = "light" if key == "dark" else "dark"
    return palette, key if key in look.keys else look.keys[0]


def _inks(palette: Palette, key: Key, rng: np.random.Generator) -> accents.Inks:
    """Colours of accents that stand out from the sky, and of blocks on which letters can stand."""
    sky = palette.at(0.25 if key == "dark" else 0.9)
    options = (
        (palette.second, palette.light, palette.accent)
        if key == "dark"
        else (palette.accent, palette.second, palette.cool)
    )
    bright = next((c for c in options if contrast(c, sky) >= 3), options[0])
    fine = mix(palette.type_light if key == "dark" else palette.type_dark, sky, 0.35)
    blocks = (palette.accent, palette.second, palette.cool, palette.light if key == "dark" else palette.at(0.16))
    seals = (
        (palette.at(0.95), palette.light, palette.second)
        if key == "dark"
        else (palette.at(0.14), mix(palette.cool, palette.at(0.2), 0.4), palette.accent)
    )
    return accents.Inks(bright, fine, _block(blocks[int(rng.choice(4, p=(0.4, 0.25, 0.2, 0.15)))], palette),
                        _block(seals[int(rng.choice(3, p=(0.45, 0.3, 0.25)))], palette))  # fmt: skip


def _block(colour: Colour, palette: Palette) -> Colour:
    """The colour, moved just far enough that dark or light letters can be read on it."""
    light, dark = contrast(colour, palette.type_light), contrast(colour, palette.type_dark)
    step = 0.02 if dark >= light else -0.02
    letters = palette.type_dark if dark >= light else palette.type_light
    for _ in range(30):
        if contrast(colour, letters) >= 6.0:
            break
        colour = adjust(colour, step)
    return colour


def _scaled(box: Box, share: float) -> Box:
    return box[0] * share, box[1] * share, box[2] * share, box[3] * share


def _scene(
    request: ImageRequest,
    look: Look,
    arrangement: Arrangement,
    share: float,
    rng: np.random.Generator,
    setting: Setting,
) -> Mask:
    """Draw the ground: the motif, what falls, the accents, the surface. `share` is its scale against the picture."""
    width, height = max(2, round(request.width * share)), max(2, round(request.height * share))
    palette, key = _colours(request, look, setting, rng)
    canvas = Canvas(width, height, look, palette, int(rng.integers(1 << 31)))
    canvas.set_ink(key == "dark")
    quiet = None
    if arrangement.lines:
        left, top, right, bottom = _scaled(arrangement.box, share)
        quiet = (left - 16 * canvas.u, top - 12 * canvas.u, right + 16 * canvas.u, bottom + 14 * canvas.u)
    scene = Scene(
        canvas,
        key,
        setting.time,
        setting.falling,
        quiet,
        zoom=_ZOOM.get(str(request.shot.get("framing") or "medium"), 1.0),
    )
    low = (0.66 if width > height else 0.7) * height
    scene.ground = max(low, min(quiet[3] + 0.01 * height, 0.8 * height)) if quiet else low
    scene.focal = choose_focal(scene)
    MOTIFS[setting.motif](scene)
    weather(scene)
    inks = _inks(palette, key, rng)
    placed = [Accent(accent.kind, _scaled(accent.box, share)) for accent in arrangement.accents]
    for accent in placed:
        if accent.kind in accents.BLOCKS:
            accents.draw(canvas, accent, inks)
    finish(canvas)
    for accent in placed:
        # Thin marks come last: strokes and washes would eat them.
        if accent.kind not in accents.BLOCKS:
            accents.draw(canvas, accent, inks)
    return (np.clip(canvas.picture(), 0.0, 1.0) * 255 + 0.5).astype(np.uint8)


def compose(request: ImageRequest) -> Card:
    """Make the card that a request asks for."""
    look = look_of(request.style)
    words, unset = wording(request)
    frame = Frame(request.width, request.height, str(request.shot.get("framing") or "medium"), request.position)
    name, arrangement = arrange(words, frame, look.lettering, _generator(request, "layout"))
    rng = _generator(request, "scene")
    setting = read_setting(request, rng)
    base = frame.base
    share = min(max(base, _SMALLEST), _LARGEST) / base
    pixels = _scene(request, look, arrangement, share, rng, setting)
    if pixels.shape[:2] != (request.height, request.width):
        how = cv2.INTER_AREA if share > 1 else cv2.INTER_CUBIC
        pixels = np.asarray(cv2.resize(pixels, (request.width, request.height), interpolation=how), dtype=np.uint8)
    palette, _ = _colours(request, look, setting, _generator(request, "scene"))
    letters = letter(pixels, arrangement, palette, look.lettering, base / 960)
    return _finished(request, pixels, arrangement, letters, words, unset, name, setting)


def _finished(
    request: ImageRequest,
    pixels: Mask,
    arrangement: Arrangement,
    letters: list[Letters],
    words: Wording,
    unset: list[str],
    name: str,
    setting: Setting,
) -> Card:
    """The card with an honest account of itself."""
    shown = _read_in_order(letters)
    missing = missing_words(
        str(request.shot.get("picture") or request.prompt),
        [*shown, words.hero if words.value and name.startswith("number") else ""],
        [setting.motif, setting.falling],
    )
    return Card(
        pixels, tuple(letters), arrangement.box if letters else None, name, setting.motif, shown, (*missing, *unset)
    )


def _read_in_order(letters: list[Letters]) -> tuple[str, ...]:
    """The phrases that are set: lines of one face and size that follow each other are one phrase."""
    found: list[tuple[object, str]] = []
    for item in letters:
        style = (item.line.face, round(item.line.size, 3), item.line.tone)
        if found and found[-1][0] == style:
            found[-1] = (style, f"{found[-1][1]} {item.line.text}")
        else:
            found.append((style, item.line.text))
    return tuple(text for _, text in found)
