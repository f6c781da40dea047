"""Three judges of data agree: jsonschema with the published schema, the pydantic models, the generated yes/no check.

And what has been accepted reads the same as a model and as its plain twin.
"""

from __future__ import annotations

import copy
import math
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft7Validator
from pydantic import BaseModel, ValidationError
from referencing import Registry

from coldwater.formats.native.id_places import id_places
from coldwater.model import _accepts, composed, from_accepted_data
from coldwater.model.data import as_data
from coldwater.model.ids import is_id
from coldwater.model.models import Map
from coldwater.model.schema import json_schema
from strategies import at, damaged_copies, maps, paths_in
from work import examples

VALIDATOR = Draft7Validator(json_schema(), registry=Registry())
BASE: dict[str, Any] = {"argmap": 1, "title": "t", "thesis": "a", "claims": {"a": "A."}}


def with_claim(**fields: Any) -> dict[str, Any]:
    return {**BASE, "claims": {"a": {"text": "A.", **fields}}}


def with_argument(**fields: Any) -> dict[str, Any]:
    return {**BASE, "arguments": {"s": {"premises": ["a"], "supports": "a", **fields}}}


def with_source(**fields: Any) -> dict[str, Any]:
    return {**BASE, "sources": {"s": {"title": "S", **fields}}}


def model_accepts(data: Any) -> bool:
    try:
        Map.model_validate(data)
    except ValidationError:
        return False
    return True


def assert_one_verdict(data: Any) -> None:
    """See that all agree. Of ids the schema can say only a part: what it lets pass is judged by letters."""
    named = [place.text for place in id_places(data)] if isinstance(data, dict) else []
    if any(composed(text) != text for text in named):
        return  # the reader composes ids before they are judged
    accepted = VALIDATOR.is_valid(data) and all(map(is_id, named))
    assert _accepts.document(data) is accepted
    assert model_accepts(data) is accepted


@settings(max_examples=examples(50))
@given(maps)
def test_all_accept_what_is_valid(data: dict[str, Any]) -> None:
    assert VALIDATOR.is_valid(data)
    assert _accepts.document(data)
    assert model_accepts(data)


@settings(max_examples=examples(50))
@given(damaged_copies())
def test_all_give_the_same_verdict_on_what_is_damaged(copies: list[Any]) -> None:
    for data in copies:
        assert_one_verdict(data)


@pytest.mark.parametrize(
    "data",
    [
        {**BASE, "argmap": True},
        {**BASE, "argmap": 1.0},
        {**BASE, "argmap": "1"},
        {**BASE, "thesis": "a\n"},
        {**BASE, "title": " \n"},
        {**BASE, "title": None},
        {**BASE, "claims": []},
        {**BASE, "claims": {"a\n": "A."}},
        {**BASE, "claims": {"": "A."}},
        {**BASE, "arguments": None},
        {**BASE, "lint": {"ignore": [{"reason": "r"}]}},
        {**BASE, "x-own": None},
        {**BASE, "xown": 1},
        with_claim(credence=True),
        with_claim(credence=-0.0),
        with_claim(credence=10**400),
        with_claim(credence=1 + 1e-16),
        with_claim(credence=math.inf),
        with_claim(implicit=1),
        with_claim(tags=["a", "a"]),
        with_claim(contradicts=["b", "b"]),
        with_claim(note=None),
        with_argument(attacks="a"),
        with_argument(premises=[]),
        with_argument(roles={" ": "a"}),
        with_argument(answers={"s": []}),
        with_argument(answers={"s": ["q", "q"]}),
        with_argument(answers={"s": "q"}),
        with_argument(answers={"-": ["q"]}),
        with_argument(supports=None),
        with_source(issued=10000),
        with_source(issued=2025.0),
        with_source(issued=2025.5),
        with_source(issued=True),
        with_source(issued="2025-02"),
        with_source(issued="２０２５"),
        with_source(url="https://example.org"),
        with_source(text="a/../b"),
        with_source(text="a\n"),
        with_source(author=[{}]),
        with_source(author=["A", {"given": "B"}]),
        with_source(author="A"),
        with_source(author=" "),
        with_source(author={"family": "A"}),
        with_source(author={"given": "A"}),
        with_source(author=None),
        with_source(author=1),
        with_source(author=[["A"]]),
    ],
    ids=repr,
)
def test_all_give_the_same_verdict_where_they_might_differ(data: Any) -> None:
    assert_one_verdict(data)


