"""The foreign formats: found by name, by the ending of a file, or by its content; and read, whatever a file holds."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from coldwater.findings import START
from coldwater.formats.foreign.imported import Counts, Imported
from coldwater.formats.foreign.look import Look
from coldwater.formats.foreign.places import entry_places
from coldwater.formats.native.spots import SYNTAX, RefusedError, Spot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol

    from coldwater.formats.foreign.imported import Given
    from coldwater.formats.foreign.outgoing import Outgoing, Written

    class Format(Protocol):
        """What the module of a format holds; ``read`` or ``write`` may be missing, see ``formats.foreign``."""

        NAME: str
        TITLE: str
        ENDINGS: tuple[str, ...]
        LOSES_IN: tuple[str, ...]
        LOSES_OUT: tuple[str, ...]

        def is_one(self, look: Look) -> bool:
            """Tell by its content whether a file is one."""

        def read(self, given: Given) -> Imported:
            """Read a file."""

        def write(self, outgoing: Outgoing) -> Written:
            """Write a map."""


#: Where the formats are at home. Where the content of a file fits several, the first is meant.
_MODULES: tuple[str, ...] = (
    "aif.xaif",
    "aif.ova",
    "aif.arguebuf",
    "aif.aif_json",
    "aif.sadface",
    "aif.sadface_aif",
    "aif.sadface_library",
    "microtexts",
    "brat",
    "abstract.af",
    "abstract.apx",
    "abstract.tgf",
    "argdown.exported",
    "argdown.document",
    "carneades",
    "gsn",
    "kialo",
    "tables.xlsx",
    "word_blocks",
    "bibliography.csl_json",
    "bibliography.bibtex",
    "bibliography.hypothesis",
    "mindmaps.opml",
    "mindmaps.freemind",
    "mindmaps.xmind",
    "mindmaps.mindmup",
    "outlines.markdown",
    "outlines.outline",
    "tables.csv",
    "tables.tsv",
)


@cache
def formats() -> tuple[Format, ...]:
    """Give all foreign formats, in the order in which their content is tried."""
    return tuple(import_module(f"coldwater.formats.{module}") for module in _MODULES)


def named(name: str) -> Format | None:
    """Give the format of a name; case does not matter."""
    return next((one for one in formats() if name.lower() == one.NAME), None)


def reads(format_: Format) -> bool:
    """Tell whether files of the format can be read."""
    return hasattr(format_, "read")


def writes(format_: Format) -> bool:
    """Tell whether files of the format can be written."""
    return hasattr(format_, "write")


def is_reading(format_: Format) -> bool:
    """Tell whether what is written is a reading of the map, such as its verdicts hang on, and not the map."""
    return getattr(format_, "IS_READING", False)


def is_bibliography(format_: Format) -> bool:
    """Tell whether files of the format hold sources, which can be added to a map that is there."""
    return getattr(format_, "IS_BIBLIOGRAPHY", False)


def by_ending(name: str) -> Sequence[Format]:
    """Give the formats that a file of this name may hold, those with the longest ending first."""
    low = name.lower()
    fitting = [
        (max(len(ending) for ending in one.ENDINGS if low.endswith(ending)), one)
        for one in formats()
        if any(low.endswith(ending) for ending in one.ENDINGS)
    ]
    longest = max((length for length, _ in fitting), default=0)
    return [one for length, one in fitting if length == longest]


def by_content(name: str, data: bytes, likely: Sequence[Format] = ()) -> Format | None:
    """Tell by its content what a file is that can be read, trying ``likely`` formats first; None if none fits."""
    look = Look(name, data)
    tried = [*likely, *(one for one in formats() if one not in likely)]
    return next((one for one in tried if reads(one) and one.is_one(look)), None)


def recognised(name: str, data: bytes) -> Format | None:
    """Tell what a file is: by its content among the formats of its ending, then among all; else by its ending alone."""
    likely = [one for one in by_ending(name) if reads(one)]
    return by_content(name, data, likely) or (likely[0] if likely else None)


def read(format_: Format, given: Given) -> Imported:
    """Read a foreign file, whatever it holds: where nothing can be made of it, ``data`` is None and a remark says why.

    Raises UsageError where the thesis that is asked for is not there, MissingExtraError where a part is missing.
    """
    try:
        return format_.read(given)
    except RefusedError as refusal:
        spot = refusal.spot
    except RecursionError:
        spot = Spot(SYNTAX, START, "the file is nested too deep to be read")
    return Imported(format_.NAME, None, (spot,), entry_places({}), (), Counts())
