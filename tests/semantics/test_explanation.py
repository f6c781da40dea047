"""Every step of an explanation says what the evaluation says, and rests on what it names."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from coldwater.model import from_accepted_data
from coldwater.report.explanation_text import explanation_text
from coldwater.semantics.deciding import deciders, enough_for
from coldwater.semantics.evaluation import Overrides, evaluate_map
from coldwater.semantics.explanation import MOST_FALLEN, Step, explain
from coldwater.semantics.grounded import IN, OUT, UNDECIDED
from coldwater.semantics.labelling import Labelling
from coldwater.semantics.resting import resting_on
from strategies import judged_maps
from work import examples

from .numbered_maps import random_numbered_map
from .random_maps import seeded
from .test_forces import random_overrides

Data = dict[str, Any]

#: By reason: what must hang on such a step, as (role, verdict); any of them where there are several.
GROUNDS = {
    "supported": {("for", "in")},
    "outweighs": {("for", "in")},
    "refuted": {("against", "in")},
    "outweighed": {("against", "in")},
    "unsupported": {("for", "out")},
    "premise-out": {("premise", "out")},
    "undercut": {("against", "in")},
    "depends": {("for", "undecided"), ("against", "undecided"), ("premise", "undecided")},
}


def labelling_of(data: Data, **overrides: Any) -> Labelling:
    return evaluate_map(from_accepted_data(data), "grounded", Overrides(**overrides)).labellings[0]


def shown(steps: tuple[Step, ...]) -> list[str]:
    return [f"{'.' * step.depth}{step.role} {step.name} {step.verdict} {step.reason}" for step in steps]


BRIDGE: Data = {
    "argmap": 1,
    "title": "Should the bridge be rebuilt?",
    "thesis": "rebuild",
    "claims": {"rebuild": "R.", "cracks": "C.", "unsafe": "U.", "costly": "D.", "grant": "G."},
    "arguments": {
        "safety": {"premises": ["cracks", "unsafe"], "supports": "rebuild"},
        "money": {"premises": ["costly"], "attacks": "rebuild"},
        "funded": {"premises": ["grant"], "attacks": "money"},
    },
}


def test_a_thesis_that_stands_names_its_support_and_what_had_to_fall() -> None:
    assert shown(explain(labelling_of(BRIDGE), "rebuild")) == [
        "asked rebuild in supported",
        ".for safety in stands",
        "..premise cracks in granted",
        "..premise unsafe in granted",
        ".against money out undercut",
        "..against funded in stands",
        "...premise grant in granted",
    ]


def test_a_tie_names_both_sides() -> None:
    assert shown(explain(labelling_of(BRIDGE, rejected=("grant",)), "rebuild")) == [
        "asked rebuild undecided tied",
        ".for safety in stands",
        "..premise cracks in granted",
        "..premise unsafe in granted",
        ".against money in stands",
        "..premise costly in granted",
        "..against funded out premise-out",
        "...premise grant out set-aside",
    ]


def test_of_many_that_fell_a_few_are_told_and_the_rest_named() -> None:
    claims = {f"c{number}": {"text": "C.", "status": "rejected"} for number in range(10)}
    arguments = {f"a{number}": {"premises": [f"c{number}"], "supports": "t"} for number in range(10)}
    data = {"argmap": 1, "title": "T", "thesis": "t", "claims": {"t": "T.", **claims}, "arguments": arguments}
    named = [step for step in explain(labelling_of(data), "t") if step.depth == 1]
    assert len(named) == MOST_FALLEN
    assert [step.more for step in named] == [(), (), tuple(f"a{number}" for number in range(MOST_FALLEN, 10))]


def test_a_circle_is_named_where_it_closes() -> None:
    arguments = {"a": {"premises": ["x"], "supports": "y"}, "b": {"premises": ["y"], "supports": "x"}}
    data = {"argmap": 1, "title": "T", "thesis": "x", "claims": {"x": "X.", "y": "Y."}, "arguments": arguments}
    steps = explain(labelling_of(data), "x")
    assert [(step.name, step.ending) for step in steps][-1] == ("x", "circle")


def test_a_chain_of_50_000_arguments_is_explained() -> None:
    claims = {f"c{number}": "C." for number in range(50_001)}
    arguments = {f"a{n}": {"premises": [f"c{n + 1}"], "supports": f"c{n}"} for n in range(50_000)}
    data = {"argmap": 1, "title": "T", "thesis": "c0", "claims": claims, "arguments": arguments}
    assert explain(labelling_of(data), "c0")[-1].name == "c50000"


@given(judged_maps())
def test_a_step_says_what_the_evaluation_says_and_rests_on_what_it_names(data: Data) -> None:
    labelling = labelling_of(data)
    for name in labelling.framework.names:
        steps = explain(labelling, name)
        assert steps[0].name == name
        for place, step in enumerate(steps):
            found = labelling.verdict(step.name)
            told = (found.reason, step.reason)
            # By its status before any support; and for want of support before anything stood against it.
            is_held = told in (("supported", "granted"), ("refuted", "unsupported"))
            assert step.verdict == found.verdict
            assert step.reason == found.reason or is_held
            assert step.above < place
            wanted = GROUNDS.get(step.reason)
            if wanted and step.ending is None:
                below = {(one.role, one.verdict) for one in steps if one.above == place}
                assert below & wanted, (step, below)


def test_what_falls_for_want_of_support_is_not_refuted_by_what_stands_since_it_fell() -> None:
    data: Data = {
        "argmap": 1, "title": "T", "thesis": "t", "shape": "graph",
        "claims": {"t": {"text": "T.", "contradicts": ["u"]}, "u": "U.", "no": {"text": "N.", "status": "rejected"}},
        "arguments": {"loop": {"premises": ["t"], "attacks": "t"}, "pro": {"premises": ["no"], "supports": "t"}},
        "standard": "scintilla",
    }  # fmt: skip
    labelling = labelling_of(data)
    assert labelling.verdict("t") == ("out", "refuted")
    assert shown(explain(labelling, "t")) == [
        "asked t out unsupported", ".for pro out premise-out", "..premise no out set-aside"
    ]  # fmt: skip


@given(judged_maps())
def test_what_is_decided_never_rests_on_a_circle(data: Data) -> None:
    labelling = labelling_of(data)
    for name in labelling.framework.names:
        if labelling.word(name) != "undecided":
            assert not [step for step in explain(labelling, name) if step.ending == "circle"]


@given(judged_maps())
def test_deciders_bear_on_the_node_and_carry_its_verdict(data: Data) -> None:
    labelling = labelling_of(data)
    framework, labels = labelling.framework, labelling.labels
    for node in range(len(framework.names)):
        found = deciders(labelling, node)
        step = framework.steps.get(node)
        near = {*framework.bearing_on(node), *(framework.bearing_on(step) if step is not None else ())}
        assert set(found) <= near
        reason = labelling.reason(node)
        assert bool(found) == (reason not in ("granted", "set-aside", "open")), (reason, found)
        if reason in ("supported", "unsupported", "premise-out", "depends", "refuted", "outweighed", "undercut"):
            wanted = {"supported": IN, "unsupported": OUT, "premise-out": OUT, "depends": UNDECIDED}.get(reason, IN)
            assert {labels[one] for one in found} == {wanted}


def test_a_sourced_fact_with_an_argument_for_it_stands_on_its_ground() -> None:
    data: Data = {
        "argmap": 1,
        "title": "T?",
        "thesis": "t",
        "sources": {"s": {"title": "S"}},
        "claims": {"t": "T.", "fact": {"text": "F.", "kind": "fact", "cites": [{"source": "s"}]}, "why": "W."},
        "arguments": {
            "pro": {"premises": ["fact"], "supports": "t"},
            "cause": {"premises": ["why"], "supports": "fact"},
        },
    }
    assert shown(explain(labelling_of(data), "fact")) == ["asked fact in grounded"]


# --- maps with numbers: the weightiest is named, and the others are counted ----------------------------------------


def test_of_what_stands_for_a_claim_the_strongest_is_named_and_the_others_counted() -> None:
    strengths = {"weak": 0.3, "strong": 0.9, "middling": 0.6}
    claims = {name: {"text": f"{name}."} for name in ("t", "a", "b", "c", "no")}
    arguments: Data = {
        name: {"premises": [premise], "supports": "t", "strength": strength}
        for premise, (name, strength) in zip("abc", strengths.items(), strict=True)
    }
    arguments["against"] = {"premises": ["no"], "attacks": "t", "strength": 0.4}
    data = {"argmap": 1, "title": "T", "thesis": "t", "claims": claims, "arguments": arguments}
    steps = explain(labelling_of(data), "t")
    assert [(step.name, step.more) for step in steps if step.depth == 1] == [
        ("strong", ("middling", "weak")),
        ("against", ()),
    ]


def test_of_equals_that_is_named_which_rests_on_more_than_being_granted() -> None:
    claims: Data = {name: {"text": f"{name}."} for name in ("t", "a", "b", "c")}
    claims["b"] |= {"credence": 1}
    arguments = {name: {"premises": [name[-1]], "supports": "t"} for name in ("by-a", "by-b", "by-c")}
    data = {"argmap": 1, "title": "T", "thesis": "t", "claims": claims, "arguments": arguments}
    steps = explain(labelling_of(data), "t")
    assert [(step.name, step.more) for step in steps if step.depth == 1] == [("by-b", ("by-a", "by-c"))]
    claims["b"] = {"text": "b."}
    assert explain(labelling_of(data), "t")[1].name == "by-a"


def test_what_is_told_and_what_is_left_out_make_up_all_that_stands_on_a_side() -> None:
    """On numbered maps, wherever arguments carried a verdict or hold the balance in a tie."""
    random, told = seeded(980), 0
    for number in range(examples(700)):
        data = random_numbered_map(random, 5, 12)
        overrides = random_overrides(random, data) if number % 2 else Overrides()
        labelling = evaluate_map(from_accepted_data(data), "grounded", overrides).labellings[0]
        framework, labels = labelling.framework, labelling.labels
        for name in framework.names:
            steps = explain(labelling, name)
            node = framework.numbers[name]
            spoken_of = framework.steps.get(node, node)
            of_argument = node != spoken_of and labelling.reason(node) not in ("undercut", "tied")
            reason = labelling.reason_of_statement(spoken_of)
            if of_argument or (framework.parts[node] and node == spoken_of):
                continue
            for role, reasons, side in (
                ("for", ("supported", "outweighs", "tied"), framework.supporters(spoken_of)),
                ("against", ("refuted", "outweighed", "tied"), framework.opponents(spoken_of)),
            ):
                found = [step for step in steps if (step.above, step.role, step.verdict) == (0, role, "in")]
                if reason not in reasons or not found:
                    continue
                standing = {framework.names[one] for one in side if labels[one] == IN}
                named = [*(step.name for step in found), *(id_ for step in found for id_ in step.more)]
                assert sorted(named) == sorted(standing), (name, data, overrides)
                told += bool(found[0].more)
    assert told > examples(100)


def test_what_is_named_is_no_weaker_than_any_other_that_was_settled_before() -> None:
    random, seen = seeded(981), 0
    for _ in range(examples(700)):
        data = random_numbered_map(random, 5, 12, acyclic=True)
        labelling = labelling_of(data)
        framework = labelling.framework
        for name in list(data["claims"]):
            node = framework.numbers[name]
            if labelling.reason(node) not in ("supported", "outweighs"):
                continue
            named = [step for step in explain(labelling, name) if (step.above, step.role) == (0, "for")]
            if not named or named[0].verdict != "in":
                continue
            found = set(enough_for(labelling, node))
            strongest = max(labelling.forces[one] for one in found)
            assert labelling.forces[framework.numbers[named[0].name]] == strongest, (name, data)
            seen += len(found) > 1
    assert seen > examples(30)


def test_what_stands_on_its_own_ground_also_counts_the_arguments_for_it() -> None:
    map_ = from_accepted_data(
        {
            "argmap": 1, "title": "Does it hold?", "thesis": "fact", "shape": "graph",
            "sources": {"s": {"title": "A source", "issued": "2024"}},
            "claims": {"fact": {"text": "F.", "kind": "fact", "cites": [{"source": "s"}]}, "a": "A.", "b": "B."},
            "arguments": {name: {"premises": [name[0]], "supports": "fact"} for name in ("a1", "b1")},
        }
    )  # fmt: skip
    steps = explain(evaluate_map(map_, "grounded").labellings[0], "fact")
    assert [(step.name, step.reason, step.besides) for step in steps] == [("fact", "grounded", ("a1", "b1"))]
    resting = resting_on(map_, evaluate_map(map_, "grounded"), "fact")
    told = " ".join(explanation_text(map_, steps, resting, 100, colour=False).split())
    assert "it has a ground of its own, and 2 arguments for it stand (a1 and b1)." in told


def test_forces_are_told_of_what_was_weighed_and_of_nothing_else() -> None:
    claims: Data = {
        "t": {"text": "T."}, "a": {"text": "A.", "credence": 0.7}, "b": {"text": "B."}, "c": {"text": "C."},
        "d": {"text": "D.", "status": "open"},
    }  # fmt: skip
    arguments = {
        "pro": {"premises": ["a"], "supports": "t", "strength": 0.9},
        "con": {"premises": ["b"], "attacks": "t", "strength": 0.4},
        "open": {"premises": ["d"], "attacks": "t", "strength": 0.3},
        "undercut": {"premises": ["c"], "attacks": "pro", "strength": 0.5},
    }
    data = {"argmap": 1, "title": "T", "thesis": "t", "claims": claims, "arguments": arguments}
    steps = explain(labelling_of(data), "t")
    assert [(step.name, step.force, step.ground) for step in steps] == [
        ("t", None, None), ("pro", 0.7, 0.9), ("a", None, None), ("undercut", 0.5, None), ("c", None, None),
        ("con", 0.4, None), ("b", None, None),
    ]  # fmt: skip
    plain = [step for name in ("rebuild", "money") for step in explain(labelling_of(BRIDGE), name)]
    assert {(step.force, step.ground) for step in plain} == {(None, None)}


def test_what_may_stand_on_the_side_that_lost_is_named_with_the_most_it_could_have() -> None:
    claims: Data = {name: {"text": f"{name}."} for name in ("t", "a", "b", "c")}
    claims["b"] |= {"status": "open"}
    claims["c"] |= {"status": "open"}
    arguments: Data = {
        "pro": {"premises": ["a"], "supports": "t"},
        "weak": {"premises": ["b"], "attacks": "t", "strength": 0.2},
        "strong": {"premises": ["c"], "attacks": "t", "strength": 0.4},
    }
    data = {"argmap": 1, "title": "T", "thesis": "t", "claims": claims, "arguments": arguments}
    *_, last = explain(labelling_of(data), "t")
    assert (last.name, last.ending, last.force, last.more) == ("strong", "aside", 0.4, ("weak",))
    claims["a"] |= {"status": "open"}
    claims["b"], claims["c"] = {"text": "b."}, {"text": "c.", "status": "rejected"}
    arguments["pro"] |= {"strength": 0.1}
    *_, last = explain(labelling_of(data), "t")
    assert (last.name, last.role, last.ending, last.force) == ("pro", "for", "aside", 0.1)
    map_ = from_accepted_data(data)
    evaluation = evaluate_map(map_, "grounded")
    steps = explain(evaluation.labellings[0], "t")
    told = " ".join(explanation_text(map_, steps, resting_on(map_, evaluation, "t"), 100, colour=False).split())
    assert "(force 0.1 at most) is undecided, and would change nothing if it stood." in told


def test_what_is_left_out_has_the_verdict_that_is_said_of_it() -> None:
    random, told = seeded(982), 0
    for _ in range(examples(300)):
        labelling = labelling_of(random_numbered_map(random, 6, 14))
        for name in labelling.framework.names:
            for step in explain(labelling, name):
                assert {labelling.verdict(id_)[0] for id_ in step.more} <= {step.verdict}
                assert {labelling.verdict(id_)[0] for id_ in step.besides} <= {"in"}
                told += bool(step.more)
    assert told > examples(30)


def test_what_is_left_out_stands_beside_what_is_told_and_below_all_that_rests_on() -> None:
    claims = {name: f"{name.upper()}." for name in ("t", "a", "b", "a1", "a2")}
    arguments: Data = {f"r{number:02}": {"premises": ["b"], "supports": "t"} for number in range(14)}
    arguments["first"] = {"premises": ["a"], "supports": "t"}
    arguments |= {name: {"premises": [name[-2:]], "supports": "a"} for name in ("by-a1", "by-a2")}
    data = {"argmap": 1, "title": "T", "thesis": "t", "claims": claims, "arguments": arguments}
    map_ = from_accepted_data(data)
    evaluation = evaluate_map(map_, "grounded")
    steps = explain(evaluation.labellings[0], "t")
    assert (steps[1].name, steps[1].more) == ("first", tuple(f"r{number:02}" for number in range(14)))
    told = explanation_text(map_, steps, resting_on(map_, evaluation, "t"), 200, colour=False).splitlines()
    named = ", ".join(f"r{number:02}" for number in range(12))
    assert [line.split("[")[0] for line in told[1:7]] == [
        "  ✓ for it, the argument ",
        "    ✓ “A.” ",
        "      ✓ for it, the argument ",
        "        ✓ “A1.” ",
        "      and 1 more argument for it stands: by-a2.",
        f"  and 14 more arguments for it stand: {named} and 2 more.",
    ]
