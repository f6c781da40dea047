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
        "Our criterion: What protects the choices of people protects their autonomy.",
    ):
        assert f"- {line}" in said
        assert f"• {line}" in page


def test_parts_answers_and_impacts_are_named() -> None:
    map_ = api.load(PRIVACY)
    first = spoken(map_, "pro", "lincoln-douglas", "AC")
    assert first.index("Point 1, the framework") < first.index("Point 2: The keepers of records.")
    assert "- The link: Who is watched chooses otherwise.\n" in first
    # In short, each point is weighed by its own tags.
    assert (
        "- A choice that a watcher changes is no choice.\n- Magnitude: medium; Probability: high; Timeframe: now.\n"
        in (first[: first.index("### Contention")])
    )
    assert "Point 1, the framework: Life first." in (second := spoken(map_, "con", "lincoln-douglas", "NC"))
    assert "- Point 2, a disadvantage: Attacks." in second
    assert "- Point 3, a counterplan.\n- A city ought to decide place by place" in second
    rebuttal = spoken(map_, "pro", "lincoln-douglas", "1AR")
    assert "- We turn the link.\n- Attacks move to the next street.\n" in rebuttal
    assert "- We permute: both can be done.\n- To rank one value" in rebuttal
    # It is weighed by the criterion, which is no point beside the others then.
    weighing = rebuttal[rebuttal.index("### Weighing") :]
    assert (
        "- So weigh what is left.\n"
        "- Our criterion: What protects the choices of people protects their autonomy.\n"
        "- These of ours stand, whatever has been said:\n"
        "- A power that nobody sees used is used on the unpopular in the end.\n"
        "- A choice that a watcher changes is no choice.\n"
        "- Probability: ours is high, theirs low.\n"
    ) in weighing
    assert "- They may say: People move to cities that watch their streets.\n- There is no link.\n" in first
    prep = prepared(map_, "pro")
    page = page_markdown(flow_page(prep, find_flow(prep, FORMATS["lincoln-douglas"])))
    assert "Con 2 Attacks (disadvantage) (it stands)" in page


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
