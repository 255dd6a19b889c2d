"""Which settings a page may change, and to what: less than the command line may, where a value could name a file of this machine.

Example: `page_value("caption_font", "/etc/some.ttf")` -> UserError.
"""

from __future__ import annotations

from engine.errors import UserError

FONTS = ("auto", "text", "display", "italic")
"""Kinds of letters. The setting also takes a font file's path: that is for the command line alone."""


def page_value(name: str, value: str, *, shared: bool = False) -> str:
    """The value, where a page may set it. On a `shared` server, where strangers have films of their own, no file of it is named."""
    if shared and name == "text" and value.strip().startswith("gguf"):
        raise UserError("Models from files of this server can be chosen by its owner alone.")
    if name == "caption_font" and value.strip() not in FONTS:
        raise UserError(f"Letters of captions are one of: {', '.join(FONTS)}.")
    return value
