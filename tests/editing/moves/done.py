"""One table of moves on one map, each with the lines that it takes out and puts in: every door is held against it."""

from __future__ import annotations

from typing import Any

BRIDGE = """\
# Town council
argmap: 1
title: Should the bridge be rebuilt?   # asked in May
thesis: rebuild
claims:
  rebuild: The town should rebuild the bridge.
  # on safety
  cracks: {text: The main girder is cracked., cites: [{source: survey}]}
  unsafe: A bridge with a cracked main girder is unsafe.
  costly: Rebuilding costs three yearly budgets.
  grant: The state pays four fifths of the cost.
arguments:
  safety: {title: Unsafe girder, premises: [cracks, unsafe], supports: rebuild}
  money: {premises: [costly], attacks: rebuild}   # the usual one
  funded: {premises: [grant], attacks: money}
sources:
  survey: {title: Bridge survey 2025, text: survey.txt}
positions:
  mayor: {name: The mayor, accepts: [rebuild, cracks]}
"""
SURVEY = "Bridge survey\n\nIn May we looked.\nThe main girder is cracked in two places.\n"
#: Moves that are made one after the other, and what is seen of them in the text.
DONE: list[tuple[list[dict[str, Any]], str]] = [
    ([{"move": "claim", "text": "It is old."}], "+   old: It is old."),
    (
        [{"move": "claim", "text": "It is old.", "id": "012", "kind": "fact"}],
        '+   "012": {text: It is old., kind: fact}',
    ),
    (
        [{"move": "reason", "against": "money", "premises": ["Loans are cheap."], "title": "Cheap loans"}],
        ("+   loans-cheap: Loans are cheap.\n"
        "+   cheap-loans: {title: Cheap loans, premises: [loans-cheap], attacks: money}"),
    ),
    (
        [{"move": "reason", "for": "costly", "premises": [
            {"text": "Steel is dear.", "kind": "fact"}, "Work is dear."]}],
        ("+   steel-dear: {text: Steel is dear., kind: fact}\n+   work-dear: Work is dear.\n"
        "+   for-costly: {premises: [steel-dear, work-dear], supports: costly}"),
    ),
    (
        [{"move": "reason", "for": "costly", "premises": ["Steel is dear.", "Work is dear."], "each": True}],
        ("+   steel-dear: Steel is dear.\n+   work-dear: Work is dear.\n"
        "+   for-costly: {premises: [steel-dear], supports: costly}\n"
        "+   for-costly-2: {premises: [work-dear], supports: costly}"),
    ),
    (
        [{"move": "premise", "id": "money", "premise": "The town is poor."}],
        ("+   town-poor: The town is poor.\n"
        "-   money: {premises: [costly], attacks: rebuild}   # the usual one\n"
        "+   money: {premises: [costly, town-poor], attacks: rebuild}   # the usual one"),
    ),
    (
        [{"move": "rival", "claim": "It should be closed."}],
        "+ rivals: [should-closed]\n+   should-closed: It should be closed.",
    ),
    ([{"move": "source", "title": "Minutes", "issued": 2025}], "+   minutes: {title: Minutes, issued: 2025}"),
    (
        [{"move": "cite", "id": "costly", "source": "survey", "quote": "main girder is cracked"}],
        ("-   costly: Rebuilding costs three yearly budgets.\n"
        "+   costly:\n+     text: Rebuilding costs three yearly budgets.\n"
        "+     cites: [{source: survey, locator: block 3, quote: main girder is cracked, "
        "fingerprint: d8ed529902f13021}]"),
    ),
    (
        [{"move": "reword", "id": "cracks", "text": "Two girders are cracked."}],
        ("-   cracks: {text: The main girder is cracked., cites: [{source: survey}]}\n"
        "+   cracks: {text: Two girders are cracked., cites: [{source: survey}]}"),
    ),
    (
        [{"move": "reword", "id": "money", "text": "Cost"}],
        ("-   money: {premises: [costly], attacks: rebuild}   # the usual one\n"
        "+   money: {title: Cost, premises: [costly], attacks: rebuild}   # the usual one"),
    ),
    (
        [{"move": "set", "id": "unsafe", "field": "implicit", "value": True}],
        ("-   unsafe: A bridge with a cracked main girder is unsafe.\n"
        "+   unsafe: {text: A bridge with a cracked main girder is unsafe., implicit: true}"),
    ),
    ([{"move": "set", "field": "standard", "value": "scintilla"}], "+ standard: scintilla"),
    (
        [{"move": "clear", "id": "safety", "field": "title"}],
        ("-   safety: {title: Unsafe girder, premises: [cracks, unsafe], supports: rebuild}\n"
        "+   safety: {premises: [cracks, unsafe], supports: rebuild}"),
    ),
    (
        [{"move": "turn", "id": "money"}],
        ("-   money: {premises: [costly], attacks: rebuild}   # the usual one\n"
        "+   money: {premises: [costly], supports: rebuild}   # the usual one"),
    ),
    (
        [{"move": "move", "id": "funded", "to": "costly"}],
        "-   funded: {premises: [grant], attacks: money}\n+   funded: {premises: [grant], attacks: costly}",
    ),
    (
        [{"move": "rebut", "id": "funded"}],
        "-   funded: {premises: [grant], attacks: money}\n+   funded: {premises: [grant], attacks: rebuild}",
    ),
    (
        [{"move": "rebut", "id": "funded", "claim": "costly"}, {"move": "undercut", "id": "funded"}],
        "",  # only one step leads from there
    ),
    (
        [{"move": "split", "id": "safety"}],
        ("-   safety: {title: Unsafe girder, premises: [cracks, unsafe], supports: rebuild}\n"
        "+   safety: {title: Unsafe girder, premises: [cracks], supports: rebuild}\n"
        "+   safety-2: {premises: [unsafe], supports: rebuild}"),
    ),
    (
        [{"move": "turn", "id": "money"}, {"move": "join", "ids": ["safety", "money"]}],
        ("-   safety: {title: Unsafe girder, premises: [cracks, unsafe], supports: rebuild}\n"
        "-   money: {premises: [costly], attacks: rebuild}   # the usual one\n"
        "-   funded: {premises: [grant], attacks: money}\n"
        "+   safety: {title: Unsafe girder, premises: [cracks, unsafe, costly], supports: rebuild}\n"
        "+   funded: {premises: [grant], attacks: safety}"),
    ),
    (
        [{"move": "split", "id": "costly", "texts": ["Steel is dear.", "Work is dear."]}],
        ("-   costly: Rebuilding costs three yearly budgets.\n+   costly: Steel is dear.\n"
        "+   work-dear: Work is dear.\n"
        "-   money: {premises: [costly], attacks: rebuild}   # the usual one\n"
        "+   money: {premises: [costly, work-dear], attacks: rebuild}   # the usual one"),
    ),
    (
        [{"move": "join", "ids": ["unsafe", "cracks"], "text": "It is unsafe."}],
        ("-   cracks: {text: The main girder is cracked., cites: [{source: survey}]}\n"
        "-   unsafe: A bridge with a cracked main girder is unsafe.\n"
        "+   unsafe: {text: It is unsafe., cites: [{source: survey}]}\n"
        "-   safety: {title: Unsafe girder, premises: [cracks, unsafe], supports: rebuild}\n"
        "+   safety: {title: Unsafe girder, premises: [unsafe], supports: rebuild}\n"
        "-   mayor: {name: The mayor, accepts: [rebuild, cracks]}\n"
        "+   mayor: {name: The mayor, accepts: [rebuild, unsafe]}"),
    ),
    (
        [{"move": "remove", "id": "costly"}],
        ("-   costly: Rebuilding costs three yearly budgets.\n-   grant: The state pays four fifths of the cost.\n"
        "-   money: {premises: [costly], attacks: rebuild}   # the usual one\n"
        "-   funded: {premises: [grant], attacks: money}"),
    ),
    (
        [{"move": "remove", "id": "money", "to": "safety"}],
        ("-   costly: Rebuilding costs three yearly budgets.\n"
        "-   money: {premises: [costly], attacks: rebuild}   # the usual one\n"
        "-   funded: {premises: [grant], attacks: money}\n+   funded: {premises: [grant], attacks: safety}"),
    ),
    (
        [{"move": "remove", "id": "unsafe", "from": "safety"}],
        ("-   safety: {title: Unsafe girder, premises: [cracks, unsafe], supports: rebuild}\n"
        "+   safety: {title: Unsafe girder, premises: [cracks], supports: rebuild}"),
    ),
    (
        [{"move": "remove", "id": "survey", "from": "cracks"}],
        ("-   cracks: {text: The main girder is cracked., cites: [{source: survey}]}\n"
        "+   cracks: {text: The main girder is cracked.}"),
    ),
    ([{"move": "remove", "id": "mayor"}], "- positions:\n-   mayor: {name: The mayor, accepts: [rebuild, cracks]}"),
    ([{"move": "thesis", "ids": ["costly", "rebuild"]}], "- thesis: rebuild\n+ thesis: [costly, rebuild]"),
    (
        [{"move": "rename", "id": "grant", "new": "state-pays"}],
        ("-   grant: The state pays four fifths of the cost.\n+   state-pays: The state pays four fifths of the cost.\n"
        "-   funded: {premises: [grant], attacks: money}\n+   funded: {premises: [state-pays], attacks: money}"),
    ),
]  # fmt: skip
