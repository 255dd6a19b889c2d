"""Small pictures and sounds for looking at a film: thumbnails of its media and samples of voices, made once and kept.

Caches only: nothing here is part of a film. Example: `thumb(project.folder, path, 320)` -> a WebP file.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.errors import MediaError, ReelwrightError, UserError
from engine.types import Blob

if TYPE_CHECKING:
    from PIL import Image

WIDTHS = (160, 320, 640, 1280)
"""Thumbnails come in these widths only, so that nobody can fill the disk by asking."""
_MOVING = (".mp4", ".mov", ".webm", ".mkv")
_SAMPLES = {
    "en": "This is how I would tell your story.",
    "hi": "मैं आपकी कहानी इस तरह सुनाऊँगा।",
    "es": "Así contaría yo tu historia.",
    "fr": "Voici comment je raconterais votre histoire.",
    "it": "Ecco come racconterei la tua storia.",
    "pt": "É assim que eu contaria a sua história.",
}


def thumb(folder: Path, source: Path, width: int) -> Path:
    """A picture's (or a clip's first frame's) thumbnail in a film's cache; UserError for other widths."""
    if width not in WIDTHS:
        raise UserError(f"Thumbnails are {', '.join(map(str, WIDTHS))} wide, not {width}.")
    target = _place(folder, source, width)
    if not target.exists():
        image = _first_frame(source) if source.suffix in _MOVING else _opened(source, width)
        _kept(image, width, target)
    return target


def prepared(folder: Path, content: Mapping[str, Any], find: Callable[[Blob], Path]) -> None:
    """Make beforehand what a page will ask for of a take: small pictures of its pictures, the shapes of its sounds. What cannot
    be read is left to whoever asks for it."""
    for picture in content.get("pictures") or ():
        with suppress(ReelwrightError, OSError, ValueError):
            _prepared_picture(folder, find(Blob.model_validate(picture["image"])))
    if content.get("audio"):
        with suppress(ReelwrightError, OSError, ValueError):
            peaks(folder, find(Blob.model_validate(content["audio"])))


def _prepared_picture(folder: Path, source: Path) -> None:
    """Read once, kept in the widths that boards, takes and the large view have, each made of the one before."""
    lacking = [width for width in (1280, 320, 160) if not _place(folder, source, width).exists()]
    if lacking:
        image = _opened(source, lacking[0])
        for width in lacking:
            _kept(image, width, _place(folder, source, width))


def _place(folder: Path, source: Path, width: int) -> Path:
    return folder / "cache" / "thumbs" / f"{source.stem}-{width}.webp"


def _kept(image: Image.Image, width: int, target: Path) -> None:
    """The picture made that small, in place, and stored whole."""
    image.thumbnail((width, width * 4))
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_suffix(f".{os.getpid()}-{id(image)}.part")
    try:
        image.save(aside, "WEBP", quality=82, method=2)
        aside.replace(target)
    finally:
        with suppress(OSError):
            aside.unlink()


def _opened(source: Path, width: int) -> Image.Image:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(source) as image:
            image.draft("RGB", (width, width * 4))
            return image.convert("RGB")
    except (OSError, UnidentifiedImageError, ValueError, Image.DecompressionBombError) as error:
        raise MediaError(f"{source.name} cannot be read as a picture.") from error


def _first_frame(source: Path) -> Image.Image:
    import av

    try:
        with av.open(str(source)) as container:
            return next(container.decode(video=0)).to_image()
    except (OSError, av.error.FFmpegError, StopIteration, IndexError) as error:
        raise MediaError(f"{source.name} cannot be read as a clip.") from error


def voice_sample(name: str) -> Path:
    """A sentence in a voice of the default speaker, as a WAV of this machine, or the sample that ElevenLabs gives of a voice
    ('elevenlabs:REF'), as an MP3; UserError for a voice that there is not."""
    from engine.home import home
    from engine.providers.registry import ready_provider

    if name.startswith("elevenlabs:"):
        from engine.voice_library import sample

        return sample(name.partition(":")[2])
    target = home() / "samples" / f"{''.join(c for c in name if c.isalnum() or c == '_')}.wav"
    if target.exists():
        return target
    speech = ready_provider("speech", "kokoro:82m")
    voice = next((v for code in _SAMPLES for v in speech.voices(code) if v.name == name), None)
    if voice is None:
        raise UserError(f"There is no voice '{name}'.")
    target.parent.mkdir(parents=True, exist_ok=True)
    return _spoken(speech, voice.name, voice.language, target)


def _spoken(speech: object, name: str, language: str, target: Path) -> Path:
    import tempfile

    from engine.providers.contract import SpeechRequest, Token

    words = _SAMPLES[language.split("-")[0]].split()
    request = SpeechRequest(tuple(Token(word, word) for word in words), language, name)
    with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
        made = speech.speak(request, Path(scratch))  # type: ignore[attr-defined]
        made.path.replace(target)
    return target


def peaks(folder: Path, source: Path) -> dict[str, list[tuple[float, float]]]:
    """A sound's waveform: the least and the largest sample (-1 to 1) of each fortieth of a second; kept in the film's cache."""
    from engine.film import peaks as measured
    from engine.film.cache import Cache

    found = measured(source, 40, cache=Cache(folder / "cache" / "peaks")).data()
    values, full = found["data"], float(2 ** (int(found["bits"]) - 1))
    pairs = zip(values[::2], values[1::2], strict=True)
    return {"peaks": [(round(low / full, 3), round(high / full, 3)) for low, high in pairs]}
