"""Whether a file is GSN in YAML, told by its keys."""

from __future__ import annotations

import re

from coldwater.formats.gsn.kinds import kind_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from coldwater.formats.foreign.look import Look

#: Of longer texts no more is looked at.
_LOOKED_AT = 500_000
#: A key at the start of a line; in quotes, or plain.
_KEY = re.compile(r"""^(?:"([^"\n]+)"|'([^'\n]+)'|([^\s#'"\[\]{},&*!|>%@`-][^\n]*?))[ \t]*:(?=\s|$)""", re.MULTILINE)
_TELLING = ("supportedBy", "inContextOf", "undeveloped", "challenges", "nodeType")
_ATTRIBUTE = re.compile(rf"""["']?\b(?:{"|".join(_TELLING)})["']?[ \t]*:""")
_TEXT = re.compile(r"""^[ \t]+["']?text["']?[ \t]*:|[{,][ \t]*["']?text["']?[ \t]*:""", re.MULTILINE)
_NODE_TYPE = re.compile(r"""["']?\bnodeType["']?[ \t]*:""")
_OF_MODULE = re.compile(r"""["']?\b(?:uses|extends|brief|stylesheets)["']?[ \t]*:""")


def is_one(look: Look) -> bool:
    """Tell whether all keys at the top are ids of GSN's elements, or `module`, and what is below them is GSN's too."""
    text = look.text[:_LOOKED_AT]
    if text.lstrip()[:1] in ("{", "["):
        return isinstance(look.json, dict) and _is_json_one(look.json)
    keys = {next(filter(None, found)) for found in _KEY.findall(text)}
    elements = keys - {"module", "---"}
    if not elements:
        return "module" in keys and _OF_MODULE.search(text) is not None
    if not all(map(kind_of, elements)):
        return _NODE_TYPE.search(text) is not None
    return _ATTRIBUTE.search(text) is not None or _TEXT.search(text) is not None


def _is_json_one(data: dict[str, Any]) -> bool:
    elements = {key: value for key, value in data.items() if key != "module"}
    has_attributes = any(
        isinstance(value, dict) and any(key in value for key in _TELLING) for value in elements.values()
    )
    return has_attributes and all(
        kind_of(key, value.get("nodeType") if isinstance(value, dict) else None) for key, value in elements.items()
    )
