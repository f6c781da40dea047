"""Tags as groups: levels, counts, order, and which of them an entry is of."""

from __future__ import annotations

import pytest

from coldwater.errors import UsageError
from coldwater.model import from_accepted_data
from coldwater.model.models import Map
from coldwater.model.tags import chosen, entries, groups_of, is_of, levels_of


def tagged(**tags: list[str]) -> Map:
    """Give a map of claims by id, each with its tags; `x` is an argument from `a` for `t`."""
    own = tags.pop("x", [])
    claims = {name: {"text": f"This is {name}.", "tags": words} for name, words in {"t": [], "a": [], **tags}.items()}
    arguments = {"x": {"premises": ["a"], "supports": "t", "tags": own}}
    return from_accepted_data({"argmap": 1, "title": "T", "thesis": "t", "claims": claims, "arguments": arguments})


def told(map_: Map, *only: str) -> list[str]:
    groups = groups_of(map_, [levels_of(tag) for tag in only])
    return [
        f"{group.tag or '-'}: {' '.join(name for _, name in group.members)} ({len(group.whole)})" for group in groups
    ]


@pytest.mark.parametrize(
    ("tag", "levels"),
    [
        ("Traffic", ("Traffic",)),
        ("Traffic / Parking", ("Traffic", "Parking")),
        (" Traffic  /  Parking ", ("Traffic", "Parking")),
        ("24/7", ("24/7",)),
        ("a /b", ("a /b",)),
        ("/ a / / b /", ("a", "b")),
        (" / ", (" / ",)),
    ],
)
def test_levels(tag: str, levels: tuple[str, ...]) -> None:
    assert levels_of(tag) == levels


def test_groups_stand_in_the_order_of_the_file_with_those_below_behind() -> None:
    map_ = tagged(a=["Money"], b=["Green / Water"], c=["Money / Tax"], d=["Green"], x=["Green / Air"])
    assert told(map_) == [
        "Money: a (2)",
        "Money / Tax: c (1)",
        "Green: d (3)",
        "Green / Water: b (1)",
        "Green / Air: x (1)",
        "-: t (1)",
    ]


def test_an_entry_counts_once_in_a_group_however_many_tags_of_it_it_has() -> None:
    assert told(tagged(t=["A / B", "A / C", "A"], a=["A"], x=["A"])) == ["A: t a x (3)", "A / B: t (1)", "A / C: t (1)"]


def test_only_some_tags() -> None:
    map_ = tagged(t=["A / B / C", "D"], a=["A"], b=["A / B"], x=["D"])
    assert told(map_, "A / B") == ["A:  (2)", "A / B: b (2)", "A / B / C: t (1)"]
    assert told(map_, "D", "A / B / C") == ["A:  (1)", "A / B:  (1)", "A / B / C: t (1)", "D: t x (2)"]


def test_what_is_of_a_tag_is_of_those_above_it() -> None:
    map_ = tagged(t=["A / B"], a=["AB"], x=["A"])
    of = [name for (_, name), entry in entries(map_) if is_of(entry, [("A",)])]
    assert of == ["t", "x"]


def test_a_tag_that_is_not_there_is_an_error_that_names_the_nearest() -> None:
    map_ = tagged(t=["Traffic / Parking"], a=["Money"])
    assert chosen(map_, ["Traffic", "Traffic  / Parking"]) == (("Traffic",), ("Traffic", "Parking"))
    with pytest.raises(UsageError, match=r"no tag `Mony` in this map\. Did you mean `Money`"):
        chosen(map_, ["Mony"])
    with pytest.raises(UsageError, match="There are: Traffic, Traffic / Parking, Money"):
        chosen(map_, ["Zebra crossings"])
    with pytest.raises(UsageError, match="has no tags"):
        chosen(tagged(), ["Money"])
