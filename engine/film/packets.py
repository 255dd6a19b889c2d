"""An encoded segment as it is kept: its packets one after the other, with what a muxer needs to know of them.

Kept bare, not as a file of its own, so that joining a film opens no file for every segment. Example:
`Coded.unpacked(coded.packed()) == coded`.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from engine.errors import MediaError


@dataclass(frozen=True)
class Coded:
    """Packets in the order of decoding: their `sizes` in bytes, the frame of the segment that each shows, which are key
    frames, and all their bytes. `header` is an empty MP4 of the same kind of stream, `parameters` its parameter sets.
    """

    header: bytes
    parameters: bytes
    sizes: tuple[int, ...]
    shown: tuple[int, ...]
    keys: tuple[bool, ...]
    content: bytes

    @property
    def frames(self) -> int:
        return len(self.sizes)

    def __iter__(self) -> Iterator[tuple[bytes, int, bool]]:
        """(content, frame, whether a key frame) of each packet."""
        view, at = memoryview(self.content), 0
        for size, shown, key in zip(self.sizes, self.shown, self.keys, strict=True):
            yield bytes(view[at : at + size]), shown, key
            at += size

    def packed(self) -> bytes:
        """All of it as bytes."""
        facts = {
            "header": zlib.compress(self.header).hex(),
            "parameters": self.parameters.hex(),
            "sizes": self.sizes,
            "shown": self.shown,
            "keys": [n for n, key in enumerate(self.keys) if key],
        }
        head = json.dumps(facts).encode()
        return len(head).to_bytes(4, "big") + head + self.content

    @staticmethod
    def unpacked(piece: bytes) -> Coded:
        """MediaError when the piece is none of ours."""
        try:
            end = 4 + int.from_bytes(piece[:4], "big")
            facts = json.loads(piece[4:end])
            keys = set(facts["keys"])
            found = Coded(
                zlib.decompress(bytes.fromhex(facts["header"])),
                bytes.fromhex(facts["parameters"]),
                tuple(facts["sizes"]),
                tuple(facts["shown"]),
                tuple(n in keys for n in range(len(facts["sizes"]))),
                piece[end:],
            )
        except (ValueError, KeyError, TypeError, zlib.error) as error:
            raise MediaError("A segment in the film cache cannot be read; empty the cache and render again.") from error
        return found
