"""Voices at a service, as the settings show them: what was last searched for, recordings that wait, and the one voice that is being made.

A voice is made in a thread of its own, since recordings take a while to be sent; it is never begun anew by itself. Recordings wait on
disk until the voice is there or they are dropped, so a server that ends in between loses none, and leaves none lying about.
Example: `Voicing().begin("Grandfather", agreed=True)`.
"""

from __future__ import annotations

import json
import logging
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from engine import voice_library
from engine.errors import Busy, ProviderError, ReelwrightError, StoreError, UserError
from engine.home import home
from engine.voice_library import New, Offer

State = Literal["working", "failed", "done"]
_LOG = logging.getLogger("reelwright.studio")


@dataclass(frozen=True)
class Search:
    """What was asked for and what there was. `speaker` is the unit of a bible entry, or ''."""

    words: str = ""
    language: str = ""
    speaker: str = ""
    found: tuple[Offer, ...] | None = None


@dataclass(frozen=True)
class Sample:
    """A recording that waits: what its file was called, where it lies now, its seconds."""

    called: str
    path: Path
    seconds: float


@dataclass(frozen=True)
class Making:
    """A voice on its way, or how it ended: `made` where it is there, `message` why it is not."""

    name: str
    state: State
    made: New | None = None
    message: str = ""


class Voicing:
    """The voices' corner of one machine."""

    def __init__(self) -> None:
        self.search = Search()
        self.making: Making | None = None
        self._lock = threading.Lock()
        self._folder = home() / "recordings"
        self.samples: tuple[Sample, ...] = tuple(self._waiting())

    def _waiting(self) -> Iterator[Sample]:
        """What an earlier server kept; a recording without its note did not come whole."""
        for note in sorted(self._folder.glob("note-*.json")):
            with suppress(OSError, ValueError, KeyError):
                told = json.loads(note.read_text(encoding="utf-8"))
                if (path := self._folder / Path(str(told["file"])).name).is_file():
                    yield Sample(str(told["called"]), path, float(told["seconds"]))

    def bring(self, file: Path, called: str) -> Sample:
        """Keep a recording until the voice is made; an error says why it cannot be used."""
        seconds = voice_library.checked(file, called).seconds
        with self._lock:
            if len(self.samples) >= voice_library.MOST_FILES:
                raise UserError(f"{voice_library.MOST_FILES} recordings are enough; make the voice.")
            sample = self._kept(file, called, seconds)
            self.samples = (*self.samples, sample)
        return sample

    def _kept(self, file: Path, called: str, seconds: float) -> Sample:
        """A copy, and last the note that makes it count; StoreError where the disk has no room for them."""
        kept = self._folder / f"{len(self.samples):02d}{file.suffix}"
        sample = Sample(Path(called).name[:80] or kept.name, kept, seconds)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, kept)
            told = {"file": kept.name, "called": sample.called, "seconds": seconds}
            note = self._folder / f"note-{kept.stem}.json"
            aside = note.with_suffix(".part")
            aside.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
            aside.replace(note)
        except OSError as error:
            raise StoreError(f"The recording could not be kept ({error.strerror}); free some space.") from error
        return sample

    def drop(self) -> None:
        """Forget the recordings that wait."""
        with self._lock:
            self.samples = ()
            shutil.rmtree(self._folder, ignore_errors=True)

    def begin(self, name: str, *, agreed: bool) -> None:
        """Make a voice of the recordings that wait. Busy while another is on its way; UserError where something is missing."""
        files = [sample.path for sample in self.samples]
        voice_library.askable(name, files, agreed=agreed)
        with self._lock:
            if self.making and self.making.state == "working":
                raise Busy("Another voice is being made; wait until it is there.")
            self.making = Making(name, "working")
        work: Callable[[], None] = lambda: self._work(name, files)  # noqa: E731
        threading.Thread(target=work, name="voice maker", daemon=True).start()

    def _work(self, name: str, files: list[Path]) -> None:
        try:
            self.making = Making(name, "done", voice_library.make(name, files, agreed=True))
        except ReelwrightError as error:
            self.making = Making(name, "failed", message=told(error))
            return  # the recordings stay, to try again
        except Exception as error:
            _LOG.exception("making the voice %s failed", name)
            self.making = Making(name, "failed", message=f"An error of our own stopped this ({type(error).__name__}).")
            return
        self.drop()


def told(error: ReelwrightError) -> str:
    """An error's sentence, with what the service said where the sentence does not have it."""
    words = " ".join(error.words.split()) if isinstance(error, ProviderError) else ""
    return f"{error} It answered: {words}" if words and words not in str(error) else str(error)


__all__ = ["Making", "Sample", "Search", "Voicing", "told"]
