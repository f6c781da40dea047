"""A case in GSN made a map: goals and solutions are claims, strategies steps, contexts notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.formats.foreign.gathering import Gathering
from coldwater.formats.foreign.json_document import word
from coldwater.formats.foreign.standing import Standing
from coldwater.formats.foreign.texts import cleaned, one_line
from coldwater.formats.gsn.challenges import Challenges
from coldwater.formats.gsn.contexts import Contexts
from coldwater.formats.gsn.elements import read_ours
from coldwater.formats.gsn.kinds import GOALS, OURS
from coldwater.formats.gsn.losing import lose_attributes, remark_validity
from coldwater.formats.gsn.modules import Case
from coldwater.formats.gsn.roles import Roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.formats.foreign.gathering import Entry
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.gsn.elements import Element


def read_case(given: Given) -> Imported:
    """Read a case. Raises RefusedError for what is no YAML, no mapping, or holds no element."""
    gathering = Gathering("gsn", given)
    case = Case(gathering, given)
    _Reader(gathering, case).read()
    return gathering.finish()


class _Reader:
    """Makes entries of elements: claims first, then what supports them, then what challenges any of these."""

    def __init__(self, gathering: Gathering, case: Case) -> None:
        self.gathering = gathering
        self.case = case
        self.roles = Roles(case, gathering)
        self.contexts = Contexts(case, self.roles, gathering)
        self.claims: dict[tuple[int, str], Entry] = {}
        #: The arguments of each step, one for each claim that it supports.
        self.steps: dict[tuple[int, str], list[Entry]] = {}
        #: The arguments that a relation between two elements belongs to, by their keys.
        self.relations: dict[tuple[tuple[int, str], tuple[int, str]], list[Entry]] = {}
        self.expected: dict[Entry, str] = {}
        self.sources: dict[str, Entry] = {}
        self.is_ours = False

    def read(self) -> None:
        """Read all elements."""
        self._header()
        for element in self.case:
            if self.roles.is_claim(element):
                self.claims[element.key] = self._claim(element)
        for element in self.case:
            self._supports(element)
            remark_validity(self.case, element)
            lose_attributes(self.gathering, element)
        Challenges(self).read()
        self.contexts.keep()
        if self.expected:
            self.gathering.fields["expect"] = {"verdicts": dict(self.expected)}
        self.gathering.theses = self._theses()

    def _header(self) -> None:
        header = self.case.headers[0]
        gathering = self.gathering
        gathering.title = word(header.get("name")) or ""
        gathering.fields["description"] = cleaned(word(header.get("brief")) or "")
        ours = read_ours(header.get(OURS), lambda message: gathering.remark(self.case.place("module"), message))
        if ours is not None:
            self.is_ours = True
            gathering.extra |= ours
            for key in ours:
                gathering.fields.pop(key, None)
        left = {key: value for key, value in header.items() if key != OURS}
        if "uses" in left:
            left["uses"] = self.case.missing
        if "extends" in left and len(self.case.headers) > 1:
            del left["extends"]
        if left := {key: value for key, value in left.items() if value not in (None, [], {})}:
            gathering.kept["module"] = left
        for key in header.keys() - {"name", "brief", "uses", "extends", OURS}:
            gathering.lose("field of a module", "a map has no field for it", key, many="fields of modules")
        if len(self.case.headers) > 1:
            gathering.lose(
                "division into modules", "a map is one file; each claim has its module as a tag",
                many="divisions into modules",
            )  # fmt: skip

    # --- entries ----------------------------------------------------------------------------------------------------

    def _claim(self, element: Element) -> Entry:
        text = element.text if cleaned(element.text) else element.id
        claim = self.gathering.claim(text, wish=element.id, id_=element.id, place=element.place)
        if not cleaned(element.text):
            claim.kept["untold"] = True
        if element.undeveloped:
            claim.fields["status"] = "open"
        if element.defeated:
            claim.fields["status"] = "rejected"
            if element.undeveloped:
                claim.kept["undeveloped"] = True
        self._settle(claim, element)
        return claim

    def step(self, element: Element, target: Entry, attacks: bool = False) -> Entry:
        """Make the argument of a step."""
        premises = [self.claims[child.key] for child in element.children if child.key in self.claims]
        title = one_line(element.text)
        step = self.gathering.argument(
            premises, target, attacks=attacks, wish=element.id, id_=element.id, place=element.place, title=title
        )
        if title != cleaned(element.text):
            step.kept["text"] = cleaned(element.text)
        for key in ("undeveloped", "defeated"):
            if getattr(element, key):
                step.kept[key] = True
        if element.defeated:
            self.expected[step] = "out"
        self._settle(step, element)
        self.steps.setdefault(element.key, []).append(step)
        return step

    def _settle(self, entry: Entry, element: Element) -> None:
        """Give an entry what its element says beside its text, unless it says so in our words."""
        entry.is_ours = self.is_ours
        entry.extra |= {key: value for key, value in element.ours.items() if key not in ("step", "of")}
        if element.is_stated:
            entry.kept["kind"] = element.kind
        elif not entry.is_ours:
            entry.kept["prefix"] = True
        if element.more:
            entry.kept["more"] = element.more
        tags = list(dict.fromkeys(one_line(one) for one in element.classes))
        if len(self.case.headers) > 1:
            module = one_line(self.case.names[element.key[0]])
            entry.kept["module"] = module
            tags += [module] if module and module not in tags else []
        entry.fields["tags"] = [tag for tag in tags if tag]
        entry.fields["note"] = self.contexts.note(element, entry)
        self._cite(entry, element)
        for key in entry.extra:
            entry.fields.pop(key, None)

    def _cite(self, entry: Entry, element: Element) -> None:
        if element.url is None or "cites" in entry.extra or "sources" in self.gathering.extra:
            return
        url = element.url.strip()
        if not is_url(url):
            entry.kept["url"] = element.url
            self.gathering.lose(
                "url that is no address", "a source has an address of the web", element.id,
                many="urls that are no addresses",
            )  # fmt: skip
            return
        if url not in self.sources:
            self.sources[url] = self.gathering.source(one_line(element.text) or element.id, wish=element.id, URL=url)
        self.gathering.cite(entry, self.sources[url])

    def _supports(self, element: Element) -> None:
        """Make the arguments for a claim: one for each strategy below it, and one of all else that supports it."""
        absent = [id_ for id_ in element.supported_by if self.case.find(id_, element) is None]
        for id_ in absent:
            message = f"`{element.id}` is supported by `{id_}`, which is not there (C03)"
            self.case.remark(element, message)
            self.gathering.lose(
                "support by what is not there", "nothing is known of it", f"{element.id} -> {id_}",
                many="supports by what is not there",
            )  # fmt: skip
        claim = self.claims.get(element.key)
        if claim is None:
            return
        if absent:
            claim.kept["absent"] = absent
        for child in element.children:
            if self.roles.is_step(child) and "step" not in child.ours:
                self._relate(self.step(child, claim), element, child)
        direct = [child for child in element.children if child.key in self.claims]
        if direct:
            premises = [self.claims[child.key] for child in direct]
            step = self.gathering.argument(premises, claim, wish=f"{element.id}-support", place=element.place)
            step.kept["direct"] = True
            for child in direct:
                self.relations.setdefault((element.key, child.key), []).append(step)

    def _relate(self, step: Entry, conclusion: Element, strategy: Element) -> None:
        """Note which relations an argument belongs to."""
        for pair in ((conclusion, strategy), *((strategy, below) for below in strategy.children)):
            self.relations.setdefault((pair[0].key, pair[1].key), []).append(step)

    # --- theses -----------------------------------------------------------------------------------------------------

    def _theses(self) -> list[Entry]:
        """Give the goals that support nothing, those with most behind them first; what has reasons counts as one."""
        tops = [
            element
            for element in self.case
            if self.roles.is_claim(element) and not element.parents and not element.challenges
        ]
        goals = [element for element in tops if element.kind in GOALS]
        if len(goals) > 1 and not self.is_ours:
            names = ", ".join(f"`{element.id}`" for element in goals[:5]) + (" …" if len(goals) > 5 else "")
            self.case.remark(
                goals[1], f"more than one goal stands at the top (C01): {names}; the map has as many theses"
            )
        for element in tops:
            if element.kind == "Strategy" and not self.is_ours:
                self.case.remark(element, f"`{element.id}` stands at the top and is no goal (C02)")
        told = {self.claims[element.key]: None for element in goals}
        roots = Standing(self.gathering.claims, self.gathering.arguments).roots() if self.gathering.claims else []
        is_lone = len(roots) == 1 and not any(step.target for step in self.gathering.arguments)
        if is_lone and told:
            return list(told)
        return list(dict.fromkeys([*roots, *told]))


def is_url(text: str) -> bool:
    """Tell whether a source may have this address."""
    import re  # noqa: PLC0415

    return re.fullmatch(r"(https?://|doi:|urn:)[!-~]+", text) is not None


__all__: Sequence[str] = ("is_url", "read_case")
