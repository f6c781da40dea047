"""What a tool takes, and what is wrong with what it was given."""

from __future__ import annotations

from coldwater.mcp.replies import AskedWronglyError, Call
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
    """A tool: its name, what it does, what it takes (schemas by name), and what it calls. ``writes``: it may write.

    ``narrower``: how to ask for a part of an answer that is too long.
    """

    name: str
    says: str
    takes: Mapping[str, Mapping[str, Any]]
    needs: tuple[str, ...]
    run: Callable[[Workshop, Given], Reply]
    narrower: str
    writes: bool = False

    def schema(self) -> dict[str, Any]:
        """Give the JSON Schema of what it takes."""
        return {
            "type": "object",
            "properties": {name: dict(node) for name, node in self.takes.items()},
            "required": [*self.needs],
            "additionalProperties": False,
        }


def refuse_misfit(tool: Tool, given: Given) -> None:
    """Raise AskedWronglyError for what a tool cannot be given, with the call that was probably meant."""
    if _is_deeper(given, _DEEPEST):
        raise AskedWronglyError(
            "this is nested too deeply", why_none=f"nothing that is asked here needs {_DEEPEST} levels"
        )
    if not _is_whole(given):
        reason = "a text holds half a character; write the whole character"
        raise AskedWronglyError(reason, why_none="which character is meant cannot be known")
    for name in given:
        if name not in tool.takes:
            shown = printable(str(name))[:80]
            reason = f"{tool.name} takes no `{shown}`; it takes {', '.join(tool.takes) or 'nothing'}"
            raise AskedWronglyError(reason, *_without_misnamed(tool, given))
    for name in tool.needs:
        if name not in given:
            says = tool.takes[name]["description"]
            raise AskedWronglyError(f"{tool.name} needs `{name}`: {says}", *_with_missing(tool, given, name))
    for name, value in given.items():
        if wrong := _why_no(tool.takes[name], value):
            calls = [Call(tool.name, {**given, name: one}) for one in _fitting(tool.takes[name], value)]
            if not calls and name not in tool.needs:
                calls = [Call(tool.name, {key: held for key, held in given.items() if key != name})]
            calls = [one for one in calls if _is_fit(tool, one.given)]
            raise AskedWronglyError(f"`{name}` {wrong}", calls, f"what `{name}` is to be is yours to say")


def _is_fit(tool: Tool, given: Given) -> bool:
    return {*tool.needs} <= {*given} <= {*tool.takes} and not any(_why_no(tool.takes[one], given[one]) for one in given)


def _without_misnamed(tool: Tool, given: Given) -> tuple[list[Call], str]:
    """Give the call with what the misnamed were probably meant to be, or without them."""
    from coldwater.suggest import closest  # noqa: PLC0415 - only where something is unknown

    fitting: dict[str, Any] = {}
    for name, value in given.items():
        known = name if name in tool.takes else closest(str(name), [one for one in tool.takes if one not in given])
        if known is not None:
            fitting[known] = value
    calls = [Call(tool.name, fitting)] if _is_fit(tool, fitting) else []
    return calls, f"what {tool.name} needs is yours to say"


def _with_missing(tool: Tool, given: Given, name: str) -> tuple[list[Call], str]:
    """Give the calls by which what is missing is found out, or chosen."""
    there = {"map": given["map"]} if isinstance(given.get("map"), str) else {}
    if name == "version":
        return [Call("show", there)], ""
    if "enum" in tool.takes[name]:
        return [Call(tool.name, {**given, name: word}) for word in tool.takes[name]["enum"]], ""
    if name == "id":
        return [Call("show", there)], ""
    return [], f"what `{name}` is to be is yours to say"


def _fitting(node: Mapping[str, Any], value: object) -> list[object]:
    """Give what a value that does not fit was probably meant to be."""
    if node.get("type") == "integer":
        low, high = node.get("minimum", 0), node.get("maximum", 10**9)
        if isinstance(value, str) and value.strip().isdecimal() and len(value) < 10:
            value = int(value)
        return [min(max(value, low), high)] if isinstance(value, int) and not isinstance(value, bool) else []
    if node.get("type") == "array" and isinstance(value, dict):
        return [[value]]
    if node.get("type") == "boolean" and value in ("true", "false"):
        return [value == "true"]
    if "enum" in node:
        return [*node["enum"]]
    return []


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
