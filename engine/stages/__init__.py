"""The stages of a film in their order. To add one: its file here and its line in `STAGES`."""

from __future__ import annotations

from functools import cache

from engine.graph import Stage
from engine.stages.bible import BibleStage
from engine.stages.brief import BriefStage
from engine.stages.clip import ClipStage
from engine.stages.cut import CutStage
from engine.stages.keyframe import KeyframeStage
from engine.stages.music import MusicStage
from engine.stages.script import ScriptStage
from engine.stages.shotlist import ShotlistStage
from engine.stages.sounds import SoundsStage
from engine.stages.subtitles import SubtitlesStage
from engine.stages.voice import VoiceStage

STAGES = (
    BriefStage, BibleStage, ScriptStage, VoiceStage, SubtitlesStage, ShotlistStage, KeyframeStage, ClipStage, SoundsStage, MusicStage,
    CutStage,
)  # fmt: skip


@cache
def stages() -> dict[str, Stage]:
    """Every stage by its name, in order."""
    return {stage.name: stage() for stage in STAGES}
