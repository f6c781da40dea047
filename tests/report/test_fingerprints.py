"""Fingerprints stay what they are whatever moves or is reworded, and tell every two findings apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coldwater.findings import Finding
from coldwater.report.fingerprints import fingerprints
from strategies import findings

FOUND = Finding("CW103", "orphan-premise", "error", "maps/a.argmap.yaml", 7, 3, 7, 8, "noise", "It reaches nothing.")


def test_a_fingerprint_is_the_same_in_every_version() -> None:
    # Baselines of platforms hold these: another value here would show every finding of every user as new.
    assert fingerprints([FOUND, FOUND]) == ["9cdac4984ed87f184146a18f23855350", "6964d6adfddcd939edf92a7cfa951e0c"]


@given(st.lists(findings(), max_size=8), st.data())
def test_neither_line_nor_message_nor_severity_has_a_say(found: list[Finding], data: st.DataObject) -> None:
    others = [
        one._replace(
            line=data.draw(st.integers(1, 99)), message=data.draw(st.text(max_size=5)), severity="info", column=1
        )
        for one in found
    ]
    assert fingerprints(found) == fingerprints(others)


@given(st.lists(findings(st.sampled_from("ab")), max_size=12))
def test_no_two_are_alike(found: list[Finding]) -> None:
    made = fingerprints([*found, *found])
    assert len(set(made)) == len(made)
    assert all(len(one) == 32 for one in made)


def test_path_rule_and_id_each_make_a_difference() -> None:
    others = [FOUND, FOUND._replace(path="b"), FOUND._replace(rule="CW104"), FOUND._replace(id="x")]
    assert len({fingerprints([one])[0] for one in others}) == 4
