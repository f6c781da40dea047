"""The native format: ``NAME.argmap.yaml`` and ``NAME.argmap.json``. One data model, two spellings.

``read`` gives a map where it can, and says everything that keeps the text from being one. It reads no file.
"""

from __future__ import annotations

from coldwater.findings import START, Flaw, Place
from coldwater.formats.native import limits
from coldwater.formats.native.places import Places
from coldwater.formats.native.remembering import remembered
from coldwater.formats.native.spots import HASH_IN_TEXT, SCHEMA, UNSAFE_INPUT, Parsed, RefusedError, Spot
from coldwater.formats.native.suspicion import has_field_among_ids, may_say_less
from coldwater.model import _accepts, from_accepted_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.formats.native.written.meant import Meant
    from coldwater.model.models import Map

#: Suffixes of file names, and how such a file is spelt.
SUFFIXES = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}


class Reading:
    """What came of reading a text: the map if there is one, remarks, places, and the ids to excuse.

    ``untold``: how many remarks more there would be, had they been made one by one.
    """

    def __init__(  # noqa: PLR0913 - all that came of it
        self,
        map_: Map | None,
        spots: list[Spot],
        places: Places,
        excused: frozenset[str],
        meant: Meant | None = None,
        untold: int = 0,
    ) -> None:
        self.map = map_
        self.spots = spots
        self.places = places
        self.excused = excused
        self.untold = untold
        self._meant = meant

    @property
    def is_as_written(self) -> bool:
        """Tell whether data and places are those of the text as it is, and not of what its writer meant."""
        return self._meant is None

    @property
    def is_readable(self) -> bool:
        """Tell whether there is a map, and the text holds just what the map does, as far as YAML or JSON go."""
        return self.map is not None and all(spot.rule == HASH_IN_TEXT for spot in self.spots)

    @property
    def takes_edits(self) -> bool:
        """Tell whether edits of the data can be made in the text: not where it says something else than was read."""
        return self.is_as_written and all(spot.rule in (SCHEMA, HASH_IN_TEXT) for spot in self.spots)

    def locate(self, flaw: Flaw) -> Place:
        """Give the place of a flaw in the text as written."""
        place = self.places.find(flaw.pointer, flaw.on_key)
        return place if self._meant is None else self._meant.place(place)


def spelling_of(name: str) -> str | None:
    """Tell from a file's name whether it holds YAML or JSON; None for any other ending."""
    return next((spelling for suffix, spelling in SUFFIXES.items() if name.lower().endswith(suffix)), None)


def sidecar_of(path: str) -> str:
    """Give the path of the file beside a map that holds its review stamps.

    >>> sidecar_of("arguments/town.argmap.yaml")
    'arguments/town.argmap.reviews.json'
    """
    ending = next((suffix for suffix in SUFFIXES if path.lower().endswith(suffix)), "")
    return path[: len(path) - len(ending)] + ".reviews.json"


def read(text: str, spelling: str) -> Reading:
    """Read a map from text spelt as ``yaml`` or ``json``. Never raises for what a text may hold.

    Where the text is not read as it was written, it is read as it was meant, and each such place is a remark.
    """
    return remembered(f"{spelling} read", text, lambda text: _read(text, spelling))


def _read(text: str, spelling: str) -> Reading:
    try:
        _refuse_half_characters(text)
        parsed = parse(text, spelling)
    except RefusedError as refusal:
        if refusal.spot.rule == UNSAFE_INPUT:
            return refused(refusal.spot)
        from coldwater.formats.native.reading_as_meant import read_refused  # noqa: PLC0415 - only where something is wrong

        return read_refused(text, spelling, refusal.spot)
    if not _accepts.document(parsed.data) or parsed.spots:
        from coldwater.formats.native.reading_as_meant import read_in_part  # noqa: PLC0415

        return read_in_part(text, spelling, parsed)
    if spelling == "yaml" and (parsed.is_odd or may_say_less(text) or has_field_among_ids(parsed.data)):
        from coldwater.formats.native.reading_as_meant import read_closely  # noqa: PLC0415

        return read_closely(text, parsed)
    return fitting(parsed)


def fitting(parsed: Parsed) -> Reading:
    """Give the reading of a document that fits the schema."""
    return Reading(from_accepted_data(parsed.data), [], Places(parsed.root), frozenset())


def refused(spot: Spot) -> Reading:
    """Give the reading of a text that cannot be read at all."""
    return Reading(None, [spot], Places(None), frozenset())


def too_large(size: int, most: int | None = None) -> Spot:
    """Say that a file is over the size limit, which is MAX_BYTES unless told otherwise, without having read it."""
    from coldwater.formats.native import decoding  # noqa: PLC0415

    return Spot(UNSAFE_INPUT, START, decoding.too_large(size, limits.MAX_BYTES if most is None else most))


def _refuse_half_characters(text: str) -> None:
    """Refuse a text that is no sequence of characters; no file holds one, but a string in Python may."""
    try:
        text.isascii() or text.encode()
    except UnicodeEncodeError as error:
        from coldwater.formats.native.lines import Lines  # noqa: PLC0415

        message = f"half a character (the lone surrogate U+{ord(text[error.start]):04X}); write the whole character"
        raise RefusedError(Spot(UNSAFE_INPUT, Lines(text).point(error.start), message)) from None


def parse(text: str, spelling: str) -> Parsed:
    """Give the plain data of a text with its places, whatever it is about. Raises RefusedError."""
    if spelling == "json":
        from coldwater.formats.native.json_text import read_json  # noqa: PLC0415 - each start pays for one reader only

        return read_json(text)
    from coldwater.formats.native.yaml_text import read_yaml  # noqa: PLC0415

    return read_yaml(text)
