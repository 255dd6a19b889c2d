"""Brings a file whose address a service gave, as if that service were hostile: only http(s), few redirects, so many bytes, never from
an address inside this network unless the service itself is in it.

A name is looked up once and the connection goes to the address that was looked at, so that a name cannot change its mind in between.
Headers (a key) go to the service's own address alone. Example: `fetch(url, target, Limits(most=60_000_000), owns=service.owns)`.
"""

from __future__ import annotations

import ipaddress
import os
import socket
import ssl
import urllib.request
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx

from engine.errors import BadOutput, MissingDependency, Unavailable
from engine.providers.calling import of_network
from engine.providers.contract import Progress, silent

REDIRECTS = 3
CHUNK = 1 << 16


@dataclass(frozen=True)
class Limits:
    """What may be brought: `most` bytes, with at most `silence` seconds between two of them. `inside`: the service is in this
    network itself, so that its files may be."""

    most: int
    silence: float = 30.0
    inside: bool = False


@dataclass(frozen=True)
class Source:
    """Where a file is brought from: its address, for whom (for messages), and the headers for those addresses that `owns` says yes to."""

    url: str
    provider: str
    headers: Mapping[str, str] = field(default_factory=dict)
    owns: Callable[[str], bool] = lambda url: False


def is_inside(host: str) -> bool:
    """Whether a name (or one of its addresses) is of this machine or this network; one that cannot be looked up is not."""
    with suppress(OSError):
        return any(not _is_public(address) for address in _addresses(host, 0))
    return False


def fetch(source: Source, target: Path, limits: Limits, progress: Progress = silent) -> None:
    """Bring the file to `target`. BadOutput where it may not or must not be had, Unavailable where it may come another time."""
    url = source.url
    try:
        for _ in range(REDIRECTS + 1):
            with _opened(url, source, limits) as answer:
                if answer.status_code not in (301, 302, 303, 307, 308):
                    _received(answer, source, target, limits, progress)
                    return
                url = urljoin(url, answer.headers.get("location", ""))
    except httpx.HTTPError as error:
        raise of_network(error, source.provider, shown(url)) from None
    raise BadOutput(f"The file at {shown(source.url)} is moved on too often; make it again.", provider=source.provider)


def trusted() -> ssl.SSLContext:
    """Whom to trust: the authorities that SSL_CERT_FILE or SSL_CERT_DIR name, else those that come with the packages."""
    return _trusted(os.environ.get("SSL_CERT_FILE", ""), os.environ.get("SSL_CERT_DIR", ""))


@lru_cache(maxsize=4)
def _trusted(file: str, folder: str) -> ssl.SSLContext:
    return httpx.create_ssl_context(trust_env=True)


def shown(url: str) -> str:
    """An address for a message: without a name and password, and without its query, which may be a ticket."""
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()[:200]


def _opened(url: str, source: Source, limits: Limits) -> _Opened:
    parts = urlsplit(url)
    try:
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port = "", None
    if parts.scheme not in ("http", "https") or not host:
        message = f"The service named a file at '{shown(url)}', which is no address on the web; make it again."
        raise BadOutput(message, provider=source.provider)
    headers = dict(source.headers) if source.owns(url) else {}
    return _Opened(url, host, port or (443 if parts.scheme == "https" else 80), headers, source, limits)


