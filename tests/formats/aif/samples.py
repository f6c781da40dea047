"""Small files of each format, invented for tests: linked premises, an undercut of an undercut, a talk, halves."""

from __future__ import annotations

import json
from typing import Any


def node(id_: Any, kind: str, text: str = "", **more: Any) -> dict[str, Any]:
    return {"nodeID": id_, "text": text, "type": kind, **more}


def edges(*pairs: tuple[Any, Any]) -> list[dict[str, Any]]:
    return [
        {"edgeID": str(number), "fromID": source, "toID": target, "formEdgeID": None}
        for number, (source, target) in enumerate(pairs, 1)
    ]


def nodeset(nodes: list[Any], joined: list[Any], **more: Any) -> bytes:
    return json.dumps({"nodes": nodes, "edges": joined, "locutions": [], **more}).encode()


#: A thesis, two linked premises for it, a reason against their step, and one against that reason's step.
FERRY_NODES = [
    node("11", "I", "The ferry should run at night.", timestamp="2024-01-01 00:00:00"),
    node("12", "I", "Nurses work night shifts."),
    node("13", "I", "Nurses need a way home &amp; back."),
    node("14", "RA", "Practical Reasoning", scheme="PracticalReasoning", schemeID="31"),
    node("15", "I", "The night bus takes them home."),
    node("16", "CA", "Default Conflict"),
    node("17", "I", "The night bus was cancelled."),
    node("18", "CA", "Default Conflict"),
]
FERRY_EDGES = edges(
    ("12", "14"), ("13", "14"), ("14", "11"), ("15", "16"), ("16", "14"), ("17", "18"), ("18", "16")
)  # fmt: skip
FERRY = nodeset(FERRY_NODES, FERRY_EDGES)

#: A talk of two, with a question, a rephrasing, a preference and a statement that nobody argues for.
TALK_NODES = [
    node("1", "L", "Ann : run it at night"), node("2", "YA", "Asserting"), node("3", "I", "It should run at night"),
    node("4", "L", "Ann: Bob Ash : why at all"), node("5", "YA", "Pure Questioning"), node("6", "I", "It should run"),
    node("7", "TA", "Default Transition"), node("8", "MA", "Default Rephrase"), node("9", "YA", "Restating"),
    node("10", "L", "Bob Ash : no, it should not"), node("11", "YA", "Disagreeing"), node("12", "PA", "Preference"),
    node("13", "I", "Boats are dear"), node("14", "CA", "Default Conflict"), node("15", "YA", "Asserting"),
]  # fmt: skip
TALK_EDGES = edges(
    ("1", "2"), ("2", "3"), ("4", "5"), ("5", "6"), ("1", "7"), ("7", "4"), ("7", "9"), ("9", "8"), ("3", "8"),
    ("8", "6"), ("10", "11"), ("11", "3"), ("3", "12"), ("12", "6"), ("13", "14"), ("14", "3"),
    ("10", "15"), ("15", "13"),
)  # fmt: skip
TALK = nodeset(TALK_NODES, TALK_EDGES, locutions=[{"nodeID": "1", "personID": "7", "start": None}])

#: All that goes wrong: steps without an end, edges into nothing, an id twice, two conclusions, statements joined.
HALVES = nodeset(
    [
        node("a", "I", "One"), node("b", "I", "Two"), node("c", "I", "Three"), node("c", "I", "Three again"),
        node("r1", "RA", "RA"), node("r2", "RA", "RA"), node("r3", "RA", "Example"), node("r4", "CA", "CA"),
        node("q", "XX", "?"), node("r5", "", ""), node("r6", "ra", "Default Inference"), node("r1", "CA", "again"),
        node(None, "I", "No id"), node("d", "I", ""),
    ],
    edges(
        ("a", "r1"), ("r2", "b"), ("a", "r3"), ("r3", "b"), ("r3", "c"), ("b", "r4"), ("r4", "r1"), ("a", "b"),
        ("a", "nowhere"), ("a", "r5"), ("r5", "c"), ("b", "r6"), ("r6", "a"), ("b", "r6"), ("r6", "r6"), ("q", "a"),
    ),
)  # fmt: skip

