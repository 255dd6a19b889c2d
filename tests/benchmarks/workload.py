"""The fixed workload of the benchmark: stills full of fine detail, a voice, music and word times, all made here.

Everything follows from the length in seconds, so two machines measure the same film. Example:
`film = workload(folder, 60)` -> twelve shots of five seconds at 1920x1080 and 24 frames a second.
"""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from engine.errors import UserError
from engine.film import RATE, Bed, CaptionStyle, Cue, Film, Line, Move, Shot, Window, Word, sound

FPS = 24
SIZE = (1920, 1080)
STILL = (1344, 768)
SHOT_SECONDS = 5
STILLS = 12
DISSOLVE = 12
WORD_SECONDS = 0.34
ROW_WORDS = 5
TEXT = [
    "in",
    "a",
    "quiet",
    "harbour",
    "town",
    "at",
    "the",
    "edge",
    "of",
    "the",
    "northern",
    "sea",
    "there",
    "lived",
    "a",
    "young",
    "lamp",
    "keeper",
    "named",
    "mara",
    "every",
    "evening",
    "she",
    "climbed",
    "the",
    "hundred",
    "steps",
    "of",
    "the",
    "old",
    "tower",
    "and",
    "lit",
    "the",
    "great",
    "lamp",
    "so",
    "that",
    "the",
    "fishing",
    "boats",
    "could",
    "find",
    "home",
]
SUNS = ((20, 40, 90), (60, 90, 40), (90, 40, 30), (40, 40, 60), (30, 90, 90), (90, 80, 50))


def still(path: Path, seed: int) -> Path:
    """One of three kinds by turns, each with hard edges: a landscape of fractal noise, a scene that is sharp in its middle and
    soft around it as lenses draw it, and flat shapes with a grain as illustrators make them."""
    chance = np.random.default_rng(seed)
    picture = (_landscape, _photograph, _drawing)[seed % 3](chance, seed)
    Image.fromarray(np.moveaxis(picture, 0, 2).clip(0, 255).astype(np.uint8)).save(path, compress_level=4)
    return path


def _noise(chance: np.random.Generator, steep: float) -> np.ndarray:
    """Three fields whose amplitude falls with frequency as f to the power of -steep; each has a deviation of 1."""
    width, height = STILL
    distance = np.hypot(np.fft.fftfreq(height)[:, None], np.fft.fftfreq(width)[None])
    distance[0, 0] = 1.0
    waves = chance.standard_normal((3, height, width)) + 1j * chance.standard_normal((3, height, width))
    noise = np.fft.ifft2(waves / distance**steep).real
    return noise / noise.std(axis=(1, 2), keepdims=True)


def _places() -> tuple[np.ndarray, np.ndarray]:
    down, across = np.mgrid[: STILL[1], : STILL[0]]
    return down, across


def _disc(chance: np.random.Generator, least: int, most: int) -> np.ndarray:
    down, across = _places()
    x, y, radius = chance.integers(0, STILL[0]), chance.integers(0, STILL[1]), chance.integers(least, most)
    return (across - x) ** 2 + (down - y) ** 2 < radius**2


def _sky(seed: int) -> np.ndarray:
    return 60 + np.array(SUNS[seed % len(SUNS)])[:, None, None] * (0.6 + _places()[0] / STILL[1])


def _landscape(chance: np.random.Generator, seed: int) -> np.ndarray:
    noise = _noise(chance, 1.4 + 0.1 * (seed % 5))
    picture = _sky(seed) + 26 * noise[:1] + 6 * noise
    ridge = STILL[1] * 0.55 + 2.2 * np.cumsum(chance.standard_normal(STILL[0]))
    picture[:, _places()[0] > ridge[None]] *= 0.6
    for _ in range(12):
        disc = _disc(chance, 10, 90)
        picture[:, disc] = 0.6 * picture[:, disc] + 0.4 * chance.integers(0, 255, 3)[:, None]
    return picture


def _photograph(chance: np.random.Generator, seed: int) -> np.ndarray:
    down, across = _places()
    near = np.exp(-(((across - 0.5 * STILL[0]) / 300) ** 2) - ((down - 0.55 * STILL[1]) / 260) ** 2)
    picture = _sky(seed) + 34 * _noise(chance, 2.4)[:1] + (3 + 16 * near) * _noise(chance, 1.2)[:1]
    for _ in range(8):
        disc = _disc(chance, 20, 120) & (near > 0.3)
        picture[:, disc] = 0.4 * picture[:, disc] + 0.6 * chance.integers(0, 255, 3)[:, None]
    return picture


def _drawing(chance: np.random.Generator, seed: int) -> np.ndarray:
    picture = _sky(seed) * np.ones((1, 1, STILL[0]))
    for _ in range(40):
        disc = _disc(chance, 8, 180)
        shade = 0.85 + 0.3 * _places()[1] / STILL[0]
        picture[:, disc] = chance.integers(30, 235, 3)[:, None] * shade[disc]
    for _ in range(12):
        x, y = chance.integers(0, STILL[0] - 60), chance.integers(0, STILL[1] - 60)
        picture[:, y : y + 40, x : x + 3] = chance.integers(0, 255)
    return picture + 3 * _noise(chance, 0.6)[:1]


