"""The fonts of a caption file as libass wants them: measured as it measures, and cut to the letters that are used.

libass knows no variable weights, so each font is fixed at the caption's weight under a family name of its own.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from engine.film.letters import coverage


@dataclass(frozen=True)
class Embedded:
    """A font inside a subtitle file. `above` and `below` are what libass counts as its height, in letter sizes."""

    family: str
    file: str
    above: float
    below: float
    data: bytes

    def lines(self) -> list[str]:
        """The file as ASS writes it: three bytes in four letters, eighty letters a line."""
        text = []
        for at in range(0, len(self.data), 3):
            group = self.data[at : at + 3]
            bits = int.from_bytes(group.ljust(3, b"\0"), "big")
            text += [chr((bits >> shift & 63) + 33) for shift in (18, 12, 6, 0)[: len(group) + 1]]
        whole = "".join(text)
        return [whole[at : at + 80] for at in range(0, len(whole), 80)]


def embedded(fonts: tuple[Path, ...], weight: int, size: int, letters: str) -> list[Embedded]:
    """Every font in its order, at its weight for letters of `size` pixels, with the letters that it is used for; one that is used for none carries no data."""
    left, found = {ord(letter) for letter in letters}, []
    for number, path in enumerate(fonts):
        own = left & coverage(path)
        stamp = path.stat().st_mtime_ns
        found.append(_cut(str(path), stamp, number, weight, size, "".join(sorted(map(chr, own | {32})))))
    return found


@lru_cache(maxsize=16)
def _cut(path: str, stamp: int, number: int, weight: int, size: int, letters: str) -> Embedded:
    import uharfbuzz as hb
    from fontTools.ttLib import TTFont

    face = hb.Face(hb.Blob.from_file_path(path))
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(map(ord, letters))
    wanted.flags = hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.DOWNGRADE_CFF2
    for axis in face.axis_infos:
        value = {"wght": weight, "opsz": 0.75 * size}.get(axis.tag, axis.default_value)
        wanted.pin_axis_location(face, axis.tag, min(max(value, axis.min_value), axis.max_value))
    font = TTFont(io.BytesIO(hb.subset(face, wanted).blob.data))
    family = f"Film Caption {number + 1}"
    _name(font, family)
    units, metrics = font["head"].unitsPerEm, font["OS/2"]
    above, below = metrics.usWinAscent / units, metrics.usWinDescent / units
    if not above + below:
        above, below = font["hhea"].ascent / units, -font["hhea"].descent / units
    out = io.BytesIO()
    font.save(out)
    return Embedded(family, f"caption_{number + 1}.ttf", above, below, out.getvalue())


def _name(font: object, family: str) -> None:
    """A family name of its own, so that no font of the machine is taken for it, of regular weight, so that nothing is
    made bold twice.
    """
    names = font["name"]  # type: ignore[index]
    for number, value in (
        (1, family),
        (2, "Regular"),
        (4, family),
        (6, family.replace(" ", "")),
        (16, None),
        (17, None),
    ):
        names.removeNames(nameID=number)
        if value:
            names.setName(value, number, 3, 1, 0x409)
            names.setName(value, number, 1, 0, 0)
    metrics = font["OS/2"]  # type: ignore[index]
    metrics.usWeightClass, metrics.fsSelection = 400, (metrics.fsSelection & ~0x21) | 0x40
    font["head"].macStyle = 0  # type: ignore[index]
