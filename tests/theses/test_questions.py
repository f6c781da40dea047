"""Questions: titles of groups of theses and rivals, in every room that shows roots."""

from __future__ import annotations

import json
from typing import Any

import pytest

import coldwater
from coldwater.api import check_bytes, map_in
from coldwater.model.graph import Graph
from coldwater.model.models import Map
from coldwater.render.digest import digest
from coldwater.render.outline import outline
from coldwater.render.reading.focus import part
from theses.samples import findings

AGENDA = """argmap: 1
title: The meeting of 3 May
thesis: [rebuild, toll]
rivals: [repair]
claims:
  rebuild: The town should rebuild the bridge.
  toll: Lorries should pay a toll.
  repair: The town should repair the bridge.
  cracks: The main girder is cracked.
  wear: Most of the wear comes from lorries.
  cheap: A repair costs a third.
arguments:
  safety: {premises: [cracks], supports: rebuild}
  cause: {premises: [wear], supports: toll}
  thrift: {premises: [cheap], supports: repair}
questions:
  bridge: {text: What should become of the bridge?, answers: [rebuild, repair]}
  money: {text: 'Who <b>pays</b>?', answers: [toll], note: Second item.}
"""


def _read(text: str) -> Map:
    return map_in("agenda.argmap.yaml", text.encode())


def _map(data: dict[str, Any]) -> Map:
    return Map.model_validate(data)


@pytest.fixture
def agenda(tmp_path: Any) -> Any:
    path = tmp_path / "agenda.argmap.yaml"
    path.write_text(AGENDA, encoding="utf-8")
    return path


def test_a_map_with_questions_is_clean_and_comes_back_as_it_was(agenda: Any) -> None:
    map_ = coldwater.load(agenda)
    assert coldwater.check(map_) == ()
    again = _map(json.loads(coldwater.dump(map_)))
    assert digest(again) == digest(map_)
    assert again.questions["money"].answers == ("toll",)


def test_roots_stand_by_question_where_the_first_of_its_answers_stands(agenda: Any) -> None:
    graph = Graph(coldwater.load(agenda))
    assert graph.groups() == (("bridge", ("rebuild", "repair")), ("money", ("toll",)))
    assert graph.roots == ("rebuild", "repair", "toll")
    assert (graph.question_of("repair"), graph.question_of("cracks")) == ("bridge", None)


def test_the_outline_sets_each_question_over_its_answers(agenda: Any) -> None:
    lines = outline(coldwater.load(agenda), 100, colour=False).splitlines()
    found = [line for line in lines if "?" in line or "thesis" in line or "rival" in line]
    assert found == [
        "What should become of the bridge? [bridge]",
        "The town should rebuild the bridge. [rebuild; thesis]",
        "The town should repair the bridge. [repair; rival]",
        "Who <b>pays</b>? [money]",
        "Lorries should pay a toll. [toll; thesis]",
    ]


def test_evaluate_tells_the_verdict_on_every_answer_below_the_question(agenda: Any, run: Any) -> None:
    told = run("evaluate", str(agenda)).out
    head = told[: told.index("What decides")]
    places = [head.index(words) for words in ("[bridge]", "thesis `rebuild`", "rival `repair`", "[money]", "`toll`")]
    assert places == sorted(places)


def test_every_drawing_tells_the_question_and_none_lets_its_text_in_as_code(agenda: Any) -> None:
    map_ = coldwater.load(agenda)
    for form in ("svg", "html", "mermaid", "dot", "canvas", "graphml"):
        drawn = coldwater.render(map_, form).decode()
        assert "become" in drawn, form
        assert form == "dot" or "<b>pays" not in drawn, form  # a quoted label of DOT is no HTML


def test_the_sides_tell_the_question_above_each_answer(agenda: Any) -> None:
    drawn = coldwater.render(coldwater.load(agenda), "svg", layout="sides").decode()
    assert drawn.count(">What should become of the bridge?<") == 2
    assert "(answers: Who &lt;b&gt;pays&lt;/b&gt;?)" in drawn


def test_a_long_question_is_whole_for_those_who_listen(agenda: Any) -> None:
    long = "What, " + "all in all, " * 30 + "is to be done?"
    map_ = _read(AGENDA.replace("What should become of the bridge?", f"'{long}'"))
    assert f"answers: {long})" in coldwater.render(map_, "svg").decode()


def test_what_is_asked_is_part_of_the_digest_and_a_map_without_questions_keeps_its_own() -> None:
    bare = _read(AGENDA[: AGENDA.index("questions:")])
    asked = _read(AGENDA)
    other = _read(AGENDA.replace("Second item.", "Third item."))
    assert len({digest(bare), digest(asked), digest(other)}) == 3


def test_an_answer_that_is_not_there_or_no_root_is_told() -> None:
    given = _read(AGENDA)
    data = json.loads(coldwater.dump(given))
    data["questions"]["money"]["answers"] = ["tol", "cracks", "safety"]
    found = [(code, message) for code, _, message in findings(data) if code in ("CW101", "CW111")]
    assert found == [
        ("CW101", "there is no claim `tol`. Did you mean `toll`?"),
        ("CW101", "`safety` is an argument; what answers a question is a claim"),
        ("CW111", "`cracks` answers `money`, but is neither a thesis nor a rival; list it there, or take it out"),
    ]


def test_where_the_theses_are_not_known_nothing_is_said_of_answers() -> None:
    for wrong in ("thesis: [rebuld, toll]", "thesis: [77, toll]"):
        found = check_bytes("m.argmap.yaml", AGENDA.replace("thesis: [rebuild, toll]", wrong).encode()).findings
        assert {one.rule for one in found} <= {"CW101", "CW003", "CW103", "CW104"}


def test_renaming_a_claim_and_a_question_reaches_every_place(agenda: Any, run: Any) -> None:
    assert run("rename", str(agenda), "repair", "mend").code == 0
    assert run("rename", str(agenda), "money", "purse").code == 0
    map_ = coldwater.load(agenda)
    assert map_.questions["bridge"].answers == ("rebuild", "mend")
    assert list(map_.questions) == ["bridge", "purse"]


def test_a_diff_tells_what_is_asked_otherwise(agenda: Any, tmp_path: Any, run: Any) -> None:
    new = tmp_path / "new.argmap.yaml"
    text = AGENDA.replace("become of the bridge?", "become of the old bridge?").replace(
        "answers: [toll]", "answers: [rebuild]"
    )
    new.write_text(text.replace("money:", "funds:"), encoding="utf-8")
    told = run("diff", str(agenda), str(new)).out
    assert "Questions" in told
    assert "{+old+} bridge" in told
    assert "funds" in told
    assert "money" in told


def test_a_part_of_a_map_keeps_only_the_questions_that_it_answers(agenda: Any) -> None:
    assert list(part(coldwater.load(agenda), "toll").questions) == ["money"]


def test_what_does_not_fit_in_a_question_is_told_at_its_place() -> None:
    wrong = AGENDA.replace("text: What should", "txt: What should").replace("answers: [toll]", "answers: toll")
    found = [(one.line, one.rule, one.message) for one in check_bytes("m.argmap.yaml", wrong.encode()).findings]
    assert found == [
        (17, "CW003", "unknown field `txt`; did you mean `text`?"),
        (18, "CW003", "`answers` must be a list; write [toll]"),
    ]


def test_the_section_may_be_named_where_an_id_is_renamed(agenda: Any, run: Any) -> None:
    assert run("rename", str(agenda), "money", "purse", "--section", "questions").code == 0
    assert "purse" in coldwater.load(agenda).questions
