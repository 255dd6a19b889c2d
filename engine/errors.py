"""Every error that the engine raises on purpose; a message says what to do next, never a traceback's worth.

ReelwrightError
|-- UserError                 the person can mend it (exit 2)
|   |-- NotApproved           a gate is closed (exit 3)
|   |-- UnknownKey            no such piece
|   `-- BadEdit               the new content does not fit the piece
|-- ProviderError             a maker failed (exit 4); `retryable` says whether trying again can help
|   |-- MissingDependency     a package, key or model pack is not there
|   |-- RateLimited           asked too often; retryable
|   |-- Refused               the provider declined the content
|   |-- BadOutput             an answer came that cannot be repaired; its words are attached
|   `-- Unavailable           no answer, a crash or a time-out; retryable
|-- MediaError                a picture, sound or film cannot be read or written (exit 4)
`-- StoreError                the project on disk is damaged, locked, too new or cannot be written (exit 5)
    `-- Busy                  another process is writing this film (exit 2)
"""

from __future__ import annotations


class ReelwrightError(Exception):
    """The root. `exit_code` is what the command line ends with."""

    exit_code = 1


class UserError(ReelwrightError):
    """Something that the person asked for cannot be done as asked."""

    exit_code = 2


class NotApproved(UserError):
    """What is needed has not been approved yet."""

    exit_code = 3


class UnknownKey(UserError):
    """No piece has this key."""


class BadEdit(UserError):
    """The new content does not fit the piece."""


class ProviderError(ReelwrightError):
    """A provider could not make what was asked; `provider` is its name, `words` what it answered, `cost` what it took all the same
    (US dollars, where it is known)."""

    exit_code = 4
    retryable = False
    cost = 0.0

    def __init__(self, message: str, *, provider: str = "", words: str = "") -> None:
        super().__init__(message)
        self.provider = provider
        self.words = words


class MissingDependency(ProviderError):
    """A package, a key or a model pack that the provider needs is not there."""


class RateLimited(ProviderError):
    """The provider asks to wait; `after` is in seconds when it said how long."""

    retryable = True

    def __init__(self, message: str, *, provider: str = "", words: str = "", after: float | None = None) -> None:
        super().__init__(message, provider=provider, words=words)
        self.after = after


class Refused(ProviderError):
    """The provider declined this content."""


class BadOutput(ProviderError):
    """The provider answered with something that cannot be repaired; `words` holds the answer."""


class Unavailable(ProviderError):
    """No answer came: a crash, a cut connection or a time-out. `sent`: the request had gone out, so that it may have been done and
    billed all the same; only a person asks for it again."""

    retryable = True

    def __init__(self, message: str, *, provider: str = "", words: str = "", sent: bool = False) -> None:
        super().__init__(message, provider=provider, words=words)
        self.sent = sent


class MediaError(ReelwrightError):
    """A picture, a sound or a film cannot be read or written."""

    exit_code = 4


class StoreError(ReelwrightError):
    """The project on disk cannot be read or written as it is."""

    exit_code = 5


class Busy(StoreError):
    """Another process is writing this film."""

    exit_code = 2
