"""Build tiny models under a folder, each with a file `.whole` once it is all there: `python -m tests.fakes.tiny FOLDER NAME...`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.fakes.tiny import motion, pictures, words

BUILDERS = {
    "sdxl": pictures.sdxl, "sdxl-refiner": pictures.sdxl_refiner, "control": pictures.control, "lora": pictures.lora,
    "ip-adapter": pictures.ip_adapter, "flux": pictures.flux, "ltx": motion.ltx, "svd": motion.svd, "qwen": words.qwen,
    "told": words.told, "llava": words.llava, "musicgen": words.musicgen, "whisper": words.whisper,
}  # fmt: skip


def main(folder: str, *names: str) -> None:
    """Build the named models under a folder."""
    import torch

    for name in names:
        torch.manual_seed(0)
        target = Path(folder) / name
        BUILDERS[name](target)
        (target / ".whole").touch()


if __name__ == "__main__":
    main(*sys.argv[1:])