class _Opened:
    """One request, sent to an address that was looked at. A context manager that gives the answer, its body not yet read."""

    def __init__(self, url: str, host: str, port: int, headers: dict[str, str], source: Source, limits: Limits) -> None:
        self._url, self._host, self._port = url, host, port
        self._headers, self._source, self._limits = headers, source, limits

    def __enter__(self) -> httpx.Response:
        through = not self._limits.inside and _through_a_proxy(self._url, self._host)
        addresses = self._looked_at(through)
        timeout = httpx.Timeout(self._limits.silence, connect=min(15.0, self._limits.silence))
        self._client = httpx.Client(verify=trusted(), timeout=timeout, trust_env=through, follow_redirects=False)
        try:
            self._answer = self._first(addresses)
        except BaseException:
            self._client.close()
            raise
        return self._answer

    def _first(self, addresses: list[str]) -> httpx.Response:
        """The answer of the first of these addresses that somebody is at. '' is the name itself, which a proxy looks up."""
        for number, address in enumerate(addresses):
            request = self._client.build_request(
                "GET", self._url, headers={**self._headers, "accept-encoding": "identity"}
            )
            if address:
                request.extensions["sni_hostname"] = self._host
                request.url = request.url.copy_with(host=address)
            try:
                return self._client.send(request, stream=True)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                if number + 1 == len(addresses):
                    raise
        raise httpx.ConnectError(f"{self._host} has no address")

    def __exit__(self, *_: object) -> None:
        self._answer.close()
        self._client.close()

    def _looked_at(self, through: bool) -> list[str]:
        """The addresses to go to. A proxy looks the name up again itself, and may know names that are not known here."""
        try:
            found = _addresses(self._host, self._port)
        except OSError:
            if through:
                return [""]
            message = (
                f"The place of the file, {self._host}, cannot be found; see that the network is there and try again."
            )
            raise Unavailable(message, provider=self._source.provider) from None
        if not self._limits.inside and not all(_is_public(address) for address in found):
            message = f"The service named a file inside this network ({self._host}), which is not fetched; use another service."
            raise BadOutput(message, provider=self._source.provider)
        return [""] if through else found


def _received(answer: httpx.Response, source: Source, target: Path, limits: Limits, progress: Progress) -> None:
    if answer.status_code != 200:
        raise _fault(answer.status_code, source)
    stated = answer.headers.get("content-length", "")
    if stated.isdigit() and int(stated) > limits.most:
        raise _too_large(source, limits)
    came = 0
    with target.open("wb") as out:
        for chunk in answer.iter_raw(CHUNK):
            came += len(chunk)
            if came > limits.most:
                raise _too_large(source, limits)
            out.write(chunk)
            progress(min(1.0, came / int(stated)) if stated.isdigit() and int(stated) else 0.5, "fetching the result")
        out.flush()
        os.fsync(out.fileno())
    if stated.isdigit() and came < int(stated):
        raise Unavailable(f"The file at {shown(source.url)} was cut short; try again.", provider=source.provider)


def _fault(status: int, source: Source) -> BadOutput | MissingDependency | Unavailable:
    where = shown(source.url)
    if status in (408, 425, 429) or status >= 500:
        return Unavailable(f"The file at {where} did not come ({status}); try again.", provider=source.provider)
    if status in (404, 410):
        return BadOutput(f"The file at {where} is gone; make it again.", provider=source.provider)
    return BadOutput(f"The file at {where} is not given out ({status}); make it again.", provider=source.provider)


def _too_large(source: Source, limits: Limits) -> BadOutput:
    message = f"The file at {shown(source.url)} has more than {limits.most // 1_000_000} MB, which is not taken."
    return BadOutput(message, provider=source.provider)


def _addresses(host: str, port: int) -> list[str]:
    """All addresses of a name. An OSError where it has none."""
    try:
        found = socket.getaddrinfo(host, port or None, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        raise OSError(f"{host} is no name") from error
    return list(dict.fromkeys(str(each[4][0]).partition("%")[0] for each in found))


def _is_public(address: str) -> bool:
    """Whether an address is out in the world; one that hides another inside it counts as that."""
    at = ipaddress.ip_address(address)
    if isinstance(at, ipaddress.IPv6Address):
        hidden = at.ipv4_mapped or at.sixtofour or (at.teredo[1] if at.teredo else None)
        if hidden is None and at in ipaddress.ip_network("64:ff9b::/96"):
            hidden = ipaddress.IPv4Address(int(at) & 0xFFFFFFFF)
        if hidden is not None:
            return _is_public(str(hidden))
    return at.is_global and not at.is_multicast


def _through_a_proxy(url: str, host: str) -> bool:
    """Whether this machine is set up to reach an address through a proxy."""
    proxies = urllib.request.getproxies()
    wanted = proxies.get(urlsplit(url).scheme) or proxies.get("all")
    return bool(wanted) and not urllib.request.proxy_bypass(host)
