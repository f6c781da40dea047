"""A map to an Argdown document: front matter, then blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.formats.argdown.blocks import Blocks
from coldwater.formats.argdown.escaping import flow, on_one_line
from coldwater.formats.argdown.planning import Plan
from coldwater.formats.argdown.reading import OURS
from coldwater.formats.foreign.derived import derived
from coldwater.formats.foreign.losses import Losses
from coldwater.formats.foreign.outgoing import Written

if TYPE_CHECKING:
    from coldwater.formats.foreign.outgoing import Outgoing

_APART = ("argmap", "title", "description", "thesis", "rivals", "shape", "draft", "claims", "arguments", "x-from")


def write_argdown(outgoing: Outgoing, format_: str) -> Written:
    """Write a document that Argdown's own parser reads."""
    losses = Losses()
    origin = outgoing.origin(format_) or {}
    front = origin.get("front")
    front = front if isinstance(front, dict) else {}
    model = front.get("model")
    plan = Plan(outgoing, format_, model if isinstance(model, dict) else {}, origin.get("sections"))
    text = Blocks(plan).text()
    _name_losses(outgoing, losses)
    lines = _front(outgoing, front, bool(origin))
    head = "\n".join(["===", *lines, "===", "", ""]) if lines else ""
    return Written(f"{head}{text}\n".encode(), losses.all())


def _front(outgoing: Outgoing, front: dict[str, Any], has_origin: bool) -> list[str]:
    data = outgoing.data
    lines = [f"title: {flow(on_one_line(data['title']))}"]
    if "description" in data:
        lines.append(f"abstract: {flow(data['description'])}")
    lines += [f"{flow(key)}: {flow(value)}" for key, value in front.items() if key not in ("title", "abstract", OURS)]
    ours: dict[str, Any] = {}
    found = derived(outgoing)
    map_ = outgoing.map
    if on_one_line(data["title"]) != data["title"]:
        ours["title"] = data["title"]
    if not has_origin or found.theses != map_.theses or map_.rivals:
        ours["thesis"] = data["thesis"]
    if map_.rivals:
        ours["rivals"] = list(map_.rivals)
    if map_.shape != found.shape:
        ours["shape"] = map_.shape
    if map_.draft != found.draft:
        ours["draft"] = map_.draft
    ours |= {key: value for key, value in data.items() if key not in _APART}
    if ours:
        lines.append(f"{OURS}:")
        for key, value in ours.items():
            if key == "sources" and isinstance(value, dict) and value:
                lines += ["  sources:", *(f"    {flow(id_)}: {flow(one)}" for id_, one in value.items())]
            else:
                lines.append(f"  {flow(key)}: {flow(value)}")
    return lines


def _name_losses(outgoing: Outgoing, losses: Losses) -> None:
    """Name what does not come back: ids that are told apart by capitals alone, and contradictions said twice."""
    seen: dict[str, str] = {}
    for id_ in (*outgoing.map.claims, *outgoing.map.arguments):
        if id_.casefold() in seen:
            losses.add("id told apart by capitals alone", "what reads the file gives another", id_, many="ids told apart by capitals alone")
        seen[id_.casefold()] = id_
    claims = outgoing.map.claims
    for id_, claim in claims.items():
        for other in claim.contradicts:
            if other == id_ or other not in claims or (id_ in claims[other].contradicts and other < id_):
                losses.add(
                    "contradiction", "Argdown says it once, of two statements that are there", id_, field=("Claim", "contradicts")
                )
