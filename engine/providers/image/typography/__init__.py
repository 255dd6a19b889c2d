"""How a title card is made: what it says (wording), where it stands (layouts), what is behind it (scenes), how it is
drawn.

Nothing here knows the provider contract but `card.py`. Example: `card.compose(request)` gives the finished pixels.
"""
