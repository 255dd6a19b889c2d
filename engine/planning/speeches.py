"""A finished script as speeches: who says which words, in what manner, under which scene heading. Words stay verbatim.

Reads `NAME: words`, `NAME (softly): words`, a name alone on its row above the words, `[stage directions]`, INT./EXT.,
TITLE:. Knows no lines, ids or voices. Example: `read_script("ANNA: (softly) Hello.").speeches[0].emotion == "softly"`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from engine.language.sentences import is_sentence_end
from engine.language.word_lists import words
from engine.planning.blocks import is_break, plain_inline

_TAG = re.compile(
    r"(?P<name>[^:：()\[\]\"“”.!?,;]{1,40}?(?:\.[^:：()\[\]\"“”!?,;]{0,6})?)"
    r" ?(?P<notes>(?:[(\[][^)\]]{0,60}[)\]] ?)*)[:：](?P<rest>.*)"
)
_ALONE = re.compile(r"(?P<name>[^:：()\[\]\"“”!?,;a-z]{1,40}?) ?(?P<notes>(?:\([^)]{0,40}\) ?)*)")
_NOTE = re.compile(r"[(\[]([^()\[\]]{1,200})[)\]]")
_WHOLE_NOTE = re.compile(r"\(([^()]*)\)")
_WHOLE_STAGE = re.compile(r"\[([^\[\]]*)\]")
_PAUSE = re.compile(
    r"(?i)(?:pauses?|beat|विराम|रुककर)\b\D{0,12}(\d+(?:\.\d+)?)?|(\d+(?:\.\d+)?) ?(?:s|sec|seconds?) ?pause"
)
_SCENE = re.compile(r"(?i)(?:(?:int|ext|int\./ext|i/e)[. ]|scene\b|दृश्य(?=[\s:]|$)).*")
_TITLE = re.compile(r"(?i)(?:title|शीर्षक) ?[:：] *(.+)")
_DEFAULT_PAUSE = 1.0


@dataclass(frozen=True)
class Speech:
    """Words of one speaker ('' = nobody was named). `pause` is in seconds where the script asks for one after it."""

    speaker: str
    text: str
    emotion: str = ""
    pause: float | None = None


@dataclass(frozen=True)
class SceneHead:
    """Where a new scene starts; `title` may be empty. `strong` is a scene break that was asked for."""

    title: str = ""
    strong: bool = True


@dataclass(frozen=True)
class ParsedScript:
    """A script's parts in order. `tagged` says whether anybody was named."""

    title: str
    parts: tuple[Speech | SceneHead, ...]

    @property
    def speeches(self) -> tuple[Speech, ...]:
        return tuple(part for part in self.parts if isinstance(part, Speech))

    @property
    def tagged(self) -> bool:
        return any(speech.speaker for speech in self.speeches)


@dataclass(frozen=True)
class _Row:
    """One row of the script: its kind, a name and the words or the title in it."""

    kind: str
    name: str = ""
    notes: str = ""
    text: str = ""


def read_script(text: str, language: str) -> ParsedScript:
    """Take a script apart; what no rule knows is spoken by nobody in particular (the narrator)."""
    rows = plain_inline(text).split("\n")
    names = speaker_names(rows, language)
    reader = _Reader(language, any(is_narrator(name, language) for name in names))
    found = _read_rows(rows, names)
    tagged = any(row.kind == "tag" for row in found)
    if (
        tagged
        and len(found) > 1
        and found[0].kind == "words"
        and found[1].kind == "empty"
        and _is_heading(found[0].text)
    ):
        found[0] = _Row("heading", text=found[0].text)
    for row in found:
        reader.take(row)
    return ParsedScript(reader.title, tuple(reader.parts))


def _read_rows(rows: list[str], names: frozenset[str]) -> list[_Row]:
    """Each row's kind; a name in capitals counts as a speaker where it stands alone above words."""
    alone = [(i == 0 or not rows[i - 1]) and i + 1 < len(rows) and bool(rows[i + 1]) for i in range(len(rows))]
    return [_read_row(row, names, single) for row, single in zip(rows, alone, strict=True)]


def _is_heading(text: str) -> bool:
    return len(text.split()) <= 10 and not is_sentence_end(text) and not text.endswith((",", ":"))


