"""The inside of the writer's worker process: one GGUF model kept in memory and asked by the llama.cpp runner.

Runs in a process of its own, since the runner is native code; knows files and requests, nothing of packs, prompts or stories.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any

import psutil

from engine.errors import BadOutput, MissingDependency, Refused, Unavailable
from engine.providers.contract import Progress, TextRequest, TextResult, silent
from engine.providers.text import answer

CONTEXTS = (4096, 8192, 16384, 32768)


class GgufRunner:
    """Holds the last model that was asked, so that the next call finds it loaded."""

    def __init__(self) -> None:
        self._server: Any = None
        self._loaded: tuple[str, int] = ("", 0)

    def write(self, path: str, request: TextRequest, provider: str = "", progress: Progress = silent) -> TextResult:
        """The answer of the model in the file `path`. Raises MissingDependency, Refused (too long), BadOutput or Unavailable."""
        server = self._model(path, _context(request), provider, progress)
        gathered: dict[str, Any] = {"text": "", "finish": "", "usage": {}, "error": None}
        stop: list[BaseException] = []

        def heard(chunk: dict[str, Any]) -> bool:
            _gather(gathered, chunk)
            try:
                progress(min(0.95, 0.1 + len(gathered["text"]) / max(200, request.max_tokens * 3)), "writing")
            except BaseException as error:  # the runner swallows what is raised in it; True ends the generation
                stop.append(error)
            return bool(stop)

        answered = server.handle_chat_completions(_body(request), heard)
        if stop:
            raise stop[0]
        _gather(gathered, answered if isinstance(answered, dict) else {})
        return _result(gathered, request, provider)

    def _model(self, path: str, context: int, provider: str, progress: Progress) -> Any:
        """The server of the model, loaded unless it is the one in memory with room enough."""
        held, room = self._loaded
        if held == path and room >= context:
            return self._server
        progress(0.0, f"loading {Path(path).name}")
        self._server, self._loaded = None, ("", 0)  # free the old model before the new one needs its memory
        self._server = _load(path, context, provider)
        self._loaded = (path, context)
        progress(0.1, "reading the request")
        return self._server


def threads() -> int:
    """How many threads a model may use now: the cores that nothing else keeps busy, at least one. Two threads on cores
    that are shared are slower than one that is not."""
    cores = psutil.cpu_count(logical=False) or os.cpu_count() or 1
    return max(1, min(cores, round(cores - psutil.getloadavg()[0])))


def _load(path: str, context: int, provider: str) -> Any:
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = path
    params.n_ctx = context
    params.n_parallel = 1
    params.warmup = False
    params.verbosity = -1
    params.api_keys = [secrets.token_hex(16)]  # the runner opens a port on this machine; nobody else may use it
    for cpu in (params.cpuparams, params.cpuparams_batch):
        cpu.n_threads = threads()
        cpu.poll = 0  # polling threads starve whatever shares the machine
    try:
        return xllamacpp.Server(params)
    except RuntimeError:
        message = f"{Path(path).name} cannot be loaded: it is damaged, too big for the memory, or no GGUF text model."
        raise MissingDependency(message, provider=provider) from None


def _context(request: TextRequest) -> int:
    """Room in tokens for the request and its answer; a token is at least about three bytes of text."""
    needed = len((request.system + request.user).encode()) // 3 + request.max_tokens + 200
    return next((size for size in CONTEXTS if size >= needed), CONTEXTS[-1])


def _body(request: TextRequest) -> dict[str, Any]:
    body: dict[str, Any] = {
        "messages": [{"role": "system", "content": request.system}, {"role": "user", "content": request.user}],
        "max_tokens": request.max_tokens,
        "temperature": request.temperature,
        "min_p": 0.08,
        "repeat_penalty": 1.05,
        "seed": request.seed & 0x7FFFFFFF,
        "stream": True,
        "stream_options": {"include_usage": True},
    }
    if request.schema:
        schema = {"name": request.name, "schema": request.schema, "strict": True}
        body["response_format"] = {"type": "json_schema", "json_schema": schema}
    return body


def _gather(gathered: dict[str, Any], chunk: dict[str, Any]) -> None:
    """Add a piece of the answer to what has been heard so far."""
    gathered["error"] = chunk.get("error") or gathered["error"]
    gathered["usage"] = chunk.get("usage") or gathered["usage"]
    for choice in chunk.get("choices", [])[:1]:
        delta = choice.get("delta") or choice.get("message") or {}
        gathered["text"] += delta.get("content") or ""
        gathered["finish"] = choice.get("finish_reason") or gathered["finish"]


def _result(gathered: dict[str, Any], request: TextRequest, provider: str) -> TextResult:
    text, error, usage = gathered["text"], gathered["error"], gathered["usage"]
    if error and "context" in str(error.get("type")):
        raise Refused(
            "The text is too long for this model; shorten it.", provider=provider, words=str(error.get("message"))
        )
    if error:
        raise Unavailable(
            "The model did not answer; try again.", provider=provider, words=str(error.get("message"))[:400]
        )
    if gathered["finish"] == "length":
        raise BadOutput(
            "The model was cut off before its answer was complete; try again.", provider=provider, words=text
        )
    data = answer.parse(text, request.schema, provider=provider) if request.schema else None
    return TextResult(
        answer.without_thoughts(text), data, usage.get("prompt_tokens", 0), usage.get("completion_tokens", 0)
    )
