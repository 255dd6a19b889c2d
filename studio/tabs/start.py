"""Where a film begins: one box for a story or an idea, shape, look and voice, and the list of films with what can be done to them.

'Make the script' goes stage by stage; 'Make the whole film' begins the film and shows its plan before anything runs.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import gradio as gr
from pydantic import ValidationError

from engine import looks
from engine.artifacts import Brief
from engine.errors import BadEdit, MissingDependency, UserError
from engine.settings import machine_settings
from studio import cards, makers, questions
from studio.actions import keys_card, uploaded
from studio.frame import plain_top
from studio.glance import glance
from studio.library import Listed, NotYours
from studio.moment import COUNT, Moment
from ui_components.choices import FilmCard, Tile, film_list, tiles
from ui_components.dialogs import closing, dialog, note_box
from ui_components.markup import button, part, text, wire

ROOT = Path(__file__).resolve().parents[2]
SAMPLE_FILM = ROOT / "ui_components" / "assets" / "sample.mp4"
SAMPLE_STORY = {"en": "paper_boat.txt", "hi": "hindi_story.txt"}
SHAPES = {
    "wide": ("1280x720", (22, 13), "16:9"),
    "tall": ("720x1280", (12, 21), "9:16"),
    "square": ("1080x1080", (17, 17), "1:1"),
}
FEW_WORDS = 12
"""A text of fewer words is an idea: somebody has to write the story first."""


def build() -> tuple[gr.HTML, dict[str, gr.HTML]]:
    """The components of the tab."""
    with gr.Column(elem_id="tab-start", elem_classes=["page"]):
        line = wire("start")
        with gr.Column(elem_classes=["page-in"]):
            with gr.Column(elem_id="start-all"):
                parts = {name: part(name) for name in ("start-hello", "start-compose")}
                with gr.Row(elem_id="cards-row"):
                    parts |= {name: part(name) for name in ("start-cards", "start-draft")}
            parts["start-films"] = part("start-films")
    return line, parts


def answer(moment: Moment) -> dict[str, str]:
    """Do what was asked, show the box and the films."""
    if moment.asked.do in CARDS:
        return CARDS[moment.asked.do](moment)
    todo = ACTIONS.get(moment.asked.do)
    found: dict[str, str] = {}
    if todo:
        try:
            todo(moment)
        except MissingDependency:
            found = cards.offer(moment, needed=True)
    if moment.reply.go:
        return {}
    return {
        **found,
        "start-hello": _hello(moment),
        "start-compose": _compose(moment),
        "start-films": _films(moment),
        "top": plain_top(moment.t),
    }


# ---------------------------------------------------------------- what is shown


def _hello(moment: Moment) -> str:
    t = moment.t
    watch = button(t("start.sample"), "sample", kind="quiet", glyph="play") if SAMPLE_FILM.is_file() else ""
    story = button(t("cards.open"), "cards", kind="quiet") + button(t("start.try"), "try", kind="quiet")
    return f'<div class="hello"><div><h1>{text(t("start.title"))}</h1><p>{text(t("start.line"))}</p></div><span class="rw-grow"></span>{story}{watch}</div>'


def _compose(moment: Moment) -> str:
    t = moment.t
    box = (
        f'<label class="field story"><span class="rw-sr">{text(t("start.box"))}</span><textarea name="text" data-keep data-counted="#story-count" '
        f'placeholder="{text(t("start.hint"))}"></textarea></label>'
    )
    count = f'<p id="story-count" class="said-count rw-muted rw-s rw-num" aria-live="polite" data-words="{text(t("start.count", n="{n}", time="{time}", shots="{shots}"))}" data-none="{text(t("start.private"))}">{text(t("start.private"))}</p>'
    bar = f'<div class="compose-bar">{count}{button(t("start.whole"), "make-film")}{button(t("start.script"), "make-script", kind="primary", extra=" data-default")}</div>'
    return f'<div data-form><div class="compose">{box}<div class="choose">{_shape(moment)}{_look(moment)}{_voice(moment)}</div></div>{bar}</div>'


def _shape(moment: Moment) -> str:
    t = moment.t
    items = [Tile(name, t(f"start.{name}"), ratio, shape=frame) for name, (_, frame, ratio) in SHAPES.items()]
    return tiles("shape", t("start.shape"), items, "wide", columns=3)


def _look(moment: Moment) -> str:
    t = moment.t
    items = [Tile(name, t.find(f"look.{name}") or name.capitalize(), colours=_colours(name)) for name in looks.names()]
    return tiles("look", t("start.look"), items, looks.names()[0], columns=len(items))


def _colours(name: str) -> tuple[str, ...]:
    """Five colours from dark to light, the lamp and an accent of a look."""
    look = looks.look(name)
    palette = looks.palette_for(look, "calm")
    return tuple(f"#{looks.to_hex(colour)}" for colour in (*palette.ramp, palette.light, palette.accent))


def _voice(moment: Moment) -> str:
    t = moment.t
    first, second = ("hi", "en") if t.language == "hi" else ("en", "hi")
    listed = [*makers.voices(first)[:12], *makers.voices(second)[:4]]
    items = [Tile(v.name, v.label, ", ".join(p for p in (t.find(f"lang.{v.language}") or v.language, t.find(f"start.gender.{v.gender}")) if p),
                  listen=t("start.listen", name=v.label)) for v in listed]  # fmt: skip
    return tiles("voice", t("start.voice"), [Tile("", t("start.voice.auto")), *items], "", classes="voices")


def _films(moment: Moment) -> str:
    t = moment.t
    cards = [_card(moment, listed) for listed in moment.desk.library.films(moment.visitor)]
    load = f'<label class="rw-b quiet small" tabindex="-1">{text(t("start.import"))}<input class="rw-sr" type="file" accept=".zip" data-upload="import"></label>'
    empty = "" if cards else f'<p class="rw-muted">{text(t("start.nofilms"))}</p>'
    return film_list(cards, t("start.films"), load) + empty


def _card(moment: Moment, listed: Listed) -> FilmCard:
    t = moment.t
    seen = glance(moment.desk.library.folder(moment.visitor, listed.id), listed.changed, t.language)
    at = seen.changed or datetime.fromtimestamp(listed.changed, UTC).isoformat()
    menu = (
        ("rename", t("start.rename"), ""), ("duplicate", t("start.duplicate"), ""),
        ("export", t("start.export"), f"/export/{listed.id}/project"), ("delete", t("start.delete"), ""),
    )  # fmt: skip
    picture = f"/thumb/{listed.id}/{seen.picture}?w=640" if seen.picture else ""
    return FilmCard(
        listed.id,
        seen.title,
        seen.state,
        at,
        "",
        picture,
        t("start.nopic"),
        seen.steps,
        seen.tab,
        t("start.more", name=seen.title),
        menu,
    )


# ---------------------------------------------------------------- what can be done


def make_script(moment: Moment) -> None:
    """Begin a film and have its bible and script made; the script waits for the person's eye."""
    _made(moment, _begin(moment))


