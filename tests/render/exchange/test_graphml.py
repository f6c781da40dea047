"""GraphML: well-formed and typed, as networkx reads it."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from coldwater.model import from_accepted_data
from coldwater.render import digest, digest_in
from coldwater.render.exchange.graphml import graphml_bytes
from coldwater.render.reading.verdicts import judge
from render.format_samples import BRIDGE, hostile_map
from render.verdict_samples import every_reason


def test_claims_and_arguments_are_nodes_of_a_directed_graph() -> None:
    networkx = pytest.importorskip("networkx")
    graph = networkx.parse_graphml(graphml_bytes(from_accepted_data(BRIDGE)).decode())
    assert graph.is_directed()
    ids = {data["id"]: node for node, data in graph.nodes(data=True)}
    assert set(ids) == {*BRIDGE["claims"], *BRIDGE["arguments"]}
    assert graph.nodes[ids["rebuild"]]["thesis"] is True
    assert graph.nodes[ids["money"]]["side"] == "con"
    assert graph.edges[ids["cracks"], ids["safety"]]["relation"] == "premise"
    assert graph.edges[ids["funded"], ids["money"]]["relation"] == "undercuts"
    assert graph.edges[ids["cracks"], ids["sound"]]["relation"] == "contradicts"
    assert graph.edges[ids["sound"], ids["cracks"]]["relation"] == "contradicts"


def test_verdicts_are_data_of_nodes_and_what_decided_of_nodes_and_edges() -> None:
    networkx = pytest.importorskip("networkx")
    map_ = every_reason()
    verdicts = judge(map_, map_.thesis)
    graph = networkx.parse_graphml(graphml_bytes(map_, verdicts).decode())
    ids = {data["id"]: node for node, data in graph.nodes(data=True)}
    for name, node in ids.items():
        found = graph.nodes[node]
        assert (found["verdict"], found["reason"]) == verdicts.of[name]
        assert found["decisive"] is (name in verdicts.decisive)
    names = {node: name for name, node in ids.items()}
    for tail, head, data in graph.edges(data=True):
        assert data["decisive"] is ((names[tail], names[head]) in verdicts.ways)
    assert "grounded" in graph.graph["circumstances"]


def test_any_text_leaves_it_well_formed() -> None:
    data = graphml_bytes(hostile_map(), judge(hostile_map(), "c0"))
    root = ET.fromstring(data)  # noqa: S314 - our own text
    space = "{http://graphml.graphdrawing.org/xmlns}"
    keys = {key.get("id") for key in root.iter(f"{space}key")}
    assert {entry.get("key") for entry in root.iter(f"{space}data")} <= keys
    assert "<script>alert(1)</script>" in [entry.text for entry in root.iter(f"{space}data")]
    assert "\u202e" not in data.decode()


def test_the_digest_is_found() -> None:
    map_ = from_accepted_data(BRIDGE)
    assert digest_in(graphml_bytes(map_)) == digest(map_)
