"""Counts what a microtext argues, from the raw XML by patterns."""

from __future__ import annotations

import re
from typing import Any

_ELEMENT = re.compile(r"<(edu|joint|adu|edge)\b([^>]*?)(?:/>|>(.*?)</\1>)", re.DOTALL)
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*\"([^\"]*)\"")


def _elements(data: bytes) -> list[tuple[str, dict[str, str], str]]:
    found = []
    for name, attributes, inner in _ELEMENT.findall(data.decode()):
        text = re.sub(r"<!\[CDATA\[(.*?)\]\]>", r"\1", inner, flags=re.DOTALL)
        found.append((name, dict(_ATTRIBUTE.findall(attributes)), text))
    return found


def count(data: bytes) -> dict[str, int]:
    """Count claims, arguments and so on."""
    elements = _elements(data)
    kinds = [at["type"] for name, at, _ in elements if name == "edge"]
    added = [at["trg"] for name, at, _ in elements if name == "edge" and at["type"] == "add"]
    supports, attacks = (sum(kind in wanted for kind in kinds) for wanted in (("sup", "exa"), ("reb", "und")))
    return {
        "claims": sum(name == "adu" for name, _, _ in elements),
        "arguments": supports + attacks,
        "supports": supports,
        "attacks": attacks,
        "on_arguments": kinds.count("und"),
        "linked": len(set(added)),
    }


def said(data: bytes) -> set[Any]:
    """Give the arguments of a file in words: premises, relation, and what they are about, down to statements."""
    elements = _elements(data)
    pieces = {at["id"]: text.strip() for name, at, text in elements if name == "edu"}
    edges = {at["id"]: at for name, at, _ in elements if name == "edge"}
    texts: dict[str, str] = {}
    for at in edges.values():
        if at["type"] == "seg":
            texts[at["trg"]] = f"{texts.get(at['trg'], '')} {pieces[at['src']]}".strip()

    def words(id_: str) -> Any:
        if id_ not in edges:
            return texts[id_]
        at = edges[id_]
        more = [one["src"] for one in edges.values() if one["type"] == "add" and one["trg"] == id_]
        return (frozenset(texts[one] for one in (at["src"], *more)), at["type"] in ("reb", "und"), words(at["trg"]))

    return {*(words(id_) for id_, at in edges.items() if at["type"] not in ("seg", "add")), *texts.values()}
