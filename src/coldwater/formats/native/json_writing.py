"""Plain data as JSON text in its canonical layout: two blanks of indent, every entry on a line of its own."""

from __future__ import annotations

import json
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

#: What breaks lines, turns the writing around or cannot be seen at all: written as an escape.
_HIDDEN = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


def write_json(data: Any) -> str:
    """Write data as JSON, with LF at the end of every line. Keys stay in their order."""
    return json_value(data) + "\n"


def json_value(data: Any) -> str:
    """Give data as they stand in a JSON text, without a line end at the end."""
    text = json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False)
    return _HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
