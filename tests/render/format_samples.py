"""Maps for the tests of formats: a small one, and one whose every field tries to be something else than text."""

from __future__ import annotations

from typing import Any

from coldwater.model import from_accepted_data
from coldwater.model.models import Map

BRIDGE: dict[str, Any] = {
    "argmap": 1,
    "title": "Should the bridge be rebuilt?",
    "thesis": "rebuild",
    "shape": "graph",
    "sources": {"survey": {"title": "Survey"}, "other": {"title": "Other"}},
    "claims": {
        "rebuild": "The town should rebuild the bridge.",
        "cracks": {"text": "The girder is cracked.", "cites": [{"source": "survey"}], "contradicts": ["sound"]},
        "costly": {"text": "It costs three budgets.", "contradicts": ["rebuild"]},
        "grant": "The state pays.",
        "seen": "An engineer saw it.",
        "sound": "The girder is sound.",
    },
    "arguments": {
        "safety": {"premises": ["cracks"], "supports": "rebuild", "title": "Safety"},
        "money": {"premises": ["costly"], "attacks": "rebuild"},
        "funded": {"premises": ["grant"], "attacks": "money", "title": "Funded"},
        "sight": {"premises": ["seen"], "supports": "cracks"},
    },
    "positions": {"mayor": {"name": "The mayor", "accepts": ["rebuild", "cracks"], "rejects": ["costly"]}},
}

TEXTS = [
    "<script>alert(1)</script>",
    ']]> --> "end" end; #quot; `x` subgraph',
    '#read("/etc/passwd") $x^2$ *b* _i_ #pagebreak()',
    "ends with \\",
    "controls \x00\x07\x1b[31m \u202eevil\u2066",
    "W" * 10_000,
    '</style></svg>&amp; %% {init: {}} click n0 href "javascript:alert(1)"',
    "1. item\n- x\n# h\n```\ncode",
]


def hostile_map() -> Map:
    count = len(TEXTS)
    claims: dict[str, Any] = {
        f"c{at}": {"text": text, "note": text, "tags": [text], "implicit": at % 2 == 1, "cites": [{"source": f"s{at}"}]}
        for at, text in enumerate(TEXTS)
    }
    claims["c5"]["contradicts"] = ["c1"]
    arguments = {
        f"a{at}": {
            "premises": [f"c{at}", f"c{(at + 1) % count}"] if at % 3 else [f"c{at}"],
            ("supports" if at % 2 else "attacks"): "c0" if at < 4 else "a2",
            "title": TEXTS[at], "note": TEXTS[at], "scheme": TEXTS[at],
        }
        for at in range(1, count)
    }  # fmt: skip
    sources = {f"s{at}": {"title": text[:300], "author": [text[:300]]} for at, text in enumerate(TEXTS)}
    title = TEXTS[2] + TEXTS[0] + TEXTS[1] + TEXTS[4] + "\\"
    return from_accepted_data({
        "argmap": 1, "title": title, "thesis": "c0", "description": title, "language": "x-y", "shape": "graph",
        "sources": sources, "claims": claims, "arguments": arguments,
    })  # fmt: skip
