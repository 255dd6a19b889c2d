"""Title cards: what they say, where the words stand, that they can be read, and that nothing is left to luck."""

import hashlib
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from engine.errors import MissingDependency, UserError
from engine.fonts import uncovered
from engine.looks import look, names
from engine.providers.contract import ImageRequest
from engine.providers.image.typographic import Typographic
from engine.providers.image.typography.card import MOTIFS, compose
from engine.providers.image.typography.layouts import LAYOUTS, Frame, arrange
from engine.providers.image.typography.lettering import luminances
from engine.providers.image.typography.lexicon import LITERAL, MOOD_MOTIFS, MOTIF_WORDS, motif_of
from engine.providers.image.typography.setting import Face, break_lines
from engine.providers.image.typography.wording import around, missing_words, number_in, strong_phrases, wording

STORY = {
    "lighthouse": (
        "Marta keeps the lighthouse on Gull Rock.",
        ["lighthouse", "Gull Rock"],
        "A tall lighthouse on a rock at dusk",
        "wide",
        "calm",
    ),
    "steps": (
        "Every evening she climbs ninety-one steps, trims the lamp, and writes one line.",
        ["ninety-one steps"],
        "Marta on a spiral staircase",
        "medium",
        "calm",
    ),
    "boat": (
        "It is a boat made of newspaper.",
        ["a boat made of newspaper"],
        "A small paper boat with a candle on the sea at night",
        "close",
        "tender",
    ),
    "quote": (
        '"Please keep the big light on until he is home."',
        ["big light"],
        "A handwritten letter",
        "close",
        "tender",
    ),
    "tea": (
        "At 95 degrees the slow ones arrive after about three minutes.",
        ["95 degrees"],
        "A cup of hot tea",
        "medium",
        "neutral",
    ),
    "bus": (
        "The last bus to Northgate leaves at 11:40.",
        ["last bus", "Northgate"],
        "A bus in the rain at night",
        "detail",
        "sad",
    ),
    "pul": ("एक दिन तेज़ बारिश हुई और गाँव का पुल टूट गया।", ["पुल टूट गया"], "बारिश में टूटा पुल", "wide", "tense"),
    "list": (
        "Two and a half minutes for green, three and a half for black.",
        ["green", "black"],
        "Two cups of tea",
        "wide",
        "neutral",
    ),
}


def ask(name="lighthouse", width=640, height=360, seed=1, look="paper", position="", **shot):
    text, keywords, picture, framing, mood = STORY[name]
    words = {"keywords": keywords, "picture": picture, "framing": framing, "mood": mood, **shot}
    return ImageRequest(
        prompt=picture,
        width=width,
        height=height,
        seed=seed,
        shot=words,
        style={"look": look},
        text=text,
        position=position,
    )


def say(*keywords, text="", picture="", width=640, height=360, seed=1, look="paper"):
    return ImageRequest(
        prompt=picture,
        width=width,
        height=height,
        seed=seed,
        text=text,
        style={"look": look},
        shot={"keywords": keywords, "picture": picture},
    )


def contrasts(card):
    """For every line: the least contrast of its letters with the ground that touches them, measured on the finished
    pixels."""
    light = luminances(card.pixels.astype(np.float32) / 255)
    inked = np.zeros(card.pixels.shape[:2], np.uint8)
    for item in card.letters:
        x0, y0, x1, y1 = item.window
        inked[y0:y1, x0:x1] = np.maximum(inked[y0:y1, x0:x1], item.mask)
    for item in card.letters:
        x0, y0, x1, y1 = item.window
        reach = max(2, round(0.03 * item.line.size))
        near = cv2.dilate(item.mask, np.ones((2 * reach + 1, 2 * reach + 1), np.uint8)) > 100
        free = cv2.dilate(inked[y0:y1, x0:x1], np.ones((3, 3), np.uint8)) < 8
        ground, letters = light[y0:y1, x0:x1][near & free], light[y0:y1, x0:x1][item.mask > 250]
        if ground.size and letters.size:
            own = float(np.median(letters))
            yield min((max(own, g) + 0.05) / (min(own, g) + 0.05) for g in np.percentile(ground, (1, 99)))


