"""Documents: what they say is done, and what they show exists."""
