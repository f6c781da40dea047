"""Comments leave out what they are about, however many there are and however much they cover."""

from __future__ import annotations

from collections.abc import Callable

from coldwater.api import check_bytes
from work import assert_grows_evenly, ends

HEAD = "argmap: 1\ntitle: T\nthesis: t\nclaims:\n  t: We should go.\n"


def rules_in(text: str) -> list[str]:
    return [f"{finding.rule}:{finding.line}" for finding in check_bytes("a.yaml", text.encode()).findings]


def test_a_comment_above_a_section_is_about_all_of_it() -> None:
    claims = "".join(f"  c{number}: {{text: It is {number}., kind: fact}}\n" for number in range(3))
    text = HEAD + claims
    assert rules_in(text) == [f"{rule}:{line}" for line in (6, 7, 8) for rule in ("CW103", "CW301")]
    ignoring = text.replace("claims:", "# coldwater: ignore[CW103, CW301] A heap of notes.\nclaims:")
    assert rules_in(ignoring) == []


def test_comments_one_in_the_other_are_all_used() -> None:
    text = HEAD.replace("claims:", "# coldwater: ignore[CW103] Notes.\nclaims:")
    text += "  # coldwater: ignore[CW103] A note.\n  c: It is so.  # coldwater: ignore[CW103] So it is.\n"
    assert rules_in(text) == []


def test_a_comment_of_another_rule_or_another_line_holds_nothing() -> None:
    text = HEAD + "  c: It is so.  # coldwater: ignore[CW301] x\n  # coldwater: ignore[CW103] x\n  d: It is too.\n"
    assert rules_in(text) == ["CW103:6", "CW901:6"]


def test_many_comments_over_much_cost_no_more_than_reading() -> None:
    def checking(number: int) -> Callable[[], object]:
        comments = "# coldwater: ignore[CW103] Notes.\n" * number
        claims = "".join(f"  c{one}: It is number {one}.\n" for one in range(number))
        return lambda: found.append(rules_in(HEAD.replace("claims:", comments + "claims:") + claims))

    found: list[list[str]] = []
    assert_grows_evenly(checking, 250)
    assert found == [[], [], []]
    with ends():
        checking(10_000)()
    assert found[3] == []


def test_rules_may_be_named_as_well_as_numbered() -> None:
    for words in ("orphan-premise", "cw103", "unsourced-fact, Orphan-Premise"):
        ignoring = HEAD + f"  c: {{text: It is so., kind: fact}}  # coldwater: ignore[{words}, CW301] A note.\n"
        assert rules_in(ignoring) == []


def test_a_name_that_is_no_rules_is_told_with_the_one_meant() -> None:
    text = HEAD + "  c: It is so.  # coldwater: ignore[orphan-premis] A note.\n"
    said = [one.message for one in check_bytes("a.yaml", text.encode()).findings if one.rule == "CW901"]
    assert said == ["there is no rule `orphan-premis`. Did you mean `orphan-premise`?"]
