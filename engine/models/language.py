"""Words by transformers' own classes: chat models that write, and models that look at pictures and say what they see.

Runs inside the device worker and imports torch there. An answer in JSON is checked against its schema, mended where only its brackets or
commas are wrong, and asked for again with what was wrong about it. Example: `Speaker.load(card, folder, plan).write(request, plan, tell)`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from engine.errors import BadOutput, MissingDependency, Refused
from engine.models.catalogue import Card
from engine.models.memory import Plan
from engine.models.place import kind
from engine.providers.contract import Progress, TextRequest, TextResult, VisionRequest
from engine.providers.text import answer

TRIES = 3
LONGEST_SIDE = 1024
"""Pixels; a larger picture is made smaller before a model looks at it."""


class Speaker:
    """One model with its tokenizer or processor; `sees` where pictures can be given to it."""

    def __init__(self, model: Any, reader: Any, sees: bool, name: str) -> None:
        self._model, self._reader, self._sees, self._name = model, reader, sees, name

    @classmethod
    def load(cls, card: Card, folder: str, plan: Plan, *, sees: bool = False) -> Speaker:
        """The model from its folder, in the precision of the plan. MissingDependency where it cannot be read."""
        import transformers

        how: dict[str, Any] = {"dtype": kind(plan), "local_files_only": True, "attn_implementation": "sdpa"}
        if plan.bits < 16:
            how["quantization_config"] = transformers.BitsAndBytesConfig(
                load_in_8bit=plan.bits == 8,
                load_in_4bit=plan.bits == 4,
                bnb_4bit_compute_dtype=kind(plan),
                bnb_4bit_quant_type="nf4",
            )
        if plan.bits < 16 or plan.placement != "whole":
            how["device_map"] = "auto"
        try:
            if sees:
                model = transformers.AutoModelForImageTextToText.from_pretrained(folder, **how)
                reader = transformers.AutoProcessor.from_pretrained(folder, local_files_only=True)
            else:
                model = transformers.AutoModelForCausalLM.from_pretrained(folder, **how)
                reader = transformers.AutoTokenizer.from_pretrained(folder, local_files_only=True)
        except (OSError, ValueError, KeyError, ImportError) as error:
            message = f"The model {card.label} cannot be loaded; fetch it again, or choose another."
            raise MissingDependency(message, words=str(error)[:400]) from error
        if "device_map" not in how:
            model.to(plan.device)
        return cls(model.eval(), reader, sees, card.id)

    def write(self, request: TextRequest, plan: Plan, tell: Progress) -> TextResult:
        """The answer to a request for words. BadOutput where none of TRIES answers fits its schema."""
        system = f"{request.system}\n\n{answer.explained(request.schema)}" if request.schema else request.system
        talk = [{"role": "system", "content": system}, {"role": "user", "content": request.user}]
        return self._converse(talk, (), request.schema, request.max_tokens, request.temperature, request.seed, tell)

    def look(self, request: VisionRequest, plan: Plan, tell: Progress) -> TextResult:
        """The answer to a question about pictures."""
        asked = f"{request.question}\n\n{answer.explained(request.schema)}" if request.schema else request.question
        content = [*({"type": "image"} for _ in request.images), {"type": "text", "text": asked}]
        return self._converse(
            [{"role": "user", "content": content}], request.images, request.schema, request.max_tokens, 0.0, 0, tell
        )

    def _converse(
        self, talk: list[dict[str, Any]], images: Sequence[Path], schema: dict[str, Any], most: int, temperature: float, seed: int,
        tell: Progress,
    ) -> TextResult:  # fmt: skip
        """Ask, and where the answer does not fit its schema, show the model what was wrong and ask again with other dice."""
        spent_in = spent_out = 0
        fault: BadOutput | None = None
        for attempt in range(TRIES if schema else 1):
            text, came, went, whole = self._said(
                talk, images, most, temperature if not attempt else max(0.4, temperature), seed + attempt, tell
            )
            spent_in, spent_out = spent_in + came, spent_out + went
            if not schema:
                if not whole:
                    raise BadOutput("The model was cut off before its answer was complete; try again.", words=text)
                return TextResult(answer.without_thoughts(text), None, spent_in, spent_out)
            try:
                return TextResult(text, fitting(text, schema), spent_in, spent_out)
            except BadOutput as error:
                fault = error
            if attempt + 1 < TRIES:
                again = f"{fault} Answer again with the JSON alone, and keep to the schema."
                said = (
                    {"role": "assistant", "content": self._part(text)},
                    {"role": "user", "content": self._part(again)},
                )
                talk = [*talk[: len(talk) if not attempt else -2], *said]
                tell(0.1, "the answer did not fit; asking again")
        assert fault
        raise fault

    def _part(self, text: str) -> Any:
        return [{"type": "text", "text": text}] if self._sees else text

    def _said(
        self,
        talk: list[dict[str, Any]],
        images: Sequence[Path],
        most: int,
        temperature: float,
        seed: int,
        tell: Progress,
    ) -> tuple[str, int, int, bool]:
        """The words of one answer, its tokens in and out, and whether it came to its own end."""
        import torch

        given = self._given(talk, images).to(self._model.device)
        came = int(given["input_ids"].shape[1])
        room = int(getattr(self._model.config.get_text_config(), "max_position_embeddings", 0) or 0)
        if room and came + 16 > room:
            raise Refused("The text is too long for this model; shorten it.")
        torch.manual_seed(seed & 0x7FFFFFFF)
        tokenizer = getattr(self._reader, "tokenizer", self._reader)
        how: dict[str, Any] = {"max_new_tokens": min(most, room - came) if room else most, "do_sample": temperature > 0}
        if temperature > 0:
            how |= {"temperature": temperature, "top_p": 0.95}
        ends = self._ends(tokenizer)
        with torch.inference_mode():
            made = self._model.generate(
                **given, **how, pad_token_id=ends[0] if ends else 0, stopping_criteria=[_telling(tell, came, most)]
            )
        new = made[0, came:].tolist()
        return tokenizer.decode(new, skip_special_tokens=True), came, len(new), bool(new) and new[-1] in ends

    def _ends(self, tokenizer: Any) -> list[int]:
        """The tokens that end an answer, by the model's own settings."""
        ends = self._model.generation_config.eos_token_id
        return list(ends) if isinstance(ends, list) else [ends if ends is not None else tokenizer.eos_token_id]

    def _given(self, talk: list[dict[str, Any]], images: Sequence[Path]) -> Any:
        if not self._sees:
            if self._reader.chat_template:
                return self._reader.apply_chat_template(
                    talk, add_generation_prompt=True, return_tensors="pt", return_dict=True
                )
            plain = "\n\n".join(str(part["content"]) for part in talk)
            return self._reader(f"{plain}\n\n", return_tensors="pt")
        prompt = self._reader.apply_chat_template(talk, add_generation_prompt=True)
        return self._reader(text=prompt, images=[small(path) for path in images] or None, return_tensors="pt")


