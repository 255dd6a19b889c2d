"""Makers of the music bed, one file each, and the rules they share. Knows no stage and no mix."""
