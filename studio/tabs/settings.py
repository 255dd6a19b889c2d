"""The settings: who makes what in the open film, and of this machine the keys and the model packs.

Keys go in and never come out: the page learns only whether one is there. On a server where each visitor has films of their own,
keys and packs are its owner's and are not changed from the page.
"""

from __future__ import annotations

import gradio as gr

from engine import keys, makers, packs
from engine.errors import UserError
from engine.looks import MOODS
from engine.makers import Maker
from studio import show
from studio.actions import ACTIONS, act
from studio.allowed import page_value
from studio.fetching import Fetch
from studio.frame import frame, plain_top
from studio.moment import Moment
from studio.tabs import settings_voices
from studio.words import Words
from ui_components import machine
from ui_components.fields import Field, field
from ui_components.markup import Mark, part, text, wire

KINDS = (
    ("text", "settings.writer"), ("speech", "settings.speaker"), ("image", "settings.painter"), ("video", "settings.camera"),
    ("music", "settings.music.by"), ("sounds", "settings.sounds.by"), ("transcript", "settings.ear"),
    ("vision", "settings.eyes"),
)  # fmt: skip
CHOSEN = ("text", "speech", "image", "video", "sounds", "transcript", "vision")
"""The kinds whose maker is chosen; music is chosen by its mood."""


def build() -> tuple[gr.HTML, dict[str, gr.HTML]]:
    """The components of the page."""
    with gr.Row(elem_id="tab-settings", elem_classes=["page"]):
        line = wire("settings")
        with gr.Column(elem_classes=["page-in", "settings"]):
            parts = {
                f"settings-{name}": part(f"settings-{name}") for name in ("head", "makers", "keys", "voices", "packs")
            }
    return line, parts


def answer(moment: Moment) -> dict[str, str]:
    """Do what was asked, show all settings."""
    act(moment, {**ACTIONS, **OWN})
    around = frame(moment) if moment.film else {"top": plain_top(moment.t), "rail": "", "side": ""}
    return {
        "settings-head": _head(moment), "settings-makers": _makers(moment) if moment.film else "",
        "settings-keys": _keys(moment), "settings-voices": settings_voices.shown(moment), "settings-packs": _packs(moment), **around,
    }  # fmt: skip


def _head(moment: Moment) -> str:
    t = moment.t
    return f"<header><h1>{text(t('settings.page'))}</h1><p>{text(t('settings.private'))}</p></header>"


# ---------------------------------------------------------------- who makes what


def _makers(moment: Moment) -> str:
    t = moment.t
    body = machine.kinds([_kind(moment, kind, label) for kind, label in KINDS])
    return machine.section(t("settings.of", film=moment.snap.title), t("settings.makers.note"), body) + _cap(moment)


def _cap(moment: Moment) -> str:
    """What the film may cost."""
    t, now = moment.t, float(moment.snap.view.setting("spend_cap") or 0.0)
    item = Field("spend_cap", t("settings.cap.field"), f"{now:g}", "number", half=True, low=0, step=1)
    return machine.section(
        t("settings.cap"), t("settings.cap.note"), field(item).replace("data-option", 'data-change="maker"')
    )


def _kind(moment: Moment, kind: str, label: str) -> machine.Kind:
    t, now = moment.t, str(moment.snap.view.setting(kind) or "")
    listed = makers.makers(kind)
    if kind == "music":
        choices = [_choice(moment, kind, each, "") for each in listed]
        return machine.Kind("", t(label), tuple(choices), _mood(moment, now), _aside(moment, choices))
    nobody = makers.nobody(kind)
    if kind in CHOSEN and now not in ("", nobody) and now not in [each.name for each in listed]:
        listed = (*(each for each in listed if each.name != now.partition(":")[0]), makers.maker(kind, now))
    choices = [_choice(moment, kind, each, now) for each in listed]
    if kind == "text":
        choices.insert(0, _own(moment, "settings.own", now))
    if nobody:
        choices.insert(0, _own(moment, f"settings.{kind}.own", now, nobody))
    if kind == "transcript":
        choices = [_own(moment, "settings.ear.own", now), *(each for each in choices if makers.away(each.value))]
    if kind == "vision":
        choices.insert(0, _own(moment, "settings.eyes.own", now))
    more = _model(moment, kind, now)
    return machine.Kind(kind if kind in CHOSEN else "", t(label), tuple(choices), more, _aside(moment, choices))


