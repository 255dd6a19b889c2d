"""Rules for what computers write: web and mail addresses, file names, handles, hashtags.

Example: "me@x.org" is "me at x dot org".
"""

from __future__ import annotations

import regex

from engine.language.spoken.pieces import Place, Said
from engine.language.spoken.tables import words
from engine.language.spoken.wording import Wording

_SCHEME = regex.compile(r"(?:https?|ftp)://(?:www\.)?|www\.", regex.IGNORECASE)
_MAIL = regex.compile(r"(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+", regex.IGNORECASE)
_HOST = regex.compile(r"(?:[a-z0-9-]+\.)+(?P<end>[a-z]{2,})(?::\d+)?(?:[/?#]\S*)?", regex.IGNORECASE)
_FILE = regex.compile(r"[\w-]+(?:\.[\w-]+)*\.(?P<end>[a-z0-9]{2,5})", regex.IGNORECASE)
_HANDLE = regex.compile(r"@[\p{L}\p{N}_.]+")
_HASHTAG = regex.compile(r"#[\p{L}\p{M}][\p{L}\p{M}\p{N}_]*")
_PARTS = regex.compile(r"[\p{L}\p{M}]+|\d+|[^\p{L}\p{M}\d]")
_CAMEL = regex.compile(r"\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|\p{Nd}+|\p{N}|[\p{L}\p{M}]+")


def say_address(place: Place, wording: Wording) -> Said | None:
    """An address, a file, a handle or a hashtag, with its marks named; a scheme and "www" are left out."""
    core = place.core
    scheme = _SCHEME.match(core)
    if scheme:
        return Said(_spoken(core[scheme.end() :].rstrip("/"), wording))
    if _MAIL.fullmatch(core):
        return Said(_spoken(core.removeprefix("mailto:"), wording))
    host, file = _HOST.fullmatch(core), _FILE.fullmatch(core)
    if (host and _is_host(host, core)) or (file and file["end"].lower() in words("english", "addresses", "files")):
        return Said(_spoken(core.rstrip("/"), wording))
    if _HANDLE.fullmatch(core):
        return Said(f"{wording.symbol('@')} {_spoken(core[1:], wording)}")
    if _HASHTAG.fullmatch(core):
        return Said("hashtag " + " ".join(wording_number(part, wording) for part in _CAMEL.findall(core[1:])))
    return None


def _is_host(host: regex.Match[str], core: str) -> bool:
    """Words that a full stop glues together ("end.In the") are no host: its ending is small and well known."""
    return host["end"] in words("english", "addresses", "ends") and not core.split(".")[0].isdigit()


def wording_number(part: str, wording: Wording) -> str:
    """A part of an address; its digits as a number when there are few of them."""
    if not part.isdecimal():
        return part
    return wording.whole(int(part)) if len(part) < 4 and part[0] != "0" else wording.digits(part)


def _spoken(address: str, wording: Wording) -> str:
    said = []
    for part in _PARTS.findall(address):
        if part.isdecimal():
            said.append(wording_number(part, wording))
        else:
            said.append(wording.mark(part) if not part[0].isalpha() else wording.part_of_address(part))
    return " ".join(part for part in said if part)
