"""Carneades argument graphs in YAML: statements, issues, arguments with undercutters, assumptions, expected labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look
    from coldwater.formats.foreign.outgoing import Outgoing, Written

NAME = "carneades"
TITLE = "Carneades argument graphs (YAML)"
ENDINGS = (".carneades.yml", ".carneades.yaml")
LOSES_IN = (
    "schemes, weighing functions and languages that make arguments: they come along only on the way back",
    "weights that are no number from 0 to 1",
    "metadata of statements, arguments and issues",
    "cumulative and factorized arguments, which weigh by the share of their premises that hold: here they need all",
    "expected labels of undercutters for which not exactly one argument speaks",
)
LOSES_OUT = ("the text of the map's source files; all else goes along in `meta`, where Carneades has no field for it",)
#: Keys by which a file is told.
_TELLING = ("issues", "assumptions", "argument_schemes", "issue_schemes", "weighing_functions", "tests", "labels")


def is_one(look: Look) -> bool:
    """Tell whether statements or arguments stand at the top level of a YAML file that is no map."""
    import re  # noqa: PLC0415

    keys = set(re.findall(r"^([a-z_]+)[ \t]*:", look.text[:2_000_000], re.MULTILINE))
    if not look.text or "argmap" in keys or look.text.lstrip()[:1] in ("{", "["):
        return False
    if keys == {"meta"}:  # a graph of nothing
        return re.search(r"^[ \t]+title[ \t]*:", look.text, re.MULTILINE) is not None
    has_graph = "statements" in keys or "arguments" in keys
    return (has_graph and ("statements" in keys or bool(keys & set(_TELLING)))) or (
        "argument_schemes" in keys and bool(keys & {"assumptions", "language", "tests", "labels"})
    )


def read(given: Given) -> Imported:
    """Read an argument graph. Raises RefusedError for what is no YAML."""
    from coldwater.formats.carneades.reading import read_graph  # noqa: PLC0415 - heavy

    return read_graph(given)


def write(outgoing: Outgoing) -> Written:
    """Write a map as an argument graph."""
    from coldwater.formats.carneades.writing import write_graph  # noqa: PLC0415 - heavy

    return write_graph(outgoing)
