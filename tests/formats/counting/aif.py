"""Counts what an AIF nodeset argues, from the raw JSON and the definition of AIF alone."""

from __future__ import annotations

import json
from typing import Any

Counts = dict[str, int]
#: What an argument says: its premises, whether it attacks, and its target, all as texts or ids.
Step = tuple[frozenset[str], bool, str]


def steps(data: bytes) -> dict[str, tuple[list[str], bool, list[str]]]:
    """Give the whole steps by id: the statements that lead in, whether it is a conflict, and where it leads."""
    whole = json.loads(data, strict=False)
    whole = whole.get("AIF", whole)
    kinds: dict[str, str] = {}
    for one in whole["nodes"]:
        kinds.setdefault(str(one["nodeID"]), one["type"])
    pairs = [(str(edge["fromID"]), str(edge["toID"])) for edge in whole["edges"]]
    found = {id_ for id_, kind in kinds.items() if kind in ("RA", "CA")}
    while True:
        table = {}
        for id_ in found:
            sources = list(dict.fromkeys(one for one, other in pairs if other == id_ and kinds.get(one) == "I"))
            targets = list(dict.fromkeys(
                other for one, other in pairs if one == id_ and (kinds.get(other) == "I" or other in found - {id_})
            ))  # fmt: skip
            if sources and targets:
                table[id_] = (sources, kinds[id_] == "CA", targets)
        if set(table) == found:
            direct = [(one, other) for one, other in pairs if kinds.get(one) == kinds.get(other) == "I"]
            return table | {f"{one}->{other}": ([one], False, [other]) for one, other in direct}
        found = set(table)


def count(data: bytes) -> Counts:
    """Count claims, arguments and so on; a step with several conclusions counts once for each."""
    whole = json.loads(data, strict=False)
    nodes = whole.get("AIF", whole)["nodes"]
    table = steps(data)
    told = [(sources, attacks, target) for sources, attacks, targets in table.values() for target in targets]
    return {
        "claims": sum(one["type"] == "I" for one in nodes),
        "arguments": len(told),
        "supports": sum(not attacks for _, attacks, _ in told),
        "attacks": sum(attacks for _, attacks, _ in told),
        "on_arguments": sum(target in table for _, _, target in told),
        "linked": sum(len(sources) > 1 for sources, _, _ in told),
    }


def said(data: bytes) -> set[Any]:
    """Give the arguments of a file in words: premises, relation, and what they are about, down to statements."""
    texts = {str(one["nodeID"]): one["text"].strip() for one in json.loads(data)["nodes"]}
    table = steps(data)

    def words(id_: str) -> Any:
        if id_ not in table:
            return texts[id_]
        sources, attacks, targets = table[id_]
        return (frozenset(texts[one] for one in sources), attacks, words(targets[0]))

    return {
        *(words(id_) for id_ in table),
        *(texts[str(one["nodeID"])] for one in json.loads(data)["nodes"] if one["type"] == "I"),
    }
