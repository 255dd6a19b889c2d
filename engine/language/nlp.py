"""A sentence taken apart: words with their kind, their lemma and what they hang on, noun phrases, entities. Frozen
records only.

English is read by the spaCy model of the pack `language-en` (loaded once per process, when first needed); every other
language by word lists and rules, without a tree. Knows nothing of stories. Example: `parse("She lifts the shutters.",
"en").tokens[1].lemma == "lift"`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from engine.language.word_lists import base_language


@dataclass(frozen=True)
class Token:
    """A word or mark at `start`..`end` (characters). `kind` is the universal part of speech (NOUN, PROPN, VERB...),
    `tag` the finer English one, `role` how it hangs on token `head` (ClearNLP labels: nsubj, dobj, pobj...); `entity`
    a name's kind or ''."""

    text: str
    lemma: str
    kind: str
    tag: str
    role: str
    head: int
    start: int
    end: int
    entity: str = ""


@dataclass(frozen=True)
class Phrase:
    """A noun phrase: tokens `first` up to but not including `last`, with its `head` among them."""

    first: int
    last: int
    head: int


@dataclass(frozen=True)
class Parse:
    """One sentence. `trees` says whether heads and roles are known (they are for English)."""

    text: str
    language: str
    tokens: tuple[Token, ...]
    phrases: tuple[Phrase, ...]
    trees: bool

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the tokens that hang on it, in order."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head != i:
                found[token.head].append(i)
        return tuple(tuple(row) for row in found)

    @cached_property
    def word_of(self) -> tuple[int, ...]:
        """For each token the position of its white-space separated word in the sentence."""
        gaps = [i for i, letter in enumerate(self.text) if letter.isspace() and i and not self.text[i - 1].isspace()]
        positions, word = [], 0
        for token in self.tokens:
            while word < len(gaps) and gaps[word] < token.start:
                word += 1
            positions.append(word)
        return tuple(positions)

    def below(self, token: int) -> tuple[int, ...]:
        """`token` and all that hangs on it, directly or not, in order."""
        found, queue = {token}, [token]
        while queue:
            for child in self.children[queue.pop()]:
                if child not in found:
                    found.add(child)
                    queue.append(child)
        return tuple(sorted(found))

    def phrase_text(self, phrase: Phrase) -> str:
        return self.text[self.tokens[phrase.first].start : self.tokens[phrase.last - 1].end]


@lru_cache(maxsize=4096)
def parse(sentence: str, language: str) -> Parse:
    """Take one sentence apart; MissingDependency where English is asked for and its pack is not on disk."""
    if base_language(language) == "en":
        from engine.language.slips import mended

        return mended(_from_spacy(sentence.strip(), language))
    from engine.language.rule_parser import parse_by_rules

    return parse_by_rules(sentence.strip(), language)


@lru_cache(maxsize=1)
def _english() -> Any:
    import spacy

    from engine import memory, packs

    model = spacy.load(packs.folder("language-en"))
    memory.give_back()
    return model


def _analysed(sentence: str) -> Any:
    """The model takes the first verb of 'Boil the lentils' for a name; where no verb is found it looks again without
    the capital."""
    document = _english()(sentence)
    if len(document) < 3 or any(token.pos_ in ("VERB", "AUX") for token in document):
        return document
    again = _english()(sentence[:1].lower() + sentence[1:])
    same = len(again) > 0 and again[0].pos_ == "VERB" and again[0].dep_ == "ROOT" and len(again.text) == len(sentence)
    return again if same else document


def _from_spacy(sentence: str, language: str) -> Parse:
    document = _analysed(sentence)
    # White space becomes tokens of its own in spaCy; it is left out here and heads are counted anew.
    place = {token.i: n for n, token in enumerate(token for token in document if not token.is_space)}
    tokens = tuple(
        Token(
            sentence[token.idx : token.idx + len(token.text)],
            token.lemma_.lower(),
            token.pos_,
            token.tag_,
            token.dep_,
            place.get(token.head.i, place[token.i]),
            token.idx,
            token.idx + len(token.text),
            token.ent_type_,
        )
        for token in document
        if not token.is_space
    )
    return Parse(sentence, language, tokens, _phrases(document, place), trees=True)


def _phrases(document: Any, place: dict[int, int]) -> tuple[Phrase, ...]:
    found = []
    for chunk in document.noun_chunks:
        inside = [place[token.i] for token in chunk if token.i in place]
        while inside and document[chunk.start].is_punct and len(inside) > 1 and chunk.root.i != chunk.start:
            inside = inside[1:]
            break
        if inside and chunk.root.i in place:
            found.append(_named_only(document, chunk) or Phrase(inside[0], inside[-1] + 1, place[chunk.root.i]))
    return tuple(found)


def _named_only(document: Any, chunk: Any) -> Phrase | None:
    """'Northgate leaves' in a sentence that has no verb: the model took the verb for a noun, so only the name is a
    phrase."""
    root = chunk.root
    if root.tag_ != "NNS" or root.i == chunk.start or document[root.i - 1].pos_ != "PROPN":
        return None
    if len(document) < 5 or any(token.pos_ in ("VERB", "AUX") or token.is_space for token in document):
        return None
    return Phrase(chunk.start, root.i, root.i - 1)
