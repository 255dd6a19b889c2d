"""Clips from scenes in layers: a drawn keyframe's scene becomes sheets that move apart with depth, kept beside the clip.

Only keyframes whose maker keeps its scene have layers; all others stay flat pictures. Knows the store's blobs and the
film library's records. Example: `picture(find, clip.layered("1280x720"))` is what `film.Shot` shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.artifacts import Keyframe, Layered, Sheet
from engine.graph import Work
from engine.types import Blob

if TYPE_CHECKING:
    from engine import film

WAVES, PAIRS = ("sway", "bob", "roll", "swell"), ("anchor", "drift", "wrap")
FASTEST = 1
"""How hard PNG files are pressed: the least, for layers are read and written often. One filter for all rows takes half the
time that choosing one for each does, for files of the same size."""


def layered(work: Work, keyframe: Keyframe, sizes: Iterable[str], seconds: float) -> tuple[Layered, ...]:
    """The scenes of a keyframe in layers, one for each size whose picture has a scene that can still be drawn."""
    made = []
    for size in sizes:
        one = _layered(work, keyframe, size, seconds)
        if one is not None:
            made.append(one)
    return tuple(made)


def _layered(work: Work, keyframe: Keyframe, size: str, seconds: float) -> Layered | None:
    from PIL import Image
    from pydantic import ValidationError

    from engine.illustrate.moving import moving
    from engine.illustrate.scene import Scene

    picture = next((each for each in keyframe.pictures if each.size == size), None)
    if picture is None or not picture.scene:
        return None
    try:
        scene = Scene.model_validate(picture.scene)
    except ValidationError:  # another maker's scene
        return None
    with Image.open(work.find(picture.image)) as image:
        width, height = image.size
    made = moving(scene, width, height, seconds)

    drawings = {"surface": made.surface}
    for n, sheet in enumerate(made.sheets):
        drawings[str(n)] = sheet.pixels
        drawings |= {f"{n}-{k}": other for k, other in enumerate(sheet.others)}
    kept = _kept(work, drawings, size)
    sheets = tuple(
        Sheet(
            image=kept[str(n)], x=sheet.x, y=sheet.y, depth=sheet.depth,
            blend="screen" if sheet.blend == "screen" else "over", scale=sheet.scale, motion=sheet.motion,
            others=tuple(kept[f"{n}-{k}"] for k in range(len(sheet.others))),
        )
        for n, sheet in enumerate(made.sheets)
    )  # fmt: skip
    return Layered(
        size=size,
        width=width,
        height=height,
        subject=made.subject,
        sheets=sheets,
        surface=kept["surface"],
    )


def _kept(work: Work, drawings: dict[str, Any], size: str) -> dict[str, Blob]:
    """Each drawing (h, w, 4) as a PNG in the store; they are pressed side by side."""
    from engine.film.priority import cores, modest

    def written(name: str) -> Path:
        path = work.scratch / f"layer-{size}-{name}.png"
        path.write_bytes(_pressed(drawings[name]))
        return path

    with ThreadPoolExecutor(cores(), thread_name_prefix="layers", initializer=modest) as pool:
        return {
            name: work.keep(path, "image/png") for name, path in zip(drawings, pool.map(written, drawings), strict=True)
        }


def _pressed(pixels: Any) -> bytes:
    import cv2

    how = [cv2.IMWRITE_PNG_COMPRESSION, FASTEST, cv2.IMWRITE_PNG_FILTER, cv2.IMWRITE_PNG_FILTER_SUB]
    done, data = cv2.imencode(".png", cv2.cvtColor(pixels, cv2.COLOR_RGBA2BGRA), how)
    assert done
    return data.tobytes()


def picture(find: Callable[[Blob], Path], scene: Layered) -> film.Layers:
    """The scene as the film library takes it; `find` tells where a blob lies."""
    from engine import film

    return film.Layers(
        (scene.width, scene.height),
        tuple(
            film.Layer(
                find(sheet.image), (sheet.x, sheet.y), sheet.scale, sheet.depth, sheet.blend,
                motion(sheet.motion, tuple(find(other) for other in sheet.others)),
            )
            for sheet in scene.sheets
        ),
        subject=scene.subject,
        finish=(film.Overlay(find(scene.surface)),),
    )  # fmt: skip


def motion(data: dict[str, Any], others: tuple[Path, ...] = ()) -> film.Motion | None:
    """A motion's plain data as the film library takes it; None where nothing moves."""
    from engine.film import sources

    if not data:
        return None
    found: dict[str, Any] = {name: sources.Wave(*data[name]) for name in WAVES if name in data}
    found |= {name: (data[name][0], data[name][1]) for name in PAIRS if name in data}
    if "poses" in data:
        found["poses"] = tuple(
            sources.Pose(at, (shift[0], shift[1]), (scale[0], scale[1]), turn, opacity)
            for at, shift, scale, turn, opacity in data["poses"]
        )
    if "flicker" in data:
        rows = data["flicker"]["waves"]
        found["flicker"] = sources.Flicker(data["flicker"]["base"], tuple((a, b, c) for a, b, c in rows))
    if "twinkle" in data:
        depth, period, grain, seed = data["twinkle"]
        found["twinkle"] = sources.Twinkle(depth, period, grain, int(seed))
    if "sprites" in data and others:
        told = data["sprites"]
        turns = tuple((float(at), int(n)) for at, n in told["turns"])
        found["sprites"] = sources.Sprites(others, turns, told["period"], told.get("phase", 0.0))
    return sources.Motion(**found)