def assert_well_set(card, width, height):
    """Inside the safe area, above the captions, nothing on top of anything else, drawn whole."""
    left, top, right, bottom = card.box
    assert left >= 0.08 * width - 0.5
    assert right <= 0.92 * width + 0.5
    assert top >= 0.08 * height - 0.5
    assert bottom <= 0.8 * height
    for first, second in combinations([item.line.box for item in card.letters], 2):
        across, down = (
            min(first[2], second[2]) - max(first[0], second[0]),
            min(first[3], second[3]) - max(first[1], second[1]),
        )
        assert across <= 1 or down <= 1
    for item in card.letters:
        edges = np.concatenate([item.mask[0], item.mask[-1], item.mask[:, 0], item.mask[:, -1]])
        assert edges.max() == 0, "a letter touches the edge of its own mask: it was cut"


@pytest.mark.parametrize("look", names())
@pytest.mark.parametrize("name", STORY)
def test_words_can_be_read_and_stay_where_they_may(name, look):
    if uncovered("".join(STORY[name][1])):
        pytest.skip("no font on this machine has these letters")
    for seed, (width, height) in enumerate([(640, 360), (360, 640)]):
        card = compose(ask(name, width, height, seed, look))
        assert card.letters
        assert min(contrasts(card)) >= 4.5
        assert_well_set(card, width, height)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("size", [(640, 360), (360, 640), (480, 480), (480, 600)])
def test_every_layout_sets_long_and_short_words_without_clipping(layout, size):
    for name in ("steps", "list", "quote", "boat"):
        words, _ = wording(ask(name))
        for framing in ("wide", "close"):
            _, made = arrange(words, Frame(*size, framing=framing), look().lettering, np.random.default_rng(3), layout)
            left, top, right, bottom = made.box
            assert left >= 0.08 * size[0]
            assert right <= 0.92 * size[0] + 0.5
            assert top >= 0.08 * size[1]
            assert bottom <= 0.8 * size[1]


def test_the_file_is_a_png_of_the_size_that_was_asked(tmp_path):
    result = Typographic().draw(ask(width=322, height=574), tmp_path)
    with Image.open(result.path) as picture:
        assert picture.format == "PNG"
        assert picture.size == (322, 574)
        assert picture.mode == "RGB"


def test_the_same_request_gives_the_same_bytes_in_another_process(tmp_path):
    code = """
import hashlib, pathlib, sys
sys.path.insert(0, sys.argv[2])
from tests.providers.test_typographic import ask
from engine.providers.image.typographic import Typographic
for look in ("paper", "paint", "chalk"):
    result = Typographic().draw(ask("boat", look=look), pathlib.Path(sys.argv[1]))
    print(hashlib.sha256(result.path.read_bytes()).hexdigest())
"""
    root = str(Path(__file__).parents[2])
    there = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path), root], capture_output=True, text=True, check=True, timeout=120
    ).stdout.split()
    here = [
        hashlib.sha256(Typographic().draw(ask("boat", look=look), tmp_path).path.read_bytes()).hexdigest()
        for look in ("paper", "paint", "chalk")
    ]
    assert there == here


def test_another_seed_gives_another_picture_and_in_time_another_layout():
    cards = [compose(ask("lighthouse", 320, 180, seed)) for seed in range(12)]
    assert len({card.pixels.tobytes() for card in cards}) == 12
    assert len({card.layout for card in cards}) >= 4


def test_shots_with_the_same_seed_do_not_look_alike():
    assert compose(ask("lighthouse")).pixels.tobytes() != compose(ask("bus")).pixels.tobytes()


def test_looks_differ():
    assert len({compose(ask("boat", look=look)).pixels.tobytes() for look in names()}) == len(names())


