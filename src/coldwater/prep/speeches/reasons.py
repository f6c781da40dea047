"""The reasons behind what is said: what supports its claims, and what backs its step, some steps deep."""

from __future__ import annotations

from coldwater.records import NamedTuple
from coldwater.semantics.grounded import OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping

    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.speeches.turn import Turn

#: How deep reasons go: nobody follows more by ear.
_DEEPEST = 3
#: How many claims of an argument are read out where it is only named.
_LEADING = 2


class Behind(NamedTuple):
    """The reasons behind a point.

    ``found``: by place from 1 the argument, the claim or argument it is a reason for, the place of what it stands
    behind (0: the point itself), and how many steps deep. ``falling``: those that fall; ``deeper``: those behind the
    last that are said.
    """

    found: tuple[tuple[int, int, int, int], ...]
    falling: tuple[int, ...]
    deeper: tuple[int, ...]


class Reasons:
    """Looks up reasons on a map."""

    def __init__(self, prep: Preparation) -> None:
        self._prep = prep

    def behind(
        self,
        node: int,
        claims: tuple[int, ...],
        without: Container[int],
        deepest: int | None = None,
        is_open: Callable[[int], bool] | None = None,
    ) -> Behind:
        """Give the reasons behind an argument or a claim, each after what it is for; those taken are left out.

        ``is_open``: tells of a reason that falls whether it is given all the same; unless given, none is.
        """
        deepest = _DEEPEST if deepest is None else deepest
        taken: set[int] = {node}
        found: list[tuple[int, int, int, int]] = []
        falling: list[int] = []
        deeper: list[int] = []
        levels: list[tuple[int, tuple[int, ...], int, int]] = [(node, claims, 0, 0)]
        for point, said, place, depth in levels:
            for of, supporter in self._supporting(point, said):
                if supporter in taken or supporter in without:
                    continue
                taken.add(supporter)
                if self._prep.labels[supporter] == OUT and not (is_open and is_open(supporter)):
                    falling.append(supporter)
                elif depth >= deepest:
                    deeper.append(supporter)
                else:
                    found.append((supporter, of, place, depth + 1))
                    levels.append((supporter, said_claims(self._prep, supporter), len(found), depth + 1))
        return Behind(tuple(found), tuple(falling), tuple(deeper))

    def _supporting(self, point: int, claims: tuple[int, ...]) -> list[tuple[int, int]]:
        """Give what is for each claim of a point, and for its step where it is an argument; what stands first."""
        prep = self._prep
        return [
            (of, supporter)
            for of in dict.fromkeys((*claims, point))
            for supporter in prep.ranked(prep.numbers[name] for name in prep.graph.supporters(prep.names[of]))
        ]


def said_claims(prep: Preparation, node: int) -> tuple[int, ...]:
    """Give the claims in which an argument is said: its premises; a claim is said itself."""
    name = prep.names[node]
    return tuple(prep.numbers[one] for one in prep.graph.premises(name)) if name in prep.graph.arguments else (node,)


def leading_claims(prep: Preparation, node: int) -> tuple[int, ...]:
    """Give the claims by which an argument is named aloud: what its author states, before what is left unstated."""
    claims = said_claims(prep, node)
    stated = [one for one in claims if not prep.map.claims[prep.names[one]].implicit]
    return tuple(stated or claims)[:_LEADING]


def first_said(prep: Preparation, turn: Turn) -> Mapping[int, int]:
    """Give the first speech of all that is said in a debate, with the reasons behind it."""
    found = dict[int, int]()
    for head in sorted(turn.said, key=turn.said.__getitem__):
        waiting = [head]
        while waiting:
            node = waiting.pop()
            if node not in found:
                found[node] = turn.said[head]
                of = (*said_claims(prep, node), node)
                waiting += [prep.numbers[one] for each in of for one in prep.graph.supporters(prep.names[each])]
    return found


def is_unread(prep: Preparation, node: int) -> bool:
    """Tell whether something is a reason that no speech reads out: it falls, and what it is for does not."""
    argument = prep.graph.arguments.get(prep.names[node])
    if argument is None or argument.supports is None or argument.supports == prep.map.thesis:
        return False
    return prep.labels[node] == OUT and prep.labels[prep.numbers[argument.supports]] != OUT
