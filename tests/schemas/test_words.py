"""The words that schemas list are those that the code has, no more and no less."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any, get_args

import pytest

from coldwater.model import models
from coldwater.prep.practice.progress import GRADES
from coldwater.report.counts import SEVERITIES
from coldwater.schemas import comparing, deciding, evaluating, practising, preparing, speaking, words
from coldwater.semantics.evaluation import LABELLINGS
from coldwater.semantics.influence import INFLUENCES
from coldwater.semantics.standards import STANDARDS

ROOM = Path(__file__).parents[2] / "src" / "coldwater"


#: Types that only type checkers see, by module and name.
SAME = [
    (words.Side, "model/graph.py", "Side"),
    (words.Word, "semantics/labelling.py", "Word"),
    (words.Reason, "semantics/labelling.py", "Reason"),
    (comparing.ChangeSort, "review/changes.py", "Sort"),
    (comparing.ChangeKind, "review/changes.py", "Kind"),
    (comparing.LookKind, "review/gate.py", "Kind"),
    (deciding.AnswerState, "prep/deciding/answers.py", "State"),
    (preparing.AnswerKind, "prep/deciding/answers.py", "Kind"),
    (speaking.SpeechKind, "prep/rounds/debate_format.py", "Kind"),
    (speaking.SpeechNew, "prep/rounds/debate_format.py", "New"),
    (speaking.CellMark, "prep/material/exchange.py", "Mark"),
    (speaking.RowOrigin, "prep/material/exchange.py", "Origin"),
    (speaking.PointKind, "prep/speeches/points.py", "Kind"),
    (speaking.UnsaidWhy, "prep/speeches/points.py", "Why"),
    (practising.CardState, "prep/practice/scheduling.py", "State"),
    (evaluating.StepRole, "semantics/explanation.py", "Role"),
    (evaluating.StepEnding, "semantics/explanation.py", "Ending"),
]


@pytest.mark.parametrize(("declared", "module", "name"), SAME, ids=lambda one: one if isinstance(one, str) else "")
def test_words_are_those_of_the_type_in_the_code(declared: Any, module: str, name: str) -> None:
    assert set(get_args(declared)) == words_of(module, name)


def words_of(module: str, name: str) -> set[str]:
    """Give the words of ``NAME = Literal[…]`` in a module, also where only a type checker would read it."""
    for node in ast.walk(ast.parse((ROOM / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign) and [getattr(one, "id", None) for one in node.targets] == [name]:
            assert isinstance(node.value, ast.Subscript)
            return set(ast.literal_eval(node.value.slice))
    raise AssertionError(f"{module} has no {name}")


def test_words_are_those_of_the_lists_in_the_code() -> None:
    assert set(get_args(words.Severity)) == set(SEVERITIES)
    assert get_args(words.Labelling) == LABELLINGS
    assert set(get_args(words.Gradual)) == set(INFLUENCES)
    assert set(get_args(models.Standard)) == set(STANDARDS)
    assert set(get_args(practising.Grade)) == set(GRADES)
