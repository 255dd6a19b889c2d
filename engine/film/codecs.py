"""Which encoders there are, and with which settings each makes segments that can be joined by copying.

H.264 by x264 unless asked otherwise; HEVC and AV1 too; an encoder in hardware is found by having it encode one frame.
Knows nothing of films. Example: `encoder("hevc").name` -> 'libx265'.
"""

from __future__ import annotations

import io
import threading
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from typing import Literal, get_args

import av
import cv2

from engine.errors import UserError
from engine.film.priority import ordinary
from engine.film.rates import Rate
from engine.film.types import Quality

Codec = Literal["h264", "hevc", "av1"]
CODECS: tuple[Codec, ...] = get_args(Codec)

Options = dict[str, str]

_NAMES = {"h264": "H.264", "hevc": "HEVC", "av1": "AV1"}
_TRIED = {
    "h264": ("h264_nvenc", "h264_videotoolbox", "h264_qsv", "h264_vaapi"),
    "hevc": ("hevc_nvenc", "hevc_videotoolbox", "hevc_qsv", "hevc_vaapi"),
    "av1": ("av1_nvenc", "av1_qsv", "av1_vaapi"),
}
"""Encoders in hardware, in order of preference."""


@dataclass(frozen=True)
class Format:
    """What segments are written as. All segments of a film have one Format. Sizes in pixels."""

    size: tuple[int, int]
    fps: Rate
    quality: Quality = "fast"
    codec: Codec = "h264"
    hardware: bool = False


@dataclass(frozen=True)
class Encoder:
    """An encoder of FFmpeg: its settings by quality, the MP4 tag that players want, and by how many frames its
    decoding runs ahead of showing.
    """

    name: str
    tag: str
    reorder: int
    settings: dict[Quality, Options] = field(hash=False)
    pixels: str = "yuv420p"

    def options(self, quality: Quality) -> Options:
        """Settings for one quality, made safe for this processor."""
        return _steady(self.settings[quality]) if self.name == "libx264" else dict(self.settings[quality])


_X264: dict[Quality, Options] = {
    "draft": {"preset": "ultrafast", "qp": "28"},
    "fast": {
        "preset": "superfast",
        "crf": "18",
        "x264-params": "mbtree=1:rc-lookahead=6:bframes=5:b-adapt=0:scenecut=0:no-fast-pskip=1:deblock=-1,-1",
    },
    "medium": {"preset": "medium", "crf": "20"},
}
"""A draft has one quantiser for all frames: what a rate control needs to know of each costs a third of encoding it.
Looking ahead (mbtree) halves the size that 'superfast' has at the same quality; without early skipping slow moves do
not lag and snap; lighter deblocking keeps letters crisp. Five B frames in a fixed pattern, looked at one such group
ahead, take a third less time than three at most that are chosen ten frames ahead, at the same size and likeness of stills
under a camera, and flicker less. Painted films come out a quarter smaller and a little less like; quick clean pans a
little less like at the same size; footage full of moving grain larger and more like.
'medium' costs about four times as much."""

_X265_PLAIN = "open-gop=0:pools=none:frame-threads=1:wpp=0:info=0:log-level=none"
"""Closed groups, one thread and no note of the settings: segments then have equal parameter sets."""
_X265: dict[Quality, Options] = {
    "draft": {"preset": "ultrafast", "crf": "28", "x265-params": _X265_PLAIN},
    "fast": {"preset": "superfast", "crf": "23", "x265-params": _X265_PLAIN},
    "medium": {"preset": "medium", "crf": "23", "x265-params": _X265_PLAIN},
}
_SVT: dict[Quality, Options] = {
    "draft": {"preset": "12", "crf": "42", "svtav1-params": "lp=1"},
    "fast": {"preset": "10", "crf": "32", "svtav1-params": "lp=1"},
    "medium": {"preset": "7", "crf": "28", "svtav1-params": "lp=1"},
}
_AOM: dict[Quality, Options] = {
    "draft": {"cpu-used": "8", "crf": "42", "usage": "realtime", "row-mt": "0"},
    "fast": {"cpu-used": "8", "crf": "30", "row-mt": "0"},
    "medium": {"cpu-used": "5", "crf": "28", "row-mt": "0"},
}
_NVENC: dict[Quality, Options] = {
    "draft": {"preset": "p1", "rc": "constqp", "qp": "30", "bf": "0", "forced-idr": "1"},
    "fast": {"preset": "p4", "rc": "vbr", "cq": "23", "bf": "0", "forced-idr": "1"},
    "medium": {"preset": "p6", "rc": "vbr", "cq": "21", "bf": "0", "forced-idr": "1"},
}
_OTHERS: dict[Quality, Options] = {
    "draft": {"bf": "0", "global_quality": "32"},
    "fast": {"bf": "0", "global_quality": "24"},
    "medium": {"bf": "0", "global_quality": "21"},
}

