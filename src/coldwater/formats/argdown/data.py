"""Data in braces and front matter, which are YAML."""

from __future__ import annotations

import re
from typing import Any

from coldwater.formats.native.limits import MAX_DEPTH
from coldwater.formats.native.spots import RefusedError
from coldwater.formats.native.yaml_text import read_yaml

_BLOCK = re.compile(r"\{[ \t]*\n")


def data_in_braces(text: str) -> dict[str, Any] | None:
    """Give the data of a text in braces; None where they are no YAML, or no fields.

    With a line end behind the opening brace they are YAML in lines, else YAML in flow style.
    """
    inside = text[1:-1] if _BLOCK.match(text) else text
    return fields(inside)


def fields(text: str) -> dict[str, Any] | None:
    """Give the fields of a YAML text; None where it is none, or says something else."""
    data = _parsed(text)
    return {} if data is None and not text.strip() else data if isinstance(data, dict) else None


def _parsed(text: str) -> Any:
    try:
        return read_yaml(text).data
    except RefusedError:
        return None


def merged(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """Give data with others laid over them, at any depth; lists are laid over item by item."""
    both: dict[str, Any] = _laid_over(old, new, 0)
    return both


def _laid_over(old: Any, new: Any, depth: int) -> Any:
    if depth < MAX_DEPTH and isinstance(old, dict) and isinstance(new, dict):
        return {
            **old,
            **{key: _laid_over(old[key], value, depth + 1) if key in old else value for key, value in new.items()},
        }
    if depth < MAX_DEPTH and isinstance(old, list) and isinstance(new, list):
        both = [_laid_over(one, other, depth + 1) for one, other in zip(old, new, strict=False)]
        return [*both, *old[len(new) :], *new[len(old) :]]
    return new
