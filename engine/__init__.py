"""The engine: everything that turns a text into a narrated film, without a browser.

Its public names are gathered in `__all__`; `engine.film` is a library of its own and knows nothing of this package's store.
"""
