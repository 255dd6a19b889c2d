"""Decodes sound from any file, however odd, in blocks of bounded size and for a bounded time.

Damaged packets are passed over while most of a file is whole. Knows neither films nor levels. Example:
`for block in decoded(path, 48_000, mono=True): ...`.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path

import av
import numpy as np

from engine.errors import MediaError
from engine.film.levels import Samples
from engine.film.pcm import plain

SLOWEST, FASTEST = 2_000, 768_000
"""Samples a second between which a file counts as sound."""
MOST_CHANNELS = 8
"""More than these have no loudspeakers; their mean is heard."""
LONGEST_SECONDS = 4 * 3600.0
LOUDEST = 8.0
"""What a damaged file of floats may hold at most (18 dB over full scale)."""
MOST_DAMAGED = 20
_TOGETHER = 1 << 16
"""Samples that are handed out together."""
_LISTS = {"hls", "dash", "concat", "concatf", "sdp", "rtsp", "imf"}
"""Files that only name other files."""


def decoded(path: Path, rate: int, *, mono: bool = False, seconds: float | None = None) -> Iterator[Samples]:
    """The sound of a file at `rate` as (n, 2) blocks, (n, 1) for `mono` and for one channel; `seconds` or little more.

    MediaError when the file is missing, damaged, endless, or has no sound.
    """
    path = Path(path)
    if not path.is_file():
        raise MediaError(f"The sound {path.name} is not there; record, make or choose it again.")
    got = 0
    try:
        with closing(plain(path, rate, mono=mono) or _opened(path, rate, mono)) as blocks:
            for block in blocks:
                got += len(block)
                yield block
                if seconds is not None and got >= seconds * rate:
                    return
                if got > LONGEST_SECONDS * rate:
                    raise MediaError(f"The sound {path.name} is longer than four hours; cut it and choose it again.")
    except (av.error.FFmpegError, OSError, ValueError) as error:
        raise MediaError(f"The sound {path.name} cannot be read; record, make or choose it again.") from error
    if not got:
        raise MediaError(f"The sound {path.name} holds nothing to hear; record, make or choose it again.")


def _opened(path: Path, rate: int, mono: bool) -> Generator[Samples, None, None]:
    with av.open(str(path), options=_options(path)) as container:
        yield from _gathered(_blocks(container, path, rate, mono))


def _options(path: Path) -> dict[str, str]:
    """No other file and no network is opened; a WAV says what it is in its first bytes, so no more is read for that."""
    options = {"protocol_whitelist": "file"}
    return options | {"probesize": "65536"} if path.suffix.lower() == ".wav" else options


def _blocks(container: av.container.InputContainer, path: Path, rate: int, mono: bool) -> Iterator[Samples]:
    if _LISTS & set(container.format.name.split(",")):
        raise MediaError(f"{path.name} only names other files; choose the sound itself.")
    if not container.streams.audio:
        raise MediaError(f"{path.name} has no sound in it; choose another file.")
    stream = container.streams.audio[0]
    context = stream.codec_context
    if not context.sample_rate:
        raise ValueError("no rate")
    if not SLOWEST <= context.sample_rate <= FASTEST:
        raise MediaError(
            f"The sound {path.name} has {context.sample_rate} samples a second; choose one of 8000 or more."
        )
    many = context.channels > MOST_CHANNELS
    one = mono or many or context.channels == 1
    resampler = av.AudioResampler(format="flt", layout="mono" if one else "stereo", rate=rate)
    for frame in _frames(container, stream):
        heard = _sane(frame) if context.name.startswith("pcm_f") else frame
        yield from _flat(resampler.resample(_meant(heard) if many else heard), one)
    yield from _flat(resampler.resample(None), one)


def _frames(container: av.container.InputContainer, stream: av.AudioStream) -> Iterator[av.AudioFrame]:
    """The frames of a stream. A file that breaks off ends there; one that is mostly damage is an error."""
    good, damaged = 0, 0
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets)
            frames = packet.decode()
        except StopIteration:
            return
        except av.error.InvalidDataError:
            damaged += 1
            if damaged > MOST_DAMAGED and damaged > good:
                raise
            continue
        good += len(frames)
        yield from frames


def _sane(frame: av.AudioFrame) -> av.AudioFrame:
    """A frame of floats with silence for what is no number: resampled, one of those would silence its surroundings."""
    values = frame.to_ndarray()
    if np.isfinite(values).all():
        return frame
    return _like(frame, np.nan_to_num(values, posinf=0.0, neginf=0.0), frame.format.name, frame.layout.name)


def _meant(frame: av.AudioFrame) -> av.AudioFrame:
    """The mean of all channels as one."""
    channels = frame.layout.nb_channels
    packed = frame.to_ndarray()
    every = packed if frame.format.is_planar else packed.reshape(-1, channels).T
    values = every.astype(np.float32)
    if every.dtype.kind in "iu":
        full = 2.0 ** (8 * every.dtype.itemsize - 1)
        values = values / full - (1.0 if every.dtype.kind == "u" else 0.0)
    return _like(frame, values.mean(axis=0)[None], "flt", "mono")


def _like(frame: av.AudioFrame, samples: Samples, form: str, layout: str) -> av.AudioFrame:
    made = av.AudioFrame.from_ndarray(samples, format=form, layout=layout)
    made.sample_rate = frame.sample_rate
    return made


def _flat(frames: list[av.AudioFrame], one: bool) -> Iterator[Samples]:
    for frame in frames:
        if frame.samples:
            yield frame.to_ndarray().reshape(-1, 1 if one else 2).astype(np.float32, copy=False)


def _gathered(parts: Iterator[Samples]) -> Iterator[Samples]:
    """The same in larger pieces, of numbers within bounds: a call for every small frame would cost as much as decoding."""
    held: list[Samples] = []
    size = 0
    for part in parts:
        held.append(part)
        size += len(part)
        if size >= _TOGETHER:
            yield _bounded(held)
            held, size = [], 0
    if held:
        yield _bounded(held)


def _bounded(held: list[Samples]) -> Samples:
    whole = np.concatenate(held)
    if float(np.abs(whole).max()) <= LOUDEST:  # not so when one of them is no number
        return whole
    return np.clip(np.nan_to_num(whole, posinf=0.0, neginf=0.0), -LOUDEST, LOUDEST)
