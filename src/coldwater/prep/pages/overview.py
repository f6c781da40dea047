"""A debate on one page: the sides as a picture or as lists, what decides, what each side lacks, what is not here."""

from __future__ import annotations

from coldwater.listing import listed
from coldwater.prep.pages.remainder import not_named, tags_in
from coldwater.prep.pages.spoken import opening, verdict_of
from coldwater.prep.setting.page import Heading, Item, Line, tagged
from coldwater.prep.upshot.rank_words import rank_told
from coldwater.prep.upshot.wording import TO, WOULD
from coldwater.semantics.grounded import OUT
from coldwater.semantics.resting_words import points

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.prep.deciding.answers import Answer
    from coldwater.prep.deciding.cruxes import Crux
    from coldwater.prep.material.overview import Contended, Overview
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.setting.page import Part, Picture

#: How many contentions of a side and answers to each are on the page, and how many of a list are named: few beside a
#: picture, so that all is on one page. JSON holds all.
_CASE, _ANSWERS, _NAMED, _BESIDE = 12, 2, 12, 2
#: Lines of the opening that a picture says.
_SHOWN = ("Thesis.", "Positions.")


def overview_page(found: Overview, picture: Picture | None = None) -> Iterator[Part]:
    """Give the overview of a debate; with a picture of the sides, they need no lists."""
    named: set[str] = set()
    most = _NAMED if picture is None else _BESIDE
    for part in _page(found, picture, most):
        named.update(tags_in(part))
        yield part
    for prep in found.preps:
        yield from _behind(prep, named, most)


def _page(found: Overview, picture: Picture | None, most: int) -> Iterator[Part]:
    prep = found.preps[0]
    yield Heading(1, f"Overview: {prep.map.title}")
    # The picture shows the thesis, and who holds it.
    yield from (line for line in opening(prep, tells_holders=True) if picture is None or line.lead not in _SHOWN)
    if picture is None:
        for side, case in zip(found.preps, found.cases, strict=True):
            yield from _case(side, case)
    else:
        yield from _drawn(found, picture)
    yield Heading(2, "What decides")
    if picture is None:
        yield from _resting(prep)
    for crux in _one_for_each(found.cruxes):
        yield _crux(prep, crux, most)
    for whose, need in found.needs:
        aim = TO[need.label].replace("it", "the thesis", 1)
        named, ids = _named(prep, need.arguments, most)
        yield Item(f"{named}, {aim}.", f"{whose.capitalize()} has to answer", ids)


def _drawn(found: Overview, picture: Picture) -> Iterator[Part]:
    """Give the picture, which shows the arguments on the thesis; what contradicts it is no part of it."""
    prep = found.preps[0]
    every = [one for case in found.cases for one in case]
    yield picture._replace(tag=tagged(*(prep.names[one.node] for one in every if one.state is not None)))
    for one in every:
        if one.state is None:
            fate = verdict_of(prep.labels[one.node])
            yield Line(
                f"{prep.map.claims[prep.names[one.node]].text} It {fate}.", "Against it as well.", prep.names[one.node]
            )


def _one_for_each(cruxes: Sequence[Crux]) -> list[Crux]:
    """Give the first crux by which each side gains."""
    first: dict[object, Crux] = {}
    for crux in cruxes:
        first.setdefault(crux.gainer, crux)
    return list(first.values())


def _named(prep: Preparation, nodes: Sequence[int], most: int) -> tuple[str, str]:
    """Name the first of some arguments or claims, and give their ids; the others are counted."""
    titles = [f"“{prep.title(node)}”" for node in nodes[:most]]
    if len(nodes) > most:
        titles.append(f"{len(nodes) - most:,} more")
    return listed(titles), tagged(*(prep.names[node] for node in nodes[:most]))


def _behind(prep: Preparation, named: set[str], most: int) -> Iterator[Line]:
    """Name what a side has besides what is on the page: it holds up the case, or answers the other's."""
    missing = not_named(prep, named)
    if missing:
        what, ids = _named(prep, missing, most)
        yield Line(f"{what}, in the brief.", f"Behind what is here, for {prep.side}.", ids)


def _case(prep: Preparation, case: Sequence[Contended]) -> Iterator[Part]:
    """List the case of a side."""
    does = "for" if prep.side == "pro" else "against"
    yield Heading(2, f"{prep.side.capitalize()} ({len(case):,})")
    if not case:
        yield Line(f"No argument on this map speaks {does} the thesis itself.")
    for one in case[:_CASE]:
        yield from _contended(prep, one)
    if len(case) > _CASE:
        rest = case[_CASE:]
        titles = listed([f"“{prep.title(one.node)}”" for one in rest])
        yield Item(f"{titles}.", f"{len(rest):,} more:", tagged(*(prep.names[one.node] for one in rest)))


def _contended(prep: Preparation, one: Contended) -> Iterator[Item]:
    """Tell a contention: how it stands, what is against it, or that nothing is, how much is behind it."""
    fate = f"it {verdict_of(prep.labels[one.node])}{'' if one.answers else ', and nothing on the map answers it'}"
    behind = f"; {len(one.behind):,} behind it" if one.behind else ""
    yield Item(f"{fate}{behind}.", f"{prep.title(one.node)}:", prep.names[one.node])
    others = [answer for answer in one.answers if prep.names[answer.node] != prep.map.thesis]
    answers = sorted(others, key=lambda answer: (answer.label == OUT, prep.places[answer.node]))
    for answer in answers[:_ANSWERS]:
        yield _answer(prep, answer)
    if len(answers) > _ANSWERS:
        yield Item(f"and {len(answers) - _ANSWERS:,} more", "", "", 1)


def _answer(prep: Preparation, answer: Answer) -> Item:
    lead = f"{prep.other.capitalize()} answers (it {verdict_of(answer.label)}):"
    return Item(prep.title(answer.node), lead, prep.names[answer.node], 1)


def _resting(prep: Preparation) -> Iterator[Item]:
    resting = prep.decision.resting
    for about, words in () if resting is None else points(resting):
        if about in ("for it", "against it", "standards"):
            yield Item(f"{words}.", f"{about[:1].upper()}{about[1:]}:", names_ids=True)


def _crux(prep: Preparation, crux: Crux, most: int) -> Item:
    """Put a crux: what has to hold, how disputed that is, and who gains if it does not."""
    nodes = [one.first for one in crux.handles]
    which = "Does this hold?" if len(nodes) == 1 else f"Does at least one of these {len(nodes)} hold?"
    if len(nodes) == 1 and len(crux.handles[0].leaves) > 1:
        nodes, which = list(crux.handles[0].leaves), "Do all of these hold?"
    ranked = prep.ranks[crux]
    how = f" {rank_told(ranked)}." if ranked.doubts else ""
    named, ids = _named(prep, nodes, most)
    return Item(f"{named}. If not, the thesis {WOULD[crux.label]}, and {crux.gainer} gains.{how}", which, ids)
