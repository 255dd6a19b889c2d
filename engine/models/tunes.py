"""Music by transformers' MusicGen: a bed from a few words, at most half a minute long, that can be played round and round.

Runs inside the device worker and imports torch there. Example: `Composer.load(card, folder, plan).compose("calm piano", 20, 3, path, tell)`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.errors import BadOutput, MissingDependency
from engine.models.catalogue import Card
from engine.models.memory import Plan
from engine.models.place import kind
from engine.providers.contract import Progress

LONGEST = 30.0
"""Seconds that the model was trained on; beyond them it loses its thread."""
RATE = 48_000
JOIN = 1.0
"""Seconds over which the end of a bed is led into its start."""


class Composer:
    """One music model."""

    def __init__(self, model: Any, reader: Any) -> None:
        self._model, self._reader = model, reader

    @classmethod
    def load(cls, card: Card, folder: str, plan: Plan) -> Composer:
        """The model from its folder. MissingDependency where it cannot be read."""
        import transformers

        try:
            model = transformers.MusicgenForConditionalGeneration.from_pretrained(
                folder, dtype=kind(plan), local_files_only=True
            )
            reader = transformers.AutoProcessor.from_pretrained(folder, local_files_only=True)
        except (OSError, ValueError, KeyError) as error:
            raise MissingDependency(
                f"The model {card.label} cannot be loaded; fetch it again, or choose another.", words=str(error)[:400]
            ) from error
        return cls(model.to(plan.device).eval(), reader)

    def compose(self, words: str, seconds: float, seed: int, path: Path, tell: Progress) -> float:
        """Write a bed as Ogg Opus, 48 kHz stereo; its length in seconds, at which it can go back to its start."""
        import torch

        from engine.models.language import _telling

        audio = self._model.config.audio_encoder
        steps = max(4, round(min(seconds, LONGEST) * audio.frame_rate))
        given = self._reader(text=[words], padding=True, return_tensors="pt").to(self._model.device)
        torch.manual_seed(seed & 0x7FFFFFFF)
        with torch.inference_mode():
            made = self._model.generate(
                **given,
                max_new_tokens=steps,
                do_sample=True,
                guidance_scale=3.0,
                stopping_criteria=[_telling(tell, 0, steps)],
            )
        samples = made[0].float().cpu().numpy()
        tell(0.96, "writing the bed")
        return write_bed(path, samples, int(audio.sampling_rate))


def write_bed(path: Path, samples: Any, rate: int) -> float:
    """One or two channels (rows) at `rate` as stereo Ogg Opus whose end leads into its start; its length in seconds."""
    import av
    import numpy as np
    from scipy.signal import resample_poly

    loud = float(np.abs(samples).max()) if samples.size else 0.0
    if not np.isfinite(loud) or loud < 1e-5:
        raise BadOutput("The model gave no sound; try another seed.")
    stereo = np.repeat(samples, 2, axis=0)[:2] if samples.shape[0] == 1 else samples[:2]
    even = looped(resample_poly(stereo, RATE, rate, axis=1) / loud * 0.7, round(JOIN * RATE)).astype(np.float32)
    with av.open(str(path), "w", format="ogg") as container:
        stream = container.add_stream("libopus", rate=RATE, layout="stereo", options={"b": "160k"})
        packed = np.ascontiguousarray(even.T.reshape(1, -1))
        frame = av.AudioFrame.from_ndarray(packed, format="flt", layout="stereo")
        frame.sample_rate = RATE
        resampler = av.AudioResampler("flt", "stereo", RATE, frame_size=960)
        for part in (*resampler.resample(frame), *resampler.resample(None)):
            container.mux(stream.encode(part))
        container.mux(stream.encode())
    return float(even.shape[1] / RATE)


def looped(samples: Any, join: int) -> Any:
    """The sound without its last `join` samples, which are blended into its beginning, so that it can go round."""
    import numpy as np

    join = min(join, samples.shape[1] // 3)
    if join < 2:
        return samples
    rise = np.sin(np.linspace(0, np.pi / 2, join))
    body = samples[:, :-join].copy()
    body[:, :join] = body[:, :join] * rise + samples[:, -join:] * rise[::-1]
    return body
