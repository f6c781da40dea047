"""A foreign file as the reader of maps gives any file: a map, remarks, and where in the file its entries stand."""

from __future__ import annotations

from coldwater.errors import DefectError
from coldwater.formats.native.document import Reading
from coldwater.formats.native.places import Places
from coldwater.model import _accepts, from_accepted_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from coldwater.formats.foreign.imported import Imported
    from coldwater.model.models import Map


class ForeignReading(Reading):
    """What came of reading a foreign file; nothing can be edited in it, as what was read is not what stands there."""

    def __init__(self, imported: Imported) -> None:
        super().__init__(map_of(imported.data), list(imported.spots), Places(imported.places), frozenset())
        self.imported = imported

    @property
    def is_as_written(self) -> bool:
        """Tell that the data are not those of the text."""
        return False

    @property
    def is_readable(self) -> bool:
        """Tell whether there is a map."""
        return self.map is not None

    @property
    def takes_edits(self) -> bool:
        """Tell that edits of the data cannot be made in the text."""
        return False


def map_of(data: dict[str, Any] | None) -> Map | None:
    """Give the map that a reader of a foreign format made, which fits the schema."""
    if data is None:
        return None
    if not _accepts.document(data):
        raise DefectError("what was read from a foreign file does not fit the format of maps")
    return from_accepted_data(data)
