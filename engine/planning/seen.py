"""What is seen while an English sentence is spoken: its own words without talk, thoughts, denials and comparisons,
pronouns made names.

Knows one sentence and what its words mean; choosing between sentences and adding place and hour is `pictures`.
Example: "Then she turns the lamp up." is seen as "Marta turns the lamp up".
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.language.nlp import Parse
from engine.language.word_lists import words
from engine.planning.mentions import Known
from engine.planning.reading import SUBJECTS, category, is_vague, own_tokens, subject_of
from engine.planning.written import FIRST_WORDS, written


@dataclass(frozen=True)
class View:
    """Something to be seen: `text` (no capital, no full stop), how strong it is (3 = a deed, 2 = things somewhere, 1
    = a thing named), and what it shows first. `first` is the word of the line at which it starts."""

    text: str
    strength: int
    things: tuple[str, ...]
    first: int


def views(known: Known, first: int, last: int) -> tuple[View, ...]:
    """What words `first` up to `last` (positions in the line) of a sentence show, the whole first, then each thing in
    it."""
    sentence, taken = known.sentence, known.sentence.parse
    inside = [i for i in range(len(taken.tokens)) if first <= sentence.word(i) < last]
    if not inside:
        return ()
    stays = _kept(known)
    kept = [i for i in inside if i in stays]
    things = seen_things(known, kept)
    found: list[View] = []
    question = taken.text.rstrip("\"'”’ )").endswith("?")
    deeds = [i for i in kept if taken.tokens[i].kind == "VERB" and _is_deed(taken, i)]
    text = "" if question or sentence.quoted.issuperset(inside) else written(known, kept)
    nouns = [i for i in kept if taken.tokens[i].kind == "NOUN" and not is_vague(taken.tokens[i].lemma)]
    bare = text.casefold() in (thing.casefold() for thing in things) and " made of " not in text
    bare = bare and (len(text.split()) < 3 or any(token.kind in ("VERB", "AUX") for token in taken.tokens))
    if text and (things or known.people or (deeds and nouns)) and len(text.split()) > 1 and not bare:
        found.append(View(text, 3 if deeds else 2, things, sentence.word(kept[0])))
    loose = things or seen_things(known, [i for i in inside if i not in sentence.unreal])
    found += [View(thing, 1, (thing,), sentence.word(inside[0])) for thing in loose]
    return tuple(found)


def seen_things(known: Known, kept: list[int]) -> tuple[str, ...]:
    """The noun phrases among `kept` tokens that name something that can be drawn, with what describes them."""
    taken, found = known.sentence.parse, []
    for phrase in taken.phrases:
        token = taken.tokens[phrase.head]
        if phrase.head not in kept or phrase.head in known.sentence.unreal:
            continue
        if phrase.head in known.meant and token.kind == "PRON":
            found.append(known.meant[phrase.head].text)
        elif not is_vague(token.lemma) and (category(token.lemma, "en") or phrase.head in known.meant):
            span = [i for i in _described(taken, phrase.head, phrase.first) if i in kept]
            found.append(written(known, span))
        elif phrase.head in known.meant:
            found.append(known.meant[phrase.head].text)
    return tuple(dict.fromkeys(thing for thing in found if thing))


def _described(taken: Parse, head: int, first: int) -> list[int]:
    """A noun with its adjectives, what it is made of and where it is, but no clause about it."""
    span = [i for i in taken.below(head) if first <= i <= head]
    for child in taken.children[head]:
        token = taken.tokens[child]
        if child > head and (
            (token.role == "prep" and token.text.lower() in ("of", "with", "in", "on"))
            or (token.role == "acl" and token.tag == "VBN")
        ):
            below = taken.below(child)
            if len(below) <= 7 and below[0] == span[-1] + 1:
                span += below
    return span


def _is_deed(taken: Parse, i: int) -> bool:
    lemma = taken.tokens[i].lemma
    return lemma not in words("en", "empty_verbs") | words("en", "mind_verbs") | words("en", "talk_verbs")


# ---------------------------------------------------------------- which words stay


def _kept(known: Known) -> set[int]:
    """The tokens of the sentence that stay."""
    sentence, taken = known.sentence, known.sentence.parse
    kept = set(range(len(taken.tokens))) - sentence.unreal - sentence.quoted
    for i, token in enumerate(taken.tokens):
        if token.kind in ("VERB", "AUX") and i in kept:
            kept -= _unseen_of_verb(taken, i)
        if token.role in ("intj", "expl", "mark") and token.text.lower() not in ("until", "when", "while", "as"):
            kept.discard(i)
        if token.kind in ("ADV", "CCONJ", "INTJ", "SCONJ") and token.text.lower() in FIRST_WORDS and _opens(taken, i):
            kept.discard(i)
    return _without_orphans(taken, kept - _empty_sides_of_colon(taken))


def _empty_sides_of_colon(taken: Parse) -> set[int]:
    """Of 'one line in the log: all quiet' or 'Reason: a letter' the side that names nothing to be seen."""
    colons = [i for i, token in enumerate(taken.tokens) if token.text == ":"]
    if not colons:
        return set()
    before, after = set(range(colons[0] + 1)), set(range(colons[-1], len(taken.tokens)))
    if not _shows(taken, after):
        return after
    return set() if _shows(taken, before) else before


def _shows(taken: Parse, span: set[int]) -> bool:
    nouns = [i for i in span if taken.tokens[i].kind in ("NOUN", "PROPN")]
    named = any(
        taken.tokens[i].kind == "PROPN"
        or (category(taken.tokens[i].lemma, "en") and not is_vague(taken.tokens[i].lemma))
        for i in nouns
    )
    return named or any(taken.tokens[i].kind == "VERB" and _is_deed(taken, i) for i in span)


def _opens(taken: Parse, i: int) -> bool:
    """Whether a small word opens the sentence or stands before its verb."""
    if taken.tokens[i].kind in ("CCONJ", "SCONJ"):
        return i == 0
    beside_verb = taken.tokens[taken.tokens[i].head].kind in ("VERB", "AUX") and taken.tokens[i].role == "advmod"
    return i == 0 or taken.tokens[i - 1].kind == "PUNCT" or beside_verb


def _unseen_of_verb(taken: Parse, verb: int) -> set[int]:
    """What a verb takes away: of talk and thought all but who has them; of 'is' and 'there is' the verb where a thing
    is left."""
    token = taken.tokens[verb]
    subject = subject_of(taken, verb)
    made = taken.tokens[token.head].lemma in ("make", "let", "help", "see", "hear", "watch") and token.role in (
        "ccomp",
        "xcomp",
    )
    if token.role in ("aux", "auxpass") or (token.role == "acl" and token.tag == "VBN") or made:
        return set()
    if any(
        taken.tokens[k].role == "dobj" and taken.tokens[k].kind == "PRON" and is_vague(taken.tokens[k].lemma)
        for k in taken.children[verb]
    ):
        return own_tokens(taken, verb) - _with(taken, subject)
    if token.lemma == "have" and _has_to_speak(taken, verb):
        return own_tokens(taken, verb) - _with(taken, subject)
    if token.lemma in words("en", "talk_verbs") and token.kind == "VERB":
        again = token.role == "conj" and subject is not None and taken.tokens[subject].kind == "PRON"
        return own_tokens(taken, verb) - (set() if again else _with(taken, subject)) - _told_of(taken, verb)
    if token.lemma == "keep" and any(taken.tokens[k].role == "dobj" for k in taken.children[verb]):
        return set()
    if token.lemma == "appear" and not any(
        taken.tokens[k].role in ("xcomp", "acomp", "oprd") for k in taken.children[verb]
    ):
        return set()
    if token.lemma in words("en", "mind_verbs") and token.kind == "VERB":
        return _thought(taken, verb, subject)
    if token.lemma == "be":
        return _being(taken, verb)
    reported = [
        k for k in taken.children[verb] if taken.tokens[k].role == "ccomp" and k > verb and _is_report(taken, k)
    ]
    if (
        token.lemma in ("find", "see", "notice", "discover")
        and reported
        and not any(taken.tokens[k].role == "dobj" for k in taken.children[verb])
    ):
        return {verb, *(i for k in reported for i in taken.below(k)), *_with(taken, subject)}
    if token.lemma in ("do", "have", "get", "buy") and subject is None:
        return {verb}
    return set()


def _told_of(taken: Parse, verb: int) -> set[int]:
    """'The mayor says the bridge stays closed': the bridge is seen though the words about it are not."""
    clauses = [k for k in taken.children[verb] if taken.tokens[k].role == "ccomp" and k > verb]
    subjects = [i for k in clauses for i in taken.children[k] if taken.tokens[i].role in SUBJECTS]
    seen = [
        i
        for i in subjects
        if taken.tokens[i].kind == "NOUN"
        and category(taken.tokens[i].lemma, "en") in ("places", "things", "nature", "animals")
        and taken.tokens[taken.below(i)[0]].text.lower() in ("the", "this", "that")
    ]
    return {i for k in seen for i in taken.below(k)}


def _is_report(taken: Parse, clause: int) -> bool:
    """'found that she could not' tells what was learnt; 'saw a bucket hanging' what was seen."""
    finite = taken.tokens[clause].tag in ("VBD", "VBZ", "VBP")
    return finite or any(taken.tokens[k].role in ("mark", "aux") for k in taken.children[clause])


def _has_to_speak(taken: Parse, verb: int) -> bool:
    """'Had to answer a riddle': what somebody has to say or think is no more seen than what is said."""
    unseen = words("en", "talk_verbs") | words("en", "mind_verbs")
    return any(taken.tokens[k].role == "xcomp" and taken.tokens[k].lemma in unseen for k in taken.children[verb])


def _thought(taken: Parse, verb: int, subject: int | None) -> set[int]:
    """'wants to sail', 'loves her bicycle': the one who feels and the thing stay, the rest is not seen."""
    gone = own_tokens(taken, verb) - _with(taken, subject)
    for child in taken.children[verb]:
        token = taken.tokens[child]
        concrete = token.kind in ("NOUN", "PROPN") and category(token.lemma, "en") not in ("",)
        clause = token.role == "ccomp" and any(taken.tokens[k].role in SUBJECTS for k in taken.children[child])
        if (token.role in ("dobj", "attr") and concrete) or (
            token.role in ("prep", "npadvmod") and _names_a_place(taken, child)
        ):
            gone -= set(taken.below(child))
            if token.role == "dobj" and subject is not None:
                gone -= {verb}
        if clause and taken.tokens[verb].lemma in ("make", "let", "help", "keep", "see", "cause"):
            gone -= {*taken.below(child), verb}
    lasting, lemma = taken.tokens[verb].lemma in ("keep", "stay", "wait", "remain"), taken.tokens[verb].lemma
    acting = lasting or lemma in ("stop", "begin", "start", "continue", "make", "use", "end", "learn")
    if subject is not None and acting and (_alive(taken, subject) or not lasting):
        gone -= own_tokens(taken, verb)
    return gone


def _alive(taken: Parse, i: int) -> bool:
    return (taken.tokens[i].kind in ("PROPN", "PRON") and taken.tokens[i].text.lower() != "it") or category(
        taken.tokens[i].lemma, "en"
    ) in ("people", "animals")


def _names_a_place(taken: Parse, child: int) -> bool:
    return any(category(taken.tokens[k].lemma, "en") in ("places", "things", "nature") for k in taken.below(child))


def _being(taken: Parse, verb: int) -> set[int]:
    """'It is a boat' -> 'a boat'; 'there are two lines' -> 'two lines'; 'the sea is white' stays."""
    subjects = [k for k in taken.children[verb] if taken.tokens[k].role in SUBJECTS]
    expletive = [k for k in taken.children[verb] if taken.tokens[k].role == "expl"]
    attribute = [
        k for k in taken.children[verb] if taken.tokens[k].role == "attr" and taken.tokens[k].kind in ("NOUN", "PROPN")
    ]
    if expletive:
        return {verb, *expletive}
    if subjects and taken.tokens[subjects[0]].text.lower() in ("i", "you", "we"):
        return own_tokens(taken, verb)
    if (
        attribute
        and subjects
        and (
            taken.tokens[subjects[0]].kind == "PRON"
            and taken.tokens[subjects[0]].text.lower() in ("it", "this", "that", "these", "those", "they")
        )
    ):
        return {verb, *taken.below(subjects[0])}
    if subjects and is_vague(taken.tokens[subjects[0]].lemma) and (attribute or _named_after(taken, subjects[0])):
        gone = {verb, *_before_colon(taken, verb)}
        return gone
    return set()


def _named_after(taken: Parse, subject: int) -> bool:
    return any(taken.tokens[k].role == "appos" for k in taken.children[subject])


def _before_colon(taken: Parse, verb: int) -> set[int]:
    colons = [i for i, token in enumerate(taken.tokens) if token.text == ":" and i > verb]
    return set(range(colons[0] + 1)) if colons else set()


def _with(taken: Parse, subject: int | None) -> set[int]:
    """All of a subject: 'students, builders and nurses'."""
    if subject is None:
        return set()
    beside = [k for k in taken.children[taken.tokens[subject].head] if taken.tokens[k].role in SUBJECTS]
    between = range(min(beside), max(beside)) if len(beside) > 1 else ()
    return {*taken.below(subject), *between, *(i for k in beside for i in taken.below(k))}


def _without_orphans(taken: Parse, kept: set[int]) -> set[int]:
    """Without prepositions, articles and conjunctions whose noun or clause is gone, and clauses whose verb is gone."""
    for _ in range(3):
        for i in sorted(kept):
            token = taken.tokens[i]
            children = [k for k in taken.children[i] if k in kept]
            empty = (
                token.role in ("prep", "agent")
                and taken.children[i]
                and not any(
                    taken.tokens[k].role in ("pobj", "pcomp", "prep", "amod", "advmod", "nummod") for k in children
                )
            )
            hangs = token.role in ("det", "poss", "amod", "nummod", "aux", "auxpass", "case", "mark", "compound")
            loose = hangs and i < token.head and token.head not in kept
            joins = token.role == "cc" and i > token.head and not _joined_after(taken, i, kept)
            if empty or loose or joins:
                kept.discard(i)
    return kept


def _joined_after(taken: Parse, conjunction: int, kept: set[int]) -> bool:
    """Whether what an 'and' joins is still there."""
    joined = [
        k for k in taken.children[taken.tokens[conjunction].head] if k > conjunction and taken.tokens[k].role == "conj"
    ]
    return not joined or any(set(taken.below(k)) & kept for k in joined)
