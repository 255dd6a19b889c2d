"""Compresses sound to AAC in blocks that decode as one: each is encoded with a little of its neighbours around it, and
only its own packets are kept.

Both sides of a border see the same samples around it, so the windows that overlap there fit. Example:
`m4a(Compressed(packed(coded(samples)), len(samples)))`.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import av
import numpy as np
from numpy.typing import NDArray

from engine.film.encode import EXACT
from engine.film.types import RATE

if TYPE_CHECKING:
    from engine.film.levels import Samples

FRAME = 1024
"""Samples a packet holds."""
BEFORE, AFTER = 6 * FRAME, 3 * FRAME
"""What an encoder hears of the neighbouring blocks: enough to choose its windows as one long encoding would."""
FINENESS = 1.8
"""How finely each packet is written, whatever it takes: 150 to 230 kbit a second. Music comes out as near to the original as
at a steady 192 kbit and speech nearer, and 2.5 times faster: a steady rate is found by writing packets again and again.
"""
_QSCALE, _STEP = 1 << 1, 118
"""FFmpeg's AV_CODEC_FLAG_QSCALE and FF_QP2LAMBDA."""
PRIMING = FRAME
"""The decoder's first output is no sound of ours."""


def coded(samples: Samples) -> list[bytes]:
    """The packets of samples, (n, 2): one of priming, then one for each 1024 samples begun."""
    coder = av.CodecContext.create("aac", "w")
    coder.sample_rate, coder.layout, coder.format = RATE, "stereo", "fltp"
    coder.time_base = Fraction(1, RATE)
    coder.flags |= _QSCALE
    coder.options = {"aac_coder": "fast", "global_quality": str(round(FINENESS * _STEP))}
    packets = []
    for at in range(0, len(samples), RATE):
        part = np.ascontiguousarray(samples[at : at + RATE].T)
        frame = av.AudioFrame.from_ndarray(part, format="fltp", layout="stereo")
        frame.sample_rate, frame.time_base, frame.pts = RATE, Fraction(1, RATE), at
        packets += [bytes(packet) for packet in coder.encode(frame)]
    return packets + [bytes(packet) for packet in coder.encode(None)]


def heard(packets: Iterable[bytes]) -> Samples:
    """What a player hears of packets, (n, 2), without the priming."""
    coder = av.CodecContext.create("aac", "r")
    coder.extradata = _extradata()
    frames = [frame for packet in packets for frame in coder.decode(av.Packet(packet))] + coder.decode(None)
    # Read in place: an array of each small frame would take as long as decoding it.
    sides = [b"".join([bytes(frame.planes[n])[: 4 * frame.samples] for frame in frames]) for n in (0, 1)]
    return np.stack([np.frombuffer(side, np.float32)[PRIMING:] for side in sides], axis=1)


def packed(packets: Sequence[bytes]) -> bytes:
    """Packets as one piece."""
    sizes = np.array([len(packets), *map(len, packets)], "<u4")
    return sizes.tobytes() + b"".join(packets)


def merged(pieces: Iterable[bytes]) -> bytes:
    """Several pieces as one, in order."""
    sizes, contents = [], []
    for piece in pieces:
        own = _sizes(piece)
        sizes.append(own)
        contents.append(memoryview(piece)[4 + 4 * len(own) :])
    whole = np.concatenate([*sizes, np.zeros(0, "<u4")]).astype("<u4")
    return b"".join([len(whole).to_bytes(4, "little"), whole.tobytes(), *contents])


def unpacked(piece: bytes) -> Iterator[bytes]:
    """The packets of a piece, one by one."""
    sizes = _sizes(piece)
    ends = (4 + 4 * len(sizes) + np.cumsum([0, *sizes], dtype=np.int64)).tolist()
    return (piece[a:b] for a, b in pairwise(ends))


def _sizes(piece: bytes) -> NDArray[np.uint32]:
    return np.frombuffer(piece, "<u4", int.from_bytes(piece[:4], "little"), 4)


@dataclass(frozen=True)
class Compressed:
    """A whole sound of `samples` samples: one piece of its packets, the first of them priming. Not a list of them, since a film
    of an hour has two hundred thousand.
    """

    piece: bytes
    samples: int

    def timed(self) -> Iterator[tuple[int, av.Packet]]:
        """Each packet, and the sample at which it begins; the last one is as short as what is left."""
        at, base = -PRIMING, Fraction(1, RATE)
        for content in unpacked(self.piece):
            packet = av.Packet(content)
            packet.time_base, packet.pts, packet.dts = base, at, at
            packet.duration = max(1, min(FRAME, self.samples - at))
            yield at, packet
            at += FRAME


@contextmanager
def track(container: av.container.OutputContainer) -> Iterator[av.AudioStream]:
    """A new track of a file for such packets."""
    with av.open(io.BytesIO(_template()), "r") as template:
        yield container.add_stream_from_template(template.streams.audio[0])


def m4a(sound: Compressed) -> bytes:
    """An M4A file's bytes. Its edit list keeps the priming out of what is heard."""
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="mp4", options=EXACT) as container, track(container) as stream:
        for _, packet in sound.timed():
            packet.stream = stream
            container.mux_one(packet)
    return buffer.getvalue()


@lru_cache(maxsize=1)
def _template() -> bytes:
    """A short M4A of silence, whose header fits every film."""
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="mp4") as container:
        stream = container.add_stream("aac", rate=RATE, layout="stereo")
        frame = av.AudioFrame.from_ndarray(np.zeros((2, FRAME), np.float32), format="fltp", layout="stereo")
        frame.sample_rate, frame.time_base, frame.pts = RATE, Fraction(1, RATE), 0
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return buffer.getvalue()


@lru_cache(maxsize=1)
def _extradata() -> bytes:
    with av.open(io.BytesIO(_template()), "r") as container:
        return bytes(container.streams.audio[0].codec_context.extradata or b"")
