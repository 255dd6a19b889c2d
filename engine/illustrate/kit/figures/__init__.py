"""People, built from parts: body and pose, head and face, hair, hats, clothes, hands."""
