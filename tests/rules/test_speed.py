"""As many flaws as there are claims: no rule goes over everything for each of them, and none recurs."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest

from coldwater import suggest
from coldwater.model import from_accepted_data
from coldwater.rules import RULES
from coldwater.rules.engine import run
from coldwater.rules.subject import Subject
from work import ALL, assert_grows_evenly, ends

#: More than there may be calls one within the other.
MANY = 1_500


def steps(*triples: tuple[list[str], str, str]) -> dict[str, Any]:
    return {f"x{i}": {"premises": premises, relation: target} for i, (premises, relation, target) in enumerate(triples)}


def flawed(number: int) -> dict[str, dict[str, Any]]:
    """Give fields of maps that have so many flaws each, by the name of the flaw."""
    names = [f"c{i}" for i in range(number)]
    texts = {"t": "We should go.", **{name: f"Reason {name} holds." for name in names}}
    return {
        "orphans": {},
        "the same text": {"claims": {**dict.fromkeys(names, "The same."), "t": "We should go."}},
        "a chain": {"arguments": steps(*(([a], "supports", b) for b, a in zip(["t", *names], names, strict=False)))},
        "a ring": {"arguments": steps(*(([a], "supports", b) for a, b in zip(names, [*names[1:], "c0"], strict=True)))},
        "a ring of attacks": {
            "arguments": steps((["c0"], "supports", "t"), *(([a], "attacks", b) for a, b in itertools.pairwise(names)))
        },
        "dangling premises": {"arguments": steps(*(([name + "x"], "supports", "t") for name in names))},
        "dangling targets": {"arguments": steps(*(([name], "supports", name + "x") for name in names))},
        "strays that share what hangs on them": {
            "claims": {**texts, **{f"d{i}": f"Dead end {i}." for i in range(number)}},
            "arguments": steps(*((names[i : i + 5] or ["c0"], "supports", f"d{i}") for i in range(number))),
        },
        "one claim against all": {
            "claims": {**texts, "hub": "The hub."},
            "arguments": steps(
                (["hub"], "supports", "c1"),
                *(([name], "supports", "t") for name in names),
                *((["hub"], "attacks", name) for name in names),
            ),
        },
        "double-edged claims": {
            "arguments": steps(*(([name], relation, "t") for name in names for relation in ("supports", "attacks")))
        },
        "all contradict one": {
            "claims": {
                **{name: {"text": text, "contradicts": ["hub"]} for name, text in texts.items()},
                "hub": "The hub.",
            },
            "arguments": steps(*(([name, "hub"], "supports", "t") for name in names)),
        },
        "idle entries": {
            "lint": {"ignore": [{"rule": f"CW{i % 1000:03}", "at": "t", "reason": "R."} for i in range(number)]}
        },
        "schemes and answers that are all wrong": {
            "arguments": {
                f"x{i}": {
                    "premises": [name],
                    "supports": "t",
                    "scheme": ("sgin", "sign", "expert_opinion")[i % 3],
                    "roles": {f"slot{i}": name},
                    "answers": {f"x{(i * 7) % number}": [f"question{i}", "seen"]},
                }
                for i, name in enumerate(names)
            },
        },
        "unknown sources": {
            "sources": {f"s{i}": {"title": "S"} for i in range(number)},
            "claims": {name: {"text": text, "cites": [{"source": name}]} for name, text in texts.items()},
        },
    }


def checking(kind: str, shape: str, number: int) -> Callable[[], int]:
    """Give what finds the flaws of a map that has so many, and counts them."""
    fields = flawed(number)[kind]
    texts = {"t": "We should go.", **{f"c{i}": f"Reason c{i} holds." for i in range(number)}}
    data = {"argmap": 1, "title": "T", "thesis": "t", "shape": shape, "claims": texts, **fields}
    return lambda: sum(1 for _ in run(Subject(from_accepted_data(data)), {rule.CODE for rule in RULES}))


@pytest.mark.parametrize("shape", ["tree", "graph"] if ALL else ["tree"])
@pytest.mark.parametrize("kind", flawed(1))
def test_four_times_as_many_flaws_take_four_times_the_steps(
    kind: str, shape: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suggest, "BUDGET", 300)  # what may be spent on hints in all would hide how the rest grows
    assert_grows_evenly(lambda number: checking(kind, shape, number), 100)


@pytest.mark.parametrize("shape", ["tree", "graph"] if ALL else ["graph"])
@pytest.mark.parametrize("kind", flawed(1))
def test_thousands_of_flaws_are_no_trouble(kind: str, shape: str) -> None:
    with ends():
        assert checking(kind, shape, MANY)() >= 1
