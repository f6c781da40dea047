"""Critical questions put to the arguments of a map, and which of them the map answers."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from coldwater.api import load
from coldwater.model import from_accepted_data
from coldwater.model.graph import Graph
from coldwater.schemes._table import SCHEMES
from coldwater.schemes.asking import GENERAL_NAMES, Asked, Examination
from strategies import graphs
from work import examples

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

ARTICLE = Path(__file__).parents[2] / "arguments" / "china-russia-alliance.argmap.yaml"
SCHEME_NAMES = [scheme.name for scheme in SCHEMES]
QUESTION_NAMES = sorted({question.name for scheme in SCHEMES for question in scheme.questions} | set(GENERAL_NAMES))

CLAIMS: dict[str, Any] = {
    "go": "We should go.",
    "rash": {"text": "Anna has a red rash.", "kind": "fact"},
    "nurse": {"text": "Such a rash is a case for the doctor.", "implicit": True},
    "seen": "I saw it.",
    "sun": "She has been in the sun.",
}


def asked(arguments: dict[str, Any], name: str, claims: dict[str, Any] | None = None) -> tuple[Asked, ...]:
    data = {"argmap": 1, "title": "T", "thesis": "go", "claims": {**CLAIMS, **(claims or {})}, "arguments": arguments}
    return Examination(Graph(from_accepted_data(data))).questions(name)


def still_open(arguments: dict[str, Any], name: str, claims: dict[str, Any] | None = None) -> list[str]:
    return [one.name for one in asked(arguments, name, claims) if not one.is_answered]


MEASLES: dict[str, Any] = {"premises": ["rash"], "supports": "go", "scheme": "sign"}


def test_questions_read_out_the_claims_that_fill_the_slots() -> None:
    roles = {"seen": "rash", "indicates": "nurse"}
    one = {"measles": {**MEASLES, "premises": ["rash", "nurse"], "roles": roles}}
    assert [question.text for question in asked(one, "measles")] == [
        "You say: “Anna has a red rash.” Who observed that, and how?",
        "You say: “Anna has a red rash.” How often does one see that without the other?",
        "You say: “Anna has a red rash.” What else would account for that?",
    ]
    assert [(question.hits, question.slot, question.claim) for question in asked(one, "measles")] == [
        ("premise", "seen", "rash"),
        ("premise", "indicates", "nurse"),
        ("step", None, None),
    ]


def test_where_no_slot_is_filled_all_premises_are_read_out() -> None:
    one = {"measles": {**MEASLES, "premises": ["rash", "sun"]}}
    first = asked(one, "measles")[0]
    assert first.text == "You say: “Anna has a red rash” and “She has been in the sun.” Was the sign really observed?"
    assert (first.claim, first.read_out.quote, first.is_asked) == (None, "rash", True)
    alone = asked({"measles": {**MEASLES, "scheme": "cause_to_effect"}}, "measles")[0]
    assert alone.text == "You say: “Anna has a red rash.” How often does the cause lead to the effect?"
    many = asked({"measles": {**MEASLES, "premises": ["rash", "sun", "seen", "nurse"]}}, "measles")[0]
    assert many.text.startswith("You say: “Anna has a red rash” and 3 further premises. Was")


def test_nothing_is_asked_of_a_slot_that_is_empty_where_others_are_filled() -> None:
    trip: dict[str, Any] = {"premises": ["seen", "sun"], "supports": "go", "scheme": "practical_reasoning"}
    arguments = {"trip": {**trip, "roles": {"goal": "seen", "means": "sun"}}}
    data = {"argmap": 1, "title": "T", "thesis": "go", "claims": CLAIMS, "arguments": arguments}
    examination = Examination(Graph(from_accepted_data(data)))
    put = {one.name for one in examination.questions_to_put("trip")}
    # The slot of "possible" is empty too, but that question is put to the conclusion.
    assert {one.name for one in examination.open_questions("trip")} - put == {"situation"}
    assert "possible" in put
    assert all(one.read_out.lead for one in examination.questions_to_put("trip"))


def test_the_only_premise_fills_the_only_slot() -> None:
    assert asked({"measles": MEASLES}, "measles")[0].claim == "rash"
    assert asked({"measles": {**MEASLES, "scheme": "cause_to_effect"}}, "measles")[0].claim is None


def test_an_unstated_premise_is_not_said_to_be_said() -> None:
    one = {"measles": {**MEASLES, "premises": ["nurse"]}}
    assert asked(one, "measles")[0].text.startswith("You take it for granted: “Such a rash is a case for the doctor.” ")


def test_an_unstated_premise_that_is_argued_for_is_not_said_to_be_taken_for_granted() -> None:
    one = {
        "measles": {**MEASLES, "premises": ["nurse"]},
        "why": {"premises": ["rash"], "supports": "nurse"},
    }
    assert asked(one, "measles")[0].text.startswith("You rely on this: “Such a rash is a case for the doctor.” ")


def test_whoever_attacks_is_asked_what_they_argue_against() -> None:
    advice = {"premises": ["nurse"], "attacks": "go", "scheme": "expert_opinion", "roles": {"says": "nurse"}}
    texts = {question.name: question.text for question in asked({"advice": advice}, "advice")}
    assert texts["relevance"].startswith(
        "You argue against this: “We should go.” Is this really a question for the field"
    )


def test_what_an_argument_attacks_is_not_taken_for_what_its_scheme_concludes() -> None:
    roles = {"occurs": "rash", "law": "nurse"}
    for does, said in (
        ({"supports": "go"}, "You conclude: “We should go.” What could step in and prevent that?"),
        ({"attacks": "go"}, "You argue against this: “We should go.” What could step in and prevent the effect?"),
        (
            {"attacks": "other"},
            "You deny that “I saw it” leads to “We should go.” What could step in and prevent the effect?",
        ),
    ):
        spots = {"premises": ["rash", "nurse"], "scheme": "cause_to_effect", "roles": roles, **does}
        arguments = {"spots": spots, "other": {"premises": ["seen"], "supports": "go"}}
        assert {one.name: one.text for one in asked(arguments, "spots")}["interference"] == said


def said_of(argument: dict[str, Any], name: str = "follows", claims: dict[str, Any] | None = None) -> str:
    """Give what is asked under a name of an argument without a scheme, beside the measles and an answer to them."""
    arguments = {
        "measles": MEASLES,
        "titled": {**MEASLES, "title": "The “rash”", "supports": "rash", "premises": ["seen"]},
        "answer": {"premises": ["sun"], "attacks": "measles"},
        "sunny": argument,
    }
    return {question.name: question.text for question in asked(arguments, "sunny", claims)}[name]


def test_a_title_names_an_argument_and_is_no_conclusion() -> None:
    sunny = {"premises": ["sun"], "attacks": "titled"}
    step = "You deny that “The ‘rash’” leads to “Anna has a red rash.”"
    assert said_of(sunny, "otherwise") == f"{step} What would change your mind?"
    assert said_of(sunny) == f"{step} Your reason: “She has been in the sun.” How does that stand in the way?"


def test_a_reason_is_asked_how_it_does_what_it_claims_to_do() -> None:
    reason = "Your reason: “She has been in the sun.”"
    rash, step = "“Anna has a red rash.”", "“Anna has a red rash” leads to “We should go.”"
    answer = "“She has been in the sun” breaks the argument from “Anna has a red rash”."
    for does, said in (
        ({"supports": "rash"}, f"You conclude: {rash} {reason} What else would explain that?"),
        ({"attacks": "rash"}, f"You argue against this: {rash} {reason} Could both be true?"),
        ({"attacks": "measles"}, f"You deny that {step} {reason} How does that stand in the way?"),
        ({"supports": "measles"}, f"You hold that {step} {reason} How does that make it firmer?"),
        ({"attacks": "answer"}, f"You deny that {answer} {reason} How does that stand in the way?"),
    ):
        assert said_of({"premises": ["sun"], **does}) == said


def test_several_premises_are_read_out_or_granted_by_the_title() -> None:
    sunny: dict[str, Any] = {"premises": ["sun", "nurse"], "supports": "rash"}
    assert said_of(sunny) == (
        "You conclude: “Anna has a red rash.” Your reasons: “She has been in the sun” and “Such a rash is a case for "
        "the doctor.” What else would explain that?"
    )
    assert said_of({**sunny, "title": "Sonne"}) == (
        "You conclude: “Anna has a red rash.” Suppose all of “Sonne” holds. What else would explain that?"
    )


def test_a_claim_that_is_read_out_ends_with_a_stop_and_quotes_within_quotes() -> None:
    claims = {"sun": "“Too much sun”\n she said", "rash": {"text": "Is it a rash?"}}
    assert said_of({"premises": ["sun"], "supports": "rash"}, claims=claims) == (
        "You conclude: “Is it a rash?” Your reason: “‘Too much sun’ she said.” How does that support it?"
    )
    claims = {"sun": "她在阳光下。", "rash": {"text": "她有皮疹。"}}
    assert said_of({"premises": ["sun", "seen"], "attacks": "rash"}, claims=claims).startswith(
        "You argue against this: “她有皮疹。” Your reasons: “她在阳光下” and “I saw it.” How"
    )


def test_an_argument_answers_if_it_says_so_and_is_near() -> None:
    for relation, target in (
        ("supports", "rash"),
        ("attacks", "rash"),
        ("supports", "measles"),
        ("attacks", "measles"),
    ):
        answer = {"premises": ["seen"], relation: target, "answers": {"measles": ["Seen", "other-wise"]}}
        assert still_open({"measles": MEASLES, "answer": answer}, "measles") == ["strength"]


def test_the_conclusion_is_near() -> None:
    harm = {"premises": ["seen"], "supports": "go", "scheme": "positive_consequences", "roles": {"leads": "seen"}}
    answer = {"premises": ["sun"], "attacks": "go", "answers": {"trip": ["harm"]}}
    assert "harm" not in still_open({"trip": harm, "answer": answer}, "trip")


def test_an_argument_does_not_answer_otherwise() -> None:
    every = ["seen", "strength", "otherwise"]
    answer = {"premises": ["seen"], "supports": "rash"}
    assert still_open({"measles": MEASLES, "answer": answer}, "measles") == every
    far = {"premises": ["sun"], "attacks": "seen", "answers": {"measles": every}}
    assert still_open({"measles": MEASLES, "answer": answer, "far": far}, "measles") == every
    assert still_open({"measles": {**MEASLES, "answers": {"measles": every}}}, "measles") == every


def test_without_a_scheme_the_map_itself_answers() -> None:
    plain = {"premises": ["rash", "nurse"], "supports": "go"}
    assert still_open({"plain": plain}, "plain") == ["grounds", "unstated", "follows", "otherwise"]
    cited = {"rash": {"text": "Anna has a red rash.", "cites": [{"source": "s"}]}}
    assert still_open({"plain": plain}, "plain", cited) == ["unstated", "follows", "otherwise"]
    backed = {"plain": plain, "look": {"premises": ["seen"], "supports": "rash"}}
    assert still_open(backed, "plain") == ["unstated", "follows", "otherwise"]
    assert still_open({"plain": plain, "no": {"premises": ["sun"], "attacks": "rash"}}, "plain")[0] == "grounds"
    undercut = {"plain": plain, "no": {"premises": ["sun"], "attacks": "plain"}}
    assert still_open(undercut, "plain") == ["grounds", "unstated", "otherwise"]


def test_a_citation_does_not_make_an_unstated_premise_stated() -> None:
    claims = {"nurse": {"text": "N.", "implicit": True, "cites": [{"source": "s"}]}}
    assert "unstated" in still_open({"plain": {"premises": ["nurse"], "supports": "go"}}, "plain", claims)


def test_the_kind_of_a_claim_decides_what_is_asked() -> None:
    kinds = ("fact", "value", "policy", "forecast", "definition", None)
    said = set()
    for kind in kinds:
        claims = {
            "rash": {"text": "R.", **({"kind": kind} if kind else {})},
            "go": {"text": "G.", "kind": kind or "fact"},
        }
        said.add(asked({"plain": {"premises": ["rash"], "supports": "go"}}, "plain", claims)[0].ask)
    assert len(said) == len(kinds)


def test_premises_without_a_slot_are_asked_the_general_questions() -> None:
    one = {"measles": {**MEASLES, "premises": ["rash", "nurse"], "roles": {"seen": "rash"}}}
    assert [(question.name, question.claim) for question in asked(one, "measles")][3:] == [("unstated", "nurse")]


def test_nothing_is_said_of_premises_where_no_slot_is_filled() -> None:
    one = {"measles": {**MEASLES, "premises": ["rash", "nurse"]}}
    assert {question.scheme for question in asked(one, "measles")} == {"sign"}


def test_own_and_unknown_schemes_are_asked_the_general_questions() -> None:
    for scheme in ("x-own", "kritik"):
        assert {question.scheme for question in asked({"measles": {**MEASLES, "scheme": scheme}}, "measles")} == {None}


# --- properties ---------------------------------------------------------------------------------------------------


@st.composite
def examined(draw: DrawFn) -> dict[str, Any]:
    """Draw maps whose arguments name schemes, fill slots and answer questions, rightly and wrongly."""
    data: dict[str, Any] = draw(graphs())
    names = [*data["arguments"], "nowhere"]
    for argument in data["arguments"].values():
        chosen = draw(st.sampled_from([None, "x-own", "kritik", *SCHEME_NAMES]))
        if chosen is not None:
            argument["scheme"] = chosen
        slots = [slot.name for scheme in SCHEMES if scheme.name == chosen for slot in scheme.premises] or ["goal"]
        argument["roles"] = draw(st.dictionaries(st.sampled_from(slots), st.sampled_from([*argument["premises"], "x"])))
        questions = st.lists(st.sampled_from(QUESTION_NAMES), min_size=1, max_size=3, unique=True)
        argument["answers"] = draw(st.dictionaries(st.sampled_from(names), questions, max_size=2))
    return data


def everything(data: dict[str, Any]) -> dict[str, tuple[Asked, ...]]:
    examination = Examination(Graph(from_accepted_data(data)))
    return {name: examination.questions(name) for name in data["arguments"]}


@settings(max_examples=examples(100))
@given(examined())
def test_questions_name_only_what_is_there_and_can_be_spoken(data: dict[str, Any]) -> None:
    for name, questions in everything(data).items():
        assert questions
        for one in questions:
            assert one.argument == name
            assert one.claim is None or one.claim in data["claims"]
            assert one.read_out.quote is None or one.read_out.quote in {**data["claims"], **data["arguments"]}
            assert (one.read_out.quote is None) == (one.read_out.lead == "")
            assert one.is_asked == (one.read_out.lead != "")
            assert set(one.answered_by) <= set(data["arguments"])
            assert one.text.endswith("?")
            assert one.burden in ("answerer", "asker")
            assert one.hits in ("premise", "step", "conclusion")


@settings(max_examples=examples(100))
@given(examined(), st.randoms(use_true_random=False))
def test_order_changes_nothing_but_the_order(data: dict[str, Any], shuffler: random.Random) -> None:
    before = everything(data)
    for part in ("claims", "arguments"):
        entries = list(data[part].items())
        shuffler.shuffle(entries)
        data[part] = dict(entries)
    after = everything(data)
    assert before.keys() == after.keys()
    for name, questions in before.items():
        assert [one._replace(answered_by=()) for one in questions] == [
            one._replace(answered_by=()) for one in after[name]
        ]
        assert [sorted(one.answered_by) for one in questions] == [sorted(one.answered_by) for one in after[name]]


@settings(max_examples=examples(100))
@given(examined())
def test_an_open_question_is_closed_by_an_answer_and_no_other_is(data: dict[str, Any]) -> None:
    for name, questions in everything(data).items():
        still = [one for one in questions if not one.is_answered]
        if not still or name in data["claims"]:
            continue
        data["arguments"]["new"] = {"premises": ["c0"], "attacks": name, "answers": {name: [still[0].name]}}
        after = [one for one in everything(data)[name] if not one.is_answered]
        closed = {one.name for one in still} - {one.name for one in after}
        # An attack on the step answers the general question about it as well.
        assert still[0].name in closed
        assert closed <= {still[0].name, "follows"}
        return


# --- the article --------------------------------------------------------------------------------------------------


def test_the_articles_arguments_are_asked_what_one_would_ask_in_a_round() -> None:
    examination = Examination(Graph(load(str(ARTICLE))))
    tool = "“An alliance with Russia would help China to withstand American pressure.”"
    answer = "“China should find an answer to American pressure that works.”"
    alliance = "“China should conclude a formal alliance with Russia now.”"
    assert [question.text for question in examination.open_questions("counter-containment")] == [
        f"You take it for granted: {answer} Is that what matters most here, or does another aim come first?",
        f"You say: {tool} By what steps would it do so?",
        f"You take it for granted: {answer} Which other course would achieve that at less cost?",
        f"You conclude: {alliance} What would it take to carry that through?",
        f"You take it for granted: {answer} Which other aims would suffer if that were pursued?",
    ]
    answered = {one.name: one.answered_by for one in examination.questions("counter-containment") if one.is_answered}
    assert answered == {"situation": ("ring-of-alliances",), "side_effects": ("provocation",)}
