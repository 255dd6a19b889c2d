"""How a model is laid out for the memory there is, and what happens when that was too hopeful: a table of machines, and a keeper at work."""

import pytest

from engine.errors import Unavailable
from engine.models.keeper import Keeper
from engine.models.memory import HOT, Machine, Need, at_once, plans, warmed

SDXL = Need(weights=6.9, largest=5.1, work=4.0)
FLUX = Need(weights=33.7, largest=23.8, work=4.0)
CHAT = Need(weights=15.2, largest=15.2, work=1.5)


def gpu(free, **more):
    return Machine("cuda", free=free, total=free, ram=64, **more)


def first(need, machine, **more):
    plan = plans(need, machine, **more)[0]
    return plan.device, plan.dtype, plan.placement, plan.tiled, plan.bits


@pytest.mark.parametrize(
    ("need", "machine", "expected"),
    [
        (SDXL, gpu(80), ("cuda", "bfloat16", "whole", False, 16)),
        (SDXL, gpu(24), ("cuda", "bfloat16", "whole", False, 16)),
        (SDXL, gpu(24, wide=False), ("cuda", "float16", "whole", False, 16)),
        (SDXL, gpu(24, wide=False, halves=False), ("cuda", "float32", "whole", False, 16)),
        (SDXL, gpu(10), ("cuda", "bfloat16", "whole", True, 16)),
        (SDXL, gpu(8), ("cuda", "bfloat16", "parts", True, 16)),
        (SDXL, gpu(4), ("cuda", "bfloat16", "layers", True, 16)),
        (SDXL, gpu(1.5), ("cpu", "float32", "whole", False, 16)),
        (FLUX, gpu(80), ("cuda", "bfloat16", "whole", False, 16)),
        (FLUX, gpu(32), ("cuda", "bfloat16", "parts", False, 16)),
        (FLUX, gpu(12), ("cuda", "bfloat16", "layers", True, 16)),
        (SDXL, Machine("mps", free=20, ram=32, wide=False), ("mps", "float16", "whole", False, 16)),
        (SDXL, Machine("cpu", ram=32), ("cpu", "float32", "whole", False, 16)),
        (SDXL, Machine("cpu", ram=16), ("cpu", "bfloat16", "whole", True, 16)),
    ],
)
def test_the_first_plan_is_the_fastest_that_fits(need, machine, expected):
    assert first(need, machine) == expected


@pytest.mark.parametrize(
    ("free", "quantised", "bits", "placement"),
    [
        (24, True, 16, "whole"),
        (12, True, 8, "whole"),
        (8, True, 4, "whole"),
        (12, False, 16, "layers"),
        (3, True, 16, "whole"),
    ],
)
def test_a_language_model_is_quantised_where_that_is_possible_and_needed(free, quantised, bits, placement):
    plan = plans(CHAT, gpu(free, quantised=quantised), quantisable=True)[0]
    assert (plan.bits, plan.placement) == (bits, placement)
    assert plan.device == ("cpu" if free == 3 else "cuda")


@pytest.mark.parametrize("need", [SDXL, FLUX, CHAT])
def test_each_further_plan_needs_less_and_the_processor_is_the_last(need):
    ways = plans(need, gpu(200, quantised=True), quantisable=need is CHAT)
    needs = [plan.needs for plan in ways if plan.device == "cuda"]
    assert needs == sorted(needs, reverse=True) and ways[-1].device == "cpu"
    assert all(plan.words for plan in ways[1:])


def test_results_are_made_together_where_memory_is_left():
    whole = plans(SDXL, gpu(80))[0]
    assert at_once(SDXL, whole, gpu(80)) == 8
    assert at_once(SDXL, whole, gpu(16)) == 2
    assert at_once(SDXL, plans(SDXL, gpu(8))[0], gpu(8)) == 1
    assert at_once(SDXL, plans(SDXL, Machine("cpu"))[0], Machine("cpu")) == 1


def test_it_compiles_only_where_many_results_follow():
    able = gpu(80, compiles=True)
    whole, parts = plans(SDXL, able)[0], plans(SDXL, gpu(8, compiles=True))[0]
    assert not warmed(whole, 1, able).compile and warmed(whole, HOT, able).compile
    assert not warmed(parts, 99, able).compile and not warmed(whole, 99, gpu(80)).compile


class Shelf:
    """A device of so many GB whose models are lists; a keeper over it, and what it told."""

    def __init__(self, size):
        self.size, self.used, self.told = size, {}, []
        self.keeper = Keeper(lambda: gpu(size), lambda device: size - sum(self.used.values()), self._swept)

    def _swept(self):
        self.used = {name: gb for name, gb in self.used.items() if name in self.keeper.held()}

    def use(self, name, gb, act=lambda model, plan: plan):
        def load(plan):
            self.used[name] = gb
            return [name]

        need = Need(gb, gb / 2, 1.0)
        return self.keeper.use(name, need, load=load, act=act, tell=lambda share, words="": self.told.append(words))


def test_what_fits_stays_and_the_least_recently_used_goes_first():
    shelf = Shelf(24)
    for name in ("painter", "camera", "painter"):
        shelf.use(name, 8)
    assert shelf.keeper.held() == ("camera", "painter")
    shelf.use("writer", 10)
    assert shelf.keeper.held() == ("painter", "writer")


def test_one_heavy_model_at_a_time_where_two_do_not_fit():
    shelf = Shelf(24)
    shelf.use("painter", 20), shelf.use("camera", 20)
    assert shelf.keeper.held() == ("camera",)


def test_a_model_that_is_held_is_not_loaded_again():
    shelf, loaded = Shelf(24), []
    for _ in range(2):
        shelf.keeper.use("a", Need(1, 1, 1), load=loaded.append, act=lambda model, plan: plan, tell=print)
    assert len(loaded) == 1


def test_when_memory_runs_out_the_next_smaller_plan_is_tried_said_and_remembered():
    shelf, tried = Shelf(24), []

    def act(model, plan):
        tried.append((plan.placement, plan.tiled))
        if plan.placement == "whole":
            raise RuntimeError("CUDA out of memory. Tried to allocate 20.00 GiB")
        return "made"

    assert shelf.use("painter", 8, act) == "made"
    assert tried == [("whole", False), ("whole", True), ("parts", False)]
    assert any("memory ran out" in words and "parts in and out" in words for words in shelf.told)
    assert shelf.use("painter", 8, act) == "made" and tried[-1] == tried[-2] == ("parts", False)


def test_when_no_plan_is_small_enough_it_says_what_can_be_done():
    def act(model, plan):
        raise MemoryError

    with pytest.raises(Unavailable, match="close other programs, choose a smaller model"):
        Shelf(24).use("painter", 8, act)


def test_another_error_is_not_taken_for_a_lack_of_memory():
    def act(model, plan):
        raise ValueError("a wrong shape")

    with pytest.raises(ValueError, match="wrong shape"):
        Shelf(24).use("painter", 8, act)
