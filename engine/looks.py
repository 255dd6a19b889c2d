"""The looks of a film as data: palettes, surface and lettering of each, and how colours are mixed (OKLab). Draws
nothing.

A colour is three sRGB shares from 0 to 1. Example: `palette_for(look("paper"), "calm", seed=7).at(0.2)` is a dark
stop of its ramp. Sources: OKLab by B. Ottosson (2020); contrast by WCAG 2.2.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np

from engine.errors import UserError

Colour = tuple[float, float, float]
Key = Literal["dark", "light"]

MOODS = ("calm", "tense", "happy", "sad", "tender", "energetic", "mysterious", "nostalgic", "neutral")

_ACCENTS = ("light", "accent", "second", "cool", "leaf")

_TO_LMS = np.array([[0.4122214708, 0.5363325363, 0.0514459929],
                    [0.2119034982, 0.6806995451, 0.1073969566],
                    [0.0883024619, 0.2817188376, 0.6299787005]])  # fmt: skip
_TO_LAB = np.array([[0.2104542553, 0.7936177850, -0.0040720468],
                    [1.9779984951, -2.4285922050, 0.4505937099],
                    [0.0259040371, 0.7827717662, -0.8086757660]])  # fmt: skip
_FROM_LMS, _FROM_LAB = np.linalg.inv(_TO_LMS), np.linalg.inv(_TO_LAB)


# ---------------------------------------------------------------- colours


def from_hex(text: str) -> Colour:
    """'#d9573f', 'd9573f' or 'fa3' -> shares; ValueError when it is none of these."""
    digits = text.strip().removeprefix("#")
    digits = "".join(c * 2 for c in digits) if len(digits) == 3 else digits
    if not re.fullmatch(r"[0-9a-fA-F]{6}", digits):
        raise ValueError(f"'{text}' is not a colour; write it as d9573f")
    return int(digits[:2], 16) / 255, int(digits[2:4], 16) / 255, int(digits[4:], 16) / 255


def to_hex(colour: Colour) -> str:
    """Six hex digits, clipped to what a screen can show."""
    return "".join(f"{round(min(max(c, 0.0), 1.0) * 255):02x}" for c in colour)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _gamma(value: float) -> float:
    value = min(max(value, 0.0), 1.0)
    return value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def to_lab(colour: Colour) -> Colour:
    """sRGB shares -> OKLab (L, a, b)."""
    lms = np.cbrt(_TO_LMS @ np.array([_linear(c) for c in colour]))
    light, a, b = (float(c) for c in _TO_LAB @ lms)
    return light, a, b


def from_lab(lab: Colour) -> Colour:
    """OKLab -> sRGB shares, clipped."""
    red, green, blue = (_gamma(float(c)) for c in _FROM_LMS @ (_FROM_LAB @ np.array(lab)) ** 3)
    return red, green, blue


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """`share` 0 is the first colour, 1 the second; between them a straight line in OKLab."""
    a, b = to_lab(first), to_lab(second)
    return from_lab((a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share))


def blend(first: Colour, second: Colour, share: float) -> Colour:
    """Like `mix`, but as colourful as its parents: opposite hues meet without turning grey."""
    a, b, middle = to_lab(first), to_lab(second), to_lab(mix(first, second, share))
    wanted = float(np.hypot(*a[1:]) * (1 - share) + np.hypot(*b[1:]) * share)
    gain = min(wanted / max(float(np.hypot(*middle[1:])), 1e-4), 1.9)
    return from_lab((middle[0], middle[1] * gain, middle[2] * gain))


def adjust(colour: Colour, light: float = 0.0, chroma: float = 1.0) -> Colour:
    """Lighter or darker by `light` (OKLab L), its colourfulness times `chroma`."""
    lab = to_lab(colour)
    return from_lab((min(max(lab[0] + light, 0.0), 1.0), lab[1] * chroma, lab[2] * chroma))


def luminance(colour: Colour) -> float:
    """WCAG relative luminance, 0 to 1."""
    red, green, blue = (_linear(min(max(c, 0.0), 1.0)) for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: Colour, second: Colour) -> float:
    """WCAG contrast of two colours, 1 to 21."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


