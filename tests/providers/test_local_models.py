"""Models on this machine: real classes of diffusers, transformers and faster-whisper, with tiny random weights, in the real worker process.

What is made is noise; that it is made, in the size that was asked, the same for the same seed and other for other wishes, is real.
"""

import json
import os
import subprocess

import av
import numpy as np
import pytest
import yaml
from PIL import Image

from engine.errors import BadOutput, MissingDependency, Refused, UserError
from engine.home import home as engine_home
from engine.models import asking, environment
from engine.project import create_project
from engine.providers.contract import (
    ImageRequest,
    MusicRequest,
    TextRequest,
    TranscriptRequest,
    VideoRequest,
    VisionRequest,
)  # fmt: skip
from engine.providers.image.diffusers import DiffusersImage
from engine.providers.music.musicgen import MusicGen
from engine.providers.text.transformers import TransformersText
from engine.providers.transcript.whisper import WhisperTranscript
from engine.providers.video.diffusers import DiffusersVideo
from engine.providers.vision.transformers import TransformersVision
from tests.build.films import BRIEFS, run
from tests.fakes.tiny import lessons
from tests.providers.local_models import ROOT, tiny

BOAT = ImageRequest("a boat in the fog", 96, 64, seed=3)


@pytest.fixture(scope="module", autouse=True)
def own_models(tmp_path_factory):
    """This machine's own models and LoRAs: the tiny ones, under the names of the real ones."""
    home = tmp_path_factory.mktemp("home")
    (home / "packs").symlink_to(engine_home() / "packs")  # the illustrator reads with them
    tiny_ones = {
        "sdxl": {"size": [64, 64], "steps": 2, "tflop": 2.0}, "sdxl-refiner": {}, "control-canny": "control", "control-softedge": "control", "control-depth": "control", "control-pose": "control",
        "ip-adapter": {}, "flux-schnell": ("flux", {"size": [64, 64], "steps": 2}), "ltx": {"size": [96, 64]}, "svd": {"size": [64, 64]},
        "whisper-large-v3": "whisper", "qwen2.5-7b": "qwen", "qwen2.5-vl-7b": "llava", "musicgen-small": "musicgen",
    }  # fmt: skip
    rows = {}
    for name, own in tiny_ones.items():
        folder, more = own if isinstance(own, tuple) else (own, {}) if isinstance(own, str) else (name, own)
        rows[name] = {"folder": str(tiny(folder)), "variant": "", "weights": 0.1, "largest": 0.1, "work": 0.1, **more}
    (home / "models.yaml").write_text(yaml.safe_dump(rows))
    ink = {"words": ["inkwash style"], "weight": 0.7, "for": ["Marta"]}
    loras = {"ink": {"file": str(tiny("lora") / "ink.safetensors"), **ink}}
    loras["foreign"] = {"file": str(tiny("lora") / "foreign.safetensors")}
    (home / "loras.yaml").write_text(yaml.safe_dump(loras))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REELWRIGHT_HOME", str(home))
        patch.setenv("REELWRIGHT_DEVICE", "cpu")
        yield
    asking.device_worker().close()


def drawn(tmp_path, name="sdxl", request=BOAT, **changes):
    """The pixels that a painter gives."""
    folder = tmp_path / f"made-{len(list(tmp_path.iterdir()))}"
    folder.mkdir()
    made = DiffusersImage(name).draw(replaced(request, **changes), folder)
    with Image.open(made.path) as picture:
        return np.asarray(picture.convert("RGB"))


def replaced(request, **changes):
    from dataclasses import replace

    return replace(request, **changes)


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """The base model's picture, as pixels and as a file."""
    folder = tmp_path_factory.mktemp("first")
    pixels = drawn(folder)
    path = folder / "first.png"
    Image.fromarray(pixels).save(path)
    return pixels, path


@pytest.fixture
def left_half(tmp_path):
    """A mask: only the left half may change."""
    mask = Image.new("L", (96, 64))
    mask.paste(255, (0, 0, 48, 64))
    mask.save(tmp_path / "mask.png")
    return tmp_path / "mask.png"


# ---- pictures


def test_a_picture_has_the_size_that_was_asked_and_its_seed_decides_it(tmp_path, first):
    pixels, _ = first
    assert pixels.shape == (64, 96, 3) and pixels.std() > 5
    assert (drawn(tmp_path) == pixels).all()
    assert (drawn(tmp_path, seed=4) != pixels).any()


