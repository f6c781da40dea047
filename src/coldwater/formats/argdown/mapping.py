"""A debate as a map: statements are claims, steps and sketches arguments, contradictions and contraries contradict."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from coldwater.formats.argdown.debate import (
    ATTACK,
    CONTRADICTORY,
    CONTRARY,
    ENTAILS,
    SUPPORT,
    UNDERCUT,
    Argument,
    Inference,
    Statement,
)
from coldwater.formats.argdown.saying import Sources, say
from coldwater.formats.argdown.steps import premises_of
from coldwater.formats.argdown.texts import without_last_tags
from coldwater.formats.foreign.gathering import Entry
from coldwater.formats.foreign.naming import is_readable_id
from coldwater.formats.foreign.scheme_names import scheme_of
from coldwater.model import composed
from coldwater.model.ids import is_id

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coldwater.findings import Place
    from coldwater.formats.argdown.debate import Debate, Line, Relation, Titled
    from coldwater.formats.foreign.gathering import Gathering

#: What data say of a statement that is there only because Argdown needs a conclusion to attack or back something.
ONLY_CONCLUSION = ("only", "conclusion")
_SUPPORTS = (SUPPORT, ENTAILS)


class Mapper:
    """Puts a debate into a gathering. ``place`` gives the place of what stands at an offset."""

    def __init__(self, debate: Debate, gathering: Gathering, place: Callable[[int], Place]) -> None:
        self.debate = debate
        self.gathering = gathering
        self.place = place
        self.sources = Sources(gathering)
        self.claims: dict[Titled, Entry] = {}
        self.steps: dict[Inference, Entry] = {}
        self.sketches: dict[Argument, list[Entry]] = {}
        self.named: dict[str, Entry] = {}
        self.targets: list[tuple[Entry, Relation]] = []
        self._outgoing: dict[Titled, list[Relation]] = {}
        for relation in debate.relations:
            self._outgoing.setdefault(relation.source, []).append(relation)
        self.aids = self._aids()

    def map(self) -> None:
        """Do it."""
        debate = self.debate
        for statement in sorted(debate.statements.values(), key=lambda one: one.at):
            if statement not in self.aids:
                self.claims[statement] = self._claim(statement)
        arguments = sorted(debate.arguments.values(), key=lambda one: one.at if one.wordings else one.lines[0].at)
        for argument in arguments:
            if not argument.lines:
                self.claims[argument] = self._gist(argument)
        made: list[tuple[int, Callable[[], None]]] = []
        for argument in arguments:
            if argument.lines:
                made.append((argument.lines[0].at, lambda one=argument: self._reconstructed(one)))  # type: ignore[misc]
        for relation in debate.relations:
            if relation.source not in self.aids:
                made.append((relation.at, lambda one=relation: self._related(one)))  # type: ignore[misc]
        for _, make in sorted(made, key=lambda one: one[0]):
            make()
        for entry, relation in self.targets:
            self._aim(entry, relation)

    # --- claims -------------------------------------------------------------------------------------------------------

    def _aids(self) -> dict[Statement, Relation]:
        """Give the statements that stand for nothing but what their one relation says, with that relation."""
        uses = Counter(id(relation.target) for relation in self.debate.relations)
        ends: set[Statement] = set()
        for argument in self.debate.arguments.values():
            for line in argument.lines[:-1]:
                uses[id(line.statement)] += 1
            if argument.lines:
                ends.add(argument.lines[-1].statement)
        key, value = ONLY_CONCLUSION
        return {
            one: self._outgoing[one][0]
            for one in self.debate.statements.values()
            if one.data.get(key) == value and one in ends and not uses[id(one)] and len(self._outgoing.get(one, ())) == 1
        }

    def _claim(self, statement: Statement) -> Entry:
        text = self._text(statement)
        data = dict(statement.data)
        id_ = _own_id(data)
        entry = self.gathering.claim(
            text or statement.title,
            wish=(text or "") if statement.is_untitled else statement.title,
            id_=id_ or (None if statement.is_untitled else statement.title),
            place=self.place(statement.at),
            tags=self._tags(statement),
        )
        entry.is_ours = id_ is not None
        if statement.is_untitled:
            entry.kept["untitled"] = True
        elif not text:
            entry.kept["bare"] = True
        data.pop("arguments", None)
        _take_exact(data, entry)
        self._say_all(entry, statement, data)
        for name in (statement.title, id_ or statement.title):
            self.named[name] = entry
        return entry

    def _gist(self, argument: Argument) -> Entry:
        """Give the claim that stands for what a sketched argument says."""
        text = self._text(argument)
        data = dict(argument.data)
        leads_on = bool(self._outgoing.get(argument))
        own = _own_id(data, "claim") if leads_on else _own_id(data)
        id_ = own or (None if leads_on else argument.title)
        entry = self.gathering.claim(
            text or argument.title,
            wish=text if leads_on and text else argument.title,
            id_=id_,
            place=self.place(argument.at),
            tags=self._tags(argument),
            implicit=None if text else True,
        )
        entry.is_ours = own is not None
        entry.is_made_up = not text
        entry.kept["argument"] = argument.title
        for key in ("id", "title", "scheme", "roles", "answers", "strength", "arguments"):
            data.pop(key, None)
        _take_exact(data, entry)
        self._say_all(entry, argument, data)
        self.named.setdefault(argument.title, entry)
        return entry

    def _say_all(self, entry: Entry, one: Titled, data: Mapping[str, Any]) -> None:
        say(entry, data, self.gathering, self.sources, one.title)
        for url, words in one.links.items():
            if url.startswith(("http://", "https://")) and url.isascii() and "cites" not in entry.extra:
                self.gathering.cite(entry, self.sources.named(words, url))
            else:
                self.gathering.lose("link", "a map has no links but to sources", one.title)
        if one.others:
            entry.kept["wordings"] = one.others
            self.gathering.lose(
                "other wording", "a claim is said once; the last wording is taken", one.title, count=len(one.others)
            )
        if one.section:
            entry.kept["section"] = list(one.section)

    def _text(self, one: Titled) -> str:
        return without_last_tags(one.text or "") if one.tags else one.text or ""

    def _tags(self, one: Titled) -> list[str]:
        section = [" / ".join(one.section)] if one.section else []
        return list(dict.fromkeys([*(tag.strip() for tag in one.tags if tag.strip()), *section]))

    # --- arguments ----------------------------------------------------------------------------------------------------

    def _reconstructed(self, argument: Argument) -> None:
        """Take an argument for each step of a premise-conclusion structure; the last one has its title."""
        steps = premises_of(argument, lambda at, message: self.gathering.remark(self.place(at), message))
        for line, premises in steps:
            assert line.inference is not None  # these are steps
            is_last = line is argument.lines[-1]
            aid = self.aids.get(line.statement) if is_last else None
            data = dict(argument.data) if is_last else {}
            own = {key: value for key, value in line.inference.data.items() if key != "uses"}
            id_ = _own_id(data) or _own_id(own)
            title = None if argument.is_untitled else argument.title
            entry = self.gathering.argument(
                [self.claims[one.statement] for one in premises],
                self.claims.get(line.statement) or self.claims[premises[0].statement],
                id_=id_ or (title if is_last else None),
                wish=(title if is_last else f"{title} {line.inference.number + 1}") if title else "",
                place=self.place(argument.at if is_last and argument.wordings else line.inference.at),
                title=_title(data, own, title, id_) if is_last else own.pop("title", None),
                scheme=scheme_of(line.inference.rules[0]) if line.inference.rules else None,
                note=(self._text(argument) or None) if is_last else None,
                tags=self._tags(argument) if is_last else None,
            )
            entry.is_ours = id_ is not None
            self.steps[line.inference] = entry
            if len(line.inference.rules) > 1:
                self.gathering.lose("rule of inference", "an argument has one scheme, the first rule", argument.title, many="rules of inference")
            if line.inference.rules and line.inference.rules != [entry.fields["scheme"]]:
                entry.kept["rules"] = line.inference.rules
            if len(steps) > 1 or argument.is_untitled:
                entry.kept.update(structure=argument.title, step=line.inference.number)
            if argument.is_untitled:
                entry.kept["untitled"] = True
            if is_last and self._text(argument):
                entry.kept["described"] = True
            if is_last:
                self._say_all(entry, argument, data)
            say(entry, own, self.gathering, self.sources, argument.title, keep_as="inference")
            if "note" in entry.extra:
                entry.fields.pop("note", None)
            if "scheme" in entry.extra:
                entry.fields.pop("scheme", None)
            if aid is not None:
                self.targets.append((entry, aid))

    def _related(self, relation: Relation) -> None:
        """Take a relation that somebody wrote down."""
        source, target, kind = relation.source, relation.target, relation.kind
        claim = self.claims.get(source)
        if claim is None:
            return
        if kind in (CONTRADICTORY, CONTRARY) and isinstance(target, Statement) and target in self.claims:
            if source is target:
                self.gathering.lose("contradiction of a statement with itself", "a claim contradicts others", source.title)
            self.gathering.contradict(claim, self.claims[target])
            if kind == CONTRARY:
                claim.kept.setdefault("contrary", []).append(target.title)
            return
        entry = self._sketch(source, claim, relation)
        if entry is not None:
            self.targets.append((entry, relation))

    def _sketch(self, source: Titled, claim: Entry, relation: Relation) -> Entry | None:
        place = self.place(relation.at)
        if isinstance(source, Statement):
            fields = _told(source.data.get("arguments"), relation)
            id_ = _own_id(fields)
            entry = self.gathering.argument([claim], claim, id_=id_, place=place)
            entry.is_ours = id_ is not None
            title = fields.pop("title", None)
            if isinstance(title, str) and title.strip():
                entry.extra["title"] = title
            say(entry, fields, self.gathering, self.sources, source.title)
            return entry
        assert isinstance(source, Argument)
        before = self.sketches.setdefault(source, [])
        data = {key: source.data[key] for key in ("id", "title", "scheme", "roles", "answers", "strength") if key in source.data}
        id_ = _own_id(_told(source.data.get("arguments"), relation)) or (None if before else _own_id(data))
        data.pop("id", None)
        entry = self.gathering.argument(
            [claim], claim, id_=id_ or (None if before else source.title), wish=source.title, place=place,
            title=_title(data, {}, source.title, id_),
        )  # fmt: skip
        entry.is_ours = id_ is not None
        entry.kept["argument"] = source.title
        say(entry, data, self.gathering, self.sources, source.title)
        before.append(entry)
        return entry

    def _aim(self, entry: Entry, relation: Relation) -> None:
        """Say what an argument is about. An undercut of a sketch that leads to several is one of each."""
        target, kind = relation.target, relation.kind
        entry.attacks = kind not in _SUPPORTS
        if isinstance(target, Inference):
            entry.target = self.steps[target]
            return
        if isinstance(target, Argument) and target.lines:
            entry.target = self.steps[target.inferences[-1]]
            if kind != UNDERCUT:
                entry.kept["relation"] = kind
            return
        sketches = self.sketches.get(target, []) if isinstance(target, Argument) else []
        if kind == UNDERCUT and sketches:
            entry.target = sketches[0]
            for other in sketches[1:]:
                copy = self.gathering.argument(entry.premises, other, attacks=True, place=entry.place)
                copy.kept.update(entry.kept, also=True)
                copy.kept.pop("id", None)
            return
        aimed = self.claims.get(target)
        entry.target = aimed if aimed is not None else entry.premises[0]
        if kind == UNDERCUT:
            entry.kept["relation"] = kind


def _own_id(data: dict[str, Any], key: str = "id") -> str | None:
    """Take the id out of data that we wrote."""
    id_ = data.get(key)
    if isinstance(id_, str) and is_id(composed(id_)):
        del data[key]
        return composed(id_)
    return None


def _take_exact(data: dict[str, Any], entry: Entry) -> None:
    """Take the text as it was before it was put on one line, where data tell it."""
    exact = data.get("text")
    if isinstance(exact, str) and exact.strip():
        entry.fields["text"] = data.pop("text")


def _title(data: dict[str, Any], own: dict[str, Any], title: str | None, id_: str | None) -> str | None:
    """Give the title of an argument: what data say, or else its own unless that is its id."""
    for told in (data, own):
        if "title" in told and (told["title"] is None or isinstance(told["title"], str)):
            said: str | None = told.pop("title")
            return said if said and said.strip() else None
    if title is None or (id_ is None and is_readable_id(title)) or id_ == title:
        return None
    return title


def _told(arguments: Any, relation: Relation) -> dict[str, Any]:
    """Give what the data of a statement say of the argument that a relation of it is."""
    target = relation.target
    title = target.argument.title if isinstance(target, Inference) else target.title
    key = "supports" if relation.kind in _SUPPORTS else "attacks"
    for one in arguments if isinstance(arguments, list) else ():
        if isinstance(one, dict) and one.get(key) == title:
            return {name: value for name, value in one.items() if name != key}
    return {}
