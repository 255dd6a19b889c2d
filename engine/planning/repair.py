"""What is wrong with words that a model wrote, as sentences that the model can be told, and the repairs that need no model.

Pure functions over texts; knows no provider, prompt or stage. They see what is ugly (headings, loops, half sentences, foreign letters,
numbers from nowhere) and are blind to sense. Example: `meta_talk("**Scene 1**")` answers what is wrong, `meta_talk("It rained.")` ''.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

import regex

WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’\-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*")
_SENTENCE = regex.compile(r"(?<=[.!?…।॥。！？][\"'”’»)]*)\s+(?=[\p{Lu}\p{Lo}\p{N}\"'“‘«¿¡])")
_END = regex.compile(r"[.!?…।॥。！？—:;,]?[\"'”’»)]*\s*\Z")
_FINISHED = regex.compile(r"[.!?…।॥。！？—][\"'”’»)]*\s*\Z")
_LAST_END = regex.compile(r"\A.*[.!?…।॥。！？][\"'”’»)]*", regex.DOTALL)
_ABBREVIATION = regex.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Prof|vs|etc)|\b\p{Lu})\.\Z")

_META = (
    (
        regex.compile(
            r"^\s*(?:\W*)(?:scene|act|shot|chapter|part|beat|note)\s*(?:\d+|one|two|three)\b\s*[:.\-—]", regex.I
        ),
        "a heading",
    ),
    (
        regex.compile(
            r"^\s*(?:title|narrator|voice-?over|v\.?o\.?|script|story|line|speaker|text|ending)\s*:", regex.I
        ),
        "a label such as 'Narrator:'",
    ),
    (
        regex.compile(
            r"^\s*(?:sure|certainly|of course|okay|here(?:'s| is| are))\b[^.!?]{0,60}\b(?:script|story|narration|line|rewrit|version|note)",
            regex.I,
        ),
        "talk about the task",
    ),
    (
        regex.compile(
            r"\b(?:as an ai|language model|word count|\d+ words\)|i(?:'d| would) be happy to|let me know if|in this (?:film|video|script|narration)|the viewers?\b|the camera (?:pans|zooms|shows|cuts|moves|follows)|voice-?over|fade (?:in|out)\b|cut to:)",
            regex.I,
        ),
        "talk about the film",
    ),
    (regex.compile(r"(?:\*\*|__|^#{1,6}\s|^\s*[-*•]\s|```|^\s*\d{1,2}[.)]\s|\]\()", regex.M), "markdown"),
    (regex.compile(r"[\[\]{}<>|]|^\s*\([^)]*\)"), "brackets or a stage direction"),
    (regex.compile(r"\b(?:lorem ipsum|placeholder|insert \w+ here|tbd|todo)\b", regex.I), "a placeholder"),
)

_SCRIPTS = {
    "hi": "Devanagari", "mr": "Devanagari", "ne": "Devanagari", "sa": "Devanagari", "bn": "Bengali", "pa": "Gurmukhi", "gu": "Gujarati",
    "ta": "Tamil", "te": "Telugu", "kn": "Kannada", "ml": "Malayalam", "ru": "Cyrillic", "uk": "Cyrillic", "bg": "Cyrillic", "sr": "Cyrillic",
    "el": "Greek", "he": "Hebrew", "ar": "Arabic", "fa": "Arabic", "ur": "Arabic", "th": "Thai", "ko": "Hangul", "zh": "Han",
}  # fmt: skip
_JAPANESE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")


def words(text: str) -> list[str]:
    """The words of a text, without punctuation."""
    return list(WORD.findall(text))


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with its own end."""
    found: list[str] = []
    for part in _SENTENCE.split(text.strip()):
        if found and _ABBREVIATION.search(found[-1]):
            found[-1] += f" {part}"
        else:
            found.append(part)
    return [part for part in found if part]


def is_latin(language: str) -> bool:
    """Whether the language is written in Latin letters."""
    code = language.lower().split("-")[0]
    return code != "ja" and code not in _SCRIPTS


