"""The maps of these tests: small ones that show one thing, and large ones."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from coldwater import api
from coldwater.model.models import Map

_ARGUMENTS = Path(__file__).parents[2] / "arguments"


def make(claims: dict[str, Any], arguments: dict[str, Any] | None = None, **fields: Any) -> Map:
    """Make a map whose thesis is its first claim unless said otherwise."""
    given = {
        "argmap": 1,
        "title": "A trial",
        "thesis": next(iter(claims)),
        "claims": claims,
        "arguments": arguments or {},
    }
    return Map.model_validate(given | fields)


@cache
def article() -> Map:
    return api.check_file(str(_ARGUMENTS / "china-russia-alliance.argmap.yaml")).usable_map()


@cache
def library() -> Map:
    return api.check_file(str(_ARGUMENTS / "library-evenings.argmap.yaml")).usable_map()


@cache
def outage() -> Map:
    """Give a thesis with two rivals, and evidence that they share."""
    return api.check_file(str(_ARGUMENTS.parent / "tests" / "maps" / "outage.argmap.yaml")).usable_map()


@cache
def bridge() -> Map:
    """Every kind of relation, and everything a node can say of itself."""
    return make(
        {
            "rebuild": "The town should rebuild the bridge.",
            "cracks": {
                "text": "The main girder is cracked.",
                "kind": "fact",
                "status": "accepted",
                "credence": 0.9,
                "cites": [
                    {"source": "survey", "locator": "p. 4", "quote": "the girder is cracked"},
                    {"source": "folklore"},
                ],
                "tags": ["safety", "steel"],
                "note": "Checked in May.",
            },
            "unsafe": {"text": "A bridge with a cracked girder is unsafe.", "implicit": True},
            "costly": {"text": "Rebuilding costs three yearly budgets.", "contradicts": ["cheap"]},
            "grant": "The state pays four fifths of the cost.",
            "cheap": "Rebuilding costs next to nothing.",
            "photo": "A photograph shows the crack.",
        },
        {
            "safety": {
                "premises": ["cracks", "unsafe"],
                "supports": "rebuild",
                "title": "Unsafe girder",
                "roles": {"circumstance": "cracks"},
                "scheme": "practical_reasoning",
                "strength": 0.8,
            },
            "money": {"premises": ["costly"], "attacks": "rebuild", "title": "Too dear"},
            "funded": {"premises": ["grant", "cracks"], "attacks": "money", "title": "State aid"},
            "firm": {"premises": ["cheap"], "supports": "safety", "title": "Cheap repair"},
            "seen": {"premises": ["photo"], "supports": "cracks", "title": "Photograph"},
        },
        title="Should the bridge be rebuilt?",
        description="What the council said.",
        sources={
            "survey": {"title": "Bridge survey 2025", "author": ["City Engineer"], "URL": "https://example.org/survey"},
            "urn": {"title": "Old plans", "URL": "urn:isbn:123"},
        },
        shape="graph",
        language="en",
    )


@cache
def chain(length: int) -> Map:
    """Give a map in which each claim has one argument, one below the other."""
    claims = {f"c{number}": f"Claim {number}." for number in range(length + 1)}
    arguments = {f"a{number}": {"premises": [f"c{number + 1}"], "supports": f"c{number}"} for number in range(length)}
    return make(claims, arguments)


@cache
def star(count: int) -> Map:
    """Give a thesis with attackers."""
    claims = {
        "thesis": "Everybody is against this.",
        **{f"c{n}": f"Objection {n} takes a line or two." for n in range(count)},
    }
    return make(claims, {f"a{n}": {"premises": [f"c{n}"], "attacks": "thesis"} for n in range(count)})


@cache
def grown(count: int, fan: int = 3) -> Map:
    """Give a regular tree with about so many nodes: each claim has some arguments, of one or two premises."""
    claims: dict[str, Any] = {"c0": "The thesis of a large map that was made for a trial."}
    arguments: dict[str, Any] = {}
    waiting = ["c0"]
    for target in waiting:
        for number in range(fan):
            if len(claims) + len(arguments) >= count:
                return make(claims, arguments, title=f"A map of {count} nodes")
            premises = [f"c{len(claims) + more}" for more in range(1 + number % 2)]
            claims.update(
                (name, f"Claim {name} says something that takes two or three lines of a card.") for name in premises
            )
            relation = "attacks" if number == fan - 1 else "supports"
            arguments[f"a{len(arguments)}"] = {"premises": premises, relation: target}
            waiting += premises
    return make(claims, arguments)
