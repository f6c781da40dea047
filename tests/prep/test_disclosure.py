"""What a team publishes: its own case, cites in full, first and last words; nothing of how it stands."""

from __future__ import annotations

from coldwater.prep.material.flow import find_flow
from coldwater.prep.pages.disclosure import disclosure_page
from coldwater.prep.rounds.known_formats import FORMATS
from coldwater.prep.setting.markdown_form import page_markdown
from coldwater.prep.setting.page import without_ids
from coldwater.prep.speeches.planning import Task, find_plan
from coldwater.semantics.grounded import OUT
from prep.preparations import preparations, prepared
from prep.small_maps import model
from prep.test_sendable import CARD, MAP


def told(side: str, *, full: bool = False) -> str:
    data = {**MAP, "claims": {**MAP["claims"], "cheap-id": {"text": "Ferries are cheap.", "cites": [CARD]}}}
    prep = prepared(model(data), side)
    return page_markdown(without_ids(disclosure_page(prep, full=full), prep.id_words))


def test_a_case_is_published_with_cites_and_first_and_last_words() -> None:
    page = told("pro")
    assert "## 1. Safety\n\n- Ferries are safe.\n" in page
    # It falls on the map, but by an answer: the first speech reads it out, and so it is published.
    assert "## 2. Cheap\n\n### Ferries are cheap." in page
    assert "They fail" not in page
    data = {**MAP, "arguments": {key: one for key, one in MAP["arguments"].items() if key in ("cheap", "safety")}}
    data["claims"] = {**MAP["claims"], "cheap-id": {"text": "Ferries are cheap.", "cites": [CARD]}}
    prep = prepared(model(data), "pro")
    short = page_markdown(disclosure_page(prep))
    assert "### Ferries are cheap." in short
    assert "**Halloran 2023** Maeve Halloran, transport economist, “Audit of the crossings”" in short
    assert "> Over the year … can be kept." in short
    assert "for want of crew" in page_markdown(disclosure_page(prep, full=True))


def test_what_is_published_is_what_the_first_speech_reads_out() -> None:
    debate = FORMATS["policy"]
    fallen = 0
    for name, prep in preparations():
        page = page_markdown(disclosure_page(prep))
        heads = page.count("\n## ")
        assert ("No argument of this side" in page) == (heads == 0), name
        plan = find_plan(prep, Task(60, 150), find_flow(prep, debate), 0 if prep.side == "pro" else 1)
        read = [part.point.node for part in plan.parts if part.kind == "contention" and part.point is not None]
        assert heads == len(read), name
        assert all(f". {prep.title(node)}\n" in page for node in read), name
        fallen += any(prep.labels[node] == OUT for node in read)
    assert fallen
