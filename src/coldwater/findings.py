"""What is said of a text: severities, places, flaws and findings. It knows no map, no rule and no file."""

from __future__ import annotations

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Severity = Literal["error", "warning", "info"]

#: The way to a value inside a document: keys and list indexes from the root, as in a JSON pointer.
Pointer = tuple[str | int, ...]


class Place(NamedTuple):
    """A stretch of text. Lines and columns count from 1, in characters; the end is the first place after it."""

    line: int
    column: int
    end_line: int
    end_column: int


#: Where a finding about the file as a whole stands.
START = Place(1, 1, 1, 1)
#: Rules without which a map cannot be read as a graph: always on, always errors, never ignored.
UNREADABLE = frozenset({"CW001", "CW002", "CW003", "CW004", "CW101", "CW102"})


class Flaw(NamedTuple):
    """What a rule says: a message about the value at ``pointer``, or about its key. The engine adds the rest."""

    pointer: Pointer
    message: str
    id: str | None = None
    on_key: bool = False


class TextEdit(NamedTuple):
    """Other characters for those at a place; an empty place is one to put them in."""

    place: Place
    text: str


class TextFix(NamedTuple):
    """What mends a finding in the text as it is: in words, and as edits in its order, none touching another.

    One that is not safe may not be what the author meant.
    """

    message: str
    edits: tuple[TextEdit, ...]
    is_safe: bool = True


class Finding(NamedTuple):
    """A flaw with its rule, severity, file and place: what the user sees. ``fix`` is there where it was asked for."""

    rule: str
    name: str
    severity: Severity
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    id: str | None
    message: str
    fix: TextFix | None = None
