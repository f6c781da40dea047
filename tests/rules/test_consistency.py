"""CW201 to CW206: contradictions, positions, sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .conftest import Find


def test_contradictory_premises_are_found_whichever_side_says_so(find: Find) -> None:
    for pair in (("a", "b"), ("b", "a")):
        assert find("a b", "x: a b -> t", contradictions=[pair]) == ["CW201 x"]


def test_premises_that_contradict_what_they_attack_are_fine(find: Find) -> None:
    assert find("a b", "x: a -> t; y: b -| a", contradictions=[("a", "b")]) == []


def test_a_claim_that_contradicts_itself_is_told_once(find: Find) -> None:
    assert find("a", "x: a -> t", contradictions=[("a", "a")]) == ["CW201 a"]


def test_a_premise_that_contradicts_the_conclusion_is_told_once(find: Find) -> None:
    assert find("a", "x: a -> t", contradictions=[("t", "a")]) == ["CW201 x"]
    assert find("a b", "x: a -> b; y: b -> t", contradictions=[("a", "b")]) == ["CW201 x"]


def test_a_position_may_reject_both_of_two_contradictory_claims(find: Find) -> None:
    positions = {"p": {"name": "P", "rejects": ["a", "b"]}}
    assert find("a b", "x: a -> t; y: b -| t", contradictions=[("a", "b")], positions=positions) == []


def test_a_double_edged_claim_is_told_where_it_begins(find: Find, messages: Find) -> None:
    arguments = "x: a -> t; y: b -| t; v: c -> a; w: c -> b; u: d -> c; s: e -| u"
    assert find("a b c d e", arguments) == ["CW204 c"]
    assert messages("a b c d e", arguments) == [
        "`c` serves both sides: the thesis through `v`, its opponents through `w`"
    ]


def test_two_double_edged_claims_are_told_each(find: Find) -> None:
    assert find("a b c d", "x: a b -> t; y: c -| t; z: a b -> c; w: d -> a") == ["CW204 a", "CW204 b"]


def test_allies_that_contradict_are_told_once(find: Find) -> None:
    assert find("a b c", "x: a -> t; y: b -> t; z: c -| t", contradictions=[("a", "b")]) == ["CW204 a"]


def test_options_that_exclude_each_other_are_fine(find: Find) -> None:
    pairs = [("a", "t"), ("b", "t"), ("b", "a")]
    assert find("a b c d e", "x: c -> t; y: d -> a; z: e -> b", contradictions=pairs) == []


def test_what_serves_the_thesis_and_a_rival_of_it_is_double_edged(find: Find) -> None:
    assert find("a b", "x: b -> t; y: b -> a", contradictions=[("a", "t")]) == ["CW204 b"]


def test_a_contradiction_on_one_side_does_not_turn_what_hangs_on_it(find: Find) -> None:
    arguments = "x: a -> t; y: b -> t; z: c -> a; w: d -| b; v: e -| t"
    assert find("a b c d e", arguments, contradictions=[("a", "b")]) == ["CW204 a"]


def test_opponents_that_contradict_are_fine(find: Find) -> None:
    assert find("a b", "x: a -> t; y: b -| t", contradictions=[("a", "b")]) == []


def test_circles_of_attacks_are_told_if_odd(find: Find) -> None:
    assert find("a b", "x: a -> t; y: a -| b; z: b -| a") == []
    assert find("a b c", "x: a -> t; y: a -| b; z: b -| c; w: c -| a") == ["CW204 a"]
    assert find("a b c d e", "x: a -> t; y: a -| b; z: b -| c; w: c -| a; v: d -| t; u: e -> d") == ["CW204 a"]


def test_the_thesis_against_itself_is_double_edged(messages: Find) -> None:
    assert messages("a", "x: a -| t; y: t -> a") == [
        "`t` serves both sides: it stands in a circle with an odd number of attacks"
    ]


def test_friendly_fire_is_told_at_the_attack_and_explains_the_double_edge(find: Find) -> None:
    assert find("a b c", "x: a -> t; y: b -> t; z: c -> a; w: c -| b") == ["CW205 w"]


def test_friendly_fire_among_opponents(find: Find) -> None:
    assert find("a b c", "x: a -| t; y: b -| t; z: c -> a; w: c -| b") == ["CW205 w"]


def test_what_attacks_both_sides_is_a_tension_and_no_friendly_fire(find: Find, messages: Find) -> None:
    arguments = "x: a -> t; y: b -| t; z: c -| a; w: c -| b"
    assert find("a b c", arguments) == ["CW204 c"]
    assert messages("a b c", arguments) == ["`c` speaks against both sides: the thesis in `z`, its opponents in `w`"]
    assert find("b c", "y: b -| t; z: c -| t; w: c -| b") == ["CW204 c"]
    assert find("a b c", "x: a -> t; y: b -| t; z: c -| x; w: c -| y") == ["CW204 c"]


def test_what_also_supports_the_side_that_it_attacks_is_friendly_fire(find: Find) -> None:
    assert find("a b c d", "x: a -> t; y: b -| t; z: c -| a; w: c -| b; v: d -> t; u: c -> d") == ["CW205 z"]


def test_an_attack_on_the_thesis_by_its_supporter_is_double_edged(find: Find) -> None:
    assert find("a b c", "x: a b -> t; y: a c -| t") == ["CW204 a"]


def test_an_attack_on_the_other_side_is_no_friendly_fire(find: Find) -> None:
    assert find("a b", "x: a -> t; y: b -| t; z: a -| b") == []


def test_in_a_tree_the_shared_claim_explains_friendly_fire(find: Find) -> None:
    assert find("a b c", "x: a -> t; y: b -> t; z: c -> a; w: c -| b", shape="tree") == ["CW106 c"]


def test_a_map_is_one_sided_if_nothing_connected_attacks_or_contradicts(find: Find) -> None:
    assert find("a", "x: a -> t", one_sided=True) == ["CW206 t"]
    assert find("", one_sided=True) == []
    assert find("a b", "x: a -> t; y: b -| a", one_sided=True) == []
    assert find("a b", "x: a -> t; y: b -| x", one_sided=True) == []
    assert find("a b", "x: a -> t", one_sided=True, contradictions=[("b", "a")]) == []
    assert find("a b c", "x: a -> t; y: b -| c", one_sided=True) == ["CW104 y", "CW206 t"]
    assert find("a b", "x: a -> t; y: b -| tt", one_sided=True) == ["CW101 y"]
    assert find("a", "x: a -> t", one_sided=True, excused="y") == []
