"""A page with its sources as footnotes: each named in full once, and at every citation in short with its number.

It is for media that have notes. A table that says where its rows are from stays as it is, and so do cards.
"""

from __future__ import annotations

from coldwater.prep.setting.page import Notes, Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coldwater.prep.setting.page import Part


def with_footnotes(page: Iterable[Part]) -> Iterator[Part]:
    """Give a page with the numbers of notes, from 1 as they come, and the notes last; without any it stays as it is.

    >>> first, again, notes = with_footnotes([Source("", "", note="Reed 2024, “Lungs”", named="Reed 2024")] * 2)
    >>> first.number, again.number, again.before, notes.notes
    (1, 1, 1, (('Reed 2024, “Lungs”', 2),))
    """
    named: dict[str, int] = {}
    numbers: dict[str, int] = {}
    for part in page:
        if not (isinstance(part, Source) and part.note):
            yield part
            continue
        before = named.get(part.note, 0)
        named[part.note] = before + 1
        number = numbers.setdefault(part.note, len(numbers) + 1)
        yield part._replace(who=part.named, what=part.place, number=number, before=before)
    if named:
        yield Notes(tuple(named.items()))
