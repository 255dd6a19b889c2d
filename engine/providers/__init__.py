"""What makes things: one vendor or local model per file, found by name in the registry, imported when first used."""
