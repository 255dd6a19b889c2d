"""A line said another way by rule, for English and without a model: shorter, simpler, or warmer. Quotes are left alone.

Knows no store and no writer; where no rule applies, nothing comes back. What comes back has passed `rewrite_fault`.
Example: `reword("She did it in order to be very quick.", "shorter")` -> "She did it to be quick."
"""

from __future__ import annotations

from collections.abc import Callable

import regex

from engine.planning.rewriting import rewrite_fault

HOWS = ("shorter", "warmer", "simpler")
WARM = "warm"
"""The direction that goes with a warmer line."""

_QUOTE = regex.compile(r"(\"[^\"]*\"|“[^”]*”)")
_PHRASES = {
    "in order to": "to", "so as to": "to", "due to the fact that": "because", "owing to the fact that": "because", "because of the fact that": "because",
    "in spite of the fact that": "although", "despite the fact that": "although", "at this point in time": "now", "at that point in time": "then",
    "at the present time": "now", "a large number of": "many", "a great number of": "many", "a great deal of": "much", "a small number of": "a few",
    "for the purpose of": "for", "with regard to": "about", "with respect to": "about", "in the event that": "if", "on the condition that": "if",
    "until such time as": "until", "during the time that": "while", "is able to": "can", "are able to": "can", "was able to": "could",
    "were able to": "could", "were not able to": "could not", "was not able to": "could not", "in the course of": "during", "as a result of": "because of",
    "on a daily basis": "every day", "each and every": "every", "the reason why": "why", "in close proximity to": "near", "came to the conclusion": "decided",
}  # fmt: skip
_FILLERS = (
    "very", "really", "quite", "rather", "just", "simply", "actually", "basically", "indeed", "truly", "totally", "absolutely", "of course",
    "as a matter of fact", "in fact", "needless to say", "somewhat", "extremely",
)  # fmt: skip
_PLAIN = {
    "utilise": "use", "utilize": "use", "utilised": "used", "utilized": "used", "commence": "begin", "commences": "begins", "commenced": "began",
    "terminate": "end", "terminated": "ended", "purchase": "buy", "purchased": "bought", "obtain": "get", "obtained": "got", "require": "need",
    "requires": "needs", "required": "needed", "assist": "help", "assisted": "helped", "assistance": "help", "attempt": "try", "attempts": "tries",
    "attempted": "tried", "approximately": "about", "subsequently": "later", "prior to": "before", "additional": "more", "numerous": "many",
    "sufficient": "enough", "however": "but", "therefore": "so", "nevertheless": "still", "consequently": "so", "reside": "live", "resides": "lives",
    "resided": "lived", "depart": "leave", "departs": "leaves", "departed": "left", "arrive at": "reach", "arrived at": "reached", "inform": "tell",
    "informed": "told", "inquire": "ask", "inquired": "asked", "observe": "see", "observes": "sees", "observed": "saw", "perceive": "see",
    "perceived": "saw", "demonstrate": "show", "demonstrated": "showed", "permit": "let", "permitted": "allowed", "construct": "build",
    "constructed": "built", "immediately": "at once", "frequently": "often", "rarely": "seldom", "possess": "have", "possesses": "has",
    "possessed": "had", "endeavour": "try", "beneath": "under", "upon": "on", "merely": "only", "beverage": "drink", "residence": "house",
    "illuminate": "light", "illuminated": "lit", "extinguish": "put out", "extinguished": "put out",
}  # fmt: skip
_NOT = (
    "do",
    "does",
    "did",
    "is",
    "are",
    "was",
    "were",
    "has",
    "have",
    "had",
    "would",
    "could",
    "should",
    "must",
    "need",
)
_SHORT_BE = {"am": "'m", "are": "'re", "is": "'s", "will": "'ll", "have": "'ve", "would": "'d"}
_BE = regex.compile(
    r"\b(I(?= am| will| have| would)|(?:you|we|they)(?= are| will| have| would)|(?:he|she|it|that|there|who|what|here)(?= is| will))"
    r" (am|are|is|will|have|would)(?= \p{L})",
    regex.I,
)


def reword(line: str, how: str, language: str = "en") -> str:
    """The line 'shorter', 'warmer' or 'simpler' by the rules; '' where none applies or the result may not stand for the line."""
    if how not in HOWS or not language.lower().startswith("en"):
        return ""
    change = {"shorter": _shorter, "warmer": _warmer, "simpler": _simpler}[how]
    new = _finished(_outside_quotes(line, change))
    return "" if new == line or rewrite_fault(new, line, how, language) else new


def _outside_quotes(line: str, change: Callable[[str], str]) -> str:
    """What others say is theirs: only what stands around it is changed."""
    return "".join(part if _QUOTE.fullmatch(part) else change(part) for part in _QUOTE.split(line))


def _swapped(text: str, table: dict[str, str]) -> str:
    def like(found: regex.Match[str]) -> str:
        new = table[found.group().lower()]
        return new[:1].upper() + new[1:] if found.group()[:1].isupper() else new

    words = "|".join(regex.escape(word) for word in sorted(table, key=len, reverse=True))
    return regex.sub(rf"\b(?:{words})\b", like, text, flags=regex.I)


def _shorter(text: str) -> str:
    text = _swapped(text, _PHRASES)
    text = regex.sub(r"\s*\([^()]*\)", "", text)
    text = regex.sub(r"\s+[—–]\s+[^—–.!?]*\s+[—–](?=\s)", "", text)
    text = regex.sub(r",\s+(?:which|who|whose|where)\s[^,.;!?]*,(?=\s)", "", text)
    text = regex.sub(rf"\b(?:{'|'.join(_FILLERS)})\b,?\s+(?=\p{{L}})", "", text, flags=regex.I)
    text = regex.sub(r",\s+\p{L}+ing(?:\s[^,.;!?]*)?(?=[.!?])", "", text)
    text = regex.sub(r",\s+(?:which|who|where)\s[^,.;!?]*(?=[.!?])", "", text)
    return regex.sub(r"(^|[.!?]\s+)(?:And then|Then|And|So)\s+(?=\p{L})", r"\1", text)


def _simpler(text: str) -> str:
    text = _swapped(text, _PHRASES | _PLAIN)
    text = regex.sub(r"\s*;\s+", ". ", text)
    text = regex.sub(r",\s+(?:and|but)\s+(?=(?:he|she|it|they|we|I|you|there|the|a)\s)", ". ", text)
    return regex.sub(r"\s+[—–]\s+", ". ", text)


def _warmer(text: str) -> str:
    text = regex.sub(r"\b(?:cannot|can not)\b", "can't", text)
    text = regex.sub(r"\b([Ww])ill not\b", r"\1on't", text)
    text = regex.sub(rf"\b({'|'.join(_NOT)}) not\b", r"\1n't", text, flags=regex.I)
    text = regex.sub(r"\b([Ll])et us\b", r"\1et's", text)
    return _BE.sub(lambda found: found.group(1) + _SHORT_BE[found.group(2).lower()], text)


def _finished(text: str) -> str:
    """One space between words, none before a stop, a capital after each."""
    text = regex.sub(r"\s+([,.;!?])", r"\1", " ".join(text.split()))
    text = regex.sub(r"([.!?]\s+)(\p{Ll})", lambda found: found.group(1) + found.group(2).upper(), text)
    return text[:1].upper() + text[1:]
