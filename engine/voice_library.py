"""Voices at ElevenLabs for the page and the terminal: search, listen, take, make one from recordings, delete one. Knows no film.

Making a voice needs the word of whoever asks that it is theirs to make; that word is kept in `voices.jsonl` of this machine's folder,
with the hashes of the recordings. Example: `search("old sailor", "en")`, `make("Grandfather", [path], agreed=True)`.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from engine.errors import MediaError, ReelwrightError, StoreError, UserError
from engine.home import home
from engine.providers import elevenlabs_wire as eleven
from engine.providers.contract import Progress, silent
from engine.providers.speech import elevenlabs_library as library
from engine.providers.speech import elevenlabs_voices as shelf
from engine.providers.speech.elevenlabs_library import Offer
from engine.store import now

CONSENT = "This is my own voice, or I have its owner's leave."
MAKER = "elevenlabs"
SHORTEST, MOST_BYTES, MOST_FILES = 10.0, 10_000_000, 25
"""Seconds that all recordings must have together; the size of one, and how many there may be, as the service takes them."""
_SAMPLE_BYTES = 5_000_000


@dataclass(frozen=True)
class Recording:
    """A recording that can be used: its length in seconds and its hash."""

    path: Path
    seconds: float
    sha256: str


@dataclass(frozen=True)
class New:
    """A voice that was added: the name by which it is chosen, its id, and whether the service must verify its owner first."""

    name: str
    id: str
    unverified: bool = False


_samples: dict[str, str] = {}
"""Where the sounds of the voices of the last searches are, as the service said: an address is never taken from a page."""


def missing() -> str:
    """'' where the service can be asked, else the step that makes it so."""
    return eleven.missing() or ""


def search(words: str, language: str = "") -> tuple[Offer, ...]:
    """Voices for words and a language tag ('' for any), the account's own first. Raises why they cannot be had."""
    found = library.found(words[:200], language)
    _samples.update({offer.ref: offer.sample for offer in found if offer.sample})
    return found


def take(ref: str, name: str) -> New:
    """A voice of the service's library for this account, so that speakers can have it."""
    id = library.add(ref, name)
    return New(_called(id, name), id)


def checked(file: Path, name: str = "") -> Recording:
    """A recording as it will be sent; MediaError, calling it `name`, for one that is no sound or too large."""
    from engine.film.guarded import guarded
    from engine.providers.transcript.sound import samples

    called = name or file.name
    if not file.is_file():
        raise UserError(f"There is no file {called}.")
    if file.stat().st_size > MOST_BYTES:
        raise MediaError(f"{called} has more than {MOST_BYTES // 1_000_000} MB; save it as MP3, or cut it.")
    try:
        guarded(file, "sound")
        length = len(samples(file, 8000)) / 8000
    except MediaError as error:
        raise MediaError(str(error).replace(file.name, called)) from error
    return Recording(file, length, hashlib.sha256(file.read_bytes()).hexdigest())


def askable(name: str, files: Sequence[Path], *, agreed: bool) -> list[Recording]:
    """The recordings, where a voice may be asked for; UserError without a name, enough sound or the word that it may be made."""
    if not agreed:
        raise UserError("A voice is made only of your own speech, or with its owner's leave: say so first.")
    if not name.strip():
        raise UserError("Give the voice a name.")
    if not 0 < len(files) <= MOST_FILES:
        raise UserError(f"Give one recording or more, {MOST_FILES} at most.")
    sounds = [checked(file) for file in files]
    if (length := sum(sound.seconds for sound in sounds)) < SHORTEST:
        raise UserError(
            f"The recordings have {length:.0f} seconds together; give at least {SHORTEST:.0f}. A minute or two is best."
        )
    return sounds


def make(name: str, files: Sequence[Path], *, agreed: bool, progress: Progress = silent) -> New:
    """A voice from recordings of one person; errors of `askable`, and the service's. What was agreed to is logged first."""
    sounds = askable(name, files, agreed=agreed)
    _log("agreed", name, said=CONSENT, recordings=[sound.sha256 for sound in sounds])
    made = library.clone(name, [sound.path for sound in sounds], progress=progress)
    _log("made", name, voice=made.id)
    return New(_called(made.id, name.strip()), made.id, made.unverified)


def delete(voice: str) -> str:
    """Delete a voice that was made from recordings, by its name or id; its name."""
    found = next(
        (v for v in shelf.of_account(library.MAKER, library.PATIENCE) if voice in (v.id, v.name, v.title)), None
    )
    library.delete(found.id if found else voice)
    name = found.name if found else voice
    _log("deleted", name, voice=found.id if found else voice)
    return name


def sample(ref: str) -> Path:
    """A voice's own sample as the service gives it, kept on this machine; UserError where it gives none."""
    from engine.providers import fetching

    url = _samples.get(ref, "")
    if not url:
        raise UserError("There is no sample of this voice here; search for it again.")
    target = home() / "samples" / f"elevenlabs-{hashlib.sha256(url.encode()).hexdigest()[:24]}.mp3"
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        aside = target.with_suffix(f".{os.getpid()}.part")
        inside = fetching.is_inside(urlsplit(eleven.address()).hostname or "")
        try:
            fetching.fetch(fetching.Source(url, MAKER), aside, fetching.Limits(_SAMPLE_BYTES, 15.0, inside))
            aside.replace(target)
        finally:
            aside.unlink(missing_ok=True)
    return target


def _called(id: str, name: str) -> str:
    """The name by which a voice of the account is chosen; two may have the same."""
    try:
        found = shelf.of_account(library.MAKER, library.PATIENCE)
    except ReelwrightError:  # the voice is there; only its list cannot be had now
        return name
    return next((each.name for each in found if each.id == id), name)


def _log(what: str, name: str, **more: object) -> None:
    """One line more in the log of voices. StoreError where it cannot be kept: without it no voice is made."""
    line = json.dumps({"at": now(), "what": what, "name": name.strip(), **more}, ensure_ascii=False)
    try:
        with (home() / "voices.jsonl").open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")
    except OSError as error:
        raise StoreError(
            f"The log of voices cannot be written in {home()} ({error.strerror}); free some space."
        ) from None


__all__ = [
    "CONSENT",
    "MAKER",
    "MOST_FILES",
    "New",
    "Offer",
    "Recording",
    "askable",
    "checked",
    "delete",
    "make",
    "missing",
    "sample",
    "search",
    "take",
]
