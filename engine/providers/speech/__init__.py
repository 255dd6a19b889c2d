"""Makers of narration: one file per provider, and what a person records."""
