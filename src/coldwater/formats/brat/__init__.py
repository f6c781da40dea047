"""Persuasive essays annotated with brat (Stab and Gurevych): a list of annotations beside the text of the essay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look

NAME = "brat"
TITLE = "essays annotated with brat"
ENDINGS = (".ann",)
LOSES_IN: tuple[str, ...] = (
    "that major claims are several: they are one claim here, and each wording is quoted",
    "annotations that are neither components, relations nor stances",
)
LOSES_OUT: tuple[str, ...] = ()
_COMPONENT = re.compile(r"T\d+\t\S+ \d+ \d+(?:;\d+ \d+)*\t")


def is_one(look: Look) -> bool:
    """Tell whether the file lists components, each with where it begins and ends."""
    marked = [line for line in look.lines if re.match(r"[TRAENM#*]\S*\t", line)]
    return any(_COMPONENT.match(line) for line in look.lines) and len(marked) == len(look.lines)


def read(given: Given) -> Imported:
    """Read the annotations of an essay."""
    from coldwater.formats.brat.reading import read_essay  # noqa: PLC0415 - only where there is one

    return read_essay(NAME, given)
