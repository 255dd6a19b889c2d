"""Draw a scene file, or a sheet of all that the kit has. For those who draw the kit.

Examples: `python -m engine.illustrate SCENE.json OUT.png --look paper --size 1280x720`;
`python -m engine.illustrate kit OUT.png --only boat candle --look ink`; `... story FILE.txt OUT.png --seed 1`.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from pydantic import ValidationError

from engine.errors import ReelwrightError, UserError
from engine.illustrate.compose import compose
from engine.illustrate.contact import Bytes, kit_sheet
from engine.illustrate.scene import Scene


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="engine.illustrate", description="Draw a scene, or a sheet of the kit.")
    parser.add_argument("scene", help="a scene as JSON, or the word kit, or the word story and a text file")
    parser.add_argument("out", type=Path, nargs="+", help="the PNG to write (after the text file for a story)")
    parser.add_argument("--seed", type=int, default=0, help="which candidate of a story's shots, 0 to 3")
    parser.add_argument("--look", default="paper")
    parser.add_argument("--size", default="", help="1280x720; a story's shots are 480x270 when left out")
    parser.add_argument("--only", nargs="*", default=[], help="names of the kit to draw; all when left out")
    parser.add_argument("--time", default="", help="the hour of the kit's sheet or of the scene")
    return parser


def _size(text: str) -> tuple[int, int]:
    parts = text.lower().split("x")
    if len(parts) != 2 or not all(part.isdigit() for part in parts):
        raise UserError(f"'{text}' is not a size; write it as 1280x720.")
    return int(parts[0]), int(parts[1])


def _scene(path: Path, hour: str) -> Scene:
    try:
        scene = Scene.model_validate_json(path.read_text(encoding="utf-8"))
        return Scene.model_validate({**scene.model_dump(), "time": hour}) if hour else scene
    except FileNotFoundError as error:
        raise UserError(f"There is no file {path}; give the path of a scene, or the word kit.") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the scene"
        raise UserError(f"{path} is not a scene: {where}: {first['msg']}.") from error


def _drawn(asked: argparse.Namespace) -> Bytes:
    if asked.scene == "kit":
        return kit_sheet(asked.only, asked.look, asked.time or "day")
    if asked.scene == "story":
        return _story(asked)
    return compose(_scene(Path(asked.scene), asked.time), asked.look, *_size(asked.size or "1280x720")).picture()


def _story(asked: argparse.Namespace) -> Bytes:
    from engine.illustrate.story import coverage, story_sheet
    from engine.language.text import read_text

    if len(asked.out) != 2:
        raise UserError("A story needs its text and the picture to write: story FILE.txt OUT.png.")
    try:
        text = read_text(asked.out[0].read_bytes())
    except FileNotFoundError as error:
        raise UserError(f"There is no file {asked.out[0]}; give the path of a text.") from error
    shown, named = coverage(text)
    print(f"{shown} of {named} things that the pictures name are shown ({shown / max(named, 1):.0%})")
    return story_sheet(text, asked.look, *_size(asked.size or "480x270"), seed=asked.seed)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 0 when the picture was written, 2 with one sentence when it could not be."""
    from PIL import Image

    asked = _parser().parse_args(arguments)
    out: Path = asked.out[-1]
    try:
        start = time.perf_counter()
        picture = _drawn(asked)
        taken = time.perf_counter() - start
        Image.fromarray(picture).save(out)
    except ReelwrightError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{out}: {picture.shape[1]}x{picture.shape[0]}, {taken:.2f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
