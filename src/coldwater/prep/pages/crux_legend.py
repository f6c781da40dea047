"""What the short words for cruxes mean, said on each page that has them, before the first section."""

from __future__ import annotations

import re

from coldwater.prep.pages.remainder import tags_in
from coldwater.prep.setting.page import Heading, Line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coldwater.prep.setting.page import Part

_WORDS = re.compile(r"(against a )?crux(?: of (\d+))?")


def with_cruxes_explained(page: Iterable[Part]) -> Iterator[Part]:
    """Give a page, with what its words for cruxes mean before the first section; as it is where it has none."""
    parts = list(page)
    found = [match for part in parts for tag in tags_in(part) if (match := _WORDS.fullmatch(tag))]
    first = next((at for at, part in enumerate(parts) if isinstance(part, Heading) and part.level > 1), len(parts))
    yield from parts[:first]
    if found:
        sizes = sorted({int(match[2] or 1) for match in found})
        yield Line(crux_words_explained(sizes, any(match[1] for match in found)), "Crux.")
    yield from parts[first:]


def crux_words_explained(sizes: Iterable[int], is_against: bool) -> str:
    """Say what cruxes of these sizes are; ``is_against``: also what is against one.

    >>> crux_words_explained([1, 2], False)
    '“crux” marks what holds a claim that turns the verdict if it is given up; “crux of 2”, if 1 other is given up too.'
    """
    told: list[str] = []
    for size in sizes:
        others = "1 other is" if size == 2 else f"{size - 1} others are"
        when = "if it is given up" if size == 1 else f"if {others} given up too"
        opens = "marks what holds a claim that turns the verdict " if not told else ""
        word = "crux" if size == 1 else f"crux of {size}"
        told.append(f"“{word}” {opens}{when}" if opens else f"“{word}”, {when}")
    more = " “against a” means that it speaks against such a claim." if is_against else ""
    return f"{'; '.join(told)}.{more}"