def make_film(moment: Moment) -> None:
    """Begin a film and show what making it to the end would do."""
    film = _begin(moment)
    opened = Moment(moment.desk, moment.visitor, moment.asked, moment.t, moment.desk.film(moment.visitor, film))
    moment.reply.dialog = questions.plan(opened, "all-the-way")
    moment.reply.go = {"film": film, "stage": "project"}


def write_with(moment: Moment) -> None:
    """Have one of the writers that were offered make the script of the idea."""
    if moment.asked.id not in cards.writers(moment):
        raise UserError(moment.t("cards.write.gone"))
    _made(moment, _begin(moment, writer=moment.asked.id))


def _begin(moment: Moment, writer: str = "") -> str:
    from engine.language.text import read_text

    values, t = moment.asked.values(), moment.t
    written = values.get("text", "")
    if not written.strip():
        raise UserError(t("start.empty"))
    idea = len(written.split()) < FEW_WORDS
    body = read_text(written, "the text", minimum_words=3 if idea else 10)
    settings = {"voice": values["voice"]} if values.get("voice") else {}
    if writer:
        settings["text"] = writer
    elif idea and not machine_settings().get("text"):
        from engine.cards import IDEA_NEEDS_A_WRITER

        raise MissingDependency(IDEA_NEEDS_A_WRITER, provider="text")
    film = moment.desk.create(moment.visitor, _brief(values, body, idea), settings)
    moment.reply.reset = "textarea[name=text]"
    return film


def _brief(values: dict[str, str], body: str, idea: bool) -> Brief:
    from engine.planning.script import detect_mode

    language = _language(values, body)
    size = SHAPES.get(values.get("shape", ""), SHAPES["wide"])[0]
    mode = "idea" if idea else detect_mode(body, language)
    try:
        return Brief(text=body, mode=mode, language=language, sizes=(size,), look=values.get("look") or "paper")
    except ValidationError as error:
        raise BadEdit(str(error.errors()[0]["msg"]).removeprefix("Value error, ") + ".") from None


