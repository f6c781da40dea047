"""Everything of a side comes out, or the page says that it is left out: each argument, on every kind of page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coldwater.prep.material.blocks import find_blocks
from coldwater.prep.material.brief import find_brief
from coldwater.prep.material.flow import find_flow
from coldwater.prep.pages.blocks import blocks_page
from coldwater.prep.pages.brief import brief_page
from coldwater.prep.pages.flow import flow_page
from coldwater.prep.pages.plan import plan_page
from coldwater.prep.rounds.known_formats import FORMATS
from coldwater.prep.setting.page import Table
from coldwater.prep.speeches.planning import Task, find_plan
from prep.preparations import preparations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.setting.page import Part

PAGES: dict[str, Callable[[Preparation], Iterable[Part]]] = {
    "brief": lambda prep: brief_page(prep, find_brief(prep)),
    "blocks": lambda prep: blocks_page(prep, find_blocks(prep)),
    "flow": lambda prep: flow_page(prep, find_flow(prep, FORMATS["policy"])),
    "plan": lambda prep: plan_page(prep, find_plan(prep, Task(20, 150))),
}


def named(page: Iterable[Part]) -> set[str]:
    """Give the words of all tags on a page; ids are among them."""
    tags = [tag for part in page for tag in (part.tags if isinstance(part, Table) else (part.tag,))]
    return {word for tag in tags for word in tag.split("; ")}


@pytest.mark.parametrize("kind", PAGES)
def test_every_argument_of_the_side_is_on_the_page(kind: str) -> None:
    for name, prep in preparations():
        if name[0] == "article":  # type: ignore[index]
            continue  # it holds more than a page can show
        found = named(PAGES[kind](prep))
        for node in prep.own:
            argument = prep.names[node]
            assert argument in found or set(prep.graph.premises(argument)) <= found, (kind, name, argument)
