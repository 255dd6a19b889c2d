"""Providers that place texts by their meaning: one file each."""
