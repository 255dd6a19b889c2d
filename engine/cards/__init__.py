"""Story cards: shapes of stories as data, filled by a person, that become a script without a model.

The way to a film for somebody with an idea and no writer at hand. Example: `fill(load_card("my-fable.yaml"))` -> a ScriptPlan, a draft.
"""

from engine.cards.card import Card, blank_card, card_from, card_text, example_card, load_card
from engine.cards.filling import fill, speakers
from engine.cards.proposing import propose_slots
from engine.cards.shapes import Form, LineForm, SceneForm, Shape, Slot, shape, shapes

IDEA_NEEDS_A_WRITER = (
    "To write a script from an idea the studio needs a writer: either a server that speaks the OpenAI protocol "
    "(--set text=openai:MODEL, with OPENAI_API_KEY or OPENAI_BASE_URL set) or a bigger model on this machine "
    "(--set text=gguf:/path/to/model.gguf); without one, fill in a story card and get a draft to edit "
    "(python -m engine cards list, then python -m engine cards show SHAPE, then --card FILE.yaml)."
)

__all__ = [
    "IDEA_NEEDS_A_WRITER",
    "Card",
    "Form",
    "LineForm",
    "SceneForm",
    "Shape",
    "Slot",
    "blank_card",
    "card_from",
    "card_text",
    "example_card",
    "fill",
    "load_card",
    "propose_slots",
    "shape",
    "shapes",
    "speakers",
]
