"""All that decides a verdict, on any map: nothing depends on names or order, every id is there, no map is too odd."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

import coldwater
from coldwater.errors import UnusableMapError
from coldwater.model.models import Map
from coldwater.prep.deciding.decision import what_decides
from coldwater.prep.upshot.json_form import decision_json
from coldwater.prep.upshot.text_form import decision_text
from prep.small_maps import drawn, model
from work import examples

SEEDS = range(examples(120))


def told(map_: Map, width: int = 100) -> str:
    return decision_text(what_decides(map_), width, False, lambda verdict, reason, _: f"is {verdict}: {reason}")


def as_data(map_: Map) -> dict[str, Any]:
    data: dict[str, Any] = map_.model_dump(mode="json", by_alias=True, exclude_none=True)
    return data


def renamed(data: dict[str, Any]) -> dict[str, Any]:
    """Give every id another name, in text: ids are words of their own in these maps."""
    found: dict[str, Any] = json.loads(re.sub(r'"([ca]\d+)"', r'"x\1-y"', json.dumps(data)))
    return found


def found_on(map_: Map) -> dict[str, Any]:
    """Give the JSON without the sentences that are made of the rest of it."""
    found: dict[str, Any] = json.loads(decision_json(what_decides(map_)))
    for crux in (*found["cruxes"]["found"], *found["cruxes"]["larger"]):
        del crux["why"]
    return found


def unordered(value: Any) -> Any:
    """Sort all lists, whatever is in them."""
    if isinstance(value, dict):
        return {key: unordered(item) for key, item in value.items()}
    if isinstance(value, list):
        return sorted((unordered(item) for item in value), key=json.dumps)
    return value


def test_renaming_changes_names_only() -> None:
    for seed in SEEDS:
        data = as_data(drawn(seed))
        assert found_on(model(renamed(data))) == renamed(found_on(model(data))), seed


def test_reordering_changes_the_order_of_equals_only() -> None:
    for seed in SEEDS:
        data = as_data(drawn(seed))
        turned = {**data, "claims": dict(reversed(data["claims"].items()))}
        turned["arguments"] = dict(reversed(data["arguments"].items()))
        found = [found_on(model(one)) for one in (data, turned)]
        for one in found:
            # Which of several larger sets is named is a matter of order.
            one["cruxes"]["larger"] = [crux["gains"] for crux in one["cruxes"]["larger"]]
        assert unordered(found[0]) == unordered(found[1]), seed


def test_every_id_in_brackets_is_there_and_no_line_is_too_wide() -> None:
    for seed in SEEDS:
        map_ = drawn(seed)
        text = told(map_, 70)
        assert {*re.findall(r"\[(\w+)\]", text)} <= {*map_.claims, *map_.arguments}
        assert max(map(len, text.splitlines())) <= 70, seed
        assert not any(line != line.rstrip() for line in text.splitlines()), seed


@pytest.mark.parametrize(
    ("claims", "arguments", "words"),
    [
        ({"t": "T."}, {}, "No claim that could be given up bears on the thesis."),
        ({"t": {"text": "T.", "status": "open"}}, {}, "is undecided: open"),
        ({"t": {"text": "T.", "status": "rejected"}, "a": "A."}, {"one": {"premises": ["a"], "supports": "t"}},
         "Nothing that could be given up changes it."),
        ({"t": "T.", "a": "A."}, {"one": {"premises": ["a"], "attacks": "t"}}, "Con makes it fall with this alone:"),
        ({"t": "T."}, {"one": {"premises": ["t"], "attacks": "t"}}, "No answers"),
        ({"t": {"text": "T.", "contradicts": ["a"]}, "a": "A."}, {}, "The thesis would stand if this were given up:"),
        ({"t": "T.", "a": "A.", "b": "B."},
         {"one": {"premises": ["a"], "supports": "b"}, "two": {"premises": ["b"], "supports": "a"},
          "three": {"premises": ["b"], "supports": "t"}}, "No claim that could be given up bears on the thesis."),
        ({"t": {"text": "T.", "status": "accepted"}, "a": "A."}, {"one": {"premises": ["a"], "supports": "t"}},
         "Pro makes it stand whatever it gives up."),
        ({"t": "T.", "a": {"text": "A.", "status": "open"}}, {"one": {"premises": ["a"], "supports": "t"}},
         "A. [a; open]: if granted, the thesis would stand; if rejected, it would fall."),
        ({"t": "T.", "far": "Far."}, {}, "No claim that could be given up bears on the thesis."),
    ],
)  # fmt: skip
def test_odd_maps_are_told_in_words_that_fit(claims: Any, arguments: Any, words: str) -> None:
    data = {"argmap": 1, "title": "T", "thesis": "t", "shape": "graph", "claims": claims, "arguments": arguments}
    text = " ".join(told(model(data)).split())
    assert words in text


def test_what_is_long_is_cut_short_and_counted() -> None:
    claims: dict[str, Any] = {"t": "T."} | {f"c{number}": f"Claim {number}." for number in range(40)}
    steps = {f"a{number}": {"premises": [f"c{number}"], "supports": "t"} for number in range(2)}
    steps |= {f"a{number}": {"premises": [f"c{number}"], "attacks": "a0"} for number in range(20, 40)}
    chain = {"long": {"premises": [f"c{number}" for number in range(2, 20)], "supports": "c1"}}
    data = {"argmap": 1, "title": "T", "thesis": "t", "shape": "graph", "claims": claims, "arguments": steps | chain}
    text = told(model(data))
    assert "or, to the same effect: Claim 19. [c19]" in text
    assert len(text.splitlines()) < 90
    assert "Con can give up" not in text


def test_the_verb_of_the_api_gives_the_same_and_refuses_what_is_no_graph() -> None:
    map_ = drawn(3)
    assert coldwater.cruxes(map_)[3:] == what_decides(map_)[3:]
    with pytest.raises(UnusableMapError):
        coldwater.cruxes(model({"argmap": 1, "title": "T", "thesis": "nowhere", "claims": {"t": "T."}}))
