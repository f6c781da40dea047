"""The data of the schemes: complete, consistent, and refused with a reason where it is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coldwater.generated import stale
from coldwater.schemes import generate, source
from coldwater.schemes._table import FAMILIES, GENERAL, SCHEMES
from coldwater.schemes.forms import Scheme, folded
from coldwater.schemes.lookup import find_scheme
from coldwater.schemes.source import Source, read_source

TEXT = Path(source.SOURCE).read_text(encoding="utf-8")


def test_what_is_generated_is_current() -> None:
    files = generate.generated()
    assert [path.rsplit("/", 1)[1] for path in files] == ["_table.py", "schemes.md"]
    assert stale(files) == {}, "run  python -m coldwater.schemes.generate"


def test_the_table_holds_what_the_source_holds() -> None:
    read = read_source()
    assert (read.families, read.general, read.schemes) == (FAMILIES, GENERAL, SCHEMES)


def test_every_entry_of_the_compendium_is_there() -> None:
    assert {scheme.wrm for scheme in SCHEMES} - {None} == set(range(1, 61))


def test_no_two_schemes_answer_to_the_same_name_but_where_the_literature_does() -> None:
    claimed: dict[str, str] = {}
    twice = set()
    for scheme in SCHEMES:
        for name in {folded(scheme.name), *map(folded, scheme.also), folded(scheme.title)}:
            if claimed.setdefault(name, scheme.name) != scheme.name:
                twice.add(name)
        assert find_scheme(scheme.name) is scheme
    assert twice == set()


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
def test_a_scheme_reads_well(scheme: Scheme) -> None:
    assert re.fullmatch(r"[a-z][a-z_]*[a-z]", scheme.name)
    assert len(scheme.gist) < 70
    assert scheme.gist[0].islower() or scheme.gist.startswith("I ")
    for question in scheme.questions:
        for text in (question.ask, question.then):
            assert text[0].isupper()
            assert text.count("?") == 1
            assert "  " not in text
        # By itself a question has nothing that "that" could point to.
        assert not re.match(r"(Is|Was|Would|Does|How likely is|How bad is) that\b", question.ask), question.ask


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("family: source", "family: sauce", "no family sauce"),
        ("hits: placed", "hits: plaicd", "hits plaicd"),
        ("quote: says", "quote: sais", "quotes sais"),
        ("burden: asker", "burden: nobody", "burden nobody"),
        ("  wrm: 1\n", "", "a number or a reference"),
        ("checked: araucaria,", "checked: hearsay,", "compared with what"),
        ("    placed: The", "    step: The", "the name of something else"),
        ("conclusion: The claim holds.", "conclusion: the claim holds", "is no sentence"),
        ("name: access,", "name: wording,", "a name of its own"),
        ("- name: expert_opinion", "- name: position-to-know", "two have the same name"),
        ('know this?"', 'know this."', "asks nothing"),
        ("title: Position", "titel: x\n  title: Position", "unknown fields"),
    ],
)
def test_what_makes_no_sense_is_refused(old: str, new: str, said: str) -> None:
    damaged = TEXT.replace(old, new, 1)
    assert damaged != TEXT
    with pytest.raises(ValueError, match=said):
        Source(damaged)