def test_focus_holds_the_words(tmp_path):
    x, y, w, h = Typographic().draw(ask("tea"), tmp_path).focus
    for item in compose(ask("tea")).letters:
        left, top, right, bottom = item.line.box
        assert left >= x * 640 - 0.5
        assert right <= (x + w) * 640 + 0.5
        assert top >= y * 360 - 0.5
        assert bottom <= (y + h) * 360 + 0.5


def test_what_is_shown_are_the_words_and_what_is_missing_are_the_things(tmp_path):
    result = Typographic().draw(ask("steps"), tmp_path)
    assert "91" in result.shows
    assert "steps" in result.shows
    assert "Marta" in result.missing
    assert missing_words("A tall lighthouse and a goat at sea", ["lighthouse"], ["waves"]) == ("goat",)


def test_first_and_last_shots_get_their_own_cards():
    assert compose(ask("lighthouse", position="first")).layout == "opening"
    assert compose(ask("lighthouse", position="last")).layout == "closing"


def test_a_number_is_the_hero_of_its_card():
    card = compose(ask("tea"))
    sizes = {item.line.text: item.line.size for item in card.letters}
    assert card.layout.startswith("number")
    assert sizes["95°"] == max(sizes.values())
    assert sizes["95°"] > 3 * sizes["the slow ones arrive"]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [("ninety-one steps", ("91", "steps")), ("95 degrees", ("95°", "")), ("Two and a half minutes", ("2½", "minutes")),
     ("11:40", ("11:40", "")), ("50 percent", ("50%", "")), ("three hundred and more", ("300", "and more")),
     ("₹2,500", ("₹2,500", "")), ("पाँच दिन", ("5", "दिन")),
     ("one boat", None), ("lighthouse", None)],
)  # fmt: skip
def test_numbers_are_read_in_figures_and_words(phrase, expected):
    assert number_in(phrase) == expected


def test_the_words_around_a_phrase_come_from_its_own_clause():
    line = "Marta leans over the rail and sees a light the size of a match, low on the black water, coming closer."
    assert around("black water", line) == ("low on the", "black water", "")
    assert around("a light", line)[2] == "the size of a match"
    assert around("goat", line) == ("", "goat", "")


def test_a_saying_becomes_a_quotation_card():
    request = ask("quote")
    assert wording(request)[0].quote == "Please keep the big light on until he is home."
    assert compose(request).layout.startswith("quote")


def test_without_key_words_the_strong_words_of_the_line_are_set():
    assert "boat" in " ".join(strong_phrases("It is a boat made of newspaper."))
    card = compose(ask("boat", keywords=()))
    assert card.shows
    assert not any(phrase.lower() in ("it", "is", "of") for phrase in card.shows[:1])


def test_nothing_to_say_gives_a_wordless_picture_of_the_mood(tmp_path):
    result = Typographic().draw(say(picture="", text=""), tmp_path)
    with Image.open(result.path) as picture:
        assert np.asarray(picture).std() > 8
    assert result.focus is None
    assert result.shows == ()


def test_emoji_are_not_words(tmp_path):
    assert Typographic().draw(say("😀🎉"), tmp_path).shows == ()
    assert Typographic().draw(say("🎉 victory"), tmp_path).shows[0] == "Victory"


@pytest.mark.parametrize("size", [(64, 64), (64, 640), (640, 64), (320, 180)])
@pytest.mark.parametrize(
    "words",
    ["Donaudampfschifffahrtsgesellschaftskapitän", "W",
     "https://example.org/a/very/long/address/that/never/ends/and/goes/on/index.html",
     "the quick brown fox jumps over the lazy dog while the cat sleeps on the warm window sill and dreams of fish"],
)  # fmt: skip
def test_long_words_and_small_pictures_are_set_whole(words, size):
    card = compose(say(words, width=size[0], height=size[1]))
    assert_well_set(card, *size)
    assert "".join(card.shows).replace(" ", "").lower() == words.replace(" ", "").lower()


