"""What a picture model is told: a shot, the people and places in it and the film's look, put into words by the template of its family.

Templates are data in prompts/keyframe/FAMILY.yaml. A maker that has no family, or a family without a template, is told the shot's own words.
A person's own words (the setting `prompt` of a piece) are passed on as they are. Pure but for reading templates. Example:
`worded(painter, request).prompt` -> 'wide shot, A lamp in the fog, paper cut illustration, ...'.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import yaml

from engine.errors import ReelwrightError, UserError
from engine.prompts import FOLDER
from engine.providers.contract import ImageRequest
from engine.providers.registry import provider

PARTS = ("words", "picture", "framing", "entries", "look", "mood", "palette", "note", "quality")
Count = Callable[[str], int]


@dataclass(frozen=True)
class Worded:
    """A prompt, what must not be seen, and which parts had no room."""

    prompt: str
    negative: str = ""
    left_out: tuple[str, ...] = ()


def worded(painter: Any, request: ImageRequest, own: str = "") -> ImageRequest:
    """The request as its maker should get it: its prompt and what must not be seen. `own`: a person's words, taken as they are."""
    family = str(getattr(painter, "family", "") or "")
    template = _template(family) if known(family) else None
    if own.strip():
        negative = request.negative or (str(template["negative"]) if template else "")
        return replace(request, prompt=own.strip(), negative=negative)
    if template is None:
        return request
    words = tuple(getattr(painter, "call_words", lambda _: ())(request))
    made = built(family, request, getattr(painter, "tokens", rough_tokens), words)
    return replace(request, prompt=made.prompt, negative=made.negative)


def rough_tokens(text: str) -> int:
    """About how many tokens a text is, where no tokenizer is at hand: rather too many than too few."""
    return sum(1 + len(word) // 7 for word in re.findall(r"\w+|[^\w\s]", text))


def built(family: str, request: ImageRequest, count: Count = rough_tokens, words: tuple[str, ...] = ()) -> Worded:
    """The prompt of a family for a request, within its limit of tokens as `count` tells them. `words` stand first and always stay."""
    template = _template(family)
    texts = _texts(template, request, words)
    join, limit = str(template["join"]), int(template["limit"])
    left_out: list[str] = []
    for name in (*template["spare"], ""):
        prompt = join.join(texts[part] for part in template["parts"] if texts.get(part))
        if count(prompt) <= limit or not name:
            break
        if texts.pop(name, ""):
            left_out.append(name)
    own = [str(template["negative"]), request.negative]
    return Worded(_shortened(prompt, limit, count), ", ".join(each for each in own if each), tuple(left_out))


def template_hash(kind: str, name: str) -> str:
    """The hash of the template that a maker is told by; '' where it has none, so that its pieces depend on no template."""
    try:
        family = str(getattr(provider(kind, name), "family", "") or "")
    except ReelwrightError:
        return ""
    return hashlib.sha256(_file(family).read_bytes()).hexdigest() if known(family) else ""


def known(family: str) -> bool:
    """Whether there is a template for a family."""
    return bool(re.fullmatch(r"[a-z0-9-]+", family)) and _file(family).is_file()


def _texts(template: Mapping[str, Any], request: ImageRequest, words: tuple[str, ...]) -> dict[str, str]:
    """Each part in words; only those that there is something to say about."""
    shot, style, join = request.shot, request.style, str(template["join"])
    look = str(style.get("look") or "")
    entries = [
        str(template["entry"]).format(name=entry.get("name", ""), look=_bare(entry["look"]))
        for entry in request.entries.values()
        if str(entry.get("look") or "").strip()
    ]
    said = {name: str(value or "").strip() for name, value in (
        ("mood", shot.get("mood")), ("palette", style.get("palette")), ("note", request.note),
    )}  # fmt: skip
    texts = {
        "words": join.join(words),
        "picture": _ended(request.prompt, join),
        "framing": str(template["framing"].get(str(shot.get("framing") or ""), "")),
        "entries": join.join(entries),
        "look": template["looks"].get(look) or (str(template["other_look"]).format(look=look) if look else ""),
        "quality": str(template["quality"]),
        **{
            name: str(template[name]).format(**{name: _ended(value, join) if name == "note" else _bare(value)})
            for name, value in said.items()
            if value
        },
    }
    return {name: text for name, text in texts.items() if text.strip()}


def _bare(text: object) -> str:
    return str(text).strip().rstrip(".;,")


def _ended(text: str, join: str) -> str:
    """A person's words as the prompt joins them: without a full stop before a comma, with one before a sentence."""
    text = " ".join(text.split())
    if join.strip():
        return text.rstrip(".;,")
    return text if not text or text[-1] in ".!?।…" else f"{text}."


def _shortened(prompt: str, limit: int, count: Count) -> str:
    """The prompt without what is beyond the limit at its end, cut between phrases, else between words."""
    for cut in (r"(?<=[,.!?;])\s+", r"\s+"):
        parts = re.split(cut, prompt)
        while len(parts) > 1 and count(" ".join(parts)) > limit:
            parts.pop()
        prompt = " ".join(parts).rstrip(", ")
        if count(prompt) <= limit:
            break
    return prompt


def _file(family: str) -> Any:
    return FOLDER / "keyframe" / f"{family}.yaml"


def _template(family: str) -> Mapping[str, Any]:
    return _read(family, _file(family).stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _read(family: str, stamp: int) -> Mapping[str, Any]:
    """A template, checked; UserError, naming its file, where it cannot be used."""
    path = _file(family)
    try:
        found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        blank = dict.fromkeys(("name", "look", "mood", "palette", "note"), "")
        for name in ("entry", "other_look", "mood", "palette", "note"):
            str(found[name]).format(**blank)
        unknown = [each for each in (*found["parts"], *found["spare"]) if each not in PARTS]
        if (
            unknown
            or int(found["limit"]) < 20
            or not all(found[each] is not None for each in ("join", "quality", "negative"))
        ):
            raise ValueError(
                f"parts that are not known: {unknown}"
                if unknown
                else "a limit of 20 tokens or more, join, quality, negative"
            )
        found["looks"].items(), found["framing"].items()
    except (yaml.YAMLError, OSError, KeyError, AttributeError, TypeError, ValueError, IndexError) as error:
        raise UserError(
            f"The prompt {path} cannot be used: {error}; compare it with the one that came with the program."
        ) from error
    return found