XAIF = json.dumps(
    {
        "AIF": {
            "nodes": [
                node(0, "L", "Ann: it leaks"), node(1, "I", "it leaks"), node(2, "YA", "Default Illocuting"),
                node(3, "I", "it is unsafe"), node(4, "RA", "Default Inference"), node("5_1", "I", "boats rot"),
            ],
            "edges": [
                {"edgeID": number, "fromID": source, "toID": target}
                for number, (source, target) in enumerate([(0, 2), (2, 1), (1, 4), (4, 3)])
            ],
            "locutions": [{"nodeID": 0, "personID": "0"}],
            "participants": [{"participantID": 0, "firstname": "Ann", "surname": "Ash"}],
            "schemefulfillments": None,
        },
        "text": {"txt": 'Ann <span class="highlighted" id="0">it leaks</span>'},
        "dialog": True,
        "OVA": {"nodes": [], "edges": []},
        "evidences": {"nodes": [{"nodeID": 1}]},
    }
).encode()  # fmt: skip

_OVA_NODES: list[dict[str, Any]] = [
    {"id": 1, "x": 5, "y": 5, "text": "It should run", "type": "I", "scheme": "0", "participantID": 0},
    {"id": 2, "x": 5, "y": 9, "text": "It &quot;pays&quot;", "type": "I", "scheme": "0", "participantID": 0},
    {"id": 3, "x": 5, "y": 7, "text": "Default Inference", "type": "RA", "scheme": "72", "participantID": 0},
    {"id": 4, "x": 1, "y": 7, "text": "it pays", "type": "L", "scheme": "0", "participantID": 2},
    {"id": 5, "x": 1, "y": 8, "text": "Asserting", "type": "YA", "scheme": "0", "participantID": 0},
]
OVA = json.dumps(
    {
        "nodes": _OVA_NODES,
        "edges": [
            {"from": _OVA_NODES[source - 1], "to": _OVA_NODES[target - 1], "visible": True}
            for source, target in ((2, 3), (3, 1), (4, 5), (5, 2))
        ],
        "participants": [{"id": 2, "firstname": "Bo", "surname": "Lee"}],
        "analysis": {"txt": '<span id="node2" class="highlighted">it pays</span>'},
    }
).encode()

ARGUEBUF = json.dumps(
    {
        "nodes": {
            "c1": {"atom": {"text": "Run it", "reference": {"resource": "r", "offset": 3, "text": "run it!"}}},
            "c2": {"atom": {"text": "It pays", "participant": "p"}, "userdata": {"colour": "red"}},
            "s1": {"scheme": {"support": "SUPPORT_EXPERT_OPINION", "premiseDescriptors": ["says"]}},
            "c3": {"atom": {"text": "It is dear"}}, "s2": {"scheme": {"attack": "ATTACK_DEFAULT"}},
            "c4": {"atom": {"text": "Let it run"}}, "s3": {"scheme": {"rephrase": "REPHRASE_DEFAULT"}},
            "s4": {"scheme": {}}, "c5": {"atom": {"text": "Boats float"}},
        },
        "edges": {
            "e1": {"source": "c2", "target": "s1"}, "e2": {"source": "s1", "target": "c1"},
            "e3": {"source": "c3", "target": "s2"}, "e4": {"source": "s2", "target": "s1", "metadata": {"m": 1}},
            "e5": {"source": "c4", "target": "s3"}, "e6": {"source": "s3", "target": "c1"},
            "e7": {"source": "c5", "target": "s4"}, "e8": {"source": "s4", "target": "c2"},
        },
        "resources": {"r": {"text": "they said run it!", "title": "Minutes", "source": "https://example.org/m"}},
        "participants": {"p": {"name": "Ann", "email": "ann@example.org"}},
        "major_claim": "c1", "schemaVersion": 1, "libraryVersion": "2",
    }
).encode()  # fmt: skip


