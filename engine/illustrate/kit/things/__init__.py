"""The kit's things: each module declares some with the registry."""
