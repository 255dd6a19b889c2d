"""Starts the studio: python app.py [--projects DIR] [--host H] [--port N] [--password-file F]."""

from __future__ import annotations

import os
import sys

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")


def main() -> int:
    """Read the choices, serve."""
    from engine.errors import ReelwrightError
    from studio.config import config_from
    from studio.server import serve

    try:
        serve(config_from())
    except ReelwrightError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
