"""From a scene to positions: a box for every card, pill and panel, a path for every edge. It draws nothing.

A tree is placed by ``unlayered``. For the rest, ranks and places across come from ``placement`` (Graphviz) or ``tidy``;
each rank is a band, and blocks stand at the near edge of their band, so that they line up. Everything is worked out in
(along, across) and turned into (x, y) at the end, with the origin at the top left, so that both directions share it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coldwater.errors import DrawingError, UsageError
from coldwater.render.layout.bands import set_in_bands
from coldwater.render.layout.folding import SHAPE, fold
from coldwater.render.layout.geometry import Box, Layout
from coldwater.render.layout.loose import loose_cards, with_block, without
from coldwater.render.layout.placement import place_with_graphviz
from coldwater.render.layout.routes import route_all
from coldwater.render.layout.tidy import place_tidily
from coldwater.render.layout.unlayered import place_unlayered
from coldwater.render.layout.unlayered_lines import is_beside, lead_all
from coldwater.render.layout.words import with_words_placed
from coldwater.render.scene.forest import grow

if TYPE_CHECKING:
    from coldwater.render.layout.geometry import Bands, Route
    from coldwater.render.layout.placement import Placement
    from coldwater.render.scene import parts as s
    from coldwater.render.scene.forest import Forest

ENGINES = ("auto", "embedded", "system", "tidy")
MOST_FOR_GRAPHVIZ = 2000  # claims and arguments; above, Graphviz may take minutes


def lay_out(scene: s.Scene, engine: str = "auto", shape: float = SHAPE) -> Layout:
    """Give the layout of a joined scene, for paper of a shape (width to height) if it has to be folded.

    ``engine``: tidy (linear time, no Graphviz), embedded (Graphviz in its sandbox), system (the ``dot`` of the
    system) or auto: tidy for trees, embedded for the rest. A tidy tree has no layers: children begin behind their own
    parent. Everything else has. Maps of more than 2,000 claims and arguments are always
    laid out tidily, and so is what the embedded Graphviz cannot cope with: every map gets a drawing. Raises
    DrawingError if the system's dot fails. Where several claims hang on nothing, they stand in a block below the rest.
    """
    if engine not in ENGINES:
        raise UsageError(f"there is no engine {engine!r}; the engines are {', '.join(ENGINES)}.")
    if loose := loose_cards(scene):
        return with_block(lay_out(without(scene, loose), engine, shape), loose, shape)
    if not scene.cards and not scene.pills:
        return Layout({}, (), 0.0, 0.0)
    forest = grow(scene)
    placement = _place(scene, forest, engine)
    if placement is None:
        bands = place_unlayered(scene, forest)
        routes = lead_all(scene, forest, bands)
    else:
        bands = set_in_bands(scene, forest, placement)
        routes = route_all(scene, forest, bands)
    folded = fold(scene, forest, bands, routes, shape)
    layout = replace(_turned(scene, *folded), is_folded=True) if folded else _turned(scene, bands, routes)
    return with_words_placed(layout)


def is_a_tree(scene: s.Scene, forest: Forest | None = None) -> bool:
    """Tell whether every line of a scene is a line of its forest, so that a tidy tree shows all of it.

    Roots that contradict each other do no harm: they stand side by side, and nothing stands before them.
    """
    forest = forest or grow(scene)
    steps = [edge for edge in scene.edges if edge.kind == "step"]
    if any(edge.kind != "step" and not is_beside(edge, forest) for edge in scene.edges):
        return False
    parent = {child: block for block, children in forest.children.items() for child in children}
    return all(parent.get(forest.block(edge.tail)) == forest.block(edge.head) for edge in steps)


def _place(scene: s.Scene, forest: Forest, engine: str) -> Placement | None:
    """Give the layers of a scene; None for a tree that Graphviz need not place, or cannot."""
    is_tree = is_a_tree(scene, forest)
    is_small = len(scene.cards) + len(scene.pills) <= MOST_FOR_GRAPHVIZ
    if is_small and (engine in ("embedded", "system") or (engine == "auto" and not is_tree)):
        try:
            return place_with_graphviz(scene, forest, "embedded" if engine == "auto" else engine)
        except DrawingError:
            if engine == "system":
                raise
    return None if is_tree else place_tidily(scene, forest)


# --- along and across to x and y ---------------------------------------------------------------------------------


def _turned(scene: s.Scene, bands: Bands, routes: tuple[Route, ...]) -> Layout:
    """Turn (along, across) into (x, y), with everything at positive whole coordinates."""
    everything = bands.blocks | bands.cards
    points = [point for route in routes for point in route.points()]
    least_along = min([0.0, *(point[0] for point in points)])
    ends = [block.middle - block.half for block in bands.blocks.values()]
    least_across = min([*ends, *(point[1] for point in points)], default=0.0)
    most_along = max([*(block.far for block in bands.blocks.values()), *(point[0] for point in points)])
    most_across = max([*(b.middle + b.half for b in bands.blocks.values()), *(point[1] for point in points)])
    boxes = {}
    for key, block in everything.items():
        near, start = block.near - least_along, block.middle - block.half - least_across
        size, depth = 2 * block.half, block.far - block.near
        boxes[key] = Box(start, near, size, depth) if scene.is_top_down else Box(near, start, depth, size)
        if key in bands.cards and key in scene.pills:  # a head is as high as its title
            boxes[key] = replace(boxes[key], height=scene.pills[key].height)
    moved = tuple(route.turned(least_along, least_across, scene.is_top_down) for route in routes)
    along, across = most_along - least_along, most_across - least_across
    return Layout(boxes, moved, *((across, along) if scene.is_top_down else (along, across)))