# ---------------------------------------------------------------- records


@dataclass(frozen=True)
class Palette:
    """A film's colours: `ramp` has 5 stops from dark to light; `light` is the lamp or sun; `accent` and `second` are
    warm, `cool` is their opposite, `leaf` is for plants; `type_light` and `type_dark` are for letters; `key` is the
    usual ground."""

    name: str
    ramp: tuple[Colour, Colour, Colour, Colour, Colour]
    light: Colour
    accent: Colour
    second: Colour
    cool: Colour
    leaf: Colour
    type_light: Colour
    type_dark: Colour
    key: Key

    def at(self, place: float) -> Colour:
        """The ramp at `place`: 0 is its darkest stop, 1 its lightest."""
        place = min(max(place, 0.0), 1.0) * 4
        index = min(int(place), 3)
        return mix(self.ramp[index], self.ramp[index + 1], place - index)

    def recoloured(self, chroma: float = 1.0, ramp_lift: float = 0.0, accent_lift: float = 0.0) -> Palette:
        """The same colours more or less colourful; a lift of .2 raises L to .2 + .8 L. Letters stay as they are."""

        def lifted(colour: Colour, lift: float) -> Colour:
            lab = to_lab(colour)
            return from_lab((lift + (1 - lift) * lab[0], lab[1] * chroma, lab[2] * chroma))

        one, two, three, four, five = (lifted(stop, ramp_lift) for stop in self.ramp)
        others: dict[str, Any] = {name: lifted(getattr(self, name), accent_lift) for name in _ACCENTS}
        return replace(self, ramp=(one, two, three, four, five), **others)

    def toward(self, other: Palette, share: float) -> Palette:
        """This palette, every colour moved by `share` toward its counterpart in another; keeps its own name and key."""
        one, two, three, four, five = (blend(a, b, share) for a, b in zip(self.ramp, other.ramp, strict=True))
        others: dict[str, Any] = {name: blend(getattr(self, name), getattr(other, name), share) for name in _ACCENTS}
        return replace(self, ramp=(one, two, three, four, five), **others)


@dataclass(frozen=True)
class Texture:
    """The surface of a look; lengths are pixels of a 1280x720 picture, the others shares from 0 to 1.

    `shadow`: what a cut shape throws on those below; `edge`: a light rim; `outline`: width of a drawn contour;
    `fill`: how opaque a shape is; `wobble`: unevenness of an edge; `gradient`: from lit top to shaded foot; `glow`,
    `bloom`, `vignette`: light; `fibre`, `cloud`, `grain`: paper; `brush`: visible strokes; `wash`: watercolour edges;
    `hatch`: chalk; `border`: bare paper.
    """

    shadow: float = 0.0
    edge: float = 0.0
    outline: float = 0.0
    fill: float = 1.0
    wobble: float = 1.0
    gradient: float = 0.1
    glow: float = 1.0
    bloom: float = 0.0
    vignette: float = 0.2
    fibre: float = 0.0
    cloud: float = 0.0
    grain: float = 0.01
    brush: float = 0.0
    wash: float = 0.0
    hatch: float = 0.0
    border: float = 0.0


@dataclass(frozen=True)
class Lettering:
    """How words are set: the role of the large words ('display' or 'text'), their weight (100 to 900) and width (62
    to 100), tracking in ems, whether they are capitals, their shadow (share), and how rough their edge is (pixels at
    1280x720)."""

    role: Literal["display", "text"] = "display"
    weight: int = 700
    width: int = 100
    tracking: float = -0.01
    capitals: bool = False
    shadow: float = 0.0
    rough: float = 0.0


@dataclass(frozen=True)
class Look:
    """A way of drawing a whole film; `moods` names, for every mood, the palettes that suit it, the best first."""

    name: str
    label: str
    palettes: dict[str, Palette]
    moods: dict[str, tuple[str, ...]]
    texture: Texture
    lettering: Lettering
    keys: tuple[Key, ...] = ("dark", "light")


# ---------------------------------------------------------------- data

