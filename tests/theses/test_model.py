"""`thesis` as a list: in the models, their twins and the schema, in graphs, and as it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from coldwater import judge
from coldwater.errors import UsageError
from coldwater.model import from_accepted_data
from coldwater.model.data import as_data
from coldwater.model.graph import Graph
from coldwater.model.models import Map
from theses.samples import data, harbour

if TYPE_CHECKING:
    from coldwater.model.graph import Side


def test_one_thesis_is_written_without_a_list_and_several_with_one() -> None:
    for given, written in (("dredge", "dredge"), (["dredge"], "dredge"), (["toll", "dredge"], ["toll", "dredge"])):
        for map_ in (harbour(thesis=given), from_accepted_data(data(thesis=given))):
            assert as_data(map_)["thesis"] == written
            assert map_.thesis == map_.theses[0]


@pytest.mark.parametrize("given", [[], ["dredge", "dredge"], [["dredge"]], ["no id!"], {"dredge": 1}])
def test_no_thesis_twice_none_at_all_or_something_else_is_refused(given: object) -> None:
    with pytest.raises(ValidationError):
        Map.model_validate(data(thesis=given))


def test_every_thesis_is_a_root_and_nothing_behind_one_is_unconnected() -> None:
    graph = Graph(harbour())
    assert graph.roots == ("dredge", "toll", "ferry", "leave")
    assert graph.connected == graph.claims.keys() | graph.arguments.keys()
    assert graph.reading_order[0] == "dredge"
    places = [graph.reading_order.index(name) for name in ("dredge", "toll", "ferry", "leave")]
    assert places == sorted(places)


def test_a_thesis_among_the_rivals_is_a_root_once() -> None:
    assert Graph(harbour(rivals=["toll", "leave"])).roots == ("dredge", "toll", "ferry", "leave")


_PRO: frozenset[Side] = frozenset({"pro"})
_CON: frozenset[Side] = frozenset({"con"})


def test_sides_are_those_of_the_thesis_that_is_meant() -> None:
    map_ = harbour()
    assert Graph(map_).sides("costs") == {"con"}
    assert Graph(map_).sides("users") == frozenset()
    of_toll = Graph(judge.about(map_, "toll"))
    assert (of_toll.sides("costs"), of_toll.sides("users"), of_toll.sides("silt")) == (_PRO, _PRO, frozenset())


def test_what_bears_on_several_theses_is_told_by_the_first() -> None:
    graph = Graph(harbour())
    assert graph.first_sides("costs") == ("dredge", _CON)
    assert graph.first_sides("users") == ("toll", _PRO)
    assert graph.first_sides("lose") == ("toll", _CON)
    assert graph.first_sides("school") == ("ferry", _PRO)
    assert graph.first_sides("birds") == (None, frozenset())


def test_a_thesis_that_contradicts_the_first_is_on_its_other_side() -> None:
    given = data()
    given["claims"]["toll"]["contradicts"] = ["dredge"]
    graph = Graph(Map.model_validate(given))
    assert graph.first_sides("toll") == ("dredge", _CON)
    assert graph.first_sides("users") == ("dredge", _CON)


def test_another_thesis_is_chosen_and_the_others_follow_in_their_order() -> None:
    assert judge.about(harbour(), "ferry").theses == ("ferry", "dredge", "toll")
    assert judge.about(from_accepted_data(data()), "toll").theses == ("toll", "dredge", "ferry")
    map_ = harbour()
    assert judge.about(map_, None) is map_


def test_whoever_sees_a_map_still_sees_it_about_another_thesis() -> None:
    map_ = harbour(positions={"mayor": {"name": "The mayor", "rejects": ["away"]}})
    seen = judge.about(judge.seen_by(map_, "mayor"), "toll")
    assert seen.thesis == "toll"
    assert judge.evaluate(seen).verdicts["toll"].verdict == "in"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("tol", "there is no thesis `tol` in this map; there are `dredge`, `toll`, `ferry`. Did you mean `toll`?"),
        ("leave", "there is no thesis `leave` in this map, where it is a rival; there are `dredge`, `toll`, `ferry`."),
        ("silt", "there is no thesis `silt` in this map, where it is a claim; there are `dredge`, `toll`, `ferry`."),
    ],
)
def test_what_is_no_thesis_is_named_with_those_there_are(asked: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        judge.about(harbour(), asked)
    assert str(caught.value) == said
