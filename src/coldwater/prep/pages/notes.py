"""What else a map says of what a side prepares with, for its own eyes: notes, tags, strengths, grades of sources."""

from __future__ import annotations

from coldwater.prep.setting.page import Heading, Item, Line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.model.models import Argument, Claim, Source
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.setting.page import Part


def notes_parts(prep: Preparation) -> Iterator[Part]:
    """Tell what the map says in fields that no other part of a page tells; nothing where it says nothing."""
    found = list(_noted(prep))
    if not (found or prep.map.description):
        return
    yield Heading(2, "Notes of the map")
    if prep.map.description:
        yield Line(prep.map.description, "About.")
    yield from found


def _noted(prep: Preparation) -> Iterator[Item]:
    for question in prep.map.questions.values():
        yield Item("; ".join(word for word in (question.text, question.note or "") if word), "Question:")
    for node, name in enumerate(prep.names):
        if told := _told(prep.graph.claims.get(name) or prep.graph.arguments[name]):
            yield Item(told, f"{prep.title(node)}:", name)
    for one, source in prep.map.sources.items():
        if told := _of_source(source):
            yield Item(told, f"{source.title.rstrip('.')}:", one)
    for position in prep.map.positions.values():
        if position.note:
            yield Item(position.note, f"{position.name}:")


def _told(what: Claim | Argument) -> str:
    """Give what a claim or an argument says of itself besides its words."""
    figure = getattr(what, "credence", None), getattr(what, "strength", None)
    words = [
        what.note or "",
        f"tags: {', '.join(what.tags)}" if what.tags else "",
        "" if figure[0] is None else f"credence {figure[0]:g}",
        "" if figure[1] is None else f"strength {figure[1]:g}",
    ]
    return "; ".join(word for word in words if word)


def _of_source(source: Source) -> str:
    return "; ".join(word for word in (source.note or "", f"grade {source.grade}" if source.grade else "") if word)
