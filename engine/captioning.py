"""Captions as a person works on them: all cues on the film's clock, what goes beyond the limits, and every edit.

An edit is one change that can be undone; it never touches the script or a voice. Times are seconds of the film.
Example: `retime(project, "l05", 0, 12.4, 14.0)`; `mend(project, "l05", 0, "too_fast")`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from engine.artifacts import Cue, Subtitles, parse_size
from engine.caption_times import GAP, Placed, placed, starts
from engine.captioning_words import heard, word_at
from engine.errors import BadEdit, UserError
from engine.graph import View
from engine.hashing import plain
from engine.stages.subtitles import shown_words
from engine.timeline import fps, shot_frames
from engine.types import Key, Take, Word

if TYPE_CHECKING:
    from engine import film
    from engine.project import Project

SHORTEST = 0.1
"""Seconds that a caption stays at least, however it is dragged."""
NEW_SECONDS = 1.2
MOST_FIXES = 400


@dataclass(frozen=True)
class Found:
    """Something that goes beyond a limit. `rule` and `words` as engine.film says; `fix` is '' where a person has to mend it."""

    unit: str
    index: int
    at: float
    rule: str
    words: str
    fix: str


@dataclass(frozen=True)
class Adopted:
    """What came of a person's own file: captions that were taken, lines that have some, lines that have none."""

    cues: int
    lines: int
    empty: int


def cuts(view: View) -> tuple[float, ...]:
    """When shots change, in seconds of the film; nothing while the shots do not cover the lines that there are."""
    order = view.content(Key("shotlist", "order"))
    shots = [view.content(Key("shotlist", unit)) for unit in order.shots] if order else []
    lines = starts(view)
    if not lines or not all(shot and all(span.line in lines for span in shot.spans) for shot in shots):
        return ()
    frames = [shot_frames(view, unit) for unit in order.shots] if order else []
    return tuple(at / fps(view) for at in accumulate(frames[:-1]))


def limits_of(view: View, size: str = "") -> film.Limits:
    """What captions may be in this film's language and shape (that of its first size unless given). Two frames are those of
    24 a second, whatever the film has: so far apart are the captions that the film makes."""
    from engine import film

    brief = view.content(Key("brief"))
    width, height = parse_size(size or brief.sizes[0])
    return film.limits(brief.language, fps=2 / GAP, shape=width / height)


def findings(view: View, size: str = "") -> list[Found]:
    """All that goes beyond the limits, in order of time."""
    from engine import film

    listed = placed(view)
    found = film.caption_findings(_filmed(listed), cuts(view), _language(view), limits_of(view, size))
    return [_told(listed, each) for each in found]


def _told(listed: Sequence[Placed], each: film.Finding) -> Found:
    owner = listed[each.cue]
    return Found(owner.unit, owner.index, each.at, each.rule, each.words, each.fix)


# ---------------------------------------------------------------- edits of one caption


def reword(project: Project, unit: str, index: int, text: str) -> Take:
    """Other words, a row for each line of the text; words that are also spoken keep their times."""
    rows = tuple(" ".join(row.split()) for row in text.splitlines() if row.strip())
    if not rows:
        raise BadEdit("A caption needs words; remove it instead of emptying it.")
    return _changed(project, unit, index, lambda cue: (cue.model_copy(update={"rows": rows}),))


def retime(project: Project, unit: str, index: int, start: float, end: float) -> Take:
    """Another time. It is kept inside its line's beginning and clear of the captions beside it."""
    view = project.view()
    listed = placed(view)
    place = _place(listed, unit, index)
    at, length = starts(view)[unit]
    low = listed[place - 1].end if place and listed[place - 1].unit == unit else at
    high = listed[place + 1].start if place + 1 < len(listed) else at + length + NEW_SECONDS
    begin = min(max(start, low), high - SHORTEST)
    until = max(min(end, high), begin + SHORTEST)
    times = {"start": round(begin - at, 3), "end": round(until - at, 3)}
    return _changed(project, unit, index, lambda cue: (cue.model_copy(update=times),))


def split(project: Project, unit: str, index: int, words: int | None = None) -> Take:
    """In two, after a number of words, or at the best place near its middle."""
    from engine.film.caption_fixes import split as parted

    view = project.view()
    cue = _the(view, unit, index)
    tokens = " ".join(cue.rows).split()
    if words is None or not 0 < words < len(tokens):
        return _changed(project, unit, index, lambda old: _plain(parted(_film(old), _language(view), limits_of(view))))
    spoken = heard([cue], shown_words(view, unit))[0]
    turn = word_at(spoken, words, cue.start, cue.end)
    halves = (
        Cue(start=cue.start, end=round(max(turn - limits_of(view).gap, cue.start + 0.05), 3), rows=(" ".join(tokens[:words]),)),
        Cue(start=round(turn, 3), end=cue.end, rows=(" ".join(tokens[words:]),)),
    )  # fmt: skip
    return _changed(project, unit, index, lambda _: halves)


