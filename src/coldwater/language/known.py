"""What is known of a map that could be read: its graph, verdicts with reasons, sides, questions and cruxes.

All of it is worked out when it is first asked for, and kept.
"""

from __future__ import annotations

from coldwater.errors import UsageError
from coldwater.model.graph import Graph

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from coldwater.model.models import Map
    from coldwater.schemes.asking import Asked, Examination
    from coldwater.semantics.evaluation import Evaluation
    from coldwater.semantics.explanation import Step

#: How many claims a crux has that is counted, and for how many seconds they are looked for.
_CRUX_SIZE, _SECONDS = 2, 1.0


class Known:
    """A map that can be read as a graph, and what follows from it."""

    def __init__(self, map_: Map) -> None:
        self.map = map_
        self._kept: dict[str, Any] = {}

    def _once(self, name: str, make: Callable[[], Any]) -> Any:
        if name not in self._kept:
            self._kept[name] = make()
        return self._kept[name]

    @property
    def graph(self) -> Graph:
        """The map with its relations looked up."""
        found: Graph = self._once("graph", lambda: Graph(self.map))
        return found

    @property
    def is_judged(self) -> bool:
        """Whether the verdicts are at hand already."""
        return "evaluation" in self._kept

    def evaluation(self) -> Evaluation | None:
        """Give the verdicts; None where the map asks for numbers that it has not."""
        found: Evaluation | None = self._once("evaluation", lambda: _evaluation(self.map))
        return found

    def verdict(self, id_: str) -> tuple[str, str] | None:
        """Give the verdict on a claim or argument and its reason; None where it has none."""
        if "verdicts" in self._kept:
            found: tuple[str, str] | None = self._kept["verdicts"].get(id_)
            return found
        evaluation = self.evaluation()
        if evaluation is None or id_ not in evaluation.framework.numbers:
            return None
        word, reason = evaluation.labellings[0].verdict(id_)
        return word, reason

    def judge(self) -> None:
        """Work out the verdicts and the sides of all claims and arguments."""
        evaluation = self.evaluation()
        self._once("verdicts", lambda: {} if evaluation is None else evaluation.labellings[0].verdicts())
        self.sides("")

    def steps(self, id_: str) -> Sequence[Step]:
        """Give why a claim or argument has its verdict, step by step; none where it has none."""
        evaluation = self.evaluation()
        if evaluation is None or id_ not in evaluation.framework.numbers:
            return ()
        from coldwater.semantics.explanation import explain_in  # noqa: PLC0415 - only who asks why needs it

        return explain_in(self.map, evaluation.labellings[0], id_)

    def sides(self, id_: str) -> frozenset[str]:
        """Give the sides that a claim or argument serves, pro and con; none where no way leads to the thesis."""
        found: Mapping[str, frozenset[str]] = self._once("sides", lambda: _sides(self.graph))
        return found.get(id_, frozenset())

    @property
    def examination(self) -> Examination:
        """Who asks the critical questions."""
        from coldwater.schemes.asking import Examination as Asking  # noqa: PLC0415 - most maps name no scheme

        found: Examination = self._once("examination", lambda: Asking(self.graph))
        return found

    def questions(self, argument: str) -> tuple[Asked, ...]:
        """Give the critical questions to an argument."""
        return self.examination.questions(argument) if argument in self.map.arguments else ()

    def look_for_cruxes(self) -> None:
        """Look for what the verdict on the thesis hangs on; takes up to a second."""
        self._once("cruxes", lambda: _cruxes(self.map))

    def cruxes_with(self, id_: str) -> int | None:
        """Give in how many cruxes a claim is; None where they were not looked for, or there was too little time."""
        found: Mapping[str, int] | None = self._kept.get("cruxes")
        return None if found is None else found.get(id_, 0)


def _evaluation(map_: Map) -> Evaluation | None:
    from coldwater.semantics.evaluation import evaluate_map  # noqa: PLC0415 - most features ask for no verdict

    try:
        return evaluate_map(map_)
    except UsageError:  # a standard that asks for numbers the map has not
        return None


def _sides(graph: Graph) -> dict[str, frozenset[str]]:
    from coldwater.rules.sides import sides_by_thesis  # noqa: PLC0415 - only colours need them

    found: dict[str, frozenset[str]] = {}
    for _, sides in sides_by_thesis(graph):
        for id_, served in sides.items():
            found.setdefault(id_, served)
    return found


def _cruxes(map_: Map) -> dict[str, int] | None:
    from coldwater.prep.deciding.clock import Clock  # noqa: PLC0415 - as above
    from coldwater.prep.deciding.cruxes import find_cruxes  # noqa: PLC0415
    from coldwater.prep.deciding.inquiry import Inquiry  # noqa: PLC0415
    from coldwater.prep.deciding.oracle import oracle_for  # noqa: PLC0415

    try:
        oracle = oracle_for(map_, "grounded", None, Clock(_SECONDS))
    except UsageError:
        return None
    found = find_cruxes(Inquiry(map_, oracle), _CRUX_SIZE)
    if found.cut_by is not None:
        return None
    counts: dict[str, int] = {}
    for crux in found.found:
        for leaf in {leaf for one in crux.handles for leaf in one.leaves}:
            counts[oracle.framework.names[leaf]] = counts.get(oracle.framework.names[leaf], 0) + 1
    return counts
