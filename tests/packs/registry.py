"""A package registry on this machine's loopback, for tests: it serves tiny archives, and can cut or count what it sends.

Example: `Registry().wheel("demo-part1", {"demo/a.bin": b"..."})`, then `with registry.serving(): ...`.
"""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
import threading
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from engine.packs.manifest import Archive


class Registry:
    """Holds archives by file name; `cuts[name] = n` breaks the connection once after n bytes; `asked` counts requests."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.metadata: dict[str, bytes] = {}
        self.tarballs: dict[str, str] = {}
        self.cuts: dict[str, int] = {}
        self.ranges: list[str] = []
        self.asked: Counter[str] = Counter()
        self.address = ""

    def wheel(self, package: str, held: dict[str, bytes], part: int = 0, **holds: dict[str, str]) -> Archive:
        """Publish a wheel of version 1.0 and give its entry for a manifest."""
        module = package.replace("-", "_")
        info = f"{module}-1.0.dist-info"
        metadata = f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n".encode()
        record = {
            f"{info}/METADATA": metadata,
            f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
            f"{info}/RECORD": b"",
        }
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as out:
            for name, data in (held | record).items():
                out.writestr(name, data)
        name = f"{module}-1.0-py3-none-any.whl"
        self.files[name], self.metadata[name] = packed.getvalue(), metadata
        return self._entry(package, name, part, holds)

    def tarball(self, package: str, held: dict[str, bytes], **holds: dict[str, str]) -> Archive:
        """Publish a tarball of version 1.0, as the node registry has it."""
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode="w:gz") as out:
            for name, data in held.items():
                entry = tarfile.TarInfo(name)
                entry.size = len(data)
                out.addfile(entry, io.BytesIO(data))
        name = f"{package}-1.0.tgz"
        self.files[name], self.tarballs[package] = packed.getvalue(), name
        return self._entry(package, name, 0, holds)

    def _entry(self, package: str, name: str, part: int, holds: dict[str, dict[str, str]]) -> Archive:
        data = self.files[name]
        sha256 = hashlib.sha256(data).hexdigest()
        return Archive(package=package, version="1.0", size=len(data), sha256=sha256, part=part, **holds)

    @contextmanager
    def serving(self) -> Iterator[str]:
        """Serve on a free port while in the `with`; gives the address."""
        server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        server.daemon_threads = True
        self.address = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield self.address
        finally:
            server.shutdown()
            server.server_close()
            thread.join()

    def _handler(registry) -> type[BaseHTTPRequestHandler]:
        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_: object) -> None:
                """Say nothing."""

            def do_GET(self) -> None:
                kind, _, rest = self.path.strip("/").partition("/")
                if kind == "simple":
                    self._answer(200, registry._index(rest.strip("/")), "text/html")
                elif kind == "files" and rest.endswith(".metadata"):
                    self._answer(200, registry.metadata[rest.removesuffix(".metadata")])
                elif kind == "files" and rest in registry.files:
                    self._file(rest)
                elif "/resolve/" in self.path:
                    self._file(rest.rsplit("/", 1)[-1])
                elif kind == "node" and rest.split("/")[0] in registry.tarballs:
                    tarball = f"{registry.address}/files/{registry.tarballs[rest.split('/')[0]]}"
                    self._answer(200, json.dumps({"dist": {"tarball": tarball}}).encode(), "application/json")
                else:
                    self._answer(404, b"")

            def _answer(self, status: int, body: bytes, kind: str = "application/octet-stream") -> None:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def _file(self, name: str) -> None:
                registry.asked[name] += 1
                data, wanted = registry.files[name], self.headers.get("Range", "")
                start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
                if wanted:
                    registry.ranges.append(wanted)
                self.send_response(206 if wanted else 200)
                self.send_header("Content-Length", str(len(data) - start))
                if wanted:
                    self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
                self.end_headers()
                stop = registry.cuts.pop(name, None)
                self.wfile.write(data[start:] if stop is None else data[start : start + stop])
                self.close_connection = True

        return Handler

    def _index(self, package: str) -> bytes:
        names = [name for name in self.metadata if name.startswith(package.replace("-", "_") + "-1.0")]
        rows = []
        for name in names:
            own = hashlib.sha256(self.files[name]).hexdigest()
            told = hashlib.sha256(self.metadata[name]).hexdigest()
            rows.append(
                f'<a href="/files/{name}#sha256={own}" data-dist-info-metadata="sha256={told}" '
                f'data-core-metadata="sha256={told}">{name}</a>'
            )
        return f"<!DOCTYPE html><html><body>{''.join(rows)}</body></html>".encode()
