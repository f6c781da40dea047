"""Steps of structures and relations as arguments of a map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.formats.argdown.claiming import ABOUT_STEP, bare_text, tags_of
from coldwater.formats.argdown.debate import CONTRADICTORY, CONTRARY, UNDERCUT, Argument, Inference, Statement
from coldwater.formats.argdown.ours import SUPPORTING, own_id, own_title, told_of
from coldwater.formats.argdown.saying import say
from coldwater.formats.argdown.steps import premises_of
from coldwater.formats.foreign.scheme_names import scheme_of

if TYPE_CHECKING:
    from coldwater.formats.argdown.claiming import Claims
    from coldwater.formats.argdown.debate import Line, Relation, Titled
    from coldwater.formats.foreign.gathering import Entry


class Arguments:
    """Arguments as they are met; what each is about is said at the end, when all are there."""

    def __init__(self, claims: Claims, aids: dict[Statement, Relation]) -> None:
        """``aids``: statements that stand for nothing but what their one relation says."""
        self.claims = claims
        self.gathering = claims.gathering
        self.aids = aids
        self._steps: dict[Inference, Entry] = {}
        self._sketches: dict[Argument, list[Entry]] = {}
        self._aims: list[tuple[Entry, Relation]] = []

    # --- structures ---------------------------------------------------------------------------------------------------

    def take_structure(self, argument: Argument) -> None:
        """Take an argument for each step of a premise-conclusion structure; the last one has its title."""
        steps = premises_of(argument, lambda at, message: self.gathering.remark(self.claims.place(at), message))
        for line, premises in steps:
            if line is argument.lines[-1]:
                entry = self._last_step(argument, line, premises)
            else:
                entry = self._earlier_step(argument, line, premises)
            self._take_rules(entry, argument, line)
            if len(steps) > 1 or argument.is_untitled:
                assert line.inference is not None  # these are steps
                entry.kept.update(structure=argument.title, step=line.inference.number)
            if argument.is_untitled:
                entry.kept["untitled"] = True

    def _last_step(self, argument: Argument, line: Line, premises: list[Line]) -> Entry:
        assert line.inference is not None  # this is a step
        data, inner = dict(argument.data), _without_uses(line.inference)
        id_ = own_id(data) or own_id(inner)
        title = None if argument.is_untitled else argument.title
        described = bare_text(argument)
        entry = self._step(line, premises, id_ or title, title or "")
        entry.is_ours = id_ is not None
        entry.fields |= {"title": own_title(data, inner, title, id_), "note": described, "tags": tags_of(argument)}
        if argument.wordings:
            entry.place = self.claims.place(argument.at)
        if described:
            entry.kept["described"] = True
        self.claims.say(entry, argument, data)
        self._say_inner(entry, inner, argument)
        if "note" in entry.extra:
            del entry.fields["note"]
        if line.statement in self.aids:
            self._aims.append((entry, self.aids[line.statement]))
        return entry

    def _earlier_step(self, argument: Argument, line: Line, premises: list[Line]) -> Entry:
        assert line.inference is not None  # this is a step
        inner = _without_uses(line.inference)
        id_ = own_id(inner)
        wish = "" if argument.is_untitled else f"{argument.title} {line.inference.number + 1}"
        entry = self._step(line, premises, id_, wish)
        entry.is_ours = id_ is not None
        entry.fields["title"] = own_title(inner, {}, None, id_)
        self._say_inner(entry, inner, argument)
        return entry

    def _step(self, line: Line, premises: list[Line], id_: str | None, wish: str) -> Entry:
        assert line.inference is not None  # this is a step
        of = self.claims.of
        target = of.get(line.statement) or of[premises[0].statement]  # that of an aid is said later
        entry = self.gathering.argument(
            [of[one.statement] for one in premises], target, id_=id_, wish=wish,
            place=self.claims.place(line.inference.at),
        )  # fmt: skip
        self._steps[line.inference] = entry
        return entry

    def _say_inner(self, entry: Entry, inner: dict[str, Any], argument: Argument) -> None:
        say(entry, inner, self.gathering, self.claims.sources, argument.title, keep_as="inference")

    def _take_rules(self, entry: Entry, argument: Argument, line: Line) -> None:
        rules = line.inference.rules if line.inference is not None else []
        if not rules:
            return
        scheme = scheme_of(rules[0])
        if "scheme" not in entry.extra:
            entry.fields["scheme"] = scheme
        if rules != [scheme]:
            entry.kept["rules"] = rules
        if len(rules) > 1:
            self.gathering.lose(
                "rule of inference", "an argument has one scheme, the first rule", argument.title,
                many="rules of inference", count=len(rules) - 1,
            )  # fmt: skip

    # --- relations ----------------------------------------------------------------------------------------------------

    def take_relation(self, relation: Relation) -> None:
        """Take a relation that somebody wrote down."""
        source, target, kind = relation.source, relation.target, relation.kind
        claim = self.claims.of[source]
        if kind in (CONTRADICTORY, CONTRARY) and isinstance(target, Statement) and target in self.claims.of:
            if source is target:
                why = "a claim contradicts others"
                self.gathering.lose("contradiction of a statement with itself", why, source.title)
            self.gathering.contradict(claim, self.claims.of[target])
            if kind == CONTRARY:
                claim.kept.setdefault("contrary", []).append(target.title)
        elif isinstance(source, Argument):
            self._aims.append((self._sketch(source, claim, relation), relation))
        else:
            self._aims.append((self._related(source, claim, relation), relation))

    def _related(self, source: Titled, claim: Entry, relation: Relation) -> Entry:
        fields = told_of(source.data.get("arguments"), relation)
        id_ = own_id(fields)
        entry = self.gathering.argument([claim], claim, id_=id_, place=self.claims.place(relation.at))
        entry.is_ours = id_ is not None
        entry.fields["title"] = own_title(fields, {}, None, None)
        say(entry, fields, self.gathering, self.claims.sources, source.title)
        return entry

    def _sketch(self, source: Argument, claim: Entry, relation: Relation) -> Entry:
        before = self._sketches.setdefault(source, [])
        data: dict[str, Any] = {
            key: source.data[key] for key in ("id", *ABOUT_STEP) if key in source.data and key != "arguments"
        }
        id_ = own_id(told_of(source.data.get("arguments"), relation)) or (None if before else own_id(data))
        data.pop("id", None)
        entry = self.gathering.argument(
            [claim], claim, id_=id_ or (None if before else source.title), wish=source.title,
            place=self.claims.place(relation.at), title=own_title(data, {}, source.title, id_),
        )  # fmt: skip
        entry.is_ours = id_ is not None
        entry.kept["argument"] = source.title
        say(entry, data, self.gathering, self.claims.sources, source.title)
        before.append(entry)
        return entry

    # --- targets ------------------------------------------------------------------------------------------------------

    def aim(self) -> None:
        """Say what each argument is about."""
        for entry, relation in self._aims:
            self._aim(entry, relation)

    def _aim(self, entry: Entry, relation: Relation) -> None:
        """Aim an argument. An undercut of a sketch that leads to several is one of each."""
        target, kind = relation.target, relation.kind
        entry.attacks = kind not in SUPPORTING
        if isinstance(target, Inference):
            entry.target = self._steps[target]
            return
        if isinstance(target, Argument) and target.lines:
            entry.target = self._steps[target.inferences[-1]]
            if kind != UNDERCUT:
                entry.kept["relation"] = kind
            return
        sketches = self._sketches.get(target, []) if isinstance(target, Argument) else []
        if kind == UNDERCUT and sketches:
            entry.target = sketches[0]
            for other in sketches[1:]:
                copy = self.gathering.argument(entry.premises, other, attacks=True, place=entry.place)
                copy.kept.update(entry.kept, also=True)
                copy.kept.pop("id", None)
            return
        aimed = self.claims.of.get(target)
        entry.target = aimed if aimed is not None else entry.premises[0]
        if kind == UNDERCUT:
            entry.kept["relation"] = kind


def _without_uses(inference: Inference) -> dict[str, Any]:
    return {key: value for key, value in inference.data.items() if key != "uses"}
