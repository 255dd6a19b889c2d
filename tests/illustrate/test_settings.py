"""Every setting of the kit draws in any shape and hour, in depth, calm where captions lie, and says where things stand."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from engine.illustrate import Scene, compose, kit
from engine.illustrate.compose import Drawn
from engine.illustrate.kit.registry import SettingInfo

kit.load()
SETTINGS: dict[str, SettingInfo] = kit.registry.settings()
NAMES = sorted(SETTINGS)
WANTED = {
    "sea", "shore", "harbour", "river bank", "lake", "forest", "jungle", "field", "garden", "mountain", "hill", "desert",
    "snow", "village", "old town", "city street", "skyline", "market", "road", "bridge", "railway station", "room",
    "kitchen", "bedroom", "classroom", "office", "hall", "stage", "shop", "hospital", "cave", "sky", "space",
    "underwater", "ruins", "temple", "school yard", "farm", "abstract", "bamboo grove", "japanese village", "savanna",
    "african village", "mexican street", "volcano", "inside a volcano", "polar sea", "under the ice", "graveyard", "attic",
    "workshop", "waterfall", "flooded village", "flooded town", "flooded street",
    "bus inside", "train inside", "lantern room", "islet", "bakery", "ship's deck", "shed", "full house",
}  # fmt: skip


@lru_cache(maxsize=64)
def drawn(
    name: str, time: str = "day", width: int = 160, height: int = 90, options: tuple[tuple[str, str], ...] = (),
    weather: str = "clear",
) -> Drawn:  # fmt: skip
    made = {"setting": name, "time": time, "weather": weather, "options": dict(options)}
    return compose(Scene.model_validate(made), "paper", width, height)


def grey(picture: NDArray[np.uint8]) -> NDArray[np.float32]:
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.float32)


def test_the_kit_has_the_settings_that_stories_need() -> None:
    assert set(NAMES) >= WANTED


def test_a_setting_is_found_by_each_of_its_words_and_no_word_means_two() -> None:
    owners: dict[str, list[str]] = {}
    for name, info in SETTINGS.items():
        for word in info.words:
            owners.setdefault(word, []).append(name)
            assert kit.registry.found_setting(word).name == name or len(owners[word]) > 1
    assert {word: names for word, names in owners.items() if len(names) > 1} == {}
    assert all(len(info.words) >= 5 and info.kinds for info in SETTINGS.values())


@pytest.mark.parametrize("name", NAMES)
def test_things_may_stand_on_a_ground_within_the_picture_and_grow_toward_us(name: str) -> None:
    info = SETTINGS[name]
    assert any(place.kind in ("ground", "water") for place in info.places)
    assert len({place.name for place in info.places}) == len(info.places)
    for place in info.places:
        assert 0 <= place.far < place.near <= 1
        assert 0.05 <= place.y_far <= 0.92
        assert place.y_far <= place.y_near <= 0.97
        assert 30 <= place.person_far <= place.person_near <= 450
        assert 0 <= place.x[0] < place.x[1] <= 1


@pytest.mark.parametrize("name", NAMES)
def test_by_day_a_setting_fills_a_wide_picture_in_five_depths_and_is_calm_where_captions_lie(name: str) -> None:
    made = drawn(name)
    depths = {round(layer.depth, 2) for layer in made.layers}
    assert len(depths) >= 5
    assert min(depths) < 0.1
    assert max(depths) >= 0.7
    full_and_calm(made)


@pytest.mark.parametrize("name", NAMES)
def test_by_night_a_tall_or_square_picture_with_other_choices_is_darker_full_and_calm(name: str) -> None:
    size = ((90, 160), (120, 120))[NAMES.index(name) % 2]
    other = {option: values[-1] for option, values in choices(SETTINGS[name].options)}
    empty_on_purpose = name == "abstract"
    night = drawn(name, "night", *size, () if empty_on_purpose else tuple(other.items()))
    full_and_calm(night)
    share = 0.99 if name == "space" else 0.78
    assert grey(night.picture()).mean() < share * grey(drawn(name).picture()).mean()


def full_and_calm(made: Drawn) -> None:
    """No third of the picture is empty, and its lower fifth is no busier than a paved square."""
    values = grey(made.picture())
    assert values.std() > 10
    thirds = (*np.array_split(values, 3, axis=0), *np.array_split(values, 3, axis=1))
    assert min(part.std() for part in thirds) > 1.0
    height, width = values.shape
    low = values[round(height * 0.82) : round(height * 0.98), round(width * 0.25) : round(width * 0.75)]
    assert (np.abs(np.diff(low, axis=1)).mean() + np.abs(np.diff(low, axis=0)).mean()) / 2 < 10.0


def test_the_same_setting_is_the_same_picture_every_time() -> None:
    scene = Scene(setting="temple", time="dusk")
    first, second = (compose(scene, "paper", 120, 68).picture() for _ in range(2))
    assert np.array_equal(first, second)


@pytest.mark.parametrize("weather", ["rain", "fog", "snow"])
def test_weather_is_seen_outdoors(weather: str) -> None:
    clear, other = drawn("shore").picture().astype(int), drawn("shore", weather=weather).picture().astype(int)
    assert np.abs(clear - other).mean() > 4


@pytest.mark.parametrize(
    ("name", "part"), [("volcano", "erupting"), ("volcano", "lava"), ("inside a volcano", "bubbles"), ("savanna", "huts"),
                       ("graveyard", "candles"), ("bamboo grove", "house")],
)  # fmt: skip
def test_a_part_that_is_asked_for_is_seen(name: str, part: str) -> None:
    without, with_it = (drawn(name, options=((part, value),)).picture().astype(int) for value in ("no", "yes"))
    assert np.abs(without - with_it).max() > 60


@pytest.mark.parametrize("name", ["field", "flooded village", "city street"])
def test_heavy_rain_has_streaks_and_no_bright_disc(name: str) -> None:
    clear, rainy = (grey(drawn(name, width=320, height=180, weather=sky).picture()) for sky in ("clear", "storm"))
    upper = slice(0, 80)
    discs = [np.percentile(cv2.blur(each[upper], (15, 15)), 99.5) for each in (clear, rainy)]
    assert discs[1] < discs[0] - 12
    fine = [np.abs(each - cv2.blur(each, (5, 5)))[upper].mean() for each in (clear, rainy)]
    assert fine[1] > fine[0]


def choices(options: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    """'tree (yes, no), crop (wheat, grass)' split at its commas, back to names and values."""
    rows: list[tuple[str, list[str]]] = []
    for part in options:
        if "(" in part:
            name, value = part.split("(")
            rows.append((name.strip(), [value.strip(" )")]))
        else:
            rows[-1][1].append(part.strip(" )"))
    return rows
