"""Sound made faster at the same pitch (ffmpeg's atempo). Knows no words. Example: `faster(audio, 24000, 1.5)`."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np


def faster(audio: np.ndarray, rate: int, factor: float) -> np.ndarray:
    """Mono float samples, `factor` times as fast; exactly len / factor of them (rounded)."""
    import av
    from av.filter import Graph

    if abs(factor - 1.0) < 1e-3:
        return audio
    graph = Graph()
    source = graph.add_abuffer(format="flt", sample_rate=rate, layout="mono", time_base=Fraction(1, rate))
    tempo = graph.add("atempo", f"{factor:.6f}")
    sink: Any = graph.add("abuffersink")
    source.link_to(tempo)
    tempo.link_to(sink)
    graph.configure()
    frame = av.AudioFrame.from_ndarray(audio.astype(np.float32).reshape(1, -1), format="flt", layout="mono")
    frame.sample_rate, frame.pts, frame.time_base = rate, 0, Fraction(1, rate)
    source.push(frame)
    source.push(None)
    parts = []
    while True:
        try:
            parts.append(sink.pull().to_ndarray().reshape(-1))
        except (av.BlockingIOError, av.EOFError):
            break
    wanted = round(len(audio) / factor)
    quick = np.concatenate(parts) if parts else np.zeros(0, np.float32)
    return np.pad(quick[:wanted], (0, max(0, wanted - len(quick))))
