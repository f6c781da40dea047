"""Whatever a map holds: every sheet draws it, and is told current by its digest."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from coldwater.model import from_accepted_data
from coldwater.render import LAYOUTS, Options, digest_for, digest_in, draw
from strategies import graphs, maps
from work import examples


@pytest.mark.parametrize("layout", [layout for layout in LAYOUTS if layout != "map"])
@settings(max_examples=examples(8))
@given(maps | graphs(14))
def test_every_sheet_draws_it_and_carries_its_digest(layout: str, data: dict[str, Any]) -> None:
    map_, options = from_accepted_data(data), Options(layout=layout, width=400)
    drawing = draw(map_, "svg", options)
    assert digest_in(drawing) == digest_for(map_, "svg", options)
    ET.fromstring(drawing)  # noqa: S314 - our own output
