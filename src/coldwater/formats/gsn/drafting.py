"""The elements of a map in GSN: claims, and arguments as strategies, as bare support or as challenges."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from coldwater.formats.foreign.texts import cleaned, one_line
from coldwater.formats.gsn.kinds import GOALS, OURS, kind_of
from coldwater.formats.gsn.roles import ATTACKS, SUPPORTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.formats.foreign.losses import Losses
    from coldwater.formats.foreign.outgoing import Outgoing
    from coldwater.model.models import Argument

    Body = dict[str, Any]

_DEVELOPED = GOALS | {"Strategy"}


class Draft:
    """Makes the elements of a map. ``names`` gives the element of each claim and argument, by its id in the map."""

    def __init__(self, outgoing: Outgoing, losses: Losses) -> None:
        self.out = outgoing
        self.map = outgoing.map
        self.losses = losses
        self.origin = outgoing.origin("gsn")
        #: Whether the file is ours from the start, so that its ids are those of the map whatever they look like.
        self.is_ours = self.origin is None
        self.names: dict[str, str] = {}
        self.bodies: dict[str, Body] = {}
        self._aimed_at = {target for one in self.map.arguments.values() if (target := one.target) in self.map.arguments}
        self._argued = {one.supports for one in self.map.arguments.values()}
        self._forms: dict[str, str] = {}
        #: What is taken: one argument for each claim is direct, and each claim challenges one thing.
        self._slots: set[tuple[str, str]] = set()
        #: How many arguments an element stands for.
        self._sharing: Counter[str] = Counter()
        self._taken: set[str] = {"module"}
        #: The strategies that stand for several arguments, by what these have in common.
        self._shared: dict[tuple[str, tuple[str, ...], str], str] = {}
        self._counter = self._counters()

    def kept(self, section: str, id_: str) -> Mapping[str, Any]:
        """Give what was kept of an entry that was read from GSN."""
        return self.out.kept("gsn", section, id_)

    def is_direct(self, id_: str) -> bool:
        """Tell whether an argument has no element of its own, so that nothing can go along with it."""
        return self._forms.get(id_) in ("direct", "challenge", "again")

    def header(self) -> Body:
        """Give what stands under `module`."""
        kept = (self.origin or {}).get("module")
        found: Body = dict(kept) if isinstance(kept, dict) else {}
        found = {"name": self.map.title, **{key: value for key, value in found.items() if key != "name"}}
        if self.is_ours or "brief" in found:
            found["brief"] = self.map.description
        return {key: value for key, value in found.items() if value not in (None, "", [])}

    def elements(self) -> dict[str, Body]:
        """Give all elements, each claim before what supports it."""
        contexts = (self.origin or {}).get("contexts")
        contexts = contexts if isinstance(contexts, dict) else {}
        self._taken |= set(contexts)
        if self.out.is_empty:
            return dict(contexts)
        self._name_all()
        behind: dict[str, list[str]] = {}
        for id_, argument in self.map.arguments.items():
            behind.setdefault(argument.target if argument.target in self.map.claims else "", []).append(id_)
        for id_ in self.map.claims:
            self.bodies[self.names[id_]] = self._claim(id_)
            for other in behind.get(id_, ()):
                self._step(other)
        for other in behind.get("", ()):
            self._step(other)
        for id_, argument in self.map.arguments.items():
            self._join(id_, argument)
        for id_ in self.map.claims:
            self._put_back_absent(id_)
        return {**{name: _ordered(body) for name, body in self.bodies.items()}, **contexts}

    def _put_back_absent(self, id_: str) -> None:
        """Name again what supported a claim in its file, and was not there."""
        absent = self.kept("claims", id_).get("absent")
        if isinstance(absent, list):
            supporters = self.bodies[self.names[id_]].setdefault("supportedBy", [])
            supporters += [one for one in absent if one not in supporters]

    # --- names and forms --------------------------------------------------------------------------------------------

    def _name_all(self) -> None:
        for id_ in self.map.claims:
            self.names[id_] = self._name("claims", id_)
        for id_ in sorted(self.map.arguments, key=lambda one: self.map.arguments[one].supports is None):
            self._forms[id_] = self._form(id_)
        for id_ in self.map.arguments:
            self._name_argument(id_)
            self._sharing[self.names[id_]] += not self.is_direct(id_)

    def _name(self, section: str, id_: str) -> str:
        """Give an entry the id that it had, or its own; with a stroke where that is taken."""
        name = self.out.foreign_id("gsn", section, id_) or id_
        if name in self._taken and name != id_ and id_ not in self._taken:
            name = id_
        if name in self._taken:
            self.losses.add("id", "an element of GSN has it already", id_)
            while name in self._taken:
                name += "-"
            self.losses.add("id", "an element of GSN has it already", name)
        self._taken.add(name)
        return name

    def _name_argument(self, id_: str) -> None:
        if self.is_direct(id_):
            argument = self.map.arguments[id_]
            self.names[id_] = self.names[argument.premises[0]]
            return
        argument = self.map.arguments[id_]
        name = self.out.foreign_id("gsn", "arguments", id_) or id_
        common = (name, tuple(argument.premises), argument.title or "")
        if self._forms[id_] == "strategy" and common in self._shared:
            self.names[id_] = self._shared[common]
            return
        self.names[id_] = self._shared[common] = self._name("arguments", id_)

    def _form(self, id_: str) -> str:
        """Give how an argument is written.

        As a `strategy`; `direct`, by supportedBy alone; as the `challenge` of its premise, or that once more; or as
        an `own` element, marked as the step of an attack or of a backing.
        """
        argument, kept = self.map.arguments[id_], self.kept("arguments", id_)
        is_bare = not self._more(id_)
        on_claim = argument.target in self.map.claims
        if argument.supports is not None:
            if not on_claim:
                return "own"
            is_first = (argument.target, "direct") not in self._slots
            if kept.get("direct") and is_bare and is_first and argument.target not in argument.premises:
                self._slots.add((argument.target, "direct"))
                return "direct"
            return "own" if self._is_strategy(argument.target) else "strategy"
        is_challenge = "challenges" in kept and is_bare and len(argument.premises) == 1
        if is_challenge and kept.get("again"):
            return "again"
        slot = (argument.premises[0], "challenge")
        has_element = on_claim or self._forms.get(argument.target) in ("strategy", "own")
        if is_challenge and slot not in self._slots and (has_element or id_ not in self._aimed_at):
            self._slots.add(slot)
            return "challenge"
        return "own"

    def _is_strategy(self, claim: str) -> bool:
        """Tell whether a claim is a strategy in the file: what supports one is no strategy to a reader, but a claim."""
        kept = self.kept("claims", claim)
        return (kept.get("kind") or (kept.get("prefix") and kind_of(self.names[claim]))) == "Strategy"

    def _more(self, id_: str) -> Mapping[str, Any]:
        """Give the fields of an argument beside what it is about."""
        entry = self.out.data["arguments"][id_]
        module = self.kept("arguments", id_).get("module")
        skipped = ("premises", "supports", "attacks", "x-from")
        return {key: value for key, value in entry.items() if key not in skipped and value not in ([], [module])}

    # --- bodies -----------------------------------------------------------------------------------------------------

    def _counters(self) -> set[str]:
        """Give the claims that speak only against what they lead to."""
        against: set[str] = set()
        waiting = [one for one in self.map.arguments.values() if one.attacks is not None]
        by_target: dict[str, list[Argument]] = {}
        for argument in self.map.arguments.values():
            if argument.supports is not None:
                by_target.setdefault(argument.supports, []).append(argument)
        while waiting:
            for premise in waiting.pop().premises:
                if premise not in against:
                    against.add(premise)
                    waiting += by_target.get(premise, [])
        roots = [*self.map.theses, *self.map.rivals]
        speaking: set[str] = set()
        while roots:
            root = roots.pop()
            if root not in speaking:
                speaking.add(root)
                roots += [premise for one in by_target.get(root, ()) for premise in one.premises]
        return against - speaking

    def _claim(self, id_: str) -> Body:
        claim, kept, name = self.map.claims[id_], self.kept("claims", id_), self.names[id_]
        is_top = id_ in self.map.theses or id_ in self.map.rivals
        is_developed = id_ in self._argued or is_top or claim.status == "open"
        kind = ("Counter" if id_ in self._counter else "") + ("Goal" if is_developed else "Solution")
        body = self._typed(name, kind, kept)
        if not (kept.get("untold") and claim.text == name):
            body["text"] = claim.text
        if claim.status == "open" or kept.get("undeveloped"):
            body["undeveloped"] = True
        if claim.status == "rejected":
            body["defeated"] = True
        self._settle(body, kept, self.out.data["claims"][id_])
        return body

    def _typed(self, name: str, kind: str, kept: Mapping[str, Any]) -> Body:
        if kept.get("prefix") and kind_of(name) is not None:
            return {}
        stated = kept.get("kind", kind)
        return {"nodeType": stated} if kind_of(name) != stated or "kind" in kept else {}

    def _settle(self, body: Body, kept: Mapping[str, Any], entry: Any) -> None:
        """Write what an element says beside its text."""
        fields: Mapping[str, Any] = entry if isinstance(entry, dict) else {}
        tags = [tag for tag in fields.get("tags", ()) if one_line(tag) == tag]
        if tags and tags == list(fields["tags"]):
            body["classes"] = tags
        if "inContextOf" in kept and (fields.get("note") or not kept.get("note")):
            body["inContextOf"] = kept["inContextOf"]  # where the note was taken out, so were they
        if "url" in kept:
            body["url"] = kept["url"]
        elif fields.get("cites"):
            address = self.out.data.get("sources", {}).get(fields["cites"][0].get("source"), {})
            if isinstance(address, dict) and "URL" in address:
                body["url"] = address["URL"]
        if isinstance(kept.get("more"), dict):
            body.update(kept["more"])

    def _step(self, id_: str) -> None:
        form, name = self._forms[id_], self.names[id_]
        if self.is_direct(id_) or name in self.bodies:
            return
        argument, kept = self.map.arguments[id_], self.kept("arguments", id_)
        is_attack = argument.attacks is not None
        body = self._typed(name, "CounterGoal" if is_attack else "Strategy", kept)
        title = argument.title or ""
        if isinstance(kept.get("text"), str) and one_line(kept["text"]) == title:
            body["text"] = kept["text"]
        elif cleaned(title):
            body["text"] = title
        body["supportedBy"] = [self.names[premise] for premise in argument.premises]
        for key in ("undeveloped", "defeated"):
            if kept.get(key):
                body[key] = True
        self._settle(body, kept, self.out.data["arguments"][id_])
        if form == "own":
            body[OURS] = json.dumps({"step": ATTACKS if is_attack else SUPPORTS})
        self.bodies[name] = body

    # --- what hangs on what -----------------------------------------------------------------------------------------

    def _join(self, id_: str, argument: Argument) -> None:
        """Write what an argument is about where GSN says it: at the conclusion, or at what challenges it."""
        form = self._forms[id_]
        if form == "again":
            return
        if form in ("strategy", "direct"):
            supporters = self.bodies[self.names[argument.target]].setdefault("supportedBy", [])
            names = [self.names[premise] for premise in argument.premises] if form == "direct" else [self.names[id_]]
            supporters += [name for name in names if name not in supporters]
            return
        body = self.bodies[self.names[id_]]
        about = self._about(id_, argument)
        if form == "own" and argument.supports is not None:
            body[OURS] = json.dumps({"step": SUPPORTS, "of": about})
        else:
            body["challenges"] = about

    def _about(self, id_: str, argument: Argument) -> str:
        """Give the element or the relation that an attack or a backing is about."""
        target = argument.target
        form = self._forms.get(target)
        if form not in ("direct", "challenge", "again", "strategy"):
            return self.names[target]
        other = self.map.arguments[target]
        there = self.names.get(other.target, "")
        told = self.kept("arguments", id_).get("challenges")
        ends = [self.names[premise] for premise in other.premises]
        if isinstance(told, str) and {part.strip() for part in told.split("->")} in (
            {self.names[target]}, *({there, end} for end in [*ends, self.names[target]])
        ):  # fmt: skip
            return told
        if form == "strategy":
            is_sole = self._sharing[self.names[target]] == 1
            return self.names[target] if is_sole else f"{there} -> {self.names[target]}"
        return f"{there} -> {ends[0]}"


def _ordered(body: Body) -> Body:
    """Give a body with what people look for first."""
    first = ("nodeType", "text", "supportedBy", "inContextOf", "challenges", "undeveloped", "defeated", "url")
    known = {key: body[key] for key in first if key in body}
    return {**known, **{key: value for key, value in body.items() if key not in known}}
