"""Where a tarball of npm's registry or a file of the model hub can be downloaded. Downloads nothing itself.

Neither is named here: npm's own settings and the hub's library decide. Example: `hub_address(hub, "model.bin")`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import httpx

from engine.packs.download import NotHad, client
from engine.packs.manifest import Archive, Hub


def node_address(archive: Archive) -> str:
    """The address of a tarball in the npm registry that this machine is set up for. NotHad when there is none."""
    registry = _node_registry()
    if not registry:
        raise NotHad("npm is not set up here")
    try:
        with client() as web:
            answer = web.get(f"{registry.rstrip('/')}/{archive.package}/{archive.version}")
            answer.raise_for_status()
            return str(answer.json()["dist"]["tarball"])
    except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
        raise NotHad(f"the npm registry does not offer {archive.title}") from error


def _node_registry() -> str:
    """What npm would use: its environment, its settings files, else what npm itself answers; '' when none says."""
    own = next((value for name, value in os.environ.items() if name.lower() == "npm_config_registry"), "")
    return own or _from_settings() or _from_npm()


def _from_settings() -> str:
    settings = (Path(".npmrc"), Path(os.environ.get("NPM_CONFIG_USERCONFIG") or Path.home() / ".npmrc"))
    for path in settings:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
        for name, _, value in (line.partition("=") for line in lines):
            if name.strip() == "registry" and value.strip():
                return value.strip().strip("'\"")
    return ""


def _from_npm() -> str:
    npm = shutil.which("npm")
    if not npm:
        return ""
    try:
        done = subprocess.run([npm, "config", "get", "registry"], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    answer = done.stdout.strip()
    return answer if answer.startswith("http") else ""


def hub_address(hub: Hub, name: str) -> str:
    """The address of our file `name` on the model hub. NotHad when the person has switched the hub off."""
    from huggingface_hub import constants, hf_hub_url

    if constants.HF_HUB_OFFLINE:
        raise NotHad("the model hub is switched off (HF_HUB_OFFLINE)")
    member = hub.member(name)
    if member is None:
        raise NotHad(f"the model hub does not hold {name}")
    return hf_hub_url(hub.repo, member, revision=hub.revision)
