"""Brings one file over HTTP or from a `file:` address, continuing where an earlier try was cut. Checks no hashes.

Example: `download(url, Path("a.whl"), size=1234, meter=meter)` leaves `a.whl`; a cut try leaves `a.whl.part`.
"""

from __future__ import annotations

import os
import ssl
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import httpx

from engine.packs.meter import Meter

_CHUNK = 1 << 18
_TRIES = 4
_TIMEOUT = httpx.Timeout(30.0, connect=15.0)


class NotHad(Exception):
    """A source could not give what was asked; the words say why, in a few words, for the person."""


def download(url: str, target: Path, size: int, meter: Meter) -> None:
    """Bring `url` (of `size` bytes) to `target`. NotHad when it cannot be had; what arrived stays in `target.part`."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = part_of(target)
    if _size(part) > size:
        part.unlink()
    if urlsplit(url).scheme == "file":
        _copy(Path(url2pathname(urlsplit(url).path)), part, meter)
    else:
        _fetch(url, part, size, meter)
    came = _size(part)
    if came != size:
        part.unlink(missing_ok=True)
        raise NotHad(f"{name_of(url)} is {'longer' if came > size else 'shorter'} than the pinned {size:,} bytes")
    part.replace(target)


def part_of(target: Path) -> Path:
    """Where a file lies while it arrives."""
    return target.with_name(target.name + ".part")


def name_of(url: str) -> str:
    """The last word of an address, for messages (an address may hold a password)."""
    return urlsplit(url).path.rsplit("/", 1)[-1] or "the file"


def client() -> httpx.Client:
    """HTTP over the system's trusted certificates, or those that PIP_CERT or SSL_CERT_FILE name."""
    trust = ssl.create_default_context()
    own = os.environ.get("PIP_CERT", "")
    if own and Path(own).exists():
        trust.load_verify_locations(
            cafile=own if Path(own).is_file() else None, capath=own if Path(own).is_dir() else None
        )
    return httpx.Client(verify=trust, timeout=_TIMEOUT, follow_redirects=True)


def _copy(source: Path, part: Path, meter: Meter) -> None:
    try:
        with source.open("rb") as stream, part.open("wb") as out:
            for chunk in iter(lambda: stream.read(_CHUNK), b""):
                out.write(chunk)
                meter.add(len(chunk))
    except OSError as error:
        raise NotHad(f"{source.name} cannot be read ({error.strerror})") from error


def _fetch(url: str, part: Path, size: int, meter: Meter) -> None:
    """Ask again, from where it was cut, as long as tries bring something; at most `_TRIES` that bring nothing."""
    barren, reason = 0, ""
    with client() as web:
        while _size(part) < size:
            before = _size(part)
            try:
                _pull(web, url, part, size, meter)
            except httpx.HTTPStatusError as error:
                if error.response.status_code < 500 and error.response.status_code not in (408, 416, 429):
                    raise NotHad(f"{name_of(url)} was refused with status {error.response.status_code}") from error
                reason = f"status {error.response.status_code}"
            except httpx.HTTPError as error:
                reason = str(error) or type(error).__name__
            barren = 0 if _size(part) > before else barren + 1
            if barren >= _TRIES:
                raise NotHad(f"{name_of(url)} did not come ({reason or 'the connection was cut'})")
            if _size(part) < size:
                _pause(barren, meter)


def _pull(web: httpx.Client, url: str, part: Path, size: int, meter: Meter) -> None:
    """One request, for what is not there yet; a server that cannot continue sends all of it again."""
    here = _size(part)
    headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={here}-"} if here else {})
    with web.stream("GET", url, headers=headers) as answer:
        if answer.status_code == 416:
            part.unlink(missing_ok=True)
            meter.add(-here)
        answer.raise_for_status()
        continued = answer.status_code == 206 and answer.headers.get("content-range", "").startswith(f"bytes {here}-")
        if here and not continued:
            meter.add(-here)
        with part.open("ab" if continued else "wb") as out:
            for chunk in _limited(answer.iter_raw(), size - (here if continued else 0)):
                out.write(chunk)
                meter.add(len(chunk))


def _limited(chunks: Iterator[bytes], most: int) -> Iterator[bytes]:
    """The chunks, up to one byte more than the file has: enough to see that it is the wrong one."""
    for chunk in chunks:
        yield chunk[: most + 1]
        most -= len(chunk)
        if most < 0:
            return


def _pause(barren: int, meter: Meter) -> None:
    """Wait a little before the next try, longer after each that brought nothing."""
    until = time.monotonic() + 0.25 * 2**barren
    while time.monotonic() < until:
        meter.check()
        time.sleep(0.05)


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0
