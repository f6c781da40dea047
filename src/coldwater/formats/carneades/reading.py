"""A Carneades argument graph made a map."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, Any

from coldwater.formats.carneades.words import (
    ALONE,
    GENERATIVE,
    OURS,
    STANDARDS,
    VERDICTS,
    is_artificial,
    normal,
    words_of,
)
from coldwater.formats.foreign.gathering import Gathering
from coldwater.formats.foreign.scheme_names import scheme_of
from coldwater.formats.foreign.texts import one_line
from coldwater.formats.foreign.yaml_document import read_yaml_document
from coldwater.formats.native.spots import SYNTAX, RefusedError, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.formats.foreign.gathering import Entry
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.yaml_document import YamlDocument


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
    _Reader(gathering, document, given).read()
    return gathering.finish()


class _Reader:
    """Goes through the parts of a graph; what one part needs of another is gathered first."""

    def __init__(self, gathering: Gathering, document: YamlDocument, given: Given) -> None:
        self.gathering = gathering
        self.document = document
        self.given = given
        self.top: dict[str, Any] = {str(key): value for key, value in document.data.items()}
        self.claims: dict[str, Entry] = {}
        self.assumed: set[str] = set()
        self.steps: dict[str, list[Entry]] = {}
        self.undercuts: dict[str, list[str]] = {}
        self.folded: set[str] = set()
        self.constants = self._constants()
        #: Statements that we wrote for want of attacks and backing: what they are about, and in what way.
        self.about: dict[str, tuple[str, str]] = {}

    def read(self) -> None:
        """Read all parts."""
        self._meta()
        statements = self._mapping("statements")
        self._stand_ins(statements)
        arguments = {
            normal(id_): body for id_, body in self._mapping("arguments").items() if self._is_argument(id_, body)
        }
        self._undercutters(statements, arguments)
        for id_, value in statements.items():
            if normal(id_) not in self.folded and normal(id_) not in self.about:
                self._statement(normal(id_), value, ("statements", id_))
        for id_ in self._names(self.top.get("assumptions"), "assumptions"):
            self.assumed.add(id_)
            self._claim(id_)
        self._arguments(arguments)
        self._issues()
        self._negations()
        self._settle()
        self._labels()
        self._rest()

    def _constants(self) -> dict[str, Any]:
        """Give the weight of each scheme whose arguments all weigh the same."""
        schemes = self.top.get("argument_schemes")
        found = {}
        for scheme in schemes if isinstance(schemes, list) else ():
            weight = scheme.get("weight") if isinstance(scheme, dict) else None
            if isinstance(weight, dict) and "constant" in weight:
                found[str(scheme.get("id"))] = weight["constant"]
        return found

    # --- parts ------------------------------------------------------------------------------------------------------

    def _meta(self) -> None:
        meta = self.top.get("meta")
        if not isinstance(meta, dict):
            return
        self.gathering.title = one_line(str(meta.get("title") or ""))
        said = [str(meta[key]).strip() for key in ("note", "notes", "source") if isinstance(meta.get(key), str)]
        self.gathering.fields["description"] = "\n".join(filter(None, said))
        self.gathering.kept["meta"] = {str(key): value for key, value in meta.items() if key != OURS}
        ours = meta.get(OURS)
        if isinstance(ours, dict):
            self.gathering.extra |= ours
            if "shape" in ours:  # the whole file is ours
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
        claim = self._claim(id_, "" if text is None else str(text), way)
        if body.get("assumed") in (True, 1, "true"):
            self.assumed.add(id_)
            claim.kept["assumed"] = True
        if (label := body.get("label")) in VERDICTS:
            self._expect(id_, str(label))
        self._own(claim, body)

    def _own(self, entry: Entry, body: dict[str, Any]) -> None:
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

    def _claim(self, id_: str, text: str = "", way: tuple[str | int, ...] | None = None) -> Entry:
        if id_ not in self.claims:
            place = self.document.place(*(way or ("statements",)))
            if way is None:
                self.gathering.remark(place, f"`{id_}` is used, but no statement; it is one now")
            wish = words_of(id_)
            self.claims[id_] = self.gathering.claim(text or wish, id_=id_, wish=wish, place=place)
        return self.claims[id_]

    def _is_argument(self, id_: str, body: Any) -> bool:
        place = self.document.place("arguments", id_)
        if not isinstance(body, dict) or body.get("conclusion") is None:
            self.gathering.remark(place, f"the argument `{id_}` has no conclusion, and is left out")
            self.gathering.lose(
                "argument without a conclusion", "it is about nothing", str(id_), many="arguments without a conclusion"
            )
            return False
        return True

    def _undercutters(self, statements: dict[str, Any], arguments: dict[str, dict[str, Any]]) -> None:
        """Find the statements that only undercut: what argues for them argues against the step itself."""
        uses: Counter[str] = Counter()
        concluded = {normal(str(body["conclusion"])) for body in arguments.values()}
        for id_, body in arguments.items():
            uses.update(premise for _, premise in self._premises(id_, body, is_quiet=True))
            if body.get("undercutter") is not None:
                self.undercuts.setdefault(normal(str(body["undercutter"])), []).append(id_)
        for issue in self._mapping("issues", is_quiet=True).values():
            uses.update(self._names(issue.get("positions") if isinstance(issue, dict) else None, "issues"))
        uses.update(self._names(self.top.get("assumptions"), "assumptions"))
        for id_, hit in self.undercuts.items():
            value = next((one for name, one in statements.items() if normal(name) == id_), None)
            text = value.get("text") if isinstance(value, dict) else value
            is_assumed = isinstance(value, dict) and bool(value.get("assumed"))
            is_sole = len(hit) == 1 and not uses[id_] and not is_assumed and id_ in concluded
            if is_sole and is_artificial(id_, "" if text is None else str(text)):
                self.folded.add(id_)
                self.gathering.kept.setdefault("undercutters", {})[hit[0]] = {"id": id_, "statement": value}

    def _arguments(self, arguments: dict[str, dict[str, Any]]) -> None:
        for id_, body in arguments.items():
            premises = [(role, self._claim(name)) for role, name in self._premises(id_, body)]
            self.steps[id_] = self._steps(id_, body, premises or [("", self._nothing(id_))])
        for id_, steps in list(self.steps.items()):
            for step in steps:
                self._conclude(step, normal(str(arguments[id_]["conclusion"])))
        for id_, hit in self.undercuts.items():
            if id_ not in self.folded and id_ not in self.about:
                for target in hit:
                    self._undercut_by(self._claim(id_), target)

    def _conclude(self, step: Entry, conclusion: str) -> None:
        """Say what a step is about: a claim, or the step that its conclusion undercuts."""
        if conclusion in self.about:
            there, way = self.about[conclusion]
            step.attacks = way == "attacks"
            step.target = self.steps[there][0] if self.steps.get(there) else self._claim(there)
        elif conclusion in self.folded:
            self._aim(step, self.undercuts[conclusion][0])
        else:
            step.target = self._claim(conclusion)

    def _nothing(self, id_: str) -> Entry:
        """Make a premise for an argument that has none; it goes out again as none."""
        place = self.document.place("arguments", id_)
        claim = self.gathering.claim(
            f"{one_line(words_of(id_))} needs no premise.", wish=f"{words_of(id_)} given", place=place,
            implicit=True, status="accepted",
        )  # fmt: skip
        claim.is_made_up = True
        claim.kept["nothing"] = True
        return claim

    def _aim(self, step: Entry, target: str) -> None:
        """Let a step undercut an argument."""
        step.attacks = True
        if self.steps.get(target):
            step.target = self.steps[target][0]
            for other in self.steps[target][1:]:
                self.gathering.argument(step.premises, other, attacks=True, place=step.place)
            return
        step.target = step.premises[0]  # the argument was left out; so is what undercuts it
        self.gathering.arguments.remove(step)
        self.gathering.lose(
            "undercutter of an argument that was left out",
            "there is nothing to undercut",
            target,
            many="undercutters of arguments that were left out",
        )

    def _undercut_by(self, claim: Entry, target: str) -> None:
        for step in self.steps.get(target, ()):
            entry = self.gathering.argument([claim], step, attacks=True, wish=f"undercuts {target}", place=step.place)
            entry.kept["undercutter"] = target

    def _steps(self, id_: str, body: dict[str, Any], premises: list[tuple[str, Entry]]) -> list[Entry]:
        """Make an argument, or one for each premise where any will do."""
        scheme = str(body["scheme"]) if body.get("scheme") else ""
        place = self.document.place("arguments", id_)
        is_alone = scheme in ALONE and len(premises) > 1
        parts = [[pair] for pair in premises] if is_alone else [premises]
        fields: dict[str, Any] = {"strength": self._weight(id_, body)}
        if scheme not in ("", "linked", *ALONE):
            fields["scheme"] = scheme_of(scheme)
        made = []
        for number, part in enumerate(parts):
            entry = self.gathering.argument(
                [claim for _, claim in part], part[0][1], id_=id_ if not number else None,
                wish=f"{words_of(id_)} {number + 1}" if number else words_of(id_), place=place, **fields,
            )  # fmt: skip
            roles = {role: claim for role, claim in part if role}
            if roles and "scheme" in fields:
                entry.fields["roles"] = roles
            entry.kept |= {"id": id_} | ({"scheme": scheme} if scheme else {})
            if roles:
                entry.kept["roles"] = list(roles)
            if body.get("parameters"):
                entry.kept["parameters"] = body["parameters"]
            self._own(entry, body)
            made.append(entry)
        return made

    def _weight(self, id_: str, body: dict[str, Any]) -> float | None:
        for value in (body.get("weight"), body.get("weigth"), self.constants.get(str(body.get("scheme")))):
            if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
                return value
            if value is not None:
                self.gathering.lose(
                    "weight that is no number from 0 to 1",
                    "a strength is one",
                    id_,
                    many="weights that are no numbers from 0 to 1",
                )
        return None

    def _premises(self, id_: str, body: dict[str, Any], is_quiet: bool = False) -> list[tuple[str, str]]:
        """Give the premises of an argument with their roles, if they have any; none twice."""
        premises = body.get("premises")
        if isinstance(premises, dict):
            pairs = [(str(role), name) for role, name in premises.items()]
        elif isinstance(premises, list):
            pairs = [("", name) for name in premises]
        else:
            pairs = [] if premises is None else [("", premises)]
        found: dict[str, str] = {}
        for role, name in pairs:
            if isinstance(name, str | int | float) and str(name).strip():
                found.setdefault(normal(str(name)), role)
            elif not is_quiet:
                self.gathering.remark(
                    self.document.place("arguments", id_), f"a premise of `{id_}` is no statement; left out"
                )
        return [(role, name) for name, role in found.items()]

    def _issues(self) -> None:
        """Let the positions of an issue contradict each other, and be judged by its standard."""
        kept: dict[str, Any] = {}
        for id_, body in self._mapping("issues").items():
            names = list(dict.fromkeys(self._names(body.get("positions"), "issues"))) if isinstance(body, dict) else []
            if not names or any(name in self.about for name in names):
                continue
            kept[id_] = {"positions": names, **{key: body[key] for key in ("standard", "meta") if body.get(key)}}
            for one, other in combinations(names, 2):
                self.gathering.contradict(self._claim(one), self._claim(other))
            self._judge(id_, names, body.get("standard"))
            if body.get("meta"):
                self.gathering.lose("metadata", "a map has no field for it", id_, many="metadata")
        if kept:
            self.gathering.kept["issues"] = kept

    def _judge(self, id_: str, names: list[str], standard: Any) -> None:
        meant = STANDARDS.get(str(standard).upper()) if standard is not None else "preponderance"
        if meant is None:
            place = self.document.place("issues", id_)
            self.gathering.remark(place, f"the standard `{standard}` is not known; PE is taken")
        elif meant != "preponderance":
            for name in names:
                self._claim(name).fields["standard"] = meant

    def _negations(self) -> None:
        """Let a statement and its negation contradict each other, whether an issue says so or not."""
        for id_, claim in self.claims.items():
            if id_.startswith("¬") and id_[1:].strip() in self.claims:
                self.gathering.contradict(self.claims[id_[1:].strip()], claim)

    def _settle(self) -> None:
        """Say of each claim what Carneades holds of it: assumed ones stand, others need an argument."""
        argued = {step.target for steps in self.steps.values() for step in steps if not step.attacks}
        for id_, claim in self.claims.items():
            if claim.is_ours:
                continue
            if id_ in self.assumed:
                claim.fields["status"] = "accepted"
            elif claim not in argued:
                claim.fields["status"] = "rejected"
                claim.kept["unassumed"] = True

    def _expect(self, id_: str, label: str) -> None:
        verdicts = self.gathering.fields.setdefault("expect", {"verdicts": {}})["verdicts"]
        verdicts[self._claim(id_)] = label

    def _labels(self) -> None:
        for key in ("tests", "labels"):
            tests = self.top.get(key)
            if isinstance(tests, dict):
                for label in VERDICTS:
                    self._label(label, list(self._names(tests.get(label), key)))
            if tests is not None:
                self.gathering.kept[key] = tests

    def _label(self, label: str, ids: list[str]) -> None:
        for id_ in ids:
            if id_ in self.folded:
                self.gathering.lose(
                    "expected label of an undercutter",
                    "it is no claim of its own here",
                    id_,
                    many="expected labels of undercutters",
                )
            elif id_ in self.claims:
                self._expect(id_, label)
            elif id_ not in self.about:
                self.gathering.lose(
                    "expected label of a statement that is not there",
                    "only the graph's schemes would make it",
                    id_,
                    many="expected labels of statements that are not there",
                )

    def _rest(self) -> None:
        for key in GENERATIVE:
            if self.top.get(key):
                self.gathering.kept[key] = self.top[key]
                number = len(self.top[key]) if isinstance(self.top[key], list | dict) else 1
                self.gathering.lose(
                    f"entry of `{key}`",
                    "a map holds arguments, not what makes them",
                    many=f"entries of `{key}`",
                    count=number,
                )
        known = {"meta", "statements", "issues", "arguments", "assumptions", "tests", "labels", *GENERATIVE}
        for key in self.top.keys() - known:
            self.gathering.kept.setdefault("more", {})[key] = self.top[key]
        for key in sorted(self.top.keys() - known):
            self.gathering.lose(
                "part of the file that is not known",
                "nobody says what it means",
                key,
                many="parts of the file that are not known",
            )

    # --- shapes -----------------------------------------------------------------------------------------------------

    def _mapping(self, key: str, is_quiet: bool = False) -> dict[str, Any]:
        value = self.top.get(key)
        if isinstance(value, dict):
            return {str(name): body for name, body in value.items()}
        if value is not None and not is_quiet:
            self.gathering.remark(self.document.place(key), f"`{key}` must map ids to entries; it is left out")
        return {}

    def _names(self, value: Any, key: str) -> Iterator[str]:
        items = value if isinstance(value, list) else [] if value is None else [value]
        for item in items:
            if isinstance(item, str | int | float) and str(item).strip():
                yield normal(str(item))
            elif item is not None:
                self.gathering.remark(self.document.place(key), f"an item of `{key}` is no statement; left out")
