"""The sidecar of a map with its review stamps, ``NAME.argmap.reviews.json``: text in and out. It reads no file."""

from __future__ import annotations

import json

from coldwater.errors import UsageError
from coldwater.model.stamps import Stamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

#: What takes the place of a map's ending in the name of its sidecar.
ENDING = ".reviews.json"


def sidecar_of(path: str) -> str:
    """Give the path of the sidecar of a map.

    >>> sidecar_of("arguments/town.argmap.yaml")
    'arguments/town.argmap.reviews.json'
    """
    for ending in (".yaml", ".yml", ".json"):
        if path.lower().endswith(ending):
            return path[: -len(ending)] + ENDING
    return path + ENDING


def read(text: str, name: str) -> dict[str, Stamp]:
    """Read stamps by the argument's id. Raises UsageError, naming the file, for a text that holds none."""
    try:
        data = json.loads(text)
        if data["version"] != 1:
            raise UsageError(f"{name}: version {data['version']!r} of review stamps is not known here")
        return {id_: _stamp(entry) for id_, entry in data["reviews"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UsageError(
            f"{name}: no review stamps; `coldwater review` writes such a file anew if it is gone"
        ) from None


def _stamp(entry: Mapping[str, object]) -> Stamp:
    by, on, rests_on = entry["by"], entry["on"], entry["rests_on"]
    if not (isinstance(by, str) and isinstance(on, str) and isinstance(rests_on, dict)):
        raise TypeError
    if not all(isinstance(part, str) for pair in rests_on.items() for part in pair):
        raise TypeError
    return Stamp(by, on, rests_on)


def write(stamps: Mapping[str, Stamp]) -> str:
    """Give stamps as text: sorted by id and one fingerprint a line, so that a review is a small diff."""
    reviews = {id_: {"by": stamp.by, "on": stamp.on, "rests_on": dict(stamp.rests_on)} for id_, stamp in stamps.items()}
    ordered = dict(sorted(reviews.items()))
    return json.dumps({"version": 1, "reviews": ordered}, indent=2, ensure_ascii=False) + "\n"
