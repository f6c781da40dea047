"""A page of debate material as Markdown: what the tag of a text holds becomes code, what leads it stands out."""

from __future__ import annotations

from coldwater.prep.setting.page import Heading, Item, Source, Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from coldwater.prep.setting.page import Part


def page_markdown(page: Iterable[Part], escaped: Callable[[str], str]) -> str:
    """Give a page as Markdown, with a line end. ``escaped`` makes a text show as it is, on one line."""
    lines: list[str] = []
    was_item = False
    for part in page:
        is_item = isinstance(part, (Item, Source))
        if lines and not (is_item and was_item):
            lines.append("")
        lines += _set(part, escaped)
        was_item = is_item
    return "\n".join(lines) + "\n"


def _set(part: Part, escaped: Callable[[str], str]) -> Iterator[str]:
    if isinstance(part, Heading):
        yield f"{'#' * part.level} {_whole(part.text, part.tag, escaped)}"
    elif isinstance(part, Table):
        if part.source:
            yield f"**Source:** {_whole(part.source.told, part.source.tag, escaped)}"
            yield ""
        yield _row(part.header)
        yield "|" + "---|" * len(part.header)
        for number, row in enumerate(part.rows):
            yield _row((_whole(row[0], part.tag(number), escaped), *(_one_line(cell, escaped) for cell in row[1:])))
    elif isinstance(part, Source):
        yield from _set(Item(part.told, "Source:", part.tag, part.depth), escaped)
    else:
        lead = f"**{_one_line(part.lead, escaped)}** " if part.lead else ""
        mark = "  " * part.depth + "- " if isinstance(part, Item) else ""
        # A text that begins with a number and a dot, say, would begin a list of its own.
        shown = _whole(part.text, part.tag, escaped)
        yield (mark + lead + (shown if lead else _harmless(shown))).rstrip()


def _whole(text: str, tag: str, escaped: Callable[[str], str]) -> str:
    return f"{_one_line(text, escaped)} `{tag}`".lstrip() if tag else _one_line(text, escaped)


def _one_line(text: str, escaped: Callable[[str], str]) -> str:
    # A colon before a blank is part of no link and is nicer to read as it is.
    return (" ".join(escaped(text).split()) + " ").replace("&#58; ", ": ")[:-1]


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _harmless(text: str) -> str:
    """Keep a text from beginning a list, a rule or a heading underlined: its first sign is written by its number."""
    number = text[: len(text) - len(text.lstrip("0123456789"))]
    if number and text[len(number) : len(number) + 1] in (".", ")"):
        return f"{number}&#{ord(text[len(number)])};{text[len(number) + 1 :]}"
    return f"&#{ord(text[0])};{text[1:]}" if text[:1] in ("-", "+", "=") else text
