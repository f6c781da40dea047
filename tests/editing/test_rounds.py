"""Rounds of fixes: those that help are made whatever the others do, and never are there more findings than before.

The texts here are words, and what is found in them is made up, so that every way in which fixes may get into each
other's way can be tried.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coldwater import api, revise
from coldwater.editing.fixing import fix_text
from coldwater.editing.handing import with_text_fixes
from coldwater.edits import Fix, Remove, Splice
from coldwater.findings import Finding, Place
from coldwater.formats.native import document as native
from coldwater.formats.native.document import Reading
from coldwater.formats.native.lines import Lines
from coldwater.formats.native.spots import Spot
from coldwater.formats.native.written.meant import Meant
from coldwater.records import NamedTuple

from .test_handing import by_hand

if TYPE_CHECKING:
    from coldwater.findings import Severity


class Seen(NamedTuple):
    """What is found in words."""

    findings: list[Finding]
    fixes: Mapping[Finding, Fix]
    untold: int = 0


#: What is found in which words, and what would be put in their place: it may be worse, or right only for some time.
WORDS: dict[str, tuple[Severity, str]] = {
    "teh": ("error", "the"),
    "wrose": ("warning", "bad bad"),  # two warnings for one
    "bad": ("warning", ""),
    "lesser": ("error", "hint"),
    "hint": ("info", "hint"),  # nothing changes
    "grave": ("info", "teh"),  # graver
    "many": ("error", "hint hint hint"),  # lesser, but more
    "twin": ("error", "half"),
    "half": ("error", "twin"),  # goes round
}


def look(text: str) -> Seen:
    """Find the words of the table in a text."""
    findings, fixes = [], {}
    for match in re.finditer(r"\w+", text):
        if match[0] in WORDS:
            severity, new = WORDS[match[0]]
            finding = found(match.start(), match.end(), match[0], severity)
            findings.append(finding)
            fixes[finding] = Fix((), f"{match[0]} is {new}", True, (Splice(match.start(), match.end(), new),))
    return Seen(findings, fixes)


def found(start: int, end: int, word: str, severity: Severity) -> Finding:
    """Give a finding about a word."""
    return Finding("CW001", "syntax", severity, "a.yaml", 1, start + 1, 1, end + 1, None, word)


def counts(text: str) -> list[int]:
    """Give how many errors, warnings and infos there are."""
    said = [one.severity for one in look(text).findings]
    return [said.count("error"), said.count("warning"), said.count("info")]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("teh teh", "the the"),
        ("teh wrose teh", "the wrose the"),
        ("wrose teh wrose lesser wrose", "wrose the wrose hint wrose"),
        ("many grave teh", "many grave the"),
        ("bad bad", " "),
        ("twin", "twin"),
    ],
)
def test_what_helps_is_made_and_what_does_not_is_left(text: str, after: str) -> None:
    assert fix_text(text, "yaml", look).text == after


@given(st.lists(st.sampled_from([*WORDS, "word"]), max_size=12), st.sampled_from([" ", ", ", "\n"]))
@example(["wrose"] * 11 + ["teh"], " ")
def test_there_are_never_more_findings_and_a_second_run_changes_nothing(words: list[str], gap: str) -> None:
    text = gap.join(words)
    done = fix_text(text, "yaml", look)
    assert counts(done.text) <= counts(text)
    assert sum(counts(done.text)) <= sum(counts(text))
    assert fix_text(done.text, "yaml", look).done == ()
    if done.done:
        assert counts(done.text) < counts(text)


@given(st.lists(st.sampled_from([*WORDS, "word"]), max_size=12))
def test_whoever_makes_the_fixes_handed_over_gets_the_same(words: list[str]) -> None:
    text = at_hand = " ".join(words)
    for _ in range(99):
        fixes = [one.fix for one in with_text_fixes(at_hand, "yaml", look(at_hand), look) if one.fix is not None]
        edits = [edit for fix in fixes for edit in fix.edits]  # words never touch each other
        for place, new in sorted(edits, reverse=True):
            at_hand = at_hand[: place.column - 1] + new + at_hand[place.end_column - 1 :]
        if not edits:
            break
    assert at_hand == fix_text(text, "yaml", look).text


def test_what_a_useless_fix_keeps_out_gets_its_turn() -> None:
    def look_twice(text: str) -> Seen:
        if text == "the":
            return Seen([], {})
        first, second = found(0, 3, "no use", "error"), found(0, 3, "teh", "error")
        fixes = {one: Fix((), new, True, (Splice(0, 3, new),)) for one, new in ((first, "eth"), (second, "the"))}
        return Seen([first, second], fixes)

    assert fix_text("teh", "yaml", look_twice).text == "the"
    handed = with_text_fixes("teh", "yaml", look_twice("teh"), look_twice)
    assert [one.fix is not None for one in handed] == [False, True]


# --- a text that is not read as it is written -------------------------------------------------------------------


MAP = "argmap: 1\ntitle: T\nthesis: a\nsources: {z: {title: Z}}\n"
MAP += "claims:\n  a: The town should act.\n  b: It is time.\n  c: It is early.\n"
MAP += "arguments:\n  s: {premises: [b], supports: a}\n  r: {premises: [c], attacks: a}\n"
Read = Callable[[str, str], Reading]


def tolerant(read: Read, rule: str) -> Read:
    """Give a reader that takes @@ for a dash, says so under a rule, and reads on."""

    def read_on(text: str, spelling: str) -> Reading:
        reading = read(text.replace("@@", "-"), spelling)
        at = [match.span() for match in re.finditer("@@", text)]
        spots = [
            Spot(rule, Lines(text).place(*span), "two signs", None, Fix((), "a dash", True, (Splice(*span, "-"),)))
            for span in at
        ]
        not_as_written = Meant(text) if at else None
        return Reading(reading.map, [*spots, *reading.spots], reading.places, reading.excused, not_as_written)

    return read_on


@pytest.fixture(params=["CW001", "CW003"])
def rule(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Let the reader be tolerant, and give the rule under which it speaks."""
    monkeypatch.setattr(native, "read", tolerant(native.read, request.param))
    return str(request.param)


