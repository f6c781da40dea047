"""What a foreign file just written does not give back: found by reading it, and named."""

from __future__ import annotations

from coldwater.formats.foreign.outgoing import with_article
from coldwater.formats.foreign.texts import base_of, stem_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Any

    from coldwater.formats.foreign.imported import Imported
    from coldwater.formats.foreign.losses import Losses
    from coldwater.formats.foreign.outgoing import Outgoing
    from coldwater.model.models import Argument, Map

_OF_MAP = {
    "thesis": ("choice of the thesis", "choices of the thesis"),
    "rivals": ("rival", "rivals"),
    "shape": ("`shape` of the map", "`shape` of the map"),
    "draft": ("`draft` of the map", "`draft` of the map"),
}
_OF_ARGUMENT = {
    "scheme": ("spelling of a scheme", "spellings of schemes"),
    "premises": ("order of premises", "orders of premises"),
    "supports": ("target", "targets"),
    "attacks": ("target", "targets"),
}


def named_by_file(outgoing: Outgoing) -> bool:
    """Tell whether the title of a map is only the name of the foreign file that it was read from."""
    kept = outgoing.data.get("x-from")
    file = kept.get("file") if isinstance(kept, dict) else None
    return isinstance(file, str) and outgoing.map.title == stem_of(base_of(file))


def lose_unread(  # noqa: PLR0913 - what there is to compare
    losses: Losses,
    outgoing: Outgoing,
    back: Imported,
    why: str,
    *,
    positions: bool = False,
    passed: Collection[str] = (),
) -> None:
    """Name what differs between a map and what was read back of it, as far as the format carries such things at all.

    These are ids, texts, schemes, premises and targets, the thesis, the shape and the draft, but for fields that are
    ``passed``; ``positions`` as well where the format tells some. Cost is linear.
    """
    map_, data = outgoing.map, back.data or {}
    for key, (what, many) in _OF_MAP.items():
        if _of_map(map_, key) != _of_data(data, key):
            losses.add(what, why, many=many, field=("Map", key))
    claims, arguments = data.get("claims", {}), data.get("arguments", {})
    for id_ in (*(one for one in map_.claims if one not in claims), *(
        one for one in map_.arguments if one not in arguments
    )):  # fmt: skip
        losses.add("id", f"{why}, but for one that it can tell from a number of its own", id_)
    for id_, claim in map_.claims.items():
        if id_ in claims and claims[id_]["text"] != claim.text:
            losses.add("text of a claim", why, id_, many="texts of claims", field=("Claim", "text"))
    for id_, argument in map_.arguments.items():
        if id_ in arguments:
            _lose_of_argument(losses, id_, argument, arguments[id_], why, passed)
    if positions:
        _lose_positions(losses, map_, data.get("positions", {}), why)


def _lose_of_argument(  # noqa: PLR0913 - two arguments, and how to say it
    losses: Losses, id_: str, ours: Argument, theirs: Mapping[str, Any], why: str, passed: Collection[str]
) -> None:
    for key, (what, many) in _OF_ARGUMENT.items():
        value = getattr(ours, key)
        if key not in passed and (list(value) if key == "premises" else value) != theirs.get(key):
            losses.add(what, why, id_, many=many, field=("Argument", key))


def _lose_positions(losses: Losses, map_: Map, there: Mapping[str, Any], why: str) -> None:
    for id_, position in map_.positions.items():
        found = there.get(id_)
        if found is None or found["name"] != position.name:
            losses.add("position", why, id_, field=("Map", "positions"))
            continue
        for key, ours in (("accepts", position.accepts), ("rejects", position.rejects)):
            if list(ours) != found.get(key, []):
                losses.add(f"`{key}` of a position", why, id_, many=f"`{key}` of positions", field=("Position", key))


def _of_map(map_: Map, key: str) -> Any:
    return list(map_.theses) if key == "thesis" else list(map_.rivals) if key == "rivals" else getattr(map_, key)


def _of_data(data: Mapping[str, Any], key: str) -> Any:
    value = data.get(key, {"shape": "tree", "draft": False, "rivals": []}.get(key))
    return [value] if key == "thesis" and not isinstance(value, list) else value


# --- formats that carry all fields ------------------------------------------------------------------------------

_SECTIONS = {"claims": "Claim", "arguments": "Argument", "sources": "Source", "positions": "Position"}
_DEFAULTS: dict[str, Any] = {"shape": "tree", "draft": False, "rivals": []}


def other_fields(data: Mapping[str, Any], found: Mapping[str, Any]) -> dict[str, Any]:
    """Give the fields of a map as a whole that were not found as they are, but for the title, with defaults."""
    ours = {**{key: value for key, value in _DEFAULTS.items() if key in found}, **data}
    skipped = ("argmap", "title", "claims", "arguments", "x-from")
    return {
        key: value for key, value in ours.items() if key not in skipped and value != found.get(key, _DEFAULTS.get(key))
    }


def lose_differences(losses: Losses, outgoing: Outgoing, back: Imported, why: str) -> None:
    """Name every field of a map and its entries that was not read back as it was; extension fields do not count."""
    ours, there = outgoing.data, back.data or {}
    for key in {**ours, **there}:
        is_of_map = key not in (*_SECTIONS, "argmap") and not key.startswith("x-")
        if is_of_map and ours.get(key, _DEFAULTS.get(key)) != there.get(key, _DEFAULTS.get(key)):
            losses.add(f"`{key}` of the map", why, many=f"`{key}` of the map", field=("Map", key))
    for section, model in _SECTIONS.items():
        old, new = ours.get(section, {}), there.get(section, {})
        word = model.lower()
        for id_ in {**old, **new}:
            if id_ not in old or id_ not in new:
                losses.add(word, why, id_)
                continue
            before, after = _said(old[id_]), _said(new[id_])
            for key in {**before, **after}:
                if before.get(key) != after.get(key):
                    what = f"`{key}` of {word}s"
                    losses.add(f"`{key}` of {with_article(word)}", why, id_, many=what, field=(model, key))


def _said(entry: Any) -> dict[str, Any]:
    whole = {"text": entry} if isinstance(entry, str) else entry
    return {key: value for key, value in whole.items() if not key.startswith("x-") and value not in ([], {}, False)}
