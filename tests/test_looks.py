"""Looks, palettes and colours as data: what a mood or a style chooses, and that letters can be read on what is
chosen."""

import pytest

from engine.errors import UserError
from engine.looks import (
    MOODS,
    blend,
    contrast,
    from_hex,
    from_lab,
    look,
    look_of,
    mix,
    mood_of,
    names,
    palette_for,
    palette_from,
    palette_of,
    to_hex,
    to_lab,
)


def every_palette():
    return [(name, palette) for name in names() for palette in look(name).palettes.values()]


def test_the_default_look_is_paper_and_the_others_are_there():
    assert names()[0] == "paper"
    assert {"paper", "paint", "ink", "night", "chalk"} <= set(names())
    assert look().name == "paper"


def test_an_unknown_look_is_answered_with_the_names_that_exist():
    with pytest.raises(UserError, match="paper, paint, ink"):
        look("oil")


@pytest.mark.parametrize("name", names())
def test_every_mood_has_palettes_in_every_look(name):
    for mood in MOODS:
        assert palette_for(look(name), mood).name in look(name).moods[mood]


@pytest.mark.parametrize(("name", "palette"), every_palette(), ids=lambda value: getattr(value, "name", value))
def test_ramps_rise_from_dark_to_light_and_letters_can_be_read_at_both_ends(name, palette):
    lights = [to_lab(stop)[0] for stop in palette.ramp]
    assert lights == sorted(lights)
    assert lights[-1] - lights[0] > 0.5
    if "dark" in look(name).keys:
        assert contrast(palette.type_light, palette.at(0.3)) > 4.5
    if palette.key == "light":
        assert contrast(palette.type_dark, palette.at(0.75)) > 4.5


def test_looks_without_light_grounds_have_only_dark_palettes():
    for name in names():
        if "light" not in look(name).keys:
            assert to_lab(next(iter(look(name).palettes.values())).ramp[0])[0] < 0.3


def test_the_seed_changes_the_palette_and_the_same_seed_keeps_it():
    chosen = {palette_for(look("paper"), "calm", seed).name for seed in range(8)}
    assert len(chosen) >= 2
    assert palette_for(look("paper"), "calm", 5) == palette_for(look("paper"), "calm", 5)


@pytest.mark.parametrize(
    ("words", "mood"),
    [
        ("calm", "calm"),
        ("wistful, a little proud", "sad"),
        ("उदास", "sad"),
        ("", "neutral"),
        ("Tense and cold", "tense"),
        ("purple", "neutral"),
    ],
)
def test_any_description_of_a_feeling_becomes_a_mood(words, mood):
    assert mood_of(words) == mood


def test_a_style_names_its_look_alone_or_in_a_sentence():
    assert look_of({"look": "ink"}).name == "ink"
    assert look_of({"look": "soft paint on rough canvas"}).name == "paint"
    assert look_of({"look": "whatever suits"}).name == "paper"
    assert look_of({}).name == "paper"


def test_a_style_may_ask_for_a_palette_by_name_or_by_colours():
    assert palette_of({"palette": "warm like ember"}, "calm").name == "ember"
    own = palette_from(look("paper"), "#0b1426 #d9573f #e9e2cf")
    assert own is not None
    assert own.name == "own"
    assert to_hex(own.accent) == "d9573f"
    assert contrast(own.type_light, own.ramp[0]) > 7
    assert palette_from(look("paper"), "mostly warm") is None


def test_shots_of_one_film_stay_nearer_to_each_other_than_their_moods_alone():
    style = {"look": "paper", "mood": "calm"}

    def apart(first, second):
        return sum(
            abs(a - b)
            for x, y in zip(first.ramp, second.ramp, strict=True)
            for a, b in zip(to_lab(x), to_lab(y), strict=True)
        )

    alone = apart(palette_for(look("paper"), "tense"), palette_for(look("paper"), "calm"))
    assert apart(palette_of(style, "tense"), palette_of(style, "calm")) < alone


def test_colours_survive_the_way_to_oklab_and_back():
    for code in ("000000", "ffffff", "d9573f", "1b2f52"):
        assert to_hex(from_lab(to_lab(from_hex(code)))) == code
    assert to_hex(mix(from_hex("1b2f52"), from_hex("ffd484"), 0)) == "1b2f52"
    assert to_hex(mix(from_hex("1b2f52"), from_hex("ffd484"), 1)) == "ffd484"
    with pytest.raises(ValueError, match="not a colour"):
        from_hex("red")


def test_blending_opposite_hues_keeps_more_colour_than_mixing_them():
    def colourful(colour):
        return sum(part * part for part in to_lab(colour)[1:])

    red, green = from_hex("d9573f"), from_hex("3f8a94")
    assert colourful(blend(red, green, 0.5)) > colourful(mix(red, green, 0.5))


def test_contrast_follows_the_definition():
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    assert contrast((1, 1, 1), (1, 1, 1)) == pytest.approx(1)
