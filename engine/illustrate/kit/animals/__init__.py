"""The kit's animals: each module declares some with the registry."""
