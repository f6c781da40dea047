"""The entries of a BibTeX file as plain texts: strings put in, pieces joined, LaTeX read; with their lines."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ParsingFailedBlock

from coldwater.formats.bibliography.latex import plain
from coldwater.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bibtexparser.library import Library

_PIECES = re.compile(r"\s*#\s*")
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())  # noqa: SIM905
#: Fields that are addresses, in which no sign is a command.
_VERBATIM = frozenset(("url", "doi", "file", "eprint"))


class Item(NamedTuple):
    """An entry: its type and key, its fields by name in small letters, LaTeX as it stands, and its line from 1."""

    type: str
    key: str
    raw: Mapping[str, str]
    line: int

    def text(self, *names: str) -> str:
        """Give the first of some fields that is there, as plain text; empty if none is."""
        for name in names:
            if (found := self.raw.get(name, "")).strip():
                return found.strip() if name in _VERBATIM else plain(found)
        return ""


def items(text: str, remark: Callable[[int, str], None]) -> Iterator[Item]:
    """Give the entries of a file; what cannot be read is told with its line. Cost: linear."""
    # The parser reports each flaw to the log as well, which would be printed.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    library = parse_string(text, parse_stack=[])
    strings = _strings(library)
    seen: set[str] = set()
    for block in library.blocks:
        line = (block.start_line or 0) + 1
        found: object = block
        if isinstance(block, (DuplicateBlockKeyBlock, DuplicateFieldKeyBlock)):
            found = block.ignore_error_block
            remark(line, "a key or a field stands here twice; the first of them is taken")
        elif isinstance(block, ParsingFailedBlock):
            remark(line, f"this entry cannot be read ({_reason(block)}) and is left out")
        if isinstance(found, Entry):
            raw: dict[str, str] = {}
            for field in found.fields:
                raw.setdefault(field.key.casefold(), _value(str(field.value), strings))
            key = found.key if found.key not in seen else ""
            seen.add(found.key)
            yield Item(found.entry_type.casefold(), key, raw, line)


def _reason(block: ParsingFailedBlock) -> str:
    return " ".join(str(getattr(block.error, "abort_reason", "") or block.error).split())[:120] or "it is not whole"


def _strings(library: Library) -> dict[str, str]:
    """Give the texts that a file names; each may be made of those above it."""
    found: dict[str, str] = {}
    for block in library.strings:
        text = _value(str(block.value), found)
        if len(text) <= 10_000:  # strings made of strings could grow without bound
            found[block.key.casefold()] = text
    return found


def _value(spelt: str, strings: Mapping[str, str]) -> str:
    """Give the text of a value: pieces in braces or quotes, numbers and names of strings, joined by `#`."""
    return "".join(_piece(piece, strings) for piece in _parted(spelt.strip()))


def _parted(spelt: str) -> Iterator[str]:
    if "#" not in spelt:
        yield spelt
        return
    depth, is_quoted, start = 0, False, 0
    for at, sign in enumerate(spelt):
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
        elif sign == '"' and depth == 0:
            is_quoted = not is_quoted
        elif sign == "#" and depth == 0 and not is_quoted:
            yield spelt[start:at].strip()
            start = at + 1
    yield spelt[start:].strip()


def _piece(piece: str, strings: Mapping[str, str]) -> str:
    if len(piece) > 1 and piece[0] + piece[-1] in ("{}", '""'):
        return piece[1:-1]
    return strings.get(piece.casefold(), piece)