# name: (ramp dark to light, light, accent, second, cool, leaf, usual ground)
_COLOURS: dict[str, tuple[str, str, str, str, str, str, Key]] = {
    "night": ("0b1426 1b2f52 38588a 7d9bb8 e9e2cf", "ffd484", "d9573f", "f0a64a", "3f7a78", "4f7a5c", "dark"),
    "morning": ("3a2a33 7c5350 c48f70 edcba0 fdf1d8", "fff0c0", "cf5a3c", "e8a33a", "5d9186", "6f8f4e", "light"),
    "rain": ("0e1226 222b50 474f85 8d86ab f0dfca", "ffcf7d", "d4452f", "f3a23c", "3c8b90", "4c7a66", "dark"),
    "river": ("16302f 34605a 7fa893 f0cf96 fdf0cc", "ffdf98", "c84a2c", "eda033", "2f7a86", "5d8a45", "light"),
    "meadow": ("16302a 356a4c 84a866 ead48a fcf3d2", "ffe9a6", "dd5a36", "f0ab35", "2f8288", "5f9146", "light"),
    "ember": ("170d14 47192a 98362f e28c4c fbe2bd", "ffc56b", "e8552f", "f5a33b", "3d7480", "6b7a45", "dark"),
    "rose": ("37192d 77395a bd7684 efb6a6 fdeee0", "ffe2b8", "c8434f", "eb9a4e", "56858c", "75895a", "light"),
    "fog": ("18222c 3a4a59 7d909b c3cdc9 f4efe3", "fbe6b4", "c9573c", "dba353", "3f7782", "64806a", "light"),
    "plum": ("140d28 33204f 664584 ad8cae efdfda", "ffd08a", "dd5470", "f2a352", "3f8a94", "5b7d66", "dark"),
    "sand": ("2a2420 66523f a98c69 ddc9a6 f9f0dc", "fff0c4", "bf4f30", "dd9a35", "4a7f80", "76864c", "light"),
    "tide": ("0b2133 1a4562 3f7f98 9cc4c0 f6eed6", "ffdf9a", "e0603c", "f2a943", "2c8189", "5a8f68", "dark"),
    "festival": ("2a1338 6a1f55 cc4450 f49a4c fdeac0", "ffe08a", "e83f4c", "f7b23a", "1f8a8c", "5c9350", "light"),
    "slate": ("131a1d 1f2a2e 35444a 87979a eef0e6", "ffe9a8", "f2a08a", "f4d06f", "8fcfd0", "a9d08e", "dark"),
    "board": ("10201a 1b3129 31493e 86a293 eef1e2", "fff0b0", "f3a58c", "f6d478", "9bd3d6", "b4d795", "dark"),
    "blueboard": ("10182b 1a2642 30405f 8796b2 edf0ee", "ffe9a8", "f4a191", "f6d274", "93d0e0", "aed59a", "dark"),
}  # fmt: skip


def _palette(name: str) -> Palette:
    ramp, light, accent, second, cool, leaf, key = _COLOURS[name]
    one, two, three, four, five = (from_hex(stop) for stop in ramp.split())
    lamp, warm, other, cold, green = (from_hex(code) for code in (light, accent, second, cool, leaf))
    letters = mix(five, (1.0, 1.0, 1.0), 0.45), mix(one, (0.0, 0.0, 0.0), 0.2)
    return Palette(name, (one, two, three, four, five), lamp, warm, other, cold, green, *letters, key)


def _by_mood(rows: str) -> dict[str, tuple[str, ...]]:
    """'calm: river tide, tense: ember' -> the palettes of every mood."""
    pairs = (row.split(":") for row in rows.split(","))
    return {mood.strip(): tuple(names.split()) for mood, names in pairs}


_DAY_AND_NIGHT = _by_mood(
    """calm: river tide meadow, tense: ember rain night, happy: meadow festival morning, sad: rain fog night,
    tender: rose morning plum, energetic: festival ember meadow, mysterious: plum night tide,
    nostalgic: morning sand rose, neutral: tide sand river"""
)
_AFTER_DARK = _by_mood(
    """calm: tide night, tense: ember rain, happy: festival plum, sad: rain night, tender: rose plum,
    energetic: festival ember, mysterious: plum night, nostalgic: plum ember, neutral: night tide"""
)
_BOARDS = _by_mood(
    """calm: board slate, tense: slate blueboard, happy: board blueboard, sad: blueboard slate, tender: blueboard board,
    energetic: slate board, mysterious: blueboard slate, nostalgic: board slate, neutral: slate board"""
)


