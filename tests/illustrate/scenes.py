"""Scenes that several tests draw."""

from __future__ import annotations

from engine.illustrate import Light, Scene, Thing

LIGHTHOUSE = Scene(
    setting="sea",
    time="night",
    light=Light(kind="beam", x=0.727, y=0.26, source="tower"),
    things=(
        Thing(id="tower", kind="lighthouse", x=0.727, y=0.628, depth=0.55, height=0.49, role="hero"),
        Thing(id="boat", kind="paper boat", x=0.297, y=0.795, depth=0.75, height=0.135, pose="candle", role="hero"),
    ),
)
VILLAGE = Scene(
    setting="village",
    things=(
        Thing(
            id="nora", kind="woman", x=0.42, depth=0.78, pose="walk", feeling="happy", role="hero", holding=("letter",)
        ),
        Thing(id="rex", kind="dog", x=0.28, depth=0.8, pose="walk"),
    ),
)
ROOM = Scene(
    setting="room",
    time="dusk",
    things=(
        Thing(id="girl", kind="girl", x=0.47, depth=0.64, pose="sit"),
        Thing(id="cat", kind="cat", x=0.2, depth=0.66, pose="sleep"),
    ),
)
EVERY = (LIGHTHOUSE, VILLAGE, ROOM)
