"""Makers of moving pictures, one file each: each begins with a still. Knows no stage."""
