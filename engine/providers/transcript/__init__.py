"""Makers of transcripts and word times: one file per provider, and the alignment that they share."""
