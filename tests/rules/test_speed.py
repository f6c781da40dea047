"""Ten thousand claims with ten thousand flaws are checked in seconds: no rule is quadratic, none recurs."""

from __future__ import annotations

import itertools
import time
from typing import Any

import pytest

from coldwater.model import from_accepted_data
from coldwater.rules import RULES
from coldwater.rules.engine import run
from coldwater.rules.subject import Subject

N = 10_000
NAMES = [f"c{i}" for i in range(N)]
TEXTS = {"t": "We should go.", **{name: f"Reason {name} holds." for name in NAMES}}


def steps(*triples: tuple[list[str], str, str]) -> dict[str, Any]:
    return {f"x{i}": {"premises": premises, relation: target} for i, (premises, relation, target) in enumerate(triples)}


def contradicting_one() -> dict[str, Any]:
    claims = {**{name: {"text": text, "contradicts": ["hub"]} for name, text in TEXTS.items()}, "hub": "The hub."}
    return {"claims": claims, "arguments": steps(*(([name, "hub"], "supports", "t") for name in NAMES))}


MAPS: dict[str, dict[str, Any]] = {
    "orphans": {},
    "the same text": {"claims": {**dict.fromkeys(NAMES, "The same."), "t": "We should go."}},
    "a chain": {"arguments": steps(*(([a], "supports", b) for b, a in zip(["t", *NAMES], NAMES, strict=False)))},
    "a ring": {"arguments": steps(*(([a], "supports", b) for a, b in zip(NAMES, [*NAMES[1:], "c0"], strict=True)))},
    "a ring of attacks": {
        "arguments": steps((["c0"], "supports", "t"), *(([a], "attacks", b) for a, b in itertools.pairwise(NAMES)))
    },
    "dangling premises": {"arguments": steps(*(([name + "x"], "supports", "t") for name in NAMES))},
    "dangling targets": {"arguments": steps(*(([name], "supports", name + "x") for name in NAMES))},
    "strays that share what hangs on them": {
        "claims": {**TEXTS, **{f"d{i}": f"Dead end {i}." for i in range(N)}},
        "arguments": steps(*((NAMES[i : i + 5] or ["c0"], "supports", f"d{i}") for i in range(N))),
    },
    "one claim against all": {
        "claims": {**TEXTS, "hub": "The hub."},
        "arguments": steps(
            (["hub"], "supports", "c1"),
            *(([name], "supports", "t") for name in NAMES),
            *((["hub"], "attacks", name) for name in NAMES),
        ),
    },
    "double-edged claims": {
        "arguments": steps(*(([name], relation, "t") for name in NAMES for relation in ("supports", "attacks")))
    },
    "all contradict one": contradicting_one(),
    "idle entries": {"lint": {"ignore": [{"rule": f"CW{i % 1000:03}", "at": "t", "reason": "R."} for i in range(N)]}},
    "schemes and answers that are all wrong": {
        "arguments": {
            f"x{i}": {
                "premises": [name],
                "supports": "t",
                "scheme": ("sgin", "sign", "expert_opinion")[i % 3],
                "roles": {f"slot{i}": name},
                "answers": {f"x{(i * 7) % N}": [f"question{i}", "seen"]},
            }
            for i, name in enumerate(NAMES)
        },
    },
    "unknown sources": {
        "sources": {f"s{i}": {"title": "S"} for i in range(N)},
        "claims": {name: {"text": text, "cites": [{"source": name}]} for name, text in TEXTS.items()},
    },
}


@pytest.mark.parametrize("shape", ["tree", "graph"])
@pytest.mark.parametrize("fields", MAPS.values(), ids=MAPS.keys())
def test_ten_thousand_flaws_are_quick(fields: dict[str, Any], shape: str) -> None:
    data = {"argmap": 1, "title": "T", "thesis": "t", "shape": shape, "claims": TEXTS, **fields}
    subject = Subject(from_accepted_data(data))
    start = time.process_time()
    count = sum(1 for _ in run(subject, {rule.CODE for rule in RULES}))
    assert time.process_time() - start < 10, "a rule is not linear"
    assert count >= 1
