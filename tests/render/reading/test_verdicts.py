"""Verdicts as drawings show them: those of the whole map, and the ways that carried the one on the root."""

from __future__ import annotations

import pytest

from coldwater.errors import DrawingError, UsageError
from coldwater.render import Options, draw
from coldwater.render.reading.verdicts import is_judgeable, judge
from coldwater.semantics.evaluation import Overrides, evaluate_map
from coldwater.semantics.verdict_words import BECAUSE
from render.drawing_samples import attacks, make_map, supports, twisted
from render.verdict_samples import circle, every_reason, judged_samples
from theses.samples import harbour

BRIDGE = make_map(
    {"t": "Rebuild.", "a": "Cracked.", "b": "Unsafe.", "c": "Costly.", "d": "Granted."},
    {"safety": supports("t", "a", "b"), "money": attacks("t", "c"), "funded": attacks("money", "d")},
)


def test_verdicts_are_those_of_the_evaluation() -> None:
    for map_ in judged_samples().values():
        assert judge(map_, map_.thesis).of == evaluate_map(map_).verdicts


def test_the_sample_has_every_reason() -> None:
    assert {verdict.reason for verdict in judge(every_reason(), "thesis").of.values()} == set(BECAUSE)


def test_ways_lead_down_from_the_root_along_what_decided_it() -> None:
    verdicts = judge(BRIDGE, "t")
    assert verdicts.ways == {("safety", "t"), ("a", "safety"), ("b", "safety")}
    assert verdicts.decisive == {"safety", "a", "b"}
    assert judge(BRIDGE, "money").ways == {("funded", "money"), ("d", "funded")}


def test_a_rejected_argument_hangs_on_nothing() -> None:
    assert judge(BRIDGE, "money", Overrides(("money", "c"))).ways == frozenset()
    rejected = judge(BRIDGE, "t", Overrides(("safety",)))
    assert rejected.of["t"] == ("out", "unsupported")
    assert rejected.ways == {("safety", "t")}


def test_a_circle_is_walked_once() -> None:
    verdicts = judge(circle(), "a")
    assert verdicts.of["a"] == ("undecided", "depends")
    assert ("says-a", "c") in verdicts.ways
    assert "a" not in verdicts.decisive


def test_every_way_is_a_relation_of_the_map_and_hangs_together_with_the_root() -> None:
    for map_ in judged_samples().values():
        verdicts = judge(map_, map_.thesis)
        reached = {map_.thesis}
        while more := {one for one, decided in verdicts.ways if decided in reached} - reached:
            reached |= more
        assert verdicts.decisive | {map_.thesis} == reached
        for one, decided in verdicts.ways:
            argument = map_.arguments.get(one)
            is_premise = decided in map_.arguments and one in map_.arguments[decided].premises
            is_rival = {one, decided} <= map_.claims.keys() and (
                one in map_.claims[decided].contradicts or decided in map_.claims[one].contradicts
            )
            assert is_premise or is_rival or (argument is not None and argument.target == decided)


def test_what_was_overruled_is_told() -> None:
    assert "`c` rejected" in judge(BRIDGE, "t", Overrides(("c",))).circumstances[1]
    assert len(judge(BRIDGE, "t").circumstances) == 1


def test_what_the_verdict_rests_on_stands_last() -> None:
    told = judge(BRIDGE, "t").told
    assert told[-1].startswith("What the verdict on the thesis rests on: for it: 1 of 1 stands")
    assert judge(BRIDGE, "a").told[-1].startswith("Semantics: grounded.")


def test_of_several_theses_those_are_told_of_that_are_shown() -> None:
    theses = harbour().theses
    verdicts = judge(harbour(), theses[0], others=theses[1:])
    assert [line.split(" rests on: ")[0] for line in verdicts.rests("toll", "silt")] == [
        "What the verdict on the thesis toll"
    ]
    assert len(verdicts.rests(*theses)) == len(theses)
    assert verdicts.told == (*verdicts.circumstances, *verdicts.rests(*theses))
    assert len(judge(BRIDGE, "t").rests("c")) == 1  # on a part of a map, too


def test_a_tie_is_told_with_its_counts_wherever_it_is() -> None:
    map_ = make_map(
        {"t": "T.", "a": "A.", "b": "B.", "c": "C."},
        {"pro": supports("t", "a"), "for": supports("a", "b"), "con": attacks("a", "c")},
    )
    verdicts = judge(map_, "t")
    tie = "1 for, 1 against, and the map does not say which weigh more"
    assert verdicts.why["a"] == tie
    assert verdicts.sentence("a", "This") == f"? This is undecided: {tie}"


def test_what_only_may_stand_is_told_as_such() -> None:
    strong, weak = {"premises": ["b"], "supports": "t"}, {"premises": ["c"], "attacks": "t", "strength": 0.4}
    map_ = make_map({"t": "T.", "b": "B.", "c": {"text": "C.", "status": "open"}}, {"pro": strong, "con": weak})
    assert judge(map_, "t").why["t"] == "what stands for it is enough against what may stand against it"
    turned = make_map(
        {"t": "T.", "b": {"text": "B.", "status": "open"}, "c": "C."}, {"pro": {**strong, "strength": 0.2}, "con": weak}
    )
    assert judge(turned, "t").why["t"] == "what may stand for it is not enough against what stands against it"


@pytest.mark.parametrize(
    "map_",
    [
        twisted(),
        make_map({"t": "T."}, {"x": supports("t", "gone")}),
        make_map({"t": "T.", "a": {"text": "A.", "contradicts": ["gone"]}}),
        make_map({"t": "T.", "x": "X."}, {"x": supports("t", "x")}),
        make_map({"t": "T."}, thesis="gone"),
    ],
    ids=["target", "premise", "rival", "clash", "thesis"],
)
def test_a_map_that_leads_nowhere_is_not_judged_but_drawn(map_: object) -> None:
    assert not is_judgeable(map_)  # type: ignore[arg-type]
    with pytest.raises(DrawingError, match="lead nowhere"):
        draw(map_, "svg", Options(verdicts=True))  # type: ignore[arg-type]
    assert draw(map_, "svg")  # type: ignore[arg-type]
    assert b'"judging"' not in draw(map_, "html")  # type: ignore[arg-type]


def test_an_unknown_id_says_which_was_meant() -> None:
    with pytest.raises(UsageError, match="Did you mean `safety`"):
        draw(BRIDGE, "svg", Options(verdicts=True, overrides=Overrides(("safty",))))
    with pytest.raises(UsageError, match="add --verdicts"):
        draw(BRIDGE, "svg", Options(overrides=Overrides(("a",))))
