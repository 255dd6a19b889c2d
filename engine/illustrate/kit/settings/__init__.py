"""The kit's settings: each module declares some with the registry."""
