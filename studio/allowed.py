"""Which settings a page may change, and to what: less than the command line may, where a value could name a file of this machine.

Example: `page_value("caption_font", "/etc/some.ttf")` -> UserError.
"""

from __future__ import annotations

from engine.errors import UserError

FONTS = ("auto", "text", "display", "italic")
"""Kinds of letters. The setting also takes a font file's path: that is for the command line alone."""

OF_FILES = ("diffusers", "transformers", "musicgen", "faster-whisper")
"""Makers whose model may be a folder's path."""


def may_choose(maker: str, *, shared: bool) -> bool:
    """Whether a page may choose a maker; on a `shared` server none that is a file of it."""
    own, _, model = maker.strip().partition(":")
    return not (shared and (own == "gguf" or (own in OF_FILES and ("/" in model or "\\" in model))))


def page_value(name: str, value: str, *, shared: bool = False) -> str:
    """The value, where a page may set it. On a `shared` server, where strangers have films of their own, no file of it is named."""
    if not may_choose(value, shared=shared):
        raise UserError("Models from files of this server can be chosen by its owner alone.")
    if name == "caption_font" and value.strip() not in FONTS:
        raise UserError(f"Letters of captions are one of: {', '.join(FONTS)}.")
    return value
