"""The device as the device worker finds it, and models laid out on it as a plan says. Imports torch; used inside the worker alone.

Example: `machine()` -> Machine("cuda", "NVIDIA ...", free=79.1, ...); `placed(pipe, plan)` moves a diffusers pipeline where it belongs.
"""

from __future__ import annotations

import importlib.util
import os
import time
from typing import Any

from engine.models.memory import Machine, Plan

GB = 1e9


def prepare(slot: int) -> None:
    """Set this process up before each call: its one GPU, no network, no messages of the libraries, and no more threads than there are
    cores that nothing else keeps busy (two threads on a shared core take ten times as long as one)."""
    os.environ.setdefault("CUDA_DEVICE_ORDER", "PCI_BUS_ID")
    if slot >= 0 and "CUDA_VISIBLE_DEVICES" not in os.environ:
        os.environ["CUDA_VISIBLE_DEVICES"] = str(slot)
    os.environ.setdefault("PYTORCH_CUDA_ALLOC_CONF", "expandable_segments:True")
    os.environ |= {"HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false", "DIFFUSERS_VERBOSITY": "error"}
    os.environ |= {"TRANSFORMERS_VERBOSITY": "error", "HF_HUB_DISABLE_PROGRESS_BARS": "1", "OMP_WAIT_POLICY": "PASSIVE"}
    import torch

    from engine.providers.text.gguf_worker import threads

    torch.set_num_threads(threads())


def machine() -> Machine:
    """The best device of this process, with its memory. REELWRIGHT_DEVICE=cpu keeps to the processor."""
    import psutil
    import torch

    ram = psutil.virtual_memory().available / GB + _held_here()
    chosen = os.environ.get("REELWRIGHT_DEVICE", "").strip()
    if chosen in ("", "cuda") and torch.cuda.is_available():
        return _cuda(ram)
    if chosen in ("", "mps") and torch.backends.mps.is_available():
        total = torch.mps.recommended_max_memory() / GB
        return Machine("mps", "Apple GPU", total - 1.0, total, ram, wide=False)
    return Machine("cpu", "processor", 0.0, 0.0, ram)


def _cuda(ram: float) -> Machine:
    import torch

    _quick()
    free, total = torch.cuda.mem_get_info()
    able = torch.cuda.get_device_capability()
    return Machine(
        "cuda",
        torch.cuda.get_device_name(),
        (free + torch.cuda.memory_reserved()) / GB,
        total / GB,
        ram,
        halves=able >= (5, 3),
        wide=able >= (8, 0),
        quantised=importlib.util.find_spec("bitsandbytes") is not None,
        compiles=able >= (7, 0) and importlib.util.find_spec("triton") is not None and os.environ.get("REELWRIGHT_COMPILE", "") != "no",
    )  # fmt: skip


def _quick() -> None:
    """Let an NVIDIA GPU choose its fastest kernels, which are the same at each run of one size."""
    import torch

    torch.backends.cuda.matmul.allow_tf32 = True
    torch.backends.cudnn.allow_tf32 = True
    torch.backends.cudnn.benchmark = True


def _held_here() -> float:
    """What this process itself holds of the main memory, and could give back."""
    import psutil

    return float(psutil.Process().memory_info().rss) / GB


def room(device: str) -> float:
    """GB that are free on a device right now, what torch has put by for itself among them."""
    import psutil
    import torch

    if device == "cuda":
        return (torch.cuda.mem_get_info()[0] + torch.cuda.memory_reserved() - torch.cuda.memory_allocated()) / GB
    if device == "mps":
        return (torch.mps.recommended_max_memory() - torch.mps.driver_allocated_memory()) / GB
    return float(psutil.virtual_memory().available) / GB


def emptied() -> None:
    """Give memory that is not used any more back to the device."""
    import torch

    if torch.cuda.is_available():
        torch.cuda.empty_cache()
    elif torch.backends.mps.is_available():
        torch.mps.empty_cache()


def kind(plan: Plan) -> Any:
    """The torch dtype of a plan."""
    import torch

    return getattr(torch, plan.dtype)


def placed(pipe: Any, plan: Plan) -> Any:
    """A diffusers pipeline, laid out as the plan says."""
    import torch

    pipe.set_progress_bar_config(disable=True)
    vae = getattr(pipe, "vae", None)
    if plan.tiled and vae is not None:
        for saving in ("enable_tiling", "enable_slicing"):
            getattr(vae, saving, lambda: None)()
    if plan.sliced and hasattr(pipe, "enable_attention_slicing"):
        pipe.enable_attention_slicing()
    if plan.placement == "parts":
        pipe.enable_model_cpu_offload(device=plan.device)
    elif plan.placement == "layers":
        pipe.enable_group_offload(
            torch.device(plan.device), offload_type="leaf_level", use_stream=True, low_cpu_mem_usage=True
        )
    else:
        pipe.to(plan.device)
    if plan.channels_last and plan.placement == "whole":
        for net in (getattr(pipe, "unet", None), vae):
            if net is not None and all(weights.dim() < 5 for weights in net.parameters()):
                net.to(memory_format=torch.channels_last)
    return pipe


def compiled(net: Any) -> None:
    """Compile the blocks that a network repeats. What cannot be compiled runs as it is."""
    import torch

    torch._dynamo.config.suppress_errors = True
    if getattr(net, "_repeated_blocks", None):
        net.compile_repeated_blocks(fullgraph=False, dynamic=False)


def teraflops(device: str = "cpu") -> float:
    """How many 10^12 multiplications and additions a second this device does, by half a second of them."""
    import torch

    side = 1024
    left, right = torch.randn(side, side, device=device), torch.randn(side, side, device=device)
    left @ right
    began, count = time.monotonic(), 0
    while time.monotonic() - began < 0.3:
        left @ right
        count += 1
    return 2 * side**3 * count / (time.monotonic() - began) / 1e12


def expected(tflop: float, results: int = 1) -> str:
    """A sentence on how long some work will take on the processor; '' where that is not known."""
    if tflop <= 0:
        return ""
    seconds = tflop * results / max(teraflops(), 1e-3) * 1.6  # convolutions and copies are slower than plain products
    return f"about {seconds:.0f} seconds" if seconds < 90 else f"about {seconds / 60:.0f} minutes"
