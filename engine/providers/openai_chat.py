"""Chat by any server that speaks the OpenAI protocol: a question in words and pictures, an answer in words or JSON, as it streams.

The ground of the text and vision providers. What a server refuses (a schema, a parameter) is learned once per server and model and not
sent again. Example: `Chat("openai:gpt-5.4-mini").answered(Question("You write.", "Fog"), progress).text`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from engine.errors import BadOutput, Refused
from engine.providers import openai_wire as wire
from engine.providers import prices
from engine.providers.calling import TRIES, Telling, paid
from engine.providers.contract import Progress, TextResult
from engine.providers.text import answer

if TYPE_CHECKING:
    from openai import OpenAI

HEADROOM = 8000  # further tokens for a model that thinks before it answers
MOST_ADJUSTMENTS = 7
LETTERS_PER_TOKEN = 4.0
"""For the estimate before a call; of English."""
USUAL_SHARE = 0.6
"""How much of its cap on tokens an answer usually takes, for the same estimate; of HEADROOM a quarter of that."""


@dataclass(frozen=True)
class Question:
    """What is asked: `user` is a text, or the parts of the protocol (texts and pictures). See TextRequest for the rest."""

    system: str
    user: str | list[dict[str, Any]]
    schema: dict[str, Any] = field(default_factory=dict)
    name: str = "answer"
    max_tokens: int = 2000
    temperature: float = 0.7
    seed: int = 0


@dataclass(frozen=True)
class Manner:
    """How one server likes to be asked. `format`: 'schema' (held to it), 'object' (JSON, schema in the prompt) or 'plain'."""

    format: str = "schema"
    cap: str = "max_tokens"
    skip: frozenset[str] = frozenset()
    headroom: int = 0


@dataclass(frozen=True)
class Reply:
    """What came back: the words, and why they ended. `thought` is true where tokens went into thinking."""

    text: str = ""
    refusal: str = ""
    finish: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    thought: bool = False


_learned: dict[tuple[str, str], Manner] = {}


class Chat:
    """One model of the server that is set. `timeout` is the longest silence in seconds before a call is given up."""

    def __init__(self, name: str, *, timeout: float, tries: int = TRIES) -> None:
        self.name = name
        self.model = name.partition(":")[2]
        self._timeout = timeout
        self._tries = tries

    def price(self, letters: int, max_tokens: int, more: float = 0.0) -> float | None:
        """US dollars that an answer is likely to cost; `more` are tokens that are asked beside the letters. None: no price is known."""
        thinking = HEADROOM * USUAL_SHARE / 4 if prices.thinks(self.model) else 0.0
        asked, answered = letters / LETTERS_PER_TOKEN + more, max_tokens * USUAL_SHARE + thinking
        return wire.dollars(self.model, tokens_in=asked, tokens_out=answered)

    def answered(self, question: Question, progress: Progress) -> TextResult:
        """The model's answer, its JSON checked against the question's schema.

        Raises MissingDependency (key, model, address), RateLimited, Refused, BadOutput or Unavailable; whatever `progress` raises
        ends the call at once.
        """
        telling = Telling(progress)
        telling(0.0, f"asking {self.model}")
        spent = TextResult(text="")
        for _ in range(MOST_ADJUSTMENTS):
            manner = self._manner()
            reply = self._ask(question, manner, telling)
            if reply is None:
                continue
            spent = self._add(spent, reply)
            easier = _easier_answer(reply, manner, question)
            if easier is None:
                with paid(spent.cost):
                    return self._result(reply, question, spent, telling)
            self._learn(easier)
        raise BadOutput(f"{self.model} could not be asked in any form that it accepts.", provider=self.name)

    def _ask(self, question: Question, manner: Manner, telling: Telling) -> Reply | None:
        """One request; None where the server refused its form and an easier one has been learned."""

        def call(client: OpenAI) -> Reply | None:
            import openai

            from engine.providers.openai_manner import easier_manner

            try:
                with client.chat.completions.create(**_body(self.model, question, manner)) as stream:
                    return _read(stream, question, telling)
            except openai.APIStatusError as error:
                easier = easier_manner(manner, error, bool(question.schema))
                if easier is None:
                    raise
                self._learn(easier)
                return None

        return wire.asked(self.name, call, telling, self._timeout, tries=self._tries)

    def _result(self, reply: Reply, question: Question, spent: TextResult, progress: Progress) -> TextResult:
        if reply.refusal or reply.finish == "content_filter":
            raise Refused(
                f"{self.model} declined to write this; change the text and try again.",
                provider=self.name,
                words=reply.refusal,
            )
        if reply.finish == "length":
            message = f"{self.model} was cut off before its answer was complete; ask for a shorter text or choose another model."
            raise BadOutput(message, provider=self.name, words=reply.text)
        data = answer.parse(reply.text, question.schema, provider=self.name) if question.schema else None
        progress(1.0, prices.note(wire.address(), self.model) or "written")
        return replace(spent, text=reply.text, data=data)

    def _add(self, spent: TextResult, reply: Reply) -> TextResult:
        """`spent` and this reply together: every request of a call is paid for, the unusable ones too."""
        dollars = wire.dollars(self.model, tokens_in=reply.tokens_in, tokens_out=reply.tokens_out) or 0.0
        tokens_in, tokens_out = spent.tokens_in + reply.tokens_in, spent.tokens_out + reply.tokens_out
        return TextResult(text="", tokens_in=tokens_in, tokens_out=tokens_out, cost=round(spent.cost + dollars, 9))

    def _manner(self) -> Manner:
        official = wire.is_official()
        thinking = official and prices.thinks(self.model)
        first = Manner(
            cap="max_completion_tokens" if official else "max_tokens",
            skip=frozenset({"temperature"}) if thinking else frozenset(),
            headroom=HEADROOM if thinking else 0,
        )
        return _learned.get((wire.address(), self.model), first)

    def _learn(self, manner: Manner) -> None:
        _learned[wire.address(), self.model] = manner


def _body(model: str, question: Question, manner: Manner) -> dict[str, Any]:
    """The arguments of the SDK's call, in this server's manner."""
    system = question.system
    if question.schema and manner.format != "schema":
        system = f"{system}\n\n{answer.explained(question.schema)}"
    body: dict[str, Any] = {
        "model": model,
        "messages": [{"role": "system", "content": system}, {"role": "user", "content": question.user}],
        manner.cap: question.max_tokens + manner.headroom,
        "temperature": question.temperature,
        "seed": question.seed,
        "stream": True,
        "stream_options": {"include_usage": True},
    }
    if question.schema and manner.format == "schema":
        schema = {"name": question.name, "schema": answer.strict(question.schema), "strict": True}
        body["response_format"] = {"type": "json_schema", "json_schema": schema}
    elif question.schema and manner.format == "object":
        body["response_format"] = {"type": "json_object"}
    return {name: value for name, value in body.items() if name not in manner.skip}


def _read(stream: Any, question: Question, progress: Progress) -> Reply:
    """Gather the pieces of an answer as they come, telling `progress` of them."""
    if "event-stream" not in stream.response.headers.get("content-type", ""):
        return _whole(json.loads(stream.response.read() or b"null"))
    reply, expected = Reply(), max(200, question.max_tokens * 3)
    for chunk in stream:
        reply = _with_usage(reply, chunk.usage.model_dump() if chunk.usage else {})
        for choice in chunk.choices[:1]:
            delta = choice.delta
            reply = replace(
                reply,
                text=reply.text + (delta.content or ""),
                refusal=reply.refusal + (delta.refusal or ""),
                finish=choice.finish_reason or reply.finish,
                thought=reply.thought
                or bool(getattr(delta, "reasoning_content", None) or getattr(delta, "reasoning", None)),
            )
        progress(min(0.95, len(reply.text) / expected), "writing" if reply.text else "thinking")
    return replace(reply, thought=reply.thought or "<think" in reply.text)


def _whole(data: Any) -> Reply:
    """The answer of a server that does not stream."""
    choices = data.get("choices") if isinstance(data, dict) else None
    if not choices:
        raise json.JSONDecodeError("no chat completion", str(data)[:200], 0)
    message = choices[0].get("message") or {}
    text = message.get("content") or ""
    finish = choices[0].get("finish_reason") or ""
    reply = Reply(text=text, refusal=message.get("refusal") or "", finish=finish, thought="<think" in text)
    return _with_usage(reply, data.get("usage") or {})


def _with_usage(reply: Reply, usage: dict[str, Any]) -> Reply:
    details = usage.get("completion_tokens_details") or {}
    return replace(
        reply,
        tokens_in=usage.get("prompt_tokens") or reply.tokens_in,
        tokens_out=usage.get("completion_tokens") or reply.tokens_out,
        thought=reply.thought or bool(details.get("reasoning_tokens")),
    )


def _easier_answer(reply: Reply, manner: Manner, question: Question) -> Manner | None:
    """How to ask again, where the answer shows that the server was asked in the wrong manner; None where it need not be.

    Two cases: a thinking model used up the cap with thoughts; a server accepted the schema and took no notice of it, so that
    the model never saw it.
    """
    if reply.finish == "length":
        return replace(manner, headroom=HEADROOM) if reply.thought and not manner.headroom else None
    if manner.format != "schema" or not question.schema or reply.refusal or reply.finish == "content_filter":
        return None
    try:
        answer.parse(reply.text, answer.strict(question.schema))
    except BadOutput:
        return replace(manner, format="object")
    return None
