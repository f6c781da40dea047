"""Zip archives and XML from strangers: bombs, entities and names that lead outside are refused."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import BadZipFile, LargeZipFile, ZipFile

from coldwater.findings import START, Place
from coldwater.formats.native.limits import MAX_BYTES, MAX_DEPTH
from coldwater.formats.native.spots import SYNTAX, UNSAFE_INPUT, RefusedError, Spot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

#: How many entries an archive may have, and how many bytes they may unpack to in all.
MAX_ENTRIES = 10_000
#: Elements of XML may lie so deep: outlines are seldom deeper than ten levels.
_DEEPEST = 16 * MAX_DEPTH


def names_in(data: bytes) -> frozenset[str]:
    """Give the names of what an archive holds; none if it is damaged."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return frozenset(archive.namelist()[:MAX_ENTRIES])
    except (BadZipFile, LargeZipFile, ValueError, OSError, NotImplementedError):
        return frozenset()


def refuse_bomb(data: bytes) -> None:
    """Raise RefusedError for an archive that is damaged, too large when unpacked, or whose names lead outside."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
    except (BadZipFile, LargeZipFile, ValueError, OSError, NotImplementedError):
        raise _refused("the file is damaged: it is no whole archive") from None
    if len(entries) > MAX_ENTRIES:
        raise _refused(f"the archive has {len(entries):,} entries; the limit is {MAX_ENTRIES:,}")
    if sum(entry.file_size for entry in entries) > MAX_BYTES:
        raise _refused(f"unpacked, the archive has more than {MAX_BYTES:,} bytes")
    if any(entry.filename.startswith(("/", "\\")) or ".." in entry.filename.split("/") for entry in entries):
        raise _refused("the archive holds a name that leads outside")


def unpacked(data: bytes, name: str) -> bytes | None:
    """Give one entry of an archive; None if there is none of this name. Raises RefusedError as ``refuse_bomb`` does.

    No more is unpacked than the archive says it holds, and that is bounded.
    """
    refuse_bomb(data)
    try:
        with ZipFile(BytesIO(data)) as archive, archive.open(name) as entry:
            found = entry.read(MAX_BYTES + 1)
    except KeyError:
        return None
    except (BadZipFile, ValueError, OSError, EOFError, RuntimeError, NotImplementedError, zlib.error):
        raise _refused(f"the file is damaged: its {name} cannot be unpacked") from None
    if len(found) > MAX_BYTES:
        raise _refused(f"unpacked, {name} has more than {MAX_BYTES:,} bytes")
    return found


def xml_root(data: bytes) -> Element:
    """Give the root of an XML file. Raises RefusedError for what is no XML, and for entities of its own.

    A document type may be named, as formats do; entities are neither declared nor fetched.
    """
    from xml.etree.ElementTree import ParseError  # noqa: PLC0415 - most files are not XML

    from defusedxml.common import DefusedXmlException  # noqa: PLC0415
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415

    if len(data) > MAX_BYTES:
        raise _refused(f"the file has more than {MAX_BYTES:,} bytes")
    try:
        root: Element = fromstring(data, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except ParseError as error:
        line, column = error.position
        where = Place(line, column + 1, line, column + 2)
        reason = str(error).split(":")[0]
        raise RefusedError(Spot(SYNTAX, where, f"this is no XML from here on ({reason})")) from None
    except DefusedXmlException:
        raise _refused("the file declares entities of its own, or names ones elsewhere; take them out") from None
    except (ValueError, LookupError):
        raise _refused("the file says it is in an encoding that is not known") from None
    _refuse_depth(root)
    return root


def _refuse_depth(root: Element) -> None:
    """Refuse what lies too deep, without recursion."""
    level, depth = [root], 0
    while level:
        depth += 1
        if depth > _DEEPEST:
            raise _refused(f"elements lie more than {_DEEPEST:,} deep")
        level = [child for element in level for child in element]


def _refused(message: str) -> RefusedError:
    return RefusedError(Spot(UNSAFE_INPUT, START, message))
