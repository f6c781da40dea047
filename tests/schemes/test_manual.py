"""Schemes for people: everything that the data holds is shown, and fits."""

from __future__ import annotations

import pytest

from coldwater.schemes._table import FAMILIES, GENERAL, SCHEMES
from coldwater.schemes.forms import Scheme
from coldwater.schemes.manual import list_text, manual_text, scheme_data, scheme_text

each_scheme = pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)


@each_scheme
def test_a_page_shows_every_slot_and_question_and_fits(scheme: Scheme) -> None:
    text = scheme_text(FAMILIES, scheme, 80)
    for slot in scheme.premises:
        assert f"  {slot.name} " in text
    for question in scheme.questions:
        assert f"  {question.name} " in text
    assert max(map(len, text.splitlines())) <= 100
    assert text.endswith(".\n")
    joined = " ".join(text.split())
    for sentence in (*(slot.text for slot in scheme.premises), *(question.ask for question in scheme.questions)):
        assert sentence in joined


def test_every_scheme_is_listed_once_under_a_family_that_has_some() -> None:
    lines = list_text(FAMILIES, SCHEMES, 100).splitlines()
    assert sorted(line.split()[0] for line in lines if line.startswith("  ")) == sorted(one.name for one in SCHEMES)
    assert [line for line in lines if line and not line.startswith(" ")] == list(FAMILIES.values())
    assert max(map(len, lines)) <= 100


def test_the_manual_has_a_section_for_each_scheme() -> None:
    text = manual_text(FAMILIES, SCHEMES, GENERAL)
    for scheme in SCHEMES:
        assert f"\n### {scheme.name}\n" in text
    assert all(one.then in text for one in GENERAL)


@each_scheme
def test_the_data_is_plain(scheme: Scheme) -> None:
    data = scheme_data(scheme)
    assert [premise["slot"] for premise in data["premises"]] == [slot.name for slot in scheme.premises]
    assert {question["burden"] for question in data["questions"]} <= {"answerer", "asker"}
    assert data["number"] is not None or data["reference"]
