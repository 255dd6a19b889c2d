"""Says a line word by word: the lexicon first, then the rules of the language, then the pauses of the punctuation.

Captions show the author's own words; nothing here changes them. Example: `tokens("At 11:40.", "en")` says "At",
"eleven forty."
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from engine.language.spoken import lexicon as lexicons
from engine.language.spoken import pieces as taken
from engine.language.spoken import symbols
from engine.language.spoken.lexicon import Lexicon
from engine.language.spoken.pieces import Piece, Place, Said
from engine.language.spoken.speakers import Speaker, speaker
from engine.providers.contract import Token

_NOTHING: Mapping[str, str] = {}


def tokens(text: str, language: str, lexicon: Mapping[str, str] = _NOTHING) -> tuple[Token, ...]:
    """One token for each word of `text`, in order: `" ".join(token.shown)` is the text with single spaces.

    `spoken` is in words of the language, with one mark at its end where a pause belongs (`, . ? ! : ; … ।`), and ''
    where a word
    is shown but not said (an emoji, a dash, the "Rs." before an amount). Words never change places, but what is said
    may move
    to a neighbour: "£5" "million" is said "five" "million pounds". `language` is a tag such as 'en', 'en-GB', 'hi'.
    `lexicon` maps shown words (any case, no punctuation, several words allowed, the longest wins) to a respelling, or
    to IPA
    between slashes, which becomes `phonemes`. `phonemes` holds sounds only: the pause after them is the last mark of
    `spoken`.
    """
    shown = text.split()
    cut = [taken.fragments(word) for word in shown]
    parts = [_readable(taken.split(fragment)) for fragments in cut for fragment in fragments]
    voice = speaker(language or "en")
    said = _say_all(parts, voice, Lexicon(lexicon))
    clean = symbols.clean if voice.rules else symbols.strip_pictures
    spoken = [_with_pause(piece, one, clean) for piece, one in zip(parts, said, strict=True)]
    _hand_pauses_back(parts, said, spoken)
    heard = zip(spoken, (one.phonemes for one in said), strict=True)
    return tuple(_token(word, list(islice(heard, len(fragments)))) for word, fragments in zip(shown, cut, strict=True))


def _token(shown: str, heard: list[tuple[str, str]]) -> Token:
    """The token of a shown word from the words and the IPA of its fragments; IPA only when it covers all of them."""
    spoken, phonemes = zip(*heard, strict=True)
    return Token(shown, " ".join(filter(None, spoken)), " ".join(phonemes) if all(phonemes) else "")


def _readable(piece: Piece) -> Piece:
    if symbols.is_emoticon(piece.shown) or _is_note(piece):
        return Piece(piece.shown, "", "", "")
    return replace(piece, core=symbols.readable(piece.core))


def _is_note(piece: Piece) -> bool:
    """A reference mark such as [3], which nobody reads aloud."""
    return piece.lead.endswith("[") and piece.tail.startswith("]") and piece.core.isdecimal()


def _say_all(parts: Sequence[Piece], voice: Speaker, lexicon: Lexicon) -> list[Said]:
    said: list[Said] = []
    while len(said) < len(parts):
        at = len(said)
        found = lexicon.match(parts, at)
        if found:
            entry, ending = found
            plain = [_say(parts, at + offset, voice) for offset in range(len(entry.key))]
            said.extend(lexicons.said(entry, ending, plain))
        else:
            said.append(_say(parts, at, voice))
    return said


def _say(parts: Sequence[Piece], at: int, voice: Speaker) -> Said:
    feet = symbols.feet_and_inches(parts[at].shown, voice.wording)
    said = feet or voice.say(Place(parts, at, parts[at].core))
    if said.as_written:
        return said
    text, phonemes = voice.wording.lettered(said.text)
    return replace(said, text=text, phonemes=said.phonemes or phonemes)


def _with_pause(piece: Piece, said: Said, clean: Callable[[str], str]) -> str:
    """What is said, cleaned, and the pause that the punctuation behind the word asks for."""
    words = clean(said.text)
    mark = taken.pause(piece.tail)
    if mark == "." and not said.stop:
        mark = taken.pause(piece.tail.lstrip("."))
    return words.rstrip(",;:.") + mark if words and mark else words


def _hand_pauses_back(parts: Sequence[Piece], said: Sequence[Said], spoken: list[str]) -> None:
    """A silent word's pause, and the short rest before a bracket, are heard at the end of the word before."""
    for at in range(1, len(parts)):
        alone = parts[at].tail if parts[at].core else parts[at].lead + parts[at].tail
        silent = not spoken[at] and said[at].stop
        mark = ("," if alone == "-" else taken.pause(alone)) if silent else ""
        aside = taken.opens_aside(parts[at].lead) and spoken[at] and not parts[at].core.isdecimal()
        mark = mark or ("," if aside else "")
        before = next((back for back in range(at - 1, -1, -1) if spoken[back]), None)
        if mark and before is not None and not taken.pause(spoken[before][-1]):
            spoken[before] += mark