def _aside(moment: Moment, choices: list[machine.Choice]) -> str:
    """What the makers are called that are folded away: models that are not on this computer."""
    return moment.t("settings.models.aside", n=sum(choice.aside for choice in choices))


def _own(moment: Moment, words: str, now: str, value: str = "") -> machine.Choice:
    """What is done where no maker is chosen."""
    t = moment.t
    return machine.Choice(value, t(words), Mark("approved", t("settings.ready")), t(f"{words}.line"), now == value)


def _choice(moment: Moment, kind: str, maker: Maker, now: str) -> machine.Choice:
    t = moment.t
    mark = Mark("approved", t("settings.ready")) if maker.ready else Mark("missing", t("settings.lacks"))
    name = show.maker(t, maker.name) if t.find(f"maker.{maker.name.partition(':')[0]}") else maker.label
    aside = maker.need == "package" and not (maker.ready or maker.away or maker.name == now)
    return machine.Choice(maker.name, name, mark, _needs(moment, kind, maker), maker.name == now, aside)


def _needs(moment: Moment, kind: str, maker: Maker) -> str:
    """What a maker needs, and the step that gets it where it lacks that."""
    t = moment.t
    price = _price(moment, kind, maker)
    if maker.ready:
        return f"{t('settings.away')} {price}".strip() if maker.away else t("settings.here")
    if maker.need == "key" and maker.what:
        own = not moment.desk.config.each_own
        needs = t("settings.needs.key", name=maker.what) if own else t("settings.needs.owner")
        return f"{needs} {price}".strip()
    if maker.need == "pack":
        pack = packs.pack(maker.what)
        return t("settings.needs.pack", title=pack.title, size=packs.megabytes(pack.size))
    return maker.note


def _price(moment: Moment, kind: str, maker: Maker) -> str:
    """What a usual piece takes at a service."""
    t = moment.t
    if maker.cost is None:
        return t("settings.price.unknown")
    return t(f"settings.price.{kind}", cost=show.cost(t, maker.cost)) if maker.cost else ""


def _model(moment: Moment, kind: str, now: str) -> str:
    """The model of a service, or a file of one's own, typed."""
    t = moment.t
    hint = t.find(f"settings.model.hint.{kind}") or t("settings.model.hint")
    item = Field(kind, t("settings.model"), now, "line", hint=hint)
    return field(item).replace("data-option", 'data-change="maker"')


def _mood(moment: Moment, now: str) -> str:
    t = moment.t
    values = tuple((v, t.find(f"cut.music.{v}") or v.capitalize()) for v in ("auto", "none", *MOODS))
    return field(Field("music", t("settings.mood"), now, "choice", options=values)).replace(
        "data-option", 'data-change="maker"'
    )


def _maker(moment: Moment) -> None:
    """Choose who makes a kind, for this film."""
    kind, name = moment.asked.id, moment.asked.text("value").strip()
    if kind not in (*CHOSEN, "music", "spend_cap"):
        raise UserError(moment.t("settings.none"))
    moment.open.project.set(kind, page_value(kind, name, shared=moment.desk.config.each_own))
    moment.say(moment.t("say.settings"), undo=True)


# ---------------------------------------------------------------- keys


def _wanted() -> list[str]:
    """The keys that a maker here reads, with the address that goes with one, and those that are kept already."""
    read = {maker.what for kind in makers.PROVIDERS for maker in makers.makers(kind) if maker.need == "key"}
    return [
        name
        for name, state in keys.states().items()
        if name in read or _goes_with(name, read) or state in ("kept", "elsewhere")
    ]


def _goes_with(name: str, read: set[str]) -> bool:
    return keys.NAMES[name].address and any(other.split("_")[0] == name.split("_")[0] for other in read)


