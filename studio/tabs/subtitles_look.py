"""The look of all captions: styles as tiles on a real frame of the film, and what of a style a person changes."""

from __future__ import annotations

from engine.film import gallery
from engine.settings import CHOICES
from studio.allowed import FONTS
from studio.moment import Moment
from studio.tabs import subtitles_show
from ui_components import cues
from ui_components.cues import Style
from ui_components.markup import text

SMALLEST, LARGEST = 0.02, 0.12
"""Heights of letters that the slider offers, as shares of the picture's; its left end is 'what suits the film'."""


def look(moment: Moment, seen: subtitles_show.Seen, unit: str) -> str:
    """Tiles and fields; each is a setting of the film, kept as it is changed."""
    t, view = moment.t, moment.snap.view
    own = seen.of_line(unit) or seen.cues
    at = subtitles_show.moment_of(own[0]) if own else 0.0
    return (
        f'<div class="look-pane" data-cap-pane="look"><p class="rw-s rw-muted">{text(t("look.note"))}</p>{tiles(moment, seen.version, at)}'
        f'<div class="fields">{_fields(moment, str(view.setting("captions")))}</div></div>'
    )


def tiles(moment: Moment, version: str, at: float, names: tuple[str, ...] = ()) -> str:
    """The styles (all unless named), each drawn on the frame at a moment."""
    t, chosen = moment.t, str(moment.snap.view.setting("captions"))
    place = str(moment.snap.view.setting("caption_place"))
    shown = [preset for name, preset in gallery().items() if not names or name in names]
    items = [
        Style(
            preset.name,
            t.find(f"caption.{preset.name}") or preset.name.capitalize(),
            preset.about if t.language == "en" else "",
            f"/preview/{moment.asked.film}/frame?w=480&v={version}&at={at:.2f}&captions={preset.name}",
            preset.style.place if place == "auto" else place,
        )
        for preset in shown
    ]
    return cues.styles(items, chosen, t("look.styles"))


def _fields(moment: Moment, chosen: str) -> str:
    t, view = moment.t, moment.snap.view
    style = gallery()[chosen].style if chosen in gallery() else gallery()["plain"].style

    def choice(name: str, values: tuple[str, ...]) -> str:
        now = str(view.setting(name))
        return cues.select(
            name, t(f"look.{name}"), now if now in values else "auto", [(v, t.find(f"lookv.{v}") or v) for v in values]
        )

    def colour(name: str, own: tuple[int, ...]) -> str:
        now = str(view.setting(name))
        shown = now if now.startswith("#") else "#" + bytes(own[:3]).hex()
        return cues.colour(name, t(f"look.{name}"), now, shown, t("look.auto"))

    size = cues.size(
        "caption_size",
        t("look.caption_size"),
        float(view.setting("caption_size")),
        SMALLEST - 0.005,
        LARGEST,
        t("look.auto"),
    )
    return "".join(
        (
            choice("caption_font", FONTS), choice("caption_place", CHOICES["caption_place"].allowed), size,
            colour("caption_colour", style.colour), colour("caption_highlight", style.highlight),
            choice("caption_box", CHOICES["caption_box"].allowed), colour("caption_box_colour", style.box_colour),
            choice("caption_platform", CHOICES["caption_platform"].allowed), choice("caption_track", CHOICES["caption_track"].allowed),
        )
    )  # fmt: skip
