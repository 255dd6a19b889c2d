"""Where a local model's files lie on this machine, and how they are fetched from the model hub: at a pinned revision, asked for, never by itself.

A model counts as there once it was fetched here (its licence was shown then) or where its card names a person's own folder. Files go to
the hub library's own cache, so that what another program fetched is not fetched again. Example: `note(card("sdxl"))` says the step.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.errors import MissingDependency, StoreError, Unavailable
from engine.home import home
from engine.models.catalogue import Card
from engine.providers.contract import Progress, silent


def folder(card: Card) -> Path | None:
    """Where its files lie; None while they are not here."""
    if card.folder:
        return Path(card.folder) if Path(card.folder).is_dir() else None
    try:
        kept = json.loads(_marker(card).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    place = Path(str(kept.get("folder", "")))
    return place if kept.get("revision") == card.revision and place.is_dir() else None


def note(card: Card) -> str | None:
    """None when its files are here; else one sentence with its size, its licence and the step that fetches it."""
    if folder(card):
        return None
    if card.folder:
        return f"There is no folder {card.folder}; name the folder of a model, or one of ours"
    return (
        f"The model {card.label} is not on this machine ({card.download:g} GB, licence: {card.licence}); "
        f"see its licence and fetch it once with: {step(card)}"
    )


def step(card: Card) -> str:
    """The command that fetches it."""
    return f"python -m engine models fetch {card.id}"


def files(card: Card, endpoint: str = "") -> tuple[tuple[str, int], ...]:
    """The files of a model and their bytes, as the hub has them. MissingDependency where it will not give them, Unavailable."""
    from huggingface_hub import HfApi
    from huggingface_hub.utils import filter_repo_objects

    with _said(card):
        info = HfApi(endpoint=endpoint or None).model_info(card.repo, revision=card.revision, files_metadata=True)
    sizes = {each.rfilename: int(each.size or 0) for each in info.siblings or ()}
    return tuple((name, sizes[name]) for name in filter_repo_objects(sizes, allow_patterns=list(card.files) or None))


def fetch(card: Card, progress: Progress = silent, endpoint: str = "") -> Path:
    """Bring its files and give their folder; what is here already is not brought again. Raising in `progress` stops between files.

    MissingDependency where its licence must be agreed to first, StoreError where the disk has no room, Unavailable.
    """
    there = folder(card)
    if there or card.folder:
        if there is None:
            raise MissingDependency(note(card) or "", provider=card.id)
        return there
    from huggingface_hub import hf_hub_download

    wanted = files(card, endpoint)
    total, done, place = max(1, sum(size for _, size in wanted)), 0, Path()
    _room(card, total)
    for name, size in wanted:
        progress(done / total, f"{card.label}: {name} ({done / 1e9:.1f} of {total / 1e9:.1f} GB)")
        with _said(card):
            path = hf_hub_download(card.repo, name, revision=card.revision, endpoint=endpoint or None)
        place = Path(path).parents[name.count("/")]
        done += size
    if not wanted:
        raise Unavailable(f"The hub has no files of {card.label} at its pinned revision; report it.", provider=card.id)
    _keep(card, place)
    progress(1.0, f"{card.label}: ready")
    return place


def _keep(card: Card, place: Path) -> None:
    marker = _marker(card)
    marker.parent.mkdir(parents=True, exist_ok=True)
    kept = {"folder": str(place), "repo": card.repo, "revision": card.revision, "licence": card.licence}
    marker.write_text(json.dumps(kept, indent=1), encoding="utf-8")


def _marker(card: Card) -> Path:
    return home() / "models" / f"{card.id}.json"


def _room(card: Card, size: int) -> None:
    from huggingface_hub import constants

    place = Path(constants.HF_HUB_CACHE)
    while not place.exists():
        place = place.parent
    free = shutil.disk_usage(place).free
    if free < size * 1.02:
        raise StoreError(
            f"{card.label} needs {size / 1e9:.1f} GB and {place} has {free / 1e9:.1f} GB free; free some, or set HF_HOME to another disk."
        )


@contextmanager
def _said(card: Card) -> Iterator[None]:
    """What the hub library raises, as one sentence with the next step."""
    import httpx
    from huggingface_hub import errors

    try:
        yield
    except errors.GatedRepoError as error:
        message = f"{card.label} wants your agreement: accept its licence at {card.terms}, then set HF_TOKEN to a token of your account and fetch again."
        raise MissingDependency(message, provider=card.id) from error
    except (errors.RepositoryNotFoundError, errors.RevisionNotFoundError, errors.EntryNotFoundError) as error:
        message = f"The hub does not have {card.label} at its pinned revision any more; name a folder of yours instead, and report it."
        raise MissingDependency(message, provider=card.id) from error
    except (
        errors.OfflineModeIsEnabled,
        errors.LocalEntryNotFoundError,
        errors.HfHubHTTPError,
        httpx.HTTPError,
        OSError,
    ) as error:
        message = f"{card.label} could not be fetched ({type(error).__name__}); connect to the network and try again: {step(card)}"
        raise Unavailable(message, provider=card.id) from error
