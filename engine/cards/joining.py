"""The grammar of putting a person's words into our sentences: articles, capitals, stops and quotes, in English and Hindi.

Patterns are format strings with small words after the colon: {hero} as it was written, {hero:short} 'the peacock', {hero:name} 'Peacock',
{hero_is:his|her|its|their} by choice. Example: `join("{hero} sang.", {"hero": "a peacock"}) == "A peacock sang."`
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from string import Formatter

import regex

from engine.errors import UserError

_DETERMINER = regex.compile(
    r"(?:an?|the|my|your|his|her|its|our|their|this|that|these|those|some|every|each|no|two|three|four|five|six|seven|several|many|एक)\s+",
    regex.I,
)
_TAIL = regex.compile(r"\s*(?:,|\b(?:with|who|that|which|from|in|on|at|under|behind|beside|near|without)\b).*$")
_NAMED = regex.compile(r"\b(?:named|called)\s+(.+)$|(?:^|\s)नाम का\s+(.+)$")
_SMALL_WORDS = {"a", "an", "the", "and", "but", "or", "of", "in", "on", "at", "to", "for", "with", "from", "by", "as"}
_VOWEL = regex.compile(
    r"(?!(?:uni|use|usu|eu|one\b|once|ewe))[aeiou]|(?:hour|honest|heir|honou?r)|8|11\b|18\b", regex.I
)
_ENDS = regex.compile(r"[.!?…।—]['\"”’]*$")


def join(pattern: str, values: Mapping[str, str], choices: Mapping[str, Sequence[str]] | None = None) -> str:
    """The pattern with the values in it, as one or more right sentences. `choices` are the options of the slots that are chosen
    from: '{is:his|her}' takes the word that stands where the value stands among them. KeyError where a value is missing."""
    text = ""
    for literal, name, spec, _ in Formatter().parse(pattern):
        text = _append(text, literal)
        if name is None:
            continue
        value = _written(values[name], spec or "", (choices or {}).get(name, ()))
        if spec == "title" and text and value.split()[0].casefold() in _SMALL_WORDS:
            value = value[:1].lower() + value[1:]
        text += capital(value) if _starts_sentence(text) else value
    return _tidy(text)


def fields(pattern: str) -> set[str]:
    """The slots that a pattern speaks of."""
    return {name for _, name, _, _ in Formatter().parse(pattern) if name}


def capital(text: str) -> str:
    """The text with a capital at its start, opening quotes aside."""
    return regex.sub(r"^([\"“‘']*)(\p{Ll})", lambda found: found[1] + found[2].upper(), text)


def short(text: str) -> str:
    """How one goes on speaking of something: 'an old fox with one ear' -> 'the old fox'; 'a smith named Oda' -> 'Oda'."""
    named = _NAMED.search(text)
    if named:
        return (named[1] or named[2]).strip()
    return _definite(_TAIL.sub("", text).strip() or text)


def name(text: str) -> str:
    """What a speaker is called: 'an old fox with one ear' -> 'Old Fox'."""
    return title(_DETERMINER.sub("", short(text), count=1) if _is_common(short(text)) else short(text))


def title(text: str) -> str:
    """As a title is written: 'the lamp of the keeper' -> 'The Lamp of the Keeper'."""
    parts = text.split()
    return " ".join(
        part if number and part.casefold() in _SMALL_WORDS else part[:1].upper() + part[1:]
        for number, part in enumerate(parts)
    )


def with_article(text: str) -> str:
    """'apple' -> 'an apple'; a text that has a determiner, or a name, stays."""
    if _DETERMINER.match(text) or not regex.match(r"\p{Ll}", text):
        return text
    return f"{'an' if _VOWEL.match(text) else 'a'} {text}"


def bare(text: str) -> str:
    """Without its article: 'the old fox' -> 'old fox'."""
    return _DETERMINER.sub("", text, count=1)


def sentence(text: str) -> str:
    """With a capital and an end."""
    text = capital(text.strip())
    if _ENDS.search(text):
        return text
    return f"{text}।" if regex.search(r"\p{Devanagari}\W*$", text) else f"{text}."


def spoken(text: str) -> str:
    """The words that somebody says, without the quotes around them, with a capital and an end."""
    text = text.strip()
    inner = text[1:-1]
    if len(text) > 2 and text[0] in '"“' and text[-1] in '"”' and not regex.search(r"[\"“”]", inner):
        text = inner
    return sentence(text)


_WAYS: dict[str, Callable[[str], str]] = {
    "": lambda text: text,
    "short": short,
    "name": name,
    "title": lambda text: title(short(text)),
    "heading": title,
    "a": with_article,
    "bare": bare,
    "sentence": sentence,
    "spoken": spoken,
}


def ways() -> tuple[str, ...]:
    """The small words that a pattern may use."""
    return tuple(_WAYS)


def _written(value: str, spec: str, options: Sequence[str]) -> str:
    if "|" in spec:
        return spec.split("|")[options.index(value)]
    try:
        way = _WAYS[spec]
    except KeyError:
        raise UserError(
            f"A pattern asks for '{spec}'; it may ask for {', '.join(filter(None, _WAYS))} or choices|with|bars."
        ) from None
    return way(_lowered(value))


def _lowered(value: str) -> str:
    """'A peacock' -> 'a peacock', since a name cannot start with an article; other capitals stay."""
    found = _DETERMINER.match(value)
    return value[:1].lower() + value[1:] if found else value


def _is_common(text: str) -> bool:
    return bool(_DETERMINER.match(text)) or bool(regex.match(r"\p{Ll}", text))


def _definite(text: str) -> str:
    """'a fox' -> 'the fox', 'foxes' -> 'the foxes', 'my uncle' and 'Oda' as they are; Hindi has no article: 'एक मोर' -> 'मोर'."""
    if text.startswith("एक "):
        return text[3:]
    found = regex.match(r"(an?|some|every|each)\s+(.+)", text, flags=regex.I)
    if found:
        return f"the {found[2]}"
    counted = regex.match(r"(?:two|three|four|five|six|seven|several|many)\s", text, flags=regex.I)
    return f"the {text}" if counted or (regex.match(r"\p{Ll}", text) and not _DETERMINER.match(text)) else text


def _starts_sentence(text: str) -> bool:
    return not text.strip() or bool(regex.search(r"[.!?…।][\"”’']*\s+$|[“]$", text))


def _append(text: str, literal: str) -> str:
    """The text and what follows it, without a second stop where a person's words brought their own."""
    stop = regex.match(r"[.,;:।!?]", literal)
    if not stop or not _ENDS.search(text):
        return text + literal
    if stop[0] in ",;:":
        return regex.sub(r"[.।]([\"”’']*)$", r"\1", text) + literal
    return text + literal[1:]


def _tidy(text: str) -> str:
    text = regex.sub(r"\s+", " ", text).strip()
    return regex.sub(r"\s+([.,;:!?।])", r"\1", text)
