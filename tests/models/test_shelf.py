"""Which local models are known, where their files lie, how one is fetched, and what their makers' names may say."""

import json
import re
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import yaml

from engine.errors import MissingDependency, UserError
from engine.models import __main__ as command
from engine.models import catalogue, environment, extras, hub
from engine.models.naming import parsed
from engine.models.structure import KINDS
from engine.providers.image.diffusers import DiffusersImage
from engine.providers.text.transformers import TransformersText
from engine.providers.transcript.whisper import WhisperTranscript
from engine.providers.video.diffusers import DiffusersVideo
from engine.providers.vision.transformers import TransformersVision


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("REELWRIGHT_HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


@pytest.fixture
def packages(tmp_path, monkeypatch):
    """An environment in which all packages of local models lie, empty ones."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for name in ("torch", "diffusers", "transformers", "accelerate", "peft", "compel"):
        (tmp_path / "env" / "lib" / version / "site-packages" / name).mkdir(parents=True)
        (tmp_path / "env" / "lib" / version / "site-packages" / name / "__init__.py").touch()
    (tmp_path / "env" / "bin").mkdir()
    (tmp_path / "env" / "bin" / "python").touch()
    monkeypatch.setenv(environment.VARIABLE, str(tmp_path / "env" / "bin" / "python"))


def own(home, name="models.yaml", **rows):
    (home / name).write_text(yaml.safe_dump(rows))


def folder_of(path, class_name):
    path.mkdir(parents=True)
    (path / "model_index.json").write_text(json.dumps({"_class_name": class_name}))
    return path


# ---- the catalogue


@pytest.mark.parametrize("card", catalogue.known().values(), ids=lambda card: card.id)
def test_every_model_is_pinned_and_says_its_licence_size_and_memory(card):
    assert re.fullmatch(r"[0-9a-f]{40}", card.revision) and card.repo.count("/") == 1
    assert card.licence and card.terms.startswith("https://") and card.title and card.files
    assert card.download > 0 and card.weights >= card.largest > 0


def test_there_is_a_model_for_every_kind_and_every_structure():
    kinds = {card.kind for card in catalogue.known().values()}
    assert kinds == {"image", "video", "text", "vision", "music", "transcript", "part"}
    assert {f"control-{kind}" for kind in KINDS} <= set(catalogue.known())


def test_a_wrong_name_is_answered_with_what_there_is(home):
    with pytest.raises(UserError, match="Did you mean 'sdxl-turbo'"):
        catalogue.card("sdxl-trubo", "image")
    with pytest.raises(UserError, match="is a model for image, not for video"):
        catalogue.card("sdxl", "video")


def test_a_model_of_ones_own_has_a_name_or_takes_the_place_of_ours(home, tmp_path):
    mine = folder_of(tmp_path / "mine", "StableDiffusionXLPipeline")
    own(home, sketchy={"folder": str(mine), "steps": 12}, sdxl={"folder": str(mine)})
    card = catalogue.card("sketchy", "image")
    assert (card.family, card.steps, hub.folder(card)) == ("sdxl", 12, mine)
    assert "sketchy" in catalogue.names("image") and hub.note(catalogue.card("sdxl")) is None
    assert catalogue.card("sdxl").weights == 6.9


@pytest.mark.parametrize(
    ("class_name", "kind", "family"),
    [
        ("FluxPipeline", "image", "flux"),
        ("LTXPipeline", "video", "ltx"),
        ("StableVideoDiffusionPipeline", "video", "svd"),
    ],
)
def test_a_folder_is_known_by_what_it_says_of_itself(tmp_path, class_name, kind, family):
    card = catalogue.card(str(folder_of(tmp_path / "m", class_name)))
    assert (card.kind, card.family) == (kind, family)


def test_a_folder_without_a_model_or_with_a_foreign_one_says_so(tmp_path):
    with pytest.raises(MissingDependency, match=r"neither model_index\.json nor config\.json"):
        catalogue.card(str(tmp_path))
    with pytest.raises(MissingDependency, match="KandinskyPipeline; the families that can be run are"):
        catalogue.card(str(folder_of(tmp_path / "k", "KandinskyPipeline")))


@pytest.mark.parametrize("class_name", ["Phi3VForCausalLM", "Phi4MMForCausalLM", "Phi4MultimodalForCausalLM"])
def test_models_that_are_not_run_say_why_and_what_to_take(home, tmp_path, class_name):
    with pytest.raises(MissingDependency, match=r"Phi-.* is not r.*; choose qwen2\.5-vl-7b"):
        catalogue.card(str(folder_of(tmp_path / "p", class_name)))
    for name in ("phi-3.5-vision-instruct", "microsoft/Phi-3.5-vision-instruct", "phi-4-multimodal"):
        assert "program code of its own" in (TransformersVision(name).ready() or "")
        with pytest.raises(UserError, match="program code of its own"):
            catalogue.card(name)


def test_a_list_of_ones_own_that_cannot_be_read_says_where_it_is(home, packages):
    (home / "models.yaml").write_text("sdxl: [")
    assert "models.yaml" in DiffusersImage().ready()


# ---- what makers say before anything runs


@pytest.mark.parametrize(
    ("maker", "step"),
    [
        (DiffusersImage("sdxl"), "python -m engine models fetch sdxl"),
        (DiffusersVideo("svd"), "python -m engine models fetch svd"),
        (TransformersText("llama-3.1-8b"), "python -m engine models fetch llama-3.1-8b"),
        (WhisperTranscript("large-v3"), "python -m engine models fetch whisper-large-v3"),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_a_model_that_is_not_here_is_named_with_its_size_licence_and_step(home, packages, maker, step):
    note = maker.ready()
    assert note.endswith(step) and " GB, licence: " in note


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("sdxl,quality=fine", "quality is one of: standard, draft, best"),
        ("sdxl,steps=many", "steps must be a number from 1 to 150"),
        ("sdxl,scheduler=magic", "scheduler is one of: own, dpm"),
        ("sdxl,control=edges", "control is one of: canny, scribble, softedge, depth, pose"),
        ("flux-schnell,control=canny", "cannot keep a structure"),
        ("sdxl,speed=9", "'speed=9' is no option"),
        ("sdxl,lora=gone", "There is no LoRA 'gone'"),
        ("ltx", "is a model for video, not for image"),
    ],
)
def test_an_option_that_is_none_is_said_before_anything_runs(home, packages, name, words):
    assert words in DiffusersImage(name).ready()


def test_options_are_read_from_the_name():
    named = parsed("sdxl,lora=ink@0.6+film, steps=20", ("lora", "steps"), "x")
    assert (named.model, named.several("lora"), named.number("steps", 1, 1, 99)) == ("sdxl", ("ink@0.6", "film"), 20)
    assert parsed("", (), "sdxl").model == "sdxl"


def test_without_the_packages_the_step_that_gets_them_is_said(monkeypatch, tmp_path):
    monkeypatch.setenv(environment.VARIABLE, str(tmp_path / "no" / "python"))
    assert environment.VARIABLE in DiffusersImage().ready()
    python = tmp_path / "bin" / "python"
    python.parent.mkdir()
    python.touch()
    monkeypatch.setenv(environment.VARIABLE, str(python))
    assert "is not of Python" in environment.lacking()


# ---- LoRAs


def test_loras_are_chosen_by_name_or_brought_by_who_is_seen(home, tmp_path):
    (tmp_path / "ink.safetensors").touch()
    ink = {"file": str(tmp_path / "ink.safetensors"), "words": ["inkwash"], "for": ["Marta", "paper"]}
    own(home, "loras.yaml", ink=ink, film={"file": "gone.safetensors"}, other={"file": "x", "family": "flux"})
    assert [each.weight for each in extras.chosen(("ink@0.4",), "sdxl")] == [0.4]
    assert [each.name for each in extras.chosen((), "sdxl", ["marta"])] == ["ink"]
    assert extras.chosen((), "flux", ["marta"]) == () and extras.path(extras.loras()["ink"]).name == "ink.safetensors"
    for asked, words in (("other", "is for flux models"), ("ink@9", "is no LoRA with a weight")):
        with pytest.raises(UserError, match=words):
            extras.chosen((asked,), "sdxl")
    for name, words in (("film", "'film' has no file"), ("other", "use a file that ends in")):
        with pytest.raises(UserError, match=words):
            extras.path(extras.loras()[name])


# ---- the hub


@pytest.fixture
def model_hub(home, monkeypatch):
    """A model hub on this machine's loopback that has the same three files of everything; what is gated is refused."""
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(home / "hub"))
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    weights = "diffusion_pytorch_model"
    files = {"config.json": b"{}", f"{weights}.fp16.safetensors": b"w" * 900, f"{weights}.safetensors": b"w" * 1800}
    card = catalogue.card("control-canny")
    served = []

    class Hub(BaseHTTPRequestHandler):
        def do_HEAD(self):
            self.do_GET()

        def do_GET(self):
            served.append(f"{self.command} {self.path}")
            if "gated" in self.path:
                return self._say(403, b"{}", {"X-Error-Code": "GatedRepo"})
            if self.path.startswith("/api/"):
                rows = [{"rfilename": name, "size": len(data)} for name, data in files.items()]
                told = {"id": card.repo, "sha": card.revision, "siblings": rows}
                return self._say(200, json.dumps(told).encode(), {"Content-Type": "application/json"})
            data = files[self.path.split(f"/resolve/{card.revision}/")[1]]
            return self._say(200, data, {"ETag": f'"{len(data):040x}"', "X-Repo-Commit": card.revision})

        def _say(self, status, data, headers):
            self.send_response(status)
            for name, value in {"Content-Length": str(len(data)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(data)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield card, f"http://127.0.0.1:{server.server_address[1]}", served
    server.shutdown()
    thread.join()


def test_a_model_is_fetched_once_only_the_files_it_needs(model_hub):
    card, address, served = model_hub
    assert "fetch it once" in hub.note(card) and sum(size for _, size in hub.files(card, address)) == 902
    told = []
    folder = hub.fetch(card, lambda share, words="": told.append(share), address)
    assert {file.name: file.stat().st_size for file in folder.iterdir()} == {
        "config.json": 2,
        "diffusion_pytorch_model.fp16.safetensors": 900,
    }
    assert told == sorted(told) and hub.note(card) is None and hub.folder(card) == folder
    served.clear()
    assert hub.fetch(card, endpoint=address) == folder and served == []
    assert hub.note(card.model_copy(update={"revision": "6" * 40})) is not None


def test_a_licence_that_must_be_agreed_to_is_said_with_the_steps(model_hub):
    card, address, _ = model_hub
    gated = card.model_copy(update={"repo": "maker/gated", "terms": "https://example.org/terms"})
    with pytest.raises(MissingDependency, match=r"accept its licence at https://example\.org/terms, then set HF_TOKEN"):
        hub.fetch(gated, endpoint=address)


def test_the_command_shows_the_licence_and_asks_before_it_fetches(model_hub, home, monkeypatch, capsys):
    card, address, served = model_hub
    monkeypatch.setattr("builtins.input", lambda question: "n")
    assert command.main(["fetch", card.id, "--endpoint", address]) == 1
    assert f"licence  {card.licence}" in capsys.readouterr().out and not any("resolve" in each for each in served)
    assert command.main(["fetch", card.id, "--yes", "--endpoint", address]) == 0
    assert command.main(["list"]) == 0 and "here" in capsys.readouterr().out
    assert command.main(["show", "nothing"]) == 2
