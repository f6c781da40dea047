"""Cross-examination as a page: the questions by the argument they are put to, those that decide most first."""

from __future__ import annotations

from coldwater.prep.material.cross_examination import fits_anything, in_order, is_stock
from coldwater.prep.pages.crux_legend import with_cruxes_explained
from coldwater.prep.pages.remainder import with_reasons
from coldwater.prep.pages.spoken import STATES, aim_of, crux_words, opening
from coldwater.prep.setting.page import Heading, Item, Line, tagged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.prep.material.cross_examination import Examined
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.setting.page import Part
    from coldwater.schemes.asking import Asked
    from coldwater.schemes.reading_out import ReadOut

#: How many arguments are examined on the page; JSON holds all. How many questions are told as the first.
MOST, _FIRST = 30, 3


def questions_page(prep: Preparation, examined: tuple[Examined, ...]) -> Iterator[Part]:
    """Give the questions of a side to the other. What was written out once, for whatever argument, is not repeated.

    At the end stand the arguments to which nothing is asked, and why.
    """
    asked = {one.standing.argument for one in examined}

    def why(node: int) -> str:
        if node not in asked:
            return "No question is open: the map answers what could be asked"
        return "What could be asked is asked of another argument, or fits anything"

    return with_reasons(
        prep, with_cruxes_explained(_questions(prep, examined)), (one.argument for one in prep.opposing), why
    )


def _questions(prep: Preparation, examined: tuple[Examined, ...]) -> Iterator[Part]:
    yield Heading(1, f"Questions of {prep.side} to {prep.other}: {prep.map.title}")
    yield from opening(prep)
    if not examined:
        what = "no argument" if not prep.opposing else "no argument with a question that the map leaves open"
        yield Line(f"There is {what} of {prep.other} on this map.")
        return
    first = _first(prep, examined)
    if len(examined) > _FIRST:
        yield Heading(2, f"If there is time for {len(first)}")
        for asked in first:
            title = prep.graph.arguments[asked.argument].title
            yield _question(asked, f"{title}:" if title and title not in asked.text else "")
    asked_before: set[str] = set()
    live = [one for one in examined if one.is_live]
    lost = [one for one in examined if not one.is_live]
    yield from _section(prep, f"To arguments of {prep.other} that still count", live, asked_before)
    yield from _section(
        prep, f"To arguments of {prep.other} that fall already, should they be pressed", lost, asked_before
    )
    if any(asked.scheme is None for one in examined for asked in one.questions):
        yield Heading(2, "To anything else")
        yield Item("What would change your mind? And if you were wrong, what would we see?")


def _first(prep: Preparation, examined: tuple[Examined, ...]) -> list[Asked]:
    """Give the first questions of all, one to each argument, none twice; what could be put to anything comes last."""
    found: dict[str, Asked] = {}
    told: set[str] = set()
    for asked in sorted(in_order(prep, examined), key=fits_anything):
        if len(found) < _FIRST and asked.argument not in found and asked.text not in told:
            found[asked.argument] = asked
            told.add(asked.text)
    return list(found.values())


def _section(prep: Preparation, heading: str, examined: Sequence[Examined], before: set[str]) -> Iterator[Part]:
    if examined:
        yield Heading(2, heading)
    for one in examined[:MOST]:
        new = [asked for asked in one.questions if asked.text not in before and not is_stock(asked, one.weight)]
        before.update(asked.text for asked in new)
        if new:
            yield from _examined(prep, one, new)
    if len(examined) > MOST:
        yield Line(f"And to {len(examined) - MOST:,} more.")


def _examined(prep: Preparation, one: Examined, new: Sequence[Asked]) -> Iterator[Part]:
    name = prep.names[one.standing.argument]
    scheme = new[0].scheme
    as_ = f" Scheme: {scheme.replace('_', ' ')}." if scheme else ""
    yield Heading(3, prep.title(one.standing.argument), tagged(name, crux_words(one.weight)))
    aim = aim_of(prep, name)
    yield Line(f"{aim[:1].upper()}{aim[1:]}; {STATES[one.standing.state]}.{as_}")
    yield from grouped(new)


def grouped(questions: Sequence[Asked]) -> Iterator[Item]:
    """Set questions: those before which the same is read out stand together, in the order of the first of each."""
    groups: dict[ReadOut, list[Asked]] = {}
    for asked in questions:
        groups.setdefault(asked.read_out, []).append(asked)
    for read_out, together in groups.items():
        yield from _together(read_out, together)


def _together(read_out: ReadOut, questions: Sequence[Asked]) -> Iterator[Item]:
    """Set questions before which the same is read out: what is read out stands once."""
    is_shared = len(questions) > 1 and bool(read_out.lead)
    if is_shared:
        yield Item(read_out.lead, "", read_out.quote or "")
    for asked in questions:
        burden = "Be ready to show it:" if asked.burden == "asker" else ""
        yield Item(asked.ask, burden, "", 1) if is_shared else _question(asked, burden)


def _question(asked: Asked, lead: str) -> Item:
    return Item(asked.text, lead, asked.read_out.quote or "")
