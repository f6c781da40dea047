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


class Flaw(NamedTuple):
    """What a rule says: a message about the value at ``pointer``, or about its key. The engine adds the rest."""

    pointer: Pointer
    message: str
    id: str | None = None
    on_key: bool = False


class Finding(NamedTuple):
    """A flaw with its rule, severity, file and place: what the user sees."""

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
