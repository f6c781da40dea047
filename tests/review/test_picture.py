"""A picture of a review: what came, went, turned and was reworded, in words, and nothing else of the map."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

import pytest

from coldwater.compare import diff
from coldwater.model.models import Map
from coldwater.review.picture import review_svg
from render.hostile_texts import HOSTILE
from render.sheets.measured import SVG, texts_of


def _map(**changed: Any) -> dict[str, Any]:
    data: dict[str, Any] = {
        "argmap": 1,
        "title": "Should the bridge be rebuilt?",
        "thesis": "rebuild",
        "claims": {
            "rebuild": {"text": "The town should rebuild the bridge."},
            "cracks": {"text": "The main girder is cracked."},
            "costly": {"text": "Rebuilding costs three yearly budgets."},
            "grant": {"text": "The state pays four fifths of the cost."},
        },
        "arguments": {
            "safety": {"title": "Unsafe girder", "premises": ["cracks"], "supports": "rebuild"},
            "money": {"title": "Cost", "premises": ["costly"], "attacks": "rebuild"},
            "funded": {"title": "State grant", "premises": ["grant"], "attacks": "money"},
        },
    }
    return {**data, **changed}


def _changed() -> dict[str, Any]:
    data = _map(title="Should the old bridge be rebuilt?")
    del data["claims"]["grant"], data["arguments"]["funded"]
    data["claims"]["costly"] = {"text": "Rebuilding costs four yearly budgets."}
    data["claims"]["slow"] = {"text": "Building takes nine years."}
    data["arguments"]["late"] = {"title": "Too late", "premises": ["slow"], "attacks": "rebuild"}
    return data


def _picture(old: dict[str, Any], new: dict[str, Any], wide: float = 1000.0) -> str:
    return review_svg(diff(Map.model_validate(old), Map.model_validate(new)), wide)


def _words(svg: str) -> str:
    return " ".join(text.text for text in texts_of(svg))


def test_what_came_went_turned_and_was_reworded_is_told() -> None:
    svg = _picture(_map(), _changed())
    words = _words(svg)
    assert words.count("NEW") == 2
    assert "was: “Rebuilding costs three yearly budgets.”" in words
    assert "VERDICT TURNED stands now, fell before: the argument ‘funded’ was removed" in words
    assert words.count("GONE") == 2
    assert "The state pays four fifths of the cost." in words
    assert words.index("What went") < words.index("State grant") < words.index("Also changed")
    assert "title" in words[words.index("Also changed") :]
    assert words.startswith("ARGUMENT MAP · WHAT CHANGED")
    assert "The thesis ‘rebuild’ is undecided (tied); it stood before" in words


def test_what_did_not_change_is_left_out_and_that_is_said() -> None:
    svg = _picture(_map(), _changed())
    assert "Unsafe girder" not in svg
    assert "Shown here: what changed, with its way to the thesis." in _words(svg)


def test_an_argument_that_was_turned_round_says_so_and_keeps_its_premises() -> None:
    new = _map()
    new["arguments"]["money"] = {"title": "Cost", "premises": ["costly"], "supports": "rebuild"}
    words = _words(_picture(_map(), new))
    assert "TURNED ROUND" in words
    assert "Rebuilding costs three yearly budgets." in words


def test_where_nothing_changed_the_picture_says_so() -> None:
    words = _words(_picture(_map(), _map()))
    assert "Nothing changed in what is claimed." in words
    assert "Unsafe girder" not in words


@pytest.mark.parametrize("wide", [320.0, 1000.0])
def test_no_text_leaves_the_picture_and_hostile_texts_stay_texts(wide: float) -> None:
    for text in HOSTILE[:8]:
        new = _changed()
        new["claims"]["costly"]["text"] = new["claims"]["slow"]["text"] = text.encode("utf-8", "replace").decode()
        old = _map()
        old["claims"]["grant"]["text"] = text.encode("utf-8", "replace").decode()
        svg = _picture(old, new, wide)
        ET.fromstring(svg)  # noqa: S314 - our own output
        assert all(one.left >= -0.01 and one.right <= wide + 0.01 for one in texts_of(svg))
        assert "<script" not in svg
    assert ET.fromstring(svg).find(f"{SVG}title") is not None  # noqa: S314
