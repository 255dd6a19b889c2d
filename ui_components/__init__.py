"""Reusable pieces of the page: values in, HTML and events out. They know nothing of stages, films or the engine.

All text that comes in is escaped here, once. Example: `card(Card(id="s06", mark=Mark("stale", "Stale"), words="A boat."))`.
"""
