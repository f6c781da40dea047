"""YAML of foreign files: plain data with places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.findings import START
from coldwater.formats.foreign.texts import decoded
from coldwater.formats.native.places import Places
from coldwater.formats.native.yaml_text import read_yaml

if TYPE_CHECKING:
    from coldwater.findings import Place, Pointer
    from coldwater.formats.foreign.gathering import Gathering
    from coldwater.formats.foreign.imported import Given


class YamlDocument:
    """The data of a YAML file, the places of what it holds, and remarks on what was read otherwise than written."""

    def __init__(self, data: Any, places: Places | None, remarks: list[tuple[Place, str]]) -> None:
        self.data = data
        self.remarks = remarks
        self._places = places

    def place(self, *pointer: str | int) -> Place:
        """Give the place of a value, or the last place on the way to it."""
        way: Pointer = pointer
        return START if self._places is None else self._places.find(way)

    def key_place(self, *pointer: str | int) -> Place:
        """Give the place of a key, or the last place on the way to it."""
        way: Pointer = pointer
        return START if self._places is None else self._places.find(way, on_key=True)

    def tell(self, gathering: Gathering) -> None:
        """Hand the remarks on."""
        for place, message in self.remarks:
            gathering.remark(place, message)


def read_yaml_document(given: Given) -> YamlDocument:
    """Read a YAML file. Raises RefusedError for what is none, or not safe to read."""
    text, remark = decoded(given.data)
    remarks = [(START, remark)] if remark else []
    parsed = read_yaml(text)
    remarks += [(spot.place, spot.message) for spot in parsed.spots]
    return YamlDocument(parsed.data, None if parsed.root is None else Places(parsed.root), remarks)
