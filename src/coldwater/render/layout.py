"""From a scene to positions: a box for every card, pill and panel, a path for every edge. It draws nothing.

Ranks and places across come from ``placement`` (Graphviz) or ``tidy``; here they become px, with the origin at the top
left. Each rank is a band; blocks stand at the near edge of their band, so that they line up. Everything is worked out
in (along, across) and turned into (x, y) at the end, so that both directions share all of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coldwater.errors import DrawingError, UsageError
from coldwater.render import scene as s
from coldwater.render.forest import Forest, grow
from coldwater.render.placement import Placement, place_with_graphviz, sizes_across, sizes_along
from coldwater.render.settling import Settler
from coldwater.render.tidy import place_tidily

if TYPE_CHECKING:
    from coldwater.render.routes import Route

ENGINES = ("auto", "embedded", "system", "tidy")
MOST_FOR_GRAPHVIZ = 2000  # claims and arguments; above, Graphviz may take minutes

_STEP_GAP = {True: 46.0, False: 62.0}  # between a card's band and the pills that target it, by is_top_down
_LINK_GAP = {True: 30.0, False: 26.0}  # between a pill's band and its panel
_LABEL_GAP = 34.0  # more room where a contradiction is written


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, width, height in px."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes by key, routes of the edges in the scene's order, and the size of it all."""

    boxes: dict[str, Box]
    routes: tuple[Route, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Block:
    """A box in (along, across): near and far edge along, middle and half size across."""

    near: float
    far: float
    middle: float
    half: float


@dataclass(frozen=True, slots=True)
class Bands:
    """What routes need to know: blocks and cards by key, ranks, and near and far edge of each band."""

    blocks: dict[str, Block]
    cards: dict[str, Block]
    rank: dict[str, int]
    near: tuple[float, ...]
    far: tuple[float, ...]
    hints: dict[tuple[str, str], dict[int, float]]
    is_settled: bool = False  # blocks have left their bands; then no line passes a band

    def place(self, key: str) -> Block:
        """Give the block of a card, pill or panel."""
        return self.cards.get(key) or self.blocks[key]


def lay_out(scene: s.Scene, engine: str = "auto") -> Layout:
    """Give the layout of a scene.

    ``engine``: tidy (linear time, no Graphviz), embedded (Graphviz in its sandbox), system (the ``dot`` of the
    system) or auto: tidy for trees, embedded for the rest. Maps of more than 2,000 claims and arguments are always
    laid out tidily, and so is what the embedded Graphviz cannot cope with: every map gets a drawing. Raises
    DrawingError if the system's dot fails.
    """
    from coldwater.render.routes import route_all  # noqa: PLC0415 - routes imports this module's types

    if engine not in ENGINES:
        raise UsageError(f"there is no engine {engine!r}; the engines are {', '.join(ENGINES)}.")
    forest = grow(scene)
    bands = _bands(scene, forest, _place(scene, forest, engine))
    return _turned(scene, bands, route_all(scene, forest, bands))


def is_a_tree(scene: s.Scene) -> bool:
    """Tell whether every line of a scene is a line of its forest, so that a tidy tree shows all of it."""
    return all(edge.kind in ("step", "link") for edge in scene.edges)


def _place(scene: s.Scene, forest: Forest, engine: str) -> Placement:
    if engine == "auto":
        engine = "tidy" if is_a_tree(scene) else "embedded"
    if engine == "tidy" or len(scene.cards) + len(scene.pills) > MOST_FOR_GRAPHVIZ:
        return place_tidily(scene, forest)
    try:
        return place_with_graphviz(scene, forest, engine)
    except DrawingError:
        if engine == "system":
            raise
        return place_tidily(scene, forest)


# --- ranks to px -------------------------------------------------------------------------------------------------


def _bands(scene: s.Scene, forest: Forest, placement: Placement) -> Bands:
    along, across = sizes_along(scene), sizes_across(scene)
    count = max(placement.rank.values(), default=0) + 1
    thickness = [0.0] * count
    for key, rank in placement.rank.items():
        thickness[rank] = max(thickness[rank], along[key])
    gaps = _gaps(scene, forest, placement, count)
    near: list[float] = []
    at = 0.0
    for rank in range(count):
        near.append(at)
        at += thickness[rank] + gaps[rank]
    blocks = {
        key: Block(near[rank], near[rank] + along[key], placement.across[key], across[key] / 2)
        for key, rank in placement.rank.items()
    }
    far = tuple(start + size for start, size in zip(near, thickness, strict=True))
    is_settled = scene.is_top_down and _is_simple(scene, forest, placement)
    if is_settled:
        blocks = Settler(blocks, placement.rank, gaps, forest).settle()
    hints = {pair: dict(passes) for pair, passes in placement.hints.items()}
    return Bands(blocks, _card_blocks(scene, blocks), dict(placement.rank), tuple(near), far, hints, is_settled)


def _is_simple(scene: s.Scene, forest: Forest, placement: Placement) -> bool:
    """Tell whether every line leads from a rank to the one above it, within the forest."""
    rank = placement.rank
    return all(
        edge.kind in ("step", "link")
        and forest.leads_up(edge)
        and rank[forest.block(edge.tail)] == rank[forest.block(edge.head)] + 1
        for edge in scene.edges
    )


def _gaps(scene: s.Scene, forest: Forest, placement: Placement, count: int) -> list[float]:
    """Give the room after each band: more where lines fan out or a contradiction is written, less below pills only."""
    gaps = [_LINK_GAP[scene.is_top_down]] * count
    step = _STEP_GAP[scene.is_top_down]
    for edge in scene.edges:
        head, tail = forest.block(edge.head), forest.block(edge.tail)
        rank = placement.rank[head]
        if edge.kind == "contradicts":
            rank = min(rank, placement.rank[tail])
            gaps[rank] = max(gaps[rank], step + _LABEL_GAP)
        elif edge.head in scene.cards or edge.head == edge.tail or edge.kind == "shared" or edge.relation == "backs":
            spread = abs(placement.across[head] - placement.across[tail])
            gaps[rank] = max(gaps[rank], min(step + spread * 0.03, 2.2 * step))
    return gaps


def _card_blocks(scene: s.Scene, blocks: dict[str, Block]) -> dict[str, Block]:
    """Place the cards of each panel, in order, with room for "&" between them."""
    cards: dict[str, Block] = {}
    between = s.AMPERSAND_ACROSS if scene.is_top_down else s.AMPERSAND_DOWN
    for panel in scene.panels.values():
        block = blocks[panel.key]
        at = block.middle - block.half + s.PANEL_PAD
        for key in panel.cards:
            card = scene.cards[key]
            size, depth = (card.width, card.height) if scene.is_top_down else (card.height, card.width)
            near = block.near + s.PANEL_PAD
            cards[key] = Block(near, near + depth, at + size / 2, size / 2)
            at += size + between
    return cards


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
    moved = tuple(route.turned(least_along, least_across, scene.is_top_down) for route in routes)
    along, across = most_along - least_along, most_across - least_across
    return Layout(boxes, moved, *((across, along) if scene.is_top_down else (along, across)))
