"""The colours of one picture: a ramp dark to light, accents, and how hour and weather set values and haze.

Colours are sRGB shares. Example: `Scheme.plan(look("paper"), time="night").r(0.1)` is a dark blue. The palettes
themselves are those of `engine.looks`; here they are chosen and derived (OKLab).
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, replace
from functools import lru_cache

from engine import looks
from engine.looks import Colour, Look, Palette

WHITE: Colour = (1.0, 1.0, 1.0)
BLACK: Colour = (0.0, 0.0, 0.0)

mix = lru_cache(maxsize=1 << 16)(looks.mix)
adjust = lru_cache(maxsize=1 << 14)(looks.adjust)
lab = lru_cache(maxsize=1 << 14)(looks.to_lab)


@lru_cache(maxsize=1 << 14)
def stained(colour: Colour, stain: Colour, share: float) -> Colour:
    """A colour as it is on a thing made of another stuff, or in a coloured light: its own light and shade, the other's hue."""
    light, other = lab(colour)[0], lab(stain)[0]
    return mix(colour, adjust(stain, round((light - other) * (0.45 if light > other else 0.34) + 0.02, 4)), share)


# what the hour and the weather ask for, the best first; a look without one takes the next
_PLANS: dict[str, tuple[str, ...]] = {
    "night": ("night", "tide", "plum", "slate"),
    "night/rain": ("rain", "night", "blueboard"),
    "night/storm": ("rain", "night", "blueboard"),
    "night/fog": ("tide", "night", "slate"),
    "dusk": ("river", "ember", "festival", "plum", "board"),
    "dusk/rain": ("rain", "plum", "blueboard"),
    "dusk/storm": ("ember", "rain", "slate"),
    "dawn": ("morning", "rose", "plum", "board"),
    "day": ("meadow", "river", "tide", "board"),
    "day/rain": ("fog", "tide", "rain", "slate"),
    "day/storm": ("rain", "fog", "slate"),
    "day/snow": ("fog", "tide", "blueboard"),
    "day/fog": ("fog", "tide", "slate"),
    "day/cloud": ("tide", "fog", "river", "slate"),
    "inside/day": ("morning", "river", "festival", "board"),
    "inside/dawn": ("morning", "rose", "board"),
    "inside/dusk": ("rose", "ember", "plum", "board"),
    "inside/night": ("plum", "night", "blueboard"),
}
_MOODS = {
    "sad": ("rain", "fog"),
    "tender": ("rose",),
    "happy": ("meadow", "festival"),
    "nostalgic": ("sand", "morning"),
}

SKINS: dict[str, Colour] = {
    name: looks.from_hex(code)
    for name, code in {
        "pale": "f4d3b5", "light": "efbf98", "tan": "d9a074", "brown": "b87a4d", "dark": "8d5836", "deep": "653c27",
    }.items()
}  # fmt: skip
HAIRS: dict[str, Colour] = {
    name: looks.from_hex(code)
    for name, code in {
        "black": "1c1720", "brown": "4a2d20", "chestnut": "6d3b22", "blond": "d7a24e", "red": "a8452a",
        "grey": "9a979c", "white": "e6e2da",
    }.items()
}  # fmt: skip
NATURALS: dict[str, Colour] = {
    name: looks.from_hex(code)
    for name, code in {
        "wood": "a5713f", "dark wood": "6b4428", "pale wood": "d0a468", "stone": "9a938c", "brick": "b5614a",
        "iron": "3a3d46", "steel": "a9b1b8", "brass": "d3a246", "copper": "b86a3c", "straw": "dcb765", "earth": "7d5a3c",
        "sand": "e2c48e", "clay": "c47f52", "bone": "efe4cc", "bread": "cf9450", "ginger": "cf7f3a", "fur": "9a6a42",
        "dark fur": "4d3a30", "grey fur": "8d8a8c", "pale fur": "e3d2b4", "feather": "f2ece0", "rubber": "2b2b30",
        "grass": "6f9a4a", "moss": "55733c", "fire": "f08a2c", "blood orange": "d9573f", "glass": "a8cfd2",
    }.items()
}  # fmt: skip
_NAMED = {
    "red": "d2402f", "orange": "ea8a34", "yellow": "f2c14a", "gold": "e2ad3f", "green": "4f8a4c", "blue": "3f6fb0",
    "teal": "2f8285", "purple": "7a4f9c", "violet": "7a4f9c", "pink": "e596a6", "brown": "7d5236", "black": "22202a",
    "white": "f6f1e4", "grey": "8f9096", "gray": "8f9096", "silver": "b9bfc6", "navy": "243a68", "cream": "f3e6c8",
    "turquoise": "45a6a0", "crimson": "b02a3c", "scarlet": "d63324", "beige": "dcc7a0", "olive": "78803d",
}  # fmt: skip


