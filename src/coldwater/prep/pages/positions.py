"""Positions as a page: what each comes to for the thesis, what they dispute, and where one does not hang together."""

from __future__ import annotations

from coldwater.listing import listed
from coldwater.prep.setting.page import Heading, Item, Line, Table, leading
from coldwater.semantics.verdict_words import PLAIN, sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.prep.setting.page import Part
    from coldwater.semantics.disputes import Dispute
    from coldwater.semantics.outlooks import Clash, Consequence, Ground, OnThesis, Outlook, Positions

#: How many disputes, claims of a position, names and positions are on the page; JSON and the sheet hold all.
_DISPUTES, _CLAIMS, _NAMES, _POSITIONS = 40, 20, 6, 50
#: What a position's claims do to the thesis.
_FOLLOWS = ("follows", "follow")
_MAKE = {"in": "make it stand", "out": "make it fall", "undecided": "leave it undecided"}


def positions_page(found: Positions) -> Iterator[Part]:
    """Give the positions of a map: all beside each other, then what they dispute, then each by itself."""
    map_ = found.map
    yield Heading(1, f"Positions: {map_.title}")
    if len(map_.theses) == 1:
        yield Line(map_.claims[map_.thesis].text, "Thesis.", map_.thesis)
    if not found.outlooks:
        yield Line("This map has no positions: nobody is named who accepts or rejects anything.")
        return
    standard = found.standard or map_.claims[map_.thesis].standard or map_.standard
    told = f"What a position accepts is granted, what it rejects is set aside; {_rest(standard, map_.weighing)}."
    yield Line(told, "How it is read.")
    words = _Told(found)
    for place, thesis in enumerate(map_.theses):
        if len(map_.theses) > 1:
            yield Line(map_.claims[thesis].text, "Thesis.", thesis)
        yield words.table(place)
    if (more := len(found.outlooks) - _POSITIONS) > 0:
        yield Line(f"And {more:,} more positions, which the sheet (csv) and JSON hold.")
    yield from words.disputes()
    for one in found.outlooks[:_POSITIONS]:
        yield from words.outlook(one)


def _rest(standard: str, weighing: str) -> str:
    links = "" if weighing == "weakest-link" else ", weighed by the last link"
    return f"all else is as the map has it (grounded semantics, standard of proof: {standard}{links})"


