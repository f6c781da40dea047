"""What was said and the map lacks: a patch that any map takes, that keeps its shape, and that shows up as an answer."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coldwater import api, revise
from coldwater.edits import Patch
from coldwater.formats.native.patch_text import read_patch, write_patch
from coldwater.formats.native.yaml_writing import write_data
from coldwater.model.data import as_data
from coldwater.prep.material.blocks import find_blocks
from coldwater.prep.material.preparation import Preparation
from coldwater.prep.practice.sayings import Sayings, with_entries
from prep.preparations import ARTICLE, preparations, prepared
from work import ALL, examples

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=4, max_size=60).filter(
    lambda text: bool(text.strip()) and any(one.isalpha() for one in text)
)
NAME = "m.argmap.yaml"


@cache
def every() -> dict[object, Preparation]:
    """Give what can be argued against, by name."""
    return {name: prep for name, prep in preparations() if prep.opposing}


def some_target(prep: Preparation, random: Random) -> tuple[str, str]:
    """Choose an argument of the other side, and whether its step or a premise is meant."""
    argument = prep.names[random.choice(prep.opposing).argument]
    premises = prep.graph.premises(argument)
    return argument, random.choice([argument, *premises])


def errors(name: str, data: bytes) -> set[tuple[str, str | None]]:
    return {(one.rule, one.id) for one in api.check_bytes(name, data).findings if one.severity == "error"}


@pytest.mark.parametrize("part", range(8))
def test_any_map_takes_what_was_said_and_has_it_as_an_answer(part: int) -> None:
    names = list(every())[part :: 8 if ALL else 16]
    assert names
    for name in names:
        takes_what_was_said_and_has_it_as_an_answer(name)


def takes_what_was_said_and_has_it_as_an_answer(name: object) -> None:
    prep, random = every()[name], Random(str(name))  # noqa: S311 - a sample, no secret
    sayings = Sayings(prep)
    said = []
    for number in range(4):
        argument, target = some_target(prep, random)
        said.append((argument, sayings.add(f"Something new, number {number}.", target)))
    text = write_data(as_data(prep.map))
    patching = revise.apply(NAME, read_patch(write_patch(sayings.patch()), "p.yaml"), data=text.encode())
    assert len(patching.added) == 8
    new = errors(NAME, patching.change.new) - errors(NAME, text.encode())
    assert {rule for rule, _ in new} <= {"CW203", "CW208"}, name  # verdicts that the map's author counts on may turn
    map_ = api.check_bytes(NAME, patching.change.new).usable_map()
    after = prepared(map_, prep.side)
    blocks = find_blocks(after).blocks
    for argument, saying in said:
        replies = {after.names[reply.answer.node] for reply in blocks[after.numbers[argument]].replies}
        assert saying.argument in replies, name
    again = revise.apply(NAME, sayings.patch(), data=patching.change.new)
    assert not again.change.is_needed
    before = Patch(prep.map.title, prep.map.thesis, sayings.entries())  # as patches were once written
    assert revise.apply(NAME, before, data=text.encode()).change == patching.change
    assert sayings.label_with() == after.inquiry.label, name


@given(st.lists(WORDS, min_size=1, max_size=6), st.integers(0, 99))
@settings(max_examples=examples(5), deadline=None)
def test_any_words_are_read_as_they_were_written(texts: list[str], seed: int) -> None:
    prep, random = every()["article", "pro"], Random(seed)  # noqa: S311 - a sample, no secret
    sayings = Sayings(prep)
    for text in texts:
        if sayings.known_as(text) is None:
            sayings.add(text, some_target(prep, random)[1])
    patch = sayings.patch()
    written = write_patch(patch, ("Head",), {one.argument: "remark" for one in sayings.found})
    assert read_patch(written, "x.patch.yaml") == patch
    assert written.startswith("# Head\ncoldwater-patch: 1\n")
    ids = [one for saying in sayings.found for one in (saying.claim, saying.argument)]
    assert len({*ids, *prep.names}) == len(ids) + len(prep.names)
    patching = revise.apply(NAME, patch, data=ARTICLE.read_bytes())
    kinds = {rule for rule, _ in errors(NAME, patching.change.new)}
    assert kinds <= {"CW208"}, [one.text for one in sayings.found]


def test_a_claim_that_is_there_is_known_by_its_words() -> None:
    prep = every()["article", "pro"]
    sayings = Sayings(prep)
    assert sayings.known_as("russia hardly needs the  help of china's armed forces") == "russia-self-reliant"
    sayings.add("The cost is borne by others.", "provocation")
    assert sayings.known_as("the cost is borne by others") == "cost-borne-others"
    assert with_entries(prep.map, sayings.entries()).claims["cost-borne-others"].tags == ("spar",)
