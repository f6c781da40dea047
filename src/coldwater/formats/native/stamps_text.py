"""The sidecar of a map with its review stamps, ``NAME.argmap.reviews.json``: text in and out. It reads no file."""

from __future__ import annotations

import json
import re

from coldwater.errors import UsageError
from coldwater.model import composed
from coldwater.model.stamps import Stamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


def read(text: str, name: str) -> dict[str, Stamp]:
    """Read stamps by the argument's id. Raises UsageError, naming the file, for a text that holds none."""
    try:
        data = json.loads(text)
        if data["version"] != 1:
            raise UsageError(f"{name}: version {data['version']!r} of review stamps is not known here")
        return {composed(id_): _stamp(entry) for id_, entry in data["reviews"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UsageError(f"{name}: {_what_is_wrong(text)}; mend it, or remove it and review anew") from None


def _what_is_wrong(text: str) -> str:
    if re.search("^<<<<<<< ", text, re.MULTILINE):
        return "the review stamps hold an unsolved conflict of a merge"
    return "these are no review stamps"


def _stamp(entry: Mapping[str, object]) -> Stamp:
    by, on, rests_on = entry["by"], entry["on"], entry["rests_on"]
    if not (isinstance(by, str) and isinstance(on, str) and isinstance(rests_on, dict)):
        raise TypeError
    if not all(isinstance(part, str) for pair in rests_on.items() for part in pair):
        raise TypeError
    return Stamp(by, on, {composed(id_): digest for id_, digest in rests_on.items()})


def write(stamps: Mapping[str, Stamp]) -> str:
    """Give stamps as text: sorted by id and one fingerprint a line, so that a review is a small diff."""
    reviews = {id_: {"by": stamp.by, "on": stamp.on, "rests_on": dict(stamp.rests_on)} for id_, stamp in stamps.items()}
    ordered = dict(sorted(reviews.items()))
    return json.dumps({"version": 1, "reviews": ordered}, indent=2, ensure_ascii=False) + "\n"
