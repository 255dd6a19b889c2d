"""What the pretended server says when it is run by hand: sensible answers to every question that the studio asks a writer.

Tests script their own replies; this is for trying the page and the command line without a key.
"""

from __future__ import annotations

import re
from typing import Any

from engine.cards import example_card, fill, speakers
from tests.fakes.openai_server import Asked, Reply, say

TITLE = "The Clock That Waited"
# (scene, speaker, text, may be left out, emotion, pause)
STORY = (
    ("The station", "narrator", "In the station of Brannock Halt there is a clock that is always four minutes late.", 0, "", "normal"),
    ("The station", "narrator", "Nobody mends it. Travellers set their watches by it, miss their trains, and complain to Oskar.", 1, "", "normal"),
    ("The station", "narrator", "Oskar is the stationmaster. He is also the porter, the ticket office, and the man who waters the geraniums.", 1, "", "normal"),
    ("The station", "Traveller", "Your clock is slow.", 0, "", "short"),
    ("The station", "Oskar", "It is not slow. It is waiting.", 0, "calm", "normal"),
    ("The station", "narrator", "For whom, he never says.", 1, "", "long"),
    ("The snow", "narrator", "Long ago, on a night of snow, the last train stood at the platform with its lamps lit.", 0, "", "normal"),
    ("The snow", "narrator", "A girl was meant to be on it. She had a place at a school in the city, a paper suitcase, and no money for a second ticket.", 0, "", "normal"),
    ("The snow", "narrator", "Oskar saw her lantern far out on the white road, swinging, small as a spark.", 0, "", "normal"),
    ("The snow", "narrator", "He looked at the clock. One minute. She needed five.", 0, "tense", "normal"),
    ("The snow", "narrator", "There is a rule about trains. There is no rule about clocks.", 1, "", "normal"),
    ("The snow", "narrator", "So he fetched the long ladder, climbed up in the wind, and held the minute hand with his bare thumb.", 0, "", "normal"),
    ("The snow", "narrator", "Down below, the guard looked up, looked at his whistle, and put it back in his pocket.", 1, "", "normal"),
    ("The snow", "narrator", "For four minutes the hand trembled under his thumb like a bird.", 0, "tense", "normal"),
    ("The snow", "narrator", "Then a paper suitcase came flying through the door, and a girl after it.", 0, "", "long"),
    ("The years", "narrator", "The train left at the right time, by the clock.", 0, "", "normal"),
    ("The years", "Inspector", "Was it late?", 1, "", "short"),
    ("The years", "Oskar", "Look up, sir. It left on the minute.", 1, "calm", "normal"),
    ("The years", "narrator", "Oskar never put the hand forward again. It would have felt like taking something back.", 0, "", "normal"),
    ("The years", "narrator", "He grew old under it. The geraniums grew old too, and were followed by other geraniums.", 1, "", "long"),
    ("Today", "narrator", "Today the line is to be closed. Men have come from the city with a list, and the clock is on it.", 0, "", "normal"),
    ("Today", "narrator", "With them is a woman in a grey coat, who signs things.", 0, "", "normal"),
    ("Today", "narrator", "She looks up at it, then at her watch, and then for a long while at nothing.", 1, "", "normal"),
    ("Today", "Woman", "This one stays.", 0, "solemn", "normal"),
    ("Today", "Man with a list", "It does not even keep time.", 0, "", "short"),
    ("Today", "Woman", "It kept four minutes of it for me.", 0, "warm", "long"),
    ("Today", "narrator", "Oskar takes off his cap, since he does not know what else to do with his hands.", 1, "", "normal"),
    ("Today", "narrator", "Trains still stop at Brannock Halt. They are on time. It is the clock that is late, and it is in no hurry.", 0, "", "long"),
)  # fmt: skip
WORDS = (
    "lantern",
    "garden wall",
    "river",
    "kitchen",
    "market",
    "hill",
    "window",
    "bridge",
    "harbour",
    "orchard",
    "stairs",
    "yard",
)


def tell(asked: Asked) -> Reply:
    """An answer that fits the question, known by the name of its form."""
    user = asked.words("user")
    kind = asked.schema_name
    if kind.startswith("write_"):
        return say(script(user), tokens=(700, 900))
    if kind == "fill":
        return say(slots(asked.body["response_format"]["json_schema"]["schema"]))
    if kind == "pictures":
        return say({"pictures": [picture(text) for text in passages(user)]})
    if kind == "characters":
        return say({"characters": []})
    if kind in ("rewrite_line", "say_notes"):
        return say({"text": shorter(_between(user, "line") or _between(user, "note"))})
    return say("A lamp, a road, and somebody who comes home.")


def script(user: str) -> dict[str, Any]:
    """The story of the clock in about as many words as were asked for; two short ones in Hindi."""
    if "Hindi" in user:
        return _hindi()
    found = re.search(r"about (\d+) spoken words", user, re.IGNORECASE)
    wanted = int(found[1]) if found else 360
    chosen = [row for row in STORY if not row[3]]
    for row in (row for row in STORY if row[3]):
        if sum(len(line[2].split()) for line in [*chosen, row]) <= wanted * 1.05:
            chosen.append(row)
    rows = [row for row in STORY if row in chosen]
    scenes = [
        {"title": title, "lines": [_line(*row[1:3], *row[4:]) for row in rows if row[0] == title]}
        for title in dict.fromkeys(row[0] for row in rows)
    ]
    return {"title": TITLE, "scenes": scenes}


def slots(schema: dict[str, Any]) -> dict[str, str]:
    """Plain words for every slot of a card."""
    filled = {}
    for number, (name, form) in enumerate(schema["properties"].items()):
        word = WORDS[number % len(WORDS)]
        sentence = f"Down by the {word} everything was quiet, and then it was not."
        filled[name] = form["enum"][0] if "enum" in form else sentence if number > 5 else f"the {word}"
    return filled


def picture(text: str) -> dict[str, str]:
    """A picture that shows the longest words of its passage."""
    longest = sorted(dict.fromkeys(re.findall(r"[A-Za-z]+", text)), key=len)[-2:]
    seen = f"Soft evening light falls on {' and '.join(longest)} in a wide quiet place."
    return {"who": "", "where": "", "thing": longest[-1] if longest else "light", "seen": seen}


def passages(user: str) -> list[str]:
    """The numbered rows between the tags."""
    return re.findall(r"^\d+\. (.+)$", _between(user, "passages"), re.MULTILINE)


def shorter(text: str) -> str:
    """The first two thirds of a text."""
    words = text.split()
    return " ".join(words[: max(3, len(words) * 2 // 3)]).rstrip(".,;:!?") + "."


def _between(user: str, tag: str) -> str:
    found = re.search(rf"<{tag}>\s*(.*?)\s*</{tag}>", user, re.DOTALL)
    return found[1] if found else ""


def _line(speaker: str, text: str, emotion: str, pause: str) -> dict[str, str]:
    return {"speaker": speaker, "text": text, "emotion": emotion or "plain", "pause": pause}


def _hindi() -> dict[str, Any]:
    cards = [example_card(shape, "hi") for shape in ("fable", "search")]
    names = speakers(cards[1])
    scenes = [
        {
            "title": scene.title,
            "lines": [
                _line(names.get(line.speaker, line.speaker), line.text, line.emotion, "normal") for line in scene.lines
            ],
        }
        for card in cards
        for scene in fill(card).scenes
    ]
    return {"title": "दो कहानियाँ", "scenes": scenes}
