"""Changed maps, and who depends on whom: what properties of verdicts compare."""

from __future__ import annotations

import copy
from random import Random
from typing import Any

Data = dict[str, Any]


def renamed(data: Data, renaming: dict[str, str], random: Random) -> Data:
    """Give the same map with other ids, its claims, arguments, premises and contradictions in another order."""

    def shuffled(items: list[Any]) -> list[Any]:
        random.shuffle(items)
        return items

    claims = {renaming[name]: copy.deepcopy(claim) for name, claim in shuffled(list(data["claims"].items()))}
    for claim in claims.values():
        if "contradicts" in claim:
            claim["contradicts"] = shuffled([renaming[name] for name in claim["contradicts"]])
    arguments = {renaming[name]: copy.deepcopy(step) for name, step in shuffled(list(data["arguments"].items()))}
    for step in arguments.values():
        step["premises"] = shuffled([renaming[name] for name in step["premises"]])
        step["supports" if "supports" in step else "attacks"] = renaming[target_of(step)]
    return {**data, "thesis": renaming[data["thesis"]], "claims": claims, "arguments": arguments}


def with_argument(data: Data, random: Random, relation: str, target: str) -> Data:
    """Give the map with one more argument for or against a target; it closes no circle that was not there.

    Its premises are claims that do not depend on the target, or one new claim.
    """
    more = copy.deepcopy(data)
    independent = [name for name in data["claims"] if target not in behind(data, name)]
    more["claims"]["fresh"] = {"text": "A claim."}
    premises = [name for name in independent if random.random() < 0.4] or ["fresh"]
    more["arguments"]["new"] = {"premises": premises, relation: target, "strength": random.choice((0.2, 0.5, 1))}
    return more


def target_of(step: Data) -> str:
    """Give what an argument is about."""
    target: str = step["supports"] if "supports" in step else step["attacks"]
    return target


def behind(data: Data, node: str) -> set[str]:
    """Give the nodes that bear on a node, itself included."""
    found: set[str] = {node}
    while True:
        nearer = {name for name, step in data["arguments"].items() if target_of(step) in found}
        nearer |= {
            premise for step in found & data["arguments"].keys() for premise in data["arguments"][step]["premises"]
        }
        nearer |= {name for name, claim in data["claims"].items() if found & set(claim.get("contradicts", ()))}
        nearer |= {
            rival for name in found & data["claims"].keys() for rival in data["claims"][name].get("contradicts", ())
        }
        if nearer <= found:
            return found
        found |= nearer


def convergent(data: Data, name: str) -> Data:
    """Give the map with an argument for each premise of one, of the same strength; all that bears on it is copied."""
    arguments = data["arguments"]
    about = {other for other in arguments if other != name and reaches(arguments, other, name)}
    kept = {other: step for other, step in arguments.items() if other not in about | {name}}
    for premise in arguments[name]["premises"]:
        kept[f"{name}.{premise}"] = {**arguments[name], "premises": [premise]}
        for other in about:
            relation = "supports" if "supports" in arguments[other] else "attacks"
            kept[f"{other}.{premise}"] = {**arguments[other], relation: f"{arguments[other][relation]}.{premise}"}
    return {**data, "arguments": kept}


def reaches(arguments: Data, one: str, other: str) -> bool:
    """Tell whether an argument is about another one, or about what is about it."""
    while one in arguments and one != other:
        one = target_of(arguments[one])
    return one == other
