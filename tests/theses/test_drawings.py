"""Several theses in drawings: roots side by side in every format, each with its verdict."""

from __future__ import annotations

import json
import re
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from coldwater.model import from_accepted_data
from coldwater.model.models import Map
from coldwater.render import FORMATS, Options, draw
from coldwater.render.digest import digest
from coldwater.render.outline import outline
from coldwater.render.reading.bounds import bounded
from coldwater.render.reading.focus import part
from coldwater.render.reading.verdicts import judge
from coldwater.render.scene.staging import stage
from theses.samples import data, harbour

_THESES = ("dredge", "toll", "ferry")


def trees() -> Map:
    """Give theses that share nothing, and no rival."""
    given = data(rivals=[], shape="tree")
    given["claims"].pop("leave"), given["claims"].pop("birds"), given["arguments"].pop("nature")
    given["arguments"]["fund"]["premises"] = ["users"]
    return Map.model_validate(given)


def text_in(format_: str, drawn: bytes) -> str:
    if format_ == "pdf":
        return " ".join(page.extract_text() for page in PdfReader(BytesIO(drawn)).pages)
    return drawn.decode("utf-8")


@pytest.mark.parametrize("map_", [harbour(), trees()], ids=["graph", "trees"])
@pytest.mark.parametrize("format_", [name for name in FORMATS if name != "png"])
def test_every_format_shows_all_theses_and_their_verdicts(format_: str, map_: Map) -> None:
    shown = text_in(format_, draw(map_, format_, Options(verdicts=True))).replace("\\n", " ").replace("\\l", " ")
    for name in _THESES:
        for word in map_.claims[name].text.rstrip(".").split()[:2]:
            assert word in shown, (name, word)


@pytest.mark.parametrize("map_", [harbour(), trees()], ids=["graph", "trees"])
def test_all_theses_have_the_box_of_a_thesis_of_one_width(map_: Map) -> None:
    for verdicts in (None, judge(map_, "dredge", others=("toll", "ferry"))):
        scene = stage(map_, verdicts=verdicts)
        theses = [card for card in scene.cards.values() if card.is_thesis]
        assert [card.name for card in theses] == list(_THESES)
        assert len({card.width for card in theses}) == 1
        assert all((card.seal is not None) == (verdicts is not None) for card in theses)
        assert all(card.label.startswith(f"Thesis {card.name}") for card in theses)


def test_what_decided_any_thesis_is_strong() -> None:
    verdicts = judge(harbour(), "dredge", others=("toll", "ferry"))
    assert {"need", "money", "fund", "lose", "kids"} <= verdicts.decisive
    assert verdicts.decisive.isdisjoint(_THESES)
    assert "nature" not in verdicts.decisive
    told = [line.split(" rests on: ")[0] for line in verdicts.told if "rests on: " in line]
    assert told == [f"What the verdict on the thesis {name}" for name in _THESES]
    svg = " ".join(re.findall(r">([^<]*)<", draw(harbour(), "svg", Options(verdicts=True)).decode()))
    assert all(line in svg for line in told)
    assert "carried the verdict on a thesis" in draw(harbour(), "svg", Options(verdicts=True)).decode()


def test_a_picture_tells_those_who_listen_of_all_theses() -> None:
    svg = draw(harbour(), "svg").decode()
    described = re.search(r"<desc[^>]*>(.*?)</desc>", svg)
    assert described is not None
    assert all(f"Thesis {name}:" in described[1] for name in _THESES)


def test_mermaid_dot_and_canvas_draw_each_as_a_thesis() -> None:
    assert draw(harbour(), "mermaid").decode().count(":::thesis") == 3
    assert draw(harbour(), "dot").decode().count("fontsize=16") == 3
    nodes = json.loads(draw(harbour(), "canvas"))["nodes"]
    assert sum(node.get("text", "").startswith("## ") for node in nodes) == 3


