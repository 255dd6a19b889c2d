"""The voices of an ElevenLabs account as the studio lists them: asked for once in a process, with names, languages, genders, grades.

Voices are kept under the address and a hash of the key. A voice is called by its own name where that is clear, and answers to its id
too. Example: `offered(of_account("elevenlabs", 30.0), "en", ())[0].label`.
"""

from __future__ import annotations

import hashlib
import re
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from engine.errors import ProviderError, UserError
from engine.providers import elevenlabs_wire as eleven
from engine.providers.contract import VoiceInfo, silent

if TYPE_CHECKING:
    from elevenlabs.client import ElevenLabs

_ID = re.compile(r"[A-Za-z0-9]{20}")
_PAGE, _MOST_PAGES = 100, 10
_HURRY, _REST = 8.0, 60.0
"""Seconds that a page which only looks waits for the list, and for which it does not ask again where that failed."""
_REGIONS = {
    "american": "en-us", "british": "en-gb", "english": "en-gb", "australian": "en-au", "indian": "en-in", "irish": "en-ie",
    "scottish": "en-gb", "canadian": "en-ca",
}  # fmt: skip
_GRADES = {"professional": 0.85, "high_quality": 0.85, "premade": 0.8, "cloned": 0.75, "generated": 0.65}
_TOLD = ("narrat", "story", "audiobook")
"""Uses, by the service's labels, that fit what we do."""
_ANY_LANGUAGE = 0.4
"""The grade of a voice in a language that its model speaks and that it is not made for."""


@dataclass(frozen=True)
class Found:
    """A voice of the account: its id, the languages that it is made for (tags), and what is known of it. `category` is the service's
    word for where it is from ('cloned', 'premade'); `sample` an address of its sound, or ''."""

    id: str
    name: str
    title: str
    languages: tuple[str, ...]
    gender: str
    grade: float
    category: str = ""
    about: str = ""
    sample: str = ""

    def info(self, language: str, grade: float) -> VoiceInfo:
        what = ", ".join(word for word in (language, self.gender) if word)
        return VoiceInfo(self.name, language, self.gender, grade, f"{self.title} ({what})" if what else self.title)


_known: dict[tuple[str, str], tuple[Found, ...]] = {}
_failed: dict[tuple[str, str], float] = {}
"""When an account could not be asked (on the clock of this process), so that a page that only looks does not wait for it each time."""
_guard = threading.Lock()


def forget() -> None:
    """Ask again: after a voice was added."""
    with _guard:
        _known.clear()
        _failed.clear()


def at_hand(provider: str, timeout: float) -> tuple[Found, ...]:
    """Like `of_account`, but none where they cannot be asked for, and then not asked for again in the next minute."""
    at = _account()
    if at not in _known and time.monotonic() - _failed.get(at, -_REST) < _REST:
        return ()
    try:
        return of_account(provider, min(timeout, _HURRY))
    except ProviderError:
        _failed[at] = time.monotonic()
        return ()


def _account() -> tuple[str, str]:
    return eleven.address(), hashlib.sha256(eleven.key().encode()).hexdigest()


def of_account(provider: str, timeout: float) -> tuple[Found, ...]:
    """All voices of the account; the engine's errors where they cannot be asked for. Kept for the process."""
    at = _account()
    with _guard:
        if at not in _known:
            rows = eleven.asked(
                provider, lambda service: _asked(service, provider), silent, min(timeout, 30.0), tries=2
            )
            _known[at] = _named([_found(row) for row in rows])
        return _known[at]


def _asked(service: ElevenLabs, provider: str) -> list[Any]:
    rows: list[Any] = []
    token: str | None = None
    for _ in range(_MOST_PAGES):
        page = service.voices.search(page_size=_PAGE, next_page_token=token, request_options=eleven.ONCE)
        found = getattr(page, "voices", None)
        if not isinstance(found, list) or not all(isinstance(getattr(row, "voice_id", None), str) for row in found):
            raise eleven.strange(provider)
        rows += found
        token = getattr(page, "next_page_token", None)
        if not getattr(page, "has_more", False) or not token:
            break
    return rows


