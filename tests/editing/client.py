"""What an editor or a program does with the fixes that a report hands over. Nothing of coldwater is used here."""

from __future__ import annotations

import re
from typing import Any

_MARK = b"\xef\xbb\xbf"


def after_fixes(data: bytes, findings: list[dict[str, Any]]) -> bytes:
    """Make the safe fixes of a report in a file: all but those that overlap or touch one made before."""
    fixes = [one["fix"] for one in findings if "fix" in one and one["fix"]["safe"]]
    if not fixes:
        return data
    text = data.decode("utf-8-sig")
    starts = [0, *(match.end() for match in re.finditer("\r\n?|\n", text))]
    made: list[tuple[int, int, str]] = []
    for fix in fixes:
        places = [(one["start"], one["end"], one["text"]) for one in fix["edits"]]
        edits = [(*(starts[at["line"] - 1] + at["column"] - 1 for at in ends), new) for *ends, new in places]
        if not any(start <= other[1] and other[0] <= end for start, end, _ in edits for other in made):
            made += edits
    for start, end, new in sorted(made, reverse=True):
        text = text[:start] + new + text[end:]
    return (_MARK if data.startswith(_MARK) else b"") + text.encode()
