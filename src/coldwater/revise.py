"""The verbs that change a map's text: format, fix, rename, apply. Each gives a change, which ``save`` writes.

They take the path of a file, or its name and its bytes, give values and print nothing. Only ``save`` writes a file.
"""

from __future__ import annotations

import os

from coldwater import api, judge
from coldwater.changes import Change, Fixing, Moving, Patching, Renaming
from coldwater.editing.fixing import fix_text
from coldwater.editing.formatting import canonical
from coldwater.editing.renaming import NewName, rename_id
from coldwater.edits import Patch
from coldwater.errors import UnusableMapError, UsageError
from coldwater.files import Together, read_side_file, replace_file
from coldwater.formats.native.decoding import decode, encode
from coldwater.formats.native.document import spelling_of
from coldwater.formats.native.limits import MAX_BYTES
from coldwater.formats.native.patch_text import read_patch
from coldwater.formats.native.spots import RefusedError
from coldwater.renames import following

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.files import AnyPath
    from coldwater.formats.foreign.imported import Imported
    from coldwater.formats.foreign.losses import Loss
    from coldwater.model.models import Map
    from coldwater.project.settings import Settings


def format(path: AnyPath, *, data: bytes | None = None) -> Change:  # noqa: A001 - the verb's own name
    """Put the text of a map into canonical form. Raises UnusableMapError for one with findings of CW0xx.

    Here and below: the file at ``path`` is read, unless its bytes are handed over as ``data``; the ending of ``path``
    tells the spelling, and another one than .yaml, .yml or .json is a UsageError; a file that cannot be read is an
    UnreadableFileError. Nothing is written: ``save`` does that.
    """
    name, old = _given(path, data)
    with api.CollectorOff():
        text, map_ = _readable(name, old)
        return Change(name, old, canonical(text, _spelling(name), map_).encode())


def fix(
    path: AnyPath,
    *,
    data: bytes | None = None,
    texts: Mapping[str, str] | None = None,
    unsafe: bool = False,
    settings: Settings | None = None,
) -> Fixing:
    """Mend what safe fixes can mend, or with ``unsafe`` also what others can. What cannot be read stays as it is.

    What the settings, the map or a comment in it ask to ignore is left alone.

    ``texts`` holds full texts by source id; texts that the sources name are read from the folder of ``path``.
    """
    name, old = _given(path, data)

    def look(text: str) -> api.Checked:
        return api.check_content(name, encode(text, old), texts, settings)

    with api.CollectorOff():
        text, _ = api.read_map(name, old)
        if encode(text, old) != old:  # too large, or not UTF-8: what was read is not all there is
            return Fixing(Change(name, old, old), (), 0)
        fixed = fix_text(text, _spelling(name), look, unsafe)
    new = encode(fixed.text, old) if fixed.done else old
    return Fixing(Change(name, old, new), fixed.done, 0 if unsafe else fixed.unsafe)


def rename(  # noqa: PLR0913 - what is renamed, where, and what goes along
    path: AnyPath,
    old: str,
    new: str,
    *,
    section: str | None = None,
    data: bytes | None = None,
    baseline: AnyPath | None = None,
) -> Renaming:
    """Give an id another name wherever it is named. Raises UnusableMapError for a map with findings of CW0xx.

    ``section`` (claims, arguments, sources or positions) says which entry is meant where several have the id. The
    review stamps beside the file go along, and the entries of the file ``baseline``; not where ``data`` is handed over.
    Raises UsageError for an id that is not there, one that is taken, and one that cannot be an id, and for stamps that
    are none; ConfigurationError for a baseline that is none.
    """
    from coldwater.model import composed  # noqa: PLC0415 - no other change asks for it

    name, before = _given(path, data)
    with api.CollectorOff():
        text, map_ = _readable(name, before)
        renamed = rename_id(text, _spelling(name), map_, NewName(old, new, section))
    change = Change(name, before, encode(renamed.text, before))
    after = _readable(name, change.new)[1]
    renamings = () if data is not None else ((map_, after, (composed(old), composed(new))),)
    beside = tuple(following(name, renamings, baseline))
    return Renaming(change, renamed.places, renamed.mentions, renamed.unclear, beside)