def merge(project: Project, unit: str, index: int) -> Take:
    """With the caption after it, in the same line, its rows set anew where they fit."""
    from engine.film.caption_fixes import wrapped

    view = project.view()
    cue, cues = _the(view, unit, index), _cues(view, unit)
    if index + 1 >= len(cues):
        raise BadEdit("This is the last caption of its line; captions are merged within a line.")
    after = cues[index + 1]
    joined = Cue(start=cue.start, end=after.end, rows=(*cue.rows, *after.rows), words=(*cue.words, *after.words))
    fit = wrapped(_film(joined), _language(view), limits_of(view))
    new = (*cues[:index], _plain((fit,))[0] if fit else joined, *cues[index + 2 :])
    return _kept(project, view, {unit: new}, {unit: {index}})[0]


def remove(project: Project, unit: str, index: int) -> Take:
    """Out of the film: what it says is still spoken."""
    return _changed(project, unit, index, lambda _: ())


def add(project: Project, unit: str, index: int, text: str = "…") -> Take:
    """Another caption after the one at `index` (-1: at the line's beginning). BadEdit where there is no room."""
    view = project.view()
    cues, times = _cues(view, unit), starts(view)
    if unit not in times:
        raise UserError("A caption needs its line's voice first, for its time.")
    begin = cues[index].end if 0 <= index < len(cues) else 0.0
    following = [each.start - times[unit][0] for each in placed(view) if each.start - times[unit][0] >= begin - 1e-6]
    until = min([begin + NEW_SECONDS, *following[:1]])
    if until - begin < 3 * SHORTEST:
        raise BadEdit("There is no room after this caption; let it end earlier first.")
    new = Cue(start=round(begin, 3), end=round(until, 3), rows=(text,))
    return _kept(project, view, {unit: (*cues[: index + 1], new, *cues[index + 1 :])}, {unit: {index + 1}})[0]


# ---------------------------------------------------------------- fixes and a person's own file


def mend(project: Project, unit: str, index: int, rule: str, size: str = "") -> Take:
    """Mend one finding. UserError where it is gone, or where only a person can mend it."""
    from engine import film

    view = project.view()
    listed = placed(view)
    language, within, given = _language(view), limits_of(view, size), cuts(view)
    place = _place(listed, unit, index)
    found = film.caption_findings(_filmed(listed), given, language, within)
    chosen = next((each for each in found if each.cue == place and each.rule == rule), None)
    if chosen is None:
        raise UserError("This is mended already.")
    after = film.fixed(_filmed(listed), chosen, given, language, within)
    new = after[place : place + 1 + len(after) - len(listed)]
    return _changed(project, unit, index, lambda _: _plain(new, starts(view)[unit][0]))


def mend_all(project: Project, size: str = "") -> int:
    """Mend all that one press can mend, as one change: how many findings are gone."""
    from engine import film

    view = project.view()
    language, within, given = _language(view), limits_of(view, size), cuts(view)
    listed = placed(view)
    cues, owners = list(_filmed(listed)), [each.unit for each in listed]
    before, tried = len(film.caption_findings(cues, given, language, within)), set()
    for _ in range(MOST_FIXES):
        found = film.caption_findings(cues, given, language, within)
        todo = next((f for f in found if f.fix and (f.rule, f.fix, round(f.at, 2)) not in tried), None)
        if todo is None:
            break
        tried.add((todo.rule, todo.fix, round(todo.at, 2)))
        new = list(film.fixed(cues, todo, given, language, within))
        owners[todo.cue : todo.cue + 1] = [owners[todo.cue]] * (1 + len(new) - len(cues))
        cues = new
    _write(project, view, cues, owners, {each.unit for each in listed})
    return before - len(film.caption_findings(cues, given, language, within))


def adopt(project: Project, cues: Sequence[film.Cue]) -> Adopted:
    """A person's own captions for the whole film: each goes to the line in whose time it stands. One change."""
    view = project.view()
    lines = starts(view)
    if not lines:
        raise UserError("Captions are matched to lines by time; have every line spoken first.")
    owners = [_owner(lines, cue) for cue in cues]
    ordered = sorted(zip(owners, cues, strict=True), key=lambda item: (list(lines).index(item[0]), item[1].start))
    _write(project, view, [cue for _, cue in ordered], [unit for unit, _ in ordered], set(lines))
    return Adopted(len(cues), len(set(owners)), len(lines) - len(set(owners)))