def test_words_are_never_hyphenated_and_articles_keep_their_nouns():
    face = Face("text", 500)
    assert break_lines("a letter", face, 2) == ("a letter",)
    lines = break_lines("the last bus to Northgate leaves tonight", face, 3)
    assert " ".join(lines) == "the last bus to Northgate leaves tonight"
    assert max(map(len, lines)) - min(map(len, lines)) <= 8


def test_right_to_left_words_begin_at_the_right():
    words = "ליל מנוחה"
    if uncovered(words):
        pytest.skip("no font on this machine has Hebrew letters")
    found, _ = wording(say(words))
    assert found.right_to_left
    lefts = []
    for seed in range(6):
        card = compose(say(words, text="היא אמרה ליל מנוחה לירח", seed=seed))
        assert_well_set(card, 640, 360)
        if card.layout in ("lockup_left", "bar", "justified", "highlight") and len(card.letters) > 1:
            rights = [item.line.box[2] for item in card.letters]
            lefts.append(max(rights) - min(rights))
    assert not lefts or min(lefts) < 12


def test_letters_that_no_font_has_are_refused_with_the_way_out(tmp_path):
    unknown = "\U00016a40\U00016a41"
    if not uncovered(unknown):
        pytest.skip("this machine has a font for the Mro script")
    with pytest.raises(MissingDependency, match="REELWRIGHT_FONTS"):
        Typographic().draw(say(unknown), tmp_path)
    assert unknown in Typographic().draw(say("boat", unknown), tmp_path).missing


@pytest.mark.parametrize("size", [(63, 64), (640, 361), (32, 32), (7682, 100)])
def test_sizes_that_cannot_be_filmed_are_refused(size, tmp_path):
    with pytest.raises(UserError, match="even numbers between 64 and 7680"):
        Typographic().draw(say("boat", width=size[0], height=size[1]), tmp_path)


def test_progress_is_told_and_may_cancel(tmp_path):
    told = []
    Typographic().draw(ask(), tmp_path, lambda share, message="": told.append(share))
    assert told == sorted(told)
    assert told[-1] == 1.0

    def stop(share, message=""):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Typographic().draw(ask(), tmp_path, stop)


def test_the_motif_table_is_rich_and_every_motif_can_be_drawn():
    words = [word for row in MOTIF_WORDS.values() for word in row.split()]
    assert sum(word.isascii() for word in words) >= 40
    assert sum(not word.isascii() for word in words) >= 40
    assert len(MOTIF_WORDS) >= 14
    assert set(MOTIF_WORDS) == set(MOTIFS)
    assert {name for row in MOOD_MOTIFS.values() for name in row} | set(LITERAL) <= set(MOTIFS)


@pytest.mark.parametrize(
    ("word", "motif"),
    [
        ("lighthouses", "beam"),
        ("trawler", "boat"),
        ("चिट्ठियाँ", "letter"),
        ("साइकिल", "wheel"),
        ("बारिश", "rain"),
        ("leaves", "leaves"),
        ("tea", "steam"),
        ("zzz", ""),
    ],
)
def test_words_ask_for_motifs(word, motif):
    assert motif_of(word) == motif


def test_the_motif_follows_the_words_and_without_them_the_mood():
    assert compose(ask("bus", 320, 180)).motif == "bus"
    assert compose(say("चिट्ठियाँ", width=320, height=180)).motif == "letter" if not uncovered("चिट्ठियाँ") else True
    plain = ImageRequest(prompt="", width=320, height=180, shot={"mood": "sad"})
    assert compose(plain).motif in MOOD_MOTIFS["sad"]


@pytest.mark.parametrize("motif", MOTIFS)
def test_every_motif_leaves_the_words_readable(motif):
    word = next(word for word in MOTIF_WORDS[motif].split() if motif_of(word) == motif)
    for seed, time in enumerate(("night", "noon")):
        card = compose(say(word, picture=f"{word} {time}", width=480, height=270, seed=seed))
        assert min(contrasts(card)) >= 4.5


def test_the_maker_says_that_it_is_ready_when_there_are_fonts():
    maker = Typographic()
    assert (maker.kind, maker.name) == ("image", "typographic")
    assert maker.ready() is None
