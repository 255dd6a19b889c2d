"""What a person pasted or uploaded, checked and made clean: `read_text(data)` gives text to plan from, or one
sentence on what to do.

Owns the limits of size and kind and the unseen characters; knows nothing of sentences, scripts or stories.
Example: `read_text(b"\\xef\\xbb\\xbfOne evening...\\r\\n")` drops the mark and the carriage return.
"""

from __future__ import annotations

import re
import unicodedata

from engine.errors import UserError

MAX_CHARACTERS = 100_000
MAX_BYTES = 500_000
MAX_RUN = 400
"""Words that may follow each other without a sentence end or a paragraph's end."""

SENTENCE_ENDS = ".!?…。．！？｡।॥؟۔።።፧։។៕‼⁇⁈⁉"

_MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word document or a ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"RIFF", "a sound or picture file"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
    (b"fLaC", "a sound file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_KEPT_FORMAT = frozenset("\u200c\u200d\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028]")
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000 ]+")
_LOOSE_JOINERS = re.compile("(?<!\\S)[\u200c\u200d]+|[\u200c\u200d]+(?!\\S)")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f]"
)


def read_text(data: bytes | str, name: str = "the text", *, minimum_words: int = 10) -> str:
    """Clean text (NFC, `\\n` line ends, single spaces, at most one empty line in a row) of what was pasted or uploaded.

    Smart quotes and all words stay. UserError with one sentence where it is empty, too short (`minimum_words`), too
    long (100,000 characters, 500 KB), no text, broken, or holds characters that turn the reading direction in hiding.
    """
    label = name[:1].upper() + name[1:]
    text = _decoded(data, label) if isinstance(data, bytes) else _checked(data, label)
    _refuse_hidden(text, label)
    text = _cleaned(text)
    _refuse_amount(text, label, minimum_words)
    return text


def count_words(text: str) -> int:
    """Words of `text`; of scripts without spaces between words every two characters count as one."""
    unspaced = len(_UNSPACED.findall(text))
    spaced = sum(1 for word in _UNSPACED.sub(" ", text).split() if any(letter.isalnum() for letter in word))
    return spaced + (unspaced + 1) // 2


def _decoded(data: bytes, label: str) -> str:
    if len(data) > MAX_BYTES:
        raise UserError(f"{label} is {len(data) // 1000:,} KB; shorten it to at most {MAX_BYTES // 1000} KB.")
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise UserError(f"{label} is {kind}, not plain text; paste the words or save it as a .txt file.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _utf16(data, label)
    if b"\x00" in data:
        place = data.index(b"\x00") + 1
        raise UserError(f"{label} has a NUL byte (byte {place:,}), so it is not plain text; save it as UTF-8 text.")
    try:
        return _checked(data.decode("utf-8-sig"), label)
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        raise UserError(
            f"{label} is not valid UTF-8 at byte {error.start + 1:,} (line {row:,}); "
            "save it again with the encoding UTF-8."
        ) from None


def _utf16(data: bytes, label: str) -> str:
    try:
        return _checked(data.decode("utf-16"), label)
    except UnicodeDecodeError as error:
        raise UserError(
            f"{label} breaks off at byte {error.start + 1:,}; save it again with the encoding UTF-8."
        ) from None


def _checked(text: str, label: str) -> str:
    try:
        size = len(text.encode("utf-8"))
    except UnicodeEncodeError as error:
        raise UserError(
            f"{label} has half a character at {_where(text, error.start)}; type that character again."
        ) from None
    if size > MAX_BYTES:
        raise UserError(f"{label} is {size // 1000:,} KB; shorten it to at most {MAX_BYTES // 1000} KB.")
    return text.removeprefix("\ufeff")


def _refuse_hidden(text: str, label: str) -> None:
    if "\x00" in text:
        raise UserError(f"{label} has a NUL character at {_where(text, text.index(chr(0)))}; remove it and try again.")
    found = _BIDI.search(text)
    if found:
        code = f"U+{ord(found[0]):04X}"
        raise UserError(
            f"{label} has a hidden character that turns the reading direction ({code}) "
            f"at {_where(text, found.start())}; remove it."
        )
    controls = sum(1 for letter in text if unicodedata.category(letter) == "Cc" and letter not in "\n\r\t\v\f\x85")
    if controls > 5 and controls > len(text) / 100:
        raise UserError(
            f"{label} is not plain text ({controls:,} control characters); paste the words or choose a .txt file."
        )


def _cleaned(text: str) -> str:
    text = _BREAKS.sub("\n", unicodedata.normalize("NFC", text)).replace("\u2029", "\n\n")
    text = "".join(letter for letter in text if _stays(letter))
    text = _LOOSE_JOINERS.sub("", _SPACES.sub(" ", text))
    rows = "\n".join(row.strip() for row in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", rows).strip()


def _stays(letter: str) -> bool:
    if letter in "\n\t" or letter in _KEPT_FORMAT:
        return True
    return unicodedata.category(letter) not in ("Cc", "Cf")


def _refuse_amount(text: str, label: str, minimum_words: int) -> None:
    amount = count_words(text)
    if not amount:
        raise UserError(f"{label} is empty; paste or type some words first.")
    if amount < minimum_words:
        raise UserError(f"{label} has only {amount} word{'s' if amount > 1 else ''}; write at least {minimum_words}.")
    if len(text) > MAX_CHARACTERS:
        raise UserError(
            f"{label} has {len(text):,} characters; shorten it to at most {MAX_CHARACTERS:,} or make several films."
        )
    for run in re.split(rf"[{re.escape(SENTENCE_ENDS)}]|\n\s*\n", text):
        if len(run) > MAX_RUN and (length := count_words(run)) > MAX_RUN:
            opening = " ".join(run.split()[:5])
            raise UserError(
                f"{label} has {length:,} words without a full stop, from “{opening[:60]}” on; "
                "add punctuation so that it can be spoken."
            )


def _where(text: str, index: int) -> str:
    row = text.count("\n", 0, index) + 1
    return f"line {row:,}, character {index - text.rfind(chr(10), 0, index):,}"
