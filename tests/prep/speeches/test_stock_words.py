"""The words of policy and Lincoln-Douglas, as tags: named aloud, weighed, filed on the flow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from coldwater import api
from coldwater.prep.material.flow import find_flow
from coldwater.prep.pages.flow import flow_page
from coldwater.prep.pages.plan import plan_page
from coldwater.prep.rounds.debate_format import speech_of
from coldwater.prep.rounds.known_formats import FORMATS
from coldwater.prep.setting.markdown_form import page_markdown
from coldwater.prep.setting.page import without_ids
from coldwater.prep.speeches.planning import Task, find_plan
from prep.preparations import prepared
from prep.small_maps import model

PRIVACY = Path(__file__).parents[1] / "aloud" / "privacy.argmap.yaml"
DOCS = Path(__file__).parents[3] / "docs" / "debate.md"


def spoken(map_: Any, side: str, debate: str, code: str) -> str:
    prep, format_ = prepared(map_, side), FORMATS[debate]
    place = speech_of(format_, code)
    assert place is not None
    plan = find_plan(prep, Task(60, 150), find_flow(prep, format_), place)
    return page_markdown(without_ids(plan_page(prep, plan), prep.id_words))


def test_the_page_shows_the_map_that_is_here_and_what_is_said_from_it() -> None:
    page = DOCS.read_text(encoding="utf-8")
    assert PRIVACY.read_text(encoding="utf-8") in page
    said = spoken(api.load(PRIVACY), "pro", "lincoln-douglas", "AC")
    for line in (
        "Point 1, the framework: Autonomy.",
        "Our value: Autonomy is what a city owes its people.",
        "I quote: “",
    ):
        assert f"- {line}" in said
        assert f"• {line}" in page


def test_parts_answers_and_impacts_are_named() -> None:
    map_ = api.load(PRIVACY)
    first = spoken(map_, "pro", "lincoln-douglas", "AC")
    assert first.index("Point 1, the framework") < first.index("Point 2: Chill.")
    title = "“Watched streets (invented for this page)”"
    assert (
        f"- The link: Lena Orr, criminologist at Halden University, in {title}, 2021: Who is watched chooses otherwise."
    ) in first
    assert "- Point 1, a disadvantage: Theft." in spoken(map_, "con", "lincoln-douglas", "NC")
    rebuttal = spoken(map_, "pro", "lincoln-douglas", "1AR")
    assert "- We turn the link.\n- Lena Orr" in rebuttal
    assert "- Probability: ours is high." in rebuttal
    assert "- A choice that a watcher changes is no choice.\n- Probability" in rebuttal
    # It is weighed by the criterion, which is no point beside the others then.
    weighing = rebuttal[rebuttal.index("### Weighing") :]
    assert (
        "- So weigh what is left.\n"
        "- Our criterion: What protects the choices of people protects their autonomy.\n"
        "- This point of ours stands, and they have not answered it:\n"
        "- A choice that a watcher changes is no choice.\n"
    ) in weighing
    assert "- Even so" not in first
    assert "- They may say: Cameras halve theft.\n- And: Nobody chooses who is dead.\n- We turn the link.\n" in first
    prep = prepared(map_, "pro")
    assert "Con 1 Theft (disadvantage) (it falls)" in page_markdown(
        flow_page(prep, find_flow(prep, FORMATS["lincoln-douglas"]))
    )


def test_impacts_are_compared_only_where_ours_counts_more() -> None:
    data: dict[str, Any] = {
        "argmap": 1, "title": "T", "thesis": "t",
        "claims": {
            "t": "Build it.",
            "a": {"text": "It saves lives.", "tags": ["impact", "magnitude / large", "timeframe / now"]},
            "b": {"text": "It costs jobs.", "tags": ["impact", "magnitude / small", "timeframe / now"]},
        },
        "arguments": {"for": {"premises": ["a"], "supports": "t"}, "against": {"premises": ["b"], "attacks": "t"}},
    }  # fmt: skip
    ours = spoken(model(data), "pro", "policy", "2AC")
    assert "- Magnitude: ours is large, theirs small.\n" in ours
    assert "Timeframe" not in ours
    theirs = spoken(model(data), "con", "policy", "1NR")
    assert "Magnitude" not in theirs
