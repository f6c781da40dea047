"""Small maps with rivals, drawn at random, and a large one."""

from __future__ import annotations

from random import Random
from typing import Any

from coldwater.model.models import Map
from work import examples

from .small_maps import drawn, model

SEEDS = range(examples(120))


def with_rivals(seed: int) -> Map:
    """Draw a small map of any shape, some of whose claims are rivals, with grades, credences and strengths."""
    random = Random(seed)  # noqa: S311 - a sample, no secret
    data: dict[str, Any] = drawn(seed).model_dump(mode="json", by_alias=True, exclude_none=True)
    others = [name for name in data["claims"] if name not in data["thesis"]]
    data["rivals"] = random.sample(others, min(len(others), random.choice((1, 1, 2, 3)))) if others else []
    data["sources"] = {"good": {"title": "Good", "grade": "A"}, "odd": {"title": "Odd", "grade": "***"}}
    for claim in data["claims"].values():
        if random.random() < 0.3:
            claim["cites"] = [{"source": random.choice(("good", "odd"))}]
        if random.random() < 0.2:
            claim["credence"] = random.choice((0.0, 0.25, 1.0))
    for argument in data.get("arguments", {}).values():
        if random.random() < 0.5:
            argument["strength"] = random.choice((0.0, 0.25, 0.5, 1.0))
    return model(data)


def large(number: int = 2000) -> dict[str, Any]:
    """Make a map of so many claims about four hypotheses, with shared evidence and answers to arguments."""
    random = Random(number)  # noqa: S311 - a sample, no secret
    roots = ["t", "r0", "r1", "r2"]
    claims: dict[str, Any] = {name: f"The answer is {name}." for name in roots}
    arguments, nodes = dict[str, Any](), [*roots]
    while len(claims) < number:
        premise = f"c{len(claims)}"
        claims[premise] = f"Claim {premise} holds."
        shared = [random.choice(nodes[4:])] if len(nodes) > 9 and random.random() < 0.2 else []
        premises = [premise, *(name for name in shared if name in claims)]
        name = f"a{len(arguments)}"
        target = random.choice(roots if random.random() < 0.2 else nodes)
        arguments[name] = {"premises": premises, random.choice(("supports", "attacks")): target}
        nodes += [premise, name]
    return {
        "argmap": 1, "title": "Large", "thesis": "t", "rivals": roots[1:], "shape": "graph", "claims": claims,
        "arguments": arguments,
    }  # fmt: skip
