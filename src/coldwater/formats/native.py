"""The native format: ``NAME.argmap.yaml`` and ``NAME.argmap.json``. One data model, two spellings.

``read`` gives a map where it can, and says everything that keeps the text from being one. It reads no file.
"""

from __future__ import annotations

from coldwater.findings import START, Flaw, Place
from coldwater.formats import limits
from coldwater.formats.places import Places
from coldwater.formats.spots import SCHEMA, UNSAFE_INPUT, Parsed, RefusedError, Spot
from coldwater.model import _accepts, from_accepted_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.model.models import Map

#: Suffixes of file names, and how such a file is spelt.
SUFFIXES = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}


class Reading:
    """What came of reading a text: the map if there is one, remarks, places, and the ids to excuse."""

    def __init__(self, map_: Map | None, spots: list[Spot], places: Places, excused: frozenset[str]) -> None:
        self.map = map_
        self.spots = spots
        self.places = places
        self.excused = excused

    def locate(self, flaw: Flaw) -> Place:
        """Give the place of a flaw in the text."""
        return self.places.find(flaw.pointer, flaw.on_key)


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
    """Read a map from text spelt as ``yaml`` or ``json``. Never raises for what a text may hold."""
    try:
        _refuse_half_characters(text)
        parsed = parse(text, spelling)
        if _accepts.document(parsed.data) and not parsed.spots:
            return Reading(from_accepted_data(parsed.data), [], Places(parsed.root), frozenset())
        return _read_in_part(parsed)
    except RefusedError as refusal:
        return refused(refusal.spot)


def refused(spot: Spot) -> Reading:
    """Give the reading of a text that cannot be read at all."""
    return Reading(None, [spot], Places(None), frozenset())


def too_large(size: int, most: int | None = None) -> Spot:
    """Say that a file is over the size limit, which is MAX_BYTES unless told otherwise, without having read it."""
    from coldwater.formats import decoding  # noqa: PLC0415

    return Spot(UNSAFE_INPUT, START, decoding.too_large(size, limits.MAX_BYTES if most is None else most))


def _refuse_half_characters(text: str) -> None:
    """Refuse a text that is no sequence of characters; no file holds one, but a string in Python may."""
    try:
        text.isascii() or text.encode()
    except UnicodeEncodeError as error:
        from coldwater.formats.lines import Lines  # noqa: PLC0415

        message = f"half a character (the lone surrogate U+{ord(text[error.start]):04X}); write the whole character"
        raise RefusedError(Spot(UNSAFE_INPUT, Lines(text).point(error.start), message)) from None


def parse(text: str, spelling: str) -> Parsed:
    """Give the plain data of a text with its places, whatever it is about. Raises RefusedError."""
    if spelling == "json":
        from coldwater.formats.json_text import read_json  # noqa: PLC0415 - each start pays for one reader only

        return read_json(text)
    from coldwater.formats.yaml_text import read_yaml  # noqa: PLC0415

    return read_yaml(text)


def _read_in_part(parsed: Parsed) -> Reading:
    """Read what can be read, and say in words what cannot."""
    written = Places(parsed.root)
    if not isinstance(parsed.data, dict):
        return Reading(None, [*parsed.spots, Spot(SCHEMA, written.find(()), _no_mapping(parsed))], written, frozenset())
    if _is_of_another_kind(parsed.data):
        spot = Spot(SCHEMA, written.find(()), f"this is no argument map: {_NO_MAPPING}")
        return Reading(None, [*parsed.spots, spot], written, frozenset())
    from coldwater.formats.mending import mend  # noqa: PLC0415 - jsonschema is heavy
    from coldwater.formats.misfits import SECTIONS  # noqa: PLC0415

    mended = mend(parsed.data, written)
    mended.excuse(list(parsed.discarded))
    remarked = {spot.place[:2] for spot in parsed.spots}
    spots = [spot._replace(id=written.owner(spot.place, SECTIONS)) for spot in parsed.spots]
    for flaw in mended.flaws:
        place = written.find(flaw.pointer, flaw.on_key)
        if place[:2] not in remarked:  # one mistake, one finding: the reader has had its say on this value
            spots.append(Spot(SCHEMA, place, flaw.message, flaw.id, mended.fixes.get((flaw.pointer, flaw.on_key))))
    map_ = from_accepted_data(mended.data) if mended.fits and mended.is_usable else None
    return Reading(map_, spots, Places(parsed.root, mended.renamed), frozenset(mended.excused))


_NO_MAPPING = "a map is a mapping with `argmap`, `title`, `thesis` and `claims`"


def _no_mapping(parsed: Parsed) -> str:
    if parsed.data is None:
        return "the file is empty; `coldwater init` writes a map to begin with"
    return _NO_MAPPING


def _is_of_another_kind(data: Mapping[str, object]) -> bool:
    """Tell whether a mapping has none of the fields that make a map, not even misspelt: it is some other file."""
    from coldwater.suggest import closest  # noqa: PLC0415 - only where something does not fit

    telling = ("argmap", "thesis", "claims", "arguments")
    return bool(data) and not any(name in telling or closest(str(name), telling) for name in data)
