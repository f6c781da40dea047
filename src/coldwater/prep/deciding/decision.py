"""What decides the verdict on a map, all of it: cruxes, lines, free concessions, new answers, thresholds, load."""

from __future__ import annotations

from coldwater.errors import UsageError
from coldwater.prep.deciding.clock import Clock
from coldwater.prep.deciding.concessions import find_concessions
from coldwater.prep.deciding.cruxes import find_cruxes
from coldwater.prep.deciding.inquiry import Inquiry
from coldwater.prep.deciding.lines import find_lines
from coldwater.prep.deciding.load import find_loads
from coldwater.prep.deciding.one_by_one import GradualOracle, label_of
from coldwater.prep.deciding.oracle import oracle_for
from coldwater.prep.deciding.ranking import rank_cruxes
from coldwater.prep.deciding.research import find_research
from coldwater.prep.deciding.settling import find_settlings
from coldwater.prep.deciding.thresholds import find_thresholds
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.model.models import Map
    from coldwater.prep.deciding.concessions import Concessions
    from coldwater.prep.deciding.cruxes import Cruxes
    from coldwater.prep.deciding.lines import Lines
    from coldwater.prep.deciding.load import Loads
    from coldwater.prep.deciding.ranking import Ranking
    from coldwater.prep.deciding.research import Research
    from coldwater.prep.deciding.settling import Settling
    from coldwater.prep.deciding.thresholds import Thresholds
    from coldwater.semantics.resting import Resting
    from coldwater.semantics.resting_degrees import RestingDegree


class Decision(NamedTuple):
    """What decides a verdict, under a semantics and a standard (None: those of the map)."""

    inquiry: Inquiry
    semantics: str
    standard: str | None
    most_size: int
    cruxes: Cruxes
    lines: tuple[Lines, ...]
    concessions: Concessions
    research: tuple[Research, ...]
    thresholds: Thresholds
    loads: Loads
    settlings: tuple[Settling, ...]
    ranking: Ranking

    @property
    def resting(self) -> Resting | RestingDegree | None:
        """What the verdict on the thesis rests on, or its degree; None where it has none."""
        return self.inquiry.resting

    @property
    def degree(self) -> float | None:
        """The degree of the thesis, in 0..1, under a gradual semantics, unless it never rests."""
        oracle = self.inquiry.oracle
        return oracle.degree if isinstance(oracle, GradualOracle) else None

    @property
    def theses(self) -> tuple[tuple[str, int, float | None], ...]:
        """All theses of the map, the one decided about first, each with its label and, as for that one, its degree."""
        inquiry = self.inquiry
        first, *others = inquiry.map.theses
        oracle = inquiry.oracle
        if isinstance(oracle, GradualOracle):
            degrees = oracle.degrees_of(others) if others else {}
            further = [(name, label_of(degree), degree) for name, degree in degrees.items()]
        else:
            further = [(name, oracle.labels[inquiry.framework.numbers[name]], None) for name in others]
        return ((first, inquiry.label, self.degree), *further)

    @property
    def cut_by(self) -> tuple[str, ...]:
        """The limits that were reached anywhere, "time" or "count": there may be more than is said."""
        limits = [self.cruxes.cut_by, self.thresholds.cut_by, self.loads.cut_by]
        limits += [lines.cut_by for lines in self.lines] + [research.cut_by for research in self.research]
        limits.append("time" if self.inquiry.oracle.clock.was_asked_too_late else None)
        return tuple(sorted({limit for limit in limits if limit}))


def what_decides(
    map_: Map, semantics: str = "grounded", standard: str | None = None, most_size: int = 3, seconds: float = 5.0
) -> Decision:
    """Find out what decides the verdict on the thesis of a map in which every reference leads somewhere.

    ``most_size``: up to how many leaves a crux has that is looked for. ``seconds``: how long is searched at most; every
    part of the answer says if it would have needed longer. Raises UsageError for an unknown semantics or standard, or a
    bound below its least value.
    """
    if most_size < 1 or seconds <= 0:
        raise UsageError("cruxes are looked for from size 1 on, and for more than 0 seconds")
    clock = Clock(seconds)
    inquiry = Inquiry(map_, oracle_for(map_, semantics, standard, clock), standard)
    with clock.share(0.5):
        cruxes = find_cruxes(inquiry, most_size)
    with clock.share(0.4):
        research = find_research(inquiry, most_size)
    with clock.share(0.4):
        lines = find_lines(inquiry)
        concessions = find_concessions(inquiry, cruxes, lines)
    with clock.share(0.5):
        thresholds = find_thresholds(inquiry, standard)
        settlings = find_settlings(inquiry)
    loads = find_loads(inquiry, cruxes)
    ranking = rank_cruxes(inquiry, cruxes, standard)
    parts = (cruxes, lines, concessions, research, thresholds, loads, settlings, ranking)
    return Decision(inquiry, semantics, standard, most_size, *parts)
