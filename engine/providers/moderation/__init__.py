"""Providers that say what a service would decline: one file each."""
