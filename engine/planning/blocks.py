"""A pasted story as blocks: its title, headings, scene breaks, and paragraphs without Markdown marks.

Knows the layout of plain text, not what it says. Example: `read_blocks("# Tea\\n\\n*Dry* leaves.")` is a heading and
a paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from engine.language.sentences import is_sentence_end
from engine.language.word_lists import words

BREAK = re.compile(r"(?:[*\-_~=•◊#⁂§✻❦+][ ]?){1,}")
_HEADING = re.compile(r"#{1,6} +(.*?)(?: +#+)?")
_BULLET = re.compile(r"(?:[-*+•–] +)(?=\S)")
_NUMBERED = re.compile(r"\d{1,3}[.)] +(?=\S)")
_BYLINE = re.compile(r"(?i:by|written by) [A-Z][\w.'’-]*(?: [\w.'’-]+){0,4}")
_INLINE = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)"), ""),
    (re.compile(r"\[([^\]\n]+)\]\((?:[^)\s]+)\)"), r"\1"),
    (re.compile(r"(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=[^\s_])([^_\n]+?)(?<=[^\s_])_(?!\w)"), r"\1"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"</?(?:b|i|u|em|strong|p|br|span|div|blockquote)\b[^<>]*>", re.IGNORECASE), ""),
)
MOST_TITLE_WORDS = 10

Kind = Literal["title", "heading", "break", "words"]


@dataclass(frozen=True)
class Block:
    """A title, a heading, a scene break, or words to be said; `tight` words (a list item, a verse) belong to the
    paragraph before."""

    kind: Kind
    text: str = ""
    tight: bool = False


def read_blocks(text: str, language: str) -> tuple[Block, ...]:
    """The blocks of `text` in order; at most one title, which comes first."""
    rows = plain_inline(text).split("\n")
    groups = _groups(rows)
    blocks = [block for group in groups for block in _blocks(group, language)]
    return _titled(blocks, language)


def plain_inline(text: str) -> str:
    """`text` without Markdown emphasis, links, code marks and comments."""
    for pattern, kept in _INLINE:
        text = pattern.sub(kept, text)
    return text


def is_break(row: str) -> bool:
    """Whether a row is a scene break: ***, ---, # and the like."""
    marks = row.replace(" ", "")
    return (
        bool(marks)
        and BREAK.fullmatch(row) is not None
        and (len(marks) >= 3 or marks in ("#", "⁂", "§", "◊", "✻", "❦"))
    )


def is_chapter(row: str, language: str) -> bool:
    """Whether a short row without a stop opens a chapter: 'Chapter 2', 'Part One: The Storm', 'अध्याय 2'."""
    parts = row.replace(":", " ").split()
    openers = words(language, "heading_words") | words("en", "heading_words")
    return 0 < len(parts) <= MOST_TITLE_WORDS and parts[0].lower() in openers and not is_sentence_end(row)


def _groups(rows: list[str]) -> list[list[str]]:
    """Rows that belong to one paragraph; where no row is empty, rows that end a sentence end a paragraph."""
    if any(not row for row in rows) or not _paragraph_a_row(rows):
        groups: list[list[str]] = [[]]
        for row in rows:
            if not row or is_break(row) or _HEADING.fullmatch(row):
                groups += [[row], []]
            else:
                groups[-1].append(row)
        return [group for group in groups if any(group)]
    return [[row] for row in rows]


def _paragraph_a_row(rows: list[str]) -> bool:
    ended = sum(1 for row in rows if is_sentence_end(row))
    return len(rows) > 1 and ended >= 0.6 * len(rows)


def _blocks(group: list[str], language: str) -> list[Block]:
    first = group[0]
    heading = _HEADING.fullmatch(first)
    if len(group) == 1 and heading:
        return [Block("heading", heading[1].strip())]
    if len(group) == 1 and is_break(first):
        return [Block("break")]
    if len(group) == 2 and re.fullmatch("=+", group[1]):
        return [Block("heading", first)]
    if is_chapter(first, language):
        rest = [row for row in group[1:] if row]
        return [Block("heading", first), *(_blocks(rest, language) if rest else [])]
    return _paragraph([re.sub(r"^(?:> ?)+", "", row) for row in group if not row.startswith("```")])


def _paragraph(rows: list[str]) -> list[Block]:
    rows = [row for row in rows if row.strip()]
    numbered = sum(1 for row in rows if _NUMBERED.match(row)) >= 2
    items = sum(1 for row in rows if _BULLET.match(row))
    verse = _is_verse(rows)
    found: list[Block] = []
    for row in rows:
        bare = _BULLET.sub("", row, count=1) if items else row
        bare = _NUMBERED.sub("", bare, count=1) if numbered else bare
        apart = (
            verse
            or bare != row
            or (found and found[-1].tight and (items or numbered) and is_sentence_end(found[-1].text))
        )
        if found and not apart:
            found[-1] = Block("words", f"{found[-1].text} {bare}", found[-1].tight)
        else:
            found.append(Block("words", bare, tight=bool(found) or bare != row))
    return [block for block in found if any(letter.isalnum() for letter in block.text)]


def _is_verse(rows: list[str]) -> bool:
    """Short rows that break before the margin would: a poem, not wrapped prose."""
    if len(rows) < 2 or max(len(row) for row in rows) > 60:
        return False
    capitals = sum(1 for row in rows if not row.lstrip("\"'“‘(—- ")[:1].islower())
    return capitals >= 0.6 * len(rows)


def _titled(blocks: list[Block], language: str) -> tuple[Block, ...]:
    spoken = [block for block in blocks if block.kind == "words"]
    if not blocks or not spoken:
        return tuple(Block("words", block.text) for block in blocks if block.text)
    first = blocks[0]
    chapter = is_chapter(first.text, language)
    if (first.kind == "heading" and not chapter) or (
        len(spoken) > 1 and first.kind == "words" and _is_title(first, blocks[1])
    ):
        blocks[0] = Block("title", first.text)
    if blocks[0].kind == "title" and len(blocks) > 2 and _BYLINE.fullmatch(blocks[1].text):
        del blocks[1]
    return tuple(blocks)


def _is_title(block: Block, after: Block) -> bool:
    text = block.text
    length = len(text.split())
    ended = is_sentence_end(text) or text.endswith((",", ":", ";", "-", "—", "，", "、"))
    return (
        length <= MOST_TITLE_WORDS
        and len(text) <= 80
        and not ended
        and not after.tight
        and not text.startswith(('"', "“", "'"))
    )
