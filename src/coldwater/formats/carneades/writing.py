"""A map as a Carneades argument graph: what Carneades has no field for goes along in `meta`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from coldwater.formats.carneades.labelling import labels_of
from coldwater.formats.carneades.reading import read_graph
from coldwater.formats.carneades.words import GENERATIVE, OURS, STANDARDS, WHOLE
from coldwater.formats.foreign.imported import Given
from coldwater.formats.foreign.losses import Losses
from coldwater.formats.foreign.outgoing import Written
from coldwater.formats.foreign.reading_back import lose_differences, other_fields
from coldwater.formats.foreign.texts import one_line
from coldwater.formats.foreign.yaml_written import write_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.formats.foreign.outgoing import Outgoing
    from coldwater.model.models import Argument

_STANDARDS = {ours: theirs for theirs, ours in STANDARDS.items()}

#: Fields of a map that are written elsewhere.
_ELSEWHERE = ("argmap", "title", "claims", "arguments", "x-from")
#: What is read back is called so.
_NAME = "graph.carneades.yaml"
_WHY = "Carneades has no place for it here"


def write_graph(outgoing: Outgoing) -> Written:
    """Write a map; one that was read from an argument graph gets its ids and parts back. Cost is linear.

    What a reader would find otherwise than it is goes along in `meta`, and what that cannot hold is named.
    """
    writer = _Writer(outgoing)
    data = writer.text().encode()
    if outgoing.is_empty:
        return Written(data, writer.losses.all())
    back = read_graph(Given(_NAME, data))
    assert back.data is not None
    added = other_fields(outgoing.data, back.data) if writer.origin is not None else {}
    if added:
        writer = _Writer(outgoing, added)
        data = writer.text().encode()
        back = read_graph(Given(_NAME, data))
    lose_differences(writer.losses, outgoing, back, _WHY)
    return Written(data, writer.losses.all())


class _Writer:
    """Writes the parts of a graph, as plain data."""

    def __init__(self, outgoing: Outgoing, added: Mapping[str, Any] | None = None) -> None:
        self.out = outgoing
        self.added = added or {}
        self.map = outgoing.map
        origin = outgoing.origin("carneades")
        self.origin: Mapping[str, Any] | None = None if origin is None or origin.get("ours") else origin
        self.ids = {id_: str(self._kept("claims", id_).get("id", id_)) for id_ in self.map.claims}
        self.argued = {argument.supports for argument in self.map.arguments.values()}
        #: The first argument that undercuts each argument.
        self.undercutting: dict[str, str] = {}
        for id_, argument in self.map.arguments.items():
            if argument.attacks is not None and argument.attacks in self.map.arguments:
                self.undercutting.setdefault(argument.attacks, id_)
        uses = Counter(premise for one in self.map.arguments.values() for premise in one.premises)
        #: Claims that stand for the premise of an argument that has none, and for nothing else.
        self.nothing = {id_ for id_ in self.map.claims if uses[id_] == 1 and self._is_nothing(id_)}
        self.losses = Losses()
        self.assumptions: list[str] = []
        self.statements: dict[str, Any] = {}
        self.arguments: dict[str, Any] = {}
        self.issues: dict[str, Any] = {}
        self.taken = {*self.ids.values()}
        self.stand_ins: dict[str, str] = {}

    def text(self) -> str:
        """Give the file."""
        for id_ in self.map.claims:
            if id_ in self.nothing or self.out.is_empty:
                continue  # it stood for a premise, or for a statement, that is not there
            statement = self._statement(id_)
            is_bare = self._kept("claims", id_).get("unstated") == statement and self.ids[id_] in self.assumptions
            if not is_bare:
                self.statements[self.ids[id_]] = statement
        for id_, argument in self.map.arguments.items():
            self._argument(id_, argument)
        self._contradictions()
        data = {"meta": self._meta(), "statements": self.statements, "issues": self.issues, "arguments": self.arguments}
        data |= self._rest()
        whole = {key: value for key, value in data.items() if value not in ({}, [])}
        return write_yaml(whole, ("statements", "issues", "arguments"))

    def _is_nothing(self, id_: str) -> bool:
        text = self._kept("claims", id_).get("nothing")
        fields = {**self.out.data["claims"][id_], "x-from": None}
        return text is not None and fields == {"text": text, "implicit": True, "status": "accepted", "x-from": None}

    def _kept(self, section: str, id_: str) -> Mapping[str, Any]:
        """Give what was kept of an entry that was read from somebody else's argument graph."""
        return {} if self.origin is None else self.out.kept("carneades", section, id_)

    # --- statements -------------------------------------------------------------------------------------------------

    def _statement(self, id_: str) -> Any:
        claim = self.map.claims[id_]
        kept = self._kept("claims", id_)
        fields = self._fields("claims", id_, ("text", "contradicts"))
        body: dict[str, Any] = {"text": claim.text}
        if self._is_assumed(id_):
            if kept.get("assumed"):
                body["assumed"] = True
            else:
                self.assumptions.append(self.ids[id_])
        meta = dict(kept.get("meta", {}))
        if self.origin is None or not self._is_derived(id_, fields):
            meta[OURS] = fields
        if meta:
            body["meta"] = meta
        return body["text"] if list(body) == ["text"] else body

    def _is_assumed(self, id_: str) -> bool:
        claim = self.map.claims[id_]
        return claim.status == "accepted" or (claim.status is None and id_ not in self.argued)

    def _is_derived(self, id_: str, fields: Mapping[str, Any]) -> bool:
        """Tell whether a reader finds all fields of a claim by itself: its status, and the standard of its issue."""
        status = "accepted" if self._is_assumed(id_) else None if id_ in self.argued else "rejected"
        issues = (self.origin or {}).get("issues", {})
        named = [issue for issue in issues.values() if self.ids[id_] in issue["positions"]]
        standards = [STANDARDS.get(str(issue.get("standard", "PE")).upper(), "preponderance") for issue in named]
        standard = next((one for one in reversed(standards) if one != "preponderance"), None)
        return {"status": status, "standard": standard} == {"status": None, "standard": None, **fields}

    def _fields(self, section: str, id_: str, without: tuple[str, ...]) -> dict[str, Any]:
        """Give the fields of an entry that Carneades has no field for."""
        entry = self.out.data[section][id_]
        return (
            {}
            if isinstance(entry, str)
            else {key: value for key, value in entry.items() if key not in (*without, "x-from")}
        )

    # --- arguments --------------------------------------------------------------------------------------------------

    def _argument(self, id_: str, argument: Argument) -> None:
        kept = self._kept("arguments", id_)
        if "undercutter" in kept or "again" in kept:  # an edge of the file, no argument of it
            return
        name = str(kept.get("id", id_))
        premises = [self.ids[premise] for premise in argument.premises if premise not in self.nothing]
        if kept and name in self.arguments:  # one of several that are one there
            self.arguments[name]["premises"] += premises
            return
        body: dict[str, Any] = {"premises": premises, "conclusion": self._conclusion(argument)}
        fields = self._fields("arguments", id_, ("premises", "supports", "attacks"))
        if "scheme" in kept:
            body["scheme"] = kept["scheme"]
            fields.pop("scheme", None)
        if isinstance(kept.get("roles"), list) and len(kept["roles"]) == len(premises):
            body["premises"] = dict(zip(kept["roles"], premises, strict=True))
            fields.pop("roles", None)
        if "strength" in fields and not self._is_constant(kept.get("scheme"), fields["strength"]):
            body["weight"] = fields["strength"]
        fields.pop("strength", None)
        if "parameters" in kept:
            body["parameters"] = kept["parameters"]
        if (undercutter := self._undercutter(id_)) is not None:
            body["undercutter"] = undercutter
        meta = dict(kept.get("meta", {}))
        if fields or self.origin is None:
            meta[OURS] = fields
        if meta:
            body["meta"] = meta
        self.arguments[name] = body

    def _is_constant(self, scheme: Any, strength: Any) -> bool:
        """Tell whether a scheme of the file gives all its arguments this weight."""
        schemes = (self.origin or {}).get("argument_schemes")
        return isinstance(schemes, list) and any(
            isinstance(one, dict) and one.get("id") == scheme and one.get("weight") == {"constant": strength}
            for one in schemes
        )

    def _conclusion(self, argument: Argument) -> str:
        """Give the statement that an argument is for: its claim, or one that stands for what it attacks or backs."""
        target = argument.target
        if target in self.map.claims and argument.supports is not None:
            return self.ids[target]
        if target in self.map.claims:
            return self._stand_in(f"¬{self.ids[target]}", "attacks", target, issue=True)
        folded = self._folded(target)
        if argument.attacks is not None:
            return folded or self._stand_in(f"undercut({self._name_of(target)})", "attacks", target)
        return self._stand_in(f"backing({self._name_of(target)})", "supports", target)

    def _stand_in(self, wish: str, way: str, target: str, issue: bool = False) -> str:
        """Give the id of a statement that stands for an attack or a backing; it is made once."""
        key = f"{way} {target}"
        if key not in self.stand_ins:
            name, number = wish, 2
            while name in self.taken:
                name, number = f"{wish}#{number}", number + 1
            self.taken.add(name)
            self.stand_ins[key] = name
            there = self.ids.get(target) or self._name_of(target)
            self.statements[name] = {"text": name, "meta": {OURS: {way: there}}}
            if issue:
                self.issues[f"against {there}"] = {"positions": [there, name]}
        return self.stand_ins[key]

    def _name_of(self, argument: str) -> str:
        return str(self._kept("arguments", argument).get("id", argument))

    def _folded(self, target: str) -> str | None:
        """Give the undercutter that an argument had in the file it was read from, if it only undercut."""
        kept = (self.origin or {}).get("undercutters", {})
        found = kept.get(self._name_of(target)) if isinstance(kept, dict) else None
        if not isinstance(found, dict):
            return None
        self.statements.setdefault(str(found["id"]), found.get("statement"))
        return str(found["id"])

    def _undercutter(self, id_: str) -> str | None:
        """Give the statement that undercuts an argument, if something does."""
        other = self.undercutting.get(id_)
        if other is None:
            return self._folded(id_)
        argument = self.map.arguments[other]
        if self._kept("arguments", other).get("undercutter") is not None:
            return self.ids[argument.premises[0]]
        return self._conclusion(argument)

    # --- the rest ---------------------------------------------------------------------------------------------------

    def _contradictions(self) -> None:
        """Make an issue of each pair of claims that cannot hold together and that no issue of the file names."""
        issues = (self.origin or {}).get("issues")
        told: set[frozenset[str]] = set()
        for id_, issue in issues.items() if isinstance(issues, dict) else ():
            self.issues[id_] = issue
            told |= {frozenset((one, other)) for one in issue["positions"] for other in issue["positions"]}
        for one, claim in self.map.claims.items():
            for other in claim.contradicts:
                pair = frozenset((self.ids[one], self.ids[other]))
                names = [self.ids[one], self.ids[other]]
                if self.origin is not None and f"¬{min(names, key=len)}" == max(names, key=len):
                    continue
                if pair not in told and len(pair) == 2:
                    self.issues[f"{names[0]} or {names[1]}"] = {"positions": names}
                elif one in self.map.claims[other].contradicts and one > other:
                    self.losses.add(
                        "second mention of a contradiction",
                        "an issue says it once",
                        one,
                        many="second mentions of contradictions",
                        field=("Claim", "contradicts"),
                    )
                told.add(pair)

    def _meta(self) -> dict[str, Any]:
        ours = {key: value for key, value in self.out.data.items() if key not in _ELSEWHERE}
        if self.origin is None:
            if self.map.title != one_line(self.map.title):
                ours["title"] = self.map.title
            return {
                "title": self.map.title,
                OURS: {WHOLE: True, "shape": self.map.shape, "draft": self.map.draft, **ours},
            }
        kept = self.origin.get("meta")
        meta = {**(kept if isinstance(kept, dict) else {}), "title": self.map.title}
        return {**meta, OURS: dict(self.added)} if self.added else meta

    def _rest(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if self.assumptions:
            found["assumptions"] = self.assumptions
        origin = self.origin or {}
        for key in GENERATIVE:
            if key in origin:
                found[key] = origin[key]
        if isinstance(origin.get("more"), dict):
            found |= origin["more"]
        found |= labels_of(self.out, self._labelled())
        return {key: value for key, value in found.items() if value}

    def _labelled(self) -> dict[str, str]:
        """Give the statement of each claim and argument that a label may be about, by its id."""
        undercuts = [(id_, one) for id_, one in self.map.arguments.items() if one.attacks in self.map.arguments]
        folded = {id_: name for id_, one in undercuts if (name := self._folded(one.target)) is not None}
        return {**self.ids, **folded}
