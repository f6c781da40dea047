"""The dialectical roles of claims: pro where the attacks on the way to the central claim are even, else opp."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coldwater.formats.foreign.gathering import Entry


def roles_by_attacks(claims: Sequence[Entry], arguments: Iterable[Entry]) -> dict[Entry, str]:
    """Give the role of each claim along the first argument that it serves; what serves none, or a circle, is pro."""
    serves: dict[Entry, Entry] = {}
    for argument in arguments:
        for premise in argument.premises:
            serves.setdefault(premise, argument)
    turned: dict[Entry, bool] = {}
    for claim in claims:
        way: list[Entry] = []
        node: Entry | None = claim
        on_way: set[Entry] = set()
        while node is not None and node not in turned and node not in on_way:
            way.append(node)
            on_way.add(node)
            node = serves.get(node) if node.section == "claims" else node.target
        is_turned = turned.get(node, False) if node is not None else False
        for passed in reversed(way):
            is_turned ^= passed.section == "arguments" and passed.attacks
            turned[passed] = is_turned
    return {claim: "opp" if turned[claim] else "pro" for claim in claims}
