"""Counts of a Carneades file, from its YAML alone."""

from __future__ import annotations

import re
from typing import Any

import yaml


def counts(text: str) -> dict[str, int]:
    """Count statements and arguments as docs/formats.md says they are read."""
    graph: dict[str, Any] = yaml.safe_load(text) or {}
    statements = {_term(name): value for name, value in (graph.get("statements") or {}).items()}
    arguments = {str(name): body for name, body in (graph.get("arguments") or {}).items() if body.get("conclusion")}
    positions = {_term(one) for issue in (graph.get("issues") or {}).values() for one in issue.get("positions") or ()}
    assumed = {_term(one) for one in graph.get("assumptions") or ()}
    premises = {name: list(dict.fromkeys(map(_term, _premises(body)))) for name, body in arguments.items()}
    used = {one for many in premises.values() for one in many} | positions | assumed
    undercutters: dict[str, list[str]] = {}
    for name, body in arguments.items():
        if body.get("undercutter") is not None:
            undercutters.setdefault(_term(body["undercutter"]), []).append(name)
    concluded = {_term(body["conclusion"]) for body in arguments.values()}
    folded = {
        one
        for one, hit in undercutters.items()
        if len(hit) == 1 and one not in used and _says_nothing(one, statements.get(one))
    }
    claims = (set(statements) | used | concluded | set(undercutters)) - folded
    total = supports = attacks = linked = 0
    parts: dict[str, int] = {}
    for name, body in arguments.items():
        alone = body.get("scheme") == "convergent" and len(premises[name]) > 1
        parts[name] = len(premises[name]) if alone else 1
    for name, body in arguments.items():
        target = _term(body["conclusion"])
        number = parts[name]
        if target in folded:
            attacks += number * parts[undercutters[target][0]]
        else:
            supports += number
        linked += number == 1 and len(premises[name]) > 1
    for one, hit in undercutters.items():
        if one not in folded:
            attacks += sum(parts[name] for name in hit)
    total = supports + attacks
    return {
        "claims": len(claims), "arguments": total, "supports": supports, "attacks": attacks, "on_arguments": attacks,
        "linked": linked,
    }  # fmt: skip


def _term(name: Any) -> str:
    return re.sub(r"\s*,\s*", ",", str(name).strip())


def _premises(body: dict[str, Any]) -> list[Any]:
    premises = body.get("premises") or []
    return list(premises.values()) if isinstance(premises, dict) else premises


def _says_nothing(name: str, value: Any) -> bool:
    text = value.get("text") if isinstance(value, dict) else value
    if isinstance(value, dict) and value.get("assumed"):
        return False
    shape = r"(¬\s*(app|appl|applicable)|undercut|undercutter)\s*\(.*\)"
    return bool(re.fullmatch(shape, name)) or bool(re.fullmatch(shape, str(text or "").strip()))