def foreign_letters(text: str, language: str) -> str:
    """The letters of `text` that do not belong to the script of `language` ('en', 'hi-IN'); Latin names are at home everywhere
    as long as they are the lesser part."""
    letters = [character for character in text if regex.match(r"\p{L}", character)]
    code = language.lower().split("-")[0]
    if code == "ja":
        own = [letter for letter in letters if _JAPANESE.match(letter)]
    else:
        own = [letter for letter in letters if regex.match(rf"\p{{{_SCRIPTS.get(code, 'Latin')}}}", letter)]
    latin = [letter for letter in letters if regex.match(r"\p{Latin}", letter)]
    if len(latin) <= len(letters) / 2:
        own += latin
    at_home = set(own)
    return "".join(dict.fromkeys(letter for letter in letters if letter not in at_home))


def meta_talk(text: str) -> str:
    """What in the text is not narration ('a heading', 'markdown', ...); '' where all of it is."""
    return next((what for pattern, what in _META if pattern.search(text)), "")


def finished(text: str) -> bool:
    """Whether the text ends where a sentence ends, with its quotes closed."""
    return bool(_FINISHED.search(text)) and text.count("“") == text.count("”") and text.count('"') % 2 == 0


def loops(texts: Sequence[str]) -> list[str]:
    """Passages that are said again and again: a three-word run thrice in one line or in too many lines, a long sentence thrice."""
    said: list[str] = []
    everywhere: Counter[tuple[str, ...]] = Counter()
    total = 0
    for text in texts:
        spoken = [word.casefold() for word in words(text)]
        total += len(spoken)
        runs = [tuple(spoken[start : start + 3]) for start in range(len(spoken) - 2)]
        everywhere.update(set(runs))
        said += [" ".join(run) for run, count in Counter(runs).items() if count > 2]
    many = max(4, len(texts) // 5, total // 100)
    said += [" ".join(run) for run, count in everywhere.items() if count > many]
    whole = Counter(part.casefold() for text in texts for part in sentences(text) if len(words(part)) >= 5)
    said += [part for part, count in whole.items() if count > 2]
    return list(dict.fromkeys(said))


def tidy(text: str) -> str:
    """The text without what never belongs in a narration and can be taken off without touching its words: a speaker's label
    before it, emphasis marks, a stage direction at its start, quotes around the whole of it, a half sentence at its end."""
    text = regex.sub(r"\s+", " ", text).strip()
    text = regex.sub(
        r"\*{1,3}([^*]+)\*{1,3}|(?<!\w)_{1,2}([^_]+)_{1,2}(?!\w)", lambda found: found[1] or found[2], text
    )
    text = regex.sub(r"^(?:narrator|voice-?over)\s*:\s*", "", text, flags=regex.I)
    text = regex.sub(r"^[(\[][^)\]]{1,40}[)\]]\s*", "", text)
    inner = text[1:-1]
    if len(text) > 2 and (text[0], text[-1]) in (('"', '"'), ("“", "”")) and not regex.search(r"[\"“”]", inner):
        text = inner
    return whole_sentences(text)


def whole_sentences(text: str) -> str:
    """The text cut back to its last finished sentence; as it is where it holds none."""
    if finished(text):
        return text
    kept = _LAST_END.match(text)
    return kept[0].strip() if kept and finished(kept[0]) else text


def split_long(text: str, most: int = 40) -> list[str]:
    """The text in pieces of whole sentences of at most `most` words each, where its sentences allow it."""
    pieces: list[str] = []
    for sentence in sentences(text):
        if pieces and len(words(pieces[-1])) + len(words(sentence)) <= most:
            pieces[-1] += f" {sentence}"
        else:
            pieces.append(sentence)
    return pieces if all(finished(piece) for piece in pieces) else [text]


def shared_runs(text: str, other: str, length: int = 4) -> list[str]:
    """The runs of `length` words that both texts hold."""

    def runs(of: str) -> set[str]:
        spoken = [word.casefold() for word in words(of)]
        return {" ".join(spoken[start : start + length]) for start in range(len(spoken) - length + 1)}

    return sorted(runs(text) & runs(other))


def folded(texts: Iterable[str]) -> set[str]:
    """The words of the texts as they compare: case, accents of composition and possessive endings aside."""
    every = (unicodedata.normalize("NFC", word).casefold().replace("’", "'") for text in texts for word in words(text))
    return {part for word in every for part in (word, word.removesuffix("'s"), *word.split("-"))}
