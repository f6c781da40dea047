"""Which statements undercut which arguments, and which of them do nothing else."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from coldwater.formats.carneades.words import is_artificial, normal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.formats.carneades.shapes import Graph


class Undercutters:
    """``hit`` gives the arguments that a statement undercuts; ``folded`` the statements that are no claims here.

    A statement is folded if its name or its text only says that one argument does not apply, and nothing else uses
    it: what argues for it argues against the step itself. ``concluding`` gives the arguments for each of these.
    """

    def __init__(self, graph: Graph, statements: Mapping[str, Any], arguments: Mapping[str, dict[str, Any]]) -> None:
        self.hit: dict[str, list[str]] = {}
        self.folded: set[str] = set()
        self.concluding: dict[str, list[str]] = {}
        uses: Counter[str] = Counter()
        for id_, body in arguments.items():
            uses.update(premise for _, premise in graph.premises(id_, body, is_quiet=True))
            if body.get("undercutter") is not None:
                self.hit.setdefault(normal(str(body["undercutter"])), []).append(id_)
        for issue in graph.mapping("issues", is_quiet=True).values():
            positions = issue.get("positions") if isinstance(issue, dict) else None
            uses.update(graph.names(positions, "issues", is_quiet=True))
        uses.update(graph.names(graph.top.get("assumptions"), "assumptions", is_quiet=True))
        named = {normal(name): value for name, value in statements.items()}
        for id_, hit in self.hit.items():
            value = named.get(id_)
            text = value.get("text") if isinstance(value, dict) else value
            is_assumed = isinstance(value, dict) and bool(value.get("assumed"))
            if len(hit) > 1 or uses[id_] or is_assumed or not is_artificial(id_, "" if text is None else str(text)):
                continue
            self.folded.add(id_)
            graph.gathering.kept.setdefault("undercutters", {})[hit[0]] = {"id": id_, "statement": value}
        for id_, body in arguments.items():
            conclusion = normal(str(body["conclusion"]))
            if conclusion in self.folded:
                self.concluding.setdefault(conclusion, []).append(id_)
