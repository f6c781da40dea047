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
from coldwater.model._fields import FIELDS

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
    tells_theses = (
        not origin
        or bool(origin.get("told"))
        or bool(outgoing.map.rivals)
        or derived(outgoing.map).roots != tuple(outgoing.map.theses)
    )
    blocks = Blocks(plan, tells_theses)
    text = blocks.text()
    if telling := blocks.out_of_order():
        blocks = Blocks(plan, tells_theses, telling)
        text = blocks.text()
    _name_losses(outgoing, losses)
    lines = _front(outgoing, front, blocks if tells_theses else None)
    head = "\n".join(["===", *lines, "===", "", ""]) if lines else ""
    return Written(f"{head}{text}\n".encode(), losses.all())


def _front(outgoing: Outgoing, front: dict[str, Any], blocks: Blocks | None) -> list[str]:
    """Give the lines of the front matter; ``blocks`` name the theses where they are to be told."""
    data, map_ = outgoing.data, outgoing.map
    lines = [f"title: {flow(on_one_line(data['title']))}"]
    if "description" in data:
        lines.append(f"abstract: {flow(data['description'])}")
    lines += [f"{flow(key)}: {flow(value)}" for key, value in front.items() if key not in ("title", "abstract", OURS)]
    ours: dict[str, Any] = {}
    if on_one_line(data["title"]) != data["title"]:
        ours["title"] = data["title"]
    if blocks is not None:
        theses = [blocks.name(id_) for id_ in map_.theses]
        ours["thesis"] = theses[0] if len(theses) == 1 else theses
        ours |= {"rivals": [blocks.name(id_) for id_ in map_.rivals]} if map_.rivals else {}
    found = derived(map_, (*map_.theses, *map_.rivals))
    if map_.shape != found.shape:
        ours["shape"] = map_.shape
    if map_.draft != found.draft:
        ours["draft"] = map_.draft
    ours |= _in_order({key: value for key, value in data.items() if key not in _APART}, "Map")
    if ours:
        lines.append(f"{OURS}:")
        for key, value in ours.items():
            if key == "sources" and isinstance(value, dict) and value:
                lines += [
                    "  sources:",
                    *(f"    {flow(id_)}: {flow(_in_order(one, 'Source'))}" for id_, one in value.items()),
                ]
            else:
                lines.append(f"  {flow(key)}: {flow(value)}")
    return lines


def _in_order(data: dict[str, Any], model: str) -> dict[str, Any]:
    """Give fields in the order of their model, then those of somebody's own."""
    keys = [key for key, _, _ in FIELDS[model].values()]
    return {
        key: data[key] for key in (*(key for key in keys if key in data), *(key for key in data if key not in keys))
    }


def _name_losses(outgoing: Outgoing, losses: Losses) -> None:
    """Name what does not come back: contradictions that are said twice, or of nothing else."""
    claims = outgoing.map.claims
    for id_, claim in claims.items():
        for other in claim.contradicts:
            if other == id_ or other not in claims or (id_ in claims[other].contradicts and other < id_):
                losses.add(
                    "contradiction",
                    "Argdown says it once, of two statements that are there",
                    id_,
                    field=("Claim", "contradicts"),
                )
