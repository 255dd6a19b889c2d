"""The card of keys: every key that the page has, by where it works.

Example: `keys_card(Words("en"))` -> a dialog.
"""

from __future__ import annotations

from studio.moment import COUNT
from studio.words import Words
from ui_components.dialogs import closing, dialog, keys_table

CARD: dict[str, tuple[tuple[str, str], ...]] = {
    "everywhere": (
        ("J K ← →", "walk"), ("A", "approve"), ("R", "remake"), ("B", "back"), ("[ ]", "takes"), ("C", "compare"), ("M", "plan"),
        ("Space", "play"), ("/", "filter"), ("1 … 8", "stages"), ("Ctrl+Z Ctrl+Shift+Z", "undo"), ("Ctrl+Enter", "save"), ("Esc", "shut"), ("?", "card"),
    ),
    "script": (
        ("Enter", "words"), ("Alt+Enter", "split"), ("N", "insert"), ("G", "merge"), ("Alt+↑ Alt+↓", "move"), ("Delete", "remove"),
    ),
    "subtitles": (
        ("← →", "nudge"), ("Ctrl+← Ctrl+→", "far"), ("Alt+← Alt+→", "start"), ("Shift+← Shift+→", "end"), ("Enter", "cue"), ("Delete", "cut"),
    ),
    "shotlist": (
        (", .", "border"), ("< >", "begin"), ("S", "shot.split"), ("G", "shot.merge"), ("I", "shot.insert"), ("Shift+← Shift+→", "shot.move"),
        ("Delete", "shot.remove"),
    ),
    "cut": (("F", "full"), ("C", "captions")),
}  # fmt: skip
"""Keys and what they do, by where they work."""


def keys_card(t: Words) -> str:
    """All keys."""
    tables = [(t(f"keys.in.{place}"), [(key, t(f"keys.{name}")) for key, name in rows]) for place, rows in CARD.items()]
    return dialog(next(COUNT), t("keys.title"), keys_table(tables), closing(t("keys.close")), wide=True)
