"""The canonical order of ids and fields."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from coldwater.editing.order import Order, ordered
from coldwater.model import from_accepted_data
from coldwater.model.data import SECTIONS, fields_at
from coldwater.model.models import Argument, Map
from strategies import graphs, maps


def test_each_object_of_a_file_has_its_fields() -> None:
    assert fields_at(())[:3] == ("argmap", "title", "thesis")
    assert fields_at(("arguments", "s"))[:4] == ("title", "premises", "supports", "attacks")
    assert fields_at(("sources", "s", "author", 0)) == ("family", "given", "literal")
    assert "container-title" in fields_at(("sources", "s"))
    assert fields_at(("arguments", "s", "cites", 0)) == fields_at(("claims", "c", "cites", 3))
    assert fields_at(("claims", "claims", "cites", 0)) == fields_at(("claims", "c", "cites", 0))
    assert fields_at(("lint",)) == ("ignore",)
    assert fields_at(("lint", "ignore", 0)) == ("rule", "at", "reason")


def test_other_places_have_no_fields() -> None:
    for pointer in [("claims",), ("x-a",), ("x-a", "claims"), ("claims", "c", "tags", 0), ("arguments", "s", "roles")]:
        assert fields_at(pointer) == ()


def test_the_sections_are_the_fields_that_hold_entries_by_id() -> None:
    by_id = [name for name, field in Map.model_fields.items() if "Mapping[" in str(field.annotation)]
    assert by_id == list(SECTIONS)
    assert "roles" not in SECTIONS
    assert "roles" in Argument.model_fields


def test_premises_of_a_step_stand_side_by_side() -> None:
    data: dict[str, Any] = {
        "argmap": 1,
        "title": "T",
        "thesis": "t",
        "claims": dict.fromkeys("abcdet", "A claim."),
        "arguments": {
            "undercut": {"premises": ["e"], "attacks": "step"},
            "step": {"premises": ["b", "a"], "supports": "t"},
            "deeper": {"premises": ["d"], "supports": "b"},
        },
    }
    found = ordered(data, Order(from_accepted_data(data)))
    assert list(found["claims"]) == ["t", "b", "a", "d", "e", "c"]
    assert list(found["arguments"]) == ["step", "deeper", "undercut"]


@given(graphs() | maps)
def test_what_is_in_order_stays_in_order(data: dict[str, Any]) -> None:
    once = ordered(data, Order(from_accepted_data(data)))
    again = ordered(once, Order(from_accepted_data(once)))
    assert once == data
    for section in SECTIONS:
        assert list(again.get(section, ())) == list(once.get(section, ()))
