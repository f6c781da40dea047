"""An element of GSN as its file states it, with every attribute in the type that it should have."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from coldwater.formats.foreign.json_document import word
from coldwater.formats.gsn.kinds import OURS, kind_of
from coldwater.model import composed

if TYPE_CHECKING:
    from collections.abc import Callable

    from coldwater.findings import Place

    Remark = Callable[[str], None]

_ATTRIBUTES = frozenset(
    ["text", "supportedBy", "inContextOf", "challenges", "undeveloped", "defeated", "url", "classes", "nodeType", OURS]
)
_TRUTHS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


class Element:
    """An element: ``key`` is the number of its file and its id; ``more`` holds attributes that argue for nothing.

    ``ours`` is what a map of ours wrote along; ``has_children`` and ``parents`` are filled in when all files are read.
    """

    def __init__(self, file: int, id_: str, body: dict[str, Any], place: Place, remark: Remark) -> None:
        self.key = (file, id_)
        self.id = id_
        self.place = place
        self.body = body
        stated = body.get("nodeType")
        kind = kind_of(id_, stated)
        if stated is not None and kind_of("", stated) is None:
            remark(f"`{id_}`: the type `{word(stated) or '…'}` is not known")
        if kind is None:
            remark(f"`{id_}` begins with no letters of a type (V01), and states none; it is taken for a goal")
        self.kind: str = kind or "Goal"
        self.is_stated = stated is not None or kind is None
        text = body.get("text")
        self.text: str = word(text) or ""
        if text is not None and word(text) is None:
            remark(f"`{id_}`: its text is no text")
        self.supported_by = self._references("supportedBy", remark)
        self.in_context_of = self._references("inContextOf", remark)
        challenges = body.get("challenges")
        self.challenges: str | None = None if challenges is None else word(challenges)
        if challenges is not None and not (self.challenges or "").strip():
            self.challenges = None
            remark(f"`{id_}`: `challenges` must name one element, or a relation such as `G1 -> G2`")
        self.undeveloped = self._truth("undeveloped", remark)
        self.defeated = self._truth("defeated", remark)
        self.url: str | None = word(body.get("url"))
        classes = body.get("classes")
        named = classes if isinstance(classes, list) else [classes]
        self.classes = [one for one in map(word, named) if one is not None and one.strip()]
        self.ours = _ours(body.get(OURS), remark, id_)
        self.more = {key: value for key, value in body.items() if key not in _ATTRIBUTES}
        self.children: list[Element] = []
        self.parents: list[Element] = []

    def _references(self, key: str, remark: Remark) -> list[str]:
        """Give the ids that an attribute names, none twice and not its own."""
        value = self.body.get(key)
        found: dict[str, None] = {}
        for item in value if isinstance(value, list) else [] if value is None else [value]:
            id_ = word(item)
            if id_ is None or not id_.strip():
                remark(f"`{self.id}`: an item of `{key}` is no id, and is left out")
                continue
            id_ = composed(id_.strip())
            if id_ == self.id:
                remark(f"`{self.id}` names itself in `{key}` (V06); that is left out")
            elif id_ in found:
                remark(f"`{self.id}` names `{id_}` twice in `{key}` (V05)")
            else:
                found[id_] = None
        return list(found)

    def _truth(self, key: str, remark: Remark) -> bool:
        value = self.body.get(key)
        if isinstance(value, str):
            value = _TRUTHS.get(value.strip().lower(), value)
        if not isinstance(value, bool | None):
            remark(f"`{self.id}`: `{key}` must be true or false")
            return False
        return bool(value)


def _ours(value: object, remark: Remark, id_: str) -> dict[str, Any]:
    """Read what a map of ours wrote along, as JSON in a text."""
    if value is None:
        return {}
    try:
        found = json.loads(value) if isinstance(value, str) else None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        remark(f"`{id_}`: what stands under `{OURS}` is no JSON object, and is left out")
        return {}
    return found


def read_ours(value: object, remark: Remark) -> dict[str, Any] | None:
    """Read what a map of ours wrote along about itself; None if nothing."""
    return None if value is None else _ours(value, remark, "module")
