"""The generator of the unquoting test is sound: it says what was typed, and judges by hand-made cases as people do."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from coldwater import revise
from coldwater.formats.native import document as native
from formats.native.test_unquoted import NAME, data_of, site
from formats.native.unquoted import AS_TYPED, SLIP, Tally, UnquotedMap, judge, unquoted_maps
from formats.native.unquoted_doubts import REASONS
from formats.native.unquoted_writing import Flow, Form, Habits, Slot, slots

if TYPE_CHECKING:
    from collections.abc import Sequence

COUNT = 900


@pytest.fixture(scope="module")
def maps() -> list[UnquotedMap]:
    return list(unquoted_maps(COUNT, Tally()))


def test_the_same_map_in_quotes_says_what_was_typed(maps: Sequence[UnquotedMap]) -> None:
    for one in maps:
        reading = native.read(one.quoted, "yaml")
        assert reading.spots == [], one.quoted
        for typed in one.typed:
            assert at(data_of(reading.map), typed.pointer) == typed.text


def test_the_same_map_in_quotes_has_nothing_to_fix(maps: Sequence[UnquotedMap]) -> None:
    for one in maps:
        assert not revise.fix(NAME, data=one.quoted.encode(), unsafe=True).change.is_needed, one.quoted


def at(data: object, pointer: Sequence[str | int]) -> object:
    """Give the value at the end of a pointer; of a claim its text."""
    for step in pointer:
        data = data[step]  # type: ignore[index] # it is what the pointer says
    return data["text"] if isinstance(data, dict) else data


def test_what_was_typed_stands_where_the_generator_says(maps: Sequence[UnquotedMap]) -> None:
    for one in maps:
        lines = one.text.splitlines()
        for typed in one.typed:
            place = typed.place
            first = lines[place.line - 1][
                place.column - 1 : place.end_column - 1 if place.line == place.end_line else None
            ]
            middle = lines[place.line : place.end_line - 1]
            last = [] if place.line == place.end_line else [lines[place.end_line - 1][: place.end_column - 1]]
            assert " ".join(part.strip() for part in (first, *middle, *last)) == typed.text


def test_maps_without_a_slip_are_read_as_typed(maps: Sequence[UnquotedMap]) -> None:
    for one in maps:
        if not one.slips:
            assert data_of(native.read(one.text, "yaml").map) == data_of(native.read(one.quoted, "yaml").map), one.text


def test_the_generator_draws_every_kind() -> None:
    tally = Tally()
    made = list(unquoted_maps(COUNT, tally))
    sites = Counter(site(typed).split(".")[0] + "/" + str(typed.pointer[-1]) for one in made for typed in one.slips)
    print("\nwhat became of the texts drawn:")  # noqa: T201 - for whoever asks with -s
    for kind, share in tally.shares().items():
        print(f"  {share:6.1%}  {kind}")  # noqa: T201
    assert set(tally.counts) > {AS_TYPED, SLIP}
    assert {"claims/text", "title/title", "sources/0", "arguments/title", "claims/0", "claims/quote"} <= set(sites)
    assert sum(len(one.slips) > 1 for one in made) > 100
    assert any(typed.place.end_line > typed.place.line for one in made for typed in one.slips)
    assert sum(tally.counts[kind] for kind in (AS_TYPED, SLIP)) > 0.85 * tally.counts.total()
    assert set(tally.counts) - {AS_TYPED, SLIP} <= set(REASONS)


# --- the oracle, by hand ----------------------------------------------------------------------------------------

BLOCK: dict[str, Any] = {"claims": {"a": {"text": Slot("sentence"), "note": Slot("sentence")}}}
SHORT: dict[str, Any] = {"claims": {"a": Slot("sentence")}}
ITEMS: dict[str, Any] = {"sources": {"s": {"author": [Slot("name"), Slot("name")]}}}
BRACES: dict[str, Any] = {"claims": {"a": Flow({"text": Slot("sentence"), "note": Slot("sentence")})}}
BRACKETS: dict[str, Any] = {"sources": {"s": {"author": Flow([Slot("name"), Slot("name")])}}}
COMMENT, LIST_COMMA, FIELD = (
    next(reason for reason in REASONS if word in reason) for word in ("a comment", "parts items", "like a field")
)


@pytest.mark.parametrize(
    ("tree", "text", "kind"),
    [
        (BLOCK, "The girder, which is old, is cracked.", AS_TYPED),
        (BLOCK, "Le pont est vieux : il faut le refaire.", SLIP),
        (BLOCK, "Trains leave at 12:30, see https://example.org/a#b.", AS_TYPED),
        (BLOCK, "This is reason #1 of all reasons", SLIP),
        (BLOCK, "The sonata is in C # minor", COMMENT),
        (BLOCK, '"No cars" means no cars.', SLIP),
        (BLOCK, "'tis the season.", SLIP),
        (BLOCK, "[sic] The raport says so.", SLIP),
        (BLOCK, "{…} the report says so.", SLIP),
        (BLOCK, "& so on", SLIP),
        (BLOCK, "100 percent", AS_TYPED),
        (BLOCK, "1984", SLIP),
        (BLOCK, "No", AS_TYPED),
        (BLOCK, "true", SLIP),
        (BLOCK, "„Nein“ heißt nein.", AS_TYPED),
        (BLOCK, "The verdict:", SLIP),
        (SHORT, "- Stop the cars", SLIP),
        (SHORT, "#1 reason of all", SLIP),
        (SHORT, "> 50 percent agree", SLIP),
        (SHORT, "报告指出：主梁已经开裂，桥不安全。", AS_TYPED),
        (ITEMS, "Smith, Jones & Co.", AS_TYPED),
        (ITEMS, "Destatis: Preise", SLIP),
        (ITEMS, "'t Hooft", SLIP),
        (ITEMS, "family: Lind", "family, given and literal are the parts of an author's name"),
        (BRACES, "2,100 jobs are lost.", SLIP),
        (BRACES, "Should the bridge be rebuilt?", AS_TYPED),
        (BRACES, "We give up the port, and this means: jobs.", SLIP),
        (BRACES, "There are two things, note: this one.", FIELD),
        (BRACES, "The costs rose [see fig. 2, p. 4] again.", SLIP),
        (BRACES, "It is reason #1 of all", SLIP),
        (BRACES, "We give up the port,", "a comma before a closing bracket is one that YAML allows"),
        (BRACKETS, "Smith, Jones & Co.", LIST_COMMA),
        (BRACKETS, 'The "cars, bikes and trams" club', SLIP),
        (BRACKETS, "1,5 Grad e. V.", SLIP),
        (BRACKETS, "#MeToo Foundation", SLIP),
        (BRACKETS, "Brookings: Global Economy", SLIP),
    ],
)  # fmt: skip
def test_the_oracle_judges_as_people_do(tree: dict[str, Any], text: str, kind: str) -> None:
    pointers = [pointer for pointer, _ in slots(tree)]
    forms = {pointer: Form(f"Statement {number}") for number, pointer in enumerate(pointers)}
    assert judge(tree, forms, pointers[0], Form(text), Habits())[0] == kind


def test_a_text_over_two_lines_is_judged_with_its_lines() -> None:
    pointers = [pointer for pointer, _ in slots(BLOCK)]
    forms = dict.fromkeys(pointers, Form("Statement"))
    folded = Form("The first of all reasons is the cost of it", breaks=(5,))
    assert judge(BLOCK, forms, pointers[0], folded, Habits())[0] == AS_TYPED
    cut = Form("The first of all reasons #1 is the cost: high", breaks=(5,))
    assert judge(BLOCK, forms, pointers[0], cut, Habits())[0] == SLIP
    item = Form("The first of all reasons - is the cost", breaks=(5,))
    assert "like an item" in judge(BLOCK, forms, pointers[0], item, Habits())[0]
