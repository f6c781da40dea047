"""A page of debate material as Markdown: what the tag of a text holds becomes code, what leads it stands out."""

from __future__ import annotations

import re

from coldwater.markdown import begun, code, escaped
from coldwater.prep.setting.page import Card, Heading, Item, Notes, Picture, Source, Table
from coldwater.printable import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coldwater.prep.setting.page import Line, Part


_SPACES = re.compile(r"\s+")
_ID = re.compile(r"\[([^\[\]\s]+)\]")


def page_markdown(page: Iterable[Part]) -> str:
    """Give a page as Markdown, with a line end."""
    lines: list[str] = []
    was_item = False
    for part in page:
        if isinstance(part, (Picture, Notes)):
            continue
        is_item = isinstance(part, (Item, Source))
        if lines and not (is_item and was_item):
            lines.append("")
        lines += _set(part)
        was_item = is_item
    return "\n".join(lines) + "\n"


def _set(part: Heading | Line | Item | Source | Card | Table) -> Iterator[str]:
    if isinstance(part, Heading):
        yield f"{'#' * part.level} {_whole(part.text, part.tag)}"
    elif isinstance(part, Table):
        if part.source:
            yield f"**{part.source.lead}** {_whole(part.source.told, part.source.tag)}"
            yield ""
        yield _row(part.header)
        yield "|" + "---|" * len(part.header)
        for number, row in enumerate(part.rows):
            yield _row((_whole(row[0], part.tag(number)), *(_one_line(cell) for cell in row[1:])))
    elif isinstance(part, Card):
        cite = " ".join(filter(None, (f"**{_one_line(part.who)}**" if part.who else "", _one_line(part.what))))
        yield f"{cite if part.who else begun(cite)} {code(part.tag)}" if part.tag else cite
        if part.pieces:
            yield ""
            yield "> " + "".join(_card_piece(*piece) for piece in part.pieces)
    elif isinstance(part, Source):
        yield from _set(Item(part.told, part.lead, part.tag, part.depth)) if not part.card else _source_card(part)
    else:
        lead = f"**{_one_line(part.lead)}** " if part.lead else ""
        mark = "  " * part.depth + "- " if isinstance(part, Item) else ""
        # A text that begins with a number and a dot, say, would begin a list of its own.
        shown = _with_ids(part.text) if isinstance(part, Item) and part.names_ids else _whole(part.text, part.tag)
        yield (mark + lead + (shown if lead else begun(shown))).rstrip()


def _source_card(part: Source) -> Iterator[str]:
    """Set a citation with the passage that its words are from."""
    named = _one_line(", ".join(word for word in (part.who, part.what) if word))
    passage = "".join(_card_piece(piece, "read" if is_read else "") for piece, is_read in part.card)
    yield f"{'  ' * part.depth}- **{part.lead}** {named}: “{passage}” {code(part.tag)}"


def _card_piece(piece: str, look: str) -> str:
    """Set a piece of a card: what is read out is marked as inserted, which shows underlined; what counts most bold."""
    shown = escaped(_SPACES.sub(" ", printable(piece)))
    if not look or not shown.strip():
        return shown
    return f"<ins><b>{shown}</b></ins>" if look == "stressed" else f"<ins>{shown}</ins>"


def _whole(text: str, tag: str) -> str:
    return f"{_one_line(text)} {code(tag)}".lstrip() if tag else _one_line(text)


def _with_ids(text: str) -> str:
    """Set words of ours, in which ids stand in square brackets; ids become code, as tags do."""
    parts = _ID.split(text)
    return "".join(code(part) if number % 2 else escaped(part) for number, part in enumerate(parts))


def _one_line(text: str) -> str:
    return escaped(" ".join(printable(text).split()))


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"