def _palettes(moods: dict[str, tuple[str, ...]], **change: float) -> dict[str, Palette]:
    names = dict.fromkeys(name for row in moods.values() for name in row)
    return {name: _palette(name).recoloured(**change) for name in names}


_LOOKS: dict[str, Look] = {
    "paper": Look(
        "paper", "Paper cut", _palettes(_DAY_AND_NIGHT, chroma=1.14), _DAY_AND_NIGHT,
        Texture(shadow=0.62, edge=0.5, wobble=1.2, gradient=0.08, vignette=0.22, fibre=0.042, cloud=0.03, grain=0.011),
        Lettering("display", 800, 100, -0.012, shadow=0.5)),
    "paint": Look(
        "paint", "Soft gouache", _palettes(_DAY_AND_NIGHT, chroma=1.05), _DAY_AND_NIGHT,
        Texture(wobble=3.0, gradient=0.24, bloom=0.25, vignette=0.24, cloud=0.07, grain=0.01, brush=1.0),
        Lettering("display", 600, 100, -0.01, rough=0.5)),
    "ink": Look(
        "ink", "Line and wash", _palettes(_DAY_AND_NIGHT, chroma=0.84, ramp_lift=0.2, accent_lift=0.08), _DAY_AND_NIGHT,
        Texture(outline=2.4, wobble=2.2, gradient=0.14, glow=0.6, vignette=0.06, cloud=0.03, grain=0.02,
                wash=0.75, border=20.0),
        Lettering("display", 500, 100, 0.0, rough=0.4), keys=("light",)),
    "night": Look(
        "night", "After dark", _palettes(_AFTER_DARK, chroma=1.1), _AFTER_DARK,
        Texture(shadow=0.2, wobble=0.5, gradient=0.5, glow=1.5, bloom=0.55, vignette=0.42, cloud=0.03, grain=0.012),
        Lettering("text", 800, 78, -0.012), keys=("dark",)),
    "chalk": Look(
        "chalk", "Chalk on slate", _palettes(_BOARDS), _BOARDS,
        Texture(outline=2.6, fill=0.8, wobble=1.8, gradient=0.0, glow=0.5, vignette=0.3, cloud=0.06, grain=0.02,
                hatch=1.0),
        Lettering("text", 700, 88, 0.005, rough=0.9), keys=("dark",)),
}  # fmt: skip

_MOOD_WORDS: dict[str, str] = {
    "calm": "calm quiet peaceful still serene gentle slow soft content relaxed patient restful hushed"
    " शांत शान्त धीमा स्थिर",
    "tense": "tense fear afraid anxious danger worried angry dark urgent threatening nervous suspense stern dramatic"
    " डर तनाव गुस्सा ख़तरा",
    "happy": "happy joy joyful cheerful glad playful bright delighted warm funny light triumphant proud hopeful relieved"
    " खुश ख़ुश आनंद हँसी",
    "sad": "sad grief lonely melancholy sorrow wistful somber sombre heavy lost mournful regret दुखी उदास अकेला दुःख",
    "tender": "tender love loving intimate affectionate kind moving touching caring grateful कोमल प्यार प्रेम ममता",
    "energetic": "energetic excited lively fast bold powerful driving dynamic intense upbeat ऊर्जा तेज़ उत्साह जोश",
    "mysterious": "mysterious strange curious wonder magical secret eerie dreamy awe uncanny रहस्य अजीब जादू",
    "nostalgic": "nostalgic memory remembering old bittersweet reflective longing यादें पुरानी याद",
    "neutral": "neutral plain informative factual explaining matter-of-fact सामान्य",
}
_MOOD_OF = {word: mood for mood, words in _MOOD_WORDS.items() for word in words.split()}


# ---------------------------------------------------------------- questions


