"""What is seen while words are spoken, and how characters look: proposed by a model, kept only where the text bears it out.

Optional help beside the rules: where nothing passes, the answer is empty and the rule's own words stay. Knows providers by their contract.
Example: `write_pictures([Passage("Marta leans over the rail.")], entries, provider)` -> ("Marta leans over a rail at night, ...",)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import regex

from engine.artifacts import BibleEntry
from engine.errors import BadOutput
from engine.planning.answers import PictureText
from engine.planning.repair import finished, folded, foreign_letters, meta_talk, shared_runs, tidy, words
from engine.prompts import prompt
from engine.providers.contract import Progress, TextProvider, TextRequest, silent

PROMPTS = ("shotlist/pictures", "bible/characters")

_LITTLE = frozenset(
    words(
        "about above across after again against along also among an and are around as at away back be because been before behind below beside "
        "between but by can did do does down each else every for from had has have he her here him his how in into is it its just like many me "
        "more most much my near no not of off on once one only onto or other our out over own said same she so some still such than that the "
        "their them then there these they this those through to too toward towards under until up upon us very was we were what when where "
        "which while who with without would you your"
    )
)
_TALK = frozenset(
    words(
        "say says said tell tells told ask asks asked answer answers reply replies speak speaks talk talks whisper whispers shout shouts think "
        "thinks wonder wonders remember remembers feel feels know knows label labels sign signs signboard text words caption writing written "
        "letters logo title"
    )
)


@dataclass(frozen=True)
class Passage:
    """The words of a shot, and who the rules found in them."""

    text: str
    characters: tuple[str, ...] = ()
    place: str = ""


def write_pictures(
    passages: Sequence[Passage],
    entries: Iterable[BibleEntry],
    provider: TextProvider,
    progress: Progress = silent,
    *,
    together: int = 6,
    seed: int = 0,
    prompts: Path | None = None,
) -> tuple[str, ...]:
    """A picture's text for each passage, '' where no answer passed the checks. Asks for `together` passages in one call
    (1 for a small model); those that failed are asked for once more, one at a time. Looks are put in by rule, from the entries."""
    cast = {entry.name: entry for entry in entries if entry.kind == "character"}
    template = prompt("shotlist/pictures", prompts)
    found: dict[int, str] = {}
    groups = [range(start, min(start + together, len(passages))) for start in range(0, len(passages), max(1, together))]
    for number, group in enumerate([*groups, *([index] for index in range(len(passages)))]):
        open_ones = [index for index in group if index not in found]
        if not open_ones:
            continue
        progress(min(0.99, len(found) / max(1, len(passages))), f"{len(found)} of {len(passages)} pictures")
        request = template.render(
            seed=seed + number,
            passages=[passages[index].text for index in open_ones],
            characters=[f"{entry.name}: {entry.look}".rstrip(": ") for entry in cast.values()],
            place=passages[open_ones[0]].place,
        )
        for index, picture in zip(open_ones, _pictures(request, provider, len(open_ones)), strict=False):
            text = _seen(picture)
            if not picture_fault(text, passages[index], template.system, cast):
                found[index] = with_looks(text, cast.values())
    progress(1.0, f"{len(found)} of {len(passages)} pictures")
    return tuple(found.get(index, "") for index in range(len(passages)))


def picture_fault(text: str, passage: Passage, example: str = "", cast: Iterable[str] = ()) -> str:
    """Why a picture's text may not be used for the passage; '' where it may. `example` is our own text, which may not come back;
    `cast` are the names of the film, of which only those of the passage may be seen."""
    spoken, shown = folded([passage.text]), folded([text])
    if foreign_letters(text, "en") or meta_talk(text) or not finished(text) or not 5 <= len(words(text)) <= 40:
        return "It is not one plain English sentence."
    if regex.search(r"[\"“”‘]|(?<!\p{L})'", text) or shown & _TALK:
        return "It has talk or writing in it."
    if missing := [name for name in passage.characters if not folded([name]) & shown]:
        return f"{missing[0]} is not in it."
    here = spoken | folded(passage.characters)
    if stray := [name for name in cast if folded([name]) - _LITTLE <= shown and not folded([name]) & here]:
        return f"{stray[0]} is not in the passage."
    things = spoken - _LITTLE - folded(passage.characters)
    if things and not shown & (things | {word.removesuffix("s") for word in things}):
        return "It has nothing of the passage but names."
    leaked = [run for run in shared_runs(text, example) if run not in shared_runs(passage.text, example)]
    return f'"{leaked[0]}" comes from the example.' if leaked else ""


def with_looks(text: str, entries: Iterable[BibleEntry]) -> str:
    """The text with each character's look after its first mention, unless it is said already."""
    for entry in entries:
        look = entry.look.strip().rstrip(".")
        if not look or folded([look]) - _LITTLE <= folded([text]):
            continue
        name = next((name for name in (entry.name, *entry.aliases) if _mention(name).search(text)), "")
        text = _mention(name).sub(lambda found, look=look: f"{found[0]} ({look})", text, count=1) if name else text
    return text


def describe_characters(
    text: str,
    names: Sequence[str],
    provider: TextProvider,
    progress: Progress = silent,
    *,
    seed: int = 0,
    prompts: Path | None = None,
) -> dict[str, str]:
    """How those of the characters look of whom the text says it: name -> look, in the text's own words. A look is kept only
    where the model can quote the words and they stand in the text."""
    progress(0.0, "reading the text")
    request = prompt("bible/characters", prompts).render(seed=seed, text=text, names=names)
    answered = provider.write(request, progress).data["characters"]
    held, plain = folded([text]), " ".join(words(text)).casefold()
    looks: dict[str, str] = {}
    for item in answered:
        quoted = " ".join(words(item["quote"])).casefold()
        borne_out = len(quoted.split()) >= 2 and quoted in plain and folded([item["look"]]) - _LITTLE <= held
        if borne_out and item["name"] in names and words(item["look"]):
            looks[item["name"]] = item["look"].strip().rstrip(".")
    return looks


def _pictures(request: TextRequest, provider: TextProvider, count: int) -> list[PictureText]:
    """The model's pictures; none where it did not give one for each passage, since they could not be told apart."""
    request = replace(request, max_tokens=max(300, 200 * count))
    try:
        answered = provider.write(request).data["pictures"]
        return [PictureText.model_validate(item) for item in answered] if len(answered) == count else []
    except (BadOutput, ValueError):
        return []


def _seen(picture: PictureText) -> str:
    """The sentence of the picture, whole, with the place where it does not name it."""
    text = tidy(picture.seen)
    return text if finished(text) else f"{text.rstrip(' ,;:')}."


def _mention(name: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}}){regex.escape(name)}(?!\p{{L}})", regex.I)
