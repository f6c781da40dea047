"""A text that does not fit: read from the writer's side first, then as far as it can be, with words for all the rest.

Slips (see ``written``) are remarks with a fix of their own; what is read is the text without them, so that one slip
does not hide the next. Places are given in the text as written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.edits import Fix
from coldwater.formats.native import document as native
from coldwater.formats.native.document import Reading, fitting, refused
from coldwater.formats.native.lines import Lines
from coldwater.formats.native.mending import mend
from coldwater.formats.native.misfits import SECTIONS
from coldwater.formats.native.places import Places
from coldwater.formats.native.remembering import own
from coldwater.formats.native.spots import SCHEMA, Parsed, RefusedError, Spot
from coldwater.formats.native.written.meant import Meant, meant
from coldwater.model import _accepts, from_accepted_data
from coldwater.suggest import closest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.formats.native.written.slip import Slip

_NO_MAPPING = "a map is a mapping with `argmap`, `title`, `thesis` and `claims`"
_OF_A_MAP = re.compile(r"""(?m)^\s*["']?(?:argmap|thesis|claims|arguments)\b""")


def read_refused(text: str, spelling: str, refusal: Spot) -> Reading:
    """Read a text that is no YAML or JSON as it is; ``refusal`` says why."""
    found = meant(text, spelling, is_refused=True) if _OF_A_MAP.search(text) else None
    if found is None or not found.slips:
        return refused(refusal)
    try:
        parsed = native.parse(found.text, spelling)
    except RefusedError as again:
        spot = again.spot._replace(place=found.place(again.spot.place))
        return Reading(None, [*_spots(found.slips, found, None), spot], Places(None), frozenset(), found)
    return _read_without_slips(found, parsed)


def read_in_part(text: str, spelling: str, parsed: Parsed) -> Reading:
    """Read a text whose data do not fit the schema, or that has remarks."""
    if not isinstance(parsed.data, dict) or _is_of_another_kind(parsed.data):
        return _in_part(parsed)
    return _closely(meant(text, spelling, is_refused=False), spelling, parsed)


def read_closely(text: str, parsed: Parsed) -> Reading:
    """Read a YAML text that fits, but may say less than was written."""
    return _closely(meant(text, "yaml", is_refused=False), "yaml", parsed)


def _closely(found: Meant, spelling: str, parsed: Parsed) -> Reading:
    lost = [slip for slip in found.slips if slip.is_lost]
    if lost:
        try:
            return _read_without_slips(found, native.parse(found.text, spelling))
        except RefusedError:
            found.slips = []  # what was meant cannot be told after all
    reading = _in_part(parsed)
    reading.spots[:0] = _spots(found.slips, found, reading.places)
    return reading


def _read_without_slips(found: Meant, parsed: Parsed) -> Reading:
    """Read the text as meant, and give its remarks in the places of the text as written."""
    reading = _in_part(parsed)
    said = [spot._replace(place=found.place(spot.place), fix=None) for spot in reading.spots]
    spots = [*_spots(found.slips, found, reading.places), *said]
    return Reading(reading.map, spots, reading.places, reading.excused, found, reading.untold)


def _spots(slips: list[Slip], found: Meant, places: Places | None) -> list[Spot]:
    """Give slips as remarks, each with the id of the entry it lies in."""
    as_written, as_meant = Lines(found.written), Lines(found.text)
    spots = []
    for slip in slips:
        place = as_written.place(slip.start, slip.end)
        owner = None
        if places is not None:
            start = found.after(slip.start)
            owner = places.owner(as_meant.place(start, start), SECTIONS)
        fix = Fix((), slip.words, slip.is_safe, slip.splices) if slip.mends else None
        spots.append(Spot(slip.rule, place, slip.message, owner, fix))
    return spots


def _in_part(parsed: Parsed) -> Reading:
    """Read what can be read of plain data, and say in words what cannot."""
    if _accepts.document(parsed.data) and not parsed.spots:
        return fitting(parsed)
    written = Places(parsed.root)
    if not isinstance(parsed.data, dict):
        return Reading(None, [*parsed.spots, Spot(SCHEMA, written.find(()), _no_mapping(parsed))], written, frozenset())
    if _is_of_another_kind(parsed.data):
        spot = Spot(SCHEMA, written.find(()), f"this is no argument map: {_NO_MAPPING}")
        return Reading(None, [*parsed.spots, spot], written, frozenset())
    mended = mend(own(parsed.data), written)
    mended.excuse(own(list(parsed.discarded)))
    remarked = {spot.place[:2] for spot in parsed.spots}
    spots = [spot._replace(id=written.owner(spot.place, SECTIONS)) for spot in parsed.spots]
    for flaw in mended.flaws:
        place = written.find(flaw.pointer, flaw.on_key)
        if place[:2] not in remarked:  # one mistake, one finding: the reader has had its say on this value
            spots.append(Spot(SCHEMA, place, flaw.message, flaw.id, mended.fixes.get((flaw.pointer, flaw.on_key))))
    map_ = from_accepted_data(mended.data) if mended.fits and mended.is_usable else None
    untold = mended.untold + sum(spot.untold for spot in parsed.spots)
    return Reading(map_, spots, Places(parsed.root, mended.renamed), frozenset(mended.excused), untold=untold)


def _no_mapping(parsed: Parsed) -> str:
    if parsed.data is None:
        return "the file is empty; `coldwater init` writes a map to begin with"
    return _NO_MAPPING


def _is_of_another_kind(data: Mapping[str, object]) -> bool:
    """Tell whether a mapping has none of the fields that make a map, not even misspelt: it is some other file."""
    telling = ("argmap", "thesis", "claims", "arguments")
    return bool(data) and not any(name in telling or closest(str(name), telling) for name in data)
