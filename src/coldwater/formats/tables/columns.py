"""The names of columns, as people call them, and what they hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.formats.foreign.stances import stance_of
from coldwater.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.formats.tables.cells import Row

#: Fields of a row, and the names that columns with them have; blanks and signs in a name do not count.
_NAMES = {
    "id": "id nr no num number nummer # key ref kennung claimid nodeid aussageid",
    "parent": "parent parents parentid parentclaim eltern elternteil elternid übergeordnet oberpunkt bezug "
    "beziehtsichauf respondsto replyto inreplyto targetid about of under supportsid parentnr parentnumber padre",
    "relation": "relation relationship stance polarity side procon direction beziehung haltung richtung pro/con sign "
    "linktype edgetype rel",
    "text": "text claim claims statement content sentence proposition aussage aussagen behauptung satz inhalt "
    "these thesis claimtext texte argumenttext point punkt",
    "title": "title titel heading name überschrift",
    "argument": "argument argumentid step linked linkedwith linkedpremises group gruppe argumentnr inference schritt",
    "level": "level depth ebene tiefe stufe",
    "from": "from fromid von premise premises prämisse child start fromclaim",
    "to": "to toid nach zu conclusion konklusion schluss end toclaim target ziel",
    "kind": "kind claimtype aussageart",
    "type": "type typ art category kategorie role rolle",
    "status": "status state stand",
    "credence": "credence probability likelihood confidence wahrscheinlichkeit",
    "standard": "standard proofstandard",
    "implicit": "implicit unstated implizit unausgesprochen",
    "contradicts": "contradicts contradiction widersprichtsich incompatiblewith",
    "strength": "strength weight stärke gewicht",
    "scheme": "scheme schema argumentationscheme",
    "tags": "tags tag labels keywords topic topics schlagwort schlagwörter stichwort stichworte thema",
    "note": "note notes comment comments remark anmerkung anmerkungen notiz kommentar bemerkung",
    "argument tags": "argumenttags",
    "argument note": "argumentnote",
    "source": "source sources quelle quellen citation cite reference references evidence beleg belege literatur",
    "source id": "sourceid",
    "url": "url link links address weblink",
    "author": "author authors autor autoren",
    "issued": "date issued year datum jahr",
    "source type": "sourcetype",
    "publisher": "publisher verlag",
    "container": "container containertitle journal zeitschrift",
    "locator": "locator page pages seite seiten",
    "quote": "quote quotation zitat",
    "accepted by": "speaker speakers sprecher acceptedby who wer person participant user redner",
    "rejected by": "rejectedby",
}  # fmt: skip
_FIELDS = {name: field for field, names in _NAMES.items() for name in names.split()}
#: A header names at least one of these sets.
_TELLING = ({"text"}, {"from", "to"}, {"title", "parent"}, {"id", "parent"}, {"title", "relation"})
_HEADER_WITHIN = 15


class Header(NamedTuple):
    """Where the header stands among the rows (-1 for none), what each column holds, and what else was said above it."""

    at: int
    fields: tuple[str, ...]
    above: tuple[str, ...] = ()


def field_of(name: str) -> str:
    """Tell what a column of this name holds; empty if the name is none of those known.

    >>> field_of("Parent ID"), field_of("Übergeordnet"), field_of("Whatever")
    ('parent', 'parent', '')
    """
    said = name.strip().casefold()
    return _FIELDS.get(said) or _FIELDS.get(re.sub(r"[\W_]+", "", said), "")


def header_of(rows: Sequence[Row]) -> Header | None:
    """Find the header among the first rows; None if there is none."""
    for index, row in enumerate(rows[:_HEADER_WITHIN]):
        fields = [field_of(cell) if len(cell) < 40 else "" for cell in row.cells]
        known = set(fields) - {""}
        stances = [stance_of(cell) for cell in row.cells]
        if "source" in known and "to" in known and not known & {"text", "id"}:
            fields = ["from" if field == "source" else field for field in fields]
            known = set(fields) - {""}
        if {"supports", "attacks"} <= set(stances) and len(known - {"text", "id"}) == 0:
            kinds = [f"stance {stance}" if stance else field for stance, field in zip(stances, fields, strict=True)]
            return Header(index, tuple(kinds), _above(rows[:index]))
        if any(telling <= known for telling in _TELLING) and (len(known) > 1 or len(row.cells) == 1):
            return Header(index, _once(fields), _above(rows[:index]))
    return None


def _above(rows: Sequence[Row]) -> tuple[str, ...]:
    return tuple(cell for row in rows for cell in row.cells if cell)


def _once(fields: Sequence[str]) -> tuple[str, ...]:
    """Let each field stand once, but for those that may stand several times."""
    found: list[str] = []
    for field in fields:
        found.append(field if field not in found or field in ("parent", "tags", "source") else "")
    return tuple(found)
