"""Who holds a claim, in every form of drawing; and how many of them there may be for it to stay readable."""

from __future__ import annotations

import json
import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from coldwater.model import Map, from_accepted_data
from coldwater.render import FORMATS, Options, draw
from coldwater.render.layout.engine import lay_out
from coldwater.render.reading.verdicts import judge
from coldwater.render.scene.staging import stage
from coldwater.render.scene.stances import MOST_LETTERED
from coldwater.render.svg.page import compose
from render.drawing_samples import BRIDGE

SVG = "{http://www.w3.org/2000/svg}"
NAMES = ("The mayor", "The treasurer", "The engineer")


def held(count: int = 3, **positions: Any) -> Map:
    """Give the bridge with so many positions: in turn they accept the thesis, reject it, and accept what is costly."""
    crowd = {
        f"p{number}": {
            "name": NAMES[number] if number < len(NAMES) else f"Resident {number}",
            "accepts": [["rebuild"], ["unsafe"], ["costly"]][number % 3],
            "rejects": [[], ["rebuild"], ["cracks"]][number % 3],
        }
        for number in range(count)
    }
    return from_accepted_data(BRIDGE | {"positions": crowd | positions})


def marks(svg: bytes, name: str) -> list[tuple[str, str]]:
    """Give the marks on a claim: round or square, and the sign in each."""
    group = next(one for one in ET.fromstring(svg).iter(f"{SVG}g") if one.get("data-id") == name)  # noqa: S314 - our own
    found, form = [], ""
    for part in group:
        if part.tag == f"{SVG}rect" and part.get("height") in ("14", "12.8"):
            form = "round, filled" if part.get("rx") == "7" else "square, open" if part.get("fill") == "none" else "?"
        elif form:
            found.append((form, "".join(part.itertext())))
            form = ""
    return found


def texts(svg: bytes) -> list[str]:
    return ["".join(one.itertext()) for one in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314 - our own


def test_who_accepts_is_round_and_filled_and_who_rejects_square_and_open() -> None:
    svg = draw(held(), "svg")
    assert marks(svg, "rebuild") == [("round, filled", "A"), ("square, open", "B")]
    assert marks(svg, "costly") == [("round, filled", "C")]
    assert marks(svg, "grant") == []


def test_the_legend_names_those_who_hold_something_by_their_letters() -> None:
    found = texts(draw(held(), "svg"))
    at = found.index("accepted by")
    assert found[at : at + 8] == [
        "accepted by",
        "rejected by",
        "A",
        "The mayor",
        "B",
        "The treasurer",
        "C",
        "The engineer",
    ]


def test_a_letter_is_the_same_in_a_part_of_the_map() -> None:
    svg = draw(held(), "svg", Options(focus="money"))
    assert marks(svg, "costly") == [("round, filled", "C")]
    found = texts(svg)
    assert "The engineer" in found
    assert "The mayor" in found


def test_a_screen_reader_hears_names() -> None:
    svg = draw(held(), "svg").decode()
    assert "The town should rebuild the bridge.; accepted by The mayor; rejected by The treasurer" in svg


@pytest.mark.parametrize("count", [MOST_LETTERED, MOST_LETTERED + 1, 400])
def test_many_positions_stay_readable(count: int) -> None:
    scene = stage(held(count))
    layout = lay_out(scene)
    plain = stage(held(0))
    assert max(card.width for card in scene.cards.values()) == max(card.width for card in plain.cards.values())
    page = compose(scene, layout.width, layout.height)
    assert len({entry.y for entry in page.entries}) <= 5
    signs = [one.sign for one in next(card for card in scene.cards.values() if card.is_thesis).stances]
    if count > MOST_LETTERED:
        assert signs == [str(-(-count // 3)), str(-(-(count - 1) // 3))]
        assert f"so many of {count} positions" in texts(draw(held(count), "svg"))
    else:
        assert signs == list("ADGBEH")


def test_the_legend_keeps_within_the_page_however_long_a_name_is() -> None:
    scene = stage(held(1, long={"name": "The society for " * 40, "accepts": ["rebuild"]}))
    layout = lay_out(scene)
    page = compose(scene, layout.width, layout.height)
    assert page.width <= compose(stage(held(1)), layout.width, layout.height).width


def test_marks_stand_between_text_and_foot() -> None:
    scene, plain = stage(held()), stage(held(0))
    for key, card in scene.cards.items():
        assert card.height - plain.cards[key].height in ((20.0, 18.0) if card.stances else (0.0, 18.0, 20.0))


def test_marks_and_verdicts_stand_beside_each_other() -> None:
    map_ = held()
    svg = draw(map_, "svg", Options(verdicts=True))
    assert marks(svg, "rebuild") == [("round, filled", "A"), ("square, open", "B")]
    assert judge(map_, "rebuild").map.positions == map_.positions


@pytest.mark.parametrize("format_", FORMATS)
def test_a_map_without_positions_is_drawn_as_ever(format_: str) -> None:
    if format_ == "pdf":
        pytest.importorskip("typst")
    plain = from_accepted_data(BRIDGE)
    assert draw(held(), format_, Options(positions=False)) == draw(plain, format_)
    assert draw(plain, format_) == draw(plain, format_, Options(positions=False))
    assert draw(held(), format_) != draw(plain, format_)


# --- other programs ---------------------------------------------------------------------------------------------------


def test_dot_says_it_in_words_and_in_signs_where_there_are_many() -> None:
    few = draw(held(), "dot").decode()
    assert r"accepted by A, rejected by B" in few
    assert "Positions: A The mayor; B The treasurer; C The engineer" in few
    many = draw(held(8), "dot").decode()
    assert "✓ A D G, ✗ B E H" in many
    assert "✓ accepted by; ✗ rejected by" in many
    assert "Numbers: so many of 30 positions" in draw(held(30), "dot").decode()


def test_mermaid_says_it_by_name() -> None:
    text = draw(held(), "mermaid").decode()
    assert "<small>accepted by The mayor#59;<br/>rejected by The treasurer</small>" in re.sub(" +", " ", text)


def test_graphml_has_it_as_data() -> None:
    text = draw(held(1, engineer={"name": "E.", "rejects": ["rebuild"], "note": "N."}), "graphml").decode()
    assert '<data key="n_accepted_by">p0</data><data key="n_rejected_by">engineer</data>' in text
    told = re.search(r'<data key="g_positions">(.*?)</data>', text)
    assert told is not None
    positions = json.loads(told[1].replace("&quot;", '"'))
    assert positions["engineer"] == {"name": "E.", "speaks_in": [], "note": "N."}


def test_a_canvas_says_it_in_the_cards_and_below_them() -> None:
    nodes = json.loads(draw(held(), "canvas", Options(verdicts=True)))["nodes"]
    assert any("accepted by A; rejected by B" in node.get("text", "") for node in nodes)
    below = {node["id"]: node for node in nodes if node["id"] in ("circumstances", "positions")}
    assert below["positions"]["text"] == "Positions: A The mayor; B The treasurer; C The engineer"
    above = below["circumstances"]
    assert below["positions"]["y"] >= above["y"] + above["height"]