def test_what_must_not_be_seen_and_how_strongly_counts(tmp_path, first):
    pixels, _ = first
    assert (drawn(tmp_path, negative="people") != pixels).any()
    assert (drawn(tmp_path, "sdxl,guidance=1") != pixels).any()


@pytest.mark.parametrize("scheduler", ["euler", "euler-a", "unipc", "ddim", "dpm-sde", "heun"])
def test_every_scheduler_draws(tmp_path, first, scheduler):
    assert (drawn(tmp_path, f"sdxl,scheduler={scheduler}") != first[0]).any()


def test_the_best_quality_lets_the_refiner_finish(tmp_path):
    told = []
    painter = DiffusersImage("sdxl,quality=best,steps=5")
    made = painter.draw(BOAT, tmp_path, lambda share, words="": told.append((share, words)))
    assert "refining" in [words for _, words in told] and made.path.exists()
    shares = [share for share, _ in told]
    assert shares == sorted(shares) and shares[-1] == 1.0
    assert (drawn(tmp_path, "sdxl,quality=best,steps=5") != drawn(tmp_path, "sdxl,steps=5")).any()


def test_on_the_processor_it_says_so(tmp_path):
    told = []
    DiffusersImage("sdxl").draw(BOAT, tmp_path, lambda share, words="": told.append(words))
    assert any("on the processor" in words and "seconds" in words for words in told)


def test_a_lora_changes_the_picture_and_leaves_no_trace(tmp_path, first):
    pixels, _ = first
    strong = drawn(tmp_path, "sdxl,lora=ink@1.5")
    assert (strong != pixels).any() and (drawn(tmp_path, "sdxl,lora=ink@0.5") != strong).any()
    assert (drawn(tmp_path) == pixels).all()


def test_a_person_of_the_film_brings_a_lora_and_the_words_that_call_it(tmp_path, first):
    marta = replaced(BOAT, entries={"marta": {"kind": "character", "name": "Marta", "look": "old"}})
    assert DiffusersImage("sdxl").call_words(marta) == ("inkwash style",)
    called = drawn(tmp_path, "sdxl,lora=ink", prompt="inkwash style, a boat in the fog")
    assert (drawn(tmp_path, request=marta) == called).all() and (called != first[0]).any()


def test_a_lora_of_another_model_is_said_to_be_one(tmp_path):
    with pytest.raises(MissingDependency, match=r"foreign\.safetensors does not fit"):
        drawn(tmp_path, "sdxl,lora=foreign")


def test_a_controlnet_keeps_the_structure_of_a_picture(tmp_path):
    path, other = tmp_path / "door.png", tmp_path / "other.png"
    for file, box in ((path, (20, 10, 60, 60)), (other, (4, 4, 90, 20))):
        picture = Image.new("RGB", (96, 64))
        picture.paste((255, 255, 255), box)
        picture.save(file)
    kept = drawn(tmp_path, "sdxl,control=canny@1.0", init=path)
    assert (kept != drawn(tmp_path, "sdxl,control=canny@1.0", init=other)).any()
    assert (kept != drawn(tmp_path, "sdxl,control=canny@0.2", init=path)).any()


def test_without_a_picture_the_illustrators_drawing_gives_the_structure_or_the_depths(tmp_path, first):
    shot = {"picture": "A boat on the sea.", "framing": "wide", "keywords": ["boat"]}
    kept = [
        drawn(tmp_path, f"sdxl,control={kind}", shot=shot, text="A boat on the sea.") for kind in ("softedge", "depth")
    ]
    assert (kept[0] != first[0]).any() and (kept[1] != first[0]).any() and (kept[0] != kept[1]).any()


def test_a_drawing_of_joints_must_be_given(tmp_path):
    with pytest.raises(UserError, match=r"pose needs a picture to begin with"):
        drawn(tmp_path, "sdxl,control=pose")


def test_a_picture_can_be_begun_from(tmp_path, first):
    pixels, path = first
    little, much = (drawn(tmp_path, "sdxl,steps=5", init=path, strength=strength) for strength in (0.25, 1.0))
    start = pixels.astype(int)
    assert np.abs(little - start).mean() < np.abs(much - start).mean()


def test_inpainting_changes_what_the_mask_allows_and_nothing_else(tmp_path, first, left_half):
    pixels, path = first
    made = drawn(tmp_path, init=path, mask=left_half, strength=1.0, seed=9)
    assert (made[:, 48:] == pixels[:, 48:]).all()
    assert (made[:, :40] != pixels[:, :40]).any()


