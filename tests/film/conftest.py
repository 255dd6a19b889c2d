"""Small real media for the film tests: drawn pictures, speech-like voices, a bed, fonts, and ways to look at finished
films.
"""

import hashlib
import importlib.util
import itertools
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from engine.film import RATE, Bed, CaptionStyle, Cue, Film, Line, Move, Shot, Window, Word

SIZE = (320, 180)
FPS = 24
WHOLE = Window(0.0, 0.0, 1.0, 1.0)
PUSH = Move(WHOLE, Window(0.06, 0.05, 0.9, 0.9))
PAN = Move(Window(0.0, 0.05, 0.9, 0.9), Window(0.1, 0.05, 0.9, 0.9))


def draw_picture(path: Path, seed: int, size: tuple[int, int] = (480, 270)) -> Path:
    """A picture with soft light, hard shapes and fine grain, different for each seed."""
    chance = np.random.default_rng(seed)
    across, down = np.meshgrid(np.linspace(0, 1, size[0]), np.linspace(0, 1, size[1]))
    base = np.dstack([across, down, 1 - across])[:, :, chance.permutation(3)] * 150 + 50
    image = Image.fromarray((base + chance.normal(0, 3, base.shape)).clip(0, 255).astype(np.uint8))
    pen = ImageDraw.Draw(image)
    for _ in range(12):
        x, y, r = chance.integers(0, size[0]), chance.integers(0, size[1]), chance.integers(8, 40)
        pen.ellipse((x - r, y - r, x + r, y + r), fill=tuple(int(v) for v in chance.integers(0, 255, 3)))
    image.save(path)
    return path


def speech(seconds: float, seed: int = 0, level: float = 0.25) -> np.ndarray:
    """Syllables: a buzz of harmonics with a formant, four times a second, with short gaps."""
    at = np.arange(round(seconds * RATE)) / RATE
    pitch = 120 + 20 * np.sin(2 * np.pi * 0.7 * at + seed)
    phase = 2 * np.pi * np.cumsum(pitch) / RATE
    buzz = sum(np.sin(n * phase) / n for n in range(1, 16))
    envelope = np.clip(np.sin(2 * np.pi * 2.0 * at), 0, 1) ** 0.5
    return (level * buzz * envelope).astype(np.float32)


@pytest.fixture(scope="session")
def media(tmp_path_factory):
    """A folder with pictures p0 to p4, voices v0 and v1 and a bed."""
    from engine.film import sound

    folder = tmp_path_factory.mktemp("media")
    for n in range(5):
        draw_picture(folder / f"p{n}.png", n)
    for n in range(2):
        sound.save_wav(folder / f"v{n}.wav", speech(1.2, n))
    at = np.arange(3 * RATE) / RATE
    bed = 0.2 * np.stack([np.sin(2 * np.pi * f * at) * np.exp(-1.5 * (at % 0.5)) for f in (220.0, 330.0)], axis=1)
    sound.save_wav(folder / "bed.wav", bed.astype(np.float32))
    return folder


def _font_files() -> list[Path]:
    found: list[Path] = []
    for package in ("fontpkg_noto_sans", "fontpkg_noto_sans_devanagari", "fontpkg_noto_sans_arabic"):
        spec = importlib.util.find_spec(package)
        if spec and spec.origin:
            found += sorted(path for path in Path(spec.origin).parent.rglob("*.ttf") if "Italic" not in path.name)
    system = Path("/usr/share/fonts/truetype")
    return found + sorted(system.rglob("NotoSans*-Bold.ttf")) + sorted(system.rglob("DejaVuSans-Bold.ttf"))


def _pack_fonts() -> list[Path]:
    try:
        from engine import packs

        return sorted(packs.folder("fonts").rglob("*.ttf"))
    except Exception:
        return []


def fonts_for(text: str) -> tuple[Path, ...]:
    """Fonts on this machine that write a text: packages of the test environment first, then the font pack, then the
    system.
    """
    from engine.film import unwritable

    files = _font_files() + _pack_fonts()
    latin = [path for path in files if not unwritable("Az", (path,))][:1]
    whole = [path for path in files if not unwritable(text.replace(" ", ""), (path,))][:1]
    if not latin or not whole:
        pytest.skip(f"no font on this machine writes '{text}'")
    return tuple(dict.fromkeys(latin + whole))


