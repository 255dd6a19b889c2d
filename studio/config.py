"""How the studio is started: where films live, on which address, who may come in. Knows nothing of pages.

Example: `config_from(["--projects", "films", "--port", "7861"], environ)`.
"""

from __future__ import annotations

import argparse
import ipaddress
import os
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.errors import UserError

PORT = 7860


@dataclass(frozen=True)
class Config:
    """One server's choices. `each_own`: every visitor has films of their own (a Space); else all who come in share them."""

    projects: Path
    host: str = "127.0.0.1"
    port: int = PORT
    password: str = ""
    each_own: bool = False
    secret: str = ""


def config_from(words: Sequence[str] | None = None, environ: Mapping[str, str] = os.environ) -> Config:
    """The choices of a command line and the environment; UserError where they would leave the door open."""
    space = bool(environ.get("SPACE_ID"))
    asked = _parser(environ, space).parse_args(words)
    password = _password(asked.password_file)
    if not is_loopback(asked.host) and not password and not space:
        raise UserError(
            f"{asked.host} can be reached by others, so it needs a password: --password-file FILE (its first line is taken)."
        )
    folder = Path(asked.projects).expanduser().resolve()
    return Config(folder, asked.host, asked.port, password, space or asked.visitors == "each", _secret(folder))


def _parser(environ: Mapping[str, str], space: bool) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="app.py", description="Reelwright's studio.")
    parser.add_argument(
        "--projects", default=environ.get("REELWRIGHT_PROJECTS", "projects"), help="where films are kept"
    )
    host = environ.get("GRADIO_SERVER_NAME", "0.0.0.0" if space else "127.0.0.1")
    parser.add_argument("--host", default=host, help="the address to listen on (this computer alone, unless said)")
    parser.add_argument("--port", type=int, default=int(environ.get("GRADIO_SERVER_PORT", PORT)))
    parser.add_argument("--password-file", type=Path, help="a file whose first line lets people in")
    parser.add_argument(
        "--visitors", choices=("one", "each"), default="one", help="each: every visitor has films of their own"
    )
    return parser


def is_loopback(host: str) -> bool:
    """Whether an address is reached from this computer alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _password(file: Path | None) -> str:
    if file is None:
        return ""
    try:
        lines = file.read_text().splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"The password file {file} cannot be read.") from error
    if not lines or len(lines[0].strip()) < 8:
        raise UserError(f"The password in {file} needs at least 8 letters on its first line.")
    return lines[0].strip()


def _secret(folder: Path) -> str:
    """What cookies are signed with; kept beside the films, so that a restart does not lock anybody out."""
    file = folder / ".secret"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            file.touch(mode=0o600)
            file.write_text(secrets.token_urlsafe(32))
        return file.read_text().strip()
    except OSError as error:
        raise UserError(f"Films cannot be kept in {folder} ({error.strerror}); choose another --projects.") from error
