"""Outlines and mind maps as trees of twigs, and the claims and arguments that come of them.

A twig with a stance is a claim for or against what it hangs on; one that has premises below it is an argument with a
title. Headings are tags of what is below them, or say that all of it is for or against.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.findings import START
from coldwater.formats.foreign.links import Cited
from coldwater.formats.foreign.stances import stance_of
from coldwater.formats.foreign.texts import cleaned, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.formats.foreign.gathering import Entry, Gathering
    from coldwater.formats.foreign.places import Where
    from coldwater.formats.foreign.stances import Stance

_OF_STEPS = ("strength", "scheme")
_RELATIONS = ("supports", "attacks", "undercuts", "backs")


class Twig:
    """A line of an outline or a branch of a mind map.

    ``is_premise``: it stands for a premise of the argument that it hangs on. ``target``: the id of what it is about,
    where that is not what it hangs on. ``sees``: it is another place of the claim or argument of its id. ``role``:
    thesis, rival, loose or empty. ``links`` are words and addresses. ``fields`` are those of the claim or argument,
    ``kept`` its ``x-from``. ``step`` is the argument of a claim for or against something.
    """

    __slots__ = (
        "below", "contradicts", "entry", "fields", "id", "is_heading", "is_premise", "kept", "links", "place", "role",
        "sees", "stance", "step", "target", "text", "was_heading",
    )  # fmt: skip

    def __init__(self, text: str, place: Where, stance: Stance | None = None) -> None:
        self.text = text
        self.place = place
        self.stance = stance
        self.id: str | None = None
        self.is_premise = False
        self.is_heading = False
        self.was_heading = False
        self.sees = False
        self.target: str | None = None
        self.role = ""
        self.contradicts: list[str] = []
        self.fields: dict[str, Any] = {}
        self.kept: dict[str, Any] = {}
        self.links: list[tuple[str, str]] = []
        self.below: list[Twig] = []
        self.entry: Entry | None = None
        self.step: Entry | None = None

    @property
    def is_titled(self) -> bool:
        """Whether it is an argument with a title, whose premises hang on it."""
        return self.stance is not None and any(twig.is_premise for twig in self.below)


class _Around:
    """What a twig hangs on: the claim, the step, the tags of headings, and the stance that a heading gives."""

    __slots__ = ("argument", "claim", "is_top", "stance", "tags")

    def __init__(
        self,
        claim: Twig | None = None,
        argument: Twig | None = None,
        tags: tuple[str, ...] = (),
        stance: Stance | None = None,
    ) -> None:
        self.claim = claim
        self.argument = argument
        self.tags = tags
        self.stance = stance
        self.is_top = False


class Growing:
    """Makes claims and arguments of twigs. ``unsigned`` counts those without a stance that were taken for support."""

    def __init__(self, gathering: Gathering) -> None:
        self.gathering = gathering
        self.unsigned = 0
        self._by_id: dict[str, Twig] = {}
        self._later: list[tuple[Twig, _Around]] = []
        self._dropped: set[Entry] = set()
        self._cited = Cited(gathering)

    def grow(self, roots: Sequence[Twig]) -> None:
        """Take all twigs. Cost is linear."""
        for twig, around in _walked(roots):
            self._make(twig, around)
            self._later.append((twig, around))
        for twig, around in self._later:
            self._relate(twig, around)
        for twig, _ in self._later:
            if twig.entry is not None and twig.entry.section == "claims":
                for other in twig.contradicts:
                    found = self._by_id.get(other)
                    if found is not None and found.entry is not None and found.entry.section == "claims":
                        self.gathering.contradict(twig.entry, found.entry)
        self._mend_empty()

    def _make(self, twig: Twig, around: _Around) -> None:
        if twig.is_heading or (twig.sees and twig.id is not None):
            return
        if around.tags and not twig.is_titled:
            twig.fields["tags"] = list(dict.fromkeys([*twig.fields.get("tags", ()), " / ".join(around.tags)]))
        self._leave(twig)
        if twig.is_titled:
            said = cleaned(twig.text)
            title = None if said in _RELATIONS else said
            fields = {**({"title": title} if title else {}), **twig.fields}
            twig.entry = twig.step = self._argument(twig, fields, twig.id)
        else:
            step: dict[str, Any] = {key: twig.fields.pop(key) for key in _OF_STEPS if key in twig.fields}
            wish = "" if one_line(twig.text) else twig.id or ""
            twig.entry = self.gathering.claim(twig.text, wish=wish, id_=twig.id, place=twig.place, **twig.fields)
            if twig.stance or around.claim or twig.target:
                twig.step = self._argument(twig, step, None)
                twig.step.premises = [twig.entry]
        twig.entry.kept.update(twig.kept)
        for _, url in twig.links:
            self.gathering.cite(twig.entry, self._cited.source(url, twig.place))
        if twig.id is not None:
            self._by_id.setdefault(twig.id, twig)

    def _leave(self, twig: Twig) -> None:
        """Leave out fields that only the other sort of entry has."""
        for field in [field for field in twig.fields if twig.is_titled != (field in _OF_STEPS) and field != "note"]:
            if twig.is_titled or (twig.stance is None and not twig.target):
                del twig.fields[field]
                self.gathering.lose(f"`{field}`", "there is no such field here", twig.id, many=f"`{field}`")

    def _argument(self, twig: Twig, fields: dict[str, Any], id_: str | None) -> Entry:
        entry = self.gathering.argument([], _NOTHING, id_=id_, place=twig.place, **fields)
        entry.target = None
        return entry

    def _relate(self, twig: Twig, around: _Around) -> None:
        if twig.is_heading:
            return
        seen = self._by_id.get(twig.id or "") if twig.sees else None
        entry = seen.entry if seen else twig.entry
        if entry is None:
            self.gathering.remark(twig.place, f"`{twig.id}` is referred to here, but is nowhere else; it is left out")
            self.gathering.lose("reference", "it leads nowhere", twig.id)
            return
        if twig.role in ("thesis", "rival") and entry.section == "claims":
            self._root(twig, entry)
        if twig.is_premise and around.argument is not None and around.argument.step is not None:
            step = around.argument.step
            if entry.section == "claims" and entry not in step.premises:
                step.premises.append(entry)
            if twig.step is not None:
                self._dropped.add(twig.step)
                twig.step = None
            return
        if twig.sees and entry.section == "claims" and around.claim is not None:
            twig.step = self._argument(twig, {}, None)
            twig.step.premises = [entry]
        if twig.step is not None:
            self._aim(twig, around)
        elif around.claim is None and entry.section == "claims":
            self._root(twig, entry)

    def _aim(self, twig: Twig, around: _Around) -> None:
        """Say what an argument is about."""
        assert twig.step is not None
        stance = twig.stance or around.stance
        if stance is None:
            self.unsigned += 1
        target = None
        if twig.target is not None:
            found = self._by_id.get(twig.target)
            target = found.entry if found else None
        elif around.argument is not None and (around.argument.is_titled or stance in ("undercuts", "backs")):
            target = around.argument.step
        if target is None and around.claim is not None and twig.target is None:
            target = around.claim.entry or self._entry_of(around.claim)
        if target is None:
            where = f"`{twig.target}`, which is nowhere" if twig.target else "nothing"
            self.gathering.remark(twig.place, f"this speaks for or against {where}; it is left as a claim of its own")
            if twig.target:
                self.gathering.lose("argument", "what it is about is not in the file", twig.id)
            self._dropped.add(twig.step)
            for premise in twig.step.premises:
                self._root(twig, premise)
            twig.step = None
            return
        twig.step.target = target
        twig.step.attacks = stance in ("attacks", "undercuts")

    def _entry_of(self, twig: Twig) -> Entry | None:
        found = self._by_id.get(twig.id or "")
        return found.entry if found else None

    def _root(self, twig: Twig, claim: Entry) -> None:
        kept = {"rival": self.gathering.rivals, "loose": None}.get(twig.role, self.gathering.theses)
        if kept is not None and claim not in self.gathering.theses and claim not in kept:
            kept.append(claim)

    def _mend_empty(self) -> None:
        """Make a claim of the title of an argument that has no premise."""
        arguments = self.gathering.arguments
        self.gathering.forget([one for one in arguments if one in self._dropped or one.target is None])
        for argument in arguments:
            if not argument.premises:
                title = str(argument.fields.get("title") or argument.kept.get("id") or "…")
                self.gathering.remark(argument.place, "no premise is given here; the title is taken for one")
                argument.premises = [self.gathering.claim(title, place=argument.place)]


def _walked(roots: Sequence[Twig]) -> Iterator[tuple[Twig, _Around]]:
    """Give all twigs, each before what is below it, with what it hangs on; a stack, as they may lie deep."""
    waiting = [(root, _Around()) for root in reversed(roots)]
    for _, top in waiting:
        top.is_top = True
    while waiting:
        twig, around = waiting.pop()
        yield twig, around
        if twig.is_heading:
            stance = twig.stance or stance_of(twig.text)
            name = one_line(twig.text)
            tags = around.tags if stance or around.is_top or not name else (*around.tags, name)
            inside = _Around(around.claim, around.argument, tags, stance or around.stance)
        elif twig.is_titled:
            inside = _Around(around.claim, twig, around.tags)
        else:
            inside = _Around(twig, None if twig.is_premise else twig, around.tags)
        waiting.extend((below, inside) for below in reversed(twig.below))


def settle_headings(roots: Sequence[Twig], gathering: Gathering, has_tops: bool = True) -> None:
    """Tell which headings are claims: those that have a sign, or more than a name, or that what is below is about.

    A heading that is a stance (`Pro`) groups what is for or against; one of up to three words without a full stop over
    other things is a tag. A top heading (``has_tops``: the roots are) is a claim unless it heads claims of their own.
    """
    order = [twig for twig, _ in _walked(roots)]
    for twig in order:
        twig.was_heading = twig.is_heading
    tops = set(roots) if has_tops else set()
    named = []
    for twig in reversed(order):
        if not twig.is_heading:
            continue
        below = twig.below
        if twig.stance is None and stance_of(twig.text) and below:
            continue
        is_name = len(twig.text.split()) <= 3 and twig.text[-1:] not in (".", "!", "?", "…", "。")
        if twig in tops:
            is_claim = not below or any(one.is_heading or not one.was_heading for one in below)
        else:
            is_claim = bool(twig.stance) or not is_name or not below
        twig.is_heading = not is_claim
        if not is_claim and twig not in tops:
            named.append(twig.text)
    if named:
        said = ", ".join(f"`{one_line(name)[:40]}`" for name in reversed(named[-5:]))
        what = f"{len(named):,} names of groups are" if len(named) > 1 else "1 name of a group is"
        gathering.remark(
            START, f"{what} taken for tags of what they head, not for claims: {said}{'…' if len(named) > 5 else ''}"
        )


class _Nothing:
    """Stands for a target until it is found."""


_NOTHING: Any = _Nothing()
