"""How each look treats a shape, as numbers: shadows, edges, outlines, wobble. One drawing, many surfaces.

Lengths are frame units (pixels at 1280x720). Example: `style("ink").outline` is 2.3.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Style:
    """`own_shadow`: what a shape throws on its own sheet; `sheet_shadow`: what a sheet throws on those behind;
    `edge`: light rim of cut paper; `form_soft`, `rim_soft`: blur of shade and rim as a share of their width;
    `outline`: drawn contour; `gradient`: how much of a gradient's contrast stays; `wobble`: (feature, reach) pairs;
    `rings`: sky cut in nested sheets; `light`: strength of added light; `crisp_light`: beams with hard edges."""

    name: str
    own_shadow: float = 0.0
    sheet_shadow: float = 0.0
    edge: float = 0.0
    form_soft: float = 0.0
    form: float = 1.0
    rim: float = 0.62
    rim_soft: float = 0.0
    outline: float = 0.0
    gradient: float = 1.0
    wobble: tuple[tuple[float, float], ...] = ((34.0, 1.4),)
    rings: bool = False
    light: float = 1.0
    crisp_light: bool = False
    soft: float = 1.0
    neon: bool = False
    chalk: bool = False
    bloom: float = 0.35
    vignette: float = 0.3
    grain: float = 1.0
    border: bool = False


_STYLES = {
    "paper": Style(
        "paper", own_shadow=0.42, sheet_shadow=1.0, edge=0.8, rim=0.9, gradient=0.45, rings=True, light=0.9,
        crisp_light=True, soft=0.25, bloom=0.42, vignette=0.36,
    ),
    "paint": Style(
        "paint", form=0.85, form_soft=0.28, rim_soft=0.45, wobble=((26.0, 1.9), (7.0, 0.5)), bloom=0.4, vignette=0.34,
    ),
    "ink": Style(
        "ink", form=0.6, rim=0.45, outline=2.3, gradient=0.7, wobble=((40.0, 1.7), (14.0, 0.4)), light=0.75, soft=0.7,
        bloom=0.08, vignette=0.1, border=True,
    ),
    "night": Style(
        "night", own_shadow=0.2, sheet_shadow=0.5, form=0.9, form_soft=0.5, rim=0.85, rim_soft=0.3, gradient=1.0,
        wobble=((60.0, 0.6),), light=1.25, neon=True, bloom=0.75, vignette=0.42,
    ),
    "chalk": Style(
        "chalk", form=0.3, rim=0.5, outline=2.4, gradient=0.3, wobble=((30.0, 1.5), (9.0, 0.6)), light=0.5, chalk=True,
        soft=0.4, bloom=0.05, vignette=0.28, grain=1.4,
    ),
}  # fmt: skip


def style(name: str) -> Style:
    """The style of a look; paper's for a look that has none of its own."""
    return _STYLES.get(name, _STYLES["paper"])
