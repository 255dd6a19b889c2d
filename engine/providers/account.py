"""A person's account at a service: its key and its address, read from the environment each time and kept nowhere.

Example: `Account("ANTHROPIC_API_KEY", "ANTHROPIC_BASE_URL", "https://api.anthropic.com", "anthropic", "platform.claude.com").missing()`.
"""

from __future__ import annotations

import importlib.util
import os
from dataclasses import dataclass
from urllib.parse import urlsplit

from engine.keys import key_for
from engine.providers import prices


@dataclass(frozen=True)
class Account:
    """The names of the key and of the address, the service's own address, the SDK's package, and where a key is got."""

    key_name: str
    address_name: str
    own: str
    package: str
    got_from: str

    def key(self) -> str:
        """The key for that address as it stands now; '' where none is set."""
        return key_for(self.key_name, self.address())

    def address(self) -> str:
        """Where the service is, without a slash at its end."""
        return os.environ.get(self.address_name, "").strip().rstrip("/") or self.own

    def host(self) -> str:
        """The server by its name and port, as people and the line of calls know it."""
        return urlsplit(self.address()).netloc.rpartition("@")[2]

    def shown(self) -> str:
        """The address without a name or password that may be written into it."""
        parts = urlsplit(self.address())
        return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="").geturl()

    def missing(self) -> str | None:
        """None, or one sentence that says what is missing and how to get it. Asks nobody."""
        if importlib.util.find_spec(self.package) is None:
            return f"The {self.package} package is not installed; install it with: pip install {self.package}"
        parts = urlsplit(self.address())
        if parts.scheme not in ("http", "https"):
            there = f"{self.address_name} is '{self.shown()}', which is no address"
            return f"{there}; set it to one such as {self.own}, or to nothing."
        if not self.key() and not prices.is_local(parts.hostname or ""):
            return f"{self.key_name} is not set; set it to a key from {self.got_from}, or choose another maker."
        return None
