"""A patch for a map: read as it was written; anything else is refused with its place, and never goes wrong."""

from __future__ import annotations

import copy
import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coldwater.edits import Patch
from coldwater.errors import UsageError
from coldwater.formats.native.patch_text import read_patch, write_patch
from strategies import maps

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.text(max_size=5), lambda inner: st.lists(inner, max_size=2)
    | st.dictionaries(st.text(max_size=4), inner, max_size=2), max_leaves=4,
)  # fmt: skip


def patch_of(data: dict[str, Any]) -> Patch:
    """Make a patch of what a map holds."""
    data = {**data, "claims": data["claims"] or {"c": "A claim."}}
    sections = {name: data[name] for name in ("sources", "claims", "arguments") if data.get(name)}
    return Patch(data["title"], data["thesis"], sections)


@given(maps)
@settings(deadline=None)
def test_what_was_written_is_read(data: dict[str, Any]) -> None:
    patch = patch_of(data)
    written = write_patch(patch, ("One", "two"), dict.fromkeys(data["claims"], "a remark"))
    assert written.startswith("# One\n# two\ncoldwater-patch: 1\n")
    assert read_patch(written, "x.patch.yaml") == patch


def spots(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Give the ways to all values inside a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way, *(one for key, item in inner for one in spots(item, (*way, key)))]


def refusal(text: str) -> str | None:
    """Say why a text is refused; None if it is read."""
    try:
        read_patch(text, "x.json")
    except UsageError as error:
        return str(error)
    return None


@given(maps, st.data(), VALUES)
@settings(deadline=None)
def test_a_damaged_patch_is_read_or_refused_with_its_place(
    data: dict[str, Any], draw: st.DataObject, value: Any
) -> None:
    patch = patch_of(data)
    whole: dict[str, Any] = {"coldwater-patch": 1, "title": patch.title, "thesis": patch.thesis, **patch.entries}
    damaged = copy.deepcopy(whole)
    way = draw.draw(st.sampled_from([one for one in spots(whole) if one]))
    holder = damaged
    for step in way[:-1]:
        holder = holder[step]
    holder[way[-1]] = value
    text = json.dumps(damaged)
    if (said := refusal(text)) is not None:
        assert re.match(r"x\.json:\d+:\d+: \S", said)
        return
    found = read_patch(text, "x.json")
    assert set(found.entries) <= {"sources", "claims", "arguments"}
    assert read_patch(write_patch(found), "x.yaml") == found


@pytest.mark.parametrize("text", ["", "[", "7", "a: 1", "{}", "&a [*a]", "coldwater-patch: 1", "a: 1\na: 2\n"])
def test_what_is_no_patch_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match=r"^x\.yaml:\d+:\d+: "):
        read_patch(text, "x.yaml")
    with pytest.raises(UsageError, match="must end in"):
        read_patch(text, "x.txt")


def test_a_field_that_no_patch_has_is_refused_at_its_key() -> None:
    text = "coldwater-patch: 1\ntitle: T\nthesis: t\nclaims: {c: A claim.}\nshape: graph\n"
    with pytest.raises(UsageError, match=r"^x\.yaml:5:1: `shape` is nothing that a patch holds"):
        read_patch(text, "x.yaml")
