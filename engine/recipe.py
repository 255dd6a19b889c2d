"""What makes two takes the same: the hash of a recipe. Where an input came from does not count, only what it was.

Example: `recipe_sha(recipe)`; a take with that hash is returned instead of being made again.
"""

from __future__ import annotations

from engine.hashing import digest
from engine.types import Recipe


def recipe_sha(recipe: Recipe) -> str:
    """SHA-256 of everything in a recipe that can change its result."""
    return digest(
        "recipe",
        {
            "stage": recipe.stage,
            "version": recipe.version,
            "inputs": sorted((i.name, i.sha) for i in recipe.inputs if not i.advise),
            "provider": recipe.provider,
            "params": recipe.params,
            "prompt": recipe.prompt,
            "seed": recipe.seed,
        },
    )
