"""What ``coldwater convert`` and ``coldwater formats`` give for programs: losses, and formats with what they lose."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from coldwater.schemas.words import Count, Number


class ReadCounts(TypedDict):
    """How much was read, losses not counted."""

    claims: Count
    arguments: Count
    supports: Count
    """Arguments for something, whatever it is."""
    attacks: Count
    """Arguments against something, whatever it is."""
    on_arguments: Count
    """Arguments of both kinds that are about an argument."""
    linked: Count
    """Arguments with two premises or more."""


class ReportedLoss(TypedDict):
    """A kind of thing that did not come along."""

    what: str
    count: Number
    at: list[str]
    """Where: ids in the file where it was read, ids of the map where it was written; not all has an id."""
    why: str


#: What was read of a file, and what was lost; `in` is a word of Python.
ConvertedFile = TypedDict("ConvertedFile", {"in": str, "out": str, "read": ReadCounts, "losses": list[ReportedLoss]})
ConvertedFile.__doc__ = "What was read of a file, and what was lost."
ConvertReport = TypedDict(
    "ConvertReport",
    {"version": Literal[1], "in": str, "out": str, "read": ReadCounts, "losses": list[ReportedLoss]},
)
ConvertReport.__doc__ = "What `coldwater convert IN OUT --losses FILE` writes: what was read, and what was lost."


class ConvertManyReport(TypedDict):
    """What `coldwater convert … -o DIR --losses FILE` writes: the files that could be converted."""

    version: Literal[1]
    files: list[ConvertedFile]


Converted = ConvertReport | ConvertManyReport


class FileFormat(TypedDict):
    """A format that files can be read in, or written in, or both."""

    name: str
    """The word for --from and --to."""
    title: str
    endings: list[str]
    reads: bool
    writes: bool
    loses_in: list[str]
    """What is lost when a file is read."""
    loses_out: list[str]
    """What is lost when a map is written."""


class FileFormatList(TypedDict):
    """What `coldwater formats --output-format json` prints: formats beside our own, or the one asked for."""

    version: Literal[1]
    formats: list[FileFormat]