def _found(row: Any) -> Found:
    labels = {str(k).lower(): str(v).lower() for k, v in (getattr(row, "labels", None) or {}).items()}
    title = (getattr(row, "name", None) or row.voice_id).strip()
    uses = " ".join((labels.get("use_case", ""), labels.get("use case", ""), labels.get("description", "")))
    grade = _GRADES.get(str(getattr(row, "category", "")), 0.6) + 0.1 * any(word in uses for word in _TOLD)
    gender = labels.get("gender", "")
    return Found(
        row.voice_id,
        title,
        title,
        _languages(row, labels),
        gender if gender in ("female", "male") else "",
        round(grade, 2),
        str(getattr(row, "category", None) or ""),
        str(
            getattr(row, "description", None) or ", ".join(filter(None, (labels.get("accent"), labels.get("use_case"))))
        ),
        str(getattr(row, "preview_url", None) or ""),
    )


def _languages(row: Any, labels: Mapping[str, str]) -> tuple[str, ...]:
    """The voice's own language first, then those that it is verified for."""
    accent, own = labels.get("accent", ""), labels.get("language", "") or "en"
    tags = [_REGIONS.get(accent, own) if own == "en" else own]
    for each in getattr(row, "verified_languages", None) or []:
        tags.append(str(getattr(each, "locale", None) or getattr(each, "language", "")).lower())
    return tuple(dict.fromkeys(tag.replace("_", "-") for tag in tags if tag))


def _named(found: Sequence[Found]) -> tuple[Found, ...]:
    """With short names that nobody shares: 'Sarah - Mature, Calm' is Sarah, and a second Sarah has the beginning of its id beside it."""
    short = [each.title.split(" - ")[0].split(" – ")[0].strip() or each.id for each in found]
    taken: set[str] = set()
    named = []
    for each, name in zip(found, short, strict=True):
        name = f"{name} {each.id[:4]}" if name.casefold() in taken else name
        taken.add(name.casefold())
        named.append(replace(each, name=name))
    return tuple(named)


def offered(found: Sequence[Found], language: str, spoken: Sequence[str]) -> tuple[VoiceInfo, ...]:
    """Voices that are made for a language, the region asked for first; where there are none and the model speaks it (`spoken`; empty:
    any), all of them, as lesser ones. With '' all, in their own languages."""
    asked = language.replace("_", "-").casefold()
    base = asked.split("-")[0]
    if not asked:
        rows = [each.info(each.languages[0] if each.languages else "", each.grade) for each in found]
        return tuple(sorted(rows, key=lambda voice: (-voice.grade, voice.name)))
    if spoken and base not in spoken:
        return ()
    rows = []
    for each in found:
        kin = [tag for tag in each.languages if tag.split("-")[0] == base]
        if kin:
            rows.append(each.info(asked if asked in kin else kin[0], each.grade))
    exact = [voice for voice in rows if voice.language == asked] if asked != base else []
    rows = exact or rows or [each.info(asked, _ANY_LANGUAGE) for each in found]
    return tuple(sorted(rows, key=lambda voice: (-voice.grade, voice.name)))


def id_of(voice: str, provider: str, timeout: float) -> str:
    """The id of a voice by its name; an id is taken as it is. UserError, with names that there are, for any other."""
    if _ID.fullmatch(voice.strip()):
        return voice.strip()
    found = of_account(provider, timeout)
    wanted = voice.strip().casefold()
    for each in found:
        if wanted in (each.name.casefold(), each.title.casefold(), each.id.casefold()):
            return each.id
    raise UserError(unknown(voice, offered(found, "", ())))


def unknown(voice: str, offered: Sequence[VoiceInfo]) -> str:
    """The sentence for a voice that is not there."""
    names = ", ".join(each.name for each in offered[:12])
    return (
        f"ElevenLabs has no voice '{voice}' for this key; choose one of: {names}."
        if names
        else (
            f"ElevenLabs has no voice '{voice}' for this key; add one in your account there, or choose another maker."
        )
    )
