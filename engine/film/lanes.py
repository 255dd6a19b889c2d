"""Sixteen pixels at a time: neighbours of a row are picked and mixed in the registers of AVX-512 or AVX2, where a processor
has them.

A gather from memory, which is what a compiler makes of the same loop, costs several times as much. `READY` says whether this
processor can; the results are those of the loop, bit for bit. Instructions: Intel's manual, VPERMW, VPSHUFB and VPMADDWD.
Imported by `kernel` only, since numba may be missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from llvmlite import binding, ir
from numba import types
from numba.core import cgutils, config
from numba.extending import intrinsic
from numba.np.arrayobj import make_array

LANES = 16
"""Pixels that are drawn at once."""

_WIDE = 2 * LANES
_BYTE, _SHORT, _INT = ir.IntType(8), ir.IntType(16), ir.IntType(32)
_SIGN = 1 << 15
# Brightness is made signed for the product, which takes 2^15 times the weights' sum (256) off it; half is for rounding.
_BACK = (_SIGN << 8) + (1 << 15)


def _family() -> str:
    """The widest instructions that code is compiled for: avx512, avx2 or none."""
    asked: Any = config
    if not asked.ENABLE_AVX or asked.CPU_NAME is not None or asked.CPU_FEATURES is not None:
        return ""
    try:
        found = binding.get_host_cpu_features()
    except RuntimeError:  # LLVM knows no features of some systems' processors
        return ""
    return next((name for name, need in (("avx512", "avx512bw"), ("avx2", "avx2")) if found.get(need, False)), "")


FAMILY = _family()
READY = bool(FAMILY)
"""True where the processor that code is compiled for has the instructions."""
STARTS = 4 if FAMILY == "avx2" else 1
"""From how many places of a row the pixels of all lanes are picked: AVX2 picks four from each."""
NEAR, FAR = (8, 16) if FAMILY == "avx2" else (32, 64)
"""Within how many of a row's pixels all neighbours of one place must lie: `mix_near` picks from half as many as `mix_far`."""
BYTES = FAMILY == "avx2"
"""Whether picks are of bytes: those of a number, the lower one first."""


def _all(kind: Any, value: int) -> Any:
    return ir.Constant(kind, [value] * kind.count)


def _called(builder: Any, name: str, result: Any, *given: Any) -> Any:
    kind = ir.FunctionType(result, [each.type for each in given])
    return builder.call(cgutils.get_or_insert_function(builder.module, kind, f"llvm.x86.{name}"), given)


def _vector(builder: Any, pointer: Any, place: Any, kind: Any) -> Any:
    """What lies from a place on, as a vector."""
    found = builder.load(builder.bitcast(builder.gep(pointer, [place]), kind.as_pointer()))
    found.align = 2
    return found


def _pixels(builder: Any, pairs: Any, weights: Any, product: str, lanes: int) -> Any:
    """Sums of pairs times weights, over 2^16 and rounded, as bytes."""
    sums = ir.VectorType(_INT, lanes)
    signed = builder.xor(pairs, _all(pairs.type, _SIGN))
    total = _called(builder, product, sums, signed, weights)
    whole = builder.lshr(builder.add(total, _all(sums, _BACK)), _all(sums, 16))
    return builder.trunc(whole, ir.VectorType(_BYTE, lanes))


def _stored(builder: Any, pixels: Any, out: Any, place: Any) -> None:
    builder.store(pixels, builder.bitcast(builder.gep(out, [place]), pixels.type.as_pointer())).align = 1


def _block_512(builder: Any, reach: int, block: Any, arrays: Sequence[Any]) -> None:
    """Sixteen pixels from one place of the row."""
    row, starts, picks, weights, places, out = arrays
    shorts = ir.VectorType(_SHORT, _WIDE)
    at = builder.mul(block, block.type(_WIDE))
    start = builder.load(builder.gep(starts, [block]))
    near, pick = _vector(builder, row, start, shorts), _vector(builder, picks, at, shorts)
    if reach == NEAR:
        pairs = _called(builder, "avx512.permvar.hi.512", shorts, near, pick)
    else:
        beyond = _vector(builder, row, builder.add(start, start.type(_WIDE)), shorts)
        pairs = _called(builder, "avx512.vpermi2var.hi.512", shorts, near, pick, beyond)
    share = _vector(builder, weights, at, shorts)
    pixels = _pixels(builder, pairs, share, "avx512.pmaddw.d.512", LANES)
    _stored(builder, pixels, out, builder.load(builder.gep(places, [block])))


def _block_256(builder: Any, reach: int, block: Any, arrays: Sequence[Any]) -> None:
    """Sixteen pixels as twice eight, each eight from two places of the row."""
    row, starts, picks, weights, places, out = arrays
    shorts, octets = ir.VectorType(_SHORT, LANES), ir.VectorType(_BYTE, _WIDE)
    half = ir.VectorType(_SHORT, LANES // 2)
    both = ir.Constant(ir.VectorType(_INT, LANES), list(range(LANES)))
    place = builder.load(builder.gep(places, [block]))
    first = builder.mul(block, block.type(STARTS))

    def read(start: Any, after: int) -> Any:
        return _vector(builder, row, builder.add(start, start.type(after)), half)

    for n in range(2):
        begin = [builder.load(builder.gep(starts, [builder.add(first, first.type(2 * n + k))])) for k in range(2)]
        at = builder.add(builder.mul(block, block.type(_WIDE)), block.type(n * LANES))
        pick = builder.bitcast(_vector(builder, picks, at, shorts), octets)

        def picked(after: int, chosen: Any, begin: Sequence[Any] = begin) -> Any:
            near = builder.shuffle_vector(read(begin[0], after), read(begin[1], after), both)
            return _called(builder, "avx2.pshuf.b", octets, builder.bitcast(near, octets), chosen)

        if reach == NEAR:
            chosen = picked(0, pick)
        else:  # a byte that is picked from the other half has its highest bit set, which picks nothing
            low = picked(0, builder.add(pick, _all(octets, 0x70)))
            chosen = builder.or_(low, picked(NEAR, builder.sub(pick, _all(octets, 0x10))))
        share = _vector(builder, weights, at, shorts)
        pixels = _pixels(builder, builder.bitcast(chosen, shorts), share, "avx2.pmadd.wd", LANES // 2)
        _stored(builder, pixels, out, builder.add(place, place.type(n * LANES // 2)))


def _mix(reach: int, each_type: tuple[Any, ...]) -> Any:
    """out[places[b]:][:16] = the sums of neighbours row[starts[b] + picks] times weights, over 2^16 and rounded."""
    one = _block_256 if FAMILY == "avx2" else _block_512

    def draw(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        each = [
            make_array(kind)(context, builder, value) for kind, value in zip(signature.args, arguments, strict=True)
        ]
        with cgutils.for_range(builder, each[4].nitems) as loop:
            one(builder, reach, loop.index, [array.data for array in each])
        return context.get_dummy_value()

    return types.void(*each_type), draw


def _near(typing: Any, row: Any, starts: Any, picks: Any, weights: Any, places: Any, out: Any) -> Any:
    return _mix(NEAR, (row, starts, picks, weights, places, out))


def _far(typing: Any, row: Any, starts: Any, picks: Any, weights: Any, places: Any, out: Any) -> Any:
    return _mix(FAR, (row, starts, picks, weights, places, out))


mix_near: Any = intrinsic(_near)
mix_far: Any = intrinsic(_far)
"""mix(row u16, starts i64, picks u16, weights i16, places i64, out u8): see `_mix`. `row` goes on for FAR numbers beyond its last."""