def apply(
    path: AnyPath,
    patch: AnyPath | Patch,
    *,
    expected: bool = False,
    data: bytes | None = None,
    baseline: AnyPath | None = None,
) -> Patching:
    """Add the entries of a patch, or of the patch in a file, to a map, then make its moves.

    Raises UnusableMapError as ``format`` does.

    A file may hold sources instead, as reference managers and annotators write them (BibTeX, CSL-JSON, Hypothesis):
    those that the map has not are added, under ids that are free.

    ``expected``: verdicts that the map expects and that turn are expected as they are then. ``baseline``: as of
    ``rename``, which a move of the patch may be. Raises UsageError for a
    file that holds no patch and, naming every offender, where an id is taken by another entry or something that is
    named is not there.
    """
    from coldwater.editing.patching import apply_patch, expecting  # noqa: PLC0415 - what moves need is much

    name, old = _given(path, data)
    given = patch if isinstance(patch, Patch) else _given_in(os.fspath(patch))
    known: tuple[str, ...] = ()
    with api.CollectorOff():
        text, map_ = _readable(name, old)
        if isinstance(given, Patch):
            wanted = given
        else:
            from coldwater.editing.sources_added import new_sources  # noqa: PLC0415 - most files are patches

            wanted, known = new_sources(map_, (given.data or {}).get("sources", {}))
        patched = apply_patch(text, _spelling(name), map_, wanted, lambda known: _texts_beside(name, known))
        new = patched.text
        if expected and new != text:
            after = _readable(name, new.encode())[1]
            if after.expect is not None and after.expect.verdicts:
                verdicts = judge.evaluate(after, after.expect.semantics).verdicts
                words = {one: verdict.verdict for one, verdict in verdicts.items()}
                new = expecting(new, _spelling(name), after, words)
    change = Change(name, old, encode(new, old) if new != text else old)
    is_of_another = wanted.title != map_.title and wanted.thesis not in map_.theses
    beside = () if data is not None else tuple(following(name, patched.renamings, baseline))
    patching = Patching(
        change,
        wanted,
        patched.added,
        patched.held,
        is_of_another,
        known,
        moves=patched.moves,
        renamed=patched.renamed,
        beside=beside,
    )
    if isinstance(given, Patch):
        return patching
    return patching._replace(losses=_staying_behind(given) if patched.added else (), remarks=given.spots)


def _texts_beside(name: str, map_: Map) -> Mapping[str, str]:
    from coldwater.beside import full_texts  # noqa: PLC0415 - most patches cite no text

    return full_texts(os.path.dirname(name), map_)[0]


def _staying_behind(found: Imported) -> tuple[Loss, ...]:
    """Give what of sources from elsewhere a map has no place for, and the claims that came with them."""
    citing = sum(1 for claim in (found.data or {}).get("claims", {}).values() if "cites" in claim)
    if not citing:
        return found.losses
    from coldwater.formats.foreign.losses import Loss  # noqa: PLC0415 - of annotations only

    why = "where they belong in the map, nobody says"
    return (*found.losses, Loss("annotation as a claim", "annotations as claims", citing, (), why))


def save(change: Change | Fixing | Renaming | Patching | Moving) -> None:
    """Write a change, or that of a result, whole or not at all; nothing where there is nothing to change.

    Files that go together, a map and its review stamps, are all written before who is told to stop does so. Raises
    UnreadableFileError, also where the file has changed meanwhile.
    """
    wanted = change if isinstance(change, Change) else change.change
    together = (wanted, *(change.beside if isinstance(change, Renaming | Moving | Patching) else ()))
    with Together():
        for one in together:
            if one.is_needed:
                replace_file(one.path, one.old, one.new)


def _given(path: AnyPath, data: bytes | None) -> tuple[str, bytes]:
    name = os.fspath(path)
    held = api.map_bytes(name) if data is None else data
    if spelling_of(name) is None or b"argmap" not in held:
        from coldwater.importing import refuse_foreign  # noqa: PLC0415 - most files are maps

        refuse_foreign(name, held)
    return name, held


def _given_in(path: str) -> Patch | Imported:
    """Give the patch in a file, or its sources. Raises UsageError for what holds neither."""
    data = read_side_file(path)
    if b"coldwater-patch" not in data and (found := _bibliography_in(path, data)) is not None:
        return found
    try:
        return read_patch(decode(data, MAX_BYTES), path)
    except RefusedError as refusal:
        raise UsageError(f"{path}: {refusal.spot.message}") from None


def _bibliography_in(path: str, data: bytes) -> Imported | None:
    """Read a file of sources; None for any other. Raises UsageError where nothing can be made of it."""
    from coldwater import importing  # noqa: PLC0415 - most files are patches
    from coldwater.formats.registry import is_bibliography  # noqa: PLC0415

    try:
        format_ = importing.format_of(path, data)
    except UsageError:
        return None
    if format_ is None or not is_bibliography(format_):
        return None
    found = importing.read_as(format_, path, data)
    if found.data is None:
        spot = found.spots[0]
        raise UsageError(f"{path}:{spot.place.line}:{spot.place.column}: {spot.message}")
    return found


def _readable(name: str, data: bytes) -> tuple[str, Map]:
    text, reading = api.read_map(name, data)
    if reading.map is None or not reading.is_readable:
        findings = api.check_bytes(name, data).findings
        raise UnusableMapError(name, [finding for finding in findings if finding.rule.startswith("CW0")])
    return text, reading.map


def _spelling(name: str) -> str:
    spelling = spelling_of(name)
    assert spelling is not None  # another was refused when the file was read
    return spelling
