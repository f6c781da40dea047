"""Maps go out as AIF JSON or xAIF: a node for each claim, a step with its edges for each argument."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from coldwater.formats.aif.reading import BESIDE, BESIDE_IN_FRAME
from coldwater.formats.aif.steps_out import Steps
from coldwater.formats.foreign.imported import Given
from coldwater.formats.foreign.losses import Losses
from coldwater.formats.foreign.outgoing import Written, lose_fields
from coldwater.formats.foreign.reading_back import lose_unread, named_by_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from coldwater.formats.foreign.imported import Imported
    from coldwater.formats.foreign.outgoing import Outgoing

_WHY = "AIF has no place for it"
_CARRIED = {
    "Map": ("thesis", "rivals", "shape", "draft"),
    "Claim": ("text",),
    "Argument": ("premises", "supports", "attacks", "scheme"),
}
_HELD = ("name", "accepts", "rejects")
_FRAME = {"text": {"txt": ""}, "dialog": False}


def write_aif(format_: str, outgoing: Outgoing, read: Callable[[Given], Imported], frame: str | None = None) -> Written:
    """Write a map; what was kept when it was read from the same format is written again. Bytes are always the same.

    ``frame`` is the key of the object that holds nodes and edges, as in xAIF. ``read`` reads the format.
    """
    origin = outgoing.origin(format_) or {}
    steps = Steps(format_, outgoing, names_forms=frame is None)
    inner: dict[str, Any] = {"nodes": steps.nodes, "edges": steps.edges}
    inner |= _dict(origin["more"]) if "more" in origin else BESIDE if frame is None else BESIDE_IN_FRAME
    whole = inner if frame is None else {frame: inner, **(_dict(origin.get("frame")) if origin else _FRAME)}
    data = (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()
    losses = Losses()
    by_file = ("title",) if named_by_file(outgoing) else ()
    has_speakers = bool(origin.get("nodes"))
    carried = _CARRIED | {"Map": (*_CARRIED["Map"], *by_file)} | ({"Position": _HELD} if has_speakers else {})
    lose_fields(losses, outgoing, carried, _WHY)
    lose_unread(losses, outgoing, read(Given("", data)), _WHY, positions=has_speakers)
    return Written(data, losses.all())


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
