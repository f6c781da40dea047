"""Full-width signs and curly quotation marks where a map needs the plain ones: outside of texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.characters import numbered
from coldwater.edits import Splice
from coldwater.formats.native.written.slip import Slip
from coldwater.listing import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLAIN: Mapping[str, str] = {
    "，": ", ", "、": ", ", "：": ": ", "［": "[", "］": "]", "【": "[", "】": "]", "｛": "{", "｝": "}",
    "“": "", "”": "", "„": "", "‟": "", "«": "", "»": "", "‘": "", "’": "", "‚": "", "‹": "", "›": "",
}  # fmt: skip
_SIGN = re.compile(f"[{''.join(_PLAIN)}]")


def sign_slip(text: str, start: int, end: int, where: str) -> Slip | None:
    """Give the slip of signs that are none to YAML in a stretch where no text stands; None if there are none.

    Full-width signs become plain ones, curly quotation marks go.
    """
    found = list(_SIGN.finditer(text, start, end))
    if not found:
        return None
    names = list(dict.fromkeys(f"`{one[0]}` ({numbered(one[0])})" for one in found))
    what = listed(names)
    does = "is no sign to YAML" if len(names) == 1 else "are no signs to YAML"
    splices = tuple(_plain(text, one) for one in found)
    message = f"{what} {where} {does}, but {'a letter' if len(names) == 1 else 'letters'}; write the plain ones"
    return Slip(start, end, message, splices, f"the signs {where} are plain ones")


def _plain(text: str, match: re.Match[str]) -> Splice:
    plain = _PLAIN[match[0]]
    if plain.endswith(" ") and text[match.end() : match.end() + 1] in (" ", ""):
        plain = plain.rstrip()
    return Splice(match.start(), match.end(), plain)
