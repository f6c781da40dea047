"""Arguments that repeat or reverse another one, whose id comes earlier: the same premises about the same target."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.rules.subject import Subject


class Twins:
    """By the later argument's id the earlier one's: said twice, and said for and against."""

    def __init__(self) -> None:
        self.duplicates: dict[str, str] = {}
        self.opposites: dict[str, str] = {}
        #: The other way round: by the earlier argument's id the one that reverses it.
        self.reversed_by: dict[str, str] = {}


def find_twins(subject: Subject) -> Twins:
    """Find the arguments with the same set of premises and the same target as an earlier one; each occurs once."""
    twins = Twins()
    first: dict[tuple[frozenset[str], str, bool], str] = {}
    for name, argument in subject.map.arguments.items():
        if name in subject.self_defeating:
            continue
        premises, target, supports = frozenset(argument.premises), argument.target, argument.supports is not None
        earlier = first.setdefault((premises, target, supports), name)
        if earlier != name:
            twins.duplicates[name] = earlier
        elif other := first.get((premises, target, not supports)):
            twins.opposites[name] = other
            twins.reversed_by[other] = name
    return twins