def names() -> tuple[str, ...]:
    """The looks there are, the default first."""
    return tuple(_LOOKS)


def look(name: str = "paper") -> Look:
    """The look of that name; UserError with the names that exist when there is none."""
    found = _LOOKS.get(name.strip().lower() or "paper")
    if found is None:
        raise UserError(f"There is no look called '{name}'; choose one of {', '.join(_LOOKS)}.")
    return found


def mood_of(text: str) -> str:
    """One of MOODS for any description of a feeling ('wistful, a little proud' -> 'sad'); 'neutral' when none is
    known."""
    for word in re.findall(r"[^\W\d_][\w\u0900-\u097F'-]*", text.lower()):
        if word in _MOOD_OF:
            return _MOOD_OF[word]
    return "neutral"


def palette_for(look: Look, mood: str, seed: int = 0) -> Palette:
    """A palette of the look that suits the mood (any words); the seed chooses among equals, the first being twice as
    likely."""
    options = look.moods[mood_of(mood)]
    place = seed % (len(options) + 1)
    return look.palettes[options[max(place - 1, 0)]]


def palette_from(look: Look, text: str) -> Palette | None:
    """The palette that a person described: its name, or at least two colours in hex ('#0b1426 #e9e2cf'); None when
    neither is there."""
    words = re.findall(r"[a-z]+", text.lower())
    named = next((word for word in words if word in look.palettes), None)
    if named:
        return look.palettes[named]
    found = re.findall(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b|\b(?=\w*[a-fA-F])[0-9a-fA-F]{6}\b", text)
    return _from_colours([from_hex(code) for code in found], look) if len(found) >= 2 else None


def _from_colours(colours: list[Colour], look: Look) -> Palette:
    """A ramp from the darkest to the lightest of some colours; the most colourful ones become the accents."""
    by_light = sorted(colours, key=lambda c: to_lab(c)[0])
    dark, pale = by_light[0], by_light[-1]
    dark = adjust(dark, min(0.0, 0.22 - to_lab(dark)[0]))
    pale = adjust(pale, max(0.0, 0.92 - to_lab(pale)[0]), 0.7)
    stops = [dark, *by_light[1:-1], pale] if len(by_light) > 2 else [dark, pale]
    places = np.linspace(0, len(stops) - 1, 5)
    one, two, three, four, five = (
        mix(stops[int(p)], stops[min(int(p) + 1, len(stops) - 1)], float(p % 1)) for p in places
    )
    vivid = sorted(colours, key=lambda c: -float(np.hypot(*to_lab(c)[1:])))
    base = next(iter(look.palettes.values()))
    return replace(
        base,
        name="own",
        ramp=(one, two, three, four, five),
        accent=vivid[0],
        second=vivid[1],
        type_light=mix(five, (1.0, 1.0, 1.0), 0.45),
        type_dark=mix(one, (0.0, 0.0, 0.0), 0.2),
        key="dark" if "light" not in look.keys or to_lab(by_light[len(by_light) // 2])[0] < 0.55 else "light",
    )


def look_of(style: Mapping[str, Any]) -> Look:
    """The look that a film's style names in its `look`, alone or within a sentence; the default look when it names
    none."""
    words = re.findall(r"[a-z]+", str(style.get("look") or "").lower())
    return look(next((word for word in words if word in _LOOKS), "paper"))


def palette_of(style: Mapping[str, Any], mood: str) -> Palette:
    """The colours of a shot with this mood in a film with this style (`look`, `palette`, `mood`: any words).

    A palette that the style asks for is used as it is; else the mood chooses, drawn toward the film's own mood so
    that shots stay kin.
    """
    chosen = look_of(style)
    asked = palette_from(chosen, str(style.get("palette") or ""))
    if asked is not None:
        return asked
    film_mood = str(style.get("mood") or "")
    seed = zlib.crc32(f"{chosen.name}|{film_mood}".encode())
    if not film_mood:
        return palette_for(chosen, mood, seed)
    film = palette_for(chosen, film_mood, seed)
    return palette_for(chosen, mood, seed).toward(film, 0.4) if mood else film
