"""The text of a new map: a title and a thesis, to go on from."""

from __future__ import annotations

import json


def beginning(title: str, thesis: str, *, is_json: bool = False) -> str:
    """Give the text of a map that holds nothing but a thesis, whose id is ``thesis``."""
    data = {"argmap": 1, "title": title, "thesis": "thesis", "claims": {"thesis": thesis}}
    if is_json:
        return json.dumps(data, indent=2, ensure_ascii=False) + "\n"
    from coldwater.formats.native.yaml_writing import node_of, write_tree  # noqa: PLC0415 - seldom needed

    root = node_of(data)
    root.is_flow = False
    for entry in root.entries:
        if entry.name == "claims":
            entry.value.is_flow = False
    return write_tree(root, [])
