"""Moves on any map, drawn so that most can be made; some name what is not there, or take what they cannot."""

from __future__ import annotations

from random import Random
from typing import Any

from coldwater.formats.native import document as native
from coldwater.model.models import Map

Move = dict[str, Any]
WORDS = (
    "The water rises.",
    "Nobody asked the ferryman: he knows.",
    "yes",
    "国家出钱。",
    "It is 'quoted' # and more",
    "A text that is so long that it is set on lines of its own wherever there are lines to be set on, that is. " * 2,
)
FIELDS: tuple[tuple[str, Any], ...] = (
    ("note", "A remark."),
    ("tags", ["a", "b: c"]),
    ("kind", "fact"),
    ("status", "open"),
    ("strength", 0.5),
    ("credence", 0.5),
    ("implicit", True),
    ("title", "Another title"),
    ("description", "What it\ncovers."),
    ("x-own", {"a": [1, None]}),
    ("kin", "fact"),
    ("text", "Other words."),
)


def drawn_move(map_: Map, random: Random) -> Move:
    """Draw a move that may be about this map."""
    claims, arguments = [*map_.claims], [*map_.arguments]
    nodes = [*claims, *arguments]
    every = [*nodes, *map_.sources, *map_.positions]

    def one(ids: list[str]) -> str:
        return random.choice(ids) if ids and random.random() < 0.95 else random.choice(["nowhere", "Cracks", *every])

    def premise() -> Any:
        new = {"text": random.choice(WORDS), "tags": ["new"]}
        return random.choice([one(claims), random.choice(WORDS), new, {**new, "id": random.choice(["n1", *every])}])

    field, value = random.choice(FIELDS)
    side = random.choice(["for", "against"])
    moves: list[Move] = [
        {"move": "claim", "text": random.choice(WORDS), **({"kind": "fact"} if random.random() < 0.5 else {})},
        {"move": "reason", side: one(nodes), "premises": [premise() for _ in range(random.choice([1, 1, 2, 3]))]},
        {"move": "reason", side: one(nodes), "premises": [premise(), premise()], "each": True, "title": "A reason"},
        {"move": "premise", "id": one(arguments), "premise": premise()},
        {"move": "rival", "claim": premise()},
        {"move": "source", "title": random.choice(WORDS), "type": "report"},
        {"move": "cite", "id": one(nodes), "source": one([*map_.sources]), "locator": "p. 4"},
        {"move": "reword", "id": one(every), "text": random.choice(WORDS)},
        {"move": "set", "id": one(every), "field": field, "value": value},
        {"move": "set", "field": field, "value": value},
        {"move": "clear", "id": one(every), "field": field},
        {"move": "turn", "id": one(arguments)},
        {"move": "move", "id": one(arguments), "to": one(nodes)},
        {"move": "undercut", "id": one(arguments)},
        {"move": "undercut", "id": one(arguments), "step": one(arguments)},
        {"move": "rebut", "id": one(arguments)},
        {"move": "split", "id": one(arguments)},
        {"move": "split", "id": one(claims), "texts": ["The one half.", "The other half."]},
        {"move": "join", "ids": [one(arguments), one(arguments)]},
        {"move": "join", "ids": [one(claims), one(claims)]},
        {"move": "remove", "id": one(every)},
        {"move": "remove", "id": one(claims), "to": one(claims)},
        {"move": "remove", "id": one([*claims, *map_.sources]), "from": one(nodes)},
        {"move": "thesis", "ids": [one(claims)]},
        {"move": "thesis", "ids": [one(claims), one(claims)]},
        {"move": "rename", "id": one(every), "new": random.choice(["new-id", "yes", "a b", *every])},
    ]
    return random.choice(moves)


def map_in(text: str, spelling: str) -> Map:
    """Read the map in a text that is one."""
    found = native.read(text, spelling).map
    assert found is not None
    return found
