"""The voices that can be had at ElevenLabs: searched in the account and in the service's library, added, made from recordings, deleted.

A voice of the account is named by its id, one of the library by OWNER/ID. Errors are those of engine.providers.elevenlabs_wire.
Example: `found("old sailor", "en")[0].ref`, then `add(ref, "Sailor")`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.errors import UserError
from engine.providers import elevenlabs_wire as eleven
from engine.providers.contract import Progress, silent
from engine.providers.speech import elevenlabs_voices as shelf

if TYPE_CHECKING:
    from elevenlabs.client import ElevenLabs

MAKER = f"elevenlabs:{eleven.CLONING}"
PATIENCE = 20.0
"""Seconds of silence after which a list is given up."""
MOST = 30
_REF = re.compile(r"(?:([A-Za-z0-9]{6,128})/)?([A-Za-z0-9]{6,64})")
MADE_HERE = "cloned"
"""The service's word for a voice that the account's owner made from recordings."""


@dataclass(frozen=True)
class Offer:
    """A voice that can be had. `owned`: it is in the account; `made`: the account's owner made it, and may delete it; `sample`: an
    address of its sound, or ''."""

    ref: str
    name: str
    about: str
    language: str
    gender: str
    owned: bool
    made: bool
    sample: str


@dataclass(frozen=True)
class Cloned:
    """A voice that was made: its id, and whether the service wants its owner verified before it speaks."""

    id: str
    unverified: bool


def found(words: str, language: str) -> tuple[Offer, ...]:
    """Voices that fit all words and a language ('' for any): those of the account first, then of the library, at most 30 of these."""
    own = [_own(each) for each in shelf.of_account(MAKER, PATIENCE) if _fits(each, words, language)]
    rows = eleven.asked(MAKER, lambda service: _shared(service, words, language), silent, PATIENCE, tries=2)
    had = {offer.ref for offer in own}
    return (*own, *(offer for offer in map(_of_library, rows) if offer.ref.partition("/")[2] not in had))


def _shared(service: ElevenLabs, words: str, language: str) -> list[Any]:
    asked = {"search": words.strip(), "language": language.split("-")[0].lower()}
    wanted: dict[str, Any] = {name: value for name, value in asked.items() if value}
    page = service.voices.get_shared(page_size=MOST, request_options=eleven.ONCE, **wanted)
    rows = getattr(page, "voices", None)
    names = ("voice_id", "public_owner_id", "name")
    if not isinstance(rows, list) or not all(isinstance(getattr(r, n, None), str) for r in rows for n in names):
        raise eleven.strange(MAKER)
    return rows


def _fits(voice: shelf.Found, words: str, language: str) -> bool:
    told = f"{voice.name} {voice.title} {voice.about} {voice.gender} {voice.category}".casefold()
    base = language.split("-")[0].lower()
    spoken = not base or any(tag.split("-")[0] == base for tag in voice.languages)
    return spoken and all(word in told for word in words.casefold().split())


def _own(voice: shelf.Found) -> Offer:
    language = voice.languages[0] if voice.languages else ""
    made = voice.category == MADE_HERE
    return Offer(voice.id, voice.name, voice.about, language, voice.gender, True, made, voice.sample)


def _of_library(row: Any) -> Offer:
    def word(name: str) -> str:
        return str(getattr(row, name, None) or "").strip()

    about = word("description") or ", ".join(filter(None, map(word, ("accent", "age", "descriptive", "use_case"))))
    gender = word("gender").lower()
    return Offer(
        f"{row.public_owner_id}/{row.voice_id}", word("name"), about, word("locale").lower() or word("language"),
        gender if gender in ("female", "male") else "", False, False, word("preview_url"),
    )  # fmt: skip


def parted(ref: str) -> tuple[str, str]:
    """Owner ('' for a voice of the account) and id of a voice; UserError for what cannot be one."""
    form = _REF.fullmatch(ref.strip())
    if form is None:
        raise UserError(f"'{ref}' is no voice of ElevenLabs; take one as the search gives it, such as OWNER/ID.")
    return form[1] or "", form[2]


def add(ref: str, name: str) -> str:
    """Add a voice of the library to the account, under this name; its id there."""
    owner, id = parted(ref)
    if not owner:
        return id
    made = eleven.asked(
        MAKER,
        lambda service: service.voices.share(owner, id, new_name=name.strip() or id, request_options=eleven.ONCE),
        silent,
        PATIENCE,
    )
    return _new(made)


def clone(name: str, files: Sequence[Path], *, timeout: float = 240.0, progress: Progress = silent) -> Cloned:
    """A new voice of the account from samples of one person's speech (who must have agreed to it). Paid for by the plan.

    UserError where the name or the files are missing; MissingDependency where the plan does not make voices.
    """
    absent = next((file.name for file in files if not file.is_file()), None)
    if not name.strip() or not files or absent:
        raise UserError(
            f"There is no file {absent}." if absent else "Give the voice a name and at least one recording."
        )
    sounds = [(file.name, file.read_bytes()) for file in files]

    made = eleven.asked(
        MAKER,
        lambda service: service.voices.ivc.create(name=name.strip(), files=list(sounds), request_options=eleven.ONCE),
        progress,
        timeout,
    )
    return Cloned(_new(made), bool(getattr(made, "requires_verification", False)))


def _new(made: Any) -> str:
    """The id of a voice that was just added; the account's list is asked for anew."""
    id = getattr(made, "voice_id", None)
    if not isinstance(id, str) or not id:
        raise eleven.strange(MAKER)
    shelf.forget()
    return id


def delete(id: str) -> None:
    """Delete a voice that the account's owner made, at the service; UserError for any other."""
    made = next((each for each in shelf.of_account(MAKER, PATIENCE) if each.id == id), None)
    if made is None:
        raise UserError("Your account at ElevenLabs has no such voice.")
    if made.category != MADE_HERE:
        raise UserError(f"{made.name} was not made by you; only voices that you made can be deleted here.")
    eleven.asked(MAKER, lambda service: service.voices.delete(id, request_options=eleven.ONCE), silent, PATIENCE)
    shelf.forget()