#: Every field there is, so that each can be replaced in turn.
FULL: dict[str, Any] = {
    "argmap": 1,
    "title": "T",
    "thesis": "a",
    "description": "D",
    "language": "en",
    "shape": "graph",
    "standard": "scintilla",
    "claims": {
        "a": "A.",
        "b": {
            "text": "B.",
            "kind": "fact",
            "status": "open",
            "credence": 0.5,
            "standard": "preponderance",
            "implicit": True,
            "contradicts": ["a"],
            "cites": [
                {
                    "source": "s",
                    "locator": "p. 4",
                    "quote": "Q",
                    "quotes": ["R", "S"],
                    "passage": "Q, R and S",
                    "fingerprint": "0123456789abcdef",
                }
            ],
            "tags": ["t"],
            "note": "N",
            "x-own": {"any": [None]},
        },
    },
    "arguments": {
        "c": {"premises": ["b"], "supports": "a", "title": "C", "scheme": "e", "roles": {"r": "b"}, "strength": 1},
        "d": {"premises": ["b"], "attacks": "c", "cites": [{"source": "s"}], "tags": ["t"], "note": "N"},
        "e": {"premises": ["b"], "attacks": "c", "answers": {"c": ["q", "r"]}},
    },
    "sources": {
        "s": {
            "title": "S",
            "type": "book",
            "author": ["A", {"family": "F", "given": "G"}, {"literal": "L"}],
            "issued": 2025,
            "publisher": "P",
            "qualifications": "Q",
            "container-title": "C",
            "URL": "doi:1",
            "accessed": "2025-03",
            "language": "de-AT",
            "grade": "B2",
            "text": "a/b.txt",
            "note": "N",
        },
        "u": {"title": "U", "issued": "2025-03-01"},
    },
    "positions": {"p": {"name": "P", "accepts": ["a"], "rejects": ["b"], "speaks_in": ["s"], "note": "N"}},
    "lint": {"ignore": [{"rule": "CW301", "at": "b", "reason": "R"}]},
}
OTHERS: list[Any] = [
    *(None, True, False, 0, 1, 2, -1, 9999, 10_000, 10**400, 0.0, 1.0, 0.5, 1.5, -0.5, 2025.0, -0.0, 1e300),
    *(
        "",
        " ",
        "a",
        "a\n",
        "\na",
        "a b",
        "ä",
        "-a",
        "a-",
        "1",
        "fact",
        "FACT",
        "2025",
        "2025-13",
        "2025-02-31",
        "en",
        "e n",
    ),
    *(
        "https://x",
        "https://x y",
        "ftp://x",
        "/a",
        "a/../b",
        "..",
        "a\\b",
        "CW301",
        "CW3011",
        "cw301",
        "F" * 16,
        "f" * 17,
    ),
    *(
        [],
        ["a"],
        ["a", "a"],
        ["a\n"],
        [""],
        [1],
        [None],
        [[]],
        [{}],
        {},
        {"a": "b"},
        {"": "b"},
        {"x-a": None},
        {"text": "A"},
    ),
]


def around(path: tuple[str | int, ...]) -> dict[str, Any]:
    """Give the full map without what no judge looks at for what stands at a path: other sections, other entries."""
    if not path:
        return FULL
    section = str(path[0])
    value = FULL[section]
    if len(path) > 1 and isinstance(value, dict):
        value = {**BASE.get(section, {}), path[1]: value[path[1]]}
    return {**BASE, section: value}


@pytest.mark.parametrize("path", paths_in(FULL), ids=lambda path: "/".join(map(str, path)) or "all")
def test_all_give_the_same_verdict_on_each_field_with_each_odd_value(path: tuple[str | int, ...]) -> None:
    assert_one_verdict(FULL)
    whole = around(path)
    assert_one_verdict(whole)
    for other in OTHERS:
        data = copy.deepcopy(whole)
        if path:
            at(data, path[:-1])[path[-1]] = other
        assert_one_verdict(data if path else other)
    if path:
        data = copy.deepcopy(whole)
        del at(data, path[:-1])[path[-1]]
        assert_one_verdict(data)


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_the_check_and_the_models_refuse_what_is_no_number(number: float) -> None:
    """The schema lets NaN pass, since it is not less than 0; no reader lets it come so far."""
    for data in (with_claim(credence=number), with_argument(strength=number), with_source(issued=number)):
        assert not _accepts.document(data)
        assert not model_accepts(data)


# --- models and twins -------------------------------------------------------------------------------------------


def assert_same_fields(model: Any, twin: Any) -> None:
    """Compare a model with its twin, field by field and type by type, all the way down."""
    if isinstance(model, BaseModel):
        for name in type(model).model_fields:
            assert_same_fields(getattr(model, name), getattr(twin, name))
        if hasattr(type(model), "target"):
            assert model.target == twin.target  # type: ignore[attr-defined]
    elif isinstance(model, dict):
        assert list(model) == list(twin)
        for key, value in model.items():
            assert_same_fields(value, twin[key])
    elif isinstance(model, tuple):
        assert isinstance(twin, tuple)
        assert len(model) == len(twin)
        for one, other in zip(model, twin, strict=True):
            assert_same_fields(one, other)
    else:
        assert model == twin
        assert type(model) is type(twin)


@given(maps)
def test_the_plain_twin_has_the_fields_of_the_model(data: dict[str, Any]) -> None:
    assert_same_fields(Map.model_validate(data), from_accepted_data(data))


@given(maps)
def test_a_model_comes_back_from_its_data(data: dict[str, Any]) -> None:
    model = Map.model_validate(data)
    assert Map.model_validate(as_data(model)) == model


@given(maps)
def test_a_twin_comes_back_from_its_data_but_for_extensions(data: dict[str, Any]) -> None:
    twin = from_accepted_data(data)
    written = as_data(twin)
    assert _accepts.document(written)
    assert from_accepted_data(written) == twin
    assert "x-" not in "".join(written)


@given(maps)
def test_data_say_nothing_that_goes_without_saying(data: dict[str, Any]) -> None:
    written = as_data(Map.model_validate(data | {"shape": "tree", "standard": "preponderance", "sources": {}}))
    assert not {"shape", "standard", "sources"} & set(written)


@given(maps)
def test_reading_leaves_the_data_as_they_were(data: dict[str, Any]) -> None:
    before = copy.deepcopy(data)
    model, twin = Map.model_validate(data), from_accepted_data(data)
    as_data(model)["claims"].clear()
    as_data(twin)["title"] = "another"
    assert data == before
    assert model == Map.model_validate(before)
