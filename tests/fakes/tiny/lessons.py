"""What the tiny chat model `told` knows by heart: a first answer that does not fit its schema, and a second one, when told so, that does.

Example: `for talk, answer in lessons(): ...`.
"""

from __future__ import annotations

from engine.errors import BadOutput
from engine.models.language import fitting
from engine.providers.contract import TextRequest
from engine.providers.text import answer

SCHEMA = {"type": "object", "properties": {"title": {"type": "string"}}, "required": ["title"]}
REQUEST = TextRequest("Name it.", "Fog", SCHEMA, max_tokens=40, temperature=0.0, seed=3)
WRONG, RIGHT = '{"title": 7}', '{"title": "fog",}'
"""The right one has a comma too many, which is mended."""


def lessons():
    """Pairs of a talk and the answer to it."""
    system = f"{REQUEST.system}\n\n{answer.explained(SCHEMA)}"
    first = [{"role": "system", "content": system}, {"role": "user", "content": REQUEST.user}]
    try:
        fitting(WRONG, SCHEMA)
    except BadOutput as error:
        again = f"{error} Answer again with the JSON alone, and keep to the schema."
    second = [*first, {"role": "assistant", "content": WRONG}, {"role": "user", "content": again}]
    return ((first, WRONG), (second, RIGHT))
