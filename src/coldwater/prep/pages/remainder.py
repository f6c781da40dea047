"""What of a side is not on a page: named at its end, with the reason, so that nothing is lost without a word."""

from __future__ import annotations

from coldwater.prep.setting.page import Heading, Item, Table, tagged
from coldwater.semantics.grounded import OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.setting.page import Part

#: How many arguments are named for one reason.
_NAMED = 12


def with_remainder(prep: Preparation, page: Iterable[Part], otherwise: str) -> Iterator[Part]:
    """Give a page, and at its end the arguments of the side that it does not name, by id or by all their premises.

    ``otherwise``: why what stands and bears on the matter is not there, as the beginning of a line.
    """
    named: set[str] = set()
    for part in page:
        named.update(tags_in(part))
        yield part
    yield from left_parts(prep, ((node, _why(prep, node, otherwise)) for node in not_named(prep, named)))


def with_reasons(
    prep: Preparation, page: Iterable[Part], every: Iterable[int], why: Callable[[int], str]
) -> Iterator[Part]:
    """Give a page, and at its end those of some claims and arguments that it does not name by id, with the reason."""
    named: set[str] = set()
    for part in page:
        named.update(tags_in(part))
        yield part
    yield from left_parts(prep, ((node, why(node)) for node in every if prep.names[node] not in named))


def left_parts(prep: Preparation, missing: Iterable[tuple[int, str]]) -> Iterator[Part]:
    """List what is not on a page, by the reason: the first are named, the others counted."""
    reasons: dict[str, list[int]] = {}
    for node, why in missing:
        reasons.setdefault(why, []).append(node)
    if reasons:
        yield Heading(2, "Not on this page")
    for why, nodes in reasons.items():
        titles = [f"“{prep.title(node)}”" for node in nodes[:_NAMED]]
        more = f" and {len(nodes) - _NAMED:,} more" if len(nodes) > _NAMED else ""
        ids = tagged(*(prep.names[node] for node in nodes[:_NAMED]))
        yield Item(f"{', '.join(titles)}{more}.", f"{why}:", ids)


def tags_in(part: Part) -> Iterator[str]:
    """Give the words of all tags of a part; ids are among them."""
    for tag in part.tags if isinstance(part, Table) else (part.tag,):
        yield from tag.split("; ")


def not_named(prep: Preparation, named: set[str]) -> list[int]:
    """Give what of a side a page with these ids does not name, by id or by all its premises.

    That is its arguments, and claims of its own that contradict the thesis.
    """
    contraries = [prep.numbers[name] for name in prep.graph.contraries(prep.map.thesis) if name != prep.map.thesis]
    every = dict.fromkeys((*prep.own, *(contraries if prep.side == "con" else ())))
    return [node for node in prep.ranked(every) if not _is_named(prep, node, named)]


def _is_named(prep: Preparation, node: int, named: set[str]) -> bool:
    name = prep.names[node]
    return name in named or (name in prep.graph.arguments and set(prep.graph.premises(name)) <= named)


def _why(prep: Preparation, node: int, otherwise: str) -> str:
    if prep.labels[node] == OUT:
        return "It falls on this map"
    return otherwise if node in prep.live or prep.names[node] in prep.graph.claims else "What it serves falls already"
