"""Sixteen pixels at a time: neighbours of a row are picked and mixed in the registers of AVX-512, where a processor has it.

A gather from memory, which is what a compiler makes of the same loop, costs several times as much. `READY` says whether this
processor can; the results are those of the loop, bit for bit. Instructions: Intel's manual, VPERMW and VPMADDWD. Imported by
`kernel` only, since numba may be missing.
"""

from __future__ import annotations

from typing import Any

from llvmlite import binding, ir
from numba import types
from numba.core import cgutils, config
from numba.extending import intrinsic
from numba.np.arrayobj import make_array

LANES = 16
"""Pixels that are drawn at once."""
NEAR, FAR = 32, 64
"""Within how many of a row's pixels all their neighbours must lie: `mix_near` picks from half as many as `mix_far`."""

_WIDE = 2 * LANES
_BYTE, _SHORT, _INT = ir.IntType(8), ir.IntType(16), ir.IntType(32)
_PICKS, _SUMS = ir.VectorType(_SHORT, _WIDE), ir.VectorType(_INT, LANES)
_SIGN = 1 << 15
# Brightness is made signed for the product, which takes 2^15 times the weights' sum (256) off it; half is for rounding.
_BACK = (_SIGN << 8) + (1 << 15)


def _ready() -> bool:
    asked: Any = config
    if not asked.ENABLE_AVX or asked.CPU_NAME is not None or asked.CPU_FEATURES is not None:
        return False
    try:
        return bool(binding.get_host_cpu_features().get("avx512bw", False))
    except RuntimeError:  # LLVM knows no features of some systems' processors
        return False


READY = _ready()
"""True where the processor that code is compiled for has the instructions."""


def _all(kind: Any, value: int) -> Any:
    return ir.Constant(kind, [value] * kind.count)


def _called(builder: Any, name: str, result: Any, *given: Any) -> Any:
    kind = ir.FunctionType(result, [each.type for each in given])
    return builder.call(cgutils.get_or_insert_function(builder.module, kind, f"llvm.x86.avx512.{name}"), given)


def _mix(reach: int, each_type: tuple[Any, ...]) -> Any:
    """out[places[b]:][:16] = the sums of neighbours row[starts[b] + picks] times weights, over 2^16 and rounded."""

    def draw(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        each = [
            make_array(kind)(context, builder, value) for kind, value in zip(signature.args, arguments, strict=True)
        ]
        from_, first, chosen, share, at, to = (array.data for array in each)

        def wide(pointer: Any, place: Any) -> Any:
            here = builder.bitcast(builder.gep(pointer, [place]), _PICKS.as_pointer())
            found = builder.load(here)
            found.align = 2
            return found

        with cgutils.for_range(builder, each[1].nitems) as loop:
            block = builder.mul(loop.index, loop.index.type(_WIDE))
            start = builder.load(builder.gep(first, [loop.index]))
            near, pick = wide(from_, start), wide(chosen, block)
            if reach == NEAR:
                pairs = _called(builder, "permvar.hi.512", _PICKS, near, pick)
            else:
                beyond = wide(from_, builder.add(start, start.type(_WIDE)))
                pairs = _called(builder, "vpermi2var.hi.512", _PICKS, near, pick, beyond)
            signed = builder.xor(pairs, _all(_PICKS, _SIGN))
            sums = _called(builder, "pmaddw.d.512", _SUMS, signed, wide(share, block))
            whole = builder.lshr(builder.add(sums, _all(_SUMS, _BACK)), _all(_SUMS, 16))
            pixels = builder.trunc(whole, ir.VectorType(_BYTE, LANES))
            place = builder.gep(to, [builder.load(builder.gep(at, [loop.index]))])
            builder.store(pixels, builder.bitcast(place, pixels.type.as_pointer())).align = 1
        return context.get_dummy_value()

    return types.void(*each_type), draw


def _near(typing: Any, row: Any, starts: Any, picks: Any, weights: Any, places: Any, out: Any) -> Any:
    return _mix(NEAR, (row, starts, picks, weights, places, out))


def _far(typing: Any, row: Any, starts: Any, picks: Any, weights: Any, places: Any, out: Any) -> Any:
    return _mix(FAR, (row, starts, picks, weights, places, out))


mix_near: Any = intrinsic(_near)
mix_far: Any = intrinsic(_far)
"""mix(row u16, starts i64, picks u16, weights i16, places i64, out u8): see `_mix`. `row` goes on for FAR numbers beyond its last."""
