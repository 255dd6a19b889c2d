"""Events of the page without a browser: what its script sends when something is pressed, and what the server answers.

Example: `Events(client).send("script", "open", film="the-talk-aaaaaa", unit="l01").told["unit"]` -> 'l01'.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import Any

TOLD = re.compile(r'data-told="([^"]*)"')
CALL = "/studio/gradio_api/run/predict"


@dataclass(frozen=True)
class Answer:
    """All markup that came back, and what the page's script was told."""

    status: int
    text: str

    @property
    def told(self) -> dict[str, Any]:
        """What the script has to know."""
        found = next((markup for markup in self.parts() if "data-told" in markup), "")
        match = TOLD.search(found)
        told: dict[str, Any] = json.loads(html.unescape(match[1])) if match else {}
        return told

    def parts(self) -> list[str]:
        """The markup of the parts that have changed."""
        return [part for part in json.loads(self.text).get("data", ()) if isinstance(part, str)]

    @property
    def error(self) -> str:
        """The sentence of a toast that tells of trouble, or ''."""
        bad = next((part for part in self.parts() if 'class="toast' in part and " bad" in part), "")
        return html.unescape(re.sub(r"<[^>]+>", " ", bad)).strip()


class Events:
    """The wires of a page. `client` has `get` and `post` as httpx has."""

    def __init__(self, client: Any, headers: dict[str, str] | None = None) -> None:
        self._client, self._headers = client, headers or {}
        config = client.get("/studio/config", headers=self._headers).json()
        wires = {part["id"]: str(part["props"].get("elem_id", "")) for part in config["components"]}
        self._events = {
            wires[source].removeprefix("wire-"): event["id"]
            for event in config["dependencies"]
            for source, kind in event["targets"]
            if kind == "select" and wires.get(source, "").startswith("wire-")
        }

    @property
    def tabs(self) -> set[str]:
        """The tabs that have a wire."""
        return set(self._events)

    def send(self, tab: str, do: str, **data: Any) -> Answer:
        """Press something on a tab."""
        asked = {"do": do, "stage": tab, "lang": "en", "tz": 0, "stamps": {}, **data}
        body = {"fn_index": self._events[tab], "data": [], "session_hash": "tests", "event_data": asked}
        answer = self._client.post(CALL, json=body, headers=self._headers)
        return Answer(answer.status_code, answer.text)
