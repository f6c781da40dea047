"""Two branches' states of a map file brought together by id, as text, so that comments stay. It reads no file.

An id that one side changed, added or removed is taken from that side; only where both sides did something else with one
id, both texts stand between conflict markers. For what it cannot take apart, ``merge`` says why.
"""

from __future__ import annotations

from coldwater.formats.native.document import spelling_of
from coldwater.merging.markers import Markers
from coldwater.records import NamedTuple

__all__ = ["Markers", "Merged", "Unmerged", "merge"]


class Merged(NamedTuple):
    """The text, and the ids (or names of fields) over which the sides disagree: none if it is clean.

    ``sides``: the text with every conflict decided for ours, and for theirs.
    """

    text: str
    conflicts: tuple[str, ...]
    sides: tuple[str, str]


class Unmerged(NamedTuple):
    """Nothing was merged, and why: the end of a sentence that begins with the name of the map."""

    why: str


def merge(base: str, ours: str, theirs: str, name: str, markers: Markers | None = None) -> Merged | Unmerged:
    """Merge two states that come from a base, which may be empty. ``name`` tells the spelling by its ending.

    Unmerged where a text is no map's, or cannot be taken apart by lines: somebody else has to merge it then.
    """
    if theirs in (ours, base):
        return Merged(ours, (), (ours, ours))
    if ours == base:
        return Merged(theirs, (), (theirs, theirs))
    if spelling_of(name) == "json":
        from coldwater.merging.json_merge import merge_json  # noqa: PLC0415 - each merge needs one spelling

        return merge_json(base, ours, theirs, markers or Markers())
    from coldwater.merging.yaml_merge import merge_yaml  # noqa: PLC0415

    return merge_yaml(base, ours, theirs, markers or Markers())