def _owner(lines: Mapping[str, tuple[float, float]], cue: film.Cue) -> str:
    """The line that a caption shares most time with, else the nearest."""

    def shared(unit: str) -> float:
        at, length = lines[unit]
        return min(cue.end, at + length) - max(cue.start, at)

    return max(lines, key=shared)


def _write(project: Project, view: View, cues: Sequence[film.Cue], owners: Sequence[str], units: set[str]) -> None:
    lines, new, fresh = starts(view), {}, {}
    before: dict[str, list[Placed]] = {}
    for each in placed(view):
        before.setdefault(each.unit, []).append(each)
    for unit in units:
        own = _following(_plain([c for c, o in zip(cues, owners, strict=True) if o == unit], lines[unit][0]))
        if not _same(own, before.get(unit, ()), lines[unit][0]):
            new[unit], fresh[unit] = own, {n for n, cue in enumerate(own) if not cue.words}
    if new:
        _kept(project, view, new, fresh)


def _following(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """None begins before the line or before the one in front of it has ended."""
    found: list[Cue] = []
    for cue in cues:
        start = max(cue.start, found[-1].end if found else 0.0)
        found.append(cue.model_copy(update={"start": start, "end": max(cue.end, round(start + SHORTEST, 3))}))
    return tuple(found)


def _same(new: Sequence[Cue], old: Sequence[Placed], at: float) -> bool:
    """Whether they say the same at the same times as the film shows now, of a line that begins at `at`."""
    return len(new) == len(old) and all(
        a.rows == b.cue.rows and abs(a.start + at - b.start) < 0.002 and abs(a.end + at - b.end) < 0.002
        for a, b in zip(new, old, strict=True)
    )


# ---------------------------------------------------------------- reading and keeping


def _cues(view: View, unit: str) -> tuple[Cue, ...]:
    found: Subtitles | None = view.content(Key("subtitles", unit))
    return found.cues if found else ()


def _the(view: View, unit: str, index: int) -> Cue:
    cues = _cues(view, unit)
    if not 0 <= index < len(cues):
        raise UserError("This caption is no longer there; it was merged or removed.")
    return cues[index]


def _place(listed: Sequence[Placed], unit: str, index: int) -> int:
    found = next((n for n, each in enumerate(listed) if (each.unit, each.index) == (unit, index)), None)
    if found is None:
        raise UserError("This caption is no longer there; it was merged or removed.")
    return found


def _language(view: View) -> str:
    return str(view.content(Key("brief")).language)


def _filmed(listed: Sequence[Placed]) -> tuple[film.Cue, ...]:
    return tuple(_film(each.cue, each.start - each.cue.start, each.end) for each in listed)


def _film(cue: Cue, at: float = 0.0, end: float | None = None) -> film.Cue:
    from engine import film

    words = tuple(film.Word(word.w, at + word.start, at + word.end) for word in cue.words)
    return film.Cue(at + cue.start, at + cue.end if end is None else end, cue.rows, words)


def _plain(cues: Sequence[film.Cue], at: float = 0.0) -> tuple[Cue, ...]:
    """As they are kept: from the start of their line."""

    def time(seconds: float) -> float:
        return round(max(0.0, seconds - at), 3)

    return tuple(
        Cue(start=time(cue.start), end=time(cue.end), rows=cue.rows,
            words=tuple(Word(w=word.text, start=time(word.start), end=time(word.end)) for word in cue.words))
        for cue in cues
    )  # fmt: skip


def _changed(project: Project, unit: str, index: int, change: Any) -> Take:
    """One caption of a line replaced by those that `change` gives."""
    with project.store.guard:
        view = project.view()
        old, cues = _the(view, unit, index), _cues(view, unit)
        new = tuple(change(old))
        fresh = {unit: set(range(index, index + len(new)))}
        return _kept(project, view, {unit: (*cues[:index], *new, *cues[index + 1 :])}, fresh)[0]


def _kept(project: Project, view: View, new: Mapping[str, Sequence[Cue]], fresh: Mapping[str, set[int]]) -> list[Take]:
    """Several lines' captions as one change; the words of the `fresh` ones are timed anew by what is spoken."""
    takes: list[Take] = []
    with project.store.guard:
        for unit, cues in new.items():
            key = Key("subtitles", unit)
            times = heard(cues, shown_words(view, unit))
            timed = (
                cue.model_copy(update={"words": times[n]}) if n in fresh[unit] else cue for n, cue in enumerate(cues)
            )
            content = Subtitles(cues=tuple(timed))
            view.stages["subtitles"].check(view, unit, content)
            takes.append(project.own_take(view, key, plain(content), ahead=len(takes)))
        where = f"subtitles:{next(iter(new))}" if len(new) == 1 else "subtitles"
        project.store.change("edit", where, {f"select/{take.key}": take.id for take in takes}, takes=takes)
    return takes