def _keys(moment: Moment) -> str:
    t, states = moment.t, keys.states()
    owner = moment.desk.config.each_own
    if owner:
        return machine.section(t("settings.keys"), t("settings.keys.owner"), "")
    marks = {
        "kept": ("approved", "settings.key.set"), "outside": ("approved", "settings.key.outside"),
        "elsewhere": ("stale", "settings.key.none"), "none": ("missing", "settings.key.none"),
    }  # fmt: skip
    rows = [
        machine.KeyRow(
            name, _key_line(t, name, states[name]), Mark(marks[states[name]][0], t(marks[states[name]][1])),
            can_set=states[name] != "outside", can_forget=states[name] in ("kept", "elsewhere"), secret=not keys.NAMES[name].address,
        )
        for name in _wanted()
    ]  # fmt: skip
    words = (t("settings.key.keep"), t("settings.key.forget"), t("settings.key.box", name="{name}"))
    return machine.section(t("settings.keys"), t("settings.keys.note"), machine.keys(rows, t("settings.keys"), words))


def _key_line(t: Words, name: str, state: keys.State) -> str:
    """What a key is for; of one that was given for another server, for which."""
    if state == "elsewhere":
        return t("settings.key.elsewhere", server=keys.kept_for(name))
    return t.find(f"settings.key.{name}") or t("settings.key.other")


def _own_machine(moment: Moment) -> None:
    if moment.desk.config.each_own:
        raise UserError(moment.t("settings.owner"))


def _keep_key(moment: Moment) -> None:
    """Keep a key that was typed. It is in no answer: the box is emptied, and the page is told only that it is set."""
    _own_machine(moment)
    name = moment.asked.id
    keys.keep(name, moment.asked.values().get("key", ""))
    moment.reply.reset = f'[data-secret="{name}"]'
    moment.say(moment.t("settings.key.kept", name=name))


def _forget_key(moment: Moment) -> None:
    _own_machine(moment)
    keys.forget(moment.asked.id)
    moment.say(moment.t("settings.key.forgotten", name=moment.asked.id))


# ---------------------------------------------------------------- packs


def _packs(moment: Moment) -> str:
    t, ways = moment.t, moment.desk.fetching.all()
    rows = [_pack(moment, pack, ways.get(pack.id)) for pack in packs.packs()]
    busy = any(way.state in ("queued", "working") for way in ways.values())
    body = machine.packs(rows, t("settings.packs"), busy)
    return machine.section(t("settings.packs"), t("settings.packs.note"), body)


def _pack(moment: Moment, pack: packs.Pack, way: Fetch | None) -> machine.PackRow:
    t, state = moment.t, packs.state(pack)
    facts = t("settings.pack.facts", licence=pack.licence, size=packs.megabytes(pack.size))
    mark, line, share, act = _standing(moment, state, way)
    if moment.desk.config.each_own:
        act = ""
    return machine.PackRow(pack.id, pack.title, pack.purpose, facts, mark, line, share, act, t(f"settings.{act}") if act else "")  # fmt: skip


def _standing(moment: Moment, state: str, way: Fetch | None) -> tuple[Mark, str, float | None, str]:
    """A pack's mark, what is said of it, how far it is, and the button's verb."""
    t = moment.t
    if way is not None and way.state in ("queued", "working"):
        return Mark(way.state, t(f"state.{way.state}")), way.message or t("settings.pack.waits"), way.share, "stop-pack"
    if state == "ready":
        return Mark("approved", t("settings.ready")), "", None, ""
    if way is not None and way.state == "failed":
        return Mark("failed", t("state.failed")), way.message, None, "fetch-pack"
    if state == "partial":
        return Mark("missing", t("settings.pack.part")), "", None, "fetch-pack"
    return Mark("missing", t("settings.pack.absent")), "", None, "fetch-pack"


def _fetch_pack(moment: Moment) -> None:
    _own_machine(moment)
    moment.desk.fetching.ask(moment.asked.id)


def _stop_pack(moment: Moment) -> None:
    _own_machine(moment)
    moment.desk.fetching.cancel(moment.asked.id)


OWN = {
    "maker": _maker, "keep-key": _keep_key, "forget-key": _forget_key, "fetch-pack": _fetch_pack, "stop-pack": _stop_pack,
    **settings_voices.ACTIONS,
}  # fmt: skip
