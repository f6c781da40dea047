"""What must hold of verdicts by grounds and force, whatever the map: of the yardstick, and of coldwater.

*Acyclic* means here that no node bears on itself, also through attacks, and that no claims contradict each other.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater.model.data import as_data
from coldwater.semantics.evaluation import AS_WRITTEN, Overrides, evaluate_map
from work import examples

from .brute import Verdict
from .changes import behind, convergent, renamed, target_of, with_argument
from .definition import Definition
from .dung import Attacks, Dung
from .numbered_maps import WEIGHINGS, random_numbered_map
from .random_maps import random_case, seeded
from .reading import map_of, meaning_of
from .small_maps import FAMILIES, TENTHS
from .test_dung import all_attacks, attack_map, of_claims
from .test_forces import ALL, SEMANTICS

Data = dict[str, Any]
Verdicts = dict[str, Verdict]
Judge = Callable[..., Verdicts]
Lister = Callable[[Data, str], list[dict[str, str]]]

RANK = {"out": 0, "undecided": 1, "in": 2}
randoms = st.randoms(use_true_random=False)
maps = randoms.map(random_numbered_map)
acyclic_maps = randoms.map(lambda random: random_numbered_map(random, acyclic=True))
small_acyclic_maps = randoms.map(lambda random: random_numbered_map(random, 3, 3, acyclic=True))
numberless_maps = randoms.map(lambda random: random_numbered_map(random, numbers=False))


def by_yardstick(data: Data, overrides: Overrides = AS_WRITTEN) -> Verdicts:
    meaning = meaning_of(data, overrides)
    return meaning.verdicts(meaning.grounded())


def by_coldwater(data: Data, overrides: Overrides = AS_WRITTEN) -> Verdicts:
    found = evaluate_map(map_of(data), "grounded", overrides).verdicts
    return {node: Verdict(said.verdict, said.reason) for node, said in found.items()}


def listed_by_yardstick(data: Data, semantics: str) -> list[dict[str, str]]:
    meaning = meaning_of(data)
    found: list[dict[str, str]] = getattr(meaning, semantics)()
    return found


def listed_by_coldwater(data: Data, semantics: str) -> list[dict[str, str]]:
    found = evaluate_map(map_of(data), semantics, AS_WRITTEN, ALL).labellings
    return [{node: labelling.word(node) for node in (*data["claims"], *data["arguments"])} for labelling in found]


for_both = pytest.mark.parametrize("judge", [by_yardstick, by_coldwater])
listed_for_both = pytest.mark.parametrize("lister", [listed_by_yardstick, listed_by_coldwater])


def ranks(verdicts: Verdicts) -> dict[str, int]:
    return {node: RANK[said.verdict] for node, said in verdicts.items()}


# --- pros, cons and their strengths -------------------------------------------------------------------------------


def lives_on_silence(data: Data, node: str) -> bool:
    """Tell whether a claim stands for no better reason than that nothing was said for it: a pro takes that from it."""
    claim = data["claims"].get(node)
    if claim is None or "status" in claim or claim.get("credence", 0) >= 0.5:
        return False
    is_sourced = claim.get("kind") == "fact" and claim.get("cites") and "credence" not in claim
    return not is_sourced and not any(step.get("supports") == node for step in data["arguments"].values())


@for_both
@given(acyclic_maps, randoms)
def test_a_pro_never_hurts_what_does_not_live_on_silence_on_an_acyclic_map(
    judge: Judge, data: Data, random: Random
) -> None:
    """So above all a claim that has a ground with a force, and a step."""
    target = random.choice([*data["claims"], *data["arguments"]])
    more = with_argument(data, random, "supports", target)
    if lives_on_silence(data, target):
        more["claims"][target]["credence"] = data["claims"][target]["credence"] = 0.5
    assert ranks(judge(more))[target] >= ranks(judge(data))[target]


@for_both
def test_in_a_circle_a_pro_may_hurt(judge: Judge) -> None:
    """The claim grows so strong that it fells what kept its own attacker down."""
    data: Data = {
        "argmap": 1, "title": "T", "thesis": "t", "shape": "graph", "weighing": "weakest-link",
        "claims": {
            "t": {"text": "A claim.", "credence": 0.6},
            "defender": {"text": "A claim.", "credence": 0.7},
            "attacker": {"text": "A claim."},
            "friend": {"text": "A claim.", "credence": 0.9},
        },
        "arguments": {
            "con": {"premises": ["attacker"], "attacks": "t"},
            "cut": {"premises": ["defender"], "attacks": "con"},
            "back": {"premises": ["t"], "attacks": "defender"},
        },
    }  # fmt: skip
    assert judge(data)["t"].verdict == "in"
    data["arguments"]["pro"] = {"premises": ["friend"], "supports": "t"}
    assert judge(data)["t"].verdict == "undecided"


@for_both
@given(acyclic_maps, randoms)
def test_a_con_never_helps_its_target_on_an_acyclic_map(judge: Judge, data: Data, random: Random) -> None:
    target = random.choice([*data["claims"], *data["arguments"]])
    more = with_argument(data, random, "attacks", target)
    assert ranks(judge(more))[target] <= ranks(judge(data))[target]


@for_both
@given(acyclic_maps, randoms)
def test_a_stronger_argument_does_more_for_its_side_on_an_acyclic_map(judge: Judge, data: Data, random: Random) -> None:
    """A con of more strength never helps its target, a pro never hurts it; both numbers are written."""
    if not data["arguments"]:
        return
    name = random.choice(list(data["arguments"]))
    weak, strong = copy.deepcopy(data), copy.deepcopy(data)
    step = data["arguments"][name]
    weak["arguments"][name]["strength"], strong["arguments"][name]["strength"] = sorted(random.choices(TENTHS, k=2))
    before, after = (ranks(judge(one))[target_of(step)] for one in (weak, strong))
    assert before <= after if "supports" in step else before >= after


@for_both
@given(acyclic_maps)
def test_linked_premises_are_weaker_than_the_same_premises_convergent(judge: Judge, data: Data) -> None:
    """Linked, they support less and attack less. What undercuts or backs the step does so to each of the new ones."""
    for name, step in data["arguments"].items():
        target = target_of(step)
        together, separate = (ranks(judge(one))[target] for one in (data, convergent(data, name)))
        assert together <= separate if "supports" in step else together >= separate


# --- what bears on what -------------------------------------------------------------------------------------------


@for_both
@given(maps, randoms)
def test_an_undercut_changes_only_what_depends_on_the_argument_it_attacks(
    judge: Judge, data: Data, random: Random
) -> None:
    before = judge(data)
    for attacked in data["arguments"]:
        after = judge(with_argument(data, random, "attacks", attacked))
        alone = [node for node in before if attacked not in behind(data, node)]
        assert [after[node] for node in alone] == [before[node] for node in alone]


@for_both
@given(acyclic_maps, randoms)
def test_an_undercut_leaves_the_other_arguments_of_the_target_alone(judge: Judge, data: Data, random: Random) -> None:
    before = judge(data)
    for attacked, step in data["arguments"].items():
        after = judge(with_argument(data, random, "attacks", attacked))
        for name, other in data["arguments"].items():
            if name != attacked and target_of(other) == target_of(step):
                assert after[name] == before[name]


@for_both
@given(maps, randoms)
def test_renaming_and_reordering_change_nothing(judge: Judge, data: Data, random: Random) -> None:
    ids = [*data["claims"], *data["arguments"]]
    new = [f"n{number}" for number in range(len(ids))]
    random.shuffle(new)
    renaming = dict(zip(ids, new, strict=True))
    assert judge(renamed(data, renaming, random)) == {renaming[node]: said for node, said in judge(data).items()}


@for_both
@given(maps, maps, randoms)
def test_what_is_not_connected_changes_nothing(judge: Judge, data: Data, other: Data, random: Random) -> None:
    """Another map beside it, numbers and circles and all, and an argument from the thesis to it."""
    names = {name: f"other-{name}" for name in (*other["claims"], *other["arguments"])}
    aside = renamed(other, names, random)
    more = {**data, "claims": data["claims"] | aside["claims"], "arguments": data["arguments"] | aside["arguments"]}
    more["arguments"]["by-the-way"] = {"premises": [data["thesis"]], "attacks": names["c0"]}
    before, after = judge(data), judge(more)
    assert {node: after[node] for node in before} == before


@for_both
@given(maps, randoms)
def test_what_is_overruled_is_as_if_it_were_written(judge: Judge, data: Data, random: Random) -> None:
    """A claim rejected or accepted for the occasion, and a standard that takes the place of the map's and the thesis'.

    For the circles too: what a circle lends itself hangs on no status.
    """
    rejected, accepted = random_case(random, data)
    rejected = [name for name in rejected if name in data["claims"]]
    accepted = [name for name in accepted if name not in rejected]
    written = copy.deepcopy(data)
    for names, status in ((rejected, "rejected"), (accepted, "accepted")):
        for name in names:
            written["claims"][name]["status"] = status
    standard = random.choice((None, "scintilla", "clear-and-convincing"))
    if standard is not None:
        written["standard"] = standard
        written["claims"][data["thesis"]].pop("standard", None)
    assert judge(data, Overrides(tuple(rejected), tuple(accepted), standard=standard)) == judge(written)


# --- levels of force ----------------------------------------------------------------------------------------------


@for_both
@given(numberless_maps, st.sampled_from((None, *TENTHS)))
def test_with_one_level_of_force_both_ways_of_weighing_give_the_same(
    judge: Judge, data: Data, level: float | None
) -> None:
    """No number at all, or the same at every claim and every argument."""
    if level is not None:
        data = copy.deepcopy(data)
        for entry in data["claims"].values():
            entry["credence"] = level
        for entry in data["arguments"].values():
            entry["strength"] = level
    weakest, last = (judge({**data, "weighing": weighing}) for weighing in WEIGHINGS)
    assert weakest == last


def as_it_was(data: Data) -> Verdicts:
    """Give verdicts and reasons by the meaning that knows neither grounds nor force."""
    definition = Definition(map_of(data))
    labelling = definition.grounded()
    return {node: Verdict(label, definition.reason(node, labelling)) for node, label in labelling.items()}


def plain(data: Data) -> Data:
    """Give the map without sourced facts and contradictions, and with preponderance as its standard."""
    claims = copy.deepcopy(data["claims"])
    for claim in claims.values():
        claim.pop("contradicts", None)
        if claim.get("kind") == "fact":
            claim.pop("cites", None)
    return {**data, "claims": claims, "standard": "preponderance"}


@for_both
def test_maps_without_numbers_sourced_facts_and_contradictions_mean_what_they_meant(judge: Judge) -> None:
    random = seeded(800)
    for _ in range(examples(1500)):
        data = plain(random_numbered_map(random, numbers=False))
        assert judge(data) == as_it_was(data), data


@for_both
@pytest.mark.parametrize("family", ["plain", "with_statuses"])
def test_small_maps_without_numbers_mean_what_they_meant(judge: Judge, family: str) -> None:
    for number, data in enumerate(FAMILIES[family]()):
        if number % 37 == 0:
            data |= {"standard": "preponderance", "weighing": WEIGHINGS[number % 2]}
            assert judge(data) == as_it_was(data), data


@listed_for_both
def test_their_labellings_are_what_they_were(lister: Lister) -> None:
    random = seeded(802)
    for _ in range(examples(100)):
        data = plain(random_numbered_map(random, 3, 3, numbers=False))
        definition = Definition(map_of(data))
        for semantics in SEMANTICS:
            expected = [sorted(one.items()) for one in getattr(definition, semantics)()]
            assert sorted(sorted(one.items()) for one in lister(data, semantics)) == sorted(expected), data


# --- labellings ---------------------------------------------------------------------------------------------------


@listed_for_both
@given(small_acyclic_maps)
def test_on_an_acyclic_map_all_semantics_agree(lister: Lister, data: Data) -> None:
    """Stable labellings decide everything, so there is none where a tie or an open claim leaves something undecided."""
    meaning = meaning_of(data)
    grounded = meaning.grounded()
    assert lister(data, "complete") == lister(data, "preferred") == [grounded]
    assert lister(data, "stable") == ([] if "undecided" in grounded.values() else [grounded])


@listed_for_both
def test_a_map_of_attacks_with_one_premise_each_is_a_framework_of_dungs(lister: Lister) -> None:
    """All frameworks of two arguments, and random ones of three and four."""
    random = seeded(801)
    cases: list[tuple[str, Attacks]] = [("ab", attacks) for attacks in all_attacks("ab")]
    for arguments in ("abc", "abcd") * 40:
        pairs = [(one, other) for one in arguments for other in arguments if random.random() < 0.35]
        cases.append((arguments, frozenset(pairs)))
    for number, (arguments, attacks) in enumerate(cases):
        dung = Dung(arguments, attacks)
        data = {"arguments": {}, **as_data(attack_map(arguments, attacks)), "weighing": WEIGHINGS[number % 2]}
        for semantics in SEMANTICS:
            expected = {of_claims(dung.labelling(one), arguments) for one in getattr(dung, semantics)()}
            found = lister(data, semantics)
            assert {of_claims(labelling, arguments) for labelling in found} == expected, (attacks, semantics)
