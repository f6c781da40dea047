"""The verbs that change a map's text: format, fix, rename, patch, convert. Each gives a change, which ``save`` writes.

They take bytes and give values, and print nothing. Only ``save`` touches a file.
"""

from __future__ import annotations

import codecs
import os

from coldwater import api
from coldwater.editing.converting import convert_text
from coldwater.editing.fixing import fix_text
from coldwater.editing.formatting import canonical
from coldwater.editing.patching import apply_patch, expecting
from coldwater.editing.renaming import rename_id
from coldwater.errors import UnusableMapError, UsageError
from coldwater.formats.native import spelling_of
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coldwater.editing.fixing import Offer
    from coldwater.editing.patching import Added
    from coldwater.editing.renaming import NewName
    from coldwater.edits import Patch
    from coldwater.findings import Finding
    from coldwater.model.models import Map
    from coldwater.project.settings import Settings


class Change(NamedTuple):
    """A file's bytes as they were read and as they are to be."""

    path: str
    old: bytes
    new: bytes

    @property
    def is_needed(self) -> bool:
        """Tell whether there is anything to write."""
        return self.old != self.new


class Fixing(NamedTuple):
    """The change that mends what can be mended, what it does, and how many fixes on offer were left as unsafe."""

    change: Change
    done: tuple[Offer, ...]
    unsafe: int


class Renaming(NamedTuple):
    """The change that gives an id another name; see :class:`coldwater.editing.renaming.Renamed`."""

    change: Change
    places: int
    mentions: tuple[int, ...]
    unclear: tuple[int, ...]


class Patching(NamedTuple):
    """The change that adds the entries of a patch; which they are, and which the map held already as they are.

    ``is_of_another``: the patch was made for a map with another title and another thesis.
    """

    change: Change
    added: tuple[Added, ...]
    held: tuple[Added, ...]
    is_of_another: bool = False


class Conversion(NamedTuple):
    """A map in another spelling, and how many comments it could not take along."""

    data: bytes
    comments_lost: int


def format_map(name: str, data: bytes) -> Change:
    """Put the text of a map into canonical form. Raises UnusableMapError for one with findings of CW0xx.

    ``name`` tells its spelling by its ending, here and below; UsageError for another one than .yaml, .yml or .json.
    """
    with api.CollectorOff():
        text, map_ = _readable(name, data)
        return Change(name, data, canonical(text, _spelling(name), map_).encode())


def fix_map(
    name: str,
    data: bytes,
    texts: Mapping[str, str] | None = None,
    with_unsafe: bool = False,
    settings: Settings | None = None,
) -> Fixing:
    """Mend what safe fixes can mend, or also unsafe ones. What cannot be read at all stays as it is.

    What the settings, the map or a comment in it ask to ignore is left alone.

    ``texts`` holds full texts by source id; texts that the sources name are read from the folder of ``name``.
    """
    folder = os.path.dirname(name)

    def texts_of(map_: Map) -> Mapping[str, str]:
        return {**api.full_texts(folder, map_)[0], **(texts or {})}

    def heard(text: str) -> Sequence[Finding]:
        map_ = api.read_map(name, text.encode())[1].map
        return api.check_bytes(name, text.encode(), texts_of(map_) if map_ else None, settings).findings

    with api.CollectorOff():
        text, _ = api.read_map(name, data)
        fixed = fix_text(text, _spelling(name), texts_of, with_unsafe, heard)
    new = _encoded(fixed.text, data) if fixed.done else data
    return Fixing(Change(name, data, new), fixed.done, 0 if with_unsafe else fixed.unsafe)


def rename_in_map(name: str, data: bytes, wish: NewName) -> Renaming:
    """Give an id another name wherever it is named. Raises UnusableMapError for a map with findings of CW0xx.

    Raises UsageError for an id that is not there, one that is taken, and one that cannot be an id.
    """
    with api.CollectorOff():
        text, map_ = _readable(name, data)
        renamed = rename_id(text, _spelling(name), map_, wish)
    change = Change(name, data, _encoded(renamed.text, data))
    return Renaming(change, renamed.places, renamed.mentions, renamed.unclear)


def patch_map(name: str, data: bytes, patch: Patch, with_expected: bool = False) -> Patching:
    """Add the entries of a patch to a map. Raises UnusableMapError for a map with findings of CW0xx.

    ``with_expected``: verdicts that the map expects and that turn are expected as they are then. Raises UsageError,
    naming every offender, where an id is taken by another entry or something that is named is not there.
    """
    with api.CollectorOff():
        text, map_ = _readable(name, data)
        patched = apply_patch(text, _spelling(name), map_, patch)
        new = patched.text
        if with_expected and patched.added:
            after = _readable(name, new.encode())[1]
            if after.expect is not None and after.expect.verdicts:
                verdicts = api.evaluate(after, after.expect.semantics).verdicts
                words = {one: verdict.verdict for one, verdict in verdicts.items()}
                new = expecting(new, _spelling(name), after, words)
    change = Change(name, data, _encoded(new, data) if patched.added else data)
    is_of_another = patch.title != map_.title and patch.thesis != map_.thesis
    return Patching(change, patched.added, patched.held, is_of_another)


def convert_map(name: str, data: bytes, spelling: str) -> Conversion:
    """Write a map as ``yaml`` or ``json``. Raises UnusableMapError for a map with findings of CW0xx."""
    with api.CollectorOff():
        text, map_ = _readable(name, data)
        converted = convert_text(text, _spelling(name), spelling, map_)
    return Conversion(converted.text.encode(), converted.comments_lost)


def save(change: Change) -> None:
    """Write a change, whole or not at all. Raises UnreadableFileError, also where the file has changed meanwhile."""
    if change.is_needed:
        api.replace_file(change.path, change.old, change.new)


def _readable(name: str, data: bytes) -> tuple[str, Map]:
    text, reading = api.read_map(name, data)
    if reading.map is None or not reading.is_readable:
        findings = api.check_bytes(name, data).findings
        raise UnusableMapError(name, [finding for finding in findings if finding.rule.startswith("CW0")])
    return text, reading.map


def _spelling(name: str) -> str:
    spelling = spelling_of(name)
    if spelling is None:
        raise UsageError(f"{name}: the name must end in .yaml, .yml or .json")
    return spelling


def _encoded(text: str, old: bytes) -> bytes:
    """Give the bytes of a text, with a byte order mark if there was one."""
    return (codecs.BOM_UTF8 if old.startswith(codecs.BOM_UTF8) else b"") + text.encode()
