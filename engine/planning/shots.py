"""The shotlist by rule: shots of 2 to 10 seconds that hold every word of the lines once and in order, each with what
is seen.

Knows lines, the bible and the brief; asks no model. Example: `plan_shots([("l01", line)], entries, brief)[0].picture`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.artifacts import NARRATOR, BibleEntry, Brief, Camera, Framing, Line, Shot, Span, Transition
from engine.errors import UserError
from engine.language.word_lists import base_language, words
from engine.planning.bible import STYLE, sentence_moods
from engine.planning.camera import Sight, camera_for, framing_for
from engine.planning.cutting import Stretch, cut, is_break
from engine.planning.identities import entries_in, genders_of, name_table
from engine.planning.keywords import keywords_of
from engine.planning.mentions import Follower, Known
from engine.planning.pictures import Part, Picture, picture_of
from engine.planning.reading import Sentence, category, read_lines
from engine.planning.sounds import sound_of

Lines = Sequence[tuple[str, Line]]
_NEAR = 4


@dataclass(frozen=True)
class _Film:
    """The lines of a film, read: what each sentence means and how common each word is."""

    units: tuple[str, ...]
    lines: tuple[Line, ...]
    known: tuple[Known, ...]
    counts: Mapping[str, int]
    entries: Mapping[str, BibleEntry]
    brief: Brief
    names: Mapping[tuple[str, ...], str]


def plan_shots(
    lines: Lines, entries: Mapping[str, BibleEntry], brief: Brief, *, before: Shot | None = None, seed: int = 0
) -> tuple[Shot, ...]:
    """Shots for `lines` (unit id, line) in order. `before` is the shot that comes before them, where they are not the
    film's first.

    Each word of each line lies in exactly one span; spans count white-space separated words. The same input gives the
    same shots; another `seed` frames and moves otherwise.
    """
    if not lines:
        return ()
    film = _read(lines, entries, brief, before)
    groups = cut(film.lines, [known.sentence for known in film.known], brief.language, entries)
    parts = [[_part(film, stretch) for stretch in group] for group in groups]
    shots: list[Shot] = []
    for i, group in enumerate(groups):
        previous = shots[-1] if shots else before
        transition = _transition(film, groups, i, before)
        shots.append(
            _shot(
                film, parts, i, _spans(film, group), transition, [*([before] if before else []), *shots], previous, seed
            )
        )
    return tuple(shots)


def replan_shot(shot: Shot, lines: Lines, entries: Mapping[str, BibleEntry], brief: Brief, seed: int = 0) -> Shot:
    """Another sensible view of the same words: same spans and transition, other framing, camera and emphasis of the
    picture.

    `lines` should hold the lines around the shot's too: the shot is read in their light. Seed 0 is the plan's own
    view of these words. UserError where a line of the shot is not among `lines`.
    """
    missing = {span.line for span in shot.spans} - {unit for unit, _ in lines}
    if missing:
        raise UserError(f"The shot speaks line {min(missing)}, which is not in the script; choose other words for it.")
    planned = plan_shots(lines, entries, brief)
    place = next((i for i, other in enumerate(planned) if other.spans == shot.spans), None)
    if place is not None and seed == 0:
        return planned[place].model_copy(update={"transition": shot.transition})
    film = _read(lines, entries, brief, None)
    own = [part for span in shot.spans for part in _parts_of(film, span)]
    first = film.units.index(shot.spans[0].line)
    earlier = [other for other in planned if film.units.index(other.spans[-1].line) < first][-2:]
    if place is not None:
        earlier = list(planned[max(0, place - 2) : place])
    near = [_whole(known) for known in _around(film, own)]
    return _view(film, own, near, shot.spans, shot.transition, earlier, earlier[-1] if earlier else None, seed)


# ---------------------------------------------------------------- reading


def _read(lines: Lines, entries: Mapping[str, BibleEntry], brief: Brief, before: Shot | None) -> _Film:
    contents = tuple(line for _, line in lines)
    sentences = read_lines(contents, brief.language)
    genders = genders_of(entries, sentences, brief.language)
    follower = Follower(
        entries, brief.language, genders, before.place if before else "", before.characters if before else ()
    )
    known = tuple(follower.follow(sentence) for sentence in sentences)
    counts = Counter(token.lemma for sentence in sentences for token in sentence.parse.tokens)
    named = {unit: entry for unit, entry in entries.items() if entry.kind == "character" and unit != NARRATOR}
    return _Film(tuple(unit for unit, _ in lines), contents, known, counts, entries, brief, name_table(named))


def _part(film: _Film, stretch: Stretch) -> Part:
    return Part(film.known[stretch.sentence], stretch.first, stretch.last)


def _parts_of(film: _Film, span: Span) -> list[Part]:
    number = film.units.index(span.line)
    found = []
    for known in film.known:
        sentence = known.sentence
        first, last = max(span.first, sentence.first_word), sentence.first_word + sentence.word_count
        last = last if span.last is None else min(span.last, last)
        if sentence.line == number and first < last:
            found.append(Part(known, first, last))
    return found or [_whole(next(known for known in film.known if known.sentence.line == number))]


def _whole(known: Known) -> Part:
    sentence = known.sentence
    return Part(known, sentence.first_word, sentence.first_word + sentence.word_count)


def _around(film: _Film, own: Sequence[Part]) -> list[Known]:
    places = [i for i, known in enumerate(film.known) if any(part.known is known for part in own)]
    return [
        film.known[i]
        for i in (*range(places[0] - 1, places[0] - _NEAR, -1), *range(places[-1] + 1, places[-1] + _NEAR))
        if 0 <= i < len(film.known)
    ]


def _spans(film: _Film, group: Sequence[Stretch]) -> tuple[Span, ...]:
    spans: list[tuple[int, int, int]] = []
    for stretch in group:
        if spans and spans[-1][0] == stretch.line and spans[-1][2] == stretch.first:
            spans[-1] = (stretch.line, spans[-1][1], stretch.last)
        else:
            spans.append((stretch.line, stretch.first, stretch.last))
    return tuple(
        Span(line=film.units[line], first=first, last=None if last >= len(film.lines[line].text.split()) else last)
        for line, first, last in spans
    )


# ---------------------------------------------------------------- one shot


def _shot(film: _Film, parts: Sequence[Sequence[Part]], i: int, spans: tuple[Span, ...], transition: Transition,
          earlier: Sequence[Shot], previous: Shot | None, seed: int) -> Shot:  # fmt: skip
    near = [part for k in (i - 1, i - 2, i + 1, i - 3, i + 2) if 0 <= k < len(parts) for part in parts[k]]
    return _view(film, parts[i], near, spans, transition, earlier, previous, seed)


def _view(film: _Film, own: Sequence[Part], near: Sequence[Part], spans: tuple[Span, ...], transition: Transition,
          earlier: Sequence[Shot], previous: Shot | None, seed: int) -> Shot:  # fmt: skip
    picture = picture_of(own, near, film.entries, film.brief.language, seed)
    characters = _characters(film, own, picture)
    opens = previous is None or transition == "fade" or (picture.place != previous.place and transition != "cut")
    sight = _sight(film, own, picture, characters, opens)
    framings: list[Framing] = [shot.framing for shot in earlier[-2:]]
    framing = framing_for(sight, framings, seed)
    camera: Camera = camera_for(sight, framing, earlier[-1].camera if earlier else None, seed)
    return Shot(
        spans=spans, picture=picture.text, framing=framing, camera=camera, characters=characters, place=picture.place,
        transition=transition, keywords=keywords_of(own, film.counts, film.brief.language),
        mood=_mood(film, own, previous), sound=sound_of(own, film.brief.language),
    )  # fmt: skip


def _characters(film: _Film, own: Sequence[Part], picture: Picture) -> tuple[str, ...]:
    """Who speaks, and who is named in the picture."""
    from engine.language.nlp import parse

    speakers = [part.known.sentence.speaker for part in own if part.known.sentence.speaker != NARRATOR]
    seen = entries_in(parse(picture.text, film.brief.language), film.names)
    found = dict.fromkeys((*speakers, *(unit for _, unit in sorted(seen.items()))))
    return tuple(unit for unit in found if unit in film.entries and film.entries[unit].kind == "character")


def _sight(film: _Film, own: Sequence[Part], picture: Picture, characters: Sequence[str], opens: bool) -> Sight:
    language = film.brief.language
    tokens = [token for part in own for i, token in enumerate(part.known.sentence.parse.tokens)
              if part.first <= part.known.sentence.word(i) < part.last]  # fmt: skip
    feelings = words(language, "feelings") | words("en", "feelings")
    main = category(picture.main.split()[-1], base_language(language)) if picture.main.split() else ""
    return Sight(
        opens=opens, source=picture.source, main=main, people=len(characters),
        feeling=any(token.text.lower() in feelings for token in tokens),
        lemmas=frozenset(token.lemma for token in tokens), key=" ".join(token.text for token in tokens),
    )  # fmt: skip


def _mood(film: _Film, own: Sequence[Part], previous: Shot | None) -> str:
    """The mood that the words bring, else the one before, else the film's."""
    votes = Counter(mood for part in own for mood in sentence_moods(part.known.sentence, film.brief.language))
    if votes:
        return min(votes, key=lambda mood: (-votes[mood], mood))
    style = film.entries.get(STYLE)
    film_mood = style.mood if style and style.mood else "neutral"
    return previous.mood if previous and previous.mood and previous.place else film_mood


def _transition(film: _Film, groups: Sequence[Sequence[Stretch]], i: int, before: Shot | None) -> Transition:
    """A cut inside a paragraph, a dissolve between paragraphs, a fade at a scene break and before a last shot that
    stands alone."""
    if i == 0:
        return "cut"
    last, first = groups[i - 1][-1], groups[i][0]
    line_before = film.lines[last.line]
    if last.line != first.line and is_break(line_before):
        return "fade"
    if _paragraph(film, last) == _paragraph(film, first):
        return "cut"
    ends = i == len(groups) - 1 and before is None and i > 2
    return "fade" if ends else "dissolve"


def _paragraph(film: _Film, stretch: Stretch) -> int:
    sentence: Sentence = film.known[stretch.sentence].sentence
    return sentence.paragraph
