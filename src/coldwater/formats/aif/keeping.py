"""What a map keeps of a foreign file beside what it means: plain data that any spelling of a map can hold."""

from __future__ import annotations

import re
from typing import Any

#: How deep what is kept may be nested; files of maps may be 64 deep, and it lies some levels down there.
_DEEPEST = 40
_LARGEST = 2**63
_HALVES = re.compile("[\ud800-\udfff]")


def keepable(value: Any, depth: int = _DEEPEST) -> Any:
    """Give data as a map can keep them: halves of characters, numbers beyond all use and what lies too deep are gone.

    >>> keepable({"a": [1, float("nan"), "b"]})
    {'a': [1, None, 'b']}
    """
    if isinstance(value, str):
        return _HALVES.sub("\ufffd", value)
    if isinstance(value, dict | list | tuple):
        return _below(value, depth - 1) if depth else None
    is_number = isinstance(value, int | float) and abs(value) < _LARGEST
    return value if is_number else None


def _below(value: Any, depth: int) -> Any:
    if isinstance(value, dict):
        return {_HALVES.sub("\ufffd", str(key)): keepable(item, depth) for key, item in value.items()}
    return [keepable(item, depth) for item in value]
