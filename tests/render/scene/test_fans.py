"""Fans: which arguments are set in columns, and in how many."""

from __future__ import annotations

import pytest

from coldwater.render.scene.staging import stage
from render.drawing_samples import attacks, forty, make_map, mixed_fan, random_map, supports


@pytest.mark.parametrize("direction", ["top-down", "left-right"])
@pytest.mark.parametrize("seed", range(6))
def test_columns_hold_small_arguments_of_one_kind_each_once(seed: int, direction: str) -> None:
    for map_ in (random_map(seed, 20 + 30 * seed), mixed_fan()):
        scene = stage(map_, direction)
        names = [[scene.pills[key].name for key in column] for column in scene.columns]
        flat = [name for column in names for name in column]
        assert len(flat) == len(set(flat))
        targets = {argument.target for argument in map_.arguments.values()}
        for column in names:
            assert len({(map_.arguments[name].target, map_.arguments[name].attacks is None) for name in column}) == 1
            for name in column:
                assert name not in targets
                assert not targets.intersection(map_.arguments[name].premises)


def test_a_fan_is_set_in_columns_of_even_length() -> None:
    columns = stage(forty(), "top-down").columns
    assert sum(map(len, columns)) == 40
    assert {len(column) for column in columns[:-1]} == {len(columns[0])}
    assert 4 <= len(columns) <= 10


def test_few_arguments_stand_abreast_and_what_is_said_against_them_stays_with_them() -> None:
    claims = {"t": "T."} | {f"c{number}": f"Claim {number}." for number in range(9)}
    few = {f"a{number}": supports("t", f"c{number}") for number in range(7)}
    assert stage(make_map(claims, few), "top-down").columns == ()
    many = few | {"a7": supports("t", "c7"), "against": attacks("c0", "c8")}
    scene = stage(make_map(claims, many), "top-down")
    assert scene.columns == ()  # seven stand alone, and one has a branch
    assert stage(make_map(claims, few | {"a7": supports("t", "c7")}), "top-down").columns != ()


def test_maps_that_are_no_trees_have_no_columns() -> None:
    claims = {"t": "T."} | {f"c{number}": f"Claim {number}." for number in range(20)}
    arguments = {f"a{number}": supports("t", f"c{number}") for number in range(20)}
    assert stage(make_map(claims, arguments), "top-down").columns
    assert not stage(make_map(claims, arguments | {"again": attacks("t", "c0")}), "top-down").columns
    assert not stage(make_map(claims, arguments), "left-right").columns  # there a fan is a list
