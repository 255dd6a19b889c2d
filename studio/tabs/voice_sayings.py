"""The lexicon: words and how they are said in this film, kept on the style entry of the bible; each can be listened to first.

Example: `editor(moment)` -> rows of word and sound; a row that is left is kept by 'sayings'.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from engine.artifacts import NARRATOR
from engine.errors import BadEdit
from engine.types import Key
from studio.moment import Moment
from ui_components.lines import Saying, lexicon

STYLE = Key("bible", "style")
MOST = 200


def editor(moment: Moment) -> str:
    """The rows of the lexicon."""
    t, take = moment.t, moment.snap.view.take(STYLE)
    entry = moment.snap.view.content(STYLE)
    if entry is None or take is None:
        return ""
    words = Saying(
        t("field.lexicon"), t("saying.word"), t("saying.said"), t("saying.listen"), t("saying.remove"), t("saying.hint"),
        f"/say/{quote(moment.asked.film)}", _voice(moment),
    )  # fmt: skip
    return lexicon(sorted(entry.lexicon.items()), str(STYLE), take.number, words)


def _voice(moment: Moment) -> str:
    """Who lets a word be heard: whoever speaks the chosen line, else the narrator."""
    line = moment.snap.view.content(Key("script", moment.asked.unit)) if moment.asked.tab == "voice" else None
    entry = moment.snap.view.content(Key("bible", line.speaker if line else NARRATOR))
    return str(entry.voice) if entry else ""


def keep(moment: Moment) -> None:
    """The whole lexicon as it stands on the page, over what was loaded; words that others added meanwhile stay."""
    pairs, before = moment.asked.data.get("pairs"), moment.asked.data.get("before")
    entry = moment.snap.view.content(STYLE)
    if not isinstance(pairs, list) or not isinstance(before, list) or entry is None:
        raise BadEdit(moment.t("saying.lost"))
    new, old = _read(pairs), _read(before)
    kept = {word: said for word, said in entry.lexicon.items() if word in new or word not in old}
    found = {**kept, **{word: said for word, said in new.items() if said}}
    if len(found) > MOST:
        raise BadEdit(moment.t("saying.many", n=MOST))
    if found != dict(entry.lexicon):
        moment.open.project.edit(str(STYLE), field="lexicon", value=found)
        moment.say(moment.t("saying.kept", n=len(found)), undo=True)


def _read(rows: list[object]) -> dict[str, str]:
    """Rows as the page sends them: [word, said]."""
    pairs = [row for row in rows if isinstance(row, list) and len(row) == 2 and not isinstance(row, Mapping)]
    return {
        " ".join(str(word).split())[:80]: " ".join(str(said).split())[:80] for word, said in pairs if str(word).strip()
    }


ACTIONS = {"sayings": keep}