def voice(path: Path, seconds: float) -> Path:
    """Syllables: a buzz of harmonics four times a second, with breaths between sentences."""
    at = np.arange(round(seconds * RATE)) / RATE
    phase = 2 * np.pi * np.cumsum(120 + 18 * np.sin(2 * np.pi * 0.43 * at)) / RATE
    buzz = sum(np.sin(n * phase) / n for n in range(1, 14))
    syllables = np.clip(np.sin(2 * np.pi * 2 * at) + 0.2, 0, 1) ** 0.5 * (np.sin(2 * np.pi * at / 7) > -0.9)
    sound.save_wav(path, (0.16 * buzz * syllables).astype(np.float32))
    return path


def music(path: Path) -> Path:
    """Sixteen seconds of chords and a beat, to be looped."""
    at = np.arange(16 * RATE) / RATE
    chords = ((220, 262, 330), (175, 220, 262), (196, 247, 294), (165, 196, 247))
    notes = np.select([(at // 4) == n for n in range(4)], [sum(np.sin(2 * np.pi * f * at) for f in c) for c in chords])
    beat = np.sin(2 * np.pi * 70 * at) * np.exp(-30 * (at % 0.5))
    left, right = 0.09 * notes + 0.3 * beat, 0.08 * np.roll(notes, 480) + 0.3 * beat
    sound.save_wav(path, np.stack([left, right], axis=1).astype(np.float32))
    return path


def font() -> Path:
    """The caption font: Noto Sans from the test packages."""
    spec = importlib.util.find_spec("fontpkg_noto_sans")
    found = sorted(Path(spec.origin).parent.rglob("NotoSans[[]*.ttf")) if spec and spec.origin else []
    if not found:
        raise UserError("The benchmark needs the test packages; run: make dev")
    return found[0]


def words(seconds: float) -> list[Word]:
    """Spoken words, one every third of a second."""
    count = int((seconds - 1) / WORD_SECONDS)
    return [Word(TEXT[n % len(TEXT)], 0.5 + n * WORD_SECONDS, 0.5 + (n + 1) * WORD_SECONDS) for n in range(count)]


def cues(seconds: float) -> tuple[Cue, ...]:
    """Captions of five words, each word with its time."""
    every = words(seconds)
    rows = [every[n : n + ROW_WORDS] for n in range(0, len(every), ROW_WORDS)]
    return tuple(Cue(row[0].start, row[-1].end, (" ".join(w.text for w in row),), tuple(row)) for row in rows)


def camera(number: int) -> Move:
    """A steady push, pull or pan: 15% nearer and a little aside over five seconds."""
    aside = (0.04, 0.0, -0.04)[number % 3]
    whole, near = Window(0.0, 0.0, 1.0, 1.0), Window(0.065 + aside, 0.065, 0.87, 0.87)
    return Move(whole, near, "linear") if number % 2 == 0 else Move(near, whole, "linear")


def workload(folder: Path, seconds: int = 60) -> Film:
    """The benchmark's film; its files are made in `folder` where they are missing."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = [folder / f"still{n:02d}.png" for n in range(STILLS + 1)]
    for n, path in enumerate(pictures):
        if not path.exists():
            still(path, n)
    parts = [folder / f"voice{n:03d}.wav" for n in range(-(-seconds // 10))]
    for n, path in enumerate(parts):
        if not path.exists():
            voice(path, min(10, seconds - 10 * n) - 0.7)
    bed = folder / "music.wav"
    if not bed.exists():
        music(bed)
    count = max(2, seconds // SHOT_SECONDS)
    shots = tuple(
        Shot(f"s{n:03d}", pictures[n % STILLS], camera(n), SHOT_SECONDS * FPS, "dissolve" if n else "cut", DISSOLVE)
        for n in range(count)
    )
    lines = tuple(Line(path, round((10 * n + 0.5) * RATE)) for n, path in enumerate(parts))
    loops = (4.0, 8.0, 12.0, 16.0)
    style = CaptionStyle(mode="karaoke", fonts=(font(),))
    return Film(SIZE, FPS, shots, cues(count * SHOT_SECONDS), style, lines, Bed(bed, loops), title="Benchmark")


def with_another_picture(film: Film, folder: Path) -> Film:
    """The same film with the still of its middle shot replaced."""
    middle = len(film.shots) // 2
    shots = list(film.shots)
    shots[middle] = replace(shots[middle], picture=folder / f"still{STILLS:02d}.png")
    return replace(film, shots=tuple(shots))


def with_another_caption(film: Film) -> Film:
    """The same film with one word of its middle caption corrected."""
    middle = len(film.cues) // 2
    cue = film.cues[middle]
    every = (replace(cue.words[0], text="corrected"), *cue.words[1:])
    changed = replace(cue, rows=(" ".join(w.text for w in every),), words=every)
    return replace(film, cues=(*film.cues[:middle], changed, *film.cues[middle + 1 :]))


def with_another_mix(film: Film) -> Film:
    """The same film with quieter music."""
    return replace(film, mix=replace(film.mix, balance_db=film.mix.balance_db + 3))


def with_a_louder_line(film: Film) -> Film:
    """The same film with one of its lines spoken a little louder."""
    middle = len(film.lines) // 2
    louder = replace(film.lines[middle], gain_db=film.lines[middle].gain_db + 1)
    return replace(film, lines=(*film.lines[:middle], louder, *film.lines[middle + 1 :]))
