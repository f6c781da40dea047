"""Makes maps of any size, and plants defects in them. It knows no spelling and times nothing.

The same seed gives the same map everywhere. A map is clean: ``coldwater check`` finds nothing in it.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A map as the data of a coldwater file.
Document = dict[str, Any]

#: The project's own map.
ARTICLE = os.path.join(
    os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "arguments", "china-russia-alliance.argmap.yaml"
)
SEED = 20_250_301
#: An argument has one of these numbers of premises, is an attack and is aimed at a step with these chances.
PREMISES = (1, 1, 1, 1, 1, 1, 2, 2, 2, 3)
ATTACKS, UNDERCUTS = 0.3, 0.1
#: A claim is written with its kind, and cites a source, with these chances; else it is a plain string.
KINDS, CITES = 0.5, 0.25
#: One claim in so many is damaged in a damaged map.
EVERY = 100

THESIS = "rebuild"
# fmt: off
_ADJECTIVES = (
    "old", "new", "northern", "southern", "upper", "lower", "public", "private", "narrow", "wide", "wooden", "stone",
    "busy", "quiet", "early", "late", "cheap", "dear", "wet", "dry",
)
_NOUNS = (
    "harbour", "bridge", "market", "mill", "ferry", "school", "council", "tower", "road", "canal", "quarry", "orchard",
    "station", "library", "theatre", "dam", "lighthouse", "brewery", "hospital", "granary", "warehouse", "chapel",
    "square", "tunnel", "garden", "railway", "shipyard", "pasture", "forest", "reservoir",
)
_VERBS = (
    "serves", "crowds", "outlives", "feeds", "replaces", "delays", "protects", "burdens", "funds", "draws", "shades",
    "rivals", "needs", "spares",
)
# fmt: on
_TIMES = ("every winter", "in dry years", "since the flood", "on most days", "for a generation", "at high water")


def make_map(claims: int, seed: int = SEED) -> Document:
    """Make a clean tree map with this many claims, at least five: supports, attacks, an undercut, linked premises.

    Ids are as people write them, in the order in which they are used. Cost is linear in the number of claims.
    """
    rng = random.Random(seed)  # noqa: S311 - test data, no secret
    texts = _texts(rng)
    made: dict[str, Any] = {THESIS: {"text": "The town should rebuild the old harbour.", "kind": "policy"}}
    names = [THESIS]
    arguments: dict[str, Any] = {}
    steps: list[str] = []
    while len(names) < claims:
        wanted, link, target = _next_argument(rng, names, steps)
        premises = [f"{rng.choice(_NOUNS)}-{rng.choice(_VERBS)}-{len(names) + more}" for more in range(wanted)]
        premises = premises[: claims - len(names)]
        made.update((name, _claim(rng, next(texts), claims)) for name in premises)
        names += premises
        steps.append(f"step-{rng.choice(_NOUNS)}-{len(steps) + 1}")
        arguments[steps[-1]] = {"premises": premises, link: target}
    _leave_to_argument(made, arguments)
    return {
        "argmap": 1,
        "title": f"A town with {claims:,} claims",
        "thesis": THESIS,
        "sources": _sources(made),
        "claims": made,
        "arguments": arguments,
    }


def _next_argument(rng: random.Random, names: list[str], steps: list[str]) -> tuple[int, str, str]:
    """Choose the number of premises, the link and the target; the first three make even the smallest map varied."""
    if len(steps) < 3:
        first = steps[0] if steps else ""
        return ((2, "supports", THESIS), (1, "attacks", THESIS), (1, "attacks", first))[len(steps)]
    wanted = rng.choice(PREMISES)
    if rng.random() < UNDERCUTS:
        return wanted, "attacks", rng.choice(steps)
    return wanted, "attacks" if rng.random() < ATTACKS else "supports", rng.choice(names)


def _claim(rng: random.Random, text: str, claims: int) -> object:
    if rng.random() >= KINDS:
        return text
    if rng.random() >= CITES / KINDS:
        return {"text": text, "kind": rng.choice(("value", "forecast", "policy"))}
    source = f"survey-{rng.randint(1, claims // 20 + 1)}"
    return {"text": text, "kind": "fact", "cites": [{"source": source, "locator": f"p. {rng.randint(1, 400)}"}]}


def _leave_to_argument(claims: Document, arguments: Document) -> None:
    """Let no fact both cite a source and have one argument for it: whether that explains it would be asked."""
    supporters = Counter(argument.get("supports") for argument in arguments.values())
    for name, claim in claims.items():
        if supporters[name] == 1 and isinstance(claim, dict) and "cites" in claim:
            claims[name] = claim["text"]


def _sources(claims: Document) -> Document:
    cited = {cite["source"] for claim in claims.values() if isinstance(claim, dict) for cite in claim.get("cites", ())}
    return {name: {"title": f"Town {name}", "type": "report", "issued": "2025-03-01"} for name in sorted(cited)}


def _texts(rng: random.Random) -> Iterator[str]:
    """Give statements without end, none twice."""
    seen: set[str] = set()
    while True:
        one, other = (f"{rng.choice(_ADJECTIVES)} {rng.choice(_NOUNS)}" for _ in range(2))
        text = f"The {one} {rng.choice(_VERBS)} the {other} {rng.choice(_TIMES)}."
        if text not in seen:
            seen.add(text)
            yield text


# --- damage -------------------------------------------------------------------------------------------------------


def misspell_fields(document: Document) -> int:
    """Give every hundredth claim a field that there is not; give the number of defects."""
    claims = document["claims"]
    names = _every_hundredth(claims)
    for name in names:
        whole = claims[name] if isinstance(claims[name], dict) else {"text": claims[name]}
        claims[name] = {**whole, "nots": "to be asked"}
    return len(names)


def plant_flaws(document: Document) -> int:
    """Plant a flaw at every hundredth claim, each kind in turn; give the number of flaws.

    Kinds: a misspelt premise, an orphan, a misspelt target, a repeated text, a question. Each is one finding.
    """
    arguments = document["arguments"]
    owner = {premise: name for name, argument in arguments.items() for premise in argument["premises"]}
    names = _every_hundredth(document["claims"])
    for number, name in enumerate(names):
        _FLAWS[number % len(_FLAWS)](document, name, arguments[owner[name]])
    return len(names)


def _every_hundredth(entries: Document) -> list[str]:
    """Give every hundredth name; of a map with fewer entries, the last."""
    names = list(entries)
    return names[EVERY - 1 :: EVERY] or names[-1:]


def _misspell_premise(_document: Document, name: str, argument: Document) -> None:
    argument["premises"] = [_misspelt(name) if premise == name else premise for premise in argument["premises"]]


def _misspell_target(_document: Document, _name: str, argument: Document) -> None:
    link = "supports" if "supports" in argument else "attacks"
    argument[link] = _misspelt(argument[link])


def _add_orphan(document: Document, name: str, _argument: Document) -> None:
    document["claims"][f"stray-{name}"] = f"The {name.replace('-', ' ')} hums in the wind."


def _repeat_text(document: Document, name: str, _argument: Document) -> None:
    claim = document["claims"][name]
    text = claim["text"] if isinstance(claim, dict) else claim
    document["claims"][f"again-{name}"] = text
    document["arguments"][f"again-{name}-step"] = {"premises": [f"again-{name}"], "supports": name}


def _ask(document: Document, name: str, _argument: Document) -> None:
    claim = document["claims"][name]
    text = claim["text"] if isinstance(claim, dict) else claim
    asked = text.removesuffix(".") + "?"
    document["claims"][name] = {**claim, "text": asked} if isinstance(claim, dict) else asked


def _misspelt(name: str) -> str:
    """Swap the second and third letter, which differ in all the words used here."""
    return name[0] + name[2] + name[1] + name[3:]


_FLAWS = (_misspell_premise, _add_orphan, _misspell_target, _repeat_text, _ask)