def speaker_names(rows: list[str], language: str) -> frozenset[str]:
    """The names (folded) that tag words in these rows: plainly names, not labels such as 'Ingredients'."""
    counts: dict[str, int] = {}
    sure: set[str] = set()
    filled = sum(1 for row in rows if row)
    labels = words(language, "speaker_free_labels") | words("en", "speaker_free_labels")
    for row in rows:
        found = _TAG.fullmatch(row)
        if not found or _SCENE.fullmatch(row) or _TITLE.fullmatch(row) or row.startswith("http"):
            continue
        name = found["name"].strip()
        counts[name.casefold()] = counts.get(name.casefold(), 0) + 1
        if _is_name(name):
            sure.add(name.casefold())
    if sum(counts.values()) >= 0.8 * filled and max(counts.values(), default=0) > 1:
        sure |= {name for name in counts if len(name.split()) == 1}
    return frozenset(
        name for name, count in counts.items()
        if (name in sure or (count > 1 and len(name.split()) <= 2))
        and (name.split()[0] not in labels or (count > 1 and name in sure))
    )  # fmt: skip


def is_narrator(name: str, language: str) -> bool:
    """Whether a tag means the narrator: NARRATOR, V.O., कथावाचक."""
    return name.strip().lower() in words(language, "narrators") | words("en", "narrators")


def looks_like_script(text: str, language: str) -> bool:
    """Whether names tag enough rows of `text` for it to be a script."""
    rows = [row for row in plain_inline(text).split("\n")]
    names = speaker_names(rows, language)
    filled = [row for row in rows if row]
    kinds = [row.kind for row in _read_rows(rows, names)]
    tags = kinds.count("tag")
    marked = kinds.count("title") + kinds.count("scene") > 0 or any(is_narrator(name, language) for name in names)
    return (tags >= 1 and marked) or (tags >= 2 and tags >= 0.3 * len(filled))


def _is_name(name: str) -> bool:
    parts = name.split()
    if not 0 < len(parts) <= 4 or not any(letter.isalpha() for letter in name):
        return False
    if name.isupper():
        return True
    if not any(letter.islower() or letter.isupper() for letter in name):
        return len(parts) <= 3
    return len(parts) <= 3 and all(part[0].isupper() or part[0].isdigit() for part in parts)


def _read_row(row: str, names: frozenset[str], alone: bool) -> _Row:
    """What one row is. `alone`: it stands under an empty row and above words, so a bare name on it is a speaker."""
    row = row.lstrip("> ") if row.startswith(">") else row
    if not row:
        return _Row("empty")
    title = _TITLE.fullmatch(row)
    if title:
        return _Row("title", text=title[1].strip())
    if is_break(row):
        return _Row("break")
    if row.startswith("#") and row.lstrip("#").startswith(" "):
        return _Row("heading", text=row.lstrip("# ").strip())
    if _SCENE.fullmatch(row) and len(row.split()) <= 14 and (":" in row or row.isupper() or not is_sentence_end(row)):
        return _Row("scene", text=re.sub(r"(?i)^(?:scene|दृश्य) ?[:：] *", "", row))
    stage = _WHOLE_STAGE.fullmatch(row)
    if stage:
        return _Row("pause" if _PAUSE.match(stage[1]) else "stage", text=stage[1].strip())
    if _WHOLE_NOTE.fullmatch(row):
        return _Row("note", text=row[1:-1].strip())
    return _tagged_row(row, names, alone)


def _tagged_row(row: str, names: frozenset[str], alone: bool) -> _Row:
    found = _TAG.fullmatch(row)
    if found and found["name"].strip().casefold() in names:
        return _Row("tag", found["name"].strip(), found["notes"] or "", found["rest"].strip())
    bare = _ALONE.fullmatch(row)
    if alone and bare and bare["name"].isupper() and len(bare["name"].split()) <= 4 and not row.endswith("."):
        return _Row("tag", bare["name"].strip(), bare["notes"] or "")
    return _Row("words", text=row)


