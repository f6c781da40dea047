"""Trunks: where the last argument of a column is fainter than one before it, the rest is drawn anew from that one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.render.layout.engine import lay_out
from coldwater.render.reading.verdicts import judge
from coldwater.render.scene.staging import stage
from coldwater.render.svg.trunks import trunk_routes
from coldwater.semantics.evaluation import Overrides
from render.drawing_samples import forty

if TYPE_CHECKING:
    from coldwater.render.layout.geometry import Route
    from coldwater.render.scene.parts import Scene


def trunks(*rejected: str) -> tuple[Scene, dict[str, Route], list[Route]]:
    """Give a scene of forty attackers in columns of six (a0 to a5, …), its routes by argument, and its trunks."""
    scene = stage(forty(), "top-down", verdicts=judge(forty(), "t", Overrides(rejected)))
    layout = lay_out(scene, "tidy")
    assert [scene.pills[key].name for key in scene.columns[0]] == [f"a{number}" for number in range(6)]
    steps = {scene.pills[route.edge.tail].name: route for route in layout.routes if route.edge.kind == "step"}
    return scene, steps, list(trunk_routes(scene, layout.routes))


def test_where_the_last_decided_nothing_is_drawn_anew() -> None:
    assert trunks("a0", "a2")[2] == []


def test_where_the_last_falls_the_trunk_is_strong_from_the_outermost_that_decided() -> None:
    scene, steps, drawn = trunks("a2", "a3", "a4", "a5")
    assert [(scene.pills[route.edge.tail].name, route.edge.stress) for route in drawn] == [
        ("a1", "plain"), ("a1", "decisive"),
    ]  # fmt: skip
    for route in drawn:
        assert route.commands[: len(steps["a1"].commands)] == steps["a1"].commands
        assert route.points()[-1] == steps["a5"].points()[-1]
        assert len(route.commands) >= len(steps["a1"].commands) + 2
        start, branch = route.commands[0][1][0], steps["a1"].points()[-1]
        assert start == steps["a1"].points()[0]
        (trunk,) = {point[0] for point in (branch, route.commands[len(steps["a1"].commands)][1][-1])}
        assert trunk == branch[0]  # from the branch straight on along the trunk


def test_where_all_fall_the_trunk_is_as_faint_as_they_are_and_decides() -> None:
    scene, _, drawn = trunks(*(f"a{number}" for number in range(6)))
    assert drawn == []
    assert {edge.stress for edge in scene.edges if edge.kind == "step" and edge.tail in scene.columns[0]} == {"fallen"}


def test_without_verdicts_nothing_is_drawn_anew() -> None:
    scene = stage(forty(), "top-down")
    assert list(trunk_routes(scene, lay_out(scene, "tidy").routes)) == []
