"""Notes of rounds: read with every mistake at its place, and held against the map in the gaps of a side."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from coldwater import judge
from coldwater.cli.prep.sides import SIDE_NAMES
from coldwater.errors import ConfigurationError
from coldwater.prep.material.gaps import find_gaps
from coldwater.prep.material.preparation import Preparation
from coldwater.prep.material.rounds import find_rounds
from coldwater.prep.pages.gaps import gaps_page
from coldwater.prep.pages.gaps_json import gaps_json
from coldwater.prep.rounds.round_notes import RoundNotes
from coldwater.prep.setting.markdown_form import page_markdown
from prep.preparations import prepared
from prep.small_maps import model

MAP = model(
    {
        "argmap": 1, "title": "Bridge", "thesis": "t",
        "claims": {
            "t": "Build it.", "safe": "It is safer.", "old": "The old one cracks.", "dear": "It is dear.",
            "paid": "The state pays.", "broke": "The state is broke.",
        },
        "arguments": {
            "safety": {"title": "Safety", "premises": ["safe"], "supports": "t"},
            "cracks": {"title": "Cracks", "premises": ["old"], "supports": "t"},
            "cost": {"title": "Cost", "premises": ["dear"], "attacks": "t"},
            "grant": {"title": "Grant", "premises": ["paid"], "attacks": "cost"},
            "no-money": {"title": "No money", "premises": ["broke"], "attacks": "paid"},
        },
    }
)  # fmt: skip
NOTES = """\
side: neg
round: Semifinal
judge: A parent
opponent: Larkham A
speeches: {C1: Slow.}
came_up:
  - {is: safety, in: C1, answer: Nobody ever fell., held: false}
  - {said: "it is   SAFER", in: C1}
  - {said: Ships cannot pass., against: cost, note: Look it up.}
  - {is: grant, answer: no-money, held: true}
"""


def read(tmp_path: Path, text: str) -> RoundNotes:
    path = tmp_path / "round.yaml"
    path.write_text(text, encoding="utf-8")
    return judge.read_round_notes(str(path), MAP, SIDE_NAMES)


def told(prep: Preparation, *notes: RoundNotes) -> tuple[str, Any]:
    gaps, rounds = find_gaps(prep), find_rounds(prep, notes)
    return page_markdown(gaps_page(prep, gaps, rounds)), json.loads(gaps_json(prep, gaps, rounds))


def test_what_came_up_and_has_no_answer_is_told_first(tmp_path: Path) -> None:
    page, data = told(prepared(MAP, "con"), read(tmp_path, NOTES))
    first, rest = page.split("## To make the thesis")[0], page.split("## To make the thesis", 1)[1]
    assert "## It came up in a round, and nothing on the map answers it (3)" in first
    assert "- **C1, Semifinal:** it is SAFER `safe`" in first
    assert "- **R1" not in page
    assert "- **Against:** “Cost” `cost`\n  - **To do:** the map lacks it: put it in, then answer it." in first
    assert "**We answered (tried, and it did not hold; the map lacks it):** Nobody ever fell." in first
    assert "**We answered (tried, and it held; on the map it stands):** No money `no-money`" in rest
    assert "- **Semifinal:** against Larkham A; judge: A parent; 4 came up\n  - **C1:** Slow." in rest
    up = data["rounds"]["came_up"]
    assert [one["id"] for one in up] == ["safety", "safe", None, "grant"]
    assert [one["answers"] for one in up] == [[], [], [], ["no-money"]]
    assert [one["answer"] for one in up] == [None, None, None, "no-money"]
    assert data["rounds"]["notes"][0]["judge"] == "A parent"


def test_what_the_map_has_and_nobody_tried_is_told(tmp_path: Path) -> None:
    page, _ = told(
        prepared(MAP, "con"), read(tmp_path, "side: con\ncame_up: [{is: grant, answer: We said nothing.}]\n")
    )
    assert "**The map has (it stands):** No money `no-money; not tried yet`" in page


def test_rounds_on_the_other_side_are_counted_and_left_out(tmp_path: Path) -> None:
    notes = read(tmp_path, NOTES)
    page, data = told(prepared(MAP, "pro"), notes, notes)
    assert "**Notes.** 2 more are of rounds as con." in page
    assert "Semifinal" not in page
    assert data["rounds"] == {"notes": [], "came_up": [], "left_out": 2}
    assert "rounds" not in told(prepared(MAP, "pro"))[1]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- one", "line 1, column 1: the notes of a round are a mapping"),
        ("round: Final", "line 1, column 1: `side` is missing"),
        ("sid: con", "line 1, column 1: there is no field `sid`. Did you mean `side`?"),
        ("side: kon", "line 1, column 7: `side` is pro or con, by any of its names. Did you mean `con`?"),
        ("side: con\ndate: 2026", "line 2, column 7: `date` is a text of up to 300 characters; put it in quotes"),
        ("side: con\nspeeches: [a]", "line 2, column 11: `speeches` is a mapping from the code of a speech"),
        ("side: con\nspeeches: {1: x}", "line 2, column 12: this key is `1`"),
        ("side: con\ncame_up: yes", "line 2, column 10: `came_up` is a list of at most 500 entries"),
        ("side: con\ncame_up: [x]", "line 2, column 11: what came up is a mapping"),
        ("side: con\ncame_up:\n  - in: C1", "line 3, column 5: say what came up"),
        ("side: con\ncame_up:\n  - is: safty", "line 3, column 9: there is no `safty` on the map"),
        ("side: con\ncame_up:\n  - {said: x, against: [t]}", "`against` is an id of the map"),
        ("side: con\ncame_up:\n  - {said: x, answer: y, held: maybe}", "`held` is true or false"),
        ("side: con\ncame_up:\n  - {said: x, held: true}", "there is no `answer`"),
        ("side: con\nside: pro", "side"),
    ],
)
def test_every_mistake_is_named_with_its_place(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        read(tmp_path, text)
    assert any(problem in one for one in raised.value.problems), raised.value.problems


def test_all_mistakes_come_in_one_pass(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as raised:
        read(tmp_path, NOTES.replace("neg", "no").replace("is: safety", "is: sfety").replace("judge", "jugde"))
    assert len(raised.value.problems) == 3
