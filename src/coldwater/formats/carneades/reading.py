"""A Carneades argument graph made a map."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from coldwater.formats.carneades.labels import Labels
from coldwater.formats.carneades.shapes import Graph
from coldwater.formats.carneades.stepping import Steps
from coldwater.formats.carneades.undercutters import Undercutters
from coldwater.formats.carneades.words import (
    GENERATIVE,
    OURS,
    STANDARDS,
    VERDICTS,
    WHOLE,
    is_artificial,
    normal,
    said,
    words_of,
)
from coldwater.formats.foreign.gathering import Gathering
from coldwater.formats.foreign.standing import Standing
from coldwater.formats.foreign.texts import one_line
from coldwater.formats.foreign.yaml_document import read_yaml_document
from coldwater.formats.native.spots import SYNTAX, RefusedError, Spot

if TYPE_CHECKING:
    from coldwater.formats.foreign.gathering import Entry
    from coldwater.formats.foreign.imported import Given, Imported


def read_graph(given: Given) -> Imported:
    """Read an argument graph. Raises RefusedError for what is no YAML, and for YAML that is no mapping."""
    document = read_yaml_document(given)
    gathering = Gathering("carneades", given)
    document.tell(gathering)
    if document.data is None:
        return gathering.finish()
    if not isinstance(document.data, dict):
        raise RefusedError(
            Spot(SYNTAX, document.place(), "an argument graph is a mapping of statements, arguments and so on")
        )
    _Reader(Graph(gathering, document)).read()
    return gathering.finish()


class _Reader:
    """Goes through the parts of a graph; what one part needs of another is gathered first."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.gathering = graph.gathering
        self.claims: dict[str, Entry] = {}
        self.assumed: set[str] = set()
        #: Statements that we wrote for want of attacks and backing: what they are about, and in what way.
        self.about: dict[str, tuple[str, str]] = {}
        self.positions: list[list[Entry]] = []
        self.steps = Steps(self)
        self.labels = Labels(self)

    def read(self) -> None:
        """Read all parts."""
        graph = self.graph
        self._meta()
        statements = graph.mapping("statements")
        self._stand_ins(statements)
        arguments = graph.arguments()
        self.undercutters = Undercutters(graph, statements, arguments)
        for id_, value in statements.items():
            if normal(id_) in self.undercutters.folded:
                self._lose_words(normal(id_), value)
            elif normal(id_) not in self.about:
                self._statement(normal(id_), value, ("statements", id_))
        for id_ in graph.names(graph.top.get("assumptions"), "assumptions"):
            self.assumed.add(id_)
            self.claim(id_, "assumptions")
        self.steps.make(arguments)
        self._issues()
        self._negations()
        self._settle()
        self.labels.read()
        self._rest()
        self._theses()

    def _meta(self) -> None:
        meta = self.graph.top.get("meta")
        if not isinstance(meta, dict):
            return
        self.gathering.title = one_line(str(meta.get("title") or ""))
        told = [str(meta[key]).strip() for key in ("note", "notes", "source") if isinstance(meta.get(key), str)]
        self.gathering.fields["description"] = "\n".join(filter(None, told))
        self.gathering.kept["meta"] = {str(key): value for key, value in meta.items() if key != OURS}
        ours = meta.get(OURS)
        if isinstance(ours, dict):
            self.gathering.extra |= {key: value for key, value in ours.items() if key != WHOLE}
            if WHOLE in ours:
                self.gathering.fields.pop("description", None)
                self.gathering.kept = {"ours": True}
        more = [key for key in meta if key not in ("title", "note", "notes", "source", OURS)]
        for key in more:
            self.gathering.lose(
                "field of the graph's metadata",
                "a map has no field for it",
                str(key),
                many="fields of the graph's metadata",
            )

    def _stand_ins(self, statements: dict[str, Any]) -> None:
        """Find the statements that stand for what an argument of ours attacks or backs."""
        for id_, value in statements.items():
            meta = value.get("meta") if isinstance(value, dict) else None
            ours = meta.get(OURS) if isinstance(meta, dict) else None
            if isinstance(ours, dict):
                for way in ("attacks", "supports"):
                    if isinstance(ours.get(way), str):
                        self.about[normal(id_)] = (normal(ours[way]), way)

    def _statement(self, id_: str, value: Any, way: tuple[str, str]) -> None:
        body = value if isinstance(value, dict) else {"text": value}
        text = body.get("text")
        claim = self.gathering.claim(
            str(text) if text is not None and str(text).strip() else said(id_, {}), id_=id_, wish=words_of(id_),
            place=self.graph.document.place(*way),
        )  # fmt: skip
        self.claims.setdefault(id_, claim)
        if body.get("assumed") in (True, 1, "true"):
            self.assumed.add(id_)
            claim.kept["assumed"] = True
        if (label := body.get("label")) in VERDICTS:
            self.labels.expect(claim, str(label))
        self.own(claim, body)

    def _lose_words(self, id_: str, value: Any) -> None:
        """Name what a statement says that is no claim here, unless that is only its name."""
        text = value.get("text") if isinstance(value, dict) else value
        if text is not None and str(text).strip() and not is_artificial(str(text).strip(), ""):
            self.gathering.lose(
                "text of a statement that only undercuts", "what argues for it attacks the step itself", id_,
                many="texts of statements that only undercut",
            )  # fmt: skip

    def own(self, entry: Entry, body: dict[str, Any]) -> None:
        """Take metadata: what is ours into the entry, the rest only along."""
        for key in ("meta", "metadata"):
            meta = body.get(key)
            if isinstance(meta, dict) and meta:
                ours = meta.get(OURS)
                if isinstance(ours, dict):
                    entry.extra |= ours
                    entry.is_ours = True
                rest = {str(name): value for name, value in meta.items() if name != OURS}
                if rest:
                    entry.kept["meta"] = rest
                    self.gathering.lose(
                        "metadata", "a map has no field for it", str(entry.kept.get("id")), many="metadata"
                    )

    def claim(self, id_: str, where: str = "arguments") -> Entry:
        """Give the claim of a statement; one that is used, but not there, is made."""
        if id_ not in self.claims:
            place = self.graph.document.place(where)
            language = self.graph.top.get("language")
            if not self.graph.top.get("argument_schemes"):
                self.gathering.remark(place, f"`{id_}` is used, but no statement; it is one now")
            text = said(id_, language if isinstance(language, dict) else {})
            self.claims[id_] = self.gathering.claim(text, id_=id_, wish=words_of(id_), place=place)
            self.claims[id_].kept["unstated"] = text
        return self.claims[id_]

    def _issues(self) -> None:
        """Let the positions of an issue contradict each other, and be judged by its standard."""
        kept: dict[str, Any] = {}
        for id_, body in self.graph.mapping("issues").items():
            names = (
                list(dict.fromkeys(self.graph.names(body.get("positions"), "issues"))) if isinstance(body, dict) else []
            )
            if not names or any(name in self.about for name in names):
                continue
            kept[id_] = {"positions": names, **{key: body[key] for key in ("standard", "meta") if body.get(key)}}
            for one, other in combinations(names, 2):
                self.gathering.contradict(self.claim(one), self.claim(other))
            self.positions.append([self.claim(name, "issues") for name in names])
            self._judge(id_, names, body.get("standard"))
            if body.get("meta"):
                self.gathering.lose("metadata", "a map has no field for it", id_, many="metadata")
        if kept:
            self.gathering.kept["issues"] = kept

    def _judge(self, id_: str, names: list[str], standard: Any) -> None:
        meant = STANDARDS.get(str(standard).upper()) if standard is not None else "preponderance"
        if meant is None:
            place = self.graph.document.place("issues", id_)
            self.gathering.remark(place, f"the standard `{standard}` is not known; PE is taken")
        elif meant != "preponderance":
            for name in names:
                self.claim(name).fields["standard"] = meant

    def _negations(self) -> None:
        """Let a statement and its negation contradict each other, whether an issue says so or not."""
        for id_, claim in self.claims.items():
            if id_.startswith("¬") and id_[1:].strip() in self.claims:
                self.gathering.contradict(self.claims[id_[1:].strip()], claim)

    def _settle(self) -> None:
        """Say of each claim what Carneades holds of it: assumed ones stand, others need an argument."""
        argued = {step.target for steps in self.steps.made.values() for step in steps if not step.attacks}
        for id_, claim in self.claims.items():
            if claim.is_ours:
                continue
            if id_ in self.assumed:
                claim.fields["status"] = "accepted"
            elif claim not in argued:
                claim.fields["status"] = "rejected"
                claim.kept["unassumed"] = True

    def _rest(self) -> None:
        for key in GENERATIVE:
            if self.graph.top.get(key):
                self.gathering.kept[key] = self.graph.top[key]
                number = len(self.graph.top[key]) if isinstance(self.graph.top[key], list | dict) else 1
                self.gathering.lose(
                    f"entry of `{key}`",
                    "a map holds arguments, not what makes them",
                    many=f"entries of `{key}`",
                    count=number,
                )
        known = {"meta", "statements", "issues", "arguments", "assumptions", "tests", "labels", *GENERATIVE}
        for key in self.graph.top.keys() - known:
            self.gathering.kept.setdefault("more", {})[key] = self.graph.top[key]
        for key in sorted(self.graph.top.keys() - known):
            self.gathering.lose(
                "part of the file that is not known",
                "nobody says what it means",
                key,
                many="parts of the file that are not known",
            )

    def _theses(self) -> None:
        """Where theses are positions of one issue, let the one that comes first be it, and the others its rivals."""
        if not self.claims or self.gathering.kept.get("ours"):
            return
        roots = dict.fromkeys(Standing(self.gathering.claims, self.gathering.arguments).roots())
        for positions in self.positions:
            for other in [one for one in positions if one in roots][1:]:
                del roots[other]
                self.gathering.rivals.append(other)
        self.gathering.theses = list(roots)
