"""Two branches' states of a map file brought together by id, as text, so that comments stay. It reads no file.

An id that one side changed, added or removed is taken from that side; only where both sides did something else with one
id, both texts stand between conflict markers. ``merge`` gives None for what it cannot take apart.
"""

from __future__ import annotations

from coldwater.formats.native import spelling_of
from coldwater.records import NamedTuple

__all__ = ["Merged", "merge"]


class Merged(NamedTuple):
    """The text, and the ids (or names of fields) over which the sides disagree: none if it is clean."""

    text: str
    conflicts: tuple[str, ...]


def merge(base: str, ours: str, theirs: str, name: str) -> Merged | None:
    """Merge two states that come from a base, which may be empty. ``name`` tells the spelling by its ending.

    None where a text is no map's, or cannot be taken apart by lines: somebody else has to merge it then.
    """
    if theirs in (ours, base):
        return Merged(ours, ())
    if ours == base:
        return Merged(theirs, ())
    if spelling_of(name) == "json":
        from coldwater.merging.json_merge import merge_json  # noqa: PLC0415 - each merge needs one spelling

        return merge_json(base, ours, theirs)
    from coldwater.merging.yaml_merge import merge_yaml  # noqa: PLC0415

    return merge_yaml(base, ours, theirs)