class _Told:
    """The parts of the page."""

    def __init__(self, found: Positions) -> None:
        self.found = found
        self.map = found.map
        self.names = {one.seer.id: one.seer.name for one in found.outlooks}

    def table(self, place: int) -> Table:
        """Set the positions beside each other, by what they come to for one of the theses."""
        shown = self.found.outlooks[:_POSITIONS]
        header = ("Position", "Claims", "The thesis", "Its other claims")
        rows = [
            (
                one.seer.name,
                f"accepts {len(one.seer.accepts):,}, rejects {len(one.seer.rejects):,}",
                f"{one.theses[place].stance} it" if one.theses[place].stance else "no word",
                _MAKE[one.theses[place].entailed.verdict],
            )
            for one in shown
        ]
        return Table(header, tuple(rows), tuple(one.seer.id for one in shown), is_grid=True)

    # --- disputes -------------------------------------------------------------------------------------------------

    def disputes(self) -> Iterator[Part]:
        """List what is disputed: first where word stands against word."""
        spoken = [one for one in self.found.disputes if one.held != "granted"]
        silent = [one for one in self.found.disputes if one.held == "granted"]
        if len(self.found.outlooks) > 1:
            yield Heading(2, f"Disputed ({len(spoken):,})")
            if not spoken:
                yield Line("No position rejects what another accepts, or what follows for another.")
            yield from leading((item for one in spoken for item in self._dispute(one)), _DISPUTES)
        if silent:
            yield Heading(2, f"Rejected by some, left standing by others ({len(silent):,})")
            yield Line("Nobody argues for these, and the others say nothing of them.")
            yield from leading((item for one in silent for item in self._dispute(one)), _DISPUTES)

    def _dispute(self, one: Dispute) -> Iterator[Item]:
        yield Item(self.map.claims[one.claim].text, "", one.claim)
        for lead, holders in (
            ("Rejected by", one.rejects),
            ("Accepted by", one.accepts),
            ("Follows for", one.follows),
            ("Left standing by", one.granted),
        ):
            if holders:
                yield Item(self._holders(holders), f"{lead}:", "", 1)

    def _holders(self, ids: Sequence[str]) -> str:
        named = [self.names[one] for one in ids[:_NAMES]]
        return listed([*named, f"{len(ids) - _NAMES:,} more"] if len(ids) > _NAMES else named)

    # --- one position ---------------------------------------------------------------------------------------------

    def outlook(self, one: Outlook) -> Iterator[Part]:
        """Say of a position what follows for the thesis, what it holds, and where it does not hang together."""
        yield Heading(2, one.seer.name, one.seer.id)
        for on in one.theses:
            yield Line(_thesis(on, "the thesis" if len(one.theses) == 1 else f"the thesis {on.id}"))
        if note := self.map.positions[one.seer.id].note:
            yield Line(note, "Note.")
        for heading, names in (("Accepts", one.seer.accepts), ("Rejects", one.seer.rejects)):
            if names:
                yield Heading(3, f"{heading} ({len(names):,})")
                yield from leading((Item(self.map.claims[name].text, "", name) for name in names), _CLAIMS)
        if not one.is_coherent:
            yield Heading(3, "Does not hang together by its own lights")
            yield from leading(self._incoherent(one), _CLAIMS)
        if others := [clash for clash in one.clashes if not clash.is_own]:
            yield Heading(3, f"Accepts what does not stand on the rest of the map ({len(others):,})")
            yield from leading((item for clash in others for item in self._clash(clash)), _CLAIMS)
        if one.open_to:
            yield Heading(3, f"Open to what it rejects ({len(one.open_to):,})")
            yield Line("These would stand as it sees the map, did it not reject them.")
            yield from leading((item for found in one.open_to for item in self._open_to(found)), _CLAIMS)

    def _incoherent(self, one: Outlook) -> Iterator[Item]:
        for name in one.both:
            yield Item(self.map.claims[name].text, "Both accepts and rejects:", name)
        for clash in one.clashes:
            if clash.is_own:
                yield from self._clash(clash)

    def _clash(self, one: Clash) -> Iterator[Item]:
        lead = f"{PLAIN[one.verdict.verdict].removeprefix('is ').capitalize()}:"
        yield Item(self.map.claims[one.claim].text, lead, one.claim)
        would = "would follow" if one.verdict.reason == "depends" else "follows"
        yield from (self._ground(ground, "Against it:", would) for ground in one.by)

    def _open_to(self, one: Consequence) -> Iterator[Item]:
        yield Item(self.map.claims[one.claim].text, "", one.claim)
        yield from (self._ground(ground, "For it:") for ground in one.by)

    def _ground(self, one: Ground, lead: str, does: str = "follows") -> Item:
        """Name what speaks for or against a claim, and what the position says of what that rests on.

        ``does``: what a claim that speaks against it does from what the position accepts.
        """
        if one.id in self.map.claims:
            said = "which it accepts" if one.accepted else "of which it says nothing"
            if one.follows:
                said = f"which {does} from what it accepts"
            return Item(f"{self.map.claims[one.id].text.rstrip('. ')}, {said}.", lead, one.id, 1)
        parts = [
            f"it accepts {listed(one.accepted)}" if one.accepted else "",
            f"{listed(one.follows)} {_FOLLOWS[len(one.follows) > 1]} from that" if one.follows else "",
            f"it says nothing of {listed(one.unspoken)}" if one.unspoken else "",
        ]
        title = self.map.arguments[one.id].title
        told = "; ".join(filter(None, parts))
        return Item(f"{title}: {told}." if title else f"{told[:1].upper()}{told[1:]}.", lead, one.id, 1)


def _thesis(one: OnThesis, what: str) -> str:
    """Say what a position says of a thesis, and how this stands by the rest of what it sees."""
    said = f"It {one.stance} {what}. Leaving that aside, this" if one.stance else f"It says nothing of {what}, which"
    return f"{said} {sentence(*one.entailed, one.tie)}."
