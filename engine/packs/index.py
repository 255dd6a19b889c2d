"""Where a wheel can be downloaded, looked up in the package indexes and folders that pip is set up for on this machine.

Only pages that list files are read (the "simple" pages, JSON or HTML); no index is named here, pip says which it uses.
Example: `python_addresses([archive])[archive.title]` is an address, `https:` or `file:`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from urllib.request import url2pathname

import httpx

from engine.errors import BadOutput
from engine.packs.download import NotHad, client
from engine.packs.manifest import Archive
from engine.packs.pip import run_pip

_ASK = {"Accept": "application/vnd.pypi.simple.v1+json, text/html;q=0.2"}
_RANKS = {"global": 1, "install": 2, "download": 3, ":env:": 4}


class Link(NamedTuple):
    """A file that an index offers; `sha256` is '' where the index does not say."""

    name: str
    url: str
    sha256: str


class Places(NamedTuple):
    """Where pip looks: single pages or folders of files, and indexes with a page for each package."""

    links: tuple[str, ...]
    indexes: tuple[str, ...]


def python_addresses(archives: Sequence[Archive]) -> dict[str, str]:
    """Title to address of each wheel. NotHad when one is offered nowhere; BadOutput when only other content is offered."""
    places = pip_places()
    with client() as web:
        silent: set[str] = set()
        return {archive.title: _address(archive, _offers(web, archive, places, silent)) for archive in archives}


def pip_places() -> Places:
    """The indexes and folders of pip's settings: its environment, its files, else its own default index."""
    settings: dict[str, tuple[int, str]] = {}
    for line in run_pip("config", "list").splitlines():
        name, _, value = line.partition("=")
        section, _, option = name.rpartition(".")
        rank = _RANKS.get(section, 0)
        if rank > settings.get(option, (0, ""))[0]:
            settings[option] = (rank, str(ast.literal_eval(value)))
    chosen = {option: value for option, (_, value) in settings.items()}
    links = tuple(chosen.get("find-links", "").split())
    if chosen.get("no-index", "").lower() in ("1", "true", "yes", "on"):
        return Places(links, ())
    first = chosen.get("index-url") or _default_index()
    return Places(links, tuple(i for i in (first, *chosen.get("extra-index-url", "").split()) if i))


def _default_index() -> str:
    """The index that pip uses where nothing is set, as its help tells it; '' when it does not."""
    told = " ".join(run_pip("download", "--help").split())
    found = re.search(r"--index-url <url>[^<]*?\(default ([^\s)]+)\)", told)
    return found[1] if found else ""


def _address(archive: Archive, offers: Iterator[Link]) -> str:
    """The first offer with the pinned hash; else the first that does not tell its hash (it is checked when it has come)."""
    others: list[Link] = []
    for link in offers:
        package, version, *_ = (*link.name.split("-"), "")
        if (_plain(package), version) != (_plain(archive.package), archive.version):
            continue
        if link.sha256 == archive.sha256:
            return link.url
        others.append(link)
    for link in others:
        if not link.sha256:
            return link.url
    if others:
        raise BadOutput(
            f"The package index offers {archive.title} with other content than the pinned one (its sha256 differs); "
            "nothing was fetched. Check which index pip is set up to use."
        )
    raise NotHad(f"no index that pip knows offers {archive.title}")


def _offers(web: httpx.Client, archive: Archive, places: Places, silent: set[str]) -> Iterator[Link]:
    """Wheels of a package (of any version), place by place; one that does not answer is not asked again."""
    pages = [(place, place) for place in places.links]
    pages += [(index, f"{index.rstrip('/')}/{_plain(archive.package)}/") for index in places.indexes]
    for place, page in pages:
        if place in silent:
            continue
        try:
            found = _listed_here(page) if _is_local(page) else _listed_there(web, page)
        except httpx.TransportError:
            silent.add(place)
            continue
        except (httpx.HTTPError, OSError, ValueError):
            continue
        yield from (link for link in found if link.name.endswith(".whl"))


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _is_local(page: str) -> bool:
    return urlsplit(page).scheme not in ("http", "https")


def _listed_here(page: str) -> list[Link]:
    """The files of a folder of this machine, or those that its `index.html` (or the page itself) lists."""
    place = Path(url2pathname(urlsplit(page).path)) if page.startswith("file:") else Path(page).expanduser()
    listing = place / "index.html" if place.is_dir() else place
    if listing.is_file():
        return _anchors(listing.read_text(encoding="utf-8"), listing.resolve().as_uri())
    return [Link(path.name, path.resolve().as_uri(), "") for path in sorted(place.iterdir()) if path.is_file()]


def _listed_there(web: httpx.Client, page: str) -> list[Link]:
    answer = web.get(page, headers=_ASK)
    answer.raise_for_status()
    if "json" not in answer.headers.get("content-type", ""):
        return _anchors(answer.text, str(answer.url))
    return [
        Link(entry["filename"], urljoin(str(answer.url), entry["url"]), entry.get("hashes", {}).get("sha256", ""))
        for entry in answer.json().get("files", ())
    ]


class _Anchors(HTMLParser):
    """Collects the addresses of a page's links."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if tag == "a" and name == "href" and value]


def _anchors(page: str, base: str) -> list[Link]:
    reader = _Anchors()
    reader.feed(page)
    links = [urldefrag(urljoin(base, href)) for href in reader.found]
    return [Link(unquote(urlsplit(url).path).rsplit("/", 1)[-1], url, _sha256(hint)) for url, hint in links]


def _sha256(hint: str) -> str:
    return hint.removeprefix("sha256=") if hint.startswith("sha256=") else ""
