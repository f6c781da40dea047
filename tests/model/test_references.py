"""Whether a map is a graph is told as the rules tell it: by CW101 and CW102, which a damaged map is held against."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from coldwater import api
from coldwater.errors import UnusableMapError
from coldwater.model.references import is_graph, loose_references
from strategies import damaged_copies, graphs

NAME = "a.argmap.json"


@given(damaged_copies(), graphs())
def test_a_map_is_read_for_use_just_where_a_check_finds_nothing_that_keeps_it_from_being_a_graph(
    documents: list[Any], graph: Any
) -> None:
    for document in (*documents, graph):
        data = json.dumps(document).encode()
        checked = api.check_bytes(NAME, data)
        if checked.map is not None and not checked.graph_errors:
            assert api.map_in(NAME, data) == checked.usable_map()
            assert is_graph(checked.map)
            continue
        with pytest.raises(UnusableMapError) as caught:
            api.map_in(NAME, data)
        assert caught.value.findings == checked.graph_errors


def test_each_kind_of_reference_is_looked_at() -> None:
    """Each by itself keeps a map from being a graph."""
    claims: Any = {"t": "T.", "a": "A."}
    sound: Any = {
        "argmap": 1,
        "title": "T",
        "thesis": "t",
        "claims": claims,
        "arguments": {"one": {"premises": ["a"], "supports": "t"}},
        "positions": {"p": {"name": "P", "accepts": ["a"], "rejects": ["t"]}},
    }
    one = sound["arguments"]["one"]
    flawed: dict[str, dict[str, Any]] = {
        "thesis": {"thesis": "x"},
        "rival": {"rivals": ["x"]},
        "contradiction": {"claims": {**claims, "a": {"text": "A.", "contradicts": ["x"]}}},
        "premise": {"arguments": {"one": {**one, "premises": ["x"]}}},
        "target": {"arguments": {"one": {**one, "supports": "x"}}},
        "position": {"positions": {"p": {"name": "P", "accepts": ["x"]}}},
        "expectation": {"expect": {"verdicts": {"x": "in"}}},
        "ignore": {"lint": {"ignore": [{"at": "x", "reason": "R."}]}},
    }
    assert is_graph(map_of(sound))
    for role, fields in flawed.items():
        found = list(loose_references(map_of({**sound, **fields})))
        assert [reference.role for reference in found] == [role]
    assert not is_graph(map_of({**sound, "arguments": {"a": one}}))


def map_of(document: Any) -> Any:
    checked = api.check_bytes(NAME, json.dumps(document).encode())
    assert checked.map is not None, checked.findings
    return checked.map
