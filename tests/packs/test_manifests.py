"""The manifests are complete and hold together; packs that are on this machine are what they are pinned to."""

import pytest

from engine import packs
from engine.errors import UserError
from engine.packs.manifest import PackFile, Registry, licence_text

EVERY = [pack.id for pack in packs.packs()]


@pytest.mark.parametrize("name", EVERY)
def test_every_file_has_a_source_that_python_alone_can_use(name):
    pack = packs.pack(name)
    for file in pack.files:
        kinds = {
            s.kind for s in pack.sources if (s.holders(file.name) if isinstance(s, Registry) else s.member(file.name))
        }
        assert kinds & {"python", "hub"}, file.name
    assert all(licence_text(text) for text in pack.texts.values())


@pytest.mark.parametrize("name", EVERY)
def test_every_pack_keeps_a_licence_beside_its_files(name):
    pack = packs.pack(name)
    assert any("LICENSE" in text for text in [*pack.texts, *(file.name for file in pack.files)])
    assert pack.notice and pack.licence and pack.purpose


def test_the_default_set_stays_below_half_a_gigabyte():
    assert sum(packs.pack(name).size for name in packs.DEFAULT_SET) < 500_000_000


def test_a_pack_that_is_not_known_is_answered_with_the_known_ones():
    with pytest.raises(UserError, match="voice-kokoro"):
        packs.pack("nothing")


@pytest.mark.parametrize("name", ["../a", "/a", "a/../b", "a\\b", "c:a", ""])
def test_a_file_name_cannot_leave_its_pack(name):
    with pytest.raises(ValueError):
        PackFile(name=name, size=1, sha256="0" * 64)


@pytest.mark.models
@pytest.mark.parametrize("name", EVERY)
def test_a_pack_on_this_machine_is_what_it_is_pinned_to(name):
    if packs.state(name) == "absent":
        pytest.skip(packs.missing_note(name) or "")
    assert packs.verify(name) == []
