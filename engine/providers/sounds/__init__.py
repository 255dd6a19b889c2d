"""Makers of the sounds of shots, one file each, and what the one of this machine is made of. Knows no stage and no mix."""