def sadface(version: str, conflict: dict[str, str], *pairs: tuple[str, str]) -> bytes:
    atoms: list[dict[str, Any]] = [{"id": id_, "type": "atom", "text": f"Text of {id_}"} for id_ in ("a", "b", "c")]
    atoms[0]["sources"] = [{"resource_id": "r", "text": "a text", "offset": 0, "length": 6}]
    joined = [{"id": f"e{number}", "source_id": one, "target_id": other} for number, (one, other) in enumerate(pairs)]
    return json.dumps(
        {
            "metadata": {"core": {"version": version, "title": "Ferry", "claim": "a", "analyst_name": "Zoe"}},
            "resources": [{"id": "r", "content": "A text", "type": "text", "metadata": {"core": {"title": "Log"}}}],
            "nodes": [*atoms, {"id": "k", **conflict}, {"id": "i", "type": "inference", "name": "support"}],
            "edges": [*joined, {"id": "x", "source_id": "c", "target_id": "i"},
                      {"id": "y", "source_id": "i", "target_id": "a"}],
        }
    ).encode()  # fmt: skip


MICROTEXT = b"""<?xml version='1.0' encoding='UTF-8'?>
<arggraph id="ferry" topic_id="night_ferry" stance="pro">
  <edu id="e1"><![CDATA[The ferry should run at night,]]></edu>
  <edu id="e2"><![CDATA[as nurses work late]]></edu>
  <edu id="e3" implicit="true"><![CDATA[Nurses need a way home.]]></edu>
  <edu id="e4"><![CDATA[There is a bus,]]></edu>
  <edu id="e5"><![CDATA[they say,]]></edu>
  <edu id="e6"><![CDATA[but not on Sundays.]]></edu>
  <edu id="e7"><![CDATA[Anyway.]]></edu>
  <joint id="j1"/>
  <adu id="a1" type="pro"/><adu id="a2" type="pro"/><adu id="a3" type="pro"/><adu id="a4" type="opp"/>
  <adu id="a5" type="pro"/>
  <edge id="c1" src="a2" trg="a1" type="sup"/>
  <edge id="c2" src="a3" trg="c1" type="add"/>
  <edge id="c3" src="a4" trg="c1" type="und"/>
  <edge id="c4" src="a5" trg="c3" type="und"/>
  <edge id="c5" src="e1" trg="a1" type="seg"/><edge id="c6" src="e2" trg="a2" type="seg"/>
  <edge id="c7" src="e3" trg="a3" type="seg"/><edge id="c8" src="e4" trg="j1" type="seg"/>
  <edge id="c9" src="e5" trg="j1" type="seg"/><edge id="c10" src="j1" trg="a4" type="seg"/>
  <edge id="c11" src="e6" trg="a5" type="seg"/>
</arggraph>
"""

ESSAY = (
    "Should it run?\n\nI think the ferry should run. Nurses work late. So they need it, though the bus runs too.\n"
    "The ferry ought to run.\n"
)


def essay() -> bytes:
    def span(number: int, kind: str, words: str, end: str = "") -> str:
        start = ESSAY.index(words)
        return f"T{number}\t{kind} {start} {start + len(words)}\t{words}{end}"

    lines = [
        span(1, "MajorClaim", "The ferry ought to run"), span(2, "MajorClaim", "the ferry should run"),
        span(3, "Claim", "they need it"), "A1\tStance T3 For", span(4, "Premise", "Nurses work late", "\t"),
        span(5, "Claim", "the bus runs too"), "A2\tStance T5 Against", "R1\tsupports Arg1:T4 Arg2:T3\t",
        "#1\tAnnotatorNotes T4\tlook here",
    ]  # fmt: skip
    return "\n".join([*lines, ""]).encode()
