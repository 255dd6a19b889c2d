"""Below a picture: the words that its painter was told, to be changed; and an opinion on it, by whoever looks or by measures.

Both are the person's to use or not: nothing is made before a button says so.
"""

from __future__ import annotations

from engine import guidance
from engine.artifacts import Keyframe
from engine.errors import UserError
from engine.guidance import Opinion
from engine.types import Key
from studio import show
from studio.actions import key_of
from studio.moment import Moment
from ui_components import shots
from ui_components.detail import why
from ui_components.markup import button, text

DRAWERS = ("illustrator", "typographic")
"""Makers that read the shot itself and are told nothing in words."""
BOX = "#own-words"
MOST_WORDS = 2000


def extra(moment: Moment, key: Key) -> str:
    """The two folds; nothing while there is no picture."""
    found = moment.snap.view.content(key)
    return _prompt(moment, key, found) + _opinion(moment, key) if isinstance(found, Keyframe) else ""


def _prompt(moment: Moment, key: Key, there: Keyframe) -> str:
    view, t = moment.snap.view, moment.t
    if str(view.setting("image", key)).partition(":")[0] in DRAWERS:
        return ""
    own = str(view.setting("prompt", key) or "")
    acts = [(t("frames.prompt.go"), "prompt-remake", "small")]
    acts += [(t("frames.prompt.back"), "prompt-back", "quiet small")] if own else []
    return shots.own_words(t("frames.prompt"), own or there.prompt, t("frames.prompt.hint"), acts, key.unit)


def _opinion(moment: Moment, key: Key) -> str:
    t, view = moment.t, moment.snap.view
    eyes = str(view.setting("vision", key) or "")
    who = show.maker(t, eyes) if eyes else t("frames.look.measures")
    asked = next((a for a in moment.snap.asks if a.verb == "look" and a.target == str(key)), None)
    busy = asked is not None and asked.state in ("queued", "running")
    body = why("working", t("frames.look.busy")) if busy else ""
    if asked is not None and asked.state == "failed":
        body = why("failed", t("frames.look.failed"), str(asked.outcome.get("error", "")))
    found = guidance.seen(moment.open.project, view, key)
    body += _told(moment, found) if found and not busy else ""
    again = button(t("frames.look.go", who=who), "picture-look", kind="small", id=key.unit, off=busy)
    title = text(t("frames.look.title"))
    return f'<details class="fold" open><summary>{title}</summary><div class="opinion">{body}{again}</div></details>'


def _told(moment: Moment, found: Opinion) -> str:
    """An opinion in words: scores, what is missing and wrong, and words to use instead."""
    t = moment.t
    scores = [(t(f"frames.look.{name}"), f"{value:.0%}") for name, value in (("match", found.match), ("consistency", found.consistency)) if value is not None]  # fmt: skip
    notes = [(t(f"frames.look.{name}"), ", ".join(words)) for name, words in (("missing", found.missing), ("faults", found.faults)) if words]  # fmt: skip
    notes = notes or [(t("frames.look.fine"), "")]
    use = button(t("frames.look.use"), "opinion-use", kind="quiet small") if _usable(moment, found) else ""
    more = [(t("frames.look.suggestion"), found.suggestion)] if found.suggestion else []
    return shots.opinion(scores, [*notes, *more], use)


def _usable(moment: Moment, found: Opinion) -> bool:
    maker = str(moment.snap.view.setting("image", Key.parse(found.key)))
    return bool(found.suggestion) and maker.partition(":")[0] not in DRAWERS


# ---------------------------------------------------------------- what is done


def _remake(moment: Moment) -> None:
    """Make the picture by one's own words, with a new seed."""
    words = " ".join(moment.asked.values().get("prompt", "").split())[:MOST_WORDS]
    if not words:
        raise UserError(moment.t("frames.prompt.empty"))
    _again(moment, words)


def _back(moment: Moment) -> None:
    """Make it by the words of the shot again."""
    _again(moment, " ")


def _again(moment: Moment, words: str) -> None:
    key = key_of(moment)
    moment.open.ask("regenerate", key, prompt=words)
    moment.say(moment.t("frames.prompt.asked", what=show.piece_name(moment.t, moment.pieces, key)))


def _look(moment: Moment) -> None:
    """Ask for an opinion."""
    moment.open.ask("look", key_of(moment))


def _use(moment: Moment) -> None:
    """Put the words of an opinion into the box; nothing is made yet."""
    found = guidance.seen(moment.open.project, moment.snap.view, Key.parse(key_of(moment)))
    if found and found.suggestion:
        moment.reply.fill = (BOX, found.suggestion)


ACTIONS = {"prompt-remake": _remake, "prompt-back": _back, "picture-look": _look, "opinion-use": _use}
