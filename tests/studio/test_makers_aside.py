"""Makers that lack much are folded away below the others, and can be chosen there all the same."""

import re

from ui_components import machine
from ui_components.markup import Mark

READY, LACKS = Mark("approved", "Ready"), Mark("missing", "Not ready")


def shown(*choices):
    return machine.kinds([machine.Kind("image", "Pictures", choices, aside="Models that are not here: 1")])


def test_what_is_aside_is_folded_below_the_others_and_can_be_chosen():
    near = machine.Choice("illustrator", "Illustrator", READY, "Here", chosen=True)
    far = machine.Choice("diffusers:sdxl", "SDXL", LACKS, "6.9 GB", aside=True)
    page = shown(far, near)
    folded = re.search(r"<details.*?</details>", page)[0]
    assert 'value="diffusers:sdxl"' in folded and 'value="illustrator"' not in folded
    assert "Models that are not here: 1" in folded and page.index('value="illustrator"') < page.index("<details")


def test_where_nothing_is_aside_there_is_no_fold():
    assert "<details" not in shown(machine.Choice("illustrator", "Illustrator", READY, "Here"))
