"""Models are frozen values that name every offender; references to what is not there are none of their business."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

import coldwater.model
from coldwater.model import from_accepted_data
from coldwater.model.models import Argument, Claim, Map, Source

DATA: dict[str, Any] = {
    "argmap": 1,
    "title": "Is it so?",
    "thesis": "so",
    "claims": {"so": "It is so.", "seen": {"text": "I saw it.", "cites": [{"source": "me"}]}},
    "arguments": {"eye": {"premises": ["seen"], "supports": "so"}},
    "sources": {"me": {"title": "My memory", "author": ["Me", {"family": "Other"}]}},
    "positions": {"mine": {"name": "I", "accepts": ["so"]}},
    "lint": {"ignore": [{"rule": "CW301", "reason": "I was there."}]},
}
MAP = Map.model_validate(DATA)
RECORDS = [
    MAP,
    MAP.claims["seen"],
    MAP.claims["seen"].cites[0],
    MAP.arguments["eye"],
    MAP.sources["me"],
    MAP.positions["mine"],
    MAP.lint,
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_no_field_of_a_model_can_be_assigned(record: BaseModel) -> None:
    for name in type(record).model_fields:
        with pytest.raises(ValidationError, match="frozen"):
            setattr(record, name, None)
        with pytest.raises(ValidationError, match="frozen"):
            delattr(record, name)


def test_no_field_of_a_twin_can_be_assigned() -> None:
    twin = from_accepted_data(DATA)
    with pytest.raises(AttributeError):
        twin.title = "another"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        twin.claims["so"].text = "another"  # type: ignore[misc]


def test_lists_become_tuples() -> None:
    assert MAP.arguments["eye"].premises == ("seen",)
    assert MAP.positions["mine"].accepts == ("so",)
    assert isinstance(MAP.claims["seen"].cites, tuple)


def test_a_string_is_short_for_a_claim() -> None:
    assert Claim.model_validate("It is so.") == Claim(text="It is so.")


def test_the_target_is_what_is_supported_or_attacked() -> None:
    assert Argument(premises=("a",), supports="b").target == "b"
    assert Argument(premises=("a",), attacks="c").target == "c"


def test_every_unknown_field_is_named_sorted() -> None:
    with pytest.raises(ValidationError, match="unknown fields: colour, zeal"):
        Claim.model_validate({"text": "A.", "zeal": 1, "colour": "red", "x-mine": 1})


def test_every_empty_field_is_named_sorted() -> None:
    with pytest.raises(ValidationError, match="empty fields: kind, note"):
        Claim.model_validate({"text": "A.", "note": None, "kind": None, "x-mine": None})


def test_extensions_are_kept() -> None:
    assert Source.model_validate({"title": "S", "x-shelf": [1, None]}).model_extra == {"x-shelf": [1, None]}


def test_references_to_nothing_are_legal() -> None:
    model = Map.model_validate({**DATA, "thesis": "nowhere", "arguments": {"a": {"premises": ["no"], "attacks": "no"}}})
    assert model.thesis == "nowhere"


def test_the_names_of_the_room_are_there_and_no_others() -> None:
    for name in coldwater.model.__all__:
        assert getattr(coldwater.model, name)
    with pytest.raises(AttributeError, match="Clam"):
        coldwater.model.Clam  # noqa: B018


ORDERED = """
import json, sys
from coldwater.model import from_accepted_data
from coldwater.model.data import as_data
from coldwater.model.graph import Graph
from coldwater.model.models import Map
data = json.loads(sys.argv[1])
graph = Graph(from_accepted_data(data))
print(json.dumps([as_data(Map.model_validate(data)), graph.reading_order, graph.circles(), graph.leaves,
    [graph.contraries(claim) for claim in graph.claims], [sorted(graph.sides(node)) for node in graph.reading_order]]))
"""


def test_the_order_of_everything_is_that_of_the_file_whatever_the_hash_seed() -> None:
    import json  # noqa: PLC0415 - for this test only

    names = [f"c{number}" for number in range(30)]
    claims = {name: {"text": name, "contradicts": names[:3]} for name in names}
    arguments = {f"a{n}": {"premises": names[n : n + 4], "attacks": names[n * 7 % 30]} for n in range(26)}
    data = {"argmap": 1, "title": "t", "thesis": "c0", "claims": claims, "arguments": arguments}
    outputs = {
        subprocess.run(
            [sys.executable, "-c", ORDERED, json.dumps(data)],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in (0, 1, 2)
    }
    assert len(outputs) == 1
