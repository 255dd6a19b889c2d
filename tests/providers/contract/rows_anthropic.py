"""Rows of the contract suite: Anthropic's words and eyes, by its real SDK against a pretended server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PIL import Image

from engine.providers.contract import TextRequest, VisionRequest
from engine.providers.text.anthropic import AnthropicText
from engine.providers.vision.anthropic import AnthropicVision
from tests.fakes.anthropic_server import AnthropicServer, fault, says
from tests.fakes.http_server import AT_ONCE, Reply, changed, json_reply
from tests.providers.contract.cases import KEY, Case, Wire

CARD = {"type": "object", "properties": {"title": {"type": "string"}}, "required": ["title"]}
GOOD = says({"title": "Fog"}, tokens=(1200, 300))


def environ(url: str) -> Mapping[str, str]:
    return {"ANTHROPIC_BASE_URL": url, "ANTHROPIC_API_KEY": KEY}


def picture(folder: Path) -> Path:
    path = folder / "fog.png"
    Image.new("RGB", (64, 36), (90, 100, 120)).save(path)
    return path


def titled(result: Any, server: AnthropicServer) -> str | None:
    held = server.asked[-1].json["output_config"]["format"]["schema"]["required"] == ["title"]
    counted = (result.tokens_in, result.tokens_out) == (1200, 300)
    return None if result.data == {"title": "Fog"} and held and counted else repr(result)


def seen(result: Any, server: AnthropicServer) -> str | None:
    shown = server.asked[-1].json["messages"][0]["content"][0]
    good = shown["type"] == "image" and shown["source"]["media_type"] == "image/png"
    return titled(result, server) if good else repr(shown)[:200]


WIRE = Wire(
    environ=environ,
    good=GOOD,
    key="ANTHROPIC_API_KEY",
    fault=fault,
    serve=AnthropicServer,
    prices_of="api.anthropic.com",
    cut=lambda good: (changed(good, cut=AT_ONCE, parts=(), body=b"x"), changed(good, cut=400)),
    malformed=(
        Reply(b"<html>Welcome</html>", media="text/html"),
        json_reply([1, 2]),
        says("I would rather talk about tea."),
        says(""),
    ),
    partial=(
        says('{"title": "Fo', stop="max_tokens"),
        says('{"title": "Fo'),
        replace(GOOD, parts=GOOD.parts[:6]),
    ),
    refused=(
        says("", stop="refusal", why="I cannot."),
        fault(413, "too large"),
        fault(400, "prompt is too long: 999 tokens"),
    ),
)

CASES = (
    Case(
        name="text: anthropic",
        kind="text",
        provider="anthropic:claude-sonnet-5",
        make=lambda seconds: AnthropicText("claude-sonnet-5", timeout=seconds),
        request=lambda folder: TextRequest("You write.", "Fog", CARD, "card", 300),
        check=titled,
        cost=0.0054,
        known=False,
        wire=WIRE,
    ),
    Case(
        name="vision: anthropic",
        kind="vision",
        provider="anthropic:claude-sonnet-5",
        make=lambda seconds: AnthropicVision("claude-sonnet-5", timeout=seconds),
        request=lambda folder: VisionRequest((picture(folder),), "What is it called?", CARD),
        check=seen,
        cost=0.0054,
        known=False,
        wire=WIRE,
    ),
)