def test_inpainting_can_keep_a_structure_too(tmp_path, first, left_half):
    pixels, path = first
    made = drawn(tmp_path, "sdxl,control=canny", init=path, mask=left_half, strength=1.0)
    assert (made[:, 48:] == pixels[:, 48:]).all()


def test_pictures_to_stay_like_count_while_they_are_given(tmp_path, first):
    pixels, path = first
    assert DiffusersImage("sdxl").abilities.references > 0
    assert (drawn(tmp_path, references=(path,)) != pixels).any()
    assert (drawn(tmp_path) == pixels).all()


def test_a_long_prompt_is_read_to_its_end(tmp_path):
    long = "a boat in the fog, " + "grey water and quiet hills, " * 5
    assert DiffusersImage("sdxl").tokens(long) > 75
    assert (drawn(tmp_path, prompt=f"{long} a lamp") != drawn(tmp_path, prompt=f"{long} a bell")).any()


def test_words_can_weigh_more(tmp_path, first):
    assert (drawn(tmp_path, prompt="a boat in the fog++") != first[0]).any()


def test_what_a_person_writes_is_never_an_error_of_weights(tmp_path):
    assert drawn(tmp_path, prompt='the "Halt" (closed), 50% - [sic] .and( + + ' + "x, " * 90).any()


def test_several_pictures_are_drawn_in_one_call(tmp_path, first):
    made = DiffusersImage("sdxl").draw_many((BOAT, replaced(BOAT, seed=4)), tmp_path)
    with Image.open(made[0].path) as one, Image.open(made[1].path) as two:
        assert (np.asarray(one) == first[0]).all() and (np.asarray(two) != first[0]).any()


def test_flux_draws(tmp_path):
    made = drawn(tmp_path, "flux-schnell")
    assert made.shape == (64, 96, 3) and (drawn(tmp_path, "flux-schnell") == made).all()


def test_a_damaged_model_says_so(tmp_path):
    (tmp_path / "model_index.json").write_text(
        '{"_class_name": "StableDiffusionXLPipeline", "unet": ["diffusers", "X"]}'
    )
    with pytest.raises(MissingDependency, match="cannot be loaded"):
        DiffusersImage(str(tmp_path)).draw(BOAT, tmp_path)


def test_a_films_pictures_are_painted_by_the_words_of_its_shots(tmp_path):
    with create_project(
        tmp_path / "film", BRIEFS["lamp"], {"image": "diffusers:sdxl,lora=ink", "music": "none"}
    ) as film:
        outcome = run(film, target="keyframe")
        made = [key for key in outcome["made"] if key.startswith("keyframe:")]
        assert made and not outcome["failed"]
        take = film.takes(made[0])[-1]
        assert take.recipe.provider == "diffusers:sdxl,lora=ink" and take.recipe.prompt
        assert (
            take.content["prompt"].startswith("inkwash style, ") and "paper cut illustration" in take.content["prompt"]
        )
        assert film.status(made[0]).freshness == "fresh"


# ---- moving pictures


def filmed(tmp_path, first, name, seconds, **changes):
    folder = tmp_path / f"clip-{len(list(tmp_path.iterdir()))}"
    folder.mkdir()
    made = DiffusersVideo(name).film(VideoRequest("it drifts", first[1], 96, 64, seconds, **changes), folder)
    with av.open(str(made.path)) as film:
        frames = [frame.to_ndarray(format="rgb24") for frame in film.decode(video=0)]
        rate = float(film.streams.video[0].average_rate)
    assert made.seconds == pytest.approx(len(frames) / rate, abs=0.01)
    return np.stack(frames)


def test_ltx_films_what_it_is_asked_and_can_end_on_a_picture(tmp_path, first):
    frames = filmed(tmp_path, first, "ltx,steps=2", 0.5)
    assert len(frames) == 17 and frames.shape[1:] == (64, 96, 3)
    last = tmp_path / "last.png"
    Image.new("RGB", (96, 64), (250, 240, 20)).save(last)
    assert (filmed(tmp_path, first, "ltx,steps=2", 0.5, last=last) != frames).any()


