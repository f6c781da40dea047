"""Places a scene in layers without Graphviz: a tidy forest, in linear time, for maps of any size. It knows no file.

Each subtree is set beside its elder siblings as close as the outlines allow, and each parent over the middle of its
children (after Reingold and Tilford, IEEE TSE 7(2), 1981, for boxes of any size; written from memory). Lines that are
not part of the forest do not count. Columns of a fan are chains, with room for their trunk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.render.layout.placement import Placement, sizes_across
from coldwater.render.scene.forest import hung_in_columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.render.scene.forest import Forest
    from coldwater.render.scene.parts import Scene

_GAP = 20.0
_TRUNK_ROOM = 18.0  # from the widest box of a column to its trunk
_FAMILY_GAP = 34.0  # between what hangs below different parents

# An outline is a list of (left, right) by depth, deepest first, so that a parent is appended in constant time; its
# numbers are relative to a shift that is kept beside it, so that moving a subtree costs nothing.
_Outline = list[tuple[float, float]]


def place_tidily(scene: Scene, forest: Forest) -> Placement:
    """Give each block its rank (its depth) and the middle of its place across. Trees stand side by side."""
    sizes = sizes_across(scene)
    forest = hung_in_columns(forest, scene)
    columns = [(column, _members(column, forest)) for column in scene.columns]
    half = {key: max(sizes[member] for member in members) / 2 for _, members in columns for key in members}
    sizes |= {key: 2 * (size + _TRUNK_ROOM) for key, size in half.items()}
    offsets: dict[str, float] = {}
    merged: tuple[_Outline, float] = ([], 0.0)
    for root in forest.roots:
        outline, shift = _shape(root, forest, sizes, offsets)
        place = _clearance(merged, (outline, shift))
        offsets[root] = offsets.get(root, 0.0) + place
        merged = _merge(merged, (outline, shift + place))
    across = _absolute(forest, offsets)
    boxes = {pill: forest.block(pill) for column, _ in columns for pill in column}
    trunks = {pill: across[box] - half[box] - _TRUNK_ROOM for pill, box in boxes.items()}
    return Placement(dict(forest.depth), across, {}, trunks)


def _members(column: tuple[str, ...], forest: Forest) -> list[str]:
    """Give all blocks of a column, one below the other."""
    members, waiting = [], [forest.block(column[0])]
    while waiting:
        members.append(waiting.pop())
        waiting.extend(forest.children[members[-1]])
    return members


def _shape(root: str, forest: Forest, sizes: Mapping[str, float], offsets: dict[str, float]) -> tuple[_Outline, float]:
    """Fill in ``offsets`` (from the parent's middle) for a tree, children first, and give its outline."""
    outlines: dict[str, tuple[_Outline, float]] = {}
    for block in reversed(_parents_first(root, forest)):
        children = forest.children[block]
        row: tuple[_Outline, float] = ([], 0.0)
        places = []
        for child in children:
            outline, shift = outlines.pop(child)
            place = _clearance(row, (outline, shift))
            places.append(place)
            row = _merge(row, (outline, shift + place))
        middle = (places[0] + places[-1]) / 2 if places else 0.0
        for child, place in zip(children, places, strict=True):
            offsets[child] = place - middle
        outline, shift = row[0], row[1] - middle
        half = sizes[block] / 2
        outline.append((-half - shift, half - shift))
        outlines[block] = (outline, shift)
    return outlines[root]


def _parents_first(root: str, forest: Forest) -> list[str]:
    order, waiting = [], [root]
    while waiting:
        order.append(waiting.pop())
        waiting.extend(forest.children[order[-1]])
    return order


def _clearance(left: tuple[_Outline, float], right: tuple[_Outline, float]) -> float:
    """Give how far the right outline must move to stand clear of the left one."""
    (one, one_shift), (other, other_shift) = left, right
    need = None
    for depth in range(1, min(len(one), len(other)) + 1):
        gap = _GAP if depth == 1 else _FAMILY_GAP
        here = one[-depth][1] + one_shift + gap - other[-depth][0] - other_shift
        need = here if need is None or here > need else need
    return need or 0.0


def _merge(left: tuple[_Outline, float], right: tuple[_Outline, float]) -> tuple[_Outline, float]:
    """Join two outlines side by side; the cost is the depth of the shallower one."""
    (one, one_shift), (other, other_shift) = left, right
    if len(one) >= len(other):
        for depth in range(1, len(other) + 1):
            one[-depth] = (one[-depth][0], other[-depth][1] + other_shift - one_shift)
        return one, one_shift
    for depth in range(1, len(one) + 1):
        other[-depth] = (one[-depth][0] + one_shift - other_shift, other[-depth][1])
    return other, other_shift


def _absolute(forest: Forest, offsets: Mapping[str, float]) -> dict[str, float]:
    across: dict[str, float] = {}
    for root in forest.roots:
        across[root] = offsets[root]
        waiting = [root]
        while waiting:
            block = waiting.pop()
            for child in forest.children[block]:
                across[child] = across[block] + offsets[child]
            waiting.extend(forest.children[block])
    return across
