"""What a tool takes, and what is wrong with what it was given."""

from __future__ import annotations

from coldwater.printable import printable
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from coldwater.mcp.replies import Reply
    from coldwater.workshop import Workshop

    Given = Mapping[str, Any]

#: No move is nested deeper.
_DEEPEST = 24


class Tool(NamedTuple):
    """A tool: its name, what it does, what it takes (schemas by name), and what it calls. ``writes``: it may write."""

    name: str
    says: str
    takes: Mapping[str, Mapping[str, Any]]
    needs: tuple[str, ...]
    run: Callable[[Workshop, Given], Reply]
    writes: bool = False

    def schema(self) -> dict[str, Any]:
        """Give the JSON Schema of what it takes."""
        return {
            "type": "object",
            "properties": {name: dict(node) for name, node in self.takes.items()},
            "required": [*self.needs],
            "additionalProperties": False,
        }


def misfit(tool: Tool, given: Given) -> str | None:
    """Say what is wrong with what a tool was given; None if nothing is."""
    if _is_deeper(given, _DEEPEST):
        return "this is nested too deeply"
    if not _is_whole(given):
        return "a text holds half a character; write the whole character"
    for name in given:
        if name not in tool.takes:
            return f"{tool.name} takes no `{printable(str(name))[:80]}`; it takes {', '.join(tool.takes) or 'nothing'}"
    for name in tool.needs:
        if name not in given:
            return f"{tool.name} needs `{name}`: {tool.takes[name]['description']}"
    for name, value in given.items():
        if wrong := _why_no(tool.takes[name], value):
            return f"`{name}` {wrong}"
    return None


def _is_deeper(value: object, levels: int) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels <= 0 or any(_is_deeper(one, levels - 1) for one in inner)


def _is_whole(value: object) -> bool:
    """Tell whether all texts are sequences of characters: no file could hold others."""
    if isinstance(value, str):
        return value.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in value)
    inner = [*value, *value.values()] if isinstance(value, dict) else value if isinstance(value, list) else ()
    return all(map(_is_whole, inner))


def _why_no(node: Mapping[str, Any], value: object) -> str | None:
    kind = node.get("type")
    if kind == "integer":
        low, high = node.get("minimum", 0), node.get("maximum", 10**9)
        is_good = isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
        return None if is_good else f"must be a whole number from {low} to {high}"
    if kind == "string" and not (isinstance(value, str) and value.strip()):
        return "must be a text, not empty"
    if kind == "boolean" and not isinstance(value, bool):
        return "must be true or false"
    if kind == "array" and not (isinstance(value, list) and value):
        return "must be a list, not empty"
    if "enum" in node and value not in node["enum"]:
        return f"must be one of {', '.join(node['enum'])}"
    return None
