"""Counts of a GSN file and the files beside it that it uses, from their YAML alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path

_TYPES = [("CG", "claim"), ("G", "claim"), ("CSn", "claim"), ("Sn", "claim"), ("S", "strategy"), ("C", "context"),
          ("A", "context"), ("J", "context")]  # fmt: skip
_STATED = dict.fromkeys(("Goal", "Solution", "CounterGoal", "CounterSolution"), "claim") | {
    "Strategy": "strategy", "Context": "context", "Assumption": "context", "Justification": "context",
}  # fmt: skip


def counts(path: Path) -> dict[str, int]:
    """Count elements and relations as docs/formats.md says they are read. Ids are one for all files."""
    nodes = _nodes(path)
    kinds = {name: _kind(name, body) for name, body in nodes.items()}
    below = {name: [one for one in _ids(body, "supportedBy") if one in nodes] for name, body in nodes.items()}
    above: dict[str, list[str]] = {name: [] for name in nodes}
    for name, many in below.items():
        for one in many:
            above[one].append(name)
    _settle(nodes, kinds, below, above)
    claims = [name for name, kind in kinds.items() if kind in ("claim", "strategy")]
    sizes = []
    arguments_of: dict[frozenset[str], int] = {}
    for name in claims:
        direct = [one for one in below[name] if one in claims]
        steps = [one for one in below[name] if kinds[one] == "step"]
        sizes += [len(direct)] if direct else []
        sizes += [sum(one in claims for one in below[step]) for step in steps]
        for one in [*direct, *steps]:
            arguments_of[frozenset((name, one))] = 1
        for step in steps:
            for one in below[step]:
                pair = frozenset((step, one))
                arguments_of[pair] = arguments_of.get(pair, 0) + 1
    attacks, on_arguments = _attacks(nodes, kinds, above, arguments_of)
    return {
        "claims": len(claims), "arguments": len(sizes) + attacks, "supports": len(sizes), "attacks": attacks,
        "on_arguments": on_arguments, "linked": sum(size > 1 for size in sizes),
    }  # fmt: skip


def _nodes(path: Path) -> dict[str, dict[str, Any]]:
    nodes: dict[str, dict[str, Any]] = {}
    waiting, seen = [path], set()
    while waiting:
        file = waiting.pop(0)
        if file in seen or not file.is_file():
            continue
        seen.add(file)
        for name, body in (yaml.load(file.read_text(), yaml.BaseLoader) or {}).items():  # noqa: S506 - texts alone
            if name == "module":
                waiting += [(file.parent / used).resolve() for used in body.get("uses", ())]
            else:
                nodes[name] = body or {}
    return nodes


def _settle(
    nodes: dict[str, dict[str, Any]], kinds: dict[str, str], below: dict[str, list[str]], above: dict[str, list[str]]
) -> None:
    hit = {body["challenges"] for body in nodes.values() if body.get("challenges") in nodes}
    for name, kind in list(kinds.items()):
        is_between = below[name] and above[name] and all(_kind(one, nodes[one]) != "strategy" for one in above[name])
        if kind == "context" and (below[name] or above[name] or name in hit or "challenges" in nodes[name]):
            kinds[name] = "claim"
        if kind == "strategy":
            kinds[name] = "step" if is_between else "strategy"


def _attacks(
    nodes: dict[str, dict[str, Any]], kinds: dict[str, str], above: dict[str, list[str]],
    arguments_of: dict[frozenset[str], int],
) -> tuple[int, int]:  # fmt: skip
    attacks = on_arguments = 0
    for name, body in nodes.items():
        if body.get("challenges") in nodes:
            arguments_of[frozenset((name, body["challenges"]))] = 1
    for body in nodes.values():
        target = body.get("challenges")
        if target is None:
            continue
        if "->" in target:
            number = arguments_of.get(frozenset(part.strip() for part in target.split("->")), 0)
            attacks += number
            on_arguments += number
        elif target in nodes:
            number = len(above[target]) if kinds[target] == "step" else 1
            attacks += number
            on_arguments += number if kinds[target] == "step" else 0
    return attacks, on_arguments


def _kind(name: str, body: dict[str, Any]) -> str:
    if body.get("nodeType") in _STATED:
        return _STATED[body["nodeType"]]
    return next((kind for prefix, kind in _TYPES if name.startswith(prefix)), "claim")


def _ids(body: dict[str, Any], key: str) -> list[str]:
    value = body.get(key) or []
    return list(dict.fromkeys([value] if isinstance(value, str) else value))