class _Reader:
    """Puts rows together to speeches and scene heads."""

    def __init__(self, language: str, narrated: bool) -> None:
        self.language, self.narrated = language, narrated
        self.title = ""
        self.parts: list[Speech | SceneHead] = []
        self.speaker, self.emotion, self.fresh = "", "", True

    def take(self, row: _Row) -> None:
        if row.kind == "empty":
            self.fresh = True
        elif row.kind == "title":
            self.title = self.title or row.text
        elif row.kind == "heading" and not self.parts and not self.title:
            self.title = row.text
        elif row.kind in ("scene", "stage", "heading", "break"):
            self._scene(row.text, strong=row.kind != "stage")
        elif row.kind in ("pause", "note"):
            self._note(row.text)
        else:
            self._words(row)

    def _scene(self, title: str, *, strong: bool) -> None:
        self.speaker, self.emotion, self.fresh = "", "", True
        last = self.parts[-1] if self.parts else None
        if isinstance(last, SceneHead):
            title = ". ".join(part.rstrip(".") for part in (last.title, title) if part)
            self.parts[-1] = SceneHead(title, strong or last.strong)
        else:
            self.parts.append(SceneHead(title, strong))

    def _note(self, note: str) -> None:
        """A direction on its own row: a pause after what was said, or the manner of what comes."""
        pause = pause_of(note)
        last = self.parts[-1] if self.parts else None
        if pause is not None and isinstance(last, Speech):
            self.parts[-1] = replace(last, pause=pause)
            self.fresh = True
        elif pause is None:
            self.emotion = note
            self.fresh = True

    def _words(self, row: _Row) -> None:
        if row.kind == "tag":
            notes = [
                note
                for note in _NOTE.findall(row.notes)
                if note.lower().rstrip(".") not in ("v.o", "o.s", "cont'd", "contd")
            ]
            self.speaker, self.emotion, self.fresh = row.name, ", ".join(notes), True
        elif self.fresh and not self.narrated and self._stands_alone():
            self.speaker = ""
        for text, emotion, pause in spoken_parts(row.text, self.language):
            self._say(text, emotion, pause)

    def _stands_alone(self) -> bool:
        """After an empty row words without a name are the narrator's, unless they are the speech of a name just
        above."""
        last = self.parts[-1] if self.parts else None
        return isinstance(last, Speech) and last.speaker == self.speaker

    def _say(self, text: str, emotion: str, pause: float | None) -> None:
        last = self.parts[-1] if self.parts else None
        goes_on = isinstance(last, Speech) and not self.fresh and last.speaker == self.speaker and last.pause is None
        self.emotion = emotion or self.emotion
        if isinstance(last, Speech) and goes_on and not emotion:
            self.parts[-1] = replace(last, text=f"{last.text} {text}".strip(), pause=pause)
        elif text:
            self.parts.append(Speech(self.speaker, text, self.emotion, pause))
        elif pause is not None and isinstance(last, Speech):
            self.parts[-1] = replace(last, pause=pause)
        if text:
            self.fresh = False
        if pause is not None:
            self.fresh = True


def pause_of(note: str) -> float | None:
    """The seconds that '(pause 2s)', '(beat)' or '(2 second pause)' asks for, at most 10; None where it is no pause."""
    found = _PAUSE.match(note.strip())
    if not found:
        return None
    return min(float(found[1] or found[2] or _DEFAULT_PAUSE), 10.0)


def spoken_parts(text: str, language: str) -> list[tuple[str, str, float | None]]:
    """`text` cut at its directions: (words, manner, pause after). Brackets that hold spoken words stay in the words."""
    found: list[tuple[str, str, float | None]] = []
    manner, rest, start = "", "", 0
    for note in _NOTE.finditer(text):
        at_start = not (rest + text[start : note.start()]).strip() and not any(part for part, _, _ in found)
        if not is_direction(note[1], language, at_start=at_start):
            continue
        rest += text[start : note.start()]
        start = note.end()
        pause = pause_of(note[1])
        if rest.strip() or pause is not None:
            found.append((" ".join(rest.split()), manner, pause))
            manner = ""
        rest = ""
        manner = note[1].strip() if pause is None else manner
    rest += text[start:]
    if rest.strip() or manner:
        found.append((" ".join(rest.split()), manner, None))
    return found


def is_direction(note: str, language: str, *, at_start: bool) -> bool:
    """Whether bracketed words direct the speaker: a known word of manner, or a short lower-case note before the first
    word."""
    if pause_of(note) is not None:
        return True
    parts = [part.strip(",.").lower() for part in note.split()]
    known = words(language, "directions") | words("en", "directions")
    if any(part in known for part in parts) and len(parts) <= 6:
        return True
    if not at_start or len(parts) > 4 or is_sentence_end(note):
        return False
    return (len(parts) == 1 and parts[0].endswith(("ly", "ing"))) or " to " in f" {note.lower()} "