def fitting(text: str, schema: dict[str, Any]) -> Any:
    """The JSON of an answer that fits its schema, its brackets and commas mended where only they are wrong; BadOutput."""
    try:
        return answer.parse(text, schema)
    except BadOutput:
        return answer.parse(mended(answer.without_thoughts(text)), schema)


def mended(text: str) -> str:
    """JSON whose commas before a closing bracket are gone and whose open strings and brackets are closed."""
    start = re.search(r"[{\[]", text)
    if not start:
        return text
    found, waiting, quoted, skip = [], [], False, False
    for letter in text[start.start() :]:
        found.append(letter)
        if skip:
            skip = False
        elif quoted:
            skip, quoted = letter == "\\", letter != '"'
        elif letter == '"':
            quoted = True
        elif letter in "{[":
            waiting.append("}" if letter == "{" else "]")
        elif letter in "}]" and waiting:
            waiting.pop()
            if not waiting:
                break
    whole = "".join(found) + ('"' if quoted else "") + "".join(reversed(waiting))
    try:
        json.loads(whole)
    except ValueError:
        whole = re.sub(r",\s*([}\]])", r"\1", whole)
    return whole


def small(path: Path) -> Any:
    """A picture, no larger than a model needs to see it."""
    from PIL import Image, ImageOps

    with Image.open(path) as picture:
        made = ImageOps.exif_transpose(picture).convert("RGB")
    made.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return made


def _telling(tell: Progress, came: int, most: int) -> Any:
    """A stopping criterion that never stops: it tells how many words there are by now."""
    import torch

    def told(ids: Any, scores: Any, **_: Any) -> Any:
        tell(min(0.95, 0.1 + 0.85 * (ids.shape[1] - came) / max(1, most)), "writing")
        return torch.zeros(ids.shape[0], dtype=torch.bool, device=ids.device)

    return told
