"""Maps judged by hand: what a thoughtful reader says of them is what they must mean, by the yardstick and the code."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from coldwater.semantics.evaluation import evaluate_map

from .brute import LAST, WEAKEST, Meaning
from .reading import map_of

HEARSAY = """
thesis: close
claims:
  close: {text: The pier must be closed., status: open}
  heard: {text: Somebody's cousin heard that the piles are rotten., credence: 0.01}
  rotten: The piles are rotten.
  season: {text: The pier feeds half the town., credence: 0.99}
arguments:
  gossip: {premises: [heard], supports: rotten}
  danger: {premises: [rotten], supports: close, strength: 0.9}
  income: {premises: [season], attacks: close, strength: 0.99}
"""

#: By name: a map, and the verdict and reason of each of its nodes that matter, under both ways of weighing.
CASES: dict[str, tuple[str, str]] = {
    "an undercut of force 0.05 does not annul a step whose author wrote strength 1": (
        """
        thesis: t
        claims:
          t: A claim.
          a: A claim.
          b: {text: A claim., credence: 0.05}
        arguments:
          pro: {premises: [a], supports: t, strength: 1}
          cut: {premises: [b], attacks: pro, strength: 0.05}
        """,
        "pro in stands, t in supported, cut in stands",
    ),
    "the same undercut annuls a step of which nobody said how strong it is": (
        """
        thesis: t
        claims: {t: A claim., a: A claim., b: A claim.}
        arguments:
          pro: {premises: [a], supports: t}
          cut: {premises: [b], attacks: pro, strength: 0.05}
        """,
        "pro out undercut, t out unsupported",
    ),
    "a con of 0.05 does not refute a leaf of credence 0.98": (
        """
        thesis: t
        claims:
          t: {text: A claim., credence: 0.98}
          b: A claim.
        arguments:
          con: {premises: [b], attacks: t, strength: 0.05}
        """,
        "t in outweighs, con in stands",
    ),
    "a credence below one half is no ground, and gives way to any con": (
        """
        thesis: t
        claims:
          t: {text: A claim., credence: 0.49}
          b: A claim.
        arguments:
          con: {premises: [b], attacks: t, strength: 0.05}
        """,
        "t out refuted",
    ),
    "a sourced fact stands when its only reason is rejected": (
        """
        thesis: t
        claims:
          t: {text: A claim., kind: fact, cites: [{source: s}]}
          a: {text: A claim., status: rejected}
        arguments:
          pro: {premises: [a], supports: t}
        sources: {s: {title: A survey.}}
        """,
        "t in grounded, a out set-aside, pro out premise-out",
    ),
    "what is cited but is no fact falls with its only reason": (
        """
        thesis: t
        claims:
          t: {text: A claim., kind: value, cites: [{source: s}]}
          a: {text: A claim., status: rejected}
        arguments:
          pro: {premises: [a], supports: t}
        sources: {s: {title: A survey.}}
        """,
        "t out unsupported",
    ),
    "a bare sentence falls that contradicts a sourced fact": (
        """
        thesis: t
        claims:
          t: {text: A claim., kind: fact, cites: [{source: s}], contradicts: [u]}
          u: A claim.
        sources: {s: {title: A survey.}}
        """,
        "t in grounded, u out refuted",
    ),
    "a bare sentence falls that contradicts a sourced fact with a reason": (
        """
        thesis: t
        claims:
          t: {text: A claim., kind: fact, cites: [{source: s}]}
          u: {text: A claim., contradicts: [t]}
          a: A claim.
        arguments:
          pro: {premises: [a], supports: t}
        sources: {s: {title: A survey.}}
        """,
        "t in supported, u out refuted",
    ),
    "a bare sentence falls that contradicts a sourced fact whose reason is rejected": (
        """
        thesis: t
        claims:
          t: {text: A claim., kind: fact, cites: [{source: s}]}
          u: {text: A claim., contradicts: [t]}
          a: {text: A claim., status: rejected}
        arguments:
          pro: {premises: [a], supports: t}
        sources: {s: {title: A survey.}}
        """,
        "t in grounded, u out refuted",
    ),
    "two bare sentences that contradict each other both wait": (
        """
        thesis: t
        claims: {t: {text: A claim., contradicts: [u]}, u: A claim.}
        """,
        "t undecided depends, u undecided depends",
    ),
    "two sourced facts that contradict each other both wait": (
        """
        thesis: t
        claims:
          t: {text: A claim., kind: fact, cites: [{source: s}], contradicts: [u]}
          u: {text: A claim., kind: fact, cites: [{source: s}]}
        sources: {s: {title: A survey.}}
        """,
        "t undecided depends, u undecided depends",
    ),
    "four pros and a con without numbers are tied": (
        """
        thesis: t
        claims: {t: A claim., a: A claim., b: A claim., c: A claim., d: A claim., e: A claim.}
        arguments:
          one: {premises: [a], supports: t}
          two: {premises: [b], supports: t}
          three: {premises: [c], supports: t}
          four: {premises: [d], supports: t}
          con: {premises: [e], attacks: t}
        """,
        "t undecided tied",
    ),
    "what an open claim says against a supported one may yet count": (
        """
        thesis: t
        claims: {t: A claim., a: A claim., b: {text: A claim., status: open}}
        arguments:
          pro: {premises: [a], supports: t}
          con: {premises: [b], attacks: t}
        """,
        "t undecided depends, con undecided depends, b undecided open",
    ),
    "what an open claim of credence 0.3 may yet say does not outweigh a pro of 0.6": (
        """
        thesis: t
        claims: {t: A claim., a: {text: A claim., credence: 0.6}, b: {text: A claim., status: open, credence: 0.3}}
        arguments:
          pro: {premises: [a], supports: t, strength: 0.6}
          con: {premises: [b], attacks: t, strength: 0.3}
        """,
        "t in outweighs, con undecided depends",
    ),
    "a circle of claims lends itself no force, and falls to a stronger con": (
        """
        thesis: t
        claims: {t: A claim., u: A claim., a: {text: A claim., credence: 0.5}, b: {text: A claim., credence: 0.8}}
        arguments:
          from-t: {premises: [t], supports: u, strength: 0.5}
          from-u: {premises: [u], supports: t, strength: 0.5}
          seed: {premises: [a], supports: u, strength: 0.5}
          con: {premises: [b], attacks: t, strength: 0.6}
        """,
        "u in supported, from-u in stands, t out outweighed",
    ),
}


def map_in(text: str, **fields: Any) -> dict[str, Any]:
    """Give the data of a map from YAML, with what every map has added."""
    return {"argmap": 1, "title": "T", "shape": "graph", "arguments": {}, **yaml.safe_load(text), **fields}


def said(verdicts: Any, nodes: list[str]) -> list[str]:
    return [f"{node} {verdicts[node].verdict} {verdicts[node].reason}" for node in nodes]


def expected_of(expected: str) -> tuple[list[str], list[str]]:
    """Give the nodes that an expectation names, and what it says of each."""
    words = expected.split(", ")
    return [word.split()[0] for word in words], words


@pytest.mark.parametrize("weighing", [WEAKEST, LAST])
@pytest.mark.parametrize("case", CASES)
def test_the_yardstick_says_of_a_map_what_a_reader_says(case: str, weighing: str) -> None:
    text, expected = CASES[case]
    nodes, words = expected_of(expected)
    meaning = Meaning(map_of(map_in(text)), weighing=weighing)
    assert said(meaning.verdicts(meaning.grounded()), nodes) == words


@pytest.mark.parametrize("weighing", [WEAKEST, LAST])
@pytest.mark.parametrize("case", CASES)
def test_coldwater_says_of_a_map_what_a_reader_says(case: str, weighing: str) -> None:
    text, expected = CASES[case]
    nodes, words = expected_of(expected)
    assert said(evaluate_map(map_of(map_in(text, weighing=weighing))).verdicts, nodes) == words


@pytest.mark.parametrize(
    ("weighing", "strength", "expected"),
    [
        (WEAKEST, None, "rotten in supported, danger in stands, close out outweighed"),
        (WEAKEST, 1, "rotten in supported, danger in stands, close out outweighed"),
        (LAST, 0.9, "danger in stands, close out outweighed"),
        (LAST, 0.99, "danger in stands, close undecided tied"),
        (LAST, 1, "danger in stands, close in outweighs"),
    ],
)
def test_hearsay_carries_no_strong_argument_along_a_chain(weighing: str, strength: float | None, expected: str) -> None:
    """By the weakest link it speaks with 0.01, whatever its last step; by the last link that step alone counts."""
    data = map_in(HEARSAY, weighing=weighing)
    data["arguments"]["danger"].pop("strength")
    if strength is not None:
        data["arguments"]["danger"]["strength"] = strength
    nodes, words = expected_of(expected)
    meaning = Meaning(map_of(data), weighing=weighing)
    assert said(meaning.verdicts(meaning.grounded()), nodes) == words
    assert said(evaluate_map(map_of(data)).verdicts, nodes) == words


@pytest.mark.parametrize(
    ("weighing", "strength", "expected"),
    [
        (WEAKEST, 0.3, "t in outweighs, u undecided depends, con undecided depends"),
        (WEAKEST, 0.9, "t undecided depends, u undecided depends, con undecided depends"),
        (LAST, 0.3, "t undecided depends, u undecided depends, con undecided depends"),
    ],
)
def test_a_circle_speaks_with_no_more_than_its_least_number(weighing: str, strength: float, expected: str) -> None:
    """Claims that only each other supports may be seen either way, but cannot outweigh what they cannot reach."""
    text = f"""
        thesis: t
        claims: {{t: {{text: A claim., credence: 0.5}}, u: A claim., v: A claim.}}
        arguments:
          there: {{premises: [u], supports: v, strength: 0.9}}
          back: {{premises: [v], supports: u, strength: {strength}}}
          con: {{premises: [u], attacks: t}}
        """
    data = map_in(text, weighing=weighing)
    nodes, words = expected_of(expected)
    meaning = Meaning(map_of(data), weighing=weighing)
    assert said(meaning.verdicts(meaning.grounded()), nodes) == words
    assert said(evaluate_map(map_of(data)).verdicts, nodes) == words