@dataclass(frozen=True)
class Scheme:
    """The colours of one picture. `r(t)`: ramp; L light, A main accent, B second, G cool, V leaf, S skin, P paper,
    K ink. `dark`: whether the value plan is a night's. `far` and `near`: ramp places of distant and close ground."""

    palette: Palette
    look: str
    time: str
    weather: str
    dark: bool
    far: float
    near: float
    haze: Colour
    haze_strength: float
    shade: Colour

    @staticmethod
    def plan(
        look: Look,
        time: str = "day",
        weather: str = "clear",
        mood: str = "",
        asked: str = "",
        inside: bool = False,
        season: str = "",
    ) -> Scheme:
        """The scheme that hour, weather and mood ask for in this look; words in `asked` (a palette's name or hex
        colours) come before them."""
        palette = looks.palette_from(look, asked) if asked.strip() else None
        palette = palette or _choose(look, time, weather, mood, inside)
        if season in ("autumn", "winter") or weather == "snow":
            palette = _seasoned(palette, season, weather)
        return _scheme(palette, look, time, weather, inside)

    def r(self, place: float) -> Colour:
        """The ramp: 0 darkest, 1 lightest."""
        return _ramp(self.palette, round(place, 4))

    @property
    def L(self) -> Colour:
        """The lamp or sun."""
        return self.palette.light

    @property
    def A(self) -> Colour:
        """The main warm accent."""
        return self.palette.accent

    @property
    def B(self) -> Colour:
        """The second warm accent."""
        return self.palette.second

    @property
    def G(self) -> Colour:
        """The cool accent."""
        return self.palette.cool

    @property
    def V(self) -> Colour:
        """Leaves."""
        return mix(self.palette.leaf, self.r(0.35), 0.35) if self.dark else self.palette.leaf

    @property
    def S(self) -> Colour:
        """Skin when nothing is said."""
        return self.skin("light")

    @property
    def P(self) -> Colour:
        """Paper."""
        return mix(self.palette.type_light, (0.969, 0.937, 0.875), 0.6)

    @property
    def K(self) -> Colour:
        """Ink."""
        return mix(self.palette.type_dark, BLACK, 0.3)

    def natural(self, name: str) -> Colour:
        """What wood, stone, fur or brass looks like in this light and palette; KeyError for a name not in NATURALS."""
        base = NATURALS[name]
        if self.dark:
            return mix(adjust(base, -0.11), self.r(0.3), 0.28)
        return mix(base, self.r(0.5), 0.1)

    def skin(self, name: str) -> Colour:
        """A skin tone in this light: only a little darker at night, never mixed with a cold ramp."""
        return adjust(SKINS.get(name, SKINS["light"]), -0.05 if self.dark else -0.01, 1.0)

    def hair(self, name: str) -> Colour:
        """A hair colour in this light."""
        return mix(HAIRS.get(name, HAIRS["brown"]), self.r(0.05), 0.25 if self.dark else 0.1)

    def tone(self, depth: float, up: float = 0.0) -> Colour:
        """The ramp colour of ground or mass at this depth: the value plan, lighter by `up`."""
        return self.r(self.far + (self.near - self.far) * min(max(depth, 0.0), 1.0) + up)

    def named(self, text: str, default: Colour) -> Colour:
        """A colour from a person's word: a palette letter (A, B, G, V, L), a name, hex; `default` when unknown."""
        word = text.strip()
        if word in ("L", "A", "B", "G", "V", "S", "P", "K"):
            letter: Colour = getattr(self, word)
            return letter
        code = _NAMED.get(word.lower().split(" ")[-1] if word else "", word)
        light = (
            -0.1 if word.lower().startswith("dark ") else 0.12 if word.lower().startswith(("light ", "pale ")) else 0
        )
        if not re.fullmatch(r"#?[0-9a-fA-F]{6}|#[0-9a-fA-F]{3}", code):
            return default
        colour = adjust(looks.from_hex(code), light, 0.95)
        return mix(adjust(colour, -0.06), self.r(0.3), 0.12) if self.dark else colour


def _choose(look: Look, time: str, weather: str, mood: str, inside: bool) -> Palette:
    base = time if time in ("day", "dawn", "dusk", "night") else "day"
    keys = [f"inside/{base}"] if inside else [f"{base}/{weather}", base]
    wanted = [name for key in keys for name in _PLANS.get(key, ())]
    feeling = looks.mood_of(mood) if mood else ""
    lean = [name for name in _MOODS.get(feeling, ()) if base in ("day", "dawn") and weather in ("clear", "cloud")]
    found = next((name for name in [*lean, *wanted] if name in look.palettes), None)
    if found is None:
        return looks.palette_for(look, mood, zlib.crc32(base.encode()))
    palette = look.palettes[found]
    if feeling and not lean:
        palette = palette.toward(look.palettes[look.moods[feeling][0]], 0.18)
    return palette


def _seasoned(palette: Palette, season: str, weather: str) -> Palette:
    """Autumn leaves turn to the second accent; snow lightens and cools the light half of the ramp."""
    if weather == "snow" or season == "winter":
        cold: Colour = (0.86, 0.91, 0.97)
        one, two, three, four, five = palette.ramp
        ramp = (one, two, mix(three, cold, 0.25), mix(four, cold, 0.6), mix(five, (0.96, 0.98, 1.0), 0.7))
        return replace(palette, ramp=ramp, leaf=mix(palette.leaf, cold, 0.45))
    return replace(palette, leaf=mix(palette.leaf, palette.second, 0.7))


@lru_cache(maxsize=1 << 14)
def _ramp(palette: Palette, place: float) -> Colour:
    return palette.at(place)


def _scheme(palette: Palette, look: Look, time: str, weather: str, inside: bool) -> Scheme:
    dark = time == "night" or (time == "dusk" and palette.key == "dark") or "light" not in look.keys
    far, near = {"night": (0.40, 0.045), "dusk": (0.5, 0.06), "dawn": (0.56, 0.08)}.get(time, (0.6, 0.1))
    if look.name == "ink":
        near += 0.04
    strength = {"night": 0.5, "dusk": 0.5, "dawn": 0.5}.get(time, 0.5)
    strength = min(0.9, strength * {"fog": 1.7, "rain": 1.15, "snow": 1.2}.get(weather, 1.0))
    haze = palette.at(0.5) if dark else mix(palette.at(0.8), palette.light, 0.15)
    return Scheme(
        palette=palette, look=look.name, time=time, weather=weather, dark=dark, far=far, near=near, haze=haze,
        haze_strength=0.14 if inside else strength, shade=palette.at(0.0 if dark else 0.07),
    )  # fmt: skip
