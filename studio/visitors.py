"""Who is asking: one name for a whole household server, or a private, signed cookie for each visitor.

Page, media, uploads and downloads all ask here, by the same cookie (see docs/decisions/0005-a-private-cookie-and-no-login.md).

Example: `Visitors(config).name_of(request)` -> 'home' or 'v-3f9c...'.
"""

from __future__ import annotations

import hmac
import secrets
from typing import Any

from itsdangerous import BadSignature, URLSafeSerializer

from studio.config import Config

COOKIE = "reelwright"
DOOR = "reelwright_door"
FRAMED = "_framed"
"""Ends the name of a cookie's copy for browsers that keep cookies apart inside another site's frame."""
HOME = "home"
YEAR = 365 * 24 * 3600


class Visitors:
    """Reads and writes the cookies of one server."""

    def __init__(self, config: Config) -> None:
        self._each_own = config.each_own
        self._password = config.password
        self._names = URLSafeSerializer(config.secret, salt="visitor")
        self._doors = URLSafeSerializer(config.secret, salt="door")

    def name_of(self, request: Any) -> str | None:
        """The visitor's name as films are kept under; None for somebody who has none yet."""
        if not self._each_own:
            return HOME
        return self._signed(_cookie(request, COOKIE))

    def new_cookie(self) -> tuple[str, str]:
        """A name for a new visitor, and the cookie's value that proves it."""
        name = f"v-{secrets.token_hex(12)}"
        return name, str(self._names.dumps(name))

    def _signed(self, value: str) -> str | None:
        try:
            return str(self._names.loads(value))
        except BadSignature:
            return None

    def may_enter(self, request: Any) -> bool:
        """Whether the door is open: no password is set, or this visitor has given it."""
        if not self._password:
            return True
        try:
            return bool(self._doors.loads(_cookie(request, DOOR)) == self._mark())
        except BadSignature:
            return False

    def knock(self, password: str) -> str | None:
        """The cookie that keeps the door open, for the right password."""
        right = hmac.compare_digest(password.encode(), self._password.encode())
        return str(self._doors.dumps(self._mark())) if right else None

    def _mark(self) -> str:
        """Changes with the password, so that a new one closes the door again."""
        return hmac.new(self._password.encode(), b"door", "sha256").hexdigest()[:16]


def _cookie(request: Any, name: str) -> str:
    return str(request.cookies.get(name) or request.cookies.get(name + FRAMED) or "")


def visitor_of(visitors: Visitors, request: Any) -> str:
    """The visitor's name; NotYours for somebody who has none (their cookie was not sent)."""
    from studio.library import NotYours

    name = visitors.name_of(request)
    if name is None or not visitors.may_enter(request):
        raise NotYours("Reload the page: this browser has no name here yet.")
    return name