@pytest.fixture(scope="session")
def style():
    return CaptionStyle(fonts=fonts_for("Az"))


def cue(start: float, end: float, *rows: str) -> Cue:
    """A cue whose words share its time evenly."""
    words = " ".join(rows).split()
    step = (end - start) / len(words)
    return Cue(start, end, rows, tuple(Word(w, start + n * step, start + (n + 1) * step) for n, w in enumerate(words)))


@pytest.fixture
def film(media, style):
    """Four shots of different lengths with a cut, a dissolve and a fade; two voices, a bed and two captions."""
    shots = (
        Shot("s01", media / "p0.png", PUSH, 30),
        Shot("s02", media / "p1.png", PAN, 25, "dissolve", 9),
        Shot("s03", media / "p2.png", PUSH, 20),
        Shot("s04", media / "p3.png", PAN, 21, "fade", 8),
    )
    return Film(
        SIZE,
        FPS,
        shots,
        cues=(cue(0.4, 1.5, "The lamp", "is lit"), cue(2.0, 3.2, "and boats come home")),
        style=style,
        lines=(Line(media / "v0.wav", RATE // 2), Line(media / "v1.wav", 2 * RATE)),
        bed=Bed(media / "bed.wav", loops=(1.0, 2.0)),
        title="The lamp",
        language="hi",
    )


def still_film(media, frames: int, picture: str = "p0.png", move: Move = PUSH) -> Film:
    return Film(SIZE, FPS, (Shot("s01", media / picture, move, frames),))


def with_shot(film: Film, index: int, **changes) -> Film:
    """The film with one shot changed."""
    shots = list(film.shots)
    shots[index] = replace(shots[index], **changes)
    return replace(film, shots=tuple(shots))


def planes(path: Path) -> list[np.ndarray]:
    """Every frame of a film as one array of its Y, U and V."""
    import av

    with av.open(str(path)) as container:
        return [frame.to_ndarray() for frame in container.decode(video=0)]


def frame_hashes(path: Path) -> list[str]:
    return [hashlib.md5(frame.tobytes()).hexdigest() for frame in planes(path)]


def luma(path: Path) -> np.ndarray:
    """The brightness of every frame: (frames, height, width)."""
    frames = planes(path)
    height = frames[0].shape[0] * 2 // 3
    return np.stack([frame[:height] for frame in frames])


def moved(frames) -> np.ndarray:
    """How far neighbouring frames are shifted (x, y in pixels), by least squares on the gradients of their softened
    brightness.
    """
    import cv2

    soft = [cv2.GaussianBlur(np.asarray(frame, np.float64), (0, 0), 2.0)[8:-8, 8:-8] for frame in frames]
    steps = []
    for before, after in itertools.pairwise(soft):
        down, across = np.gradient((before + after) / 2)
        slopes = np.stack([across.ravel(), down.ravel()], axis=1)
        steps.append(np.linalg.lstsq(slopes, (before - after).ravel(), rcond=None)[0])
    return np.array(steps)


def ffmpeg(*arguments: str) -> subprocess.CompletedProcess:
    import imageio_ffmpeg

    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-nostats", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def ebur128(path: Path) -> tuple[float, float]:
    """Integrated loudness (LUFS) and true peak (dBTP) as ffmpeg measures them."""
    text = ffmpeg("-i", str(path), "-vn", "-af", "ebur128=peak=true", "-f", "null", "-").stderr
    summary = text[text.rindex("Summary:") :].splitlines()
    values = [float(line.split()[1]) for line in summary if line.strip().startswith(("I:", "Peak:"))]
    return values[0], values[1]


def python(code: str, *arguments: str, wait: bool = True):
    """Run code in a process of its own that can import the engine."""
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(root)!r})\n{code}", *arguments]
    if wait:
        return subprocess.run(command, capture_output=True, text=True, check=False, cwd=root)
    return subprocess.Popen(command, cwd=root)
