"""Folding: long chains become columns that fill paper; nothing else is touched."""

from __future__ import annotations

import pytest

from coldwater.render.layout.arranging import arrange
from coldwater.render.layout.bands import set_in_bands
from coldwater.render.layout.engine import lay_out
from coldwater.render.layout.folding import fold
from coldwater.render.layout.routes import route_all
from coldwater.render.layout.tidy import place_tidily
from coldwater.render.scene.forest import grow
from coldwater.render.scene.staging import stage
from render.drawing_samples import chain, random_map


@pytest.mark.parametrize("direction", ["top-down", "left-right"])
@pytest.mark.parametrize("length", [12, 30, 90])
def test_a_chain_fills_a_page(length: int, direction: str) -> None:
    layout = lay_out(stage(chain(length), direction))
    assert layout.is_folded
    assert 0.8 < layout.width / layout.height < 2.2


def test_a_short_chain_and_a_broad_tree_are_left_alone() -> None:
    assert not lay_out(stage(chain(4), "top-down")).is_folded
    assert not lay_out(stage(random_map(4, 60))).is_folded


def test_columns_are_moved_whole_and_lines_end_at_their_boxes() -> None:
    scene = stage(chain(30), "top-down")
    forest = grow(scene)
    bands = set_in_bands(scene, forest, place_tidily(scene, forest))
    routes = route_all(scene, forest, bands)
    folded = fold(scene, forest, bands, routes)
    assert folded is not None
    after, ways = folded
    shifts = {
        (round(after.blocks[key].near - block.near, 3), round(after.blocks[key].middle - block.middle, 3))
        for key, block in bands.blocks.items()
    }
    returning = [way for way in ways if len(way.commands) > 6]
    assert len(shifts) == len(returning) + 1  # as many columns as lines that go back, and one
    for way in ways:
        tail, head = after.place(way.edge.tail), after.place(way.edge.head)
        assert way.tail.at[0] == tail.near
        assert abs(way.tail.at[1] - tail.middle) <= tail.half
        assert way.head.at[0] == head.far
        assert abs(way.head.at[1] - head.middle) <= head.half
    assert sorted(block.near for block in after.blocks.values())[0] == 0.0


def test_upright_paper_gets_fewer_columns_than_paper_across() -> None:
    across, upright = (lay_out(stage(chain(40), "top-down"), "tidy", shape) for shape in (1.414, 0.707))
    assert across.width > upright.width
    assert across.height < upright.height


def test_the_direction_that_is_larger_on_paper_is_taken_for_strips() -> None:
    scene, layout = arrange(chain(30))
    assert scene.is_top_down
    assert layout.is_folded
    assert arrange(chain(30), "left-right")[0].is_top_down is False
    assert not arrange(random_map(4, 60))[0].is_top_down


def test_a_chain_of_thousands_is_folded_as_well() -> None:
    layout = lay_out(stage(chain(3_000), "top-down"))
    assert 1.0 < layout.width / layout.height < 2.0
