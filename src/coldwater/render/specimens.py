"""Small maps that show what a drawing can show, for the mark of the drawing code. They hold data, and draw nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.model import from_accepted_data

if TYPE_CHECKING:
    from coldwater.model.models import Map

_LONG = (
    "The company that runs the line has said in each of the last three years that the number of passengers would grow "
    "by a tenth, and in each of these years it fell by a little more than that."
)
#: Every argument hangs on one thing, and every claim is used once: what is placed without layers.
TREE: dict[str, Any] = {
    "argmap": 1,
    "title": "Should the valley line be kept?",
    "description": "A specimen.",
    "language": "en",
    "thesis": "keep",
    "sources": {
        "count": {"title": "Passengers, line by line", "author": ["Office of Railways"], "issued": 2024},
        "audit": {"title": "Audit of the valley line", "issued": "2023-05-02", "publisher": "Court of Audit"},
    },
    "claims": {
        "keep": "The valley line should be kept.",
        "school": {"text": "Six hundred pupils ride it every morning.", "cites": [{"source": "count"}]},
        "need": {"text": "Pupils need a way to school.", "implicit": True},
        "loss": {"text": "It loses two million a year.", "credence": 0.8, "cites": [{"source": "audit"}]},
        "fewer": {"text": _LONG, "status": "open"},
        "bus": {"text": "A bus would do.", "status": "rejected"},
        "road": "The road is closed in winter.",
        "other": "The audit counted the cost of the bridge, which stays whatever runs on it.",
        "paid": "The bridge was paid for ten years ago.",
        "repair": {"text": "It is repaired each spring, which is not paid for.", "status": "accepted"},
        "still": "Repairs are paid by the road office.",
    },
    "arguments": {
        "way": {"premises": ["school", "need"], "supports": "keep", "title": "The way to school", "strength": 0.9},
        "cost": {"premises": ["loss"], "attacks": "keep", "title": "What it costs", "strength": 0.6},
        "falling": {"premises": ["fewer"], "attacks": "keep"},
        "instead": {"premises": ["bus"], "attacks": "way", "title": "There are other ways"},
        "snow": {"premises": ["road"], "attacks": "bus"},
        "counted": {"premises": ["other"], "attacks": "cost", "title": "Not a cost of the line"},
        "done": {"premises": ["paid"], "supports": "counted"},
        "spring": {"premises": ["repair"], "attacks": "counted"},
        "office": {"premises": ["still"], "attacks": "spring"},
    },
    "positions": {
        "riders": {"name": "The riders", "accepts": ["keep", "school"], "rejects": ["bus"]},
        "treasurer": {"name": "The treasurer", "accepts": ["loss"], "rejects": ["keep"]},
    },
}
#: Several theses, a rival, a circle, a shared premise, a contradiction: what is placed in layers.
GRAPH: dict[str, Any] = {
    "argmap": 1,
    "title": "What to do with the square",
    "shape": "graph",
    "thesis": ["trees", "market"],
    "rivals": ["cars"],
    "questions": {"use": {"text": "What is the square for?", "answers": ["trees", "market", "cars"]}},
    "claims": {
        "trees": "Trees should be planted on the square.",
        "market": "A market should be held on the square.",
        "cars": "Cars should go on being parked on the square.",
        "heat": {"text": "It is the hottest place in town.", "credence": 0.7},
        "stalls": {"text": "Stalls and trees have room beside each other.", "contradicts": ["narrow"]},
        "narrow": "The square is too narrow for both.",
        "custom": "Those who come by car spend most.",
        "few": "One in ten comes by car.",
    },
    "arguments": {
        "shade": {"premises": ["heat"], "supports": "trees", "title": "Shade"},
        "both": {"premises": ["stalls", "heat"], "supports": "market", "title": "There is room for both"},
        "room": {"premises": ["narrow"], "attacks": "trees"},
        "trade": {"premises": ["custom"], "supports": "cars"},
        "share": {"premises": ["few"], "attacks": "custom"},
        "round": {"premises": ["custom"], "attacks": "few"},
    },
}
#: From right to left, with words of another script in it.
LEFTWARD: dict[str, Any] = {
    "argmap": 1,
    "title": "האם להאריך את שעות הספרייה?",
    "language": "he",
    "thesis": "open",
    "claims": {
        "open": "יש להאריך את שעות הפתיחה.",
        "busy": "בשנת 2019 היו בה 400 קוראים בכל ערב.",
        "dear": {"text": "הדבר יעלה כמו The Hague.", "implicit": True},
        "aid": "המדינה משלמת 80%.",
    },
    "arguments": {
        "use": {"premises": ["busy"], "supports": "open", "title": "קוראים"},
        "cost": {"premises": ["dear"], "attacks": "open"},
        "paid": {"premises": ["aid"], "attacks": "cost"},
    },
}


def specimens() -> tuple[Map, ...]:
    """Give the maps."""
    return tuple(from_accepted_data(data) for data in (TREE, GRAPH, LEFTWARD))