def test_offsets_are_mended_first_and_the_data_once_they_are_those_written(rule: str) -> None:
    """A pointer into data that are not those written would name another place: here, one character further left."""
    data = MAP.replace("It is time.", "Now @@ or never.").replace("T\n", "T@@\n").encode()
    checked = api.check_bytes("a.yaml", data, with_fixes=True)
    assert [(one.rule, one.fix is not None) for one in checked.findings] == [
        (rule, True),
        ("CW303", False),
        (rule, True),
    ]
    fixing = revise.fix("a.yaml", data=data)
    assert [offer.finding.rule for offer in fixing.done] == [rule, rule, "CW303"]
    assert fixing.change.new == by_hand("a.yaml", data)
    assert fixing.change.new.decode() == MAP.replace("It is time.", "Now - or never.").replace("T\n", "T-\n").replace(
        "sources: {z: {title: Z}}\n", ""
    )


def test_edits_of_the_data_are_left_alone_where_these_are_not_as_written(rule: str) -> None:
    data = MAP.replace("T\n", "T@@\n").replace("supports: a}", "suports: a}").encode()
    assert [offer.finding.rule for offer in revise.fix("a.yaml", data=data).done] == [rule, "CW003", "CW303"]
    assert [fix.edits for fix in api.check_bytes("a.yaml", data).fixes.values()] == [()]


def test_both_kinds_of_fixes_are_made_in_one_round() -> None:
    text = "a: teh\nb: 1\nc: 2\n"
    place = Place(2, 1, 2, 2)
    gone = Finding("CW303", "unused-source", "warning", "a.yaml", *place, None, "b")

    def look_at(text: str) -> Seen:
        seen = look(text)
        if "b: 1" not in text:
            return seen
        return Seen([*seen.findings, gone], {**seen.fixes, gone: Fix((Remove(("b",)),), "b is gone")})

    done = fix_text(text, "yaml", look_at)
    assert done.text == "a: the\nc: 2\n"
    assert len(done.done) == 2
