"""Where this machine keeps what is its own: model packs, settings, learned costs. Knows nothing of films.

REELWRIGHT_HOME moves it; else it is the folder that the system gives to programs for their data.
Example: `home() / "packs"`.
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

from engine.errors import StoreError


def home() -> Path:
    """The machine's own folder, made when it is not there. StoreError when it cannot be made."""
    chosen = os.environ.get("REELWRIGHT_HOME", "").strip()
    folder = Path(chosen).expanduser() if chosen else Path(platformdirs.user_data_dir("reelwright", appauthor=False))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"The folder {folder} cannot be made ({error.strerror}). "
            "Set REELWRIGHT_HOME to a folder that you may write to."
        ) from error
    return folder
