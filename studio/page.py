"""The page: the frame (top bar, rail, side), one tab for each stage, and how it is dressed (stylesheet, script, theme).

`build(desk, visitors)` gives the Blocks that the server mounts; `dressing()` what belongs to mounting it. How it works:
- Every tab is a wire and some parts (`ui_components.markup`). The script sends each press down the open tab's wire as data; the
  tab's answer does one verb of the engine and returns markup; `studio.moment.bind` sends only the parts that have changed.
- Nothing of a film is kept in the browser but ids (in the address) and what is being typed; nothing is kept in Gradio's state.
- A stage without a module of its own is served by `studio.tabs.stage`; its docstring says how a tab gets parts of its own.
"""

from __future__ import annotations

from typing import Any

import gradio as gr

from studio.desk import Desk
from studio.frame import plain_top
from studio.moment import Answer, bind
from studio.pieces import TABS
from studio.tabs import clips, cut, keyframes, project, script, settings, shotlist, stage, start, subtitles, voice
from studio.visitors import Visitors
from studio.words import Words
from ui_components.markup import part, sprite

HEAD = (
    '<link rel="stylesheet" href="/assets/tokens.css"><link rel="stylesheet" href="/assets/studio.css"><link rel="stylesheet" href="/assets/lines.css"><link rel="stylesheet" href="/assets/shots.css"><link rel="stylesheet" href="/assets/cues.css"><link rel="stylesheet" href="/assets/cut.css">'
    '<script src="/assets/studio.js"></script><script src="/assets/lines.js"></script><script src="/assets/shots.js"></script><script src="/assets/cues.js"></script><script src="/assets/cut.js"></script><meta name="color-scheme" content="dark light">'
)
FRAME = ("told", "toast", "ask", "top", "rail", "side")


def build(desk: Desk, visitors: Visitors) -> gr.Blocks:
    """The whole page."""
    with (
        gr.Blocks(title="Reelwright", analytics_enabled=False, fill_width=True, fill_height=True) as page,
        gr.Column(elem_id="app"),
    ):
        part("sprite", sprite())
        frame = {"top": part("top", plain_top(Words()))}
        frame |= {name: part(name) for name in ("rail", "side")}
        with gr.Tabs(elem_id="stages", selected="start"):
            lines = [_tab("start", start.build, start.answer)]
            for name in TABS:
                lines.append(_stage(name))
            lines.append(_tab("settings", settings.build, settings.answer))
        frame |= {name: part(name) for name in ("told", "toast", "ask")}
        for line, parts, answer in lines:
            bind(line, {**parts, **frame}, desk, visitors, answer)
    return page


Joined = tuple[gr.HTML, dict[str, gr.HTML], Answer]


def _stage(name: str) -> Joined:
    """The tab of a stage: its own module's, or the generic one."""
    own = {
        "project": project,
        "script": script,
        "voice": voice,
        "subtitles": subtitles,
        "shotlist": shotlist,
        "keyframe": keyframes,
        "clip": clips,
        "cut": cut,
    }.get(name)
    if own is not None:
        return _tab(name, own.build, own.answer)
    declared = stage.TABS[name]
    return _tab(name, lambda: stage.build(declared), stage.answer_of(declared))


def _tab(name: str, make: Any, answer: Answer) -> Joined:
    with gr.Tab(name, id=name, render_children=False):
        line, parts = make()
    return line, parts, answer


def dressing() -> dict[str, Any]:
    """Arguments of mounting that make the page look and behave as it should."""
    theme = gr.themes.Base(
        font=["system-ui", "sans-serif"],
        font_mono=["ui-monospace", "monospace"],
        radius_size="sm",
        spacing_size="sm",
        text_size="sm",
    )
    return {"theme": theme, "head": HEAD, "js": "() => { window.reelwright && window.reelwright.begin() }"}
