"""Plain data as YAML that other readers of YAML take for the same, old ones among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.formats.native.yaml_writing import node_of, write_tree

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from coldwater.formats.native.yaml_tree import Node


def write_yaml(data: Mapping[str, Any], parts: Collection[str] | None = None) -> str:
    """Write a mapping, each entry with a blank line before it and its fields on lines of their own.

    ``parts`` are the entries that are written so, all unless given; others stay on one line where they fit. In brackets
    nothing holds a question mark or a colon: there PyYAML and the readers made after libyaml 0.1 take them for signs.
    """
    root = node_of(dict(data))
    _spread(root)
    root.is_flow = False
    for number, entry in enumerate(root.entries):
        if entry.value.entries and (parts is None or entry.name in parts):
            entry.value.is_flow = False
        entry.above = [""] if number else []
    return write_tree(root)


def _spread(node: Node) -> bool:
    """Put what holds such a sign into block style, with all that it lies in; tell whether the node does."""
    if node.kind == "scalar":
        return "?" in node.value or ":" in node.value
    found = False
    for entry in node.entries:
        in_key = entry.key is not None and _spread(entry.key)
        found = _spread(entry.value) or in_key or found
    if found:
        node.is_flow = False
    return found