_SOFTWARE = {
    "h264": (Encoder("libx264", "avc1", 2, _X264),),
    "hevc": (Encoder("libx265", "hvc1", 2, _X265),),
    "av1": (Encoder("libsvtav1", "av01", 0, _SVT), Encoder("libaom-av1", "av01", 0, _AOM)),
}
_TAGS = {"h264": "avc1", "hevc": "hvc1", "av1": "av01"}
_lock = threading.Lock()


def encoder(codec: Codec = "h264", *, hardware: bool = False) -> Encoder:
    """The encoder for a codec, proven to work here; UserError when there is none, naming what there is."""
    if codec not in CODECS:
        raise UserError(f"Films cannot be written as '{codec}'; choose one of {', '.join(CODECS)}.")
    with _lock:
        wanted = _hardware(codec) if hardware else _SOFTWARE[codec]
        found = next((each for each in wanted if _works(each)), None)
    if found:
        return found
    kind = f"{_NAMES[codec]} encoder in hardware" if hardware else f"{_NAMES[codec]} encoder"
    raise UserError(f"This machine has no {kind} that works; choose {_sentence(available())}.")


def available() -> list[tuple[Codec, bool]]:
    """What works here: (codec, whether in hardware), software first."""
    with _lock:
        return [
            (codec, hardware)
            for hardware in (False, True)
            for codec in CODECS
            if any(_works(each) for each in (_hardware(codec) if hardware else _SOFTWARE[codec]))
        ]


def _sentence(there: list[tuple[Codec, bool]]) -> str:
    names = [f"{codec} in hardware" if hardware else f"{codec} in software" for codec, hardware in there]
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _hardware(codec: Codec) -> tuple[Encoder, ...]:
    return tuple(
        Encoder(
            name,
            _TAGS[codec],
            0,
            _NVENC if name.endswith("nvenc") else _OTHERS,
            pixels="nv12" if name.endswith(("qsv", "vaapi")) else "yuv420p",
        )
        for name in _TRIED[codec]
    )


@lru_cache(maxsize=32)
def _works(candidate: Encoder) -> bool:
    """Whether an encoder encodes a grey frame; drivers are missing more often than encoders are."""
    try:
        with ordinary(), av.open(io.BytesIO(), "w", format="mp4") as container:
            stream = open_stream(container, candidate, Format((256, 256), 25, "fast"))
            frame = av.VideoFrame(256, 256, "yuv420p")
            for plane in frame.planes:
                plane.update(bytes([128]) * plane.buffer_size)
            frame.pts, frame.time_base = 0, Fraction(1, 25)
            packets = [*stream.encode(frame), *stream.encode(None)]
            return any(packet.size for packet in packets)
    except (av.error.FFmpegError, ValueError, OSError):
        return False


KEY_SECONDS = 10
BT709 = 1
LIMITED = 1


def open_stream(container: av.container.OutputContainer, encoder_: Encoder, form: Format) -> av.VideoStream:
    """A video stream for one segment: one thread, so that equal frames always give equal bytes; closed groups."""
    stream = container.add_stream(encoder_.name, rate=Fraction(form.fps))
    assert isinstance(stream, av.VideoStream)
    context = stream.codec_context
    context.width, context.height, context.pix_fmt = form.size[0], form.size[1], encoder_.pixels
    context.time_base, context.gop_size = 1 / Fraction(form.fps), round(KEY_SECONDS * form.fps)
    context.thread_count = 1
    context.color_range, context.colorspace = LIMITED, BT709
    context.color_primaries, context.color_trc = BT709, BT709
    context.codec_tag = encoder_.tag
    context.options = encoder_.options(form.quality)
    return stream


def _steady(settings: Options) -> Options:
    """x264's AVX-512 code decides now and then differently on equal frames (seen with mbtree, in about one of ten
    encodings), so it is kept to AVX2, which is as fast; then equal frames give equal bytes on every machine."""
    options = dict(settings)
    features = [word.strip("*") for word in cv2.getCPUFeaturesLine().split()]
    if any(word.startswith("AVX512") and not word.endswith("?") for word in features):
        options["x264-params"] = ":".join(part for part in (options.get("x264-params"), "asm=AVX2") if part)
    return options
