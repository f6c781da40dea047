"""What decides a verdict as one JSON object, version 1: the form that scripts may rely on. ASCII only.

Claims and arguments are named by their ids. Where claims act alike they stand together in a list, and any one of them
will do (``any_of``); what is needed together stands in a list around it.
"""

from __future__ import annotations

import json

from coldwater.prep.deciding.answers import standing
from coldwater.prep.upshot.rank_words import reason
from coldwater.semantics.evaluation import GRADUAL
from coldwater.semantics.labelling import WORDS
from coldwater.semantics.positions import view_data
from coldwater.semantics.standards import parameters_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from coldwater.prep.deciding.decision import Decision
    from coldwater.prep.deciding.lines import Lines
    from coldwater.prep.deciding.load import Load
    from coldwater.prep.deciding.ranking import Doubt, Ranked
    from coldwater.prep.deciding.research import Research
    from coldwater.prep.deciding.thresholds import Threshold


def decision_json(decision: Decision) -> str:
    """Give all of it, with a line end. ``cut`` is true if a limit was reached anywhere; each part says where."""
    return json.dumps(_Writer(decision).data(), indent=2) + "\n"


def threshold_data(one: Threshold) -> dict[str, Any]:
    """Give a strength, or a credence, and where the verdict changes."""
    below, at, above = (None if label is None else WORDS[label] for label in (one.below, one.at, one.above))
    return {
        "strength": one.strength, "value": one.value, "exact": one.is_exact, "below": below, "at": at, "above": above
    }  # fmt: skip


class _Writer:
    def __init__(self, decision: Decision) -> None:
        self.decision = decision
        self.names = decision.inquiry.framework.names

    def data(self) -> dict[str, Any]:
        decision, map_ = self.decision, self.decision.inquiry.map
        is_gradual = decision.semantics in GRADUAL
        resting = decision.resting
        verdict = None if decision.inquiry.is_void else WORDS[decision.inquiry.label]
        return {
            "version": 1,
            "semantics": decision.semantics,
            "standard": None if is_gradual else decision.standard or map_.standard,
            "weighing": None if is_gradual else map_.weighing,
            "parameters": None if is_gradual else parameters_of(map_.proof)._asdict(),
            **view_data(map_),
            "thesis": {"id": map_.thesis, "verdict": verdict, "degree": decision.degree},
            **self._theses(),
            "rests_on": None if resting is None else resting.as_data(),
            "cut": bool(decision.cut_by),
            "cruxes": self._cruxes(),
            "lines": [self._lines(lines) for lines in decision.lines],
            "free_concessions": self._concessions(),
            "new_answers": [self._research(research) for research in decision.research],
            "thresholds": {
                "cut_by": decision.thresholds.cut_by,
                "found": [
                    {"argument": self.names[one.argument], **threshold_data(one)} for one in decision.thresholds.found
                ],
            },
            "load": {
                "cut_by": decision.loads.cut_by,
                "drawn": decision.loads.drawn,
                "claims": [self._load(leaf, load) for load in decision.loads.found for leaf in load.handles.leaves],
            },
            "open": [
                {"id": self.names[leaf], "if_granted": WORDS[granted], "if_rejected": WORDS[rejected]}
                for leaf, granted, rejected in decision.settlings
            ],
        }

    def _theses(self) -> dict[str, Any]:
        """Give all theses where there are several."""
        theses = self.decision.theses
        told = [{"id": name, "verdict": WORDS[label], "degree": degree} for name, label, degree in theses]
        return {"theses": told} if len(told) > 1 else {}

    def _ids(self, nodes: Iterable[int]) -> list[str]:
        return [self.names[node] for node in nodes]

    def _cruxes(self) -> dict[str, Any]:
        cruxes = self.decision.cruxes
        return {
            "most_size": self.decision.most_size,
            "complete_to": cruxes.complete_to,
            "cut_by": cruxes.cut_by,
            "found": [self._crux(one) for one in self.decision.ranking.found],
            "larger": [self._crux(one) for one in self.decision.ranking.larger],
            "safe_from": list(cruxes.safe_from),
        }

    def _crux(self, ranked: Ranked) -> dict[str, Any]:
        crux = ranked.crux
        return {
            "size": len(crux.handles),
            "verdict": WORDS[crux.label],
            "gains": crux.gainer,
            "reject": [{"any_of": self._ids(one.leaves)} for one in crux.handles],
            "rank": ranked.rank,
            "why": reason(self.decision.inquiry.map, ranked),
            "doubts": [_doubt(one) for one in ranked.doubts],
        }

    def _lines(self, lines: Lines) -> dict[str, Any]:
        return {
            "side": lines.side,
            "complete_to": lines.complete_to,
            "cut_by": lines.cut_by,
            "found": [self._ids(line.leaves) for line in lines.found],
        }

    def _concessions(self) -> dict[str, Any]:
        concessions = self.decision.concessions
        found = sorted((leaf, one) for one in concessions.free for leaf in one.leaves)
        shares = {load.handles: load.share for load in self.decision.loads.found}
        return {
            "certain": concessions.is_certain,
            "found": [
                {"id": self.names[leaf], "sides": sorted(one.sides, reverse=True), "load": shares.get(one)}
                for leaf, one in found
            ],
        }

    def _research(self, research: Research) -> dict[str, Any]:
        return {
            "side": research.side,
            "outright": research.outright,
            "complete_to": research.complete_to,
            "cut_by": research.cut_by,
            "hopeless": research.is_hopeless,
            "found": [
                {
                    "verdict": WORDS[need.label],
                    "answer": [
                        {"id": self.names[argument], "state": standing(self.decision.inquiry, argument).state}
                        for argument in need.arguments
                    ],
                }
                for need in research.found
            ],
        }

    def _load(self, leaf: int, load: Load) -> dict[str, Any]:
        return {
            "id": self.names[leaf],
            "cruxes": load.cruxes,
            "smallest": load.smallest,
            "share": load.share,
            "error": load.error,
            "free": load.handles in self.decision.concessions.free,
        }


def _doubt(one: Doubt) -> dict[str, Any]:
    """Give why a claim has its rank: all that is known against it, whichever of it decides."""
    dispute = one.dispute
    return {
        "claim": one.claim,
        "rejects": list(one.rejects),
        "accepts": [] if dispute is None else list(dispute.accepts),
        "follows": [] if dispute is None else list(dispute.follows),
        "granted": [] if dispute is None else list(dispute.granted),
        "against": list(one.against),
        "open": one.is_open,
        "unstated": one.is_unstated,
        "credence": one.credence,
    }
