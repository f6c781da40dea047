"""Trees without layers: children behind their own parent, lines that share out a side, heads with whole titles."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from coldwater.render import Options, draw
from coldwater.render.layout.arranging import arrange
from coldwater.render.layout.engine import lay_out
from coldwater.render.scene.forest import grow
from coldwater.render.scene.staging import stage
from render.drawing_samples import attacks, make_map, random_map, supports
from render.shapes import fifteen, long_texts, nested_undercuts

if TYPE_CHECKING:
    from coldwater.render.layout.geometry import Layout
    from coldwater.render.scene.parts import Scene

WAYS = ("top-down", "left-right")


def drawn(map_: object, direction: str) -> tuple[Scene, Layout]:
    scene = stage(map_, direction)  # type: ignore[arg-type]
    return scene, lay_out(scene)


@pytest.mark.parametrize("direction", WAYS)
@pytest.mark.parametrize("seed", range(4))
def test_children_begin_right_behind_their_own_parent(seed: int, direction: str) -> None:
    scene, layout = drawn(random_map(seed, 30), direction)
    gaps = []
    for parent, children in grow(scene).children.items():
        box = layout.boxes[parent]
        for child in children:
            other = layout.boxes[child]
            gaps.append(other.y - box.y - box.height if scene.is_top_down else other.x - box.x - box.width)
    assert gaps
    assert min(gaps) > 30
    if not scene.columns:
        assert max(gaps) < 80


@pytest.mark.parametrize("direction", WAYS)
def test_a_line_to_a_step_ends_at_the_head_of_its_box(direction: str) -> None:
    scene, layout = drawn(nested_undercuts(), direction)
    undercuts = [route for route in layout.routes if route.edge.relation in ("undercuts", "backs")]
    assert len(undercuts) == 4
    for route in undercuts:
        box, (x, y) = layout.boxes[route.edge.head], route.head.at
        assert box.x - 0.01 <= x <= box.x + box.width + 0.01
        assert box.y - 0.01 <= y <= box.y + box.height + 0.01
        assert layout.boxes[grow(scene).block(route.edge.head)].height > 1.5 * box.height


@pytest.mark.parametrize("direction", WAYS)
def test_few_lines_arrive_one_by_one_and_many_as_one_of_each_relation(direction: str) -> None:
    # what stands on the arguments keeps them out of columns
    def fan(count: int) -> set[tuple[float, float]]:
        claims = {"t": "T."} | {f"{sort}{number}": f"{sort} {number}." for number in range(count) for sort in "ab"}
        arguments = {f"x{number}": (supports, attacks)[number % 2]("t", f"a{number}") for number in range(count)}
        arguments |= {f"y{number}": supports(f"a{number}", f"b{number}") for number in range(count)}
        scene, layout = drawn(make_map(claims, arguments), direction)
        thesis = next(card.key for card in scene.cards.values() if card.is_thesis)
        return {route.head.at for route in layout.routes if route.edge.head == thesis}

    eight = sorted(fan(8))
    assert len(eight) == 8
    axis = 0 if direction == "top-down" else 1
    assert min(two[axis] - one[axis] for one, two in pairwise(eight)) > 15
    assert len(fan(9)) == 2


def test_roots_that_contradict_each_other_leave_a_tree_a_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> str:
        raise AssertionError("nobody needs Graphviz for a tree")

    monkeypatch.setattr("coldwater.render.graphviz.sandbox.run_graphviz", refuse)
    claims = {"t": {"text": "T.", "contradicts": ["r"]}, "r": "R.", "a": "A.", "b": "B."}
    map_ = make_map(claims, {"x": supports("t", "a"), "y": attacks("r", "b")}, rivals=["r"])
    for direction in WAYS:
        scene, layout = drawn(map_, direction)
        route = next(route for route in layout.routes if route.edge.kind == "contradicts")
        firsts = [layout.boxes[key] for key in grow(scene).roots]
        turning = min(y if scene.is_top_down else x for x, y in route.points())
        assert turning < min(box.y if scene.is_top_down else box.x for box in firsts)  # it passes before them


@pytest.mark.parametrize("name", ["article", "long texts"])
def test_claims_are_set_at_the_measure_of_running_text(name: str) -> None:
    scene = stage(fifteen()[name], "left-right")
    full = [max(map(len, card.lines)) for card in scene.cards.values() if len(card.lines) > 2]
    assert full
    assert sum(45 <= count <= 70 for count in full) >= 0.9 * len(full)
    assert all(38 <= count <= 72 for count in full)


def test_titles_are_never_cut() -> None:
    for map_ in fifteen().values():
        scene, _ = arrange(map_)
        for pill in scene.pills.values():
            title = map_.arguments[pill.name].title or pill.name
            assert "".join(pill.lines).replace(" ", "") == "".join(title.split())


def test_a_long_thesis_is_set_as_text_and_a_short_one_as_a_headline() -> None:
    def thesis(svg: bytes) -> str:
        found = re.search(r'<g class="thesis".*?</g>', svg.decode())
        assert found
        return found[0]

    long = thesis(draw(long_texts(), "svg", Options(layout="map")))
    short = thesis(draw(fifteen()["bridge"], "svg", Options(layout="map")))
    assert 'font-weight="600"' not in long
    assert 'text-anchor="middle"' not in long
    assert 'font-weight="600"' in short
    assert 'text-anchor="middle"' in short


def test_of_two_directions_the_one_is_taken_whose_text_is_larger_where_it_is_shown() -> None:
    map_ = fifteen()["library"]
    assert arrange(map_)[1].width < 1100
    assert not arrange(map_)[0].is_top_down
    assert arrange(map_, wide=5000.0)[0].is_top_down


def test_an_undercut_stands_at_the_lower_right_of_what_it_undercuts_below_its_own_line() -> None:
    scene, layout = drawn(nested_undercuts(), "top-down")
    homes = scene.homes()
    chain = {pill.name: layout.boxes[homes[pill.key]] for pill in scene.pills.values()}
    assert chain["e"].x < chain["a"].x < chain["b"].x < chain["c"].x < chain["d"].x
    for name in "bcd":
        [route] = [
            one for one in layout.routes if scene.pills.get(one.edge.tail) and scene.pills[one.edge.tail].name == name
        ]
        places = {round(x) for x, _ in route.points()}
        assert len(places) <= 4  # straight up, round one corner