def _language(values: dict[str, str], body: str) -> str:
    """What the text is written in, as far as its letters tell; the chosen voice decides among the rest."""
    letters = [c for c in body if c.isalpha()]
    if sum("\u0900" <= c <= "\u097f" for c in letters) > len(letters) / 2:
        return "hi"
    spoken = next(
        (v.language for code in ("en", "hi") for v in makers.voices(code) if v.name == values.get("voice")), "en"
    )
    return "en" if spoken == "en-us" or not spoken.startswith("en") else spoken


def card_begin(moment: Moment) -> dict[str, str]:
    """Begin a film from a filled card; its bible and its draft are made, and wait for the person's eye."""
    values = moment.asked.values()
    wishes = Brief(
        text="-", sizes=(SHAPES.get(values.get("shape", ""), SHAPES["wide"])[0],), look=values.get("look") or "paper"
    )
    begun = cards.brief(moment, wishes)
    spoken = {voice.name for voice in makers.voices(begun.language)}
    settings = {"voice": values["voice"]} if values.get("voice") in spoken else {}
    _made(moment, moment.desk.create(moment.visitor, begun, settings))
    return {"start-cards": "", "start-draft": ""}


def _made(moment: Moment, film: str) -> None:
    """Have bible and script made, and go there."""
    found = moment.desk.film(moment.visitor, film)
    found.ask("make", "bible", approve="all")
    found.ask("make", "script")
    moment.reply.go = {"film": film, "stage": "script"}
    moment.reply.reset = "textarea[name=text]"
    moment.say(moment.t("say.made.film"))


def try_story(moment: Moment) -> None:
    """Put the sample story into the box."""
    file = ROOT / "samples" / SAMPLE_STORY[moment.t.language]
    moment.reply.fill = ("textarea[name=text]", file.read_text(encoding="utf-8").strip())


def sample(moment: Moment) -> None:
    """The finished sample, to look at."""
    body = '<video controls autoplay playsinline style="width:100%" src="/assets/sample.mp4"></video>'
    moment.reply.dialog = dialog(
        next(COUNT), moment.t("start.sample"), body, closing(moment.t("keys.close")), wide=True
    )


def rename(moment: Moment) -> None:
    """Ask for the title."""
    t, film = moment.t, moment.desk.film(moment.visitor, moment.asked.id)
    body = note_box("title", t("start.rename.label"), film.snapshot().title, lines=1)
    go = button(t("start.rename.go"), "rename-to", kind="primary", id=film.id)
    moment.reply.dialog = dialog(next(COUNT), t("start.rename.title"), body, closing(t("plan.cancel"), go))


def rename_to(moment: Moment) -> None:
    """The new title, as an edit of the brief."""
    film = moment.desk.film(moment.visitor, moment.asked.id)
    film.project.edit("brief", field="title", value=moment.asked.values().get("title", "").strip()[:200])
    moment.say(moment.t("say.renamed"))


def duplicate(moment: Moment) -> None:
    """A copy, under a new id."""
    moment.desk.shut(moment.visitor, moment.asked.id)
    moment.desk.library.duplicate(moment.visitor, moment.asked.id)
    moment.say(moment.t("say.duplicated"))


def delete(moment: Moment) -> None:
    """Out of the list, with an undo."""
    moment.desk.library.folder(moment.visitor, moment.asked.id)
    moment.desk.shut(moment.visitor, moment.asked.id)
    moment.desk.library.delete(moment.visitor, moment.asked.id)
    moment.say(moment.t("say.deleted"), act="restore", act_label=moment.t("say.undo"), act_id=moment.asked.id)


def restore(moment: Moment) -> None:
    """A deleted film back into the list."""
    moment.desk.library.restore(moment.visitor, moment.asked.id)
    moment.say(moment.t("say.restored"))


def load(moment: Moment) -> None:
    """A film file as a new film."""
    if not moment.visitor:
        raise NotYours("Sign in again; this visitor is not known.")
    with uploaded(moment) as file:
        moment.desk.library.unpack(moment.visitor, file, Path(moment.asked.text("name")).stem)
    moment.say(moment.t("say.imported"))


ACTIONS: dict[str, Callable[[Moment], None]] = {
    "make-script": make_script, "write-with": write_with, "make-film": make_film, "try": try_story, "sample": sample, "rename": rename, "rename-to": rename_to,
    "duplicate": duplicate, "delete": delete, "restore": restore, "import": load, "help": keys_card,
}  # fmt: skip
CARDS: dict[str, Callable[[Moment], dict[str, str]]] = {
    "cards": cards.offer, "card-shape": cards.form, "card-example": cards.example, "card-lines": cards.lines, "card-begin": card_begin,
    "cards-close": lambda _: {"start-cards": "", "start-draft": ""},
}  # fmt: skip
