"""A first look at a file, to tell by its content what it is. Nothing of it is read twice for several formats."""

from __future__ import annotations

import json
from functools import cached_property

from coldwater.formats.foreign.texts import decoded
from coldwater.formats.native.spots import RefusedError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Look:
    """What can be seen of a file: its name, its text, its JSON, its top-level keys. Nothing here raises."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.data = data

    @cached_property
    def text(self) -> str:
        """The file as text; empty if it is none."""
        try:
            return decoded(self.data)[0]
        except RefusedError:
            return ""

    @cached_property
    def lines(self) -> list[str]:
        """The first lines of the text that are not blank, at most forty."""
        return [line for line in self.text[:20_000].splitlines() if line.strip()][:40]

    @cached_property
    def json(self) -> Any:
        """The data of a JSON file, however loosely it is written; None if it is none."""
        if self.text.lstrip()[:1] not in ("{", "["):
            return None
        try:
            return json.loads(self.text, strict=False)
        except (ValueError, RecursionError):
            return None

    @cached_property
    def is_packed(self) -> bool:
        """Whether it is a zip archive, as office files and some mind maps are."""
        return self.data[:4] == b"PK\x03\x04"

    @cached_property
    def entries(self) -> frozenset[str]:
        """The names of what a zip archive holds; none if it is none."""
        if not self.is_packed:
            return frozenset()
        from coldwater.formats.foreign.packed import names_in  # noqa: PLC0415 - most files are no archives

        return names_in(self.data)

    @cached_property
    def root_tag(self) -> str:
        """The name of the root element of an XML file, without its namespace; empty if it is none."""
        import re  # noqa: PLC0415

        head = re.sub(
            r"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>", "", self.text[:20_000], flags=re.DOTALL
        )
        found = re.match(r"\s*<(?:[\w.-]+:)?([\w.-]+)[\s/>]", head)
        return found[1] if found else ""
