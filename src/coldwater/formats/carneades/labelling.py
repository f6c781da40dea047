"""What a map expects, as the labels that a graph expects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.formats.carneades.words import VERDICTS, normal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.formats.foreign.outgoing import Outgoing


def labels_of(outgoing: Outgoing, statements: Mapping[str, str]) -> dict[str, Any]:
    """Give `tests`, and `labels` where the file that the map was read from had them.

    ``statements`` gives the statement that a claim or an argument has a label by. Labels of the file about statements
    that the map does not hold stay; those about others are what the map expects.
    """
    origin = outgoing.origin("carneades") or {}
    expect = outgoing.map.expect
    verdicts = {} if expect is None else expect.verdicts
    wanted = {statements[id_]: label for id_, label in verdicts.items() if id_ in statements}
    known = set(statements.values())
    found: dict[str, dict[str, list[Any]]] = {}
    said = set()
    for key in ("tests", "labels"):
        old = origin.get(key)
        if not isinstance(old, dict):
            continue
        found[key] = {}
        for label, items in old.items():
            listed = items if isinstance(items, list) else [items]
            kept = [one for one in listed if normal(str(one)) not in known or wanted.get(normal(str(one))) == label]
            said |= {normal(str(one)) for one in kept}
            if kept or not listed:
                found[key][label] = kept
    for label in VERDICTS:
        new = [name for name, meant in wanted.items() if meant == label and name not in said]
        if new:
            there = found.setdefault("labels" if "labels" in found and "tests" not in found else "tests", {})
            there[label] = [*there.get(label, []), *new]
    return found