def test_stable_video_diffusion_films_at_its_own_rate(tmp_path, first):
    frames = filmed(tmp_path, first, "svd,steps=2", 0.3)
    assert len(frames) == 2 and frames.std() > 1
    assert DiffusersVideo("svd").abilities.max_seconds == pytest.approx(25 / 7)


# ---- words


def test_an_answer_that_does_not_fit_is_asked_for_again_and_mended():
    told = []
    writer = TransformersText(str(tiny("told")))
    made = writer.write(lessons.REQUEST, lambda share, words="": told.append(words))
    assert made.data == {"title": "fog"} and made.text == lessons.RIGHT
    assert "the answer did not fit; asking again" in told and made.tokens_out > len(lessons.RIGHT)


def test_an_answer_that_never_fits_is_bad_output():
    with pytest.raises(BadOutput) as caught:
        TransformersText().write(TextRequest("s", "u", lessons.SCHEMA, max_tokens=12))
    assert caught.value.provider == "transformers:qwen2.5-7b" and caught.value.words


def test_free_text_is_the_same_for_the_same_seed():
    asked = TextRequest("You write.", "Fog", max_tokens=400, seed=1)
    assert TransformersText().write(asked).text == TransformersText().write(asked).text


def test_a_text_beyond_the_models_room_is_refused():
    with pytest.raises(Refused, match="too long"):
        TransformersText().write(TextRequest("s", "fog " * 3000))


def test_a_model_that_sees_answers_by_the_picture(tmp_path, first):
    dark = tmp_path / "dark.png"
    Image.new("RGB", (96, 64), (4, 4, 9)).save(dark)
    said = {
        TransformersVision().look(VisionRequest((path,), "What is seen?", max_tokens=16)).text
        for path in (first[1], dark)
    }
    assert len(said) == 2


# ---- sound


def test_musicgen_composes_a_bed_that_goes_round(tmp_path):
    made = MusicGen().compose(MusicRequest("calm", 2.0, seed=1), tmp_path)
    with av.open(str(made.path)) as bed:
        stream = bed.streams.audio[0]
        sound = np.concatenate([frame.to_ndarray() for frame in bed.decode(audio=0)], axis=1)
        assert (stream.codec_context.name, stream.rate, stream.channels) == ("opus", 48000, 2)
    assert made.loops[-1] == pytest.approx(sound.shape[1] / 48000, abs=0.1) and np.abs(sound).max() > 0.1
    assert "machine-made" in made.credit and "not for commercial use" in made.credit


def test_a_larger_whisper_hears_pieces_side_by_side(tmp_path):
    import wave

    rate = 16000
    noise = np.random.default_rng(1).standard_normal(rate * 2) * np.sin(np.linspace(0, 40, rate * 2)) ** 2
    with wave.open(str(tmp_path / "noise.wav"), "wb") as file:
        file.setnchannels(1), file.setsampwidth(2), file.setframerate(rate)
        file.writeframes((np.clip(noise * 0.2, -1, 1) * 32767).astype("<i2").tobytes())
    ear = WhisperTranscript("large-v3")
    assert (ear.name, ear.ready()) == ("faster-whisper:large-v3", None)
    heard = ear.hear(TranscriptRequest(tmp_path / "noise.wav", "en"), tmp_path)
    known = ear.hear(TranscriptRequest(tmp_path / "noise.wav", "en", ("one", "two")), tmp_path)
    assert heard.language == "en" and [word.w for word in known.words] == ["one", "two"]
    starts = [word.start for word in known.words]
    assert starts == sorted(starts)


def test_one_process_keeps_the_models_that_were_used():
    kept = asking.device_worker().call("held", -1)
    assert any(name.startswith("musicgen-small") for name in kept) and len(kept) > 3
    assert asking.device_worker().call("facts", -1).device == "cpu"
    assert os.getpid() != asking.device_worker().pid


def test_the_benchmark_of_gpus_runs_on_tiny_networks(tmp_path):
    asking.device_worker().close()  # two of them at once would want much memory
    command = [environment.python(), "-m", "tests.benchmarks.gpu", "--tiny", "--out", str(tmp_path / "figures.json")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=250)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "times plain" in done.stdout and "no figure of speed" in done.stdout
    figures = json.loads((tmp_path / "figures.json").read_text())
    assert [row["way"] for row in figures["sdxl"]] == ["plain diffusers", "ours, one by one", "ours, a film's pictures"]
    assert len(figures["ltx"]) == 2 and all(row["a_minute"] > 0 for row in figures["sdxl"] + figures["ltx"])
