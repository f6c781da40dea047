"""Random maps with everything that bears on a verdict, drawn quickly: by the 100,000, not by hypothesis."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from strategies import STANDARDS

#: Strengths that meet, pass and miss each other and the usual parameters; some differ by less than floats can say.
STRENGTHS = (0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 0.30000000000000004, 0.7999999999999999)
PARAMETERS = (0, 0.1, 0.2, 0.3, 0.4, 0.5, 1)
STATUSES = ("accepted", "rejected", "open")


def seeded(seed: int) -> Random:
    """Give a generator that draws the same maps on every run."""
    return Random(seed)  # noqa: S311 - no secret


def random_map(random: Random, claims: int = 6, arguments: int = 8, acyclic: bool | None = None) -> dict[str, Any]:
    """Draw the data of a map of up to so many claims and arguments, in which every reference leads somewhere.

    Circles, undercuts, backings, shared and linked premises, claims that contradict others or themselves, statuses,
    standards, parameters and strengths all occur, and many maps have none of some. Half of the maps are acyclic, but
    for contradictions; ``acyclic`` makes all of them so or none, and leaves contradictions out.
    """
    chance, pick = random.random, random.choice
    names = [f"c{number}" for number in range(random.randint(1, claims))]
    steps = [f"a{number}" for number in range(random.randint(0, arguments))]
    statuses, rivals, standards = pick((0, 0.3)), 0 if acyclic else pick((0, 0, 0.25)), pick((0, 0.4))
    data: dict[str, Any] = {"argmap": 1, "title": "T", "thesis": names[0], "shape": "graph"}
    data["claims"] = {name: {"text": "A claim."} for name in names}
    for claim in data["claims"].values():
        if chance() < statuses:
            claim["status"] = pick(STATUSES)
        if chance() < standards:
            claim["standard"] = pick(STANDARDS)
        if chance() < rivals:
            claim["contradicts"] = list({pick(names): None, pick(names): None})
    if chance() < 0.6:
        data["standard"] = pick(STANDARDS)
    if chance() < 0.2:
        data["proof"] = {name: pick(PARAMETERS) for name in ("alpha", "beta", "gamma") if chance() < 0.7}
    draw = _downward if (chance() < 0.5 if acyclic is None else acyclic) else _anyhow
    strong = pick((0, 0.5, 0.9))
    data["arguments"] = dict(draw(random, names, steps))
    for argument in data["arguments"].values():
        if chance() < strong:
            argument["strength"] = pick(STRENGTHS)
    return data


def _anyhow(random: Random, names: list[str], steps: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Draw arguments about any claim or argument; in some maps most of them are about the first claim."""
    targets = names * random.choice((1, 1, 3)) + steps + names[:1] * random.choice((0, 0, 20))
    for step in steps:
        yield step, _argument(random, names, random.choice(targets))


def _downward(random: Random, names: list[str], steps: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Draw arguments whose premises come after the claim that their target belongs to, and earlier ones as targets."""
    levels = {name: number for number, name in enumerate(names[:-1])}
    crowd = names[:1] * random.choice((0, 0, 20))
    for step in steps if levels else ():
        target = random.choice([*levels, *crowd])
        levels[step] = levels[target]
        yield step, _argument(random, names[levels[target] + 1 :], target)


def _argument(random: Random, premises: list[str], target: str) -> dict[str, Any]:
    linked = list({random.choice(premises): None for _ in range(random.choice((1, 1, 1, 2, 3)))})
    return {"premises": linked, "supports" if random.random() < 0.5 else "attacks": target}


def random_case(random: Random, data: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Draw what is rejected (claims and arguments) and what is granted (claims) for the occasion; they may overlap."""
    nodes = [*data["claims"], *data["arguments"]]
    rejected = [node for node in nodes if random.random() < 0.2]
    return rejected, [claim for claim in data["claims"] if random.random() < 0.2]