def test_graphml_says_which_are_theses_and_on_which_of_them_a_side_is() -> None:
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    tree = ET.fromstring(draw(harbour(), "graphml"))  # noqa: S314 - our own
    assert tree.findtext("g:graph/g:data[@key='g_theses']", namespaces=space) == "dredge toll ferry"
    nodes = {
        node.findtext("g:data[@key='n_id']", namespaces=space): {
            key: node.findtext(f"g:data[@key='n_{key}']", namespaces=space) for key in ("thesis", "side", "side_on")
        }
        for node in tree.iterfind("g:graph/g:node", space)
    }
    assert [name for name, node in nodes.items() if node["thesis"] == "true"] == list(_THESES)
    assert (nodes["costs"]["side"], nodes["costs"]["side_on"]) == ("con", "dredge")
    assert (nodes["users"]["side"], nodes["users"]["side_on"]) == ("pro", "toll")
    assert nodes["birds"]["side_on"] is None
    alone = draw(harbour(thesis="dredge"), "graphml").decode()
    assert "side_on" not in alone
    assert "theses" not in alone


def test_the_digest_knows_the_theses_and_their_order() -> None:
    every = [["dredge", "toll"], ["toll", "dredge"], "dredge"]
    assert len({digest(harbour(thesis=given, rivals=[])) for given in every}) == 3
    assert digest(harbour(thesis=["dredge"])) == digest(harbour(thesis="dredge"))
    assert digest(harbour()) == digest(from_accepted_data(data()))
    rivals = digest(harbour(thesis=["dredge", "toll"], rivals=["leave"]))
    assert rivals != digest(harbour(thesis="dredge", rivals=["toll", "leave"]))


def test_an_outline_shows_each_thesis_then_the_rivals() -> None:
    shown = outline(harbour(), 100, colour=False)
    heads = [line for line in shown.splitlines() if line and not line.startswith(" ")]
    assert heads[1:] == [
        "The town should dredge the harbour. [dredge; thesis]",
        "Ships should pay a toll. [toll; thesis]",
        "The ferry should run all winter. [ferry; thesis]",
        "The harbour should be left to silt up. [leave; rival]",
    ]
    assert "Not connected with" not in shown
    lost = outline(harbour(thesis=["dredge", "toll"]), 100, colour=False)
    assert "Not connected with a thesis" in lost
    assert "thesis]" not in outline(harbour(thesis="dredge"), 100, colour=False)


def test_a_part_without_a_focus_keeps_all_theses_and_one_with_a_focus_is_about_that() -> None:
    shown = part(harbour(), depth=0)
    assert shown.theses == _THESES
    assert set(shown.claims) == {*_THESES, "leave"}
    assert part(harbour(), "toll").theses == ("toll",)
    assert set(part(harbour(), "toll").claims) == {"toll", "costs", "users", "away"}


def test_a_picture_that_holds_not_all_holds_something_of_each_thesis() -> None:
    shown = bounded(harbour(), "svg", {"svg": 9}).map
    assert shown.theses == _THESES
    assert {"dredge", "toll", "ferry"} <= shown.claims.keys()
    assert len(shown.claims) + len(shown.arguments) < 16


def test_a_map_whose_later_thesis_is_missing_is_drawn_but_not_judged() -> None:
    given = harbour(thesis=["dredge", "gone"])
    assert b"dredge the harbour" in draw(given, "html")
    assert "There is no thesis: no claim has the id gone." in outline(given, 100, colour=False)


def test_theses_on_pages_of_their_own_are_theses_there() -> None:
    given = data(rivals=[], claims={}, arguments={}, thesis=["a", "b"], shape="tree")
    for thesis in "ab":
        given["claims"][thesis] = {"text": f"Thesis {thesis} is to be carried out."}
        for number in range(40):
            given["claims"][f"{thesis}{number}"] = {"text": f"Reason {number} for {thesis} " + "holds well " * 12}
            given["arguments"][f"{thesis}-{number}"] = {"premises": [f"{thesis}{number}"], "supports": thesis}
    pages = PdfReader(BytesIO(draw(Map.model_validate(given), "pdf", Options(paper="a4")))).pages
    told = [" ".join(page.extract_text().split()) for page in pages]
    assert len(told) > 2
    assert any("Thesis b is to be carried out" in text for text in told)
