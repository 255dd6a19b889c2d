"""What is wrong with a film on disk: its database, the contents of its takes, their media, what is chosen.

Example: `faults(store)` is [] for a film that is sound.
"""

from __future__ import annotations

from engine.blobs import blobs_in
from engine.hashing import digest
from engine.store import Store


def faults(store: Store) -> list[str]:
    """Everything that is wrong with the film on disk; empty when it is sound."""
    checks = [text for row in store.rows("PRAGMA integrity_check") for text in row.values()]
    found = [f"the database: {text}" for text in checks if text != "ok"]
    seen: set[str] = set()
    ids = set()
    for take in store.every_take():
        ids.add(take.id)
        if digest("content", take.content) != take.content_sha:
            found.append(f"{take.key} take {take.number}: its content does not match its hash")
        for blob in blobs_in(take.content):
            fault = None if blob.sha256 in seen else store.blobs.faults(blob)
            seen.add(blob.sha256)
            found += [f"{take.key} take {take.number}: {fault}"] if fault else []
    chosen = {name: id for name, id in store.state("select/").items() if id is not None}
    found += [
        f"{name.removeprefix('select/')}: its chosen take is not there" for name, id in chosen.items() if id not in ids
    ]
    return found
