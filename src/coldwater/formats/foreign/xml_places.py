"""Where the elements of an XML file begin: found in its text, since a tree of elements does not tell."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from coldwater.findings import START
from coldwater.formats.foreign.texts import decoded
from coldwater.formats.native.lines import Lines

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from coldwater.formats.foreign.places import Where

#: What may hold a `<` that begins no element.
_NO_ELEMENTS = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL)


class XmlPlaces:
    """The places of the elements with some names, in a file that has been read as XML; looked up once somebody asks."""

    def __init__(self, data: bytes, root: Element, *names: str) -> None:
        text, _ = decoded(data)
        masked = _NO_ELEMENTS.sub(lambda found: " " * len(found[0]), text)
        start = re.compile(rf"<(?:[^\s<>/:]+:)?(?:{'|'.join(names)})(?=[\s/>])[^>]*>?")
        starts = [(one.start(), one.end()) for one in start.finditer(masked)]
        elements = [one for one in root.iter() if str(one.tag).rpartition("}")[2] in names]
        self._lines = Lines(text)
        self._spans = dict(zip(map(id, elements), starts, strict=True)) if len(starts) == len(elements) else {}
        self._elements = elements  # as long as they are held, their numbers are theirs

    def of(self, element: Element) -> Where:
        """Give the place of an element's start tag; the beginning of the file where it is not known."""
        span = self._spans.get(id(element))
        return START if span is None else partial(self._lines.place, *span)
