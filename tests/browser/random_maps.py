"""Random maps to be judged: circles, undercuts, backings, contradictions, statuses, standards, strengths."""

from __future__ import annotations

from random import Random
from typing import Any

from coldwater.model import from_accepted_data
from coldwater.model.models import Map
from coldwater.semantics.evaluation import Overrides
from coldwater.semantics.standards import STANDARDS

_STRENGTHS = (None, None, None, 0, 0.2, 0.3, 0.5, 0.5, 0.8, 0.9, 1)
_STATUSES = (*[None] * 8, "accepted", "accepted", "rejected", "open", "open")


def random_map(random: Random) -> Map:
    """Give a map of up to ten claims and twelve arguments: in every second anything may bear on anything."""
    claims = [f"c{number}" for number in range(random.randint(1, 10))]
    arguments = [f"a{number}" for number in range(random.randint(0, 12))]
    is_tangled = random.random() < 0.5
    is_plain = random.random() < 0.4  # no strengths, statuses, standards: most ties are in such maps
    at_steps = random.choice((0.0, 0.2, 0.5))  # how often an argument targets another
    shares: dict[str, Any] = {}
    for number, name in enumerate(arguments):
        if random.random() < at_steps:
            target, low = random.choice(arguments if is_tangled else arguments[: number or 1]), len(claims) // 2
        else:
            low = random.randrange(len(claims))
            target = claims[low]
        usable = claims if is_tangled else claims[low + 1 :] or claims[-1:]
        premises = random.sample(usable, min(len(usable), random.choice((1, 1, 1, 2, 3))))
        relation = random.choice(("supports", "attacks"))
        shares[name] = {
            "premises": premises,
            relation: target,
        }
        if not is_plain:
            shares[name] |= _some(strength=random.choice(_STRENGTHS))
    rivalry = random.choice((0.0, 0.0, 0.1, 0.3))
    proof = {name: random.choice((0, 0.1, 0.3, 0.5, 0.7)) for name in ("alpha", "beta", "gamma")}
    data: dict[str, Any] = {
        "argmap": 1, "title": "A random map", "thesis": "c0", "shape": "graph", "arguments": shares,
        "claims": {name: _claim(name, claims, rivalry, random) for name in claims},
    }  # fmt: skip
    if not is_plain:
        data |= _some(standard=random.choice((None, *STANDARDS)), proof=random.choice((None, proof)))
        for claim in data["claims"].values():
            claim.update(_some(status=random.choice(_STATUSES), standard=random.choice((None, None, None, *STANDARDS))))
    return from_accepted_data(data)


def _claim(name: str, claims: list[str], rivalry: float, random: Random) -> dict[str, Any]:
    rivals = [random.choice(claims)] if random.random() < rivalry else []
    return {"text": f"This is {name}.", "contradicts": rivals}


def random_overrides(map_: Map, random: Random) -> Overrides:
    """Give some claims and arguments to reject, and some other claims to grant; often none."""
    nodes = [*map_.claims, *map_.arguments]
    rejected = random.sample(nodes, min(len(nodes), random.choice((0, 0, 1, 2, 3))))
    granted = random.sample(list(map_.claims), min(len(map_.claims), random.choice((0, 0, 1, 2))))
    return Overrides(tuple(rejected), tuple(name for name in granted if name not in rejected))


def _some(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
