"""Taking a sentence apart by word lists and rules, for languages without a model: kinds of words and noun phrases, no
tree.

Best for Hindi, which has lists; elsewhere a word with a capital inside a sentence is a name and a long word a noun.
Example: `parse_by_rules("मीरा की साइकिल की घंटी बजी।", "hi")` has the phrase "मीरा की साइकिल की घंटी".
"""

from __future__ import annotations

import re

from engine.language.nlp import Parse, Phrase, Token
from engine.language.word_lists import words

_TOKEN = re.compile(r"[^\W_](?:[\w\u0900-\u0963\u0970-\u097f\u200c\u200d]|[-'’.](?=\w))*|[^\w\s]|_")
_OF = frozenset({"का", "की", "के"})
_HINDI_VERB = re.compile(r".+(?:कर|ाया|ायी|ाई|ाए|ेगा|ेगी|ेंगे|ूँगा|ूँगी|ने|ना|ता|ती|ते|तीं)$")
_NOUNS = ("people", "animals", "places", "things", "nature", "body")


def parse_by_rules(sentence: str, language: str) -> Parse:
    """Tokens with kinds and the noun phrases of one sentence."""
    tokens: list[Token] = []
    for i, found in enumerate(_TOKEN.finditer(sentence)):
        word = found[0]
        kind = _kind(word, not tokens, language)
        tokens.append(Token(word, word.lower(), kind, "", "", i, found.start(), found.end()))
    return Parse(sentence, language, tuple(tokens), _phrases(tokens), trees=False)


def is_known_noun(word: str, language: str) -> bool:
    """Whether a list of the language has this noun."""
    return any(word in words(language, name) for name in _NOUNS)


def _kind(word: str, first: bool, language: str) -> str:
    lower = word.lower()
    if not any(letter.isalnum() for letter in word):
        return "PUNCT"
    halves = lower.split("-")
    if len(halves) == 2 and halves[0] == halves[1]:
        return "X"
    if word.isdigit() or word[0].isdigit():
        return "NUM"
    if is_known_noun(lower, language):
        return "NOUN"
    if word in words(language, "female_names") or word in words(language, "male_names"):
        return "PROPN"
    for name, kind in (("postpositions", "ADP"), ("qualities", "ADJ"), ("verbs", "VERB"), ("small_words", "X")):
        if lower in words(language, name):
            return kind
    if words(language, "postpositions"):
        return "VERB" if _HINDI_VERB.match(word) else "NOUN"
    if word[0].isupper() and not first:
        return "PROPN"
    return "NOUN" if len(word) > 4 or not word.isascii() else "X"


def _phrases(tokens: list[Token]) -> tuple[Phrase, ...]:
    found: list[Phrase] = []
    i = 0
    while i < len(tokens):
        last = _phrase_end(tokens, i)
        heads = [k for k in range(i, last) if tokens[k].kind in ("NOUN", "PROPN")]
        if heads:
            found.append(Phrase(i, heads[-1] + 1, heads[-1]))
        i = max(last, i + 1)
    return tuple(found)


def _phrase_end(tokens: list[Token], start: int) -> int:
    """Where the run of describing words and nouns from `start` ends; possession ("मीरा की साइकिल") is bridged."""
    i = start
    while i < len(tokens):
        kind = tokens[i].kind
        of = (
            tokens[i].text in _OF
            and i > start
            and i + 1 < len(tokens)
            and tokens[i + 1].kind in ("NOUN", "PROPN", "ADJ")
        )
        if kind not in ("NOUN", "PROPN", "ADJ", "NUM") and not of:
            break
        if (
            i > start
            and tokens[i - 1].kind in ("NOUN", "PROPN")
            and not of
            and not tokens[i - 1].kind == kind == "PROPN"
        ):
            break
        i += 1
    return i
